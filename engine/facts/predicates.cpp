#include "facts/predicates.hpp"

#include <algorithm>

#include "facts/judging.hpp"

namespace unrolled {
namespace {

using Models = std::vector<const ModelFacts*>;
using Who = Whom::Who;

/// Those that can do the task.
Models meant(const Whom& whom, const std::vector<ModelFacts>& models) {
  Models list;
  for (const ModelFacts& model : models) {
    const bool is_named = whom.who == Who::one    ? model.index == whom.index
                          : whom.who == Who::kind ? model.kind == whom.kind
                                                  : true;
    if (!model.refused && is_named) list.push_back(&model);
  }
  return list;
}

/// Those with whom a model is compared; nullptr alone where that is a number.
Models rivals_of(const Predicate& predicate, const ModelFacts& model, const std::vector<ModelFacts>& models) {
  const auto* against = std::get_if<Against>(&predicate.value);
  if (against == nullptr) return {nullptr};
  Models list = meant(against->model, models);
  if (against->model.who == Who::one) return list;
  std::erase_if(list, [&](const ModelFacts* other) { return other->index == model.index; });
  if (against->model.who == Who::kind && list.size() > 1) list.erase(list.begin() + 1, list.end());
  return list;
}

const Verdict* first_that(const std::vector<Verdict>& verdicts, std::optional<bool> holds) {
  const auto at = std::ranges::find(verdicts, holds, &Verdict::holds);
  return at == verdicts.end() ? nullptr : &*at;
}

/// The first that fails, else the first that is open, else the last to get there.
Verdict of_all(const std::vector<Verdict>& verdicts) {
  if (const Verdict* failed = first_that(verdicts, false)) return *failed;
  if (const Verdict* open = first_that(verdicts, std::nullopt)) return *open;
  Verdict last = verdicts.front();
  for (const Verdict& one : verdicts)
    if (one.step.value_or(0) > last.step.value_or(0)) last = one;
  last.settled = std::ranges::all_of(verdicts, &Verdict::settled);
  return last;
}

/// The first to get there, else the first that is open.
Verdict of_any(const std::vector<Verdict>& verdicts) {
  const Verdict* first = first_that(verdicts, true);
  if (first != nullptr)
    for (const Verdict& one : verdicts)
      if (one.holds == true && one.step.value_or(0) < first->step.value_or(0)) first = &one;
  if (first == nullptr) first = first_that(verdicts, std::nullopt);
  return first == nullptr ? verdicts.front() : *first;
}

Verdict against_all(const Predicate& predicate, const ModelFacts& model, const std::vector<ModelFacts>& models) {
  std::vector<Verdict> verdicts;
  for (const ModelFacts* rival : rivals_of(predicate, model, models))
    verdicts.push_back(judged({predicate, model, rival}));
  return verdicts.empty() ? Verdict() : of_all(verdicts);
}

}  // namespace

Verdict holds(const Predicate& predicate, const std::vector<ModelFacts>& models) {
  std::vector<Verdict> each;
  for (const ModelFacts* model : meant(predicate.model, models)) each.push_back(against_all(predicate, *model, models));
  if (each.empty()) return {};
  const bool for_all = predicate.model.who == Who::all || predicate.model.who == Who::one;
  return for_all ? of_all(each) : of_any(each);
}

}  // namespace unrolled
