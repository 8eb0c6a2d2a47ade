#include "tasks/knowledge.hpp"

#include <limits>

namespace unrolled {

void Knowledge::begin(const Knows& knows, std::size_t positions) {
  positions_ = positions;
  values_.assign(knows.variables.size() * positions, std::numeric_limits<float>::quiet_NaN());
  needs_.clear();
}

void Knowledge::state(std::size_t variable, std::size_t position, double value) {
  values_[variable * positions_ + position] = float(value);
}

}  // namespace unrolled
