// What a recurrent layer does to its memory in one step: singular values of its recurrent weights, W_hh, those of each gate
// by themselves; and of the mean Jacobian of a step, over held-out examples and steps within them but the first
// (step_jacobian.hpp). One below 1 makes memory and gradient shrink along its direction, one above 1 grow (Pascanu, Mikolov
// and Bengio 2013). radius and jacobian_radius: the largest size of an eigenvalue of W_hh, where it has no gates, and of the
// mean Jacobian.
//
// There is no Jacobian of an LSTM with layer norm, of a decoder whose input is fed with what it saw of the source (a step then
// depends on the one before in another way too), and of states of more than 512 numbers, which would take too long.
#include "measures/spectrum.hpp"

#include <algorithm>

#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/singular_values.hpp"
#include "measures/step_jacobian.hpp"

namespace unrolled {
namespace {

constexpr std::string_view kRecurrent = ".weight_hh_l";
constexpr std::size_t kWidestState = 512;
constexpr double kStepsWork = 3e6;  // operations of a part

std::vector<double> in_double(std::span<const float> from) { return {from.begin(), from.end()}; }

/// A layer in one direction, by its parameter "encoder.weight_hh_l0_reverse".
struct Recurrence {
  std::string name;    ///< "rnn.0", "rnn.0.reverse", "seq2seq.encoder.0"
  std::string tap;     ///< what its taps begin with
  std::string suffix;  ///< of its parameters: "_l0_reverse"
  std::string prefix;  ///< "rnn", "encoder"
  const Tensor<float>* weight;

  explicit Recurrence(const Tensor<float>& weight_hh) : weight(&weight_hh) {
    const std::size_t at = weight_hh.name.find(kRecurrent), number = at + kRecurrent.size();
    const std::size_t end = weight_hh.name.find('_', number);
    const std::string layer = weight_hh.name.substr(number, end - number);
    const bool reverse = end != std::string::npos;
    prefix = weight_hh.name.substr(0, at);
    suffix = weight_hh.name.substr(number - 2);
    if (encodes() || prefix == "decoder")
      name = "seq2seq." + prefix + (reverse ? "_reverse." : ".") + layer;
    else
      name = prefix + "." + layer + (reverse ? ".reverse" : "");
    tap = encodes() ? name + ".reading" : name;
  }

  bool encodes() const { return prefix == "encoder"; }
  std::size_t width() const { return weight->shape[1]; }
  std::size_t gates() const { return weight->shape[0] / width(); }
  std::size_t state_width() const { return gates() == 4 ? 2 * width() : width(); }
  std::vector<std::string> gate_names() const {
    if (gates() == 3) return {"r", "z", "n"};
    return {"i", "f", "g", "o"};
  }
};

std::vector<Recurrence> recurrences(const Subject& subject) {
  std::vector<Recurrence> all;
  for (const Tensor<float>& tensor : subject.model.parameters().tensors())
    if (tensor.name.find(kRecurrent) != std::string::npos) all.emplace_back(tensor);
  return all;
}

bool has_jacobian(const Subject& subject, const Recurrence& layer) {
  const auto exists = [&](const std::string& name) { return subject.model.parameters().find(name) != nullptr; };
  if (layer.state_width() > kWidestState || exists(layer.prefix + ".norm_hh" + layer.suffix + ".weight")) return false;
  return layer.prefix != "decoder" || !exists("decoder.weight_feed_l0");
}

/// Of one step, beyond the few numbers of each unit.
double step_work(const Recurrence& layer) {
  const double width = double(layer.width());
  return 50 * width + (layer.gates() == 3 ? 4 * width * width : 0);
}

/// The steps of one layer, one after the other: what a run shows of them, in double, goes into their mean Jacobian.
class JacobianOfLayer {
 public:
  JacobianOfLayer(const Subject& subject, const Recurrence& layer)
      : layer_(layer), weight_(in_double(layer.weight->value)) {
    const Options& options = subject.configured.options;
    const auto parameter = [&](const std::string& name) {
      const Tensor<float>* tensor = subject.model.parameters().find(layer.prefix + name + layer.suffix);
      return tensor == nullptr ? std::vector<double>() : in_double(tensor->value);
    };
    const auto chosen = [&](const char* kind, const char* option, const char* value) {
      return subject.configured.kind == kind && options.text(option) == value;
    };
    const std::size_t width = layer.width();
    more_ = parameter(layer.gates() == 3 ? ".bias_hh" : ".weight_peephole");
    if (layer.gates() == 1)
      mean_ =
          rnn_jacobian(weight_, width, chosen("rnn", "nonlinearity", "relu") ? Nonlinearity::relu : Nonlinearity::tanh);
    else if (layer.gates() == 3)
      mean_ = gru_jacobian(weight_, more_, width, chosen("gru", "reset", "before") ? Reset::before : Reset::after);
    else
      mean_ = lstm_jacobian(weight_, more_, width);
  }
  JacobianOfLayer(const JacobianOfLayer&) = delete;

  /// After a run: where it is kept.
  void find_taps(const LossPlan<float>& plan) {
    for (const Tap<float>& tap : plan.taps()) {
      if (tap.name == layer_.tap + ".hidden") hidden_ = tap;
      if (tap.name == layer_.tap + ".cell") cell_ = tap;
      if (tap.name == layer_.tap + ".gates") gates_ = tap;
    }
  }

  /// Step t of row b, if both it and the one before are of the row's sequence.
  void add(const StreamBatch& stream, std::size_t b, std::size_t t) {
    const std::size_t length = length_of(stream, b), first = layer_.encodes() ? stream.dims.length - length : 0;
    if (t <= first || t >= first + length) return;
    const auto before = row(hidden_, t - 1, b), after = row(hidden_, t, b), gates = row(gates_, t, b);
    const auto cell_before = row(cell_, t - 1, b), cell = row(cell_, t, b);
    mean_->add({before, cell_before, after, cell, gates});
    ++count_;
  }

  const Recurrence& layer() const { return layer_; }
  const StepJacobian& mean() const { return *mean_; }
  std::size_t count() const { return count_; }

 private:
  static std::vector<double> row(const Tap<float>& tap, std::size_t t, std::size_t b) {
    if (tap.data.empty()) return {};
    const std::size_t width = tap.shape.count() / (tap.shape[0] * tap.shape[1]);
    return in_double(tap.data.subspan((t * tap.shape[1] + b) * width, width));
  }

  const Recurrence layer_;
  const std::vector<double> weight_;
  std::vector<double> more_;  // the biases of a GRU, the peepholes of an LSTM
  std::unique_ptr<StepJacobian> mean_;
  Tap<float> hidden_, cell_, gates_;
  std::size_t count_ = 0;
};

class Spectrum final : public Measuring {
 public:
  static bool applies(const Subject& subject) { return !recurrences(subject).empty(); }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    MeasurePrice all = HeldOutBatches::price(subject, kRows, options.integer("examples"));
    const double steps =
        double(options.integer("examples") * std::max(subject.form.lengths.input, subject.form.lengths.source));
    for (const Recurrence& layer : recurrences(subject)) {
      const double width = double(layer.width()), state = double(layer.state_width()), number = sizeof(double);
      all.flops += double(layer.gates()) * SingularValues::flops(layer.width());
      all.bytes += 4 * number * double(layer.gates()) * width * width;
      if (layer.gates() == 1) all.flops += SpectralRadius::flops(layer.width());
      if (!has_jacobian(subject, layer)) continue;
      all.flops += SingularValues::flops(layer.state_width()) + SpectralRadius::flops(layer.state_width());
      all.flops += steps * step_work(layer);
      all.bytes += 4 * number * state * state;
    }
    return all;
  }

  Spectrum(const Subject& subject, const Options& options)
      : batches_(subject, kRows, options.integer("examples")), layers_(recurrences(subject)) {
    for (const Recurrence& layer : layers_)
      if (has_jacobian(subject, layer)) jacobians_.push_back(std::make_unique<JacobianOfLayer>(subject, layer));
    for (const Recurrence& layer : layers_) decompose_weights(layer);
  }

  bool next() override {
    if (step_ < steps_) {
      add_steps();
    } else if (batches_.left() && !jacobians_.empty()) {
      read();
    } else if (!whole_) {
      decompose_jacobians();
      whole_ = true;
    } else if (done_ < found_.size() && !found_[done_].decomposition->next()) {
      ++done_;
    }
    return !whole_ || done_ < found_.size();
  }

  Findings result() override {
    Findings findings;
    for (const Found& found : found_) {
      const std::vector<double> values = found.decomposition->values();
      if (found.is_number)
        findings.add_number(found.name.c_str(), values[0]);
      else
        add_array(findings, found, values);
    }
    findings.add_number("examples", double(batches_.examples()));
    return findings;
  }

 private:
  static constexpr std::size_t kRows = 4;
  /// Arrays of one name stand below one another, one for each gate.
  struct Found {
    std::string name;
    std::vector<std::string> gates;
    bool is_number;
    std::unique_ptr<Decomposition> decomposition;
  };

  static void add_array(Findings& findings, const Found& found, const std::vector<double>& values) {
    std::vector<float> data(values.begin(), values.end());
    if (!findings.arrays.empty() && findings.arrays.back().name == found.name) {
      std::vector<float>& gates = findings.arrays.back().data;
      gates.insert(gates.end(), data.begin(), data.end());
      return;
    }
    const Axis index{"index", values.size()};
    if (found.gates.empty()) return findings.add(found.name, index, std::move(data));
    Axis gates{"gate", found.gates.size()};
    gates.names = found.gates;
    findings.add(found.name, std::move(gates), index, std::move(data));
  }

  void decompose_weights(const Recurrence& layer) {
    const std::size_t width = layer.width(), count = width * width;
    const bool gated = layer.gates() > 1;
    for (std::size_t g = 0; g < layer.gates(); ++g)
      found_.push_back(
          {layer.name + ".singular", gated ? layer.gate_names() : std::vector<std::string>{}, false,
           std::make_unique<SingularValues>(in_double(layer.weight->value.subspan(g * count, count)), width)});
    if (!gated)
      found_.push_back(
          {layer.name + ".radius", {}, true, std::make_unique<SpectralRadius>(in_double(layer.weight->value), width)});
  }

  void decompose_jacobians() {
    for (const auto& jacobian : jacobians_) {
      if (jacobian->count() == 0) continue;
      const std::string& name = jacobian->layer().name;
      const std::size_t width = jacobian->layer().state_width();
      const std::vector<double> mean = jacobian->mean().mean();
      found_.push_back({name + ".jacobian", {}, false, std::make_unique<SingularValues>(mean, width)});
      found_.push_back({name + ".jacobian_radius", {}, true, std::make_unique<SpectralRadius>(mean, width)});
    }
  }

  const StreamBatch& stream_of(const JacobianOfLayer& jacobian) const {
    return jacobian.layer().encodes() ? batch_.source : batch_.input;
  }

  void read() {
    known_ = batches_.read();
    batch_ = batches_.plan().batch();
    for (const auto& jacobian : jacobians_) jacobian->find_taps(batches_.plan());
    length_ = std::max(batch_.input.dims.length, batch_.source.dims.length);
    step_ = 0, steps_ = jacobians_.size() * known_ * length_;
  }

  void add_steps() {
    for (double work = 0; work < kStepsWork && step_ < steps_; ++step_) {
      JacobianOfLayer& jacobian = *jacobians_[step_ / (known_ * length_)];
      jacobian.add(stream_of(jacobian), step_ / length_ % known_, step_ % length_);
      work += step_work(jacobian.layer());
    }
  }

  HeldOutBatches batches_;
  const std::vector<Recurrence> layers_;
  std::vector<std::unique_ptr<JacobianOfLayer>> jacobians_;
  Batch batch_;
  std::size_t known_ = 0, length_ = 0, step_ = 0, steps_ = 0;  // of the batch that was read: layer, row, time
  bool whole_ = false;                                         // found_ has the Jacobians too
  std::vector<Found> found_;
  std::size_t done_ = 0;
};

}  // namespace

const MeasureKind& spectrum_kind() {
  static const MeasureKind kind = kind_of<Spectrum>(
      {"spectrum",
       "Spectrum",
       "What one step does to the memory of a recurrent layer: along how many directions it shrinks, and along how "
       "many it grows.",
       {examples_option(16)}},
      {{"{layer}.singular", "gate, index", "", "Singular values of the recurrent weights, of each gate"},
       {"{layer}.jacobian", "index", "", "Singular values of the mean Jacobian of a step"}},
      "Hochreiter 1991; Pascanu, Mikolov and Bengio 2013");
  return kind;
}

}  // namespace unrolled
