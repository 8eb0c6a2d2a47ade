#include "tasks/texts/text_place.hpp"

#include <string_view>

namespace unrolled {
namespace {

constexpr HiddenVariable kTextHidden[] = {{"in_quotes", "Inside quotation marks", HiddenVariable::Kind::yes_no},
                                          {"in_word", "Letters of the word so far"}};

/// Beyond ASCII all but signs and punctuation: U+00A0 to U+00BF, U+00D7, U+00F7, U+2000 to U+2BFF, U+3000 to U+303F.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  return c > 0xBF && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040) &&
         c != 0xFFFD;
}

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// What a straight mark that opens stands after.
bool comes_before_quotes(char32_t c) { return is_one_of(U" \t\n-–—([{", c); }

}  // namespace

const Knows kTextKnows{kTextHidden};

void TextPlace::read(char32_t c) {
  in_word_ = is_letter(c) ? in_word_ + 1 : 0;
  const bool opens = is_one_of(U"“„«", c) || (c == U'"' && before_ != 0 && comes_before_quotes(before_));
  const bool closes = is_one_of(U"”»", c) || (c == U'"' && before_ != 0 && !comes_before_quotes(before_));
  if (opens) quotes_ = Quotes::inside;
  if (closes || (c == U'\n' && before_ == U'\n')) quotes_ = Quotes::outside;
  before_ = c;
}

void TextPlace::state(char32_t character, std::size_t position, Knowledge& known) {
  read(character);
  if (quotes_ != Quotes::unknown) known.state(0, position, quotes_ == Quotes::inside ? 1 : 0);
  known.state(1, position, double(in_word_));
}

}  // namespace unrolled
