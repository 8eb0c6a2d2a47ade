#pragma once
#include <vector>

#include "models/parts.hpp"
#include "models/seq2seq/seq2seq_cell.hpp"
#include "plan/batch.hpp"

namespace unrolled::seq2seq {

/// One layer in one direction, or in both with linear layers that make one final state of the two.
template <class Real>
struct EncoderLayer {
  CellLayer<Real> forward{}, backward{};
  Affine<Real> merge_hidden{}, merge_cell{};  ///< [H,2H], bias [H]; where the encoder is bidirectional
};

template <class Real>
struct RecurrentEncoder {
  Cell cell;
  std::size_t hidden_size;
  bool bidirectional;
  bool reversed;  ///< the forward direction reads from the end (Sutskever, Vinyals and Le 2014)
  bool sums;      ///< the memory of both directions is their sum [S,B,H], else they stand side by side [S,B,2H]
  double dropout;
  Tensor<Real>* embedding = nullptr;  ///< [symbols,E]; nullptr where the source is vectors
  std::vector<EncoderLayer<Real>> layers{};
};

template <class Real>
struct Encoded {
  std::vector<RecurrentState<Real>> states;  ///< of each layer after a row's last symbol, [B,H]
  Tensor<Real>* memory = nullptr;            ///< [S,B,H or 2H] in the order of the source, if it was asked for
};

/// Appends the encoder. Every direction reads rows that *end* with the batch, since then its final state is that of
/// each row's last symbol, however long the row is: the padding, put first, leaves the state at zero.
template <class Real>
Encoded<Real> encode(Plan<Real>& plan, const RecurrentEncoder<Real>& encoder, const Stream& source, bool with_memory);

}  // namespace unrolled::seq2seq
