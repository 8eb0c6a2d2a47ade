#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/options.hpp"
#include "ops/sequence.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {

/// A layer whose value at a position can be taken from another example. It shows a tensor with a row for each position.
/// A recurrence goes on from the value that is put in its place: what it is fed up to there is replaced, too, and so is its state
/// before the first step.
struct PatchLayer {
  std::string name;   ///< "transformer.0", "lstm.0"; "embedded": what enters the first
  std::string shown;  ///< its tensor in the plan
  bool source = false;
  std::vector<std::string> fed{};      ///< of a recurrence: what its op reads, a row for each step
  std::vector<std::string> initial{};  ///< and what it begins with, a row for each sequence
  std::optional<StepOrder> order{};    ///< from its steps to positions, where they are others
};

/// Those of a model, whose plan has their tensors; none where neither attention nor a recurrence passes something on.
std::vector<PatchLayer> patch_layers(const Configured& configured, Arena<float>& plan);

/// Runs a plan in which something is put into the place of what one layer shows (activation patching: Vig et al. 2020; Meng et
/// al. 2022): op by op, so that the model and its kernels are those that always run. Every row of the batch holds the same example.
class Patching {
 public:
  /// The plan is allocated.
  Patching(LossPlan<float>& plan, std::vector<PatchLayer> layers);
  const std::vector<PatchLayer>& layers() const { return layers_; }

  /// What every layer shows as the plan runs on what its batch holds.
  struct Memory {
    struct Tensors {
      std::vector<float> shown;
      std::vector<std::vector<float>> fed, initial;
    };
    std::vector<Tensors> layers;
  };
  Memory run();
  /// The same batch again, in row b of which the layer's values at positions[b] are those of `other`; of a recurrence that at the
  /// last of them alone. `own`: what run() gave for this batch.
  void run_with(std::size_t layer, const Memory& other, const Memory& own,
                std::span<const std::vector<std::size_t>> positions);

 private:
  BatchDims dims(const PatchLayer& layer);
  std::size_t step_of(const PatchLayer& layer, std::size_t b, std::size_t position);
  Tensor<float>& tensor(const std::string& name) { return *plan_.plan().arena().find(name); }
  void replace_steps(const PatchLayer& layer, Tensor<float>& to, std::span<const float> from, std::size_t b,
                     std::size_t first, std::size_t last);
  void feed(const PatchLayer& layer, const Memory::Tensors& other, std::size_t b, std::size_t step);

  LossPlan<float>& plan_;
  std::vector<PatchLayer> layers_;
  std::vector<std::size_t> writers_;  // which op writes what each layer shows
};

}  // namespace unrolled
