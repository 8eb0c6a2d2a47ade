#pragma once
#include <limits>
#include <memory>
#include <string>

#include "io/experiment.hpp"
#include "io/options_json.hpp"
#include "measures/registry.hpp"
#include "models/registry.hpp"
#include "session/form.hpp"
#include "tasks/registry.hpp"

namespace unrolled::test {

/// A model with its first weights, in the form in which it reads a task, as a measure has it: of an experiment's "task" and
/// one of its "models".
struct MeasuredModel {
  const Experiment experiment;
  const TaskForm form;
  const std::unique_ptr<Task> task;
  const std::unique_ptr<Model<float>> model;
  const Subject subject;

  MeasuredModel(const std::string& asked_task, const std::string& asked_model)
      : experiment(parse_experiment(R"({"version":1,"task":)" + asked_task + R"(,"models":[)" + asked_model + "]}")),
        form(form_for(experiment, 0, 0)),
        task(task_kind(experiment.task.kind).make(experiment.task.options, "")),
        model(make_model<float>(experiment.models[0], form.signature)),
        subject{experiment.models[0], form, *task, *model} {
    model->parameters().allocate();
    model->initialise(3);
  }

  Tensor<float>& weight(const std::string& name) { return *model->parameters().find(name); }

  /// Options: JSON.
  Findings measure(const std::string& name, const std::string& options = "{}") const {
    const MeasureKind& kind = measure_kind(name);
    const auto measuring =
        kind.begin(subject, read_options(parse_json(options, "test"), kind.group.options, "measure"));
    while (measuring->next()) {
    }
    return measuring->result();
  }
};

/// An array of that name; nullptr where there is none.
inline const Finding* array_of(const Findings& findings, const std::string& name) {
  for (const Finding& finding : findings.arrays)
    if (finding.name == name) return &finding;
  return nullptr;
}

/// A number of that name; NaN where there is none.
inline double number_of(const Findings& findings, const std::string& name) {
  for (const auto& [known, value] : findings.numbers)
    if (known == name) return value;
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace unrolled::test
