#include "tasks/data/digit_images.hpp"

#include <string>

#include "core/error.hpp"

namespace unrolled {
namespace {

constexpr std::string_view kMagic = "DIGITS\x0E\x10";  // 14 pixels wide, 16 levels
constexpr std::size_t kRecord = 1 + DigitImages::kPixels / 2;
constexpr std::size_t kFewest = 100;

void refuse(std::size_t byte) { throw Error(ErrorCode::invalid_file, "digits.damaged", "digits", {{"byte", byte}}); }

}  // namespace

DigitImages::DigitImages(std::string_view packed) {
  if (!packed.starts_with(kMagic)) refuse(0);
  packed.remove_prefix(kMagic.size());
  if (packed.size() % kRecord != 0 || packed.size() < kFewest * kRecord) refuse(kMagic.size() + packed.size());
  for (std::size_t at = 0; at < packed.size(); at += kRecord) {
    const auto label = static_cast<std::uint8_t>(packed[at]);
    if (label > 9) refuse(kMagic.size() + at);
    labels_.push_back(label);
    for (char pair : packed.substr(at + 1, kRecord - 1)) {
      const auto byte = static_cast<std::uint8_t>(pair);
      for (int level : {byte >> 4, byte & 15}) pixels_.push_back(static_cast<float>(level) / 15.0F);
    }
  }
}

}  // namespace unrolled
