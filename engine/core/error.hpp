#pragma once
#include <stdexcept>
#include <string>
#include <utility>

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

/// A user's mistake. what() is one sentence: "[where] expected ..., got ...".
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string where, const std::string& expected, const std::string& found)
      : std::runtime_error("[" + where + "] expected " + expected + ", got " + found),
        code_(code),
        where_(std::move(where)) {}

  ErrorCode code() const { return code_; }
  /// Path of the offending option, such as "models[1].hidden_size".
  const std::string& where() const { return where_; }

 private:
  ErrorCode code_;
  std::string where_;
};

}  // namespace unrolled
