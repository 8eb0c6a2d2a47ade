// The command `train`.
#include <optional>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/interruption.hpp"
#include "cli/keeping.hpp"
#include "cli/opened.hpp"
#include "cli/saved_file.hpp"
#include "cli/starts.hpp"
#include "cli/training_run.hpp"
#include "models/registry.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

constexpr double kMostSteps = 1e6;  // more the experiment cannot say

/// What it is called in a list of whose weights were taken over.
std::string name_of(const Start& start) {
  if (!start.experiment) return start.weights;
  return std::string(model_kind(start.experiment->models[start.model].kind).group.title);
}

/// --init, or else what the experiment says the model starts from: its weights are taken over. Whether there were any.
bool begin_with_others(const Arguments& arguments, Session& session, KeptModel& model, std::size_t k) {
  const auto file = arguments.text("--init");
  if (!file && !session.waits()) return false;
  const std::optional<Start>& start = session.experiment().models[k].start;
  const std::string weights = file ? read_checkpoint(*file) : start_checkpoint(*start, k);
  Json taken{{"from", start ? name_of(*start) : *file}};
  taken.update(Json::parse(session.adopt(bytes_of(weights))));
  model.adopted = std::move(taken);
  return true;
}

Curves curves_for(const Session& session) {
  const Json info = Json::parse(session.info());
  return {info.at("position_count").get<double>(), info.at("flops_per_step").get<double>()};
}

/// Goes on from its file, with the curves in that.
void resume(Session& session, Curves& curves, const std::vector<std::byte>& bytes) {
  session.load(bytes);
  const SafetensorsFile file = read_safetensors(bytes);
  const auto kept = file.metadata.find("curves");
  curves.resume(kept == file.metadata.end() ? "" : kept->second, session.steps_done());
}

void train_model(const Arguments& arguments, Opened& opened, std::size_t k) {
  KeptModel& model = opened.race.models[k];
  Session session(to_text(to_json(opened.race.experiment)), k, opened.text);
  Curves curves = curves_for(session);
  if (!model.file.empty()) resume(session, curves, model.file);
  if (begin_with_others(arguments, session, model, k)) curves = curves_for(session);
  const auto steps = arguments.number("--steps", 0, kMostSteps, true);
  Keeping keeping(opened.race, k,
                  {arguments.text("--save"), arguments.text("--save-race"), arguments.has("--with-data")});
  TrainingRun(session, curves, keeping, steps ? std::optional(static_cast<std::uint64_t>(*steps)) : std::nullopt).run();
}

}  // namespace

void train_command(const Words& words) {
  const Arguments arguments(words, {"EXPERIMENT.json|RACE.zip|MODEL.safetensors"},
                            {"--model", "--text", "--csv", "--steps", "--save", "--save-race", "--load", "--init"},
                            {"--with-data"});
  if (arguments.has("--with-data") && !arguments.has("--save-race"))
    throw Error(ErrorCode::invalid_config, "flag.needs", "--with-data", {{"wanted", "--save-race"}});
  for (const char* flag : {"--save", "--save-race"})
    if (const auto file = arguments.text(flag)) try_place(*file);
  Opened opened = open_for_training(arguments);
  watch_signals();
  for (std::size_t k = 0; k < opened.race.models.size(); ++k)
    if (!opened.only || *opened.only == k) train_model(arguments, opened, k);
}

}  // namespace unrolled::cli
