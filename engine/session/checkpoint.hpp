#pragma once
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/arithmetic.hpp"
#include "io/experiment.hpp"
#include "io/safetensors.hpp"
#include "session/form.hpp"
#include "tasks/data/vocabulary.hpp"

namespace unrolled {

class Learner;

/// What a checkpoint says about itself: enough to generate from it without the text it learned.
struct CheckpointHeader {
  Experiment experiment;
  std::size_t model = 0;
  Vocabulary vocabulary;
  unsigned arithmetic = kArithmetic;  ///< that gives the weights of this run, or kNoArithmetic
  bool verified = true;               ///< the file has a hash of all that it says, which is right

  const Entrant& entrant() const { return experiment.models[model]; }
  Entrant& entrant() { return experiment.models[model]; }
  const Configured& configured() const { return entrant(); }
  /// In which the model reads the task.
  TaskForm form() const { return form_for(experiment, model, data_symbols()); }
  /// Of the vocabulary, those that come from the data.
  std::size_t data_symbols() const;
};

/// A safetensors file: weights under PyTorch's names, "optimizer.*", "train.state"; in the metadata "format",
/// "experiment", "model", "arithmetic", "vocabulary" (its symbols as one text) and "sha256" of all that and of the arrays.
/// `notes` are more such entries, under the same hash; one that is named as ours is left out.
using Notes = std::map<std::string, std::string>;
std::vector<std::byte> write_checkpoint(const CheckpointHeader& header, Learner& learner, const Notes& notes = {});

/// The same arrays with other metadata, and a hash of all that.
std::vector<std::byte> with_metadata(const SafetensorsFile& file, Notes metadata);

/// Throws Error{invalid_file} for a file that is damaged or not ours: one of whose bits is another than when it was saved, or
/// has a number that is infinite or none. A file without a hash, which others write, is taken as it is.
CheckpointHeader read_header(const SafetensorsFile& file);

/// Of "train.state": how far it was trained, and its learning rate before the schedule, 0 where it has none.
struct StoredProgress {
  std::uint64_t steps = 0;
  double lr = 0;
};
StoredProgress stored_progress(const SafetensorsFile& file);

/// SHA-256 over the values of all weights, in the order of their names. Of a file, of what is neither optimizer nor state.
std::string sha256_of(const std::vector<StoredTensor>& weights);
std::string weights_sha256(const SafetensorsFile& file);

/// Throws Error{invalid_file} unless the checkpoint is of the same model, vocabulary, sequence length and optimizer.
void require_same(const CheckpointHeader& own, const CheckpointHeader& stored);

}  // namespace unrolled
