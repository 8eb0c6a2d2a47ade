#pragma once
#include <string>
#include <vector>

#include "cli/claims.hpp"

namespace unrolled::cli {

/// One thing said of a receipt: for people, and for machines.
struct Said {
  std::string text;
  Json data = Json::object();
};

/// What training gave of a receipt's claims.
struct Account {
  std::vector<Said> proved;
  std::vector<Said> wrong;    ///< training gives something else
  std::vector<Said> claimed;  ///< nobody can prove it
  bool holds() const { return wrong.empty(); }
};

/// outcomes: of the jobs; nullptr where the process that trained one ended before it was done.
Account account_of(const ClaimedReceipt& receipt, const std::vector<const Outcome*>& outcomes);

}  // namespace unrolled::cli
