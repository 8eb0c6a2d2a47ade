#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/retraining.hpp"
#include "facts/exercise.hpp"
#include "io/experiment.hpp"
#include "session/receipt.hpp"

// What receipts claim, and what is to be trained to prove it.

namespace unrolled::cli {

/// What a receipt says of one model of a run.
struct Claim {
  std::string name;
  std::uint64_t step = 0;
  Json scores = Json::object();
  std::optional<std::string> weights_sha256;
  std::optional<std::size_t> job;  ///< nothing: nothing is claimed that training could prove
};

struct ClaimedRun {
  Experiment experiment;
  std::uint64_t seed = 0;
  std::vector<Claim> models;
};

struct ClaimedReceipt {
  std::string path;
  std::string problem;  ///< a sentence: why nothing of it can be proved; empty: it can
  Receipt receipt;
  std::optional<HandedIn> handed_in;
  std::string exercise_hash;     ///< of the exercise as it stands in the receipt
  std::vector<ClaimedRun> runs;  ///< of a receipt without an exercise one
};

/// What is learned from, with its hash.
struct Text {
  std::shared_ptr<const std::string> text;
  std::string sha256;
};

/// The texts and tables that may be learned from, each read once.
class Data {
 public:
  /// own: files of somebody's own data. Throws Error{invalid_file} for one that cannot be read.
  explicit Data(const std::vector<std::string>& own);
  /// What an experiment learns from, as a receipt names it; `learned` is null where nobody says which. Throws Error where it is not there.
  Text text_of(const Experiment& experiment, const Json& learned, const std::string& where);

 private:
  Text named(const Experiment& experiment);
  std::map<std::string, Text> own_;    // by hash
  std::map<std::string, Text> known_;  // by the name of a corpus
};

/// The trainings that receipts ask for: what several ask for is one.
class Jobs {
 public:
  /// The training of model k to a step.
  std::size_t add(const Experiment& experiment, std::size_t k, std::uint64_t step, const Text& text);
  Job& at(std::size_t job) { return jobs_[job]; }
  const Job& at(std::size_t job) const { return jobs_[job]; }
  std::size_t size() const { return jobs_.size(); }

 private:
  std::vector<Job> jobs_;
  std::map<std::string, std::size_t> by_key_;
};

/// Reads a file and adds the jobs that it asks for. Never throws for what is in it: that is its problem.
ClaimedReceipt read_claims(const std::string& path, Data& data, Jobs& jobs);

}  // namespace unrolled::cli
