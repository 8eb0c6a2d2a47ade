#include "kernels/scan.hpp"

#include "kernels/recurrent_loop.hpp"
#include "simd/map.hpp"
#include "simd/math.hpp"

namespace unrolled {
namespace {

using namespace recurrent;

/// What both forms have in common: b = w n and a = 1 - w. For the GRU w = sigmoid(z), for the LSTM w = I / (F + I).
template <class Real>
struct Weight {
  V<Real> value, f, i;
};

template <class Real, class Io>
inline Weight<Real> weight(MinimalGates gates, const Real* x, std::size_t width, std::size_t unit, Io io) {
  const V<Real> first = simd::sigmoid(io.load(x + unit));
  if (gates == MinimalGates::gru) return {first, first, first};
  const V<Real> second = simd::sigmoid(io.load(x + width + unit));
  return {second / (first + second), first, second};
}

/// From dw: the gates' pre-activations.
template <class Real, class Io>
inline void weight_backward(MinimalGates gates, const Weight<Real>& w, V<Real> dw, Real* dx, std::size_t width,
                            std::size_t unit, Io io) {
  const V<Real> one(Real(1)), slope = dw * (w.value * (one - w.value));
  if (gates == MinimalGates::gru) return accumulate(io, slope, dx, unit);
  // w is the sigmoid of log I - log F, and d log sigmoid(x) / dx = 1 - sigmoid(x)
  accumulate(io, -slope * (one - w.f), dx, unit);
  accumulate(io, slope * (one - w.i), dx, width + unit);
}

}  // namespace

template <class Real>
void scan_forward(SequenceDims d, const ScanBuffers<Real>& x) {
  for (std::size_t t = 0, at = 0; t < d.steps; ++t, at += d.step_size()) {
    const Real* before = t > 0 ? &x.state[at - d.step_size()] : x.initial.data();
    for_units<Real>(d.step_size(), [&](std::size_t unit, auto io) {
      const V<Real> h = before != nullptr ? io.load(before + unit) : V<Real>(Real(0));
      io.store(io.load(&x.keep[at] + unit) * h + io.load(&x.add[at] + unit), &x.state[at] + unit);
    });
  }
}

template <class Real>
void scan_backward(SequenceDims d, const ScanBuffers<Real>& x, const ScanGradients<Real>& dx) {
  for (std::size_t t = d.steps; t-- > 0;) {
    const std::size_t at = t * d.step_size();
    const Real* before = t > 0 ? &x.state[at - d.step_size()] : x.initial.data();
    Real* dbefore = t > 0 ? &dx.state[at - d.step_size()] : dx.initial.data();
    Real *dkeep = given(dx.keep) ? &dx.keep[at] : nullptr, *dadd = given(dx.add) ? &dx.add[at] : nullptr;
    for_units<Real>(d.step_size(), [&](std::size_t unit, auto io) {
      const V<Real> dh = io.load(&dx.state[at] + unit);
      accumulate(io, dh, dadd, unit);
      if (before != nullptr) accumulate(io, dh * io.load(before + unit), dkeep, unit);
      accumulate(io, dh * io.load(&x.keep[at] + unit), dbefore, unit);
    });
  }
}

template <class Real>
void minimal_gates_forward(MinimalGates gates, std::size_t rows, std::size_t width, std::span<const Real> x,
                           std::span<Real> keep, std::span<Real> add) {
  const std::size_t last = gate_count(gates) - 1;
  for (std::size_t row = 0; row < rows; ++row) {
    const Real* from = &x[row * (last + 1) * width];
    for_units<Real>(width, [&](std::size_t unit, auto io) {
      const V<Real> w = weight(gates, from, width, unit, io).value;
      io.store(V<Real>(Real(1)) - w, &keep[row * width] + unit);
      io.store(w * io.load(from + last * width + unit), &add[row * width] + unit);
    });
  }
}

template <class Real>
void minimal_gates_backward(MinimalGates gates, std::size_t rows, std::size_t width, std::span<const Real> x,
                            std::span<const Real> dkeep, std::span<const Real> dadd, std::span<Real> dx) {
  const std::size_t last = gate_count(gates) - 1;
  for (std::size_t row = 0; row < rows; ++row) {
    const Real* from = &x[row * (last + 1) * width];
    Real* to = &dx[row * (last + 1) * width];
    for_units<Real>(width, [&](std::size_t unit, auto io) {
      const Weight<Real> w = weight(gates, from, width, unit, io);
      const V<Real> db = io.load(&dadd[row * width] + unit), n = io.load(from + last * width + unit);
      accumulate(io, db * w.value, to, last * width + unit);
      weight_backward(gates, w, db * n - io.load(&dkeep[row * width] + unit), to, width, unit, io);
    });
  }
}

#define UNROLLED_INSTANTIATE(Real)                                                                          \
  template void scan_forward<Real>(SequenceDims, const ScanBuffers<Real>&);                                 \
  template void scan_backward<Real>(SequenceDims, const ScanBuffers<Real>&, const ScanGradients<Real>&);    \
  template void minimal_gates_forward<Real>(MinimalGates, std::size_t, std::size_t, std::span<const Real>,  \
                                            std::span<Real>, std::span<Real>);                              \
  template void minimal_gates_backward<Real>(MinimalGates, std::size_t, std::size_t, std::span<const Real>, \
                                             std::span<const Real>, std::span<const Real>, std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
