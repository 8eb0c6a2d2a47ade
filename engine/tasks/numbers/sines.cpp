#include "tasks/numbers/sines.hpp"

#include <cmath>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "kernels/sinusoid.hpp"
#include "tasks/examples/longer.hpp"
#include "tasks/numbers/forecast.hpp"

namespace unrolled {
namespace {

constexpr double kHalfPi = 1.5707963267948966;
constexpr double kTwoPi = 6.28318530717958647692;

/// sin(phase + t step) for t = 0, 1, ..., each from the two before: sin(a + s) = 2 cos(s) sin(a) - sin(a - s).
class Oscillator {
 public:
  Oscillator(double phase, double step)
      : now_(sine(phase)), before_(sine(phase - step)), twice_cosine_(2 * sine(step + kHalfPi)) {}
  double next() {
    const double value = now_;
    now_ = twice_cosine_ * now_ - before_;
    before_ = value;
    return value;
  }

 private:
  double now_, before_, twice_cosine_;
};

void check_sines(const Options& options, const std::string& where) {
  check_longer_length(options, where);
  if (options.number("max_period") >= options.number("min_period")) return;
  throw Error(
      ErrorCode::invalid_config, "option.least", where + ".max_period",
      {{"found", options.number("max_period")}, {"other", "min_period"}, {"limit", options.number("min_period")}});
}

}  // namespace

SinesTask::SinesTask(const Options& options, std::string_view)
    : ExampleTask(forecast_shape(options), Vocabulary()),
      ahead_(options.integer("ahead")),
      components_(options.integer("components")),
      log_least_(elementary::log(options.number("min_period"))),
      log_most_(elementary::log(options.number("max_period"))),
      noise_(options.number("noise")) {
  hold_out();
}

void SinesTask::draw(Rng& rng, std::size_t length, Example& example) const {
  wave_.assign(length + ahead_, 0.0);
  double squares = 0;
  for (std::size_t i = 0; i < components_; ++i) {
    const double period = elementary::exp(rng.uniform(log_least_, log_most_)), height = rng.uniform(0.5, 1);
    Oscillator oscillator(rng.uniform(0, kTwoPi), kTwoPi / period);
    for (double& x : wave_) x += height * oscillator.next();
    squares += height * height / 2;
  }
  const double scale = 1 / std::sqrt(squares);
  for (double& x : wave_) x = x * scale + (noise_ > 0 ? noise_ * rng.normal() : 0);
  for (std::size_t t = 0; t < length; ++t) {
    example.values.push_back(static_cast<float>(wave_[t]));
    example.numbers.push_back(static_cast<float>(wave_[t + ahead_]));
  }
}

std::vector<Baseline> SinesTask::baselines(Form) const {
  double mean = 0, naive = 0, count = 0;
  for (const Example& example : examples(HeldOut::val))
    for (std::size_t t = 0; t < example.numbers.size(); ++t, count += 1) {
      const double next = example.numbers[t], last = example.values[t];
      mean += next * next;
      naive += (next - last) * (next - last);
    }
  std::vector<Baseline> lines{{"mean", "Always 0", "loss", mean / count},
                              {"naive", "The last value again", "loss", naive / count}};
  if (noise_ > 0) lines.push_back({"noise", "The noise, which nobody can forecast", "loss", noise_ * noise_});
  return lines;
}

const TaskKind& sines_kind() {
  static const TaskKind kind{
      {"sines", "Forecast sums of sine waves",
       "Each sequence is a sum of waves never seen before: find out while reading which they are, and forecast them.",
       forecast_options(
           64, 128, 1,
           {
               Option::integer("components", 2, 1, 5, "Waves", "How many sine waves are added up.").in("waves"),
               Option::number("min_period", 8, 3, 200, "Shortest period",
                              "The fastest wave repeats after so many steps.")
                   .in("steps"),
               Option::number("max_period", 32, 3, 200, "Longest period",
                              "The slowest wave repeats after so many steps.")
                   .in("steps"),
               Option::number("noise", 0, 0, 1, "Noise",
                              "Standard deviation of the noise; the waves themselves have 1."),
           })},
      {"waves", "numbers"},
      check_sines,
      forms_by<forecast_shape>,
      false,
      make_by<SinesTask>};
  return kind;
}

}  // namespace unrolled
