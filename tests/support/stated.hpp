#pragma once
#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <map>

#include "support/task_examples.hpp"
#include "support/task_rows.hpp"

namespace unrolled::test {

inline constexpr double kNothingStated = std::numeric_limits<double>::quiet_NaN();

/// What is to be stated of an example: of each variable at places given and at places asked, and cues by such places.
struct Stated {
  std::vector<std::map<std::size_t, double>> given, asked;
  std::vector<std::pair<std::size_t, std::size_t>> cues;
  explicit Stated(std::size_t variables) : given(variables), asked(variables) {}
};
using Solver = std::function<Stated(const ExampleTask&, const Example&)>;

/// Of one row of a batch, with the places of given and asked found by what really stands there.
struct ReadRow {
  std::size_t positions = 0;
  std::vector<std::size_t> given, asked;
};

inline std::int32_t token_at(const StreamBatch& stream, std::size_t b, std::size_t t) {
  return stream.tokens[position_index(stream.layout, stream.dims, b, t)];
}

inline ReadRow places_in(const ExampleTask& task, const TaskForm& form, const Batch& batch, std::size_t b,
                         const Example& e) {
  ReadRow row;
  const std::size_t length = std::size_t(batch.input.lengths[b]);
  const std::size_t before = form.form == Form::pairs ? std::size_t(batch.source.lengths[b]) : 0;
  row.positions = before + length;
  const std::size_t givens = task.shape().symbols > 0 ? e.source.size() : e.values.size() / task.shape().features;
  for (std::size_t i = 0; i < givens; ++i) {
    row.given.push_back(i);
    const StreamBatch& stream = form.form == Form::pairs ? batch.source : batch.input;
    if (task.shape().symbols > 0) REQUIRE(token_at(stream, b, i) == e.source[i]);
  }
  if (form.signature.output.whole) {
    row.asked.push_back(length - 1);
    return row;
  }
  const bool each = task.shape().answer == ExampleShape::Answer::each;
  std::size_t answer = 0;
  for (std::size_t t = 0; t < length && answer < e.target.size(); ++t) {
    const std::size_t at = position_index(batch.input.layout, batch.input.dims, b, t);
    if (each || batch.targets[at] >= 0) {
      REQUIRE(batch.targets[at] == e.target[answer]);
      row.asked.push_back(before + t), ++answer;
    }
  }
  REQUIRE(answer == e.target.size());
  return row;
}

inline void check_row(const ExampleTask& task, const Knowledge& found, const ReadRow& row, const Stated& expected) {
  REQUIRE(found.positions() == row.positions);
  for (std::size_t v = 0; v < task.knows().variables.size(); ++v) {
    CAPTURE(std::string(task.knows().variables[v].name));
    std::vector<double> values(row.positions, kNothingStated);
    for (const auto& entry : expected.given[v]) values[row.given[entry.first]] = entry.second;
    for (const auto& entry : expected.asked[v]) values[row.asked[entry.first]] = entry.second;
    for (std::size_t p = 0; p < row.positions; ++p) {
      CAPTURE(p);
      if (std::isnan(values[p]))
        CHECK(std::isnan(found.value(v, p)));
      else
        CHECK(double(found.value(v, p)) == doctest::Approx(values[p]));
    }
  }
  REQUIRE(found.needs().size() == expected.cues.size());
  for (std::size_t i = 0; i < expected.cues.size(); ++i) {
    CHECK(found.needs()[i].cue == row.given[expected.cues[i].first]);
    CHECK(found.needs()[i].answer == row.asked[expected.cues[i].second]);
  }
}

/// Every form, layout and held-out set; the last rows of a batch are no examples.
inline void check_task(const ExampleTask& task, const Solver& solve) {
  constexpr std::size_t kRows = 40;
  Knowledge found;
  for (const TaskForm& form : task.forms())
    for (Layout layout : {Layout::time_major, Layout::batch_major})
      for (HeldOut set : {HeldOut::val, HeldOut::longer}) {
        if (set == HeldOut::longer && form.longer.input == 0) continue;
        CAPTURE(int(form.form));
        CAPTURE(int(layout));
        CAPTURE(int(set));
        TaskRows rows(form, kRows, layout, set);
        const Batch batch = rows.batch();
        const std::size_t examples = task.held_out_count(set), first = examples - std::min(examples, kRows - 2);
        task.held_out(set, first, batch);
        for (std::size_t b = 0; b < kRows; ++b) {
          CAPTURE(b);
          task.know(batch, b, found);
          const Example* e = task.example(set, first + b);
          if (e != nullptr)
            check_row(task, found, places_in(task, form, batch, b, *e), solve(task, *e));
          else
            CHECK(found.positions() > 0);
        }
      }
}

}  // namespace unrolled::test
