#pragma once
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/arena.hpp"
#include "ops/op.hpp"
#include "plan/part.hpp"

namespace unrolled {

/// An ordered list of ops over one arena. A model appends ops once per (config, batch, length); after
/// allocate() every run reuses the same memory. Values are not shared between ops: the page looks at them.
template <class Real>
class Plan {
 public:
  Tensor<Real>& tensor(std::string name, Shape shape, Grad grad = Grad::yes) {
    return arena_.add(std::move(name), std::move(shape), grad);
  }
  /// Filled by the caller before each run.
  Indices& indices(std::string name, Shape shape);
  Values& values(std::string name, Shape shape);

  /// Appends an op built as OpType(arena, arguments...); the arena is where it reserves its workspace.
  template <class OpType, class... Arguments>
  OpType& add(Arguments&&... arguments) {
    auto op = std::make_unique<OpType>(arena_, std::forward<Arguments>(arguments)...);
    OpType& reference = *op;
    ops_.push_back(std::move(op));
    return reference;
  }

  /// Appends what `build` does as a section: the gradients of its tensors, but that of the tensor it returns, are used by
  /// its own ops alone, and so share memory with those of other sections. Sections do not overlap.
  template <class Build>
  Tensor<Real>& section(Build build) {
    const std::size_t first = arena_.tensors().size();
    Tensor<Real>& result = build();
    const std::size_t grads = arena_.share_grads(first, result);
    sections_.push_back({ops_.size(), grads});
    return result;
  }
  /// What is added from here on belongs to this part, or to the one that already has this name.
  void begin(Part part);
  /// Of parts to come: whether their positions are the source's.
  void at_source(bool source) { at_source_ = source; }
  const std::vector<Part>& parts() const { return parts_; }
  Cost cost_of(std::size_t part) const;
  /// Those of a model that the ops of each part read, in the model's order; what several read belongs to the first.
  std::vector<std::vector<const Tensor<Real>*>> parameters_by_part(const Arena<Real>& parameters) const;
  /// Once more what it does in a forward run, for who wants to know how long that takes.
  void forward_part(std::size_t part);

  /// What a layer leaves at each position of the input, from below to the top (Model::read_out).
  void note_layer(std::string name, const Tensor<Real>& x) { layers_.push_back({std::move(name), &x}); }
  struct LayerState {
    std::string name;
    const Tensor<Real>* x;
  };
  const std::vector<LayerState>& layers() const { return layers_; }

  /// It never runs backward.
  void forward_only() { arena_.drop_grads(); }

  /// Before the model is built: vectors that come in have gradients too, which only a measure asks for.
  void want_input_grads() { input_grad_ = Grad::yes; }
  /// Of a tensor that holds what comes in, moved or not.
  Grad input_grad() const { return input_grad_; }
  /// Whoever lays `values` out for a model as `x` says so; a model may read them several times.
  void note_input(const Values& values, const Tensor<Real>& x) { vectors_in_.push_back({&values, &x}); }
  struct VectorsIn {
    const Values* values;
    const Tensor<Real>* x;
  };
  const std::vector<VectorsIn>& vectors_in() const { return vectors_in_; }

  void allocate() { arena_.allocate(); }
  void forward(const Pass& pass);
  /// The same op by op, for who changes something between two of them.
  std::size_t op_count() const { return ops_.size(); }
  void forward_op(std::size_t i, const Pass& pass) { ops_[i]->forward(pass); }
  /// Clears the activations' gradients, then runs the list in reverse; the loss op starts it. Gradients of
  /// parameters, which live in the model's own arena, accumulate: the trainer clears them.
  void backward(const Pass& pass);
  /// The same from the gradient of `result` on, which the last op alone reads, without that op.
  void backward_from(const Tensor<Real>& result, std::span<const Real> gradient, const Pass& pass);

  std::size_t bytes() const { return arena_.bytes(); }
  Cost cost() const;
  std::vector<Tap<Real>> taps() const;
  Arena<Real>& arena() { return arena_; }

 private:
  struct Section {
    std::size_t end, grads;  ///< the op behind it; elements of its gradients
  };
  /// The first `count` ops in reverse.
  void backward_through(std::size_t count, const Pass& pass);
  /// Which ops belong to a part: numbers, in order.
  std::vector<std::size_t> ops_of(std::size_t part) const;

  Arena<Real> arena_;
  std::deque<Indices> indices_;
  std::deque<Values> values_;
  std::vector<std::unique_ptr<Op<Real>>> ops_;
  std::vector<Section> sections_;
  Grad input_grad_ = Grad::no;
  std::vector<VectorsIn> vectors_in_;
  struct Mark {
    std::size_t op, part;  ///< the first of those that belong to it
  };
  std::vector<Part> parts_;
  std::vector<Mark> marks_;
  bool at_source_ = false;
  std::vector<LayerState> layers_;
};

}  // namespace unrolled
