#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/options.hpp"
#include "core/rng.hpp"
#include "plan/batch.hpp"
#include "tasks/data/vocabulary.hpp"
#include "tasks/knowledge.hpp"

namespace unrolled {

/// One form in which a task can be read: all that a model must know before there is an example.
struct TaskForm {
  Form form;
  Signature signature;
  StreamLengths lengths;   ///< of training batches, and of the held-out set "val"
  StreamLengths longer{};  ///< of the held-out set of longer examples; input 0: there is none
  /// Of what has room for every example, and for every answer to it.
  StreamLengths longest() const { return longer.input > 0 ? longer : lengths; }
};

struct Example;

/// The held-out sets: as long as in training, and longer than anything trained on.
enum class HeldOut { val, longer };

/// A number to compare a model with, drawn as a line.
struct Baseline {
  std::string name;    ///< "chance", "naive"
  std::string title;   ///< what a person reads: "Always the mean: 1/6"
  std::string metric;  ///< "loss", "accuracy" or "exact"
  double value = 0;
};

/// What people call a number that a model reads or says: models learn best from numbers around 1.
struct Scale {
  double unit = 1, zero = 0;
  double of(double x) const { return zero + unit * x; }
};

/// Sizes of which a task can make examples, in whatever it counts: letters, numbers, members.
struct SizeRange {
  std::size_t least = 0, trained = 0, greatest = 0;  ///< greatest 0: it makes none
};

inline constexpr Knows kKnowsNothing{};

/// Where sequences come from. A task has a training stream and fixed held-out sets that never share an example, and
/// every model of an experiment sees the same of both, in whatever form it reads them.
class Task {
 public:
  virtual ~Task() = default;
  virtual std::vector<TaskForm> forms() const = 0;
  /// What the token numbers stand for; empty for a task of numbers.
  virtual const Vocabulary& vocabulary() const = 0;
  /// Names of the classes where the answer is one of them rather than a symbol of the vocabulary.
  virtual std::vector<std::string> classes() const { return {}; }

  /// The next batch of the training stream. Draws the same examples from `rng` whatever the form and layout.
  virtual void sample(Rng& rng, const Batch& batch) const = 0;
  /// Number of held-out sequences in a set; >= 1 for `val`.
  virtual std::size_t held_out_count(HeldOut set) const = 0;
  /// Fills the batch with the held-out sequences first, first+1, ...; beyond the last, nothing has a target.
  virtual void held_out(HeldOut set, std::size_t first, const Batch& batch) const = 0;
  /// Lines to compare a model with that reads the task in this form: what is reached by who knows only what the title
  /// says, scored as a model is.
  virtual std::vector<Baseline> baselines(Form) const { return {}; }

  /// One held-out example as it is before a model reads it, to be shown; nullptr beyond the last, and for a text, which
  /// has none.
  virtual const Example* example(HeldOut, std::size_t) const { return nullptr; }
  /// Where examples have sizes of their own.
  virtual SizeRange sizes() const { return {}; }
  /// Lays out a new example of one size, made like those that are held out, in row b; false, and nothing done, where there
  /// seems to be none.
  virtual bool lay_out_of_size(Rng&, std::size_t, const Batch&, std::size_t) const { return false; }
  /// What can be stated of its examples; the same as TaskKind::knows.
  virtual const Knows& knows() const { return kKnowsNothing; }
  /// States it of row b of a batch that was filled, from what stands there: in whatever form, layout and length.
  virtual void know(const Batch&, std::size_t, Knowledge&) const {}
  /// What a model reads or writes from its end, and people from its beginning: shown, and asked, as people do.
  struct Backwards {
    bool given = false, answer = false;
  };
  virtual Backwards backwards() const { return {}; }
  /// Whether a reader may ask questions of his own, written in the vocabulary.
  virtual bool takes_questions() const { return false; }
  /// Lays out what an example gives in row b with room for the longest answer; where an answer stands or is asked for,
  /// there is some target. Throws Error{invalid_text} where the question is empty or does not fit into the batch.
  virtual void ask(const Example&, const Batch&, std::size_t) const {}
  /// Lays out an example with its answer.
  virtual void tell(const Example&, const Batch&, std::size_t) const {}
  /// How numbers given and numbers answered read outside of the model.
  virtual Scale given_scale() const { return {}; }
  virtual Scale answer_scale() const { return {}; }

  /// Everything there is to train on, in one row, for models that count instead of sampling; empty where there is no
  /// such row.
  virtual std::span<const std::uint8_t> training() const { return {}; }
  virtual std::size_t held_out_tokens() const { return 0; }
  /// Characters of the text that became U+FFFD.
  virtual std::size_t replaced() const { return 0; }
};

/// How the page shows a task and speaks of it.
struct TaskView {
  constexpr TaskView(const char* results, std::string_view given_places = "symbols",
                     std::string_view written_places = {})
      : name(results), given(given_places), written(written_places) {}

  /// How results are shown: "text", "pairs", "labels", "positions", "waves", "images" or "sets".
  std::string_view name;
  /// What its places are: "characters", "words", "letters", "digits", "bits", "symbols", "numbers", "rows", "pixels", "patches",
  /// "images", "members" or "points"; or in braces the option whose value says it.
  std::string_view given;
  /// The same of an answer that is written, where its places are others.
  std::string_view written;
};

/// One kind of task: what registry.cpp lists.
struct TaskKind {
  OptionGroup group;
  TaskView view;
  /// Throws Error where options that are each in range do not fit together; `where` is the task's path.
  void (*check)(const Options& options, const std::string& where) = nullptr;
  /// What the task will offer, without data. symbols: size of the vocabulary where it comes from data, else ignored.
  std::vector<TaskForm> (*forms)(const Options& options, std::size_t symbols) = nullptr;
  /// Whether the vocabulary, or the length, comes from data: then make() needs `data`, and the option "corpus" says which.
  bool reads_data = false;
  /// `data`: the corpus of the task's option "corpus" (UTF-8 text, CSV or packed numbers). Throws Error{invalid_text} or,
  /// where too few different examples exist to hold some out, Error{invalid_config}.
  std::unique_ptr<Task> (*make)(const Options& options, std::string_view data) = nullptr;
  /// The data is a text whose characters are the vocabulary: then it can be continued, and characters can be counted.
  bool text = false;
  /// The vocabulary has one symbol beside those of the data: the mask.
  bool adds_symbol = false;
  /// Hidden variables and cues that such a task states.
  const Knows* knows = &kKnowsNothing;
};

}  // namespace unrolled
