#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

// Forecasting: read a series value by value and say at each the one that comes `ahead` steps later.

/// The shape of all such tasks: options "length", "longer_length" and "ahead".
ExampleShape forecast_shape(const Options& options);
/// Those options, after `before` and before `after`.
OptionTable forecast_options(double length, double longer, double ahead, OptionTable before, OptionTable after = {});

/// Windows of one long series, in units of its training part's standard deviation around that part's mean. The first four
/// fifths are for training, the last fifth is held out: a forecast is tested on what came later.
class SeriesTask : public ExampleTask {
 public:
  void draw(Rng& rng, std::size_t length, Example& example) const override;
  std::vector<Baseline> baselines(Form) const override;

  Scale given_scale() const override { return scale_; }
  Scale answer_scale() const override { return scale_; }

  const std::vector<float>& series() const { return series_; }
  /// The first value that is held out.
  std::size_t split() const { return split_; }

 protected:
  /// period: of the seasonal baseline; 0: none. Throws Error{invalid_text} for a series that is too short or constant.
  SeriesTask(const Options& options, const std::vector<double>& series, std::size_t period);
  void draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& example) const override;

 private:
  /// The values from `start` on, and those `ahead_` later.
  void window(std::size_t start, std::size_t length, Example& example) const;
  /// Mean of (x[t + ahead] - x[t - lag])^2 over the held-out examples.
  double error_of_lag(std::size_t lag) const;

  Scale scale_;
  std::vector<float> series_;  // (x - mean) / deviation
  std::size_t split_, ahead_, period_;
};

/// "mackey_glass" and "forecast_csv": a chaotic series, and a column of a table.
const TaskKind& mackey_glass_kind();
const TaskKind& forecast_csv_kind();

}  // namespace unrolled
