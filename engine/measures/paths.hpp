#pragma once
#include <span>
#include <vector>

#include "plan/part.hpp"

namespace unrolled {

/// Whether what a part makes of a position is made of others too; the rest is passed by.
bool connects(const Part& part);
/// Positions before one that a convolution sees, in all; those after it likewise.
std::size_t seen_before(const Part& part);
std::size_t seen_after(const Part& part);

/// Ways through a network from what comes in to what goes out, counted on its parts alone, whatever the weights. A step is
/// one connection through time: of a recurrent layer from one position to itself or the next, of a convolution within its
/// window, of attention to anything it may see, of a pool to everything.
///
/// From x[i] to y[j], the least number of steps: j - i + 1 of a recurrent layer, about ln(j - i) of dilated convolutions, 1 of
/// attention (Vaswani et al. 2017, table 1), where a residual connection leads round whatever is not needed.
class Paths {
 public:
  /// Positions of the input, and of the source where there is one.
  Paths(std::span<const Part> parts, std::size_t input, std::size_t source)
      : parts_(parts), input_(input), source_(source) {}

  /// Steps from a position of the input, or of the source, to each answer; infinite where no way leads.
  std::vector<double> from(std::size_t position, bool source = false) const;
  /// The dearest chain of what must wait for another, where a part takes costs[p] at each position: what unlimited parallel
  /// hardware could not shorten. A linear recurrence is a scan of ceil(log2 n) rounds (Blelloch 1990).
  double longest(std::span<const double> costs) const;
  /// The same where each step takes 1 and all else nothing.
  double waits() const;

 private:
  std::span<const Part> parts_;
  std::size_t input_, source_;
};

}  // namespace unrolled
