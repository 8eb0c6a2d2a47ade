#pragma once
#include <cstddef>

#include "core/options.hpp"

namespace unrolled {

enum class Norm { layer, rms, none };
enum class Bend { relu, gelu, swiglu };  ///< what stands between the two layers of a feed-forward network

/// What all blocks of a model of attention have in common.
struct BlockConfig {
  std::size_t d_model, num_heads, num_kv_heads, d_ff;
  Norm norm = Norm::layer;
  /// "pre", x + f(norm(x)) (Xiong et al. 2020), or "post", norm(x + f(x)) (Vaswani et al. 2017).
  bool norm_first = false;
  bool residual = true;  ///< without, a sublayer's result takes the place of x
  Bend bend = Bend::relu;
  bool linear_attention = false, alibi = false, rotary = false;
  double dropout = 0;

  std::size_t head_width() const { return d_model / num_heads; }
  std::size_t kv_width() const { return num_kv_heads * head_width(); }
  std::size_t qkv_width() const { return d_model + 2 * kv_width(); }
};

enum class Topology { decoder, encoder, encoder_decoder };
/// How the input says where it stands; RoPE and ALiBi say it within attention.
enum class Position { none, learned, sinusoidal };

struct TransformerConfig {
  BlockConfig blocks;
  Topology topology;
  Position position;
  std::size_t num_layers;
  bool tied;
};

TransformerConfig transformer_config(const Options& options);

}  // namespace unrolled
