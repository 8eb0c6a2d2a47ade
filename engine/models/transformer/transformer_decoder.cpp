#include "models/transformer/transformer_decoder.hpp"

#include <utility>

namespace unrolled {
namespace {

Inputs one_position(const Indices& token) {
  Inputs inputs;
  inputs.input = {{1, 1}, Layout::batch_major, &token};
  return inputs;
}

}  // namespace

template <class Real>
CacheDecoder<Real>::CacheDecoder(std::size_t context, const Build& build)
    : context_(context),
      token_(plan_.indices("token", {1, 1})),
      place_(plan_.indices("position", {1})),
      logits_(build(plan_, one_position(token_), place_)) {
  plan_.allocate();
  history_.reserve(context_);
}

template <class Real>
void CacheDecoder<Real>::restart() {
  history_.clear();
  weights_changed_ = true;
}

template <class Real>
std::span<const Real> CacheDecoder<Real>::feed(std::int32_t token) {
  if (history_.size() == context_) {
    const std::vector<std::int32_t> kept(history_.begin() + std::ptrdiff_t(context_ - context_ / 2), history_.end());
    history_.clear();
    for (std::int32_t old : kept) append(old);
  }
  append(token);
  return logits_.value;
}

template <class Real>
void CacheDecoder<Real>::append(std::int32_t token) {
  token_.value[0] = token;
  place_.value[0] = static_cast<std::int32_t>(history_.size());
  history_.push_back(token);
  Pass pass;
  pass.weights_changed = std::exchange(weights_changed_, false);
  plan_.forward(pass);
}

template class CacheDecoder<float>;
template class CacheDecoder<double>;

}  // namespace unrolled
