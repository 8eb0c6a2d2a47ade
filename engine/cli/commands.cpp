#include "cli/commands.hpp"

#include <chrono>
#include <cstdio>
#include <numeric>
#include <optional>

#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/starts.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

constexpr double kMostSteps = 1e6;  // more the experiment cannot say

std::string text_for(const Arguments& arguments, const Experiment& experiment) {
  const auto text = arguments.text("--text"), file = text ? text : arguments.text("--csv");
  return file ? read_file(*file) : corpus_text(experiment);
}

std::string kind_of(const Session& session) { return Json::parse(session.info()).at("kind").get<std::string>(); }

/// Trains one model to the end of its run, or to a number of steps, with a line at each multiple of eval_every and at the
/// end.
class TrainingRun {
 public:
  TrainingRun(Session& session, std::optional<std::uint64_t> steps)
      : session_(session),
        kind_(kind_of(session)),
        steps_(steps),
        interval_(session.experiment().train.integer("eval_every")),
        tokens_per_step_(Json::parse(session.info()).at("position_count").get<double>()) {}

  void run() {
    Json held_out;
    while (session_.steps_done() < last()) {
      losses_.clear(), seconds_ = 0;
      const std::uint64_t next = (session_.steps_done() / interval_ + 1) * interval_;
      while (session_.steps_done() < std::min(next, last())) advance(std::min(next, last()));
      held_out = Json::parse(session_.evaluate());
      report(held_out);
    }
    if (held_out.is_null()) held_out = Json::parse(session_.evaluate());
    Json line{{"done", true}, {"model", kind_}, {"steps", session_.steps_done()}};
    add_scores(line, held_out);
    line["weights_sha256"] = session_.weights_sha256();
    print_line(to_text(line));
  }

 private:
  std::uint64_t last() const { return steps_.value_or(session_.end()); }

  /// At most to the step at which the run ends as planned. Whoever wants more changes the plan there, so that the
  /// checkpoint says it.
  void advance(std::uint64_t to) {
    if (session_.steps_done() >= session_.end()) session_.change(to_text({{"steps", last()}}));
    const auto count = static_cast<std::size_t>(std::min(to, session_.end()) - session_.steps_done());
    const double begin = seconds();
    const Json trained = Json::parse(session_.step(count));
    seconds_ += seconds() - begin;
    require_finite(trained, session_.steps_done());
    for (const Json& loss : trained.at("losses")) losses_.push_back(loss.get<double>());
  }

  void report(const Json& held_out) {
    const double count = double(losses_.size());
    Json line{{"model", kind_},
              {"step", session_.steps_done()},
              {"loss", std::accumulate(losses_.begin(), losses_.end(), 0.0) / count}};
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
  const std::optional<std::uint64_t> steps_;
  const std::uint64_t interval_;
  const double tokens_per_step_;
  std::vector<double> losses_;  // since the last line, and how long they took
  double seconds_ = 0;
};

/// --init, or else what the experiment says the model starts from; nothing where it says nothing.
std::optional<std::string> initial_weights(const Arguments& arguments, const Session& session, std::size_t k) {
  if (const auto file = arguments.text("--init")) return read_file(*file);
  if (!session.waits()) return std::nullopt;
  return start_checkpoint(*session.experiment().models[k].start, k);
}

void train_model(const Arguments& arguments, const std::string& json, std::size_t k, const std::string& text) {
  Session session(json, k, text);
  if (const auto file = arguments.text("--load")) session.load(bytes_of(read_file(*file)));
  if (const auto weights = initial_weights(arguments, session, k)) session.adopt(bytes_of(*weights));
  const auto steps = arguments.number("--steps", 0, kMostSteps, true);
  TrainingRun(session, steps ? std::optional(static_cast<std::uint64_t>(*steps)) : std::nullopt).run();
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

void require_finite(const Json& trained, std::uint64_t steps) {
  if (!trained.at("finite").get<bool>())
    throw Error(ErrorCode::invalid_config, "train.not_finite", "train.optimizer.lr", {{"step", steps}});
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
    throw Error(ErrorCode::invalid_config, "flag.model", "--model");
  for (std::size_t k = 0; k < experiment.models.size(); ++k)
    if (!only || *only == k) train_model(arguments, json, k, text);
}

void eval_command(const Words& words) {
  const Arguments arguments(words, {"EXPERIMENT.json"}, {"--load", "--text", "--csv", "--model"});
  const auto file = arguments.text("--load");
  if (!file) throw Error(ErrorCode::invalid_config, "flag.load", "--load");
  const std::string json = read_file(arguments.word(0)), checkpoint = read_file(*file);
  const Experiment experiment = parse_experiment(json);
  const std::size_t stored = read_header(read_safetensors(bytes_of(checkpoint))).model;
  Session session(json, chosen_model(arguments, experiment).value_or(stored), text_for(arguments, experiment));
  session.load(bytes_of(checkpoint));
  Json line{{"model", kind_of(session)}};
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
                      {"weights_sha256", weights_sha256(file)}}));
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
