#pragma once
#include "io/json.hpp"
#include "models/places/edits.hpp"

namespace unrolled {

inline constexpr std::size_t kMaxEdits = 256;  ///< of a model

/// [{"place": {"name", "part", "index"}, "to": "off"|"open"|"closed"|"mean"|"frozen"|"free"|number}]. Whether there is such a place, the
/// model alone knows.
std::vector<Edit> read_edits(const Json& list, const std::string& where);
/// read_edits gives the same again.
Json to_json(const std::vector<Edit>& edits);

}  // namespace unrolled
