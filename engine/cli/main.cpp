#include <cstdio>
#include <string>

#include "io/experiment.hpp"

int main() {
  std::puts(unrolled::to_text(unrolled::describe_everything()).c_str());
}
