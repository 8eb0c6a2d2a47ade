#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace unrolled {

/// y[i] = table[ids[i]]. table: [vocab,width]; ids in [0,vocab); y: [ids,width], overwritten.
template <class Real>
void embedding_forward(std::size_t width, std::span<const Real> table, std::span<const std::int32_t> ids,
                       std::span<Real> y);

/// dtable[ids[i]] += dy[i], in the order of i; of many ids in parts (long_sum.hpp), where the table has 256 rows or fewer.
template <class Real>
void embedding_backward(std::size_t width, std::span<const std::int32_t> ids, std::span<const Real> dy,
                        std::span<Real> dtable);

}  // namespace unrolled
