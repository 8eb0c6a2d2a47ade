#pragma once
#include <string>

#include "io/experiment.hpp"

// Reading in two halves that call each other: an experiment has models, and a model may start from an experiment.

namespace unrolled {

/// What a model has of its own: "train", "changes" and "start" of the object at `where`, into `model`. `race` has its
/// train already. starts: inside how many starts it stands.
void read_own(const Json& json, const std::string& where, const Experiment& race, int starts, Entrant& model);

/// The experiment at path `where`, "" for the whole input.
Experiment read_experiment(const Json& json, const std::string& where, int starts);

/// Whether version 1 of the experiment cannot say it.
bool is_new(const Entrant& model);
/// Nor version 2.
bool has_edits(const Entrant& model);

}  // namespace unrolled
