#pragma once
#include <string>

#include "core/error.hpp"
#include "support/task_examples.hpp"

namespace unrolled::test {

/// Why such a task is refused.
inline std::string refusal(const std::string& kind, const Settings& settings, std::string_view data = {}) {
  try {
    make_task(kind, settings, data);
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

/// Calls f for `count` examples of training.
template <class F>
void for_training(const ExampleTask& task, std::size_t count, F f) {
  Rng rng(5);
  Example e;
  for (std::size_t i = 0; i < count; ++i) task.sample_one(rng, e), f(e);
}

/// Held-out examples and some of training.
template <class F>
void for_all(const ExampleTask& task, std::size_t count, F f) {
  for (HeldOut set : {HeldOut::val, HeldOut::longer})
    for (const Example& e : task.examples(set)) f(e);
  for_training(task, count, f);
}

}  // namespace unrolled::test
