#include "io/zip.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "io/json.hpp"

namespace unrolled {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50;
constexpr std::size_t kLocalBytes = 30, kCentralBytes = 46, kEndBytes = 22;
constexpr std::size_t kMaxComment = 0xffff, kMaxEntries = 64;  // a race file has eight
constexpr std::uint16_t kVersion = 20, kStored = 0;
constexpr std::uint16_t kEncrypted = 1 | 1 << 6 | 1 << 13, kSizesLater = 1 << 3;
constexpr std::uint16_t kFirstOfJanuary2000 =
    20 << 9 | 1 << 5 | 1;  // no entry has a day of its own: same bytes each time

[[noreturn]] void refuse_zip(const char* key, std::vector<Detail> details = {}) {
  throw Error(ErrorCode::invalid_file, key, "zip", std::move(details));
}

[[noreturn]] void refuse_damaged() { refuse_zip("zip.damaged"); }

constexpr std::array<std::uint32_t, 256> remainders() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t rest = byte;
    for (int bit = 0; bit < 8; ++bit) rest = rest >> 1 ^ (rest & 1 ? 0xedb88320U : 0U);
    table[byte] = rest;
  }
  return table;
}

/// Reads little-endian numbers one after the other; whoever makes one knows that they are there.
class Fields {
 public:
  explicit Fields(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::uint16_t two() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t four() { return number(4); }
  void skip(std::size_t count) { bytes_ = bytes_.subspan(count); }

 private:
  std::uint32_t number(std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | std::to_integer<std::uint32_t>(bytes_[i]);
    skip(count);
    return value;
  }
  std::span<const std::byte> bytes_;
};

/// The part of a file, or a refusal where it has none.
std::span<const std::byte> part(std::span<const std::byte> file, std::size_t begin, std::size_t size) {
  if (begin > file.size() || size > file.size() - begin) refuse_damaged();
  return file.subspan(begin, size);
}

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What the list of a file says of one entry, and where that begins.
struct Listed {
  std::string name;
  std::uint16_t flags = 0, method = 0;
  std::uint32_t crc = 0, packed = 0, size = 0, offset = 0;
  std::size_t end = 0;  ///< of its bytes
};

struct List {
  std::size_t begin = 0, count = 0, end = 0;
};

/// The record at the end of the file, before a comment of whatever length it says.
List read_end(std::span<const std::byte> file) {
  if (file.size() < kEndBytes) refuse_damaged();
  const std::size_t last = file.size() - kEndBytes, first = last - std::min(last, kMaxComment);
  for (std::size_t at = last + 1; at-- > first;) {
    Fields fields(file.subspan(at));
    if (fields.four() != kEnd) continue;
    const std::uint16_t disk = fields.two(), list_disk = fields.two(), here = fields.two(), count = fields.two();
    const std::uint32_t size = fields.four(), begin = fields.four();
    if (fields.two() != last - at) continue;  // it belongs to something else
    if (disk != 0 || list_disk != 0 || here != count || count > kMaxEntries) refuse_damaged();
    if (part(file, begin, size).size() + begin != at) refuse_damaged();
    return {begin, count, at};
  }
  refuse_damaged();
}

/// Moves `at` behind it.
Listed read_listed(std::span<const std::byte> list, std::size_t& at) {
  Fields fields(part(list, at, kCentralBytes));
  if (fields.four() != kCentral) refuse_damaged();
  Listed entry;
  fields.skip(4);  // versions
  entry.flags = fields.two(), entry.method = fields.two();
  fields.skip(4);  // when
  entry.crc = fields.four(), entry.packed = fields.four(), entry.size = fields.four();
  const std::uint16_t name = fields.two(), extra = fields.two(), comment = fields.two();
  fields.skip(8);  // disk, attributes
  entry.offset = fields.four();
  entry.name = text_of(part(list, at + kCentralBytes, name));
  at += kCentralBytes + part(list, at + kCentralBytes, std::size_t{name} + extra + comment).size();
  return entry;
}

void require_readable(const Listed& entry) {
  if ((entry.flags & kEncrypted) != 0) refuse_zip("zip.encrypted", {{"name", in_quotes(entry.name)}});
  if (entry.method != kStored) refuse_zip("zip.deflated", {{"name", in_quotes(entry.name)}});
  if (entry.packed != entry.size) refuse_damaged();
}

/// The bytes of an entry. What stands before them must say the same as the list, but for what a writer did not know yet.
ZipEntry read_entry(std::span<const std::byte> before_list, Listed& entry) {
  Fields fields(part(before_list, entry.offset, kLocalBytes));
  if (fields.four() != kLocal) refuse_damaged();
  fields.skip(2);
  const std::uint16_t flags = fields.two(), method = fields.two();
  fields.skip(4);
  const std::uint32_t crc = fields.four(), packed = fields.four(), size = fields.four();
  const std::uint16_t name = fields.two(), extra = fields.two();
  const bool later = (flags & kSizesLater) != 0;
  if (flags != entry.flags || method != entry.method) refuse_damaged();
  if (!later && (crc != entry.crc || packed != entry.packed || size != entry.size)) refuse_damaged();
  if (text_of(part(before_list, entry.offset + kLocalBytes, name)) != entry.name) refuse_damaged();
  const std::size_t begin = entry.offset + kLocalBytes + name + extra;
  const auto bytes = part(before_list, begin, entry.size);
  entry.end = begin + bytes.size();
  if (crc32(bytes) != entry.crc) refuse_zip("zip.changed", {{"name", in_quotes(entry.name)}});
  return {entry.name, bytes};
}

void require_apart(std::vector<Listed> listed) {
  std::ranges::sort(listed, {}, &Listed::offset);
  for (std::size_t i = 1; i < listed.size(); ++i)
    if (listed[i].offset < listed[i - 1].end) refuse_damaged();
  std::ranges::sort(listed, {}, &Listed::name);
  const auto twice = std::ranges::adjacent_find(listed, {}, &Listed::name);
  if (twice != listed.end()) refuse_zip("zip.twice", {{"name", in_quotes(twice->name)}});
}

class Writer {
 public:
  explicit Writer(std::size_t bytes) { file_.reserve(bytes); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(file_.size()); }
  Writer& two(std::size_t number) { return add(number, 2); }
  Writer& four(std::size_t number) { return add(number, 4); }
  Writer& bytes(std::span<const std::byte> part) {
    file_.insert(file_.end(), part.begin(), part.end());
    return *this;
  }
  /// What stands both before an entry and in the list.
  void entry(const ZipEntry& entry, std::uint32_t crc) {
    two(kVersion).two(0).two(kStored).two(0).two(kFirstOfJanuary2000);
    four(crc).four(entry.bytes.size()).four(entry.bytes.size()).two(entry.name.size()).two(0);
  }
  std::vector<std::byte> take() { return std::move(file_); }

 private:
  Writer& add(std::size_t number, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) file_.push_back(static_cast<std::byte>(number >> (8 * i) & 0xff));
    return *this;
  }
  std::vector<std::byte> file_;
};

std::size_t bytes_needed(const std::vector<ZipEntry>& entries) {
  std::size_t size = kEndBytes;
  for (const ZipEntry& entry : entries) {
    size += kLocalBytes + kCentralBytes + 2 * entry.name.size() + entry.bytes.size();
    if (size > kMaxZipBytes) refuse_zip("zip.large", {{"most", kMaxZipBytes >> 20}});
  }
  return size;
}

}  // namespace

bool is_zip(std::span<const std::byte> file) {
  return file.size() >= 2 && file[0] == std::byte{'P'} && file[1] == std::byte{'K'};
}

std::uint32_t crc32(std::span<const std::byte> bytes) {
  static constexpr auto kRemainders = remainders();
  std::uint32_t rest = ~std::uint32_t{0};
  for (std::byte byte : bytes) rest = rest >> 8 ^ kRemainders[(rest ^ std::to_integer<std::uint32_t>(byte)) & 0xff];
  return ~rest;
}

std::vector<std::byte> write_zip(const std::vector<ZipEntry>& entries) {
  Writer file(bytes_needed(entries)), list(0);
  for (const ZipEntry& entry : entries) {
    const std::uint32_t crc = crc32(entry.bytes), offset = file.size();
    const auto name = std::as_bytes(std::span(entry.name));
    list.four(kCentral).two(kVersion).entry(entry, crc);
    list.two(0).two(0).two(0).four(0).four(offset).bytes(name);
    file.four(kLocal).entry(entry, crc);
    file.bytes(name).bytes(entry.bytes);
  }
  const std::uint32_t begin = file.size();
  file.bytes(list.take());
  const std::uint32_t size = file.size() - begin;
  file.four(kEnd).two(0).two(0).two(entries.size()).two(entries.size()).four(size).four(begin).two(0);
  return file.take();
}

std::vector<ZipEntry> read_zip(std::span<const std::byte> file) {
  if (file.size() > kMaxZipBytes) refuse_zip("zip.large", {{"most", kMaxZipBytes >> 20}});
  const List list = read_end(file);
  std::vector<Listed> listed;
  std::size_t at = list.begin;
  for (std::size_t i = 0; i < list.count; ++i) listed.push_back(read_listed(file.first(list.end), at));
  if (at != list.end) refuse_damaged();
  for (const Listed& entry : listed) require_readable(entry);
  std::vector<ZipEntry> entries;
  for (Listed& entry : listed) entries.push_back(read_entry(file.first(list.begin), entry));
  require_apart(std::move(listed));
  return entries;
}

const ZipEntry* find_entry(const std::vector<ZipEntry>& entries, const std::string& name) {
  const auto at = std::ranges::find(entries, name, &ZipEntry::name);
  return at == entries.end() ? nullptr : &*at;
}

}  // namespace unrolled
