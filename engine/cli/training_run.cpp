#include "cli/training_run.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>
#include <utility>

#include "cli/interruption.hpp"
#include "cli/output.hpp"
#include "core/error.hpp"
#include "io/course.hpp"

namespace unrolled::cli {
namespace {

constexpr double kSliceSeconds = 0.1;
constexpr std::size_t kSampleSymbols = 160;  // as the page asks for, and so warm
constexpr double kSampleTemperature = 0.8;

Json info_of(const Session& session) { return Json::parse(session.info()); }

/// What was begun, done in parts.
Json finished(Session& session) {
  for (;;) {
    stop_if_interrupted();
    if (Json result = Json::parse(session.next()); !result.is_null()) return result;
  }
}

double number_in(const Json& json, const char* key) {
  return json.at(key).is_number() ? json.at(key).get<double>() : std::numeric_limits<double>::quiet_NaN();
}

/// Those that the task has.
void add_scores(Json& line, const Json& scores) {
  for (const auto& [name, value] : scores.items())
    if (name != "step" && !value.is_null()) line[name] = value;
}

}  // namespace

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

Json Slices::advance(Session& session, std::uint64_t to) {
  stop_if_interrupted();
  const double begin = seconds();
  const Json trained = Json::parse(session.step(static_cast<std::size_t>(std::min(steps_, to - session.steps_done()))));
  const double taken = seconds() - begin;
  if (taken < kSliceSeconds / 2)
    steps_ *= 2;
  else if (taken > kSliceSeconds)
    steps_ = std::max<std::uint64_t>(steps_ / 2, 1);
  return trained;
}

Json Slices::train(Session& session, std::uint64_t to) {
  Json trained = advance(session, to);
  if (!trained.at("finite").get<bool>())
    throw Error(ErrorCode::invalid_config, "train.not_finite", "train.optimizer.lr", {{"step", session.steps_done()}});
  return trained;
}

TrainingRun::TrainingRun(Session& session, Curves& curves, Keeping& keeping, std::optional<std::uint64_t> steps)
    : session_(session),
      curves_(curves),
      keeping_(keeping),
      kind_(info_of(session).at("kind").get<std::string>()),
      steps_(steps),
      first_(session.steps_done()),
      interval_(session.experiment().train.integer("eval_every")),
      tokens_per_step_(info_of(session).at("position_count").get<double>()),
      writes_(keeping.wanted() && info_of(session).at("generates").get<bool>()) {}

void TrainingRun::run() {
  try {
    run_to_end();
  } catch (const Interrupted&) {
    save_interrupted();
    throw;
  }
}

void TrainingRun::run_to_end() {
  Json held_out;
  while (session_.steps_done() < last()) {
    losses_.clear(), seconds_ = 0;
    const std::uint64_t next = (session_.steps_done() / interval_ + 1) * interval_;
    while (session_.steps_done() < std::min(next, last())) advance(std::min(next, last()));
    held_out = evaluate();
    if (session_.steps_done() < last()) save_if_possible();
    report(held_out);
  }
  if (held_out.is_null()) held_out = evaluate();
  if (keeping_.wanted()) keeping_.save(session_, curves_);
  Json line{{"done", true}, {"model", kind_}, {"steps", session_.steps_done()}};
  add_scores(line, held_out);
  line["weights_sha256"] = session_.weights_sha256();
  print_line(to_text(line));
}

/// At most to the step at which the run ends as planned. Whoever wants more changes the plan there, so that the
/// checkpoint says it.
void TrainingRun::advance(std::uint64_t to) {
  if (session_.steps_done() >= session_.end()) session_.change(to_text({{"steps", last()}}));
  const double begin = seconds();
  const Json trained = slices_.train(session_, std::min(to, session_.end()));
  const double taken = seconds() - begin;
  const auto losses = trained.at("losses").get<std::vector<double>>();
  seconds_ += taken;
  losses_.insert(losses_.end(), losses.begin(), losses.end());
  curves_.train(session_.steps_done(), losses, taken, number_in(trained, "grad_norm"), number_in(trained, "lr"));
}

Json TrainingRun::evaluate() {
  session_.begin_evaluation();
  const Json scores = finished(session_);
  curves_.evaluate(scores, writes_ ? sample() : "");
  return scores;
}

std::string TrainingRun::sample() {
  const Course course(session_.experiment(), keeping_.model());
  session_.begin_generation(to_text({{"tokens", kSampleSymbols},
                                     {"temperature", kSampleTemperature},
                                     {"seed", course.now().options.integer("seed")}}));
  return finished(session_).at("text").get<std::string>();
}

void TrainingRun::report(const Json& held_out) {
  const double count = double(losses_.size());
  Json line{{"model", kind_},
            {"step", session_.steps_done()},
            {"loss", std::accumulate(losses_.begin(), losses_.end(), 0.0) / count}};
  add_scores(line, held_out);
  line["tokens_per_s"] = seconds_ > 0 ? count * tokens_per_step_ / seconds_ : 0;
  print_line(to_text(line));
}

/// A disk that is full for a while is no reason to lose the run: its end says whether it could be saved.
void TrainingRun::save_if_possible() {
  if (!keeping_.wanted()) return;
  try {
    keeping_.save(session_, curves_);
  } catch (const Error& error) {
    say(error.what());
  }
}

/// Nothing that was there before is given up for a run that has not begun.
void TrainingRun::save_interrupted() {
  const std::string where = "stopped after step " + std::to_string(session_.steps_done());
  if (!keeping_.wanted() || session_.steps_done() == first_) return say(where + ", not saved");
  keeping_.save(session_, curves_);
  say(where + ", saved: go on with " + keeping_.way_on());
}

}  // namespace unrolled::cli
