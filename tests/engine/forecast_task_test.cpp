// Series of numbers: where they come from, how they are parted by time, and what the baselines say.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>
#include <string>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "support/number_tasks.hpp"
#include "tasks/data/number_column.hpp"
#include "tasks/numbers/forecast.hpp"
#include "tasks/numbers/mackey_glass.hpp"

using namespace unrolled;
using test::baseline, test::make_task, test::refusal;

namespace {

const OptionValue kOwn = std::string("own");

std::string column_refusal(std::string_view csv, const std::string& column = "") {
  try {
    read_number_column(csv, column);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_text);
    return error.what();
  }
  return "nothing was thrown";
}

/// x[i], which tells where in the series it stands.
double wave(std::size_t i) { return std::sin(double(i) * 0.9) * 10 + double(i) / 50; }

std::string wave_table(std::size_t rows) {
  std::string csv = "value\n";
  for (std::size_t i = 0; i < rows; ++i) csv += std::to_string(wave(i)) + "\n";
  return csv;
}

}  // namespace

TEST_CASE("numbers: are read as they are written, and nothing else is") {
  CHECK(read_number("0") == 0.0);
  CHECK(read_number("-12.5") == -12.5);
  CHECK(read_number("+.25") == 0.25);
  CHECK(read_number("3.") == 3.0);
  CHECK(read_number("1e3") == 1000.0);
  CHECK(read_number("-2.5E-3") == -0.0025);
  CHECK(read_number("0.1") == 0.1);
  CHECK(read_number("123456.789") == 123456.789);
  CHECK(*read_number("12345678901234567890") == doctest::Approx(12345678901234567890.0));
  CHECK(*read_number("0.333333333333333333333333") == doctest::Approx(1.0 / 3).epsilon(1e-14));
  CHECK(read_number("3,5", true) == 3.5);
  for (const char* text :
       {"", "-", ".", "e5", "1e", "1e+", "1e9999", "1.2.3", "12a", "nan", "inf", "3,5", "0x10", "1 2"})
    CHECK_FALSE(read_number(text).has_value());
}

TEST_CASE("columns: by name, by number, or the first with numbers; with and without a header") {
  const std::string csv = "date;births;rate\n2000-01-01;9083;1,5\n2000-01-02;8006;2,5\n";
  CHECK(read_number_column(csv, "") == std::vector<double>{9083, 8006});
  CHECK(read_number_column(csv, "births") == std::vector<double>{9083, 8006});
  CHECK(read_number_column(csv, "rate") == std::vector<double>{1.5, 2.5});
  CHECK(read_number_column(csv, "3") == std::vector<double>{1.5, 2.5});
  CHECK(read_number_column("1\n2\n3\n", "") == std::vector<double>{1, 2, 3});
  CHECK(read_number_column("a,4\nb,5\n", "2") == std::vector<double>{4, 5});
}

TEST_CASE("columns: what cannot be read is refused by its line") {
  CHECK(column_refusal("a,b\n1,2\n3,x\n", "b") ==
        "table, line 3: \"x\" in column 2 is not a number. Correct it, or remove the line.");
  CHECK(column_refusal("a,b\n1,2\n3\n", "b") ==
        "table, line 3: The cell in column 2 is empty. Fill it, or remove the line.");
  CHECK(column_refusal("a,b\n1,2\n", "c") == "table, line 1: There is no column \"c\". Choose from a, b.");
  CHECK(column_refusal("a,b\n1,2\n", "3") == "table, line 1: There is no column \"3\". Choose from a, b.");
  CHECK(column_refusal("a,b\nc,d\n") == "table, line 1: No column has numbers. Take a table with one.");
  CHECK(column_refusal("").starts_with("table: The table is empty."));
}

TEST_CASE("Mackey-Glass: agrees with a much finer integration by the plainest method") {
  constexpr std::size_t kFine = 1000, kTau = 17, kUnits = 400;
  std::vector<double> x(kTau * kFine + 1, 1.2);
  for (std::size_t n = 0; n < kUnits * kFine; ++n) {
    const double delayed = x[n], now = x.back();
    x.push_back(now + (0.2 * delayed / (1 + std::pow(delayed, 10)) - 0.1 * now) / kFine);
  }
  const std::vector<double> series = mackey_glass(100, kTau);
  REQUIRE(series.size() == 100);
  for (std::size_t t = 0; t < 100; ++t) CHECK(series[t] == doctest::Approx(x[(kTau + 300 + t) * kFine]).epsilon(0.02));
}

TEST_CASE("Mackey-Glass: has the same bits everywhere") {
  const std::vector<double> series = mackey_glass(5000, 17);
  const auto bytes = std::as_bytes(std::span(series));
  CHECK(sha256(bytes) == "ba751a222fddad9b6bff0eebf1ac2be48874059f9bbd1bf370c506a7234e05e8");
  CHECK(*std::ranges::min_element(series) > 0.2);
  CHECK(*std::ranges::max_element(series) < 1.4);
}

TEST_CASE("series: windows are normalised by what is trained on, and those held out come later") {
  constexpr std::size_t kRows = 300, kSplit = 240;
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < kSplit; ++i) mean += wave(i) / kSplit;
  for (std::size_t i = 0; i < kSplit; ++i) squares += (wave(i) - mean) * (wave(i) - mean) / kSplit;
  const double deviation = std::sqrt(squares);
  for (double ahead : {1.0, 4.0}) {
    const auto task =
        make_task("forecast_csv", {{"corpus", kOwn}, {"length", 10.0}, {"longer_length", 16.0}, {"ahead", ahead}},
                  wave_table(kRows));
    const auto& series = dynamic_cast<const SeriesTask&>(*task);
    CHECK(series.split() == kSplit);
    for (std::size_t i = 0; i < kRows; ++i)
      CHECK(double(series.series()[i]) == doctest::Approx((wave(i) - mean) / deviation).epsilon(1e-4));
    const auto place = [&](const Example& e) {
      const auto at = std::search(series.series().begin(), series.series().end(), e.values.begin(), e.values.end());
      REQUIRE(at != series.series().end());
      CHECK(std::equal(e.numbers.begin(), e.numbers.end(), at + std::ptrdiff_t(ahead)));
      return std::size_t(at - series.series().begin());
    };
    std::size_t first = kRows, last = 0;
    Rng rng(2);
    Example e;
    for (int i = 0; i < 3000; ++i) {
      task->sample_one(rng, e);
      const std::size_t at = place(e);
      first = std::min(first, at), last = std::max(last, at + 9 + std::size_t(ahead));
    }
    CHECK((first == 0 && last == kSplit - 1));  // to the last value that may be trained on, and not further
    for (HeldOut set : {HeldOut::val, HeldOut::longer})
      for (const Example& held : task->examples(set)) {
        CHECK(held.values.size() == (set == HeldOut::val ? 10 : 16));
        CHECK(place(held) >= kSplit);
      }
  }
}

TEST_CASE("series: naive and seasonal baselines are the errors of those forecasts") {
  struct Season {
    std::size_t ahead, period, back;  // back: the least multiple of the period that is already known
  };
  for (const auto& [steps, season, known] : {Season{4, 7, 7}, {4, 3, 6}, {4, 0, 4}, {7, 7, 7}, {6, 3, 6}, {3, 3, 3}}) {
    const std::size_t ahead = steps, back = known;
    const auto period = double(season);
    const auto task =
        make_task("forecast_csv", {{"corpus", kOwn}, {"length", 12.0}, {"ahead", double(ahead)}, {"period", period}},
                  wave_table(400));
    const auto& x = dynamic_cast<const SeriesTask&>(*task).series();
    double naive = 0, seasonal = 0, mean = 0, count = 0;
    for (const Example& e : task->examples(HeldOut::val)) {
      const auto at = std::size_t(std::search(x.begin(), x.end(), e.values.begin(), e.values.end()) - x.begin());
      for (std::size_t t = at; t < at + 12; ++t, ++count) {
        const double next = x[t + ahead];
        naive += std::pow(next - double(x[t]), 2);
        seasonal += std::pow(next - double(x[t + ahead - back]), 2);
        mean += next * next;
      }
    }
    CHECK(baseline(*task, "naive", "loss") == doctest::Approx(naive / count));
    CHECK(baseline(*task, "mean", "loss") == doctest::Approx(mean / count));
    if (period > 0)
      CHECK(baseline(*task, "seasonal", "loss") == doctest::Approx(seasonal / count));
    else
      CHECK(task->baselines(Form::single).size() == 2);
  }
}

TEST_CASE("series: too short, constant or immense ones are refused, and so are options without a table of one's own") {
  const test::Settings own = {{"corpus", kOwn}, {"length", 10.0}};
  CHECK(refusal("forecast_csv", own, wave_table(50)).starts_with("series: There are 50 numbers, and 51 are needed"));
  CHECK(refusal("forecast_csv", own, wave_table(51)) == "nothing was thrown");
  std::string constant, immense;
  for (int i = 0; i < 60; ++i) constant += "5\n", immense += i % 2 == 0 ? "1e200\n" : "-1e200\n";
  CHECK(refusal("forecast_csv", own, constant).find("always the same") != std::string::npos);
  CHECK(refusal("forecast_csv", own, immense).find("too large") != std::string::npos);
  CHECK(refusal("forecast_csv", {{"column", std::string("x")}}).find("task.column: ") == 0);
  CHECK(refusal("forecast_csv", {{"text", std::string("x")}}).find("task.text: ") == 0);
}

TEST_CASE("sines: one wave obeys its recurrence, at a period within the range, and has variance 1") {
  const auto task =
      make_task("sines", {{"components", 1.0}, {"min_period", 5.0}, {"max_period", 20.0}, {"ahead", 3.0}});
  double squares = 0, count = 0;
  Rng rng(4);
  Example e;
  for (int i = 0; i < 400; ++i) {
    task->sample_one(rng, e);
    REQUIRE(e.values.size() == 64);
    CHECK(std::equal(e.values.begin() + 3, e.values.end(), e.numbers.begin()));
    std::size_t peak = 1;  // where it is largest, the ratio is known best
    for (std::size_t t = 1; t + 1 < 64; ++t)
      if (std::abs(e.values[t]) > std::abs(e.values[peak])) peak = t;
    const double twice_cosine = (double(e.values[peak - 1]) + double(e.values[peak + 1])) / double(e.values[peak]);
    const double period = 2 * 3.14159265358979 / std::acos(twice_cosine / 2);
    CHECK((period > 4.99 && period < 20.01));
    for (std::size_t t = 1; t + 1 < 64; ++t)
      CHECK(double(e.values[t + 1]) ==
            doctest::Approx(twice_cosine * double(e.values[t]) - double(e.values[t - 1])).epsilon(1e-4).scale(1));
    for (float x : e.values) squares += double(x) * double(x), ++count;
  }
  CHECK(squares / count == doctest::Approx(1).epsilon(0.03));
}

TEST_CASE("sines: noise has the deviation asked for, and its own line") {
  const auto noisy = make_task("sines", {{"noise", 0.5}}), clean = make_task("sines");
  double squares = 0, count = 0;
  Rng rng(4);
  Example e;
  for (int i = 0; i < 2000; ++i) {
    noisy->sample_one(rng, e);
    for (float x : e.values) squares += double(x) * double(x), ++count;
  }
  CHECK(squares / count == doctest::Approx(1.25).epsilon(0.03));
  CHECK(baseline(*noisy, "noise", "loss") == 0.25);
  CHECK(std::isnan(baseline(*clean, "noise", "loss")));
  double naive = 0, steps = 0;
  for (const Example& held : clean->examples(HeldOut::val))
    for (std::size_t t = 0; t < 64; ++t, ++steps)
      naive += std::pow(double(held.numbers[t]) - double(held.values[t]), 2);
  CHECK(baseline(*clean, "naive", "loss") == doctest::Approx(naive / steps));
  CHECK(refusal("sines", {{"min_period", 50.0}}).find("task.max_period: 32 is less than min_period, which is 50.") ==
        0);
}
