#include <sys/resource.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <ctime>
#include <functional>
#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/output.hpp"
#include "cli/training_run.hpp"
#include "kernels/registers.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

#ifdef UNROLLED_RELAXED
constexpr const char* kTier = "fast";
#else
constexpr const char* kTier = "strict";
#endif

constexpr std::size_t kFewest = 5;  // samples, however long they take

/// One line of workloads.json, which says what its parts mean.
struct Workload {
  std::string id, text, experiment;
  std::string generation;  ///< options of generate(); empty where a workload trains
  double flops, tokens;    ///< useful operations and symbols of one step
};

std::vector<Workload> read_workloads(const std::string& path) {
  const std::string folder = path.substr(0, path.find_last_of('/') + 1);
  const Json file = parse_json(read_file(path), path, ErrorCode::invalid_file);
  std::vector<Workload> list;
  for (const Json& w : file.at("workloads"))
    list.push_back({w.at("id"), read_file(folder + w.at("text").get<std::string>()), to_text(w.at("experiment")),
                    w.contains("generate") ? to_text(w.at("generate")) : "", w.at("flops"), w.at("tokens")});
  return list;
}

/// One training step, or one text written. Returns what the session says.
std::string run_once(Session& session, const Workload& w) {
  return w.generation.empty() ? session.step(1) : session.generate(w.generation);
}

/// `steps` steps after opening and nothing that depends on a clock, so that instructions can be counted.
Json counted(const Workload& w, std::size_t steps) {
  Session session(w.experiment, 0, w.text);
  std::string said;
  for (std::size_t i = 0; i < steps; ++i) said = run_once(session, w);
  Json line{{"workload", w.id}, {"tier", kTier}, {"registers", registers_in_use()}, {"steps", steps}};
  if (steps == 0) return line;
  const Json last = parse_json(said, w.id);
  if (w.generation.empty()) {
    line["loss"] = last.at("losses").at(0);
    line["loss_bits"] = std::bit_cast<std::uint32_t>(last.at("losses").at(0).get<float>());
  } else {
    line["text"] = last.at("text");
  }
  return line;
}

double duration_ms(const std::function<void()>& call) {
  const double begin = seconds();
  call();
  return 1000 * (seconds() - begin);
}

double quantile(const std::vector<double>& sorted, double part) {
  return sorted[std::size_t(part * double(sorted.size()))];
}

/// The most that this process ever had of the machine's memory.
double peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * double(usage.ru_maxrss);
}

/// One step after another for about `budget` seconds, after the first of a fresh session.
Json timed(const Workload& w, double budget, bool all_samples) {
  std::optional<Session> session;
  const double first = duration_ms([&] { run_once(session.emplace(w.experiment, 0, w.text), w); });
  std::vector<double> times;
  const std::clock_t processor = std::clock();
  for (const double end = seconds() + budget; seconds() < end || times.size() < kFewest;)
    times.push_back(duration_ms([&] { run_once(*session, w); }));
  const double cpu_ms = 1000 * double(std::clock() - processor) / CLOCKS_PER_SEC / double(times.size());
  Json line{{"workload", w.id}, {"tier", kTier}, {"registers", registers_in_use()}};
  if (all_samples) line["samples"] = times;
  std::ranges::sort(times);
  const double p10 = quantile(times, 0.1);  // what other work on the machine disturbs least
  line.update({{"ms_median", quantile(times, 0.5)},
               {"ms_p10", p10},
               {"cpu_ms", cpu_ms},  // of one step, on a busy machine the better measure
               {"tokens_per_s", 1000 * w.tokens / p10},
               {"gflops", w.flops / p10 / 1e6},
               {"steps", times.size()},
               {"first_step_ms", first},
               {"arena_bytes", session->bytes()},
               {"memory_bytes", peak_bytes()}});
  return line;
}

[[noreturn]] void refuse_workload(const std::vector<Workload>& list, const std::string& found) {
  std::vector<std::string> known;
  for (const Workload& w : list) known.push_back(w.id);
  throw Error(ErrorCode::invalid_config, "choice.unknown", "--workload", {{"found", found}, {"known", listed(known)}});
}

}  // namespace

void bench_command(const Words& words) {
  const Arguments arguments(words, {"WORKLOADS.json"}, {"--workload", "--seconds", "--steps", "--samples"});
  const std::vector<Workload> list = read_workloads(arguments.word(0));
  const auto only = arguments.text("--workload");
  const auto steps = arguments.number("--steps", 0, 1e6, true);
  const double budget = arguments.number("--seconds", 0.01, 3600, false).value_or(2);
  const bool all_samples = arguments.text("--samples").value_or("no") == "yes";
  if (only && std::ranges::find(list, *only, &Workload::id) == list.end()) refuse_workload(list, *only);
  for (const Workload& w : list)
    if (!only || *only == w.id)
      print_line(to_text(steps ? counted(w, std::size_t(*steps)) : timed(w, budget, all_samples)));
}

}  // namespace unrolled::cli
