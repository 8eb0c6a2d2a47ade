#include "models/registry.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "models/convolution/conv.hpp"
#include "models/convolution/conv_seq2seq.hpp"
#include "models/convolution/image_conv.hpp"
#include "models/convolution/pervasive.hpp"
#include "models/recurrent/gru.hpp"
#include "models/recurrent/lstm.hpp"
#include "models/recurrent/rnn.hpp"
#include "models/recurrent/state_space.hpp"
#include "models/seq2seq/seq2seq.hpp"
#include "models/transformer/set_transformer.hpp"
#include "models/transformer/transformer.hpp"
#include "models/window/mlp.hpp"
#include "models/window/ngram.hpp"

namespace unrolled {

const std::vector<const ModelKind*>& model_kinds() {
  static const std::vector<const ModelKind*> kinds{
      &rnn_kind(),          &gru_kind(),       &lstm_kind(),       &seq2seq_kind(),     &conv_kind(),
      &conv_seq2seq_kind(), &pervasive_kind(), &image_conv_kind(), &transformer_kind(), &set_transformer_kind(),
      &state_space_kind(),  &mlp_kind(),       &ngram_kind()};
  return kinds;
}

const std::vector<OptionGroup>& model_groups() {
  static const std::vector<OptionGroup> groups = [] {
    std::vector<OptionGroup> list;
    for (const ModelKind* kind : model_kinds()) list.push_back(kind->group);
    return list;
  }();
  return groups;
}

const ModelKind& model_kind(const std::string& kind) {
  const auto at = std::ranges::find_if(model_kinds(), [&](const ModelKind* k) { return k->group.kind == kind; });
  if (at == model_kinds().end()) throw std::logic_error("no model \"" + kind + "\"");
  return **at;
}

template <class Real>
std::unique_ptr<Model<Real>> make_model(const Configured& configured, Signature signature) {
  using Make = std::unique_ptr<Model<Real>> (*)(const Options&, Signature);
  static const std::map<std::string, Make> makers{{"rnn", make_rnn<Real>},
                                                  {"gru", make_gru<Real>},
                                                  {"lstm", make_lstm<Real>},
                                                  {"seq2seq", make_seq2seq<Real>},
                                                  {"conv", make_conv<Real>},
                                                  {"conv_seq2seq", make_conv_seq2seq<Real>},
                                                  {"pervasive", make_pervasive<Real>},
                                                  {"image_conv", make_image_conv<Real>},
                                                  {"mlp", make_mlp<Real>},
                                                  {"transformer", make_transformer<Real>},
                                                  {"set_transformer", make_set_transformer<Real>},
                                                  {"state_space", make_state_space<Real>}};
  const auto at = makers.find(configured.kind);
  if (at == makers.end()) throw std::logic_error("no model \"" + configured.kind + "\" that is trained");
  return at->second(configured.options, signature);
}

std::size_t count_parameters(const Configured& configured, Signature signature) {
  return make_model<float>(configured, signature)->parameter_count();
}

template std::unique_ptr<Model<float>> make_model(const Configured&, Signature);
template std::unique_ptr<Model<double>> make_model(const Configured&, Signature);

}  // namespace unrolled
