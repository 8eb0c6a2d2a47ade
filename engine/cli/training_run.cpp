#include "cli/training_run.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

#include "cli/interruption.hpp"
#include "cli/output.hpp"
#include "cli/saved_file.hpp"
#include "core/error.hpp"

namespace unrolled::cli {
namespace {

constexpr double kSliceSeconds = 0.1;

Json info_of(const Session& session) { return Json::parse(session.info()); }

/// Those that the task has.
void add_scores(Json& line, const Json& scores) {
  for (const auto& [name, value] : scores.items())
    if (name != "step" && !value.is_null()) line[name] = value;
}

}  // namespace

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

Json Slices::train(Session& session, std::uint64_t to) {
  stop_if_interrupted();
  const double begin = seconds();
  const Json trained = Json::parse(session.step(static_cast<std::size_t>(std::min(steps_, to - session.steps_done()))));
  const double taken = seconds() - begin;
  if (taken < kSliceSeconds / 2)
    steps_ *= 2;
  else if (taken > kSliceSeconds)
    steps_ = std::max<std::uint64_t>(steps_ / 2, 1);
  if (!trained.at("finite").get<bool>())
    throw Error(ErrorCode::invalid_config, "train.not_finite", "train.optimizer.lr", {{"step", session.steps_done()}});
  return trained;
}

TrainingRun::TrainingRun(Session& session, std::optional<std::uint64_t> steps, std::optional<std::string> save)
    : session_(session),
      kind_(info_of(session).at("kind").get<std::string>()),
      steps_(steps),
      file_(std::move(save)),
      first_(session.steps_done()),
      interval_(session.experiment().train.integer("eval_every")),
      tokens_per_step_(info_of(session).at("position_count").get<double>()) {}

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
    if (session_.steps_done() < last()) save_if_possible();
    held_out = evaluate();
    report(held_out);
  }
  if (file_) write_file(*file_, session_.save());
  if (held_out.is_null()) held_out = evaluate();
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
  seconds_ += seconds() - begin;
  for (const Json& loss : trained.at("losses")) losses_.push_back(loss.get<double>());
}

Json TrainingRun::evaluate() {
  session_.begin_evaluation();
  for (;;) {
    stop_if_interrupted();
    if (Json scores = Json::parse(session_.next()); !scores.is_null()) return scores;
  }
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
  if (!file_) return;
  try {
    write_file(*file_, session_.save());
  } catch (const Error& error) {
    say(error.what());
  }
}

/// Nothing that was there before is given up for a run that has not begun.
void TrainingRun::save_interrupted() {
  const std::string where = "stopped after step " + std::to_string(session_.steps_done());
  if (!file_ || session_.steps_done() == first_) return say(where + ", not saved");
  write_file(*file_, session_.save());
  say(where + ", saved: go on with --load " + *file_);
}

}  // namespace unrolled::cli
