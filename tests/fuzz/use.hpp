#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "session/session.hpp"

// What all targets do with what they were given. An Error is an answer, and so is std::bad_alloc; anything else that is
// thrown, and every finding of the sanitizers, ends the run.

namespace unrolled::fuzz {

/// Whether the call was answered rather than refused.
bool answered(const std::function<void()>& call);

/// Whether model k may be opened here: small enough for hundreds of sessions a second under sanitizers.
bool cheap(std::string_view experiment, std::size_t k, std::size_t symbols);

/// Opens model k and does everything with it that the page does: steps, tests, examples, a question, a look inside, a file.
/// prompt: what is asked, JSON.
void open_and_use(std::string_view experiment, std::size_t k, std::string_view data, const std::string& prompt);

/// The experiment that the first byte chooses, and what is left as its data. size: at least 1.
struct Input {
  const char* experiment;
  std::string_view data;
};
Input experiment_and_data(std::span<const char* const> experiments, const std::uint8_t* data, std::size_t size);

/// The same as open_and_use() with an open session.
void use(Session& session, const std::string& prompt);

/// `if (!must(...))` would be forgotten: ends the process where a promise was broken.
void must(bool kept, const char* promise);

}  // namespace unrolled::fuzz
