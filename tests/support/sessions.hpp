#pragma once
#include <string>
#include <vector>

#include "core/error.hpp"
#include "core/rng.hpp"
#include "io/json.hpp"
#include "session/session.hpp"

// What tests of sessions share: a small text, and an experiment with a model of every kind.

namespace unrolled::test {

/// About 6,000 characters with some order in them.
inline std::string story() {
  static const char* const words[] = {"the ", "whale ", "white ", "and ", "sea ", "ship ", "old ", "sailed,\n"};
  Rng rng(11);
  std::string text;
  while (text.size() < 6000) text += words[rng.below(8)];
  return text;
}

inline const std::string kModels = R"([
  {"kind":"rnn","embedding_size":6,"hidden_size":10},
  {"kind":"lstm","embedding_size":6,"hidden_size":10,"num_layers":2,"dropout":0.1},
  {"kind":"transformer","d_model":12,"num_heads":2,"num_layers":2,"d_ff":20},
  {"kind":"ngram","order":3},
  {"kind":"rnn","input":"one_hot","hidden_size":9,"nonlinearity":"relu"},
  {"kind":"transformer","d_model":12,"num_heads":3,"d_ff":20,"position":"sinusoidal","norm":"post","tied":true}])";
inline constexpr std::size_t kCount = 6;
inline constexpr std::size_t kNgram = 3;

/// An experiment on a text of its own, sequences of 16; `train` and `models` are JSON.
inline std::string experiment(const std::string& train = "{}", const std::string& models = kModels) {
  return R"({"version":1,"task":{"kind":"text","corpus":"own","length":16},"train":)" + train + R"(,"models":)" +
         models + "}";
}

/// Model k of it, on the story.
inline Session open(std::size_t k, const std::string& train = "{}") { return Session(experiment(train), k, story()); }

/// Of the next `steps` steps.
inline std::vector<double> losses(Session& session, std::size_t steps) {
  return Json::parse(session.step(steps))["losses"].get<std::vector<double>>();
}

/// "invalid_file" and so on, or "no error".
inline std::string code_of(auto&& call) {
  try {
    call();
  } catch (const Error& error) {
    return to_string(error.code());
  }
  return "no error";
}

}  // namespace unrolled::test
