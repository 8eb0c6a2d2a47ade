#include "models/ngram_counts.hpp"

#include <algorithm>
#include <numeric>

#include "core/error.hpp"

namespace unrolled {
namespace {

constexpr int kBits = 8;

std::uint64_t pack(std::span<const std::int32_t> symbols) {
  std::uint64_t key = 0;
  for (std::int32_t symbol : symbols) key = key << kBits | static_cast<std::uint64_t>(symbol);
  return key;
}

}  // namespace

NgramCounts::Level NgramCounts::count(std::span<const std::uint8_t> text, std::size_t length) {
  if (text.size() < length) return {};
  std::vector<std::uint64_t> all(text.size() - length + 1);
  const std::uint64_t mask = (std::uint64_t{1} << (kBits * length)) - 1;
  std::uint64_t window = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    window = (window << kBits | text[i]) & mask;
    if (i + 1 >= length) all[i + 1 - length] = window;
  }
  std::ranges::sort(all);
  Level level;
  for (std::size_t i = 0; i < all.size();) {
    const std::size_t begin = i;
    while (i < all.size() && all[i] == all[begin]) ++i;
    level.keys.push_back(all[begin]);
    level.counts.push_back(static_cast<std::uint32_t>(i - begin));
  }
  return level;
}

NgramCounts::NgramCounts(std::span<const std::uint8_t> text, std::size_t vocab_size, std::size_t order)
    : vocab_size_(vocab_size) {
  if (order > kMaxOrder)
    throw Error(ErrorCode::invalid_config, "order", "0 to " + std::to_string(kMaxOrder), std::to_string(order));
  if (vocab_size == 0 || vocab_size > kMaxVocabulary)
    throw Error(ErrorCode::invalid_config, "vocabulary", "1 to 256 symbols", std::to_string(vocab_size));
  for (std::size_t n = 0; n <= order; ++n) levels_.push_back(count(text, n + 1));
}

std::size_t NgramCounts::size() const {
  return std::accumulate(levels_.begin(), levels_.end(), std::size_t{0},
                         [](std::size_t sum, const Level& level) { return sum + level.keys.size(); });
}

NgramCounts::Successors NgramCounts::successors(std::size_t level, std::span<const std::int32_t> context) const {
  const Level& at = levels_[level];
  const std::uint64_t first = pack(context.last(level)) << kBits;
  const auto begin = std::ranges::lower_bound(at.keys, first);
  const auto end = std::upper_bound(begin, at.keys.end(), first | ((1U << kBits) - 1));
  const auto offset = static_cast<std::size_t>(begin - at.keys.begin());
  const auto size = static_cast<std::size_t>(end - begin);
  const auto counts = std::span(at.counts).subspan(offset, size);
  return {std::span(at.keys).subspan(offset, size), counts, std::accumulate(counts.begin(), counts.end(), 0.0)};
}

double NgramCounts::probability(std::span<const std::int32_t> context, std::int32_t symbol) const {
  return probability(context, symbol, order());
}

double NgramCounts::probability(std::span<const std::int32_t> context, std::int32_t symbol, std::size_t order) const {
  double p = 1.0 / static_cast<double>(vocab_size_);
  for (std::size_t n = 0; n <= std::min(order, context.size()); ++n) {
    const Successors next = successors(n, context);
    if (next.keys.empty()) break;  // nor was any longer context seen
    const auto distinct = static_cast<double>(next.keys.size());
    const std::uint64_t key = (next.keys.front() & ~std::uint64_t{0xff}) | static_cast<std::uint64_t>(symbol);
    const auto at = std::ranges::lower_bound(next.keys, key);
    const bool seen = at != next.keys.end() && *at == key;
    const double occurrences = seen ? next.counts[static_cast<std::size_t>(at - next.keys.begin())] : 0.0;
    p = (occurrences + distinct * p) / (next.total + distinct);
  }
  return p;
}

void NgramCounts::distribution(std::span<const std::int32_t> context, std::span<double> out) const {
  std::ranges::fill(out, 1.0 / static_cast<double>(vocab_size_));
  for (std::size_t n = 0; n <= std::min(order(), context.size()); ++n) {
    const Successors next = successors(n, context);
    if (next.keys.empty()) break;
    const auto distinct = static_cast<double>(next.keys.size());
    for (double& p : out) p = distinct * p;
    for (std::size_t i = 0; i < next.keys.size(); ++i) out[next.keys[i] & 0xff] += next.counts[i];
    for (double& p : out) p /= next.total + distinct;
  }
}

}  // namespace unrolled
