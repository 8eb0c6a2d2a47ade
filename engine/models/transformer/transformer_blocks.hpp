#pragma once
#include <string>

#include "models/model.hpp"
#include "models/parts.hpp"
#include "models/transformer/transformer_config.hpp"
#include "ops/attention.hpp"

namespace unrolled {

/// Scale of initial weights: GPT-2's 0.02 belongs to its width of 768. With it a narrow model starts almost silent and
/// loses hundreds of steps: at width 64, 600 steps on Moby Dick, held-out 2.14 nats; with the same variance of sums as
/// GPT-2's (0.07) 1.99; with 0.12, as Glorot would have it, 2.03.
double attention_deviation(std::size_t width);

/// What a model of attention blocks is made of: sublayers of attention and of feed-forward, each with a residual
/// connection and a norm. A family decides which sublayers follow each other.
///
/// Initial weights as in GPT-2 (Radford et al. 2019) in proportion to the width: N(0, 0.02 sqrt(768/D)), what is added
/// to the residual stream divided by the root of the number of such additions, biases 0.
template <class Real>
class AttentionModel : public Model<Real> {
 public:
  Layout layout() const override { return Layout::batch_major; }

 protected:
  /// Of self-attention: q is in_proj, which makes queries, keys and values at once, and kv is empty.
  struct Attention {
    Affine<Real> q{}, kv{}, out{};
  };
  struct FeedForward {
    Affine<Real> first{}, second{};
  };
  /// Where an attention sublayer is, and what it may see.
  struct Sight {
    std::string tap{};  ///< of its weights, and what its tensors are named after
    bool causal = false;
    const Indices* key_lengths = nullptr;  ///< [B]; nullptr: all keys
    std::uint64_t dropout_id = 0;          ///< this one for the weights, the next for the result
    const Indices* place = nullptr;        ///< {1}: of a plan of one position, with a cache of the earlier ones
    std::size_t max_length = 0;            ///< for caches and turned pairs
    bool across = false;                   ///< into another sequence, from which nothing has a distance
    std::size_t times = 1;                 ///< Part::times, residual and aside
    bool residual = true, aside = false;
  };

  explicit AttentionModel(BlockConfig blocks) : blocks_(blocks) {}

  /// Numbers from -bound to bound, PyTorch's start of a linear layer, for what enters the model: weight [out,in], bias.
  Affine<Real> input_projection(const std::string& name, std::size_t in);
  Affine<Real> affine(const std::string& name, std::size_t out, std::size_t in, double deviation);
  Affine<Real> norm(const std::string& name);
  /// `additions`: how many sublayers add to the same residual stream.
  Attention self_attention(const std::string& name, std::size_t additions);
  Attention cross_attention(const std::string& name, std::size_t additions);
  FeedForward feed_forward(const std::string& prefix, std::size_t additions);

  Tensor<Real>& normalise(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Affine<Real> parameters);
  /// x plus a change made of the normed x, or the norm of the sum: BlockConfig::norm_first. add(seen, x) gives the sum.
  template <class Add>
  Tensor<Real>& sublayer(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Affine<Real> parameters, Add add) {
    return plan.section([&]() -> Tensor<Real>& {
      if (blocks_.norm_first) return add(normalise(plan, name + ".norm", x, parameters), x);
      return normalise(plan, name + ".norm", add(x, x), parameters);
    });
  }
  /// onto plus what one sequence sees of itself.
  Tensor<Real>& attend(Plan<Real>& plan, const Attention& parameters, Tensor<Real>& x, const Sight& sight,
                       Tensor<Real>& onto);
  /// onto plus what x [B,Q,D] sees of memory [B,K,D].
  Tensor<Real>& attend(Plan<Real>& plan, const Attention& parameters, Tensor<Real>& x, Tensor<Real>& memory,
                       const Sight& sight, Tensor<Real>& onto);
  /// onto plus the feed-forward network's result. Dropout at two places, under `dropout_id` and the next.
  Tensor<Real>& feed(Plan<Real>& plan, const std::string& name, const FeedForward& parameters, Tensor<Real>& x,
                     std::uint64_t dropout_id, Tensor<Real>& onto);

  const BlockConfig blocks_;

 private:
  void begin_attention(Plan<Real>& plan, const Sight& sight) const;
  AttentionSettings settings(const Sight& sight) const;
  Tensor<Real>& weigh(Plan<Real>& plan, Columns<Real> q, Columns<Real> k, Columns<Real> v, const Sight& sight);
  Tensor<Real>& weigh_cached(Plan<Real>& plan, Tensor<Real>& qkv, const Sight& sight);
  /// onto plus dropout of x W' + bias, in one pass where nothing is dropped.
  Tensor<Real>& added(Plan<Real>& plan, const std::string& name, Affine<Real> parameters, Tensor<Real>& x,
                      std::uint64_t dropout_id, Tensor<Real>& onto);
};

}  // namespace unrolled
