#include "ops/check.hpp"

#include "core/error.hpp"

namespace unrolled {

std::string to_string(const Shape& shape) {
  std::string text = "[";
  for (std::size_t axis = 0; axis < shape.rank(); ++axis) text += (axis > 0 ? "," : "") + std::to_string(shape[axis]);
  return text + "]";
}

void require(const std::string& where, bool holds, const std::string& wanted, const std::string& found) {
  if (!holds) throw Error(ErrorCode::invalid_config, "op.wanted", where, {{"wanted", wanted}, {"found", found}});
}

void require_shape(const std::string& where, const Shape& found, const Shape& expected) {
  require(where, found == expected, "shape " + to_string(expected), to_string(found));
}

void require_count(const std::string& where, const Shape& found, std::size_t numbers) {
  require(where, found.count() == numbers, std::to_string(numbers) + " numbers", to_string(found));
}

void require_rank(const std::string& where, const Shape& found, std::size_t rank) {
  require(where, found.rank() == rank, std::to_string(rank) + " axes", to_string(found));
}

void require_rows(const std::string& where, const Shape& found, std::size_t rows, std::size_t width) {
  require(where, found.rows() == rows && found.last() == width,
          std::to_string(rows) + " rows of " + std::to_string(width), to_string(found));
}

}  // namespace unrolled
