// How far back a model learns: the norm of the gradient of one answer's loss, the last of a sequence that counts, with
// respect to what comes in at each position, mean over held-out examples (Hochreiter 1991; Bengio et al. 1994). What comes
// in is the vector of a position: numbers, or the row of the first weights that a symbol stands for. Positions are counted
// back from the answer, those of a source from its first. Of a recurrent layer also the norm of the gradient of its hidden
// state, h, at each step back.
#include "measures/reach.hpp"

#include <algorithm>
#include <cmath>

#include "measures/input_probe.hpp"
#include "measures/means.hpp"

namespace unrolled {
namespace {

constexpr std::string_view kHiddenGrad = ".hidden_grad";

class Reach final : public Measuring {
 public:
  static bool applies(const Subject&) { return true; }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    return InputProbe(subject, kRows).price(options.integer("examples"));
  }

  Reach(const Subject& subject, const Options& options)
      : task_(subject.task),
        whole_(subject.form.signature.output.whole),
        probe_(subject, kRows),
        last_(std::min(options.integer("examples"), subject.task.held_out_count(HeldOut::val))),
        back_(subject.form.lengths.input),
        source_(subject.form.lengths.source) {
    probe_.allocate();
  }

  bool next() override {
    const Batch batch = probe_.batch();
    task_.held_out(HeldOut::val, first_, batch);
    const std::size_t known = std::min(probe_.rows(), last_ - first_);
    std::vector<std::size_t> asked;  // where the answer of each row stands
    for (std::size_t b = 0; b < probe_.rows(); ++b) asked.push_back(only_last(batch, b, b < known));
    loss_ += probe_.read() * double(probe_.plan().counted());
    count_ += probe_.plan().counted();
    probe_.backward();
    for (std::size_t b = 0; b < known; ++b)
      if (asked[b] != kNone) add(b, asked[b]);
    first_ += known;
    return first_ < last_;
  }

  Findings result() override {
    Findings found;
    found.add("reach", "back", back_.values());
    if (probe_.plan().signature().pairs()) found.add("reach_source", "position", source_.values());
    for (const auto& [name, means] : hidden_) found.add(name, "back", means.values());
    found.add_number("examples", double(count_));
    found.add_number("loss", loss_ / double(std::max<std::size_t>(1, count_)));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 4;  // examples of a part, at most

  static constexpr std::size_t kNone = std::size_t(-1);

  /// Leaves out every answer but the last, and of a row that is not wanted that one too; its position, or kNone.
  std::size_t only_last(const Batch& batch, std::size_t b, bool wanted) {
    std::vector<std::size_t> rows = counting_rows(batch, probe_.plan().layout(), whole_, b);
    const std::size_t last = rows.empty() || !wanted ? kNone : rows.back();
    for (std::size_t row : rows)
      if (row != last) leave_out(batch, row);
    return last == kNone ? kNone : position_of(batch, probe_.plan().layout(), whole_, b, last);
  }

  /// The loss is a mean over the answers that count: each has a part of it.
  void add(std::size_t b, std::size_t asked) {
    const double answers = double(probe_.plan().counted());
    const Batch batch = probe_.batch();
    for (std::size_t back = 0; back <= asked; ++back) back_.add(back, answers * probe_.input_norm(b, asked - back));
    if (batch.source.dims.length > 0)
      for (std::size_t t = 0; t < length_of(batch.source, b); ++t) source_.add(t, answers * probe_.source_norm(b, t));
    for (const Tap<float>& tap : probe_.plan().taps())
      if (tap.name.ends_with(kHiddenGrad) && tap.shape[0] == batch.input.dims.length)
        add_hidden(tap, b, asked, answers);
  }

  void add_hidden(const Tap<float>& tap, std::size_t b, std::size_t asked, double answers) {
    const std::size_t width = tap.shape[2];
    auto at = std::ranges::find(hidden_, tap.name, &std::pair<std::string, Means>::first);
    if (at == hidden_.end()) at = hidden_.insert(at, {tap.name, Means(tap.shape[0])});
    for (std::size_t back = 0; back <= asked; ++back) {
      double sum = 0;
      for (float g : tap.data.subspan(((asked - back) * tap.shape[1] + b) * width, width)) sum += double(g) * double(g);
      at->second.add(back, answers * std::sqrt(sum));
    }
  }

  const Task& task_;
  const bool whole_;
  InputProbe probe_;
  std::size_t first_ = 0;
  const std::size_t last_;
  Means back_, source_;
  std::vector<std::pair<std::string, Means>> hidden_;
  double loss_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

const MeasureKind& reach_kind() {
  static const MeasureKind kind =
      kind_of<Reach>({"reach",
                      "Reach",
                      "How far back the model learns: how strongly one answer's loss depends on what came in so many "
                      "positions before.",
                      {examples_option(16)}},
                     {{"reach", "back", "loss per unit of input", "At so many positions before the answer"},
                      {"reach_source", "position", "loss per unit of input", "At each position of the source"},
                      {"{layer}.hidden_grad", "back", "loss per unit of state", "Of a recurrent layer's hidden state"}},
                     "Hochreiter 1991; Bengio, Simard and Frasconi 1994");
  return kind;
}

}  // namespace unrolled
