#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/options.hpp"
#include "models/model.hpp"

namespace unrolled {

/// What describe() says of a tap, so that the page can offer views before a model exists. "{layer}" in the name
/// stands for 0, 1, ...
struct TapNote {
  std::string name;
  std::vector<std::string> axes;
  std::string title;
  std::string summary;
};

/// Which options make a model larger, for matching parameter counts. `coarse` takes multiples of the option
/// `multiple_of` (or of 1); `fine`, if any, then corrects what is left.
struct Sizing {
  std::string coarse;
  std::string multiple_of;
  std::string fine;
};

/// One family of models: what registry.cpp lists.
struct ModelKind {
  OptionGroup group;
  std::vector<TapNote> taps;
  Sizing sizing;
  /// Throws Error where options that are each in range do not fit together; `where` is the model's path.
  void (*check)(const Options& options, const std::string& where) = nullptr;
  /// Both nullptr for a family that is counted instead of trained by gradients.
  std::unique_ptr<Model<float>> (*make_float)(const Options& options, Signature signature) = nullptr;
  std::unique_ptr<Model<double>> (*make_double)(const Options& options, Signature signature) = nullptr;
};

}  // namespace unrolled
