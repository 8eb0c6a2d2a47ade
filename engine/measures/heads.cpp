// What each attention head looks for, as means of its weights a[q,k] over held-out examples:
//   previous   a[q, q-1], over queries that have a position before them (a previous-token head)
//   induction  sum of a[q,k] over keys whose symbol before is the query's: what followed the last time (Elhage et al. 2021,
//              Olsson et al. 2022: prefix matching), over queries whose symbol occurred before
//   copying    sum of a[q,k] over keys whose symbol is the one to be answered, over answers that count
//   entropy    -sum a ln a over ln of the keys it may see: 1 looks everywhere alike, 0 at one place
// A head of self-attention has all four where symbols are read, one that looks across at a source the last two.
#include "measures/heads.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/means.hpp"

namespace unrolled {
namespace {

bool is_attention(const Tap<float>& tap) {
  return tap.axes == std::vector<std::string>{"batch", "head", "query", "key"};
}

/// In a decoder that reads pairs too.
bool is_self(std::string_view tap) {
  return tap.starts_with("transformer.") && tap.find(".cross_attention") == std::string_view::npos;
}

struct Layer {
  std::string name;
  Means previous, induction, copying, entropy;
  Layer(std::string tap, std::size_t heads)
      : name(std::move(tap)), previous(heads), induction(heads), copying(heads), entropy(heads) {}
};

/// One row of the batch as heads see it.
class Row {
 public:
  Row(const Batch& batch, Layout layout, bool whole, bool across, std::size_t b)
      : batch_(batch), layout_(layout), whole_(whole), across_(across), b_(b) {}
  std::size_t queries() const { return length_of(batch_.input, b_); }
  std::size_t keys() const { return length_of(stream(), b_); }
  bool symbols() const { return !stream().tokens.empty(); }
  std::int32_t key(std::size_t t) const { return stream().tokens[position_index(layout_, stream().dims, b_, t)]; }
  /// The symbol to be answered after reading up to t; kNoTarget where none is.
  std::int32_t target(std::size_t t) const {
    if (whole_ || batch_.targets.empty()) return kNoTarget;
    return batch_.targets[position_index(layout_, batch_.input.dims, b_, t)];
  }

 private:
  const StreamBatch& stream() const { return across_ ? batch_.source : batch_.input; }
  const Batch& batch_;
  Layout layout_;
  bool whole_, across_;
  std::size_t b_;
};

double entropy_of(std::span<const float> weights) {
  double sum = 0;
  for (float a : weights)
    if (a > 0) sum -= double(a) * elementary::log(double(a));
  return sum;
}

class Heads final : public Measuring {
 public:
  static bool applies(const Subject& subject) { return std::ranges::any_of(taps_of(subject), is_attention); }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    return HeldOutBatches::price(subject, kRows, options.integer("examples"));
  }

  Heads(const Subject& subject, const Options& options)
      : signature_(subject.form.signature),
        copies_(!signature_.output.whole && signature_.output.kind == OutputSize::Kind::symbols &&
                subject.task.classes().empty()),
        batches_(subject, kRows, options.integer("examples")) {}

  bool next() override {
    const std::size_t known = batches_.read();
    LossPlan<float>& plan = batches_.plan();
    const Batch batch = plan.batch();
    for (const Tap<float>& tap : plan.taps()) {
      if (!is_attention(tap)) continue;
      if (tap.name.find(".encoder.") != std::string::npos || tap.shape[2] != plan.dims().length) continue;
      const bool across = signature_.pairs() && !is_self(tap.name);
      if (tap.shape[3] != (across ? plan.size().lengths.source : plan.dims().length)) continue;
      for (std::size_t b = 0; b < known; ++b)
        add(tap, layer_of(tap), Row(batch, plan.layout(), signature_.output.whole, across, b), b, across);
    }
    return batches_.left();
  }

  Findings result() override {
    Findings found;
    for (const Layer& layer : layers_) {
      const auto array = [&](const char* which, const Means& means) {
        if (!means.empty()) found.add(layer.name + which, "head", means.values());
      };
      array(".previous", layer.previous);
      array(".induction", layer.induction);
      array(".copying", layer.copying);
      array(".entropy", layer.entropy);
    }
    found.add_number("examples", double(batches_.examples()));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 4;

  Layer& layer_of(const Tap<float>& tap) {
    const auto at = std::ranges::find(layers_, tap.name, &Layer::name);
    return at != layers_.end() ? *at : layers_.emplace_back(tap.name, tap.shape[1]);
  }

  void add(const Tap<float>& tap, Layer& layer, const Row& row, std::size_t b, bool across) {
    const std::size_t keys = tap.shape[3];
    for (std::size_t h = 0; h < tap.shape[1]; ++h)
      for (std::size_t q = 0; q < row.queries(); ++q) {
        const auto a = tap.data.subspan(((b * tap.shape[1] + h) * tap.shape[2] + q) * keys, keys);
        const std::size_t seen = signature_.causal && !across ? q + 1 : row.keys();
        if (seen > 1) layer.entropy.add(h, entropy_of(a.first(seen)) / elementary::log(double(seen)));
        if (!across && q > 0) layer.previous.add(h, double(a[q - 1]));
        if (row.symbols()) add_matches(layer, row, h, q, a.first(seen), across);
      }
  }

  void add_matches(Layer& layer, const Row& row, std::size_t h, std::size_t q, std::span<const float> a, bool across) {
    double induction = 0, copying = 0;
    bool occurred = false;
    for (std::size_t k = 0; k < a.size(); ++k) {
      if (!across && k > 0 && k <= q && row.key(k - 1) == row.key(q)) occurred = true, induction += double(a[k]);
      if (copies_ && row.key(k) == row.target(q)) copying += double(a[k]);
    }
    if (occurred) layer.induction.add(h, induction);
    if (copies_ && row.target(q) >= 0) layer.copying.add(h, copying);
  }

  const Signature signature_;
  const bool copies_;
  HeldOutBatches batches_;
  std::vector<Layer> layers_;
};

}  // namespace

const MeasureKind& heads_kind() {
  static const MeasureKind kind = kind_of<Heads>(
      {"heads",
       "Heads",
       "What each attention head looks for: the position before, what followed the same symbol, the symbol to be "
       "answered, or everything alike.",
       {examples_option(16)}},
      {{"{layer}.attention.previous", "head", "", "Attention to the position before"},
       {"{layer}.attention.induction", "head", "", "Attention to what followed the same symbol before"},
       {"{layer}.attention.copying", "head", "", "Attention to the symbol that is to be answered"},
       {"{layer}.attention.entropy", "head", "", "Entropy over that of looking everywhere alike"}},
      "Elhage et al. 2021; Olsson et al. 2022");
  return kind;
}

}  // namespace unrolled
