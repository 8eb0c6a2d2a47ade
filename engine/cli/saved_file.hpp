#pragma once
#include <cstddef>
#include <span>
#include <string>

namespace unrolled::cli {

/// Writes a file so that at every moment, also after a crash or on a full disk, its name stands for the whole old content or
/// the whole new one: what is new is written beside it, brought to the disk, and then takes the name. Follows symbolic
/// links and keeps the permissions; what is no file (a pipe, /dev/null) is written to as it is.
/// Throws Error{invalid_file} that names the file, which is then as it was.
void write_file(const std::string& path, std::span<const std::byte> bytes);

/// Throws as write_file would, for a folder that is not there or may not be written to, and changes nothing.
void try_place(const std::string& path);

}  // namespace unrolled::cli
