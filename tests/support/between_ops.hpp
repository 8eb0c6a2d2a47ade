#pragma once
#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include "plan/plan.hpp"

namespace unrolled::test {

/// A forward run in which `change` is called once the tensor of that name has been written, whoever writes it; false where nobody
/// does, and the run is then an ordinary one.
inline bool forward_changing(Plan<double>& plan, const std::string& name,
                             const std::function<void(Tensor<double>&)>& change) {
  Tensor<double>* tensor = plan.arena().find(name);
  if (tensor != nullptr) tensor->value[0] = std::numeric_limits<double>::quiet_NaN();
  bool changed = false;
  for (std::size_t i = 0; i < plan.op_count(); ++i) {
    plan.forward_op(i, {});
    if (tensor == nullptr || changed || std::isnan(tensor->value[0])) continue;
    changed = true;
    change(*tensor);
  }
  return changed;
}

}  // namespace unrolled::test
