#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "io/safetensors.hpp"
#include "models/model.hpp"
#include "models/places/edits.hpp"
#include "ops/op.hpp"
#include "train/scoring.hpp"
#include "train/trainer.hpp"

namespace unrolled {

/// What there is to look at and to edit in a model as it is set up.
struct Outline {
  std::vector<Tap<float>> taps;  ///< of every inspect(), without data
  std::vector<PlaceGroup> places;
};

/// What a session drives: one model that learns one task, whether by gradients or by counting.
/// Where the session has no text (a checkpoint opened to generate), step and examine must not be called.
class Learner {
 public:
  virtual ~Learner() = default;

  virtual std::size_t parameter_count() const = 0;
  /// Bytes that were allocated for it.
  virtual std::size_t bytes() const = 0;
  virtual double flops_per_step() const = 0;

  virtual StepReport step() = 0;
  /// From the next step on, signals are collected or none are; those of the last step, nullptr where there are none.
  virtual const Signals<float>* watch(bool) { return nullptr; }
  virtual std::uint64_t steps_done() const = 0;
  /// Trains so from the next step on. Batch size and kind of optimizer are as they were. Asks for no memory of its own.
  virtual void configure(TrainConfig config) = 0;
  /// What edits hold now, and from now on.
  virtual Held<float> held() const { return {}; }
  virtual void hold(Held<float>) {}
  virtual void reset() = 0;
  /// An evaluation of the weights as they are now: they must not change before it is done.
  virtual std::unique_ptr<Examination> examine() = 0;

  /// Logits for the symbol after each one fed; nullptr for a model that does not continue. Reads the current weights at its restart().
  virtual std::unique_ptr<Decoder<float>> decoder() = 0;
  /// Reads a row of symbols, 2 .. length of them; then taps() show what happened inside. Row t of the result, [T,V], is
  /// the distribution after ids[t].
  virtual std::span<const float> inspect(std::span<const std::int32_t> ids) = 0;
  /// Of the last inspect(); before it none.
  virtual std::vector<Tap<float>> taps() const = 0;
  virtual Outline outline() const = 0;
  /// Of the last training step: views of the buffers themselves.
  virtual std::vector<Tap<float>> training_taps() const = 0;

  /// The network inside; nullptr for one that counts.
  virtual Model<float>* network() { return nullptr; }
  /// The plan of a held-out set, which each batch of an evaluation fills anew; nullptr where there is none.
  virtual LossPlan<float>* held_out_plan(HeldOut) { return nullptr; }
  /// Runs held-out example `index` of `val` forward and backward, its answer as the model writes it; then taps() show what
  /// happened inside. Returns the plan.
  virtual LossPlan<float>* inspect_example(std::size_t) { return nullptr; }

  /// Weights by name in ascending order: what a hash or a stranger wants.
  virtual std::vector<StoredTensor> weights() = 0;
  /// Whatever else the next step depends on; views that last until the next call.
  virtual std::vector<StoredTensor> training_state() = 0;
  /// Takes weights and, where the file has it, training state. Changes nothing where it throws Error{invalid_file}
  /// or memory runs out.
  virtual void load(const SafetensorsFile& file) = 0;
};

}  // namespace unrolled
