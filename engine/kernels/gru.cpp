#include "kernels/gru.hpp"

#include "kernels/linear.hpp"
#include "kernels/recurrent_loop.hpp"
#include "simd/math.hpp"

// A step has two halves, the gates r and z and then the candidate n with the new h, because Reset::before has a product
// between them. Reset::after runs them one after the other over each row.

namespace unrolled {
namespace {

using namespace recurrent;

/// One row of one step; every pointer is to unit 0, and `gates` to gate r, the others H apart.
template <class Real>
struct Row {
  std::size_t width;
  const Real *gate_input, *bias, *before;  // before: nullptr for zeros
  Real *gates, *inner, *hidden;

  Row(SequenceDims d, const GruBuffers<Real>& x, std::size_t row)
      : width(d.width),
        gate_input(&x.gate_input[3 * row * d.width]),
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

/// Gate k, r or z, from its product.
template <class Real, class Io>
inline V<Real> gate(const Row<Real>& row, std::size_t k, std::size_t unit, Io io) {
  const std::size_t at = k * row.width + unit;
  return simd::sigmoid((io.load(row.gates + at) + io.load(row.bias + at)) + io.load(row.gate_input + at));
}

/// r and z in place of their products; for Reset::before also what n's product reads, r h[t-1].
template <class Real, class Io>
inline void gates_forward(Reset reset, const Row<Real>& row, std::size_t unit, Io io) {
  const V<Real> r = gate(row, 0, unit, io), z = gate(row, 1, unit, io);
  io.store(r, row.gates + unit);
  io.store(z, row.gates + row.width + unit);
  if (reset == Reset::before) io.store(r * row.memory(unit, io), row.inner + unit);
}

/// n in place of its product, and h.
template <class Real, class Io>
inline void hidden_forward(Reset reset, const Row<Real>& row, std::size_t unit, Io io) {
  const std::size_t at = 2 * row.width + unit;
  const V<Real> product = io.load(row.gates + at) + io.load(row.bias + at), z = io.load(row.gates + row.width + unit);
  const V<Real> recurrent = reset == Reset::after ? io.load(row.gates + unit) * product : product;
  const V<Real> n = simd::tanh(io.load(row.gate_input + at) + recurrent);
  if (reset == Reset::after) io.store(product, row.inner + unit);
  io.store(n, row.gates + at);
  io.store((V<Real>(Real(1)) - z) * n + z * row.memory(unit, io), row.hidden + unit);
}

/// Where a row's gradients go; nullptr: not wanted.
template <class Real>
struct RowGradient {
  const Real* hidden;
  Real *product, *gate_input, *before;
  const Real* inner;

  RowGradient(SequenceDims d, const GruGradients<Real>& dx, std::size_t row)
      : hidden(&dx.hidden[row * d.width]),
        product(&dx.product[3 * row * d.width]),
        gate_input(given(dx.gate_input) ? &dx.gate_input[3 * row * d.width] : nullptr),
        before(row >= d.batch      ? &dx.hidden[row * d.width] - d.step_size()
               : given(dx.initial) ? &dx.initial[row * d.width]
                                   : nullptr),
        inner(given(dx.inner) ? &dx.inner[row % d.batch * d.width] : nullptr) {}

  /// Of a gate's pre-activation, which is what the input gave plus what the recurrence gave.
  template <class Io>
  void store_gate(V<Real> value, std::size_t at, Io io) const {
    io.store(value, product + at);
    accumulate(io, value, gate_input, at);
  }
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
  dx.store_gate(dh * (row.memory(unit, io) - n) * (z * (one - z)), width + unit, io);
  dx.store_gate(dn, 2 * width + unit, io);
  if (reset == Reset::before) return;
  io.store(dn * r, dx.product + 2 * width + unit);
  dx.store_gate(dn * io.load(row.inner + unit) * (r * (one - r)), unit, io);
}

/// Reset::before: r and the rest of h[t-1], from the gradient of r h[t-1].
template <class Real, class Io>
inline void reset_backward(const Row<Real>& row, const RowGradient<Real>& dx, std::size_t unit, Io io) {
  const V<Real> r = io.load(row.gates + unit), inner = io.load(dx.inner + unit);
  accumulate(io, inner * r, dx.before, unit);
  dx.store_gate(inner * row.memory(unit, io) * (r * (V<Real>(Real(1)) - r)), unit, io);
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
inline void for_step(SequenceDims d, const GruBuffers<Real>& x, const GruGradients<Real>& dx, std::size_t t,
                     Body body) {
  for (std::size_t b = 0; b < d.batch; ++b) {
    const Row<Real> row(d, x, t * d.batch + b);
    const RowGradient<Real> drow(d, dx, t * d.batch + b);
    for_units<Real>(d.width, [&](std::size_t unit, auto io) { body(row, drow, unit, io); });
  }
}

Gates columns(SequenceDims d, Reset reset) { return {3 * d.width, (reset == Reset::after ? 3 : 2) * d.width}; }

}  // namespace

template <class Real>
void gru_forward(SequenceDims d, Reset reset, const GruBuffers<Real>& x) {
  const std::size_t H = d.width;
  const auto step = [&](std::size_t t) {
    for_step(d, x, t, [&](const Row<Real>& row, std::size_t unit, auto io) { gates_forward(reset, row, unit, io); });
    if (reset == Reset::before)
      gemm_nn(d.batch, H, H, &x.inner[t * d.step_size()], H, &x.weight_hh_t[2 * H], 3 * H,
              &x.gates[3 * t * d.step_size() + 2 * H], 3 * H, Accumulate::no);
    for_step(d, x, t, [&](const Row<Real>& row, std::size_t unit, auto io) { hidden_forward(reset, row, unit, io); });
  };
  run_forward(d, columns(d, reset), x.weight_hh_t, x.initial, x.hidden.data(), x.gates.data(), step);
}

template <class Real>
void gru_backward(SequenceDims d, Reset reset, const GruBuffers<Real>& x, const GruGradients<Real>& dx) {
  const std::size_t H = d.width;
  const auto step = [&](std::size_t t) {
    for_step(d, x, dx, t, [&](const Row<Real>& row, const RowGradient<Real>& drow, std::size_t unit, auto io) {
      hidden_backward(reset, row, drow, unit, io);
    });
    if (reset == Reset::after) return;
    gemm_nn(d.batch, H, H, &dx.product[3 * t * d.step_size() + 2 * H], 3 * H, &x.weight_hh[2 * H * H], H,
            dx.inner.data(), H, Accumulate::no);
    for_step(d, x, dx, t, [&](const Row<Real>& row, const RowGradient<Real>& drow, std::size_t unit, auto io) {
      reset_backward(row, drow, unit, io);
    });
  };
  run_backward(d, columns(d, reset), x.weight_hh, dx.product.data(), dx.hidden.data(), dx.initial, step);
  recurrent_weight_gradient<Real>(d, columns(d, reset), dx.product.data(), x.hidden.data(), x.initial, dx.weight_hh);
  if (reset == Reset::before && given(dx.weight_hh))
    gemm_tn(H, H, d.rows(), &dx.product[2 * H], 3 * H, x.inner.data(), H, &dx.weight_hh[2 * H * H], H, Accumulate::yes);
  if (given(dx.bias_hh)) add_column_sums<Real>(dx.product, dx.bias_hh);
}

#define UNROLLED_INSTANTIATE(Real)                                               \
  template void gru_forward<Real>(SequenceDims, Reset, const GruBuffers<Real>&); \
  template void gru_backward<Real>(SequenceDims, Reset, const GruBuffers<Real>&, const GruGradients<Real>&);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
