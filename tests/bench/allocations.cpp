// How often a training step allocates: `allocations WORKLOADS.json ID` prints {"per_step":N}, calls of operator new.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "io/json.hpp"
#include "session/session.hpp"
#include "support/count_allocations.hpp"

namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// 101 steps in one call against one step: what the call itself allocates, its answer, does not count.
std::size_t allocations_per_step(unrolled::Session& session) {
  session.step(1);  // whatever happens only once
  const std::size_t one = unrolled::test::allocations_during([&] { session.step(1); });
  return (unrolled::test::allocations_during([&] { session.step(101); }) - one) / 100;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const std::string path = words[1], folder = path.substr(0, path.find_last_of('/') + 1);
  const unrolled::Json file = unrolled::parse_json(content(path), path);
  for (const unrolled::Json& w : file.at("workloads"))
    if (w.at("id") == words[2]) {
      unrolled::Session session(unrolled::to_text(w.at("experiment")), 0,
                                content(folder + w.at("text").get<std::string>()));
      std::printf("{\"per_step\":%zu}\n", allocations_per_step(session));
    }
}
