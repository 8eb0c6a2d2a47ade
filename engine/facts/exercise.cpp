#include "facts/exercise.hpp"

#include <algorithm>

#include "io/canonical.hpp"

namespace unrolled {
namespace {

constexpr ErrorCode kFile = ErrorCode::invalid_file;
constexpr std::size_t kMostGoals = 6, kMostRuns = 20, kMostRunModels = 6;
constexpr std::size_t kLongestTitle = 120, kLongestPerson = 80, kLongestModel = 120, kLongestHash = 64, kLeastHash = 16;
constexpr std::size_t kLongestPath = 12;  // steps
constexpr double kMostMade = 1e9;         // steps, layers, heads

constexpr const char* kFindScores = "previous_token, prefix_match, copy_alignment";
constexpr const char* kSeeds = "fixed, name";

const std::map<std::string, std::string>& arrays_of_heads() {
  static const std::map<std::string, std::string> map{
      {"previous_token", "previous"}, {"prefix_match", "induction"}, {"copy_alignment", "copying"}};
  return map;
}

/// The list under a key; `least` to `most` long.
const Json& read_list(const ObjectReader& reader, const char* key, std::size_t least, std::size_t most) {
  const Json& list = reader.required(key);
  if (!list.is_array()) reader.refuse(key, "list.type", {found(list)});
  if (list.size() < least || list.size() > most)
    reader.refuse(key, "number.whole", {{"found", list.size()}, {"min", least}, {"max", most}});
  return list;
}

std::string place_in(const std::string& path, std::size_t i) { return path + "[" + std::to_string(i) + "]"; }

bool is_hash(std::string_view text, std::size_t least) {
  return text.size() >= least && text.size() <= kLongestHash &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string read_hash(const ObjectReader& reader, const char* key, std::size_t least) {
  const std::string hash = reader.text(key, kLongestHash);
  if (!is_hash(hash, least)) reader.refuse(key, "checkpoint.damaged", {{"name", in_quotes(key)}});
  return hash;
}

Goal read_goal(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where, kFile);
  if (!reader.has("find")) return read_predicate(json, where, kFile);
  const std::string kind = reader.text("find", kLongestTitle), score = reader.text("score", kLongestTitle);
  if (kind != "head") reader.refuse("find", "choice.unknown", {{"found", in_quotes(kind)}, {"known", "head"}});
  const auto array = arrays_of_heads().find(score);
  if (array == arrays_of_heads().end())
    reader.refuse("score", "choice.unknown", {{"found", in_quotes(score)}, {"known", kFindScores}});
  return Find{std::size_t(reader.number("model", 0, kMostRunModels - 1, true)), array->second,
              reader.number("at_least", -1e12, 1e12, false)};
}

TakenModel read_taken_model(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where, kFile);
  TakenModel model;
  model.name = reader.text("name", kLongestModel);
  model.step = std::uint64_t(reader.number("step", 0, kMostMade, true));
  model.scores = ObjectReader(reader.required("scores"), reader.path("scores"), kFile).object();
  if (!reader.required("weights_sha256").is_null())
    model.weights_sha256 = read_hash(reader, "weights_sha256", kLeastHash);
  return model;
}

TakenRun read_run(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where, kFile);
  TakenRun run;
  if (!reader.required("position").is_null()) run.position = std::size_t(reader.number("position", 0, kMostMade, true));
  run.changes = ObjectReader(reader.required("changes"), reader.path("changes"), kFile).object();
  run.seed = std::uint64_t(reader.number("seed", 0, 9007199254740991.0, true));
  const Json& models = read_list(reader, "models", 1, kMostRunModels);
  for (std::size_t k = 0; k < models.size(); ++k)
    run.models.push_back(read_taken_model(models[k], place_in(reader.path("models"), k)));
  return run;
}

std::optional<double> number_or_none(const ObjectReader& reader, const char* key) {
  if (reader.required(key).is_null()) return std::nullopt;
  return reader.number(key, -1e300, 1e300, false);
}

std::optional<Reached> read_reached(const Json& json, const std::string& where, std::size_t runs) {
  if (json.is_null()) return std::nullopt;
  const ObjectReader reader(json, where, kFile);
  if (runs == 0) reader.refuse("run", "number.whole", {found(reader.required("run")), {"min", 0}, {"max", 0}});
  return Reached{std::size_t(reader.number("run", 0, double(runs - 1), true)), number_or_none(reader, "step"),
                 number_or_none(reader, "value")};
}

void read_found(const ObjectReader& taken, HandedIn& to) {
  if (!taken.has("found")) return;
  const std::string where = taken.path("found");
  const ObjectReader places(taken.required("found"), where, kFile);
  for (std::size_t i = 0; i < to.goals.size(); ++i) {
    const std::string key = std::to_string(i);
    if (!places.has(key)) continue;
    const ObjectReader place(places.required(key), places.path(key), kFile);
    to.found[i] = {std::size_t(place.number("layer", 0, kMostMade, true)),
                   std::size_t(place.number("head", 0, kMostMade, true))};
  }
}

void read_exercise(const ObjectReader& exercise, HandedIn& to) {
  if (const double v = exercise.number("v", 1, kMostMade, true); v != 1)
    exercise.refuse("v", "checkpoint.format", {{"found", v}});
  to.title = exercise.text("title", kLongestTitle);
  const std::string seed = exercise.text("seed", kLongestTitle);
  if (seed != "name" && seed != "fixed")
    exercise.refuse("seed", "choice.unknown", {{"found", in_quotes(seed)}, {"known", kSeeds}});
  to.seed_of_name = seed == "name";
  const Json& goals = read_list(exercise, "goal", 0, kMostGoals);
  for (std::size_t i = 0; i < goals.size(); ++i)
    to.goals.push_back(read_goal(goals[i], place_in(exercise.path("goal"), i)));
}

void read_taken(const ObjectReader& taken, HandedIn& to) {
  to.hash = read_hash(taken, "exercise", kLeastHash);
  to.name = taken.text("name", kLongestPerson);
  const Json& runs = read_list(taken, "runs", 0, kMostRuns);
  for (std::size_t i = 0; i < runs.size(); ++i) to.runs.push_back(read_run(runs[i], place_in(taken.path("runs"), i)));
  const Json& goals = read_list(taken, "goals", to.goals.size(), to.goals.size());
  for (std::size_t i = 0; i < goals.size(); ++i)
    to.reached.push_back(read_reached(goals[i], place_in(taken.path("goals"), i), runs.size()));
  read_found(taken, to);
}

bool is_index(const std::string& step) {
  return !step.empty() && step.size() <= 4 && step.find_first_not_of("0123456789") == std::string::npos;
}

std::vector<std::string> steps_of(const std::string& path) {
  std::vector<std::string> steps(1);
  for (char c : path) c == '.' ? void(steps.emplace_back()) : steps.back().push_back(c);
  return steps;
}

/// What stands under a step of a path, made where it may be: a key of an object, a place of a list or the one behind its end.
Json* place_under(Json& from, const std::string& step) {
  if (from.is_null()) from = Json::object();
  if (from.is_object()) return &from[step];
  if (!from.is_array() || !is_index(step)) return nullptr;
  const std::size_t i = std::stoul(step);
  if (i == from.size()) from.push_back(nullptr);
  return i < from.size() ? &from[i] : nullptr;
}

/// Whether the path leads somewhere.
bool take_away(Json& from, const std::string& step) {
  if (from.is_object()) return from.erase(step) > 0;
  if (!from.is_array() || !is_index(step) || std::stoul(step) >= from.size()) return false;
  from.erase(std::stoul(step));
  return true;
}

bool change_at(Json& experiment, const std::string& path, const Json& value) {
  const std::vector<std::string> steps = steps_of(path);
  if (steps.size() > kLongestPath) return false;
  Json* place = &experiment;
  for (std::size_t i = 0; place != nullptr && i + 1 < steps.size(); ++i) place = place_under(*place, steps[i]);
  if (place == nullptr) return false;
  if (value.is_null()) return take_away(*place, steps.back());
  place = place_under(*place, steps.back());
  if (place != nullptr) *place = value;
  return place != nullptr;
}

}  // namespace

HandedIn read_handed_in(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where, kFile);
  HandedIn handed_in;
  const ObjectReader exercise(reader.required("exercise"), reader.path("exercise"), kFile);
  const ObjectReader taken(reader.required("taken"), reader.path("taken"), kFile);
  read_exercise(exercise, handed_in);
  read_taken(taken, handed_in);
  handed_in.exercise = exercise.object(), handed_in.taken = taken.object();
  handed_in.checksum = reader.has("checksum") ? reader.text("checksum", kLongestHash) : "";
  return handed_in;
}

std::string exercise_hash(const Json& exercise, const Json& experiment) {
  return hash_of({{"exercise", exercise}, {"experiment", experiment}});
}

std::string checksum_of(const HandedIn& handed_in) {
  return hash_of({{"exercise", handed_in.exercise}, {"taken", handed_in.taken}});
}

Json with_changes(Json experiment, const Json& changes, std::uint64_t seed, const std::string& where) {
  std::vector<std::string> set, taken;
  for (const auto& [path, value] : changes.items()) (value.is_null() ? taken : set).push_back(path);
  std::reverse(taken.begin(), taken.end());
  set.insert(set.end(), taken.begin(), taken.end());
  for (const std::string& path : set)
    if (!change_at(experiment, path, changes.at(path)))
      throw Error(kFile, "checkpoint.damaged", where, {{"name", in_quotes(path)}});
  if (experiment.is_object() && experiment.contains("train") && experiment.at("train").is_object())
    experiment.at("train")["seed"] = seed;
  else
    experiment["train"] = Json{{"seed", seed}};
  return experiment;
}

std::uint64_t seed_of_name(std::string_view name) {
  constexpr std::uint32_t kBasis = 2166136261, kPrime = 16777619;  // FNV-1a
  constexpr std::uint32_t kDifferent = 999983;
  std::uint32_t hash = kBasis;
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return 1 + hash % kDifferent;
}

}  // namespace unrolled
