#include "plan/plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdint>

#include "ops/activation.hpp"
#include "ops/add.hpp"
#include "ops/attention.hpp"
#include "ops/cross_entropy.hpp"
#include "ops/dropout.hpp"
#include "ops/embedding.hpp"
#include "ops/layer_norm.hpp"
#include "ops/linear.hpp"
#include "ops/lstm.hpp"
#include "ops/position.hpp"
#include "ops/rnn.hpp"
#include "support/count_allocations.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// y = factor * x; notes when it ran.
class Recorder final : public Op<double> {
 public:
  Recorder(Arena<double>&, char id, double factor, Tensor<double>& x, Tensor<double>& y, std::string& log)
      : id_(id), factor_(factor), x_(x), y_(y), log_(log) {}
  std::string_view kind() const override { return "recorder"; }
  void forward(const Pass&) override {
    log_ += id_;
    y_.value[0] = factor_ * x_.value[0];
  }
  void backward(const Pass&) override {
    log_ += id_;
    x_.grad[0] += factor_ * y_.grad[0];
  }
  Cost cost() const override { return {factor_}; }
  std::vector<Tap<double>> taps() const override { return {{std::string(1, id_), {"unit"}, {1}, y_.value}}; }

 private:
  char id_;
  double factor_;
  Tensor<double>&x_, &y_;
  std::string& log_;
};

/// Where a backward run starts.
class StartOp final : public Op<double> {
 public:
  StartOp(Arena<double>&, Tensor<double>& y) : y_(y) {}
  std::string_view kind() const override { return "start"; }
  void forward(const Pass&) override {}
  void backward(const Pass&) override { y_.grad[0] = 1; }

 private:
  Tensor<double>& y_;
};

/// Every op once, in something like a model: embedding, positions, attention block, then two recurrent layers.
template <class Real>
struct Everything {
  Arena<Real> parameters;
  Plan<Real> plan;
  Indices* tokens = nullptr;
  Indices* targets = nullptr;
  Tensor<Real>* loss = nullptr;

  static constexpr std::size_t kBatch = 2, kLength = 6, kWidth = 8, kVocabulary = 5;

  Everything() {
    const Shape row{kBatch, kLength, kWidth};
    tokens = &plan.indices("tokens", {kBatch, kLength});
    targets = &plan.indices("targets", {kBatch, kLength});
    auto activation = [&](const char* name, std::size_t width = kWidth) -> Tensor<Real>& {
      return plan.tensor(name, {kBatch, kLength, width});
    };
    auto parameter = [&](const char* name, Shape shape) -> Tensor<Real>& { return parameters.add(name, shape); };
    auto& embedded = activation("embedded");
    auto& table = parameter("table", {kVocabulary, kWidth});
    plan.template add<EmbeddingOp<Real>>(*tokens, table, embedded);
    auto& learned = activation("learned");
    plan.template add<LearnedPositionOp<Real>>(embedded, parameter("positions", {kLength + 1, kWidth}), learned);
    auto& placed = activation("placed");
    plan.template add<SinusoidalPositionOp<Real>>(learned, placed, kLength);
    auto& normed = activation("normed");
    auto& gain = parameter("gain", {kWidth});
    auto& shift = parameter("shift", {kWidth});
    plan.template add<LayerNormOp<Real>>(placed, gain, shift, normed);
    auto& qkv = activation("qkv", 3 * kWidth);
    plan.template add<LinearOp<Real>>(normed, parameter("in_proj", {3 * kWidth, kWidth}), nullptr, nullptr, qkv);
    auto& attended = activation("attended");
    plan.template add<CausalAttentionOp<Real>>("transformer.0", qkv, attended, std::size_t{2}, 0.1, std::uint64_t{1});
    auto& dropped = activation("dropped");
    plan.template add<DropoutOp<Real>>(attended, dropped, 0.2, std::uint64_t{2});
    auto& sum = activation("sum");
    plan.template add<AddOp<Real>>(placed, dropped, sum);
    auto& smooth = activation("smooth");
    plan.template add<ActivationOp<Real>>(Activation::gelu, sum, smooth);
    auto& gates = activation("gates", 4 * kWidth);
    auto& w_ih = parameter("w_ih", {4 * kWidth, kWidth});
    auto& b_ih = parameter("b_ih", {4 * kWidth});
    auto& b_hh = parameter("b_hh", {4 * kWidth});
    plan.template add<LinearOp<Real>>(smooth, w_ih, &b_ih, &b_hh, gates);
    auto& remembered = activation("remembered");
    plan.template add<LstmOp<Real>>("lstm.0", gates, parameter("w_hh", {4 * kWidth, kWidth}), remembered);
    auto& hidden = activation("hidden");
    plan.template add<RnnOp<Real>>("rnn.1", Nonlinearity::tanh, remembered, parameter("w_hh1", {kWidth, kWidth}),
                                   hidden);
    auto& logits = activation("logits", kVocabulary);
    plan.template add<LinearOp<Real>>(hidden, table, nullptr, nullptr, logits);
    loss = &plan.tensor("loss", {1});
    plan.template add<CrossEntropyOp<Real>>(logits, *targets, *loss, std::vector<std::string>{"batch", "time", "token"},
                                            logits.shape);
    plan.allocate();
    parameters.allocate();
    for (Tensor<Real>& tensor : parameters.tensors()) fill({&tensor}, tensor.name.size());
    for (std::size_t i = 0; i < tokens->value.size(); ++i) {
      tokens->value[i] = static_cast<std::int32_t>(i * 3 % kVocabulary);
      targets->value[i] = i == 4 ? -1 : static_cast<std::int32_t>(i * 7 % kVocabulary);
    }
  }
};

/// FNV-1a over the bits.
std::uint64_t hash_of(std::span<const float> numbers) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (float number : numbers) {
    hash ^= std::bit_cast<std::uint32_t>(number);
    hash *= 0x100000001b3;
  }
  return hash;
}

constexpr Pass kTrained{.training = true, .seed = 3, .step = 1};

}  // namespace

TEST_CASE("plan: forward runs in order, backward in reverse, and costs and taps add up") {
  Plan<double> plan;
  std::string log;
  auto& x = plan.tensor("x", {1});
  auto& y = plan.tensor("y", {1});
  auto& z = plan.tensor("z", {1});
  plan.add<Recorder>('a', 2.0, x, y, log);
  plan.add<Recorder>('b', 3.0, y, z, log);
  plan.allocate();
  x.value[0] = 5;
  plan.forward({});
  plan.backward({});
  CHECK(log == "abba");
  CHECK(z.value[0] == 30);
  CHECK(plan.cost().flops == 5);
  REQUIRE(plan.taps().size() == 2);
  CHECK(plan.taps()[1].name == "b");
  CHECK(plan.taps()[1].data[0] == 30);
}

TEST_CASE("plan: indices have a place for each element") {
  Plan<float> plan;
  Indices& tokens = plan.indices("tokens", {3, 4});
  CHECK(tokens.name == "tokens");
  CHECK(tokens.value.size() == 12);
}

TEST_CASE("plan: gradients of activations start from zero in each run, those of parameters add up") {
  Everything<double> model;
  Tensor<double>& weight = *model.parameters.find("w_hh");
  Tensor<double>& hidden = *model.plan.arena().find("hidden");
  model.plan.forward(kTrained);
  model.plan.backward(kTrained);
  const auto once = copy(weight.grad), hidden_once = copy(hidden.grad);
  model.plan.backward(kTrained);
  CHECK(std::ranges::equal(hidden.grad, hidden_once));
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(weight.grad[i] == doctest::Approx(2 * once[i]));
}

TEST_CASE("plan: the gradient of a model made of every op equals differences in every parameter") {
  Everything<double> model;
  for (const Pass& pass : {Pass{}, kTrained}) {
    std::vector<Differentiable> inputs;
    for (Tensor<double>& tensor : model.parameters.tensors())
      inputs.push_back({tensor.name, tensor.value, tensor.grad});
    const auto loss = [&] {
      model.plan.forward(pass);
      return model.loss->value[0];
    };
    CHECK(check_loss_gradient(inputs, loss, [&] { model.plan.backward(pass); }) == "");
  }
}

TEST_CASE("plan: memory is taken once, and running allocates nothing") {
  Everything<float> model;
  CHECK(allocations_during([] { ::operator delete(::operator new(1)); }) == 1);
  CHECK(allocations_during([&] {
          for (int run = 0; run < 3; ++run) {
            model.plan.forward(kTrained);
            model.plan.backward(kTrained);
          }
        }) == 0);
  CHECK(model.plan.bytes() == model.plan.arena().bytes());
}

TEST_CASE("arena: memory starts as zero, whether somebody had it or nobody yet") {
  for (std::size_t size : {100, 300'000, 1'500'000, 300'000}) {  // the third needs more than the second gave back
    CAPTURE(size);
    Arena<float> arena;
    Tensor<float>& x = arena.add("x", {size});
    arena.allocate();
    CHECK(std::ranges::count(x.value, 0.0f) == std::ptrdiff_t(size));
    CHECK(std::ranges::count(x.grad, 0.0f) == std::ptrdiff_t(size));
    std::ranges::fill(x.value, 1.0f);
    std::ranges::fill(x.grad, 1.0f);
  }
}

TEST_CASE("plan: sections share the memory of gradients, and the gradients stay what they were") {
  const auto bytes_of = [](bool in_sections) {
    Plan<double> plan;
    std::string log;
    Tensor<double>& x = plan.tensor("x", {1});
    Tensor<double>* y = &x;
    for (int i = 0; i < 3; ++i) {
      const auto build = [&]() -> Tensor<double>& {
        Tensor<double>&between = plan.tensor("between", {1}), &to = plan.tensor("to", {1});
        plan.add<Recorder>('a', 3.0, *y, between, log);
        plan.add<Recorder>('b', 5.0, between, to, log);
        return to;
      };
      y = in_sections ? &plan.section(build) : &build();
    }
    plan.add<StartOp>(*y);
    plan.allocate();
    for (int run = 0; run < 2; ++run) plan.backward({});
    CHECK(x.grad[0] == 15 * 15 * 15);
    return plan.bytes();
  };
  CHECK(bytes_of(false) - bytes_of(true) == 2 * 64);  // of three gradients of 64 bytes one is left
}

TEST_CASE("plan: what only runs forward has no gradients") {
  Plan<double> plan;
  Tensor<double>& x = plan.tensor("x", {9});
  const std::size_t before = plan.bytes();
  plan.forward_only();
  plan.allocate();
  CHECK(plan.bytes() == before / 2);
  CHECK(x.value.size() == 9);
  CHECK(!x.has_grad());
}

TEST_CASE("plan: the same pass gives the same bits, another step drops other units") {
  Everything<float> model;
  const auto loss_at = [&](Pass pass) {
    model.plan.forward(pass);
    return model.loss->value[0];
  };
  const float first = loss_at(kTrained);
  CHECK(loss_at({.training = true, .seed = 3, .step = 2}) != first);
  CHECK(loss_at({.training = true, .seed = 4, .step = 1}) != first);
  CHECK(loss_at(kTrained) == first);
}

#ifndef UNROLLED_RELAXED
TEST_CASE("plan: every op gives the same bits on every platform, forward and backward") {
  Everything<float> model;
  model.plan.forward(kTrained);
  model.plan.backward(kTrained);
  // Natively and as WebAssembly, with any compiler. They change only when an op's arithmetic is changed on purpose.
  CHECK(hash_of(model.plan.arena().find("logits")->value) == 4947219360449166806u);
  CHECK(hash_of(model.parameters.grads()) == 10961424389721918967u);
}
#endif
