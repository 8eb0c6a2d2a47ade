#include "cli/commands.hpp"

#include <optional>

#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/interruption.hpp"
#include "cli/output.hpp"
#include "cli/saved_file.hpp"
#include "cli/starts.hpp"
#include "cli/training_run.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

constexpr double kMostSteps = 1e6;  // more the experiment cannot say

std::string text_for(const Arguments& arguments, const Experiment& experiment) {
  const auto text = arguments.text("--text"), file = text ? text : arguments.text("--csv");
  return file ? read_file(*file) : corpus_text(experiment);
}

/// Says where nothing tells whether it is as it was saved.
std::string read_checkpoint(const std::string& path) {
  std::string content = read_file(path);
  if (!read_header(read_safetensors(bytes_of(content))).verified)
    say(path + ": the file has no hash, so that it was not verified");
  return content;
}

/// --init, or else what the experiment says the model starts from; nothing where it says nothing.
std::optional<std::string> initial_weights(const Arguments& arguments, const Session& session, std::size_t k) {
  if (const auto file = arguments.text("--init")) return read_checkpoint(*file);
  if (!session.waits()) return std::nullopt;
  return start_checkpoint(*session.experiment().models[k].start, k);
}

void train_model(const Arguments& arguments, const std::string& json, std::size_t k, const std::string& text) {
  Session session(json, k, text);
  if (const auto file = arguments.text("--load")) session.load(bytes_of(read_checkpoint(*file)));
  if (const auto weights = initial_weights(arguments, session, k)) session.adopt(bytes_of(*weights));
  const auto steps = arguments.number("--steps", 0, kMostSteps, true);
  TrainingRun(session, steps ? std::optional(static_cast<std::uint64_t>(*steps)) : std::nullopt,
              arguments.text("--save"))
      .run();
}

std::optional<std::size_t> chosen_model(const Arguments& arguments, const Experiment& experiment) {
  const auto k = arguments.number("--model", 0, double(experiment.models.size() - 1), true);
  if (k) return static_cast<std::size_t>(*k);
  if (experiment.models.size() == 1) return 0;
  return std::nullopt;
}

}  // namespace

void describe_command(const Words& words) {
  const Arguments arguments(words, {}, {});
  print_line(describe());
}

void train_command(const Words& words) {
  const Arguments arguments(words, {"EXPERIMENT.json"},
                            {"--model", "--text", "--csv", "--steps", "--save", "--load", "--init"});
  if (const auto file = arguments.text("--save")) try_place(*file);
  const std::string json = read_file(arguments.word(0));
  const Experiment experiment = parse_experiment(json);
  const std::string text = text_for(arguments, experiment);
  const auto only = chosen_model(arguments, experiment);
  if (!only && (arguments.text("--save") || arguments.text("--load") || arguments.text("--init")))
    throw Error(ErrorCode::invalid_config, "flag.model", "--model");
  watch_signals();
  for (std::size_t k = 0; k < experiment.models.size(); ++k)
    if (!only || *only == k) train_model(arguments, json, k, text);
}

void eval_command(const Words& words) {
  const Arguments arguments(words, {"EXPERIMENT.json"}, {"--load", "--text", "--csv", "--model"});
  const auto file = arguments.text("--load");
  if (!file) throw Error(ErrorCode::invalid_config, "flag.load", "--load");
  const std::string json = read_file(arguments.word(0)), checkpoint = read_checkpoint(*file);
  const Experiment experiment = parse_experiment(json);
  const std::size_t stored = read_header(read_safetensors(bytes_of(checkpoint))).model;
  Session session(json, chosen_model(arguments, experiment).value_or(stored), text_for(arguments, experiment));
  session.load(bytes_of(checkpoint));
  Json line{{"model", Json::parse(session.info()).at("kind")}};
  line.update(Json::parse(session.evaluate()));
  print_line(to_text(line));
}

void show_command(const Words& words) {
  const Arguments arguments(words, {"CHECKPOINT"}, {});
  const std::string checkpoint = read_file(arguments.word(0));
  const SafetensorsFile file = read_safetensors(bytes_of(checkpoint));
  const CheckpointHeader header = read_header(file);
  print_line(to_text({{"experiment", to_json(header.experiment)},
                      {"model", header.model},
                      {"step", stored_progress(file).steps},
                      {"arithmetic", header.arithmetic},
                      {"verified", header.verified},
                      {"weights_sha256", weights_sha256(file)}}));
}

void generate_command(const Words& words) {
  const Arguments arguments(words, {"CHECKPOINT"}, {"--prompt", "--tokens", "--temperature", "--top-k", "--seed"});
  const std::string checkpoint = read_checkpoint(arguments.word(0));
  Session session(bytes_of(checkpoint));
  Json options = Json::object();
  if (const auto prompt = arguments.text("--prompt")) options["prompt"] = *prompt;
  const std::pair<const char*, const char*> numbers[] = {
      {"--tokens", "tokens"}, {"--temperature", "temperature"}, {"--top-k", "top_k"}, {"--seed", "seed"}};
  for (const auto& [flag, key] : numbers)
    if (const auto value = arguments.number(flag, 0, 4294967295.0, key != std::string("temperature")))
      options[key] = *value;
  const Json result = Json::parse(session.generate(to_text(options)));
  print_text(result["prompt_used"].get<std::string>() + result["text"].get<std::string>());
  const auto unknown = result["prompt_unknown"].get<std::size_t>();
  if (unknown > 0) say(std::to_string(unknown) + " characters of the prompt do not occur in the text it learned");
}

}  // namespace unrolled::cli
