#pragma once
#include <limits>
#include <memory>
#include <string>

#include "io/options_json.hpp"
#include "measures/registry.hpp"
#include "models/registry.hpp"
#include "session/checkpoint.hpp"
#include "support/golden_hashes.hpp"
#include "tasks/registry.hpp"
#include "train/loss_plan.hpp"

namespace unrolled::test {

/// A task whose held-out examples are a little otherwise in every number, always in the same way.
class NoisyTask final : public Task {
 public:
  NoisyTask(std::unique_ptr<Task> task, float noise) : task_(std::move(task)), noise_(noise) {}
  std::vector<TaskForm> forms() const override { return task_->forms(); }
  const Vocabulary& vocabulary() const override { return task_->vocabulary(); }
  void sample(Rng& rng, const Batch& batch) const override { task_->sample(rng, batch); }
  std::size_t held_out_count(HeldOut set) const override { return task_->held_out_count(set); }
  void held_out(HeldOut set, std::size_t first, const Batch& batch) const override {
    task_->held_out(set, first, batch);
    for (std::size_t b = 0; b < batch.input.dims.batch; ++b) {
      Rng rng(first + b, "noise");
      for (std::size_t t = 0; t < batch.input.dims.length; ++t)
        for (std::size_t f = 0; f < batch.input.features; ++f)
          batch.input.values[position_index(batch.input.layout, batch.input.dims, b, t) * batch.input.features + f] +=
              noise_ * float(rng.uniform());
    }
  }

 private:
  std::unique_ptr<Task> task_;
  const float noise_;
};

/// A model, untrained, with what a measure is taken of. Not to be moved: `subject` refers to it.
struct Measured {
  /// Of a golden experiment. noise: of the numbers that are read, where an image has much that is alike.
  Measured(const GoldenHashes& golden, const Json& stored, float noise = 0)
      : Measured(stored["experiment"].dump(), golden.data_of(stored["experiment"]["task"]), noise) {}
  /// Of an experiment's "task" and one of its "models", as texts.
  Measured(const std::string& asked_task, const std::string& asked_model)
      : Measured(R"({"version":1,"task":)" + asked_task + R"(,"models":[)" + asked_model + "]}", "", 0) {}
  Measured(const Measured&) = delete;

  Findings take(const std::string& kind, const Json& options = Json::object()) const {
    const MeasureKind& measure = *find_measure(kind);
    const auto measuring = measure.begin(subject, read_options(options, measure.group.options, "measure"));
    while (measuring->next()) continue;
    return measuring->result();
  }
  bool applies(const std::string& kind) const { return find_measure(kind)->applies(subject); }
  Tensor<float>& weight(const std::string& name) const { return *model->parameters().find(name); }

  /// The same model in double.
  std::unique_ptr<Model<double>> in_double() const {
    auto other = make_model<double>(header.configured(), form.signature);
    other->parameters().allocate();
    for (Tensor<double>& tensor : other->parameters().tensors())
      std::ranges::copy(model->parameters().find(tensor.name)->value, tensor.value.begin());
    return other;
  }

  std::unique_ptr<Task> task;
  CheckpointHeader header;
  TaskForm form;
  std::unique_ptr<Model<float>> model;
  Subject subject;

 private:
  Measured(const std::string& experiment, const std::string& data, float noise)
      : header(header_of(experiment, data, noise, task)),
        form(header.form()),
        model(make_model<float>(header.configured(), form.signature)),
        subject{header.configured(), form, *task, *model} {
    model->parameters().allocate();
    model->initialise(5);
  }
  static CheckpointHeader header_of(const std::string& experiment, const std::string& data, float noise,
                                    std::unique_ptr<Task>& task) {
    CheckpointHeader header;
    header.experiment = parse_experiment(experiment);
    const Configured& asked = header.experiment.task;
    task = task_kind(asked.kind).make(asked.options, data);
    if (noise > 0) task = std::make_unique<NoisyTask>(std::move(task), noise);
    header.vocabulary = task->vocabulary();
    return header;
  }
};

inline bool has_array(const Findings& findings, const std::string& name) {
  return std::ranges::find(findings.arrays, name, &Finding::name) != findings.arrays.end();
}

/// An array by the name of it; fails the test where there is none.
inline const Finding& array_of(const Findings& findings, const std::string& name) {
  const auto at = std::ranges::find(findings.arrays, name, &Finding::name);
  REQUIRE_MESSAGE(at != findings.arrays.end(), name);
  return *at;
}

/// A number of that name; NaN where there is none.
inline double number_of(const Findings& findings, const std::string& name) {
  for (const auto& [known, value] : findings.numbers)
    if (known == name) return value;
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace unrolled::test
