#include "models/transformer/transformer.hpp"

#include <doctest/doctest.h>

#include <set>

#include "core/error.hpp"
#include "support/count_allocations.hpp"
#include "support/model_probe.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Given = std::map<std::string, OptionValue>;
using Kind = OutputSize::Kind;

Given sized(Given more = {}) {
  Given given{{"d_model", 8.0}, {"num_heads", 2.0}, {"num_layers", 2.0}, {"d_ff", 6.0}};
  for (auto& [name, value] : more) given[name] = value;
  return given;
}
const Given kBare{{"residual", false}, {"normalisation", "none"}};
const Given kModern{{"position", "rope"},
                    {"normalisation", "rms_norm"},
                    {"activation", "swiglu"},
                    {"num_heads", 4.0},
                    {"num_kv_heads", 2.0}};

Signature next_symbols() { return {5, 6}; }
Signature symbols_for_whole() { return {{5, 0, 6}, {Kind::symbols, 3, true}, false}; }
Signature vectors_for_vectors(bool causal) { return {{0, 3, 6}, {Kind::numbers, 2, false}, causal}; }
Signature pairs() {
  Signature signature(7, 5);
  signature.source = {4, 0, 6};
  return signature;
}
Signature pairs_of_vectors() {
  Signature signature({0, 2, 5}, {Kind::numbers, 3, false}, true);
  signature.source = {0, 4, 6};
  return signature;
}

struct TransformerCase {
  Given given;
  Signature signature;
};

TransformerCase decoder(Given more) { return {sized(std::move(more)), next_symbols()}; }
TransformerCase encoder(Given more, Signature signature = symbols_for_whole()) {
  more["topology"] = "encoder";
  return {sized(std::move(more)), signature};
}
TransformerCase both(Given more, Signature signature = pairs()) {
  more["topology"] = "encoder-decoder";
  return {sized(std::move(more)), signature};
}

/// Two sequences, the second of them shorter.
Probe probe(const TransformerCase& c) {
  const StreamLengths lengths{c.signature.input.length, c.signature.source.length};
  return {"transformer",
          c.given,
          c.signature,
          2,
          lengths,
          {std::int32_t(lengths.input), 3},
          {std::int32_t(lengths.source), 4}};
}

std::string refusal(const Given& given, const Signature& signature) {
  Options options(transformer_kind().group.options);
  for (const auto& [name, value] : given) options.set(name, value);
  try {
    transformer_kind().check(options, "models[0]");
    transformer_kind().fits(options, signature, "models[0]");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("transformer: gradients of whole models equal differences") {
  const TransformerCase cases[] = {
      decoder({}),
      decoder({{"norm", "post"}, {"position", "alibi"}, {"activation", "relu"}, {"tied", true}}),
      decoder(kModern),
      decoder({{"attention", "linear"}, {"position", "sinusoidal"}}),
      {sized({{"position", "none"}}), vectors_for_vectors(true)},
      encoder({}),
      encoder(kModern, vectors_for_vectors(false)),
      encoder({{"attention", "linear"}, {"num_kv_heads", 1.0}}),
      both({{"norm", "post"}, {"position", "sinusoidal"}}),
      both(kModern),
      both({{"attention", "linear"}, {"tied", true}}, pairs()),
      both({{"position", "alibi"}}, pairs_of_vectors()),
      decoder(kBare),
      decoder({{"residual", false}, {"norm", "post"}, {"tied", true}}),
      encoder({{"normalisation", "none"}, {"norm", "post"}}),
      both({{"residual", false}})};
  for (const TransformerCase& c : cases) {
    const std::size_t which = std::size_t(&c - cases);
    CAPTURE(which);
    CHECK(probe(c).mistake({.tolerance = 1e-6, .per_input = 12}) == "");
  }
}

TEST_CASE("transformer: an answer of a decoder depends on no later input, that of an encoder does") {
  for (const TransformerCase& c :
       {decoder(kModern), decoder({{"attention", "linear"}}), decoder({{"position", "alibi"}}), both({}), both(kModern),
        encoder({}, vectors_for_vectors(false))}) {
    Probe p = probe(c);
    p.run();
    const std::vector<double> before = p.answer(0, 2);
    p.input.change(0, 3, c.signature.input.symbols);
    p.run();
    CHECK((p.answer(0, 2) == before) == c.signature.causal);
    p.input.change(0, 2, c.signature.input.symbols);
    p.run();
    CHECK(p.answer(0, 2) != before);
  }
}

TEST_CASE("transformer: padding changes nothing that counts") {
  for (const TransformerCase& c : {encoder({}), encoder(kModern), encoder({{"attention", "linear"}}),
                                   encoder({{"position", "alibi"}}, vectors_for_vectors(false)), decoder({}),
                                   TransformerCase{sized(kModern), symbols_for_whole()}, both({}), both(kModern),
                                   both({{"attention", "linear"}})}) {
    const std::size_t last = c.signature.output.whole ? 0 : 2, symbols = c.signature.input.symbols;
    Probe p = probe(c);
    p.run();
    const std::vector<double> first = p.answer(1), before = p.answer(1, last);
    for (std::size_t t = 3; t < c.signature.input.length; ++t) p.input.change(1, t, symbols);
    if (p.source) p.source->change(1, 4, c.signature.source.symbols);
    p.run();
    CHECK(p.answer(1) == first);
    CHECK(p.answer(1, last) == before);
    if (!p.source) continue;
    p.source->change(1, 3, c.signature.source.symbols);  // the last that counts
    p.run();
    CHECK(p.answer(1) != first);
  }
}

TEST_CASE("transformer: without positions an encoder's answer is the same in any order, with them it is not") {
  for (const char* position : {"none", "learned", "sinusoidal", "rope", "alibi"}) {
    Probe p = probe(encoder({{"position", position}}));
    p.input.tokens->value = {0, 1, 2, 3, 4, 1, 0, 1, 2, 3, 4, 1};
    p.run();
    const std::vector<double> before = p.answer(0);
    std::swap(p.input.tokens->value[1], p.input.tokens->value[4]);
    p.run();
    const double moved = distance(before, p.answer(0));
    CAPTURE(position);
    CHECK((moved < 1e-12) == (std::string(position) == "none"));
  }
}

TEST_CASE("transformer: every option acts") {
  const auto size = [](const Given& more) {
    return make_probed("transformer", sized(more), next_symbols())->parameter_count();
  };
  const std::size_t plain = size({});
  CHECK(size({{"num_heads", 4.0}}) == plain);
  CHECK(size({{"num_kv_heads", 2.0}}) == plain);
  CHECK(size({{"num_kv_heads", 1.0}}) == plain - 2 * (2 * 4) * (8 + 1));
  CHECK(size({{"tied", true}}) == plain - 5 * 8);
  CHECK(size({{"position", "rope"}}) == plain - 6 * 8);
  CHECK(size({{"activation", "swiglu"}}) == plain + 2 * 6 * (8 + 1));
  CHECK(size({{"normalisation", "rms_norm"}}) == plain - 5 * 8);
  CHECK(size({{"attention", "linear"}, {"norm", "post"}, {"activation", "relu"}}) == plain);
  CHECK(size({{"normalisation", "none"}}) == plain - 5 * 2 * 8);
  CHECK(size({{"residual", false}}) == plain);
  std::set<std::vector<double>> results;
  const Given tried[] = {{},
                         {{"num_heads", 4.0}},
                         {{"norm", "post"}},
                         {{"normalisation", "none"}},
                         {{"residual", false}},
                         kBare,
                         {{"activation", "relu"}},
                         {{"attention", "linear"}},
                         {{"position", "none"}},
                         {{"position", "sinusoidal"}},
                         {{"position", "rope"}},
                         {{"position", "alibi"}}};
  for (const Given& more : tried) results.insert(probe(decoder(more)).run());
  CHECK(results.size() == std::size(tried));
  for (const bool residual : {true, false}) {
    Probe dropped = probe(decoder({{"dropout", 0.5}, {"residual", residual}}));
    const std::vector<double> rested = dropped.run();
    CHECK(dropped.run({.training = true, .seed = 1, .step = 1}) != rested);
    CHECK(rested == probe(decoder({{"residual", residual}})).run());
  }
}

TEST_CASE("transformer: symbol by symbol gives what the whole sequence gives") {
  for (const Given& more : {Given{}, kModern, kBare, Given{{"position", "alibi"}}, Given{{"attention", "linear"}},
                            Given{{"norm", "post"}, {"position", "sinusoidal"}, {"num_kv_heads", 1.0}}}) {
    Probe p = probe(decoder(more));
    p.run();
    auto stepwise = p.model->decoder();
    for (int repeat = 0; repeat < 2; ++repeat) {
      stepwise->restart();
      for (std::size_t t = 0; t < 6; ++t)
        CHECK(distance(stepwise->feed(p.input.tokens->value[t]), p.answer(0, t)) < 1e-13);
    }
    const std::vector<double> after(stepwise->feed(1).begin(), stepwise->feed(1).end());  // beyond the context
    CHECK(after.size() == 5);
  }
}

TEST_CASE("transformer: without residual connections nothing goes round a layer") {
  for (const bool residual : {true, false}) {
    Probe p = probe(decoder({{"residual", residual}, {"position", "none"}}));
    for (const char* name : {"layers.0.linear2.weight", "layers.0.linear2.bias"})
      std::ranges::fill(p.model->parameters().find(name)->value, 0);
    p.run();
    const std::vector<double> before = p.answer(0);
    p.input.change(0, 0, 5);
    p.run();
    CHECK((p.answer(0) != before) == residual);
  }
}

TEST_CASE("transformer: only a decoder of next symbols can be continued") {
  CHECK(make_probed("transformer", sized(), symbols_for_whole())->decoder() == nullptr);
  CHECK(make_probed("transformer", encoder({}).given, symbols_for_whole())->decoder() == nullptr);
  CHECK(make_probed("transformer", both({}).given, pairs())->decoder() == nullptr);
}

TEST_CASE("transformer: attention is seen under its names") {
  const auto taps = [](const TransformerCase& c) {
    std::set<std::string> names;
    Probe p = probe(c);
    for (const Tap<double>& tap : p.plan.taps()) names.insert(tap.name);
    return names;
  };
  const std::set<std::string> own{"transformer.0.attention", "transformer.1.attention"};
  CHECK(taps(decoder({})) == own);
  CHECK(taps(encoder({})) == own);
  CHECK(taps(decoder({{"attention", "linear"}})).empty());
  std::set<std::string> all = own;
  for (const char* name : {"transformer.0.cross_attention", "transformer.1.cross_attention",
                           "transformer.encoder.0.attention", "transformer.encoder.1.attention"})
    all.insert(name);
  CHECK(taps(both({})) == all);
}

TEST_CASE("transformer: what it cannot do is refused in words") {
  CHECK(refusal(sized(), next_symbols()) == "");
  CHECK(refusal(both(kModern).given, pairs()) == "");
  CHECK(refusal(encoder({}).given, next_symbols()).find("would see what it is to predict") != std::string::npos);
  CHECK(refusal(both({}).given, next_symbols()).find("no source") != std::string::npos);
  CHECK(refusal(sized(), pairs()).find("reads one sequence") != std::string::npos);
  CHECK(refusal(sized({{"tied", true}}), symbols_for_whole()).find("tied") != std::string::npos);
  CHECK(refusal(sized({{"num_heads", 3.0}}), next_symbols()).find("num_heads") != std::string::npos);
  CHECK(refusal(sized({{"num_kv_heads", 4.0}}), next_symbols()).find("num_kv_heads") != std::string::npos);
  CHECK(
      refusal(sized({{"num_heads", 8.0}, {"position", "rope"}}), next_symbols()).find("Rotary positions turn pairs") !=
      std::string::npos);
  CHECK(refusal(sized({{"attention", "linear"}, {"position", "alibi"}}), next_symbols()) != "");
}

TEST_CASE("transformer: a run allocates nothing") {
  for (const TransformerCase& c : {decoder(kModern), decoder({{"position", "alibi"}, {"dropout", 0.1}}), both({}),
                                   encoder({{"attention", "linear"}})}) {
    Probe p = probe(c);
    CHECK(p.mistake({.tolerance = 1, .per_input = 1}) == "");
    const Pass pass{.training = true, .seed = 1, .step = 1};
    CHECK(allocations_during([&] {
            p.plan.forward(pass);
            p.plan.backward(pass);
          }) == 0);
  }
}

TEST_CASE("transformer: each topology reads its forms") {
  const auto forms = [](const char* topology) {
    Options options(transformer_kind().group.options);
    options.set("topology", topology);
    return transformer_kind().forms(options);
  };
  CHECK(forms("decoder") == std::vector{Form::single, Form::prefix});
  CHECK(forms("encoder") == std::vector{Form::single, Form::aligned});
  CHECK(forms("encoder-decoder") == std::vector{Form::pairs});
}
