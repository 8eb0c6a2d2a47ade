#pragma once
#include <memory>
#include <string>
#include <vector>

#include "models/registry.hpp"
#include "support/golden.hpp"
#include "train/trainer.hpp"

namespace unrolled::test {

/// Ours with PyTorch's weights: the model of a golden file, read as a user's experiment would be, with a trainer.
template <class Real>
class Replica {
 public:
  /// Throws std::runtime_error where the parameters' names or shapes are not the file's, in either direction, and
  /// Error where the file's model or training is not a valid part of an experiment.
  explicit Replica(const Golden& golden, std::size_t run = 0);

  /// Loss of a batch; afterwards the parameters hold its gradients.
  double gradients(const GoldenBatch& batch);
  /// One training step. Returns the loss before it.
  double step(const GoldenBatch& batch);

  /// After either: [B,T,width] or [B,width], batch-major as in the file, whatever the model's layout; zeros beyond a row's
  /// length.
  std::vector<double> result();
  std::vector<double> grad(const std::string& name);

 private:
  void load(const Golden& golden);
  void fill(const GoldenBatch& batch);

  const Signature signature_;
  const BatchSize size_;
  std::unique_ptr<Model<Real>> model_;
  std::unique_ptr<Trainer<Real>> trainer_;
};

}  // namespace unrolled::test
