#include "session/network.hpp"

#include <algorithm>
#include <bit>

#include "core/error.hpp"
#include "core/sort.hpp"
#include "models/registry.hpp"
#include "session/answers.hpp"

namespace unrolled {
namespace {

constexpr const char* kCounters = "train.state";

std::span<const std::byte> bytes_of(std::span<const float> values) { return std::as_bytes(values); }

/// Present, with the type and shape wanted; otherwise throws.
const StoredTensor& wanted(const SafetensorsFile& file, const std::string& name, DType type, const Shape& shape) {
  const StoredTensor* tensor = file.find(name);
  if (tensor == nullptr) throw Error(ErrorCode::invalid_file, "checkpoint.missing", "checkpoint", {{"name", name}});
  if (tensor->dtype != type || tensor->shape != shape)
    throw Error(ErrorCode::invalid_file, "checkpoint.shape", "checkpoint",
                {{"name", name}, {"wanted", shape.count()}, {"found", tensor->shape.count()}});
  return *tensor;
}

void fill_targets(const Batch& batch, std::span<const std::int32_t> ids) {
  std::ranges::copy(ids, batch.input.tokens.begin());
  std::ranges::copy(ids.subspan(1), batch.targets.begin());
  batch.targets.back() = kNoTarget;
}

}  // namespace

std::size_t held_out_batch(HeldOut set, const TaskForm& form, const TrainConfig& config, double sequence_flops) {
  constexpr double kMostFlops = 3e8;
  const auto positions = [](const StreamLengths& lengths) { return double(lengths.input + lengths.source); };
  const double growth = set == HeldOut::val ? 1 : positions(form.longer) / positions(form.lengths);
  const double flops =
      sequence_flops * growth * growth;  // attention's; what grows less is rather read in small batches
  return std::min(config.batch_size, std::size_t(std::clamp(kMostFlops / flops, 1.0, 16.0)));
}

NetworkPlans::NetworkPlans(const Configured& configured, const TaskForm& form, const TrainConfig& config)
    : model(make_model<float>(configured, form.signature)),
      trainer(*model, form.signature, {config.batch_size, form.lengths, form.form}, config),
      val(*model, form.signature,
          {held_out_batch(HeldOut::val, form, config, sequence_flops()), form.lengths, form.form}) {
  val.forward_only();
  if (form.longer.input == 0) return;
  const std::size_t batch = held_out_batch(HeldOut::longer, form, config, sequence_flops());
  longer.emplace(*model, form.signature, BatchSize(batch, form.longer, form.form));
  longer->forward_only();
}

double NetworkPlans::sequence_flops() const {
  return trainer.plan().cost().flops / double(trainer.plan().dims().batch);
}

void NetworkPlans::allocate() {
  trainer.allocate();
  val.allocate();
  if (longer) longer->allocate();
}

std::size_t NetworkPlans::bytes() const {
  return model->parameters().bytes() + trainer.bytes() + val.bytes() + (longer ? longer->bytes() : 0);
}

NetworkLearner::NetworkLearner(const Configured& configured, const TaskForm& form, const TrainConfig& config,
                               const Task* task)
    : configured_(configured),
      form_(form),
      seed_(config.seed),
      batch_seed_(config.batch_seed),
      task_(task),
      batches_(config.batch_seed, "batches") {
  if (task != nullptr)
    plans_.emplace(configured, form, config);
  else
    model_ = make_model<float>(configured, form.signature);
  model().parameters().allocate();
  if (plans_) plans_->allocate();
  model().initialise(config.seed);
}

std::size_t NetworkLearner::bytes() const {
  const std::size_t planned = plans_ ? plans_->bytes() : model_->parameters().bytes();
  return planned + (inspection_ ? inspection_->bytes() : 0);
}

double NetworkLearner::flops_per_step() const { return plans_ ? 3 * plans_->trainer.plan().cost().flops : 0; }

StepReport NetworkLearner::step() {
  StepReport report;
  report.finite = finite_;
  if (!finite_) return report;
  const Rng before = batches_;
  task_->sample(batches_, plans_->trainer.batch());
  report = plans_->trainer.step();
  finite_ = report.finite;
  if (!finite_) batches_ = before;  // as if the step had not been tried
  return report;
}

std::uint64_t NetworkLearner::steps_done() const { return plans_ ? plans_->trainer.steps_done() : counters_[0]; }

void NetworkLearner::configure(TrainConfig config) {
  seed_ = config.seed;
  batch_seed_ = config.batch_seed;
  if (plans_) plans_->trainer.configure(std::move(config));
}

void NetworkLearner::reset() {
  model().initialise(seed_);
  batches_ = Rng(batch_seed_, "batches");
  finite_ = true;
  counters_[0] = 0;
  if (plans_) plans_->trainer.reset();
}

std::unique_ptr<Examination> NetworkLearner::examine() {
  return std::make_unique<NetworkExamination>(*task_, plans_->val, plans_->held_out(HeldOut::longer));
}

LossPlan<float>& NetworkLearner::inspection_plan(const BatchSize& size) {
  if (!inspection_ || inspection_->dims().length != size.lengths.input) {
    inspection_.reset();  // before the new one, so that both need not fit
    auto plan = std::make_unique<LossPlan<float>>(model(), form_.signature, size);
    plan->allocate();
    inspection_ = std::move(plan);
  }
  return *inspection_;
}

LossPlan<float>* NetworkLearner::inspect_example(std::size_t index) {
  LossPlan<float>& plan = inspection_plan(inspected(form_));
  answer_example(*task_, HeldOut::val, index, plan);
  plan.forward({});
  plan.backward({});
  return &plan;
}

std::span<const float> NetworkLearner::inspect(std::span<const std::int32_t> ids) {
  inspection_plan(BatchDims{1, ids.size()});
  fill_targets(inspection_->batch(), ids);
  inspection_->forward({});
  inspection_->backward({});  // for the gradients that taps show; the trainer clears those of the parameters
  return inspection_->probabilities();
}

std::vector<Tap<float>> NetworkLearner::taps() const {
  return inspection_ ? inspection_->taps() : std::vector<Tap<float>>();
}

BatchSize inspected(const TaskForm& form) {
  return {1, writes_answer(form.form) ? form.longest() : form.lengths, form.form};
}

Outline outline_of(const LossPlan<float>& plan, const Configured& configured, const Model<float>& model) {
  return {plan.taps(), places_of(configured, shapes_of(model.parameters()))};
}

Outline NetworkLearner::outline() const {
  return outline_of(LossPlan<float>(model(), form_.signature, inspected(form_)), configured_, model());
}

std::vector<Tap<float>> NetworkLearner::training_taps() const {
  return plans_ ? plans_->trainer.plan().taps() : std::vector<Tap<float>>();
}

std::vector<StoredTensor> NetworkLearner::weights() {
  std::vector<StoredTensor> list;
  for (const Tensor<float>& tensor : model().parameters().tensors())
    list.push_back({tensor.name, DType::f32, tensor.shape, bytes_of(tensor.value)});
  sort_short(list, {}, &StoredTensor::name);
  return list;
}

template <class F>
void NetworkLearner::for_each_state(F&& f) {
  const float* begin = model().parameters().values().data();
  for (auto& state : plans_->trainer.optimizer().states())
    for (const Tensor<float>& tensor : model().parameters().tensors())
      f("optimizer." + state.name + "." + tensor.name, tensor.shape,
        std::span(state.values).subspan(std::size_t(tensor.value.data() - begin), tensor.value.size()));
}

std::vector<StoredTensor> NetworkLearner::training_state() {
  std::vector<StoredTensor> list;
  if (plans_) {
    for_each_state([&](std::string name, const Shape& shape, std::span<float> values) {
      list.push_back({std::move(name), DType::f32, shape, bytes_of(values)});
    });
    counters_[0] = plans_->trainer.steps_done();
    counters_[1] = std::bit_cast<std::uint64_t>(plans_->trainer.lr());
  }
  counters_[2] = finite_ ? 1 : 0;
  std::ranges::copy(batches_.state(), counters_.begin() + 3);
  list.push_back({kCounters, DType::u64, {kCounterCount}, std::as_bytes(std::span(counters_))});
  return list;
}

NetworkLearner::Counters NetworkLearner::checked_arrays(const SafetensorsFile& file) {
  for (const Tensor<float>& tensor : model().parameters().tensors())
    wanted(file, tensor.name, DType::f32, tensor.shape);
  if (plans_)
    for_each_state(
        [&](const std::string& name, const Shape& shape, std::span<float>) { wanted(file, name, DType::f32, shape); });
  Counters counters;
  copy_tensor(wanted(file, kCounters, DType::u64, {kCounterCount}), {kCounterCount},
              std::span<std::uint64_t>(counters));
  const bool no_state = std::ranges::all_of(std::span(counters).last(4), [](std::uint64_t word) { return word == 0; });
  if (no_state || counters[2] > 1)
    throw Error(ErrorCode::invalid_file, "checkpoint.array", "checkpoint", {{"name", kCounters}});
  return counters;
}

void NetworkLearner::load(const SafetensorsFile& file) {
  const auto counters = checked_arrays(file);
  std::vector<std::pair<const StoredTensor*, std::span<float>>>
      copies;  // whoever looks for a name may run out of memory
  for (Tensor<float>& tensor : model().parameters().tensors())
    copies.emplace_back(file.find(tensor.name), tensor.value);
  if (plans_)
    for_each_state([&](const std::string& name, const Shape&, std::span<float> values) {
      copies.emplace_back(file.find(name), values);
    });
  for (const auto& [tensor, values] : copies) copy_tensor(*tensor, tensor->shape, values);
  restore_counters(counters);
}

void NetworkLearner::restore_counters(const Counters& counters) {
  counters_ = counters;
  finite_ = counters_[2] == 1;
  std::ranges::copy(std::span(counters_).last(4), batches_.state().begin());
  if (plans_) plans_->trainer.restore_step(counters_[0]);
}

}  // namespace unrolled
