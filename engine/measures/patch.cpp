// What of an answer comes from one place: two held-out examples of equal length have different answers; the first is read, but
// what one layer shows at one position is what it shows there for the other (activation patching: Vig et al. 2020, causal tracing
// of Meng et al. 2022). `moved` is the part of the way that the answer goes by this alone,
//   (d - d_first) / (d_other - d_first)
// with d the logit of the other's answer less that of the first's own (Wang et al. 2023), or the number that is answered: 0 where
// nothing changes, 1 where the answer is all the other's. At a recurrent layer the whole state is put in (h, and c of an LSTM) once
// position t is read, and it goes on from there. The answer is the last of those that differ; of an answer that is written the first,
// before which both have written the same.
#include "measures/patch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/patching.hpp"

namespace unrolled {
namespace {

constexpr double kAnyOther = 1e6;
constexpr float kUnmoved = std::numeric_limits<float>::quiet_NaN();

class Patch final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    if (subject.form.signature.output.kind == OutputSize::Kind::mixture) return false;
    LossPlan<float> plan(subject.model, subject.form.signature, size_of(subject, 1));
    return !patch_layers(subject.configured, plan.plan().arena()).empty();
  }
  static MeasurePrice price(const Subject& subject, const Options&) {
    const std::size_t rows = rows_of(subject);
    LossPlan<float> plan(subject.model, subject.form.signature, size_of(subject, rows));
    plan.forward_only();
    double runs = 3;
    for (const PatchLayer& layer : patch_layers(subject.configured, plan.plan().arena())) {
      const std::size_t positions = layer.source ? subject.form.lengths.source : subject.form.lengths.input;
      runs += double((positions + rows - 1) / rows);
    }
    return {2 * double(plan.bytes()), plan.cost().flops * runs};
  }

  Patch(const Subject& subject, const Options& options)
      : task_(subject.task),
        output_(subject.form.signature.output),
        writes_(writes_answer(subject.form.form)),
        plan_(subject.model, subject.form.signature, size_of(subject, rows_of(subject))) {
    plan_.forward_only();
    plan_.allocate();
    choose_pair(options.integer("example"), options.integer("other"));
    lay_out(example_);
    patching_.emplace(plan_, patch_layers(subject.configured, plan_.plan().arena()));
    found_.resize(patching_->layers().size());
  }

  bool next() override {
    if (step_ < 2) return look(step_++ == 0 ? other_ : example_);
    const PatchLayer& layer = patching_->layers()[layer_];
    const std::size_t length = layer.source ? source_ : input_;
    std::vector<std::vector<std::size_t>> positions;
    for (std::size_t b = 0; b < plan_.dims().batch && first_ + b < length; ++b) positions.push_back({first_ + b});
    patching_->run_with(layer_, memory_[0], memory_[1], positions);
    for (std::size_t b = 0; b < positions.size(); ++b) found_[layer_].push_back(moved(difference(b)));
    first_ += positions.size();
    if (first_ < length) return true;
    first_ = 0;
    return ++layer_ < found_.size();
  }

  Findings result() override {
    Findings found;
    add(found, "moved", false, input_);
    add(found, "moved_source", true, source_);
    found.add_number("example", double(example_));
    found.add_number("other", double(other_));
    found.add_number("position", double(position_));
    found.add_number("difference", difference_[1]);
    found.add_number("difference_other", difference_[0]);
    if (output_.kind == OutputSize::Kind::symbols) {
      found.add_number("probability", probability_[1]);
      found.add_number("probability_other", probability_[0]);
    }
    return found;
  }

 private:
  static constexpr std::size_t kRows = 8;     // positions of a part, at most
  static constexpr std::size_t kTried = 256;  // examples

  static BatchSize size_of(const Subject& subject, std::size_t rows) {
    return {rows, subject.form.lengths, subject.form.form};
  }
  static std::size_t rows_of(const Subject& subject) { return part_rows(subject, subject.form.lengths, kRows, 1); }

  void lay_out(std::size_t example) {
    const Batch batch = plan_.batch();
    task_.held_out(HeldOut::val, example, batch);
    repeat_first_row(batch, plan_.layout(), output_.whole);
  }

  /// What is compared of an example that is laid out.
  struct Asked {
    std::size_t input = 0, source = 0;
    std::vector<std::size_t> rows{};
    std::vector<double> answers{};
  };
  Asked asked() {
    const Batch batch = plan_.batch();
    Asked asked;
    asked.input = length_of(batch.input, 0);
    if (batch.source.dims.length > 0) asked.source = length_of(batch.source, 0);
    asked.rows = counting_rows(batch, plan_.layout(), output_.whole, 0);
    for (std::size_t row : asked.rows)
      asked.answers.push_back(batch.targets.empty() ? double(batch.numbers[row * batch.width])
                                                    : double(batch.targets[row]));
    return asked;
  }

  /// Whether both have the same places and somewhere another answer: then that is what is asked.
  bool fits(const Asked& a, const Asked& b) {
    if (a.input != b.input || a.source != b.source || a.rows != b.rows) return false;
    bool differ = false;
    for (std::size_t i = 0; i < a.rows.size(); ++i) {
      if (a.answers[i] == b.answers[i]) continue;
      if (differ && writes_) break;
      differ = true;
      row_ = a.rows[i];
      own_ = std::int32_t(a.answers[i]), others_ = std::int32_t(b.answers[i]);
    }
    return differ;
  }

  /// Without another example that is asked for, the next that fits.
  void choose_pair(std::size_t example, std::size_t other) {
    const std::size_t count = task_.held_out_count(HeldOut::val);
    example_ = std::min(example, count - 1);
    lay_out(example_);
    const Asked first = asked();
    const bool given = other < std::size_t(kAnyOther);
    for (std::size_t i = 1; i <= (given ? 1 : std::min(kTried, count - 1)); ++i) {
      other_ = given ? std::min(other, count - 1) : (example_ + i) % count;
      lay_out(other_);
      if (!fits(first, asked())) continue;
      input_ = first.input, source_ = first.source;
      position_ = position_of(plan_.batch(), plan_.layout(), output_.whole, 0, row_);
      return;
    }
    throw Error(ErrorCode::invalid_config, given ? "patch.pair" : "patch.none", "measure",
                {{"found", example_}, {"other", other_}});
  }

  /// The answer of row b of the batch: how much more it is the other's.
  double difference(std::size_t b) {
    const std::size_t row = output_.whole ? b : position_index(plan_.layout(), plan_.dims(), b, position_);
    const auto answer = plan_.result().subspan(row * output_.width, output_.width);
    if (output_.kind != OutputSize::Kind::symbols) return double(answer[0]);
    return double(answer[std::size_t(others_)]) - double(answer[std::size_t(own_)]);
  }
  float moved(double difference) const {
    const double way = difference_[0] - difference_[1];
    if (difference == difference_[1]) return 0;
    return way == 0 ? kUnmoved : float((difference - difference_[1]) / way);
  }

  /// First at the other, then at the example, which stays.
  bool look(std::size_t example) {
    const std::size_t which = example == example_ ? 1 : 0;
    lay_out(example);
    memory_[which] = patching_->run();
    difference_[which] = difference(0);
    if (output_.kind != OutputSize::Kind::symbols) return true;
    const std::size_t row = output_.whole ? 0 : position_index(plan_.layout(), plan_.dims(), 0, position_);
    probability_[which] = double(plan_.probabilities()[row * output_.width + std::size_t(which == 1 ? own_ : others_)]);
    return true;
  }

  void add(Findings& found, const char* name, bool source, std::size_t length) {
    Axis layers{"layer", 0};
    std::vector<float> data;
    for (std::size_t l = 0; l < found_.size(); ++l) {
      if (patching_->layers()[l].source != source) continue;
      layers.names.push_back(patching_->layers()[l].name);
      data.insert(data.end(), found_[l].begin(), found_[l].end());
    }
    layers.count = layers.names.size();
    if (layers.count > 0) found.add(name, std::move(layers), {"position", length}, std::move(data));
  }

  const Task& task_;
  const OutputSize output_;
  const bool writes_;
  LossPlan<float> plan_;
  std::optional<Patching> patching_;
  std::size_t example_ = 0, other_ = 0, input_ = 0, source_ = 0, row_ = 0, position_ = 0;
  std::int32_t own_ = 0, others_ = 0;  // answers, where they are symbols
  Patching::Memory memory_[2];         // of the other, of the example
  double difference_[2] = {}, probability_[2] = {};
  std::vector<std::vector<float>> found_;  // by layer
  std::size_t step_ = 0, layer_ = 0, first_ = 0;
};

}  // namespace

const MeasureKind& patch_kind() {
  static const MeasureKind kind = kind_of<Patch>(
      {"patch",
       "Patch",
       "Where an answer comes from: how far it moves towards that of another example when one layer's value at one "
       "position is taken from there.",
       {Option::integer("example", 0, 0, 1e6, "Example", "Number of the held-out example that is read."),
        Option::integer("other", kAnyOther, 0, kAnyOther, "Other",
                        "Number of the example that values are taken from; the greatest number: the next with an equal "
                        "length and another answer.")}},
      {{"moved", "layer, position", "", "Part of the way to the other's answer"},
       {"moved_source", "layer, position", "", "The same of what reads the source"}},
      "Vig et al. 2020; Meng et al. 2022");
  return kind;
}

}  // namespace unrolled
