#pragma once

namespace unrolled {

/// The number of the engine's arithmetic. It counts up with every change that gives any experiment of the strict tier other
/// weights, by however little: whenever a hash in tests/golden/hashes.json has to be written anew. Faster code that gives
/// the same bits, a new model or a new option whose default changes nothing leave it as it is. Checkpoints and links carry
/// it, so that what another version computed is not mistaken for something that this one would.
inline constexpr unsigned kArithmetic = 2;

/// Of a run that no single arithmetic gives: it went on from what another one computed, or its experiment does not say
/// all that was done to it.
inline constexpr unsigned kNoArithmetic = 0;

}  // namespace unrolled
