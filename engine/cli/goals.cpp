#include "cli/goals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "facts/loss_points.hpp"
#include "facts/predicates.hpp"
#include "io/canonical.hpp"
#include "io/course.hpp"

namespace unrolled::cli {
namespace {

using Kind = GoalFound::Kind;

constexpr double kNearly =
    1e-9;  // of a mean of training losses, which is added up in another order where a run is long

std::string whom_text(const Whom& whom) {
  using Who = Whom::Who;
  if (whom.who == Who::one) return "model " + std::to_string(whom.index + 1);
  if (whom.who == Who::kind) return whom.kind;
  return whom.who == Who::all ? "all models" : whom.who == Who::any ? "any model" : "the others";
}

std::string relation_text(Relation relation) {
  static const char* const texts[] = {"<", "<=", ">", ">=", "within"};
  return texts[std::size_t(relation)];
}

std::string value_text_of(const std::variant<double, ValueRange, Against>& value) {
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
  if (const auto* range = std::get_if<ValueRange>(&value))
    return number_text(range->low) + " to " + number_text(range->high);
  const auto& against = std::get<Against>(value);
  std::string text = "that of " + whom_text(against.model);
  if (against.times != 1) text = number_text(against.times) + " times " + text;
  if (against.plus != 0) text += (against.plus > 0 ? " plus " : " minus ") + number_text(std::abs(against.plus));
  return text;
}

std::string goal_text(const Goal& goal) {
  if (const auto* find = std::get_if<Find>(&goal))
    return "a head of model " + std::to_string(find->model + 1) + " with " + find->array +
           " >= " + number_text(find->at_least);
  const auto& one = std::get<Predicate>(goal);
  std::string text = whom_text(one.model) + (one.never ? " never " : " ") + one.named + " " +
                     relation_text(one.relation) + " " + value_text_of(one.value);
  if (one.from_step) text += " from step " + number_text(*one.from_step);
  if (one.by_step) text += " by step " + number_text(*one.by_step);
  return text;
}

/// What depends on a clock, or on when somebody looked.
bool is_provable(const Metric& metric) {
  if (metric.how == Metric::How::present) return metric.of == "parameters";
  return metric.of != "seconds";
}

bool is_provable(const Predicate& predicate) {
  const auto* against = std::get_if<Against>(&predicate.value);
  return is_provable(predicate.metric) && (against == nullptr || !against->metric || is_provable(*against->metric));
}

std::map<std::string, Curve> tests_up_to(const Outcome& outcome, double step) {
  std::map<std::string, Curve> curves;
  for (std::size_t score = 0; score < kHeldOutScores.size(); ++score) {
    Curve curve;
    for (std::size_t i = 0; i < outcome.test_steps.size() && outcome.test_steps[i] <= step; ++i)
      curve.step.push_back(outcome.test_steps[i]), curve.value.push_back(outcome.tests[i][score]);
    if (std::ranges::any_of(curve.value, [](double value) { return std::isfinite(value); }))
      curves[kHeldOutScores[score]] = std::move(curve);
  }
  return curves;
}

/// A run as it was when its models had trained to what is claimed of them, or to `most` at most.
class RunFacts {
 public:
  RunFacts(const ClaimedRun& run, const std::vector<const Outcome*>& outcomes) : run_(run), outcomes_(outcomes) {}

  std::vector<ModelFacts> up_to(double most) const {
    std::vector<ModelFacts> models;
    for (std::size_t k = 0; k < run_.models.size(); ++k) models.push_back(model(k, most));
    return models;
  }

 private:
  ModelFacts model(std::size_t k, double most) const {
    const Claim& claim = run_.models[k];
    ModelFacts facts;
    facts.index = k, facts.kind = run_.experiment.models[k].kind;
    const Outcome* outcome = claim.job ? outcomes_[*claim.job] : nullptr;
    if (outcome == nullptr) return facts;
    facts.refused = !outcome->problem.empty();
    if (facts.refused) return facts;
    facts.step = std::min(double(claim.step), most);
    facts.curves = tests_up_to(*outcome, facts.step);
    facts.present["parameters"] = outcome->parameters;
    facts.finite = outcome->finite || facts.step < double(outcome->losses.size());
    facts.over = !facts.finite || facts.step >= double(end_of_run(run_.experiment, k));
    facts.arrived = facts.over && facts.finite;
    const double every = run_.experiment.train.number("eval_every");
    facts.curves["loss"] = loss_means(outcome->losses, std::uint64_t(facts.step), every, facts.over);
    return facts;
  }

  const ClaimedRun& run_;
  const std::vector<const Outcome*>& outcomes_;
};

bool nearly(double a, double b) { return a == b || std::abs(a - b) <= kNearly * std::max(std::abs(a), std::abs(b)); }

bool is_as_claimed(const Verdict& verdict, const Reached& reached, const Predicate& predicate) {
  if (verdict.holds != true) return false;
  if (reached.value && !(verdict.value && nearly(*verdict.value, *reached.value))) return false;
  const bool dated = predicate.metric.how != Metric::How::present;  // else the step is only when somebody looked
  return !dated || !reached.step || verdict.step == reached.step;
}

std::string said_of(const Verdict& verdict) {
  if (!verdict.holds) return "is not decided";
  std::string text = *verdict.holds ? "is reached" : "is not reached";
  if (*verdict.holds && verdict.step) text += " at step " + number_text(*verdict.step);
  if (verdict.value) text += ", with " + canonical(*verdict.value);
  return text;
}

std::string claim_text(const Reached& reached) {
  std::string text = "in run " + std::to_string(reached.run + 1);
  if (reached.step) text += " at step " + number_text(*reached.step);
  if (reached.value) text += ", with " + canonical(*reached.value);
  return text;
}

GoalFound predicate_found(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes,
                          const Predicate& predicate, const Reached& reached) {
  if (!is_provable(predicate))
    return {Kind::claimed, "not_provable", "",
            "reached " + claim_text(reached) + "; it depends on when somebody looked, so that training proves nothing"};
  const RunFacts run(receipt.runs[reached.run], outcomes);
  const Verdict verdict = holds(predicate, run.up_to(kNever));
  if (is_as_claimed(verdict, reached, predicate))
    return {Kind::proved, "reached", "", "reached " + claim_text(reached)};
  // What only grows may have been judged before the end.
  if (reached.step && is_as_claimed(holds(predicate, run.up_to(*reached.step)), reached, predicate))
    return {Kind::proved, "reached", "", "reached " + claim_text(reached)};
  return {Kind::wrong, "other", "",
          "it is said to be reached " + claim_text(reached) + ", and trained again it " + said_of(verdict) + "."};
}

/// "transformer.0.attention.copying": the layer is the first number that is a step of the name of its own, else 0.
std::size_t layer_of_place(const std::string& name) {
  for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
    const std::size_t end = name.find('.', dot + 1);
    const std::string step = name.substr(dot + 1, end == std::string::npos ? end : end - dot - 1);
    if (end != std::string::npos && !step.empty() && step.size() < 6 &&
        step.find_first_not_of("0123456789") == std::string::npos)
      return std::stoul(step);
  }
  return 0;
}

/// The greatest of a head's in the places of a layer; NaN: there is none.
double head_score(const Look& look, const Find& find, const HeadPlace& place) {
  double best = std::numeric_limits<double>::quiet_NaN();
  for (const auto& [name, data] : look.heads) {
    if (!name.ends_with("." + find.array) || layer_of_place(name) != place.layer || place.head >= data.size()) continue;
    best = std::fmax(best, data[place.head]);  // which passes over what is no number
  }
  return best;
}

GoalFound find_found(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes, const Find& find,
                     std::size_t goal) {
  const Reached& reached = *receipt.handed_in->reached[goal];
  const auto place = receipt.handed_in->found.find(goal);
  if (place == receipt.handed_in->found.end()) return {Kind::wrong, "other", "", "no head is named."};
  const auto& models = receipt.runs[reached.run].models;
  if (find.model >= models.size()) return {Kind::wrong, "other", "", "there is no such model."};
  const Claim& claim = models[find.model];
  const Outcome* outcome = claim.job ? outcomes[*claim.job] : nullptr;
  if (outcome == nullptr || !outcome->problem.empty())
    return {Kind::wrong, "other", "", "that model was not trained again."};
  const auto look = std::ranges::find(outcome->looks, claim.step, &Look::step);
  const double score =
      look == outcome->looks.end() ? std::numeric_limits<double>::quiet_NaN() : head_score(*look, find, place->second);
  const std::string which =
      "head " + std::to_string(place->second.head + 1) + " of layer " + std::to_string(place->second.layer + 1);
  const std::string has = which + " after " + std::to_string(claim.step) + " steps has " +
                          (std::isfinite(score) ? canonical(score) : "no such score");
  const bool same =
      (!reached.step || *reached.step == double(claim.step)) && (!reached.value || nearly(score, *reached.value));
  if (score >= find.at_least && same) return {Kind::proved, "reached", "", "found " + claim_text(reached) + ": " + has};
  return {Kind::wrong, "other", "", "it is said to be found " + claim_text(reached) + ", and " + has + "."};
}

/// The first of the runs in which it is so all the same.
std::string also_reached(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes, const Goal& goal) {
  const auto* predicate = std::get_if<Predicate>(&goal);
  if (predicate == nullptr || !is_provable(*predicate)) return "";
  for (std::size_t r = 0; r < receipt.handed_in->runs.size(); ++r)
    if (holds(*predicate, RunFacts(receipt.runs[r], outcomes).up_to(kNever)).holds == true)
      return "; in run " + std::to_string(r + 1) + " it is so";
  return "";
}

}  // namespace

GoalFound goal_found(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes, std::size_t goal) {
  const HandedIn& handed_in = *receipt.handed_in;
  const Goal& wanted = handed_in.goals[goal];
  const auto& reached = handed_in.reached[goal];
  GoalFound found;
  if (!reached)
    found = {Kind::claimed, "not_claimed", "", "not said to be reached" + also_reached(receipt, outcomes, wanted)};
  else if (const auto* find = std::get_if<Find>(&wanted))
    found = find_found(receipt, outcomes, *find, goal);
  else
    found = predicate_found(receipt, outcomes, std::get<Predicate>(wanted), *reached);
  found.named = goal_text(wanted);
  return found;
}

}  // namespace unrolled::cli
