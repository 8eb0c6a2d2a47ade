#include "io/curves.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace unrolled {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kLossSteps = 30;                // the loss told is an exponential mean over about so many
constexpr std::size_t kMaxSample = 2000;         // bytes, as the page cuts it
constexpr double kMostWhole = 9007199254740992;  // above it not every whole number is one of JavaScript's
constexpr std::array kScores = {"val_loss",    "val_accuracy",    "val_exact",
                                "longer_loss", "longer_accuracy", "longer_exact"};
constexpr std::size_t kValLoss = 2;  // of held_out's columns
constexpr int kExactTen = 22;        // the highest power of ten that a double holds
constexpr int kDigits = 10;          // floats have nine, means of them a little more

double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

/// A number as it is written; null where there is none.
Json short_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (value == std::floor(value) && std::abs(value) < kMostWhole) return static_cast<std::int64_t>(value);
  const int shift = kDigits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
  if (std::abs(shift) > kExactTen) return value;
  const double ten = power_of_ten(std::abs(shift));  // one rounding each way: no digit more than asked for
  return shift > 0 ? std::round(value * ten) / ten : std::round(value / ten) * ten;
}

double number_or(const Json& json, const char* key, double other) {
  const auto at = json.find(key);
  const double value = at != json.end() && at->is_number() ? at->get<double>() : other;
  return value >= 0 && std::isfinite(value) ? value : other;
}

/// An empty object where it is nothing of ours.
Json parsed(const std::string& text) {
  try {
    Json json = parse_json(text, "curves");
    return json.is_object() ? json : Json::object();
  } catch (const Error&) {
    return Json::object();
  }
}

/// At most so many bytes, no character cut in two.
std::string beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most));
}

}  // namespace

void CurveTable::append(const std::vector<double>& row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].push_back(row[i]);
}

void CurveTable::truncate(double step) {
  while (length() > 0 && columns_.front().back() > step)
    for (auto& column : columns_) column.pop_back();
}

void CurveTable::halve(bool keep_first) {
  for (auto& column : columns_) {
    std::size_t kept = 0;
    for (std::size_t i = keep_first ? 0 : 1; i < column.size(); i += 2) column[kept++] = column[i];
    column.resize(kept);
  }
}

void CurveTable::write(Json& to) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Json& list = list_at(to, names_[i]);
    for (double value : columns_[i]) list.push_back(short_number(value));
  }
}

void CurveTable::read(const Json& from, double last) {
  std::vector<const Json*> columns;
  for (const std::string& name : names_) {
    const auto at = from.is_object() ? from.find(name) : from.end();
    if (!from.is_object() || at == from.end() || !at->is_array()) return;
    columns.push_back(&*at);
    if (at->size() != columns.front()->size() || at->size() > kMaxPoints) return;
  }
  double before = 0;
  for (std::size_t row = 0; row < columns.front()->size(); ++row) {
    std::vector<double> values;
    for (const Json* column : columns)
      values.push_back((*column)[row].is_number() ? (*column)[row].get<double>() : kNone);
    if (!(values.front() > before && values.front() <= last)) continue;
    before = values.front();
    append(values);
  }
}

void Curves::resume(const std::string& kept, std::uint64_t step) {
  const Json json = parsed(kept);
  const auto table = [&](const char* name) { return json.contains(name) ? json.at(name) : Json::object(); };
  const Json training = table("training");
  step_ = double(step), seconds_ = number_or(json, "seconds", 0);
  held_out_.read(table("held_out"), step_);
  signals_.read(table("signals"), step_);
  const double stride = training.is_object() ? number_or(training, "stride", 1) : 1;
  if (stride >= 1 && stride <= kMostWhole && stride == std::floor(stride)) {
    stride_ = static_cast<std::size_t>(stride);
    training_.read(training, step_);
    if (training_.length() == kMaxPoints) merge();
  }
  if (const double loss = number_or(json, "loss", kNone); std::isfinite(loss)) mean_ = loss, weight_ = 1;
  if (json.contains("sample") && json.at("sample").is_string())
    sample_ = beginning(json.at("sample").get_ref<const std::string&>(), kMaxSample);
}

void Curves::train(std::uint64_t step, const std::vector<double>& losses, double seconds, double grad_norm, double lr) {
  const double count = double(losses.size());
  for (std::size_t i = 0; i < losses.size(); ++i) {
    add_loss(losses[i]);
    sum_ += losses[i];
    if (++waiting_ == stride_)
      add_point(double(step) - count + double(i) + 1, seconds_ + double(i + 1) / count * seconds);
  }
  step_ = double(step), seconds_ += seconds;
  if (losses.empty()) return;
  signals_.append({step_, grad_norm, lr});
  if (signals_.length() > kMaxPoints) signals_.halve(true);
}

void Curves::add_point(double step, double seconds) {
  training_.append({step, seconds, sum_ / double(stride_)});
  sum_ = 0, waiting_ = 0;
  if (training_.length() == kMaxPoints) merge();
}

/// Two neighbours become one.
void Curves::merge() {
  for (std::size_t i = 1; i < training_.length(); i += 2)
    training_.set(i, 2, (training_.at(i - 1, 2) + training_.at(i, 2)) / 2);
  training_.halve(false);
  stride_ *= 2;
}

void Curves::add_loss(double loss) {
  const double keep = 1 - 1 / kLossSteps;
  mean_ = keep * mean_ + (1 - keep) * loss;
  weight_ = keep * weight_ + (1 - keep);
}

void Curves::evaluate(const Json& scores, std::string_view sample) {
  held_out_.truncate(step_ - 1);  // one and the same test is there once
  std::vector<double> row{step_, seconds_};
  for (const char* name : kScores)
    row.push_back(scores.contains(name) && scores.at(name).is_number() ? scores.at(name).get<double>() : kNone);
  held_out_.append(row);
  if (held_out_.length() > kMaxPoints) held_out_.halve(true);
  sample_ = beginning(sample, kMaxSample);
}

Json Curves::scores() const {
  Json scores = Json::object();
  if (held_out_.length() == 0) return scores;
  for (std::size_t i = 0; i < kScores.size(); ++i)
    if (const double value = held_out_.at(held_out_.length() - 1, i + 2); std::isfinite(value))
      scores[kScores[i]] = value;
  return scores;
}

bool Curves::at_lowest() const {
  const std::size_t tests = held_out_.length();
  if (tests == 0 || held_out_.at(tests - 1, 0) != step_) return false;
  const double last = held_out_.at(tests - 1, kValLoss);
  for (std::size_t row = 0; row + 1 < tests; ++row)
    if (held_out_.at(row, kValLoss) <= last) return false;
  return std::isfinite(last);
}

std::string Curves::to_text() const {
  Json json{{"step", short_number(step_)},
            {"seconds", short_number(seconds_)},
            {"tokens_per_step", short_number(tokens_per_step_)},
            {"flops_per_step", short_number(flops_per_step_)},
            {"loss", short_number(weight_ > 0 ? mean_ / weight_ : kNone)}};
  object_at(json, "training")["stride"] = stride_;
  training_.write(object_at(json, "training"));
  held_out_.write(object_at(json, "held_out"));
  signals_.write(object_at(json, "signals"));
  json["sample"] = sample_;
  return unrolled::to_text(json);
}

}  // namespace unrolled
