#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/registry.hpp"
#include "ops/cross_entropy.hpp"
#include "plan/plan.hpp"
#include "support/golden.hpp"

namespace unrolled::test {

/// The model part of an experiment as the registry wants it. Throws std::runtime_error for an option that the
/// family does not have, so that a golden file cannot ask for something that is silently left out.
Configured configured(const nlohmann::json& model);

/// Ours with PyTorch's weights: the model of a golden file, its plan for the file's batches, and a loss.
template <class Real>
class Replica {
 public:
  /// Throws std::runtime_error where the parameters' names or shapes are not the file's, in either direction.
  explicit Replica(const Golden& golden);

  /// Runs forward and backward on a batch. Returns its loss; parameters hold its gradients alone.
  double run(const GoldenBatch& batch);
  /// [B,T,vocab], batch-major as in the file, whatever the model's layout.
  std::vector<double> logits() const;
  /// dL/d(parameter) after run().
  std::vector<double> grad(const std::string& name);
  Arena<Real>& parameters() { return model_->parameters(); }

 private:
  void load(const Golden& golden);
  /// Where the model keeps position t of sequence b.
  std::size_t row(std::size_t b, std::size_t t) const;

  const std::size_t batch_, length_, vocab_;
  std::unique_ptr<Model<Real>> model_;
  Plan<Real> plan_;
  Indices* inputs_;
  Indices* targets_;
  Tensor<Real>* logits_;
  Tensor<Real>* loss_;
};

}  // namespace unrolled::test
