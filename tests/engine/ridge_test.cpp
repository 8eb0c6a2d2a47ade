// The arithmetic of probes, against pairs and gradients.
#include "measures/ridge.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "core/rng.hpp"
#include "measures/auc.hpp"

using namespace unrolled;

TEST_CASE("auc: the part of the pairs in which the member has the higher score") {
  Rng rng(3);
  std::vector<double> scores;
  std::vector<std::uint32_t> classes;
  for (int i = 0; i < 200; ++i) {
    classes.push_back(std::uint32_t(rng.below(3)));
    scores.push_back(double(rng.below(12)) + 2 * double(classes.back() == 1));  // with ties
  }
  const std::vector<double> areas = class_aucs(scores, classes, 4);
  for (std::uint32_t k = 0; k < 3; ++k) {
    double won = 0, pairs = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
      for (std::size_t j = 0; j < scores.size(); ++j)
        if (classes[i] == k && classes[j] != k)
          pairs += 1, won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
    CHECK(areas[k] == doctest::Approx(won / pairs));
  }
  CHECK(std::isnan(areas[3]));
  CHECK(areas[1] > 0.6);
}

TEST_CASE("ridge: its weights leave no slope, and one input alone gives the line of least squares") {
  constexpr std::size_t kPoints = 60, kInputs = 5;
  Rng rng(4);
  std::vector<float> x(kPoints * kInputs);
  std::vector<double> y(kPoints * 2);
  for (std::size_t i = 0; i < kPoints; ++i) {
    for (std::size_t j = 0; j < kInputs; ++j) x[i * kInputs + j] = float(3 + rng.normal() * double(j + 1));
    x[i * kInputs + 4] = x[i * kInputs] + x[i * kInputs + 1];  // no inverse without a ridge
    for (std::size_t k = 0; k < 2; ++k) y[2 * i + k] = double(x[i * kInputs + k]) - 2 + rng.normal();
  }
  Ridge ridge(kInputs, 2);
  const auto point = [&](std::size_t i) { return std::span<const float>(x).subspan(i * kInputs, kInputs); };
  const auto answer = [&](std::size_t i) { return std::span<const double>(y).subspan(2 * i, 2); };
  for (std::size_t i = 0; i < kPoints; ++i) ridge.centre(point(i), answer(i));
  for (std::size_t i = 0; i < kPoints; ++i) ridge.add(point(i), answer(i));
  ridge.solve(0.01);
  double mean[kInputs]{}, trace = 0;
  for (std::size_t i = 0; i < kPoints; ++i)
    for (std::size_t j = 0; j < kInputs; ++j) mean[j] += double(point(i)[j]) / kPoints;
  for (std::size_t i = 0; i < kPoints; ++i)
    for (std::size_t j = 0; j < kInputs; ++j) trace += std::pow(double(point(i)[j]) - mean[j], 2);
  const double lambda = 0.01 * trace / kInputs;
  for (std::size_t k = 0; k < 2; ++k) {
    double total = 0;
    for (std::size_t i = 0; i < kPoints; ++i) total += answer(i)[k] - ridge.predict(k, point(i));
    CHECK(std::abs(total) < 1e-9);
    for (std::size_t j = 0; j < kInputs; ++j) {  // the gradient of the penalized loss
      double slope = -lambda * ridge.weights(k)[j];
      double alone = 0, around = 0;
      for (std::size_t i = 0; i < kPoints; ++i) {
        slope += (answer(i)[k] - ridge.predict(k, point(i))) * (double(point(i)[j]) - mean[j]);
        alone += (answer(i)[k] - ridge.predict_by(k, j, point(i)[j])) * (double(point(i)[j]) - mean[j]);
        around += answer(i)[k] - ridge.predict_by(k, j, point(i)[j]);
      }
      CHECK(std::abs(slope) < 1e-8 * trace);
      CHECK(std::abs(alone) < 1e-8 * trace);
      CHECK(std::abs(around) < 1e-9);
    }
  }
}
