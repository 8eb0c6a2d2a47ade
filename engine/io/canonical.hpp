#pragma once
#include <string>

#include "io/json.hpp"

namespace unrolled {

/// One and the same text for the same JSON, so that it can be hashed (docs/files.md): no spaces, keys in the order of their
/// bytes, texts and numbers as JavaScript writes them.
std::string canonical(const Json& json);

/// SHA-256 of that, in hexadecimal.
std::string hash_of(const Json& json);

}  // namespace unrolled
