#include "tasks/numbers/waveform.hpp"

#include "core/error.hpp"
#include "kernels/sinusoid.hpp"
#include "tasks/examples/longer.hpp"

namespace unrolled {
namespace {

constexpr double kTurn = 6.28318530717958647692;
constexpr double kLeastAmplitude = 0.5;

ExampleShape shape_of(const Options& options) {
  const std::size_t length = options.integer("length"), longer = options.integer("longer_length");
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::each;
  shape.kind = OutputSize::Kind::numbers;
  shape.features = WaveformTask::kFeatures;
  shape.width = 1;
  shape.tolerance = 0.1;
  shape.training = {length, length, length};
  shape.longer = {longer, longer, longer};
  return shape;
}

void check_waveform(const Options& options, const std::string& where) {
  check_longer_length(options, where);
  if (options.number("max_waves") >= options.number("min_waves")) return;
  throw Error(ErrorCode::invalid_config, "option.least", where + ".max_waves",
              {{"found", options.number("max_waves")}, {"other", "min_waves"}, {"limit", options.number("min_waves")}});
}

/// One wave of height 1 at `turn` in [0,1): sine, square, sawtooth, triangle; each starts at or rises from 0.
double shape_at(std::size_t kind, double turn) {
  switch (kind) {
    case 0: return sine(kTurn * turn);
    case 1: return turn < 0.5 ? 1 : -1;
    case 2: return turn < 0.5 ? 2 * turn : 2 * turn - 2;
    default: return turn < 0.25 ? 4 * turn : turn < 0.75 ? 2 - 4 * turn : 4 * turn - 4;
  }
}

}  // namespace

WaveformTask::WaveformTask(const Options& options, std::string_view)
    : ExampleTask(shape_of(options), Vocabulary()),
      period_(options.integer("length")),
      least_(options.number("min_waves")),
      most_(options.number("max_waves")),
      phases_(options.boolean("phases")) {
  hold_out();
}

void WaveformTask::draw(Rng& rng, std::size_t length, Example& example) const {
  const auto kind = static_cast<std::size_t>(rng.below(kKinds));
  const double speed = rng.uniform(), strength = rng.uniform(), phase = phases_ ? rng.uniform() : 0;
  const double waves = least_ + (most_ - least_) * speed;
  const double amplitude = kLeastAmplitude + (1 - kLeastAmplitude) * strength;
  for (std::size_t t = 0; t < length; ++t) {
    for (std::size_t k = 0; k < kKinds; ++k) example.values.push_back(k == kind ? 1.0F : 0.0F);
    for (double style : {speed, strength, phase}) example.values.push_back(static_cast<float>(style));
    const double turns = phase + waves * static_cast<double>(t) / static_cast<double>(period_);
    const double turn = turns - static_cast<double>(static_cast<std::size_t>(turns));
    example.numbers.push_back(static_cast<float>(amplitude * shape_at(kind, turn)));
  }
}

std::vector<Baseline> WaveformTask::baselines(Form) const {
  double squares = 0, count = 0;
  for (const Example& example : examples(HeldOut::val))
    for (float x : example.numbers) squares += double(x) * double(x), count += 1;
  return {{"silence", "Always 0", "loss", squares / count}};
}

const TaskKind& waveform_kind() {
  static const TaskKind kind{
      {"waveform",
       "A wave from its description",
       "Given the kind of a wave (sine, square, sawtooth, triangle), its frequency and its height, draw it: one vector "
       "becomes a whole sequence.",
       {
           Option::integer("length", 64, 8, 256, "Length", "How many points of the wave are drawn.").in("points").by(8),
           Option::number("min_waves", 1, 0.25, 16, "Fewest waves", "The slowest wave goes up and down so many times."),
           Option::number("max_waves", 3, 0.25, 16, "Most waves", "The fastest wave goes up and down so many times."),
           Option::boolean("phases", false, "Any phase", "Waves start anywhere, and the description says where."),
           longer_length_option(128, 512, "points"),
       }},
      {"waves", "numbers"},
      check_waveform,
      forms_by<shape_of>,
      false,
      make_by<WaveformTask>};
  return kind;
}

}  // namespace unrolled
