#include <algorithm>
#include <cstdlib>
#include <exception>
#include <map>
#include <new>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/output.hpp"
#include "core/error.hpp"
#include "io/json.hpp"
#include "kernels/registers.hpp"

namespace unrolled::cli {
namespace {

constexpr const char* kUsage =
    "unrolled describe\n"
    "unrolled train EXPERIMENT.json [--model K] [--text FILE] [--csv FILE] [--steps N] [--load FILE] [--init FILE]\n"
    "               [--save MODEL.safetensors] [--save-race RACE.zip [--with-data]]\n"
    "unrolled train RACE.zip|MODEL.safetensors ...     goes on; the same but for --load\n"
    "unrolled eval EXPERIMENT.json --load FILE [--text FILE] [--csv FILE] [--model K]\n"
    "unrolled measure MODEL.safetensors KIND [--options JSON] [--text FILE] [--csv FILE]\n"
    "unrolled generate FILE [--prompt TEXT] [--tokens N] [--temperature X] [--top-k N] [--seed N]\n"
    "unrolled show FILE\n"
    "unrolled verify RECEIPT.json... [--data FILE]... [--exercise HASH] [--workers N] [--json]\n"
    "unrolled bench WORKLOADS.json [--workload ID] [--seconds S] [--steps N] [--samples yes|no]\n";

void refuse_export(const Words&) { throw Error(ErrorCode::invalid_config, "command.later", "export"); }

void check_registers() {
  const char* asked = std::getenv(kRegistersVariable);
  const auto usable = usable_registers();
  if (asked == nullptr || std::ranges::find(usable, std::string_view(asked)) != usable.end()) return;
  throw Error(ErrorCode::invalid_config, "choice.unknown", kRegistersVariable,
              {{"found", in_quotes(asked)}, {"known", listed({usable.begin(), usable.end()})}});
}

constexpr int kNotProved = 1;

template <void command(const Words&)>
int done(const Words& words) {
  command(words);
  return 0;
}

int verify(const Words& words) { return verify_command(words) ? 0 : kNotProved; }

/// The exit code.
int run(const Words& words) {
  static const std::map<std::string, int (*)(const Words&)> commands{{"describe", done<describe_command>},
                                                                     {"train", done<train_command>},
                                                                     {"eval", done<eval_command>},
                                                                     {"measure", done<measure_command>},
                                                                     {"generate", done<generate_command>},
                                                                     {"show", done<show_command>},
                                                                     {"verify", verify},
                                                                     {"bench", done<bench_command>},
                                                                     {"export", done<refuse_export>}};
  const auto command = words.empty() ? commands.end() : commands.find(words.front());
  if (command == commands.end())
    throw Error(ErrorCode::invalid_config, "command.unknown", "command",
                {{"found", in_quotes(words.empty() ? "" : words.front())}});
  check_registers();
  return command->second(Words(words.begin() + 1, words.end()));
}

int fail(const char* message, int code) {
  say(message);
  return code;
}

}  // namespace
}  // namespace unrolled::cli

int main(int count, char** values) {
  using namespace unrolled;
  const cli::Words words(values + 1, values + count);
  cli::prepare_streams();
  try {
    if (words != cli::Words{"--help"} && words != cli::Words{"help"}) return cli::run(words);
    cli::print(cli::kUsage);
    return 0;
  } catch (const cli::Interrupted& stop) {
    return 128 + stop.signal;
  } catch (const Error& error) {
    return cli::fail(error.what(), 2);
  } catch (const std::bad_alloc&) {
    return cli::fail(Error(ErrorCode::out_of_memory, "cost.out_of_memory", "").what(), 1);
  } catch (const std::exception& error) {
    return cli::fail(Error(ErrorCode::invalid_config, "internal.mistake", "", {{"reason", error.what()}}).what(), 1);
  }
}
