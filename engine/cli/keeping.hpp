#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "io/curves.hpp"
#include "session/kept_race.hpp"
#include "session/session.hpp"

namespace unrolled::cli {

/// Where a race is saved while it trains, and what goes into it.
struct SavePlaces {
  std::optional<std::string> model;  ///< a file of the one model that trains
  std::optional<std::string> race;   ///< a file of them all
  bool with_data = false;            ///< data of one's own are in that
};

/// Saves what model k of a race learns, and takes it up in the race.
class Keeping {
 public:
  Keeping(KeptRace& race, std::size_t k, SavePlaces places) : race_(race), k_(k), places_(std::move(places)) {}

  std::size_t model() const { return k_; }
  bool wanted() const { return places_.model || places_.race; }
  /// Throws Error{invalid_file} where it could not be written; what was there before is whole then.
  void save(Session& session, const Curves& curves);
  /// How somebody goes on from there: "--load FILE".
  std::string way_on() const { return places_.race ? "train " + *places_.race : "--load " + *places_.model; }

 private:
  KeptRace& race_;
  const std::size_t k_;
  const SavePlaces places_;
};

}  // namespace unrolled::cli
