#pragma once
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>

#include "core/tensor.hpp"

namespace unrolled {

enum class Grad { no, yes };

/// Owns tensors in one block, sized once: first all are added, then allocate() hands out the memory.
/// Every tensor starts on a 64-byte boundary. Values stand together, and so do gradients, so that an
/// optimizer or a clearing pass is one loop; the padding between tensors is zero and stays zero. (Tensors whose gradients
/// share memory stand apart.)
template <class Real>
class Arena {
 public:
  /// The reference stays valid for the arena's life; its spans are empty until allocate().
  Tensor<Real>& add(std::string name, Shape shape, Grad grad = Grad::yes);

  /// Gives the gradients of the tensors from number `first` on, but that of `result`, memory that they share with those
  /// of other such calls, for gradients that are never wanted at the same time. Returns how many elements they take.
  std::size_t share_grads(std::size_t first, const Tensor<Real>& result);
  /// No tensor gets a gradient: for what only ever runs forward.
  void drop_grads();

  /// Throws Error{out_of_memory}. All memory starts as zero. May be called once.
  void allocate();

  /// Sum over every tensor's padded size: what allocate() takes, known before it is called.
  std::size_t bytes() const;
  /// Values of the tensors that have gradients, aligned one to one with grads().
  std::span<Real> values();
  std::span<Real> grads();
  /// But not those that share memory.
  void zero_grads();
  void zero_shared_grads(std::size_t count);

  std::deque<Tensor<Real>>& tensors() { return tensors_; }
  const std::deque<Tensor<Real>>& tensors() const { return tensors_; }
  /// nullptr where no tensor has that name.
  Tensor<Real>* find(const std::string& name);

 private:
  struct Free {
    void operator()(Real* block) const;
  };
  enum class Place { none, own, shared };
  /// Of a tensor's gradient.
  struct GradPlace {
    Place place;
    std::size_t offset = 0;  ///< in the shared memory
  };
  Real* shared_grads() { return block_.get() + 2 * trained_; }

  std::deque<Tensor<Real>> tensors_;
  std::deque<GradPlace> grads_;
  std::unique_ptr<Real[], Free> block_;
  std::size_t trained_ = 0;  // padded elements with a gradient of their own
  std::size_t shared_ = 0;   // padded elements of all gradients that share memory
  std::size_t plain_ = 0;    // padded elements without a gradient of their own
};

}  // namespace unrolled
