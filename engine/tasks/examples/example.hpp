#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tasks/task.hpp"

namespace unrolled {

/// One question with its answer, before it is laid out for a model. The buffers are used again and again, so that a
/// steady training step allocates nothing.
struct Example {
  std::vector<std::int32_t> source;  ///< the symbols given
  std::vector<float> values;         ///< or the vectors given, [positions, features]
  std::vector<std::int32_t>
      target;                  ///< a class, a symbol (or kNoTarget) for each position, or an answer without specials
  std::vector<float> numbers;  ///< or numbers: [width], or [positions, width]; a row that begins with NaN is left out
  void clear();
};

/// What draw() is asked for, and the most positions that can come of it.
struct ExampleSizes {
  std::size_t min = 0, max = 0;  ///< sizes, in whatever the task counts; max 0: there are no such examples
  std::size_t given = 0;         ///< positions of the longest source
  std::size_t answer = 0;        ///< and of the longest answer, where that has a length of its own
  bool exist() const { return max > 0; }
};

/// All that a model must know of a task, and all from which the base lays examples out. A function of the task's options
/// alone, so that a model can be priced before there is data.
struct ExampleShape {
  enum class Answer {
    whole,     ///< one class, `width` numbers or a mixture for the sequence
    each,      ///< one symbol, or `width` numbers, for each position
    sequence,  ///< symbols of a number of their own
  };
  Answer answer = Answer::whole;
  OutputSize::Kind kind = OutputSize::Kind::symbols;
  std::size_t symbols = 0;   ///< different ones that may be given; 0: vectors
  std::size_t features = 0;  ///< of each vector given
  std::size_t width = 0;     ///< classes, symbols of the answer, numbers or parameters of the mixture
  double tolerance = 0;      ///< see OutputSize
  bool causal = false;       ///< of Answer::each: later positions would give the answer away
  bool ordered = true;
  bool equally_long = false;      ///< of Answer::sequence: an answer is always as long as what is given
  std::size_t image_columns = 0;  ///< see Signature
  ExampleSizes training{}, longer{};
  /// Only so many are ever trained on, whatever the run's seed; 0: as many as are drawn. Of classes there are as many
  /// of each as can be: a few drawn at random might all be alike, and then a model could learn nothing but that.
  std::size_t training_examples = 0;
  std::size_t least_held_out = 32;  ///< fewer different ones than this are no test: refused
};

/// The symbols that every vocabulary of pairs begins with: U"·→…".
inline constexpr std::int32_t kEndSymbol = 0;    ///< '·' U+00B7: ends an answer, and fills what is empty
inline constexpr std::int32_t kStartSymbol = 1;  ///< '→' U+2192: begins an answer, and parts it from what is given

/// Every form in which examples of a shape can be read.
std::vector<TaskForm> forms_of(const ExampleShape& shape);

/// Writes an example as row b of a batch in the batch's form and layout: padding, lengths, specials and all.
void lay_out(const Example& example, const ExampleShape& shape, const Batch& batch, std::size_t b);
/// A row that counts for nothing.
void lay_out_nothing(const ExampleShape& shape, const Batch& batch, std::size_t b);

/// The other way round: what stands in row b, as far as a model may read it, with the answers that are asked. Where a row
/// is no example there are none.
void read_back(const ExampleShape& shape, const Batch& batch, std::size_t b, Example& example);

/// Where the places of an example stand in a row, in the order of reading (Knowledge).
struct Places {
  Places(const Example& example, const ExampleShape& shape, Form form);
  std::size_t given(std::size_t i) const { return i; }
  /// The position after whose reading the i-th answer is asked.
  std::size_t asked(std::size_t i) const { return first_asked_ + i; }
  std::size_t givens() const { return givens_; }

 private:
  std::size_t givens_, first_asked_;
};

/// A task that makes its examples one by one. A subclass states its shape and draws; the base does the rest: every form
/// and layout, the held-out sets, and that no example is both trained on and tested on. How to write one:
///
///   ExampleShape shape_of(const Options& options) {
///     ExampleShape shape;
///     shape.symbols = 2, shape.width = 2;                    // bits in; even or odd out
///     shape.training = {1, options.integer("max_length"), options.integer("max_length")};
///     return shape;
///   }
///
///   class ParityTask final : public ExampleTask {
///    public:
///     explicit ParityTask(const Options& options, std::string_view data) : ExampleTask(shape_of(options), Vocabulary(U"01"),
///     {"even", "odd"}) {
///       hold_out();                                          // always the last line of the constructor
///     }
///     void draw(Rng& rng, std::size_t size, Example& e) const override {   // e is empty
///       ...e.source.push_back(bit)..., e.target.push_back(ones % 2);
///     }
///   };
///
///   const TaskKind& parity_kind() {
///     static const TaskKind kind{{"parity", ..., options}, "labels", nullptr, forms_by<shape_of>, false, make_by<ParityTask>};
///     return kind;
///   }
///
/// Vectors: set `features` instead of `symbols`, leave the vocabulary empty, and append `features` floats a position to
/// e.values. Numbers: set `kind` and `width`, and append `width` floats a row (one row, or one a position) to e.numbers.
/// Given vectors are told apart by all their bits. Where examples must be parted in another way (by time, say),
/// override draw_part.
class ExampleTask : public Task {
 public:
  std::vector<TaskForm> forms() const override { return forms_of(shape_); }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  std::vector<std::string> classes() const override { return classes_; }
  void sample(Rng& rng, const Batch& batch) const override;
  std::size_t held_out_count(HeldOut set) const override { return examples(set).size(); }
  void held_out(HeldOut set, std::size_t first, const Batch& batch) const override;

  const Example* example(HeldOut set, std::size_t index) const override;
  SizeRange sizes() const override;
  bool lay_out_of_size(Rng& rng, std::size_t size, const Batch& batch, std::size_t b) const override;
  bool takes_questions() const override { return shape_.symbols > 0; }
  void ask(const Example& given, const Batch& batch, std::size_t b) const override;
  void tell(const Example& example, const Batch& batch, std::size_t b) const override {
    lay_out(example, shape_, batch, b);
  }

  void know(const Batch& batch, std::size_t b, Knowledge& knowledge) const override;

  const ExampleShape& shape() const { return shape_; }
  /// The held-out sets: different examples, the same for every model and seed.
  const std::vector<Example>& examples(HeldOut set) const { return set == HeldOut::val ? val_ : longer_; }
  /// One example of the training stream.
  void sample_one(Rng& rng, Example& example) const;
  /// One as the stream would have it if it were not restricted to a few: what baselines are counted over.
  void sample_any(Rng& rng, Example& example) const;

  /// States of an example what knows() promises.
  virtual void know_example(const Example&, const Places&, Knowledge&) const {}

  /// Appends one example to empty buffers. size: from sizes.min to sizes.max.
  virtual void draw(Rng& rng, std::size_t size, Example& example) const = 0;

  enum class Part { training, held_out };
  /// In which part an example belongs: one in ten is held out.
  Part part_of(const Example& example) const;

 protected:
  ExampleTask(ExampleShape shape, Vocabulary vocabulary, std::vector<std::string> classes = {});
  /// Draws the held-out sets. Throws Error{invalid_config} where there are too few different examples.
  void hold_out();

  /// What makes two examples the same: by default what is given.
  virtual std::uint64_t key(const Example& example) const;
  /// Draws until an example is of the part. Throws Error{invalid_config} where none seems to be.
  virtual void draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& example) const;
  /// What happens to an example each time it is used, after it is settled that it may be: noise, or a mask.
  virtual void finish(Rng&, Example&) const {}

 private:
  std::vector<Example> draw_different(const char* purpose, Part part, const ExampleSizes& sizes, std::size_t most,
                                      bool balanced = false) const;

  ExampleShape shape_;
  Vocabulary vocabulary_;
  std::vector<std::string> classes_;
  std::vector<Example> val_, longer_;
  std::vector<Example> training_;  // where only some are trained on
  mutable Example scratch_;
};

/// FNV-1a of symbols and numbers, bit by bit, well mixed.
std::uint64_t hash_of(std::span<const std::int32_t> symbols, std::span<const float> values);

/// TaskKind::forms and TaskKind::make of a task as above.
template <ExampleShape (*shape_of)(const Options&)>
std::vector<TaskForm> forms_by(const Options& options, std::size_t) {
  return forms_of(shape_of(options));
}
template <class Made>
std::unique_ptr<Task> make_by(const Options& options, std::string_view data) {
  return std::make_unique<Made>(options, data);
}

}  // namespace unrolled
