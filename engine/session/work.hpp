#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "core/options.hpp"

namespace unrolled {

class Learner;
class Task;
class Vocabulary;
struct CheckpointHeader;

/// What takes long and is therefore done in parts: whoever drives it can listen in between. Parts and their order are
/// fixed, so that the result does not depend on the pauses. It reads the weights as they are: they must not change before
/// it is done.
class Work {
 public:
  virtual ~Work() = default;
  /// Does the next part: a batch of sequences, one position of a batch of answers, or a few characters. False once
  /// nothing is left.
  virtual bool next() = 0;
  /// After that: JSON.
  virtual std::string result() = 0;
};

/// The scores of both held-out sets.
std::unique_ptr<Work> evaluation_work(Learner& learner);
/// Held-out examples with the model's answers.
std::unique_ptr<Work> examples_work(const CheckpointHeader& header, const Task& task, Learner& learner,
                                    std::string_view options);
const OptionTable& generation_options();
/// A text that goes on. `continues`: whether the model can.
std::unique_ptr<Work> generation_work(const Vocabulary& vocabulary, Learner& learner, bool continues,
                                      std::string_view options);

}  // namespace unrolled
