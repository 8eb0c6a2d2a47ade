// Tasks on images of handwritten digits, told apart by looking each image up again.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "support/number_tasks.hpp"
#include "support/packed_digits.hpp"
#include "tasks/data/digit_images.hpp"

using namespace unrolled;
using test::baseline, test::for_all, test::for_training, test::make_task, test::refusal;

TEST_CASE("digits: an image is read in rows, pixels or patches, and its label is the answer") {
  const std::string file = test::packed_digits();
  const DigitImages images(file);
  CHECK((images.count() == 200 && images.split() == 160));
  CHECK(images.pixels(3)[0] == doctest::Approx(double(std::uint8_t(file[8 + 3 * 99 + 1]) >> 4) / 15));
  CHECK(images.pixels(3)[195] == doctest::Approx(double(file[8 + 3 * 99 + 98] & 15) / 15));
  const auto find = [&](const std::vector<float>& pixels) {
    std::size_t i = 0;
    while (i < images.count() && !std::ranges::equal(images.pixels(i), pixels)) ++i;
    return i;
  };
  for (const char* reading : {"rows", "pixels"}) {
    const auto task = make_task("digits", {{"reading", std::string(reading)}}, file);
    CHECK(task->forms()[0].signature.image_columns == 14);
    CHECK(task->forms()[0].lengths.input * task->shape().features == 196);
    std::set<std::size_t> trained;
    for_training(*task, 2000, [&](const Example& e) {
      trained.insert(find(e.values));
      CHECK(std::size_t(e.target[0]) == images.label(find(e.values)));
    });
    CHECK((trained.size() == 160 && *trained.rbegin() == 159));
    for (const Example& e : task->examples(HeldOut::val)) CHECK((find(e.values) >= 160 && find(e.values) < 200));
  }
  const auto patches = make_task("digits", {{"reading", std::string("patches")}}, file);
  CHECK(patches->forms()[0].lengths.input == 49);
  for_training(*patches, 20, [&](const Example& e) {
    std::vector<float> image(196);
    for (std::size_t i = 0; i < 196; ++i) {
      const std::size_t patch = i / 4, y = patch / 7 * 2 + i % 4 / 2, x = patch % 7 * 2 + i % 2;
      image[y * 14 + x] = e.values[i];
    }
    CHECK(find(image) < 160);
  });
}

TEST_CASE("digits: shuffled pixels are the same pixels in another order, the same for all images") {
  const std::string file = test::packed_digits();
  const auto plain = make_task("digits", {}, file), mixed = make_task("digits", {{"shuffled", true}}, file);
  CHECK(mixed->forms()[0].signature.image_columns == 0);
  const auto &a = plain->examples(HeldOut::val), &b = mixed->examples(HeldOut::val);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].values != b[i].values);
    auto x = a[i].values, y = b[i].values;
    std::ranges::sort(x), std::ranges::sort(y);
    CHECK(x == y);
  }
}

TEST_CASE("digit words: the answer spells the digit") {
  const char* words[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const std::string file = test::packed_digits();
  const DigitImages images(file);
  const auto task = make_task("digit_words", {}, file);
  REQUIRE(task->forms().size() == 1);
  CHECK(task->forms()[0].form == Form::pairs);
  CHECK(task->forms()[0].signature.source.features == 14);
  CHECK(task->vocabulary().size() == 17);
  for_all(*task, 200, [&](const Example& e) {
    std::size_t i = 0;
    while (!std::ranges::equal(images.pixels(i), e.values)) ++i;
    CHECK(task->vocabulary().text(e.target) == words[images.label(i)]);
  });
}

TEST_CASE("digit sum: is the sum of the digits in tens, and the baseline its variance") {
  const std::string file = test::packed_digits();
  const DigitImages images(file);
  const auto task = make_task("digit_sum", {}, file);
  CHECK(task->forms()[0].signature.image_columns == 0);  // each member is an image, the set is none
  double sum = 0, squares = 0, count = 0;
  for_training(*task, 4000, [&](const Example& e) {
    double expected = 0;
    for (std::size_t at = 0; at < e.values.size(); at += 196) {
      std::size_t i = 0;
      while (!std::equal(&e.values[at], &e.values[at] + 196, images.pixels(i).begin())) ++i;
      CHECK(i < 160);
      expected += double(images.label(i));
    }
    CHECK(double(e.numbers[0]) == doctest::Approx(expected / 10));
    sum += double(e.numbers[0]), squares += double(e.numbers[0]) * double(e.numbers[0]), ++count;
  });
  CHECK(baseline(*task, "mean", "loss") == doctest::Approx(squares / count - sum / count * sum / count).epsilon(0.05));
  CHECK(task->examples(HeldOut::longer)[0].values.size() > 5 * 196);
}

TEST_CASE("digits: files that are none are refused in words") {
  const std::string file = test::packed_digits(100);
  CHECK(refusal("digits", {}, "DIGITS").find("digits: The file of digits is damaged at byte 0.") == 0);
  CHECK(refusal("digits", {}, file.substr(0, file.size() - 1)).find("damaged at byte") != std::string::npos);
  CHECK(refusal("digits", {}, file.substr(0, 8 + 50 * 99)).find("damaged at byte 4958") != std::string::npos);
  std::string wrong = file;
  wrong[8] = 10;
  CHECK(refusal("digits", {}, wrong) == "digits: The file of digits is damaged at byte 8. Load it again.");
}
