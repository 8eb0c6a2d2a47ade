#include "tasks/data/utf8.hpp"

#include "core/error.hpp"

namespace unrolled {
namespace {

struct Lead {
  std::size_t length;
  char32_t bits, least;
};

/// What the first byte of a sequence says; length 0 where none may start so.
Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, char32_t(byte & 0x1F), 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, char32_t(byte & 0x0F), 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, char32_t(byte & 0x07), 0x10000};
  return {0, 0, 0};
}

}  // namespace

bool next_code_point(std::string_view text, std::size_t& offset, char32_t& code_point) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[offset]));
  if (lead.length == 0 || text.size() - offset < lead.length) return false;
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0) != 0x80) return false;
    value = (value << 6) | (byte & 0x3F);
  }
  if (value < lead.least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return false;
  offset += lead.length;
  code_point = value;
  return true;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

std::string to_utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

void refuse_byte(std::string_view text, std::size_t offset) {
  throw Error(ErrorCode::invalid_text, text[offset] == 0 ? "text.zero" : "text.utf8", "text", {{"byte", offset}});
}

}  // namespace unrolled
