#pragma once
#include <cstddef>
#include <string>

#include "io/experiment.hpp"

namespace unrolled::cli {

/// The checkpoint that model k of an experiment starts from, as its experiment names it: trained now, or kept from the last
/// time in the folder "starts" of the environment variable UNROLLED_CACHE, else of XDG_CACHE_HOME/unrolled or
/// ~/.cache/unrolled. Says on standard error which. Throws Error where only the hash of weights is known.
std::string start_checkpoint(const Start& start, std::size_t k);

}  // namespace unrolled::cli
