#include "io/canonical.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/sha256.hpp"

namespace unrolled {
namespace {

constexpr int kMostPlain = 21;   // digits before the point, beyond which JavaScript writes an exponent
constexpr int kLeastPlain = -6;  // and zeros after it

/// The fewest digits that read back to the same number, and the place of the point among them: 0.001 is "1" at -2.
struct Digits {
  std::string digits;
  int point;
};

Digits digits_of(double positive) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, positive, std::chars_format::scientific).ptr;
  const std::string_view whole(text, std::size_t(end - text));
  const std::size_t e = whole.find('e');
  std::string digits(whole.substr(0, e));
  std::erase(digits, '.');
  return {digits, std::stoi(std::string(whole.substr(e + 1))) + 1};
}

/// As ECMAScript's Number::toString.
std::string canonical_number(double value) {
  if (value == 0) return "0";
  const auto [digits, point] = digits_of(std::abs(value));
  const std::string sign = value < 0 ? "-" : "";
  const int count = int(digits.size());
  if (count <= point && point <= kMostPlain) return sign + digits + std::string(std::size_t(point - count), '0');
  if (0 < point && point <= kMostPlain)
    return sign + digits.substr(0, std::size_t(point)) + "." + digits.substr(std::size_t(point));
  if (kLeastPlain < point && point <= 0) return sign + "0." + std::string(std::size_t(-point), '0') + digits;
  const std::string exponent = (point > 0 ? "e+" : "e-") + std::to_string(std::abs(point - 1));
  return sign + digits.substr(0, 1) + (count > 1 ? "." + digits.substr(1) : "") + exponent;
}

void write_list(const Json& list, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) out += (i > 0 ? "," : "") + canonical(list[i]);
  out += ']';
}

void write_object(const Json& object, std::string& out) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  std::ranges::sort(names);
  out += '{';
  for (const std::string& name : names) {
    if (out.back() != '{') out += ',';
    out += to_text(name) + ":" + canonical(object.at(name));
  }
  out += '}';
}

}  // namespace

std::string canonical(const Json& json) {
  if (json.is_number()) return canonical_number(json.get<double>());
  if (!json.is_structured()) return to_text(json);
  std::string out;
  json.is_array() ? write_list(json, out) : write_object(json, out);
  return out;
}

std::string hash_of(const Json& json) {
  const std::string text = canonical(json);
  return sha256(std::as_bytes(std::span(text)));
}

}  // namespace unrolled
