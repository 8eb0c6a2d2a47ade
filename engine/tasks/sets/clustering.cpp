#include "tasks/sets/clustering.hpp"

#include <cmath>

#include "core/elementary.hpp"
#include "kernels/mixture.hpp"
#include "tasks/examples/set_sizes.hpp"

namespace unrolled {
namespace {

constexpr double kField = 4;
constexpr double kLogTwoPi = 1.8378770664093453;

ExampleShape shape_of(const Options& options) {
  ExampleShape shape;
  shape.kind = OutputSize::Kind::mixture;
  shape.features = 2;
  shape.width = kMixtureColumns * options.integer("clusters");
  set_set_sizes(shape, options);
  return shape;
}

/// Minus the log likelihood, summed, of the points under the one Gaussian that explains them best (axes apart).
double surprise_of_one(const Example& example) {
  const auto n = static_cast<double>(example.values.size() / 2);
  double total = 0;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    double sum = 0, squares = 0;
    for (std::size_t i = axis; i < example.values.size(); i += 2) sum += double(example.values[i]);
    for (std::size_t i = axis; i < example.values.size(); i += 2) {
      const double away = double(example.values[i]) - sum / n;
      squares += away * away;
    }
    total += n / 2 * (elementary::log(squares / n) + kLogTwoPi + 1);
  }
  return total;
}

}  // namespace

ClusteringTask::ClusteringTask(const Options& options, std::string_view)
    : ExampleTask(shape_of(options), Vocabulary()),
      deviation_(options.number("deviation")),
      clusters_(options.integer("clusters")) {
  hold_out();
  holding_out_ = false;
}

std::uint64_t ClusteringTask::key(const Example& example) const { return set_key(example, 2); }

// A flat Dirichlet: exponential numbers over their sum.
void ClusteringTask::draw_clusters(Rng& rng) const {
  double sum = 0;
  for (Cluster& cluster : clusters_) {
    cluster = {-elementary::log(1 - rng.uniform()), rng.uniform(-kField, kField), rng.uniform(-kField, kField)};
    sum += cluster.weight;
  }
  for (Cluster& cluster : clusters_) cluster.weight /= sum;
}

void ClusteringTask::draw(Rng& rng, std::size_t points, Example& example) const {
  draw_clusters(rng);
  for (std::size_t i = 0; i < points; ++i) {
    double at = rng.uniform();
    std::size_t k = 0;
    while (k + 1 < clusters_.size() && at >= clusters_[k].weight) at -= clusters_[k++].weight;
    for (double mean : {clusters_[k].x, clusters_[k].y})
      example.values.push_back(static_cast<float>(mean + deviation_ * rng.normal()));
  }
  if (holding_out_ && part_of(example) == Part::held_out) surprise_[key(example)] = surprise(example);
}

double ClusteringTask::surprise(const Example& example) const {
  const double scale = 2 * elementary::log(deviation_) + kLogTwoPi;
  double total = 0;
  for (std::size_t i = 0; i < example.values.size(); i += 2) {
    double density = 0;
    for (const Cluster& cluster : clusters_) {
      const double x = (double(example.values[i]) - cluster.x) / deviation_;
      const double y = (double(example.values[i + 1]) - cluster.y) / deviation_;
      density += cluster.weight * elementary::exp(-(x * x + y * y) / 2);
    }
    total -= elementary::log(density) - scale;
  }
  return total;
}

std::vector<Baseline> ClusteringTask::baselines(Form) const {
  double truth = 0, one = 0, points = 0;
  for (const Example& example : examples(HeldOut::val)) {
    truth += surprise_.at(key(example));
    one += surprise_of_one(example);
    points += static_cast<double>(example.values.size() / 2);
  }
  return {{"one", "The best single Gaussian", "loss", one / points},
          {"truth", "The mixture they were drawn from", "loss", truth / points}};
}

const TaskKind& clustering_kind() {
  static const TaskKind kind{{"clustering", "Clusters of points",
                              "Look at points in the plane and say where their clusters lie and how wide they are, in "
                              "one glance instead of an "
                              "algorithm that goes round and round.",
                              with_set_sizes({Option::integer("clusters", 4, 1, 8, "Clusters",
                                                              "How many clusters each set of points comes from."),
                                              Option::number("deviation", 0.3, 0.05, 2, "Width",
                                                             "Standard deviation of the points around their centre.")},
                                             {20, 40, 80, 8, 200, "points"})},
                             {"sets", "points"},
                             check_set_sizes,
                             forms_by<shape_of>,
                             false,
                             make_by<ClusteringTask>};
  return kind;
}

}  // namespace unrolled
