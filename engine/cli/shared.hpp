#pragma once
#include <vector>

#include "cli/account.hpp"
#include "cli/claims.hpp"

namespace unrolled::cli {

/// What several receipts have in common: the same trainings, which were done once, and the same account of what somebody did.
std::vector<Said> shared_by(const std::vector<ClaimedReceipt>& receipts);

}  // namespace unrolled::cli
