#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

// Of tasks whose examples are sets: the options "min_size", "max_size" and "longer_size".

struct SetSizes {
  double min, max, longer;  ///< defaults
  double least, most;       ///< limits of all three
  const char* unit;
};

/// `before`, the three options, `after`.
OptionTable with_set_sizes(OptionTable before, const SetSizes& sizes, OptionTable after = {});
/// TaskKind::check of such tasks: min <= max < longer, or longer is 0: no larger sets.
void check_set_sizes(const Options& options, const std::string& where);
/// A set without order, trained on from min to max members and tested from there to longer. Its members are positions.
void set_set_sizes(ExampleShape& shape, const Options& options);

/// What makes two sets the same, whatever the order: the members' hashes, each of `features` numbers or one symbol.
std::uint64_t set_key(const Example& example, std::size_t features);

}  // namespace unrolled
