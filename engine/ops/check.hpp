#pragma once
#include <string>

#include "core/shape.hpp"

namespace unrolled {

/// "[16,64]"; "[]" for a scalar.
std::string to_string(const Shape& shape);

/// Each throws Error{invalid_config} with `where` unless the condition holds. Ops call them when a plan is
/// built, so that forward and backward need not look.
void require_shape(const std::string& where, const Shape& found, const Shape& expected);
void require_count(const std::string& where, const Shape& found, std::size_t numbers);
void require_rank(const std::string& where, const Shape& found, std::size_t rank);
void require_rows(const std::string& where, const Shape& found, std::size_t rows, std::size_t width);
void require(const std::string& where, bool holds, const std::string& expected, const std::string& found);

}  // namespace unrolled
