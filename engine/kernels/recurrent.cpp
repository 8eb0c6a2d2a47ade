#include "kernels/recurrent.hpp"

#include <algorithm>

#include "kernels/recurrent_loop.hpp"
#include "simd/map.hpp"
#include "simd/math.hpp"

namespace unrolled {
namespace {

using namespace recurrent;

template <class Real>
V<Real> relu(V<Real> z) {
  return xsimd::select(z < V<Real>(Real(0)), V<Real>(Real(0)), z);  // NaN stays NaN
}

/// f'(z) from h = f(z).
template <class Real>
V<Real> slope(Nonlinearity f, V<Real> h) {
  const V<Real> one(Real(1)), zero(Real(0));
  return f == Nonlinearity::tanh ? one - h * h : xsimd::select(h > zero, one, zero);
}

/// One row of one LSTM step; every pointer is to unit 0, and `gates` to gate i, the others H apart.
template <class Real>
struct LstmRow {
  const Real* cell_before;  // nullptr: zeros
  Real *gates, *cell, *cell_tanh, *hidden;
};

template <class Real>
LstmRow<Real> lstm_row(SequenceDims d, const LstmBuffers<Real>& x, std::size_t row) {
  const std::size_t at = row * d.width;
  const Real* before = row_before<Real>(d, x.initial_cell, x.cell.data(), row);
  return {before, &x.gates[4 * at], &x.cell[at], &x.cell_tanh[at], &x.hidden[at]};
}

/// gates hold the pre-activations of one row and leave as i f g o. One function after the other takes a sixth less time
/// in Chromium than all of them unit by unit, whose constants are more than it has registers for.
template <class Real>
void lstm_gates(std::size_t width, Real* gates) {
  const auto sigmoid = [](auto z) { return simd::sigmoid(z); };
  simd::map(2 * width, gates, gates, sigmoid);
  simd::map(width, gates + 2 * width, gates + 2 * width, [](auto z) { return simd::tanh(z); });
  simd::map(width, gates + 3 * width, gates + 3 * width, sigmoid);
}

template <class Real, class Io>
inline void lstm_unit_forward(std::size_t width, const LstmRow<Real>& row, std::size_t unit, Io io) {
  const auto gate = [&](std::size_t k) { return io.load(row.gates + k * width + unit); };
  const V<Real> before = row.cell_before != nullptr ? io.load(row.cell_before + unit) : V<Real>(Real(0));
  const V<Real> cell = gate(1) * before + gate(0) * gate(2), cell_tanh = simd::tanh(cell);
  io.store(cell, row.cell + unit);
  io.store(cell_tanh, row.cell_tanh + unit);
  io.store(gate(3) * cell_tanh, row.hidden + unit);
}

template <class Real>
struct LstmRowGradient {
  const Real* hidden;
  Real *cell, *gates;
};

template <class Real, class Io>
inline void lstm_unit_backward(std::size_t width, const LstmRow<Real>& row, const LstmRowGradient<Real>& dx,
                               std::size_t unit, Io io) {
  const V<Real> one(Real(1));
  const V<Real> i = io.load(row.gates + unit), f = io.load(row.gates + width + unit),
                g = io.load(row.gates + 2 * width + unit), o = io.load(row.gates + 3 * width + unit);
  const V<Real> before = row.cell_before != nullptr ? io.load(row.cell_before + unit) : V<Real>(Real(0));
  const V<Real> cell_tanh = io.load(row.cell_tanh + unit), dh = io.load(dx.hidden + unit);
  const V<Real> dc = io.load(dx.cell + unit) + dh * o * (one - cell_tanh * cell_tanh);
  const V<Real> dgates[4] = {dc * g * (i * (one - i)), dc * before * (f * (one - f)), dc * i * (one - g * g),
                             dh * cell_tanh * (o * (one - o))};
  io.store(dc * f, dx.cell + unit);
  for (std::size_t k = 0; k < 4; ++k) io.store(dgates[k], dx.gates + k * width + unit);
}

}  // namespace

template <class Real>
void rnn_forward(SequenceDims d, Nonlinearity f, const RnnBuffers<Real>& x) {
  std::ranges::copy(x.gate_input, x.hidden.begin());
  const auto step = [&](std::size_t t) {
    Real* hidden = &x.hidden[t * d.step_size()];  // holds the pre-activations
    for_units<Real>(d.step_size(), [&](std::size_t unit, auto io) {
      const V<Real> z = io.load(hidden + unit);
      io.store(f == Nonlinearity::tanh ? simd::tanh(z) : relu<Real>(z), hidden + unit);
    });
  };
  run_forward(d, d.width, x.weight_hh_t, x.initial, x.hidden.data(), x.hidden.data(), Accumulate::yes, step);
}

template <class Real>
void rnn_backward(SequenceDims d, Nonlinearity f, const RnnBuffers<Real>& x, const RnnGradients<Real>& dx) {
  const auto step = [&](std::size_t t) {
    const std::size_t at = t * d.step_size();
    for_units<Real>(d.step_size(), [&](std::size_t unit, auto io) {
      const V<Real> dh = io.load(&dx.hidden[at] + unit), h = io.load(&x.hidden[at] + unit);
      io.store(dh * slope<Real>(f, h), &dx.gate_input[at] + unit);
    });
  };
  run_backward(d, d.width, x.weight_hh, dx.gate_input.data(), dx.hidden.data(), dx.initial, step);
  recurrent_weight_gradient<Real>(d, d.width, dx.gate_input.data(), x.hidden.data(), x.initial, dx.weight_hh);
}

template <class Real>
void lstm_forward(SequenceDims d, const LstmBuffers<Real>& x) {
  const auto step = [&](std::size_t t) {
    for (std::size_t b = 0; b < d.batch; ++b) {
      const LstmRow<Real> row = lstm_row(d, x, t * d.batch + b);
      lstm_gates(d.width, row.gates);
      for_units<Real>(d.width, [&](std::size_t unit, auto io) { lstm_unit_forward(d.width, row, unit, io); });
    }
  };
  run_forward(d, 4 * d.width, x.weight_hh_t, x.initial, x.hidden.data(), x.gates.data(), Accumulate::yes, step);
}

template <class Real>
void lstm_backward(SequenceDims d, const LstmBuffers<Real>& x, const LstmGradients<Real>& dx) {
  const auto step = [&](std::size_t t) {
    for (std::size_t b = 0; b < d.batch; ++b) {
      const std::size_t r = t * d.batch + b, at = r * d.width;
      const LstmRow<Real> row = lstm_row(d, x, r);
      const LstmRowGradient<Real> drow{&dx.hidden[at], &dx.cell[b * d.width], &dx.gates[4 * at]};
      for_units<Real>(d.width, [&](std::size_t unit, auto io) { lstm_unit_backward(d.width, row, drow, unit, io); });
    }
  };
  run_backward(d, 4 * d.width, x.weight_hh, dx.gates.data(), dx.hidden.data(), dx.initial, step);
  recurrent_weight_gradient<Real>(d, 4 * d.width, dx.gates.data(), x.hidden.data(), x.initial, dx.weight_hh);
}

#define UNROLLED_INSTANTIATE(Real)                                                                                  \
  template void rnn_forward<Real>(SequenceDims, Nonlinearity, const RnnBuffers<Real>&);                             \
  template void rnn_backward<Real>(SequenceDims, Nonlinearity, const RnnBuffers<Real>&, const RnnGradients<Real>&); \
  template void lstm_forward<Real>(SequenceDims, const LstmBuffers<Real>&);                                         \
  template void lstm_backward<Real>(SequenceDims, const LstmBuffers<Real>&, const LstmGradients<Real>&);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
