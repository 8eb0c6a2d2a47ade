#include "tasks/example_options.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "tasks/utf8.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kCounted = 4000;  // examples

/// 2.303: three decimals.
std::string rounded(double value) {
  const auto thousandths = static_cast<std::size_t>(value * 1000 + 0.5);
  return std::to_string(thousandths / 1000) + '.' + std::to_string(1000 + thousandths % 1000).substr(1);
}

std::string whole(double value) { return std::to_string(static_cast<std::size_t>(value)); }

/// How often each symbol is the answer: at each place of an answer with places of its own, its end included, else in all.
std::vector<std::vector<double>> counted_answers(const ExampleTask& task) {
  const ExampleShape& shape = task.shape();
  const bool places = shape.answer == ExampleShape::Answer::sequence;
  std::vector<std::vector<double>> counts;
  const auto count = [&](std::size_t place, std::int32_t answer) {
    if (counts.size() <= place) counts.resize(place + 1, std::vector<double>(shape.width));
    if (answer != kNoTarget) ++counts[place][std::size_t(answer)];
  };
  Rng rng(1, "task.baselines");
  Example e;
  for (std::size_t i = 0; i < kCounted; ++i) {
    task.sample_one(rng, e);
    for (std::size_t t = 0; t < e.target.size(); ++t) count(places ? t : 0, e.target[t]);
    if (places) count(e.target.size(), kEndSymbol);
  }
  return counts;
}

}  // namespace

OptionTable with_lengths(OptionTable before, const LengthRange& r, OptionTable after) {
  const auto length = [&](const char* name, double preset, double least, const char* title, const char* summary) {
    return Option::integer(name, preset, least, r.most, title, summary).in(r.unit);
  };
  before.push_back(length("min_length", r.min, r.least, "Shortest", "The shortest examples trained on."));
  before.push_back(length("max_length", r.max, r.least, "Longest", "The longest examples trained on."));
  before.push_back(length("longer_length", r.longer, 0, "Tested up to",
                          "A second test has examples longer than any trained on, up to this length; 0: none."));
  for (Option& option : after) before.push_back(std::move(option));
  return before;
}

void check_longer(const Options& options, const std::string& where, const std::string& most,
                  const std::string& longer) {
  const std::size_t limit = options.integer(most), asked = options.integer(longer);
  if (asked == 0 || asked > limit) return;
  throw Error(ErrorCode::invalid_config, where + '.' + longer,
              "0, or more than " + most + " (" + std::to_string(limit) + ")", std::to_string(asked));
}

void check_lengths(const Options& options, const std::string& where) {
  const std::size_t min = options.integer("min_length"), max = options.integer("max_length");
  if (min > max)
    throw Error(ErrorCode::invalid_config, where + ".max_length", "at least min_length (" + std::to_string(min) + ")",
                std::to_string(max));
  check_longer(options, where, "max_length", "longer_length");
}

void set_lengths(ExampleShape& shape, const Options& options) {
  const std::size_t max = options.integer("max_length"), longer = options.integer("longer_length");
  shape.training = {options.integer("min_length"), max};
  if (longer > max) shape.longer = {max + 1, longer};
}

void set_positions(ExampleShape& shape, Positions given, Positions answer) {
  for (ExampleSizes* sizes : {&shape.training, &shape.longer})
    if (sizes->exist()) sizes->given = given.at(sizes->max), sizes->answer = answer.at(sizes->max);
}

Baseline chance(double n) { return {"chance", "Guessing: 1 in " + whole(n), "accuracy", 1 / n}; }

Baseline chance_loss(double n) {
  const double nats = elementary::log(n);
  return {"chance", "Guessing: ln " + whole(n) + " = " + rounded(nats), "loss", nats};
}

std::vector<Baseline> frequency_baselines(const ExampleTask& task) {
  const std::vector<std::vector<double>> counts = counted_answers(task);
  double total = 0, right = 0, nats = 0;
  for (const std::vector<double>& at : counts) {
    double place = 0;
    for (double count : at) place += count;
    for (double count : at)
      if (count > 0) nats -= count * elementary::log(count / place);
    total += place;
    right += std::ranges::max(at);
  }
  return {{"frequent", "Always the most frequent answer", "accuracy", right / total},
          {"frequent", "Frequencies of answers alone", "loss", nats / total}};
}

std::u32string letters(std::size_t n) {
  std::u32string symbols;
  for (std::size_t i = 0; i < n; ++i) symbols += static_cast<char32_t>(U'a' + i);
  return symbols;
}

std::vector<std::string> names_of(const std::u32string& symbols) {
  std::vector<std::string> names;
  for (char32_t symbol : symbols) names.push_back(to_utf8(symbol));
  return names;
}

}  // namespace unrolled
