#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "session/kept_race.hpp"

namespace unrolled::cli {

/// What `train` is given: an experiment, a race file or a model file is a race, of which something is trained or nothing.
struct Opened {
  KeptRace race;
  std::optional<std::size_t> only;  ///< the one model that is meant; else all
  std::string text;                 ///< what they learn from; empty where the task makes its examples
  bool saved = false;               ///< it was a race file or a model file
};

/// Reads the file that is the first word, whose first bytes say what it is, and what --load, --model, --text and --csv name.
/// Throws Error for what is none of the three, for weights of one model where several are meant, and for data of
/// somebody's own that are not there or are others than what was learned from.
Opened open_for_training(const Arguments& arguments);

/// --model, or the only one there is.
std::optional<std::size_t> chosen_model(const Arguments& arguments, const Experiment& experiment);

/// What --text or --csv names, or else what the experiment says.
std::string text_for(const Arguments& arguments, const Experiment& experiment);

/// Since 1970.
double milliseconds_now();

/// Says where nothing tells whether it is as it was saved.
std::string read_checkpoint(const std::string& path);

}  // namespace unrolled::cli
