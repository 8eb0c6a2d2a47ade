#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/experiment.hpp"
#include "session/receipt.hpp"

// A race as it is kept in a race file (docs/files.md): the experiment, and of each model how far it is and what goes on.

namespace unrolled {

/// One model of it.
struct KeptModel {
  ReceiptModel said;
  std::vector<std::byte> file;  ///< a model file; empty: not begun
  std::vector<std::byte> best;  ///< one of its weights of the lowest held-out loss; empty: nobody wanted these kept
  Json looks = Json::object();  ///< {"colour","dash"} in the page's order, where a file has them
  Json given = Json::array();   ///< changes that the experiment came with, which a reset keeps
  Json adopted;                 ///< {"from","adopted","fresh"}: whose weights it began with, or null
  std::uint64_t steps = 0;      ///< to which it is trained in all
};

struct KeptRace {
  Experiment experiment;
  Json stated;                 ///< the same as a file says it, but for changes made since; null: nowhere
  Json page = Json::object();  ///< what is shown besides: view, shape, text
  std::string name, note;
  double created = 0, changed = 0;             ///< when it was begun, and trained last: milliseconds since 1970, or 0
  Json moved_lr;                               ///< the rate as it was moved while the race trained, or null
  std::optional<std::string> own;              ///< the title of one's own data, where it learns from such
  std::optional<std::vector<std::byte>> data;  ///< those themselves, where the file has them
  Json learned;                                ///< {"corpus","sha256","bytes"} of what was learned from, or null
  std::string engine;                          ///< version of what writes it
  std::vector<KeptModel> models;               ///< as many as the experiment has
};

/// Of an experiment that nothing was done to.
KeptRace fresh_race(const Experiment& experiment);
/// Of one model as its file says it. Throws Error{invalid_file} for what is no model file, or was changed since.
KeptRace race_of_model(std::vector<std::byte> file);

/// The experiment with its changes, else in the words of the file that it came from: the page knows it again by these.
Json experiment_json(const KeptRace& race);

/// What one model's own file says of it: its experiment has that model alone.
Receipt receipt_of(const KeptRace& race, std::size_t k);

/// with_data: data of one's own are in it; without, task.text is in none of its experiments.
std::vector<std::byte> write_race(const KeptRace& race, bool with_data);

/// Throws Error{invalid_file} for a file that is damaged, a stranger's, or whose lists do not fit together; an experiment
/// that cannot be is such a file. Nothing of it is looked up but under the names that its race.json says.
KeptRace read_race(std::span<const std::byte> file);

}  // namespace unrolled
