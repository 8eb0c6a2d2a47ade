#include "measures/state_rows.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "measures/input_probe.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kStateRows = 8;

bool has(const std::string& name, const char* part) { return name.find(part) != std::string::npos; }

/// What a reading backwards keeps is of what comes later, and no hidden variable is.
bool is_state(const Tap<float>& tap, const StateRows::Choice& choice) {
  return tap.axes.size() == 3 && tap.axes[2] == "unit" && tap.name.ends_with(choice.cell ? ".cell" : ".hidden") &&
         has(tap.name, ".encoder.") == choice.source && !has(tap.name, ".reverse.");
}

bool is_time_major(const Tap<float>& tap) { return tap.axes[0] == "time"; }

std::optional<Tap<float>> state_tap(const std::vector<Tap<float>>& taps, const StateRows::Choice& choice) {
  std::optional<Tap<float>> found;
  std::size_t layer = 0;
  for (const Tap<float>& tap : taps)
    if (is_state(tap, choice) && (choice.layer == 0 || ++layer == choice.layer)) found = tap;
  return found;
}

Tap<float> require_tap(const Subject& subject, const StateRows::Choice& choice) {
  const auto tap = state_tap(taps_of(subject), choice);
  if (!tap) throw Error(ErrorCode::invalid_config, "measure.states", "measure", {{"found", choice.layer}});
  return *tap;
}

/// Some models show states of one example at a time only.
std::size_t rows_at_once(const Subject& subject, const StateRows::Choice& choice) {
  const LossPlan<float> two(subject.model, subject.form.signature,
                            BatchSize(2, subject.form.lengths, subject.form.form));
  return state_tap(two.taps(), choice) ? kStateRows : 1;
}

}  // namespace

bool StateRows::exist(const Subject& subject, const Choice& choice) {
  return state_tap(taps_of(subject), choice).has_value();
}

std::size_t StateRows::units(const Subject& subject, const Choice& choice) {
  return require_tap(subject, choice).shape.last();
}

std::size_t StateRows::positions(const Subject& subject, const Choice& choice) {
  return choice.source ? subject.form.lengths.source : subject.form.lengths.input;
}

MeasurePrice StateRows::price(const Subject& subject, const Choice& choice) {
  const std::size_t kept = units(subject, choice) + subject.task.knows().variables.size();
  MeasurePrice price = HeldOutBatches::price(subject, rows_at_once(subject, choice), choice.examples);
  price.bytes += double(choice.examples * positions(subject, choice) * (kept * sizeof(float) + sizeof(Place)));
  return price;
}

StateRows::StateRows(const Subject& subject, const Choice& choice)
    : task_(subject.task),
      choice_(choice),
      tap_(require_tap(subject, choice).name),
      batches_(subject, rows_at_once(subject, choice), choice.examples),
      units_(units(subject, choice)),
      variables_(subject.task.knows().variables.size()) {
  const std::size_t most = batches_.examples() * positions(subject, choice);
  places_.reserve(most), states_.reserve(most * units_), labels_.reserve(most * variables_);
}

bool StateRows::read() {
  const std::size_t known = batches_.read();
  for (const Tap<float>& tap : batches_.plan().taps())
    if (tap.name == tap_)
      for (std::size_t b = 0; b < known; ++b) read_sequence(tap, b);
  return batches_.left();
}

void StateRows::read_sequence(const Tap<float>& tap, std::size_t b) {
  const Batch batch = batches_.plan().batch();
  task_.know(batch, b, knowledge_);
  const std::size_t before = choice_.source || batch.source.dims.length == 0 ? 0 : length_of(batch.source, b);
  const std::size_t length = length_of(choice_.source ? batch.source : batch.input, b);
  const auto example = std::uint32_t(first_row_.size());
  first_row_.push_back(count());
  for (std::size_t t = choice_.from; t < length; ++t) {
    const std::size_t at = is_time_major(tap) ? t * tap.shape[1] + b : b * tap.shape[1] + t;
    const auto state = tap.data.subspan(at * units_, units_);
    places_.push_back({example, std::uint32_t(t)});
    states_.insert(states_.end(), state.begin(), state.end());
    for (std::size_t v = 0; v < variables_; ++v) labels_.push_back(knowledge_.value(v, before + t));
  }
}

std::size_t StateRows::row_of(Place place) const {
  const std::size_t row = first_row_[place.example] + place.position - choice_.from;
  const std::size_t end = place.example + 1 < first_row_.size() ? first_row_[place.example + 1] : count();
  return place.position >= choice_.from && row < end ? row : count();
}

}  // namespace unrolled
