#include "session/sampling.hpp"

#include <algorithm>
#include <numeric>

#include "core/elementary.hpp"

namespace unrolled {
namespace {

/// Symbols by falling logit, the first `k` of them in order.
std::vector<std::int32_t> most_probable(std::span<const float> logits, std::size_t k) {
  std::vector<std::int32_t> symbols(logits.size());
  std::iota(symbols.begin(), symbols.end(), 0);
  const auto larger = [&](std::int32_t a, std::int32_t b) {
    return logits[std::size_t(a)] != logits[std::size_t(b)] ? logits[std::size_t(a)] > logits[std::size_t(b)] : a < b;
  };
  std::partial_sort(symbols.begin(), symbols.begin() + std::ptrdiff_t(k), symbols.end(), larger);
  symbols.resize(k);
  return symbols;
}

}  // namespace

std::int32_t sample_symbol(std::span<const float> logits, const SamplingOptions& options, Rng& rng) {
  if (options.temperature == 0) return static_cast<std::int32_t>(std::ranges::max_element(logits) - logits.begin());
  const std::size_t k = options.top_k == 0 ? logits.size() : std::min(options.top_k, logits.size());
  const std::vector<std::int32_t> symbols = most_probable(logits, k);
  const double largest = logits[std::size_t(symbols.front())];
  std::vector<double> weights;
  for (std::int32_t s : symbols)
    weights.push_back(elementary::exp((double(logits[std::size_t(s)]) - largest) / options.temperature));
  double left = rng.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i)
    if ((left -= weights[i]) < 0) return symbols[i];
  return symbols.front();  // only rounding leads here
}

Continuation::Continuation(std::unique_ptr<Decoder<float>> decoder, std::vector<std::int32_t> prompt, std::size_t count,
                           const SamplingOptions& options, Rng rng)
    : decoder_(std::move(decoder)),
      ids_(std::move(prompt)),
      prompt_(ids_.size()),
      end_(ids_.size() + count),
      options_(options),
      rng_(rng) {
  decoder_->restart();
}

bool Continuation::next(std::size_t symbols) {
  for (; symbols > 0 && ids_.size() < end_; --symbols) {
    const std::span<const float> logits = decoder_->feed(ids_[fed_++]);
    if (fed_ == ids_.size()) ids_.push_back(sample_symbol(logits, options_, rng_));
  }
  return ids_.size() < end_;
}

}  // namespace unrolled
