#include "kernels/optimizer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "support/random_vector.hpp"

using namespace unrolled;
using test::random_vector;

namespace {

/// torch.optim.Adam and AdamW for one number, as their documentation writes them.
struct TorchAdam {
  double value, m = 0, v = 0;

  void update(const AdamOptions& o, int step, double grad) {
    if (o.decay == WeightDecay::decoupled)
      value -= o.lr * o.weight_decay * value;
    else
      grad += o.weight_decay * value;
    m = o.beta1 * m + (1 - o.beta1) * grad;
    v = o.beta2 * v + (1 - o.beta2) * grad * grad;
    const double m_hat = m / (1 - std::pow(o.beta1, step)), v_hat = v / (1 - std::pow(o.beta2, step));
    value -= o.lr * m_hat / (std::sqrt(v_hat) + o.eps);
  }
};

/// torch.optim.SGD for one number, with its special first step.
struct TorchSgd {
  double value, velocity = 0;

  void update(const SgdOptions& o, int step, double grad) {
    grad += o.weight_decay * value;
    if (o.momentum != 0) {
      velocity = step == 1 ? grad : o.momentum * velocity + grad;
      grad = o.nesterov ? grad + o.momentum * velocity : velocity;
    }
    value -= o.lr * grad;
  }
};

double gradient_of(double value, int step) { return std::sin(3 * value) + 0.1 * step; }

/// Runs `update(step, grad, value)` beside the references for 50 steps, at sizes around the register.
template <class Reference, class Options, class Update>
void compare(const Options& options, Update update) {
  for (std::size_t n : {1, 3, 4, 5, 8, 9, 17}) {
    std::vector<double> value = random_vector(n, 1), grad(n), m(n), v(n);
    std::vector<Reference> reference;
    for (double x : value) reference.push_back({x});
    for (int step = 1; step <= 50; ++step) {
      for (std::size_t i = 0; i < n; ++i) {
        grad[i] = gradient_of(value[i], step);
        reference[i].update(options, step, gradient_of(reference[i].value, step));
      }
      update(step, grad, value, m, v);
    }
    for (std::size_t i = 0; i < n; ++i) CHECK(value[i] == doctest::Approx(reference[i].value).epsilon(1e-12));
  }
}

}  // namespace

TEST_CASE("optimizer: adam and adamw follow PyTorch's formulas") {
  for (WeightDecay decay : {WeightDecay::l2, WeightDecay::decoupled})
    for (double weight_decay : {0.0, 0.1})
      for (double eps : {1e-8, 1e-2}) {
        const AdamOptions options{
            .lr = 0.01, .beta1 = 0.8, .beta2 = 0.95, .eps = eps, .weight_decay = weight_decay, .decay = decay};
        compare<TorchAdam>(options, [&](int step, auto& grad, auto& value, auto& m, auto& v) {
          adam_update<double>(options, std::uint64_t(step), grad, value, m, v);
        });
      }
}

TEST_CASE("optimizer: sgd follows PyTorch's formulas, with momentum, nesterov and weight decay") {
  for (double momentum : {0.0, 0.9})
    for (double weight_decay : {0.0, 0.1})
      for (bool nesterov : {false, true}) {
        const SgdOptions options{.lr = 0.05, .momentum = momentum, .weight_decay = weight_decay, .nesterov = nesterov};
        compare<TorchSgd>(options, [&](int, auto& grad, auto& value, auto& velocity, auto&) {
          sgd_update<double>(options, grad, value, velocity);
        });
      }
}

TEST_CASE("optimizer: sgd without momentum needs no velocity") {
  std::vector<float> value = {1, 2, 3, 4, 5}, grad = {1, 1, 1, 1, 1};
  sgd_update<float>({.lr = 0.5}, grad, value, {});
  CHECK(value == std::vector<float>{0.5f, 1.5f, 2.5f, 3.5f, 4.5f});
}

TEST_CASE("optimizer: padding of zeros stays zero") {
  std::vector<float> value(5), grad(5), m(5), v(5);
  for (std::uint64_t step = 1; step < 4; ++step) adam_update<float>({.weight_decay = 0.1}, step, grad, value, m, v);
  CHECK(value == std::vector<float>(5));
}

TEST_CASE_TEMPLATE("optimizer: the squared norm is exact enough over long buffers", Real, float, double) {
  for (std::size_t n : {0, 1, 5, 1023, 1024, 1025, 300'000}) {
    CAPTURE(n);
    const auto x = random_vector<Real>(n, 1);
    long double expected = 0;
    for (Real v : x) expected += static_cast<long double>(v) * v;
    CHECK(squared_norm<Real>(x) == doctest::Approx(double(expected)).epsilon(sizeof(Real) == 4 ? 1e-6 : 1e-13));
  }
}

TEST_CASE("optimizer: clipping is torch.nn.utils.clip_grad_norm_") {
  std::vector<double> x = {3, 0, 4};
  CHECK(clip_norm<double>(10, x) == 5);
  CHECK(x == std::vector<double>{3, 0, 4});  // short enough already
  CHECK(clip_norm<double>(1, x) == 5);
  CHECK(x[0] == doctest::Approx(3 / (5 + 1e-6)).epsilon(1e-15));
  CHECK(x[2] == doctest::Approx(4 / (5 + 1e-6)).epsilon(1e-15));
  CHECK(clip_norm<double>(0, x) == doctest::Approx(1));  // 0 means: do not clip
  CHECK(x[0] == doctest::Approx(0.6));
}

TEST_CASE("optimizer: a norm that is not finite is reported and clips nothing") {
  for (float bad : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
    std::vector<float> x = {1, bad, 2};
    CHECK(!std::isfinite(clip_norm<float>(1, x)));
    CHECK(x[0] == 1);
    CHECK(x[2] == 2);
  }
}
