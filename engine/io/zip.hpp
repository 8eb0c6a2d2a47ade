#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

// The zip container (PKWARE's APPNOTE 6.3), as far as race files need it: entries that are stored as they are, in one file
// below 4 GB. A file is a stranger's until it was read here: every number in it is checked before it is used, and its names
// are only ever compared, never opened.

namespace unrolled {

inline constexpr std::size_t kMaxZipBytes = std::size_t{512} << 20;  ///< of a whole file, and so of all that is in it

/// One entry: the writer's input, and the reader's output, where it points into the file.
struct ZipEntry {
  std::string name;
  std::span<const std::byte> bytes;
};

/// Whether a file says with its first bytes that it is a zip.
bool is_zip(std::span<const std::byte> file);

/// CRC-32 of ISO 3309, as zip and PNG have it.
std::uint32_t crc32(std::span<const std::byte> bytes);

/// Names must be distinct (the caller's duty). The same entries give the same bytes. Throws Error{invalid_file} for more than
/// kMaxZipBytes.
std::vector<std::byte> write_zip(const std::vector<ZipEntry>& entries);

/// In the order of its list. Throws Error{invalid_file} for a file that is larger than kMaxZipBytes, cut off or damaged, whose
/// entries overlap, are deflated, encrypted or named twice, or have other bytes than when they were written.
/// The result points into `file`.
std::vector<ZipEntry> read_zip(std::span<const std::byte> file);

/// The bytes under a name; nullptr where there are none.
const ZipEntry* find_entry(const std::vector<ZipEntry>& entries, const std::string& name);

}  // namespace unrolled
