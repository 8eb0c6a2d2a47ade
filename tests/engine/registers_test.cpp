// Which registers the kernels compute with. That they compute the same is hashes_test.cpp's, run with each by
// tests/bits/registers.test.js.
#include "kernels/registers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

using namespace unrolled;

TEST_CASE("registers: those that are asked for are in use, else the widest of the machine") {
  const auto usable = usable_registers();
  const char* asked = std::getenv(kRegistersVariable);
  CHECK(std::string(registers_in_use()) == (asked != nullptr ? asked : usable.back()));
  CHECK(std::ranges::find(usable, std::string(registers_in_use())) != usable.end());
}
