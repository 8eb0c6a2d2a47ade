#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/layout.hpp"
#include "core/tensor.hpp"

namespace unrolled {

/// A row of positions that a model reads: symbols 0 .. symbols-1, or vectors of `features` numbers.
struct StreamSize {
  std::size_t symbols = 0;   ///< 0: vectors
  std::size_t features = 0;  ///< 0: symbols
  std::size_t length = 0;    ///< of the longest that will ever be read, in training or testing; 0: no such stream
  bool exists() const { return length > 0; }
  friend bool operator==(const StreamSize&, const StreamSize&) = default;
};

/// What a model is asked for.
struct OutputSize {
  enum class Kind {
    symbols,  ///< logits; cross-entropy with a class number
    numbers,  ///< mean squared error
    mixture,  ///< parameters of a mixture of Gaussians; minus the log likelihood of the input's own points
  };
  Kind kind = Kind::symbols;
  std::size_t width = 0;  ///< columns of the model's result
  bool whole = false;     ///< one answer for a sequence, rather than one at every position of the input
  double tolerance = 0;   ///< numbers: an answer this near counts as right; 0: none does, only the loss tells
  friend bool operator==(const OutputSize&, const OutputSize&) = default;
};

/// What a task asks of a model, once it is settled in which form the model reads it.
struct Signature {
  StreamSize input;
  StreamSize source{};  ///< of pairs, what the encoder reads; the input is then what the decoder reads
  OutputSize output;
  bool causal = true;             ///< an answer must not depend on later positions of the input
  bool ordered = true;            ///< false: a set, whose members have no order
  std::size_t image_columns = 0;  ///< the input's numbers are an image of so many columns, row by row; 0: no image

  /// Next-symbol prediction.
  constexpr Signature(std::size_t symbols, std::size_t length)
      : input{symbols, 0, length}, output{OutputSize::Kind::symbols, symbols, false} {}
  constexpr Signature(StreamSize input_size, OutputSize output_size, bool is_causal)
      : input(input_size), output(output_size), causal(is_causal) {}
  bool pairs() const { return source.exists(); }
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// How the examples of a task are laid out for a model. Tasks that ask for a sequence of a length of its own offer
/// several, all of the same examples.
enum class Form {
  single,   ///< one stream, answered at every position or as a whole
  pairs,    ///< source: what is given; input: the answer so far, from a start symbol on; targets: the next symbol
  prefix,   ///< one causal stream: what is given, a separator, the answer; targets only within the answer
  aligned,  ///< one stream: what is given, padded; targets: the answer at the same positions, from the first on
};

/// Whether the answer is a sequence of a length of its own, which a model that reads its answer must write symbol by
/// symbol.
constexpr bool writes_answer(Form form) { return form == Form::pairs || form == Form::prefix; }

/// Positions of a batch's streams; source 0 where there is none.
struct StreamLengths {
  std::size_t input = 0, source = 0;
};

/// What a plan is made for.
struct BatchSize {
  BatchSize(BatchDims dims) : batch(dims.batch), lengths{dims.length, 0} {}
  BatchSize(std::size_t sequences, std::size_t length) : batch(sequences), lengths{length, 0} {}
  BatchSize(std::size_t sequences, StreamLengths positions, Form as = Form::single)
      : batch(sequences), lengths(positions), form(as) {}
  BatchDims dims() const { return {batch, lengths.input}; }
  std::size_t batch;
  StreamLengths lengths;
  Form form = Form::single;
};

inline constexpr std::int32_t kNoTarget = -1;  ///< an answer that the loss leaves out

/// A stream as a plan offers it to a model: what is filled before each run. `lengths` are in 1 .. dims.length; what
/// stands beyond a row's length is a valid symbol or zeros, and must not matter to any answer that counts.
struct Stream {
  BatchDims dims{0, 0};
  Layout layout = Layout::batch_major;
  const Indices* tokens = nullptr;   ///< of symbols
  const Values* values = nullptr;    ///< of vectors: [positions, features]
  const Indices* lengths = nullptr;  ///< [B]
};

/// Everything that a model may read.
struct Inputs {
  Stream input;
  Stream source{};  ///< where the signature has one
};

/// A stream as a task fills it.
struct StreamBatch {
  BatchDims dims{0, 0};
  Layout layout = Layout::batch_major;
  std::size_t features = 0;
  std::span<std::int32_t> tokens{};
  std::span<float> values{};
  std::span<std::int32_t> lengths{};
};

/// What a task fills: at most one of `targets` and `numbers` is not empty. They have one row for each position of the
/// input in its layout, or one for each sequence where the output is `whole`.
struct Batch {
  Form form = Form::single;
  StreamBatch input;
  StreamBatch source{};
  std::span<std::int32_t> targets{};  ///< class numbers, or kNoTarget
  std::span<float> numbers{};         ///< [rows, width]; a row that begins with NaN is left out
  std::size_t width = 0;              ///< columns of `numbers`
};

}  // namespace unrolled
