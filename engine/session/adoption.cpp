#include "session/adoption.hpp"

#include <algorithm>
#include <cstring>

#include "tasks/registry.hpp"

namespace unrolled {
namespace {

class Adopter {
 public:
  Adopter(const CheckpointHeader& own, const SafetensorsFile& file)
      : own_(own), stored_(read_header(file)), file_(file), same_answers_(answer_alike()) {}

  /// Adds to `pieces` what of the tensor is taken over. Whether anything is.
  bool adopt(Tensor<float>& tensor, std::vector<Adoption::Piece>& pieces) const {
    const StoredTensor* from = file_.find(tensor.name);
    if (from == nullptr || from->dtype != DType::f32) return false;
    if (tensor.name.starts_with("head.") && !same_answers_) return false;
    if (tensor.name.ends_with("embedding.weight")) return adopt_symbols(*from, tensor, pieces);
    if (tensor.name.ends_with("position.weight")) return adopt_first_rows(*from, tensor, pieces);
    if (from->shape != tensor.shape) return false;
    pieces.push_back({from->bytes, tensor.value.data()});
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

  bool adopt_symbols(const StoredTensor& from, Tensor<float>& to, std::vector<Adoption::Piece>& pieces) const {
    const Vocabulary &mine = own_.vocabulary, &theirs = stored_.vocabulary;
    // There may be rows beyond the vocabulary: a task of hidden characters makes room for one symbol more.
    if (!same_columns(from, to) || from.shape[0] < theirs.size() || to.shape[0] < mine.size()) return false;
    const std::size_t width = to.shape[1], bytes = width * sizeof(float);
    bool any = false;
    for (std::size_t mine_id = 0; mine_id < mine.size(); ++mine_id)
      for (std::size_t their_id = 0; their_id < theirs.size(); ++their_id)
        if (mine.text(std::int32_t(mine_id)) == theirs.text(std::int32_t(their_id))) {
          pieces.push_back({from.bytes.subspan(their_id * bytes, bytes), to.value.data() + mine_id * width});
          any = true;
        }
    return any;
  }

  static bool adopt_first_rows(const StoredTensor& from, Tensor<float>& to, std::vector<Adoption::Piece>& pieces) {
    if (!same_columns(from, to)) return false;
    pieces.push_back({from.bytes.first(std::min(from.bytes.size(), to.value.size_bytes())), to.value.data()});
    return true;
  }

  const CheckpointHeader& own_;
  const CheckpointHeader stored_;
  const SafetensorsFile& file_;
  const bool same_answers_;
};

}  // namespace

void Adoption::apply() const {
  for (const Piece& piece : pieces)
    if (!piece.from.empty()) std::memcpy(piece.to, piece.from.data(), piece.from.size());
}

Adoption plan_adoption(Arena<float>& parameters, const CheckpointHeader& header, const SafetensorsFile& file) {
  const Adopter adopter(header, file);
  Adoption plan;
  for (Tensor<float>& tensor : parameters.tensors())
    (adopter.adopt(tensor, plan.pieces) ? plan.adopted : plan.fresh).push_back(tensor.name);
  return plan;
}

}  // namespace unrolled
