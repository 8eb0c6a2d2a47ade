#include "session/adoption.hpp"

#include <algorithm>

#include "tasks/registry.hpp"

namespace unrolled {
namespace {

class Adopter {
 public:
  Adopter(const CheckpointHeader& own, const SafetensorsFile& file)
      : own_(own), stored_(read_header(file)), file_(file), same_answers_(answer_alike()) {}

  bool adopt(Tensor<float>& tensor) const {
    const StoredTensor* from = file_.find(tensor.name);
    if (from == nullptr || from->dtype != DType::f32) return false;
    if (tensor.name.starts_with("head.") && !same_answers_) return false;
    if (tensor.name.ends_with("embedding.weight")) return copy_symbols(*from, tensor);
    if (tensor.name.ends_with("position.weight")) return copy_first_rows(*from, tensor);
    if (from->shape != tensor.shape) return false;
    copy_tensor(*from, tensor.shape, tensor.value);
    return true;
  }

 private:
  bool answer_alike() const {
    const OutputSize own = own_.form().signature.output, stored = stored_.form().signature.output;
    return own == stored && own.kind == OutputSize::Kind::symbols && !own.whole &&
           own_.vocabulary == stored_.vocabulary;
  }

  static bool same_columns(const StoredTensor& from, const Tensor<float>& to) {
    return from.shape.rank() == 2 && to.shape.rank() == 2 && from.shape[1] == to.shape[1];
  }

  static std::vector<float> values_of(const StoredTensor& from) {
    std::vector<float> values(from.shape.count());
    copy_tensor(from, from.shape, std::span<float>(values));
    return values;
  }

  bool copy_symbols(const StoredTensor& from, Tensor<float>& to) const {
    const Vocabulary &mine = own_.vocabulary, &theirs = stored_.vocabulary;
    // There may be rows beyond the vocabulary: a task of hidden characters makes room for one symbol more.
    if (!same_columns(from, to) || from.shape[0] < theirs.size() || to.shape[0] < mine.size()) return false;
    const std::vector<float> values = values_of(from);
    const std::size_t width = to.shape[1];
    bool any = false;
    for (std::size_t mine_id = 0; mine_id < mine.size(); ++mine_id)
      for (std::size_t their_id = 0; their_id < theirs.size(); ++their_id)
        if (mine.text(std::int32_t(mine_id)) == theirs.text(std::int32_t(their_id))) {
          std::copy_n(values.begin() + std::ptrdiff_t(their_id * width), width,
                      to.value.begin() + std::ptrdiff_t(mine_id * width));
          any = true;
        }
    return any;
  }

  static bool copy_first_rows(const StoredTensor& from, Tensor<float>& to) {
    if (!same_columns(from, to)) return false;
    const std::vector<float> values = values_of(from);
    std::copy_n(values.begin(), std::min(values.size(), to.value.size()), to.value.begin());
    return true;
  }

  const CheckpointHeader& own_;
  const CheckpointHeader stored_;
  const SafetensorsFile& file_;
  const bool same_answers_;
};

}  // namespace

Adoption adopt_weights(Arena<float>& parameters, const CheckpointHeader& header, const SafetensorsFile& file) {
  const Adopter adopter(header, file);
  Adoption result;
  for (Tensor<float>& tensor : parameters.tensors())
    (adopter.adopt(tensor) ? result.adopted : result.fresh).push_back(tensor.name);
  return result;
}

}  // namespace unrolled
