#pragma once
#include "tasks/task.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// Means over a set of examples; NaN where the task has no such number.
struct Scores {
  double loss = 0;      ///< nats an answer, mean squared error, or minus the log likelihood of a point
  double accuracy = 0;  ///< part of the answers that were right: the most probable symbol, or a number within tolerance
  double exact = 0;     ///< part of the sequences in which every answer was right
  static Scores none();
};

/// Which answers of the last forward run were right. Reused between batches.
class Marks {
 public:
  void mark(LossPlan<float>& plan);
  /// Row as in the plan's result: not asked, wrong, right.
  enum class Mark : std::uint8_t { not_asked, wrong, right };
  std::span<const Mark> rows() const { return marks_; }
  bool judged() const { return judged_; }

 private:
  std::vector<Mark> marks_;
  bool judged_ = false;
};

/// Adds up batches. Under the right beginning of an answer every symbol of it is the most probable one exactly if
/// greedy decoding gives that answer, so `exact` needs no decoding.
class Scorer {
 public:
  explicit Scorer(LossPlan<float>& plan) : plan_(plan) {}
  void add_batch();
  Scores scores() const;

 private:
  void add_sequence(std::size_t b);

  LossPlan<float>& plan_;
  Marks marks_;
  double loss_ = 0;
  std::size_t counted_ = 0, asked_ = 0, right_ = 0, sequences_ = 0, exact_ = 0;
};

/// Over the held-out sequences.
struct Evaluation {
  Scores val;
  Scores longer = Scores::none();  ///< of examples longer than any trained on
};

/// An evaluation in parts.
class Examination {
 public:
  virtual ~Examination() = default;
  /// Does the next part; false once nothing is left.
  virtual bool next() = 0;
  virtual Evaluation result() const = 0;
};

/// Of a network: both held-out sets, one batch at a time, always in the same order.
class NetworkExamination final : public Examination {
 public:
  /// longer: nullptr where the task has no such set.
  NetworkExamination(const Task& task, LossPlan<float>& val, LossPlan<float>* longer);
  bool next() override;
  Evaluation result() const override;

 private:
  struct Part {
    HeldOut set;
    LossPlan<float>* plan;
    Scorer scorer;
  };
  const Task& task_;
  std::vector<Part> parts_;
  std::size_t part_ = 0, first_ = 0;
};

}  // namespace unrolled
