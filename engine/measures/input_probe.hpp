#pragma once
#include <optional>
#include <span>

#include "measures/measure.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// A model whose gradients with respect to what it reads can be asked for, position by position, whatever its family.
///
/// Where it reads symbols, it is a copy that knows one symbol for each position of the batch. The row of such a symbol in
/// the first weights (a row of the embedding; a column of weight_ih where there is none) is that of the symbol that really
/// stands there, so it answers the same; and since nobody else uses that row, its gradient is the gradient of what came in
/// at that position alone, in both directions of a reading, folded into products or not. Where it reads vectors, their
/// gradients are kept.
class InputProbe {
 public:
  /// Sequences as long as the task's training examples, as many at once as a part has time for, at most `most`. Nothing is
  /// allocated.
  InputProbe(const Subject& subject, std::size_t most);
  /// Takes the weights over, but for what the symbols decide. Throws Error{out_of_memory}.
  void allocate();
  /// Of so many sequences, one after the other.
  MeasurePrice price(std::size_t sequences) const;
  /// Sequences that are read at once.
  std::size_t rows() const { return plan_->dims().batch; }

  /// To be filled as any other, then read().
  Batch batch() { return plan_->batch(); }
  /// Takes up what stands in the batch, and runs the model on it. Returns the mean loss of the answers that count.
  double read();
  /// Of that loss, or of the sum of result * gradient.
  void backward() { plan_->backward({}); }
  void backward_from(std::span<const float> gradient) { plan_->backward_from(gradient, {}); }

  LossPlan<float>& plan() { return *plan_; }
  /// Norm of the gradient of what came in, at position t of sequence b of the input or of the source.
  double input_norm(std::size_t b, std::size_t t) const { return norm(input_, b, t); }
  double source_norm(std::size_t b, std::size_t t) const { return norm(source_, b, t); }

 private:
  struct Reading {
    BatchDims dims{0, 0};
    std::size_t first = 0;  ///< of its own symbols
    std::vector<std::int32_t> tokens{};
    std::vector<std::span<const float>> grads{};
    std::size_t features = 0;
  };
  /// Own weights of which each own symbol has a slice along an axis, and where that is taken from.
  struct Slices {
    const Tensor<float>* from;
    Tensor<float>* to;
    std::size_t axis;
  };
  void own_symbols(Reading& reading, const StreamBatch& stream);
  void gather(const Slices& slices) const;
  std::int32_t symbol_of(std::size_t own, std::size_t known) const;
  double norm(const Reading& reading, std::size_t b, std::size_t t) const;

  Model<float>& original_;
  std::unique_ptr<Model<float>> own_;  ///< where symbols are read
  std::optional<LossPlan<float>> plan_;
  Reading input_, source_;
  std::vector<Slices> slices_;
};

/// Makes every row of a batch what row 0 is.
void repeat_first_row(const Batch& batch, Layout layout, bool whole);

/// Rows of the result that answer sequence b and count, in order of time.
std::vector<std::size_t> counting_rows(const Batch& batch, Layout layout, bool whole, std::size_t b);
/// The position of the input where such a row stands: for a whole answer the last one read.
std::size_t position_of(const Batch& batch, Layout layout, bool whole, std::size_t b, std::size_t row);
/// Leaves out the answer of a row; that of a mixture stays.
void leave_out(const Batch& batch, std::size_t row);
/// Positions of a stream that sequence b has.
std::size_t length_of(const StreamBatch& stream, std::size_t b);

}  // namespace unrolled
