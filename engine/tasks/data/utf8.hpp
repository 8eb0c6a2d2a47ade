#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unrolled {

inline constexpr char32_t kReplacement = U'\uFFFD';

/// Reads one code point at `offset` and moves past it. Refuses what UTF-8 refuses: overlong forms, surrogates,
/// values above U+10FFFF, stray or missing continuation bytes. Returns false there, offset unchanged.
bool next_code_point(std::string_view text, std::size_t& offset, char32_t& code_point);

void append_utf8(std::string& text, char32_t code_point);
std::string to_utf8(char32_t code_point);

/// Calls f for every character of a text file in UTF-8: a byte order mark is skipped, CR LF and CR become LF.
/// Throws Error{invalid_text} with the offset of a zero byte or of a byte that is not UTF-8.
template <class F>
void for_each_character(std::string_view text, F&& f);

[[noreturn]] void refuse_byte(std::string_view text, std::size_t offset);

template <class F>
void for_each_character(std::string_view text, F&& f) {
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.size()) {
    const std::size_t start = at;
    char32_t c = static_cast<unsigned char>(text[at]);
    if (c >= ' ' && c < 0x7F) {  // most of most texts
      f(c);
      ++at;
      continue;
    }
    if (!next_code_point(text, at, c) || c == 0) refuse_byte(text, start);
    if (c == U'\r') {
      if (at < text.size() && text[at] == '\n') ++at;
      c = U'\n';
    }
    f(c);
  }
}

}  // namespace unrolled
