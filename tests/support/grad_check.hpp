#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "core/rng.hpp"
#include "core/tensor.hpp"
#include "support/random_vector.hpp"

// Compares written gradients with finite differences, in double. For a kernel:
//
//   std::vector<double> x = random_vector(12, 1), dx(12), y(12), dy(12);
//   CHECK(check_gradient({{"x", x, dx}}, {{"y", y, dy}},
//                        [&] { activation_forward<double>(f, x, y); },
//                        [&] { activation_backward<double>(f, x, y, dy, dx); }) == "");
//
// For an op: check_gradient(tensors({&x, &weight}), tensors({&y}), [&] { op.forward(pass); }, [&] { op.backward(pass); }).
// For a loss, which starts backward by itself: check_loss_gradient(inputs, [&] { return loss; }, [&] { backward; }).

namespace unrolled::test {

/// Something differentiable: an input or parameter whose gradient is checked, or an output.
struct Differentiable {
  std::string name;
  std::span<double> value, grad;
};

inline std::vector<Differentiable> tensors(std::initializer_list<Tensor<double>*> list) {
  std::vector<Differentiable> all;
  for (Tensor<double>* tensor : list) all.push_back({tensor->name, tensor->value, tensor->grad});
  return all;
}

struct GradCheckOptions {
  double tolerance = 1e-7;       ///< of max|difference| / max|gradient|, for each input by itself
  std::size_t per_input = 200;   ///< elements tried in each input; more are sampled evenly
  double least_gradient = 1e-3;  ///< some gradient must be larger, or the check says nothing
};

/// d loss / d x[i] by the five-point stencil: the error is about step^4 by truncation, 1e-16 / step by rounding.
inline double central_slope(std::span<double> x, std::size_t i, const std::function<double()>& loss,
                            double step = 1e-4) {
  const double old = x[i];
  const auto at = [&](double offset) {
    x[i] = old + offset;
    return loss();
  };
  const double near = at(step) - at(-step), far = at(2 * step) - at(-2 * step);
  x[i] = old;
  return (8 * near - far) / (12 * step);
}

namespace detail {

inline double largest(std::span<const double> x) {
  return std::accumulate(x.begin(), x.end(), 0.0, [](double most, double v) { return std::max(most, std::abs(v)); });
}

/// The analytic gradient alone: backward must add to what is there, so something is.
inline std::vector<std::vector<double>> gradients(std::vector<Differentiable>& inputs,
                                                  const std::function<void()>& backward) {
  std::vector<std::vector<double>> before;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    before.push_back(random_vector(inputs[i].grad.size(), 7919 + i));
    std::ranges::copy(before[i], inputs[i].grad.begin());
  }
  backward();
  for (std::size_t i = 0; i < inputs.size(); ++i)
    for (std::size_t j = 0; j < before[i].size(); ++j) before[i][j] = inputs[i].grad[j] - before[i][j];
  return before;
}

/// What is wrong with `grad` of one input, empty if nothing.
inline std::string compare(Differentiable& input, const std::vector<double>& grad, const std::function<double()>& loss,
                           const GradCheckOptions& options) {
  std::ostringstream message;
  const double allowed = options.tolerance * std::max(largest(grad), options.least_gradient);
  const std::size_t stride = std::max<std::size_t>(1, grad.size() / options.per_input);
  for (std::size_t i = 0; i < grad.size(); i += stride) {
    const auto wrong = [&](double slope) { return !(std::abs(grad[i] - slope) <= allowed); };
    double slope = central_slope(input.value, i, loss);
    if (wrong(slope)) slope = central_slope(input.value, i, loss, 1e-5);  // the first may have met a kink
    if (!wrong(slope)) continue;
    message.precision(10);
    message << "d" << input.name << "[" << i << "] is " << grad[i] << ", differences say " << slope
            << " (largest: " << largest(grad) << ")";
    break;
  }
  return message.str();
}

}  // namespace detail

/// Checks the gradients that `backward` adds for `loss`, which must run the forward pass and return the loss. Returns
/// what is wrong with the first bad one, or "" if all are right.
inline std::string check_loss_gradient(std::vector<Differentiable> inputs, const std::function<double()>& loss,
                                       const std::function<void()>& backward, const GradCheckOptions& options = {}) {
  loss();
  const std::vector<std::vector<double>> grads = detail::gradients(inputs, backward);
  double most = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].value.size() != grads[i].size()) return inputs[i].name + ": value and gradient differ in size";
    most = std::max(most, detail::largest(grads[i]));
    if (std::string wrong = detail::compare(inputs[i], grads[i], loss, options); !wrong.empty()) return wrong;
  }
  return most > options.least_gradient ? "" : "no gradient is large enough to be checked";
}

/// The same for anything with outputs: the loss is their product with random numbers, which enter as the outputs'
/// gradients before `backward` (and may be changed by it).
inline std::string check_gradient(std::vector<Differentiable> inputs, std::vector<Differentiable> outputs,
                                  const std::function<void()>& forward, const std::function<void()>& backward,
                                  const GradCheckOptions& options = {}) {
  std::vector<std::vector<double>> projection;
  for (const Differentiable& output : outputs)
    projection.push_back(random_vector(output.value.size(), 104729 + projection.size()));
  const auto loss = [&] {
    forward();
    double sum = 0;
    for (std::size_t i = 0; i < outputs.size(); ++i)
      sum = std::inner_product(projection[i].begin(), projection[i].end(), outputs[i].value.begin(), sum);
    return sum;
  };
  const auto seeded_backward = [&] {
    for (std::size_t i = 0; i < outputs.size(); ++i) std::ranges::copy(projection[i], outputs[i].grad.begin());
    backward();
  };
  return check_loss_gradient(std::move(inputs), loss, seeded_backward, options);
}

}  // namespace unrolled::test
