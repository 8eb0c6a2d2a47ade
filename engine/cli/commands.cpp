#include "cli/commands.hpp"

#include <chrono>
#include <cstdio>
#include <numeric>
#include <optional>

#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

constexpr double kMostSteps = 1e9;

std::string text_for(const Arguments& arguments, const Experiment& experiment) {
  const auto text = arguments.text("--text"), file = text ? text : arguments.text("--csv");
  return file ? read_file(*file) : corpus_text(experiment);
}

std::span<const std::byte> bytes_of(const std::string& content) { return std::as_bytes(std::span(content)); }

std::string kind_of(const Session& session) { return Json::parse(session.info()).at("kind").get<std::string>(); }

/// Trains one model to a number of steps, with a line at each multiple of eval_every and at the end.
class TrainingRun {
 public:
  TrainingRun(Session& session, std::uint64_t steps)
      : session_(session),
        kind_(kind_of(session)),
        steps_(steps),
        interval_(session.experiment().train.integer("eval_every")),
        tokens_per_step_(Json::parse(session.info()).at("position_count").get<double>()) {}

  void run() {
    Json held_out;
    while (session_.steps_done() < steps_) {
      const std::uint64_t next = (session_.steps_done() / interval_ + 1) * interval_;
      const Json trained = advance(std::min(next, steps_));
      held_out = Json::parse(session_.evaluate());
      report(trained, held_out);
    }
    if (held_out.is_null()) held_out = Json::parse(session_.evaluate());
    Json line{{"done", true}, {"model", kind_}, {"steps", session_.steps_done()}};
    add_scores(line, held_out);
    line["weights_sha256"] = session_.weights_sha256();
    print_line(to_text(line));
  }

 private:
  Json advance(std::uint64_t to) {
    const auto count = static_cast<std::size_t>(to - session_.steps_done());
    const double begin = seconds();
    Json trained = Json::parse(session_.step(count));
    seconds_ = seconds() - begin;
    if (!trained["finite"].get<bool>())
      throw Error(ErrorCode::invalid_config, "train.optimizer.lr", "a learning rate with which the loss stays a number",
                  "NaN or infinity after step " + std::to_string(session_.steps_done()));
    return trained;
  }

  void report(const Json& trained, const Json& held_out) {
    const auto losses = trained["losses"].get<std::vector<double>>();
    const double count = double(losses.size());
    Json line{{"model", kind_},
              {"step", session_.steps_done()},
              {"loss", std::accumulate(losses.begin(), losses.end(), 0.0) / count}};
    add_scores(line, held_out);
    line["tokens_per_s"] = seconds_ > 0 ? count * tokens_per_step_ / seconds_ : 0;
    print_line(to_text(line));
  }

  /// Those that the task has.
  static void add_scores(Json& line, const Json& scores) {
    for (const auto& [name, value] : scores.items())
      if (name != "step" && !value.is_null()) line[name] = value;
  }

  Session& session_;
  const std::string kind_;
  const std::uint64_t steps_, interval_;
  const double tokens_per_step_;
  double seconds_ = 0;
};

void train_model(const Arguments& arguments, const std::string& json, const Experiment& experiment, std::size_t k,
                 const std::string& text) {
  Session session(json, k, text);
  if (const auto file = arguments.text("--load")) session.load(bytes_of(read_file(*file)));
  if (const auto file = arguments.text("--init")) session.adopt(bytes_of(read_file(*file)));
  const double steps = arguments.number("--steps", 0, kMostSteps, true).value_or(experiment.train.number("steps"));
  TrainingRun(session, static_cast<std::uint64_t>(steps)).run();
  if (const auto file = arguments.text("--save")) write_file(*file, session.save());
}

std::optional<std::size_t> chosen_model(const Arguments& arguments, const Experiment& experiment) {
  const auto k = arguments.number("--model", 0, double(experiment.models.size() - 1), true);
  if (k) return static_cast<std::size_t>(*k);
  if (experiment.models.size() == 1) return 0;
  return std::nullopt;
}

}  // namespace

void print_line(const std::string& json) {
  std::printf("%s\n", json.c_str());
  std::fflush(stdout);
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void describe_command(const Words& words) {
  const Arguments arguments(words, {}, {});
  print_line(describe());
}

void train_command(const Words& words) {
  const Arguments arguments(words, {"EXPERIMENT.json"},
                            {"--model", "--text", "--csv", "--steps", "--save", "--load", "--init"});
  const std::string json = read_file(arguments.word(0));
  const Experiment experiment = parse_experiment(json);
  const std::string text = text_for(arguments, experiment);
  const auto only = chosen_model(arguments, experiment);
  if (!only && (arguments.text("--save") || arguments.text("--load") || arguments.text("--init")))
    throw Error(ErrorCode::invalid_config, "--model", "the number of the model that --save, --load or --init is for",
                "none");
  for (std::size_t k = 0; k < experiment.models.size(); ++k)
    if (!only || *only == k) train_model(arguments, json, experiment, k, text);
}

void eval_command(const Words& words) {
  const Arguments arguments(words, {"EXPERIMENT.json"}, {"--load", "--text", "--csv", "--model"});
  const auto file = arguments.text("--load");
  if (!file) throw Error(ErrorCode::invalid_config, "--load", "a checkpoint to test", "none");
  const std::string json = read_file(arguments.word(0)), checkpoint = read_file(*file);
  const Experiment experiment = parse_experiment(json);
  const std::size_t stored = read_header(read_safetensors(bytes_of(checkpoint))).model;
  Session session(json, chosen_model(arguments, experiment).value_or(stored), text_for(arguments, experiment));
  session.load(bytes_of(checkpoint));
  Json line{{"model", kind_of(session)}};
  line.update(Json::parse(session.evaluate()));
  print_line(to_text(line));
}

void generate_command(const Words& words) {
  const Arguments arguments(words, {"CHECKPOINT"}, {"--prompt", "--tokens", "--temperature", "--top-k", "--seed"});
  const std::string checkpoint = read_file(arguments.word(0));
  Session session(bytes_of(checkpoint));
  Json options = Json::object();
  if (const auto prompt = arguments.text("--prompt")) options["prompt"] = *prompt;
  const std::pair<const char*, const char*> numbers[] = {
      {"--tokens", "tokens"}, {"--temperature", "temperature"}, {"--top-k", "top_k"}, {"--seed", "seed"}};
  for (const auto& [flag, key] : numbers)
    if (const auto value = arguments.number(flag, 0, 4294967295.0, key != std::string("temperature")))
      options[key] = *value;
  const Json result = Json::parse(session.generate(to_text(options)));
  print_line(result["prompt_used"].get<std::string>() + result["text"].get<std::string>());
  const auto unknown = result["prompt_unknown"].get<std::size_t>();
  if (unknown > 0)
    std::fprintf(stderr, "unrolled: %zu characters of the prompt do not occur in the text it learned\n", unknown);
}

}  // namespace unrolled::cli
