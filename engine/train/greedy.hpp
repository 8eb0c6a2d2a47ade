#pragma once
#include "train/loss_plan.hpp"

namespace unrolled {

/// Lets a plan of pairs answer by itself: fills the decoder's input, of which every row begins with the start symbol,
/// with the most probable symbol at each position, left to right. Costs one forward run a position, which keeps it right
/// for any model; answers are short. What follows an end symbol has no meaning.
template <class Real>
void answer_greedily(LossPlan<Real>& plan, const Pass& pass);

/// The column with the largest number, the first of equals.
template <class Real>
std::int32_t largest_column(std::span<const Real> row);

}  // namespace unrolled
