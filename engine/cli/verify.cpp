// The command `verify`: what receipts claim is trained again.
#include <algorithm>
#include <numeric>

#include "cli/account.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/output.hpp"
#include "cli/shared.hpp"
#include "cli/workers.hpp"

namespace unrolled::cli {
namespace {

constexpr double kMostWorkers = 256;
constexpr std::size_t kMostDigits = 64, kLeastDigits = 8;  // of the hash of an exercise

/// Tells of receipts one after the other, each as soon as it and all before it are done.
class Telling {
 public:
  Telling(const std::vector<ClaimedReceipt>& receipts, std::size_t jobs, bool as_json)
      : receipts_(receipts), outcomes_(jobs), ended_(jobs), as_json_(as_json) {}

  void take(std::size_t job, const std::string& bytes) {
    outcomes_[job] = unpacked(bytes);
    ended_[job] = true;
    tell_ready();
  }
  /// Those that nothing more will come of, and what is to be said at the end. Whether everything holds.
  bool finish() {
    ended_.assign(ended_.size(), true);
    tell_ready();
    tell_end();
    return holding_ == receipts_.size();
  }

 private:
  bool is_ready(const ClaimedReceipt& receipt) const {
    for (const ClaimedRun& run : receipt.runs)
      for (const Claim& claim : run.models)
        if (claim.job && !ended_[*claim.job]) return false;
    return true;
  }

  void tell_ready() {
    for (; told_ < receipts_.size() && is_ready(receipts_[told_]); ++told_) tell(receipts_[told_]);
  }

  void tell(const ClaimedReceipt& receipt) {
    std::vector<const Outcome*> outcomes;
    for (const auto& outcome : outcomes_) outcomes.push_back(outcome ? &*outcome : nullptr);
    const Account account = account_of(receipt, outcomes);
    if (account.holds()) ++holding_;
    as_json_ ? tell_machine(receipt, account) : tell_person(receipt, account);
  }

  static Json list_of(const std::vector<Said>& all) {
    Json list = Json::array();
    for (const Said& one : all) {
      Json item = one.data;
      item["text"] = one.text;
      list.push_back(std::move(item));
    }
    return list;
  }

  static void tell_machine(const ClaimedReceipt& receipt, const Account& account) {
    print_line(to_text({{"receipt", receipt.path},
                        {"holds", account.holds()},
                        {"proved", list_of(account.proved)},
                        {"wrong", list_of(account.wrong)},
                        {"claimed", list_of(account.claimed)}}));
  }

  static void tell_lines(const char* title, const std::vector<Said>& all) {
    if (all.empty()) return;
    print(std::string("  ") + title + "\n");
    for (const Said& one : all) print("    " + printable(one.text) + "\n");
  }

  static void tell_person(const ClaimedReceipt& receipt, const Account& account) {
    print(printable(receipt.path) + (account.holds() ? ": holds\n" : ": DOES NOT HOLD\n"));
    tell_lines("wrong", account.wrong);
    tell_lines("proved by training", account.proved);
    tell_lines("only claimed", account.claimed);
  }

  void tell_end() const {
    const std::vector<Said> shared = shared_by(receipts_);
    if (as_json_)
      return print_line(to_text({{"done", true},
                                 {"receipts", receipts_.size()},
                                 {"hold", holding_},
                                 {"trainings", outcomes_.size()},
                                 {"shared", list_of(shared)}}));
    for (const Said& one : shared) print(printable(one.text) + "\n");
    print(std::to_string(holding_) + " of " + std::to_string(receipts_.size()) +
          (receipts_.size() == 1 ? " receipt holds" : " receipts hold") + ", after " +
          std::to_string(outcomes_.size()) + (outcomes_.size() == 1 ? " training\n" : " trainings\n"));
  }

  const std::vector<ClaimedReceipt>& receipts_;
  std::vector<std::optional<Outcome>> outcomes_;
  std::vector<bool> ended_;
  const bool as_json_;
  std::size_t told_ = 0, holding_ = 0;
};

/// The longest first, so that the last to be done are short.
std::vector<std::size_t> by_cost(const Jobs& jobs) {
  std::vector<std::size_t> order(jobs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return jobs.at(a).cost > jobs.at(b).cost; });
  return order;
}

/// Where whoever handed it out says which exercise it is to be.
void require_exercise(const Arguments& arguments, std::vector<ClaimedReceipt>& receipts) {
  const auto wanted = arguments.text("--exercise");
  if (!wanted) return;
  if (wanted->size() < kLeastDigits || wanted->size() > kMostDigits)
    throw Error(ErrorCode::invalid_config, "number.whole", "--exercise",
                {{"found", wanted->size()}, {"min", kLeastDigits}, {"max", kMostDigits}});
  for (ClaimedReceipt& receipt : receipts)
    if (receipt.problem.empty() && !receipt.exercise_hash.starts_with(*wanted))
      receipt.problem =
          receipt.handed_in
              ? "exercise: It is another one than --exercise says: " + receipt.exercise_hash.substr(0, 12) + "."
              : "exercise: It is of none, and --exercise asks for one.";
}

void require_strict_program() {
#ifdef UNROLLED_RELAXED
  throw Error(ErrorCode::invalid_config, "internal.mistake", "", {{"reason", "fast_tier"}});
#endif
}

}  // namespace

bool verify_command(const Words& words) {
  require_strict_program();
  const Arguments arguments(words, {"RECEIPT..."}, {"--data...", "--workers", "--exercise"}, {"--json"});
  const auto workers = arguments.number("--workers", 1, kMostWorkers, true);
  Data data(arguments.texts("--data"));
  Jobs jobs;
  std::vector<ClaimedReceipt> receipts;
  for (const std::string& path : arguments.words()) receipts.push_back(read_claims(path, data, jobs));
  require_exercise(arguments, receipts);
  watch_signals();
  Telling telling(receipts, jobs.size(), arguments.has("--json"));
  const std::vector<std::size_t> order = by_cost(jobs);
  share_out(
      jobs.size(), workers ? std::size_t(*workers) : cores(),
      [&](std::size_t i) { return packed(retrained(jobs.at(order[i]))); },
      [&](std::size_t i, const std::string& bytes) { telling.take(order[i], bytes); });
  return telling.finish();
}

}  // namespace unrolled::cli
