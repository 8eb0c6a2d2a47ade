#include "models/fit.hpp"

#include "core/error.hpp"

namespace unrolled {

void refuse_task(const std::string& where, const std::string& expected, const std::string& found) {
  throw Error(ErrorCode::invalid_config, where, expected, found);
}

std::vector<Form> left_to_right_forms(const Options&) { return {Form::single, Form::prefix}; }

bool predicts_next_symbols(const Signature& s) {
  return s.input.symbols > 0 && s.output.kind == OutputSize::Kind::symbols && !s.output.whole &&
         s.output.width == s.input.symbols && s.causal && !s.pairs();
}

void require_next_symbols(const Options&, const Signature& signature, const std::string& where) {
  if (!predicts_next_symbols(signature))
    refuse_task(where, "a task of predicting the next symbol of a text", "another");
}

}  // namespace unrolled
