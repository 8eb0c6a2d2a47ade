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
  std::vector<float> numbers;         ///< or numbers [rows, width]; of a mixture [k, 5], see MixtureOp
};

/// Whether the answer is a sequence of a length of its own, which a model that reads its answer must write symbol by
/// symbol.
bool writes_answer(Form form);

/// Lets a plan whose batch is filled answer by itself, most probable symbol by most probable symbol, where the model
/// reads what it wrote; otherwise one forward run.
void answer_batch(LossPlan<float>& plan);

/// Row b of the last run.
Answer read_answer(LossPlan<float>& plan, std::size_t b);

/// The best of `beams` answers kept side by side (Graves 2012; the mean log probability of a symbol decides), for a
/// plan whose batch of `beams` rows holds the same question in each. It stands in row 0.
void answer_by_beam(LossPlan<float>& plan);

}  // namespace unrolled
