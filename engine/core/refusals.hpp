#pragma once
#include <span>
#include <string_view>

namespace unrolled {

/// What is said when something is refused: what was found, then what to do, after a place and a colon. { $name } stands
/// for a detail of the Error; nothing else of Fluent's syntax is used, so that a language file can say the same
/// ("number.range" is refusal-number-range there) and C++ can fill it in.
struct Refusal {
  std::string_view key, text;
};

std::span<const Refusal> refusals();

/// The key itself where the table does not have it, which tools/check-refusals.mjs rules out.
std::string_view refusal_text(std::string_view key);

}  // namespace unrolled
