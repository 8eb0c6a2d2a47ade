#include "models/recurrent/recurrent_kind.hpp"

#include <algorithm>
#include <iterator>

#include "models/fit.hpp"

namespace unrolled {
namespace {

OptionTable size_options() {
  return {
      Option::choice("input", {{"learned", "Learned embedding"}, {"one_hot", "One-hot"}}, "Input",
                     "How a symbol enters: as a learned vector, or as a 1 among zeros.")
          .needing("symbols"),
      Option::integer("embedding_size", 64, 1, 512, "Embedding size",
                      "Numbers in the learned vector that stands for one symbol.")
          .in("numbers")
          .by(8)
          .logarithmic()
          .only_if("input", {"learned"})
          .needing("symbols"),
      Option::integer("hidden_size", 128, 1, 1024, "Hidden size",
                      "Units of memory in each layer: more remember more, and cost more time.")
          .in("units")
          .by(8)
          .logarithmic(),
      Option::integer("num_layers", 1, 1, 4, "Layers", "Recurrent layers, each reading the one below.").in("layers"),
      Option::boolean("bidirectional", false, "Both directions",
                      "A second network reads each sequence from its end, so that every answer knows what comes before "
                      "and what comes after."),
  };
}

OptionTable dropout_options() {
  return {
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of the units between layers that is left out at random while training, against "
                     "learning by heart.")
          .by(0.05)
          .only_if("num_layers", {2.0, 3.0, 4.0}),
  };
}

std::vector<Form> recurrent_forms(const Options& options) {
  if (options.boolean("bidirectional")) return {Form::single, Form::aligned};
  return left_to_right_forms(options);
}

void recurrent_fits(const Options& options, const Signature& signature, const std::string& where) {
  require_one_stream(options, signature, where);
  if (options.boolean("bidirectional") && signature.causal) refuse_task(where + ".bidirectional", "fit.both_ahead");
}

}  // namespace

OptionTable recurrent_options(OptionTable own) {
  OptionTable all = size_options();
  std::ranges::move(own, std::back_inserter(all));
  std::ranges::move(dropout_options(), std::back_inserter(all));
  return all;
}

RecurrentConfig recurrent_config(const Options& options) {
  return {options.text("input") == "one_hot" ? 0 : options.integer("embedding_size"), options.integer("hidden_size"),
          options.integer("num_layers"), options.number("dropout"), options.boolean("bidirectional")};
}

ModelKind recurrent_kind(OptionGroup group, std::vector<TapNote> own_taps) {
  std::vector<TapNote> taps = std::move(own_taps);
  taps.push_back({std::string(group.kind) + ".{layer}.hidden_grad",
                  {"time", "batch", "unit"},
                  "Blame",
                  "How strongly the loss depends on each unit at each moment."});
  taps.push_back(
      {"probabilities", {"time", "batch", "token"}, "Prediction", "The probability of every symbol as the answer."});
  return {std::move(group), std::move(taps), {"hidden_size", "", ""}, nullptr, recurrent_forms, recurrent_fits};
}

void require_one_stream(const Options&, const Signature& signature, const std::string& where) {
  if (signature.pairs()) refuse_task(where, "fit.one_stream");
}

}  // namespace unrolled
