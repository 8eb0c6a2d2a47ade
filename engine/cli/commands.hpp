#pragma once
#include <string>
#include <vector>

namespace unrolled::cli {

using Words = std::vector<std::string>;

// Each takes the words after its name and prints to standard output. All throw Error for a user's mistake.
void describe_command(const Words& words);
void train_command(const Words& words);
void eval_command(const Words& words);
void generate_command(const Words& words);
void bench_command(const Words& words);

/// One line of JSON.
void print_line(const std::string& json);

/// Seconds since some moment: the command is the only part of the engine that looks at a clock.
double seconds();

}  // namespace unrolled::cli
