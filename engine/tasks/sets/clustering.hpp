#pragma once
#include <unordered_map>

#include "tasks/examples/example.hpp"

namespace unrolled {

/// Points of the plane from a mixture of `clusters` Gaussians that is different for every set (Lee et al. 2019, section
/// 5.3): means uniform in [-4,4]^2, all deviations alike, weights from a flat Dirichlet. The answer is a mixture, and the
/// loss says how well it explains the points.
class ClusteringTask final : public ExampleTask {
 public:
  explicit ClusteringTask(const Options& options, std::string_view data = {});
  void draw(Rng& rng, std::size_t points, Example& example) const override;
  std::vector<Baseline> baselines(Form) const override;

 private:
  struct Cluster {
    double weight, x, y;
  };
  void draw_clusters(Rng& rng) const;
  /// Minus the log likelihood of the points under the clusters they were drawn from, summed.
  double surprise(const Example& example) const;

  double deviation_;
  mutable std::vector<Cluster> clusters_;                       // of the last set drawn
  mutable std::unordered_map<std::uint64_t, double> surprise_;  // of each held-out set, by its key
  bool holding_out_ = true;
  std::uint64_t key(const Example& example) const override;
};

/// "clustering".
const TaskKind& clustering_kind();

}  // namespace unrolled
