// Singular values and spectral radii against matrices whose own are known, step Jacobians against differences of the ops
// themselves, and the measure against what follows from the taps of the examples that it is taken over.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/singular_values.hpp"
#include "measures/step_jacobian.hpp"
#include "ops/gru.hpp"
#include "ops/lstm.hpp"
#include "ops/rnn.hpp"
#include "support/measured.hpp"
#include "support/recurrent_layer.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Matrix = std::vector<double>;

Matrix times(const Matrix& a, const Matrix& b, std::size_t n) {
  Matrix product(n * n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t j = 0; j < n; ++j) product[i * n + j] += a[i * n + k] * b[k * n + j];
  return product;
}

Matrix transposed(const Matrix& a, std::size_t n) {
  Matrix turned(n * n);
  for (std::size_t i = 0; i < n * n; ++i) turned[i % n * n + i / n] = a[i];
  return turned;
}

Matrix diagonal(const std::vector<double>& values) {
  Matrix matrix(values.size() * values.size());
  for (std::size_t i = 0; i < values.size(); ++i) matrix[i * values.size() + i] = values[i];
  return matrix;
}

/// A product of as many reflections at random planes as it has rows.
Matrix random_orthogonal(std::size_t n, std::uint64_t seed) {
  Matrix product = diagonal(std::vector<double>(n, 1.0));
  for (std::size_t step = 0; step < n; ++step) {
    const std::vector<double> v = random_vector(n, seed + 100 * step);
    const double square = std::inner_product(v.begin(), v.end(), v.begin(), 0.0);
    Matrix mirror = diagonal(std::vector<double>(n, 1.0));
    for (std::size_t i = 0; i < n * n; ++i) mirror[i] -= 2 * v[i / n] * v[i % n] / square;
    product = times(product, mirror, n);
  }
  return product;
}

SingularValues decomposed(const Matrix& matrix, std::size_t n) {
  SingularValues decomposition(matrix, n);
  while (decomposition.next()) {
  }
  return decomposition;
}

std::vector<double> singular_values(const Matrix& matrix, std::size_t n) { return decomposed(matrix, n).values(); }

double radius_of(const Matrix& matrix, std::size_t n) {
  SpectralRadius radius(matrix, n);
  while (radius.next()) {
  }
  return radius.values()[0];
}

/// Eigenvalues of a symmetric 2 x 2 matrix, and of a symmetric 3 x 3 one by the trigonometric solution of its characteristic
/// polynomial: largest first.
std::vector<double> symmetric_eigenvalues(const Matrix& s, std::size_t n) {
  if (n == 2) {
    const double middle = (s[0] + s[3]) / 2, apart = std::hypot((s[0] - s[3]) / 2, s[1]);
    return {middle + apart, middle - apart};
  }
  const double mean = (s[0] + s[4] + s[8]) / 3;
  Matrix b = s;
  for (std::size_t i = 0; i < 3; ++i) b[4 * i] -= mean;
  const double p = std::sqrt(std::inner_product(b.begin(), b.end(), b.begin(), 0.0) / 6);
  const double det =
      b[0] * (b[4] * b[8] - b[5] * b[7]) - b[1] * (b[3] * b[8] - b[5] * b[6]) + b[2] * (b[3] * b[7] - b[4] * b[6]);
  const double angle = std::acos(std::clamp(det / (2 * p * p * p), -1.0, 1.0)) / 3, third = 2 * std::acos(-1.0) / 3;
  return {mean + 2 * p * std::cos(angle), mean + 2 * p * std::cos(angle - third),
          mean + 2 * p * std::cos(angle + third)};
}

/// An op of one step that starts from a state, with what it makes of another state.
struct OneStep {
  RecurrentLayer<double> layer;
  OneStep(std::size_t width, std::size_t gates, bool cell) : layer({1, 1, width}, gates) {
    layer.add_states({1, 1, width}, cell);
  }

  std::vector<Tensor<double>*> states(const RecurrentState<double>& state) {
    std::vector<Tensor<double>*> all{state.hidden};
    if (state.cell != nullptr) all.push_back(state.cell);
    return all;
  }
  std::vector<double> result() {
    layer.op->forward({});
    std::vector<double> after;
    for (const Tensor<double>* state : states(layer.last))
      after.insert(after.end(), state->value.begin(), state->value.end());
    return after;
  }
  Matrix differences() {
    const double step = 1e-6;
    std::vector<std::vector<double>> columns;
    for (Tensor<double>* state : states(layer.initial))
      for (double& number : state->value) {
        const double kept = std::exchange(number, number + step);
        std::vector<double> column = result();
        number = kept - step;
        const std::vector<double> below = result();
        number = kept;
        for (std::size_t i = 0; i < column.size(); ++i) column[i] = (column[i] - below[i]) / (2 * step);
        columns.push_back(column);
      }
    Matrix matrix;
    for (std::size_t i = 0; i < columns.size(); ++i)
      for (const auto& column : columns) matrix.push_back(column[i]);
    return matrix;
  }
  void add_to(StepJacobian& jacobian) {
    result();
    const auto cell = [](const RecurrentState<double>& state) { return value_of(state.cell); };
    jacobian.add({layer.initial.hidden->value, cell(layer.initial), layer.last.hidden->value, cell(layer.last),
                  layer.taken.value});
  }
};

/// The mean over three states, with other inputs each, of differences and of the Jacobian.
void check_jacobian(OneStep& step, StepJacobian& jacobian) {
  Matrix mean(jacobian.width() * jacobian.width());
  for (std::uint64_t seed : {1, 2, 3}) {
    fill({&step.layer.gate_input, step.layer.initial.hidden, step.layer.initial.cell}, 50 * seed);
    step.add_to(jacobian);
    const Matrix one = step.differences();
    REQUIRE(one.size() == mean.size());
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += one[i] / 3;
  }
  CHECK(distance(mean, jacobian.mean()) < 1e-9);
}

const std::string kAdding = R"({"kind":"adding","length":12})", kReverse = R"({"kind":"reverse"})";

/// W with rows scaled by the mean of 1 - h[t]^2, over held-out examples and the positions from `skip_first` on and without
/// `skip_last` ones.
Matrix mean_jacobian(const Measured& measured, const std::string& tap_name, const Tensor<float>& weight, bool source,
                     std::size_t skip_first, std::size_t skip_last) {
  const std::size_t width = weight.shape[1];
  std::vector<double> slope(width);
  double count = 0;
  HeldOutBatches batches(measured.subject, 1, 10);
  while (batches.left()) {
    batches.read();
    const Batch batch = batches.plan().batch();
    const std::size_t length = length_of(source ? batch.source : batch.input, 0);
    for (const Tap<float>& tap : batches.plan().taps())
      if (tap.name == tap_name)
        for (std::size_t t = skip_first; t + skip_last < length; ++t, ++count)
          for (std::size_t u = 0; u < width; ++u) slope[u] += 1 - std::pow(double(tap.data[t * width + u]), 2);
  }
  Matrix mean(weight.value.begin(), weight.value.end());
  for (std::size_t i = 0; i < mean.size(); ++i) mean[i] *= slope[i / width] / count;
  return mean;
}

void check_values(const Findings& found, const std::string& name, const Matrix& matrix) {
  CAPTURE(name);
  const Finding& values = array_of(found, name);
  CHECK(distance(std::vector<double>(values.data.begin(), values.data.end()),
                 singular_values(matrix, values.data.size())) < 1e-6);
}

Matrix in_doubles(std::span<const float> from) { return {from.begin(), from.end()}; }

}  // namespace

TEST_CASE("spectrum: singular values are roots of the eigenvalues of A'A") {
  for (std::size_t n : {2, 3})
    for (std::uint64_t seed = 1; seed < 6; ++seed) {
      const Matrix a = random_vector(n * n, seed);
      std::vector<double> expected = symmetric_eigenvalues(times(transposed(a, n), a, n), n);
      for (double& x : expected) x = std::sqrt(x);
      CHECK(distance(singular_values(a, n), expected) < 1e-7);  // the root of a small eigenvalue, which has lost digits
    }
  CHECK(distance(singular_values({3, 0, 4, 5}, 2), std::vector<double>{std::sqrt(45.0), std::sqrt(5.0)}) < 1e-14);
}

TEST_CASE("spectrum: singular values that were put in come out, of any size, equal or zero") {
  for (std::size_t n : {1, 4, 7, 33, 70}) {
    CAPTURE(n);
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) values[i] = double((n - i) / 2);  // in pairs, the last one or two zero
    const Matrix left = random_orthogonal(n, 1), right = random_orthogonal(n, 2);
    const Matrix a = times(times(left, diagonal(values), n), right, n);
    CHECK(distance(singular_values(a, n), values) < 1e-13 * double(n));
    for (double& x : values) x *= 1e-12;
    CHECK(distance(singular_values(times(times(left, diagonal(values), n), right, n), n), values) < 1e-25 * double(n));
  }
  CHECK(singular_values(Matrix(9), 3) == std::vector<double>(3));
}

TEST_CASE("spectrum: directions are the eigenvectors of a symmetric matrix") {
  const std::vector<double> values{5, 3, 1, 0.5, 0.1};
  const Matrix q = random_orthogonal(5, 3);
  const SingularValues found = decomposed(times(times(transposed(q, 5), diagonal(values), 5), q, 5), 5);
  for (std::size_t k = 0; k < 5; ++k) {
    const std::vector<double> direction = found.direction(k);
    const double cosine = std::inner_product(direction.begin(), direction.end(), &q[k * 5], 0.0);
    CHECK(std::abs(cosine) == doctest::Approx(1).epsilon(1e-13));
  }
}

TEST_CASE("spectrum: a radius is the largest eigenvalue's, real or of a pair, whatever the other ones") {
  const auto similar = [](const Matrix& blocks, std::size_t n) {
    Matrix change = diagonal(std::vector<double>(n, 1.0)), back = change;  // 1 + a nilpotent, which has an easy inverse
    for (std::size_t i = 1; i < n; ++i) change[i - 1 + n * (i - 1) + 1] = 1.5;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) back[i * n + j] = back[i * n + j - 1] * -1.5;
    const Matrix q = random_orthogonal(n, 4);
    return times(times(transposed(q, n), times(times(change, blocks, n), back, n), n), q, n);
  };
  const double cos = std::cos(1.0), sin = std::sin(1.0);
  CHECK(radius_of(similar(diagonal({0.5, -0.9, 0.3, 0.1}), 4), 4) == doctest::Approx(0.9).epsilon(1e-12));
  CHECK(radius_of(similar(diagonal({1.25, -1.25, 0.3, 0.1}), 4), 4) == doctest::Approx(1.25).epsilon(1e-6));
  Matrix turning = diagonal({0, 0, 1, -0.2});
  turning[0] = turning[5] = 1.1 * cos, turning[1] = -1.1 * sin, turning[4] = 1.1 * sin;
  CHECK(radius_of(similar(turning, 4), 4) == doctest::Approx(1.1).epsilon(1e-5));
  CHECK(radius_of({0.7, 1, 0, 0.7}, 2) == doctest::Approx(0.7).epsilon(2e-6));  // a Jordan block
  CHECK(radius_of({0, 3, 0, 0}, 2) == 0);
  CHECK(radius_of(Matrix(4), 2) == 0);
  CHECK(radius_of(random_orthogonal(40, 5), 40) == doctest::Approx(1).epsilon(1e-12));
  CHECK(radius_of({-1e-20}, 1) == doctest::Approx(1e-20).epsilon(1e-12));
}

TEST_CASE("spectrum: weights that are no numbers have no values") {
  for (double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    CHECK(std::isnan(singular_values({1, bad, 0, 1}, 2)[1]));
    CHECK(std::isnan(radius_of({1, bad, 0, 1}, 2)));
  }
}

TEST_CASE("spectrum: an rnn's mean Jacobian equals differences of its step") {
  for (Nonlinearity nonlinearity : {Nonlinearity::tanh, Nonlinearity::relu}) {
    OneStep step(5, 1, false);
    RecurrentLayer<double>& l = step.layer;
    l.op = std::make_unique<RnnOp<double>>(l.arena, "rnn.0", nonlinearity, l.taken, l.weight_hh, l.hidden, l.initial,
                                           l.last);
    l.start();
    check_jacobian(step, *rnn_jacobian(l.weight_hh.value, 5, nonlinearity));
  }
}

TEST_CASE("spectrum: a gru's mean Jacobian equals differences of its step, with the reset after and before") {
  for (Reset reset : {Reset::after, Reset::before}) {
    OneStep step(5, 3, false);
    RecurrentLayer<double>& l = step.layer;
    Tensor<double>& bias = l.parameter("bias_hh", {15});
    l.op = std::make_unique<GruOp<double>>(l.arena, "gru.0", reset, l.taken, l.weight_hh, bias, l.hidden, l.initial,
                                           l.last);
    l.start();
    check_jacobian(step, *gru_jacobian(l.weight_hh.value, bias.value, 5, reset));
  }
}

TEST_CASE("spectrum: an lstm's mean Jacobian equals differences of its step, with peepholes and gates that are held") {
  using enum GateMode;
  for (bool peeps : {false, true})
    for (GateMode mode : {learned, open, closed}) {
      OneStep step(5, 4, true);
      RecurrentLayer<double>& l = step.layer;
      LstmVariant<double> variant;
      if (peeps) variant.peephole = &l.parameter("peephole", {3, 5});
      variant.forget = mode;
      l.op = std::make_unique<LstmOp<double>>(l.arena, "lstm.0", l.taken, l.weight_hh, l.hidden, l.initial, l.last,
                                              variant);
      l.start();
      check_jacobian(step, *lstm_jacobian(l.weight_hh.value, value_of<double>(variant.peephole), 5));
    }
}

TEST_CASE("spectrum: of an rnn's layers and directions, what follows from weights and states") {
  Measured measured(kAdding, R"({"kind":"rnn","hidden_size":5,"num_layers":2,"bidirectional":true})");
  const Findings found = measured.take("spectrum", {{"examples", 10}});
  for (const auto& [name, suffix] :
       {std::pair("rnn.0", "_l0"), std::pair("rnn.1", "_l1"), std::pair("rnn.0.reverse", "_l0_reverse"),
        std::pair("rnn.1.reverse", "_l1_reverse")}) {
    const std::string layer = name;
    const Tensor<float>& weight = measured.weight(std::string("rnn.weight_hh") + suffix);
    const Matrix jacobian = mean_jacobian(measured, layer + ".hidden", weight, false, 1, 0);
    check_values(found, layer + ".singular", in_doubles(weight.value));
    check_values(found, layer + ".jacobian", jacobian);
    CHECK(number_of(found, layer + ".radius") == doctest::Approx(radius_of(in_doubles(weight.value), 5)));
    CHECK(number_of(found, layer + ".jacobian_radius") == doctest::Approx(radius_of(jacobian, 5)).epsilon(1e-5));
  }
  CHECK(found.arrays.size() == 8);
  CHECK(number_of(found, "examples") == 10);
}

TEST_CASE("spectrum: of an encoder, only steps within sources count, in both directions") {
  for (const char* reversed : {"false", "true"}) {
    Measured measured(kReverse,
                      R"({"kind":"seq2seq","cell":"rnn","hidden_size":5,"embedding_size":4,"bidirectional":true,)"
                      R"("reverse_source":)" +
                          std::string(reversed) + "}");
    const Findings found = measured.take("spectrum", {{"examples", 10}});
    const std::string ahead = "seq2seq.encoder.0", back = "seq2seq.encoder_reverse.0";
    const std::size_t skipped = reversed == std::string("true") ? 1 : 0;  // which reads its first position last
    const Tensor<float>& weight = measured.weight("encoder.weight_hh_l0");
    check_values(found, ahead + ".jacobian",
                 mean_jacobian(measured, ahead + ".hidden", weight, true, 1 - skipped, skipped));
    check_values(found, back + ".jacobian",
                 mean_jacobian(measured, back + ".hidden", measured.weight("encoder.weight_hh_l0_reverse"), true,
                               skipped, 1 - skipped));
    check_values(
        found, "seq2seq.decoder.0.jacobian",
        mean_jacobian(measured, "seq2seq.decoder.0.hidden", measured.weight("decoder.weight_hh_l0"), false, 1, 0));
  }
}

TEST_CASE("spectrum: gates have singular values of their own, and an lstm's state is both of its parts") {
  for (const auto& [kind, gates] : {std::pair("gru", std::size_t(3)), std::pair("lstm", std::size_t(4))}) {
    const std::string family = kind;
    Measured measured(kAdding, R"({"kind":")" + family + R"(","hidden_size":4})");
    const Findings found = measured.take("spectrum");
    const Finding& singular = array_of(found, family + ".0.singular");
    REQUIRE(singular.axes.size() == 2);
    CHECK(singular.axes[0].names.size() == gates);
    const Tensor<float>& weight = measured.weight(family + ".weight_hh_l0");
    for (std::size_t g = 0; g < gates; ++g)
      CHECK(distance(in_doubles(std::span(singular.data).subspan(g * 4, 4)),
                     singular_values(in_doubles(weight.value.subspan(g * 16, 16)), 4)) < 1e-6);
    CHECK(array_of(found, family + ".0.jacobian").data.size() == (gates == 4 ? 8 : 4));
    CHECK(std::isnan(number_of(found, family + ".0.radius")));
    CHECK(number_of(found, family + ".0.jacobian_radius") > 0);
  }
}

TEST_CASE("spectrum: there is no Jacobian where a step is more than its cell, and nothing without recurrent weights") {
  Measured normed(kAdding, R"({"kind":"lstm","hidden_size":4,"layer_norm":true})");
  CHECK(normed.take("spectrum").arrays.size() == 1);
  Measured fed(kReverse, R"({"kind":"seq2seq","hidden_size":4,"attention":"dot","input_feeding":true})");
  const Findings found = fed.take("spectrum");
  CHECK(has_array(found, "seq2seq.encoder.0.jacobian"));
  CHECK(has_array(found, "seq2seq.decoder.0.singular"));
  CHECK_FALSE(has_array(found, "seq2seq.decoder.0.jacobian"));
  CHECK_FALSE(Measured(kAdding, R"({"kind":"conv"})").applies("spectrum"));
}

TEST_CASE("spectrum: what is too wide costs too much") {
  const MeasureKind& kind = *find_measure("spectrum");
  const auto price = [&](const std::string& model) {
    return kind.price(Measured(kAdding, model).subject, Options(kind.group.options)).flops;
  };
  CHECK(price(R"({"kind":"rnn","hidden_size":512})") < kMostMeasureFlops);
  CHECK(price(R"({"kind":"lstm","hidden_size":512})") < kMostMeasureFlops);  // without the Jacobian of 1024 numbers
  CHECK(price(R"({"kind":"rnn","hidden_size":1024})") > kMostMeasureFlops);
}
