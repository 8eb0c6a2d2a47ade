#pragma once
#include <string>

#include "models/parts.hpp"
#include "ops/conv.hpp"

// What the convolutional families share.

namespace unrolled {

/// A convolution along time that gives as many positions as it reads. Causal: position t sees t and what is before it.
/// Otherwise it sees both sides, the farther one to the right where the kernel is even.
struct TimeConv {
  std::size_t kernel_size, dilation = 1;
  bool causal = true;
};

/// weight [out,in,kernel_size] and bias of torch.nn.Conv1d; x [B,T,in], batch-major. Where it sees both sides, positions
/// beyond a row's length count as zeros. Works like the functions of parts.hpp.
template <class Real>
Tensor<Real>& convolved(Plan<Real>& plan, const std::string& name, const Stream& stream, Tensor<Real>& x,
                        Affine<Real> parameters, TimeConv conv);

/// factor (a + b): with factor sqrt(1/2), the sum of two things of equal variance has it too (Gehring et al. 2017).
template <class Real>
Tensor<Real>& scaled_sum(Plan<Real>& plan, const std::string& name, Tensor<Real>& a, Tensor<Real>& b, double factor);

/// First half of the columns, each times sigmoid of its partner in the second half.
template <class Real>
Tensor<Real>& gated(Plan<Real>& plan, const std::string& name, Tensor<Real>& x);

/// How a stream enters: rows of the table [symbols,E], or its vectors through a linear layer, weight [E,features].
template <class Real>
Tensor<Real>& entered(Plan<Real>& plan, const std::string& name, const Stream& stream, Affine<Real> parameters);

inline constexpr double kHalfRoot = 0.70710678118654752;  // sqrt(1/2)

}  // namespace unrolled
