// The recurrent and state-space families as whole models: gradients, what an answer may depend on, starts, options.
#include <doctest/doctest.h>

#include <cmath>

#include "core/error.hpp"
#include "support/count_allocations.hpp"
#include "support/model_dependence.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Given = std::map<std::string, OptionValue>;

constexpr OutputSize kClasses{OutputSize::Kind::symbols, 3, true}, kLabels{OutputSize::Kind::symbols, 5, false},
    kNumbers{OutputSize::Kind::numbers, 2, false};
constexpr StreamSize kSymbols{6, 0, 7}, kVectors{0, 2, 7};

struct Family {
  std::string kind;
  Given given;
};

Given with(Given given, const Given& more) {
  for (const auto& [name, value] : more) given[name] = value;
  return given;
}

const Given kSmall{{"embedding_size", 4.0}, {"hidden_size", 5.0}, {"num_layers", 2.0}};

const std::vector<Family> kRecurrent{
    {"rnn", kSmall},
    {"rnn", with(kSmall, {{"nonlinearity", "relu"}, {"input", "one_hot"}})},
    {"gru", kSmall},
    {"gru", with(kSmall, {{"reset", "before"}, {"input", "one_hot"}})},
    {"lstm", kSmall},
    {"lstm", with(kSmall, {{"peephole", true}, {"layer_norm", true}, {"input", "one_hot"}})},
    {"lstm", with(kSmall, {{"layer_norm", true}, {"forget_gate", "open"}})},
};

const Given kSmallSystem{{"hidden_size", 5.0}, {"state_size", 3.0}, {"num_layers", 2.0}};

const std::vector<Family> kStateSpace{
    {"state_space", with(kSmallSystem, {{"cell", "min_gru"}})},
    {"state_space", with(kSmallSystem, {{"cell", "min_lstm"}, {"mlp_ratio", 0.0}})},
    {"state_space", with(kSmallSystem, {{"cell", "diagonal"}})},
    {"state_space", with(kSmallSystem, {{"cell", "diagonal_real"}})},
};

/// body(kind, options) for every family that reads from left to right.
template <class Body>
void for_families(Body body) {
  for (const auto* list : {&kRecurrent, &kStateSpace})
    for (const Family& family : *list) {
      CAPTURE(family.kind);
      body(family.kind, family.given);
    }
}

/// The same for recurrent families in both directions.
template <class Body>
void for_both_directions(Body body) {
  for (const Family& family : kRecurrent) {
    CAPTURE(family.kind);
    body(family.kind, with(family.given, {{"bidirectional", true}}));
  }
}

std::string refusal(const std::string& kind, const Given& given, const Signature& signature) {
  Options options(model_kind(kind).group.options);
  for (const auto& [name, value] : given) options.set(name, value);
  try {
    model_kind(kind).fits(options, signature, "models[0]");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("recurrent models: gradients equal differences, of symbols and numbers, at each position or as a whole") {
  for_families([](const std::string& kind, const Given& given) {
    CHECK(Probe(kind, given, {6, 7}, 2, {7, 0}).mistake() == "");
    CHECK(Probe(kind, given, {kVectors, kNumbers, true}, 2, {5, 0}).mistake() == "");
    CHECK(Probe(kind, given, {kSymbols, kClasses, false}, 3, {6, 0}, {6, 1, 4}).mistake() == "");
    CHECK(Probe(kind, given, {kVectors, kClasses, false}, 3, {6, 0}, {6, 1, 4}).mistake() == "");
  });
}

TEST_CASE("recurrent models: gradients equal differences in both directions") {
  for_both_directions([](const std::string& kind, const Given& given) {
    CHECK(Probe(kind, given, {kSymbols, kLabels, false}, 3, {6, 0}, {6, 1, 4}).mistake() == "");
    CHECK(Probe(kind, given, {kVectors, kLabels, false}, 3, {6, 0}, {6, 1, 4}).mistake() == "");
    CHECK(Probe(kind, given, {kSymbols, kClasses, false}, 3, {6, 0}, {6, 1, 4}).mistake() == "");
  });
}

TEST_CASE("recurrent models: an answer depends on what came before, in both directions on everything") {
  for_families([](const std::string& kind, const Given& given) {
    Probe causal(kind, given, {6, 7}, 1, {7, 0});
    CHECK(first_affected(causal, 3) == 3);
    if (!given.contains("forget_gate")) CHECK(last_affected(causal, 3) == 6);
  });
  for_both_directions([](const std::string& kind, const Given& given) {
    Probe both(kind, given, {kSymbols, kLabels, false}, 1, {7, 0});
    CHECK(first_affected(both, 3) == 0);
    CHECK(last_affected(both, 3) == 6);
  });
}

TEST_CASE("recurrent models: what stands beyond a row's length matters to no answer") {
  const auto check = [](const std::string& kind, const Given& given) {
    for (StreamSize size : {kSymbols, kVectors})
      for (OutputSize output : {kClasses, kLabels}) {
        Probe probe(kind, given, {size, output, false}, 3, {7, 0}, {7, 1, 4});
        CHECK_FALSE(sees_padding(probe));
      }
  };
  for_families(check);
  for_both_directions(check);
}

TEST_CASE("recurrent models: of a whole sequence, both its ends matter") {
  for_both_directions([](const std::string& kind, const Given& given) {
    for (std::size_t t : {0, 3}) {
      Probe probe(kind, given, {kSymbols, kClasses, false}, 1, {7, 0}, {4});
      probe.run();
      const auto before = probe.answer(0);
      probe.input.change(0, t, kSymbols.symbols);
      probe.run();
      CHECK(probe.answer(0) != before);
    }
  });
}

TEST_CASE("recurrent models: decoding symbol by symbol gives what the whole sequence gives") {
  for_families([](const std::string& kind, const Given& given) { check_decoder(kind, given, 7); });
  const auto has_decoder = [](const Given& given, Signature signature) {
    return make_probed("gru", given, signature)->decoder() != nullptr;
  };
  CHECK(has_decoder(kSmall, {6, 7}));
  CHECK_FALSE(has_decoder(kSmall, {kVectors, kNumbers, true}));
  CHECK_FALSE(has_decoder(kSmall, {kSymbols, kLabels, true}));
}

TEST_CASE("recurrent models: a step allocates nothing") {
  const auto check = [](const std::string& kind, const Given& given) {
    Probe probe(kind, with(given, {{"dropout", 0.5}}), {kSymbols, kClasses, false}, 2, {5, 0});
    CHECK(allocations_during([&] {
            probe.plan.forward({true, 1, 1});
            probe.plan.backward({true, 1, 1});
          }) == 0);
  };
  for_families(check);
  for_both_directions(check);
}

TEST_CASE("recurrent models: both directions are refused on a task of predicting, and pairs on any") {
  for (const char* kind : {"rnn", "gru", "lstm"}) {
    CHECK(refusal(kind, {}, {6, 7}) == "");
    CHECK(refusal(kind, {{"bidirectional", true}}, {kSymbols, kLabels, false}) == "");
    CHECK(refusal(kind, {{"bidirectional", true}}, {6, 7}).find("models[0].bidirectional: ") == 0);
  }
  Signature pairs(6, 7);
  pairs.source = kSymbols;
  for (const char* kind : {"rnn", "gru", "lstm", "state_space"}) CHECK(refusal(kind, {}, pairs) != "");
}

TEST_CASE("rnn: an orthogonal start turns memory without loss, times the spectral radius") {
  const auto model =
      make_probed("rnn", {{"hidden_size", 9.0}, {"recurrent_init", "orthogonal"}, {"spectral_radius", 0.5}}, {6, 7});
  const auto w = model->parameters().find("rnn.weight_hh_l0")->value;
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t j = 0; j < 9; ++j) {
      double dot = 0;
      for (std::size_t k = 0; k < 9; ++k) dot += w[i * 9 + k] * w[j * 9 + k];
      CHECK(dot == doctest::Approx(i == j ? 0.25 : 0).epsilon(1e-12));
    }
}

TEST_CASE("rnn: an identity start keeps memory as it is, times the spectral radius") {
  const auto model =
      make_probed("rnn", {{"hidden_size", 4.0}, {"recurrent_init", "identity"}, {"spectral_radius", 1.5}}, {6, 7});
  const auto w = model->parameters().find("rnn.weight_hh_l0")->value;
  for (std::size_t i = 0; i < 16; ++i) CHECK(w[i] == (i % 5 == 0 ? 1.5 : 0));
  for (const char* name : {"rnn.bias_ih_l0", "rnn.bias_hh_l0"})
    for (double b : model->parameters().find(name)->value) CHECK(b == 0);
}

TEST_CASE("lstm: the forget bias reaches both directions of every layer") {
  const Given given = with(kSmall, {{"bidirectional", true}});
  const Signature asked{kSymbols, kLabels, false};
  const auto zero = make_probed("lstm", given, asked),
             one = make_probed("lstm", with(given, {{"forget_bias", 1.0}}), asked);
  for (const char* layer : {"l0", "l0_reverse", "l1", "l1_reverse"}) {
    const std::string name = std::string("lstm.bias_ih_") + layer;
    const auto a = zero->parameters().find(name)->value, b = one->parameters().find(name)->value;
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(b[i] - a[i] == doctest::Approx(i / 5 == 1 ? 1 : 0));
  }
}

TEST_CASE("state_space: eigenvalues start in the ring asked for, with the gain that keeps states in size") {
  const auto model = make_probed(
      "state_space",
      {{"cell", "diagonal"}, {"state_size", 200.0}, {"min_radius", 0.5}, {"max_radius", 0.9}, {"max_angle", 0.1}},
      {6, 7});
  const auto of = [&](const char* name) {
    return model->parameters().find(std::string("layers.0.mix.") + name)->value;
  };
  for (std::size_t n = 0; n < 200; ++n) {
    const double size = std::exp(-std::exp(of("nu_log")[n]));
    CHECK(size > 0.5 - 1e-9);
    CHECK(size < 0.9 + 1e-9);
    CHECK(std::exp(of("theta_log")[n]) < 0.1 + 1e-9);
    CHECK(std::exp(of("gamma_log")[n]) == doctest::Approx(std::sqrt(1 - size * size)));
  }
  Options options(model_kind("state_space").group.options);
  options.set("cell", "diagonal"), options.set("min_radius", 0.9), options.set("max_radius", 0.5);
  CHECK_THROWS_AS(model_kind("state_space").check(options, "models[0]"), Error);
}

TEST_CASE("recurrent models: every option acts") {
  const std::map<std::string, Given> shown_by{
      // where an option needs another one to be seen
      {"spectral_radius", {{"recurrent_init", "orthogonal"}}},
      {"dropout", {{"num_layers", 2.0}}},
  };
  for (const char* kind : {"rnn", "gru", "lstm", "state_space"})
    for (const Option& option : model_kind(kind).group.options) {
      Given base{{"hidden_size", 5.0}, {"num_layers", 1.0}};
      const std::string name(option.name);
      for (const Condition& condition : option.when) base[std::string(condition.option)] = condition.values.front();
      if (shown_by.contains(name)) base = with(base, shown_by.at(name));
      std::vector<OptionValue> values{OptionValue(option.max) == option.preset ? option.min : option.max};
      if (name == "min_radius") values = {0.9};
      if (option.type == Option::Type::integer) values = {option.min + 3};
      if (option.type == Option::Type::boolean) values = {true};
      if (option.type == Option::Type::choice) values.clear();
      for (const Choice& choice : option.choices)
        if (OptionValue(std::string(choice.value)) != option.preset) values.emplace_back(std::string(choice.value));
      const Signature asked{kSymbols, kLabels, false};
      const auto result = [&](const Given& given) {
        Pass pass;
        pass.training = true;
        return Probe(kind, given, asked, 1, {7, 0}).run(pass);
      };
      const auto before = result(base);
      for (const OptionValue& value : values) {
        CAPTURE(kind);
        CAPTURE(name);
        if (base.contains(name) && base[name] == value) continue;
        CHECK(result(with(base, {{name, value}})) != before);
      }
    }
}
