#include "cli/opened.hpp"

#include <chrono>

#include "cli/files.hpp"
#include "cli/output.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "io/zip.hpp"
#include "session/checkpoint.hpp"
#include "tasks/registry.hpp"

namespace unrolled::cli {
namespace {

constexpr std::size_t kHeader = 8;  // bytes before the JSON of a model file: its length, far below 2^32

/// Bytes that no JSON has: the upper half of a length.
bool is_model_file(const std::string& content) {
  return content.size() > kHeader && content[kHeader] == '{' && content.substr(4, 4) == std::string(4, '\0');
}

std::vector<std::byte> copy_of(const std::string& content) {
  const auto bytes = bytes_of(content);
  return {bytes.begin(), bytes.end()};
}

/// A model file that was changed since is refused; where nothing tells whether it was, that is said.
void verify(const std::string& path, const std::string& content) {
  if (!read_header(read_safetensors(bytes_of(content))).verified)
    say(path + ": the file has no hash, so that it was not verified");
}

/// The flag that names a file with data, where one does.
const char* data_flag(const Arguments& arguments) {
  for (const char* flag : {"--text", "--csv"})
    if (arguments.has(flag)) return flag;
  return nullptr;
}

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

void refuse_other_weights(const Arguments& arguments, const Opened& opened) {
  const bool begun = opened.only && !opened.race.models[*opened.only].file.empty();
  if (arguments.has("--load")) throw Error(ErrorCode::invalid_config, "race.begun", "--load");
  if (begun && arguments.has("--init")) throw Error(ErrorCode::invalid_config, "race.begun", "--init");
}

/// One file has the weights of one model.
void require_one(const Arguments& arguments, const Opened& opened) {
  for (const char* flag : {"--save", "--load", "--init"})
    if (!opened.only && arguments.has(flag)) throw Error(ErrorCode::invalid_config, "flag.model", "--model");
}

/// An experiment, one of whose models may go on from a file of its own.
Opened from_experiment(const Arguments& arguments, const std::string& json) {
  const Experiment experiment = parse_experiment(json);
  Opened opened{fresh_race(experiment), chosen_model(arguments, experiment), "", false};
  require_one(arguments, opened);
  if (const auto file = arguments.text("--load"))
    opened.race.models[*opened.only].file = copy_of(read_checkpoint(*file));
  return opened;
}

Opened from_file(const Arguments& arguments, KeptRace race) {
  Opened opened{std::move(race), std::nullopt, "", true};
  opened.only = chosen_model(arguments, opened.race.experiment);
  refuse_other_weights(arguments, opened);
  require_one(arguments, opened);
  return opened;
}

Opened open_file(const Arguments& arguments) {
  const std::string& path = arguments.word(0);
  const std::string content = read_file(path);
  if (is_zip(bytes_of(content))) return from_file(arguments, read_race(bytes_of(content)));
  if (!is_model_file(content)) return from_experiment(arguments, content);
  verify(path, content);
  return from_file(arguments, race_of_model(copy_of(content)));
}

bool has_text(const Configured& task) {
  return find_option(task_kind(task.kind).group.options, "text") != nullptr && !task.options.text("text").empty();
}

/// Given, in the file, in the experiment, or from the folder of texts; in this order.
std::string text_of(const Arguments& arguments, const KeptRace& race, bool saved) {
  const bool given = data_flag(arguments) != nullptr;
  if (!given && race.own && race.data) return {reinterpret_cast<const char*>(race.data->data()), race.data->size()};
  if (!given && race.own && saved && !has_text(race.experiment.task))
    throw Error(ErrorCode::invalid_text, "race.own", arguments.word(0));
  return text_for(arguments, race.experiment);
}

Json learned_from(const Experiment& experiment, const std::string& text) {
  if (!task_kind(experiment.task.kind).reads_data) return nullptr;
  return {
      {"corpus", experiment.task.options.text("corpus")}, {"sha256", sha256(bytes_of(text))}, {"bytes", text.size()}};
}

/// Those that a model has begun with, or nobody knows that they are.
void require_same_data(const KeptRace& race, const Json& found, const char* where) {
  if (!race.learned.is_object() || !race.learned.contains("sha256")) return;
  if (!found.is_object() || race.learned.at("sha256") != found.at("sha256"))
    throw Error(ErrorCode::invalid_text, "race.other_data", where);
}

/// What a file says when it is written, and a file that was read said already. Other data than that said are refused.
void complete(const Arguments& arguments, Opened& opened) {
  KeptRace& race = opened.race;
  const char* flag = data_flag(arguments);
  Json learned = learned_from(race.experiment, opened.text);
  require_same_data(race, learned, flag != nullptr ? flag : "task.corpus");
  race.engine = UNROLLED_VERSION;
  race.learned = std::move(learned);
  if (race.created == 0) race.created = milliseconds_now();
  if (!race.own) return;
  race.data = copy_of(opened.text);
  if (race.own->empty() && flag != nullptr) race.own = name_of(*arguments.text(flag));
}

}  // namespace

double milliseconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return double(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

std::optional<std::size_t> chosen_model(const Arguments& arguments, const Experiment& experiment) {
  const auto k = arguments.number("--model", 0, double(experiment.models.size() - 1), true);
  if (k) return static_cast<std::size_t>(*k);
  if (experiment.models.size() == 1) return 0;
  return std::nullopt;
}

std::string text_for(const Arguments& arguments, const Experiment& experiment) {
  const char* flag = data_flag(arguments);
  return flag != nullptr ? read_file(*arguments.text(flag)) : corpus_text(experiment);
}

std::string read_checkpoint(const std::string& path) {
  std::string content = read_file(path);
  verify(path, content);
  return content;
}

Opened open_for_training(const Arguments& arguments) {
  Opened opened = open_file(arguments);
  opened.text = text_of(arguments, opened.race, opened.saved);
  complete(arguments, opened);
  return opened;
}

}  // namespace unrolled::cli
