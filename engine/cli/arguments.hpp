#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unrolled::cli {

/// The words after the name of a command: positions first to last, flags that each take one value, and switches that are
/// there or not.
class Arguments {
 public:
  /// Throws Error for a flag that is not in `known` or `switches`, one without a value or given twice, and unless there are exactly
  /// as many other words as `names` says: where the last of these ends in "...", one or more in its place.
  Arguments(const std::vector<std::string>& words, const std::vector<std::string>& names,
            const std::vector<std::string>& known, const std::vector<std::string>& switches = {});

  const std::string& word(std::size_t i) const { return words_[i]; }
  const std::vector<std::string>& words() const { return words_; }
  bool has(const std::string& name) const { return flags_.contains(name); }
  std::optional<std::string> text(const std::string& flag) const;
  /// What a flag was given that may be given more than once ("--data..." among the known), in order.
  std::vector<std::string> texts(const std::string& flag) const;
  /// Throws Error unless the value is a number in [min, max]; `whole` refuses fractions.
  std::optional<double> number(const std::string& flag, double min, double max, bool whole) const;

 private:
  std::vector<std::string> words_;
  std::multimap<std::string, std::string> flags_;
};

}  // namespace unrolled::cli
