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
#include <utility>

#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/recurrence.hpp"
#include "measures/singular_values.hpp"
#include "measures/step_jacobian.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kWidestState = 512;
constexpr double kStepsWork = 3e6;  // operations of a part

bool has_jacobian(const Subject& subject, const Recurrence& layer) {
  if (layer.state_width() > kWidestState || !layer.plain(subject)) return false;
  return layer.prefix != "decoder" || subject.model.parameters().find("decoder.weight_feed_l0") == nullptr;
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
    const auto chosen = [&](const char* kind, const char* option, const char* value) {
      return subject.configured.kind == kind && options.text(option) == value;
    };
    const std::size_t width = layer.width();
    more_ = layer.parameter(subject, layer.gates() == 3 ? "bias_hh" : "weight_peephole");
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

/// One thing to be found, and once its turn has come, how.
struct SpectrumJob {
  enum class Of { weights, jacobian };
  std::string name;
  Of of;
  bool is_radius;
  std::size_t layer, gate = 0;  ///< which of all, or of those that have a Jacobian; of weights
  std::unique_ptr<Decomposition> decomposition{};
  std::vector<double> values{};
};

class Spectrum final : public Measuring {
 public:
  static bool applies(const Subject& subject) { return !recurrences(subject).empty(); }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    MeasurePrice all = HeldOutBatches::price(subject, kRows, options.integer("examples"));
    const double steps =
        double(options.integer("examples") * std::max(subject.form.lengths.input, subject.form.lengths.source));
    double most = 0;
    for (const Recurrence& layer : recurrences(subject)) {
      const double width = double(layer.width()), state = double(layer.state_width());
      all.flops += double(layer.gates()) * SingularValues::flops(layer.width());
      most = std::max(most, 3 * state * state);
      if (layer.gates() == 1) all.flops += SpectralRadius::flops(layer.width());
      if (!has_jacobian(subject, layer)) continue;
      all.flops += SingularValues::flops(layer.state_width()) + SpectralRadius::flops(layer.state_width());
      all.flops += steps * step_work(layer);
      all.bytes += sizeof(double) * (double(layer.gates()) + 2) * width * width;
    }
    all.bytes += sizeof(double) * most;
    return all;
  }

  Spectrum(const Subject& subject, const Options& options)
      : batches_(subject, kRows, options.integer("examples")), layers_(recurrences(subject)) {
    for (std::size_t l = 0; l < layers_.size(); ++l) list_weights(l);
    for (const Recurrence& layer : layers_)
      if (has_jacobian(subject, layer)) {
        list_jacobian(layer.name);
        jacobians_.push_back(std::make_unique<JacobianOfLayer>(subject, layer));
      }
  }

  bool next() override {
    if (step_ < steps_)
      add_steps();
    else if (batches_.left() && !jacobians_.empty())
      read();
    else if (job_ < jobs_.size() && !work_on(jobs_[job_]))
      ++job_;
    return job_ < jobs_.size();
  }

  Findings result() override {
    Findings findings;
    for (const SpectrumJob& job : jobs_) {
      if (job.values.empty()) continue;
      if (job.is_radius)
        findings.add_number(job.name.c_str(), job.values[0]);
      else
        add_array(findings, job);
    }
    findings.add_number("examples", double(batches_.examples()));
    return findings;
  }

 private:
  static constexpr std::size_t kRows = 4;

  void list_weights(std::size_t l) {
    const Recurrence& layer = layers_[l];
    for (std::size_t g = 0; g < layer.gates(); ++g)
      jobs_.push_back({layer.name + ".singular", SpectrumJob::Of::weights, false, l, g});
    if (layer.gates() == 1) jobs_.push_back({layer.name + ".radius", SpectrumJob::Of::weights, true, l});
  }
  void list_jacobian(const std::string& name) {
    const std::size_t which = jacobians_.size();
    jobs_.push_back({name + ".jacobian", SpectrumJob::Of::jacobian, false, which});
    jobs_.push_back({name + ".jacobian_radius", SpectrumJob::Of::jacobian, true, which});
  }

  /// Gates stand below one another.
  void add_array(Findings& findings, const SpectrumJob& job) const {
    std::vector<float> data(job.values.begin(), job.values.end());
    if (job.gate > 0) {
      std::vector<float>& gates = findings.arrays.back().data;
      gates.insert(gates.end(), data.begin(), data.end());
      return;
    }
    const Axis index{"index", job.values.size()};
    const bool gated = job.of == SpectrumJob::Of::weights && layers_[job.layer].gates() > 1;
    if (!gated) return findings.add(job.name, index, std::move(data));
    Axis gates{"gate", layers_[job.layer].gates()};
    gates.names = layers_[job.layer].gate_names();
    findings.add(job.name, std::move(gates), index, std::move(data));
  }

  /// A part of it; false once it is done.
  bool work_on(SpectrumJob& job) {
    if (job.decomposition != nullptr) {
      if (job.decomposition->next()) return true;
      job.values = job.decomposition->values();
      job.decomposition.reset();
      return false;
    }
    if (job.of == SpectrumJob::Of::weights) {
      const Recurrence& layer = layers_[job.layer];
      const std::size_t width = layer.width(), count = width * width;
      begin(job, in_double(layer.weight->value.subspan(job.gate * count, count)), width);
      return true;
    }
    const JacobianOfLayer& jacobian = *jacobians_[job.layer];
    if (jacobian.count() == 0) return false;
    if (row_ < jacobian.mean().width())
      add_rows(jacobian.mean());
    else
      begin(job, job.is_radius ? std::exchange(matrix_, {}) : matrix_, jacobian.mean().width());
    if (matrix_.empty()) row_ = 0;  // for the next layer
    return true;
  }

  static void begin(SpectrumJob& job, std::vector<double> matrix, std::size_t width) {
    if (job.is_radius)
      job.decomposition = std::make_unique<SpectralRadius>(std::move(matrix), width);
    else
      job.decomposition = std::make_unique<SingularValues>(std::move(matrix), width);
  }

  /// Of a mean Jacobian.
  void add_rows(const StepJacobian& mean) {
    const std::size_t width = mean.width();
    matrix_.resize(width * width);
    for (double work = 0; work < kStepsWork && row_ < width; ++row_) {
      mean.add_row(row_, &matrix_[row_ * width]);
      work += mean.row_work() + 8 * double(width);
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
  std::vector<SpectrumJob> jobs_;
  std::size_t job_ = 0;
  std::vector<double> matrix_;  // a mean Jacobian, and its next row
  std::size_t row_ = 0;
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
