#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace unrolled {

/// Something that is so at each position though no symbol shows it: what a model may have to carry.
struct HiddenVariable {
  /// yes_no: 1 or 0; symbol: the number of one of the vocabulary.
  enum class Kind { number, yes_no, symbol };
  std::string_view name;   ///< "parity"
  std::string_view title;  ///< what a person reads: "Ones so far are odd in number"
  Kind kind = Kind::number;
};

/// What a kind of task states of its examples.
struct Knows {
  std::span<const HiddenVariable> variables{};
  bool cues = false;  ///< whether it says which positions tell an answer
};

/// What a task states of one row of a batch. Positions count in the order of reading: of pairs first the source, as long as
/// it is in this row, then the input; so that an answer lies equally far from its cue in the forms `pairs` and `prefix`.
class Knowledge {
 public:
  /// An answer, by the position after whose reading it is asked, and a position that has to be known for it. A cue that
  /// follows its answer is one for who reads both ways.
  struct Need {
    std::size_t cue, answer;
    double gap() const { return double(answer) - double(cue); }
  };

  /// NaN everywhere, and no needs.
  void begin(const Knows& knows, std::size_t positions);
  std::size_t positions() const { return positions_; }
  /// A variable once a position was read; NaN where there is nothing to state.
  float value(std::size_t variable, std::size_t position) const { return values_[variable * positions_ + position]; }
  void state(std::size_t variable, std::size_t position, double value);
  /// In order of the answers.
  const std::vector<Need>& needs() const { return needs_; }
  void need(std::size_t cue, std::size_t answer) { needs_.push_back({cue, answer}); }

 private:
  std::size_t positions_ = 0;
  std::vector<float> values_;  // [variables, positions]
  std::vector<Need> needs_;
};

}  // namespace unrolled
