#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "io/experiment.hpp"

namespace unrolled::cli {

/// Throws Error{invalid_file} that names the file.
std::string read_file(const std::string& path);

inline std::span<const std::byte> bytes_of(const std::string& content) { return std::as_bytes(std::span(content)); }

/// The text an experiment learns: its own, or a built-in corpus from the folder in the environment variable
/// UNROLLED_CORPORA, else from build/corpora.
std::string corpus_text(const Experiment& experiment);

}  // namespace unrolled::cli
