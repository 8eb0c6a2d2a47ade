#include "ops/sequence.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <memory>

#include "core/error.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

constexpr std::size_t kWidths[] = {1, 3, 4, 9};
constexpr BatchDims kDims{3, 5};
constexpr StepOrder kOrders[] = {StepOrder::reversed, StepOrder::flipped, StepOrder::to_end, StepOrder::from_end};

/// x of three rows whose lengths are 5, 1 and 3, and room for a result.
struct Rows {
  Arena<double> arena;
  Layout layout;
  std::size_t width;
  Indices lengths{"lengths", {kDims.batch}, {5, 1, 3}};
  Tensor<double>& x;

  Rows(Layout order, std::size_t features) : layout(order), width(features), x(arena.add("x", shape(features))) {}

  Shape shape(std::size_t features) const {
    return layout == Layout::time_major ? Shape{kDims.length, kDims.batch, features}
                                        : Shape{kDims.batch, kDims.length, features};
  }
  std::size_t length(std::size_t b) const { return std::size_t(lengths.value[b]); }
  double at(const Tensor<double>& tensor, std::size_t b, std::size_t t, std::size_t unit) const {
    return tensor.value[position_index(layout, kDims, b, t) * width + unit];
  }
};

void for_rows(const std::function<void(Rows&)>& body) {
  for (Layout layout : {Layout::time_major, Layout::batch_major})
    for (std::size_t width : kWidths) {
      CAPTURE(width);
      Rows rows(layout, width);
      body(rows);
    }
}

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
    std::ranges::fill(y_.grad.last(y_.shape.last()), 0.0);
    op_.backward(pass);
  }

 private:
  Op<double>& op_;
  Tensor<double>& y_;
};

}  // namespace

TEST_CASE("sequence: every order of steps puts each step where its drawing says") {
  const std::size_t length = 3, T = 5;
  const auto drawing = [&](StepOrder order, const std::string& from) {
    std::string to;
    for (std::size_t t = 0; t < T; ++t) to += from[step_before(order, t, length, T)];
    return to;
  };
  CHECK(drawing(StepOrder::reversed, "abc12") == "cba12");
  CHECK(drawing(StepOrder::flipped, "abc12") == "21cba");
  CHECK(drawing(StepOrder::to_end, "abc12") == "12abc");
  CHECK(drawing(StepOrder::from_end, "12abc") == "abc12");
}

TEST_CASE("sequence: reordered rows have the steps of their own row, gradients equal differences") {
  for (StepOrder order : kOrders)
    for_rows([&](Rows& rows) {
      auto& y = rows.arena.add("y", rows.x.shape);
      ReorderStepsOp<double> op(rows.arena, rows.x, &rows.lengths, y, rows.layout, order);
      rows.arena.allocate();
      fill({&rows.x}, 1);
      op.forward({});
      for (std::size_t b = 0; b < kDims.batch; ++b)
        for (std::size_t t = 0; t < kDims.length; ++t)
          CHECK(rows.at(y, b, t, 0) == rows.at(rows.x, b, step_before(order, t, rows.length(b), kDims.length), 0));
      CHECK(mistake(op, {&rows.x}, y) == "");
      ForgetfulOp forgetful(op, y);
      CHECK(mistake(forgetful, {&rows.x}, y) != "");
    });
}

TEST_CASE("sequence: symbols are reordered as vectors are") {
  for (Layout layout : {Layout::time_major, Layout::batch_major})
    for (StepOrder order : kOrders) {
      Rows rows(layout, 1);
      Indices tokens{"tokens", {kDims.positions()}, std::vector<std::int32_t>(kDims.positions())}, moved = tokens;
      auto& y = rows.arena.add("y", rows.x.shape);
      ReorderStepsOp<double> steps(rows.arena, rows.x, &rows.lengths, y, layout, order);
      ReorderTokensOp<double> symbols(rows.arena, tokens, &rows.lengths, moved, kDims, layout, order);
      rows.arena.allocate();
      for (std::size_t i = 0; i < tokens.value.size(); ++i) rows.x.value[i] = tokens.value[i] = std::int32_t(i);
      steps.forward({});
      symbols.forward({});
      CHECK(std::ranges::equal(moved.value, y.value));
    }
}

TEST_CASE("sequence: the first and the last valid step of each row, and their gradients") {
  for (Step step : {Step::first, Step::last})
    for_rows([&](Rows& rows) {
      auto& y = rows.arena.add("y", {kDims.batch, rows.width});
      TakeStepOp<double> op(rows.arena, rows.x, &rows.lengths, y, rows.layout, step);
      rows.arena.allocate();
      fill({&rows.x}, 2);
      op.forward({});
      for (std::size_t b = 0; b < kDims.batch; ++b)
        CHECK(y.value[b * rows.width] == rows.at(rows.x, b, step == Step::first ? 0 : rows.length(b) - 1, 0));
      CHECK(mistake(op, {&rows.x}, y) == "");
      ForgetfulOp forgetful(op, y);
      CHECK(mistake(forgetful, {&rows.x}, y) != "");
    });
}

TEST_CASE("sequence: the mean is over valid steps alone, and so is its gradient") {
  for_rows([](Rows& rows) {
    auto& y = rows.arena.add("y", {kDims.batch, rows.width});
    MeanOverTimeOp<double> op(rows.arena, rows.x, &rows.lengths, y, rows.layout);
    rows.arena.allocate();
    fill({&rows.x}, 3);
    op.forward({});
    for (std::size_t b = 0; b < kDims.batch; ++b)
      for (std::size_t unit = 0; unit < rows.width; ++unit) {
        double sum = 0;
        for (std::size_t t = 0; t < rows.length(b); ++t) sum += rows.at(rows.x, b, t, unit);
        CHECK(y.value[b * rows.width + unit] == doctest::Approx(sum / double(rows.length(b))).epsilon(1e-14));
      }
    CHECK(mistake(op, {&rows.x}, y) == "");
    ForgetfulOp forgetful(op, y);
    CHECK(mistake(forgetful, {&rows.x}, y) != "");
  });
}

TEST_CASE("sequence: without lengths every row is as long as the batch") {
  for_rows([](Rows& rows) {
    rows.lengths.value.assign(kDims.batch, std::int32_t(kDims.length));
    std::vector<std::unique_ptr<Op<double>>> given, absent;
    const auto add = [&](auto& ops, const Indices* lengths) -> std::vector<Tensor<double>*> {
      auto &last = rows.arena.add("last", {kDims.batch, rows.width}), &mean = rows.arena.add("mean", last.shape);
      auto& reversed = rows.arena.add("reversed", rows.x.shape);
      ops.push_back(std::make_unique<LastStepOp<double>>(rows.arena, rows.x, lengths, last, rows.layout));
      ops.push_back(std::make_unique<MeanOverTimeOp<double>>(rows.arena, rows.x, lengths, mean, rows.layout));
      ops.push_back(std::make_unique<ReverseSequenceOp<double>>(rows.arena, rows.x, lengths, reversed, rows.layout));
      return {&last, &mean, &reversed};
    };
    const auto with = add(given, &rows.lengths), without = add(absent, nullptr);
    rows.arena.allocate();
    fill({&rows.x}, 4);
    for (auto* ops : {&given, &absent})
      for (auto& op : *ops) op->forward({});
    for (std::size_t i = 0; i < with.size(); ++i) CHECK(std::ranges::equal(with[i]->value, without[i]->value));
  });
}

TEST_CASE("concat: rows stand side by side, and each part receives its gradient") {
  for (std::size_t first : kWidths)
    for (std::size_t second : {2, 5}) {
      Arena<double> arena;
      auto &a = arena.add("a", {2, 3, first}), &b = arena.add("b", {6, second}),
           &y = arena.add("y", {2, 3, first + second});
      ConcatOp<double> op(arena, a, b, y);
      arena.allocate();
      fill({&a, &b}, 5);
      op.forward({});
      for (std::size_t row = 0; row < 6; ++row) {
        CHECK(y.value[row * (first + second)] == a.value[row * first]);
        CHECK(y.value[row * (first + second) + first] == b.value[row * second]);
      }
      CHECK(mistake(op, {&a, &b}, y) == "");
      ForgetfulOp forgetful(op, y);
      CHECK(mistake(forgetful, {&a, &b}, y) != "");
    }
}

TEST_CASE("sequence: shapes that do not fit are refused when the op is built") {
  Arena<double> arena;
  auto &x = arena.add("x", {5, 3, 4}), &narrow = arena.add("narrow", {5, 3, 2}), &row = arena.add("row", {3, 4});
  Indices two{"lengths", {2}, {1, 1}};
  CHECK_NOTHROW(LastStepOp<double>(arena, x, nullptr, row, Layout::time_major));
  CHECK_THROWS_AS(LastStepOp<double>(arena, x, nullptr, row, Layout::batch_major), Error);
  CHECK_THROWS_AS(MeanOverTimeOp<double>(arena, x, &two, row, Layout::time_major), Error);
  CHECK_THROWS_AS(ReverseSequenceOp<double>(arena, x, nullptr, narrow, Layout::time_major), Error);
  CHECK_THROWS_AS(ConcatOp<double>(arena, x, narrow, x), Error);
}
