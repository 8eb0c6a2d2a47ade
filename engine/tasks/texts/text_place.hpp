#pragma once
#include "tasks/knowledge.hpp"

namespace unrolled {

/// "in_quotes" and "in_word".
extern const Knows kTextKnows;

/// Where in a text one is who reads it character by character, from anywhere on.
///
/// in_quotes: 1 from a mark that opens to before the mark that closes; not known before the first mark or empty line of what
/// is read. A straight mark opens after a blank, a dash or an opening bracket, and closes after anything else. An empty
/// line ends what was never closed. Single marks count for nothing: most are apostrophes.
/// in_word: how many letters and digits of a word were read, 0 at what is none.
class TextPlace {
 public:
  /// After reading one more character, at this position.
  void state(char32_t character, std::size_t position, Knowledge& known);

 private:
  void read(char32_t character);

  enum class Quotes { unknown, outside, inside } quotes_ = Quotes::unknown;
  std::size_t in_word_ = 0;
  char32_t before_ = 0;  // 0: nothing was read
};

}  // namespace unrolled
