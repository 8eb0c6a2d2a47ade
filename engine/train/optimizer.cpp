#include "train/optimizer.hpp"

#include <algorithm>

#include "kernels/optimizer.hpp"

namespace unrolled {
namespace {

template <class Real>
class Adam final : public Optimizer<Real> {
 public:
  Adam(const Options& options, WeightDecay decay, std::size_t size)
      : Optimizer<Real>({"exp_avg", "exp_avg_sq"}, size), decay_(decay) {
    configure(options);
  }

  void configure(const Options& options) override {
    options_ = {options.number("lr"),  options.number("beta1"),        options.number("beta2"),
                options.number("eps"), options.number("weight_decay"), decay_};
  }

  void update(std::uint64_t step, double lr, std::span<const Real> grads, std::span<Real> values) override {
    options_.lr = lr;
    adam_update<Real>(options_, step, grads, values, this->states_[0].values, this->states_[1].values);
  }

 private:
  const WeightDecay decay_;
  AdamOptions options_;
};

template <class Real>
class Sgd final : public Optimizer<Real> {
 public:
  Sgd(const Options& options, std::size_t size) : Optimizer<Real>({"momentum_buffer"}, size) { configure(options); }

  void configure(const Options& options) override {
    options_ = {options.number("lr"), options.number("momentum"), options.number("weight_decay"), false};
  }

  void update(std::uint64_t, double lr, std::span<const Real> grads, std::span<Real> values) override {
    options_.lr = lr;
    sgd_update<Real>(options_, grads, values, this->states_[0].values);
  }

 private:
  SgdOptions options_;
};

}  // namespace

template <class Real>
Optimizer<Real>::Optimizer(std::vector<std::string> names, std::size_t size) {
  for (std::string& name : names) states_.push_back({std::move(name), std::vector<Real>(size)});
}

template <class Real>
void Optimizer<Real>::reset() {
  for (State& state : states_) std::ranges::fill(state.values, Real(0));
}

std::size_t optimizer_state_count(const Configured& configured) { return configured.kind == "sgd" ? 1 : 2; }

template <class Real>
std::unique_ptr<Optimizer<Real>> make_optimizer(const Configured& configured, std::size_t size) {
  if (configured.kind == "sgd") return std::make_unique<Sgd<Real>>(configured.options, size);
  const WeightDecay decay = configured.kind == "adamw" ? WeightDecay::decoupled : WeightDecay::l2;
  return std::make_unique<Adam<Real>>(configured.options, decay, size);
}

template class Optimizer<float>;
template class Optimizer<double>;
template std::unique_ptr<Optimizer<float>> make_optimizer(const Configured&, std::size_t);
template std::unique_ptr<Optimizer<double>> make_optimizer(const Configured&, std::size_t);

}  // namespace unrolled
