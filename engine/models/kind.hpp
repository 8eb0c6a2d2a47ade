#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/options.hpp"
#include "plan/batch.hpp"

namespace unrolled {

/// What describe() says of a tap, so that the page can offer views before a model exists. "{layer}" in the name
/// stands for 0, 1, ...
struct TapNote {
  std::string name;
  std::vector<std::string_view> axes;
  std::string_view title;
  std::string_view summary;
};

/// Which options make a model larger, for matching parameter counts. `coarse` takes multiples of the option
/// `multiple_of` (or of 1); `fine`, if any, then corrects what is left.
struct Sizing {
  std::string_view coarse;
  std::string_view multiple_of;
  std::string_view fine;
};

/// What there is to know about a family without making a model of it. How one is made stands apart, in registry.cpp,
/// so that a program without double precision does not carry its code.
struct ModelKind {
  OptionGroup group;
  std::vector<TapNote> taps;
  Sizing sizing;
  /// Throws Error where options that are each in range do not fit together; `where` is the model's path.
  void (*check)(const Options& options, const std::string& where) = nullptr;
  /// In which forms the family reads a task, the most natural first; the first that the task offers is used.
  std::vector<Form> (*forms)(const Options& options) = nullptr;
  /// Throws Error{invalid_config} in plain words where the model, with these options, cannot do a task of this
  /// signature: an encoder that would see what it predicts, say.
  void (*fits)(const Options& options, const Signature& signature, const std::string& where) = nullptr;
  /// Counted once instead of trained by gradients: there is no Model of it.
  bool counted = false;
};

}  // namespace unrolled
