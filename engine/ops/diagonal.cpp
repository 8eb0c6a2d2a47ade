#include "ops/diagonal.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "kernels/long_sum.hpp"
#include "kernels/sinusoid.hpp"
#include "ops/check.hpp"
#include "simd/map.hpp"

namespace unrolled {
namespace {

constexpr double kHalfPi = 1.5707963267948966;

/// An eigenvalue in polar form; the angle of a real one is 0.
struct Polar {
  double size, angle, sin = 0, cos = 1;
};

template <class Real>
Polar polar(const DiagonalParameters<Real>& p, std::size_t n) {
  const double size = elementary::exp(-elementary::exp(static_cast<double>(p.nu_log->value[n])));
  if (p.theta_log == nullptr) return {size, 0};
  const double angle = elementary::exp(static_cast<double>(p.theta_log->value[n]));
  return {size, angle, sine(angle), sine(angle + kHalfPi)};
}

template <class Real>
void add(Tensor<Real>& to, std::size_t n, double gradient) {
  to.grad[n] += static_cast<Real>(gradient);
}

/// N of a state of P*N numbers.
template <class Real>
SequenceDims unit_dims(const Tensor<Real>& state, const DiagonalParameters<Real>& p) {
  SequenceDims d = sequence_dims(state);
  d.width = p.nu_log->shape.count();
  return d;
}

}  // namespace

template <class Real>
DiagonalOp<Real>::DiagonalOp(Arena<Real>& arena, std::string name, DiagonalParameters<Real> parameters, Tensor<Real>& x,
                             Tensor<Real>& state, RecurrentState<Real> initial, RecurrentState<Real> final_state)
    : name_(std::move(name)),
      parameters_(parameters),
      dims_(unit_dims(state, parameters)),
      x_(x),
      state_(state),
      initial_(initial),
      final_(final_state),
      eigenvalue_(arena.add(name_ + ".eigenvalue", {part_count(diagonal()), dims_.width}, Grad::no)),
      gain_(arena.add(name_ + ".gain", {dims_.width}, Grad::no)),
      deigenvalue_(arena.add(name_ + ".deigenvalue", eigenvalue_.shape, Grad::no)),
      dgain_(arena.add(name_ + ".dgain", gain_.shape, Grad::no)) {
  const std::size_t size = part_count(diagonal()) * dims_.width;
  require_shape(state.name, state.shape, {dims_.steps, dims_.batch, size});
  require_shape(x.name, x.shape, state.shape);
  for (const Tensor<Real>* p : {parameters.nu_log, parameters.theta_log, parameters.gamma_log})
    if (p != nullptr) require_shape(p->name, p->shape, {dims_.width});
  require_state(initial, dims_.batch, size);
  require_state(final_state, dims_.batch, size);
}

template <class Real>
DiagonalBuffers<Real> DiagonalOp<Real>::buffers() {
  return {eigenvalue_.value, gain_.value, x_.value, value_of(initial_.hidden), state_.value};
}

template <class Real>
void DiagonalOp<Real>::forward(const Pass& pass) {
  for (std::size_t n = 0; pass.weights_changed && n < dims_.width; ++n) {
    const Polar p = polar(parameters_, n);
    eigenvalue_.value[n] = static_cast<Real>(p.size * p.cos);
    if (diagonal() == Diagonal::complex) eigenvalue_.value[dims_.width + n] = static_cast<Real>(p.size * p.sin);
    gain_.value[n] = elementary::exp(parameters_.gamma_log->value[n]);
  }
  diagonal_forward(dims_, diagonal(), buffers());
  copy_last_step<Real>(state_.value, value_of(final_.hidden));
}

template <class Real>
void DiagonalOp<Real>::backward(const Pass&) {
  add_to_last_step<Real>(grad_of(final_.hidden), state_.grad);
  std::ranges::fill(deigenvalue_.value, Real(0));
  std::ranges::fill(dgain_.value, Real(0));
  diagonal_backward(dims_, diagonal(), buffers(),
                    {state_.grad, x_.grad, deigenvalue_.value, dgain_.value, grad_of(initial_.hidden)});
  parameter_gradients();
}

template <class Real>
void DiagonalOp<Real>::parameter_gradients() {
  for (std::size_t n = 0; n < dims_.width; ++n) {
    const Polar p = polar(parameters_, n);
    const double dre = deigenvalue_.value[n];
    const double dim = diagonal() == Diagonal::complex ? deigenvalue_.value[dims_.width + n] : 0;
    const double rate = elementary::exp(static_cast<double>(parameters_.nu_log->value[n]));
    add(*parameters_.nu_log, n, -rate * p.size * (dre * p.cos + dim * p.sin));
    if (parameters_.theta_log != nullptr)
      add(*parameters_.theta_log, n, p.angle * p.size * (dim * p.cos - dre * p.sin));
    add(*parameters_.gamma_log, n, static_cast<double>(dgain_.value[n]) * static_cast<double>(gain_.value[n]));
  }
}

template <class Real>
std::vector<Tap<Real>> DiagonalOp<Real>::taps() const {
  return state_taps(name_, state_);
}

template <class Real>
FeedthroughOp<Real>::FeedthroughOp(Arena<Real>&, Tensor<Real>& x, Tensor<Real>& u, Tensor<Real>& scale, Tensor<Real>& y)
    : x_(x), u_(u), scale_(scale), y_(y) {
  require_shape(x.name, x.shape, y.shape);
  require_shape(u.name, u.shape, y.shape);
  require_shape(scale.name, scale.shape, {y.shape.last()});
}

template <class Real>
void FeedthroughOp<Real>::forward(const Pass&) {
  const std::size_t width = y_.shape.last();
  for (std::size_t at = 0; at < y_.value.size(); at += width)
    simd::zip(width, &x_.value[at], &u_.value[at], scale_.value.data(), &y_.value[at],
              [](auto x, auto u, auto scale) { return x + scale * u; });
}

template <class Real>
void FeedthroughOp<Real>::backward(const Pass&) {
  const std::size_t width = y_.shape.last();
  const auto sum = [width](Real* to, const Real* a, const Real* b) {
    simd::zip(width, to, a, b, to, [](auto t, auto av, auto bv) { return t + av * bv; });
  };
  for (std::size_t at = 0; at < y_.value.size(); at += width) {
    const Real* dy = &y_.grad[at];
    if (x_.has_grad()) simd::zip(width, &x_.grad[at], dy, &x_.grad[at], [](auto dx, auto g) { return dx + g; });
    if (u_.has_grad()) sum(&u_.grad[at], dy, scale_.value.data());
  }
  add_row_terms(y_.shape.rows(), width, scale_.grad.data(), [&](std::size_t row, std::size_t first, auto i) {
    return i.load(&y_.grad[row * width + first]) * i.load(&u_.value[row * width + first]);
  });
}

template class DiagonalOp<float>;
template class DiagonalOp<double>;
template class FeedthroughOp<float>;
template class FeedthroughOp<double>;

}  // namespace unrolled
