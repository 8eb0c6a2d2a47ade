#include "train/signals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/optimizer.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kPositions = 32;
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

}  // namespace

template <class Real>
Signals<Real>::Signals(Model<Real>& model, const LossPlan<Real>& plan) : model_(model) {
  const std::span<Real> values = model.parameters().values();
  const auto owned = plan.plan().parameters_by_part(model.parameters());
  for (std::size_t p = 0; p < owned.size(); ++p) {
    if (owned[p].empty()) continue;
    for (const Tensor<Real>* tensor : owned[p])
      slices_.push_back({parts_.size(), std::size_t(tensor->value.data() - values.data()), tensor->value.size()});
    parts_.push_back(plan.plan().parts()[p].name);
  }
  for (const auto& layer : plan.plan().layers()) {
    const auto part = std::ranges::find(plan.plan().parts(), layer.name, &Part::name);
    const bool recurs = part != plan.plan().parts().end() && part->kind == PartKind::recurrent && !part->linear;
    states_.push_back({layer.x, recurs});
    layers_.push_back(layer.name);
  }
  before_.resize(values.size());
  squares_.resize(parts_.size()), weights_.resize(parts_.size());
  grad_norm_.resize(parts_.size()), update_.resize(parts_.size());
  for (auto* column : {&spread_, &dead_, &saturated_}) column->resize(layers_.size(), kUnknown);
}

/// Sums of squares by part.
template <class Real>
void Signals<Real>::add_squares(std::span<const Real> of, std::vector<double>& sums) const {
  std::ranges::fill(sums, 0.0);
  for (const Slice& slice : slices_) sums[slice.part] += squared_norm<Real>(of.subspan(slice.first, slice.count));
}

template <class Real>
void Signals<Real>::before_update() {
  add_squares(model_.parameters().grads(), squares_);
  for (std::size_t p = 0; p < parts_.size(); ++p) grad_norm_[p] = float(std::sqrt(squares_[p]));
  std::ranges::fill(update_, kUnknown);
  std::ranges::copy(model_.parameters().values(), before_.begin());
  for (std::size_t l = 0; l < states_.size(); ++l) look_at(l);
}

template <class Real>
void Signals<Real>::after_update() {
  add_squares(before_, weights_);
  const std::span<const Real> now = model_.parameters().values();
  for (std::size_t i = 0; i < before_.size(); ++i) before_[i] = now[i] - before_[i];
  add_squares(before_, squares_);
  for (std::size_t p = 0; p < parts_.size(); ++p) update_[p] = float(std::sqrt(squares_[p] / weights_[p]));
}

template <class Real>
void Signals<Real>::look_at(std::size_t layer) {
  constexpr Real kEnd = Real(0.9);
  const Tensor<Real>& x = *states_[layer].x;
  const std::size_t width = x.shape.last(), rows = x.value.size() / width, seen = std::min(rows, kPositions);
  double sum = 0, squares = 0;
  std::size_t dead = 0, ends = 0;
  for (std::size_t u = 0; u < width; ++u) {
    bool silent = true;
    for (std::size_t i = 0; i < seen; ++i) {
      const Real v = x.value[i * rows / seen * width + u];
      sum += double(v), squares += double(v) * double(v);
      silent = silent && v == 0;
      ends += std::abs(v) > kEnd;
    }
    dead += silent;
  }
  const double count = double(seen * width), mean = sum / count;
  spread_[layer] = float(std::sqrt(std::max(0.0, squares / count - mean * mean)));
  dead_[layer] = float(double(dead) / double(width));
  if (states_[layer].bounded) saturated_[layer] = float(double(ends) / count);
}

template class Signals<float>;
template class Signals<double>;

}  // namespace unrolled
