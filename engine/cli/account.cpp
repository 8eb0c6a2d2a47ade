#include "cli/account.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>

#include "cli/goals.hpp"
#include "core/error.hpp"
#include "facts/locks.hpp"
#include "io/canonical.hpp"

namespace unrolled::cli {
namespace {

constexpr std::size_t kShownDigits = 12;  // of a hash
constexpr std::size_t kShownValue = 60;   // characters of what a run has otherwise
constexpr double kLastMoment = 1e14;      // milliseconds since 1970, far off
constexpr int kWrittenDigits = 10;        // of a score in a file of the command's

/// As a file of the command's has it (engine/io/curves.cpp).
double shortly(double value) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double ten = std::pow(10.0, kWrittenDigits - 1 - std::floor(std::log10(std::abs(value))));
  return std::round(value * ten) / ten;
}

bool same_score(double claimed, double found) { return claimed == found || claimed == shortly(found); }

double score_at(const Scores& scores, std::string_view name) {
  return scores[std::size_t(std::ranges::find(kHeldOutScores, name) - kHeldOutScores.begin())];
}

bool all_same(const Json& claimed, const Scores& found) {
  return std::ranges::all_of(claimed.items(), [&](const auto& one) {
    return same_score(one.value().template get<double>(), score_at(found, one.key()));
  });
}

/// The tests whose scores a model can have had after a step: those there, the last one before, and the one before that, while the last was
/// under way.
std::vector<std::pair<double, const Scores*>> tests_near(const Outcome& outcome, const Look& look) {
  std::vector<std::pair<double, const Scores*>> tests;
  const auto end = std::ranges::upper_bound(outcome.test_steps, double(look.step)) - outcome.test_steps.begin();
  const bool there = end > 0 && outcome.test_steps[std::size_t(end) - 1] == double(look.step);
  for (auto i = end; i > 0 && end - i < (there ? 2 : 1); --i)
    tests.emplace_back(outcome.test_steps[std::size_t(i) - 1], &outcome.tests[std::size_t(i) - 1]);
  tests.emplace_back(double(look.step), &look.there);
  return tests;
}

std::string listed_scores(const Json& scores) {
  std::string text;
  for (const auto& [name, value] : scores.items()) text += ", " + name + " " + number_text(value.get<double>());
  return text;
}

/// What stands under a key, or null.
Json member(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() ? Json(nullptr) : *at;
}

std::string prediction_of(const HandedIn& handed_in) {
  const Json prediction = member(handed_in.taken, "prediction"), choices = member(handed_in.exercise, "choices");
  if (prediction.is_null()) return "none";
  if (!prediction.is_number_unsigned() || !choices.is_array() || prediction.get<std::size_t>() >= choices.size())
    return to_text(prediction);
  const Json& choice = choices[prediction.get<std::size_t>()];
  return choice.is_object() ? to_text(member(choice, "text")) : to_text(prediction);
}

/// "2026-11-30 23:05 UTC, 312 seconds, to the end"
std::string time_of(const Json& taken) {
  const Json begun = member(taken, "begun"), seconds = member(taken, "seconds");
  char text[32] = "at no time";
  const double ms = begun.is_number() ? begun.get<double>() : -1;
  const auto time = static_cast<std::time_t>(ms >= 0 && ms < kLastMoment ? ms / 1000 : 0);
  if (std::tm parts{}; ms >= 0 && ms < kLastMoment && gmtime_r(&time, &parts) != nullptr)
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
  return std::string(text) + ", " + to_text(seconds) + " seconds, " +
         (member(taken, "finished") == true ? "to the end" : "not to the end");
}

/// "; train.steps 800": what a run has been trained otherwise by.
std::string changes_of(const TakenRun& run) {
  std::string text;
  for (const auto& [path, value] : run.changes.items())
    text += (text.empty() ? "; " : ", ") + path + " " + shortened(to_text(value), kShownValue);
  return text;
}

/// Compares one receipt with its outcomes.
class Comparing {
 public:
  Comparing(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes)
      : receipt_(receipt), outcomes_(outcomes) {}

  Account result() {
    if (!receipt_.problem.empty()) {
      wrong(receipt_.problem, {{"what", "receipt"}});
      return std::move(account_);
    }
    if (receipt_.handed_in) compare_exercise(*receipt_.handed_in);
    for (std::size_t r = 0; r < receipt_.runs.size(); ++r) compare_run(r);
    if (receipt_.handed_in) compare_goals(*receipt_.handed_in);
    if (receipt_.handed_in) add_claims(*receipt_.handed_in);
    return std::move(account_);
  }

 private:
  void proved(std::string text, Json data) { account_.proved.push_back({std::move(text), std::move(data)}); }
  void wrong(std::string text, Json data) { account_.wrong.push_back({std::move(text), std::move(data)}); }
  void claimed(std::string text, Json data) { account_.claimed.push_back({std::move(text), std::move(data)}); }

  void compare_exercise(const HandedIn& handed_in) {
    const std::string shown = receipt_.exercise_hash.substr(0, kShownDigits);
    const Json data{{"what", "exercise"}, {"title", handed_in.title}, {"sha256", receipt_.exercise_hash}};
    if (receipt_.exercise_hash.starts_with(handed_in.hash))
      proved("exercise " + shown + ": " + handed_in.title, data);
    else
      wrong("exercise.taken.exercise: what was done was done of the exercise " +
                handed_in.hash.substr(0, kShownDigits) + ", and the one in the receipt is " + shown + ".",
            data);
  }

  void compare_seed(const HandedIn& handed_in, std::size_t r) {
    const std::uint64_t seed = handed_in.runs[r].seed;
    const bool follows = handed_in.seed_of_name && !handed_in.name.empty();
    const std::uint64_t wanted = follows ? seed_of_name(handed_in.name) : given_seed();
    const Json data{
        {"what", "seed"}, {"run", r}, {"claimed", seed}, {"follows", wanted}, {"changes", handed_in.runs[r].changes}};
    if (seed == wanted)
      return proved("run " + std::to_string(r + 1) + ": seed " + std::to_string(seed) +
                        (follows ? ", which follows from the name" : ", the exercise's own") +
                        changes_of(handed_in.runs[r]),
                    data);
    if (!handed_in.seed_of_name)
      return proved("run " + std::to_string(r + 1) + ": seed " + std::to_string(seed) +
                        ", not the exercise's, which is " + std::to_string(wanted) + changes_of(handed_in.runs[r]),
                    data);
    wrong("exercise.taken.runs[" + std::to_string(r) + "].seed: it is " + std::to_string(seed) + ", and from " +
              (follows ? "the name " + in_quotes(handed_in.name) : std::string("no name")) + " follows " +
              std::to_string(wanted) + ".",
          data);
  }

  /// It may have been trained so, but the page of the exercise has no control for it.
  void compare_locks(const HandedIn& handed_in, std::size_t r) {
    const Json& page = receipt_.receipt.page;
    const auto lock = locked_names(member(page, "shape"));
    for (const std::string& path : locked_changes(lock, handed_in, handed_in.runs[r], page.at("experiment")))
      wrong("exercise.taken.runs[" + std::to_string(r) + "]: " + path + " was changed, and the exercise locks it.",
            {{"what", "locked"}, {"run", r}, {"path", path}});
  }

  std::uint64_t given_seed() const {
    return read_experiment(receipt_.receipt.page.at("experiment")).train.integer("seed");
  }

  bool is_plain(std::size_t r) const { return !receipt_.handed_in || r >= receipt_.handed_in->runs.size(); }
  std::string run_name(std::size_t r) const { return is_plain(r) ? "" : "run " + std::to_string(r + 1) + ", "; }
  std::string run_path(std::size_t r) const {
    return is_plain(r) ? "models" : "exercise.taken.runs[" + std::to_string(r) + "].models";
  }

  void compare_run(std::size_t r) {
    if (!is_plain(r)) compare_seed(*receipt_.handed_in, r);
    if (!is_plain(r)) compare_locks(*receipt_.handed_in, r);
    const auto& models = receipt_.runs[r].models;
    for (std::size_t k = 0; k < models.size(); ++k)
      if (models[k].job) compare_model(r, k, outcomes_[*models[k].job]);
  }

  void compare_model(std::size_t r, std::size_t k, const Outcome* outcome) {
    const Claim& claim = receipt_.runs[r].models[k];
    const std::string where = run_path(r) + "[" + std::to_string(k) + "]";
    const Json data{{"what", "model"}, {"run", r}, {"model", k}, {"step", claim.step}};
    if (outcome == nullptr)
      return wrong(where + ": The process that trained it ended before it was done, perhaps for want of memory.", data);
    const auto look = std::ranges::find(outcome->looks, claim.step, &Look::step);
    const bool claims = claim.weights_sha256 || !claim.scores.empty();
    if (!claims && (claim.step == 0 || look != outcome->looks.end())) return;
    if (!outcome->problem.empty()) return wrong(where + ": it could not be trained. " + outcome->problem, data);
    if (look == outcome->looks.end())
      return wrong(
          where + ".step: the loss was no number any more after step " + std::to_string(outcome->losses.size()) + ".",
          data);
    compare_look(r, claim, {*outcome, *look, where, data});
  }

  struct Found {
    const Outcome& outcome;
    const Look& look;
    const std::string& where;
    const Json& data;
  };

  void compare_look(std::size_t r, const Claim& claim, const Found& found) {
    const bool same = !claim.weights_sha256 || found.look.weights_sha256.starts_with(*claim.weights_sha256);
    if (!same) {
      Json data = found.data;
      data["claimed"] = *claim.weights_sha256, data["found"] = found.look.weights_sha256;
      wrong(found.where + ".weights_sha256: after " + std::to_string(claim.step) + " steps it is " +
                claim.weights_sha256->substr(0, kShownDigits) + "… in the receipt, and training gives " +
                found.look.weights_sha256.substr(0, kShownDigits) + "….",
            std::move(data));
    }
    if (!compare_scores(claim, found) || !same) return;
    Json data = found.data;
    data["scores"] = claim.scores;
    data["weights_sha256"] = claim.weights_sha256 ? Json(found.look.weights_sha256) : Json(nullptr);
    proved(run_name(r) + claim.name + ": " + std::to_string(claim.step) + " steps" + listed_scores(claim.scores) +
               (claim.weights_sha256 ? ", weights " + found.look.weights_sha256.substr(0, kShownDigits)
                                     : ", weights not handed in"),
           std::move(data));
  }

  bool compare_scores(const Claim& claim, const Found& found) {
    const auto tests = tests_near(found.outcome, found.look);
    if (std::ranges::any_of(tests, [&](const auto& test) { return all_same(claim.scores, *test.second); })) return true;
    for (const auto& [name, value] : claim.scores.items()) {
      const double gives = score_at(*tests.front().second, name);
      if (same_score(value.get<double>(), gives)) continue;
      Json data = found.data;
      data["score"] = name, data["claimed"] = value, data["found"] = std::isfinite(gives) ? Json(gives) : Json(nullptr);
      wrong(found.where + ".scores." + name + ": it is " + canonical(value) + " in the receipt, and training gives " +
                (std::isfinite(gives) ? canonical(gives) : "none") + ".",
            std::move(data));
    }
    return false;
  }

  void compare_goals(const HandedIn& handed_in) {
    for (std::size_t i = 0; i < handed_in.goals.size(); ++i) {
      const GoalFound found = goal_found(receipt_, outcomes_, i);
      const Json data{{"what", "goal"},
                      {"goal", i},
                      {"is", found.is},
                      {"run", handed_in.reached[i] ? Json(handed_in.reached[i]->run) : Json(nullptr)}};
      const std::string text = "goal " + std::to_string(i + 1) + " (" + found.named + "): " + found.text;
      if (found.kind == GoalFound::Kind::proved) proved(text, data);
      if (found.kind == GoalFound::Kind::wrong) wrong("exercise.taken.goals[" + std::to_string(i) + "]: " + text, data);
      if (found.kind == GoalFound::Kind::claimed) claimed(text, data);
    }
  }

  void add_claims(const HandedIn& handed_in) {
    const Json& taken = handed_in.taken;
    claimed("name: " + (handed_in.name.empty() ? "none" : in_quotes(handed_in.name)),
            {{"what", "name"}, {"value", handed_in.name}});
    claimed("prediction: " + prediction_of(handed_in),
            {{"what", "prediction"}, {"value", member(taken, "prediction")}});
    add_positions(handed_in);
    for (const char* key : {"answers", "hints"})
      claimed(std::string(key) + ": " + to_text(member(taken, key)), {{"what", key}, {"value", member(taken, key)}});
    claimed("time: " + time_of(taken), {{"what", "time"},
                                        {"begun", member(taken, "begun")},
                                        {"seconds", member(taken, "seconds")},
                                        {"finished", member(taken, "finished")}});
    const bool whole = checksum_of(handed_in) == handed_in.checksum;
    claimed(whole ? "checksum: it fits; it guards against accidents, not against anybody"
                  : "checksum: it does not fit, so that something was changed since, by accident or on purpose",
            {{"what", "checksum"}, {"fits", whole}});
  }

  void add_positions(const HandedIn& handed_in) {
    for (std::size_t r = 0; r < handed_in.runs.size(); ++r)
      if (const auto& position = handed_in.runs[r].position)
        claimed("run " + std::to_string(r + 1) + ": the knob stood at position " + std::to_string(*position + 1),
                {{"what", "position"}, {"run", r}, {"value", *position}});
  }

  const ClaimedReceipt& receipt_;
  const std::vector<const Outcome*>& outcomes_;
  Account account_;
};

}  // namespace

Account account_of(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes) {
  return Comparing(receipt, outcomes).result();
}

}  // namespace unrolled::cli
