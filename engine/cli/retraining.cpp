#include "cli/retraining.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>

#include "cli/files.hpp"
#include "cli/interruption.hpp"
#include "cli/starts.hpp"
#include "cli/training_run.hpp"
#include "core/error.hpp"
#include "io/course.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

constexpr std::uint64_t kEarlyTest = 10;  // web/runtime/tests.js: once early, so that there is something to see

/// Where a run that ended was taken on, and where it ends: it is tested there.
std::set<std::uint64_t> ends_of(const Entrant& model, std::uint64_t first) {
  std::set<std::uint64_t> ends;
  std::uint64_t end = first;
  for (const Change& change : model.changes) {
    const auto steps = change.train.options.find("steps");
    if (steps == change.train.options.end() || change.step > end) continue;
    if (change.step == end) ends.insert(end);
    end = static_cast<std::uint64_t>(std::get<double>(steps->second));
  }
  ends.insert(end);
  return ends;
}

/// The steps at which the page tests a model, up to one.
std::vector<std::uint64_t> tests_to(const Experiment& experiment, std::size_t k, std::uint64_t last) {
  const std::uint64_t every = experiment.train.integer("eval_every");
  Experiment plain = experiment;
  plain.models[k].changes.clear();
  std::set<std::uint64_t> steps = ends_of(experiment.models[k], end_of_run(plain, k));
  if (kEarlyTest <= last) steps.insert(kEarlyTest);
  for (std::uint64_t step = every; step <= last; step += every) steps.insert(step);
  steps.erase(0);
  return {steps.begin(), steps.upper_bound(last)};
}

/// Of these, those that a look can be asked about: the last up to it, and the one before, while that one was under way.
std::set<std::uint64_t> tests_of(const Job& job, const Experiment& experiment) {
  if (job.looks.empty()) return {};
  const std::vector<std::uint64_t> all = tests_to(experiment, job.model, *job.looks.rbegin());
  if (job.tests) return {all.begin(), all.end()};
  std::set<std::uint64_t> wanted;
  for (const std::uint64_t look : job.looks) {
    const auto end = std::ranges::upper_bound(all, look);
    for (auto at = end; at != all.begin() && end - at < 2;) wanted.insert(*--at);
  }
  return wanted;
}

Scores scores_in(Session& session) {
  session.begin_evaluation();
  Json found;
  while (found.is_null()) stop_if_interrupted(), found = Json::parse(session.next());
  Scores scores{};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Json& value = found.at(kHeldOutScores[i]);
    scores[i] = value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
  }
  return scores;
}

void add_heads(Session& session, Look& look) {
  const Json measured = Json::parse(session.measure("heads", ""));
  for (const Json& array : measured.at("arrays")) {
    const auto name = array.at("name").get<std::string>();
    const std::vector<float>& data = session.measured(name).data;
    look.heads.emplace_back(name, std::vector<double>(data.begin(), data.end()));
  }
}

void add_look(const Job& job, Session& session, Outcome& outcome) {
  Look look{session.steps_done(), session.weights_sha256(), {}, {}};
  look.there.fill(std::numeric_limits<double>::quiet_NaN());
  if (job.there && outcome.finite && look.step > 0) look.there = scores_in(session);
  if (job.heads.contains(look.step)) add_heads(session, look);
  outcome.looks.push_back(std::move(look));
}

void add_losses(const Json& trained, Outcome& outcome) {
  for (const Json& loss : trained.at("losses"))
    outcome.losses.push_back(loss.is_number() ? loss.get<double>() : std::numeric_limits<double>::quiet_NaN());
  outcome.finite = trained.at("finite").get<bool>();
}

void train_through(const Job& job, Session& session, Outcome& outcome) {
  const std::set<std::uint64_t> tests = tests_of(job, session.experiment());
  std::set<std::uint64_t> stops = tests;
  stops.insert(job.looks.begin(), job.looks.end());
  Slices slices;
  for (const std::uint64_t stop : stops) {
    while (outcome.finite && session.steps_done() < stop) add_losses(slices.advance(session, stop), outcome);
    if (session.steps_done() == stop && outcome.finite && tests.contains(stop)) {
      outcome.test_steps.push_back(double(stop));
      outcome.tests.push_back(scores_in(session));
    }
    if (session.steps_done() == stop && job.looks.contains(stop)) add_look(job, session, outcome);
  }
}

void retrain(const Job& job, Outcome& outcome) {
  Session session(job.experiment, job.model, *job.text);
  if (session.waits()) {
    const std::string weights = start_checkpoint(*session.experiment().models[job.model].start, job.model);
    session.adopt(bytes_of(weights));
  }
  outcome.parameters = Json::parse(session.info()).at("parameters").get<double>();
  train_through(job, session, outcome);
}

/// Numbers and texts one after the other.
class Packing {
 public:
  void add(double number) { bytes_.append(reinterpret_cast<const char*>(&number), sizeof number); }
  void add(const std::string& text) { add(double(text.size())), bytes_ += text; }
  void add(const std::vector<double>& numbers) {
    add(double(numbers.size()));
    bytes_.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(double));
  }
  void add(const Scores& scores) {
    for (double score : scores) add(score);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : bytes_(bytes) {}
  double number() {
    double value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(std::size_t(number()))); }
  std::vector<double> numbers() {
    std::vector<double> list(std::size_t(number()), 0);
    for (double& value : list) value = number();
    return list;
  }
  Scores scores() {
    Scores scores{};
    for (double& score : scores) score = number();
    return scores;
  }

 private:
  std::string_view take(std::size_t count) {
    const std::string_view front = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return front;
  }
  std::string_view bytes_;
};

}  // namespace

Outcome retrained(const Job& job) {
  Outcome outcome;
  try {
    retrain(job, outcome);
  } catch (const Error& error) {
    outcome.problem = error.what();
  } catch (const std::bad_alloc&) {
    outcome.problem = Error(ErrorCode::out_of_memory, "cost.out_of_memory", "").what();
  }
  return outcome;
}

std::string packed(const Outcome& outcome) {
  Packing to;
  to.add(outcome.problem), to.add(outcome.parameters), to.add(double(outcome.finite));
  to.add(outcome.test_steps), to.add(outcome.losses);
  for (const Scores& scores : outcome.tests) to.add(scores);
  to.add(double(outcome.looks.size()));
  for (const Look& look : outcome.looks) {
    to.add(double(look.step)), to.add(look.weights_sha256), to.add(look.there), to.add(double(look.heads.size()));
    for (const auto& [name, data] : look.heads) to.add(name), to.add(data);
  }
  return to.take();
}

Outcome unpacked(std::string_view bytes) {
  Unpacking from(bytes);
  Outcome outcome;
  outcome.problem = from.text(), outcome.parameters = from.number(), outcome.finite = from.number() != 0;
  outcome.test_steps = from.numbers(), outcome.losses = from.numbers();
  for (std::size_t i = 0; i < outcome.test_steps.size(); ++i) outcome.tests.push_back(from.scores());
  outcome.looks.resize(std::size_t(from.number()));
  for (Look& look : outcome.looks) {
    look.step = std::uint64_t(from.number()), look.weights_sha256 = from.text(), look.there = from.scores();
    look.heads.resize(std::size_t(from.number()));
    for (auto& [name, data] : look.heads) name = from.text(), data = from.numbers();
  }
  return outcome;
}

}  // namespace unrolled::cli
