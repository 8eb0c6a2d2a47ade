#include "models/transformer/set_transformer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/error.hpp"
#include "ops/group_columns.hpp"
#include "support/model_probe.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Given = std::map<std::string, OptionValue>;
using Kind = OutputSize::Kind;

Given sized(Given more = {}) {
  Given given{{"d_model", 8.0}, {"num_heads", 2.0}, {"num_layers", 2.0}, {"d_ff", 6.0}, {"num_inducing", 3.0}};
  for (auto& [name, value] : more) given[name] = value;
  return given;
}

Signature of(StreamSize input, OutputSize output) {
  Signature signature(input, output, false);
  signature.ordered = false;
  return signature;
}
const Signature kMaximum = of({0, 1, 7}, {Kind::numbers, 1, true});
const Signature kClasses = of({5, 0, 7}, {Kind::symbols, 4, true});
const Signature kMixture = of({0, 2, 7}, {Kind::mixture, 15, true});

/// Two sets, the second of four members.
Probe probe(const Given& given, const Signature& signature) {
  return {"set_transformer", given, signature, 2, {7, 0}, {7, 4}};
}

template <class Body>
void for_models(Body body) {
  for (const char* block : {"sab", "isab"})
    for (bool norm : {true, false})
      for (const Signature& signature : {kMaximum, kClasses, kMixture}) {
        CAPTURE(block);
        CAPTURE(norm);
        CAPTURE(signature.output.width);
        body(sized({{"block", block}, {"layer_norm", norm}}), signature);
      }
}

/// Puts a set's members, or as many of them as there are, in the opposite order.
void reverse(ProbedStream& stream, std::size_t length) {
  if (stream.tokens != nullptr) return void(std::reverse(&stream.tokens->value[0], &stream.tokens->value[0] + length));
  const std::size_t width = stream.values->shape.last();
  for (std::size_t t = 0; t < length / 2; ++t)
    std::swap_ranges(&stream.values->value[t * width], &stream.values->value[t * width] + width,
                     &stream.values->value[(length - 1 - t) * width]);
}

}  // namespace

TEST_CASE("set transformer: gradients of whole models equal differences") {
  for_models([](const Given& given, const Signature& signature) {
    CHECK(probe(given, signature).mistake({.tolerance = 1e-6, .per_input = 12}) == "");
  });
}

TEST_CASE("set transformer: the order of the members does not matter") {
  for_models([](const Given& given, const Signature& signature) {
    Probe p = probe(given, signature);
    p.run();
    const std::vector<double> before = p.answer(0);
    reverse(p.input, 7);
    p.run();
    CHECK(distance(p.answer(0), before) < 1e-12);
    p.input.change(0, 2, 5);
    p.run();
    CHECK(distance(p.answer(0), before) > 1e-6);
  });
}

TEST_CASE("set transformer: in float too, to 1e-5") {
  Options options(set_transformer_kind().group.options);
  auto model = make_model<float>({"set_transformer", options}, kClasses);
  model->parameters().allocate();
  model->initialise(3);
  Plan<float> plan;
  Indices &tokens = plan.indices("tokens", {1, 7}), &lengths = plan.indices("lengths", {1});
  Inputs inputs;
  inputs.input = {{1, 7}, model->layout(), &tokens, nullptr, &lengths};
  Tensor<float>& result = model->build(plan, inputs);
  plan.allocate();
  tokens.value = {0, 1, 2, 3, 4, 1, 2};
  lengths.value = {7};
  plan.forward({});
  const std::vector<float> before = copy(result.value);
  std::ranges::reverse(tokens.value);
  plan.forward({});
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(std::abs(result.value[i] - before[i]) < 1e-5f);
}

TEST_CASE("set transformer: padding changes nothing") {
  for_models([](const Given& given, const Signature& signature) {
    Probe p = probe(given, signature);
    p.run();
    const std::vector<double> before = p.answer(1);
    for (std::size_t t = 4; t < 7; ++t) p.input.change(1, t, 5);
    p.run();
    CHECK(p.answer(1) == before);
    p.input.change(1, 3, 5);
    p.run();
    CHECK(p.answer(1) != before);
  });
}

TEST_CASE("set transformer: every option acts") {
  std::set<std::vector<double>> results;
  const Given tried[] = {{},
                         {{"block", "isab"}},
                         {{"block", "isab"}, {"num_inducing", 2.0}},
                         {{"layer_norm", false}},
                         {{"num_heads", 4.0}},
                         {{"num_layers", 1.0}},
                         {{"d_ff", 5.0}},
                         {{"d_model", 6.0}}};
  for (const Given& more : tried) results.insert(probe(sized(more), kMaximum).run());
  CHECK(results.size() == std::size(tried));
  Probe dropped = probe(sized({{"dropout", 0.5}}), kMaximum);
  const std::vector<double> rested = dropped.run();
  CHECK(dropped.run({.training = true, .seed = 1, .step = 1}) != rested);
}

TEST_CASE("set transformer: what it looks at is seen under its names") {
  const auto taps = [](const char* block, const Signature& signature) {
    std::set<std::string> names;
    Probe p = probe(sized({{"block", block}, {"num_layers", 1.0}}), signature);
    for (const Tap<double>& tap : p.plan.taps()) names.insert(tap.name);
    return names;
  };
  const std::string attention = "set_transformer.0.attention", pooling = "set_transformer.pooling.attention";
  CHECK(taps("sab", kMaximum) == std::set{attention, pooling});
  CHECK(taps("isab", kMixture) == std::set<std::string>{attention, pooling, "set_transformer.0.inducing.attention",
                                                        "set_transformer.decoder.attention"});
}

TEST_CASE("set transformer: a mixture's Gaussians come each from its own seed, logits first, then means, deviations") {
  Arena<double> arena;
  auto &x = arena.add("x", {2, 3, 5}), &y = arena.add("y", {2, 15});
  GroupColumnsOp<double> op(arena, x, y, {1, 2, 2});
  arena.allocate();
  for (std::size_t i = 0; i < 30; ++i) x.value[i] = double(i / 5 % 3 * 10 + i % 5);
  op.forward({});
  CHECK(copy(y.value.first(15)) == std::vector<double>{0, 10, 20, 1, 2, 11, 12, 21, 22, 3, 4, 13, 14, 23, 24});
  CHECK(check_gradient(
            tensors({&x}), tensors({&y}), [&] { op.forward({}); }, [&] { op.backward({}); }) == "");
  CHECK_THROWS_AS(GroupColumnsOp<double>(arena, x, y, {1, 2}), Error);
}

TEST_CASE("set transformer: what it cannot do is refused in words") {
  const auto refusal = [](const Signature& signature) -> std::string {
    try {
      set_transformer_kind().fits({}, signature, "models[0]");
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(refusal(kMaximum) == "");
  CHECK(refusal({{5, 0, 7}, {Kind::symbols, 5, false}, false}).find("at every position") != std::string::npos);
  CHECK(refusal({{5, 0, 7}, {Kind::symbols, 5, true}, true}).find("looks at all members") != std::string::npos);
  Signature pairs(5, 7);
  pairs.source = {5, 0, 7};
  CHECK(refusal(pairs).find("pairs") != std::string::npos);
  Options options(set_transformer_kind().group.options);
  options.set("num_heads", 3.0);
  CHECK_THROWS_AS(set_transformer_kind().check(options, "models[0]"), Error);
}
