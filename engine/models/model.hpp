#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/arena.hpp"
#include "core/rng.hpp"
#include "plan/batch.hpp"
#include "plan/plan.hpp"

namespace unrolled {

/// Feeds a model one symbol at a time, and says what it expects next. Made by Model::decoder(); its memory is
/// apart from every other plan's, so training and generation do not disturb each other.
template <class Real>
class Decoder {
 public:
  virtual ~Decoder() = default;
  /// Forgets what was fed. To be called after the weights changed, too.
  virtual void restart() = 0;
  /// Logits [symbols] for the symbol after `token`; valid until the next call.
  virtual std::span<const Real> feed(std::int32_t token) = 0;
};

/// A family of networks from token ids to logits. It owns the parameters; plans own everything else, and any
/// number of plans of different sizes may use one model. How to make one without JSON:
///
///   auto model = make_model<double>({"lstm", Options(lstm_kind().group.options)}, {vocab, length});
///   model->parameters().allocate();
///   model->initialise(seed);            // or fill model->parameters().find("head.weight")->value
///
/// Parameter names, shapes and layouts are PyTorch's.
template <class Real>
class Model {
 public:
  virtual ~Model() = default;
  Model() = default;
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  virtual Layout layout() const = 0;
  /// Appends the forward pass to a plan. The streams are in layout() order and no longer than the signature says; the
  /// result has output.width columns and a row for each position of the input, in layout() order, or, where the output
  /// is `whole`, for each of the B sequences.
  virtual Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) = 0;
  /// Appends what follows the top layer of those that build() notes (Plan::note_layer): norm, pooling, output weights. x is
  /// what any of them leaves, of the top one's shape. nullptr where an answer takes more than one layer's state.
  virtual Tensor<Real>* read_out(Plan<Real>&, const Stream&, Tensor<Real>&) { return nullptr; }
  /// nullptr for a model that does not predict a next symbol from earlier ones.
  virtual std::unique_ptr<Decoder<Real>> decoder() { return nullptr; }
  /// Numbers about the model beyond its size, by name: {"receptive_field", 29}. Known from construction.
  virtual std::vector<std::pair<std::string, double>> facts() const { return {}; }

  /// Sizes are known from construction, so that a model can be priced before parameters().allocate().
  Arena<Real>& parameters() { return parameters_; }
  const Arena<Real>& parameters() const { return parameters_; }
  /// Numbers that training changes, padding not counted.
  std::size_t parameter_count() const;
  /// Sets every parameter. Each has a random stream of its own, (seed, name): the same weights in float and in
  /// double, and adding a parameter leaves the others as they are.
  void initialise(std::uint64_t seed);

 protected:
  /// Draws one value; called for the elements in order.
  using Draw = std::function<double(Rng&)>;
  static Draw uniform(double bound);         ///< in [-bound, bound)
  static Draw normal(double std_deviation);  ///< mean 0
  static Draw constant(double value);

  Tensor<Real>& parameter(std::string name, Shape shape, Draw draw);
  /// What a family changes after every parameter was drawn.
  virtual void adjust_initial() {}

 private:
  Arena<Real> parameters_;
  std::vector<Draw> draws_;
};

}  // namespace unrolled
