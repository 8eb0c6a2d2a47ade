#include "measures/model_copy.hpp"

#include <algorithm>

#include "models/registry.hpp"

namespace unrolled {

ModelCopy::ModelCopy(const Subject& subject)
    : original_(subject.model),
      model_(make_model<float>(subject.configured, subject.form.signature)),
      places_(places_of(subject.configured, shapes_of(subject.model.parameters()))) {
  model_->parameters().drop_grads();
}

void ModelCopy::allocate() { model_->parameters().allocate(); }

void ModelCopy::become(const std::vector<Edit>& edits) {
  auto to = model_->parameters().tensors().begin();
  for (const Tensor<float>& from : original_.parameters().tensors())
    std::ranges::copy(from.value, (to++)->value.begin());
  Held<float> held;
  for (const Edit& edit : edits) held.add(edit, place_of(edit, places_, "measure"), model_->parameters(), true);
  held.settle();
}

}  // namespace unrolled
