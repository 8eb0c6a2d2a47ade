#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace unrolled {

/// Small grey images of handwritten digits, as tools/digits.mjs packs them: "DIGITS", the side and the number of grey
/// levels, one byte each; then for each image its label and its pixels row by row, two a byte.
class DigitImages {
 public:
  static constexpr std::size_t kSide = 14, kPixels = kSide * kSide;

  /// Throws Error{invalid_file} for anything else.
  explicit DigitImages(std::string_view packed);

  std::size_t count() const { return labels_.size(); }
  /// 0 .. 9.
  std::size_t label(std::size_t image) const { return labels_[image]; }
  /// Row by row, from 0 (paper) to 1 (ink).
  std::span<const float> pixels(std::size_t image) const {
    return std::span(pixels_).subspan(image * kPixels, kPixels);
  }
  /// The images up to here are for training, the last fifth is held out. Each part has as many of each digit.
  std::size_t split() const { return count() / 50 * 40; }

 private:
  std::vector<std::uint8_t> labels_;
  std::vector<float> pixels_;
};

}  // namespace unrolled
