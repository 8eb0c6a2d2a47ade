#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/options.hpp"
#include "models/model.hpp"
#include "tasks/task.hpp"

namespace unrolled {

/// A clock that whoever calls hands in: the engine has none.
using Clock = double (*)();

/// What a measure is taken of: the weights as they are, which it reads. It has plans and random streams of its own, so
/// that nothing training depends on is ever changed.
struct Subject {
  const Configured& configured;
  const TaskForm& form;
  const Task& task;
  Model<float>& model;
  /// Milliseconds since some moment, for what is to be timed; nullptr: nothing is.
  Clock clock = nullptr;
};

/// One axis of what was found. Where there are neither `at` nor `names` its places are 0, 1, ...
struct Axis {
  std::string name;  ///< "position", "back", "length", "head", "gate", "layer"
  std::size_t count = 0;
  std::vector<double> at{};          ///< what its places stand for
  std::vector<std::string> names{};  ///< or what they are called
};

/// An array of numbers, row-major; NaN where there is nothing to know.
struct Finding {
  std::string name;
  std::vector<Axis> axes;
  std::vector<float> data;
};

/// All that a measure found: arrays, in an order of its own, and single numbers by name. Added to by calls, which take a
/// fraction of the code that lists in braces take.
struct Findings {
  std::vector<Finding> arrays{};
  std::vector<std::pair<std::string, double>> numbers{};

  /// One axis whose places are 0, 1, ...
  void add(std::string_view name, const char* axis, std::vector<float> data);
  void add(std::string_view name, Axis axis, std::vector<float> data);
  void add(std::string_view name, Axis first, Axis second, std::vector<float> data);
  void add_number(const char* name, double value);
};

/// A measure that is being taken. Parts and their order are fixed, so that no pause between them changes the result.
/// The weights must not change before it is done.
class Measuring {
 public:
  virtual ~Measuring() = default;
  /// Does the next part, a batch of about ten milliseconds at most; false once nothing is left.
  virtual bool next() = 0;
  /// After that.
  virtual Findings result() = 0;
};

/// What it takes to take a measure: bytes at once, and operations of matrix products in all.
struct MeasurePrice {
  double bytes = 0, flops = 0;
};

/// What describe() says of an array.
struct ArrayNote {
  std::string_view name;
  std::string_view axes;  ///< "answer, position"
  std::string_view unit;  ///< "" for a plain number
  std::string_view title;
};

/// One kind of measure: what registry.cpp lists.
struct MeasureKind {
  OptionGroup group;
  std::vector<ArrayNote> arrays;
  std::string_view source;  ///< paper or formula
  /// Whether it can be taken of such a model on such a task.
  bool (*applies)(const Subject& subject) = nullptr;
  MeasurePrice (*price)(const Subject& subject, const Options& options) = nullptr;
  std::unique_ptr<Measuring> (*begin)(const Subject& subject, const Options& options) = nullptr;
};

/// The kind of a class that takes one: made of (subject, options), with static applies(subject) and price(subject, options).
template <class Made>
MeasureKind kind_of(OptionGroup group, std::vector<ArrayNote> arrays, std::string_view source) {
  return {std::move(group),
          std::move(arrays),
          source,
          Made::applies,
          Made::price,
          [](const Subject& subject, const Options& options) -> std::unique_ptr<Measuring> {
            return std::make_unique<Made>(subject, options);
          }};
}

/// How many examples are read: the option "examples", shared by those who read some.
Option examples_option(double preset);

/// Throws Error{too_expensive}: one that took more memory or about ten seconds would hold up the model that is measured.
inline constexpr double kMostMeasureBytes = 400.0 * 1024 * 1024;
inline constexpr double kMostMeasureFlops = 100e9;
void require_affordable(const MeasurePrice& price);

}  // namespace unrolled
