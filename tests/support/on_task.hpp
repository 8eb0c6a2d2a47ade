#pragma once
#include <cmath>

#include "support/measured.hpp"

namespace unrolled::test {

inline const Json& golden_case(const GoldenHashes& golden, const std::string& name) {
  for (const Json& stored : golden.cases())
    if (stored["name"] == name) return stored;
  throw std::runtime_error(name);
}

/// The experiment of a golden case on another task.
inline Json on_task(const GoldenHashes& golden, const std::string& name, const Json& task) {
  Json stored = golden_case(golden, name);
  stored["experiment"]["task"] = task;
  return stored;
}

inline bool near_to(float found, double expected, double epsilon = 1e-4) {
  if (std::isnan(expected)) return std::isnan(found);
  return std::abs(double(found) - expected) <= epsilon * (1 + std::abs(expected));
}

}  // namespace unrolled::test
