#pragma once
#include <cstddef>
#include <span>

namespace unrolled {

struct RotaryDims {
  std::size_t length, row;        // T positions in a sequence, columns of each
  std::size_t heads, head_width;  // what is turned: the first heads * head_width columns
};

enum class Turn { forth, back };

/// y += x with each pair of columns (2i, 2i+1) of each head turned by the angle p / 10000^(2i/head_width), p the
/// position; the last column of heads of odd width and further columns unturned (RoPE: Su et al. 2021, equation 34, whose pairs are adjacent columns). Back is
/// the inverse, and so the transpose that gradients need.
/// x, y: [B,T,row]; table: rows of head_width from the first position on, as sinusoidal_positions() makes them.
template <class Real>
void rotary_add(RotaryDims d, Turn turn, std::span<const Real> table, std::span<const Real> x, std::span<Real> y);

}  // namespace unrolled
