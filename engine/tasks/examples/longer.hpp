#pragma once
#include "core/options.hpp"

namespace unrolled {

// Of tasks whose training examples all have one length: the option "longer_length" beside their "length".

/// At least 0, which means that there is no test of longer examples.
Option longer_length_option(double preset, double most, std::string_view unit);
/// TaskKind::check: a longer length is longer.
void check_longer_length(const Options& options, const std::string& where);

}  // namespace unrolled
