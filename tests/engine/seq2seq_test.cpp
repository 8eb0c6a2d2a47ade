#include "models/seq2seq/seq2seq.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>

#include "core/error.hpp"
#include "support/count_allocations.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"
#include "support/reference_seq2seq.hpp"
#include "train/trainer.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Choices = std::vector<std::pair<std::string, OptionValue>>;

constexpr std::size_t kSourceSymbols = 6, kSymbols = 5, kFeatures = 3;
constexpr std::size_t B = 3, S = 5, T = 4;

Signature pairs(bool of_vectors = false) {
  Signature signature({kSymbols, 0, T}, {OutputSize::Kind::symbols, kSymbols}, true);
  signature.source = of_vectors ? StreamSize{0, kFeatures, S} : StreamSize{kSourceSymbols, 0, S};
  return signature;
}

Options small(const Choices& choices, double hidden_size = 6) {
  Options options(seq2seq_kind().group.options);
  options.set("embedding_size", 4.0);
  options.set("hidden_size", hidden_size);
  for (const auto& [name, value] : choices) options.set(name, value);
  return options;
}

/// A model with a loss on random pairs whose sources have 5, 1 and 3 symbols.
template <class Real>
struct Setup {
  Options options;
  Signature signature;
  std::unique_ptr<Model<Real>> model;
  LossPlan<Real> plan;
  Batch batch;

  explicit Setup(Options chosen, bool of_vectors = false, BatchSize size = {B, {T, S}, Form::pairs})
      : options(std::move(chosen)),
        signature(pairs(of_vectors)),
        model(make_seq2seq<Real>(options, signature)),
        plan(*model, signature, size),
        batch((model->parameters().allocate(), plan.allocate(), plan.batch())) {
    model->initialise(7);
    Rng rng(3);
    for (auto& id : batch.input.tokens) id = std::int32_t(rng.below(kSymbols));
    for (auto& id : batch.source.tokens) id = std::int32_t(rng.below(kSourceSymbols));
    for (auto& value : batch.source.values) value = float(rng.uniform(-1, 1));
    for (auto& id : batch.targets) id = std::int32_t(rng.below(kSymbols));
    if (size.batch > 1) batch.targets[T] = kNoTarget;
    for (std::size_t b = 0; b < size.batch; ++b) batch.source.lengths[b] = b == 0 ? 5 : b == 1 ? 1 : 3;
  }

  std::vector<Differentiable> parameters() {
    std::vector<Differentiable> all;
    for (Tensor<Real>& tensor : model->parameters().tensors()) all.push_back({tensor.name, tensor.value, tensor.grad});
    return all;
  }
  std::string gradient_mistake(const std::function<void()>& after = [] {}) {
    return check_loss_gradient(
        parameters(), [&] { return plan.forward({}); },
        [&] {
          plan.backward({});
          after();
        },
        {.per_input = 12});
  }
  std::vector<Real> logits() {
    plan.forward({});
    return {plan.result().begin(), plan.result().end()};
  }
  std::optional<Tap<Real>> tap(const std::string& name) const {
    for (const Tap<Real>& tap : plan.taps())
      if (tap.name == name) return tap;
    return std::nullopt;
  }
};

/// Every option at least once with each thing it acts together with.
const std::vector<Choices>& variants() {
  static const std::vector<Choices> all{
      {{"cell", "rnn"}},
      {{"cell", "gru"}, {"num_layers", 2.0}},
      {{"cell", "lstm"}, {"num_layers", 2.0}, {"bidirectional", true}},
      {{"cell", "lstm"}, {"reverse_source", true}},
      {{"cell", "rnn"}, {"attention", "dot"}, {"bidirectional", true}},
      {{"cell", "gru"}, {"attention", "additive"}, {"bidirectional", true}, {"num_layers", 2.0}},
      {{"cell", "lstm"}, {"attention", "general"}, {"bidirectional", true}, {"reverse_source", true}},
      {{"cell", "gru"}, {"attention", "scaled"}, {"bidirectional", true}, {"num_layers", 2.0}},
      {{"cell", "rnn"}, {"attention", "additive"}, {"input_feeding", true}, {"reverse_source", true}},
      {{"cell", "lstm"}, {"attention", "general"}, {"input_feeding", true}, {"num_layers", 2.0}},
      {{"cell", "gru"}, {"attention", "dot"}, {"input_feeding", true}},
      {{"cell", "gru"}, {"attention", "scaled"}, {"input_feeding", true}, {"bidirectional", true}},
  };
  return all;
}

void for_variants(const std::function<void(const Choices&)>& body) {
  for (std::size_t i = 0; i < variants().size(); ++i) {
    CAPTURE(i);
    body(variants()[i]);
  }
}

std::vector<int> tokens_of(const StreamBatch& stream, std::size_t b, std::size_t length) {
  std::vector<int> tokens;
  for (std::size_t t = 0; t < length; ++t)
    tokens.push_back(stream.tokens[position_index(stream.layout, stream.dims, b, t)]);
  return tokens;
}

ReferenceSeq2Seq::Sequence vectors_of(const StreamBatch& stream, std::size_t b, std::size_t length) {
  ReferenceSeq2Seq::Sequence rows;
  for (std::size_t t = 0; t < length; ++t) {
    const auto row =
        stream.values.subspan(position_index(stream.layout, stream.dims, b, t) * stream.features, stream.features);
    rows.emplace_back(row.begin(), row.end());
  }
  return rows;
}

void compare_with_reference(Setup<double>& setup) {
  setup.plan.forward({});
  ReferenceSeq2Seq reference(*setup.model, setup.options);
  for (std::size_t b = 0; b < B; ++b) {
    const std::size_t length = std::size_t(setup.batch.source.lengths[b]);
    const auto source = setup.batch.source.features > 0
                            ? vectors_of(setup.batch.source, b, length)
                            : reference.embed("encoder", tokens_of(setup.batch.source, b, length));
    const auto logits = reference.answer(source, reference.embed("decoder", tokens_of(setup.batch.input, b, T)));
    for (std::size_t t = 0; t < T; ++t)
      CHECK(distance(setup.plan.result().subspan((t * B + b) * kSymbols, kSymbols), logits[t]) < 1e-12);
    const auto attention = setup.tap("seq2seq.attention");
    if (!attention) continue;
    for (std::size_t t = 0; t < T; ++t)
      CHECK(distance(attention->data.subspan((b * T + t) * S, length), reference.weights[t]) < 1e-12);
  }
}

TrainConfig train(double lr) {
  const Configured adam{"adam", Options(optimizer_groups()[1].options)};
  TrainConfig config =
      train_config(Options(train_options()), adam, {"constant", Options(schedule_groups()[0].options)});
  config.lr = lr;
  return config;
}

}  // namespace

TEST_CASE("seq2seq: logits and alignments are those of the formulas, one source at a time") {
  for_variants([](const Choices& choices) {
    Setup<double> symbols(small(choices)), vectors(small(choices), true);
    compare_with_reference(symbols);
    compare_with_reference(vectors);
  });
}

TEST_CASE("seq2seq: the gradient of every parameter equals differences") {
  for_variants([](const Choices& choices) {
    Setup<double> setup(small(choices));
    CHECK(setup.gradient_mistake() == "");
  });
  Setup<double> vectors(small({{"attention", "additive"}}), true);
  CHECK(vectors.gradient_mistake() == "");
}

TEST_CASE("seq2seq: the gradient check notices a fed vector, a score or a state without its gradient") {
  for (const char* name : {"decoder.weight_feed_l0", "attention.query.weight", "encoder.weight_hh_l0"}) {
    CAPTURE(name);
    Setup<double> setup(small({{"attention", "additive"}, {"input_feeding", true}}));
    CHECK(setup.gradient_mistake([&] { setup.model->parameters().find(name)->grad[0] += 1e-3; }) != "");
  }
}

TEST_CASE("seq2seq: what stands in the padding of a source changes nothing") {
  for_variants([](const Choices& choices) {
    for (bool of_vectors : {false, true}) {
      Setup<float> setup(small(choices), of_vectors);
      const auto before = setup.logits();
      const StreamBatch& source = setup.batch.source;
      for (std::size_t b = 0; b < B; ++b)
        for (std::size_t t = std::size_t(source.lengths[b]); t < S; ++t) {
          const std::size_t at = position_index(source.layout, source.dims, b, t);
          if (!of_vectors) source.tokens[at] = (source.tokens[at] + 1) % std::int32_t(kSourceSymbols);
          if (of_vectors) source.values[at * kFeatures] = 100;
        }
      CHECK(setup.logits() == before);
    }
  });
}

TEST_CASE("seq2seq: a pair of a batch has the same bits alone, in a batch without padding") {
  for_variants([](const Choices& choices) {
    Setup<float> together(small(choices)), alone(small(choices), false, {1, {T, 3}, Form::pairs});
    alone.batch.source.lengths[0] = 3;
    for (std::size_t t = 0; t < T; ++t) alone.batch.input.tokens[t] = together.batch.input.tokens[t * B + 2];
    for (std::size_t t = 0; t < 3; ++t) alone.batch.source.tokens[t] = together.batch.source.tokens[t * B + 2];
    const auto all = together.logits(), one = alone.logits();
    for (std::size_t t = 0; t < T; ++t)
      CHECK(std::ranges::equal(std::span(one).subspan(t * kSymbols, kSymbols),
                               std::span(all).subspan((t * B + 2) * kSymbols, kSymbols)));
  });
}

TEST_CASE("seq2seq: an answer does not depend on later symbols of the decoder's input") {
  for_variants([](const Choices& choices) {
    Setup<float> setup(small(choices));
    const auto before = setup.logits();
    for (std::size_t b = 0; b < B; ++b)
      setup.batch.input.tokens[2 * B + b] = (setup.batch.input.tokens[2 * B + b] + 1) % std::int32_t(kSymbols);
    const auto after = setup.logits();
    CHECK(std::ranges::equal(std::span(before).first(2 * B * kSymbols), std::span(after).first(2 * B * kSymbols)));
    CHECK_FALSE(std::ranges::equal(std::span(before).subspan(2 * B * kSymbols, kSymbols),
                                   std::span(after).subspan(2 * B * kSymbols, kSymbols)));
  });
}

TEST_CASE("seq2seq: alignments sum to one over the source, and every variant shows its memories") {
  for_variants([](const Choices& choices) {
    Setup<float> setup(small(choices));
    setup.plan.forward({});
    const auto attention = setup.tap("seq2seq.attention");
    CHECK(attention.has_value() == (setup.options.text("attention") != "none"));
    if (attention) {
      CHECK(attention->shape == Shape{B, 1, T, S});
      CHECK(std::ranges::equal(attention->axes, seq2seq_kind().taps[0].axes));
      for (std::size_t row = 0; row < B * T; ++row) {
        const auto weights = attention->data.subspan(row * S, S);
        CHECK(std::accumulate(weights.begin(), weights.end(), 0.0) == doctest::Approx(1).epsilon(1e-6));
        CHECK((row / T != 1 || weights[0] == 1));  // a source of one symbol
      }
    }
    for (const std::string& layer : {std::string("0"), std::to_string(setup.options.integer("num_layers") - 1)}) {
      const auto encoder = setup.tap("seq2seq.encoder." + layer + ".hidden");
      const auto decoder = setup.tap("seq2seq.decoder." + layer + ".hidden");
      REQUIRE((encoder && decoder));
      CHECK(encoder->shape == Shape{S, B, 6});
      CHECK(decoder->shape == Shape{T, B, 6});
    }
  });
}

TEST_CASE("seq2seq: the encoder's memory is shown in the order of the source, whichever way it reads") {
  for (bool reversed : {false, true}) {
    Setup<float> setup(small({{"reverse_source", reversed}, {"bidirectional", true}}));
    setup.plan.forward({});
    for (const std::string& direction : {std::string(""), std::string("_reverse")}) {
      const auto shown = setup.tap("seq2seq.encoder" + direction + ".0.hidden");
      const auto read = setup.tap("seq2seq.encoder" + direction + ".0.reading.hidden");
      REQUIRE((shown && read));
      const bool backwards = reversed != (direction != "");
      const std::size_t b = 2, length = 3;
      for (std::size_t s = 0; s < length; ++s) {
        const std::size_t step = backwards ? S - 1 - s : S - length + s;
        CHECK(std::ranges::equal(shown->data.subspan((s * B + b) * 6, 6), read->data.subspan((step * B + b) * 6, 6)));
      }
    }
  }
}

TEST_CASE("seq2seq: dropout acts between layers and before the answer, in training alone") {
  for (const Choices& choices :
       {Choices{{"attention", "dot"}, {"input_feeding", true}}, Choices{{"num_layers", 2.0}}, Choices{}}) {
    Choices with = choices;
    with.push_back({"dropout", 0.5});
    Setup<float> plain(small(choices)), setup(small(with));
    CHECK(setup.logits() == plain.logits());
    const double calm = setup.plan.forward({});
    CHECK(setup.plan.forward({.training = true, .seed = 1, .step = 2}) != calm);
  }
}

TEST_CASE("seq2seq: a steady training step allocates nothing") {
  for_variants([](const Choices& choices) {
    const Options options = small(choices);
    auto model = make_seq2seq<float>(options, pairs());
    Trainer<float> trainer(*model, pairs(), {B, {T, S}, Form::pairs}, train(0.01));
    model->parameters().allocate();
    trainer.allocate();
    model->initialise(1);
    trainer.step();
    CHECK(allocations_during([&] { trainer.step(); }) == 0);
  });
}

TEST_CASE("seq2seq: copying sources of one to three symbols is learned") {
  const Options options = small({{"attention", "additive"}}, 16);
  auto model = make_seq2seq<float>(options, pairs());
  Trainer<float> trainer(*model, pairs(), {16, {T, S}, Form::pairs}, train(0.02));
  model->parameters().allocate();
  trainer.allocate();
  model->initialise(1);
  Rng rng(2);
  const Batch batch = trainer.batch();
  double loss = 0;
  for (int step = 0; step < 300; ++step) {  // symbols 0 .. 3 are copied, 4 begins and ends an answer
    for (std::size_t b = 0; b < 16; ++b) {
      const std::size_t length = 1 + rng.below(T - 1);
      batch.source.lengths[b] = std::int32_t(length);
      for (std::size_t t = 0; t < T; ++t) {
        const std::int32_t symbol = t < length ? std::int32_t(rng.below(4)) : 4;
        batch.source.tokens[t * 16 + b] = symbol;
        batch.targets[t * 16 + b] = t <= length ? symbol : kNoTarget;
        batch.input.tokens[t * 16 + b] = t == 0 ? 4 : batch.source.tokens[(t - 1) * 16 + b];
      }
    }
    loss = trainer.step().loss;
  }
  CHECK(loss < 0.05);
}

TEST_CASE("seq2seq: tasks without a source, or with one answer for all of it, are refused in words") {
  const ModelKind& kind = seq2seq_kind();
  CHECK(kind.forms(small({})) == std::vector<Form>{Form::pairs});
  CHECK_NOTHROW(kind.fits(small({}), pairs(), "models[0]"));
  CHECK_THROWS_WITH_AS(kind.fits(small({}), Signature{17, 12}, "models[0]"), doctest::Contains("pairs"), Error);
  Signature whole = pairs();
  whole.output.whole = true;
  CHECK_THROWS_AS(kind.fits(small({}), whole, "models[0]"), Error);
}
