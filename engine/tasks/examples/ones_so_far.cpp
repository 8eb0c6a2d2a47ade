#include "tasks/examples/ones_so_far.hpp"

namespace unrolled {

void know_ones(const Example& e, const Places& places, Knowledge& known) {
  std::int32_t ones = 0;
  for (std::size_t t = 0; t < e.source.size(); ++t) {
    ones += e.source[t];
    known.state(0, places.given(t), ones % 2);
    known.state(1, places.given(t), ones);
  }
}

}  // namespace unrolled
