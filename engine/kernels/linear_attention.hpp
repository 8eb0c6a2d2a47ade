#pragma once
#include "kernels/attention.hpp"

namespace unrolled {

// Linear attention (Katharopoulos et al. 2020): with phi(x) = elu(x) + 1, a = phi(q) and c = phi(k),
// out[t] = S[t]' a[t] / (a[t] . z[t]), S[t] = sum_s c[s] v[s]', z[t] = sum_s c[s], over the keys that t sees: a softmax
// attention whose exp(q . k) is a . c, and whose past is a matrix of fixed size. Of AttentionInputs it takes q, k, v
// and key_lengths. Where t sees no key, out is zero.

/// Elements of scratch that forward and backward need: what one head of one sequence works on at a time.
std::size_t linear_attention_scratch(AttentionDims d);

/// out [B,Q,width]; inverse [B,heads,Q]: 1 / (a[t] . z[t]), kept for backward.
template <class Real>
void linear_attention_forward(AttentionDims d, const AttentionInputs<Real>& in, std::span<Real> out,
                              std::span<Real> inverse, std::span<Real> scratch);

/// dq, dk, dv += from dout, with what forward left. The sums are made again, on the way back for the keys' side.
template <class Real>
void linear_attention_backward(AttentionDims d, const AttentionInputs<Real>& in, std::span<const Real> out,
                               std::span<const Real> inverse, std::span<const Real> dout,
                               AttentionGradients<Real> gradients, std::span<Real> scratch);

/// One more position of one sequence (d.batch = d.queries = d.keys = 1): the same bits as its row of a causal
/// linear_attention_forward. memory [heads,head_width,head_width+1]: S and z of each head so far, zero at the
/// beginning, and changed. scratch: as above.
template <class Real>
void linear_attention_step(AttentionDims d, const AttentionInputs<Real>& in, std::span<Real> memory,
                           std::span<Real> out, std::span<Real> scratch);

}  // namespace unrolled
