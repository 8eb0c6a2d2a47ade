#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "tasks/data/utf8.hpp"
#include "tasks/texts/text.hpp"

using namespace unrolled;

namespace {

std::string message_of(auto&& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// n distinct code points from 0x4E00, each `times` in a row.
std::string many_symbols(std::size_t n, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < times; ++k) append_utf8(text, char32_t(0x4E00 + i));
  return text;
}

struct Rows {
  explicit Rows(BatchDims d, Layout layout)
      : tokens(d.positions()), targets(d.positions()), batch{Form::single, {d, layout, 0, tokens}} {
    batch.targets = targets;
  }
  std::vector<std::int32_t> tokens, targets;
  Batch batch;
};

}  // namespace

TEST_CASE("utf8: every code point is read as it was written") {
  for (char32_t c :
       {U'a', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uFFFD', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    const std::string text = to_utf8(c);
    std::size_t at = 0;
    char32_t read = 0;
    CHECK(next_code_point(text, at, read));
    CHECK(read == c);
    CHECK(at == text.size());
  }
}

TEST_CASE("utf8: what the standard forbids is refused") {
  for (std::string_view bytes : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                                 "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xC3("}) {
    std::size_t at = 0;
    char32_t read = 0;
    CHECK_FALSE(next_code_point(bytes, at, read));
    CHECK(at == 0);
  }
}

TEST_CASE("text: a byte order mark is skipped, and line ends become line feeds") {
  const EncodedText encoded = encode_text(
      "\xEF\xBB\xBF"
      "a\r\nb\rc\n");
  CHECK(encoded.vocabulary.symbols() == U"\nabc");
  CHECK(encoded.ids == std::vector<std::uint8_t>{1, 0, 2, 0, 3, 0});
}

TEST_CASE("text: the vocabulary is sorted by code point") {
  const EncodedText encoded = encode_text("zü\u4E2Da");
  CHECK(encoded.vocabulary.symbols() == U"azü\u4E2D");
  CHECK(encoded.ids == std::vector<std::uint8_t>{1, 2, 3, 0});
  CHECK(encoded.replaced == 0);
}

TEST_CASE("text: 256 symbols are kept; of more, the 255 most frequent, and the rest becomes one symbol") {
  CHECK(encode_text(many_symbols(256, 1)).vocabulary.size() == 256);
  CHECK(encode_text(many_symbols(256, 1)).replaced == 0);
  const EncodedText encoded = encode_text(many_symbols(255, 2) + "xyz");
  CHECK(encoded.distinct == 258);
  CHECK(encoded.vocabulary.size() == 256);
  CHECK(encoded.replaced == 3);
  CHECK(encoded.vocabulary.symbol(255) == kReplacement);
  CHECK(encoded.ids.back() == 255);
}

TEST_CASE("text: a replacement character that was in the text stands for the rare ones too") {
  const EncodedText encoded = encode_text(many_symbols(257, 2) + "\uFFFD");
  CHECK(encoded.vocabulary.size() == 256);
  CHECK(std::ranges::count(encoded.vocabulary.symbols(), kReplacement) == 1);
  CHECK(encoded.replaced == 4);  // two code points of two; the replacement character itself was not replaced
}

TEST_CASE("text: empty, binary and short texts get a sentence") {
  CHECK(message_of([] { TextTask("", 8); }) == "text: The text is empty. Write, paste or open one.");
  CHECK(message_of([] { TextTask("\xEF\xBB\xBF", 8); }) == "text: The text is empty. Write, paste or open one.");
  CHECK(message_of([] { TextTask(std::string_view("abc\0def", 7), 8); }) ==
        "text: Byte 3 is zero: this looks like another kind of file. Save it as a text in UTF-8.");
  CHECK(message_of([] { TextTask("caf\xE9 au lait", 8); }) ==
        "text: Byte 3 is not UTF-8: this looks like another kind of file. Save it as a text in UTF-8.");
  CHECK(message_of([] { TextTask(repeated("ab", 40), 8); }) ==
        "text: The text has 80 characters, and sequences of 8 need 81. Take a longer text or shorter sequences.");
  CHECK(TextTask(repeated("ab", 40) + "a", 8).held_out_count(HeldOut::val) == 1);
}

TEST_CASE("text: the last tenth is held out, in windows that share no prediction") {
  std::string text;
  for (std::size_t i = 0; i < 5000; ++i) append_utf8(text, char32_t(0x100 + i % 250));
  const TextTask task(text, 16);
  CHECK(task.training().size() == 4500);
  CHECK(task.held_out_tokens() == 500);
  CHECK(task.held_out_count(HeldOut::val) == 31);
  std::set<const std::uint8_t*> predicted;
  for (std::size_t i = 0; i < task.held_out_count(HeldOut::val); ++i) {
    const auto window = task.held_out_window(i);
    CHECK(window.size() == 17);
    CHECK(window.data() >= task.training().data() + 4500);
    for (std::size_t t = 1; t < window.size(); ++t) CHECK(predicted.insert(&window[t]).second);
  }
}

TEST_CASE("text: long held-out parts are sampled, about as many characters for every length") {
  const std::string text = repeated("abcdefghij", 20000);
  for (std::size_t length : {8, 64, 100, 512}) {
    const TextTask task(text, length);
    CHECK(task.held_out_count(HeldOut::val) * length <= kHeldOutCharacters);
    CHECK((task.held_out_count(HeldOut::val) + 1) * length > kHeldOutCharacters);
  }
}

TEST_CASE("text: both layouts hold the same sequences, and targets are one further") {
  const TextTask task(repeated("the quick brown fox ", 50), 8);
  const BatchDims dims{3, 8};
  Rows time(dims, Layout::time_major), batch(dims, Layout::batch_major);
  Rng a(7), b(7);
  task.sample(a, time.batch);
  task.sample(b, batch.batch);
  CHECK(a.next() == b.next());
  for (std::size_t s = 0; s < 3; ++s)
    for (std::size_t t = 0; t < 8; ++t) {
      CHECK(time.tokens[t * 3 + s] == batch.tokens[s * 8 + t]);
      CHECK(time.targets[t * 3 + s] == batch.targets[s * 8 + t]);
      if (t > 0) CHECK(batch.tokens[s * 8 + t] == batch.targets[s * 8 + t - 1]);
    }
}

TEST_CASE("text: beyond the last held-out sequence positions have no target") {
  const TextTask task(repeated("abcdefgh", 40), 8);
  Rows rows({4, 8}, Layout::batch_major);
  task.held_out(HeldOut::val, task.held_out_count(HeldOut::val) - 1, rows.batch);
  CHECK(std::ranges::count(rows.targets, kNoTarget) == 24);
}

TEST_CASE("vocabulary: unknown characters of a prompt are replaced or left out, and counted") {
  const Vocabulary plain(U"abc"), with_replacement(U"abc\uFFFD");
  CHECK(plain.encode("cäb").ids == std::vector<std::int32_t>{2, 1});
  CHECK(plain.encode("cäb").unknown == 1);
  CHECK(with_replacement.encode("cäb").ids == std::vector<std::int32_t>{2, 3, 1});
  CHECK(with_replacement.encode("cäb").unknown == 1);
  CHECK(with_replacement.encode("c\uFFFD").unknown == 0);
  CHECK(plain.text({0, 2}) == "ac");
}
