#include "models/registry.hpp"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

#include "models/lstm.hpp"
#include "models/ngram.hpp"
#include "models/rnn.hpp"
#include "models/transformer.hpp"

namespace unrolled {

const std::vector<const ModelKind*>& model_kinds() {
  static const std::vector<const ModelKind*> kinds{&rnn_kind(), &lstm_kind(), &transformer_kind(), &ngram_kind()};
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
  const ModelKind& kind = model_kind(configured.kind);
  if constexpr (std::is_same_v<Real, float>)
    return kind.make_float(configured.options, signature);
  else
    return kind.make_double(configured.options, signature);
}

std::size_t count_parameters(const Configured& configured, Signature signature) {
  return make_model<float>(configured, signature)->parameter_count();
}

template std::unique_ptr<Model<float>> make_model(const Configured&, Signature);
template std::unique_ptr<Model<double>> make_model(const Configured&, Signature);

}  // namespace unrolled
