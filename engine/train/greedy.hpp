#pragma once
#include <vector>

#include "train/loss_plan.hpp"

namespace unrolled {

/// The rows of a plan's result that answer sequence b, in order of time: all of its positions from the first asked for, or
/// the one row of a whole answer.
template <class Real>
std::vector<std::size_t> answering_rows(LossPlan<Real>& plan, std::size_t b);

/// Lets a plan in which a model reads its own answer (pairs, prefix) answer by itself: from where a row's answer begins, each
/// next position reads the most probable symbol of the one before. Costs one forward run a position, which keeps it right
/// for any model; answers are short. What follows an end symbol has no meaning.
template <class Real>
void answer_greedily(LossPlan<Real>& plan, const Pass& pass);

/// The column with the largest number, the first of equals.
template <class Real>
std::int32_t largest_column(std::span<const Real> row);

}  // namespace unrolled
