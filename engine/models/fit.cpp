#include "models/fit.hpp"

namespace unrolled {

void refuse_task(const std::string& where, const char* key, std::vector<Detail> details) {
  throw Error(ErrorCode::invalid_config, key, where, std::move(details));
}

std::vector<Form> left_to_right_forms(const Options&) { return {Form::single, Form::prefix}; }

bool answers_in_its_symbols(const Signature& s) {
  return s.input.symbols > 0 && s.output.kind == OutputSize::Kind::symbols && !s.output.whole &&
         s.output.width == s.input.symbols;
}

bool predicts_next_symbols(const Signature& s) { return answers_in_its_symbols(s) && s.causal && !s.pairs(); }

void require_next_symbols(const Options&, const Signature& signature, const std::string& where) {
  if (!predicts_next_symbols(signature)) refuse_task(where, "fit.next_symbols");
}

bool has_effect(const Option& option, const Signature& s) {
  if (option.needs == "symbols") return s.input.symbols > 0 || s.source.symbols > 0;
  if (option.needs == "whole") return s.output.whole;
  if (option.needs == "each") return !s.output.whole;
  if (option.needs == "future") return !s.causal;
  if (option.needs == "own_symbols") return answers_in_its_symbols(s);
  return true;
}

}  // namespace unrolled
