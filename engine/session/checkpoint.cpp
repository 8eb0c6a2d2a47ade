#include "session/checkpoint.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/sort.hpp"
#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/learner.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

constexpr const char* kFormat = "unrolled-1";
constexpr const char* kProgress = "train.state";
constexpr const char* kHash = "sha256";
constexpr std::string_view kSquares = "optimizer.exp_avg_sq.";  // which are not negative

[[noreturn]] void refuse(const char* key, std::vector<Detail> details = {}) {
  throw Error(ErrorCode::invalid_file, key, "checkpoint", std::move(details));
}

const std::string& metadata(const SafetensorsFile& file, const std::string& key) {
  const auto at = file.metadata.find(key);
  if (at == file.metadata.end()) refuse("checkpoint.foreign", {{"name", key}});
  return at->second;
}

/// Empty for a task of numbers.
Vocabulary stored_vocabulary(const std::string& text) { return text.empty() ? Vocabulary() : Vocabulary::unpack(text); }

std::size_t stored_model(const std::string& text, std::size_t models) {
  if (text.size() != 1 || text[0] < '0' || std::size_t(text[0] - '0') >= models)
    refuse("checkpoint.damaged", {{"name", "model"}});
  return std::size_t(text[0] - '0');
}

/// Names the first thing in which two models differ.
void require_same_model(const CheckpointHeader& own, const CheckpointHeader& stored) {
  const Json wanted = to_json(own.configured(), model_groups()), found = to_json(stored.configured(), model_groups());
  if (found.at("kind") != wanted.at("kind"))
    refuse("checkpoint.other_kind", {{"found", stored.configured().kind}, {"wanted", own.configured().kind}});
  for (const auto& [name, value] : wanted.items())
    if (found.at(name) != value)
      refuse("checkpoint.other_option",
             {{"option", name}, {"found", to_text(found.at(name))}, {"wanted", to_text(value)}});
}

/// Absent in files from before it was numbered.
unsigned stored_arithmetic(const SafetensorsFile& file) {
  const auto at = file.metadata.find("arithmetic");
  if (at == file.metadata.end()) return 1;
  const std::string& text = at->second;
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) refuse("checkpoint.damaged", {{"name", "arithmetic"}});
  return number;
}

/// Of all that a file says but the hash itself: names, shapes and values.
std::string hash_of(const std::map<std::string, std::string>& metadata, const std::vector<StoredTensor>& tensors) {
  Sha256 hash;
  const auto add = [&](const std::string& text) {
    hash.update(std::as_bytes(std::span(text.c_str(), text.size() + 1)));
  };
  for (const auto& [key, value] : metadata)
    if (key != kHash) add(key), add(value);
  for (const StoredTensor& tensor : tensors) {
    add(tensor.name);
    add(std::to_string(static_cast<int>(tensor.dtype)));
    for (std::size_t size : tensor.shape.sizes()) add(std::to_string(size));
    hash.update(tensor.bytes);
  }
  return hash.hex();
}

/// Whether the file says its hash, which then must be the right one.
bool verified(const SafetensorsFile& file) {
  const auto at = file.metadata.find(kHash);
  if (at == file.metadata.end()) return false;
  if (at->second != hash_of(file.metadata, file.tensors)) refuse("checkpoint.changed");
  return true;
}

/// That there is nothing among the numbers which no training gives.
void require_possible(const StoredTensor& tensor) {
  if (tensor.dtype != DType::f32) return;
  const bool squares = tensor.name.starts_with(kSquares);
  for (std::size_t at = 0; at < tensor.bytes.size(); at += sizeof(float)) {
    float value;
    std::memcpy(&value, &tensor.bytes[at], sizeof value);
    if (!std::isfinite(value) || (squares && value < 0)) refuse("checkpoint.numbers", {{"name", tensor.name}});
  }
}

const std::string& optimizer_kind(const CheckpointHeader& header) {
  const std::string& own = header.entrant().train.optimizer.kind;
  return own.empty() ? header.experiment.optimizer.kind : own;
}

}  // namespace

std::size_t CheckpointHeader::data_symbols() const {
  const bool added = task_kind(experiment.task.kind).adds_symbol && vocabulary.size() < kMaxSymbols;
  return vocabulary.size() - (added ? 1 : 0);
}

std::vector<std::byte> write_checkpoint(const CheckpointHeader& header, Learner& learner, const Notes& notes) {
  std::vector<StoredTensor> arrays = learner.weights();
  std::ranges::move(learner.training_state(), std::back_inserter(arrays));
  Notes metadata{{"format", kFormat},
                 {"experiment", to_text(to_json(header.experiment))},
                 {"model", std::to_string(header.model)},
                 {"arithmetic", std::to_string(header.arithmetic)},
                 {"vocabulary", header.vocabulary.pack()}};
  metadata.insert(notes.begin(), notes.end());
  metadata[kHash] = hash_of(metadata, arrays);
  return write_safetensors(metadata, arrays);
}

std::vector<std::byte> with_metadata(const SafetensorsFile& file, Notes metadata) {
  metadata[kHash] = hash_of(metadata, file.tensors);
  return write_safetensors(metadata, file.tensors);
}

CheckpointHeader read_header(const SafetensorsFile& file) {
  if (metadata(file, "format") != kFormat)
    refuse("checkpoint.format", {{"found", in_quotes(metadata(file, "format"))}});
  CheckpointHeader header;
  header.verified = verified(file);
  for (const StoredTensor& tensor : file.tensors) require_possible(tensor);
  try {
    header.experiment = parse_experiment(metadata(file, "experiment"));
  } catch (const Error& error) {
    refuse("checkpoint.experiment", {{"reason", error.what()}});
  }
  header.model = stored_model(metadata(file, "model"), header.experiment.models.size());
  header.arithmetic = stored_arithmetic(file);
  header.vocabulary = stored_vocabulary(metadata(file, "vocabulary"));
  if (task_kind(header.experiment.task.kind).text && header.vocabulary.symbols().empty())
    refuse("checkpoint.damaged", {{"name", "vocabulary"}});
  return header;
}

StoredProgress stored_progress(const SafetensorsFile& file) {
  const StoredTensor* state = file.find(kProgress);
  if (state == nullptr || state->dtype != DType::u64 || state->shape.count() == 0)
    refuse("checkpoint.missing", {{"name", kProgress}});
  std::vector<std::uint64_t> words(state->shape.count());
  copy_tensor(*state, state->shape, std::span(words));
  const double lr = words.size() > 1 ? std::bit_cast<double>(words[1]) : 0;
  return {words[0], lr > 0 && lr <= 100 ? lr : 0};
}

std::string sha256_of(const std::vector<StoredTensor>& weights) {
  Sha256 hash;
  for (const StoredTensor& tensor : weights) hash.update(tensor.bytes);
  return hash.hex();
}

std::string weights_sha256(const SafetensorsFile& file) {
  std::vector<StoredTensor> weights;
  for (const StoredTensor& tensor : file.tensors)
    if (!tensor.name.starts_with("optimizer.") && tensor.name != kProgress) weights.push_back(tensor);
  sort_short(weights, {}, &StoredTensor::name);
  return sha256_of(weights);
}

void require_same(const CheckpointHeader& own, const CheckpointHeader& stored) {
  require_same_model(own, stored);
  if (stored.vocabulary != own.vocabulary) refuse("checkpoint.other_text");
  const TaskForm own_form = own.form(), stored_form = stored.form();
  if (stored_form.signature.input.length != own_form.signature.input.length)
    refuse("checkpoint.other_length",
           {{"found", stored_form.signature.input.length}, {"wanted", own_form.signature.input.length}});
  if (stored_form.signature != own_form.signature) refuse("checkpoint.other_task");
  if (optimizer_kind(stored) != optimizer_kind(own))
    refuse("checkpoint.other_option",
           {{"option", "optimizer"}, {"found", optimizer_kind(stored)}, {"wanted", optimizer_kind(own)}});
}

}  // namespace unrolled
