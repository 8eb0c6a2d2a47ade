#pragma once
#include <span>
#include <string_view>

#include "tasks/task.hpp"

namespace unrolled {

/// About how many held-out characters an evaluation reads: enough for a loss that is steady to about 0.01 nats,
/// few enough to take no longer than a few training steps.
inline constexpr std::size_t kHeldOutCharacters = 8192;

/// Predict the next character of a text. The first nine tenths are for training, in random windows; the rest is held
/// out, read in windows that lie evenly spaced and do not overlap.
class TextTask final : public Task {
 public:
  /// `text`: UTF-8. Throws Error{invalid_text} where it is empty, binary, or too short for the length.
  TextTask(std::string_view text, std::size_t length);

  std::vector<TaskForm> forms() const override { return forms_for(encoded_.vocabulary.size(), length_); }
  static std::vector<TaskForm> forms_for(std::size_t symbols, std::size_t length);
  const Vocabulary& vocabulary() const override { return encoded_.vocabulary; }
  void sample(Rng& rng, const Batch& batch) const override;
  std::size_t held_out_count(HeldOut set) const override { return set == HeldOut::val ? windows_ : 0; }
  void held_out(HeldOut set, std::size_t first, const Batch& batch) const override;
  const Knows& knows() const override;
  void know(const Batch& batch, std::size_t b, Knowledge& knowledge) const override;
  std::span<const std::uint8_t> training() const override { return std::span(encoded_.ids).first(split_); }
  std::size_t held_out_tokens() const override { return encoded_.ids.size() - split_; }
  std::size_t replaced() const override { return encoded_.replaced; }
  /// The length+1 symbols of one held-out window: each but the first is predicted from those before it.
  std::span<const std::uint8_t> held_out_window(std::size_t index) const;

 private:
  /// Copies length+1 symbols into row b: inputs, and targets one further.
  void fill_row(const Batch& batch, std::size_t b, std::span<const std::uint8_t> window) const;

  EncodedText encoded_;
  std::size_t length_;
  std::size_t split_;
  std::size_t windows_;
};

/// "text".
const TaskKind& text_kind();

}  // namespace unrolled
