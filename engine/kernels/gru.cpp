#include "kernels/gru.hpp"

#include "kernels/linear.hpp"
#include "kernels/long_sum.hpp"
#include "kernels/recurrent_loop.hpp"
#include "simd/math.hpp"

// A step has two halves, the gates r and z and then the candidate n with the new h, because Reset::before has a product
// between them. The sums of r and z start from what the input gave them, in place; so does n for Reset::before, while
// for Reset::after its product is kept in `inner`.

namespace unrolled {
namespace {

using namespace recurrent;

/// One row of one step; every pointer is to unit 0, and `gates` to gate r, the others H apart.
template <class Real>
struct Row {
  std::size_t width;
  const Real *bias, *before;  // before: nullptr for zeros
  Real *gates, *inner, *hidden;

  Row(SequenceDims d, const GruBuffers<Real>& x, std::size_t row)
      : width(d.width),
        bias(x.bias_hh.data()),
        before(row_before<Real>(d, x.initial, x.hidden.data(), row)),
        gates(&x.gates[3 * row * d.width]),
        inner(&x.inner[row * d.width]),
        hidden(&x.hidden[row * d.width]) {}

  template <class Io>
  V<Real> memory(std::size_t unit, Io io) const {
    return before != nullptr ? io.load(before + unit) : V<Real>(Real(0));
  }
};

/// Gate k, r or z, from its sum.
template <class Real, class Io>
inline V<Real> gate(const Row<Real>& row, std::size_t k, std::size_t unit, Io io) {
  const std::size_t at = k * row.width + unit;
  return simd::sigmoid(io.load(row.gates + at) + io.load(row.bias + at));
}

/// r and z in place of their sums; for Reset::before also what n's product reads, r h[t-1].
template <class Real, class Io>
inline void gates_forward(Reset reset, const Row<Real>& row, std::size_t unit, Io io) {
  const V<Real> r = gate(row, 0, unit, io), z = gate(row, 1, unit, io);
  io.store(r, row.gates + unit);
  io.store(z, row.gates + row.width + unit);
  if (reset == Reset::before) io.store(r * row.memory(unit, io), row.inner + unit);
}

/// n in place of its sum, and h.
template <class Real, class Io>
inline void hidden_forward(Reset reset, const Row<Real>& row, std::size_t unit, Io io) {
  const std::size_t at = 2 * row.width + unit;
  const V<Real> z = io.load(row.gates + row.width + unit), bias = io.load(row.bias + at);
  V<Real> recurrent = bias;
  if (reset == Reset::after) {
    const V<Real> inner = io.load(row.inner + unit) + bias;
    io.store(inner, row.inner + unit);
    recurrent = io.load(row.gates + unit) * inner;
  }
  const V<Real> n = simd::tanh(io.load(row.gates + at) + recurrent);
  io.store(n, row.gates + at);
  io.store((V<Real>(Real(1)) - z) * n + z * row.memory(unit, io), row.hidden + unit);
}

/// Where a row's gradients go; nullptr: not wanted.
template <class Real>
struct RowGradient {
  const Real* hidden;
  Real *gates, *inner, *before;

  RowGradient(SequenceDims d, Reset reset, const GruGradients<Real>& dx, std::size_t row)
      : hidden(&dx.hidden[row * d.width]),
        gates(&dx.gates[3 * row * d.width]),
        inner(&dx.inner[(reset == Reset::after ? row : row % d.batch) * d.width]),
        before(row >= d.batch      ? &dx.hidden[row * d.width] - d.step_size()
               : given(dx.initial) ? &dx.initial[row * d.width]
                                   : nullptr) {}
};

/// From dh: z, n, and the direct way to h[t-1]; for Reset::after r too.
template <class Real, class Io>
inline void hidden_backward(Reset reset, const Row<Real>& row, const RowGradient<Real>& dx, std::size_t unit, Io io) {
  const std::size_t width = row.width;
  const V<Real> one(Real(1)), dh = io.load(dx.hidden + unit);
  const V<Real> r = io.load(row.gates + unit), z = io.load(row.gates + width + unit),
                n = io.load(row.gates + 2 * width + unit);
  const V<Real> dn = dh * (one - z) * (one - n * n);
  accumulate(io, dh * z, dx.before, unit);
  io.store(dh * (row.memory(unit, io) - n) * (z * (one - z)), dx.gates + width + unit);
  io.store(dn, dx.gates + 2 * width + unit);
  if (reset == Reset::before) return;
  io.store(dn * r, dx.inner + unit);
  io.store(dn * io.load(row.inner + unit) * (r * (one - r)), dx.gates + unit);
}

/// Reset::before: r and the rest of h[t-1], from the gradient of r h[t-1].
template <class Real, class Io>
inline void reset_backward(const Row<Real>& row, const RowGradient<Real>& dx, std::size_t unit, Io io) {
  const V<Real> r = io.load(row.gates + unit), inner = io.load(dx.inner + unit);
  accumulate(io, inner * r, dx.before, unit);
  io.store(inner * row.memory(unit, io) * (r * (V<Real>(Real(1)) - r)), dx.gates + unit);
}

/// body(row, unit, io) for all of one step.
template <class Real, class Body>
inline void for_step(SequenceDims d, const GruBuffers<Real>& x, std::size_t t, Body body) {
  for (std::size_t b = 0; b < d.batch; ++b) {
    const Row<Real> row(d, x, t * d.batch + b);
    for_units<Real>(d.width, [&](std::size_t unit, auto io) { body(row, unit, io); });
  }
}

/// body(row, its gradient, unit, io) for all of one step.
template <class Real, class Body>
inline void for_step(SequenceDims d, Reset reset, const GruBuffers<Real>& x, const GruGradients<Real>& dx,
                     std::size_t t, Body body) {
  for (std::size_t b = 0; b < d.batch; ++b) {
    const Row<Real> row(d, x, t * d.batch + b);
    const RowGradient<Real> drow(d, reset, dx, t * d.batch + b);
    for_units<Real>(d.width, [&](std::size_t unit, auto io) { body(row, drow, unit, io); });
  }
}

/// r and z alone.
Gates gates_of(SequenceDims d) { return {3 * d.width, 2 * d.width}; }

/// dW_hn, from what the candidate's product read.
template <class Real>
void candidate_weight_gradient(SequenceDims d, Reset reset, const GruBuffers<Real>& x, const GruGradients<Real>& dx) {
  if (!given(dx.weight_hh)) return;
  const std::size_t H = d.width;
  const std::span<Real> dweight = dx.weight_hh.subspan(2 * H * H);
  if (reset == Reset::after)
    recurrent_weight_gradient<Real>(d, H, dx.inner.data(), x.hidden.data(), x.initial, dweight);
  else
    gemm_tn(H, H, d.rows(), &dx.gates[2 * H], 3 * H, x.inner.data(), H, dweight.data(), H, Accumulate::yes);
}

/// db_hh += the sums over all rows; for Reset::after, those of n are of `inner`.
template <class Real>
void bias_gradient(SequenceDims d, Reset reset, const GruGradients<Real>& dx) {
  if (!given(dx.bias_hh)) return;
  if (reset == Reset::before) return add_column_sums<Real>(dx.gates, dx.bias_hh);
  const std::size_t H = d.width;
  add_row_terms(d.rows(), 2 * H, dx.bias_hh.data(),
                [&](std::size_t row, std::size_t first, auto at) { return at.load(&dx.gates[3 * row * H + first]); });
  add_column_sums<Real>(dx.inner, dx.bias_hh.subspan(2 * H));
}

}  // namespace

template <class Real>
void gru_forward(SequenceDims d, Reset reset, const GruBuffers<Real>& x) {
  const std::size_t H = d.width;
  const auto step = [&](std::size_t t) {
    for_step(d, x, t, [&](const Row<Real>& row, std::size_t unit, auto io) { gates_forward(reset, row, unit, io); });
    const Real* weight = &x.weight_hh_t[2 * H];
    Real* inner = &x.inner[t * d.step_size()];
    if (reset == Reset::after)
      recurrent_product<Real>(d, t, x.initial, x.hidden.data(), H, weight, 3 * H, inner, H, Accumulate::no);
    else
      gemm_nn(d.batch, H, H, inner, H, weight, recurrent_stride(3 * H), &x.gates[3 * t * d.step_size() + 2 * H], 3 * H,
              Accumulate::yes);
    for_step(d, x, t, [&](const Row<Real>& row, std::size_t unit, auto io) { hidden_forward(reset, row, unit, io); });
  };
  run_forward(d, gates_of(d), x.weight_hh_t, x.initial, x.hidden.data(), x.gates.data(), Accumulate::yes, step);
}

template <class Real>
void gru_backward(SequenceDims d, Reset reset, const GruBuffers<Real>& x, const GruGradients<Real>& dx) {
  const std::size_t H = d.width;
  const auto step = [&](std::size_t t) {
    const Real* weight = &x.weight_hh[2 * H * H];
    for_step(d, reset, x, dx, t, [&](const Row<Real>& row, const RowGradient<Real>& drow, std::size_t unit, auto io) {
      hidden_backward(reset, row, drow, unit, io);
    });
    if (reset == Reset::after) {
      Real* before = gradient_before(d, t, dx.hidden.data(), dx.initial);
      if (before != nullptr)
        gemm_nn(d.batch, H, H, &dx.inner[t * d.step_size()], H, weight, H, before, H, Accumulate::yes);
      return;
    }
    gemm_nn(d.batch, H, H, &dx.gates[3 * t * d.step_size() + 2 * H], 3 * H, weight, H, dx.inner.data(), H,
            Accumulate::no);
    for_step(d, reset, x, dx, t, [&](const Row<Real>& row, const RowGradient<Real>& drow, std::size_t unit, auto io) {
      reset_backward(row, drow, unit, io);
    });
  };
  run_backward(d, gates_of(d), x.weight_hh, dx.gates.data(), dx.hidden.data(), dx.initial, step);
  recurrent_weight_gradient<Real>(d, gates_of(d), dx.gates.data(), x.hidden.data(), x.initial, dx.weight_hh);
  candidate_weight_gradient(d, reset, x, dx);
  bias_gradient(d, reset, dx);
}

#define UNROLLED_INSTANTIATE(Real)                                               \
  template void gru_forward<Real>(SequenceDims, Reset, const GruBuffers<Real>&); \
  template void gru_backward<Real>(SequenceDims, Reset, const GruBuffers<Real>&, const GruGradients<Real>&);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
