#include "measures/patching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unrolled {
namespace {

std::vector<float> copy_of(const Tensor<float>& tensor) { return {tensor.value.begin(), tensor.value.end()}; }

}  // namespace

Patching::Patching(LossPlan<float>& plan, std::vector<PatchLayer> layers)
    : plan_(plan), layers_(std::move(layers)), writers_(layers_.size(), plan.plan().op_count()) {
  // Ops do not say what they write: it is whoever makes a number of what was none.
  for (const PatchLayer& layer : layers_) tensor(layer.shown).value[0] = std::numeric_limits<float>::quiet_NaN();
  for (std::size_t op = 0; op < plan.plan().op_count(); ++op) {
    plan.plan().forward_op(op, {});
    for (std::size_t i = 0; i < layers_.size(); ++i)
      if (writers_[i] == plan.plan().op_count() && !std::isnan(tensor(layers_[i].shown).value[0])) writers_[i] = op;
  }
}

BatchDims Patching::dims(const PatchLayer& layer) {
  const Batch batch = plan_.batch();
  return layer.source ? batch.source.dims : batch.input.dims;
}

std::size_t Patching::step_of(const PatchLayer& layer, std::size_t b, std::size_t position) {
  if (!layer.order) return position;
  const Batch batch = plan_.batch();
  const StreamBatch& stream = layer.source ? batch.source : batch.input;
  return step_before(*layer.order, position, std::size_t(stream.lengths[b]), stream.dims.length);
}

Patching::Memory Patching::run() {
  Memory memory;
  memory.layers.resize(layers_.size());
  for (std::size_t op = 0; op < plan_.plan().op_count(); ++op) {
    for (std::size_t i = 0; i < layers_.size(); ++i) {  // who reads may write there, too
      if (writers_[i] != op) continue;
      for (const std::string& fed : layers_[i].fed) memory.layers[i].fed.push_back(copy_of(tensor(fed)));
      for (const std::string& initial : layers_[i].initial)
        memory.layers[i].initial.push_back(copy_of(tensor(initial)));
    }
    plan_.plan().forward_op(op, {});
    for (std::size_t i = 0; i < layers_.size(); ++i)
      if (writers_[i] == op) memory.layers[i].shown = copy_of(tensor(layers_[i].shown));
  }
  return memory;
}

/// Steps first ... last - 1 of row b.
void Patching::replace_steps(const PatchLayer& layer, Tensor<float>& to, std::span<const float> from, std::size_t b,
                             std::size_t first, std::size_t last) {
  const BatchDims size = dims(layer);
  const std::size_t width = to.value.size() / size.positions();
  for (std::size_t t = first; t < last; ++t) {
    const std::size_t at = position_index(plan_.layout(), size, b, t) * width;
    std::ranges::copy(from.subspan(at, width), to.value.begin() + std::ptrdiff_t(at));
  }
}

void Patching::feed(const PatchLayer& layer, const Memory::Tensors& other, std::size_t b, std::size_t step) {
  for (std::size_t i = 0; i < layer.fed.size(); ++i)
    replace_steps(layer, tensor(layer.fed[i]), other.fed[i], b, 0, step + 1);
  for (std::size_t i = 0; i < layer.initial.size(); ++i) {
    Tensor<float>& to = tensor(layer.initial[i]);
    const std::size_t width = to.shape.last();
    std::ranges::copy(std::span(other.initial[i]).subspan(b * width, width),
                      to.value.begin() + std::ptrdiff_t(b * width));
  }
}

void Patching::run_with(std::size_t layer, const Memory& other, const Memory& own,
                        std::span<const std::vector<std::size_t>> positions) {
  const PatchLayer& at = layers_[layer];
  const bool recurrent = !at.fed.empty();
  for (std::size_t op = 0; op < plan_.plan().op_count(); ++op) {
    const bool writes = op == writers_[layer];
    for (std::size_t b = 0; writes && recurrent && b < positions.size(); ++b)
      if (!positions[b].empty()) feed(at, other.layers[layer], b, step_of(at, b, positions[b].back()));
    plan_.plan().forward_op(op, {});
    if (!writes) continue;
    Tensor<float>& shown = tensor(at.shown);
    for (std::size_t b = 0; b < positions.size(); ++b) {
      if (positions[b].empty()) continue;
      const std::size_t last = step_of(at, b, positions[b].back());
      if (recurrent) replace_steps(at, shown, own.layers[layer].shown, b, 0, last);
      for (std::size_t t : recurrent ? std::vector<std::size_t>() : positions[b])
        replace_steps(at, shown, other.layers[layer].shown, b, t, t + 1);
    }
  }
}

}  // namespace unrolled
