#pragma once
#include "io/json.hpp"
#include "session/answers.hpp"

namespace unrolled {

// Examples and answers as JSON: "items" of docs/contracts.md.

/// {"symbols":[...]} of the vocabulary, or of the classes.
Json symbols_json(const std::vector<std::int32_t>& symbols, const Task& task, bool classes);

/// Parts of 1 to which probabilities are rounded: what is sent often, and what somebody compares with another answer.
constexpr double kShort = 1e4, kExact = 1e9;

/// What was asked, what is right and what the model answered. `example` may lack its target: a reader's question.
Json item_json(const Task& task, const Signature& signature, const Example& example, const Answer& answer,
               double parts = kShort);

}  // namespace unrolled
