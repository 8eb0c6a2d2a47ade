#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/keeping.hpp"
#include "io/curves.hpp"
#include "io/json.hpp"
#include "session/session.hpp"

namespace unrolled::cli {

/// Seconds since some moment: the command is the only part of the engine that looks at a clock.
double seconds();

/// Trains in parts of about a tenth of a second, so that a signal is soon heard.
class Slices {
 public:
  /// Some steps more, at most to step `to`: what Session::step reports. Throws Interrupted, before them.
  Json advance(Session& session, std::uint64_t to);
  /// The same; throws Error where the loss left the numbers.
  Json train(Session& session, std::uint64_t to);

 private:
  std::uint64_t steps_ = 1;
};

/// Trains one model to the end of its run, or to a number of steps, with a line at each multiple of eval_every and at the
/// end. What it is saved to has the run as of the last line, or as of when it was interrupted.
class TrainingRun {
 public:
  /// curves: of what was trained before; they go on.
  TrainingRun(Session& session, Curves& curves, Keeping& keeping, std::optional<std::uint64_t> steps);

  /// Throws Interrupted after saving.
  void run();

 private:
  void run_to_end();
  std::uint64_t last() const { return steps_.value_or(session_.end()); }
  void advance(std::uint64_t to);
  Json evaluate();
  std::string sample();
  void report(const Json& held_out);
  void save_if_possible();
  void save_interrupted();

  Session& session_;
  Curves& curves_;
  Keeping& keeping_;
  const std::string kind_;
  const std::optional<std::uint64_t> steps_;
  const std::uint64_t first_, interval_;
  const double tokens_per_step_;
  const bool writes_;  // it goes on with a text, and somebody keeps what it wrote
  Slices slices_;
  std::vector<double> losses_;  // since the last line, and how long they took
  double seconds_ = 0;
};

}  // namespace unrolled::cli
