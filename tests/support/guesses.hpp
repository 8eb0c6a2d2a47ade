#pragma once
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "support/task_examples.hpp"
#include "train/scoring.hpp"

namespace unrolled::test {

/// What a guesser has before it: one example in a form, laid out as for a model, and where answers are to be written.
/// Which answers are right stands in the batch, too; only what learns() may look at that.
struct Asked {
  const Batch& batch;
  std::vector<std::size_t> rows;  ///< that are asked for, in order
  std::span<float> answers;       ///< [rows of the batch, width]: logits, numbers or a mixture
  std::size_t width;
  Rng& coin;

  std::span<float> row(std::size_t r) const { return answers.subspan(r * width, width); }
  std::span<const std::int32_t> given() const {
    return batch.input.tokens.first(std::size_t(batch.input.lengths.front()));
  }
};

/// Writes answers.
using Guess = std::function<void(const Asked&)>;

/// A model that computes nothing: a guesser writes its answers, and the engine scores them as any model's.
class GuessModel final : public Model<float> {
 public:
  explicit GuessModel(const OutputSize& output) : output_(output) {}
  Layout layout() const override { return Layout::batch_major; }
  Tensor<float>& build(Plan<float>& plan, const Inputs& inputs) override {
    const BatchDims dims = inputs.input.dims;
    answers_ = &plan.tensor("answers", {output_.whole ? dims.batch : dims.positions(), output_.width});
    return *answers_;
  }
  std::span<float> answers() { return answers_->value; }

 private:
  const OutputSize output_;
  Tensor<float>* answers_ = nullptr;
};

/// One example after the other, and an empty sheet for the answers.
class Desk {
 public:
  Desk(const Task& task, const TaskForm& form)
      : task_(task), model_(form.signature.output), plan_(model_, form.signature, {1, form.lengths, form.form}) {
    plan_.forward_only();
    plan_.allocate();
  }

  void sample(Rng& rng) { task_.sample(rng, plan_.batch()); }
  void held_out(std::size_t index) { task_.held_out(HeldOut::val, index, plan_.batch()); }

  Asked ask(const Batch& batch) {
    Asked asked{batch, {}, model_.answers(), plan_.signature().output.width, coin_};
    std::ranges::fill(asked.answers, 0.0F);
    for (std::size_t r = 0; r < plan_.rows(); ++r)
      if (is_asked(batch, r)) asked.rows.push_back(r);
    return asked;
  }
  LossPlan<float>& plan() { return plan_; }

 private:
  static bool is_asked(const Batch& batch, std::size_t r) {
    if (!batch.targets.empty()) return batch.targets[r] >= 0;
    return batch.numbers.empty() || !std::isnan(batch.numbers[r * batch.width]);
  }

  const Task& task_;
  GuessModel model_;
  LossPlan<float> plan_;
  Rng coin_{23, "coin"};
};

inline double score_of(const Scores& scores, const std::string& metric) {
  return metric == "loss" ? scores.loss : metric == "accuracy" ? scores.accuracy : scores.exact;
}

/// A score with its standard error: examples are drawn independently, the answers of one are not.
struct Measured {
  double score = 0, error = 0;
};

/// `next` puts an example on the desk.
template <class Next>
Measured measure(Desk& desk, const Guess& guess, const std::string& metric, std::size_t count, Next next) {
  Scorer all(desk.plan());
  std::vector<std::pair<double, double>> scored;  // sum and number of answers of each example
  for (std::size_t i = 0; i < count; ++i) {
    next(i);
    const Batch batch = desk.plan().batch();
    guess(desk.ask(batch));
    Scorer one(desk.plan());
    one.add_batch(), all.add_batch();
    const double answers = metric == "exact" ? 1 : double(desk.plan().counted());
    scored.emplace_back(score_of(one.scores(), metric) * answers, answers);
  }
  Measured measured{score_of(all.scores(), metric)};
  double squares = 0, total = 0, answers = 0;
  for (const auto& [sum, n] : scored) squares += std::pow(sum - measured.score * n, 2), total += sum, answers += n;
  // Every answer counts as much as any other, whatever the number of them in its batch.
  CHECK(measured.score == doctest::Approx(total / answers).epsilon(1e-5));
  measured.error = std::sqrt(squares) / answers;
  if (metric == "exact")  // each is right or wrong: the binomial's standard error
    CHECK(measured.error == doctest::Approx(std::sqrt(measured.score * (1 - measured.score) / answers)).epsilon(1e-5));
  return measured;
}

/// Calls learn for `count` examples of the training stream.
template <class Learn>
void study(const Task& task, const TaskForm& form, std::size_t count, Learn learn) {
  Desk desk(task, form);
  Rng rng(41, "study");
  for (std::size_t i = 0; i < count; ++i) {
    desk.sample(rng);
    const Batch batch = desk.plan().batch();
    learn(desk.ask(batch));
  }
}

}  // namespace unrolled::test
