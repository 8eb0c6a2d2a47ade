#include "train/shown_means.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMeanExamples = 64;

/// Whether a row of a tensor is a position of an example, rather than padding or beyond the last example.
bool counts(const StreamBatch& stream, std::size_t row, std::size_t known) {
  const std::size_t B = stream.dims.batch, T = stream.dims.length;
  const bool time_major = stream.layout == Layout::time_major;
  const std::size_t b = time_major ? row % B : row / T, t = time_major ? row / B : row % T;
  return b < known && t < std::size_t(stream.lengths[b]);
}

}  // namespace

std::vector<double> shown_means(const PlaceGroup& place, std::size_t i, const Task& task, LossPlan<float>& plan) {
  const Tensor<float>& shown = *plan.plan().arena().find(place.shown);
  const std::size_t row = shown.shape.last(), width = row / place.count, rows = shown.value.size() / row;
  const std::size_t last = std::min(kMeanExamples, task.held_out_count(HeldOut::val)), B = plan.dims().batch;
  std::vector<double> means(width);
  double count = 0;
  for (std::size_t first = 0; first < last; first += B) {
    const Batch batch = plan.batch();
    task.held_out(HeldOut::val, first, batch);
    plan.forward({});
    const StreamBatch& stream = place.of_source ? batch.source : batch.input;
    const bool positions = rows == stream.dims.positions();
    for (std::size_t r = 0; r < rows; ++r) {
      if (positions ? !counts(stream, r, last - first) : r / (rows / B) >= last - first) continue;
      for (std::size_t j = 0; j < width; ++j) means[j] += double(shown.value[r * row + i * width + j]);
      ++count;
    }
  }
  for (double& mean : means) {
    if (!std::isfinite(mean / count)) throw Error(ErrorCode::invalid_config, "edits.mean", "edits");
    mean = std::clamp(mean / count, place.holding(i).least, place.holding(i).most);
  }
  return means;
}

std::vector<double> means_for(const Edit& edit, const PlaceGroup& place, const Task* task, LossPlan<float>* plan) {
  if (edit.to != Edit::To::mean || task == nullptr || plan == nullptr) return {};
  return shown_means(place, edit.index, *task, *plan);
}

}  // namespace unrolled
