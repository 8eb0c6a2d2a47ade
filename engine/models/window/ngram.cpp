#include "models/window/ngram.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/error.hpp"
#include "models/fit.hpp"

namespace unrolled {
namespace {

/// The newest symbols of a context, at most `length` of them, packed: the newest in the highest byte in use.
std::uint64_t context_key(std::span<const std::int32_t> context, std::size_t length) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < length; ++i) key = (key << 8) | std::uint64_t(context[context.size() - 1 - i]);
  return key;
}

/// The key of the sequence that ends at text[end], with `length` symbols of context.
std::uint64_t sequence_key(std::span<const std::uint8_t> text, std::size_t end, std::size_t length) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i <= length; ++i) key = (key << 8) | text[end - i];
  return key;
}

/// How many distinct ones there are among things in order, which key() maps to what is compared. Tables of a text of
/// 10 MB are too large to grow by doubling within WebAssembly's memory.
template <class List, class Key>
std::size_t distinct_in(const List& list, Key key) {
  std::size_t count = list.empty() ? 0 : 1;
  for (std::size_t i = 1; i < list.size(); ++i) count += key(list[i]) != key(list[i - 1]);
  return count;
}

/// Merges equal neighbours of ascending keys.
CountTable merge(const std::vector<std::uint64_t>& keys, const std::vector<std::uint32_t>* counts) {
  CountTable table;
  const std::size_t room = distinct_in(keys, std::identity()) + 1;  // add_one may add one
  table.keys.reserve(room);
  table.counts.reserve(room);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t count = counts == nullptr ? 1 : (*counts)[i];
    if (!table.keys.empty() && table.keys.back() == keys[i]) {
      table.counts.back() += count;
    } else {
      table.keys.push_back(keys[i]);
      table.counts.push_back(count);
    }
  }
  return table;
}

CountTable count_sequences(std::span<const std::uint8_t> text, std::size_t length) {
  std::vector<std::uint64_t> keys;
  keys.reserve(text.size());
  for (std::size_t end = length; end < text.size(); ++end) keys.push_back(sequence_key(text, end, length));
  std::ranges::sort(keys);
  return merge(keys, nullptr);
}

/// The table of sequences one symbol shorter; with `distinct`, each longer one counts once.
CountTable shorten(const CountTable& longer, bool distinct) {
  std::vector<std::uint64_t> keys(longer.keys);
  for (std::uint64_t& key : keys) key >>= 8;
  return merge(keys, distinct ? nullptr : &longer.counts);
}

void add_one(CountTable& table, std::uint64_t key) {
  const auto at = std::ranges::lower_bound(table.keys, key);
  const auto count = table.counts.begin() + (at - table.keys.begin());
  if (at != table.keys.end() && *at == key) {
    ++*count;
  } else {
    table.keys.insert(at, key);
    table.counts.insert(count, 1);
  }
}

/// Modified Kneser-Ney's discounts from n[r], the number of sequences counted r+1 times. A level with too few
/// different counts to estimate them, such as single letters, takes half a count: there it hardly matters.
std::array<double, 3> estimate_discounts(const CountTable& table) {
  std::array<double, 4> n{};
  for (std::uint32_t count : table.counts)
    if (count >= 1 && count <= 4) ++n[count - 1];
  if (n[0] == 0 || n[1] == 0 || n[2] == 0 || n[3] == 0) return {0.5, 0.5, 0.5};
  const double y = n[0] / (n[0] + 2 * n[1]);
  std::array<double, 3> discounts{};
  for (std::size_t r = 0; r < 3; ++r)
    discounts[r] = std::clamp(double(r + 1) - double(r + 2) * y * n[r + 1] / n[r], 0.05, double(r) + 0.95);
  return discounts;
}

}  // namespace

std::uint32_t CountTable::at(std::uint64_t key) const {
  const auto found = std::ranges::lower_bound(keys, key);
  return found == keys.end() || *found != key ? 0 : counts[std::size_t(found - keys.begin())];
}

const NgramModel::Totals* NgramModel::Level::find(std::uint64_t context) const {
  const auto found = std::ranges::lower_bound(contexts, context);
  return found == contexts.end() || *found != context ? nullptr : &totals[std::size_t(found - contexts.begin())];
}

NgramModel::NgramModel(std::span<const std::uint8_t> text, std::size_t symbols, std::size_t order, Smoothing smoothing,
                       const CountBudget& budget)
    : symbols_(symbols), smoothing_(smoothing), sequences_(order + 1) {
  sequences_[order] = count_sequences(text, order);
  require_room(budget);
  for (std::size_t length = order; length-- > 0;) {
    sequences_[length] = shorten(sequences_[length + 1], false);
    if (length < text.size())  // the text's first sequence, which has no longer context
      add_one(sequences_[length], sequence_key(text, length, length));
    require_room(budget);
  }
  prepare();
}

NgramModel::NgramModel(std::vector<CountTable> sequences, std::size_t symbols, Smoothing smoothing,
                       const CountBudget& budget)
    : symbols_(symbols), smoothing_(smoothing), sequences_(std::move(sequences)) {
  require_room(budget);
  prepare();
}

/// Of the tables that are there already, and of what prepare() will make of them. A context of a level is a sequence of the
/// table below; the longest table is sorted once more in a copy.
void NgramModel::require_room(const CountBudget& budget) const {
  constexpr double kSequence = sizeof(std::uint64_t) + sizeof(std::uint32_t),
                   kContext = sizeof(std::uint64_t) + sizeof(Totals), kCopy = 16;
  const bool again = smoothing_ == Smoothing::kneser_ney;  // for the shorter contexts, counts of predecessors
  double bytes = kCopy * double(sequences_[order()].keys.size());
  for (std::size_t length = 0; length <= order(); ++length) {
    const double count = double(sequences_[length].keys.size());
    bytes += count * (kSequence + (length < order() ? kContext : 0));
    if (again && length < order()) bytes += count * (kSequence + (length + 1 < order() ? kContext : 0));
  }
  if (bytes <= budget.bytes) return;
  constexpr double kUnit = 1024 * 1024;
  throw Error(ErrorCode::too_expensive, "cost.counts", budget.where,
              {{"found", order()}, {"most", std::floor(budget.bytes / kUnit)}});
}

void NgramModel::prepare() {
  if (smoothing_ == Smoothing::kneser_ney)
    for (std::size_t length = 0; length < order(); ++length)
      continuations_.push_back(shorten(sequences_[length + 1], true));
  for (std::size_t length = 0; length <= order(); ++length) top_.push_back(make_level(length, sequences_[length]));
  for (std::size_t length = 0; length < continuations_.size(); ++length)
    lower_.push_back(make_level(length, continuations_[length]));
}

NgramModel::Level NgramModel::make_level(std::size_t length, const CountTable& counts) {
  const std::uint64_t mask = (std::uint64_t{1} << (8 * length)) - 1;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> successors(counts.keys.size());
  for (std::size_t i = 0; i < successors.size(); ++i) successors[i] = {counts.keys[i] & mask, counts.counts[i]};
  std::ranges::sort(successors);
  Level level{&counts, {}, {}, estimate_discounts(counts)};
  const std::size_t distinct = distinct_in(successors, [](const auto& successor) { return successor.first; });
  level.contexts.reserve(distinct);
  level.totals.reserve(distinct);
  for (const auto& [context, count] : successors) {
    if (level.contexts.empty() || level.contexts.back() != context) {
      level.contexts.push_back(context);
      level.totals.emplace_back();
    }
    level.totals.back().sum += count;
    ++level.totals.back().kinds[std::min<std::size_t>(count, 3) - 1];
  }
  return level;
}

const NgramModel::Level& NgramModel::level(std::size_t length, std::size_t longest) const {
  return length == longest || lower_.empty() ? top_[length] : lower_[length];
}

double NgramModel::refine(const Totals* known, const Level& level, std::uint32_t count, double shorter) const {
  if (known == nullptr) return shorter;
  const double sum = known->sum;
  if (smoothing_ == Smoothing::witten_bell) {
    const double distinct = known->distinct();
    return (count + distinct * shorter) / (sum + distinct);
  }
  double given_on = 0;
  for (std::size_t r = 0; r < 3; ++r) given_on += level.discounts[r] * known->kinds[r];
  const double kept = count == 0 ? 0 : count - level.discounts[std::min<std::size_t>(count, 3) - 1];
  return (kept + given_on * shorter) / sum;
}

void NgramModel::probabilities(std::span<const std::int32_t> context, std::span<double> out) const {
  const std::size_t longest = std::min(order(), context.size());
  std::ranges::fill(out, 1.0 / double(symbols_));
  for (std::size_t length = 0; length <= longest; ++length) {
    const Level& at = level(length, longest);
    const std::uint64_t key = context_key(context, length);
    const Totals* known = at.find(key);
    if (known == nullptr) continue;
    for (std::size_t w = 0; w < symbols_; ++w)
      out[w] = refine(known, at, at.counts->at((std::uint64_t(w) << (8 * length)) | key), out[w]);
  }
}

double NgramModel::probability(std::span<const std::int32_t> context, std::int32_t symbol) const {
  const std::size_t longest = std::min(order(), context.size());
  double p = 1.0 / double(symbols_);
  for (std::size_t length = 0; length <= longest; ++length) {
    const Level& at = level(length, longest);
    const std::uint64_t key = context_key(context, length);
    p = refine(at.find(key), at, at.counts->at((std::uint64_t(symbol) << (8 * length)) | key), p);
  }
  return p;
}

std::size_t NgramModel::size() const {
  std::size_t count = 0;
  for (const CountTable& table : sequences_) count += table.keys.size();
  return count;
}

const ModelKind& ngram_kind() {
  static const ModelKind kind{
      {"ngram",
       "n-gram",
       "No network: counts how often each character followed the last few, and is ready at once. The bar to beat.",
       {
           Option::integer("order", 5, 0, kMaxNgramOrder, "Order",
                           "How many earlier characters it looks at; 0 knows only how frequent each character is.")
               .in("characters"),
           Option::choice("smoothing", {{"kneser_ney", "Kneser-Ney"}, {"witten_bell", "Witten-Bell"}}, "Smoothing",
                          "How it guesses what it never saw, from shorter contexts."),
       }},
      {{"probabilities",
        {"batch", "time", "token"},
        "Prediction",
        "The probability of every character as the next one."}},
      {},
      nullptr,
      [](const Options&) { return std::vector{Form::single}; },
      require_next_symbols,
      true};
  return kind;
}

}  // namespace unrolled
