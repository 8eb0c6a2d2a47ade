#include "io/zip.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/rng.hpp"

using namespace unrolled;

namespace {

using Bytes = std::vector<std::byte>;

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }
std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

constexpr std::string_view kFirst = "{\"format\": \"x\"}", kSecond = "the old white whale sailed";

Bytes sample() { return write_zip({{"race.json", bytes_of(kFirst)}, {"models/1", bytes_of(kSecond)}, {"empty", {}}}); }

/// Where the n-th header with this signature begins.
std::size_t header(const Bytes& file, std::string_view signature, std::size_t n = 0) {
  const std::string text = text_of(file);
  std::size_t at = text.find(signature);
  while (n-- > 0) at = text.find(signature, at + 1);
  REQUIRE(at != std::string::npos);
  return at;
}
constexpr std::string_view kLocal("PK\3\4"), kCentral("PK\1\2"), kEnd("PK\5\6");

void put(Bytes& file, std::size_t at, std::size_t size, std::uint64_t value) {
  for (std::size_t i = 0; i < size; ++i, value >>= 8) file[at + i] = static_cast<std::byte>(value & 0xff);
}

std::string key_of(const Bytes& file) {
  try {
    read_zip(file);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_file);
    return std::string(error.key());
  }
  return "";
}

/// The sample, changed somehow.
std::string key_with(const std::function<void(Bytes&)>& change) {
  Bytes file = sample();
  change(file);
  return key_of(file);
}

}  // namespace

TEST_CASE("zip: its check sum is that of the standard") {
  CHECK(crc32(bytes_of("123456789")) == 0xcbf43926U);
  CHECK(crc32({}) == 0);
}

TEST_CASE("zip: what is written is read back, and written to the same bytes") {
  const Bytes file = sample();
  const auto entries = read_zip(file);
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].name == "race.json");
  CHECK(text_of(entries[0].bytes) == kFirst);
  CHECK(text_of(find_entry(entries, "models/1")->bytes) == kSecond);
  CHECK(find_entry(entries, "empty")->bytes.empty());
  CHECK(find_entry(entries, "race") == nullptr);
  CHECK(write_zip(entries) == file);
  CHECK(is_zip(file));
  CHECK(!is_zip(bytes_of("{")));
  CHECK(read_zip(write_zip({})).empty());
}

TEST_CASE("zip: every cut of a file is refused") {
  const Bytes file = sample();
  for (std::size_t size = 0; size < file.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(read_zip(std::span(file).first(size)), Error);
    if (size > 0) CHECK_THROWS_AS(read_zip(std::span(file).last(size)), Error);
  }
}

TEST_CASE("zip: with any one bit turned it is refused, or has the same bytes under the same names") {
  const Bytes file = sample();
  const auto whole = read_zip(file);
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
    CAPTURE(bit);
    Bytes turned = file;
    turned[bit / 8] ^= std::byte(1 << bit % 8);
    try {
      const auto entries = read_zip(turned);
      REQUIRE(entries.size() == whole.size());
      for (std::size_t i = 0; i < whole.size(); ++i) {
        CHECK(entries[i].name == whole[i].name);
        CHECK(text_of(entries[i].bytes) == text_of(whole[i].bytes));
      }
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_file);
      ++refused;
    }
  }
  CHECK(refused > 4 * file.size());  // times, versions and attributes may be any
}

TEST_CASE("zip: a hostile file is refused") {
  const Bytes file = sample();
  const std::size_t local = header(file, kLocal), central = header(file, kCentral), end = header(file, kEnd);
  const std::size_t second = header(file, kCentral, 1);
  const auto central_field = [&](std::size_t at, std::size_t size, std::uint64_t value) {
    return key_with([&](Bytes& bytes) { put(bytes, central + at, size, value); });
  };
  CHECK(central_field(10, 2, 8) == "zip.deflated");
  CHECK(central_field(8, 2, 1) == "zip.encrypted");
  CHECK(central_field(16, 4, 1) == "zip.damaged");           // another sum than before the entry
  CHECK(central_field(20, 4, 0xffffffff) == "zip.damaged");  // sizes that need 64 bits
  CHECK(central_field(28, 2, 0xffff) == "zip.damaged");      // a name beyond the end
  CHECK(central_field(42, 4, 0xfffffff0) == "zip.damaged");  // an entry beyond the end
  CHECK(central_field(42, 4, central) == "zip.damaged");     // in the list itself
  CHECK(key_with([&](Bytes& b) { put(b, local + 26, 2, 0xffff); }) == "zip.damaged");
  CHECK(key_with([&](Bytes& b) { put(b, local + 28, 2, 0xffff); }) == "zip.damaged");
  CHECK(key_with([&](Bytes& b) { put(b, end + 8, 4, 0xffffffff); }) == "zip.damaged");
  CHECK(key_with([&](Bytes& b) { put(b, end + 8, 4, 4 << 16 | 4); }) == "zip.damaged");  // one too many
  CHECK(key_with([&](Bytes& b) { put(b, end + 12, 4, 0xfffffff0); }) == "zip.damaged");
  CHECK(key_with([&](Bytes& b) { put(b, end + 16, 4, 0xffffffff); }) == "zip.damaged");
  CHECK(key_with([&](Bytes& b) { put(b, second + 42, 4, 0); }) == "zip.damaged");  // an entry of another name
  CHECK(key_with([&](Bytes& b) { b[local + 30 + 9] ^= std::byte{1}; }) == "zip.changed");
  CHECK(key_with([&](Bytes& b) { b.insert(b.begin(), std::byte{0}); }) == "zip.damaged");
}

TEST_CASE("zip: entries that share bytes or a name are refused") {
  const std::string_view inner = "abc";
  CHECK(key_of(write_zip({{"a", bytes_of(inner)}, {"a", bytes_of(inner)}})) == "zip.twice");
  // The second entry lies in the bytes of the first.
  const Bytes hidden = write_zip({{"b", bytes_of(inner)}});
  const std::size_t length = header(hidden, kCentral);
  Bytes file = write_zip({{"a", std::span(hidden).first(length)}, {"b", bytes_of(inner)}});
  CHECK(key_of(file) == "");
  put(file, header(file, kCentral, 1) + 42, 4, 30 + 1);
  CHECK(key_of(file) == "zip.damaged");
}

TEST_CASE("zip: sizes that a writer did not know before an entry are taken from the list") {
  Bytes file = sample();
  const std::size_t local = header(file, kLocal), central = header(file, kCentral);
  put(file, local + 6, 2, 8), put(file, central + 8, 2, 8);
  put(file, local + 14, 12, 0);
  CHECK(text_of(read_zip(file).front().bytes) == kFirst);
  put(file, local + 6, 2, 0), put(file, central + 8, 2, 0);
  CHECK(key_of(file) == "zip.damaged");
}

TEST_CASE("zip: a comment at the end is no trouble, even one that looks like an end") {
  Bytes file = sample();
  const Bytes end(file.end() - 22, file.end());
  put(file, file.size() - 2, 2, end.size());
  file.insert(file.end(), end.begin(), end.end());
  CHECK((key_of(file) == "zip.damaged" || read_zip(file).size() == 3));
}

TEST_CASE("zip: noise is refused") {
  Rng rng(5);
  for (int i = 0; i < 2000; ++i) {
    Bytes noise = i % 2 == 0 ? Bytes(rng.below(200)) : sample();
    for (std::size_t n = 0; n < 20 && !noise.empty(); ++n)
      noise[std::size_t(rng.below(noise.size()))] = static_cast<std::byte>(rng.below(256));
    try {
      for (const ZipEntry& entry : read_zip(noise)) CHECK(entry.bytes.size() <= noise.size());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_file);
    }
  }
}
