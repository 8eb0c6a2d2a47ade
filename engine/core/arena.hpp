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
/// optimizer or a clearing pass is one loop; the padding between tensors is zero and stays zero.
template <class Real>
class Arena {
 public:
  /// The reference stays valid for the arena's life; its spans are empty until allocate().
  Tensor<Real>& add(std::string name, Shape shape, Grad grad = Grad::yes);

  /// Throws Error{out_of_memory}. All memory starts as zero. May be called once.
  void allocate();

  /// Sum over every tensor's padded size: what allocate() takes, known before it is called.
  std::size_t bytes() const;
  /// Values of the tensors that have gradients, aligned one to one with grads().
  std::span<Real> values();
  std::span<Real> grads();
  void zero_grads();

  std::deque<Tensor<Real>>& tensors() { return tensors_; }
  const std::deque<Tensor<Real>>& tensors() const { return tensors_; }
  /// nullptr where no tensor has that name.
  Tensor<Real>* find(const std::string& name);

 private:
  struct Free {
    void operator()(Real* block) const;
  };
  std::deque<Tensor<Real>> tensors_;
  std::deque<Grad> wants_grad_;
  std::unique_ptr<Real[], Free> block_;
  std::size_t trained_ = 0;  // padded elements with a gradient
  std::size_t plain_ = 0;    // padded elements without
};

}  // namespace unrolled
