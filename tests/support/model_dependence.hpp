#pragma once
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "support/model_probe.hpp"

// What an answer of a model depends on, found by changing its input.

namespace unrolled::test {

/// Whether an answer within its row's length changes when something beyond it, or after it, does.
inline bool sees_padding(Probe& probe) {
  const auto before = probe.run();
  std::vector<std::vector<double>> old;
  const auto answers = [&] {
    std::vector<std::vector<double>> all;
    for (std::size_t b = 0; b < probe.input.stream.dims.batch; ++b)
      for (std::size_t t = 0; t < std::size_t(probe.signature.output.whole ? 1 : probe.input.lengths->value[b]); ++t)
        all.push_back(probe.answer(b, t));
    return all;
  };
  old = answers();
  const auto [B, T] = probe.input.stream.dims;
  for (std::size_t b = 0; b < B; ++b)
    for (std::size_t t = std::size_t(probe.input.lengths->value[b]); t < T; ++t)
      probe.input.change(b, t, probe.signature.input.symbols);
  if (probe.source)
    for (std::size_t b = 0; b < B; ++b)
      for (std::size_t s = std::size_t(probe.source->lengths->value[b]); s < probe.source->stream.dims.length; ++s)
        probe.source->change(b, s, probe.signature.source.symbols);
  probe.run();
  return answers() != old;
}

/// The first position of row 0 whose answer changes with the input at t; the length where none does.
inline std::size_t first_affected(Probe& probe, std::size_t t) {
  probe.run();
  const std::size_t T = probe.input.stream.dims.length;
  std::vector<std::vector<double>> before;
  for (std::size_t i = 0; i < T; ++i) before.push_back(probe.answer(0, i));
  probe.input.change(0, t, probe.signature.input.symbols);
  probe.run();
  for (std::size_t i = 0; i < T; ++i)
    if (probe.answer(0, i) != before[i]) return i;
  return T;
}

/// The same for the last.
inline std::size_t last_affected(Probe& probe, std::size_t t) {
  probe.run();
  const std::size_t T = probe.input.stream.dims.length;
  std::vector<std::vector<double>> before;
  for (std::size_t i = 0; i < T; ++i) before.push_back(probe.answer(0, i));
  probe.input.change(0, t, probe.signature.input.symbols);
  probe.run();
  for (std::size_t i = T; i-- > 0;)
    if (probe.answer(0, i) != before[i]) return i;
  return T;
}

/// A decoder, used twice, gives at each symbol what the whole model gives there.
inline void check_decoder(const std::string& kind, const std::map<std::string, OptionValue>& given,
                          std::size_t length) {
  Probe probe(kind, given, {6, length}, 1, {length, 0});
  probe.run();
  const auto decoder = probe.model->decoder();
  REQUIRE(decoder != nullptr);
  for (int round = 0; round < 2; ++round) {
    decoder->restart();
    for (std::size_t t = 0; t < length; ++t) {
      const auto logits = decoder->feed(probe.input.tokens->value[t]);
      CHECK(distance(logits, probe.answer(0, t)) < 1e-13);
    }
  }
}

}  // namespace unrolled::test
