#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/options.hpp"
#include "io/json_memory.hpp"

namespace unrolled {

inline constexpr int kMaxJsonDepth = 64;
inline constexpr std::size_t kMaxJsonBytes = std::size_t{1} << 20;

/// Parses UTF-8 text of at most 1 MiB. Throws Error{code} at `where` for broken JSON, for more than 64 levels of
/// nesting (refused while reading: deeper values would overflow the stack later), for more than kMaxJsonValues values, and
/// for a key given twice.
Json parse_json(std::string_view text, const std::string& where, ErrorCode code = ErrorCode::invalid_config);

/// The list or object under a key, an empty one where there is none. Not object[key].push_back(value), nor
/// object[key][other]: for want of memory nlohmann leaves a list there that is none, and its destructor reads it.
Json& list_at(Json& object, std::string_view key);
Json& object_at(Json& object, std::string_view key);

/// Compact text; bytes that are not UTF-8 become U+FFFD.
std::string to_text(const Json& json);

/// The value as a detail "found" of an Error: a number, "\"abc\"", "[]" for any list, "{}" for any object.
Detail found(const Json& value);
/// "name": in quotes, without control characters, at most 40 characters.
std::string in_quotes(std::string_view text);
/// "rnn, lstm"
std::string listed(const std::vector<std::string>& names);

/// Checked access to one object of the input. Every failure is an Error that names the path.
class ObjectReader {
 public:
  /// Throws unless `value` is an object.
  ObjectReader(const Json& value, std::string where, ErrorCode code = ErrorCode::invalid_config);

  /// Throws on the first key that is not in the list, with the nearest known name.
  void allow_only(const std::vector<std::string>& known) const;
  bool has(const std::string& key) const { return object_.contains(key); }
  /// Throws where the key is missing.
  const Json& required(const std::string& key) const;
  std::string text(const std::string& key, std::size_t max_characters) const;
  /// A finite number in [min, max]; `whole` refuses fractions.
  double number(const std::string& key, double min, double max, bool whole) const;
  bool boolean(const std::string& key) const;
  std::string path(const std::string& key) const { return where_.empty() ? key : where_ + "." + key; }
  const Json& object() const { return object_; }
  ErrorCode code() const { return code_; }
  [[noreturn]] void refuse(const std::string& key, const char* refusal, std::vector<Detail> details = {}) const;

 private:
  const Json& object_;
  std::string where_;
  ErrorCode code_;
};

/// Number of code points in UTF-8.
std::size_t characters_in(std::string_view text);

}  // namespace unrolled
