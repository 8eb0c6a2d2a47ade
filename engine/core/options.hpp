#pragma once
#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace unrolled {

/// The value of one option: true or false, a number (whole numbers too: exact up to 2^53), or a text or choice.
using OptionValue = std::variant<bool, double, std::string>;

// Declarations hold views of literals, which live for ever: a table of strings would cost several times the code.

/// One of the values that a choice allows, and what a person reads for it.
struct Choice {
  std::string_view value;
  std::string_view title;
};

/// Shows an option only where another option of the same table has one of these values.
struct Condition {
  std::string_view option;
  std::vector<OptionValue> values;
};

/// Declares one option. The same declaration validates what a user wrote, fills in what he left out, and tells
/// the page which control to draw, so that a new option needs no other line anywhere.
struct Option {
  enum class Type { boolean, integer, number, choice, text };

  using Words = std::string_view;

  std::string_view name;  ///< key in the experiment, PyTorch's where PyTorch has one
  Type type;
  OptionValue preset;        ///< the default
  std::string_view title;    ///< a label of a few words
  std::string_view summary;  ///< one plain sentence
  double min = 0;            ///< least number allowed; for a text, characters
  double max = 0;            ///< greatest number allowed; for a text, characters
  double step = 0;           ///< of the control, 0: any
  std::string_view unit{};
  bool log_scale = false;
  std::vector<Choice> choices{};
  std::vector<Condition> when{};
  /// Of a model: what a task must be like for the option to have an effect (models/fit.hpp); "": anything.
  Words needs{};

  static Option boolean(Words name, bool preset, Words title, Words summary);
  static Option integer(Words name, double preset, double min, double max, Words title, Words summary);
  static Option number(Words name, double preset, double min, double max, Words title, Words summary);
  static Option choice(Words name, std::initializer_list<Choice> choices, Words title, Words summary);
  static Option free_text(Words name, double max_characters, Words title, Words summary);

  // Each returns the option changed, so that declarations read as one line.
  Option in(Words unit_name) &&;
  Option by(double control_step) &&;
  Option logarithmic() &&;
  Option only_if(Words option, std::initializer_list<const char*> values) &&;
  Option only_if(Words option, std::initializer_list<double> values) &&;
  Option only_if(Words option, bool value) &&;
  Option needing(Words property) &&;
};

/// In the order of display.
using OptionTable = std::vector<Option>;

/// nullptr where the table has no such option.
const Option* find_option(const OptionTable& table, std::string_view name);

/// One checked value for each option of a table. Asking for a name or type that the table does not have is a
/// programmer's mistake and throws std::logic_error.
class Options {
 public:
  Options() = default;
  /// All defaults.
  explicit Options(const OptionTable& table);

  void set(std::string_view name, OptionValue value) { values_[std::string(name)] = std::move(value); }
  const OptionValue& at(std::string_view name) const;
  bool boolean(std::string_view name) const;
  double number(std::string_view name) const;
  std::size_t integer(std::string_view name) const;
  const std::string& text(std::string_view name) const;

  friend bool operator==(const Options&, const Options&) = default;

 private:
  std::map<std::string, OptionValue, std::less<>> values_;
};

/// A named thing that has options: a model family, a task, an optimizer, a schedule.
struct OptionGroup {
  std::string_view kind;
  std::string_view title;
  std::string_view summary;
  OptionTable options;
};

/// The chosen kind of a group with the values of its options.
struct Configured {
  std::string kind;
  Options options;
  friend bool operator==(const Configured&, const Configured&) = default;
};

/// "hidden_size" for "hiden_size": the known name nearest in edits, or "" where none is near.
std::string nearest_name(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace unrolled
