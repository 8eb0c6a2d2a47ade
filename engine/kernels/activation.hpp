#pragma once
#include <span>

namespace unrolled {

enum class Activation {
  tanh,
  sigmoid,
  relu,
  gelu,       ///< x * (1 + erf(x / sqrt 2)) / 2, PyTorch's default
  gelu_tanh,  ///< x * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3))) / 2 (Hendrycks and Gimpel 2016)
};

/// Whether f'(x) is made from x, or from x and f(x), rather than from f(x) alone.
inline bool slope_reads_argument(Activation f) { return f == Activation::gelu || f == Activation::gelu_tanh; }

/// y[i] = f(x[i]). x and y have the same size and may be the same memory.
template <class Real>
void activation_forward(Activation f, std::span<const Real> x, std::span<Real> y);

/// dx[i] += dy[i] * f'(x[i]), with relu'(0) = 0. tanh, sigmoid and relu read only y, gelu_tanh only x, and the other
/// may be empty; gelu reads both.
template <class Real>
void activation_backward(Activation f, std::span<const Real> x, std::span<const Real> y, std::span<const Real> dy,
                         std::span<Real> dx);

/// dy[i] *= f'(x[i]): the same where the gradient of x is wanted in dy's place.
template <class Real>
void activation_backward_in_place(Activation f, std::span<const Real> x, std::span<const Real> y, std::span<Real> dy);

}  // namespace unrolled
