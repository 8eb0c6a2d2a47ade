#include "session/checkpoint.hpp"

#include "core/error.hpp"
#include "session/learner.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

constexpr const char* kFormat = "unrolled-1";

[[noreturn]] void refuse(const std::string& expected, const std::string& found) {
  throw Error(ErrorCode::invalid_file, "checkpoint", expected, found);
}

const std::string& metadata(const SafetensorsFile& file, const std::string& key) {
  const auto at = file.metadata.find(key);
  if (at == file.metadata.end()) refuse("a checkpoint of Unrolled", "a file without \"" + key + "\"");
  return at->second;
}

/// Empty for a task of numbers.
Vocabulary stored_vocabulary(const std::string& text) {
  if (text.empty()) return {};
  try {
    return Vocabulary::unpack(text);
  } catch (const Error& error) {
    refuse("a vocabulary inside", error.what());
  }
}

std::size_t stored_model(const std::string& text, std::size_t models) {
  if (text.size() != 1 || text[0] < '0' || std::size_t(text[0] - '0') >= models)
    refuse("the number of a model of its experiment", in_quotes(text));
  return std::size_t(text[0] - '0');
}

std::string described(const CheckpointHeader& header) {
  return to_text(to_json(header.experiment).at("models").at(header.model));
}

}  // namespace

std::size_t CheckpointHeader::data_symbols() const {
  const bool added = task_kind(experiment.task.kind).adds_symbol && vocabulary.size() < kMaxSymbols;
  return vocabulary.size() - (added ? 1 : 0);
}

std::vector<std::byte> write_checkpoint(const CheckpointHeader& header, Learner& learner) {
  std::vector<StoredTensor> arrays = learner.weights();
  std::ranges::move(learner.training_state(), std::back_inserter(arrays));
  return write_safetensors({{"format", kFormat},
                            {"experiment", to_text(to_json(header.experiment))},
                            {"model", std::to_string(header.model)},
                            {"vocabulary", header.vocabulary.pack()}},
                           arrays);
}

CheckpointHeader read_header(const SafetensorsFile& file) {
  if (metadata(file, "format") != kFormat) refuse("a checkpoint of format " + std::string(kFormat), "another");
  CheckpointHeader header;
  try {
    header.experiment = parse_experiment(metadata(file, "experiment"));
  } catch (const Error& error) {
    refuse("a valid experiment inside", "a mistake there: " + std::string(error.what()));
  }
  header.model = stored_model(metadata(file, "model"), header.experiment.models.size());
  header.vocabulary = stored_vocabulary(metadata(file, "vocabulary"));
  if (task_kind(header.experiment.task.kind).text && header.vocabulary.symbols().empty())
    refuse("the characters of the text it learned", "none");
  return header;
}

void require_same(const CheckpointHeader& own, const CheckpointHeader& stored) {
  if (stored.configured() != own.configured())
    refuse("a checkpoint of the model " + described(own), "one of " + described(stored));
  if (stored.vocabulary != own.vocabulary)
    refuse("a checkpoint trained on a text with the same characters", "one with others");
  const TaskForm own_form = own.form(), stored_form = stored.form();
  if (stored_form.signature.input.length != own_form.signature.input.length)
    refuse("a checkpoint for sequences of " + std::to_string(own_form.signature.input.length),
           std::to_string(stored_form.signature.input.length));
  if (stored_form.signature != own_form.signature) refuse("a checkpoint of the same kind of task", "one of another");
  if (stored.experiment.optimizer.kind != own.experiment.optimizer.kind)
    refuse("a checkpoint of the optimizer " + own.experiment.optimizer.kind, stored.experiment.optimizer.kind);
}

}  // namespace unrolled
