#include "cli/starts.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "core/arithmetic.hpp"
#include "core/sha256.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSlice = 1000;  // steps between two reports of losses that nobody reads

/// Empty where there is none.
std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Empty where there is no place to keep anything.
fs::path cache_folder() {
  if (const std::string own = environment("UNROLLED_CACHE"); !own.empty()) return fs::path(own) / "starts";
  if (const std::string xdg = environment("XDG_CACHE_HOME"); !xdg.empty()) return fs::path(xdg) / "unrolled" / "starts";
  const std::string home = environment("HOME");
  return home.empty() ? fs::path() : fs::path(home) / ".cache" / "unrolled" / "starts";
}

/// The hashes of all data that it and what it starts from itself were trained on: a corpus is a file, and files change.
std::string data_of(const Start& start) {
  if (!start.experiment) return "";
  const std::string text = corpus_text(*start.experiment);
  const auto& before = start.experiment->models[start.model].start;
  return (text.empty() ? "" : " " + sha256(bytes_of(text))) + (before ? data_of(*before) : "");
}

/// What decides the weights, so that they are never taken for others.
std::string cache_name(const Start& start) {
  std::string key = to_text(to_json(start)) + "\narithmetic " + std::to_string(kArithmetic) + data_of(start);
#ifdef UNROLLED_RELAXED
  key += " fast";
#endif
  return sha256(bytes_of(key)) + ".safetensors";
}

/// Nothing where there is no such file, or one that was damaged.
std::optional<std::string> kept(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  try {
    std::string checkpoint = read_file(path.string());
    read_header(read_safetensors(bytes_of(checkpoint)));
    return checkpoint;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Under another name first, so that nobody finds half a file.
void keep(const fs::path& path, std::span<const std::byte> checkpoint) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  const fs::path unfinished = path.string() + "." + std::to_string(now);
  try {
    write_file(unfinished.string(), checkpoint);
    fs::rename(unfinished, path, error);
  } catch (const Error&) {
    error = std::make_error_code(std::errc::io_error);
  }
  if (!error) return;
  std::fprintf(stderr, "unrolled: could not be kept for the next time: %s\n", path.string().c_str());
  fs::remove(unfinished, error);
}

std::vector<std::byte> trained(const Start& start) {
  const Experiment& experiment = *start.experiment;
  Session session(to_text(to_json(experiment)), start.model, corpus_text(experiment));
  if (session.waits()) {
    const std::string first = start_checkpoint(*experiment.models[start.model].start, start.model);
    session.adopt(bytes_of(first));
  }
  while (session.steps_done() < start.step) {
    const auto count = static_cast<std::size_t>(std::min(kSlice, start.step - session.steps_done()));
    require_finite(Json::parse(session.step(count)), session.steps_done());
  }
  return session.save();
}

}  // namespace

std::string start_checkpoint(const Start& start, std::size_t k) {
  const std::string where = "models[" + std::to_string(k) + "].start";
  if (!start.experiment) throw Error(ErrorCode::invalid_config, "start.file", where + ".weights");
  const fs::path folder = cache_folder(), path = folder / cache_name(start);
  const std::string kind = start.experiment->models[start.model].kind;
  if (auto checkpoint = folder.empty() ? std::nullopt : kept(path)) {
    std::fprintf(stderr, "unrolled: %s: %s after %llu steps, as kept in %s\n", where.c_str(), kind.c_str(),
                 static_cast<unsigned long long>(start.step), path.string().c_str());
    return *std::move(checkpoint);
  }
  std::fprintf(stderr, "unrolled: %s: training %s for %llu steps\n", where.c_str(), kind.c_str(),
               static_cast<unsigned long long>(start.step));
  const std::vector<std::byte> checkpoint = trained(start);
  if (!folder.empty()) keep(path, checkpoint);
  return {reinterpret_cast<const char*>(checkpoint.data()), checkpoint.size()};
}

}  // namespace unrolled::cli
