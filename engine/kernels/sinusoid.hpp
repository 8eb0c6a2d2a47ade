#pragma once
#include <cstddef>
#include <span>

namespace unrolled {

/// sin(x) to about 1e-15 + 1e-16 |x|; our own, so that every platform gives the same bits.
double sine(double x);

/// The position table of Vaswani et al. 2017: table[p,2i] = sin(p / 10000^(2i/width)),
/// table[p,2i+1] = cos(p / 10000^(2i/width)). table: [table.size() / width, width], overwritten.
template <class Real>
void sinusoidal_positions(std::size_t width, std::span<Real> table);

}  // namespace unrolled
