#include "models/places/builder.hpp"

namespace unrolled {

void hold_at_zero(Holding& holding, Slice slice) { holding.rewrites.push_back({std::move(slice), zero_value}); }

const Shape* PlaceBuilder::find(const std::string& name) const {
  for (const auto& [known, shape] : parameters_)
    if (known == name) return &shape;
  return nullptr;
}

PlaceGroup& PlaceBuilder::add(std::string name, std::string_view part, std::size_t count) {
  PlaceGroup& group = groups.emplace_back();
  group.name = std::move(name), group.part = part, group.count = count;
  return group;
}

Slice PlaceBuilder::row(const std::string& name, std::size_t first) const {
  const std::size_t wide = shape(name).count() / shape(name)[0];
  return {name, first * wide, wide, wide};
}

Slice PlaceBuilder::rows(const std::string& name, std::size_t first, std::size_t count) const {
  const std::size_t wide = shape(name).count() / shape(name)[0];
  return {name, first * wide, 0, count * wide};
}

Slice PlaceBuilder::whole(const std::string& name) const { return {name, 0, 0, shape(name).count()}; }

Slice PlaceBuilder::columns(const std::string& name, std::size_t width) const {
  const Shape& of = shape(name);
  return {name, 0, width, width, of[0], of.count() / of[0]};
}

namespace {

std::string numbered(const std::string& prefix, std::size_t l) { return prefix + std::to_string(l); }

/// Heads are read by way of their columns of the projection behind them.
void add_heads(PlaceBuilder& builder, const std::string& name, const std::string& out, std::size_t heads,
               std::size_t width, std::string shown) {
  PlaceGroup& group = builder.add(name, "head", heads);
  group.shown = std::move(shown);
  Holding& holding = group.holdings.emplace_back();
  holding.least = -1e6, holding.most = 1e6;
  holding.columns = builder.columns(out + ".weight", width / heads);
  holding.bias = out + ".bias";
}

void add_self_attention(PlaceBuilder& builder, const std::string& name, const std::string& parameters) {
  const std::string out = parameters + ".out_proj";
  const std::size_t heads = builder.options().integer("num_heads"), width = builder.shape(out + ".weight")[1];
  const bool across = name.ends_with(".cross");
  add_heads(builder, name, out, heads, width, name + (across ? "_attention.heads" : ".attention.heads"));
  std::vector<Slice>& own = builder.groups.back().holdings[0].own;
  for (const char* in : {".in_proj_weight", ".in_proj_bias", ".q_proj.weight", ".q_proj.bias"}) {
    if (!builder.has(parameters + in)) continue;
    Slice slice = builder.row(parameters + in);  // of the queries; keys and values may be others' too
    slice.step *= width / heads, slice.count *= width / heads;
    own.push_back(std::move(slice));
  }
}

/// What a layer adds is zero: these linear layers give nothing.
void add_layer(PlaceBuilder& builder, const std::string& name, const std::string& prefix,
               const std::vector<std::string>& additions) {
  Holding layer;
  for (const std::string& addition : additions)
    for (const char* end : {".weight", ".bias"}) hold_at_zero(layer, builder.whole(addition + end));
  own_all(builder, layer, prefix);
  builder.add(name, "layer", 1).holdings.push_back(std::move(layer));
}

void add_transformer_stack(PlaceBuilder& builder, const std::string& prefix, const std::string& name) {
  for (std::size_t l = 0; builder.has(numbered(prefix + "layers.", l) + ".linear2.weight"); ++l) {
    const std::string at = numbered(prefix + "layers.", l), layer = numbered(name, l);
    std::vector<std::string> additions{at + ".self_attn.out_proj", at + ".linear2"};
    add_self_attention(builder, layer, at + ".self_attn");
    if (builder.has(at + ".multihead_attn.out_proj.weight")) {
      add_self_attention(builder, layer + ".cross", at + ".multihead_attn");
      additions.push_back(at + ".multihead_attn.out_proj");
    }
    add_feed_places(builder, layer + ".feed", at + ".linear1", at + ".linear2", layer + ".activation");
    add_layer(builder, layer, at + ".", additions);
  }
}

void add_mab(PlaceBuilder& builder, const std::string& name, const std::string& mab) {
  if (!builder.has(mab + ".out_proj.weight")) return;
  add_self_attention(builder, name, mab);
  add_feed_places(builder, name + ".feed", mab + ".linear1", mab + ".linear2", name + ".activation");
  add_layer(builder, name, mab + ".", {mab + ".out_proj", mab + ".linear2"});
}

void add_set_transformer(PlaceBuilder& builder) {
  for (std::size_t l = 0; l < builder.options().integer("num_layers"); ++l) {
    const std::string name = numbered("set_transformer.", l), at = numbered("layers.", l);
    add_mab(builder, name + ".inducing", at + ".mab0");
    add_mab(builder, name, at + ".mab");
    add_mab(builder, name, at + ".mab1");
  }
  add_mab(builder, "set_transformer.pooling", "pooling.mab");
  add_mab(builder, "set_transformer.decoder", "decoder.mab");
}

/// Channels of a convolution that a bend follows which leaves 0 as it is, or, where half of them gate the other half, of the
/// first half. Behind a padded border no bias can say another constant.
void add_channels(PlaceBuilder& builder, const std::string& name, const std::string& conv, std::size_t channels) {
  Holding& holding = builder.add(name, "unit", channels).holdings.emplace_back();
  for (const char* end : {".weight", ".bias"}) hold_at_zero(holding, builder.row(conv + end));
}

/// A layer that adds what such channels give.
void add_channel_layer(PlaceBuilder& builder, const std::string& name, const std::string& prefix,
                       const std::string& conv, std::size_t channels) {
  Holding layer;
  for (const char* end : {".weight", ".bias"}) hold_at_zero(layer, builder.rows(conv + end, 0, channels));
  own_all(builder, layer, prefix);
  builder.add(name, "layer", 1).holdings.push_back(std::move(layer));
}

void add_conv(PlaceBuilder& builder) {
  const std::size_t channels = builder.options().integer("channels");
  for (std::size_t l = 0; builder.has(numbered("layers.", l) + ".conv1.weight"); ++l) {
    const std::string name = numbered("conv.", l), at = numbered("layers.", l) + ".";
    add_channels(builder, name, at + "conv1", channels);
    const std::string last = at + (builder.options().boolean("gated") ? "conv1" : "conv2");
    add_channel_layer(builder, name, at, last, channels);
  }
}

void add_conv_seq2seq(PlaceBuilder& builder, const std::string& part, const std::string& called) {
  const std::size_t channels = builder.options().integer("channels");
  for (std::size_t l = 0; builder.has(numbered(part + ".layers.", l) + ".conv.weight"); ++l) {
    const std::string at = numbered(part + ".layers.", l), name = numbered(called, l), out = at + ".out";
    const bool attends = builder.has(out + ".weight");
    if (attends)
      add_heads(builder, name, out, 1, builder.shape(out + ".weight")[1], numbered("decoder.", l) + ".found");
    add_channels(builder, name, at + ".conv", channels);
    add_channel_layer(builder, name, at + ".", at + ".conv", channels);
    if (!attends) continue;
    for (const char* end : {".weight", ".bias"})
      hold_at_zero(builder.groups.back().holdings[0], builder.whole(out + end));
  }
}

void add_pervasive(PlaceBuilder& builder) {
  for (std::size_t l = 0; builder.has(numbered("layers.", l) + ".conv2.weight"); ++l) {
    const std::string name = numbered("pervasive.", l), at = numbered("layers.", l) + ".";
    const std::size_t growth = builder.options().integer("growth");
    add_channels(builder, name, at + "conv2", growth);
    add_channel_layer(builder, name, at, at + "conv2", growth);
  }
}

void add_image_conv(PlaceBuilder& builder) {
  for (std::size_t l = 0; builder.has(numbered("convs.", l) + ".weight"); ++l) {
    const std::string conv = numbered("convs.", l);
    add_channels(builder, numbered("image_conv.", l), conv, builder.shape(conv + ".bias").count());
  }
  add_feed_places(builder, "image_conv.linear1", "linear1", "head", "linear1.relu");
}

void add_mlp(PlaceBuilder& builder) {
  for (std::size_t l = 0; builder.has(numbered("layers.", l) + ".weight"); ++l) {
    const std::string next = numbered("layers.", l + 1);
    add_feed_places(builder, numbered("mlp.", l), numbered("layers.", l), builder.has(next + ".bias") ? next : "head",
                    numbered("mlp.", l) + ".hidden");
  }
}

std::size_t gates_of(const std::string& cell) { return cell == "rnn" ? 1 : cell == "gru" ? 3 : 4; }

std::string recurrent_name(const std::string& parameters, std::size_t layer, bool backwards) {
  return numbered(parameters + ".", layer) + (backwards ? ".reverse" : "");
}
std::string seq2seq_name(const std::string& parameters, std::size_t layer, bool backwards) {
  return numbered("seq2seq." + parameters + (backwards ? "_reverse." : "."), layer);
}

void add_seq2seq(PlaceBuilder& builder) {
  const std::size_t gates = gates_of(builder.options().text("cell"));
  add_recurrent_places(builder, "encoder", gates, seq2seq_name);
  add_recurrent_places(builder, "decoder", gates, seq2seq_name);
  const std::string combine = "attention.combine";
  if (!builder.has(combine + ".weight")) return;
  const Shape& shape = builder.shape(combine + ".weight");  // [H,C+H]: what is seen, then the decoder's own
  add_heads(builder, "seq2seq", combine, 1, shape[1] - shape[0],
            builder.options().boolean("input_feeding") ? "" : "attention.context");
}

void add_places(PlaceBuilder& builder, const std::string& kind) {
  if (kind == "rnn" || kind == "gru" || kind == "lstm")
    add_recurrent_places(builder, kind, gates_of(kind), recurrent_name);
  else if (kind == "seq2seq")
    add_seq2seq(builder);
  else if (kind == "state_space")
    add_state_space_places(builder);
  else if (kind == "transformer")
    add_transformer_stack(builder, "encoder.", "transformer.encoder."),
        add_transformer_stack(builder, "", "transformer.");
  else if (kind == "set_transformer")
    add_set_transformer(builder);
  else if (kind == "conv")
    add_conv(builder);
  else if (kind == "conv_seq2seq")
    add_conv_seq2seq(builder, "encoder", "conv_seq2seq.encoder."),
        add_conv_seq2seq(builder, "decoder", "conv_seq2seq.");
  else if (kind == "pervasive")
    add_pervasive(builder);
  else if (kind == "image_conv")
    add_image_conv(builder);
  else if (kind == "mlp")
    add_mlp(builder);
}

}  // namespace

void add_feed_places(PlaceBuilder& builder, const std::string& name, const std::string& first,
                     const std::string& second, const std::string& shown) {
  if (!builder.has(first + ".weight") || !builder.has(second + ".bias")) return;
  const std::size_t units = builder.shape(second + ".weight")[1];
  PlaceGroup& group = builder.add(name, "unit", units);
  group.shown = shown;
  Holding& holding = group.holdings.emplace_back();
  holding.least = -1e6, holding.most = 1e6;
  holding.columns = builder.columns(second + ".weight", 1);
  holding.bias = second + ".bias";
  for (const char* end : {".weight", ".bias"}) {
    Slice row = builder.row(first + end);  // of each half where one gates the other
    row.blocks = builder.shape(first + end)[0] / units, row.stride = units * row.count;
    holding.own.push_back(std::move(row));
  }
}

void own_all(const PlaceBuilder& builder, Holding& layer, const std::string& prefix) {
  for (const auto& [name, shape] : builder.parameters())
    if (name.starts_with(prefix)) layer.own.push_back(builder.whole(name));
}

std::vector<PlaceGroup> places_of(const Configured& configured, const ParameterShapes& parameters) {
  PlaceBuilder builder(configured, parameters);
  add_places(builder, configured.kind);
  for (PlaceGroup& group : builder.groups)
    if (group.name.starts_with("transformer.encoder.")) group.of_source = true;
  for (const auto& [name, shape] : parameters)
    builder.add(name, "parameter", 1).holdings.emplace_back().own.push_back(builder.whole(name));
  return std::move(builder.groups);
}

}  // namespace unrolled
