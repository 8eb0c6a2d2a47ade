// Points that lie in a plane are found in it; of others, components are compared with the eigenvectors of a covariance that
// repeated multiplication finds.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/error.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "support/fill.hpp"
#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

const std::string kSums = R"({"kind":"adding","length":12})", kBackwards = R"({"kind":"reverse"})";

double inner_product(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Points [count,width] around their mean.
struct Centred {
  std::size_t count, width;
  std::vector<double> points;
  Centred(std::vector<double> raw, std::size_t row_width)
      : count(raw.size() / row_width), width(row_width), points(std::move(raw)) {
    for (std::size_t i = 0; i < width; ++i) {
      double mean = 0;
      for (std::size_t p = 0; p < count; ++p) mean += points[p * width + i] / double(count);
      for (std::size_t p = 0; p < count; ++p) points[p * width + i] -= mean;
    }
  }
  std::span<const double> point(std::size_t p) const { return {&points[p * width], width}; }
  double variance() const { return inner_product(points, points) / double(count); }
};

/// The direction of the largest variance and that, by multiplying a vector by the covariance again and again.
std::pair<std::vector<double>, double> leading(const Centred& cloud) {
  std::vector<double> direction = random_vector(cloud.width, 9);
  double size = 0;
  for (int step = 0; step < 20000; ++step) {
    std::vector<double> next(cloud.width);
    for (std::size_t p = 0; p < cloud.count; ++p) {
      const double along = inner_product(cloud.point(p), direction) / double(cloud.count);
      for (std::size_t i = 0; i < cloud.width; ++i) next[i] += along * cloud.point(p)[i];
    }
    size = std::sqrt(inner_product(next, next));
    for (std::size_t i = 0; i < cloud.width; ++i) direction[i] = next[i] / size;
  }
  const double largest = *std::ranges::max_element(direction, {}, [](double x) { return std::abs(x); });
  for (double& x : direction) x *= largest < 0 ? -1 : 1;
  return {direction, size};
}

/// States of the rnn's top layer along the first examples; both directions side by side, in the order of the input.
std::vector<double> states_along(const Measured& measured, std::size_t examples) {
  std::vector<double> states;
  HeldOutBatches batches(measured.subject, 1, examples);
  while (batches.left()) {
    batches.read();
    const std::size_t length = length_of(batches.plan().batch().input, 0);
    const auto state = [&](const std::string& name, std::size_t t) {
      for (const Tap<float>& tap : batches.plan().taps())
        if (tap.name == name)
          std::ranges::copy(tap.data.subspan(t * tap.shape[2], tap.shape[2]), std::back_inserter(states));
    };
    for (std::size_t t = 0; t < length; ++t) {
      state("rnn.1.hidden", t);
      state("rnn.1.reverse.hidden", length - 1 - t);
    }
  }
  return states;
}

/// A circle that is three times as wide as it is high, along two directions of many dimensions.
void lay_out_ellipse(Tensor<float>& table) {
  const std::size_t count = table.shape[0], width = table.shape[1];
  for (std::size_t p = 0; p < count; ++p)
    for (std::size_t i = 0; i < width; ++i) {
      const double angle = 2 * std::acos(-1.0) * double(p) / double(count);
      const double along = i == 1 ? 0.8 : i == 2 ? -0.6 : 0, across = i == 1 ? 0.6 : i == 2 ? 0.8 : 0;
      table.value[p * width + i] = float(0.5 + 3 * std::cos(angle) * along + std::sin(angle) * across);
    }
}

std::string refusal_of(const Measured& measured, const Json& options) {
  try {
    measured.take("scatter", options);
  } catch (const Error& error) {
    return error.where() + " " + std::string(error.key());
  }
  return "none";
}

}  // namespace

TEST_CASE("scatter: symbols that lie in a plane are found in it, with their names") {
  Measured measured(kBackwards, R"({"kind":"rnn","embedding_size":7,"hidden_size":4})");
  Tensor<float>& table = measured.weight("embedding.weight");
  const std::size_t count = table.shape[0];
  lay_out_ellipse(table);
  const Findings found = measured.take("scatter", {{"of", "embedding"}});
  CHECK(number_of(found, "explained_0") == doctest::Approx(0.9));
  CHECK(number_of(found, "explained_1") == doctest::Approx(0.1));
  REQUIRE(found.arrays.size() == 1);
  const Finding& points = found.arrays[0];
  CHECK(points.name == "points");
  REQUIRE(points.axes[0].names.size() == count);
  CHECK(points.axes[0].names.back() == measured.task->vocabulary().text(std::int32_t(count - 1)));
  for (std::size_t p = 0; p < count; ++p) {
    const double angle = 2 * std::acos(-1.0) * double(p) / double(count);
    CHECK(double(points.data[2 * p]) == doctest::Approx(3 * std::cos(angle)).epsilon(1e-6));
    CHECK(double(points.data[2 * p + 1]) == doctest::Approx(std::sin(angle)).epsilon(1e-6));
  }
}

TEST_CASE("scatter: states of the top layer, along the directions in which they vary most") {
  for (const char* bidirectional : {"false", "true"}) {
    Measured measured(kBackwards,
                      R"({"kind":"rnn","embedding_size":7,"hidden_size":6,"num_layers":2,"bidirectional":)" +
                          std::string(bidirectional) + "}");
    const Findings found = measured.take("scatter", {{"examples", 5}});
    const std::size_t width = bidirectional == std::string("true") ? 12 : 6;
    Centred cloud(states_along(measured, 5), width);
    const Finding& points = array_of(found, "points");
    REQUIRE(points.axes[0].count == cloud.count);
    const double all = cloud.variance();
    for (std::size_t k = 0; k < 2; ++k) {
      const auto component = leading(cloud);
      CHECK(number_of(found, "explained_" + std::to_string(k)) ==
            doctest::Approx(component.second / all).epsilon(1e-9));
      for (std::size_t p = 0; p < cloud.count; ++p) {
        const double along = inner_product(cloud.point(p), component.first);
        CHECK(std::abs(double(points.data[2 * p + k]) - along) < 1e-6);
        for (std::size_t i = 0; i < width; ++i) cloud.points[p * width + i] -= along * component.first[i];
      }
    }
  }
}

TEST_CASE("scatter: a state knows its example and its position") {
  Measured measured(kBackwards, R"({"kind":"seq2seq","embedding_size":7,"hidden_size":6})");
  const Findings found = measured.take("scatter", {{"examples", 3}});
  const Finding &example = array_of(found, "example"), &time = array_of(found, "time");
  HeldOutBatches batches(measured.subject, 1, 3);
  std::size_t point = 0;
  for (std::size_t e = 0; e < 3; ++e) {
    batches.read();
    for (std::size_t t = 0; t < length_of(batches.plan().batch().input, 0); ++t, ++point) {
      REQUIRE(point < example.data.size());
      CHECK(example.data[point] == float(e));
      CHECK(time.data[point] == float(t));
    }
  }
  CHECK(point == example.data.size());
  CHECK(number_of(found, "examples") == 3);
}

TEST_CASE("scatter: a state knows what was read, and what the task knows there") {
  for (const char* task :
       {R"({"kind":"running_parity"})", R"({"kind":"reverse"})", R"({"kind":"adding","length":12})"}) {
    CAPTURE(task);
    const bool pairs = std::string(task) == kBackwards, numbers = std::string(task) == kSums;
    const Measured measured(task,
                            pairs ? R"({"kind":"seq2seq","hidden_size":6})" : R"({"kind":"rnn","hidden_size":6})");
    const Findings found = measured.take("scatter", {{"examples", 3}});
    CHECK(has_array(found, "symbol") != numbers);
    const auto variables = measured.task->knows().variables;
    const Finding &hidden = array_of(found, "hidden"), &kinds = array_of(found, "hidden_kind");
    const std::size_t count = array_of(found, "time").data.size();
    HeldOutBatches batches(measured.subject, 1, 3);
    Knowledge knowledge;
    std::size_t point = 0, known = 0;
    std::map<float, float> often;
    for (std::size_t e = 0; e < 3; ++e) {
      batches.read();
      const Batch batch = batches.plan().batch();
      measured.task->know(batch, 0, knowledge);
      const std::size_t before = pairs ? length_of(batch.source, 0) : 0;
      for (std::size_t t = 0; t < length_of(batch.input, 0); ++t, ++point) {
        if (!numbers) {
          CHECK(array_of(found, "symbol").data[point] == float(batch.input.tokens[t]));
          ++often[float(batch.input.tokens[t])];
        }
        for (std::size_t v = 0; v < variables.size(); ++v) {
          const float value = knowledge.value(v, before + t), told = hidden.data[v * count + point];
          CHECK((told == value || (std::isnan(told) && std::isnan(value))));
          known += std::isnan(value) ? 0 : 1;
        }
      }
    }
    CHECK(point == count);
    CHECK(hidden.axes[1].count == count);
    CHECK(known > 3);
    if (!numbers) {
      const Finding& read = array_of(found, "read");
      REQUIRE(read.data.size() == measured.task->vocabulary().size());
      CHECK(read.axes[0].names[1] == measured.task->vocabulary().text(1));
      for (std::size_t i = 0; i < read.data.size(); ++i) CHECK(read.data[i] == often[float(i)]);
    }
    for (std::size_t v = 0; v < variables.size(); ++v) {
      CHECK(hidden.axes[0].names[v] == variables[v].name);
      CHECK(kinds.data[v] == float(variables[v].kind));
    }
  }
  Measured learned(kBackwards, R"({"kind":"rnn","hidden_size":4})");
  CHECK_FALSE(has_array(learned.take("scatter", {{"of", "embedding"}}), "hidden"));
}

TEST_CASE("scatter: positions that are learned, and states of one unit or of none that differ") {
  Measured transformer(kBackwards, R"({"kind":"transformer","d_model":8,"num_heads":2})");
  Tensor<float>& table = transformer.weight("position.weight");
  lay_out_ellipse(table);
  const Findings positions = transformer.take("scatter", {{"of", "position"}});
  CHECK(number_of(positions, "explained_0") == doctest::Approx(0.9));
  CHECK(positions.arrays[0].axes[0].count == table.shape[0]);
  CHECK(positions.arrays[0].axes[0].names.empty());

  Measured narrow(kSums, R"({"kind":"gru","hidden_size":1})");
  const Findings line = narrow.take("scatter");
  CHECK(number_of(line, "explained_0") == doctest::Approx(1));
  CHECK(number_of(line, "explained_1") == 0);
  std::ranges::fill(table.value, 0.5F);
  const Findings same = transformer.take("scatter", {{"of", "position"}});
  CHECK(number_of(same, "explained_0") == 0);
  CHECK(std::ranges::all_of(same.arrays[0].data, [](float x) { return x == 0; }));
}

TEST_CASE("scatter: weights that are no numbers have no places") {
  Measured measured(kBackwards, R"({"kind":"rnn","embedding_size":7,"hidden_size":4})");
  measured.weight("embedding.weight").value[3] = std::numeric_limits<float>::quiet_NaN();
  const Findings found = measured.take("scatter", {{"of", "embedding"}});
  CHECK(std::isnan(number_of(found, "explained_0")));
  CHECK(std::isnan(found.arrays[0].data[0]));
}

TEST_CASE("scatter: what a model does not have is refused") {
  const Measured sums(kSums, R"({"kind":"conv"})");
  CHECK(refusal_of(sums, Json::object()) == "none");
  CHECK(refusal_of(sums, {{"of", "embedding"}}) == "measure.of measure.of");
  const Measured turned(kBackwards, R"({"kind":"transformer","d_model":8,"num_heads":2,"position":"sinusoidal"})");
  CHECK(refusal_of(turned, Json::object()) == "none");
  CHECK(refusal_of(turned, {{"of", "position"}}) == "measure.of measure.of");
  CHECK(refusal_of(turned, {{"of", "embedding"}}) == "none");
  CHECK_FALSE(Measured(kSums, R"({"kind":"mlp"})").applies("scatter"));  // which has one state for all positions
}
