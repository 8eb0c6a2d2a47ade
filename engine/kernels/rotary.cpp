#include "kernels/rotary.hpp"

namespace unrolled {

template <class Real>
void rotary_add(RotaryDims d, Turn turn, std::span<const Real> table, std::span<const Real> x, std::span<Real> y) {
  const Real sign = turn == Turn::forth ? Real(1) : Real(-1);
  const std::size_t turned = d.heads * d.head_width, paired = d.head_width / 2 * 2;
  for (std::size_t at = 0, t = 0; at < x.size(); at += d.row, t = (t + 1) % d.length) {
    const Real *angles = &table[t * d.head_width], *from = &x[at];
    Real* to = &y[at];
    for (std::size_t head = 0; head < turned; head += d.head_width) {
      for (std::size_t i = 0; i < paired; i += 2) {
        const Real sine = sign * angles[i], cosine = angles[i + 1];
        const std::size_t j = head + i;
        to[j] += from[j] * cosine - from[j + 1] * sine;
        to[j + 1] += from[j + 1] * cosine + from[j] * sine;
      }
      for (std::size_t j = head + paired; j < head + d.head_width; ++j) to[j] += from[j];
    }
    for (std::size_t j = turned; j < d.row; ++j) to[j] += from[j];
  }
}

template void rotary_add<float>(RotaryDims, Turn, std::span<const float>, std::span<const float>, std::span<float>);
template void rotary_add<double>(RotaryDims, Turn, std::span<const double>, std::span<const double>, std::span<double>);

}  // namespace unrolled
