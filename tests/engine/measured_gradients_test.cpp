// What reach and influence say is what central differences in double give, for every family: of a number that is read, and of
// a symbol that occurs once among those read, by the row of the first weights that it stands for.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "measures/input_probe.hpp"
#include "support/measured.hpp"
#include "train/greedy.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// The model in double with one held-out example laid out, of which the last answer counts.
class Reference {
 public:
  explicit Reference(const Measured& measured)
      : signature_(measured.form.signature),
        model_(measured.in_double()),
        plan_(*model_, signature_, BatchSize(1, measured.form.lengths, measured.form.form)) {
    plan_.allocate();
    const Batch batch = plan_.batch();
    measured.task->held_out(HeldOut::val, 0, batch);
    const std::vector<std::size_t> rows = counting_rows(batch, plan_.layout(), signature_.output.whole, 0);
    for (std::size_t row : rows)
      if (row != rows.back()) leave_out(batch, row);
    asked_ = rows.back();
    position_ = position_of(batch, plan_.layout(), signature_.output.whole, 0, asked_);
  }

  std::size_t position() const { return position_; }
  Batch batch() { return plan_.batch(); }
  double loss() { return plan_.forward({}); }

  /// What influence calls the answer; which symbol it is must be settled before anything is changed.
  double answer() {
    plan_.forward({});
    const std::size_t width = signature_.output.width;
    const auto row = plan_.result().subspan(asked_ * width, width);
    double sum = 0;
    for (double x : row) sum += x;
    if (signature_.output.kind != OutputSize::Kind::symbols) return sum;
    if (symbol_ < 0) symbol_ = largest_column(row);
    return row[std::size_t(symbol_)] - sum / double(width);
  }

  /// Whether position t of the stream can be changed alone.
  bool alone(const StreamBatch& stream, std::size_t t) const {
    return stream.tokens.empty() ||
           std::ranges::count(stream.tokens.first(length_of(stream, 0)), stream.tokens[t]) == 1;
  }

  /// Norm of the gradient of f by central differences, of what comes in at t.
  double norm(const StreamBatch& stream, bool source, std::size_t t, const std::function<double()>& f) {
    double sum = 0;
    const auto add = [&](auto& x, double wanted) {
      const auto before = x;
      x = static_cast<std::remove_reference_t<decltype(x)>>(before + wanted);
      const double up = f(), high = double(x);
      x = static_cast<std::remove_reference_t<decltype(x)>>(before - wanted);
      const double down = f(), low = double(x);
      x = before;
      const double slope = (up - down) / (high - low);
      sum += slope * slope;
    };
    if (stream.tokens.empty())
      for (float& x : stream.values.subspan(t * stream.features, stream.features)) add(x, 1e-4);
    else
      for_each_weight(source, std::size_t(stream.tokens[t]), [&](double& x) { add(x, 1e-5); });
    return std::sqrt(sum);
  }

 private:
  /// The weights that a symbol of a stream picks: rows of an embedding, or columns of weight_ih where it is read one-hot.
  void for_each_weight(bool source, std::size_t symbol, const std::function<void(double&)>& visit) {
    const std::size_t symbols = source ? signature_.source.symbols : signature_.input.symbols;
    bool embeds = false;
    for (Tensor<double>& tensor : model_->parameters().tensors()) {
      if (!is_table(tensor.name, source) || tensor.shape[0] != symbols) continue;
      embeds = true;
      const std::size_t width = tensor.shape[1];
      for (double& x : tensor.value.subspan(symbol * width, width)) visit(x);
    }
    if (embeds) return;
    for (Tensor<double>& tensor : model_->parameters().tensors())
      if (tensor.name.find("weight_ih_l0") != std::string::npos)
        for (std::size_t i = 0; i < tensor.shape[0]; ++i) visit(tensor.value[i * symbols + symbol]);
  }

  bool is_table(const std::string& name, bool source) const {
    if (name.find("embedding") == std::string::npos) return false;
    const bool encoder = name.find("encoder") != std::string::npos || name.find("source") != std::string::npos;
    return !signature_.pairs() || encoder == source;
  }

  const Signature signature_;
  std::unique_ptr<Model<double>> model_;
  LossPlan<double> plan_;
  std::size_t asked_ = 0, position_ = 0;
  std::int32_t symbol_ = -1;
};

/// Calls f(name of the case, what is measured) for each family that has gradients.
void for_each_family(const std::function<void(Measured&)>& f) {
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    const std::string name = stored["name"];
    if (name == "ngram") continue;
    CAPTURE(name);
    Measured measured(golden, stored, name == "image_conv" ? 0.5F : 0);  // the largest of equals has no gradient
    f(measured);
  }
}

/// float against double; what is nothing there may be a little here.
void check_near(double found, double expected, double largest) {
  CAPTURE(found);
  CAPTURE(expected);
  CHECK(std::abs(found - expected) <= 2e-3 * expected + 2e-4 * largest + 1e-7);
}

}  // namespace

TEST_CASE("measures: a probe answers as the model does, whatever it reads") {
  for_each_family([](Measured& m) {
    constexpr std::size_t kRows = 3;
    LossPlan<float> plan(*m.model, m.form.signature, BatchSize(kRows, m.form.lengths, m.form.form));
    plan.allocate();
    InputProbe probe(m.subject, kRows);
    probe.allocate();
    for (std::size_t first : {0, 5}) {  // it is used again
      m.task->held_out(HeldOut::val, first, plan.batch());
      m.task->held_out(HeldOut::val, first, probe.batch());
      CHECK(probe.read() == doctest::Approx(plan.forward({})).epsilon(1e-5));
      const Batch batch = plan.batch();
      const std::size_t width = m.form.signature.output.width;
      for (std::size_t b = 0; b < kRows && m.form.signature.output.kind != OutputSize::Kind::mixture; ++b)
        for (std::size_t row : counting_rows(batch, plan.layout(), m.form.signature.output.whole, b))
          for (std::size_t i = row * width; i < (row + 1) * width; ++i)
            CHECK(std::abs(probe.plan().result()[i] - plan.result()[i]) < 2e-4F);
    }
  });
}

TEST_CASE("measures: reach is the norm of the gradient of the last answer's loss") {
  std::size_t families = 0;
  for_each_family([&families](Measured& m) {
    if (m.form.signature.output.kind == OutputSize::Kind::mixture) return;  // its loss reads the points, too
    if (m.header.configured().kind == "transformer" && m.header.configured().options.boolean("tied")) return;
    Reference reference(m);
    const Findings found = m.take("reach", {{"examples", 1}});
    const Finding& reach = array_of(found, "reach");
    const double largest =
        double(*std::ranges::max_element(reach.data, [](float a, float b) { return !(a >= b) && b == b; }));
    const Batch batch = reference.batch();
    const auto loss = [&] { return reference.loss(); };
    std::size_t compared = 0;
    for (std::size_t t = 0; t <= reference.position(); ++t)
      if (reference.alone(batch.input, t)) {
        CAPTURE(t);
        check_near(double(reach.data[reference.position() - t]), reference.norm(batch.input, false, t, loss), largest);
        ++compared;
      }
    if (m.form.signature.pairs())
      for (std::size_t t = 0; t < length_of(batch.source, 0); ++t)
        if (reference.alone(batch.source, t)) {
          CAPTURE(t);
          check_near(double(array_of(found, "reach_source").data[t]), reference.norm(batch.source, true, t, loss),
                     largest);
          ++compared;
        }
    families += compared > 0;
  });
  CHECK(families == 39);  // where all symbols occur twice, nothing can be changed alone
}

TEST_CASE("measures: influence is the norm of the gradient of the answer, and zero where nothing is read") {
  for_each_family([](Measured& m) {
    if (!m.applies("influence")) return;
    if (m.header.configured().kind == "transformer" && m.header.configured().options.boolean("tied")) return;
    Reference reference(m);
    reference.answer();
    const Findings found = m.take("influence");
    const Finding& influence = array_of(found, "influence");
    const std::size_t answers = influence.axes[0].count, positions = influence.axes[1].count;
    const auto last = std::span(influence.data).last(positions);
    const double largest = double(*std::ranges::max_element(last));
    CHECK(largest > 0);
    const Batch batch = reference.batch();
    for (std::size_t t = 0; t < positions; ++t)
      if (reference.alone(batch.input, t)) {
        CAPTURE(t);
        check_near(double(last[t]), reference.norm(batch.input, false, t, [&] { return reference.answer(); }), largest);
      }
    if (!m.form.signature.causal) return;
    for (std::size_t a = 0; a < answers; ++a)
      for (std::size_t t = 0; t < positions; ++t)
        if (double(t) > influence.axes[0].at[a]) CHECK(influence.data[a * positions + t] == 0);
  });
}

TEST_CASE("measures: a convolution's influence is exactly zero beyond its receptive field, and nowhere within") {
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] != "conv") continue;
    Measured m(golden, stored);
    const auto facts = m.model->facts();
    const auto fact = std::ranges::find(facts, "receptive_field", &std::pair<std::string, double>::first);
    REQUIRE(fact != facts.end());
    const Finding influence = array_of(m.take("influence"), "influence");
    const std::size_t positions = influence.axes[1].count;
    std::size_t beyond = 0;
    for (std::size_t a = 0; a < influence.axes[0].count; ++a)
      for (std::size_t t = 0; t < positions; ++t) {
        const double back = influence.axes[0].at[a] - double(t);
        const bool seen = back >= 0 && back < fact->second;
        CHECK((influence.data[a * positions + t] > 0) == seen);
        beyond += back >= fact->second;
      }
    CHECK(beyond > 0);
  }
}
