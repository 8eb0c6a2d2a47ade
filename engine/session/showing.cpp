#include "session/showing.hpp"

#include <algorithm>
#include <cmath>

#include "tasks/examples/example.hpp"

namespace unrolled {
namespace {

/// To a thousandth of what is drawn: items are sent often, and floats print with nine digits.
double rounded(float x, double parts = kShort) { return std::round(double(x) * parts) / parts; }

/// As people read it, just as exact: to a power of ten.
double rounded(float x, const Scale& scale) {
  double unit = std::abs(scale.unit), parts = 1e4;
  for (; unit >= 10; unit /= 10) parts /= 10;
  for (; unit < 1; unit *= 10) parts *= 10;
  return std::round(scale.of(double(x)) * parts) / parts;
}

Json rows_json(std::span<const float> numbers, std::size_t width, const Scale& scale) {
  Json rows = Json::array();
  for (std::size_t i = 0; i + width <= numbers.size(); i += width) {
    Json row = Json::array();
    for (float x : numbers.subspan(i, width)) row.push_back(std::isnan(x) ? Json(nullptr) : Json(rounded(x, scale)));
    rows.push_back(std::move(row));
  }
  return rows;
}

Json mixture_json(std::span<const float> gaussians) {
  Json list = Json::array();
  for (std::size_t i = 0; i + 5 <= gaussians.size(); i += 5) {
    const auto g = gaussians.subspan(i, 5);
    list.push_back({{"weight", rounded(g[0])},
                    {"mean", {rounded(g[1]), rounded(g[2])}},
                    {"deviation", {rounded(g[3]), rounded(g[4])}}});
  }
  return list;
}

/// The same as people write it.
Example written(Example example, const Task::Backwards& backwards) {
  if (backwards.given) std::ranges::reverse(example.source);
  if (backwards.answer) std::ranges::reverse(example.target);
  return example;
}

Answer written(Answer answer, const Task::Backwards& backwards) {
  if (!backwards.answer) return answer;
  std::ranges::reverse(answer.symbols);
  std::ranges::reverse(answer.probability);
  return answer;
}

/// For each place of the answer, null where none was asked, and for a sequence that is too short one more: whether it is
/// what was asked for.
Json right_json(const std::vector<std::int32_t>& answer, const std::vector<std::int32_t>& target) {
  Json right = Json::array();
  for (std::size_t i = 0; i < answer.size(); ++i) {
    if (answer[i] == kNoTarget)
      right.push_back(nullptr);
    else
      right.push_back(i < target.size() && answer[i] == target[i]);
  }
  if (answer.size() < target.size()) right.push_back(false);
  return right;
}

bool all_within(std::span<const float> answer, std::span<const float> target, double tolerance) {
  for (std::size_t i = 0; i < target.size() && i < answer.size(); ++i)
    if (!std::isnan(target[i]) && !(std::abs(double(answer[i]) - double(target[i])) <= tolerance)) return false;
  return true;
}

Json probabilities_json(std::span<const float> probabilities, double parts) {
  Json list = Json::array();
  for (float p : probabilities) list.push_back(rounded(p, parts));
  return list;
}

void add_symbols(Json& item, const Task& task, const Signature& signature, const Example& example, const Answer& answer,
                 double parts) {
  const bool classes = !task.classes().empty();
  item["answer"] = symbols_json(answer.symbols, task, classes);
  item["probability"] = probabilities_json(answer.probability, parts);
  if (signature.output.whole) item["probabilities"] = probabilities_json(answer.distribution, parts);
  if (example.target.empty()) return;
  item["target"] = symbols_json(example.target, task, classes);
  item["right"] = right_json(answer.symbols, example.target);
}

void add_numbers(Json& item, const Task& task, const Signature& signature, const Example& example,
                 const Answer& answer) {
  const OutputSize& output = signature.output;
  const Scale scale = task.answer_scale();
  item["answer"] = {{"numbers", rows_json(answer.numbers, output.width, scale)}};
  if (example.numbers.empty()) return;
  item["target"] = {{"numbers", rows_json(example.numbers, output.width, scale)}};
  if (output.tolerance > 0)
    item["right"] = Json::array({all_within(answer.numbers, example.numbers, output.tolerance)});
}

}  // namespace

Json symbols_json(const std::vector<std::int32_t>& symbols, const Task& task, bool classes) {
  const std::vector<std::string> names = task.classes();
  Json list = Json::array();
  for (std::int32_t id : symbols) {
    if (id < 0)
      list.push_back(nullptr);
    else
      list.push_back(classes ? names[std::size_t(id)] : task.vocabulary().text(id));
  }
  return {{"symbols", std::move(list)}};
}

Json item_json(const Task& task, const Signature& signature, const Example& read, const Answer& said, double parts) {
  const Example example = written(read, task.backwards());
  const Answer answer = written(said, task.backwards());
  const StreamSize& given = signature.pairs() ? signature.source : signature.input;
  Json item = Json::object();
  if (given.symbols > 0)
    item["given"] = symbols_json(example.source, task, false);
  else
    item["given"] = {{"values", rows_json(example.values, given.features, task.given_scale())}};
  if (signature.image_columns > 0) item["image_columns"] = signature.image_columns;
  switch (signature.output.kind) {
    case OutputSize::Kind::symbols: add_symbols(item, task, signature, example, answer, parts); break;
    case OutputSize::Kind::numbers: add_numbers(item, task, signature, example, answer); break;
    case OutputSize::Kind::mixture: item["answer"] = {{"mixture", mixture_json(answer.numbers)}}; break;
  }
  return item;
}

}  // namespace unrolled
