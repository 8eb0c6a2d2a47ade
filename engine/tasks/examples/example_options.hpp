#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

/// Defaults and limits of the lengths of a task.
struct LengthRange {
  double min, max, longer;  ///< defaults
  double least, most;       ///< limits of all three
  const char* unit;
};

/// `before`, then "min_length", "max_length" and "longer_length", then `after`.
OptionTable with_lengths(OptionTable before, const LengthRange& range, OptionTable after = {});
/// Throws Error{invalid_config} unless the option `longer` is 0 or more than the option `most`.
void check_longer(const Options& options, const std::string& where, const std::string& most, const std::string& longer);
/// TaskKind::check of such tasks: min <= max < longer (or 0: nothing longer).
void check_lengths(const Options& options, const std::string& where);

/// What the options say: examples of min .. max in training, then max+1 .. longer. `given` and `answer` are left to the
/// caller: set_positions.
void set_lengths(ExampleShape& shape, const Options& options);
/// Positions of an example of size n: given = per_size*n + extra, likewise the answer.
struct Positions {
  std::size_t per_size = 1, extra = 0;
  std::size_t at(std::size_t size) const { return per_size * size + extra; }
};
void set_positions(ExampleShape& shape, Positions given, Positions answer = {0, 0});

/// Who takes any of n answers, without looking: n is a whole number, `answers` says of what ("letters").
Baseline chance(double n, const char* answers);
/// Who holds all of them to be equally likely: a loss, in nats.
Baseline chance_loss(double n, const char* answers);

/// visit(example) of `count` examples that baselines are counted over: always the same, whatever is trained.
template <class Visit>
void for_counted(const ExampleTask& task, std::size_t count, Visit visit) {
  Rng rng(1, "task.baselines");
  Example example;
  for (std::size_t i = 0; i < count; ++i) {
    task.sample_any(rng, example);
    visit(example);
  }
}

/// What is reached without reading: by always giving the answer that is most frequent in training (of answers with places of
/// their own, at each place, and where the form asks for it the end) and by giving each answer its frequency. Both are
/// counted over a few thousand examples.
std::vector<Baseline> frequency_baselines(const ExampleTask& task, Form form);

/// "abc…" of n letters, as code points and as classes.
std::u32string letters(std::size_t n);
std::vector<std::string> names_of(const std::u32string& symbols);

/// A number in [0, n) as a symbol that stands `first` places further on.
inline std::int32_t draw_symbol(Rng& rng, std::size_t n, std::int32_t first = 0) {
  return first + static_cast<std::int32_t>(rng.below(n));
}

}  // namespace unrolled
