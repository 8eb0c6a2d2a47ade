#pragma once
#include <vector>

#include "models/seq2seq/seq2seq_attention.hpp"
#include "models/seq2seq/seq2seq_encoder.hpp"

namespace unrolled::seq2seq {

template <class Real>
struct RecurrentDecoder {
  Cell cell;
  std::size_t hidden_size;
  double dropout;
  Attention attention;
  Tensor<Real>* embedding = nullptr;  ///< [symbols,E]; nullptr where the decoder reads vectors
  std::vector<CellLayer<Real>> layers{};
  Tensor<Real>* feed = nullptr;  ///< [G*H,H]: how the last attentional vector enters; nullptr without input feeding
  AttentionParameters<Real> parameters{};
};

/// Appends the decoder, which starts from the encoder's states, and returns what the head reads at each position of
/// the input, [T,B,H]: the hidden state, or with attention the attentional vector.
template <class Real>
Tensor<Real>& decode(Plan<Real>& plan, const RecurrentDecoder<Real>& decoder, const Inputs& inputs,
                     const Encoded<Real>& encoded);

}  // namespace unrolled::seq2seq
