#include "kernels/recurrent_lstm.hpp"

#include <algorithm>

#include "kernels/layer_norm.hpp"
#include "kernels/recurrent_loop.hpp"
#include "simd/math.hpp"

// The plain LSTM has its own, faster path in recurrent.cpp. Here a step has two halves, around the norm of the cell: all
// of the cell and the gates, then what is shown of it.

namespace unrolled {
namespace {

using namespace recurrent;

/// One row of one step; every pointer is to unit 0, and `gates` to gate i, the others H apart.
template <class Real>
struct Row {
  std::size_t width;
  const Real *product, *before, *peephole, *shown;  // nullptr for zeros; shown: what tanh reads
  Real *gates, *cell, *cell_tanh, *hidden;

  Row(SequenceDims d, const LstmBuffers<Real>& x, const LstmExtras<Real>& extras, std::size_t row)
      : width(d.width),
        product(given(extras.normed_product) ? &extras.normed_product[4 * (row % d.batch) * d.width] : nullptr),
        before(row_before<Real>(d, x.initial_cell, x.cell.data(), row)),
        peephole(extras.peephole.data()),
        shown((given(extras.normed_cell) ? &extras.normed_cell[0] : &x.cell[0]) + row * d.width),
        gates(&x.gates[4 * row * d.width]),
        cell(&x.cell[row * d.width]),
        cell_tanh(&x.cell_tanh[row * d.width]),
        hidden(&x.hidden[row * d.width]) {}

  template <class Io>
  V<Real> load(const Real* from, std::size_t part, std::size_t unit, Io io) const {
    return from != nullptr ? io.load(from + part * width + unit) : V<Real>(Real(0));
  }
};

template <class Real>
V<Real> gate(GateMode mode, V<Real> z) {
  if (mode == GateMode::learned) return simd::sigmoid(z);
  return V<Real>(Real(mode == GateMode::open ? 1 : 0));  // whose slope s (1 - s) is 0, as it should be
}

/// gates hold what is not in `product` of the pre-activations and leave as i f g o.
template <class Real, class Io>
inline void cell_forward(const LstmExtras<Real>& extras, const Row<Real>& row, std::size_t unit, Io io) {
  const auto z = [&](std::size_t k) {
    const V<Real> sum = row.load(row.gates, k, unit, io);
    return row.product != nullptr ? sum + row.load(row.product, k, unit, io) : sum;
  };
  const auto peep = [&](std::size_t k, V<Real> cell) { return row.load(row.peephole, k, unit, io) * cell; };
  const V<Real> before = row.load(row.before, 0, unit, io);
  const V<Real> i = gate(extras.input, z(0) + peep(0, before)), f = gate(extras.forget, z(1) + peep(1, before)),
                g = simd::tanh(z(2)), cell = f * before + i * g, o = gate(extras.output, z(3) + peep(2, cell));
  const V<Real> all[4] = {i, f, g, o};
  for (std::size_t k = 0; k < 4; ++k) io.store(all[k], row.gates + k * row.width + unit);
  io.store(cell, row.cell + unit);
}

template <class Real, class Io>
inline void hidden_forward(const Row<Real>& row, std::size_t unit, Io io) {
  const V<Real> cell_tanh = simd::tanh(io.load(row.shown + unit));
  io.store(cell_tanh, row.cell_tanh + unit);
  io.store(row.load(row.gates, 3, unit, io) * cell_tanh, row.hidden + unit);
}

/// Where a row's gradients go; nullptr: not wanted.
template <class Real>
struct RowGradient {
  const Real* hidden;
  Real *cell, *shown, *gates, *peephole;

  RowGradient(SequenceDims d, const LstmGradients<Real>& dx, const LstmExtraGradients<Real>& dextras, std::size_t row)
      : hidden(&dx.hidden[row * d.width]),
        cell(&dx.cell[row % d.batch * d.width]),
        shown(given(dextras.normed_cell) ? &dextras.normed_cell[row % d.batch * d.width] : nullptr),
        gates(&dx.gates[4 * row * d.width]),
        peephole(dextras.peephole.data()) {}
};

/// From dh: o, and what tanh read.
template <class Real, class Io>
inline void hidden_backward(const Row<Real>& row, const RowGradient<Real>& dx, std::size_t unit, Io io) {
  const V<Real> one(Real(1)), dh = io.load(dx.hidden + unit), o = row.load(row.gates, 3, unit, io);
  const V<Real> cell_tanh = io.load(row.cell_tanh + unit);
  const V<Real> dz = dh * cell_tanh * (o * (one - o)), dshown = dh * o * (one - cell_tanh * cell_tanh);
  io.store(dz, dx.gates + 3 * row.width + unit);
  accumulate(io, row.load(row.peephole, 2, unit, io) * dz, dx.cell, unit);
  if (dx.shown != nullptr)
    io.store(dshown, dx.shown + unit);
  else
    accumulate(io, dshown, dx.cell, unit);
}

/// From the by now total dc: the other gates, and dc[t-1].
template <class Real, class Io>
inline void cell_backward(const Row<Real>& row, const RowGradient<Real>& dx, std::size_t unit, Io io) {
  const V<Real> one(Real(1)), dc = io.load(dx.cell + unit), before = row.load(row.before, 0, unit, io);
  const V<Real> i = row.load(row.gates, 0, unit, io), f = row.load(row.gates, 1, unit, io),
                g = row.load(row.gates, 2, unit, io);
  const V<Real> dz[4] = {dc * g * (i * (one - i)), dc * before * (f * (one - f)), dc * i * (one - g * g),
                         io.load(dx.gates + 3 * row.width + unit)};
  io.store(dc * f + row.load(row.peephole, 0, unit, io) * dz[0] + row.load(row.peephole, 1, unit, io) * dz[1],
           dx.cell + unit);
  for (std::size_t k = 0; k < 4; ++k) io.store(dz[k], dx.gates + k * row.width + unit);
  if (dx.peephole == nullptr) return;
  accumulate(io, dz[0] * before, dx.peephole, unit);
  accumulate(io, dz[1] * before, dx.peephole, row.width + unit);
  accumulate(io, dz[3] * io.load(row.cell + unit), dx.peephole, 2 * row.width + unit);
}

/// The rows of step t of a sequence of B rows of `width`.
template <class Real>
std::span<Real> step_of(std::span<Real> sequence, SequenceDims d, std::size_t t, std::size_t width) {
  return sequence.subspan(t * d.batch * width, d.batch * width);
}

template <class Real>
void norm_backward(SequenceDims d, std::size_t t, std::size_t width, std::span<Real> x, std::span<const Real> weight,
                   std::span<Real> mean, std::span<Real> rstd, std::span<const Real> dy, std::span<Real> dx,
                   std::span<Real> dweight, std::span<Real> dbias) {
  layer_norm_backward<Real>(step_of(x, d, t, width), weight, step_of(mean, d, t, 1), step_of(rstd, d, t, 1), dy, dx,
                            dweight, dbias);
}

}  // namespace

template <class Real>
void lstm_extended_forward(SequenceDims d, const LstmBuffers<Real>& x, const LstmExtras<Real>& e) {
  const auto for_rows = [&](std::size_t t, auto body) {
    for (std::size_t b = 0; b < d.batch; ++b) {
      const Row<Real> row(d, x, e, t * d.batch + b);
      for_units<Real>(d.width, [&](std::size_t unit, auto io) { body(row, unit, io); });
    }
  };
  const auto step = [&](std::size_t t) {
    if (given(e.product))
      layer_norm_forward<Real>(step_of(e.product, d, t, 4 * d.width), e.norm_weight, e.norm_bias, e.normed_product,
                               step_of(e.mean, d, t, 1), step_of(e.rstd, d, t, 1));
    for_rows(t, [&](const Row<Real>& row, std::size_t unit, auto io) { cell_forward(e, row, unit, io); });
    if (given(e.normed_cell))
      layer_norm_forward<Real>(step_of(x.cell, d, t, d.width), e.cell_weight, e.cell_bias,
                               step_of(e.normed_cell, d, t, d.width), step_of(e.cell_mean, d, t, 1),
                               step_of(e.cell_rstd, d, t, 1));
    for_rows(t, [&](const Row<Real>& row, std::size_t unit, auto io) { hidden_forward(row, unit, io); });
  };
  run_forward(d, 4 * d.width, x.weight_hh_t, x.initial, x.hidden.data(),
              given(e.product) ? e.product.data() : x.gates.data(), given(e.product) ? Accumulate::no : Accumulate::yes,
              step);
}

template <class Real>
void lstm_extended_backward(SequenceDims d, const LstmBuffers<Real>& x, const LstmExtras<Real>& e,
                            const LstmGradients<Real>& dx, const LstmExtraGradients<Real>& de) {
  const std::size_t H = d.width;
  const std::span<Real> dproduct = given(e.product) ? de.product : dx.gates;
  if (given(e.product)) std::ranges::fill(dproduct, Real(0));
  const auto for_rows = [&](std::size_t t, auto body) {
    for (std::size_t b = 0; b < d.batch; ++b) {
      const Row<Real> row(d, x, e, t * d.batch + b);
      const RowGradient<Real> drow(d, dx, de, t * d.batch + b);
      for_units<Real>(H, [&](std::size_t unit, auto io) { body(row, drow, unit, io); });
    }
  };
  const auto step = [&](std::size_t t) {
    for_rows(
        t, [](const auto& row, const auto& drow, std::size_t unit, auto io) { hidden_backward(row, drow, unit, io); });
    if (given(e.normed_cell))
      norm_backward<Real>(d, t, H, x.cell, e.cell_weight, e.cell_mean, e.cell_rstd, de.normed_cell, dx.cell,
                          de.cell_weight, de.cell_bias);
    for_rows(t,
             [](const auto& row, const auto& drow, std::size_t unit, auto io) { cell_backward(row, drow, unit, io); });
    if (given(e.product))
      norm_backward<Real>(d, t, 4 * H, e.product, e.norm_weight, e.mean, e.rstd, step_of(dx.gates, d, t, 4 * H),
                          step_of(dproduct, d, t, 4 * H), de.norm_weight, de.norm_bias);
  };
  run_backward(d, 4 * H, x.weight_hh, dproduct.data(), dx.hidden.data(), dx.initial, step);
  recurrent_weight_gradient<Real>(d, 4 * H, dproduct.data(), x.hidden.data(), x.initial, dx.weight_hh);
}

#define UNROLLED_INSTANTIATE(Real)                                                                            \
  template void lstm_extended_forward<Real>(SequenceDims, const LstmBuffers<Real>&, const LstmExtras<Real>&); \
  template void lstm_extended_backward<Real>(SequenceDims, const LstmBuffers<Real>&, const LstmExtras<Real>&, \
                                             const LstmGradients<Real>&, const LstmExtraGradients<Real>&);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
