#pragma once
#include <memory>
#include <optional>

#include "models/places/edits.hpp"
#include "train/config.hpp"
#include "train/loss_plan.hpp"
#include "train/optimizer.hpp"
#include "train/signals.hpp"

namespace unrolled {

/// What one training step did. After a step that was not finite nothing changed.
struct StepReport {
  double loss = 0;       ///< nats per position, before the update
  double grad_norm = 0;  ///< before clipping
  double lr = 0;
  bool finite = true;
  bool clipped = false;  ///< the gradient was longer than it may be
};

/// Trains a model whose parameters are allocated and set. It knows nothing of tasks or JSON: the caller fills
/// batch() before each step.
///
///   Trainer<double> trainer(*model, {vocab, length}, {batch, length}, config);
///   trainer.allocate();
///   Batch batch = trainer.batch();        // fill batch.input.tokens and batch.targets
///   trainer.gradients();                  // loss; leaves dL/dparameter in model->parameters()
///   trainer.step();                       // the same, then clips and updates
///
/// A steady step allocates nothing.
template <class Real>
class Trainer {
 public:
  Trainer(Model<Real>& model, const Signature& signature, BatchSize size, const TrainConfig& config);
  /// The plan's memory and the optimizer's.
  void allocate();
  /// What allocate() takes.
  std::size_t bytes() const;

  Batch batch() { return plan_.batch(); }
  /// Loss of the batch and its gradients, without an update.
  double gradients();
  StepReport step();
  /// From the next step on: whether signals are collected. The first time takes their memory. They are those of the last
  /// step; nullptr: there are none.
  const Signals<Real>* watch(bool on);

  /// Updates made.
  std::uint64_t steps_done() const { return step_; }
  /// Before the schedule multiplies it.
  double lr() const { return config_.lr; }
  /// From the next step on; batch size and kind of optimizer must be as they were. The optimizer's moments stay.
  void configure(TrainConfig config);
  /// What edits hold of the weights, which neither learns nor counts for clipping.
  const Held<Real>& held() const { return held_; }
  /// Rewrites what was added to it.
  void hold(Held<Real> held) {
    held_ = std::move(held);
    held_.settle();
  }
  /// Step 0, a fresh optimizer and nothing held; the weights are the caller's.
  void reset();
  /// For checkpoints.
  void restore_step(std::uint64_t step) { step_ = step; }
  Optimizer<Real>& optimizer() { return *optimizer_; }

  const LossPlan<Real>& plan() const { return plan_; }

 private:
  Pass pass() const;
  /// Whether the decoder reads its own answers in this step (scheduled sampling by the batch, after Bengio et al. 2015).
  bool reads_its_own() const;

  Model<Real>& model_;
  TrainConfig config_;
  LossPlan<Real> plan_;
  std::unique_ptr<Optimizer<Real>> optimizer_;
  Held<Real> held_;
  std::uint64_t step_ = 0;
  std::optional<Signals<Real>> signals_;
  bool watched_ = false;
};

}  // namespace unrolled
