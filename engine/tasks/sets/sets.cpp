#include "tasks/sets/sets.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "tasks/examples/example_options.hpp"
#include "tasks/examples/set_sizes.hpp"

namespace unrolled {
namespace {

ExampleShape maximum_shape(const Options& options) {
  ExampleShape shape;
  shape.kind = OutputSize::Kind::numbers;
  shape.features = 1;
  shape.width = 1;
  shape.tolerance = 0.02;
  set_set_sizes(shape, options);
  return shape;
}

// Of who reads one member after the other.
constexpr HiddenVariable kMaximumHidden[] = {{"largest", "The largest so far"}};
constexpr Knows kMaximumKnows{kMaximumHidden};
constexpr HiddenVariable kUniqueHidden[] = {{"different", "Different letters so far"}};
constexpr Knows kUniqueKnows{kUniqueHidden};

class MaximumTask final : public ExampleTask {
 public:
  MaximumTask(const Options& options, std::string_view) : ExampleTask(maximum_shape(options), Vocabulary()) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t size, Example& example) const override {
    for (std::size_t i = 0; i < size; ++i) example.values.push_back(static_cast<float>(rng.uniform()));
    example.numbers.push_back(*std::ranges::max_element(example.values));
  }

  // The largest of n uniform numbers has mean n / (n + 1) and mean square n / (n + 2).
  std::vector<Baseline> baselines(Form) const override {
    double mean = 0, square = 0;
    const std::size_t sizes = shape().training.max - shape().training.min + 1;
    for (std::size_t size = shape().training.min; size <= shape().training.max; ++size) {
      const auto n = static_cast<double>(size);
      mean += n / (n + 1) / static_cast<double>(sizes);
      square += n / (n + 2) / static_cast<double>(sizes);
    }
    return {{"mean", "Always the mean", "loss", square - mean * mean}};
  }

  const Knows& knows() const override { return kMaximumKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    float largest = 0;
    for (std::size_t i = 0; i < e.values.size(); ++i)
      known.state(0, places.given(i), double(largest = std::max(largest, e.values[i])));
  }

 private:
  std::uint64_t key(const Example& example) const override { return set_key(example, 1); }
};

/// Answers are 1 .. as many as there can be.
std::size_t most_different(const Options& options) {
  return std::min(options.integer("symbols"), std::max(options.integer("max_size"), options.integer("longer_size")));
}

ExampleShape unique_shape(const Options& options) {
  ExampleShape shape;
  shape.symbols = options.integer("symbols");
  shape.width = most_different(options);
  set_set_sizes(shape, options);
  return shape;
}

std::vector<std::string> counts(std::size_t most) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i <= most; ++i) names.push_back(std::to_string(i));
  return names;
}

/// share[d] += scale * the probability that n letters, each of `symbols` equally likely, are d different ones.
void add_different(std::size_t symbols, std::size_t n, double scale, std::vector<double>& share) {
  std::vector<double> p(symbols + 1);
  p[0] = 1;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t d = symbols + 1; d-- > 0;) {
      const double again = static_cast<double>(d) / static_cast<double>(symbols);
      const double fresh = d == 0 ? 0 : 1 - static_cast<double>(d - 1) / static_cast<double>(symbols);
      p[d] = p[d] * again + (d == 0 ? 0 : p[d - 1] * fresh);
    }
  for (std::size_t d = 0; d <= symbols; ++d) share[d] += scale * p[d];
}

class UniqueTask final : public ExampleTask {
 public:
  UniqueTask(const Options& options, std::string_view)
      : ExampleTask(unique_shape(options), Vocabulary(letters(options.integer("symbols"))),
                    counts(most_different(options))) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t size, Example& example) const override {
    std::uint32_t seen = 0;
    std::int32_t different = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::int32_t symbol = draw_symbol(rng, shape().symbols);
      different += (seen >> symbol & 1) == 0;
      seen |= std::uint32_t{1} << symbol;
      example.source.push_back(symbol);
    }
    example.target.push_back(different - 1);
  }

  // What is known of the answer before looking: its most frequent value, and the entropy of its distribution.
  std::vector<Baseline> baselines(Form) const override {
    std::vector<double> share(shape().symbols + 1);
    const std::size_t min = shape().training.min, max = shape().training.max;
    for (std::size_t n = min; n <= max; ++n)
      add_different(shape().symbols, n, 1 / static_cast<double>(max - min + 1), share);
    double entropy = 0;
    for (double p : share)
      if (p > 0) entropy -= p * elementary::log(p);
    return {{"chance", "Always the most frequent number", "accuracy", *std::ranges::max_element(share)},
            {"chance", "Without looking", "loss", entropy}};
  }

  const Knows& knows() const override { return kUniqueKnows; }
  void know_example(const Example& e, const Places& places, Knowledge& known) const override {
    std::uint32_t seen = 0;
    std::size_t different = 0;
    for (std::size_t i = 0; i < e.source.size(); ++i) {
      different += (seen >> e.source[i] & 1) == 0;
      seen |= std::uint32_t{1} << e.source[i];
      known.state(0, places.given(i), double(different));
    }
  }

 private:
  std::uint64_t key(const Example& example) const override { return set_key(example, 1); }
};

}  // namespace

const TaskKind& set_maximum_kind() {
  static const TaskKind kind{{"set_maximum", "Largest of a set of numbers",
                              "Look at a set of numbers between 0 and 1, in no order, and say the largest.",
                              with_set_sizes({}, {2, 10, 20, 1, 100, "numbers"})},
                             {"sets", "members"},
                             check_set_sizes,
                             forms_by<maximum_shape>,
                             false,
                             make_by<MaximumTask>,
                             false,
                             false,
                             &kMaximumKnows};
  return kind;
}

const TaskKind& set_unique_kind() {
  static const TaskKind kind{
      {"set_unique", "Different letters in a bag",
       "Look at a bag of letters, in no order, and say how many different ones there are: every pair must be compared.",
       with_set_sizes(
           {Option::integer("symbols", 10, 2, 26, "Letters", "How many different letters there are.").in("letters")},
           {4, 10, 16, 1, 100, "letters"})},
      {"sets", "members"},
      check_set_sizes,
      forms_by<unique_shape>,
      false,
      make_by<UniqueTask>,
      false,
      false,
      &kUniqueKnows};
  return kind;
}

}  // namespace unrolled
