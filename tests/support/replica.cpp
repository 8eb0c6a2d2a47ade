#include "support/replica.hpp"

#include <algorithm>
#include <stdexcept>

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

}  // namespace

template <class Real>
Replica<Real>::Replica(const Golden& golden, std::size_t run)
    : signature_{golden.vocab, golden.length}, dims_{golden.batch, golden.length} {
  const Experiment experiment = experiment_of(golden, run);
  const TrainConfig config = train_config(experiment.train, experiment.optimizer, experiment.schedule);
  model_ = make_model<Real>(experiment.models[0], signature_);
  trainer_ = std::make_unique<Trainer<Real>>(*model_, signature_, dims_, config);
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
  const TokenBatch batch = trainer_->batch();
  for (std::size_t b = 0; b < dims_.batch; ++b)
    for (std::size_t t = 0; t < dims_.length; ++t) {
      const std::size_t ours = position_index(batch.layout, dims_, b, t), theirs = b * dims_.length + t;
      batch.tokens[ours] = golden.inputs[theirs];
      batch.targets[ours] = golden.targets[theirs];
    }
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
std::vector<double> Replica<Real>::logits() const {
  std::vector<double> out;
  for (std::size_t b = 0; b < dims_.batch; ++b)
    for (std::size_t t = 0; t < dims_.length; ++t) {
      const std::size_t row = position_index(model_->layout(), dims_, b, t);
      const auto from = trainer_->plan().logits().subspan(row * signature_.symbols, signature_.symbols);
      out.insert(out.end(), from.begin(), from.end());
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
