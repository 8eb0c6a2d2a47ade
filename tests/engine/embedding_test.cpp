#include "kernels/embedding.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "support/grad_check.hpp"

using namespace unrolled;
using test::check_gradient;
using test::random_vector;

TEST_CASE("embedding: rows are gathered, and gradients of repeated tokens add up") {
  const std::vector<std::int32_t> ids = {2, 0, 2, 4, 2};  // 1 and 3 never occur
  for (std::size_t width : {1, 3, 4, 5, 8, 9, 17}) {
    CAPTURE(width);
    std::vector<double> table = random_vector(5 * width, 1), dtable(table.size());
    std::vector<double> y(ids.size() * width), dy(y.size());
    CHECK(check_gradient(
              {{"table", table, dtable}}, {{"y", y, dy}}, [&] { embedding_forward<double>(width, table, ids, y); },
              [&] { embedding_backward<double>(width, ids, dy, dtable); }) == "");
    embedding_forward<double>(width, table, ids, y);
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (std::size_t j = 0; j < width; ++j) CHECK(y[i * width + j] == table[std::size_t(ids[i]) * width + j]);
  }
}
