// How far back a model learns: the norm of the gradient of one answer's loss, the last of a sequence that counts, with
// respect to what comes in at each position, mean over held-out examples (Hochreiter 1991; Bengio et al. 1994). What comes
// in is the vector of a position: numbers, or the row of the first weights that a symbol stands for. Positions are counted
// back from the answer, those of a source from its first.
//
// Of a recurrent layer also the norm of the gradient of its hidden state h at each step back, and of its whole state, which is
// h but for an LSTM's (h, c): what the step hands on, as if it had come from nowhere (CellGradient; not where the cell is
// normed). Layers that read towards the answer alone; of pairs, the decoder's.
#include "measures/reach.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

#include "measures/input_probe.hpp"
#include "measures/means.hpp"
#include "measures/recurrence.hpp"

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
      : subject_(subject),
        task_(subject.task),
        whole_(subject.form.signature.output.whole),
        probe_(subject, kRows),
        last_(std::min(options.integer("examples"), subject.task.held_out_count(HeldOut::val))),
        back_(subject.form.lengths.input),
        source_(subject.form.lengths.source),
        recurrences_(recurrences(subject)) {
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
    for (const Shown& shown : hidden_) found.add(shown.name, "back", shown.means.values());
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
    const std::vector<Tap<float>> taps = probe_.plan().taps();
    for (const Tap<float>& tap : taps)
      if (tap.name.ends_with(kHiddenGrad) && reads_on(tap)) add_hidden(taps, tap, b, asked, answers);
  }

  /// From the first position of the input to the last.
  bool reads_on(const Tap<float>& tap) {
    return tap.shape[0] == probe_.plan().dims().length && tap.name.find("encoder") == std::string::npos &&
           tap.name.find(".reverse") == std::string::npos;
  }

  void add_hidden(const std::vector<Tap<float>>& taps, const Tap<float>& tap, std::size_t b, std::size_t asked,
                  double answers) {
    const std::string layer = tap.name.substr(0, tap.name.size() - kHiddenGrad.size());
    const auto squared = [&](std::size_t t) {
      double sum = 0;
      for (float g : row_of(tap, t, b)) sum += double(g) * double(g);
      return sum;
    };
    Means& hidden = means_of(tap.name, tap.shape[0]);
    for (std::size_t back = 0; back <= asked; ++back) hidden.add(back, answers * std::sqrt(squared(asked - back)));
    const auto at = std::ranges::find(recurrences_, layer, &Recurrence::tap);
    if (at != recurrences_.end() && !at->plain(subject_)) return;
    Means& whole = means_of(layer + ".state_grad", tap.shape[0]);
    const bool has_cell = at != recurrences_.end() && at->gates() == 4;
    CellGradient cell(has_cell ? at->width() : 0,
                      has_cell ? at->parameter(subject_, "weight_peephole") : std::vector<double>());
    const Tap<float> cells = has_cell ? named(taps, layer + ".cell") : Tap<float>{},
                     gates = has_cell ? named(taps, layer + ".gates") : Tap<float>{};
    for (std::size_t back = 0, t = asked;; ++back, --t) {
      double sum = squared(t);
      for (double g : cell.dc()) sum += g * g;
      whole.add(back, answers * std::sqrt(sum));
      if (t == 0) break;
      if (has_cell) cell.step(row_of(tap, t, b), row_of(cells, t, b), row_of(cells, t - 1, b), row_of(gates, t, b));
    }
  }

  static Tap<float> named(const std::vector<Tap<float>>& taps, const std::string& name) {
    const auto at = std::ranges::find(taps, name, &Tap<float>::name);
    return at == taps.end() ? Tap<float>{} : *at;
  }
  /// Of a tap [time,batch,...].
  static std::span<const float> row_of(const Tap<float>& tap, std::size_t t, std::size_t b) {
    const std::size_t width = tap.shape.count() / (tap.shape[0] * tap.shape[1]);
    return tap.data.subspan((t * tap.shape[1] + b) * width, width);
  }
  Means& means_of(const std::string& name, std::size_t places) {
    const auto at = std::ranges::find(hidden_, name, &Shown::name);
    return at != hidden_.end() ? at->means : hidden_.emplace_back(Shown{name, Means(places)}).means;
  }

  struct Shown {
    std::string name;
    Means means;
  };
  const Subject subject_;
  const Task& task_;
  const bool whole_;
  InputProbe probe_;
  std::size_t first_ = 0;
  const std::size_t last_;
  Means back_, source_;
  const std::vector<Recurrence> recurrences_;
  std::deque<Shown> hidden_;
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
                      {"{layer}.hidden_grad", "back", "loss per unit of state", "Of a recurrent layer's hidden state"},
                      {"{layer}.state_grad", "back", "loss per unit of state", "Of all that it hands on, h and c"}},
                     "Hochreiter 1991; Bengio, Simard and Frasconi 1994");
  return kind;
}

}  // namespace unrolled
