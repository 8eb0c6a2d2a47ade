#include "ops/conv.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "core/error.hpp"
#include "ops/glu.hpp"
#include "ops/pool.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kWidths[] = {1, 3, 4, 9};

std::string mistake(Op<double>& op, std::initializer_list<Tensor<double>*> inputs, Tensor<double>& y) {
  return check_gradient(
      tensors(inputs), tensors({&y}), [&] { op.forward({}); }, [&] { op.backward({}); });
}

/// Forgets the last row's gradient: what the gradient check must notice.
class ForgetfulOp final : public Op<double> {
 public:
  ForgetfulOp(Op<double>& op, Tensor<double>& y) : op_(op), y_(y) {}
  std::string_view kind() const override { return "forgetful"; }
  void forward(const Pass& pass) override { op_.forward(pass); }
  void backward(const Pass& pass) override {
    std::ranges::fill(y_.grad.first(y_.shape.last()), 0.0);
    op_.backward(pass);
  }

 private:
  Op<double>& op_;
  Tensor<double>& y_;
};

/// A convolution with its tensors. `masked`: the second image has one column less than the first.
struct Layer {
  ConvDims d;
  Indices widths;
  Arena<double> arena;
  Tensor<double>&x, &weight, &bias, &y;
  Conv2dOp<double> op;

  Layer(ConvDims dims, bool masked)
      : d(dims),
        widths{"widths", {d.batch}, {std::int32_t(d.width), std::int32_t(d.width - (masked ? 1 : 0))}},
        x(arena.add("x", {d.batch, d.height, d.width, d.in})),
        weight(arena.add("weight", {d.out, d.in, d.kernel_h, d.kernel_w})),
        bias(arena.add("bias", {d.out})),
        y(arena.add("y", {d.batch, d.out_height(), d.out_width(), d.out})),
        op(arena, d, x, weight, &bias, masked ? &widths : nullptr, y) {
    arena.allocate();
    fill({&x, &weight, &bias}, 1);
  }

  double input(std::size_t b, std::ptrdiff_t i, std::ptrdiff_t j, std::size_t c) const {
    if (i < 0 || j < 0 || i >= std::ptrdiff_t(d.height) || j >= widths.value[b]) return 0;
    return x.value[((b * d.height + std::size_t(i)) * d.width + std::size_t(j)) * d.in + c];
  }

  /// The definition, one number at a time.
  double answer(std::size_t b, std::size_t i, std::size_t j, std::size_t o) const {
    double sum = bias.value[o];
    for (std::size_t m = 0; m < d.kernel_h; ++m)
      for (std::size_t n = 0; n < d.kernel_w; ++n)
        for (std::size_t c = 0; c < d.in; ++c)
          sum += weight.value[((o * d.in + c) * d.kernel_h + m) * d.kernel_w + n] *
                 input(b, std::ptrdiff_t(i + m * d.dilation_h) - std::ptrdiff_t(d.top),
                       std::ptrdiff_t(j + n * d.dilation_w) - std::ptrdiff_t(d.left), c);
    return sum;
  }

  double distance_to_definition() const {
    double most = 0;
    for (std::size_t at = 0; at < y.value.size(); ++at) {
      const std::size_t o = at % d.out, j = at / d.out % d.out_width(), i = at / d.out / d.out_width() % d.out_height();
      most = std::max(most, std::abs(y.value[at] - answer(at / d.out / d.out_width() / d.out_height(), i, j, o)));
    }
    return most;
  }
};

/// The shapes that models use, and some that they do not.
void for_layers(std::size_t in, std::size_t out, const std::function<void(Layer&)>& body) {
  const std::vector<ConvDims> all{
      {2, 1, 6, in, out, 1, 3, 1, 1, 0, 2, 0, 0},  // causal
      {2, 1, 7, in, out, 1, 3, 1, 2, 0, 4, 0, 0},  // causal, dilated
      {2, 1, 5, in, out, 1, 3, 1, 1, 0, 1, 0, 1},  // as long as its input
      {2, 1, 5, in, out, 1, 2, 1, 4, 0, 2, 0, 2},  // taps that are farther apart than the sequence is long
      {2, 3, 4, in, out, 3, 3, 1, 1, 2, 1, 0, 1},  // causal in the lines alone
      {2, 4, 5, in, out, 2, 3, 2, 1, 0, 0, 0, 0},  // no padding
      {2, 3, 4, in, out, 1, 1, 1, 1, 0, 0, 0, 0},  // each position alone
      {2, 1, 3, in, out, 1, 5, 1, 1, 0, 0, 0, 2},  // one answer, longer than its input
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (bool masked : {false, true}) {
      CAPTURE(i);
      CAPTURE(masked);
      Layer layer(all[i], masked);
      body(layer);
    }
}

}  // namespace

TEST_CASE("conv: every number is the sum that defines it") {
  for (std::size_t in : kWidths)
    for (std::size_t out : kWidths)
      for_layers(in, out, [](Layer& layer) {
        layer.op.forward({});
        CHECK(layer.distance_to_definition() < 1e-13);
      });
}

TEST_CASE("conv: analytic gradients equal differences, and a forgotten row is noticed") {
  for (std::size_t in : kWidths)
    for (std::size_t out : {1, 4, 9})
      for_layers(in, out, [](Layer& layer) {
        CHECK(mistake(layer.op, {&layer.x, &layer.weight, &layer.bias}, layer.y) == "");
        ForgetfulOp forgetful(layer.op, layer.y);
        CHECK(mistake(forgetful, {&layer.x, &layer.weight, &layer.bias}, layer.y) != "");
      });
}

TEST_CASE("conv: more positions than a panel holds") {
  Layer layer({2, 12, 30, 40, 3, 3, 3, 1, 1, 2, 1, 0, 1}, true);
  REQUIRE(conv_panel_rows(layer.d) < layer.d.rows());
  layer.op.forward({});
  CHECK(layer.distance_to_definition() < 1e-12);
  CHECK(mistake(layer.op, {&layer.x, &layer.weight, &layer.bias}, layer.y) == "");
}

TEST_CASE("conv: neither an answer nor a gradient depends on columns that do not exist") {
  Layer layer({2, 2, 4, 3, 4, 2, 3, 1, 1, 1, 1, 0, 1}, true);
  const auto run = [&] {
    layer.op.forward({});
    std::ranges::fill(layer.y.grad, 1.0);
    layer.op.backward({});
    return copy(layer.y.value);
  };
  const auto before = run();
  for (std::size_t line = 2; line < 4; ++line)
    for (std::size_t c = 0; c < 3; ++c) {
      CHECK(layer.x.grad[(line * 4 + 3) * 3 + c] == 0);
      layer.x.value[(line * 4 + 3) * 3 + c] += 100;
    }
  CHECK(run() == before);
}

TEST_CASE("conv: without a bias, and with an input that needs no gradient") {
  const ConvDims d{2, 1, 4, 2, 3, 1, 3, 1, 1, 0, 2, 0, 0};
  Arena<double> arena;
  auto &x = arena.add("x", {2, 4, 2}, Grad::no), &weight = arena.add("weight", {3, 2, 3}),
       &y = arena.add("y", {2, 4, 3});
  Conv2dOp<double> op(arena, d, x, weight, nullptr, nullptr, y);
  arena.allocate();
  fill({&x, &weight}, 3);
  CHECK(mistake(op, {&weight}, y) == "");
  CHECK(op.cost().flops == 2.0 * 8 * 3 * 6);
}

TEST_CASE("conv: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto &x = arena.add("x", {2, 4, 2}), &weight = arena.add("weight", {3, 2, 3}), &y = arena.add("y", {2, 4, 3});
  Indices three{"widths", {3}, {1, 1, 1}};
  const ConvDims fits{2, 1, 4, 2, 3, 1, 3, 1, 1, 0, 2, 0, 0}, short_of_padding{2, 1, 4, 2, 3, 1, 3},
      too_long{2, 1, 4, 2, 3, 1, 9}, wide{2, 1, 4, 3, 3, 1, 3, 1, 1, 0, 2, 0, 0};
  CHECK_NOTHROW(Conv2dOp<double>(arena, fits, x, weight, nullptr, nullptr, y));
  for (const ConvDims& d : {short_of_padding, too_long, wide})
    CHECK_THROWS_AS(Conv2dOp<double>(arena, d, x, weight, nullptr, nullptr, y), Error);
  for (const ConvDims& d :
       {ConvDims{2, 1, 4, 2, 3, 0, 3}, ConvDims{2, 1, 4, 2, 3, 1, 0}, ConvDims{2, 1, 4, 2, 3, 2, 3}})
    CHECK_THROWS_WITH_AS(Conv2dOp<double>(arena, d, x, weight, nullptr, nullptr, y),
                         doctest::Contains("a kernel no larger than the padded image"), Error);
  for (const Shape& shape : {Shape{18}, Shape{2, 2, 3}, Shape{3, 3, 2}, Shape{3, 2, 4}})
    CHECK_THROWS_WITH_AS(Conv2dOp<double>(arena, fits, x, arena.add("w", shape), nullptr, nullptr, y),
                         doctest::Contains("[3,2,1,3]"), Error);
  CHECK_THROWS_AS(Conv2dOp<double>(arena, fits, y, weight, nullptr, nullptr, y), Error);
  CHECK_THROWS_AS(Conv2dOp<double>(arena, fits, x, weight, nullptr, nullptr, x), Error);
  CHECK_THROWS_AS(Conv2dOp<double>(arena, fits, x, weight, &y, nullptr, y), Error);
  CHECK_THROWS_AS(Conv2dOp<double>(arena, fits, x, weight, nullptr, &three, y), Error);
}

TEST_CASE("glu: half of a row opens and closes the other half, gradients equal differences") {
  for (std::size_t width : kWidths) {
    CAPTURE(width);
    Arena<double> arena;
    auto &x = arena.add("x", {2, 3, 2 * width}), &y = arena.add("y", {2, 3, width});
    GluOp<double> op(arena, x, y);
    arena.allocate();
    fill({&x}, 5);
    op.forward({});
    for (std::size_t i = 0; i < y.value.size(); ++i) {
      const std::size_t at = i / width * 2 * width + i % width;
      CHECK(y.value[i] == doctest::Approx(x.value[at] / (1 + std::exp(-x.value[at + width]))).epsilon(1e-14));
    }
    CHECK(mistake(op, {&x}, y) == "");
    ForgetfulOp forgetful(op, y);
    CHECK(mistake(forgetful, {&x}, y) != "");
    CHECK_THROWS_AS(GluOp<double>(arena, y, x), Error);
  }
}

TEST_CASE("pool: windows give their largest or mean number, gradients equal differences") {
  for (std::size_t channels : kWidths)
    for (PoolKind kind : {PoolKind::max, PoolKind::mean})
      for (bool masked : {false, true}) {
        CAPTURE(channels);
        CAPTURE(masked);
        const PoolDims d{2, 5, 4, channels, 2, 2};  // a line is left over
        const Indices widths{"widths", {2}, {4, 3}};
        Arena<double> arena;
        auto &x = arena.add("x", {2, 5, 4, channels}), &y = arena.add("y", {2, 2, 2, channels});
        PoolOp<double> op(arena, kind, d, x, masked ? &widths : nullptr, y);
        arena.allocate();
        fill({&x}, 6);
        op.forward({});
        for (std::size_t at = 0; at < y.value.size(); ++at) {
          const std::size_t c = at % channels, j = at / channels % 2, i = at / channels / 2 % 2, b = at / channels / 4,
                            columns = masked && b == 1 && j == 1 ? 1 : 2;
          double most = -10, sum = 0;
          for (std::size_t m = 0; m < 2; ++m)
            for (std::size_t n = 0; n < columns; ++n) {
              const double v = x.value[((b * 5 + 2 * i + m) * 4 + 2 * j + n) * channels + c];
              most = std::max(most, v), sum += v;
            }
          CHECK(y.value[at] == doctest::Approx(kind == PoolKind::max ? most : sum / double(2 * columns)));
        }
        CHECK(mistake(op, {&x}, y) == "");
        ForgetfulOp forgetful(op, y);
        CHECK(mistake(forgetful, {&x}, y) != "");
      }
}

TEST_CASE("pool: the tap says which columns won, as part of the channels") {
  Arena<double> arena;
  const Indices widths{"widths", {1}, {3}};
  auto &x = arena.add("x", {1, 1, 4, 2}), &y = arena.add("y", {1, 1, 2}), &z = arena.add("z", {1, 1, 2});
  PoolOp<double> op(arena, PoolKind::max, {1, 1, 4, 2, 1, 4}, x, &widths, y, "model.alignment");
  PoolOp<double> mean(arena, PoolKind::mean, {1, 1, 4, 2, 1, 4}, x, &widths, z, "mean.alignment");
  arena.allocate();
  std::ranges::copy(std::vector<double>{1, 5, 3, 2, 2, 4, 9, 9}, x.value.begin());
  op.forward({}), mean.forward({});
  CHECK(copy(y.value) == std::vector<double>{3, 5});
  const auto taps = op.taps();
  REQUIRE(taps.size() == 1);
  CHECK(taps[0].name == "model.alignment");
  CHECK(taps[0].shape == Shape{1, 1, 4});
  for (std::size_t column = 0; column < 4; ++column) CHECK(taps[0].data[column] == (column < 2 ? 0.5 : 0));
  CHECK(mean.taps()[0].data[2] == doctest::Approx(1.0 / 3));
  CHECK(mean.taps()[0].data[3] == 0);
  CHECK_THROWS_AS(PoolOp<double>(arena, PoolKind::max, {1, 1, 4, 2, 1, 2}, x, nullptr, y), Error);
}

TEST_CASE("pool: no window, shapes that do not fit, and a tap of windows that are no lines are refused") {
  Arena<double> arena;
  auto &x = arena.add("x", {2, 2, 4, 3}), &y = arena.add("y", {2, 2, 3});
  const Indices widths{"widths", {2}, {4, 4}}, three{"widths", {3}, {4, 4, 4}};
  const auto built = [&](PoolDims d, Tensor<double>& to, const Indices& n, const char* tap = "") {
    PoolOp<double>(arena, PoolKind::max, d, x, &n, to, tap);
  };
  const PoolDims lines{2, 2, 4, 3, 1, 4}, whole{2, 2, 4, 3, 2, 4}, halves{2, 2, 4, 3, 1, 2};
  CHECK_NOTHROW(built(lines, y, widths, "tap"));
  for (const PoolDims& d : {PoolDims{2, 2, 4, 3, 0, 4}, PoolDims{2, 2, 4, 3, 1, 0}})
    CHECK_THROWS_WITH_AS(built(d, y, widths), doctest::Contains("a window"), Error);
  CHECK_THROWS_AS(built(lines, x, widths), Error);
  CHECK_THROWS_AS(built(lines, y, three), Error);
  auto &one = arena.add("one", {2, 1, 3}), &four = arena.add("four", {2, 2, 2, 3});
  CHECK_THROWS_WITH_AS(built(whole, one, widths, "tap"), doctest::Contains("windows of whole lines"), Error);
  CHECK_THROWS_WITH_AS(built(halves, four, widths, "tap"), doctest::Contains("windows of whole lines"), Error);
}

TEST_CASE("pool: what is not a number is not hidden") {
  Arena<double> arena;
  auto &x = arena.add("x", {1, 1, 3, 1}), &y = arena.add("y", {1, 1, 1});
  PoolOp<double> op(arena, PoolKind::max, {1, 1, 3, 1, 1, 3}, x, nullptr, y);
  arena.allocate();
  for (std::size_t at = 0; at < 3; ++at) {
    std::ranges::fill(x.value, 1.0);
    x.value[at] = std::nan("");
    op.forward({});
    CHECK(std::isnan(y.value[0]));
  }
}
