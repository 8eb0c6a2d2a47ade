#include "cli/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "core/error.hpp"
#include "core/options.hpp"
#include "io/json.hpp"

namespace unrolled::cli {
namespace {

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

/// As JSON writes numbers: neither 0x10 nor " 5", "+1", "01", ".5", "inf".
bool is_number(std::string_view text) {
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t at = skip_digits(text, first);
  if (at == first || (text[first] == '0' && at > first + 1)) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t begin = at + 1;
    at = skip_digits(text, begin);
    if (at == begin) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t begin = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? at + 2 : at + 1;
    at = skip_digits(text, begin);
    if (at == begin) return false;
  }
  return at == text.size();
}

constexpr std::string_view kSeveral = "...";

bool lists(const std::vector<std::string>& list, const std::string& word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<std::string>& names,
                     const std::vector<std::string>& known, const std::vector<std::string>& switches) {
  std::vector<std::string> all = known;
  all.insert(all.end(), switches.begin(), switches.end());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with("--")) {
      words_.push_back(word);
      continue;
    }
    const bool several = lists(known, word + std::string(kSeveral));
    if (!several && !lists(all, word)) {
      const std::string near = nearest_name(word, all);
      throw Error(ErrorCode::invalid_config, near.empty() ? "key.unknown" : "key.near", word,
                  {{"near", near}, {"known", listed(all)}});
    }
    const bool alone = lists(switches, word);
    if (!alone && i + 1 == words.size()) throw Error(ErrorCode::invalid_config, "flag.value", word);
    if (!several && flags_.contains(word)) throw Error(ErrorCode::invalid_config, "flag.twice", word);
    flags_.emplace(word, alone ? "" : words[++i]);
  }
  const bool more = !names.empty() && names.back().ends_with(kSeveral) && words_.size() > names.size();
  if (words_.size() != names.size() && !more)
    throw Error(ErrorCode::invalid_config, "flag.words", listed(names),
                {{"found", words_.size()}, {"wanted", names.size()}});
}

std::optional<std::string> Arguments::text(const std::string& flag) const {
  const auto at = flags_.find(flag);
  return at == flags_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<std::string> Arguments::texts(const std::string& flag) const {
  std::vector<std::string> list;
  const auto [first, last] = flags_.equal_range(flag);
  for (auto at = first; at != last; ++at) list.push_back(at->second);
  return list;
}

std::optional<double> Arguments::number(const std::string& flag, double min, double max, bool whole) const {
  const auto at = flags_.find(flag);
  if (at == flags_.end()) return std::nullopt;
  const double value = is_number(at->second) ? std::strtod(at->second.c_str(), nullptr) : NAN;
  if ((value == 0 && at->second.starts_with('-')) || !(value >= min && value <= max) ||
      (whole && value != std::floor(value)))
    throw Error(ErrorCode::invalid_config, whole ? "number.whole" : "number.range", flag,
                {{"found", in_quotes(at->second)}, {"min", min}, {"max", max}});
  return value;
}

}  // namespace unrolled::cli
