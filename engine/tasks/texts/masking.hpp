#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

/// Hides symbols as BERT does (Devlin et al. 2019): of those chosen, 80 % become the mask, 10 % any symbol, and 10 % stay,
/// so that a model can never be sure of what it reads.
class Masking {
 public:
  /// rate: part of the positions that are chosen, to within one in each example; always one at least, so that examples
  /// shorter than 1 / rate are asked for more. mask: a symbol that is never an answer.
  Masking(double rate, std::int32_t mask, std::size_t symbols) : rate_(rate), mask_(mask), symbols_(symbols) {}

  /// Changes e.source; asks in e.target for what stood at the chosen positions.
  void hide(Rng& rng, Example& e) const;

 private:
  void hide_at(Rng& rng, std::size_t t, Example& e) const;

  double rate_;
  std::int32_t mask_;
  std::size_t symbols_;
};

/// The option "mask_rate".
Option mask_rate_option();

}  // namespace unrolled
