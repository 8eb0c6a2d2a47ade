#include "tasks/numbers/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "tasks/data/held_out_part.hpp"
#include "tasks/data/number_column.hpp"
#include "tasks/examples/longer.hpp"
#include "tasks/numbers/mackey_glass.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kChaoticValues = 5000;

constexpr std::size_t kParts = 5;  // of which one is held out

/// Deviation and mean of the first `split` values.
Scale scale_of(const std::vector<double>& x, std::size_t split) {
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < split; ++i) sum += x[i];
  const double mean = sum / static_cast<double>(split);
  for (std::size_t i = 0; i < split; ++i) squares += (x[i] - mean) * (x[i] - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(split));
  if (!(deviation > 0) || !std::isfinite(deviation))
    throw Error(ErrorCode::invalid_text, deviation == 0 ? "series.same" : "series.large", "series");
  return {deviation, mean};
}

class MackeyGlassTask final : public SeriesTask {
 public:
  MackeyGlassTask(const Options& options, std::string_view)
      : SeriesTask(options, mackey_glass(kChaoticValues, options.integer("tau")), 0) {
    hold_out();
  }
};

class TableTask final : public SeriesTask {
 public:
  TableTask(const Options& options, std::string_view csv)
      : SeriesTask(options, read_number_column(csv, options.text("column")), options.integer("period")) {
    hold_out();
  }
};

void check_table(const Options& options, const std::string& where) {
  check_longer_length(options, where);
  if (options.text("corpus") == "own") return;
  for (const char* name : {"column", "text"})
    if (!options.text(name).empty()) throw Error(ErrorCode::invalid_config, "option.not_own", where + "." + name);
}

}  // namespace

ExampleShape forecast_shape(const Options& options) {
  const std::size_t length = options.integer("length"), longer = options.integer("longer_length");
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.kind = OutputSize::Kind::numbers;
  shape.features = 1;
  shape.width = 1;
  shape.causal = true;
  shape.training = {length, length, length};
  shape.longer = {longer, longer, longer};
  shape.least_held_out = 1;  // parts lie apart in time, so that one example is a test
  return shape;
}

OptionTable forecast_options(double length, double longer, double ahead, OptionTable before, OptionTable after) {
  before.push_back(
      Option::integer("length", length, 8, 400, "Length", "How many values a model sees at once while training.")
          .in("values")
          .logarithmic());
  before.push_back(longer_length_option(longer, 800, "values"));
  before.push_back(Option::integer("ahead", ahead, 1, 50, "Steps ahead", "How far ahead the value to be forecast lies.")
                       .in("steps"));
  for (Option& option : after) before.push_back(std::move(option));
  return before;
}

SeriesTask::SeriesTask(const Options& options, const std::vector<double>& series, std::size_t period)
    : ExampleTask(forecast_shape(options), Vocabulary()),
      split_(size_to_train_on(series.size(), kParts)),
      ahead_(options.integer("ahead")),
      period_(period) {
  const std::size_t window = std::max(shape().training.max, shape().longer.max) + ahead_;
  if (series.size() < least_size(kParts, window))
    throw Error(ErrorCode::invalid_text, "series.short", "series",
                {{"found", series.size()}, {"least", least_size(kParts, window)}});
  scale_ = scale_of(series, split_);
  for (double value : series) series_.push_back(static_cast<float>((value - scale_.zero) / scale_.unit));
}

void SeriesTask::window(std::size_t start, std::size_t length, Example& example) const {
  const auto from = series_.begin() + static_cast<std::ptrdiff_t>(start), to = from + std::ptrdiff_t(length);
  example.values.insert(example.values.end(), from, to);
  example.numbers.insert(example.numbers.end(), from + std::ptrdiff_t(ahead_), to + std::ptrdiff_t(ahead_));
}

void SeriesTask::draw(Rng& rng, std::size_t length, Example& example) const {
  window(static_cast<std::size_t>(rng.below(split_ - length - ahead_ + 1)), length, example);
}

void SeriesTask::draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& example) const {
  example.clear();
  if (part == Part::training) return draw(rng, sizes.max, example);
  const std::size_t starts = series_.size() - split_ - sizes.max - ahead_ + 1;
  window(split_ + static_cast<std::size_t>(rng.below(starts)), sizes.max, example);
}

double SeriesTask::error_of_lag(std::size_t lag) const {
  double sum = 0, count = 0;
  for (const Example& example : examples(HeldOut::val)) {
    const auto held_out = series_.begin() + std::ptrdiff_t(split_);
    const auto start = std::search(held_out, series_.end(), example.values.begin(), example.values.end());
    for (std::size_t t = 0; t < example.numbers.size(); ++t, count += 1) {
      const double error = double(example.numbers[t]) - double(start[std::ptrdiff_t(t) - std::ptrdiff_t(lag)]);
      sum += error * error;
    }
  }
  return sum / count;
}

std::vector<Baseline> SeriesTask::baselines(Form) const {
  double squares = 0, count = 0;
  for (const Example& example : examples(HeldOut::val))
    for (float x : example.numbers) squares += double(x) * double(x), count += 1;
  std::vector<Baseline> lines{{"mean", "Always the mean", "loss", squares / count},
                              {"naive", "The last value again", "loss", error_of_lag(0)}};
  const std::size_t behind = period_ == 0 ? 0 : (ahead_ + period_ - 1) / period_ * period_;
  if (period_ > 0 && behind - ahead_ <= split_)
    lines.push_back(
        {"seasonal", "The value " + std::to_string(behind) + " steps before", "loss", error_of_lag(behind - ahead_)});
  return lines;
}

const TaskKind& mackey_glass_kind() {
  static const TaskKind kind{
      {"mackey_glass", "Forecast a chaotic series",
       "The series of Mackey and Glass looks regular and never repeats: forecast it, and see how soon that gets hard.",
       forecast_options(64, 128, 6,
                        {Option::integer("tau", 17, 5, 50, "Delay",
                                         "How long ago the value is that drives the series; from 17 on it is chaotic.")
                             .in("steps")})},
      {"waves", "numbers"},
      check_longer_length,
      forms_by<forecast_shape>,
      false,
      make_by<MackeyGlassTask>};
  return kind;
}

const TaskKind& forecast_csv_kind() {
  static const TaskKind kind{
      {"forecast_csv", "Forecast a column of numbers",
       "Read real numbers day by day, births or a column of your own table, and forecast the next; the last fifth is "
       "held out.",
       forecast_options(
           56, 0, 1,
           {Option::choice("corpus", {{"births", "Births in the United States"}, {"own", "Your own table"}}, "Numbers",
                           "What is forecast.")},
           {
               Option::integer("period", 7, 0, 400, "Season",
                               "The seasonal baseline says what was there so many steps before; 0: there is none.")
                   .in("steps"),
               Option::free_text("column", 100, "Column",
                                 "Name or number of the column; empty: the first that holds numbers.")
                   .only_if("corpus", {"own"}),
               Option::free_text("text", 20000, "Own table", "A table of your own (CSV), kept inside the experiment.")
                   .only_if("corpus", {"own"}),
           })},
      {"waves", "numbers"},
      check_table,
      forms_by<forecast_shape>,
      true,
      make_by<TableTask>};
  return kind;
}

}  // namespace unrolled
