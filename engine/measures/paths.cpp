#include "measures/paths.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace unrolled {
namespace {

using Steps = std::vector<double>;

constexpr double kFar = std::numeric_limits<double>::infinity();

enum class Goal { least, most };

/// Carries a number for each position from part to part: the least one, or the greatest, of what a position is made of, and
/// the part's cost.
class Walk {
 public:
  Walk(Goal goal, std::size_t input, std::size_t source)
      : goal_(goal), now_{Steps(input, start()), Steps(source, start())}, before_(now_) {}

  Steps& at(bool source) { return now_[source ? 1 : 0]; }

  void pass(const Part& part, double cost) {
    if (part.last) return read_end(part);
    Steps &now = at(part.source), &before = before_[part.source ? 1 : 0];
    if (!part.beside) before = now;
    Steps made = before;
    for (std::size_t i = 0; i < part.times; ++i) made = once(part, std::move(made), cost);
    if (part.residual) join(made, before);
    if (part.beside) join(made, now);
    now = std::move(made);
  }

 private:
  double start() const { return goal_ == Goal::least ? kFar : 0; }
  double of(double a, double b) const { return goal_ == Goal::least ? std::min(a, b) : std::max(a, b); }
  double all(const Steps& steps) const {
    double best = start();
    for (double x : steps) best = of(best, x);
    return best;
  }
  void join(Steps& to, const Steps& other) const {
    for (std::size_t t = 0; t < to.size(); ++t) to[t] = of(to[t], other[t]);
  }

  /// Where an answer stands for all, it is at the last position; there it finds what ended at the first.
  void read_end(const Part& part) {
    Steps& now = at(part.source);
    if (part.backward) now.back() = of(now.back(), now.front());
  }

  Steps once(const Part& part, Steps in, double cost) {
    if (part.kind == PartKind::recurrent) return recurrent(part, std::move(in), cost);
    if (part.kind == PartKind::convolution) return windowed(part, in, cost);
    if (connects(part)) return seen(part, std::move(in), cost);
    for (double& x : in) x += cost;
    return in;
  }

  Steps recurrent(const Part& part, Steps in, double cost) {
    double state = part.across && begun_ < ends_.size() ? ends_[begun_++] : start();
    const bool scans = part.linear && goal_ == Goal::most;
    const double rounds = std::max(1.0, double(std::bit_width(in.size() - 1)));
    for (std::size_t i = 0; i < in.size(); ++i) {
      double& x = in[part.backward ? in.size() - 1 - i : i];
      state = of(state, x) + (scans ? 0 : cost);
      x = state + (scans ? rounds * cost : 0);
    }
    if (!part.source) return in;
    if (part.beside)
      ends_.back() = of(ends_.back(), state);
    else
      ends_.push_back(state);
    return in;
  }

  Steps windowed(const Part& part, const Steps& in, double cost) {
    if (!part.causal && part.dilation == 1 && part.window + 1 >= 2 * in.size())
      return seen(part, in, cost);  // all of it
    const std::size_t left = seen_before(part);
    Steps out(in.size(), start() + cost);  // what it sees may all be padding
    for (std::size_t t = 0; t < in.size(); ++t)
      for (std::size_t k = 0; k < part.window; ++k) {
        const std::size_t s = t + k * part.dilation - left;  // before the first it wraps, and is beyond the last
        if (s < in.size()) out[t] = of(out[t], in[s] + cost);
      }
    return out;
  }

  /// Of everything that may be seen.
  Steps seen(const Part& part, Steps in, double cost) {
    const double other = part.across ? all(at(true)) : part.causal ? start() : all(in);
    double best = other;
    for (double& x : in) {
      best = of(part.across ? other : best, x);
      x = best + cost;
    }
    return in;
  }

  const Goal goal_;
  std::array<Steps, 2> now_, before_;  // of the input, of the source
  Steps ends_;                         // what recurrent layers of the source end with
  std::size_t begun_ = 0;              // how many of them others have begun with
};

}  // namespace

bool connects(const Part& part) {
  if (part.aside) return false;
  return part.kind == PartKind::recurrent || part.kind == PartKind::convolution || part.kind == PartKind::attention ||
         (part.kind == PartKind::pool && !part.last);
}

std::size_t seen_before(const Part& part) {
  const std::size_t reach = (part.window - 1) * part.dilation;
  return part.causal ? reach : reach / 2;
}

std::size_t seen_after(const Part& part) { return (part.window - 1) * part.dilation - seen_before(part); }

std::vector<double> Paths::from(std::size_t position, bool source) const {
  Walk walk(Goal::least, input_, source_);
  walk.at(source)[position] = 0;
  for (const Part& part : parts_) walk.pass(part, connects(part) ? 1 : 0);
  return walk.at(false);
}

double Paths::longest(std::span<const double> costs) const {
  Walk walk(Goal::most, input_, source_);
  for (std::size_t p = 0; p < parts_.size(); ++p) walk.pass(parts_[p], costs[p]);
  return std::ranges::max(walk.at(false));
}

double Paths::waits() const {
  std::vector<double> costs;
  for (const Part& part : parts_) costs.push_back(connects(part) ? 1 : 0);
  return longest(costs);
}

}  // namespace unrolled
