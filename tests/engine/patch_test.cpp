// What is put into the place of a layer's value is what another run had there, and nothing else changes: of a recurrence the same
// as reading the other example up to there, of everything that enters the same as the other example.
#include <doctest/doctest.h>

#include <cmath>

#include "measures/input_probe.hpp"
#include "measures/patching.hpp"
#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// Two held-out examples of one length, each in all rows of a plan.
struct Pair {
  Pair(const Measured& measured, std::size_t rows)
      : m(measured), plan(*m.model, m.form.signature, BatchSize(rows, m.form.lengths, m.form.form)) {
    plan.forward_only();
    plan.allocate();
    lay_out(0);
    const std::size_t input = length(), source = source_length();
    do {
      lay_out(++second);
    } while (length() != input || source_length() != source);
    patching.emplace(plan, patch_layers(m.header.configured(), plan.plan().arena()));
    other = patching->run(), answers_other = answers();
    lay_out(0);
    own = patching->run(), answers_own = answers();
  }

  void lay_out(std::size_t example) {
    m.task->held_out(HeldOut::val, example, plan.batch());
    repeat_first_row(plan.batch(), plan.layout(), m.form.signature.output.whole);
  }
  std::size_t length() { return length_of(plan.batch().input, 0); }
  std::size_t source_length() { return plan.batch().source.dims.length > 0 ? length_of(plan.batch().source, 0) : 0; }
  std::vector<float> answers() const { return {plan.result().begin(), plan.result().end()}; }
  /// Of row b at position t.
  std::vector<float> answer(const std::vector<float>& all, std::size_t b, std::size_t t) const {
    const std::size_t width = m.form.signature.output.width;
    const std::size_t row = m.form.signature.output.whole ? b : position_index(plan.layout(), plan.dims(), b, t);
    return {all.begin() + std::ptrdiff_t(row * width), all.begin() + std::ptrdiff_t((row + 1) * width)};
  }
  std::size_t layer(const std::string& name) const {
    for (std::size_t l = 0; l < patching->layers().size(); ++l)
      if (patching->layers()[l].name == name) return l;
    throw std::runtime_error(name);
  }
  /// The symbols of the second example at some positions of a stream, the first's at the others.
  std::vector<std::int32_t> spliced(bool source, const std::function<bool(std::size_t)>& from_second) {
    lay_out(second);
    const auto stream = [&]() -> StreamBatch { return source ? plan.batch().source : plan.batch().input; };
    const std::vector<std::int32_t> theirs(stream().tokens.begin(), stream().tokens.end());
    lay_out(0);
    std::vector<std::int32_t> tokens(stream().tokens.begin(), stream().tokens.end());
    for (std::size_t t = 0; t < stream().dims.length; ++t)
      for (std::size_t b = 0; b < stream().dims.batch; ++b)
        if (from_second(t))
          tokens[position_index(plan.layout(), stream().dims, b, t)] =
              theirs[position_index(plan.layout(), stream().dims, b, t)];
    return tokens;
  }

  const Measured& m;
  LossPlan<float> plan;
  std::optional<Patching> patching;
  std::size_t second = 0;
  Patching::Memory other, own;
  std::vector<float> answers_other, answers_own;
};

Json case_of(const GoldenHashes& golden, const std::string& name) {
  for (const Json& stored : golden.cases())
    if (stored["name"] == name) return stored;
  throw std::runtime_error(name);
}

std::vector<std::vector<std::size_t>> one_each(std::size_t first, std::size_t rows) {
  std::vector<std::vector<std::size_t>> positions;
  for (std::size_t b = 0; b < rows; ++b) positions.push_back({first + b});
  return positions;
}

void check_near(const std::vector<float>& found, const std::vector<float>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(double(found[i]) == doctest::Approx(double(expected[i])).epsilon(1e-5).scale(1));
}

}  // namespace

TEST_CASE("patch: from the same example nothing moves, in any family, layer and position") {
  const GoldenHashes golden;
  std::size_t families = 0, layers = 0;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    CAPTURE(stored["name"].get<std::string>());
    const Measured m(golden, stored);
    if (!m.applies("patch")) continue;
    Pair pair(m, 3);
    ++families;
    for (std::size_t l = 0; l < pair.patching->layers().size(); ++l) {
      CAPTURE(pair.patching->layers()[l].name);
      pair.patching->run_with(l, pair.own, pair.own, one_each(1, 3));
      CHECK(pair.answers() == pair.answers_own);
      pair.patching->run_with(l, pair.other, pair.own, std::vector<std::vector<std::size_t>>(3));
      CHECK(pair.answers() == pair.answers_own);
      pair.patching->run_with(l, pair.other, pair.own, one_each(1, 3));
      layers += pair.answers() != pair.answers_own;
    }
  }
  CHECK(families >= 30);
  CHECK(layers >= 50);
}

TEST_CASE("patch: a Transformer has each of its layers, with norms and residuals or without") {
  const std::string bits = R"({"kind":"running_parity","min_length":12,"max_length":12,"longer_length":0})";
  for (const char* residual : {"true", "false"})
    for (const char* kind : {"layer_norm", "none"})
      for (const char* norm : {"pre", "post"})
        for (const char* dropout : {"0", "0.1"}) {
          const Measured m(bits, R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":2,"residual":)" +
                                     std::string(residual) + R"(,"normalisation":")" + kind + R"(","norm":")" + norm +
                                     R"(","dropout":)" + dropout + "}");
          Pair pair(m, 2);
          REQUIRE(pair.patching->layers().size() == 3);
          pair.patching->run_with(2, pair.other, pair.own, one_each(4, 2));
          check_near(pair.answer(pair.answers(), 0, 4), pair.answer(pair.answers_other, 0, 4));
          CHECK(pair.answer(pair.answers(), 0, 3) == pair.answer(pair.answers_own, 0, 3));
        }
}

TEST_CASE("patch: whatever a causal model answered before the position stays, to the bit") {
  const GoldenHashes golden;
  for (const char* name : {"transformer: ALiBi", "transformer: RoPE, shared keys, RMSNorm, SwiGLU", "lstm",
                           "gru: reset before the product, two layers, dropout", "state_space: min_lstm"}) {
    CAPTURE(name);
    const Measured m(golden, case_of(golden, name));
    Pair pair(m, 4);
    for (std::size_t l = 0; l < pair.patching->layers().size(); ++l) {
      pair.patching->run_with(l, pair.other, pair.own, one_each(5, 4));
      const std::vector<float> found = pair.answers();
      for (std::size_t b = 0; b < 4; ++b) {
        for (std::size_t t = 0; t < 5 + b; ++t) CHECK(pair.answer(found, b, t) == pair.answer(pair.answers_own, b, t));
        if (pair.patching->layers()[l].name != "embedded")  // where both may have the same symbol
          CHECK(pair.answer(found, b, 5 + b) != pair.answer(pair.answers_own, b, 5 + b));
      }
    }
  }
}

TEST_CASE("patch: with all that enters, or all that the last layer shows, it is the other example") {
  const GoldenHashes golden;
  for (const char* name : {"transformer: ALiBi", "transformer: encoder", "transformer: encoder, linear attention",
                           "transformer: post norm, sinusoids, ReLU, tied", "set_transformer"}) {
    CAPTURE(name);
    const Measured m(golden, case_of(golden, name));
    Pair pair(m, 2);
    std::vector<std::size_t> all(pair.length());
    for (std::size_t t = 0; t < all.size(); ++t) all[t] = t;
    REQUIRE(pair.answer(pair.answers_other, 0, 0) != pair.answer(pair.answers_own, 0, 0));
    for (std::size_t l = 0; l < pair.patching->layers().size(); ++l) {
      pair.patching->run_with(l, pair.other, pair.own, std::vector<std::vector<std::size_t>>{all, {}});
      const std::vector<float> found = pair.answers();
      for (std::size_t t : all) {
        check_near(pair.answer(found, 0, t), pair.answer(pair.answers_other, 0, t));
        CHECK(pair.answer(found, 1, t) == pair.answer(pair.answers_own, 1, t));
        if (m.form.signature.output.whole) break;
      }
    }
  }
}

TEST_CASE("patch: the state of a recurrence of one layer is what reading the other example up to there gives") {
  const GoldenHashes golden;
  for (const char* name : {"rnn", "gru", "lstm", "lstm: peepholes, layer norm, open input gate"}) {
    CAPTURE(name);
    const Measured m(golden, case_of(golden, name));
    Pair pair(m, 3);
    REQUIRE(pair.patching->layers().size() == 1);
    pair.patching->run_with(0, pair.other, pair.own, one_each(4, 3));
    const std::vector<float> found = pair.answers();
    for (std::size_t b = 0; b < 3; ++b) {
      const auto tokens = pair.spliced(false, [&](std::size_t t) { return t <= 4 + b; });
      std::ranges::copy(tokens, pair.plan.batch().input.tokens.begin());
      pair.plan.forward({});
      const std::vector<float> expected = pair.answers();
      for (std::size_t t = 4 + b; t < pair.length(); ++t)
        check_near(pair.answer(found, b, t), pair.answer(expected, b, t));
    }
  }
}

TEST_CASE("patch: in a stack, layers below stay, and those above read what was put in from its step on") {
  const GoldenHashes golden;
  const Measured m(golden, case_of(golden, "gru: reset before the product, two layers, dropout"));
  constexpr std::size_t kAt = 4;
  Pair pair(m, 1);
  const std::size_t H = 11, T = pair.length();
  // Above: the formulas (reset before the product), from the other's state on.
  const auto parameter = [&](const std::string& name) { return m.model->parameters().find("gru." + name)->value; };
  const auto weight = parameter("weight_hh_l1"), bias = parameter("bias_hh_l1");
  const std::vector<float>& x = pair.own.layers[pair.layer("gru.1")].fed[0];
  const std::vector<float>& theirs = pair.other.layers[pair.layer("gru.1")].shown;
  std::vector<double> h(theirs.begin() + kAt * H, theirs.begin() + (kAt + 1) * H);
  std::vector<std::vector<double>> states{h};
  for (std::size_t t = kAt + 1; t < T; ++t) {
    const auto sum = [&](std::size_t gate, std::size_t u, const std::vector<double>& reset) {
      double total = double(x[t * 3 * H + gate * H + u]) + double(bias[gate * H + u]);
      for (std::size_t j = 0; j < H; ++j) total += double(weight[(gate * H + u) * H + j]) * h[j] * reset[j];
      return total;
    };
    const std::vector<double> ones(H, 1);
    std::vector<double> r(H), next(H);
    for (std::size_t u = 0; u < H; ++u) r[u] = 1 / (1 + std::exp(-sum(0, u, ones)));
    for (std::size_t u = 0; u < H; ++u) {
      const double z = 1 / (1 + std::exp(-sum(1, u, ones)));
      next[u] = (1 - z) * std::tanh(sum(2, u, r)) + z * h[u];
    }
    h = next;
    states.push_back(h);
  }
  const std::vector<std::vector<std::size_t>> at{{kAt}};
  pair.patching->run_with(pair.layer("gru.1"), pair.other, pair.own, at);
  const Tensor<float>& top = *pair.plan.plan().arena().find("gru.1.hidden");
  for (std::size_t t = kAt; t < T; ++t)
    for (std::size_t u = 0; u < H; ++u)
      CHECK(double(top.value[t * H + u]) == doctest::Approx(states[t - kAt][u]).epsilon(1e-5));
  for (std::size_t i = 0; i < kAt * H; ++i) CHECK(top.value[i] == pair.own.layers[pair.layer("gru.1")].shown[i]);
  // Below: as reading the other's symbols, but before the step what is shown is the first's.
  const auto tokens = pair.spliced(false, [&](std::size_t t) { return t <= kAt; });
  std::ranges::copy(tokens, pair.plan.batch().input.tokens.begin());
  pair.plan.forward({});
  const Tensor<float>& low = *pair.plan.plan().arena().find("gru.0.hidden");
  const std::vector<float> read(low.value.begin(), low.value.end());
  pair.lay_out(0);
  pair.patching->run_with(pair.layer("gru.0"), pair.other, pair.own, at);
  for (std::size_t i = 0; i < T * H; ++i)
    CHECK(double(low.value[i]) ==
          doctest::Approx(double(i < kAt * H ? pair.own.layers[pair.layer("gru.0")].shown[i] : read[i])).epsilon(1e-5));
}

TEST_CASE("patch: an encoder goes on in the order in which it reads, and a decoder from the other's source") {
  const GoldenHashes golden;
  const Measured m(golden, case_of(golden, "seq2seq: gru, attention none"));  // which reads the source from its end
  Pair pair(m, 1);
  const std::size_t at = 1;
  const std::vector<std::vector<std::size_t>> positions{{at}};
  REQUIRE(pair.source_length() >= 2);
  pair.patching->run_with(pair.layer("seq2seq.encoder.0"), pair.other, pair.own, positions);
  const std::vector<float> encoder = pair.answers();
  const auto source = pair.spliced(true, [&](std::size_t t) { return t >= at; });
  std::ranges::copy(source, pair.plan.batch().source.tokens.begin());
  pair.plan.forward({});
  check_near(encoder, pair.answers());
  CHECK(encoder != pair.answers_own);
  pair.lay_out(0);
  pair.patching->run_with(pair.layer("seq2seq.decoder.0"), pair.other, pair.own, positions);
  const std::vector<float> decoder = pair.answers();
  const auto input = pair.spliced(false, [&](std::size_t t) { return t <= at; });
  pair.lay_out(pair.second);
  std::ranges::copy(input, pair.plan.batch().input.tokens.begin());
  pair.plan.forward({});
  for (std::size_t t = at; t < pair.length(); ++t)
    check_near(pair.answer(decoder, 0, t), pair.answer(pair.answers(), 0, t));
}

TEST_CASE("patch: moved is the part of the way between two answers, position by position") {
  const GoldenHashes golden;
  const Measured m(golden, case_of(golden, "transformer: ALiBi"));
  const Findings found = m.take("patch", {{"example", 3}, {"other", 8}});
  const Finding& moved = array_of(found, "moved");
  CHECK(moved.axes[0].names == std::vector<std::string>{"embedded", "transformer.0", "transformer.1"});
  const std::size_t T = m.form.lengths.input;
  REQUIRE(moved.data.size() == 3 * T);
  LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
  plan.allocate();
  const auto number = [&](const std::string& name) {
    for (const auto& [known, value] : found.numbers)
      if (known == name) return value;
    throw std::runtime_error(name);
  };
  const std::size_t at = std::size_t(number("position")), width = m.form.signature.output.width;
  m.task->held_out(HeldOut::val, 8, plan.batch());
  const std::int32_t theirs = plan.batch().targets[at];
  plan.forward({});
  const std::vector<float> answers(plan.result().begin(), plan.result().end());
  m.task->held_out(HeldOut::val, 3, plan.batch());
  const std::int32_t ours = plan.batch().targets[at];
  REQUIRE(ours != theirs);
  const auto difference = [&](std::span<const float> all) {
    return double(all[at * width + std::size_t(theirs)]) - double(all[at * width + std::size_t(ours)]);
  };
  plan.forward({});
  const double before = difference(plan.result()), after = difference(answers);
  CHECK(number("difference") == doctest::Approx(before).epsilon(1e-4));
  CHECK(number("difference_other") == doctest::Approx(after).epsilon(1e-4));
  CHECK(number("probability") ==
        doctest::Approx(double(plan.probabilities()[at * width + std::size_t(ours)])).epsilon(1e-4));
  // What the last layer shows at the answer's position decides it alone, and elsewhere nothing.
  for (std::size_t t = 0; t < T; ++t)
    CHECK(double(moved.data[2 * T + t]) == doctest::Approx(t == at ? 1 : 0).epsilon(1e-4));
  for (std::size_t t = at + 1; t < T; ++t) CHECK(moved.data[t] == 0);
  // What enters at a position is the symbol there: ALiBi has no other trace of the place.
  m.task->held_out(HeldOut::val, 8, plan.batch());
  const std::vector<std::int32_t> read(plan.batch().input.tokens.begin(), plan.batch().input.tokens.end());
  for (std::size_t t = 0; t < T; ++t) {
    m.task->held_out(HeldOut::val, 3, plan.batch());
    plan.batch().input.tokens[t] = read[t];
    plan.forward({});
    CHECK(double(moved.data[t]) ==
          doctest::Approx((difference(plan.result()) - before) / (after - before)).epsilon(1e-3).scale(1e-2));
  }
}

TEST_CASE("patch: pairs are equally long and differ in their answer, else refused") {
  const GoldenHashes golden;
  for (const char* name : {"seq2seq: gru, attention additive", "transformer: encoder-decoder",
                           "gru: both ways, one answer", "lstm: open forget gate, one number", "gru: numbers"}) {
    CAPTURE(name);
    const Measured m(golden, case_of(golden, name));
    const Findings found = m.take("patch", {{"example", 2}});  // with the next that fits
    bool any = false;
    for (const Finding& finding : found.arrays)
      for (float x : finding.data) {
        CHECK_FALSE(std::isnan(x));
        any = any || x != 0;
      }
    CHECK(any);
    if (m.form.signature.pairs()) array_of(found, "moved_source");
  }
  const Measured m(golden, case_of(golden, "gru: both ways, one answer"));
  std::size_t refused = 0;
  for (std::size_t other = 1; other < 48; ++other) {
    try {
      m.take("patch", {{"example", 0}, {"other", other}});
    } catch (const Error& error) {
      CHECK(error.key() == "patch.pair");
      ++refused;
    }
  }
  CHECK(refused > 0);
  CHECK(refused < 47);
}
