// What a model is said to be made of, against what it has: all of its parameters and operations, the receptive field that it
// states, and for each family the ways and waits that one counts by hand.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "measures/input_probe.hpp"
#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

const std::string kAnatomyBits = R"({"kind":"running_parity","min_length":6,"max_length":15,"longer_length":0})",
                  kAnatomyWave = R"({"kind":"sines","length":15,"longer_length":0})",
                  kAnatomySum = R"({"kind":"adding","length":15,"longer_length":0})",
                  kAnatomyPairs = R"({"kind":"reverse","symbols":5,"min_length":2,"max_length":9,"longer_length":0})",
                  kAnatomySet = R"({"kind":"set_maximum","min_size":2,"max_size":6,"longer_size":0})";

double sum_over(const Finding& finding) {
  double sum = 0;
  for (float x : finding.data) sum += double(x);
  return sum;
}

float of_part(const Findings& found, const std::string& array, const std::string& part) {
  const Finding& finding = array_of(found, array);
  const auto at = std::ranges::find(finding.axes[0].names, part);
  REQUIRE_MESSAGE(at != finding.axes[0].names.end(), part);
  return finding.data[std::size_t(at - finding.axes[0].names.begin())];
}

/// expected(d): steps from d positions back to the last answer; below zero: no way.
void check_path(const Findings& found, const std::function<double(std::size_t)>& expected,
                const std::string& name = "path") {
  const Finding& path = array_of(found, name);
  for (std::size_t d = 0; d < path.data.size(); ++d) {
    CAPTURE(d);
    if (expected(d) < 0)
      CHECK(std::isnan(path.data[d]));
    else
      CHECK(double(path.data[d]) == expected(d));
  }
}

/// expected(n): the longest chain at length n.
void check_waits(const Findings& found, const std::function<double(double)>& expected) {
  const Finding& waits = array_of(found, "waits");
  for (std::size_t i = 0; i < waits.data.size(); ++i) {
    CAPTURE(waits.axes[0].at[i]);
    CHECK(double(waits.data[i]) == expected(waits.axes[0].at[i]));
  }
}

double ticked = 0;
double half_a_millisecond() { return ticked += 0.5; }

}  // namespace

TEST_CASE("anatomy: parts have all parameters and all operations of a model, each once") {
  const GoldenHashes golden;
  std::size_t fields = 0;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    CAPTURE(stored["name"].get<std::string>());
    const Measured m(golden, stored);
    const Findings found = m.take("anatomy");
    CHECK(number_of(found, "parameters") == double(m.model->parameter_count()));
    CHECK(sum_over(array_of(found, "parameters")) == double(m.model->parameter_count()));
    const LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
    CHECK(number_of(found, "flops") == plan.cost().flops);
    CHECK(sum_over(array_of(found, "flops")) * number_of(found, "positions") ==
          doctest::Approx(plan.cost().flops).epsilon(1e-5));
    for (const char* name : {"kind", "connection"}) {
      const Finding& which = array_of(found, name);
      CHECK(sum_over(which) == double(which.axes[0].count));
    }
    for (const auto& [name, value] : m.model->facts()) {
      if (name != "receptive_field" || m.form.signature.output.whole) continue;
      CHECK(number_of(found, "receptive_field") == value);
      ++fields;
    }
  }
  CHECK(fields == 2);  // of a convolution and a window
}

TEST_CASE("anatomy: the sizes of an LSTM are those of its formulas, the folded table's product with it") {
  const Measured m(kAnatomyBits, R"({"kind":"lstm","hidden_size":12,"embedding_size":5})");
  const Findings found = m.take("anatomy");
  CHECK(of_part(found, "parameters", "embedding") == 2 * 5);
  CHECK(of_part(found, "parameters", "lstm.0") == 4 * 12 * (5 + 12) + 8 * 12);
  CHECK(of_part(found, "parameters", "logits") == 2 * 12 + 2);
  const double n = 15, recurrent = 2 * 4 * 12 * 12 + 2 * 2 * 5 * 4 * 12 / n, output = 2 * 12 * 2;
  CHECK(double(of_part(found, "flops", "lstm.0")) == doctest::Approx(recurrent));
  CHECK(of_part(found, "flops", "logits") == output);
  CHECK(number_of(found, "parallelism") == doctest::Approx(n * (recurrent + output) / (n * recurrent + output)));
  CHECK(std::isnan(number_of(found, "receptive_field")));
  CHECK_FALSE(has_array(found, "milliseconds"));
}

TEST_CASE("anatomy: through recurrent layers the way is as long as the distance") {
  const auto layers = [](const char* kind, double count, const std::string& more = "") {
    const Measured m(kAnatomyBits, R"({"kind":")" + std::string(kind) + R"(","hidden_size":4,"num_layers":)" +
                                       std::to_string(int(count)) + more + "}");
    const Findings found = m.take("anatomy");
    check_path(found, [&](std::size_t d) { return double(d) + count; });
    check_waits(found, [&](double n) { return n + count - 1; });
  };
  for (const char* kind : {"rnn", "gru", "lstm"})
    for (double count : {1, 2, 3}) layers(kind, count);
}

TEST_CASE("anatomy: both ways, one answer takes all of both, and a second layer waits for both ends of the first") {
  for (double count : {1, 2}) {
    const Measured m(
        R"({"kind":"parity","min_length":2,"max_length":15,"longer_length":0})",
        R"({"kind":"gru","hidden_size":4,"bidirectional":true,"num_layers":)" + std::to_string(int(count)) + "}");
    const Findings found = m.take("anatomy");
    const double last = number_of(found, "positions") - 1;
    // The nearer end is as good as the other: forward from d back, or backward from the first position on.
    check_path(found, [&](std::size_t d) { return std::min(double(d), last - double(d)) + count; });
    check_waits(found, [&](double n) { return n * count; });
  }
}

TEST_CASE("anatomy: a scan waits as long as a tree is high, and its way is that of any recurrence") {
  const Measured m(kAnatomyBits, R"({"kind":"state_space","cell":"diagonal","hidden_size":4,"num_layers":2})");
  const Findings found = m.take("anatomy");
  check_path(found, [](std::size_t d) { return d == 0 ? 0 : double(d) + 1; });
  check_waits(found, [](double n) { return 2 * std::max(1.0, std::ceil(std::log2(n))); });
}

TEST_CASE("anatomy: dilated convolutions reach twice as far with each layer, and nothing beyond") {
  const Measured m(kAnatomyWave, R"({"kind":"conv","channels":4,"num_layers":2,"kernel_size":2,"dilation_base":3})");
  const Findings found = m.take("anatomy");
  // Two convolutions of two positions each: 0, 1 or 2 back; then 0, 3 or 6.
  check_path(found, [](std::size_t d) {
    return d == 0 ? 0 : d == 1 || d == 2 || d == 3 || d == 6 ? 2 : d <= 8 ? 4 : -1;
  });
  check_waits(found, [](double) { return 4; });
  CHECK(number_of(found, "receptive_field") == 9);
  CHECK(of_part(found, "dilation", "conv.1") == 3);
  CHECK(of_part(found, "window", "conv.1") == 2);
  CHECK(of_part(found, "times", "conv.1") == 2);
  const Measured window(kAnatomyWave, R"({"kind":"mlp","context":4,"hidden_size":4,"num_layers":2})");
  check_path(window.take("anatomy"), [](std::size_t d) { return d < 4 ? 1 : -1; });
}

TEST_CASE("anatomy: attention leads anywhere at once") {
  for (double count : {1, 3}) {
    const Measured m(kAnatomyBits, R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":)" +
                                       std::to_string(int(count)) + "}");
    const Findings found = m.take("anatomy");
    check_path(found, [](std::size_t d) { return d == 0 ? 0 : 1; });
    check_waits(found, [&](double) { return count; });
    CHECK(of_part(found, "heads", "transformer.0.attention") == 2);
    CHECK(of_part(found, "parameters", "transformer.0.attention") == 4 * 8 * 8 + 4 * 8);
  }
  const Measured bare(kAnatomyBits,
                      R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":3,"residual":false,)"
                      R"("normalisation":"none"})");
  const Findings through = bare.take("anatomy");  // nothing leads round a layer
  check_path(through, [](std::size_t) { return 3; });
  for (const char* part : {"transformer.1.attention", "transformer.2.feed_forward"})
    CHECK(of_part(through, "residual", part) == 0);
  const Measured pooled(kAnatomySum, R"({"kind":"transformer","d_model":8,"num_heads":2,"topology":"encoder"})");
  check_path(pooled.take("anatomy"), [](std::size_t) { return 1; });  // the mean over all positions
  for (const char* block : {"sab", "isab"}) {
    const Measured set(kAnatomySet, R"({"kind":"set_transformer","d_model":8,"num_heads":2,"num_layers":2,"block":")" +
                                        std::string(block) + R"("})");
    const Findings found = set.take("anatomy");
    check_path(found, [](std::size_t) { return 1; });  // by the pooling alone
    check_waits(found, [&](double) { return (block == std::string("sab") ? 1 : 2) * 2 + 1; });
  }
}

TEST_CASE("anatomy: from the source through the last state, or through attention") {
  const auto taken = [](const std::string& model) { return Measured(kAnatomyPairs, model).take("anatomy"); };
  const Findings last = taken(R"({"kind":"seq2seq","hidden_size":4,"num_layers":2})");
  const double source = double(array_of(last, "path_source").data.size()), input = number_of(last, "positions");
  // Through the source to its end, once up a layer, and through the answer.
  check_path(
      last, [&](std::size_t s) { return source - double(s) + input + 1; }, "path_source");
  check_path(last, [](std::size_t d) { return double(d) + 2; });
  check_waits(last, [](double n) { return 2 * n + 1; });
  const Findings reversed = taken(R"({"kind":"seq2seq","hidden_size":4,"reverse_source":true})");
  check_path(
      reversed, [&](std::size_t s) { return double(s) + 1 + input; }, "path_source");
  const Findings attends = taken(R"({"kind":"seq2seq","hidden_size":4,"attention":"dot","bidirectional":true})");
  check_path(
      attends, [](std::size_t) { return 2; }, "path_source");
  for (const char* model : {R"({"kind":"transformer","d_model":8,"num_heads":2,"topology":"encoder-decoder"})",
                            R"({"kind":"conv_seq2seq"})", R"({"kind":"pervasive"})"})
    check_path(
        taken(model), [](std::size_t) { return 1; }, "path_source");
}

TEST_CASE("anatomy: influence is zero exactly where no way leads") {
  const GoldenHashes golden;
  std::size_t compared = 0;
  for (const Json& stored : golden.cases()) {
    CAPTURE(stored["name"].get<std::string>());
    if (stored["name"] == "ngram" || stored["name"] == "image_conv") continue;  // which pools what is largest
    if (stored["experiment"]["models"][0].value("pooling", "") == "max") continue;
    Measured m(golden, stored);
    if (!m.applies("influence")) continue;
    const Findings found = m.take("influence");
    for (const std::string source : {"", "_source"}) {
      if (!has_array(found, "influence" + source)) continue;
      const Finding &influence = array_of(found, "influence" + source), &path = array_of(found, "path" + source);
      REQUIRE(influence.data.size() == path.data.size());
      for (std::size_t i = 0; i < path.data.size(); ++i) {
        CHECK((influence.data[i] == 0) == std::isnan(path.data[i]));
        compared += std::isnan(path.data[i]);
      }
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("anatomy: by a clock that is handed in, each part is run until two milliseconds are over") {
  Measured m(kAnatomyBits, R"({"kind":"lstm","hidden_size":4,"embedding_size":3})");
  CHECK_FALSE(has_array(m.take("anatomy", {{"time", true}}), "milliseconds"));
  m.subject.clock = half_a_millisecond;
  CHECK_FALSE(has_array(m.take("anatomy"), "milliseconds"));
  ticked = 0;
  const Findings found = m.take("anatomy", {{"time", true}});
  const Finding& time = array_of(found, "milliseconds");
  for (float ms : time.data) CHECK(ms == 0.5F);
  CHECK(ticked == double(time.data.size()) * 3 * 5 * 0.5);  // three rounds of a look before and four after
}
