#pragma once
#include <doctest/doctest.h>

#include <limits>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tasks/examples/example.hpp"
#include "tasks/registry.hpp"

namespace unrolled::test {

using Settings = std::vector<std::pair<std::string, OptionValue>>;

/// A task's options: its defaults, but for these.
inline Options options_of(const TaskKind& kind, const Settings& settings = {}) {
  Options options(kind.group.options);
  for (const auto& [name, value] : settings) {
    REQUIRE(find_option(kind.group.options, name) != nullptr);
    options.set(name, value);
  }
  return options;
}

/// Checked and made as an experiment would.
inline std::unique_ptr<ExampleTask> make_task(const std::string& kind_name, const Settings& settings = {},
                                              std::string_view data = {}) {
  const TaskKind& kind = task_kind(kind_name);
  const Options options = options_of(kind, settings);
  if (kind.check != nullptr) kind.check(options, "task");
  std::unique_ptr<Task> task = kind.make(options, data);
  auto* example_task = dynamic_cast<ExampleTask*>(task.get());
  REQUIRE(example_task != nullptr);
  task.release();
  return std::unique_ptr<ExampleTask>(example_task);
}

/// Symbols of the task's vocabulary as text; "" for what is left out.
inline std::string text_of(const ExampleTask& task, const std::vector<std::int32_t>& symbols) {
  std::vector<std::int32_t> known;
  for (std::int32_t s : symbols)
    if (s >= 0) known.push_back(s);
  return task.vocabulary().text(known);
}

/// That an example has the lengths and symbols that the shape promises.
inline void check_in_shape(const ExampleTask& task, const Example& e, const ExampleSizes& sizes) {
  const ExampleShape& shape = task.shape();
  const std::size_t given = shape.symbols > 0 ? e.source.size() : e.values.size() / shape.features;
  CHECK(given >= 1);
  CHECK(given <= sizes.given);
  for (std::int32_t s : e.source) CHECK((s >= 0 && s < std::int32_t(shape.symbols)));
  for (std::int32_t t : e.target) CHECK((t >= kNoTarget && t < std::int32_t(shape.width)));
  if (shape.answer == ExampleShape::Answer::each) CHECK(e.target.size() == given);
  if (shape.answer == ExampleShape::Answer::whole) CHECK(e.target.size() == 1);
  if (shape.answer != ExampleShape::Answer::sequence) return;
  CHECK(e.target.size() <= sizes.answer);
  if (shape.equally_long) CHECK(e.target.size() == given);
  for (std::int32_t t : e.target) CHECK(t > kStartSymbol);
}

/// Calls f for the held-out examples and for `count` of training, after what holds for every task was checked: shapes,
/// and that nothing is both trained on and tested on.
template <class F>
void for_each_example(const ExampleTask& task, std::size_t count, F&& f) {
  std::set<std::vector<std::int32_t>> tested;
  for (HeldOut set : {HeldOut::val, HeldOut::longer})
    for (const Example& e : task.examples(set)) {
      check_in_shape(task, e, set == HeldOut::val ? task.shape().training : task.shape().longer);
      tested.insert(e.source);
      f(e);
    }
  Rng rng(17);
  Example e;
  for (std::size_t i = 0; i < count; ++i) {
    task.sample_one(rng, e);
    check_in_shape(task, e, task.shape().training);
    CHECK_FALSE(tested.contains(e.source));
    f(e);
  }
}

/// The value of a baseline in the first form, or NaN.
inline double baseline(const Task& task, const std::string& name, const std::string& metric) {
  for (const Baseline& b : task.baselines(task.forms().front().form))
    if (b.name == name && b.metric == metric) return b.value;
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace unrolled::test
