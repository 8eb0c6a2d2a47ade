#pragma once
#include <cstddef>
#include <string>

namespace unrolled {

enum class PartKind { embedding, recurrent, convolution, attention, feed_forward, norm, pool, output };

/// What some ops of a plan make up together, as people draw a network. A family says while it builds where one begins;
/// what follows belongs to it.
struct Part {
  std::string name;  ///< "lstm.0", "transformer.0.attention": as its taps are called, where it has some
  PartKind kind;
  std::size_t width = 0;  ///< numbers that it leaves at a position
  std::size_t heads = 1;
  // Which positions one is made of: of a recurrent part the one before, of attention all it may see, of a convolution a
  // window, of a pool all, or just the last.
  std::size_t window = 1, dilation = 1;  ///< positions of a convolution, and how far apart they are
  std::size_t times = 1;                 ///< that it is passed, one after the other: a block of two convolutions
  bool causal = true;                    ///< no later position
  bool backward = false;                 ///< a recurrent part that reads from the end
  bool beside = false;                   ///< it reads what the part before it reads, and both are joined
  bool residual = false;                 ///< what it reads also goes round it
  bool linear = false;                   ///< a recurrence that a scan computes in ln n steps
  bool across = false;                   ///< it looks at, or begins with, what has become of the source
  bool last = false;                     ///< a pool that takes the last position
  bool aside = false;                    ///< its positions are no stream's: learned points, which look at one
  std::string folded{};                  ///< a parameter of its own that ops of another part read
  bool source = false;                   ///< its positions are the source's: Plan::begin sets it
};

}  // namespace unrolled
