#pragma once
#include <cstdint>
#include <span>

namespace unrolled {

enum class WeightDecay {
  l2,         ///< added to the gradient: torch.optim.Adam
  decoupled,  ///< shrinks the weights by lr * weight_decay: torch.optim.AdamW (Loshchilov and Hutter 2019)
};

struct AdamOptions {
  double lr = 1e-3, beta1 = 0.9, beta2 = 0.999;
  double eps = 1e-8;  ///< > 0, outside the square root of the corrected second moment
  double weight_decay = 0;
  WeightDecay decay = WeightDecay::decoupled;
};

/// One Adam step (Kingma and Ba 2015) over flat buffers of one size. `step` counts from 1. The moments m and v start
/// as zero. With PyTorch's formulas; only rounding differs.
template <class Real>
void adam_update(const AdamOptions& options, std::uint64_t step, std::span<const Real> grad, std::span<Real> value,
                 std::span<Real> m, std::span<Real> v);

struct SgdOptions {
  double lr = 1e-2, momentum = 0, weight_decay = 0;
  bool nesterov = false;
};

/// One step of torch.optim.SGD (dampening 0): g = grad + weight_decay * value; velocity = momentum * velocity + g;
/// value -= lr * (nesterov ? g + momentum * velocity : velocity). velocity starts as zero, may be empty without
/// momentum.
template <class Real>
void sgd_update(const SgdOptions& options, std::span<const Real> grad, std::span<Real> value, std::span<Real> velocity);

/// Sum of x[i]^2: four lanes within chunks of 1,024, double between chunks.
template <class Real>
double squared_norm(std::span<const Real> x);

/// x[i] *= factor.
template <class Real>
void scale(double factor, std::span<Real> x);

/// torch.nn.utils.clip_grad_norm_: x *= min(1, max_norm / (norm + 1e-6)). Returns the norm before clipping; where that
/// is not finite, or max_norm is 0 (no clipping), x stays as it is.
template <class Real>
double clip_norm(double max_norm, std::span<Real> x);

}  // namespace unrolled
