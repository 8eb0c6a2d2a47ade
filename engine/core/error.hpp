#pragma once
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace unrolled {

/// What went wrong, in a word a program can switch on.
enum class ErrorCode {
  invalid_config,  ///< an option that does not exist, has the wrong type or is out of range
  invalid_text,    ///< a text that is empty, too short or not text
  invalid_file,    ///< a checkpoint that is damaged or belongs to another model
  too_expensive,   ///< refused by the estimate, before anything was allocated
  out_of_memory,   ///< the allocation itself failed
};

/// The name used outside C++ ("invalid_config", ...).
const char* to_string(ErrorCode code);

/// Something that a refusal names: {"found", 0.5}, {"known", "rnn, lstm"}. A text is cleaned of control characters and
/// cut where it gets long; what a user wrote is "found", and cut sooner.
struct Detail {
  Detail(const char* of, double number);
  Detail(const char* of, std::string_view text);
  Detail(const char* of, const std::string& text) : Detail(of, std::string_view(text)) {}
  Detail(const char* of, const char* text) : Detail(of, std::string_view(text)) {}
  template <class Number>
  requires std::is_integral_v<Number> Detail(const char* of, Number number) : Detail(of, static_cast<double>(number)) {}

  const char* name;
  std::variant<double, std::string> value;
};

/// A user's mistake. Its words are refusals.cpp's for the key; what() is "place: finding. remedy."
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const char* key, std::string where, std::vector<Detail> details = {});

  ErrorCode code() const { return code_; }
  /// Names the sentence: "number.range".
  std::string_view key() const { return key_; }
  /// Path of the offending option, such as "models[1].hidden_size", or what was handed over: "text", "table", "checkpoint".
  const std::string& where() const { return where_; }
  /// What the sentence names. A "line" belongs to the place: the line of a text or table, from 1.
  const std::vector<Detail>& details() const { return details_; }

 private:
  ErrorCode code_;
  const char* key_;
  std::string where_;
  std::vector<Detail> details_;
};

/// "1024", "0.002", "1e-07": at most six digits of a fraction.
std::string number_text(double number);

/// Without control characters; what is beyond `most` characters of UTF-8 becomes "…".
std::string shortened(std::string_view text, std::size_t most);

}  // namespace unrolled
