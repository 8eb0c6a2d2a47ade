#pragma once
#include "tasks/examples/example.hpp"

namespace unrolled {

/// The adding problem (Hochreiter and Schmidhuber 1997, experiment 4, in the form of Bai et al. 2018): a sequence of pairs
/// (number in [0,1), mark), two marks, one in each half; the answer is the sum of the two marked numbers. Whoever cannot
/// remember answers 1, with a squared error of 1/6.
class AddingTask final : public ExampleTask {
 public:
  explicit AddingTask(const Options& options, std::string_view data = {});
  void draw(Rng& rng, std::size_t length, Example& example) const override;
  std::vector<Baseline> baselines(Form) const override;
  const Knows& knows() const override;
  void know_example(const Example& example, const Places& places, Knowledge& known) const override;
};

/// "adding".
const TaskKind& adding_kind();

}  // namespace unrolled
