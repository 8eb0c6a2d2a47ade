#include "io/safetensors.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "core/error.hpp"
#include "core/sort.hpp"
#include "io/json.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaxHeader = 1'000'000;
constexpr std::array<const char*, 2> kTypeNames = {"F32", "U64"};
constexpr std::array<std::size_t, 2> kTypeSizes = {4, 8};

[[noreturn]] void refuse(const std::string& expected, const std::string& found) {
  throw Error(ErrorCode::invalid_file, "checkpoint", expected, found);
}

std::size_t read_length(std::span<const std::byte> file) {
  if (file.size() < kLengthBytes) refuse("at least 8 bytes", std::to_string(file.size()));
  std::uint64_t length = 0;
  for (std::size_t i = kLengthBytes; i-- > 0;) length = length << 8 | std::to_integer<std::uint64_t>(file[i]);
  if (length > kMaxHeader) refuse("a header of at most 1 MB", std::to_string(length) + " bytes");
  if (length > file.size() - kLengthBytes) refuse("the whole header", "a file that ends within it");
  return static_cast<std::size_t>(length);
}

Json parse_header(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  Json header = parse_json(text, "checkpoint", ErrorCode::invalid_file);
  if (!header.is_object()) refuse("a header that is a JSON object", found(header));
  return header;
}

std::size_t read_size(const Json& value, const std::string& name) {
  if (!value.is_number_unsigned()) refuse("whole numbers for '" + name + "'", value.type_name());
  const auto size = value.get<std::uint64_t>();
  if (size > std::numeric_limits<std::size_t>::max()) refuse("sizes that fit in memory", std::to_string(size));
  return static_cast<std::size_t>(size);
}

std::vector<std::size_t> read_sizes(const Json& entry, const char* key, const std::string& name) {
  const auto at = entry.find(key);
  if (at == entry.end() || !at->is_array()) refuse(std::string("an array '") + key + "' for '" + name + "'", "none");
  std::vector<std::size_t> sizes;
  for (const Json& value : *at) sizes.push_back(read_size(value, name));
  return sizes;
}

DType read_type(const Json& entry, const std::string& name) {
  const auto at = entry.find("dtype");
  const std::string found = at != entry.end() && at->is_string() ? at->get<std::string>() : "none";
  for (std::size_t i = 0; i < kTypeNames.size(); ++i)
    if (found == kTypeNames[i]) return static_cast<DType>(i);
  refuse("dtype F32 or U64 for '" + name + "'", found);
}

/// Bytes of a shape; refuses a product that overflows.
std::size_t checked_bytes(const std::vector<std::size_t>& sizes, DType dtype, const std::string& name) {
  std::size_t bytes = kTypeSizes[static_cast<std::size_t>(dtype)];
  for (std::size_t size : sizes) {
    if (size != 0 && bytes > std::numeric_limits<std::size_t>::max() / size)
      refuse("a shape that fits in memory for '" + name + "'", "a larger one");
    bytes *= size;
  }
  return bytes;
}

struct Placed {
  StoredTensor tensor;
  std::size_t begin, end;
};

Placed read_entry(const std::string& name, const Json& entry, std::span<const std::byte> data) {
  if (!entry.is_object()) refuse("an object for '" + name + "'", entry.type_name());
  const DType dtype = read_type(entry, name);
  std::vector<std::size_t> sizes = read_sizes(entry, "shape", name);
  const std::vector<std::size_t> offsets = read_sizes(entry, "data_offsets", name);
  if (offsets.size() != 2) refuse("two offsets for '" + name + "'", std::to_string(offsets.size()));
  if (offsets[0] > offsets[1] || offsets[1] > data.size())
    refuse("offsets of '" + name + "' inside the file", std::to_string(offsets[0]) + ".." + std::to_string(offsets[1]));
  const std::size_t bytes = checked_bytes(sizes, dtype, name);
  if (bytes != offsets[1] - offsets[0])
    refuse(std::to_string(bytes) + " bytes for the shape of '" + name + "'", std::to_string(offsets[1] - offsets[0]));
  return {{name, dtype, Shape(std::move(sizes)), data.subspan(offsets[0], bytes)}, offsets[0], offsets[1]};
}

void read_metadata(const Json& entry, std::map<std::string, std::string>& to) {
  if (!entry.is_object()) refuse("metadata that is an object", entry.type_name());
  for (const auto& [key, value] : entry.items()) {
    if (!value.is_string()) refuse("text for the metadata '" + key + "'", value.type_name());
    to.emplace(key, value.get<std::string>());
  }
}

/// Every byte of the data belongs to one tensor.
void check_cover(const std::vector<Placed>& placed, std::size_t size) {
  std::size_t next = 0;
  for (const Placed& p : placed) {
    if (p.begin != next) refuse("'" + p.tensor.name + "' to begin at " + std::to_string(next), std::to_string(p.begin));
    next = p.end;
  }
  if (next != size) refuse("data that ends at " + std::to_string(next), std::to_string(size) + " bytes");
}

template <class Number>
void copy_checked(const StoredTensor& tensor, DType dtype, const Shape& shape, std::span<Number> to) {
  const auto type_name = [](DType type) { return std::string(kTypeNames[static_cast<std::size_t>(type)]); };
  if (tensor.dtype != dtype) refuse(type_name(dtype) + " for '" + tensor.name + "'", type_name(tensor.dtype));
  if (tensor.shape != shape || to.size() != shape.count())
    refuse("'" + tensor.name + "' to have " + std::to_string(shape.count()) + " values in this model's shape",
           std::to_string(tensor.shape.count()) + " or another shape");
  if (!tensor.bytes.empty()) std::memcpy(to.data(), tensor.bytes.data(), tensor.bytes.size());
}

}  // namespace

const StoredTensor* SafetensorsFile::find(const std::string& name) const {
  const auto at = std::ranges::find(tensors, name, &StoredTensor::name);
  return at == tensors.end() ? nullptr : &*at;
}

std::vector<std::byte> write_safetensors(const std::map<std::string, std::string>& metadata,
                                         const std::vector<StoredTensor>& tensors) {
  Json header = Json::object();
  if (!metadata.empty()) header["__metadata__"] = metadata;
  std::size_t offset = 0;
  for (const StoredTensor& tensor : tensors) {
    const std::size_t end = offset + tensor.bytes.size();
    header[tensor.name] = {{"dtype", kTypeNames[static_cast<std::size_t>(tensor.dtype)]},
                           {"shape", tensor.shape.sizes()},
                           {"data_offsets", {offset, end}}};
    offset = end;
  }
  std::string text = header.dump();
  text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');  // data starts aligned
  std::vector<std::byte> file;
  file.reserve(kLengthBytes + text.size() + offset);
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    file.push_back(static_cast<std::byte>(static_cast<std::uint64_t>(text.size()) >> (8 * i) & 0xff));
  const auto as_bytes = std::as_bytes(std::span(text));
  file.insert(file.end(), as_bytes.begin(), as_bytes.end());
  for (const StoredTensor& tensor : tensors) file.insert(file.end(), tensor.bytes.begin(), tensor.bytes.end());
  return file;
}

SafetensorsFile read_safetensors(std::span<const std::byte> file) {
  const std::size_t length = read_length(file);
  const Json header = parse_header(file.subspan(kLengthBytes, length));
  const auto data = file.subspan(kLengthBytes + length);
  SafetensorsFile out;
  std::vector<Placed> placed;
  for (const auto& [name, entry] : header.items()) {
    if (name == "__metadata__")
      read_metadata(entry, out.metadata);
    else
      placed.push_back(read_entry(name, entry, data));
  }
  sort_short(placed,
             [](const Placed& a, const Placed& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  check_cover(placed, data.size());
  for (Placed& p : placed) out.tensors.push_back(std::move(p.tensor));
  return out;
}

void copy_tensor(const StoredTensor& tensor, const Shape& shape, std::span<float> to) {
  copy_checked(tensor, DType::f32, shape, to);
}

void copy_tensor(const StoredTensor& tensor, const Shape& shape, std::span<std::uint64_t> to) {
  copy_checked(tensor, DType::u64, shape, to);
}

}  // namespace unrolled
