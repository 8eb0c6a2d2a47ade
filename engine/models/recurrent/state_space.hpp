#pragma once
#include <memory>

#include "models/kind.hpp"
#include "models/model.hpp"

namespace unrolled {

/// "state_space": a stack of residual blocks around a linear recurrence: x + mix(LayerNorm(x)), then, unless it has none,
/// x + linear2(GELU(linear1(LayerNorm(x)))); a last LayerNorm; a linear head. The recurrence is a minGRU or a minLSTM,
/// whose gates know the input alone (Feng et al. 2024), or a diagonal linear system, y = C h + D u with
/// h[t] = lambda h[t-1] + gamma B u (LRU, Orvieto et al. 2023), lambda complex or real.
///
/// Parameters, D = hidden_size, N = state_size, P = 2 for a complex system and 1 for a real one: embedding.weight [V,D], or
/// of numbers input.weight [D,F] and input.bias; in block l, layers.l.norm1.weight/bias [D], layers.l.norm2.weight/bias,
/// layers.l.linear1.weight [R*D,D], linear2.weight [D,R*D] and biases; norm.weight/bias; head.weight [O,D], head.bias.
/// Of a gated cell layers.l.mix.weight [G*D,D] and .bias, rows in the order z n or f i n. Of a diagonal one
/// layers.l.mix.nu_log, theta_log (complex only), gamma_log [N]; B [P*N,D] and C [D,P*N], which meet the real parts
/// first and then the imaginary parts (C's second half is minus the imaginary part of the paper's C); D [D].
const ModelKind& state_space_kind();

template <class Real>
std::unique_ptr<Model<Real>> make_state_space(const Options& options, Signature signature);

}  // namespace unrolled
