// A race file, written and read: a zip with race.json, models/*.safetensors and perhaps data.txt.
#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/error.hpp"
#include "io/zip.hpp"
#include "session/checkpoint.hpp"
#include "session/kept_race.hpp"

namespace unrolled {
namespace {

constexpr const char* kRaceFormat = "unrolled-race-1";
constexpr const char* kIndex = "race.json";
constexpr const char* kData = "data.txt";
constexpr std::size_t kMaxTitle = 120, kMaxNote = 1000;  // characters
constexpr double kMostPlanned = 1e9;

[[noreturn]] void refuse_race(const char* key, std::vector<Detail> details = {}) {
  throw Error(ErrorCode::invalid_file, key, kIndex, std::move(details));
}

std::string file_name(std::size_t k, const char* which = "") {
  return "models/" + std::to_string(k + 1) + which + ".safetensors";
}

std::string best_name(std::size_t k) { return file_name(k, "-best"); }

/// The name of an entry that is in the file, else null.
Json name_of(std::span<const std::byte> bytes, std::string name) { return bytes.empty() ? Json(nullptr) : Json(name); }

Receipt whole_receipt(const KeptRace& race, bool without_own) {
  Receipt receipt{race.page, race.learned, kArithmetic, race.engine, {}};
  const Json experiment = experiment_json(race);
  receipt.page["experiment"] = without_own ? without_text(experiment) : experiment;
  for (const KeptModel& model : race.models) receipt.models.push_back(model.said);
  return receipt;
}

Json index_of(const KeptRace& race, bool with_data) {
  const bool without_own = race.own && !with_data;
  Json index{
      {"format", kRaceFormat}, {"name", race.name}, {"note", race.note}, {"created", std::llround(race.created)}};
  if (race.changed > 0) index["changed"] = std::llround(race.changed);
  index["receipt"] = to_json(whole_receipt(race, without_own));
  Json &runs = list_at(index, "runs"), steps = Json::array(), files = Json::array(), best = Json::array();
  for (std::size_t k = 0; k < race.models.size(); ++k) {
    const KeptModel& model = race.models[k];
    Json& run = runs.emplace_back(model.looks);
    run["given"] = model.given, run["adopted"] = model.adopted;
    steps.push_back(model.steps);
    files.push_back(name_of(model.file, file_name(k)));
    best.push_back(name_of(model.best, best_name(k)));
  }
  index["moved_lr"] = race.moved_lr;
  index["steps"] = std::move(steps);
  index["own"] = race.own ? Json(*race.own) : Json(nullptr);
  index["data"] = race.own && with_data && race.data ? Json(kData) : Json(nullptr);
  index["files"] = std::move(files);
  const bool any = std::ranges::any_of(best, [](const Json& name) { return !name.is_null(); });
  if (any) index["best"] = std::move(best);
  return index;
}

/// A model file without a text of somebody's own. A receipt that cannot be read is left out.
std::vector<std::byte> file_without_text(std::span<const std::byte> bytes) {
  const SafetensorsFile file = read_safetensors(bytes);
  Notes metadata = file.metadata;
  metadata.at("experiment") = to_text(without_text(parse_json(metadata.at("experiment"), "experiment")));
  if (const auto at = metadata.find("receipt"); at != metadata.end()) try {
      Receipt receipt = read_receipt(parse_json(at->second, "receipt"), "receipt");
      receipt.page.at("experiment") = without_text(receipt.page.at("experiment"));
      at->second = to_text(to_json(receipt));
    } catch (const Error&) {
      metadata.erase(at);
    }
  return with_metadata(file, std::move(metadata));
}

/// The list of so many members under a key.
const Json& list_of(const ObjectReader& index, const char* key, std::size_t count) {
  const Json& list = index.required(key);
  if (!list.is_array() || list.size() != count) refuse_race("race.lists");
  return list;
}

/// As the page reads them: what is none is left out.
Json changes_in(const Json& given) {
  Json list = Json::array();
  if (!given.is_array()) return list;
  for (const Json& change : given)
    if (change.is_object() && change.contains("step") && change.at("step").is_number() && change.contains("train") &&
        change.at("train").is_object())
      list.push_back(change);
  return list;
}

bool is_adopted(const Json& json) {
  const auto names = [&](const char* key) {
    return json.contains(key) && json.at(key).is_array() &&
           std::ranges::all_of(json.at(key), [](const Json& name) { return name.is_string(); });
  };
  return json.is_object() && json.contains("from") && json.at("from").is_string() && names("adopted") && names("fresh");
}

/// By which colour and which dash the page tells it apart.
Json looks_in(const Json& run) {
  Json looks = Json::object();
  for (const char* key : {"colour", "dash"})
    if (run.contains(key) && run.at(key).is_number()) looks[key] = run.at(key);
  return looks;
}

std::vector<std::byte> bytes_under(const std::vector<ZipEntry>& entries, const Json& name) {
  if (name.is_null()) return {};
  if (!name.is_string()) refuse_race("race.lists");
  const ZipEntry* entry = find_entry(entries, name.get<std::string>());
  if (entry == nullptr) refuse_race("race.missing", {{"name", in_quotes(name.get<std::string>())}});
  return {entry->bytes.begin(), entry->bytes.end()};
}

/// How far it is, its file tells; what else became of it, the receipt.
KeptModel read_model(std::vector<std::byte> bytes, std::vector<std::byte> best, const Json& run, const Json& steps,
                     ReceiptModel said, unsigned arithmetic) {
  KeptModel model;
  model.said = std::move(said);
  if (run.is_object()) model.looks = looks_in(run);
  if (run.is_object() && run.contains("given")) model.given = changes_in(run.at("given"));
  if (run.is_object() && run.contains("adopted") && is_adopted(run.at("adopted"))) model.adopted = run.at("adopted");
  if (!steps.is_number() || !(steps.get<double>() >= 0 && steps.get<double>() <= kMostPlanned))
    refuse_race("race.lists");
  model.steps = static_cast<std::uint64_t>(steps.get<double>());
  model.said.reproducible = model.said.reproducible && arithmetic == kArithmetic;
  if (bytes.empty()) return model;
  const SafetensorsFile file = read_safetensors(bytes);
  read_header(file);  // refuses one that was changed
  model.said.step = stored_progress(file).steps;
  model.said.weights_sha256 = weights_sha256(file);
  model.file = std::move(bytes);
  if (!best.empty()) read_header(read_safetensors(best));  // refuses likewise
  model.best = std::move(best);
  return model;
}

Experiment experiment_in(const Receipt& receipt) {
  try {
    return read_experiment(receipt.page.at("experiment"));
  } catch (const Error& error) {
    refuse_race("checkpoint.experiment", {{"reason", error.what()}});
  }
}

/// What of the index is not of one model.
KeptRace read_index(const ObjectReader& index, const std::vector<ZipEntry>& entries, const Receipt& receipt) {
  KeptRace race;
  race.experiment = experiment_in(receipt);
  race.stated = receipt.page.at("experiment");
  race.page = receipt.page;
  race.page.erase("experiment");
  race.learned = receipt.data;
  race.name = index.text("name", kMaxTitle), race.note = index.text("note", kMaxNote);
  if (index.has("created")) race.created = index.number("created", 0, 1e15, false);
  if (index.has("changed")) race.changed = index.number("changed", 0, 1e15, false);
  if (index.has("moved_lr") && index.required("moved_lr").is_number()) race.moved_lr = index.required("moved_lr");
  if (index.has("own") && !index.required("own").is_null()) race.own = index.text("own", kMaxTitle);
  if (index.has("data") && !index.required("data").is_null()) race.data = bytes_under(entries, index.required("data"));
  return race;
}

}  // namespace

std::vector<std::byte> write_race(const KeptRace& race, bool with_data) {
  const std::string index = index_of(race, with_data).dump(1, ' ', false, Json::error_handler_t::replace);
  std::vector<std::vector<std::byte>> stripped;
  stripped.reserve(2 * race.models.size());  // entries look at them
  std::vector<ZipEntry> entries{{kIndex, std::as_bytes(std::span(index))}};
  const auto add = [&](std::string name, std::span<const std::byte> file) {
    if (file.empty()) return;
    if (race.own && !with_data) file = stripped.emplace_back(file_without_text(file));
    entries.push_back({std::move(name), file});
  };
  for (std::size_t k = 0; k < race.models.size(); ++k) {
    add(file_name(k), race.models[k].file);
    add(best_name(k), race.models[k].best);
  }
  if (race.own && with_data && race.data) entries.push_back({kData, *race.data});
  return write_zip(entries);
}

KeptRace read_race(std::span<const std::byte> file) {
  const std::vector<ZipEntry> entries = read_zip(file);
  const ZipEntry* said = find_entry(entries, kIndex);
  if (said == nullptr) refuse_race("race.missing", {{"name", in_quotes(kIndex)}});
  const std::string_view text(reinterpret_cast<const char*>(said->bytes.data()), said->bytes.size());
  const Json json = parse_json(text, kIndex, ErrorCode::invalid_file);
  const ObjectReader index(json, "", ErrorCode::invalid_file);
  if (const std::string format = index.text("format", kMaxTitle); format != kRaceFormat)
    refuse_race("checkpoint.format", {{"found", in_quotes(format)}});
  const Receipt receipt = read_receipt(index.required("receipt"), "receipt");
  KeptRace race = read_index(index, entries, receipt);
  const std::size_t count = race.experiment.models.size();
  if (receipt.models.size() != count) refuse_race("race.lists");
  const Json &runs = list_of(index, "runs", count), &steps = list_of(index, "steps", count);
  const Json& files = list_of(index, "files", count);
  const Json best = index.has("best") ? list_of(index, "best", count) : Json(Json::array_t(count));
  for (std::size_t k = 0; k < count; ++k)
    race.models.push_back(read_model(bytes_under(entries, files[k]), bytes_under(entries, best[k]), runs[k], steps[k],
                                     receipt.models[k], receipt.arithmetic));
  return race;
}

}  // namespace unrolled
