#include "session/form.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "models/registry.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

std::string list(const std::vector<Form>& forms) {
  std::vector<std::string> names;
  for (Form form : forms) names.emplace_back(to_string(form));
  return listed(names);
}

}  // namespace

const char* to_string(Form form) {
  switch (form) {
    case Form::single: return "single";
    case Form::pairs: return "pairs";
    case Form::prefix: return "prefix";
    case Form::aligned: return "aligned";
  }
  return "";
}

std::string model_path(std::size_t k) { return "models[" + std::to_string(k) + "]"; }

TaskForm form_for(const Experiment& experiment, std::size_t k, std::size_t symbols) {
  const Configured& model = model_at(experiment, k);
  const ModelKind& kind = model_kind(model.kind);
  const std::string where = model_path(k);
  const TaskKind& task = task_kind(experiment.task.kind);
  if (kind.counted && !task.text) throw Error(ErrorCode::invalid_config, "fit.counts", where);
  const auto offered = task.forms(experiment.task.options, symbols);
  const std::vector<Form> readable = kind.forms(model.options);
  for (Form form : readable) {
    const auto at = std::ranges::find(offered, form, &TaskForm::form);
    if (at == offered.end()) continue;
    kind.fits(model.options, at->signature, where);
    return *at;
  }
  std::vector<Form> asked;
  for (const TaskForm& form : offered) asked.push_back(form.form);
  throw Error(ErrorCode::invalid_config, "fit.form", where, {{"given", list(asked)}, {"known", list(readable)}});
}

}  // namespace unrolled
