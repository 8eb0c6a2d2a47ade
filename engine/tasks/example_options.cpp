#include "tasks/example_options.hpp"

#include <algorithm>
#include <cstdio>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "tasks/utf8.hpp"

namespace unrolled {
namespace {

std::string fixed(double value, const char* format) {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
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

void check_lengths(const Options& options, const std::string& where) {
  const std::size_t min = options.integer("min_length"), max = options.integer("max_length"),
                    longer = options.integer("longer_length");
  if (min > max)
    throw Error(ErrorCode::invalid_config, where + ".max_length", "at least min_length (" + std::to_string(min) + ")",
                std::to_string(max));
  if (longer != 0 && longer <= max)
    throw Error(ErrorCode::invalid_config, where + ".longer_length",
                "0, or more than max_length (" + std::to_string(max) + ")", std::to_string(longer));
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

Baseline chance(double n) { return {"chance", "Guessing: 1 in " + fixed(n, "%g"), "accuracy", 1 / n}; }

Baseline chance_loss(double n) {
  const double nats = elementary::log(n);
  return {"chance", "Guessing: ln " + fixed(n, "%g") + " = " + fixed(nats, "%.3f"), "loss", nats};
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
