#include "session/answers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/elementary.hpp"
#include "tasks/examples/example.hpp"
#include "train/greedy.hpp"

namespace unrolled {
namespace {

std::span<const float> row_of(std::span<const float> table, std::size_t row, std::size_t width) {
  return table.subspan(row * width, width);
}

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

bool left_out(const Batch& batch, std::size_t row) {
  return !batch.numbers.empty() && std::isnan(batch.numbers[row * batch.width]);
}

void read_symbols(LossPlan<float>& plan, std::size_t b, Answer& answer) {
  const Batch batch = plan.batch();
  const bool written = writes_answer(batch.form) || batch.form == Form::aligned;
  const AnsweringRows rows = answering_rows(plan, b);
  for (std::size_t i = 0; i < rows.count; ++i) {
    const auto probabilities = row_of(plan.probabilities(), rows[i], batch.width);
    const std::int32_t symbol = largest_column(probabilities);
    if (written && symbol == kEndSymbol) break;
    const bool asked = written || batch.targets[rows[i]] >= 0;
    answer.symbols.push_back(asked ? symbol : kNoTarget);
    answer.probability.push_back(asked ? probabilities[std::size_t(symbol)] : 0);
    if (plan.signature().output.whole) answer.distribution.assign(probabilities.begin(), probabilities.end());
  }
}

/// A hypothesis of a beam: what was written, and how probable each symbol was.
struct Hypothesis {
  std::vector<std::int32_t> symbols;
  std::vector<float> probability;
  double log_probability = 0;
  bool ended = false;
  double score() const { return log_probability / double(std::max<std::size_t>(1, symbols.size())); }
};

class Beam {
 public:
  explicit Beam(LossPlan<float>& plan) : plan_(plan), batch_(plan.batch()), rows_(answering_rows(plan, 0)) {}

  /// The best that was found, with its end symbol if it has one.
  Hypothesis search() {
    hypotheses_ = {Hypothesis{}};
    for (std::size_t i = 0; i < rows_.count && !all_ended(); ++i) {
      write();
      plan_.forward({});
      extend(i);
    }
    return *std::ranges::max_element(hypotheses_, {}, &Hypothesis::score);
  }

 private:
  bool all_ended() const { return std::ranges::all_of(hypotheses_, &Hypothesis::ended); }
  std::size_t place(std::size_t b, std::size_t i) const {
    const std::size_t first = plan_.layout() == Layout::time_major ? rows_[0] / plan_.dims().batch : rows_[0];
    return position_index(plan_.layout(), plan_.dims(), b, first + i);
  }

  /// Row b of the input reads what hypothesis b wrote.
  void write() {
    for (std::size_t b = 0; b < hypotheses_.size(); ++b)
      for (std::size_t i = 0; i < hypotheses_[b].symbols.size() && i + 1 < rows_.count; ++i)
        batch_.input.tokens[place(b, i + 1)] = hypotheses_[b].symbols[i];
  }

  void extend(std::size_t i) {
    std::vector<Hypothesis> longer;
    for (std::size_t b = 0; b < hypotheses_.size(); ++b) {
      if (hypotheses_[b].ended) {
        longer.push_back(hypotheses_[b]);
        continue;
      }
      const auto p = row_of(plan_.probabilities(), place(b, i), batch_.width);
      for (std::size_t symbol = 0; symbol < p.size(); ++symbol)
        longer.push_back(with(hypotheses_[b], symbol, p[symbol]));
    }
    const std::size_t kept = std::min(longer.size(), plan_.dims().batch);
    std::ranges::stable_sort(longer, std::ranges::greater(), &Hypothesis::score);
    longer.resize(kept);
    hypotheses_ = std::move(longer);
  }

  static Hypothesis with(Hypothesis hypothesis, std::size_t symbol, float probability) {
    hypothesis.symbols.push_back(static_cast<std::int32_t>(symbol));
    hypothesis.probability.push_back(probability);
    hypothesis.log_probability += elementary::log(std::max(1e-30, double(probability)));
    hypothesis.ended = symbol == std::size_t(kEndSymbol);
    return hypothesis;
  }

  LossPlan<float>& plan_;
  const Batch batch_;
  const AnsweringRows rows_;
  std::vector<Hypothesis> hypotheses_;
};

/// The row as if what the model wrote were the example: nothing stands after its end. Asked for is still what is right.
void keep_answer(const Task& task, const Example& example, LossPlan<float>& plan, const Answer& answer) {
  const Batch batch = plan.batch();
  const std::size_t room = answering_rows(plan, 0).count;
  Example own = example;
  own.target = answer.symbols;
  own.target.resize(std::min(own.target.size(), room - 1));  // one that never ended has read all but its last symbol
  task.tell(own, batch, 0);
  const AnsweringRows rows = answering_rows(plan, 0);
  for (std::size_t i = 0; i < rows.count; ++i)
    batch.targets[rows[i]] = i < example.target.size()    ? example.target[i]
                             : i == example.target.size() ? kEndSymbol
                                                          : kNoTarget;
}

}  // namespace

void answer_batch(LossPlan<float>& plan) {
  if (writes_answer(plan.size().form)) answer_greedily(plan, {}, kEndSymbol);
  plan.forward({});
}

std::size_t lay_out_questions(const Task& task, HeldOut set, std::size_t first, std::size_t most, const Batch& batch) {
  task.held_out(set, first, batch);
  std::size_t known = 0;
  for (; known < std::min(most, batch.input.dims.batch); ++known) {
    const Example* example = task.example(set, first + known);
    if (example == nullptr) break;
    if (writes_answer(batch.form)) task.ask(*example, batch, known);
  }
  return known;
}

void answer_example(const Task& task, HeldOut set, std::size_t index, LossPlan<float>& plan) {
  lay_out_questions(task, set, index, 1, plan.batch());
  if (!writes_answer(plan.size().form)) return;
  answer_batch(plan);
  keep_answer(task, *task.example(set, index), plan, read_answer(plan, 0));
}

Answer read_answer(LossPlan<float>& plan, std::size_t b) {
  const OutputSize& output = plan.signature().output;
  Answer answer;
  if (output.kind == OutputSize::Kind::symbols) {
    read_symbols(plan, b, answer);
  } else {
    const std::span<const float> table = plan.probabilities();
    const AnsweringRows rows = answering_rows(plan, b);
    for (std::size_t i = 0; i < rows.count; ++i) {
      const auto numbers = row_of(table, rows[i], output.width);
      answer.numbers.insert(answer.numbers.end(), numbers.begin(), numbers.end());
      if (left_out(plan.batch(), rows[i]))
        std::fill_n(answer.numbers.end() - std::ptrdiff_t(output.width), output.width, kNothing);
    }
  }
  return answer;
}

Answer answer_by_beam(LossPlan<float>& plan) {
  Hypothesis best = Beam(plan).search();
  if (best.ended) best.symbols.pop_back(), best.probability.pop_back();
  Answer answer;
  answer.symbols = std::move(best.symbols);
  answer.probability = std::move(best.probability);
  return answer;
}

}  // namespace unrolled
