#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unrolled {

inline constexpr std::size_t kMaxSymbols = 256;

/// The symbols of a text and their numbers 0, 1, ...: characters, or whole words with blanks between them.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// Distinct code points, at most kMaxSymbols; those of a text in ascending order.
  explicit Vocabulary(std::u32string symbols);
  /// Distinct words without blanks, at most kMaxSymbols.
  explicit Vocabulary(std::vector<std::string> words);

  std::size_t size() const { return of_words() ? words_.size() : symbols_.size(); }
  bool of_words() const { return !words_.empty(); }
  /// Of characters; of words U+FFFD.
  char32_t symbol(std::size_t id) const { return of_words() ? U'\uFFFD' : symbols_[id]; }
  const std::u32string& symbols() const { return symbols_; }
  const std::vector<std::string>& words() const { return words_; }
  /// The number of a symbol; for one that the vocabulary lacks the number of U+FFFD, or -1 without that.
  std::int32_t id(char32_t symbol) const;
  /// The number of a word, or -1.
  std::int32_t id(std::string_view word) const;

  /// Text as numbers, each lacking symbol replaced by U+FFFD, or left out where there is none.
  struct Encoded {
    std::vector<std::int32_t> ids;
    std::size_t unknown = 0;  ///< characters or words replaced or left out
  };
  /// For short texts: prompts and excerpts. Throws Error{invalid_text} for what is not UTF-8.
  Encoded encode(std::string_view text) const;
  /// UTF-8 of one symbol, or of several.
  std::string text(std::int32_t id) const;
  std::string text(const std::vector<std::int32_t>& ids) const;

  /// All symbols as one text, and back: characters one after the other, words each after a zero byte. unpack() throws
  /// Error{invalid_text} for what pack() does not give.
  std::string pack() const;
  static Vocabulary unpack(std::string_view packed);

  friend bool operator==(const Vocabulary& a, const Vocabulary& b) {
    return a.symbols_ == b.symbols_ && a.words_ == b.words_;
  }

 private:
  Encoded encode_words(std::string_view text) const;

  std::u32string symbols_;
  std::vector<std::string> words_;
  std::unordered_map<char32_t, std::int32_t> ids_;
};

/// A text as numbers, with what was learned on the way.
struct EncodedText {
  Vocabulary vocabulary;
  std::vector<std::uint8_t> ids;
  std::size_t distinct = 0;  ///< code points that occurred
  std::size_t replaced = 0;  ///< characters that became U+FFFD
};

/// What text_info() reports, from one pass.
struct TextSummary {
  Vocabulary vocabulary;
  std::size_t characters = 0, distinct = 0, replaced = 0;
};

/// The vocabulary of a text: every code point if there are at most 256, otherwise the 255 most frequent (of equally
/// frequent ones the lower) and U+FFFD for the rest. Throws Error{invalid_text} for binary data or an empty text.
TextSummary summarise_text(std::string_view text);
EncodedText encode_text(std::string_view text);

}  // namespace unrolled
