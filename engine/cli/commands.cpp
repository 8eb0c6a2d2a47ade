#include "cli/commands.hpp"

#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/opened.hpp"
#include "cli/output.hpp"
#include "cli/training_run.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
void describe_command(const Words& words) {
  const Arguments arguments(words, {}, {});
  print_line(describe());
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

void measure_command(const Words& words) {
  const Arguments arguments(words, {"MODEL.safetensors", "KIND"}, {"--text", "--csv", "--options"});
  const std::string checkpoint = read_checkpoint(arguments.word(0));
  const CheckpointHeader header = read_header(read_safetensors(bytes_of(checkpoint)));
  const std::string json = to_text(to_json(header.experiment));
  Session session(json, header.model, text_for(arguments, header.experiment));
  session.load(bytes_of(checkpoint));
  session.hand_clock([] { return 1000 * seconds(); });
  Json line = Json::parse(session.measure(arguments.word(1), arguments.text("--options").value_or("")));
  for (Json& array : line["arrays"]) array["data"] = session.measured(array["name"].get<std::string>()).data;
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
