#pragma once
#include <string>
#include <vector>

#include "cli/claims.hpp"

namespace unrolled::cli {

/// What came of a goal that a receipt says was reached, or not.
struct GoalFound {
  enum class Kind { proved, wrong, claimed };
  Kind kind = Kind::claimed;
  std::string is;     ///< "reached", "not_claimed", "other", "not_provable"
  std::string named;  ///< the goal in short
  std::string text;
};

GoalFound goal_found(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes, std::size_t goal);

}  // namespace unrolled::cli
