#include "cli/starts.hpp"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "cli/files.hpp"
#include "cli/output.hpp"
#include "cli/saved_file.hpp"
#include "cli/training_run.hpp"
#include "core/arithmetic.hpp"
#include "core/sha256.hpp"
#include "session/form.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

namespace fs = std::filesystem;

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

void keep(const fs::path& path, std::span<const std::byte> checkpoint) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  try {
    write_file(path.string(), checkpoint);
  } catch (const Error&) {
    say("could not be kept for the next time: " + path.string());
  }
}

std::vector<std::byte> trained(const Start& start) {
  const Experiment& experiment = *start.experiment;
  Session session(to_text(to_json(experiment)), start.model, corpus_text(experiment));
  if (session.waits()) {
    const std::string first = start_checkpoint(*experiment.models[start.model].start, start.model);
    session.adopt(bytes_of(first));
  }
  for (Slices slices; session.steps_done() < start.step;) slices.train(session, start.step);
  return session.save();
}

}  // namespace

std::string start_checkpoint(const Start& start, std::size_t k) {
  const std::string where = model_path(k) + ".start";
  if (!start.experiment) throw Error(ErrorCode::invalid_config, "start.file", where + ".weights");
  const fs::path folder = cache_folder(), path = folder / cache_name(start);
  const std::string kind = start.experiment->models[start.model].kind;
  if (auto checkpoint = folder.empty() ? std::nullopt : kept(path)) {
    say(where + ": " + kind + " after " + std::to_string(start.step) + " steps, as kept in " + path.string());
    return *std::move(checkpoint);
  }
  say(where + ": training " + kind + " for " + std::to_string(start.step) + " steps");
  const std::vector<std::byte> checkpoint = trained(start);
  if (!folder.empty()) keep(path, checkpoint);
  return {reinterpret_cast<const char*>(checkpoint.data()), checkpoint.size()};
}

}  // namespace unrolled::cli
