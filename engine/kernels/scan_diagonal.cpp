#include "kernels/scan_diagonal.hpp"

#include "kernels/recurrent_loop.hpp"

namespace unrolled {
namespace {

using namespace recurrent;

/// A complex number in each lane; of a real system the imaginary part is neither read nor written.
template <class Real>
struct Complex {
  V<Real> re, im;
};

/// How rows [P,N] are read and written; nullptr reads as zeros.
template <class Real, class Io>
struct Parts {
  Diagonal kind;
  std::size_t width, unit;
  Io io;

  Complex<Real> load(const Real* from) const {
    const V<Real> zero(Real(0));
    if (from == nullptr) return {zero, zero};
    return {io.load(from + unit), kind == Diagonal::complex ? io.load(from + width + unit) : zero};
  }
  void store(Complex<Real> value, Real* to) const {
    io.store(value.re, to + unit);
    if (kind == Diagonal::complex) io.store(value.im, to + width + unit);
  }
  void add(Complex<Real> value, Real* to) const {
    accumulate(io, value.re, to, unit);
    if (kind == Diagonal::complex) accumulate(io, value.im, to, width + unit);
  }
};

template <class Real>
inline Complex<Real> product(Complex<Real> a, Complex<Real> b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

/// conj(a) b: what a gradient b becomes on its way back through a product with a.
template <class Real>
inline Complex<Real> product_back(Complex<Real> a, Complex<Real> b) {
  return {a.re * b.re + a.im * b.im, a.re * b.im - a.im * b.re};
}

/// The row of a sequence of `size` numbers each one step before.
template <class Sequence, class Initial>
auto* one_before(SequenceDims d, Sequence sequence, Initial initial, std::size_t row, std::size_t size) {
  return row >= d.batch ? &sequence[(row - d.batch) * size] : given(initial) ? &initial[row * size] : nullptr;
}

}  // namespace

template <class Real>
void diagonal_forward(SequenceDims d, Diagonal kind, const DiagonalBuffers<Real>& x) {
  const std::size_t size = part_count(kind) * d.width;
  for (std::size_t row = 0; row < d.rows(); ++row) {
    const Real* before = one_before(d, std::span<const Real>(x.state), x.initial, row, size);
    for_units<Real>(d.width, [&](std::size_t unit, auto io) {
      const Parts<Real, decltype(io)> parts{kind, d.width, unit, io};
      const Complex<Real> kept = product(parts.load(x.eigenvalue.data()), parts.load(before));
      const Complex<Real> input = parts.load(&x.input[row * size]);
      const V<Real> gain = io.load(x.gain.data() + unit);
      parts.store({kept.re + gain * input.re, kept.im + gain * input.im}, &x.state[row * size]);
    });
  }
}

template <class Real>
void diagonal_backward(SequenceDims d, Diagonal kind, const DiagonalBuffers<Real>& x,
                       const DiagonalGradients<Real>& dx) {
  const std::size_t size = part_count(kind) * d.width;
  for (std::size_t t = d.steps; t-- > 0;)
    for (std::size_t row = t * d.batch; row < (t + 1) * d.batch; ++row) {
      const Real* before = one_before(d, std::span<const Real>(x.state), x.initial, row, size);
      Real* dbefore = one_before(d, dx.state, dx.initial, row, size);
      for_units<Real>(d.width, [&](std::size_t unit, auto io) {
        const Parts<Real, decltype(io)> parts{kind, d.width, unit, io};
        const Complex<Real> dh = parts.load(&dx.state[row * size]), input = parts.load(&x.input[row * size]);
        const V<Real> gain = io.load(x.gain.data() + unit);
        if (given(dx.input)) parts.add({gain * dh.re, gain * dh.im}, &dx.input[row * size]);
        accumulate(io, dh.re * input.re + dh.im * input.im, dx.gain.data(), unit);
        parts.add(product_back(parts.load(before), dh), dx.eigenvalue.data());
        parts.add(product_back(parts.load(x.eigenvalue.data()), dh), dbefore);
      });
    }
}

#define UNROLLED_INSTANTIATE(Real)                                                            \
  template void diagonal_forward<Real>(SequenceDims, Diagonal, const DiagonalBuffers<Real>&); \
  template void diagonal_backward<Real>(SequenceDims, Diagonal, const DiagonalBuffers<Real>&, \
                                        const DiagonalGradients<Real>&);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
