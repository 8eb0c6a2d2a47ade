#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "io/experiment.hpp"
#include "io/safetensors.hpp"
#include "session/form.hpp"
#include "tasks/vocabulary.hpp"

namespace unrolled {

class Learner;

/// What a checkpoint says about itself: enough to generate from it without the text it learned.
struct CheckpointHeader {
  Experiment experiment;
  std::size_t model = 0;
  Vocabulary vocabulary;

  const Configured& configured() const { return experiment.models[model]; }
  /// In which the model reads the task.
  TaskForm form() const { return form_for(experiment, model, data_symbols()); }
  /// Of the vocabulary, those that come from the data.
  std::size_t data_symbols() const;
};

/// A safetensors file: weights under PyTorch's names, "optimizer.*", "train.state"; in the metadata "format",
/// "experiment", "model" and "vocabulary" (its symbols as one text).
std::vector<std::byte> write_checkpoint(const CheckpointHeader& header, Learner& learner);

/// Throws Error{invalid_file} for a file that is damaged or not ours.
CheckpointHeader read_header(const SafetensorsFile& file);

/// Throws Error{invalid_file} unless the checkpoint is of the same model, vocabulary, sequence length and optimizer.
void require_same(const CheckpointHeader& own, const CheckpointHeader& stored);

}  // namespace unrolled
