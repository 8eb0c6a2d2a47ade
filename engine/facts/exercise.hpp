#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "facts/predicate.hpp"
#include "io/json.hpp"

// The member "exercise" of a receipt (docs/files.md, "Of an exercise"): what was to be reached, and what somebody says they did.

namespace unrolled {

/// A head of a model whose score of the measure `heads` is large enough.
struct Find {
  std::size_t model = 0;
  std::string array;  ///< of the measure: "previous", "induction", "copying"
  double at_least = 0;
};
using Goal = std::variant<Predicate, Find>;

struct TakenModel {
  std::string name;
  std::uint64_t step = 0;
  Json scores;
  std::optional<std::string> weights_sha256;  ///< of 16 to 64 digits
};

struct TakenRun {
  std::optional<std::size_t> position;  ///< of the knob
  Json changes;                         ///< values by path
  std::uint64_t seed = 0;
  std::vector<TakenModel> models;
};

/// By which run a goal was reached.
struct Reached {
  std::size_t run = 0;
  std::optional<double> step, value;
};

struct HeadPlace {
  std::size_t layer = 0, head = 0;
};

struct HandedIn {
  Json exercise, taken;
  std::string title;
  bool seed_of_name = false;
  std::vector<Goal> goals;
  std::string hash, checksum;  ///< as they are said
  std::string name;
  std::vector<TakenRun> runs;
  std::vector<std::optional<Reached>> reached;  ///< by goal
  std::map<std::size_t, HeadPlace> found;       ///< by goal
};

/// Throws Error{invalid_file} at a path below `where` for what is none.
HandedIn read_handed_in(const Json& json, const std::string& where);

/// By what an exercise is known again: SHA-256 over it and the experiment that it is about, which has no text of somebody's own.
std::string exercise_hash(const Json& exercise, const Json& experiment);

/// What guards it against accidents, not against anybody.
std::string checksum_of(const HandedIn& handed_in);

/// The experiment of a run: changes at their paths, null takes something away, from the end of a list first. Throws
/// Error{invalid_file} at `where` for a path that leads nowhere.
Json with_changes(Json experiment, const Json& changes, std::uint64_t seed, const std::string& where);

/// The seed that follows from a name as a receipt has it.
std::uint64_t seed_of_name(std::string_view name);

}  // namespace unrolled
