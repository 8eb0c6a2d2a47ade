#include "ops/scan.hpp"

#include <doctest/doctest.h>

#include <complex>
#include <memory>

#include "core/error.hpp"
#include "ops/diagonal.hpp"
#include "support/recurrent_layer.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Number = std::complex<double>;

/// A scan, or a diagonal system, between random tensors.
template <class Real>
struct Scan {
  Arena<Real> arena;
  std::vector<Tensor<Real>*> reads;
  Tensor<Real>& state;
  RecurrentState<Real> initial, last;
  std::unique_ptr<Op<Real>> op;

  Scan(SequenceDims d, std::size_t parts, States states)
      : state(arena.add("state", {d.steps, d.batch, parts * d.width})) {
    if (states == States::absent) return;
    initial.hidden = &arena.add("h0", {d.batch, parts * d.width});
    last.hidden = &arena.add("h_n", {d.batch, parts * d.width});
  }
  Tensor<Real>& read(const char* name, Shape shape) { return *reads.emplace_back(&arena.add(name, std::move(shape))); }
  void start() {
    arena.allocate();
    if (initial.hidden != nullptr) reads.push_back(initial.hidden);
    for (std::size_t i = 0; i < reads.size(); ++i) fill({reads[i]}, 1 + i);
  }
  std::string gradient_mistake() {
    std::vector<Differentiable> inputs, outputs = tensors({&state});
    for (Tensor<Real>* tensor : reads) inputs.push_back({tensor->name, tensor->value, tensor->grad});
    if (last.hidden != nullptr) outputs.push_back({"h_n", last.hidden->value, last.hidden->grad});
    return check_gradient(
        inputs, outputs, [&] { op->forward({}); }, [&] { op->backward({}); });
  }
};

template <class Real = double>
std::unique_ptr<Scan<Real>> scan(SequenceDims d, States states) {
  auto s = std::make_unique<Scan<Real>>(d, 1, states);
  Tensor<Real>&keep = s->read("keep", s->state.shape), &add = s->read("add", s->state.shape);
  s->op = std::make_unique<ScanOp<Real>>(s->arena, "state_space.0", keep, add, s->state, s->initial, s->last);
  s->start();
  return s;
}

/// reads: nu_log, gamma_log, x, and for a complex one theta_log.
template <class Real = double>
std::unique_ptr<Scan<Real>> diagonal(SequenceDims d, Diagonal kind, States states) {
  auto s = std::make_unique<Scan<Real>>(d, part_count(kind), states);
  Tensor<Real>&nu = s->read("nu_log", {d.width}), &gamma = s->read("gamma_log", {d.width});
  Tensor<Real>& x = s->read("x", s->state.shape);
  Tensor<Real>* theta = kind == Diagonal::complex ? &s->read("theta_log", {d.width}) : nullptr;
  s->op = std::make_unique<DiagonalOp<Real>>(s->arena, "state_space.0", DiagonalParameters<Real>{&nu, theta, &gamma}, x,
                                             s->state, s->initial, s->last);
  s->start();
  return s;
}

/// h[t] = lambda h[t-1] + gamma x[t], one complex number at a time.
std::vector<double> diagonal_reference(SequenceDims d, Diagonal kind, Scan<double>& s) {
  const std::size_t parts = part_count(kind);
  std::vector<double> out(s.state.value.size());
  for (std::size_t b = 0; b < d.batch; ++b)
    for (std::size_t n = 0; n < d.width; ++n) {
      const auto at = [&](std::size_t row) { return row * parts * d.width + n; };
      const auto number = [&](std::span<const double> from, std::size_t row) {
        return Number(from[at(row)], parts == 2 ? from[at(row) + d.width] : 0);
      };
      const double angle = parts == 2 ? std::exp(s.reads[3]->value[n]) : 0;
      const Number lambda = std::exp(Number(-std::exp(s.reads[0]->value[n]), angle));
      Number h = s.initial.hidden != nullptr ? number(s.initial.hidden->value, b) : 0;
      for (std::size_t t = 0; t < d.steps; ++t) {
        h = lambda * h + std::exp(s.reads[1]->value[n]) * number(s.reads[2]->value, t * d.batch + b);
        out[at(t * d.batch + b)] = h.real();
        if (parts == 2) out[at(t * d.batch + b) + d.width] = h.imag();
      }
    }
  return out;
}

/// Step by step with the state carried over: the bits of the whole sequence? `moving`: which reads have a row a step.
template <class Make>
void check_single_steps(Make make, std::vector<std::size_t> moving) {
  const SequenceDims d{7, 2, 5};
  auto whole = make(d), single = make(SequenceDims{1, d.batch, d.width});
  whole->op->forward({});
  const std::size_t size = single->state.value.size();
  for (std::size_t i = 0; i < whole->reads.size(); ++i)
    if (whole->reads[i]->value.size() == single->reads[i]->value.size())
      std::ranges::copy(whole->reads[i]->value, single->reads[i]->value.begin());
  for (std::size_t t = 0; t < d.steps; ++t) {
    for (std::size_t i : moving)
      std::ranges::copy(whole->reads[i]->value.subspan(t * size, size), single->reads[i]->value.begin());
    Pass pass;
    pass.weights_changed = t == 0;
    single->op->forward(pass);
    CHECK(std::ranges::equal(whole->state.value.subspan(t * size, size), single->state.value));
    std::ranges::copy(single->last.hidden->value, single->initial.hidden->value.begin());
  }
}

}  // namespace

TEST_CASE("scan: gradients equal differences, with and without states around the sequence") {
  for (States states : {States::absent, States::given})
    for_dims([&](SequenceDims d) {
      if (d.steps > 1 || states == States::given) CHECK(scan(d, states)->gradient_mistake() == "");
    });
}

TEST_CASE("scan: equals the recurrence written out") {
  for_dims([](SequenceDims d) {
    auto s = scan(d, States::given);
    s->op->forward({});
    std::vector<double> h = copy(s->initial.hidden->value), out;
    for (std::size_t i = 0; i < s->state.value.size(); ++i) {
      double& memory = h[i % d.step_size()];
      out.push_back(memory = s->reads[0]->value[i] * memory + s->reads[1]->value[i]);
    }
    CHECK(distance(s->state.value, out) < 1e-14);
  });
}

TEST_CASE("scan: the gradient check notices a recurrence that is cut, and a gate without gradient") {
  const SequenceDims d{5, 2, 3};
  const auto mistake = [&](bool through_time, bool to_gate) {
    std::vector<double> keep = random_vector(30, 1), add = random_vector(30, 2), state(30);
    std::vector<double> dkeep(30), dadd(30), dstate(30);
    const auto backward = [&] {
      for (std::size_t t = d.steps; t-- > 0;)
        for (std::size_t i = t * 6; i < t * 6 + 6; ++i) {
          dadd[i] += dstate[i];
          if (t > 0 && to_gate) dkeep[i] += dstate[i] * state[i - 6];
          if (t > 0 && through_time) dstate[i - 6] += dstate[i] * keep[i];
        }
    };
    return check_gradient(
        {{"keep", keep, dkeep}, {"add", add, dadd}}, {{"state", state, dstate}},
        [&] {
          scan_forward<double>(d, {keep, add, {}, state});
        },
        backward);
  };
  CHECK(mistake(true, true) == "");
  CHECK(mistake(false, true) != "");
  CHECK(mistake(true, false) != "");
}

TEST_CASE("minimal gates: gradients equal differences, values the formulas") {
  const auto logistic = [](double z) { return 1 / (1 + std::exp(-z)); };
  for (MinimalGates gates : {MinimalGates::gru, MinimalGates::lstm})
    for (std::size_t width : {1, 3, 4, 9}) {
      const std::size_t G = gate_count(gates), rows = 3;
      Arena<double> arena;
      auto &x = arena.add("x", {rows, G * width}), &keep = arena.add("keep", {rows, width}),
           &add = arena.add("add", {rows, width});
      MinimalGatesOp<double> op(arena, gates, x, keep, add);
      arena.allocate();
      fill({&x}, 4);
      CHECK(check_gradient(
                tensors({&x}), tensors({&keep, &add}), [&] { op.forward({}); }, [&] { op.backward({}); }) == "");
      op.forward({});
      for (std::size_t i = 0; i < rows * width; ++i) {
        const double* row = &x.value[i / width * G * width + i % width];
        const double first = logistic(row[0]), second = logistic(row[width]);
        const double weight = G == 2 ? first : second / (first + second);
        CHECK(keep.value[i] == doctest::Approx(1 - weight).epsilon(1e-14));
        CHECK(add.value[i] == doctest::Approx(weight * row[(G - 1) * width]).epsilon(1e-14));
      }
    }
}

TEST_CASE("diagonal: gradients equal differences, real and complex") {
  for (Diagonal kind : {Diagonal::real, Diagonal::complex})
    for (States states : {States::absent, States::given})
      for_dims([&](SequenceDims d) { CHECK(diagonal(d, kind, states)->gradient_mistake() == ""); });
}

TEST_CASE("diagonal: equals the same in complex numbers") {
  for (Diagonal kind : {Diagonal::real, Diagonal::complex})
    for (States states : {States::absent, States::given})
      for_dims([&](SequenceDims d) {
        auto s = diagonal(d, kind, states);
        s->op->forward({});
        CHECK(distance(s->state.value, diagonal_reference(d, kind, *s)) < 1e-13);
      });
}

TEST_CASE("diagonal: the gradient check notices a turn that is not turned back") {
  const SequenceDims d{4, 2, 3};
  std::vector<double> lambda = random_vector(6, 1), gain = random_vector(3, 2), x = random_vector(48, 3), state(48);
  std::vector<double> dlambda(6), dgain(3), dx(48), dstate(48);
  const auto check = [&](bool flawed) {
    return check_gradient(
        {{"x", x, dx}}, {{"state", state, dstate}},
        [&] {
          diagonal_forward<double>(d, Diagonal::complex, {lambda, gain, x, {}, state});
        },
        [&] {
          std::vector<double> used = lambda;
          for (std::size_t n = 3; flawed && n < 6; ++n) used[n] = -used[n];
          diagonal_backward<double>(d, Diagonal::complex, {used, gain, x, {}, state}, {dstate, dx, dlambda, dgain, {}});
        });
  };
  CHECK(check(false) == "");
  CHECK(check(true) != "");
}

TEST_CASE("feedthrough: gradients equal differences") {
  for (std::size_t width : {1, 3, 4, 9}) {
    Arena<double> arena;
    auto &x = arena.add("x", {5, width}), &u = arena.add("u", {5, width}), &scale = arena.add("scale", {width}),
         &y = arena.add("y", {5, width});
    FeedthroughOp<double> op(arena, x, u, scale, y);
    arena.allocate();
    fill({&x, &u, &scale}, 1);
    CHECK(check_gradient(
              tensors({&x, &u, &scale}), tensors({&y}), [&] { op.forward({}); }, [&] { op.backward({}); }) == "");
    op.forward({});
    CHECK(y.value[width] == x.value[width] + scale.value[0] * u.value[width]);
  }
}

TEST_CASE("scan, diagonal: one step at a time, with the state carried over, gives the bits of the whole sequence") {
  check_single_steps([](SequenceDims d) { return scan<float>(d, States::given); }, {0, 1});
  for (Diagonal kind : {Diagonal::real, Diagonal::complex})
    check_single_steps([kind](SequenceDims d) { return diagonal<float>(d, kind, States::given); }, {2});
}

TEST_CASE("scan, diagonal: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto &state = arena.add("state", {5, 2, 6}), &narrow = arena.add("narrow", {5, 2, 3}), &three = arena.add("nu", {3});
  CHECK_NOTHROW(ScanOp<double>(arena, "s", state, state, state));
  CHECK_THROWS_AS(ScanOp<double>(arena, "s", narrow, state, state), Error);
  CHECK_NOTHROW(DiagonalOp<double>(arena, "s", {&three, &three, &three}, state, state));
  CHECK_THROWS_AS(DiagonalOp<double>(arena, "s", {&three, nullptr, &three}, state, state), Error);
  CHECK_THROWS_AS(MinimalGatesOp<double>(arena, MinimalGates::lstm, state, narrow, narrow), Error);
}
