#include "tasks/examples/example_options.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "tasks/data/utf8.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kCounted = 4000;  // examples

/// 2.303: three decimals.
std::string rounded(double value) {
  const auto thousandths = static_cast<std::size_t>(value * 1000 + 0.5);
  return std::to_string(thousandths / 1000) + '.' + std::to_string(1000 + thousandths % 1000).substr(1);
}

std::string whole(double value) { return std::to_string(static_cast<std::size_t>(value)); }

bool has_places(const ExampleShape& shape) { return shape.answer == ExampleShape::Answer::sequence; }

/// Whether the end of an answer is asked for: not where it stands under what is given and is always as long.
bool asks_for_end(const ExampleShape& shape, Form form) {
  return has_places(shape) && !(form == Form::aligned && shape.equally_long);
}

/// How often each symbol is the answer: at each place of an answer with places of its own, else in all.
std::vector<std::vector<double>> counted_answers(const ExampleTask& task, Form form) {
  const ExampleShape& shape = task.shape();
  const bool places = has_places(shape), end = asks_for_end(shape, form);
  std::vector<std::vector<double>> counts;
  const auto count = [&](std::size_t place, std::int32_t answer) {
    if (counts.size() <= place) counts.resize(place + 1, std::vector<double>(shape.width));
    if (answer != kNoTarget) ++counts[place][std::size_t(answer)];
  };
  for_counted(task, kCounted, [&](const Example& e) {
    for (std::size_t t = 0; t < e.target.size(); ++t) count(places ? t : 0, e.target[t]);
    if (end) count(e.target.size(), kEndSymbol);
  });
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
  throw Error(ErrorCode::invalid_config, "option.longer", where + '.' + longer,
              {{"found", asked}, {"other", most}, {"limit", limit}});
}

void check_lengths(const Options& options, const std::string& where) {
  const std::size_t min = options.integer("min_length"), max = options.integer("max_length");
  if (min > max)
    throw Error(ErrorCode::invalid_config, "option.least", where + ".max_length",
                {{"found", max}, {"other", "min_length"}, {"limit", min}});
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

Baseline chance(double n, const char* answers) {
  return {"chance", "Guessing among " + whole(n) + ' ' + answers, "accuracy", 1 / n};
}

Baseline chance_loss(double n, const char* answers) {
  const double nats = elementary::log(n);
  return {"chance", "Guessing among " + whole(n) + ' ' + answers + ": ln " + whole(n) + " = " + rounded(nats), "loss",
          nats};
}

std::vector<Baseline> frequency_baselines(const ExampleTask& task, Form form) {
  const std::vector<std::vector<double>> counts = counted_answers(task, form);
  double total = 0, right = 0, nats = 0;
  for (const std::vector<double>& at : counts) {
    double place = 0;
    for (double count : at) place += count;
    // A sample looks less uncertain than what it is drawn from, by half a nat for each frequency but one (Miller 1955).
    nats -= 0.5;
    for (double count : at)
      if (count > 0) nats += 0.5 - count * elementary::log(count / place);
    total += place;
    right += std::ranges::max(at);
  }
  const bool places = has_places(task.shape());
  const char* best = places ? "The most frequent answer at each place" : "Always the most frequent answer";
  const char* shares = places ? "Frequencies of answers at each place" : "Frequencies of answers alone";
  return {{"frequent", best, "accuracy", right / total}, {"frequent", shares, "loss", nats / total}};
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
