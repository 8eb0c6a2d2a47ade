// The convolutional families as whole models: gradients, what an answer may depend on, decoding.
#include <doctest/doctest.h>

#include "core/error.hpp"
#include "models/convolution/conv.hpp"
#include "models/convolution/image_conv.hpp"
#include "ops/pair_grid.hpp"
#include "ops/watch.hpp"
#include "support/count_allocations.hpp"
#include "support/model_dependence.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Given = std::map<std::string, OptionValue>;

constexpr OutputSize kClasses{OutputSize::Kind::symbols, 3, true}, kLabels{OutputSize::Kind::symbols, 5, false},
    kNumber{OutputSize::Kind::numbers, 1, true};
constexpr StreamSize kSymbols{6, 0, 7}, kVectors{0, 2, 7};

const Given kSmallConv{{"embedding_size", 4.0}, {"channels", 5.0}, {"num_layers", 2.0}};

Given with(Given given, const Given& more) {
  for (const auto& [name, value] : more) given[name] = value;
  return given;
}

const std::vector<Given> kConvForms{{}, {{"gated", true}}, {{"dilation_base", 1.0}, {"kernel_size", 2.0}}};

}  // namespace

TEST_CASE("conv: whole-model gradients equal differences, in both forms, causal or not, of symbols and numbers") {
  for (const Given& form : kConvForms) {
    const Given given = with(kSmallConv, form);
    CHECK(Probe("conv", given, {6, 7}, 2, {7, 0}).mistake() == "");
    CHECK(Probe("conv", given, {kSymbols, kLabels, false}, 2, {7, 0}, {7, 4}).mistake() == "");
    CHECK(Probe("conv", given, {kVectors, kLabels, true}, 2, {7, 0}).mistake() == "");
    for (const char* pooling : {"mean", "max", "last"})
      CHECK(Probe("conv", with(given, {{"pooling", pooling}}), {kVectors, kNumber, false}, 3, {6, 0}, {6, 1, 4})
                .mistake() == "");
  }
}

TEST_CASE("conv: a causal answer depends on no later position, another one does") {
  for (const Given& form : kConvForms) {
    const Given given = with(kSmallConv, form);
    Probe causal("conv", given, {6, 7}, 1, {7, 0});
    CHECK(first_affected(causal, 4) == 4);
    Probe both("conv", given, {kSymbols, kLabels, false}, 1, {7, 0});
    CHECK(first_affected(both, 4) < 4);
    Probe told("conv", with(given, {{"direction", "causal"}}), {kSymbols, kLabels, false}, 1, {7, 0});
    CHECK(first_affected(told, 4) == 4);
  }
}

TEST_CASE("conv: what stands beyond a row's length matters to no answer") {
  for (const Given& form : kConvForms)
    for (const char* pooling : {"mean", "max", "last"}) {
      const Given given = with(kSmallConv, with(form, {{"pooling", pooling}}));
      for (StreamSize size : {kSymbols, kVectors})
        for (OutputSize output : {kClasses, kLabels}) {
          Probe probe("conv", given, {size, output, false}, 3, {7, 0}, {7, 1, 4});
          CHECK_FALSE(sees_padding(probe));
        }
    }
}

TEST_CASE("conv: the receptive field is as far as an answer sees, and a fact of the model") {
  for (const Given& form : kConvForms) {
    const Given given = with(kSmallConv, form);
    Options options(conv_kind().group.options);
    for (const auto& [name, value] : given) options.set(name, value);
    const std::size_t field = receptive_field(options);
    Probe probe("conv", given, {6, 40}, 1, {40, 0});
    CHECK(probe.model->facts() == std::vector<std::pair<std::string, double>>{{"receptive_field", double(field)}});
    std::size_t reach = 0;  // a single path from one end to the other may be closed by a ReLU
    for (std::size_t t = 0; t < 20; ++t) reach = std::max(reach, last_affected(probe, t) - t);
    CHECK(reach == field - 1);
  }
  CHECK(receptive_field(Options(conv_kind().group.options)) == 1 + 2 * 2 * (1 + 2 + 4 + 8));
}

TEST_CASE("conv: decoding symbol by symbol gives what the whole sequence gives, windows moved or not") {
  for (const Given& form : kConvForms) {
    check_decoder("conv", with(kSmallConv, form), 7);
    check_decoder("conv", with(kSmallConv, form), 30);  // longer than the receptive field
  }
  CHECK(make_probed("conv", kSmallConv, {kSymbols, kLabels, false})->decoder() == nullptr);
}

TEST_CASE("conv: what each layer found in a sequence can be looked at") {
  for (const Given& form : kConvForms) {
    Probe probe("conv", with(kSmallConv, form), {6, 7}, 1, {7, 0});
    probe.run();
    const auto taps = probe.plan.taps();
    REQUIRE(taps.size() == 2);
    CHECK(taps[1].name == "conv.1.hidden");
    CHECK(taps[1].shape == Shape{7, 1, 5});
    const auto& head = *probe.model->parameters().find("head.weight");
    const auto& bias = *probe.model->parameters().find("head.bias");
    const auto last = taps[1].data.last(5);
    CHECK(std::inner_product(last.begin(), last.end(), head.value.begin(), bias.value[0]) ==
          doctest::Approx(probe.answer(0, 6)[0]));
    CHECK(Probe("conv", with(kSmallConv, form), {6, 7}, 2, {7, 0}).plan.taps().empty());
  }
}

TEST_CASE("conv: dropout leaves numbers out while training alone") {
  for (bool gated : {false, true}) {
    Probe probe("conv", with(kSmallConv, {{"dropout", 0.5}, {"gated", gated}}), {6, 7}, 1, {7, 0});
    const auto still = probe.run();
    CHECK(probe.run({true, 1, 1}) != still);
    CHECK(probe.run({true, 1, 1}) != probe.run({true, 1, 2}));
    CHECK(probe.run() == still);
  }
}

namespace {

const Given kSmallMlp{{"embedding_size", 3.0}, {"hidden_size", 5.0}, {"context", 3.0}, {"num_layers", 2.0}};

}  // namespace

TEST_CASE("mlp: whole-model gradients equal differences, over windows and over whole sequences") {
  for (const char* activation : {"tanh", "relu", "gelu"}) {
    const Given given = with(kSmallMlp, {{"activation", activation}});
    CHECK(Probe("mlp", given, {6, 7}, 2, {7, 0}).mistake() == "");
    CHECK(Probe("mlp", given, {kSymbols, kLabels, false}, 2, {7, 0}, {7, 4}).mistake() == "");
    CHECK(Probe("mlp", given, {kVectors, kLabels, true}, 2, {5, 0}).mistake() == "");
    CHECK(Probe("mlp", given, {kVectors, kNumber, false}, 3, {6, 0}, {6, 1, 4}).mistake() == "");
    CHECK(Probe("mlp", given, {kSymbols, kClasses, true}, 3, {7, 0}, {7, 1, 4}).mistake() == "");
  }
}

TEST_CASE("mlp: an answer depends on its window and nothing else") {
  Probe causal("mlp", kSmallMlp, {6, 7}, 1, {7, 0});
  CHECK(first_affected(causal, 3) == 3);
  CHECK(last_affected(causal, 3) == 5);
  Probe both("mlp", kSmallMlp, {kSymbols, kLabels, false}, 1, {7, 0});
  CHECK(first_affected(both, 3) == 2);
  CHECK(last_affected(both, 3) == 4);
  for (StreamSize size : {kSymbols, kVectors})
    for (OutputSize output : {kClasses, kLabels}) {
      Probe probe("mlp", kSmallMlp, {size, output, false}, 3, {6, 0}, {6, 1, 4});
      CHECK_FALSE(sees_padding(probe));
    }
}

TEST_CASE("mlp: decoding symbol by symbol gives what the whole sequence gives") {
  check_decoder("mlp", kSmallMlp, 9);
  check_decoder("mlp", with(kSmallMlp, {{"context", 20.0}}), 9);
}

namespace {

const Given kSmallImage{{"channels", 2.0}, {"num_layers", 2.0}, {"hidden_size", 5.0}};

Signature image(StreamSize size, OutputSize output = kClasses, std::size_t columns = 6) {
  Signature signature(size, output, false);
  signature.image_columns = columns;
  return signature;
}

void refused(const std::string& kind, const Given& given, const Signature& signature) {
  Options options(model_kind(kind).group.options);
  for (const auto& [name, value] : given) options.set(name, value);
  CHECK_THROWS_AS(model_kind(kind).fits(options, signature, "models[0]"), Error);
}

}  // namespace

TEST_CASE("image_conv: whole-model gradients equal differences, rows or pixels, classes or a number") {
  CHECK(Probe("image_conv", kSmallImage, image({0, 6, 5}), 2, {5, 0}).mistake() == "");
  CHECK(Probe("image_conv", with(kSmallImage, {{"kernel_size", 2.0}}), image({0, 1, 30}, kNumber), 2, {30, 0})
            .mistake() == "");
}

TEST_CASE("image_conv: the same image gives the same answer, row by row or pixel by pixel") {
  Probe rows("image_conv", kSmallImage, image({0, 6, 5}), 2, {5, 0});
  Probe pixels("image_conv", kSmallImage, image({0, 1, 30}), 2, {30, 0});
  pixels.input.values->value = rows.input.values->value;
  CHECK(rows.run() == pixels.run());
}

TEST_CASE("image_conv: the answer of every channel to one image can be looked at") {
  Probe probe("image_conv", kSmallImage, image({0, 6, 5}), 1, {5, 0});
  probe.run();
  const auto taps = probe.plan.taps();
  REQUIRE(taps.size() == 2);
  CHECK(taps[1].name == "image_conv.1.maps");
  CHECK(taps[1].shape == Shape{2, 3, 4});
  CHECK(*std::ranges::min_element(taps[1].data) == 0);
  CHECK(*std::ranges::max_element(taps[1].data) > 0);
  CHECK_THROWS_AS(WatchOp<double>(probe.plan.arena(), "x", {"line"}, {7}, *probe.result), Error);
  const Shape all{probe.result->shape.count()};
  CHECK_NOTHROW(WatchOp<double>(probe.plan.arena(), "x", {"line"}, all, *probe.result));
  CHECK_THROWS_AS(WatchOp<double>(probe.plan.arena(), "x", {"line", "unit"}, all, *probe.result), Error);
}

TEST_CASE("image_conv: what is no image, or too small a one, is refused in words") {
  refused("image_conv", {}, {kVectors, kClasses, false});
  refused("image_conv", {}, image({0, 6, 5}, kLabels));
  refused("image_conv", {{"num_layers", 3.0}}, image({0, 6, 5}));
  CHECK_NOTHROW(image_conv_kind().fits(Options(image_conv_kind().group.options), image({0, 6, 5}), "models[0]"));
}

namespace {

const Given kSmallPervasive{{"embedding_size", 3.0}, {"growth", 2.0}, {"num_layers", 2.0}},
    kSmallConvSeq2Seq{{"embedding_size", 4.0}, {"channels", 5.0}, {"num_layers", 2.0}};
const std::vector<std::pair<std::string, Given>> kPairModels{
    {"pervasive", kSmallPervasive},
    {"pervasive", with(kSmallPervasive, {{"pooling", "mean"}, {"kernel_size", 4.0}})},
    {"conv_seq2seq", kSmallConvSeq2Seq},
    {"conv_seq2seq", with(kSmallConvSeq2Seq, {{"kernel_size", 2.0}})}};

Signature pairs(StreamSize input, StreamSize source) {
  Signature signature(input, {OutputSize::Kind::symbols, 6, false}, true);
  signature.source = source;
  return signature;
}

}  // namespace

TEST_CASE("pairs: whole-model gradients equal differences, from symbols and from numbers") {
  for (const auto& model : kPairModels)
    for (StreamSize source : {StreamSize{5, 0, 6}, StreamSize{0, 2, 6}}) {
      const auto& kind = model.first;
      const auto& given = model.second;
      CAPTURE(kind);
      Probe probe(kind, given, pairs(kSymbols, source), 2, {4, 5}, {4, 3}, {3, 5});
      CHECK(probe.mistake() == "");
    }
  for (const char* kind : {"pervasive", "conv_seq2seq"})
    CHECK(Probe(kind, kind[0] == 'p' ? kSmallPervasive : kSmallConvSeq2Seq, pairs(kVectors, kSymbols), 2, {4, 5})
              .mistake() == "");
}

TEST_CASE("pairs: an answer depends on no later symbol of it, and on the whole source") {
  for (const auto& model : kPairModels) {
    const auto& kind = model.first;
    const auto& given = model.second;
    CAPTURE(kind);
    Probe probe(kind, given, pairs(kSymbols, kSymbols), 1, {6, 5});
    CHECK(first_affected(probe, 3) == 3);
    for (std::size_t s = 0; s < 5; ++s) {
      const auto before = probe.run();
      probe.source->change(0, s, 6);
      CHECK(probe.run() != before);
    }
  }
}

TEST_CASE("pairs: what stands beyond the lengths matters to no answer, nor does how far the padding goes") {
  for (const auto& model : kPairModels) {
    const auto& kind = model.first;
    const auto& given = model.second;
    CAPTURE(kind);
    Probe probe(kind, given, pairs(kSymbols, kSymbols), 3, {6, 7}, {6, 2, 5}, {7, 1, 4});
    CHECK_FALSE(sees_padding(probe));
    Probe tight(kind, given, pairs(kSymbols, kSymbols), 1, {2, 1});
    for (std::size_t t = 0; t < 2; ++t) tight.input.tokens->value[t] = probe.input.tokens->value[6 + t];
    tight.source->tokens->value[0] = probe.source->tokens->value[7];
    tight.run();
    for (std::size_t t = 0; t < 2; ++t) CHECK(distance(tight.answer(0, t), probe.answer(1, t)) < 1e-13);
  }
}

TEST_CASE("pairs: the taps show where in the source each answer looked") {
  for (const auto& [kind, given] : kPairModels) {
    Probe probe(kind, given, pairs(kSymbols, kSymbols), 2, {4, 5}, {4, 3}, {3, 5});
    probe.run();
    const auto taps = probe.plan.taps();
    REQUIRE(taps.size() == (kind == "pervasive" ? 1 : 2));
    CHECK(taps[0].name == (kind == "pervasive" ? "pervasive.alignment" : "conv_seq2seq.0.attention"));
    for (std::size_t t = 0; t < 4; ++t) {
      const auto row = taps[0].data.subspan(t * 5, 5);
      CHECK(std::accumulate(row.begin(), row.end(), 0.0) == doctest::Approx(1));
      CHECK(row[3] == 0);
      CHECK(row[4] == 0);
    }
  }
}

TEST_CASE("pairs: dropout leaves numbers out while training alone, other tasks are refused") {
  for (const auto& [kind, given] : kPairModels) {
    Probe probe(kind, with(given, {{"dropout", 0.5}}), pairs(kSymbols, kSymbols), 1, {4, 5});
    const auto still = probe.run();
    CHECK(probe.run({true, 1, 1}) != still);
    CHECK(probe.run() == still);
    refused(kind, given, {kSymbols, kLabels, true});
  }
}

TEST_CASE("convolutional families: a step allocates nothing") {
  std::vector<std::unique_ptr<Probe>> probes;
  const auto add = [&](const std::string& kind, const Given& given, const Signature& asked) {
    probes.push_back(std::make_unique<Probe>(kind, with(given, {{"dropout", 0.5}}), asked, 2, StreamLengths{5, 6}));
  };
  for (const Given& form : kConvForms) add("conv", with(kSmallConv, form), {kSymbols, kClasses, false});
  add("mlp", kSmallMlp, {6, 5});
  add("image_conv", kSmallImage, image({0, 6, 5}));
  for (const auto& [kind, given] : kPairModels) add(kind, given, pairs(kSymbols, kSymbols));
  for (const auto& probe : probes) {
    CHECK(allocations_during([&] {
            probe->plan.forward({true, 1, 1});
            probe->plan.backward({true, 1, 1});
          }) == 0);
  }
}

TEST_CASE("grid: every pair of rows side by side, gradients equal differences") {
  for (std::size_t width : {1, 3, 4, 9}) {
    Arena<double> arena;
    auto &a = arena.add("a", {2, 3, width}), &c = arena.add("c", {2, 4, 2}), &y = arena.add("y", {2, 3, 4, width + 2});
    PairGridOp<double> op(arena, a, c, y);
    arena.allocate();
    fill({&a, &c}, 1);
    op.forward({});
    CHECK(y.value[((1 * 3 + 2) * 4 + 1) * (width + 2)] == a.value[(1 * 3 + 2) * width]);
    CHECK(y.value[((1 * 3 + 2) * 4 + 1) * (width + 2) + width] == c.value[(1 * 4 + 1) * 2]);
    const auto mistake = [&](bool forgets) {
      return check_gradient(
          tensors({&a, &c}), tensors({&y}), [&] { op.forward({}); },
          [&] {
            if (forgets) std::ranges::fill(y.grad.last(width + 2), 0.0);
            op.backward({});
          });
    };
    CHECK(mistake(false) == "");
    CHECK(mistake(true) != "");
    CHECK_THROWS_AS(PairGridOp<double>(arena, c, a, y), Error);
  }
}
