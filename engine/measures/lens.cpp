// What a model would answer if it stopped at a layer: the layer's state, read through what follows the last layer alone, its
// norm, pooling and output weights (the logit lens, nostalgebraist 2020). Of a recurrent layer the state is h; of an LSTM also
// "{layer}.cell", tanh(c), which h would be with the output gate open (not where the cell is normed, nor both ways). The last
// layer that is no cell says exactly what the model says.
//
// Of one example, at each place where an answer counts: the most probable symbols, the probability p of the right one, the
// entropy -sum p ln p, and what is lost by taking the layer's p for the model's q, KL(q || p) = sum q ln(q / p); nats. Over
// examples, for each layer: the mean loss -ln p of the right symbol, how often its first guess is right, and what it guesses.
#include "measures/lens.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/elementary.hpp"
#include "core/sort.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/means.hpp"
#include "measures/symbol_axis.hpp"
#include "train/greedy.hpp"

namespace unrolled {
namespace {

constexpr std::string_view kCell = ".cell";

/// What is left of a model above its last layer, as a plan of its own. Not of one that notes no layers.
class ReadOut {
 public:
  ReadOut(const Subject& subject, const LossPlan<float>& plan)
      : lengths_(plan_.indices("lengths", {plan.dims().batch})),
        state_(plan_.tensor("state", plan.plan().layers().back().x->shape)) {
    Stream stream;
    stream.dims = plan.dims(), stream.layout = plan.layout(), stream.lengths = &lengths_;
    logits_ = subject.model.read_out(plan_, stream, state_);
    plan_.forward_only();
  }
  bool exists() const { return logits_ != nullptr; }
  bool reads(const Tensor<float>& state) const { return state.shape == state_.shape; }
  void allocate() { plan_.allocate(); }
  std::size_t bytes() const { return plan_.bytes(); }
  double flops() const { return plan_.cost().flops; }

  std::span<const float> read(std::span<const std::int32_t> lengths, std::span<const float> state) {
    std::ranges::copy(lengths, lengths_.value.begin());
    std::ranges::copy(state, state_.value.begin());
    plan_.forward({});
    return logits_->value;
  }

 private:
  Plan<float> plan_;
  Indices& lengths_;
  Tensor<float>& state_;
  Tensor<float>* logits_;
};

/// ln of the softmax of a row.
std::vector<double> log_softmax(std::span<const float> logits) {
  const double largest = double(*std::ranges::max_element(logits));
  double sum = 0;
  for (float x : logits) sum += elementary::exp(double(x) - largest);
  std::vector<double> logs;
  for (float x : logits) logs.push_back(double(x) - largest - elementary::log(sum));
  return logs;
}

/// sum exp(by) * of.
double expected(const std::vector<double>& by, const std::vector<double>& of) {
  double sum = 0;
  for (std::size_t i = 0; i < by.size(); ++i)
    if (const double p = elementary::exp(by[i]); p > 0) sum += p * of[i];
  return sum;
}

struct LensLayer {
  std::string name;
  Means loss{1}, right{1}, guessed;
  explicit LensLayer(std::string layer, std::size_t symbols) : name(std::move(layer)), guessed(symbols) {}
};

class Lens final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    if (subject.form.signature.output.kind != OutputSize::Kind::symbols) return false;
    const LossPlan<float> plan(subject.model, subject.form.signature, one_of(subject));
    const std::size_t layers = plan.plan().layers().size();
    return layers > 0 && layers + (shows_cells(subject) ? 1 : 0) > 1 && ReadOut(subject, plan).exists();
  }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    MeasurePrice all = HeldOutBatches::price(subject, kRows, options.integer("examples") + 1);
    const LossPlan<float> plan(subject.model, subject.form.signature, one_of(subject));
    const ReadOut out(subject, plan);
    const double layers = 2 * double(plan.plan().layers().size());  // with their cells
    all.flops += layers * out.flops() * double(options.integer("examples") + 1);
    all.bytes += double(kRows * out.bytes());
    return all;
  }

  Lens(const Subject& subject, const Options& options)
      : task_(subject.task),
        output_(subject.form.signature.output),
        cells_(shows_cells(subject)),
        top_(std::min<std::size_t>(options.integer("guesses"), output_.width)),
        batches_(subject, kRows, options.integer("examples")),
        one_(subject.model, subject.form.signature, one_of(subject)),
        example_(std::min(options.integer("example"), subject.task.held_out_count(HeldOut::val) - 1)),
        read_one_(subject, one_),
        read_(subject, batches_.plan()) {
    one_.forward_only();
    one_.allocate();
    read_one_.allocate();
    read_.allocate();
  }

  bool next() override {
    if (symbol_.empty()) {
      look();
      return true;
    }
    const std::size_t known = batches_.read();
    const Batch batch = batches_.plan().batch();
    each_layer(batches_.plan(), read_, [&](std::size_t l, std::span<const float> logits) {
      for (std::size_t b = 0; b < known; ++b)
        for (std::size_t row : counting_rows(batch, batches_.plan().layout(), output_.whole, b))
          add(layers_[l], row_of(logits, row), std::size_t(batch.targets[row]));
    });
    return batches_.left();
  }

  Findings result() override {
    Findings found;
    const Axis layers = layer_axis();
    Axis places{"answer", asked_.size(), asked_}, ranks{"guess", top_};
    for (auto [name, data] : {std::pair("guess", &symbol_), std::pair("probability", &probability_)}) {
      found.add(name, layers, places, std::move(*data));
      found.arrays.back().axes.push_back(ranks);
    }
    found.add("right", layers, places, std::move(right_));
    found.add("entropy", layers, places, std::move(entropy_));
    found.add("divergence", layers, places, std::move(divergence_));
    add_means(found, layers);
    found.add_number("example", double(example_));
    found.add_number("examples", double(batches_.examples()));
    return found;
  }

 private:
  static constexpr std::size_t kRows = 4;

  static BatchSize one_of(const Subject& subject) { return {1, subject.form.lengths, subject.form.form}; }
  /// An LSTM that reads one way, whose output gate and tanh are all that stands between c and h.
  static bool shows_cells(const Subject& subject) {
    if (subject.configured.kind != "lstm") return false;
    const Options& options = subject.configured.options;
    return !options.boolean("layer_norm") && !options.boolean("bidirectional");
  }

  std::span<const float> row_of(std::span<const float> logits, std::size_t row) const {
    return logits.subspan(row * output_.width, output_.width);
  }

  /// f(number, logits) for each layer after a forward run, and for each cell.
  template <class F>
  void each_layer(LossPlan<float>& plan, ReadOut& out, F f) {
    const auto lengths = plan.batch().input.lengths;
    std::size_t l = 0;
    for (const auto& layer : plan.plan().layers()) {
      if (!out.reads(*layer.x)) continue;
      name_layer(l, layer.name);
      f(l++, out.read(lengths, layer.x->value));
    }
    if (!cells_) return;
    for (const Tap<float>& tap : plan.taps()) {
      if (!tap.name.ends_with(kCell)) continue;
      std::vector<float> shown;
      for (float c : tap.data) shown.push_back(float(elementary::tanh(double(c))));
      name_layer(l, tap.name);
      f(l++, out.read(lengths, shown));
    }
  }
  void name_layer(std::size_t l, const std::string& name) {
    if (l == layers_.size()) layers_.emplace_back(name, output_.width);
  }

  /// At the one example.
  void look() {
    const Batch batch = one_.batch();
    task_.held_out(HeldOut::val, example_, batch);
    one_.forward({});
    const auto rows = counting_rows(batch, one_.layout(), output_.whole, 0);
    for (std::size_t row : rows) asked_.push_back(double(position_of(batch, one_.layout(), output_.whole, 0, row)));
    each_layer(one_, read_one_, [&](std::size_t, std::span<const float> logits) {
      for (std::size_t row : rows)
        say(log_softmax(row_of(logits, row)), log_softmax(row_of(one_.result(), row)), std::size_t(batch.targets[row]));
    });
  }

  void say(const std::vector<double>& p, const std::vector<double>& q, std::size_t right) {
    std::vector<std::size_t> best(p.size());
    std::iota(best.begin(), best.end(), 0);
    sort_short(best, [&](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] > p[b] : a < b; });
    for (std::size_t i = 0; i < top_; ++i) {
      symbol_.push_back(float(best[i]));
      probability_.push_back(float(elementary::exp(p[best[i]])));
    }
    right_.push_back(float(elementary::exp(p[right])));
    entropy_.push_back(float(-expected(p, p)));
    divergence_.push_back(float(std::max(0.0, expected(q, q) - expected(q, p))));
  }

  void add(LensLayer& layer, std::span<const float> logits, std::size_t right) {
    const std::size_t first = std::size_t(largest_column(logits));
    layer.loss.add(0, -log_softmax(logits)[right]);
    layer.right.add(0, first == right);
    for (std::size_t i = 0; i < logits.size(); ++i) layer.guessed.add(i, i == first);
  }

  Axis layer_axis() const {
    Axis axis{"layer", layers_.size()};
    for (const LensLayer& layer : layers_) axis.names.push_back(layer.name);
    return axis;
  }
  Axis guessed_axis() const {
    std::vector<std::size_t> symbols(output_.width);
    std::iota(symbols.begin(), symbols.end(), 0);
    return symbol_axis("symbol", task_, symbols);
  }

  void add_means(Findings& found, const Axis& axis) const {
    std::vector<float> loss, right, guessed;
    for (const LensLayer& layer : layers_) {
      loss.push_back(layer.loss.values()[0]);
      right.push_back(layer.right.values()[0]);
      std::ranges::copy(layer.guessed.values(), std::back_inserter(guessed));
    }
    found.add("loss", axis, std::move(loss));
    found.add("accuracy", axis, std::move(right));
    found.add("guessed", axis, guessed_axis(), std::move(guessed));
  }

  const Task& task_;
  const OutputSize output_;
  const bool cells_;
  const std::size_t top_;
  HeldOutBatches batches_;
  LossPlan<float> one_;
  const std::size_t example_;
  ReadOut read_one_, read_;
  std::vector<LensLayer> layers_;
  std::vector<double> asked_;  // where answers of the example stand
  std::vector<float> symbol_, probability_, right_, entropy_, divergence_;
};

}  // namespace

const MeasureKind& lens_kind() {
  static const MeasureKind kind = kind_of<Lens>(
      {"lens",
       "Lens",
       "What the model would answer if it stopped at a layer: where in the network a guess is made.",
       {Option::integer("example", 0, 0, 1e6, "Example", "Number of the held-out example."),
        Option::integer("guesses", 3, 1, 20, "Guesses", "How many of the most probable symbols are named."),
        examples_option(16)}},
      {{"guess", "layer, answer, guess", "", "Numbers of the most probable symbols"},
       {"probability", "layer, answer, guess", "", "Their probabilities"},
       {"right", "layer, answer", "", "Probability of the right symbol"},
       {"entropy", "layer, answer", "nats", "How undecided a layer is"},
       {"divergence", "layer, answer", "nats", "How far a layer is from the model's own answer"},
       {"loss", "layer", "nats", "Mean loss of what a layer says"},
       {"accuracy", "layer", "", "How often a layer's first guess is right"},
       {"guessed", "layer, symbol", "", "How often each symbol is a layer's first guess"}},
      "nostalgebraist 2020");
  return kind;
}

}  // namespace unrolled
