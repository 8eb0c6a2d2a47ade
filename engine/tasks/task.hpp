#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/options.hpp"
#include "core/rng.hpp"
#include "plan/batch.hpp"
#include "tasks/vocabulary.hpp"

namespace unrolled {

/// Where sequences come from. A task has a training stream and a fixed held-out set that never share an example,
/// and every model of an experiment sees the same of both.
class Task {
 public:
  virtual ~Task() = default;
  virtual Signature signature() const = 0;
  /// What the token numbers stand for.
  virtual const Vocabulary& vocabulary() const = 0;

  /// The next batch of the training stream. Draws from `rng` the same number of times whatever the layout.
  virtual void sample(Rng& rng, const TokenBatch& batch) const = 0;
  /// Number of held-out sequences of signature().length positions, >= 1.
  virtual std::size_t held_out_count() const = 0;
  /// Fills the batch with the held-out sequences first, first+1, ...; beyond the last, positions have no target.
  virtual void held_out(std::size_t first, const TokenBatch& batch) const = 0;

  /// Everything there is to train on, in one row, for models that count instead of sampling.
  virtual std::span<const std::uint8_t> training() const = 0;
  virtual std::size_t held_out_tokens() const = 0;
  /// Characters of the text that became U+FFFD.
  virtual std::size_t replaced() const { return 0; }
};

/// One kind of task: what registry.cpp lists.
struct TaskKind {
  OptionGroup group;
  /// Throws Error where options that are each in range do not fit together; `where` is the task's path.
  void (*check)(const Options& options, const std::string& where) = nullptr;
  /// `text` is UTF-8: the corpus, or the reader's own. Throws Error{invalid_text}.
  std::unique_ptr<Task> (*make)(const Options& options, std::string_view text) = nullptr;
};

}  // namespace unrolled
