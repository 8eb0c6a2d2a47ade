#pragma once
#include <fuzzer/FuzzedDataProvider.h>

#include <string>

#include "io/json.hpp"

// Experiments out of bytes, valid by describe(): every option absent, at an edge, or near what it usually is.

namespace unrolled::fuzz {

/// What describe() says, read once.
const Json& described();

/// Values for some options of a table of describe().
Json drawn_options(FuzzedDataProvider& bytes, const Json& options);

/// A task, one model that may or may not fit it, and how it is trained.
Json drawn_experiment(FuzzedDataProvider& bytes);

/// Data for a task that reads some, of this many lines or characters: a text, a table of pairs, a column, packed digits.
std::string data_for(const Json& task, std::size_t size);

}  // namespace unrolled::fuzz
