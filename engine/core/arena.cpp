#include "core/arena.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif
#ifdef __wasm__
#include <unistd.h>
#endif

#include "core/error.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kAlignment = 64;

template <class Real>
std::size_t padded(std::size_t count) {
  constexpr std::size_t step = kAlignment / sizeof(Real);
  return (count + step - 1) / step * step;
}

/// Asks for large pages where whole ones fit. Every page is touched before the first step ends, and to be given 4 KiB may take
/// 18 microseconds on a virtual machine, or 0.5 as part of a large page.
void ask_for_large_pages([[maybe_unused]] void* block, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  constexpr std::uintptr_t kLarge = std::uintptr_t{2} << 20;
  const auto begin = reinterpret_cast<std::uintptr_t>(block);
  const std::uintptr_t first = (begin + kLarge - 1) / kLarge * kLarge, end = (begin + bytes) / kLarge * kLarge;
  if (first < end) madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);  // if not, nothing is lost
#endif
}

/// Where the memory begins that nobody had yet. WebAssembly's is zero there, and each page of it that is cleared all the same has
/// to be asked of the system. What malloc has had stays below: it cannot give back there.
std::uintptr_t never_used() {
#ifdef __wasm__
  return reinterpret_cast<std::uintptr_t>(sbrk(0));
#else
  return UINTPTR_MAX;
#endif
}

}  // namespace

template <class Real>
void Arena<Real>::Free::operator()(Real* block) const {
  ::operator delete (block, std::align_val_t{kAlignment});
}

template <class Real>
Tensor<Real>& Arena<Real>::add(std::string name, Shape shape, Grad grad) {
  const std::size_t size = padded<Real>(shape.count());
  (grad == Grad::yes ? trained_ : plain_) += size;
  grads_.push_back({grad == Grad::yes ? Place::own : Place::none});
  return tensors_.emplace_back(Tensor<Real>{std::move(name), std::move(shape)});
}

template <class Real>
std::size_t Arena<Real>::share_grads(std::size_t first, const Tensor<Real>& result) {
  std::size_t taken = 0;
  for (std::size_t i = first; i < tensors_.size(); ++i) {
    if (grads_[i].place != Place::own || &tensors_[i] == &result) continue;
    const std::size_t size = padded<Real>(tensors_[i].shape.count());
    grads_[i] = {Place::shared, taken};
    trained_ -= size;
    plain_ += size;
    taken += size;
  }
  shared_ = std::max(shared_, taken);
  return taken;
}

template <class Real>
void Arena<Real>::drop_grads() {
  for (GradPlace& grad : grads_) grad = {Place::none};
  plain_ += std::exchange(trained_, 0);
  shared_ = 0;
}

template <class Real>
std::size_t Arena<Real>::bytes() const {
  return (2 * trained_ + shared_ + plain_) * sizeof(Real);
}

template <class Real>
void Arena<Real>::allocate() {
  const std::uintptr_t zero_from = never_used();
  void* raw = ::operator new (std::max(bytes(), kAlignment), std::align_val_t{kAlignment}, std::nothrow);
  constexpr std::size_t kMiB = std::size_t{1} << 20;
  if (raw == nullptr)
    throw Error(ErrorCode::out_of_memory, "cost.no_memory", "memory", {{"found", (bytes() + kMiB - 1) / kMiB}});
  block_.reset(static_cast<Real*>(raw));
  ask_for_large_pages(raw, bytes());
  const auto begin = reinterpret_cast<std::uintptr_t>(raw);
  std::memset(raw, 0, std::min<std::uintptr_t>(bytes(), zero_from - std::min(begin, zero_from)));
  Real* trained = block_.get();  // values, then their gradients, then shared ones, then values without one of their own
  Real* plain = shared_grads() + shared_;
  for (std::size_t i = 0; i < tensors_.size(); ++i) {
    Tensor<Real>& tensor = tensors_[i];
    const std::size_t count = tensor.shape.count();
    const auto [place, offset] = grads_[i];
    Real*& next = place == Place::own ? trained : plain;
    tensor.value = {next, count};
    if (place == Place::own) tensor.grad = {next + trained_, count};
    if (place == Place::shared) tensor.grad = {shared_grads() + offset, count};
    next += padded<Real>(count);
  }
}

template <class Real>
std::span<Real> Arena<Real>::values() {
  return {block_.get(), trained_};
}

template <class Real>
std::span<Real> Arena<Real>::grads() {
  return {block_.get() + trained_, trained_};
}

template <class Real>
void Arena<Real>::zero_grads() {
  std::memset(grads().data(), 0, grads().size_bytes());  // a loop of floats takes twice as long in WebAssembly
}

template <class Real>
void Arena<Real>::zero_shared_grads(std::size_t count) {
  std::memset(shared_grads(), 0, count * sizeof(Real));
}

template <class Real>
Tensor<Real>* Arena<Real>::find(const std::string& name) {
  const auto at = std::ranges::find(tensors_, name, &Tensor<Real>::name);
  return at == tensors_.end() ? nullptr : &*at;
}

template class Arena<float>;
template class Arena<double>;

}  // namespace unrolled
