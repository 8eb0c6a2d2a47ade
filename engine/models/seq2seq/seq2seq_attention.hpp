#pragma once
#include <string>

#include "models/parts.hpp"
#include "plan/plan.hpp"

// How a recurrent decoder looks back at what the encoder made of each source position.

namespace unrolled::seq2seq {

enum class Attention {
  none,
  additive,  ///< v' tanh(W q + U k)                    (Bahdanau, Cho and Bengio 2015)
  dot,       ///< q' k                                  (Luong, Pham and Manning 2015)
  general,   ///< q' W k                                (the same)
  scaled,    ///< q' k / sqrt(H)                        (Vaswani et al. 2017)
};

/// For H decoder units and a memory of C values a position; absent where the kind has none.
template <class Real>
struct AttentionParameters {
  Tensor<Real>* query = nullptr;  ///< [H,H], additive
  Tensor<Real>* key = nullptr;    ///< [H,C], additive and general
  Tensor<Real>* score = nullptr;  ///< [1,H], additive
  Affine<Real> combine{};         ///< [H,C+H], bias [H]
};

/// What the decoder attends to, made once for all its steps.
template <class Real>
struct Memory {
  Tensor<Real>* source = nullptr;    ///< [S,B,C], time-major, in the order of the source
  Tensor<Real>* keys = nullptr;      ///< [S,B,H]
  const Indices* lengths = nullptr;  ///< [B] or nullptr
  Tensor<Real>* weights = nullptr;   ///< [B,1,T,S], which all steps share
};

/// source [S,B,C]; queries: how many steps there will be in all.
template <class Real>
Memory<Real> new_memory(Plan<Real>& plan, Attention kind, const AttentionParameters<Real>& parameters,
                        Tensor<Real>& source, const Indices* lengths, std::size_t queries);

/// The attentional hidden state (Luong et al. 2015): tanh(W_c [context; hidden] + b_c), [T,B,H], for hidden [T,B,H],
/// whose first step is step `first` of the decoder. Tap: seq2seq.attention [batch,head,query,key].
template <class Real>
Tensor<Real>& attend(Plan<Real>& plan, const std::string& name, Attention kind,
                     const AttentionParameters<Real>& parameters, const Memory<Real>& memory, Tensor<Real>& hidden,
                     std::size_t first);

}  // namespace unrolled::seq2seq
