#pragma once
#include <cstdint>
#include <vector>

#include "tasks/task.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// What a model answered in one row of a plan, read from the last forward run.
struct Answer {
  std::vector<std::int32_t> symbols;  ///< a class, a symbol for each position (or kNoTarget where none was asked), or a
                                      ///< sequence without its end symbol
  std::vector<float> probability;     ///< of each of them
  std::vector<float> distribution;    ///< of a class: over all classes
  std::vector<float> numbers;         ///< or numbers [rows, width], NaN where none was asked; of a mixture [k, 5], see
                                      ///< MixtureOp
};

/// Lets a plan whose batch is filled answer by itself, most probable symbol by most probable symbol, where the model
/// reads what it wrote; otherwise one forward run.
void answer_batch(LossPlan<float>& plan);

/// Row b of the last run.
Answer read_answer(LossPlan<float>& plan, std::size_t b);

/// Lays out held-out examples first, first+1, ... as questions: without their answer, nor its length, where the model
/// writes it. At most `most`; returns how many there are. The rest of the batch counts for nothing.
std::size_t lay_out_questions(const Task& task, HeldOut set, std::size_t first, std::size_t most, const Batch& batch);

/// Leaves one held-out example in a plan of one row, to be run: where the model writes its answer, as it wrote it.
void answer_example(const Task& task, HeldOut set, std::size_t index, LossPlan<float>& plan);

/// The best of `beams` answers kept side by side (Graves 2012; the mean log probability of a symbol, with the end, decides),
/// for a plan whose batch of `beams` rows holds the same question in each.
Answer answer_by_beam(LossPlan<float>& plan);

}  // namespace unrolled
