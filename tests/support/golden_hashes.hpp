#pragma once
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "session/session.hpp"

namespace unrolled::test {

/// The experiments of tests/golden/hashes.json, each with one model, and what they read.
class GoldenHashes {
 public:
  const Json& cases() const { return file_["cases"]; }
  /// Whose bits these are.
  unsigned arithmetic() const { return file_["arithmetic"]; }

  /// An untrained session of one of cases().
  Session open(const Json& stored) const {
    const Json& experiment = stored["experiment"];
    return Session(experiment.dump(), 0, data_of(experiment["task"]));
  }

  std::string data_of(const Json& task) const {
    const std::string corpus = task.value("corpus", "");
    return corpus == "own" ? file_["text"].get<std::string>() : corpus == "digits" ? digits_ : "";
  }

 private:
  static std::string read(const std::string& name) {
    std::ifstream file(UNROLLED_SOURCE_DIR "/tests/golden/" + name, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const Json file_ = Json::parse(read("hashes.json"));
  const std::string digits_ = read("digits.bin");  // 160 of those that tools/digits.mjs makes
};

}  // namespace unrolled::test
