#include "measures/symbol_axis.hpp"

namespace unrolled {

std::string symbol_name(const Task& task, std::size_t symbol) {
  if (const std::vector<std::string> classes = task.classes(); !classes.empty())
    return symbol < classes.size() ? classes[symbol] : "";
  const Vocabulary& vocabulary = task.vocabulary();
  return symbol < vocabulary.size() ? vocabulary.text(std::int32_t(symbol)) : "";
}

Axis symbol_axis(const char* name, const Task& task, const std::vector<std::size_t>& symbols) {
  Axis axis{name, symbols.size()};
  for (std::size_t symbol : symbols) {
    axis.at.push_back(double(symbol));
    axis.names.push_back(symbol_name(task, symbol));
  }
  return axis;
}

}  // namespace unrolled
