#pragma once
#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include "io/experiment.hpp"
#include "io/options_json.hpp"
#include "measures/registry.hpp"
#include "models/registry.hpp"
#include "support/golden.hpp"
#include "tasks/task.hpp"

namespace unrolled::test {

/// A task of one stream of symbols whose held-out examples are the rows of a golden file's first batch.
class GoldenTask final : public Task {
 public:
  explicit GoldenTask(const Golden& golden)
      : batch_(golden.batch),
        rows_(golden.batches[0]),
        form_{Form::single, golden.signature, {golden.signature.input.length, 0}} {
    std::u32string symbols;
    for (std::size_t i = 0; i < golden.signature.input.symbols; ++i) symbols.push_back(char32_t(U'a' + i));
    vocabulary_ = Vocabulary(symbols);
  }
  std::vector<TaskForm> forms() const override { return {form_}; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  void sample(Rng&, const Batch&) const override {}
  std::size_t held_out_count(HeldOut set) const override { return set == HeldOut::val ? batch_ : 0; }
  void held_out(HeldOut, std::size_t first, const Batch& batch) const override {
    const BatchDims dims = batch.input.dims;
    for (std::size_t b = 0; b < dims.batch; ++b) {
      const bool known = first + b < batch_;
      for (std::size_t t = 0; t < dims.length; ++t) {
        const std::size_t to = position_index(batch.input.layout, dims, b, t), from = (first + b) * dims.length + t;
        batch.input.tokens[to] = known ? rows_.input.tokens[from] : 0;
        batch.targets[to] = known ? rows_.targets[from] : kNoTarget;
      }
      batch.input.lengths[b] = std::int32_t(dims.length);
    }
  }
  const TaskForm& form() const { return form_; }

 private:
  const std::size_t batch_;
  const GoldenBatch rows_;
  const TaskForm form_;
  Vocabulary vocabulary_;
};

/// A golden model with PyTorch's weights, and what a measure is taken of. Not to be moved.
struct GoldenMeasured {
  explicit GoldenMeasured(const std::string& name)
      : golden(read_golden(name)),
        configured(configured_of(golden)),
        task(golden),
        model(make_model<float>(configured, golden.signature)),
        subject{configured, task.form(), task, *model} {
    model->parameters().allocate();
    for (const GoldenParameter& theirs : golden.parameters)
      std::ranges::transform(theirs.value, model->parameters().find(theirs.name)->value.begin(),
                             [](double x) { return float(x); });
  }
  GoldenMeasured(const GoldenMeasured&) = delete;

  /// options: numbers and words by name.
  Findings take(const std::string& kind, const nlohmann::json& options = nlohmann::json::object()) const {
    const MeasureKind& measure = *find_measure(kind);
    const Options read = read_options(options, measure.group.options, "measure");
    const auto measuring = measure.begin(subject, read);
    while (measuring->next()) continue;
    return measuring->result();
  }

  const Golden golden;
  const Configured configured;
  const GoldenTask task;
  const std::unique_ptr<Model<float>> model;
  const Subject subject;

 private:
  static Configured configured_of(const Golden& golden) {
    const nlohmann::json json{{"version", 1}, {"task", {{"kind", "text"}}}, {"models", {golden.model}}};
    return parse_experiment(json.dump()).models[0];
  }
};

}  // namespace unrolled::test
