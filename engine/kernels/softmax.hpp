#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

/// y[r] = exp(x[r] - max x[r]) / sum, for each of the rows of `width` elements. In place is allowed. A row may hold
/// -inf (masked out), but not only -inf.
template <class Real>
void softmax_forward(std::size_t width, std::span<const Real> x, std::span<Real> y);

/// The same in place for `rows` rows that begin `ld` apart: the bits of one at a time, but where a row is a multiple of 4 long,
/// four are computed beside each other.
template <class Real>
void softmax_in_place(std::size_t rows, std::size_t width, Real* x, std::size_t ld);

/// dx += y * (dy - sum over the row of dy * y).
template <class Real>
void softmax_backward(std::size_t width, std::span<const Real> y, std::span<const Real> dy, std::span<Real> dx);

struct CrossEntropy {
  double loss = 0;          ///< nats, mean over the counted rows; 0 when none counts
  std::size_t counted = 0;  ///< rows whose target is >= 0
  std::size_t hits = 0;     ///< counted rows whose largest logit (the first of equals) is the target's
};

/// Softmax and its cross-entropy with one target class a row; rows whose target is negative are ignored, apart from
/// their probabilities. label_smoothing in [0,1) moves that share of the target evenly to all classes, as
/// torch.nn.CrossEntropyLoss does. logits, probabilities: [rows,width], may be the same memory; targets: [rows].
template <class Real>
CrossEntropy softmax_cross_entropy_forward(std::size_t width, std::span<const Real> logits,
                                           std::span<const std::int32_t> targets, double label_smoothing,
                                           std::span<Real> probabilities);

/// dlogits += dloss * (probabilities - smoothed target) / counted on counted rows, where `counted` is the forward's.
template <class Real>
void softmax_cross_entropy_backward(std::size_t width, std::span<const Real> probabilities,
                                    std::span<const std::int32_t> targets, double label_smoothing, std::size_t counted,
                                    double dloss, std::span<Real> dlogits);

}  // namespace unrolled
