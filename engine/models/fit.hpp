#pragma once
#include <string>
#include <vector>

#include "core/error.hpp"
#include "core/options.hpp"
#include "plan/batch.hpp"

namespace unrolled {

// What families say of the tasks they can do (ModelKind::forms and ::fits).

/// Throws Error{invalid_config} at the model's path: its words are those of `key` in core/refusals.cpp.
[[noreturn]] void refuse_task(const std::string& where, const char* key, std::vector<Detail> details = {});

/// Of a family that reads one stream from left to right: also pairs, as what is given, a separator, the answer.
std::vector<Form> left_to_right_forms(const Options& options);

/// Whether there is an answer at every position, one of the symbols that come in.
bool answers_in_its_symbols(const Signature& signature);

/// Whether every position asks for the symbol that follows: what can be continued, symbol by symbol.
bool predicts_next_symbols(const Signature& signature);

/// Refuses everything but predicting symbols at every position from earlier ones.
void require_next_symbols(const Options& options, const Signature& signature, const std::string& where);

/// Whether an option can change what a model of this signature computes. Option::needs is
///   "symbols"      what comes in are symbols rather than numbers
///   "whole"        the answer is one for all positions
///   "each"         there is an answer at every position
///   "future"       an answer may depend on later positions
///   "own_symbols"  the answers are symbols of the kind that comes in
bool has_effect(const Option& option, const Signature& signature);

}  // namespace unrolled
