#include "support/replica.hpp"

#include <algorithm>
#include <stdexcept>

namespace unrolled::test {

Configured configured(const nlohmann::json& model) {
  const std::string kind = model["kind"];
  const OptionTable& table = model_kind(kind).group.options;
  Configured result{kind, Options(table)};
  for (const auto& [name, value] : model.items()) {
    if (name == "kind") continue;
    if (find_option(table, name) == nullptr) throw std::runtime_error(kind + " has no option " + name);
    if (value.is_boolean())
      result.options.set(name, value.get<bool>());
    else if (value.is_number())
      result.options.set(name, value.get<double>());
    else
      result.options.set(name, value.get<std::string>());
  }
  return result;
}

template <class Real>
Replica<Real>::Replica(const Golden& golden)
    : batch_(golden.batch),
      length_(golden.length),
      vocab_(golden.vocab),
      model_(make_model<Real>(configured(golden.model), {golden.vocab, golden.length})) {
  const bool time_major = model_->layout() == Layout::time_major;
  const Shape places = time_major ? Shape{length_, batch_} : Shape{batch_, length_};
  inputs_ = &plan_.indices("inputs", places);
  targets_ = &plan_.indices("targets", places);
  logits_ = &model_->build(plan_, *inputs_, {batch_, length_});
  loss_ = &plan_.tensor("loss", {1});
  plan_.template add<CrossEntropyOp<Real>>(*logits_, *targets_, *loss_, std::vector<std::string>{"a", "b", "token"},
                                           Shape{places[0], places[1], vocab_});
  model_->parameters().allocate();
  plan_.allocate();
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
double Replica<Real>::run(const GoldenBatch& batch) {
  for (std::size_t b = 0; b < batch_; ++b)
    for (std::size_t t = 0; t < length_; ++t) {
      inputs_->value[row(b, t)] = batch.inputs[b * length_ + t];
      targets_->value[row(b, t)] = batch.targets[b * length_ + t];
    }
  const Pass pass{.training = true};
  model_->parameters().zero_grads();
  plan_.forward(pass);
  plan_.backward(pass);
  return static_cast<double>(loss_->value[0]);
}

template <class Real>
std::vector<double> Replica<Real>::logits() const {
  std::vector<double> out;
  for (std::size_t b = 0; b < batch_; ++b)
    for (std::size_t t = 0; t < length_; ++t) {
      const auto from = logits_->value.subspan(row(b, t) * vocab_, vocab_);
      out.insert(out.end(), from.begin(), from.end());
    }
  return out;
}

template <class Real>
std::vector<double> Replica<Real>::grad(const std::string& name) {
  const auto from = model_->parameters().find(name)->grad;
  return {from.begin(), from.end()};
}

template <class Real>
std::size_t Replica<Real>::row(std::size_t b, std::size_t t) const {
  return model_->layout() == Layout::time_major ? t * batch_ + b : b * length_ + t;
}

template class Replica<float>;
template class Replica<double>;

}  // namespace unrolled::test
