#include "session/checkpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "core/rng.hpp"
#include "support/sessions.hpp"

using namespace unrolled;
using namespace unrolled::test;

TEST_CASE("checkpoint: a run that was saved and loaded goes on as if it had not been interrupted, to the bit") {
  for (std::size_t k = 0; k < kCount; ++k)
    for (const char* optimizer : {"adamw", "sgd"}) {
      CAPTURE(k);
      CAPTURE(optimizer);
      const std::string train = R"({"optimizer":{"kind":")" + std::string(optimizer) +
                                R"("},"schedule":{"kind":"cosine","warmup":3},"steps":20})";
      Session unbroken = open(k, train), before = open(k, train), after = open(k, train);
      losses(unbroken, 7), losses(before, 7);
      unbroken.set_lr(0.01), before.set_lr(0.01);
      after.load(before.save());
      CHECK(after.steps_done() == 7);
      CHECK(losses(after, 6) == losses(unbroken, 6));
      CHECK(after.weights_sha256() == unbroken.weights_sha256());
      CHECK(after.evaluate() == unbroken.evaluate());
      CHECK(after.save() == unbroken.save());
    }
}

TEST_CASE("checkpoint: a checkpoint of another model, text or optimizer is refused, and nothing changes") {
  Session lstm = open(1);
  losses(lstm, 2);
  const auto saved = lstm.save();
  const std::string hash = lstm.weights_sha256();
  Session other_text(experiment(), 1, story() + "ZZZ"), sgd = open(1, R"({"optimizer":{"kind":"sgd"}})"), rnn = open(0);
  for (Session* session : {&other_text, &sgd, &rnn}) {
    const std::string before = session->weights_sha256();
    CHECK(code_of([&] { session->load(saved); }) == "invalid_file");
    CHECK(session->weights_sha256() == before);
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{100}, saved.size() / 2, saved.size() - 1})
    CHECK(code_of([&] { lstm.load(std::span(saved).first(size)); }) == "invalid_file");
  CHECK(lstm.weights_sha256() == hash);
}

namespace {

/// The array of a checkpoint without a hash that is called so, to be changed in place.
std::span<std::byte> array_in(std::vector<std::byte>& checkpoint, const std::string& name) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  const StoredTensor* tensor = file.find(name);
  REQUIRE(tensor != nullptr);
  return std::span(checkpoint).subspan(std::size_t(tensor->bytes.data() - checkpoint.data()), tensor->bytes.size());
}

void put(float value, std::span<std::byte> array, std::size_t at) {
  std::ranges::copy(std::as_bytes(std::span(&value, 1)), array.begin() + std::ptrdiff_t(at * sizeof value));
}

/// As another program may write it.
std::vector<std::byte> without_hash(const std::vector<std::byte>& checkpoint) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  auto metadata = file.metadata;
  CHECK(metadata.erase("sha256") == 1);
  return write_safetensors(metadata, file.tensors);
}

}  // namespace

TEST_CASE("checkpoint: a checkpoint with any bit of its data changed is refused") {
  for (std::size_t k : {1, 3}) {
    Session session = open(k);
    losses(session, 1);
    const auto saved = session.save();
    const std::size_t data = saved.size() - (read_safetensors(saved).tensors.front().bytes.data() - saved.data());
    Rng rng(k + 20);
    for (int i = 0; i < 200; ++i) {
      auto damaged = saved;
      damaged[saved.size() - 1 - std::size_t(rng.below(data))] ^= std::byte(1 << rng.below(8));
      CHECK(code_of([&] { session.load(damaged); }) == "invalid_file");
      CHECK(code_of([&] { Session alone(damaged); }) == "invalid_file");
    }
    CHECK(session.save() == saved);
  }
}

TEST_CASE("checkpoint: a file without a hash is taken, and said to be unverified") {
  Session session = open(1), other = open(1);
  losses(session, 3);
  const auto saved = session.save(), foreign = without_hash(saved);
  CHECK(!Json::parse(other.load(saved)).contains("unverified"));
  CHECK(Json::parse(other.load(foreign)).at("unverified") == true);
  CHECK(Json::parse(other.adopt(foreign)).at("unverified") == true);
  CHECK(read_header(read_safetensors(saved)).verified);
  CHECK(!read_header(read_safetensors(foreign)).verified);
}

TEST_CASE("checkpoint: numbers that no training gives are refused, in weights and in what the optimizer keeps") {
  Session session = open(1);
  losses(session, 3);
  const auto foreign = without_hash(session.save());
  const auto code_with = [&](const std::string& array, float value) {
    auto changed = foreign;
    put(value, array_in(changed, array), 3);
    return code_of([&] { session.load(changed); });
  };
  const std::string weight = "lstm.weight_hh_l0", hash = session.weights_sha256();
  for (const std::string& name : {weight, "optimizer.exp_avg." + weight, "optimizer.exp_avg_sq." + weight})
    for (float value : {NAN, INFINITY, -INFINITY}) CHECK(code_with(name, value) == "invalid_file");
  CHECK(code_with("optimizer.exp_avg_sq." + weight, -1e-20F) == "invalid_file");
  CHECK(session.weights_sha256() == hash);
  auto neither = foreign;
  array_in(neither, "train.state")[16] = std::byte{2};  // whether all is finite: 0 or 1
  CHECK(code_of([&] { session.load(neither); }) == "invalid_file");
  CHECK(code_with("optimizer.exp_avg." + weight, -1e-20F) == "no error");
}

TEST_CASE("checkpoint: a checkpoint with any byte changed is loaded as what it was or refused, never more") {
  for (std::size_t k : {1, 3}) {
    Session session = open(k);
    losses(session, 1);
    const auto saved = session.save();
    Rng rng(k);
    std::size_t refused = 0;
    for (int i = 0; i < 400; ++i) {
      auto damaged = saved;
      const std::size_t range = i % 2 == 0 ? std::min<std::size_t>(3000, saved.size()) : saved.size();
      damaged[std::size_t(rng.below(range))] ^= std::byte(1 + rng.below(255));
      const std::string code = code_of([&] { session.load(damaged); });
      CHECK((code == "invalid_file" || session.save() == saved));  // a space that is another space
      refused += code == "invalid_file";
    }
    CHECK(refused > 100);
    CHECK_NOTHROW(session.inspect("the whale"));
  }
}

TEST_CASE("checkpoint: from a checkpoint alone it writes and shows the same as with its text, and does not train") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session full = open(k);
    losses(full, 10);
    Session alone(full.save());
    const std::string options = R"({"prompt":"the whale","tokens":60,"temperature":0.7,"seed":4})";
    CHECK(alone.generate(options) == full.generate(options));
    CHECK(alone.inspect("the white whale") == full.inspect("the white whale"));
    CHECK(alone.weights_sha256() == full.weights_sha256());
    CHECK(code_of([&] { alone.step(1); }) == "invalid_config");
    CHECK(code_of([&] { alone.evaluate(); }) == "invalid_config");
  }
}

TEST_CASE("checkpoint: opened from a checkpoint alone it can be saved and opened again, and reset") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session full = open(k);
    const std::string fresh = full.weights_sha256();
    losses(full, 4);
    Session alone(full.save()), again(alone.save());
    CHECK(again.steps_done() == 4);
    CHECK(again.weights_sha256() == full.weights_sha256());
    CHECK(code_of([&] { full.load(alone.save()); }) == (k == kNgram ? "no error" : "invalid_file"));
    alone.reset();
    CHECK(alone.steps_done() == 0);
    CHECK(alone.weights_sha256() == fresh);
    CHECK(Session(alone.save()).steps_done() == 0);
  }
}

TEST_CASE("checkpoint: an n-gram that took over the counts of another text reports its losses, until a reset") {
  const std::string longer = story() + "the old white whale sailed and sailed and sailed,\n";
  Session own = open(kNgram), other(experiment(), kNgram, longer);
  const auto first = losses(own, 1);
  const std::string fresh = own.weights_sha256();
  own.load(other.save());
  CHECK(losses(own, 1) != first);
  own.reset();
  CHECK(losses(own, 1) == first);
  CHECK(own.weights_sha256() == fresh);
}

TEST_CASE("checkpoint: of a text without characters, or with words for characters, is refused") {
  Session full = open(1);
  const auto saved = full.save();
  const std::size_t size = Json::parse(full.info())["vocab"].size();
  std::string words;
  for (std::size_t i = 0; i < size; ++i) words += '\0' + std::to_string(i);
  for (const std::string& vocabulary : {std::string(), words}) {
    const SafetensorsFile file = read_safetensors(saved);
    auto metadata = file.metadata;
    metadata["vocabulary"] = vocabulary;
    metadata.erase("sha256");
    const auto hostile = write_safetensors(metadata, file.tensors);
    CHECK(code_of([&] { Session alone(hostile); }) == "invalid_file");
    CHECK(code_of([&] { full.adopt(hostile); }) == "invalid_file");
  }
}

TEST_CASE("checkpoint: one whose model does not fit its task is not adopted, and nothing changes") {
  Session full = open(1);
  losses(full, 2);
  const auto saved = full.save();
  const SafetensorsFile file = read_safetensors(saved);
  auto metadata = file.metadata;
  metadata["experiment"] = R"({"version":1,"task":{"kind":"text"},"models":[{"kind":"seq2seq"},{"kind":"seq2seq"}]})";
  metadata.erase("sha256");
  const std::string hash = full.weights_sha256();
  CHECK(code_of([&] { full.adopt(write_safetensors(metadata, file.tensors)); }) == "invalid_config");
  CHECK(full.weights_sha256() == hash);
  CHECK(full.steps_done() == 2);
}
