#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

// What can be asked of a model by name, and which way is better.

namespace unrolled {

inline constexpr std::array kHeldOutScores = {"val_loss",    "val_accuracy",    "val_exact",
                                              "longer_loss", "longer_accuracy", "longer_exact"};

/// What a name asks for: the value at each step; the best up to there; the value at the end; what only grows; what is so now.
struct Metric {
  enum class How { curve, best, last, counter, present };
  How how = How::curve;
  std::string of;  ///< "val_loss" ..., "measured.…", "seconds", "step", "parameters" ...
};

/// "val_accuracy", "best_val_loss", "seconds" ...; nothing: there is no such number.
std::optional<Metric> metric_named(std::string_view name);

/// Whether less of it is better.
bool low_is_better(std::string_view score);

}  // namespace unrolled
