#include "measures/input_probe.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measures/held_out_batches.hpp"
#include "models/registry.hpp"

namespace unrolled {
namespace {

/// More symbols than the positions where the vocabulary happens to be as large: then no weight keeps its shape.
std::size_t own_count(const Signature& signature, std::size_t positions) {
  while (positions == signature.input.symbols || positions == signature.source.symbols) ++positions;
  return positions;
}

Configured untied(Configured configured) {
  if (configured.kind == "transformer") configured.options.set("tied", false);
  return configured;
}

std::size_t count_before(const Shape& shape, std::size_t axis) {
  std::size_t count = 1;
  for (std::size_t i = 0; i < axis; ++i) count *= shape[i];
  return count;
}

/// The axis in which two shapes differ; the rank where they do not.
std::size_t differing_axis(const Shape& a, const Shape& b) {
  std::size_t axis = 0;
  while (axis < a.rank() && a[axis] == b[axis]) ++axis;
  return axis;
}

}  // namespace

InputProbe::InputProbe(const Subject& subject, std::size_t most) : original_(subject.model) {
  const StreamLengths lengths = subject.form.lengths;
  const std::size_t sequences = part_rows(subject, lengths, most, 3);
  const Signature& signature = subject.form.signature;
  source_.dims = {sequences, lengths.source}, input_.dims = {sequences, lengths.input};
  source_.features = signature.source.features, input_.features = signature.input.features;
  input_.first = signature.source.symbols > 0 ? source_.dims.positions() : 0;
  Signature own = signature;
  const std::size_t symbols = own_count(signature, input_.first + input_.dims.positions());
  if (own.input.symbols > 0) own.input.symbols = symbols;
  if (own.source.symbols > 0) own.source.symbols = symbols;
  if (own != signature) own_ = make_model<float>(untied(subject.configured), own);
  plan_.emplace(own_ ? *own_ : original_, own, BatchSize(sequences, lengths, subject.form.form), 0, Grad::yes);
}

MeasurePrice InputProbe::price(std::size_t sequences) const {
  const std::size_t weights = own_ ? own_->parameters().bytes() : 0, parts = (sequences + rows() - 1) / rows();
  return {double(weights + plan_->bytes()), 3 * plan_->cost().flops * double(parts)};
}

void InputProbe::allocate() {
  plan_->allocate();
  input_.grads = plan_->input_grads();
  source_.grads = plan_->source_grads();
  if (!own_) return;
  own_->parameters().allocate();
  for (Tensor<float>& to : own_->parameters().tensors()) {
    const Tensor<float>* from = original_.parameters().find(to.name);
    if (from == nullptr) from = original_.parameters().find("embedding.weight");  // tied to the head
    const std::size_t axis = differing_axis(from->shape, to.shape);
    if (axis < to.shape.rank())
      slices_.push_back({from, &to, axis});
    else
      std::ranges::copy(from->value, to.value.begin());
  }
}

void InputProbe::own_symbols(Reading& reading, const StreamBatch& stream) {
  if (stream.tokens.empty()) return;
  reading.tokens.assign(stream.tokens.begin(), stream.tokens.end());
  for (std::size_t i = 0; i < stream.tokens.size(); ++i)
    stream.tokens[i] = static_cast<std::int32_t>(reading.first + i);
}

/// That stands where an own symbol stands, of `known` symbols of a vocabulary. What no position has is never read.
std::int32_t InputProbe::symbol_of(std::size_t own, std::size_t known) const {
  const Reading& reading = own < input_.first ? source_ : input_;
  const std::size_t at = own - reading.first;
  const std::int32_t symbol = at < reading.tokens.size() ? reading.tokens[at] : 0;
  return std::size_t(symbol) < known ? symbol : 0;
}

void InputProbe::gather(const Slices& slices) const {
  const auto& [from, to, axis] = slices;
  const std::size_t before = count_before(to->shape, axis), own = to->shape[axis], known = from->shape[axis];
  const std::size_t after = to->shape.count() / (before * own);
  for (std::size_t i = 0; i < before; ++i)
    for (std::size_t j = 0; j < own; ++j)
      std::ranges::copy(from->value.subspan((i * known + std::size_t(symbol_of(j, known))) * after, after),
                        to->value.begin() + std::ptrdiff_t((i * own + j) * after));
}

double InputProbe::read() {
  const Batch batch = plan_->batch();
  own_symbols(source_, batch.source);
  own_symbols(input_, batch.input);
  for (const Slices& slices : slices_) gather(slices);
  if (own_) own_->parameters().zero_grads();
  return plan_->forward({});
}

double InputProbe::norm(const Reading& reading, std::size_t b, std::size_t t) const {
  const std::size_t at = position_index(plan_->layout(), reading.dims, b, t);
  double sum = 0;
  for (std::size_t f = 0; f < reading.features; ++f) {  // a vector that is read twice comes in once
    double total = 0;
    for (const auto& grads : reading.grads) total += double(grads[at * reading.features + f]);
    sum += total * total;
  }
  if (reading.features > 0) return std::sqrt(sum);
  for (const auto& [from, to, axis] : slices_) {
    const std::size_t before = count_before(to->shape, axis), own = to->shape[axis];
    const std::size_t after = to->shape.count() / (before * own);
    for (std::size_t i = 0; i < before; ++i)
      for (float g : to->grad.subspan((i * own + reading.first + at) * after, after)) sum += double(g) * double(g);
  }
  return std::sqrt(sum);
}

void repeat_first_row(const Batch& batch, Layout layout, bool whole) {
  const auto repeat = [&](const StreamBatch& stream) {
    for (std::size_t b = 1; b < stream.dims.batch; ++b) {
      stream.lengths[b] = stream.lengths[0];
      for (std::size_t t = 0; t < stream.dims.length; ++t) {
        const std::size_t from = position_index(layout, stream.dims, 0, t),
                          to = position_index(layout, stream.dims, b, t);
        if (!stream.tokens.empty()) stream.tokens[to] = stream.tokens[from];
        std::ranges::copy(stream.values.subspan(from * stream.features, stream.values.empty() ? 0 : stream.features),
                          stream.values.begin() + std::ptrdiff_t(to * stream.features));
      }
    }
  };
  repeat(batch.input);
  if (batch.source.dims.length > 0) repeat(batch.source);
  const BatchDims dims{batch.input.dims.batch, whole ? 1 : batch.input.dims.length};
  for (std::size_t b = 1; b < dims.batch; ++b)
    for (std::size_t t = 0; t < dims.length; ++t) {
      const std::size_t from = position_index(layout, dims, 0, t), to = position_index(layout, dims, b, t);
      if (!batch.targets.empty()) batch.targets[to] = batch.targets[from];
      for (std::size_t i = 0; i < batch.width && !batch.numbers.empty(); ++i)
        batch.numbers[to * batch.width + i] = batch.numbers[from * batch.width + i];
    }
}

std::vector<std::size_t> counting_rows(const Batch& batch, Layout layout, bool whole, std::size_t b) {
  if (batch.targets.empty() && batch.numbers.empty()) return {b};  // a mixture, which answers whole sequences
  std::vector<std::size_t> rows;
  for (std::size_t t = 0; t < (whole ? 1 : batch.input.dims.length); ++t) {
    const std::size_t row = whole ? b : position_index(layout, batch.input.dims, b, t);
    const bool counts = batch.targets.empty() ? !std::isnan(batch.numbers[row * batch.width]) : batch.targets[row] >= 0;
    if (counts) rows.push_back(row);
  }
  return rows;
}

std::size_t position_of(const Batch& batch, Layout layout, bool whole, std::size_t b, std::size_t row) {
  if (whole) return length_of(batch.input, b) - 1;
  const BatchDims dims = batch.input.dims;
  return layout == Layout::time_major ? row / dims.batch : row % dims.length;
}

void leave_out(const Batch& batch, std::size_t row) {
  if (!batch.targets.empty())
    batch.targets[row] = kNoTarget;
  else if (!batch.numbers.empty())
    batch.numbers[row * batch.width] = std::numeric_limits<float>::quiet_NaN();
}

std::size_t length_of(const StreamBatch& stream, std::size_t b) { return std::size_t(stream.lengths[b]); }

}  // namespace unrolled
