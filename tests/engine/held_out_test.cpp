// What is held out of a text or a series, found again in it: from the first thing that is not trained on to the very last,
// and what is trained on ends just before it.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/rng.hpp"
#include "support/task_examples.hpp"
#include "tasks/data/utf8.hpp"
#include "tasks/numbers/forecast.hpp"
#include "tasks/texts/text.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// first, first + 1, ... last.
std::set<std::size_t> all_from(std::size_t first, std::size_t last) {
  std::set<std::size_t> all;
  for (std::size_t i = first; i <= last; ++i) all.insert(i);
  return all;
}

/// Where in `whole` a part begins.
template <class Whole, class Part>
std::size_t place_of(const Whole& whole, const Part& part) {
  const auto at = std::search(whole.begin(), whole.end(), part.begin(), part.end());
  REQUIRE(at != whole.end());
  return std::size_t(at - whole.begin());
}

/// A text in which no character occurs twice, so that each tells its place.
std::string all_different(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) append_utf8(text, char32_t(0x4E00 + i));
  return text;
}

}  // namespace

TEST_CASE("held out: windows of a text go from the first character that is not trained on to the last, evenly") {
  for (std::size_t characters : {91, 100, 173, 250})
    for (std::size_t length : {8, 9}) {
      if (characters < 10 * length + 1) continue;
      CAPTURE(characters);
      CAPTURE(length);
      const TextTask task(all_different(characters), length);
      const std::size_t split = task.training().size(), count = task.held_out_count(HeldOut::val);
      CHECK(split == characters * 9 / 10);
      std::vector<std::size_t> starts;
      for (std::size_t i = 0; i < count; ++i) {
        const auto window = task.held_out_window(i);
        REQUIRE(window.size() == length + 1);
        starts.push_back(window[0]);  // symbols are numbered in the order of the text
        for (std::size_t t = 0; t <= length; ++t) CHECK(window[t] == starts.back() + t);
      }
      CHECK(starts.front() == split);
      if (count > 1) CHECK(starts.back() + length == characters - 1);
      for (std::size_t i = 1; i < count; ++i)  // as evenly as whole numbers allow
        CHECK(starts[i] == split + (characters - 1 - length - split) * i / (count - 1));
    }
}

TEST_CASE("held out: a text is trained on from its first character to the last that is not held out") {
  constexpr std::size_t kCharacters = 250, kLength = 8, kSplit = 225;
  const TextTask task(all_different(kCharacters), kLength);
  std::vector<std::int32_t> tokens(kLength), targets(kLength);
  Batch batch{Form::single, {BatchDims{1, kLength}, Layout::batch_major, 0, tokens}};
  batch.targets = targets;
  std::set<std::size_t> starts, predicted;
  Rng rng(3);
  for (int i = 0; i < 20000; ++i) {
    task.sample(rng, batch);
    starts.insert(std::size_t(tokens[0]));
    for (std::size_t t = 0; t < kLength; ++t) {
      CHECK(targets[t] == tokens[t] + 1);
      predicted.insert(std::size_t(targets[t]));
    }
  }
  CHECK(starts == all_from(0, kSplit - kLength - 1));
  CHECK(predicted == all_from(1, kSplit - 1));
}

TEST_CASE("held out: hidden characters come from every window of the last tenth, and of no other part") {
  constexpr std::size_t kCharacters = 600, kLength = 16, kSplit = 540;
  std::string text;
  Rng letters(8);
  while (text.size() < kCharacters) text += char('a' + letters.below(26));
  const auto task = make_task("masked_text", {{"corpus", std::string("own")}, {"length", double(kLength)}}, text);
  const auto place = [&](const Example& e) {
    std::string window;
    for (std::size_t t = 0; t < e.source.size(); ++t)
      window += task->vocabulary().text(e.target[t] == kNoTarget ? e.source[t] : e.target[t]);
    return place_of(text, window);
  };
  std::set<std::size_t> held, trained;
  for (const Example& e : task->examples(HeldOut::val)) held.insert(place(e));
  CHECK(held == all_from(kSplit, kCharacters - kLength));
  Rng rng(4);
  Example e;
  for (int i = 0; i < 20000; ++i) task->sample_one(rng, e), trained.insert(place(e));
  CHECK(trained == all_from(0, kSplit - kLength));
}

TEST_CASE("held out: a series is tested on every window of its last fifth, and of no other part") {
  constexpr std::size_t kValues = 300, kSplit = 240, kLength = 10, kLonger = 16;
  std::string table = "day,value\n";
  Rng numbers(5);
  for (std::size_t i = 0; i < kValues; ++i)
    table += std::to_string(i) + "," + std::to_string(double(i) + numbers.uniform()) + "\n";
  for (double ahead : {1.0, 4.0}) {
    CAPTURE(ahead);
    const auto task = make_task("forecast_csv",
                                {{"corpus", std::string("own")},
                                 {"column", std::string("value")},
                                 {"length", double(kLength)},
                                 {"longer_length", double(kLonger)},
                                 {"ahead", ahead}},
                                table);
    const std::vector<float>& series = dynamic_cast<const SeriesTask&>(*task).series();
    for (HeldOut set : {HeldOut::val, HeldOut::longer}) {
      std::set<std::size_t> held;
      for (const Example& e : task->examples(set)) {
        held.insert(place_of(series, e.values));
        CHECK(place_of(series, e.numbers) == place_of(series, e.values) + std::size_t(ahead));
      }
      const std::size_t length = set == HeldOut::val ? kLength : kLonger;
      CHECK(held == all_from(kSplit, kValues - length - std::size_t(ahead)));
    }
  }
}
