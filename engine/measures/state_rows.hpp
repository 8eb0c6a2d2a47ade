#pragma once
#include <cstdint>
#include <optional>

#include "measures/held_out_batches.hpp"

namespace unrolled {

/// The states of a layer at the positions of held-out examples, with what the task knows there.
class StateRows {
 public:
  /// Which states are read.
  struct Choice {
    std::size_t layer = 0;  ///< from 1 on; 0: the last
    bool cell = false;      ///< what an LSTM keeps instead of what it shows
    bool source = false;    ///< those of an encoder
    std::size_t from = 0;   ///< the first position that counts
    std::size_t examples = 0;
  };
  struct Place {
    std::uint32_t example, position;
  };

  /// Whether a model shows such states.
  static bool exist(const Subject& subject, const Choice& choice);
  /// Throws Error{invalid_config} where it shows none. Nothing is allocated.
  static MeasurePrice price(const Subject& subject, const Choice& choice);
  static std::size_t units(const Subject& subject, const Choice& choice);
  static std::size_t positions(const Subject& subject, const Choice& choice);

  StateRows(const Subject& subject, const Choice& choice);
  /// Reads the next batch; false once nothing is left.
  bool read();

  std::size_t examples() const { return batches_.examples(); }
  std::size_t units() const { return units_; }
  std::size_t count() const { return places_.size(); }
  Place place(std::size_t row) const { return places_[row]; }
  std::span<const float> state(std::size_t row) const { return std::span(states_).subspan(row * units_, units_); }
  /// A hidden variable there; NaN where the task states nothing.
  float label(std::size_t variable, std::size_t row) const { return labels_[row * variables_ + variable]; }
  /// The row of a place; count() where there is none.
  std::size_t row_of(Place place) const;

 private:
  void read_sequence(const Tap<float>& tap, std::size_t b);

  const Task& task_;
  const Choice choice_;
  const std::string tap_;
  HeldOutBatches batches_;
  const std::size_t units_, variables_;
  Knowledge knowledge_;
  std::vector<std::size_t> first_row_;  // of each example
  std::vector<Place> places_;
  std::vector<float> states_, labels_;  // [rows, units], [rows, variables]
};

}  // namespace unrolled
