#include "kernels/activation.hpp"

#include "simd/map.hpp"
#include "simd/math.hpp"

namespace unrolled {
namespace {

// Each function of a batch: value(x), and slope(x, y) with y = value(x).

struct Tanh {
  template <class V>
  static V value(V x) {
    return simd::tanh(x);
  }
  template <class V>
  static V slope(V, V y) {
    return V(1) - y * y;
  }
};

struct Sigmoid {
  template <class V>
  static V value(V x) {
    return simd::sigmoid(x);
  }
  template <class V>
  static V slope(V, V y) {
    return y * (V(1) - y);
  }
};

struct Relu {
  template <class V>
  static V value(V x) {
    return simd::select(x < V(0), V(0), x);  // NaN stays NaN
  }
  template <class V>
  static V slope(V, V y) {
    return simd::select(y > V(0), V(1), V(0));
  }
};

/// As simd::constant wants them.
template <class Real>
struct GeluConstants {
  static constexpr Real one[] = {1}, half[] = {Real(0.5)}, minus_half[] = {Real(-0.5)};
  static constexpr Real root_half[] = {Real(0.70710678118654752)};
  static constexpr Real density[] = {Real(0.39894228040143268)};  // 1 / sqrt(2 pi)
  // Of the form through tanh: sqrt(2 / pi), and what x^3 is multiplied with.
  static constexpr Real scale[] = {Real(0.79788456080286536)}, cubic[] = {Real(0.044715)},
                        cubic_slope[] = {Real(3 * 0.044715)};
};

template <class V>
using Of = GeluConstants<simd::scalar_of<V>>;
using simd::constant;

struct Gelu {
  template <class V>
  static V value(V x) {
    using C = Of<V>;
    return x * (constant<C::half, V>() * (constant<C::one, V>() + simd::erf(x * constant<C::root_half, V>())));
  }
  template <class V>
  static V slope(V x, V y) {
    using C = Of<V>;
    const V square = x * x, half = constant<C::half, V>();
    const V normal_cdf = simd::select(square == V(0), half, y / x);  // a division instead of another erf
    const V density = constant<C::density, V>() * simd::exp(constant<C::minus_half, V>() * square);
    return normal_cdf + x * density;
  }
};

struct GeluTanh {
  template <class V>
  static V inner(V x) {
    using C = Of<V>;
    return simd::tanh(constant<C::scale, V>() * (x + constant<C::cubic, V>() * x * x * x));
  }
  template <class V>
  static V value(V x) {
    using C = Of<V>;
    return constant<C::half, V>() * x * (constant<C::one, V>() + inner(x));
  }
  template <class V>
  static V slope(V x, V) {
    using C = Of<V>;
    const V t = inner(x), one = constant<C::one, V>();
    const V inner_slope = constant<C::scale, V>() * (one + constant<C::cubic_slope, V>() * x * x);
    return constant<C::half, V>() * ((one + t) + x * (one - t * t) * inner_slope);
  }
};

/// work(Tanh{}) or work(Sigmoid{}) or ...
template <class Work>
void with(Activation f, Work work) {
  switch (f) {
    case Activation::tanh: return work(Tanh{});
    case Activation::sigmoid: return work(Sigmoid{});
    case Activation::relu: return work(Relu{});
    case Activation::gelu: return work(Gelu{});
    case Activation::gelu_tanh: return work(GeluTanh{});
  }
}

}  // namespace

template <class Real>
void activation_forward(Activation f, std::span<const Real> x, std::span<Real> y) {
  with(f, [&](auto function) { simd::map(x.size(), x.data(), y.data(), [=](auto v) { return function.value(v); }); });
}

template <class Real>
void activation_backward(Activation f, std::span<const Real> x, std::span<const Real> y, std::span<const Real> dy,
                         std::span<Real> dx) {
  const Real* any_x = x.empty() ? y.data() : x.data();  // where only one is needed, it may stand in for the other
  const Real* any_y = y.empty() ? x.data() : y.data();
  with(f, [&](auto function) {
    simd::zip(dx.size(), dx.data(), dy.data(), any_x, any_y, dx.data(),
              [=](auto acc, auto g, auto xv, auto yv) { return acc + g * function.slope(xv, yv); });
  });
}

template <class Real>
void activation_backward_in_place(Activation f, std::span<const Real> x, std::span<const Real> y, std::span<Real> dy) {
  const Real *any_x = x.empty() ? y.data() : x.data(), *any_y = y.empty() ? x.data() : y.data();
  with(f, [&](auto function) {
    simd::zip(dy.size(), dy.data(), any_x, any_y, dy.data(),
              [=](auto g, auto xv, auto yv) { return g * function.slope(xv, yv); });
  });
}

#define UNROLLED_INSTANTIATE(Real)                                                                           \
  template void activation_forward<Real>(Activation, std::span<const Real>, std::span<Real>);                \
  template void activation_backward<Real>(Activation, std::span<const Real>, std::span<const Real>,          \
                                          std::span<const Real>, std::span<Real>);                           \
  template void activation_backward_in_place<Real>(Activation, std::span<const Real>, std::span<const Real>, \
                                                   std::span<Real>);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled
