#include <algorithm>
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "core/rng.hpp"
#include "session/session.hpp"

namespace unrolled::cli {
namespace {

constexpr std::size_t kSymbols = 64;
constexpr std::size_t kGenerated = 127;

#ifdef UNROLLED_RELAXED
constexpr const char* kTier = "fast";
#else
constexpr const char* kTier = "strict";
#endif

struct Workload {
  std::string id, kind;
  std::size_t hidden, layers, d_ff, length;
  double lr;
  bool generates = false;
};

const std::vector<Workload>& workloads() {
  static const std::vector<Workload> list{
      {"rnn-h64", "rnn", 64, 1, 0, 32, 0.002},
      {"lstm-h64", "lstm", 64, 1, 0, 64, 0.002},
      {"lstm-h128", "lstm", 128, 1, 0, 64, 0.002},
      {"tfm-d64", "transformer", 64, 2, 256, 64, 0.001},
      {"tfm-d128", "transformer", 128, 4, 512, 128, 0.001},
      {"gen-lstm-h128", "lstm", 128, 1, 0, 64, 0.002, true},
      {"gen-tfm-d128", "transformer", 128, 4, 512, 128, 0.001, true},
  };
  return list;
}

Json model_json(const Workload& w) {
  if (w.kind == "transformer")
    return {{"kind", w.kind}, {"d_model", w.hidden}, {"num_heads", 4}, {"num_layers", w.layers}, {"d_ff", w.d_ff}};
  return {{"kind", w.kind}, {"embedding_size", w.hidden}, {"hidden_size", w.hidden}, {"num_layers", w.layers}};
}

std::string experiment_json(const Workload& w) {
  return to_text({{"version", 1},
                  {"task", {{"kind", "text"}, {"corpus", "own"}, {"length", w.length}}},
                  {"train", {{"batch_size", 16}, {"clip_norm", 0}, {"optimizer", {{"kind", "adam"}, {"lr", w.lr}}}}},
                  {"models", Json::array({model_json(w)})}});
}

/// Random symbols, every one of the 64 among them.
std::string random_text() {
  Rng rng(1, "bench");
  std::string text;
  for (std::size_t i = 0; i < 20000; ++i) text += static_cast<char>('0' + (i < kSymbols ? i : rng.below(kSymbols)));
  return text;
}

/// Work of one training step in 10^9 operations, by the convention that all peers are credited with: matrix products
/// of the layers, forward times three, the full square of attention, the embedding for nothing but as an input of
/// `hidden` numbers that the first layer multiplies.
double giga_flops(const Workload& w) {
  const double h = double(w.hidden), T = double(w.length), layers = double(w.layers);
  double forward = 2 * h * kSymbols;
  if (w.kind == "transformer")
    forward += layers * (2 * (4 * h * h + 2 * h * double(w.d_ff)) + 4 * T * h);
  else
    forward += layers * (w.kind == "lstm" ? 4 : 1) * 2 * (h + h) * h;
  return 3 * forward * 16 * T / 1e9;
}

/// The median of the times of one call after another, for about `budget` seconds.
template <class F>
double median_seconds(double budget, F&& call) {
  call();  // warms up
  std::vector<double> times;
  const double end = seconds() + budget;
  do {
    const double begin = seconds();
    call();
    times.push_back(seconds() - begin);
  } while (seconds() < end || times.size() < 5);
  std::ranges::nth_element(times, times.begin() + std::ptrdiff_t(times.size() / 2));
  return times[times.size() / 2];
}

void run_workload(const Workload& w, double budget) {
  Session session(experiment_json(w), 0, random_text());
  Json line{{"workload", w.id}, {"tier", kTier}};
  if (w.generates) {
    const std::string options = to_text({{"prompt", "0"}, {"tokens", kGenerated}, {"temperature", 0}});
    line["tokens_per_s"] = kGenerated / median_seconds(budget, [&] { session.generate(options); });
  } else {
    const double time = median_seconds(budget, [&] { session.step(1); });
    line["ms_per_step"] = 1000 * time;
    line["tokens_per_s"] = 16 * double(w.length) / time;
    line["gflops"] = giga_flops(w) / time;
  }
  print_line(to_text(line));
}

}  // namespace

void bench_command(const Words& words) {
  const Arguments arguments(words, {}, {"--workload", "--tier", "--seconds"});
  const std::string tier = arguments.text("--tier").value_or(kTier);
  if (tier != kTier)
    throw Error(ErrorCode::invalid_config, "--tier", std::string(kTier) + ", which this program was built for",
                in_quotes(tier));
  const double budget = arguments.number("--seconds", 0.01, 3600, false).value_or(2);
  const auto only = arguments.text("--workload");
  bool found = false;
  for (const Workload& w : workloads()) {
    if (only && *only != w.id) continue;
    found = true;
    run_workload(w, budget);
  }
  std::string known;
  for (const Workload& w : workloads()) known += (known.empty() ? "" : ", ") + w.id;
  if (!found) throw Error(ErrorCode::invalid_config, "--workload", "one of " + known, in_quotes(*only));
}

}  // namespace unrolled::cli
