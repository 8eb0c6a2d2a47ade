#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unrolled {

/// The value of one option: true or false, a number (whole numbers too: exact up to 2^53), or a text or choice.
using OptionValue = std::variant<bool, double, std::string>;

/// One of the values that a choice allows, and what a person reads for it.
struct Choice {
  std::string value;
  std::string title;
};

/// Shows an option only where another option of the same table has one of these values.
struct Condition {
  std::string option;
  std::vector<OptionValue> values;
};

/// Declares one option. The same declaration validates what a user wrote, fills in what he left out, and tells
/// the page which control to draw, so that a new option needs no other line anywhere.
struct Option {
  enum class Type { boolean, integer, number, choice, text };

  std::string name;  ///< key in the experiment, PyTorch's where PyTorch has one
  Type type;
  OptionValue preset;   ///< the default
  std::string title;    ///< a label of a few words
  std::string summary;  ///< one plain sentence
  double min = 0;       ///< least number allowed; for a text, characters
  double max = 0;       ///< greatest number allowed; for a text, characters
  double step = 0;      ///< of the control, 0: any
  std::string unit{};
  bool log_scale = false;
  std::vector<Choice> choices{};
  std::vector<Condition> when{};

  static Option boolean(std::string name, bool preset, std::string title, std::string summary);
  static Option integer(std::string name, double preset, double min, double max, std::string title,
                        std::string summary);
  static Option number(std::string name, double preset, double min, double max, std::string title, std::string summary);
  static Option choice(std::string name, std::vector<Choice> choices, std::string title, std::string summary);
  static Option free_text(std::string name, double max_characters, std::string title, std::string summary);

  // Each returns the option changed, so that declarations read as one line.
  Option in(std::string unit_name) &&;
  Option by(double control_step) &&;
  Option logarithmic() &&;
  Option only_if(std::string option, std::vector<OptionValue> values) &&;
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

  void set(const std::string& name, OptionValue value) { values_[name] = std::move(value); }
  const OptionValue& at(const std::string& name) const;
  bool boolean(const std::string& name) const;
  double number(const std::string& name) const;
  std::size_t integer(const std::string& name) const;
  const std::string& text(const std::string& name) const;

  friend bool operator==(const Options&, const Options&) = default;

 private:
  std::map<std::string, OptionValue> values_;
};

/// A named thing that has options: a model family, a task, an optimizer, a schedule.
struct OptionGroup {
  std::string kind;
  std::string title;
  std::string summary;
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
