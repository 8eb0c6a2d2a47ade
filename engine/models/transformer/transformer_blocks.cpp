#include "models/transformer/transformer_blocks.hpp"

#include <cmath>

#include "ops/attention_linear.hpp"
#include "ops/gate.hpp"
#include "ops/rms_norm.hpp"
#include "ops/rotary.hpp"

namespace unrolled {

double attention_deviation(std::size_t width) { return 0.02 * std::sqrt(768.0 / double(width)); }

template <class Real>
Affine<Real> AttentionModel<Real>::input_projection(const std::string& name, std::size_t in) {
  const auto draw = this->uniform(1 / std::sqrt(double(in)));
  return {&this->parameter(name + ".weight", {blocks_.d_model, in}, draw),
          &this->parameter(name + ".bias", {blocks_.d_model}, draw)};
}

template <class Real>
Affine<Real> AttentionModel<Real>::affine(const std::string& name, std::size_t out, std::size_t in, double deviation) {
  return {&this->parameter(name + ".weight", {out, in}, this->normal(deviation)),
          &this->parameter(name + ".bias", {out}, this->constant(0))};
}

template <class Real>
Affine<Real> AttentionModel<Real>::norm(const std::string& name) {
  Affine<Real> made{};
  if (blocks_.norm == Norm::none) return made;
  made.weight = &this->parameter(name + ".weight", {blocks_.d_model}, this->constant(1));
  if (blocks_.norm == Norm::layer) made.bias = &this->parameter(name + ".bias", {blocks_.d_model}, this->constant(0));
  return made;
}

template <class Real>
typename AttentionModel<Real>::Attention AttentionModel<Real>::self_attention(const std::string& name,
                                                                              std::size_t additions) {
  const std::size_t D = blocks_.d_model, rows = blocks_.qkv_width();
  const double deviation = attention_deviation(D);
  Attention made;
  made.q = {&this->parameter(name + ".in_proj_weight", {rows, D}, this->normal(deviation)),
            &this->parameter(name + ".in_proj_bias", {rows}, this->constant(0))};
  made.out = affine(name + ".out_proj", D, D, deviation / std::sqrt(double(additions)));
  return made;
}

template <class Real>
typename AttentionModel<Real>::Attention AttentionModel<Real>::cross_attention(const std::string& name,
                                                                               std::size_t additions) {
  const std::size_t D = blocks_.d_model;
  const double deviation = attention_deviation(D);
  Attention made;
  made.q = affine(name + ".q_proj", D, D, deviation);
  made.kv = affine(name + ".kv_proj", 2 * blocks_.kv_width(), D, deviation);
  made.out = affine(name + ".out_proj", D, D, deviation / std::sqrt(double(additions)));
  return made;
}

template <class Real>
typename AttentionModel<Real>::FeedForward AttentionModel<Real>::feed_forward(const std::string& prefix,
                                                                              std::size_t additions) {
  const std::size_t D = blocks_.d_model, F = blocks_.d_ff;
  const double deviation = attention_deviation(D);
  return {affine(prefix + "linear1", blocks_.bend == Bend::swiglu ? 2 * F : F, D, deviation),
          affine(prefix + "linear2", D, F, deviation / std::sqrt(double(additions)))};
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::normalise(Plan<Real>& plan, const std::string& name, Tensor<Real>& x,
                                              Affine<Real> parameters) {
  if (blocks_.norm == Norm::none) return x;
  plan.begin({.name = name, .kind = PartKind::norm, .width = blocks_.d_model});
  if (blocks_.norm == Norm::layer) return layer_norm(plan, name, x, parameters);
  Tensor<Real>& y = plan.tensor(name, x.shape);
  plan.template add<RmsNormOp<Real>>(x, *parameters.weight, y);
  return y;
}

template <class Real>
AttentionSettings AttentionModel<Real>::settings(const Sight& sight) const {
  AttentionSettings settings{.num_heads = blocks_.num_heads, .num_kv_heads = blocks_.num_kv_heads};
  settings.causal = sight.causal;
  if (blocks_.linear_attention) return settings;
  settings.alibi = blocks_.alibi && !sight.across;
  settings.dropout = blocks_.dropout;
  settings.dropout_id = sight.dropout_id;
  return settings;
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::weigh(Plan<Real>& plan, Columns<Real> q, Columns<Real> k, Columns<Real> v,
                                          const Sight& sight) {
  Tensor<Real>& heads = plan.tensor(sight.tap + ".heads", with_width(q.tensor->shape, blocks_.d_model));
  const AttentionSettings how = settings(sight);
  if (blocks_.linear_attention)
    plan.template add<LinearAttentionOp<Real>>(q, k, v, heads, sight.key_lengths, how);
  else
    plan.template add<MultiheadAttentionOp<Real>>(sight.tap, q, k, v, heads, sight.key_lengths, how);
  return heads;
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::weigh_cached(Plan<Real>& plan, Tensor<Real>& qkv, const Sight& sight) {
  Tensor<Real>& heads = plan.tensor(sight.tap + ".heads", with_width(qkv.shape, blocks_.d_model));
  const AttentionSettings how = settings(sight);
  if (blocks_.linear_attention)
    plan.template add<CachedLinearAttentionOp<Real>>(qkv, heads, how, *sight.place);
  else
    plan.template add<CachedAttentionOp<Real>>(sight.tap, qkv, heads, how, sight.max_length, *sight.place);
  return heads;
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::added(Plan<Real>& plan, const std::string& name, Affine<Real> parameters,
                                          Tensor<Real>& x, std::uint64_t dropout_id, Tensor<Real>& onto) {
  if (blocks_.dropout == 0) return linear(plan, name, x, parameters, {.residual = blocks_.residual ? &onto : nullptr});
  Tensor<Real>& change = linear(plan, name + ".change", x, parameters);
  const std::string left = blocks_.residual ? name + ".dropped" : name;
  Tensor<Real>& kept = dropped(plan, left, change, blocks_.dropout, dropout_id);
  return blocks_.residual ? residual(plan, name, onto, kept) : kept;
}

template <class Real>
void AttentionModel<Real>::begin_attention(Plan<Real>& plan, const Sight& sight) const {
  plan.begin({.name = sight.tap,
              .kind = PartKind::attention,
              .width = blocks_.d_model,
              .heads = blocks_.num_heads,
              .times = sight.times,
              .causal = sight.causal,
              .residual = sight.residual && blocks_.residual,
              .across = sight.across,
              .aside = sight.aside});
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::attend(Plan<Real>& plan, const Attention& parameters, Tensor<Real>& x,
                                           const Sight& sight, Tensor<Real>& onto) {
  begin_attention(plan, sight);
  Tensor<Real>* qkv = &linear(plan, sight.tap + ".qkv", x, parameters.q);
  if (blocks_.rotary) {
    Tensor<Real>& turned = plan.tensor(sight.tap + ".turned", qkv->shape);
    plan.template add<RotaryOp<Real>>(*qkv, turned, blocks_.num_heads + blocks_.num_kv_heads, blocks_.head_width(),
                                      sight.max_length, sight.place);
    qkv = &turned;
  }
  const std::size_t D = blocks_.d_model;
  Tensor<Real>& heads = sight.place != nullptr ? weigh_cached(plan, *qkv, sight)
                                               : weigh(plan, *qkv, {*qkv, D}, {*qkv, D + blocks_.kv_width()}, sight);
  return added(plan, sight.tap + ".out", parameters.out, heads, sight.dropout_id + 1, onto);
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::attend(Plan<Real>& plan, const Attention& parameters, Tensor<Real>& x,
                                           Tensor<Real>& memory, const Sight& sight, Tensor<Real>& onto) {
  begin_attention(plan, sight);
  Tensor<Real>& q = linear(plan, sight.tap + ".q", x, parameters.q);
  Tensor<Real>& kv = linear(plan, sight.tap + ".kv", memory, parameters.kv);
  Tensor<Real>& heads = weigh(plan, q, kv, {kv, blocks_.kv_width()}, sight);
  return added(plan, sight.tap + ".out", parameters.out, heads, sight.dropout_id + 1, onto);
}

template <class Real>
Tensor<Real>& AttentionModel<Real>::feed(Plan<Real>& plan, const std::string& name, const FeedForward& parameters,
                                         Tensor<Real>& x, std::uint64_t dropout_id, Tensor<Real>& onto) {
  plan.begin({.name = name + ".feed_forward",
              .kind = PartKind::feed_forward,
              .width = blocks_.d_model,
              .residual = blocks_.residual});
  Tensor<Real>* bent = nullptr;
  if (blocks_.bend == Bend::swiglu) {
    Tensor<Real>& wide = linear(plan, name + ".linear1", x, parameters.first);
    bent = &plan.tensor(name + ".activation", with_width(wide.shape, blocks_.d_ff));
    plan.template add<SwigluOp<Real>>(wide, *bent);
  } else {
    const Activation bend = blocks_.bend == Bend::relu ? Activation::relu : Activation::gelu;
    bent = &linear(plan, name + ".activation", x, parameters.first, {.activation = bend});
  }
  Tensor<Real>& kept = dropped(plan, name + ".activation_dropped", *bent, blocks_.dropout, dropout_id);
  return added(plan, name + ".linear2", parameters.second, kept, dropout_id + 1, onto);
}

template class AttentionModel<float>;
template class AttentionModel<double>;

}  // namespace unrolled
