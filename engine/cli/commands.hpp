#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "io/json.hpp"

namespace unrolled::cli {

using Words = std::vector<std::string>;

// Each takes the words after its name and prints to standard output. All throw Error for a user's mistake.
void describe_command(const Words& words);
void train_command(const Words& words);
void eval_command(const Words& words);
void generate_command(const Words& words);
void show_command(const Words& words);
void bench_command(const Words& words);

/// One line of JSON.
void print_line(const std::string& json);

/// Throws Error where a report of Session::step says that the loss left the numbers.
void require_finite(const Json& trained, std::uint64_t steps);

/// Seconds since some moment: the command is the only part of the engine that looks at a clock.
double seconds();

}  // namespace unrolled::cli
