// Ours against PyTorch: same weights, same batches, in double and in float. tests/parity/golden.py made the numbers.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <type_traits>
#include <utility>

#include "support/golden.hpp"
#include "support/replica.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

double largest(const std::vector<double>& x) {
  double most = 0;
  for (double value : x) most = std::max(most, std::fabs(value));
  return most;
}

/// max|ours - theirs| / scale; infinite for NaN or a difference in length.
double gap(const std::vector<double>& ours, const std::vector<double>& theirs, double scale) {
  if (ours.size() != theirs.size()) return INFINITY;
  double most = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const double difference = std::fabs(ours[i] - theirs[i]);
    if (!std::isfinite(difference)) return INFINITY;
    most = std::max(most, difference);
  }
  return most / scale;
}

double largest_gradient(const Golden& golden) {
  double most = 0;
  for (const GoldenParameter& parameter : golden.parameters) most = std::max(most, largest(parameter.grad));
  return most;
}

/// The worst gap over all parameters, in units of the largest gradient.
template <class Real>
double gradient_gap(const Golden& golden) {
  Replica<Real> replica(golden);
  replica.gradients(golden.batches[0]);
  double most = 0;
  for (const GoldenParameter& parameter : golden.parameters)
    most = std::max(most, gap(replica.grad(parameter.name), parameter.grad, largest_gradient(golden)));
  return most;
}

/// Relative difference of the loss before each update.
template <class Real>
std::vector<double> loss_gaps(const Golden& golden, std::size_t run) {
  Replica<Real> replica(golden, run);
  std::vector<double> gaps;
  for (const double theirs : golden.runs[run].losses) {
    const double ours = replica.step(golden.batches[gaps.size() % golden.batches.size()]);
    gaps.push_back(gap({ours}, {theirs}, std::fabs(theirs)));
  }
  return gaps;
}

/// Exchanges two of the equal parts that a parameter's rows fall into, such as two gates.
void exchange(Golden& golden, const std::string& name, std::size_t parts, std::size_t a, std::size_t b) {
  for (GoldenParameter& parameter : golden.parameters) {
    if (parameter.name != name) continue;
    const std::size_t size = parameter.value.size() / parts;
    const auto from = parameter.value.begin() + std::ptrdiff_t(a * size);
    std::swap_ranges(from, from + std::ptrdiff_t(size), parameter.value.begin() + std::ptrdiff_t(b * size));
  }
}

}  // namespace

TEST_CASE("parity: there is a golden file for every family that is trained") {
  std::set<std::string, std::less<>> covered;
  for (const std::string& name : golden_names()) covered.insert(read_golden(name).model["kind"]);
  for (const ModelKind* kind : model_kinds()) {
    CAPTURE(kind->group.kind);
    CHECK(covered.contains(kind->group.kind) != kind->counted);
  }
}

TEST_CASE_TEMPLATE("parity: result and loss of the first batch are PyTorch's", Real, double, float) {
  const double bound = std::is_same_v<Real, double> ? 1e-14 : 2e-6;
  for (const std::string& name : golden_names()) {
    CAPTURE(name);
    const Golden golden = read_golden(name);
    Replica<Real> replica(golden);
    const double loss = replica.gradients(golden.batches[0]);
    CHECK(gap({loss}, {golden.loss}, std::fabs(golden.loss)) <= bound);
    CHECK(gap(replica.result(), golden.result, largest(golden.result)) <= bound);
  }
}

TEST_CASE("parity: in double, every gradient is PyTorch's to 5e-14 of that parameter's largest") {
  for (const std::string& name : golden_names()) {
    const Golden golden = read_golden(name);
    Replica<double> replica(golden);
    replica.gradients(golden.batches[0]);
    for (const GoldenParameter& parameter : golden.parameters) {
      CAPTURE(name);
      CAPTURE(parameter.name);
      CHECK(gap(replica.grad(parameter.name), parameter.grad, largest(parameter.grad)) <= 5e-14);
    }
  }
}

TEST_CASE("parity: in float, every gradient is PyTorch's to 2e-6 of the largest") {
  for (const std::string& name : golden_names()) {
    CAPTURE(name);
    CHECK(gradient_gap<float>(read_golden(name)) <= 2e-6);
  }
}

TEST_CASE_TEMPLATE("parity: 100 losses under AdamW, Adam and SGD, clipping and schedules are PyTorch's", Real, double,
                   float) {
  const bool is_double = std::is_same_v<Real, double>;
  const double at_10 = is_double ? 1e-13 : 1e-6, at_100 = is_double ? 1e-13 : 3e-5;
  for (const std::string& name : golden_names()) {
    const Golden golden = read_golden(name);
    for (std::size_t run = 0; run < golden.runs.size(); ++run) {
      CAPTURE(name);
      CAPTURE(golden.runs[run].train.dump());
      const std::vector<double> gaps = loss_gaps<Real>(golden, run);
      CHECK(gaps.size() == 100);
      CHECK(*std::max_element(gaps.begin(), gaps.begin() + 10) <= at_10);
      CHECK(*std::max_element(gaps.begin(), gaps.end()) <= at_100);
    }
  }
}

TEST_CASE("parity: swapped LSTM gates miss by far, so the order i f g o is proved") {
  for (std::size_t a = 0; a < 4; ++a)
    for (std::size_t b = a + 1; b < 4; ++b) {
      CAPTURE(a);
      CAPTURE(b);
      Golden golden = read_golden("lstm");
      for (const char* name : {"lstm.weight_ih_l0", "lstm.weight_hh_l0", "lstm.bias_ih_l0", "lstm.bias_hh_l0"})
        exchange(golden, name, 4, a, b);
      CHECK(gradient_gap<double>(golden) > 1e-2);
    }
}

TEST_CASE("parity: swapped attention projections miss by far, so the order q k v is proved") {
  for (const auto& pair : {std::pair{0, 1}, std::pair{0, 2}, std::pair{1, 2}}) {
    const int a = pair.first, b = pair.second;
    CAPTURE(a);
    CAPTURE(b);
    Golden golden = read_golden("decoder-pre-learned-gelu");
    exchange(golden, "layers.0.self_attn.in_proj_weight", 3, a, b);
    exchange(golden, "layers.0.self_attn.in_proj_bias", 3, a, b);
    CHECK(gradient_gap<double>(golden) > 1e-2);
  }
}

TEST_CASE("parity: an RNN that reads its two symbols in the wrong order misses by far") {
  Golden golden = read_golden("rnn-tanh");
  std::vector<std::int32_t>& tokens = golden.batches[0].input.tokens;
  std::swap(tokens[0], tokens[1]);
  REQUIRE(tokens[0] != tokens[1]);
  CHECK(gradient_gap<double>(golden) > 1e-2);
}

TEST_CASE("parity: Adam in AdamW's place, a shorter warm-up or a looser clip miss by far") {
  const auto worst = [](const Golden& golden, std::size_t run) {
    const std::vector<double> gaps = loss_gaps<double>(golden, run);
    return *std::max_element(gaps.begin(), gaps.end());
  };
  Golden golden = read_golden("lstm");
  golden.runs[0].train["optimizer"]["kind"] = "adam";
  CHECK(worst(golden, 0) > 1e-3);
  golden.runs[1].train["schedule"]["warmup"] = 9;
  CHECK(worst(golden, 1) > 1e-3);
  golden = read_golden("lstm");
  golden.runs[1].train["clip_norm"] = 0.21;
  CHECK(worst(golden, 1) > 1e-4);
}

TEST_CASE("parity: a parameter that only one side has is an error") {
  Golden golden = read_golden("rnn-tanh");
  golden.parameters.push_back({"rnn.weight_hr_l0", {1}, {0}, {0}});
  CHECK_THROWS(Replica<double>(golden));
  golden = read_golden("rnn-tanh");
  golden.parameters.pop_back();
  CHECK_THROWS(Replica<double>(golden));
}
