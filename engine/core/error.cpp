#include "core/error.hpp"

#include <cmath>
#include <cstdint>

#include "core/refusals.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMostFound = 40, kMostListed = 600;  // characters

std::string value_text(const Detail& detail) {
  const double* number = std::get_if<double>(&detail.value);
  return number != nullptr ? number_text(*number) : std::get<std::string>(detail.value);
}

/// The text with every { $name } replaced by the detail of that name.
std::string filled(std::string_view text, const std::vector<Detail>& details) {
  std::string out;
  for (std::size_t begin = 0; (begin = text.find("{ $")) != text.npos;) {
    const std::size_t end = text.find(" }", begin);
    const std::string_view name = text.substr(begin + 3, end - begin - 3);
    out += text.substr(0, begin);
    for (const Detail& detail : details)
      if (detail.name == name) out += value_text(detail);
    text.remove_prefix(end + 2);
  }
  return out.append(text);
}

std::string place(const std::string& where, const std::vector<Detail>& details) {
  std::string line;
  for (const Detail& detail : details)
    if (detail.name == std::string_view("line")) line = (where.empty() ? "line " : ", line ") + value_text(detail);
  return where + line + (where.empty() && line.empty() ? "" : ": ");
}

/// Six digits without the zeros at the end: 250000 for 0.25.
std::string digits_of(double mantissa) {
  std::string digits = std::to_string(static_cast<std::int64_t>(mantissa * 1e5 + 0.5));
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits;
}

}  // namespace

const char* to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_config: return "invalid_config";
    case ErrorCode::invalid_text: return "invalid_text";
    case ErrorCode::invalid_file: return "invalid_file";
    case ErrorCode::too_expensive: return "too_expensive";
    case ErrorCode::out_of_memory: return "out_of_memory";
  }
  return "unknown";
}

Detail::Detail(const char* of, double number) : name(of), value(number) {}

Detail::Detail(const char* of, std::string_view text)
    : name(of), value(shortened(text, of == std::string_view("found") ? kMostFound : kMostListed)) {}

Error::Error(ErrorCode code, const char* key, std::string where, std::vector<Detail> details)
    : std::runtime_error(place(where, details) + filled(refusal_text(key), details)),
      code_(code),
      key_(key),
      where_(std::move(where)),
      details_(std::move(details)) {}

std::string number_text(double x) {
  if (x < 0) return "-" + number_text(-x);
  if (!std::isfinite(x)) return std::isnan(x) ? "NaN" : "Infinity";
  if (x == std::floor(x) && x < 1e15) return std::to_string(static_cast<std::int64_t>(x));
  int exponent = 0;
  for (; x >= 10; x /= 10) ++exponent;
  for (; x < 1; x *= 10) --exponent;
  std::string digits = digits_of(x);
  if (x * 1e5 + 0.5 >= 1e6) ++exponent;  // 9.9999999 became 10
  if (exponent < -4 || exponent > 14) {
    if (digits.size() > 1) digits.insert(1, ".");
    return digits + "e" + std::to_string(exponent);
  }
  if (exponent < 0) return "0." + std::string(std::size_t(-exponent - 1), '0') + digits;
  const auto whole = std::size_t(exponent) + 1;
  if (digits.size() <= whole) return digits + std::string(whole - digits.size(), '0');
  return digits.insert(whole, ".");
}

std::string shortened(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t characters = 0;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80 && ++characters > most) return out + "…";
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return out;
}

}  // namespace unrolled
