#include "tasks/data/vocabulary.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/sort.hpp"
#include "tasks/data/utf8.hpp"

namespace unrolled {
namespace {

/// A value for every code point, in pages that are made where one is asked for: a text touches few of them.
template <class T>
class PerCodePoint {
 public:
  explicit PerCodePoint(T initial) : initial_(initial), pages_(0x110000 / kPage) {}

  T& operator[](char32_t c) {
    std::vector<T>& page = pages_[c / kPage];
    if (page.empty()) page.assign(kPage, initial_);
    return page[c % kPage];
  }
  /// Those whose value is another than the initial one, in ascending order.
  std::u32string changed() const {
    std::u32string found;
    for (std::size_t p = 0; p < pages_.size(); ++p)
      for (std::size_t i = 0; i < pages_[p].size(); ++i)
        if (pages_[p][i] != initial_) found += static_cast<char32_t>(p * kPage + i);
    return found;
  }

 private:
  static constexpr std::size_t kPage = 256;
  T initial_;
  std::vector<std::vector<T>> pages_;
};

using Counts = PerCodePoint<std::uint32_t>;

/// Keeps the 255 most frequent symbols besides U+FFFD, which stands for all others.
std::u32string most_frequent(std::u32string symbols, Counts& counts) {
  std::erase(symbols, kReplacement);
  std::ranges::stable_sort(symbols, [&](char32_t a, char32_t b) { return counts[a] > counts[b]; });
  symbols.resize(kMaxSymbols - 1);
  symbols += kReplacement;
  sort_short(symbols);
  return symbols;
}

/// The pieces of a text between separators, without the empty ones.
template <class F>
void for_each_piece(std::string_view text, std::string_view separators, F&& f) {
  while (true) {
    const std::size_t start = text.find_first_not_of(separators);
    if (start == std::string_view::npos) return;
    const std::size_t end = std::min(text.size(), text.find_first_of(separators, start));
    f(text.substr(start, end - start));
    text.remove_prefix(end);
  }
}

}  // namespace

Vocabulary::Vocabulary(std::vector<std::string> words) : words_(std::move(words)) {}

Vocabulary::Vocabulary(std::u32string symbols) : symbols_(std::move(symbols)) {
  for (std::size_t id = 0; id < symbols_.size(); ++id) ids_[symbols_[id]] = static_cast<std::int32_t>(id);
}

std::int32_t Vocabulary::id(char32_t symbol) const {
  auto at = ids_.find(symbol);
  if (at == ids_.end()) at = ids_.find(kReplacement);
  return at == ids_.end() ? -1 : at->second;
}

std::int32_t Vocabulary::id(std::string_view word) const {
  const auto at = std::ranges::find(words_, word);
  return at == words_.end() ? -1 : static_cast<std::int32_t>(at - words_.begin());
}

Vocabulary::Encoded Vocabulary::encode_words(std::string_view text) const {
  Encoded encoded;
  for_each_piece(text, " \t\r\n", [&](std::string_view word) {
    const std::int32_t id = this->id(word);
    if (id < 0)
      ++encoded.unknown;
    else
      encoded.ids.push_back(id);
  });
  return encoded;
}

Vocabulary::Encoded Vocabulary::encode(std::string_view text) const {
  if (of_words()) return encode_words(text);
  Encoded encoded;
  for_each_character(text, [&](char32_t c) {
    const std::int32_t id = this->id(c);
    if (id < 0 || symbols_[id] != c) ++encoded.unknown;
    if (id >= 0) encoded.ids.push_back(id);
  });
  return encoded;
}

std::string Vocabulary::text(std::int32_t id) const { return of_words() ? words_[id] : to_utf8(symbols_[id]); }

std::string Vocabulary::text(const std::vector<std::int32_t>& ids) const {
  std::string text;
  for (std::int32_t id : ids) {
    if (of_words() && !text.empty()) text += ' ';
    text += this->text(id);
  }
  return text;
}

std::string Vocabulary::pack() const {
  std::string packed;
  for (const std::string& word : words_) packed += '\0' + word;
  for (char32_t symbol : symbols_) append_utf8(packed, symbol);
  return packed;
}

Vocabulary Vocabulary::unpack(std::string_view packed) {
  std::vector<std::string> words;
  std::u32string symbols;
  char32_t c = 0;
  if (packed.starts_with('\0'))
    for_each_piece(packed, std::string_view("\0", 1), [&](std::string_view word) { words.emplace_back(word); });
  else
    for (std::size_t at = 0; at < packed.size() && next_code_point(packed, at, c);) symbols += c;
  Vocabulary vocabulary = words.empty() ? Vocabulary(std::move(symbols)) : Vocabulary(std::move(words));
  const bool different = vocabulary.of_words() || vocabulary.ids_.size() == vocabulary.size();
  if (!different || vocabulary.size() == 0 || vocabulary.size() > kMaxSymbols || vocabulary.pack() != packed)
    throw Error(ErrorCode::invalid_file, "checkpoint.damaged", "checkpoint", {{"name", "vocabulary"}});
  return vocabulary;
}

TextSummary summarise_text(std::string_view text) {
  Counts counts(0);
  TextSummary summary;
  for_each_character(text, [&](char32_t c) {
    ++counts[c];
    ++summary.characters;
  });
  if (summary.characters == 0) throw Error(ErrorCode::invalid_text, "text.empty", "text");
  std::u32string symbols = counts.changed();
  summary.distinct = symbols.size();
  if (symbols.size() > kMaxSymbols) symbols = most_frequent(std::move(symbols), counts);
  std::size_t kept = 0;
  for (char32_t c : symbols) kept += counts[c];
  summary.replaced = summary.characters - kept;
  summary.vocabulary = Vocabulary(std::move(symbols));
  return summary;
}

EncodedText encode_text(std::string_view text) {
  TextSummary summary = summarise_text(text);
  PerCodePoint<std::uint8_t> id_of(static_cast<std::uint8_t>(summary.vocabulary.id(kReplacement)));
  for (std::size_t id = 0; id < summary.vocabulary.size(); ++id)
    id_of[summary.vocabulary.symbol(id)] = static_cast<std::uint8_t>(id);
  EncodedText encoded{std::move(summary.vocabulary), {}, summary.distinct, summary.replaced};
  encoded.ids.reserve(summary.characters);
  for_each_character(text, [&](char32_t c) { encoded.ids.push_back(id_of[c]); });
  return encoded;
}

}  // namespace unrolled
