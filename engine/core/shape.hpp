#pragma once
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace unrolled {

/// Sizes of a row-major array, outermost first. A scalar has the shape {}.
class Shape {
 public:
  Shape() = default;
  Shape(std::initializer_list<std::size_t> sizes) : sizes_(sizes) {}
  explicit Shape(std::vector<std::size_t> sizes) : sizes_(std::move(sizes)) {}

  std::size_t rank() const { return sizes_.size(); }
  std::size_t operator[](std::size_t axis) const { return sizes_[axis]; }
  std::size_t last() const { return sizes_.empty() ? 1 : sizes_.back(); }
  const std::vector<std::size_t>& sizes() const { return sizes_; }

  /// Number of elements.
  std::size_t count() const {
    std::size_t n = 1;
    for (std::size_t size : sizes_) n *= size;
    return n;
  }
  /// Number of rows when everything but the last axis is flattened.
  std::size_t rows() const { return last() == 0 ? 0 : count() / last(); }

  friend bool operator==(const Shape&, const Shape&) = default;

 private:
  std::vector<std::size_t> sizes_;
};

}  // namespace unrolled
