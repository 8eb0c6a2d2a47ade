#include "io/safetensors.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

#include "core/error.hpp"

using namespace unrolled;

namespace {

std::vector<std::byte> file_of(std::string_view header, std::size_t data_bytes) {
  std::vector<std::byte> file(8 + header.size() + data_bytes);
  for (std::size_t i = 0; i < 8; ++i)
    file[i] = static_cast<std::byte>(static_cast<std::uint64_t>(header.size()) >> (8 * i) & 0xff);
  for (std::size_t i = 0; i < header.size(); ++i) file[8 + i] = static_cast<std::byte>(header[i]);
  return file;
}

std::vector<std::byte> sample() {
  static const std::array<float, 6> weight = {1, 2, 3, 4, 5, 6};
  static const std::array<std::uint64_t, 2> state = {7, ~std::uint64_t{0}};
  return write_safetensors({{"experiment", "{\"name\":\"caf\\u00e9\"}"}},
                           {{"w", DType::f32, {2, 3}, std::as_bytes(std::span(weight))},
                            {"rng", DType::u64, {2}, std::as_bytes(std::span(state))}});
}

}  // namespace

TEST_CASE("safetensors: what is written is read back") {
  const auto bytes = sample();
  const SafetensorsFile file = read_safetensors(bytes);
  CHECK(file.metadata.at("experiment") == "{\"name\":\"caf\\u00e9\"}");
  REQUIRE(file.find("w") != nullptr);
  CHECK(file.find("nothing") == nullptr);
  std::array<float, 6> weight{};
  copy_tensor(*file.find("w"), {2, 3}, weight);
  CHECK(weight[5] == 6.0F);
  std::array<std::uint64_t, 2> state{};
  copy_tensor(*file.find("rng"), {2}, state);
  CHECK(state[1] == ~std::uint64_t{0});
}

TEST_CASE("safetensors: type and shape must be those asked for") {
  const auto bytes = sample();
  const SafetensorsFile file = read_safetensors(bytes);
  std::array<float, 6> weight{};
  std::array<std::uint64_t, 2> state{};
  CHECK_THROWS_AS(copy_tensor(*file.find("w"), {3, 2}, weight), Error);
  CHECK_THROWS_AS(copy_tensor(*file.find("w"), {2}, state), Error);
}

TEST_CASE("safetensors: every cut of a file is refused") {
  const auto bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(read_safetensors(std::span(bytes).first(size)), Error);
  }
}

TEST_CASE("safetensors: a hostile header is refused") {
  const auto refused = [](std::string_view header, std::size_t data) {
    CAPTURE(header);
    const auto file = file_of(header, data);
    CHECK_THROWS_AS(read_safetensors(file), Error);
  };
  refused("", 0);
  refused("[]", 0);
  refused("not json", 0);
  refused(R"({"w":3})", 0);
  refused(R"({"w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", 8);
  refused(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}})", 8);
  refused(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", 8);  // a gap
  refused(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 8);  // bytes of no tensor
  refused(
      R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
      4);
  refused(R"({"w":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4);
  refused(R"({"w":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", 4);
  refused(R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", 0);
  refused(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", 4);
  refused(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}})", 4);
  refused(
      R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
      4);
  refused(R"({"__metadata__":{"a":1}})", 0);
  refused(std::string(R"({"w":)") + std::string(100, '[') + std::string(100, ']') + "}", 0);
}

TEST_CASE("safetensors: an absurd header length is refused before it is read") {
  std::vector<std::byte> file(16, std::byte{0xff});
  CHECK_THROWS_WITH_AS(read_safetensors(file), doctest::Contains("header of the file"), Error);
}
