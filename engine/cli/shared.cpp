#include "cli/shared.hpp"

#include <algorithm>
#include <set>

#include "io/canonical.hpp"

namespace unrolled::cli {
namespace {

using Group = std::vector<std::size_t>;  // receipts by number

std::string names_of(const std::vector<ClaimedReceipt>& receipts, const Group& group) {
  std::string text;
  for (std::size_t i = 0; i < group.size(); ++i)
    text += (i == 0 ? "" : i + 1 == group.size() ? " and " : ", ") + receipts[group[i]].path;
  return text;
}

Json paths_of(const std::vector<ClaimedReceipt>& receipts, const Group& group) {
  Json list = Json::array();
  for (const std::size_t i : group) list.push_back(receipts[i].path);
  return list;
}

std::set<std::size_t> jobs_of(const ClaimedReceipt& receipt) {
  std::set<std::size_t> jobs;
  for (const ClaimedRun& run : receipt.runs)
    for (const Claim& claim : run.models)
      if (claim.job) jobs.insert(*claim.job);
  return jobs;
}

/// How many trainings each group of receipts has in common.
std::map<Group, std::size_t> trained_once(const std::vector<ClaimedReceipt>& receipts) {
  std::map<std::size_t, Group> who;
  for (std::size_t i = 0; i < receipts.size(); ++i)
    for (const std::size_t job : jobs_of(receipts[i])) who[job].push_back(i);
  std::map<Group, std::size_t> groups;
  for (const auto& [job, group] : who)
    if (group.size() > 1) ++groups[group];
  return groups;
}

/// Of an exercise whose seed follows from the name nobody has another's run.
bool each_has_a_seed(const std::vector<ClaimedReceipt>& receipts, const Group& group) {
  return std::ranges::all_of(
      group, [&](std::size_t i) { return receipts[i].handed_in && receipts[i].handed_in->seed_of_name; });
}

bool differ_in_name(const std::vector<ClaimedReceipt>& receipts, const Group& group) {
  std::set<std::string> names;
  for (const std::size_t i : group) names.insert(receipts[i].handed_in ? receipts[i].handed_in->name : "");
  return names.size() > 1;
}

void add_trainings(const std::vector<ClaimedReceipt>& receipts, std::vector<Said>& said) {
  for (const auto& [group, count] : trained_once(receipts)) {
    std::string text = names_of(receipts, group) + " have " + std::to_string(count) +
                       (count == 1 ? " training" : " trainings") +
                       " in common, with the same experiment and seed: trained once.";
    const bool copied = each_has_a_seed(receipts, group) && differ_in_name(receipts, group);
    if (copied) text += " The seed follows from the name, and the names differ.";
    said.push_back(
        {std::move(text),
         {{"what", "trainings"}, {"receipts", paths_of(receipts, group)}, {"count", count}, {"names_differ", copied}}});
  }
}

/// All that was done, but for who did it.
std::string deeds_of(const ClaimedReceipt& receipt) {
  Json taken = receipt.handed_in->taken;
  taken.erase("name");
  return canonical(taken);
}

/// Receipts of an exercise that have the same of something, in their order.
std::vector<Group> grouped(const std::vector<ClaimedReceipt>& receipts, std::string (*by)(const ClaimedReceipt&)) {
  std::map<std::string, Group> alike;
  for (std::size_t i = 0; i < receipts.size(); ++i)
    if (receipts[i].handed_in) alike[by(receipts[i])].push_back(i);
  std::vector<Group> groups;
  for (auto& [what, group] : alike) groups.push_back(std::move(group));
  std::ranges::sort(groups);
  return groups;
}

void add_copies(const std::vector<ClaimedReceipt>& receipts, std::vector<Said>& said) {
  for (const Group& group : grouped(receipts, deeds_of)) {
    if (group.size() < 2) continue;
    const bool differ = differ_in_name(receipts, group);
    said.push_back({names_of(receipts, group) + " say the same of everything, to the millisecond" +
                        (differ ? ", but for the name." : "."),
                    {{"what", "deeds"}, {"receipts", paths_of(receipts, group)}, {"names_differ", differ}}});
  }
}

void add_exercises(const std::vector<ClaimedReceipt>& receipts, std::vector<Said>& said) {
  const std::vector<Group> groups =
      grouped(receipts, [](const ClaimedReceipt& receipt) { return receipt.exercise_hash; });
  if (groups.size() < 2) return;
  for (const Group& group : groups) {
    const std::string& hash = receipts[group.front()].exercise_hash;
    said.push_back({names_of(receipts, group) + (group.size() > 1 ? " are" : " is") + " of the exercise " +
                        hash.substr(0, 12) + ", others of another.",
                    {{"what", "exercise"}, {"receipts", paths_of(receipts, group)}, {"sha256", hash}}});
  }
}

}  // namespace

std::vector<Said> shared_by(const std::vector<ClaimedReceipt>& receipts) {
  std::vector<Said> said;
  add_exercises(receipts, said);
  add_trainings(receipts, said);
  add_copies(receipts, said);
  return said;
}

}  // namespace unrolled::cli
