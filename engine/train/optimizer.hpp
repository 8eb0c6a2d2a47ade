#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/options.hpp"

namespace unrolled {

/// Changes weights by their gradients. Keeps arrays of the size of all weights together.
template <class Real>
class Optimizer {
 public:
  virtual ~Optimizer() = default;
  /// `step` counts from 1. Both spans cover all parameters, aligned one to one.
  virtual void update(std::uint64_t step, double lr, std::span<const Real> grads, std::span<Real> values) = 0;

  /// Other options of the same kind: the arrays stay, the next update is made with these.
  virtual void configure(const Options& options) = 0;

  /// An array to save and restore; `name` is PyTorch's ("exp_avg").
  struct State {
    std::string name;
    std::vector<Real> values;
  };
  std::vector<State>& states() { return states_; }
  void reset();

 protected:
  Optimizer(std::vector<std::string> names, std::size_t size);
  std::vector<State> states_;
};

/// How many such arrays there will be, to know the memory before taking it.
std::size_t optimizer_state_count(const Configured& configured);

template <class Real>
std::unique_ptr<Optimizer<Real>> make_optimizer(const Configured& configured, std::size_t size);

}  // namespace unrolled
