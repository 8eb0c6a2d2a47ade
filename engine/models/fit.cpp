#include "models/fit.hpp"

#include "core/error.hpp"

namespace unrolled {

void refuse_task(const std::string& where, const std::string& expected, const std::string& found) {
  throw Error(ErrorCode::invalid_config, where, expected, found);
}

std::vector<Form> left_to_right_forms(const Options&) { return {Form::single, Form::prefix}; }

void require_next_symbols(const Options&, const Signature& s, const std::string& where) {
  const bool next_symbols = s.input.symbols > 0 && s.output.kind == OutputSize::Kind::symbols && !s.output.whole &&
                            s.output.width == s.input.symbols && s.causal && !s.pairs();
  if (!next_symbols) refuse_task(where, "a task of predicting the next symbol of a text", "another");
}

}  // namespace unrolled
