#include "cli/files.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "tasks/registry.hpp"

namespace unrolled::cli {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

/// A text ends in .txt, a table in .csv, packed numbers in .bin; which of them, the name does not tell.
std::string corpus_path(const std::string& stem) {
  for (const char* ending : {".csv", ".bin"})
    if (File(std::fopen((stem + ending).c_str(), "rb"))) return stem + ending;
  return stem + ".txt";
}

}  // namespace

std::string read_file(const std::string& path) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) throw Error(ErrorCode::invalid_file, "file.read", path);
  std::string content;
  char block[1 << 16];
  for (std::size_t n; (n = std::fread(block, 1, sizeof block, file.get())) > 0;) content.append(block, n);
  if (std::ferror(file.get())) throw Error(ErrorCode::invalid_file, "file.read", path);
  return content;
}

std::string corpus_text(const Experiment& experiment) {
  if (!task_kind(experiment.task.kind).reads_data) return "";
  const Options& task = experiment.task.options;
  const std::string& corpus = task.text("corpus");
  if (corpus == "own") {
    if (task.text("text").empty()) throw Error(ErrorCode::invalid_text, "file.own", "task.text");
    return task.text("text");
  }
  const char* folder = std::getenv("UNROLLED_CORPORA");
  return read_file(corpus_path(std::string(folder == nullptr ? "build/corpora" : folder) + "/" + corpus));
}

}  // namespace unrolled::cli
