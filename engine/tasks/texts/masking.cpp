#include "tasks/texts/masking.hpp"

#include <algorithm>

namespace unrolled {

void Masking::hide(Rng& rng, Example& e) const {
  e.target.assign(e.source.size(), kNoTarget);
  const std::size_t n = e.source.size();
  std::size_t left = std::max<std::size_t>(1, static_cast<std::size_t>(rate_ * double(n) + rng.uniform()));
  for (std::size_t t = 0; t < n; ++t) {
    if (rng.below(n - t) >= left) continue;
    hide_at(rng, t, e);
    --left;
  }
}

void Masking::hide_at(Rng& rng, std::size_t t, Example& e) const {
  e.target[t] = e.source[t];
  const double chance = rng.uniform();
  if (chance < 0.8) {
    e.source[t] = mask_;
  } else if (chance < 0.9) {
    const auto other = static_cast<std::int32_t>(rng.below(symbols_ - 1));
    e.source[t] = other + (other >= mask_ ? 1 : 0);  // any but the mask
  }
}

Option mask_rate_option() {
  return Option::number(
             "mask_rate", 0.15, 0.01, 0.9, "Hidden part",
             "Which part of the symbols is chosen, at least one of each example; most of those are hidden, some "
             "replaced, some left.")
      .by(0.01);
}

}  // namespace unrolled
