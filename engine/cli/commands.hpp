#pragma once
#include <string>
#include <vector>

namespace unrolled::cli {

using Words = std::vector<std::string>;

// Each takes the words after its name and prints to standard output. All throw Error for a user's mistake.
void describe_command(const Words& words);
void train_command(const Words& words);
void eval_command(const Words& words);
void measure_command(const Words& words);
void generate_command(const Words& words);
void show_command(const Words& words);
void bench_command(const Words& words);
/// Whether all that could be proved was.
bool verify_command(const Words& words);

}  // namespace unrolled::cli
