#include "cli/claims.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "core/arithmetic.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "io/course.hpp"
#include "session/form.hpp"
#include "session/session.hpp"
#include "tasks/registry.hpp"

namespace unrolled::cli {
namespace {

constexpr std::size_t kGuessedSymbols = 64;  // for the price alone
constexpr std::size_t kWholeHash = 64, kShownHash = 12;

/// What is wrong with a receipt, as a sentence after the place.
struct Unprovable {
  std::string what;
};

[[noreturn]] void give_up(const std::string& where, const std::string& sentence) {
  throw Unprovable{where + ": " + sentence};
}

std::string with_line_ends(const std::string& text, bool carriage) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n' && carriage) out += '\r';
    out += text[i];
  }
  return out;
}

std::string member_of(const Json& json, const char* key) {
  return json.is_object() && json.contains(key) && json.at(key).is_string() ? json.at(key).get<std::string>() : "";
}

const std::string& corpus_of(const Experiment& experiment) { return experiment.task.options.text("corpus"); }

Text hashed(const std::string& text) { return {std::make_shared<const std::string>(text), sha256(bytes_of(text))}; }

[[noreturn]] void ask_for_own(const std::string& wanted, bool none_given, const std::string& where) {
  if (wanted.empty()) give_up(where, "It learned from data of somebody's own, and does not say from which.");
  const std::string hash =
      "It learned from data of somebody's own, whose hash begins with " + wanted.substr(0, kShownHash);
  give_up(where, hash + (none_given ? ". Give them with --data FILE."
                                    : ", and none of those given with --data has it. Give the same file."));
}

[[noreturn]] void give_up_on(const Text& text, const std::string& wanted, const std::string& corpus,
                             const std::string& where) {
  give_up(where, "The data " + corpus + " here are others than it learned from: their hash begins with " +
                     text.sha256.substr(0, kShownHash) + ", and the receipt's with " + wanted.substr(0, kShownHash) +
                     ". Give the same with --data FILE.");
}

/// By what two trainings are known to be the same: the model alone, with what it learns from.
std::string key_of(const Experiment& experiment, std::size_t k, const Text& text) {
  Experiment alone = experiment;
  alone.name.clear();
  alone.models = {experiment.models[k]};
  return to_text(without_text(to_json(alone))) + "\n" + text.sha256;
}

double flops_of(const std::string& experiment, std::size_t k) {
  try {
    return Json::parse(estimate(experiment, k, kGuessedSymbols)).at("flops_per_step").get<double>();
  } catch (const Error&) {
    return 0;  // it says so when it is opened
  }
}

void require_strict(const Experiment& experiment, const std::string& where) {
  if (experiment.train.text("tier") == "strict") return;
  give_up(
      where + ".train.tier",
      "It was trained in the fast tier, whose results differ from machine to machine, so that nothing can be proved.");
}

void require_own_arithmetic(const Receipt& receipt) {
  if (receipt.arithmetic != kArithmetic)
    give_up("arithmetic", "It was trained with arithmetic " + std::to_string(receipt.arithmetic) +
                              ", and this program computes with " + std::to_string(kArithmetic) +
                              ", which gives other bits. Verify it with Unrolled " + receipt.engine + ".");
  for (std::size_t k = 0; k < receipt.models.size(); ++k)
    if (!receipt.models[k].reproducible)
      give_up("models[" + std::to_string(k) + "].reproducible",
              "An engine of another arithmetic had a part in it, so that it cannot be trained again.");
}

Experiment experiment_at(const Json& json, const std::string& where) {
  try {
    Experiment experiment = read_experiment(json);
    require_strict(experiment, where);
    return experiment;
  } catch (const Error& error) {
    throw Unprovable{where + "." + error.what()};
  }
}

Claim claim_of(const ReceiptModel& model) {
  const bool begun = !model.weights_sha256.empty();
  return {model.name, model.step, model.scores, begun ? std::optional(model.weights_sha256) : std::nullopt,
          std::nullopt};
}

Claim claim_of(const TakenModel& model) {
  return {model.name, model.step, model.scores, model.weights_sha256, std::nullopt};
}

void require_scores(const Json& scores, const std::string& where) {
  for (const auto& [name, value] : scores.items()) {
    if (std::ranges::find(kHeldOutScores, std::string_view(name)) == kHeldOutScores.end())
      give_up(where, "There is no score " + in_quotes(name) + ".");
    if (!value.is_number()) give_up(where + "." + name, "This is no number.");
  }
}

void require_hash(const std::optional<std::string>& hash, std::size_t least, const std::string& where) {
  const bool is_hash = !hash || (hash->size() >= least && hash->size() <= kWholeHash &&
                                 hash->find_first_not_of("0123456789abcdef") == std::string::npos);
  if (!is_hash) give_up(where, "This is no SHA-256 hash in hexadecimal.");
}

void require_reachable(const ClaimedRun& run, std::size_t k, const std::string& where) {
  const std::uint64_t end = end_of_run(run.experiment, k);
  if (run.models[k].step > end)
    give_up(where + ".step", "It is said to have trained " + std::to_string(run.models[k].step) +
                                 " steps, and its run ends after " + std::to_string(end) + ".");
}

/// What all models of a run are, and that each can be.
void require_run(const ClaimedRun& run, std::size_t least_hash, const std::string& where) {
  if (run.models.size() != run.experiment.models.size())
    give_up(where, "It names " + std::to_string(run.models.size()) + " models, and the experiment has " +
                       std::to_string(run.experiment.models.size()) + ".");
  for (std::size_t k = 0; k < run.models.size(); ++k) {
    const std::string place = where + "[" + std::to_string(k) + "]";
    require_scores(run.models[k].scores, place + ".scores");
    require_hash(run.models[k].weights_sha256, least_hash, place + ".weights_sha256");
    require_reachable(run, k, place);
  }
}

ClaimedRun plain_run(const Receipt& receipt) {
  ClaimedRun run{experiment_at(receipt.page.at("experiment"), "page.experiment"), 0, {}};
  run.seed = run.experiment.train.integer("seed");
  for (const ReceiptModel& model : receipt.models) run.models.push_back(claim_of(model));
  require_run(run, kWholeHash, "models");
  return run;
}

ClaimedRun run_of(const TakenRun& taken, const Json& experiment, const std::string& where) {
  ClaimedRun run{
      experiment_at(with_changes(experiment, taken.changes, taken.seed, where + ".changes"), where), taken.seed, {}};
  for (const TakenModel& model : taken.models) run.models.push_back(claim_of(model));
  require_run(run, 1, where + ".models");
  return run;
}

/// As an exercise is known by, which a start of a model belongs to as it is.
Json without_own(Json experiment) {
  if (experiment.contains("task") && experiment.at("task").is_object()) experiment.at("task").erase("text");
  return experiment;
}

bool asks_for_curves(const HandedIn& handed_in) {
  return std::ranges::any_of(handed_in.goals, [](const Goal& goal) { return std::holds_alternative<Predicate>(goal); });
}

/// A model that stands still at its beginning is opened where goals ask whether it can do the task at all.
bool is_trained(const Claim& claim, bool judged) { return claim.weights_sha256 || !claim.scores.empty() || judged; }

void add_jobs(ClaimedRun& run, const Text& text, bool judged, bool plain, Jobs& jobs) {
  for (std::size_t k = 0; k < run.models.size(); ++k) {
    Claim& claim = run.models[k];
    if (!is_trained(claim, judged)) continue;
    claim.job = jobs.add(run.experiment, k, claim.step, text);
    Job& job = jobs.at(*claim.job);
    job.tests = job.tests || judged, job.there = job.there || plain;
  }
}

/// Where a head was pointed at, it is measured at the end of the run.
void add_heads(ClaimedReceipt& claimed, Jobs& jobs) {
  const HandedIn& handed_in = *claimed.handed_in;
  for (std::size_t i = 0; i < handed_in.goals.size(); ++i) {
    const auto* find = std::get_if<Find>(&handed_in.goals[i]);
    if (find == nullptr || !handed_in.reached[i]) continue;
    auto& models = claimed.runs[handed_in.reached[i]->run].models;
    if (find->model >= models.size()) continue;
    Claim& claim = models[find->model];
    if (claim.job) jobs.at(*claim.job).heads.insert(claim.step);
  }
}

/// The corpus of a run that changed it is known by the weights alone.
Json learned_by(const ClaimedRun& run, const Experiment& given, const Json& learned) {
  const bool reads = task_kind(given.task.kind).reads_data && task_kind(run.experiment.task.kind).reads_data;
  return reads && corpus_of(run.experiment) == corpus_of(given) ? learned : Json(nullptr);
}

void read_exercise(ClaimedReceipt& claimed, const Json& json, Data& data, Jobs& jobs) {
  const HandedIn& handed_in = claimed.handed_in.emplace(read_handed_in(json.at("exercise"), "exercise"));
  const Json& experiment = claimed.receipt.page.at("experiment");
  const Experiment given = experiment_at(experiment, "page.experiment");
  claimed.exercise_hash = exercise_hash(handed_in.exercise, without_own(experiment));
  const bool judged = asks_for_curves(handed_in);
  std::vector<Text> texts;
  for (std::size_t r = 0; r < handed_in.runs.size(); ++r) {
    const std::string where = "exercise.taken.runs[" + std::to_string(r) + "]";
    const ClaimedRun& run = claimed.runs.emplace_back(run_of(handed_in.runs[r], experiment, where));
    texts.push_back(data.text_of(run.experiment, learned_by(run, given, claimed.receipt.data), where));
  }
  for (std::size_t r = 0; r < texts.size(); ++r) add_jobs(claimed.runs[r], texts[r], judged, false, jobs);
  add_heads(claimed, jobs);
}

void read_into(ClaimedReceipt& claimed, Data& data, Jobs& jobs) {
  const Json json = parse_json(read_file(claimed.path), "", ErrorCode::invalid_file);
  claimed.receipt = read_receipt(json, "");
  require_own_arithmetic(claimed.receipt);
  if (json.contains("exercise") && !json.at("exercise").is_null()) read_exercise(claimed, json, data, jobs);
  if (claimed.handed_in && claimed.receipt.models.empty()) return;
  ClaimedRun run = plain_run(claimed.receipt);
  add_jobs(run, data.text_of(run.experiment, claimed.receipt.data, "data"), false, true, jobs);
  claimed.runs.push_back(std::move(run));
}

}  // namespace

Data::Data(const std::vector<std::string>& own) {
  for (const std::string& path : own) {
    const std::string content = read_file(path);
    for (const std::string& text : {content, with_line_ends(content, false), with_line_ends(content, true)}) {
      const Text one = hashed(text);
      own_.emplace(one.sha256, one);
    }
  }
}

Text Data::named(const Experiment& experiment) {
  const std::string& corpus = corpus_of(experiment);
  if (corpus == "own") return hashed(corpus_text(experiment));
  const auto known = known_.find(corpus);
  return known != known_.end() ? known->second : known_.emplace(corpus, hashed(corpus_text(experiment))).first->second;
}

Text Data::text_of(const Experiment& experiment, const Json& learned, const std::string& where) {
  if (!task_kind(experiment.task.kind).reads_data) return hashed("");
  const std::string wanted = member_of(learned, "sha256");
  const auto given = own_.find(wanted);
  const bool lacks = corpus_of(experiment) == "own" && experiment.task.options.text("text").empty();
  if (lacks && given == own_.end()) ask_for_own(wanted, own_.empty(), where);
  Text text = given != own_.end() ? given->second : named(experiment);
  if (!wanted.empty() && text.sha256 != wanted) give_up_on(text, wanted, in_quotes(corpus_of(experiment)), where);
  if (learned.is_object() && learned.contains("bytes") && learned.at("bytes") != text.text->size())
    give_up(where + ".bytes", "The data have " + std::to_string(text.text->size()) + " bytes, and the receipt says " +
                                  to_text(learned.at("bytes")) + ".");
  return text;
}

std::size_t Jobs::add(const Experiment& experiment, std::size_t k, std::uint64_t step, const Text& text) {
  const auto [at, is_new] = by_key_.emplace(key_of(experiment, k, text), jobs_.size());
  if (is_new) {
    Job& job = jobs_.emplace_back();
    job.experiment = to_text(to_json(experiment)), job.model = k, job.text = text.text;
  }
  Job& job = jobs_[at->second];
  job.looks.insert(step);
  job.cost = std::max(job.cost, double(step) * flops_of(job.experiment, k));
  return at->second;
}

ClaimedReceipt read_claims(const std::string& path, Data& data, Jobs& jobs) {
  ClaimedReceipt claimed;
  claimed.path = path;
  try {
    read_into(claimed, data, jobs);
  } catch (const Unprovable& found) {
    claimed.problem = found.what;
  } catch (const Error& error) {
    claimed.problem = error.what();
  }
  return claimed;
}

}  // namespace unrolled::cli
