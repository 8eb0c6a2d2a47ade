// What a layer would answer, against a plain loop over its state in double; and the last layer against the model itself.
#include <doctest/doctest.h>

#include <cmath>

#include "measures/input_probe.hpp"
#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using LensNumbers = std::vector<double>;

const std::string kLensSort = R"({"kind":"sort","symbols":6,"min_length":3,"max_length":6,"longer_length":0})",
                  kLensBits = R"({"kind":"running_parity","min_length":6,"max_length":9,"longer_length":0})",
                  kLensParity = R"({"kind":"parity","min_length":2,"max_length":9,"longer_length":0})";

/// The plan of one example.
struct Looked {
  LossPlan<float> plan;
  Looked(const Measured& m, std::size_t example)
      : plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form)) {
    plan.allocate();
    m.task->held_out(HeldOut::val, example, plan.batch());
    plan.forward({});
  }
  std::vector<std::size_t> rows() {
    return counting_rows(plan.batch(), plan.layout(), plan.signature().output.whole, 0);
  }
};

LensNumbers numbers_in(std::span<const float> data, std::size_t row, std::size_t width) {
  const auto part = data.subspan(row * width, width);
  return {part.begin(), part.end()};
}

LensNumbers layer_normed(const LensNumbers& x, const Measured& m, const std::string& norm) {
  double mean = 0, variance = 0;
  for (double v : x) mean += v / double(x.size());
  for (double v : x) variance += (v - mean) * (v - mean) / double(x.size());
  LensNumbers y;
  for (std::size_t i = 0; i < x.size(); ++i)
    y.push_back((x[i] - mean) / std::sqrt(variance + 1e-5) * double(m.weight(norm + ".weight").value[i]) +
                double(m.weight(norm + ".bias").value[i]));
  return y;
}

/// Probabilities of what the output layer makes of x.
LensNumbers read_through(const LensNumbers& x, const Measured& m, const std::string& head, bool biased) {
  const Tensor<float>& weight = m.weight(head);
  LensNumbers p;
  double sum = 0;
  for (std::size_t o = 0; o < weight.shape[0]; ++o) {
    double logit = biased ? double(m.weight("head.bias").value[o]) : 0;
    for (std::size_t i = 0; i < x.size(); ++i) logit += double(weight.value[o * x.size() + i]) * x[i];
    p.push_back(std::exp(logit));
    sum += p.back();
  }
  for (double& q : p) q /= sum;
  return p;
}

float said_at(const Finding& finding, std::initializer_list<std::size_t> place) {
  std::size_t index = 0, axis = 0;
  for (std::size_t i : place) index = index * finding.axes[axis++].count + i;
  return finding.data[index];
}

/// Checks everything that is said of one place of a layer against its probabilities p and the model's q.
void check_place(const Findings& found, std::size_t layer, std::size_t place, const LensNumbers& p,
                 const LensNumbers& q, std::size_t right) {
  double entropy = 0, divergence = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    entropy -= p[i] * std::log(p[i]);
    divergence += q[i] * std::log(q[i] / p[i]);
  }
  CHECK(double(said_at(array_of(found, "right"), {layer, place})) == doctest::Approx(p[right]).epsilon(1e-4));
  CHECK(double(said_at(array_of(found, "entropy"), {layer, place})) == doctest::Approx(entropy).epsilon(1e-4));
  CHECK(std::abs(double(said_at(array_of(found, "divergence"), {layer, place})) - divergence) < 1e-5);
  LensNumbers left = p;
  for (std::size_t k = 0; k < array_of(found, "guess").axes[2].count; ++k) {
    const std::size_t best = std::size_t(std::ranges::max_element(left) - left.begin());
    CHECK(double(said_at(array_of(found, "probability"), {layer, place, k})) ==
          doctest::Approx(left[best]).epsilon(1e-4));
    CHECK(p[std::size_t(said_at(array_of(found, "guess"), {layer, place, k}))] ==
          doctest::Approx(left[best]).epsilon(1e-4));
    left[best] = 0;
  }
}

}  // namespace

TEST_CASE("lens: a Transformer's layers are read through its last norm and its output layer") {
  for (const bool tied : {false, true}) {
    const Measured m(kLensBits, R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":3,"d_ff":12,"tied":)" +
                                    std::string(tied ? "true}" : "false}"));
    constexpr std::size_t kExample = 3;
    const Findings found = m.take("lens", {{"example", kExample}, {"guesses", 2}, {"examples", 4}});
    Looked looked(m, kExample);
    const auto& layers = looked.plan.plan().layers();
    REQUIRE(layers.size() == 4);
    const std::vector<std::string>& names = array_of(found, "right").axes[0].names;
    CHECK(names.front() == "transformer.embedding");
    CHECK(names.back() == "transformer.2");
    const auto said = [&](std::size_t l, std::size_t row) {
      return read_through(layer_normed(numbers_in(layers[l].x->value, row, 8), m, "norm"), m,
                          tied ? "embedding.weight" : "head.weight", false);
    };
    const std::vector<std::size_t> rows = looked.rows();
    REQUIRE(array_of(found, "right").axes[1].count == rows.size());
    for (std::size_t l = 0; l < layers.size(); ++l)
      for (std::size_t a = 0; a < rows.size(); ++a)
        check_place(found, l, a, said(l, rows[a]), said(3, rows[a]), std::size_t(looked.plan.batch().targets[rows[a]]));
  }
}

TEST_CASE("lens: without norms and residuals a layer is read as it is") {
  for (const char* norm : {"pre", "post"}) {
    const Measured m(kLensBits, R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":2,"d_ff":12,)"
                                R"("residual":false,"normalisation":"none","norm":")" +
                                    std::string(norm) + R"("})");
    const Findings found = m.take("lens", {{"guesses", 2}});
    Looked looked(m, 0);
    const auto& layers = looked.plan.plan().layers();
    REQUIRE(layers.size() == 3);
    const std::vector<std::size_t> rows = looked.rows();
    for (std::size_t l = 0; l < layers.size(); ++l)
      for (std::size_t a = 0; a < rows.size(); ++a) {
        const auto said = [&](std::size_t of) {
          return read_through(numbers_in(layers[of].x->value, rows[a], 8), m, "head.weight", false);
        };
        check_place(found, l, a, said(l), said(2), std::size_t(looked.plan.batch().targets[rows[a]]));
      }
    CHECK(m.applies("patch"));
    CHECK(array_of(m.take("scatter"), "points").data.size() > 0);
  }
}

TEST_CASE("lens: means over examples are those of one example after the other") {
  const Measured m(kLensBits, R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":2,"d_ff":12})");
  constexpr std::size_t kExamples = 7;
  const Findings found = m.take("lens", {{"examples", kExamples}});
  for (std::size_t l = 0; l < 3; ++l) {
    double loss = 0, right = 0, count = 0;
    LensNumbers guessed(2);
    for (std::size_t e = 0; e < kExamples; ++e) {
      Looked looked(m, e);
      for (std::size_t row : looked.rows()) {
        const LensNumbers p =
            read_through(layer_normed(numbers_in(looked.plan.plan().layers()[l].x->value, row, 8), m, "norm"), m,
                         "head.weight", false);
        const std::size_t target = std::size_t(looked.plan.batch().targets[row]), first = p[1] > p[0] ? 1 : 0;
        loss -= std::log(p[target]), right += first == target, ++guessed[first], ++count;
      }
    }
    CHECK(double(array_of(found, "loss").data[l]) == doctest::Approx(loss / count).epsilon(1e-4));
    CHECK(double(array_of(found, "accuracy").data[l]) == doctest::Approx(right / count).epsilon(1e-6));
    for (std::size_t i = 0; i < 2; ++i)
      CHECK(double(said_at(array_of(found, "guessed"), {l, i})) == doctest::Approx(guessed[i] / count).epsilon(1e-6));
  }
  CHECK(array_of(found, "guessed").axes[1].names.size() == 2);
}

TEST_CASE("lens: an LSTM's cell is read as if its output gate were open") {
  const Measured m(kLensBits, R"({"kind":"lstm","hidden_size":6,"embedding_size":3})");
  const Findings found = m.take("lens", {{"guesses", 1}});
  const std::vector<std::string>& names = array_of(found, "right").axes[0].names;
  REQUIRE(names == std::vector<std::string>{"lstm.0", "lstm.0.cell"});
  Looked looked(m, 0);
  const std::vector<std::size_t> rows = looked.rows();
  for (const Tap<float>& tap : looked.plan.taps()) {
    if (tap.name != "lstm.0.cell") continue;
    for (std::size_t a = 0; a < rows.size(); ++a) {
      LensNumbers shown = numbers_in(tap.data, rows[a], 6);
      for (double& c : shown) c = std::tanh(c);
      const LensNumbers hidden = numbers_in(looked.plan.plan().layers()[0].x->value, rows[a], 6);
      const std::size_t right = std::size_t(looked.plan.batch().targets[rows[a]]);
      const LensNumbers model = read_through(hidden, m, "head.weight", true);
      check_place(found, 1, a, read_through(shown, m, "head.weight", true), model, right);
      check_place(found, 0, a, model, model, right);
    }
  }
}

TEST_CASE("lens: the last layer says to the bit what the model says, whatever is between") {
  std::size_t families = 0;
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    CAPTURE(stored["name"].get<std::string>());
    const Measured m(golden, stored);
    Looked looked(m, 1);
    const auto& layers = looked.plan.plan().layers();
    if (layers.empty()) continue;
    Plan<float> above;
    Indices& lengths = above.indices("lengths", {1});
    lengths.value[0] = looked.plan.batch().input.lengths[0];
    Stream stream;
    stream.dims = looked.plan.dims(), stream.layout = looked.plan.layout(), stream.lengths = &lengths;
    Tensor<float>& state = above.tensor("state", layers.back().x->shape);
    const Tensor<float>* logits = m.model->read_out(above, stream, state);
    if (logits == nullptr) continue;
    above.allocate();
    std::ranges::copy(layers.back().x->value, state.value.begin());
    above.forward({});
    CHECK(std::ranges::equal(logits->value, looked.plan.result()));
    ++families;
  }
  CHECK(families == 34);
}

TEST_CASE("lens: of a whole answer there is one place, and nothing where layers are no way to an answer") {
  const Measured whole(kLensParity, R"({"kind":"lstm","hidden_size":4,"embedding_size":3,"num_layers":2})");
  const Findings found = whole.take("lens");
  CHECK(array_of(found, "right").axes[1].count == 1);
  CHECK(array_of(found, "right").axes[0].count == 4);
  CHECK_FALSE(Measured(kLensBits, R"({"kind":"rnn","hidden_size":4,"embedding_size":3})").applies("lens"));  // h alone
  CHECK_FALSE(
      Measured(kLensParity, R"({"kind":"lstm","hidden_size":4,"num_layers":2,"bidirectional":true})").applies("lens"));
  CHECK_FALSE(Measured(kLensSort, R"({"kind":"seq2seq","num_layers":2,"attention":"dot"})").applies("lens"));
  CHECK(Measured(kLensSort, R"({"kind":"seq2seq","num_layers":2})").applies("lens"));
  CHECK_FALSE(Measured(R"({"kind":"adding","length":12})", R"({"kind":"lstm","hidden_size":4})").applies("lens"));
}
