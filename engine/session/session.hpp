#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/course.hpp"
#include "measures/measure.hpp"
#include "ops/op.hpp"
#include "session/checkpoint.hpp"

namespace unrolled {

class Task;
class Learner;
class Work;

// What the page and the command share. JSON goes in and comes out as UTF-8 text, numbers in bulk as spans; the keys are
// in docs/contracts.md. Every user's mistake is thrown as Error; std::bad_alloc means that memory ran out.

/// All models, tasks and options.
std::string describe();
/// The cost of model k, without allocating it. Throws Error{too_expensive}.
std::string estimate(std::string_view experiment, std::size_t k, std::size_t vocab_size);
/// Model k resized to within 2 % of `parameters`: its new JSON.
std::string match(std::string_view experiment, std::size_t k, std::size_t parameters, std::size_t vocab_size);
/// What the text task would make of a text.
std::string text_info(std::string_view text);
/// Held-out losses of count models of order 0 .. 4 on the windows that every model of the experiment is tested on.
std::string floors(std::string_view text, std::string_view experiment);

/// One model of one experiment.
class Session {
 public:
  /// Allocates everything that training needs. text: UTF-8, not needed afterwards.
  Session(std::string_view experiment, std::size_t k, std::string_view text);
  /// From a checkpoint alone: generates and can be looked into, but cannot train.
  explicit Session(std::span<const std::byte> checkpoint);
  ~Session();

  std::string info() const;
  /// Up to n training steps; stops after one that was not finite. signals: its report has those of the nth, too
  /// (train/signals.hpp), which take about a hundredth of that step and change nothing.
  std::string step(std::size_t n, bool signals = false);
  /// What takes long can be begun and then done in parts: next() does one and gives "null" until, after the last, it gives
  /// what evaluate(), examples() or generate() would have given, to the bit. One thing at a time: whatever is begun, and
  /// whatever changes the weights, drops what was under way.
  void begin_evaluation();
  void begin_examples(std::string_view options);
  void begin_generation(std::string_view options);
  /// A measure of the weights as they are (engine/measures): next() gives its JSON in the end, measured() its arrays.
  void begin_measure(std::string_view kind, std::string_view options);
  std::string next();

  /// [{"kind","bytes","flops"}]: the measures that can be taken of this model on this task, and what each takes by default.
  std::string measures() const;
  std::string measure(std::string_view kind, std::string_view options);
  /// An array of the last measure that was done. Valid until the next one. Throws Error{invalid_config} for an unknown name.
  const Finding& measured(std::string_view name) const;
  /// For measures that say how long something takes; without one, none does.
  void hand_clock(Clock clock) { clock_ = clock; }

  std::string evaluate();
  /// options: {"prompt","tokens","temperature","top_k","seed"}, all optional.
  std::string generate(std::string_view options);
  std::string taps() const;
  /// Of a text: at most as many symbols as a training sequence has; at least two that the vocabulary knows. Of any other
  /// task: the number of a held-out example.
  std::string inspect(std::string_view excerpt);
  /// Held-out examples with the model's answers. options: {"set":"val"|"longer","first","count"}, all optional.
  std::string examples(std::string_view options);
  /// The model's answer to a reader's own question. options: {"prompt","beam"}.
  std::string answer(std::string_view options);
  /// Takes weights over from a checkpoint of another task or run, where names and shapes agree; step 0 again. Where the
  /// experiment says what the model starts from, throws Error{invalid_file} and changes nothing unless it is that.
  std::string adopt(std::span<const std::byte> checkpoint);
  /// Of the last inspect(). Valid until the next one. Throws Error{invalid_config} for an unknown name.
  Tap<float> tap(const std::string& name) const;
  /// Of the last training step, read where the plan keeps it: valid until the next step.
  Tap<float> training_tap(const std::string& name) const;
  /// Some of "train", from the next step on: {"step","train"}, as it is added to the model's changes in the experiment.
  std::string change(std::string_view train);
  /// Edits of the model's places, at once and held from now on: {"step","edits"}, as above.
  std::string edit(std::string_view edits);
  /// change() of the learning rate.
  void set_lr(double lr);
  /// As it was opened, at step 0: changes made meanwhile are forgotten. A model with a start waits for its weights again.
  void reset();
  /// notes: more entries for the metadata, such as "receipt" and "curves" (docs/files.md), under the file's hash.
  std::vector<std::byte> save(const Notes& notes = {});
  /// Goes on from there: {"step","arithmetic","reproducible"}. What was changed until then is what the checkpoint says,
  /// what is listed for later steps is still to come. Throws Error{invalid_file} and changes nothing for a file that is
  /// damaged or of another model.
  std::string load(std::span<const std::byte> checkpoint);
  /// All weights as they stand in memory, for another session of the same experiment: one that takes measures while this
  /// one trains. Valid until the next step; empty for a model that counts.
  std::span<const float> weights();
  /// What weights() of such a session gave; what was under way is dropped. Throws Error{invalid_file} for another number.
  void take_weights(std::span<const float> weights);
  /// SHA-256 over the values of all weights, in the order of their names.
  std::string weights_sha256();

  std::uint64_t steps_done() const;
  /// The step at which the run ends as of now.
  std::uint64_t end() const { return course_.end(); }
  /// Whether it names weights to start from that were not adopted yet; until then it does not train.
  bool waits() const { return waits_; }
  /// Whether this engine, given the experiment as it is now, computes the same weights.
  bool reproducible() const { return header_.arithmetic == kArithmetic; }
  std::size_t bytes() const;
  const Experiment& experiment() const { return header_.experiment; }

 private:
  void require_text() const;
  void require_start() const;
  /// Throws unless the checkpoint is what the experiment says the model starts from.
  void require_named(const CheckpointHeader& stored, const SafetensorsFile& file) const;
  /// Applies the changes whose step has come; whether there were any.
  bool reach_changes();
  std::string change_train(const Json& train);
  std::string record(Change change);
  /// Throws Error{invalid_config} where its changes edit what the model has not.
  void require_fitting(const Entrant& model) const;
  /// As reset(), before any change.
  void restart();
  /// The experiment after a checkpoint at `step`: its changes until then, and those listed here for later.
  Experiment continued(const CheckpointHeader& stored, std::uint64_t step) const;
  void begin(std::unique_ptr<Work> work);
  std::string finish();
  std::string result();
  /// Whether the model goes on with a text.
  bool continues() const;
  std::string inspect_text(std::string_view excerpt);
  std::string inspect_example(std::string_view number);

  CheckpointHeader header_;     // its experiment has the changes made so far among those listed
  std::vector<Change> listed_;  // as opened
  Course course_;               // of the model, up to the step at hand
  bool waits_ = false;          // for weights to start from
  std::unique_ptr<Task> task_;  // nullptr without a text
  std::unique_ptr<Learner> learner_;
  std::vector<Finding> found_;  // by the last measure
  Clock clock_ = nullptr;
  std::unique_ptr<Work> work_;  // under way
};

}  // namespace unrolled
