#pragma once
#include <span>
#include <string>
#include <vector>

#include "models/model.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// What a training step can tell of each part of a model beside its loss: of parts with parameters (plan/part.hpp)
///   grad_norm   length of the gradient of the part's parameters, before clipping
///   update      length of what the optimizer changed them by over their own: some 1e-3 is common (Karpathy 2015)
/// and of what each layer leaves (Plan::note_layer), at no more than 32 positions spread over the batch, padding among them,
///   spread      standard deviation over positions and units
///   dead        part of the units that are 0 at all of them (ReLU)
///   saturated   part of the numbers beyond 0.9 in size; of recurrent layers whose state is bounded, NaN of others
/// All memory is taken when it is made; a step reads the gradients once, the weights twice.
template <class Real>
class Signals {
 public:
  /// Of an allocated plan of the model, both of which it reads from then on.
  Signals(Model<Real>& model, const LossPlan<Real>& plan);
  /// After backward and before clipping, and after the update; where there is none, update() stays NaN.
  void before_update();
  void after_update();

  const std::vector<std::string>& parts() const { return parts_; }
  std::span<const float> grad_norm() const { return grad_norm_; }
  std::span<const float> update() const { return update_; }
  const std::vector<std::string>& layers() const { return layers_; }
  std::span<const float> spread() const { return spread_; }
  std::span<const float> dead() const { return dead_; }
  std::span<const float> saturated() const { return saturated_; }

 private:
  /// A parameter among all of them.
  struct Slice {
    std::size_t part, first, count;
  };
  struct State {
    const Tensor<Real>* x;
    bool bounded;
  };
  void add_squares(std::span<const Real> of, std::vector<double>& sums) const;
  void look_at(std::size_t layer);

  Model<Real>& model_;
  std::vector<std::string> parts_, layers_;
  std::vector<Slice> slices_;
  std::vector<State> states_;
  std::vector<Real> before_;  // the weights before the update, then what changed
  std::vector<double> squares_, weights_;
  std::vector<float> grad_norm_, update_, spread_, dead_, saturated_;
};

}  // namespace unrolled
