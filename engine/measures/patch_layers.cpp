// Where families keep what each layer shows.
#include "measures/patching.hpp"

namespace unrolled {
namespace {

/// Tensors and layers of one model, as long as there are some.
class PatchList {
 public:
  PatchList(const Configured& configured, Arena<float>& arena) : configured_(configured), arena_(arena) {}

  const Options& options() const { return configured_.options; }
  bool has(const std::string& name) { return arena_.find(name) != nullptr; }
  /// The last of these that there is: what a later op made of an earlier tensor.
  std::string last_of(const std::vector<std::string>& names) {
    std::string last;
    for (const std::string& name : names)
      if (has(name)) last = name;
    return last;
  }
  void add(PatchLayer layer) {
    if (has(layer.shown)) layers.push_back(std::move(layer));
  }
  /// Positions of what is read at every layer: `result` is what comes after a layer's name.
  void add_stack(const std::string& name, const std::string& result, bool source, const std::string& embedded) {
    add({source ? "encoder.embedded" : "embedded", embedded, source});
    for (std::size_t l = 0; has(name + std::to_string(l) + result); ++l)
      add({name + std::to_string(l), name + std::to_string(l) + result, source});
  }

  std::vector<PatchLayer> layers;

 private:
  const Configured& configured_;
  Arena<float>& arena_;
};

void list_transformer(PatchList& list) {
  const bool normed = list.options().text("norm") == "post" && list.options().text("normalisation") != "none";
  const std::string result = normed ? ".output.norm" : ".linear2";
  for (const std::string name : {"transformer.encoder.", "transformer."})
    list.add_stack(name, result, name != "transformer.",
                   list.last_of({name + "embedded", name + "placed", name + "input.dropped"}));
}

void list_conv_seq2seq(PatchList& list) {
  for (const std::string part : {"encoder", "decoder"})
    list.add_stack(part + ".", ".output", part == "encoder",
                   list.last_of({part + ".placed", part + ".placed.dropped"}));
}

void list_recurrent(PatchList& list, const std::string& kind) {
  for (std::size_t l = 0; list.has(kind + "." + std::to_string(l) + ".hidden"); ++l)
    for (const bool reverse : {false, true}) {
      const std::string name = kind + "." + std::to_string(l) + (reverse ? ".reverse" : "");
      const std::string fed = "gate_input_l" + std::to_string(l) + (reverse ? "_reverse" : "");
      PatchLayer layer{name, name + ".hidden"};
      layer.fed = {list.last_of({fed, fed + ".normed"})};
      if (reverse) layer.order = StepOrder::reversed;
      list.add(std::move(layer));
    }
}

void list_state_space(PatchList& list) {
  for (std::size_t l = 0; list.has("state_space." + std::to_string(l) + ".hidden"); ++l) {
    const std::string name = "state_space." + std::to_string(l);
    PatchLayer layer{name, name + ".hidden"};
    for (const char* fed : {".keep", ".add", ".entering"})
      if (list.has(name + fed)) layer.fed.push_back(name + fed);
    list.add(std::move(layer));
  }
}

void list_seq2seq(PatchList& list) {
  const bool reversed = list.options().boolean("reverse_source");
  for (const bool backward : {false, true})
    for (std::size_t l = 0;; ++l) {
      const std::string name = std::string("seq2seq.encoder") + (backward ? "_reverse." : ".") + std::to_string(l);
      PatchLayer layer{name, name + ".reading.hidden", true};
      if (!list.has(layer.shown)) break;
      layer.fed = {name + ".gate_input"};
      layer.order = backward != reversed ? StepOrder::flipped : StepOrder::from_end;
      list.add(std::move(layer));
    }
  if (list.options().text("attention") != "none" && list.options().boolean("input_feeding")) return;
  for (std::size_t l = 0; list.has("seq2seq.decoder." + std::to_string(l) + ".hidden"); ++l) {
    const std::string name = "seq2seq.decoder." + std::to_string(l), below = "seq2seq.encoder." + std::to_string(l);
    PatchLayer layer{name, name + ".hidden"};
    layer.fed = {l == 0 ? "decoder.gate_input" : name + ".gate_input"};
    for (const char* state : {".merged_hidden", ".merged_cell"})
      if (list.has(below + state)) layer.initial.push_back(below + state);
    for (const char* state : {".final.hidden", ".final.cell"})
      if (!list.has(below + ".merged_hidden") && list.has(below + state)) layer.initial.push_back(below + state);
    list.add(std::move(layer));
  }
}

}  // namespace

std::vector<PatchLayer> patch_layers(const Configured& configured, Arena<float>& plan) {
  PatchList list(configured, plan);
  const std::string& kind = configured.kind;
  if (kind == "transformer")
    list_transformer(list);
  else if (kind == "set_transformer")
    list.add_stack("set_transformer.", list.options().boolean("layer_norm") ? ".output.norm" : ".linear2", false,
                   "set_transformer.embedded");
  else if (kind == "conv_seq2seq")
    list_conv_seq2seq(list);
  else if (kind == "state_space")
    list_state_space(list);
  else if (kind == "seq2seq")
    list_seq2seq(list);
  else if (kind == "rnn" || kind == "gru" || kind == "lstm")
    list_recurrent(list, kind);
  return std::move(list.layers);
}

}  // namespace unrolled
