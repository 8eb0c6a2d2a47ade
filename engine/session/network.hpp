#pragma once
#include <array>
#include <optional>

#include "session/learner.hpp"
#include "tasks/task.hpp"

namespace unrolled {

/// Held-out sequences that are read at once: at most 16; no more than a training batch, so that an evaluation never
/// needs more memory than a step; and so few that they take about ten milliseconds, for so long nobody else is heard.
/// sequence_flops: of a forward run of one training sequence.
std::size_t held_out_batch(HeldOut set, const TaskForm& form, const TrainConfig& config, double sequence_flops);

/// The plans of one network in training, not allocated: to know the price of an experiment, and then to pay it.
struct NetworkPlans {
  NetworkPlans(const Configured& configured, const TaskForm& form, const TrainConfig& config);
  void allocate();
  std::size_t bytes() const;
  /// Of one training sequence forward.
  double sequence_flops() const;
  /// nullptr where the task has no such set.
  LossPlan<float>* held_out(HeldOut set) { return set == HeldOut::val ? &val : longer ? &*longer : nullptr; }

  std::unique_ptr<Model<float>> model;
  Trainer<float> trainer;
  LossPlan<float> val;
  std::optional<LossPlan<float>> longer;
};

/// Of the plan in which one example is looked at: with room for whatever the model may write.
BatchSize inspected(const TaskForm& form);
/// Of a plan for one example that runs backward too, allocated or not.
Outline outline_of(const LossPlan<float>& plan, const Configured& configured, const Model<float>& model);

/// A model that is trained by gradients, in float.
class NetworkLearner final : public Learner {
 public:
  /// `task` is where batches come from, or nullptr: then there are weights only, for generation and a look inside.
  NetworkLearner(const Configured& configured, const TaskForm& form, const TrainConfig& config, const Task* task);

  std::size_t parameter_count() const override { return model().parameter_count(); }
  std::size_t bytes() const override;
  double flops_per_step() const override;
  StepReport step() override;
  const Signals<float>* watch(bool on) override { return plans_ ? plans_->trainer.watch(on) : nullptr; }
  std::uint64_t steps_done() const override;
  void configure(TrainConfig config) override;
  Held<float> held() const override { return plans_ ? plans_->trainer.held() : Held<float>(); }
  void hold(Held<float> held) override {
    if (plans_) plans_->trainer.hold(std::move(held));
  }
  void reset() override;
  std::unique_ptr<Examination> examine() override;
  std::unique_ptr<Decoder<float>> decoder() override { return model().decoder(); }
  std::span<const float> inspect(std::span<const std::int32_t> ids) override;
  Model<float>* network() override { return &model(); }
  LossPlan<float>* held_out_plan(HeldOut set) override { return plans_ ? plans_->held_out(set) : nullptr; }
  LossPlan<float>* inspect_example(std::size_t index) override;
  std::vector<Tap<float>> taps() const override;
  Outline outline() const override;
  std::vector<Tap<float>> training_taps() const override;
  std::vector<StoredTensor> weights() override;
  std::vector<StoredTensor> training_state() override;
  void load(const SafetensorsFile& file) override;

 private:
  Model<float>& model() const { return plans_ ? *plans_->model : *model_; }
  /// Calls f with the name, shape and values of each array of the optimizer, parameter by parameter.
  template <class F>
  void for_each_state(F&& f);
  static constexpr std::size_t kCounterCount = 7;
  using Counters = std::array<std::uint64_t, kCounterCount>;
  /// Throws Error{invalid_file} unless everything that load() copies is there.
  Counters checked_arrays(const SafetensorsFile& file);
  void restore_counters(const Counters& counters);

  /// The plan of a look inside, remade where its size changed.
  LossPlan<float>& inspection_plan(const BatchSize& size);

  const Configured configured_;
  const TaskForm form_;
  std::uint64_t seed_, batch_seed_;  ///< of initial weights, of batches
  const Task* task_;
  std::unique_ptr<Model<float>> model_;  // where there is no task
  std::optional<NetworkPlans> plans_;    // where there is one
  std::unique_ptr<LossPlan<float>> inspection_;
  Rng batches_;
  bool finite_ = true;
  /// Step, bits of the learning rate, finite or not, state of the batches' generator: what a checkpoint keeps. Without
  /// plans the first two are as loaded.
  Counters counters_{};
};

}  // namespace unrolled
