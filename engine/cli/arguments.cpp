#include "cli/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/error.hpp"
#include "core/options.hpp"
#include "io/json.hpp"

namespace unrolled::cli {

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<std::string>& names,
                     const std::vector<std::string>& known) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with("--")) {
      words_.push_back(word);
      continue;
    }
    if (std::ranges::find(known, word) == known.end()) {
      const std::string near = nearest_name(word, known);
      throw Error(ErrorCode::invalid_config, near.empty() ? "key.unknown" : "key.near", word,
                  {{"near", near}, {"known", listed(known)}});
    }
    if (i + 1 == words.size()) throw Error(ErrorCode::invalid_config, "flag.value", word);
    if (!flags_.emplace(word, words[++i]).second) throw Error(ErrorCode::invalid_config, "flag.twice", word);
  }
  if (words_.size() != names.size())
    throw Error(ErrorCode::invalid_config, "flag.words", listed(names),
                {{"found", words_.size()}, {"wanted", names.size()}});
}

std::optional<std::string> Arguments::text(const std::string& flag) const {
  const auto at = flags_.find(flag);
  return at == flags_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<double> Arguments::number(const std::string& flag, double min, double max, bool whole) const {
  const auto at = flags_.find(flag);
  if (at == flags_.end()) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(at->second.c_str(), &end);
  const bool complete = !at->second.empty() && end == at->second.c_str() + at->second.size();
  if (!complete || !(value >= min && value <= max) || (whole && value != std::floor(value)))
    throw Error(ErrorCode::invalid_config, whole ? "number.whole" : "number.range", flag,
                {{"found", at->second}, {"min", min}, {"max", max}});
  return value;
}

}  // namespace unrolled::cli
