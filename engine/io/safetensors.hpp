#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/shape.hpp"

// The safetensors container (github.com/huggingface/safetensors, format of version 0.4): eight bytes of header length,
// little-endian; a JSON header of names, types, shapes and offsets; the data. A file is a stranger's until it was read
// here: every number in it is checked before it is used.

namespace unrolled {

enum class DType { f32, u64 };

/// A view of one array: the writer's input, and the reader's output, where it points into the file.
struct StoredTensor {
  std::string name;
  DType dtype = DType::f32;
  Shape shape;
  std::span<const std::byte> bytes;  ///< little-endian, row-major
};

struct SafetensorsFile {
  std::map<std::string, std::string> metadata;
  std::vector<StoredTensor> tensors;  ///< in the order of their offsets

  /// nullptr where no tensor has that name.
  const StoredTensor* find(const std::string& name) const;
};

/// Names must be distinct; shapes and byte counts must agree (the caller's duty).
std::vector<std::byte> write_safetensors(const std::map<std::string, std::string>& metadata,
                                         const std::vector<StoredTensor>& tensors);

/// Throws Error{invalid_file} for a header above 1 MB, one that is not JSON or nests above 64, an unknown type, a shape
/// whose size overflows or disagrees with its offsets, offsets that overlap, leave a gap or do not end the file.
/// The result points into `file`.
SafetensorsFile read_safetensors(std::span<const std::byte> file);

/// Copies values out (the file need not be aligned). Throws Error{invalid_file} unless type and shape are these.
void copy_tensor(const StoredTensor& tensor, const Shape& shape, std::span<float> to);
void copy_tensor(const StoredTensor& tensor, const Shape& shape, std::span<std::uint64_t> to);

}  // namespace unrolled
