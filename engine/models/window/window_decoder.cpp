#include "models/window/window_decoder.hpp"

#include <algorithm>
#include <utility>

namespace unrolled {
namespace {

Inputs one_sequence(Layout layout, const Indices& tokens, const Indices& lengths) {
  Inputs inputs;
  inputs.input = {{1, tokens.value.size()}, layout, &tokens, nullptr, &lengths};
  return inputs;
}

}  // namespace

template <class Real>
WindowDecoder<Real>::WindowDecoder(Model<Real>& model, std::size_t context)
    : tokens_(plan_.indices("tokens", {1, context})),
      lengths_(plan_.indices("lengths", {1})),
      logits_(model.build(plan_, one_sequence(model.layout(), tokens_, lengths_))) {
  plan_.allocate();
}

template <class Real>
void WindowDecoder<Real>::restart() {
  count_ = 0;
  weights_changed_ = true;
}

template <class Real>
std::span<const Real> WindowDecoder<Real>::feed(std::int32_t token) {
  std::vector<std::int32_t>& window = tokens_.value;
  if (count_ == window.size()) {
    std::rotate(window.begin(), window.begin() + 1, window.end());
    --count_;
  }
  window[count_++] = token;
  lengths_.value[0] = static_cast<std::int32_t>(count_);
  Pass pass;
  pass.weights_changed = std::exchange(weights_changed_, false);
  plan_.forward(pass);
  const std::size_t width = logits_.shape.last();
  return logits_.value.subspan((count_ - 1) * width, width);
}

template class WindowDecoder<float>;
template class WindowDecoder<double>;

}  // namespace unrolled
