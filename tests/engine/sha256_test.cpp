#include "core/sha256.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace unrolled;

namespace {

std::string hash_of(const std::string& text) { return sha256(std::as_bytes(std::span(text))); }

}  // namespace

TEST_CASE("sha256: the examples of FIPS 180-4") {
  CHECK(hash_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hash_of(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("sha256: pieces of any size give the hash of the whole") {
  const std::string text(200, 'x');
  for (std::size_t piece : {1, 7, 55, 56, 63, 64, 65, 119}) {
    CAPTURE(piece);
    Sha256 hash;
    for (std::size_t at = 0; at < text.size(); at += piece)
      hash.update(std::as_bytes(std::span(text)).subspan(at, std::min(piece, text.size() - at)));
    CHECK(hash.hex() == hash_of(text));
  }
}

TEST_CASE("sha256: every length around a block boundary has its own hash") {
  std::string last;
  for (std::size_t n = 50; n < 130; ++n) {
    const std::string now = hash_of(std::string(n, 'x'));
    CHECK(now.size() == 64);
    CHECK(now != last);
    last = now;
  }
}
