// The convolutional families as whole models: gradients, what an answer may depend on, decoding.
#include <doctest/doctest.h>

#include "models/conv.hpp"
#include "support/model_probe.hpp"

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

/// Whether an answer within its row's length changes when something beyond it, or after it, does.
bool sees_padding(Probe& probe) {
  const auto before = probe.run();
  std::vector<std::vector<double>> old;
  const auto answers = [&] {
    std::vector<std::vector<double>> all;
    for (std::size_t b = 0; b < probe.input.stream.dims.batch; ++b)
      for (std::size_t t = 0; t < std::size_t(probe.signature.output.whole ? 1 : probe.input.lengths->value[b]); ++t)
        all.push_back(probe.answer(b, t));
    return all;
  };
  old = answers();
  const auto [B, T] = probe.input.stream.dims;
  for (std::size_t b = 0; b < B; ++b)
    for (std::size_t t = std::size_t(probe.input.lengths->value[b]); t < T; ++t)
      probe.input.change(b, t, probe.signature.input.symbols);
  if (probe.source)
    for (std::size_t b = 0; b < B; ++b)
      for (std::size_t s = std::size_t(probe.source->lengths->value[b]); s < probe.source->stream.dims.length; ++s)
        probe.source->change(b, s, probe.signature.source.symbols);
  probe.run();
  return answers() != old;
}

/// The first position of row 0 whose answer changes with the input at t; the length where none does.
std::size_t first_affected(Probe& probe, std::size_t t) {
  probe.run();
  const std::size_t T = probe.input.stream.dims.length;
  std::vector<std::vector<double>> before;
  for (std::size_t i = 0; i < T; ++i) before.push_back(probe.answer(0, i));
  probe.input.change(0, t, probe.signature.input.symbols);
  probe.run();
  for (std::size_t i = 0; i < T; ++i)
    if (probe.answer(0, i) != before[i]) return i;
  return T;
}

/// The same for the last.
std::size_t last_affected(Probe& probe, std::size_t t) {
  probe.run();
  const std::size_t T = probe.input.stream.dims.length;
  std::vector<std::vector<double>> before;
  for (std::size_t i = 0; i < T; ++i) before.push_back(probe.answer(0, i));
  probe.input.change(0, t, probe.signature.input.symbols);
  probe.run();
  for (std::size_t i = T; i-- > 0;)
    if (probe.answer(0, i) != before[i]) return i;
  return T;
}

void check_decoder(const std::string& kind, const Given& given, std::size_t length) {
  Probe probe(kind, given, {6, length}, 1, {length, 0});
  probe.run();
  const auto decoder = probe.model->decoder();
  REQUIRE(decoder != nullptr);
  for (int round = 0; round < 2; ++round) {
    decoder->restart();
    for (std::size_t t = 0; t < length; ++t) {
      const auto logits = decoder->feed(probe.input.tokens->value[t]);
      CHECK(distance(logits, probe.answer(0, t)) < 1e-13);
    }
  }
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

TEST_CASE("conv: dropout leaves numbers out while training alone") {
  for (bool gated : {false, true}) {
    Probe probe("conv", with(kSmallConv, {{"dropout", 0.5}, {"gated", gated}}), {6, 7}, 1, {7, 0});
    const auto still = probe.run();
    CHECK(probe.run({true, 1, 1}) != still);
    CHECK(probe.run({true, 1, 1}) != probe.run({true, 1, 2}));
    CHECK(probe.run() == still);
  }
}
