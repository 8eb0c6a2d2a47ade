#include "facts/predicate.hpp"

#include <map>

namespace unrolled {
namespace {

constexpr double kMostSteps = 1e7, kMost = 1e12;
constexpr std::size_t kLongestName = 40;  // characters
constexpr std::size_t kIndices = 6;
constexpr const char* kSomeMetrics = "loss, val_loss, val_accuracy, best_val_loss, final_val_loss and so on";
constexpr const char* kFields = "model, metric, op, value";
constexpr const char* kRelations = "<, <=, >, >=, within";

const std::map<std::string, Relation>& relations() {
  static const std::map<std::string, Relation> map{{"<", Relation::less},
                                                   {"<=", Relation::at_most},
                                                   {">", Relation::more},
                                                   {">=", Relation::at_least},
                                                   {"within", Relation::within}};
  return map;
}

Metric read_metric(const ObjectReader& reader) {
  const std::string name = reader.text("metric", kLongestName);
  const auto metric = metric_named(name);
  if (!metric) reader.refuse("metric", "choice.unknown", {{"found", in_quotes(name)}, {"known", kSomeMetrics}});
  return *metric;
}

/// A model by its number or its kind, or one of `words`.
Whom read_whom(const ObjectReader& reader, const std::map<std::string, Whom::Who>& words) {
  const Json& json = reader.required("model");
  if (json.is_number()) return {Whom::Who::one, std::size_t(reader.number("model", 0, kIndices - 1, true))};
  if (json.is_object()) {
    const std::string where = reader.path("model");
    const ObjectReader kind(json, where, reader.code());
    kind.allow_only({"kind"});
    return {Whom::Who::kind, 0, kind.text("kind", kLongestName)};
  }
  const std::string word = reader.text("model", kLongestName);
  const auto at = words.find(word);
  if (at == words.end()) {
    std::vector<std::string> known;
    for (const auto& [name, who] : words) known.push_back(name);
    reader.refuse("model", "choice.unknown", {{"found", in_quotes(word)}, {"known", listed(known)}});
  }
  return {at->second};
}

Against read_against(const Json& json, const std::string& where, ErrorCode code) {
  const ObjectReader reader(json, where, code);
  reader.allow_only({"model", "metric", "plus", "times"});
  Against against{read_whom(reader, {{"others", Whom::Who::others}}), std::nullopt};
  if (reader.has("metric")) against.metric = read_metric(reader);
  if (reader.has("plus")) against.plus = reader.number("plus", -kMost, kMost, false);
  if (reader.has("times")) against.times = reader.number("times", -kMost, kMost, false);
  return against;
}

std::variant<double, ValueRange, Against> read_value(const ObjectReader& reader, Relation relation) {
  const Json& json = reader.required("value");
  if ((relation == Relation::within) != json.is_array()) reader.refuse("value", "list.type", {found(json)});
  if (json.is_object()) return read_against(json, reader.path("value"), reader.code());
  if (!json.is_array()) return reader.number("value", -kMost, kMost, false);
  const bool numbers = json.size() == 2 && json[0].is_number() && json[1].is_number();
  const ValueRange range = numbers ? ValueRange{json[0].get<double>(), json[1].get<double>()} : ValueRange{1, 0};
  if (!(range.low <= range.high && range.low >= -kMost && range.high <= kMost))
    reader.refuse("value", "list.type", {found(json)});
  return range;
}

/// What has no steps on its way cannot be asked for by one.
void require_together(const ObjectReader& reader, const Predicate& predicate) {
  const Metric::How how = predicate.metric.how;
  if (predicate.from_step &&
      (how != Metric::How::curve || predicate.never || *predicate.from_step > predicate.by_step.value_or(kMostSteps)))
    reader.refuse("from_step", "key.unknown", {{"known", kFields}});
  if (predicate.by_step && (how == Metric::How::last || how == Metric::How::present))
    reader.refuse("by_step", "key.unknown", {{"known", kFields}});
}

}  // namespace

Predicate read_predicate(const Json& json, const std::string& where, ErrorCode code) {
  const ObjectReader reader(json, where, code);
  reader.allow_only({"model", "metric", "op", "value", "by_step", "from_step", "never"});
  Predicate predicate;
  predicate.model = read_whom(reader, {{"any", Whom::Who::any}, {"all", Whom::Who::all}});
  predicate.metric = read_metric(reader);
  predicate.named = reader.text("metric", kLongestName);
  const std::string op = reader.text("op", kLongestName);
  const auto relation = relations().find(op);
  if (relation == relations().end())
    reader.refuse("op", "choice.unknown", {{"found", in_quotes(op)}, {"known", kRelations}});
  predicate.relation = relation->second;
  predicate.value = read_value(reader, predicate.relation);
  if (reader.has("by_step")) predicate.by_step = reader.number("by_step", 0, kMostSteps, true);
  if (reader.has("from_step")) predicate.from_step = reader.number("from_step", 0, kMostSteps, true);
  if (reader.has("never") && !reader.boolean("never"))
    reader.refuse("never", "boolean.type", {found(reader.required("never"))});
  predicate.never = reader.has("never");
  require_together(reader, predicate);
  return predicate;
}

}  // namespace unrolled
