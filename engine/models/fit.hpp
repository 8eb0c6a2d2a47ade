#pragma once
#include <string>
#include <vector>

#include "core/options.hpp"
#include "plan/batch.hpp"

namespace unrolled {

// What families say of the tasks they can do (ModelKind::forms and ::fits).

/// Throws Error{invalid_config} at the model's path: "expected a task with ..., got one that ...".
[[noreturn]] void refuse_task(const std::string& where, const std::string& expected, const std::string& found);

/// Of a family that reads one stream from left to right: also pairs, as what is given, a separator, the answer.
std::vector<Form> left_to_right_forms(const Options& options);

/// Whether every position asks for the symbol that follows: what can be continued, symbol by symbol.
bool predicts_next_symbols(const Signature& signature);

/// Refuses everything but predicting symbols at every position from earlier ones.
void require_next_symbols(const Options& options, const Signature& signature, const std::string& where);

}  // namespace unrolled
