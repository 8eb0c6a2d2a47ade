#include "tasks/examples/longer.hpp"

#include "core/error.hpp"

namespace unrolled {

Option longer_length_option(double preset, double most, std::string_view unit) {
  return Option::integer("longer_length", preset, 0, most, "Tested up to",
                         "A second test has longer examples than any trained on, of this length; 0: none.")
      .in(unit);
}

void check_longer_length(const Options& options, const std::string& where) {
  const std::size_t length = options.integer("length"), longer = options.integer("longer_length");
  if (longer == 0 || longer > length) return;
  throw Error(ErrorCode::invalid_config, "option.longer", where + ".longer_length",
              {{"found", longer}, {"other", "length"}, {"limit", length}});
}

}  // namespace unrolled
