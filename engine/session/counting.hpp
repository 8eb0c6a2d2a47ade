#pragma once
#include <optional>

#include "models/window/ngram.hpp"
#include "session/learner.hpp"
#include "tasks/task.hpp"

namespace unrolled {

/// Of every model that counts.
Outline counted_outline();

/// The n-gram as a learner. It has learned everything once it exists: its steps only count, so that it can take part
/// in a race.
class CountingLearner final : public Learner {
 public:
  /// Counts the task's training text. where: the model's path. Throws Error{too_expensive} where its tables would take more
  /// than a model may.
  CountingLearner(const Options& options, const Signature& signature, const Task& task, const std::string& where);
  /// From a checkpoint.
  CountingLearner(const Options& options, const Signature& signature, const SafetensorsFile& file,
                  const std::string& where);

  std::size_t parameter_count() const override { return model_->size(); }
  std::size_t bytes() const override;
  double flops_per_step() const override { return 0; }
  StepReport step() override;
  std::uint64_t steps_done() const override { return steps_; }
  void configure(TrainConfig) override {}
  void reset() override;
  std::unique_ptr<Examination> examine() override;
  std::unique_ptr<Decoder<float>> decoder() override;
  std::span<const float> inspect(std::span<const std::int32_t> ids) override;
  std::vector<Tap<float>> taps() const override;
  Outline outline() const override { return counted_outline(); }
  std::vector<Tap<float>> training_taps() const override { return {}; }
  std::vector<StoredTensor> weights() override;
  std::vector<StoredTensor> training_state() override;
  void load(const SafetensorsFile& file) override;

 private:
  class Examined;

  /// Counts the task's training text.
  void count();
  /// Takes a model over, with all that was computed from the last one.
  void use(std::unique_ptr<NgramModel> model);
  double training_loss(const NgramModel& model) const;

  const Signature signature_;
  const Smoothing smoothing_;
  const std::size_t order_;
  const CountBudget budget_;
  const Task* task_ = nullptr;
  std::unique_ptr<NgramModel> model_;
  std::vector<std::vector<std::uint64_t>> wide_counts_;  // counts as checkpoints hold them
  double training_loss_ = 0;
  std::optional<Evaluation> evaluation_;  // it never changes
  bool counts_are_own_ = false;           // of the task's text, rather than from a checkpoint
  std::uint64_t steps_ = 0;
  std::vector<float> probabilities_;
  std::size_t inspected_ = 0;
};

/// Mean loss of a count model on the task's held-out sequences, contexts limited to the sequence and to `order`.
double held_out_loss(const NgramModel& model, const Task& task, std::size_t order);

}  // namespace unrolled
