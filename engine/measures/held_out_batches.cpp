#include "measures/held_out_batches.hpp"

#include <algorithm>

namespace unrolled {
namespace {

constexpr double kPartFlops = 3e8;

BatchSize size_of(const Subject& subject, std::size_t rows) { return {rows, subject.form.lengths, subject.form.form}; }

}  // namespace

HeldOutBatches::HeldOutBatches(const Subject& subject, std::size_t most, std::size_t examples)
    : task_(subject.task),
      plan_(subject.model, subject.form.signature, size_of(subject, part_rows(subject, subject.form.lengths, most, 1))),
      last_(std::min(examples, subject.task.held_out_count(HeldOut::val))) {
  plan_.forward_only();
  plan_.allocate();
}

MeasurePrice HeldOutBatches::price(const Subject& subject, std::size_t most, std::size_t examples) {
  const std::size_t rows = part_rows(subject, subject.form.lengths, most, 1);
  LossPlan<float> plan(subject.model, subject.form.signature, size_of(subject, rows));
  plan.forward_only();
  return {double(plan.bytes()), plan.cost().flops * double((examples + rows - 1) / rows)};
}

std::size_t HeldOutBatches::read() {
  task_.held_out(HeldOut::val, first_, plan_.batch());
  plan_.forward({});
  const std::size_t known = std::min(plan_.dims().batch, last_ - first_);
  first_ += known;
  return known;
}

std::size_t part_rows(const Subject& subject, StreamLengths lengths, std::size_t most, double passes) {
  const LossPlan<float> one(subject.model, subject.form.signature, BatchSize(1, lengths, subject.form.form));
  return std::size_t(std::clamp(kPartFlops / (passes * std::max(1.0, one.cost().flops)), 1.0, double(most)));
}

std::vector<Tap<float>> taps_of(const Subject& subject) {
  return LossPlan<float>(subject.model, subject.form.signature, size_of(subject, 1)).taps();
}

}  // namespace unrolled
