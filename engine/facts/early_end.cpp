#include "facts/early_end.hpp"

#include <cstdlib>

#include "facts/metrics.hpp"

namespace unrolled {
namespace {

/// Whether the last test is beyond a goal, and it went on from none that was.
bool arrives(const Curve& scores, bool low, double value, double from) {
  bool last = false;
  for (std::size_t i = 0; i < scores.value.size(); ++i) {
    last = low ? scores.value[i] <= value : scores.value[i] >= value;
    if (last && scores.step[i] <= from) return false;
  }
  return last;
}

/// How many tests in a row were no better than the best before.
double in_vain(const Curve& loss, double from) {
  double best = kNever, count = 0;
  for (std::size_t i = 0; i < loss.value.size(); ++i) {
    count = loss.value[i] < best || loss.step[i] <= from ? 0 : count + 1;
    if (loss.value[i] < best) best = loss.value[i];
  }
  return best < kNever ? count : 0;
}

}  // namespace

bool ends_early(const std::map<std::string, Curve>& tests, const EarlyEnd& asked, double from) {
  const std::size_t colon = asked.goal.find(':');
  if (colon != std::string::npos) {
    const std::string metric = asked.goal.substr(0, colon);
    const auto scores = tests.find("val_" + metric);
    const double value = std::strtod(asked.goal.c_str() + colon + 1, nullptr);
    if (scores != tests.end() && arrives(scores->second, low_is_better(metric), value, from)) return true;
  }
  const auto loss = tests.find("val_loss");
  return asked.patience > 0 && loss != tests.end() && in_vain(loss->second, from) >= asked.patience;
}

}  // namespace unrolled
