#include "tasks/examples/set_sizes.hpp"

#include "core/error.hpp"

namespace unrolled {

OptionTable with_set_sizes(OptionTable before, const SetSizes& s, OptionTable after) {
  const auto size = [&](const char* name, double preset, double least, const char* title, const char* summary) {
    return Option::integer(name, preset, least, s.most, title, summary).in(s.unit);
  };
  before.push_back(size("min_size", s.min, s.least, "Smallest", "The smallest sets trained on."));
  before.push_back(size("max_size", s.max, s.least, "Largest", "The largest sets trained on."));
  before.push_back(size("longer_size", s.longer, 0, "Tested up to",
                        "A second test has larger sets than any trained on, up to this size; 0: none."));
  for (Option& option : after) before.push_back(std::move(option));
  return before;
}

void check_set_sizes(const Options& options, const std::string& where) {
  const std::size_t min = options.integer("min_size"), max = options.integer("max_size"),
                    longer = options.integer("longer_size");
  if (min > max)
    throw Error(ErrorCode::invalid_config, "option.least", where + ".max_size",
                {{"found", max}, {"other", "min_size"}, {"limit", min}});
  if (longer != 0 && longer <= max)
    throw Error(ErrorCode::invalid_config, "option.longer", where + ".longer_size",
                {{"found", longer}, {"other", "max_size"}, {"limit", max}});
}

void set_set_sizes(ExampleShape& shape, const Options& options) {
  const std::size_t max = options.integer("max_size"), longer = options.integer("longer_size");
  shape.ordered = false;
  shape.training = {options.integer("min_size"), max, max};
  if (longer > max) shape.longer = {max + 1, longer, longer};
}

std::uint64_t set_key(const Example& example, std::size_t features) {
  std::uint64_t key = 0;
  const std::span<const std::int32_t> symbols = example.source;
  const std::span<const float> values = example.values;
  for (std::size_t i = 0; i < symbols.size(); ++i) key += hash_of(symbols.subspan(i, 1), {});
  for (std::size_t i = 0; i < values.size(); i += features) key += hash_of({}, values.subspan(i, features));
  const std::int32_t halves[] = {static_cast<std::int32_t>(key), static_cast<std::int32_t>(key >> 32)};
  return hash_of(halves, {});
}

}  // namespace unrolled
