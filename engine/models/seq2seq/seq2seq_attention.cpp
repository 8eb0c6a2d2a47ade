#include "models/seq2seq/seq2seq_attention.hpp"

#include <cmath>

#include "ops/additive.hpp"
#include "ops/align.hpp"
#include "ops/sequence.hpp"

namespace unrolled::seq2seq {
namespace {

template <class Real>
Tensor<Real>& scores(Plan<Real>& plan, const std::string& name, Attention kind,
                     const AttentionParameters<Real>& parameters, const Memory<Real>& memory, Tensor<Real>& hidden) {
  const std::size_t T = hidden.shape[0], B = hidden.shape[1], S = memory.keys->shape[0];
  if (kind == Attention::additive) {
    Tensor<Real>& query = linear(plan, name + ".query", hidden, {parameters.query, nullptr});
    Tensor<Real>& y = plan.tensor(name + ".scores", {B, T, S});
    plan.template add<AdditiveScoresOp<Real>>(query, *memory.keys, memory.lengths, *parameters.score, y);
    return y;
  }
  const double scale = kind == Attention::scaled ? 1 / std::sqrt(double(hidden.shape.last())) : 1;
  Tensor<Real>& y = plan.tensor(name + ".scores", {B, T, S});
  plan.template add<DotScoresOp<Real>>(hidden, *memory.keys, memory.lengths, scale, y);
  return y;
}

}  // namespace

template <class Real>
Memory<Real> new_memory(Plan<Real>& plan, Attention kind, const AttentionParameters<Real>& parameters,
                        Tensor<Real>& source, const Indices* lengths, std::size_t queries) {
  const bool projected = kind == Attention::additive || kind == Attention::general;
  if (projected) {
    plan.at_source(true);
    plan.begin({.name = "seq2seq.keys", .kind = PartKind::feed_forward, .width = parameters.key->shape[0]});
    plan.at_source(false);
  }
  Tensor<Real>& keys = projected ? linear(plan, "attention.keys", source, {parameters.key, nullptr}) : source;
  const Shape shape{source.shape[1], 1, queries, source.shape[0]};
  return {&source, &keys, lengths, &plan.tensor("attention.weights", shape, Grad::no)};
}

template <class Real>
Tensor<Real>& attend(Plan<Real>& plan, const std::string& name, Attention kind,
                     const AttentionParameters<Real>& parameters, const Memory<Real>& memory, Tensor<Real>& hidden,
                     std::size_t first) {
  plan.begin({.name = "seq2seq.attention",
              .kind = PartKind::attention,
              .width = hidden.shape.last(),
              .residual = true,
              .across = true});
  Tensor<Real>& score = scores(plan, name, kind, parameters, memory, hidden);
  const std::size_t context_width = memory.source->shape.last();
  Tensor<Real>& context = plan.tensor(name + ".context", with_width(hidden.shape, context_width));
  plan.template add<AlignOp<Real>>("seq2seq", score, *memory.source, memory.lengths, context, *memory.weights, first);
  Tensor<Real>& both = plan.tensor(name + ".both", with_width(hidden.shape, context_width + hidden.shape.last()));
  plan.template add<ConcatOp<Real>>(context, hidden, both);
  Tensor<Real>& combined = linear(plan, name + ".combined", both, parameters.combine);
  return activated(plan, name + ".attentional", Activation::tanh, combined);
}

#define UNROLLED_INSTANTIATE(Real)                                                                            \
  template Memory<Real> new_memory(Plan<Real>&, Attention, const AttentionParameters<Real>&, Tensor<Real>&,   \
                                   const Indices*, std::size_t);                                              \
  template Tensor<Real>& attend(Plan<Real>&, const std::string&, Attention, const AttentionParameters<Real>&, \
                                const Memory<Real>&, Tensor<Real>&, std::size_t);
UNROLLED_INSTANTIATE(float)
UNROLLED_INSTANTIATE(double)
#undef UNROLLED_INSTANTIATE

}  // namespace unrolled::seq2seq
