#include "support/replica.hpp"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

#include "io/experiment.hpp"

namespace unrolled::test {
namespace {

Experiment experiment_of(const Golden& golden, std::size_t run) {
  const nlohmann::json json{{"version", 1},
                            {"name", golden.name},
                            {"task", {{"kind", "text"}}},
                            {"train", golden.runs.at(run).train},
                            {"models", {golden.model}}};
  return parse_experiment(json.dump());
}

BatchSize size_of(const Golden& golden) {
  const Signature& signature = golden.signature;
  return {
      golden.batch, {signature.input.length, signature.source.length}, signature.pairs() ? Form::pairs : Form::single};
}

/// Copies rows of `width` from the file's order to the model's, or the other way round.
template <class From, class To>
void copy_row(const From& from, std::size_t from_row, To&& to, std::size_t to_row, std::size_t width) {
  using Number = std::remove_cvref_t<decltype(to[0])>;
  for (std::size_t i = 0; i < width; ++i) to[to_row * width + i] = static_cast<Number>(from[from_row * width + i]);
}

/// Fills one row for each position, or nothing where the file has none.
template <class From, class To>
void fill_positions(const From& from, To to, BatchDims dims, Layout layout, std::size_t width) {
  if (to.size() != from.size()) throw std::runtime_error("the file's batch is not of the signature's size");
  if (from.empty()) return;
  for (std::size_t b = 0; b < dims.batch; ++b)
    for (std::size_t t = 0; t < dims.length; ++t)
      copy_row(from, b * dims.length + t, to, position_index(layout, dims, b, t), width);
}

void fill_stream(const GoldenStream& from, const StreamBatch& to) {
  fill_positions(from.tokens, to.tokens, to.dims, to.layout, 1);
  fill_positions(from.values, to.values, to.dims, to.layout, to.features);
  std::ranges::copy(from.lengths, to.lengths.begin());
}

/// The dims of answers: one position for each sequence where there is one answer for all of it.
BatchDims answer_dims(const Signature& signature, BatchDims dims) {
  return {dims.batch, signature.output.whole ? 1 : dims.length};
}

}  // namespace

template <class Real>
Replica<Real>::Replica(const Golden& golden, std::size_t run) : signature_(golden.signature), size_(size_of(golden)) {
  const Experiment experiment = experiment_of(golden, run);
  const TrainConfig config = train_config(experiment.train, experiment.optimizer, experiment.schedule);
  model_ = make_model<Real>(experiment.models[0], signature_);
  trainer_ = std::make_unique<Trainer<Real>>(*model_, signature_, size_, config);
  model_->parameters().allocate();
  trainer_->allocate();
  load(golden);
}

template <class Real>
void Replica<Real>::load(const Golden& golden) {
  std::size_t used = 0;
  for (Tensor<Real>& ours : model_->parameters().tensors()) {
    const auto theirs = std::find_if(golden.parameters.begin(), golden.parameters.end(),
                                     [&](const GoldenParameter& p) { return p.name == ours.name; });
    if (theirs == golden.parameters.end()) throw std::runtime_error(golden.name + ": PyTorch has no " + ours.name);
    if (ours.shape.sizes() != theirs->shape) throw std::runtime_error(golden.name + ": shape of " + ours.name);
    std::transform(theirs->value.begin(), theirs->value.end(), ours.value.begin(),
                   [](double x) { return static_cast<Real>(x); });
    ++used;
  }
  if (used != golden.parameters.size()) throw std::runtime_error(golden.name + ": we lack a parameter of PyTorch's");
}

template <class Real>
void Replica<Real>::fill(const GoldenBatch& golden) {
  const Batch batch = trainer_->batch();
  fill_stream(golden.input, batch.input);
  if (signature_.pairs()) fill_stream(golden.source, batch.source);
  const BatchDims answers = answer_dims(signature_, batch.input.dims);
  fill_positions(golden.targets, batch.targets, answers, batch.input.layout, 1);
  fill_positions(golden.numbers, batch.numbers, answers, batch.input.layout, batch.width);
}

template <class Real>
double Replica<Real>::gradients(const GoldenBatch& batch) {
  fill(batch);
  return trainer_->gradients();
}

template <class Real>
double Replica<Real>::step(const GoldenBatch& batch) {
  fill(batch);
  return trainer_->step().loss;
}

template <class Real>
std::vector<double> Replica<Real>::result() {
  const Batch batch = trainer_->batch();
  const BatchDims answers = answer_dims(signature_, batch.input.dims);
  std::vector<double> out(answers.positions() * batch.width);
  for (std::size_t b = 0; b < answers.batch; ++b) {
    const std::size_t valid = signature_.output.whole ? 1 : static_cast<std::size_t>(batch.input.lengths[b]);
    for (std::size_t t = 0; t < valid; ++t)
      copy_row(trainer_->plan().result(), position_index(batch.input.layout, answers, b, t), out,
               b * answers.length + t, batch.width);
  }
  return out;
}

template <class Real>
std::vector<double> Replica<Real>::grad(const std::string& name) {
  const auto from = model_->parameters().find(name)->grad;
  return {from.begin(), from.end()};
}

template class Replica<float>;
template class Replica<double>;

}  // namespace unrolled::test
