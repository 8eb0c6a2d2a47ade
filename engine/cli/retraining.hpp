#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "facts/metrics.hpp"

namespace unrolled::cli {

using Scores =
    std::array<double, kHeldOutScores.size()>;  ///< in the order of kHeldOutScores; NaN: the task has no such score

/// One model that is to be trained again, and where it is looked at.
struct Job {
  std::string experiment;  ///< JSON
  std::size_t model = 0;
  std::shared_ptr<const std::string> text;
  std::set<std::uint64_t> looks;  ///< after which steps its weights are hashed
  std::set<std::uint64_t> heads;  ///< after which of them the measure `heads` is taken
  bool tests = false;             ///< every test of the page's counts, not only those at the looks and before
  bool there = false;             ///< it is tested at the looks themselves, too, as the command does it
  double cost = 0;                ///< floating-point operations, roughly
};

/// After a step.
struct Look {
  std::uint64_t step = 0;
  std::string weights_sha256;
  Scores there{};  ///< where it was asked for
  std::vector<std::pair<std::string, std::vector<double>>> heads;
};

struct Outcome {
  std::string problem;  ///< a sentence: why it could not be trained; empty: it was
  std::vector<Look> looks;
  std::vector<double> test_steps;
  std::vector<Scores> tests;
  std::vector<double> losses;  ///< of each step
  double parameters = 0;
  bool finite = true;  ///< false: the loss was no number after the last step
};

/// Throws Interrupted; what else goes wrong is the outcome's problem.
Outcome retrained(const Job& job);

/// As bytes, from one process to another of the same program.
std::string packed(const Outcome& outcome);
Outcome unpacked(std::string_view bytes);

}  // namespace unrolled::cli
