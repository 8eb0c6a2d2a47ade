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

[[noreturn]] void refuse(const char* key, std::vector<Detail> details = {}) {
  throw Error(ErrorCode::invalid_file, key, "checkpoint", std::move(details));
}

[[noreturn]] void refuse_array(const std::string& name) { refuse("checkpoint.array", {{"name", name}}); }

std::size_t read_length(std::span<const std::byte> file) {
  if (file.size() < kLengthBytes) refuse("checkpoint.short");
  std::uint64_t length = 0;
  for (std::size_t i = kLengthBytes; i-- > 0;) length = length << 8 | std::to_integer<std::uint64_t>(file[i]);
  if (length > kMaxHeader) refuse("checkpoint.header");
  if (length > file.size() - kLengthBytes) refuse("checkpoint.short");
  return static_cast<std::size_t>(length);
}

Json parse_header(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  Json header = parse_json(text, "checkpoint", ErrorCode::invalid_file);
  if (!header.is_object()) refuse("checkpoint.header");
  return header;
}

std::size_t read_size(const Json& value, const std::string& name) {
  if (!value.is_number_unsigned()) refuse_array(name);
  const auto size = value.get<std::uint64_t>();
  if (size > std::numeric_limits<std::size_t>::max()) refuse_array(name);
  return static_cast<std::size_t>(size);
}

std::vector<std::size_t> read_sizes(const Json& entry, const char* key, const std::string& name) {
  const auto at = entry.find(key);
  if (at == entry.end() || !at->is_array()) refuse_array(name);
  std::vector<std::size_t> sizes;
  for (const Json& value : *at) sizes.push_back(read_size(value, name));
  return sizes;
}

DType read_type(const Json& entry, const std::string& name) {
  const auto at = entry.find("dtype");
  const std::string found = at != entry.end() && at->is_string() ? at->get<std::string>() : "none";
  for (std::size_t i = 0; i < kTypeNames.size(); ++i)
    if (found == kTypeNames[i]) return static_cast<DType>(i);
  refuse_array(name);
}

/// Bytes of a shape; refuses a product that overflows.
std::size_t checked_bytes(const std::vector<std::size_t>& sizes, DType dtype, const std::string& name) {
  std::size_t bytes = kTypeSizes[static_cast<std::size_t>(dtype)];
  for (std::size_t size : sizes) {
    if (size != 0 && bytes > std::numeric_limits<std::size_t>::max() / size) refuse_array(name);
    bytes *= size;
  }
  return bytes;
}

struct Placed {
  StoredTensor tensor;
  std::size_t begin, end;
};

Placed read_entry(const std::string& name, const Json& entry, std::span<const std::byte> data) {
  if (!entry.is_object()) refuse_array(name);
  const DType dtype = read_type(entry, name);
  std::vector<std::size_t> sizes = read_sizes(entry, "shape", name);
  const std::vector<std::size_t> offsets = read_sizes(entry, "data_offsets", name);
  if (offsets.size() != 2 || offsets[0] > offsets[1] || offsets[1] > data.size()) refuse_array(name);
  const std::size_t bytes = checked_bytes(sizes, dtype, name);
  if (bytes != offsets[1] - offsets[0]) refuse_array(name);
  return {{name, dtype, Shape(std::move(sizes)), data.subspan(offsets[0], bytes)}, offsets[0], offsets[1]};
}

void read_metadata(const Json& entry, std::map<std::string, std::string>& to) {
  if (!entry.is_object()) refuse("checkpoint.header");
  for (const auto& [key, value] : entry.items()) {
    if (!value.is_string()) refuse("checkpoint.header");
    to.emplace(key, value.get<std::string>());
  }
}

/// Every byte of the data belongs to one tensor.
void check_cover(const std::vector<Placed>& placed, std::size_t size) {
  std::size_t next = 0;
  for (const Placed& p : placed) {
    if (p.begin != next) refuse_array(p.tensor.name);
    next = p.end;
  }
  if (next != size) refuse("checkpoint.size", {{"wanted", next}, {"found", size}});
}

template <class Number>
void copy_checked(const StoredTensor& tensor, DType dtype, const Shape& shape, std::span<Number> to) {
  if (tensor.dtype != dtype) refuse_array(tensor.name);
  if (tensor.shape != shape || to.size() != shape.count())
    refuse("checkpoint.shape", {{"name", tensor.name}, {"found", tensor.shape.count()}, {"wanted", shape.count()}});
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
