#include "io/training_json.hpp"

#include "io/options_json.hpp"

namespace unrolled {
namespace {

/// What all models of a race share: they see the same batches and are tested at the same steps.
constexpr const char* kShared[] = {"batch_size", "eval_every", "tier"};

Configured read_kind(const ObjectReader& train, const std::string& key, const std::vector<OptionGroup>& groups) {
  if (!train.has(key)) return {std::string(groups.front().kind), Options(groups.front().options)};
  return read_configured(train.object().at(key), groups, train.path(key));
}

SomeConfigured read_some_kind(const ObjectReader& train, const std::string& key, const std::vector<OptionGroup>& groups,
                              const Configured& now) {
  if (!train.has(key)) return {};
  return read_some_configured(train.object().at(key), groups, now.kind, train.path(key));
}

void refuse_shared(const ObjectReader& train) {
  for (const char* key : kShared)
    if (train.has(key)) train.refuse(key, "train.shared");
}

bool has_span(const Configured& schedule) {
  return schedule.kind != "constant" && schedule.options.number("span") != 0;
}

}  // namespace

Training read_training(const Json& json, const std::string& where) {
  const ObjectReader train(json, where);
  Training training{read_options(json, train_options(), where, {"optimizer", "schedule"}), {}, {}};
  training.optimizer = read_kind(train, "optimizer", optimizer_groups());
  training.schedule = read_kind(train, "schedule", schedule_groups());
  return training;
}

TrainingPart read_own_training(const Json& json, const std::string& where, const Training& now) {
  const ObjectReader train(json, where);
  refuse_shared(train);
  TrainingPart part{read_some_options(json, train_options(), where, {"optimizer", "schedule"}), {}, {}};
  part.optimizer = read_some_kind(train, "optimizer", optimizer_groups(), now.optimizer);
  part.schedule = read_some_kind(train, "schedule", schedule_groups(), now.schedule);
  return part;
}

TrainingPart read_change(const Json& json, const std::string& where, const Training& now, std::uint64_t step) {
  TrainingPart part = read_own_training(json, where, now);
  const std::string& kind = part.optimizer.kind;
  if (!kind.empty() && kind != now.optimizer.kind)
    throw Error(ErrorCode::invalid_config, "change.optimizer", where + ".optimizer.kind",
                {{"found", kind}, {"wanted", now.optimizer.kind}});
  const auto steps = part.options.find("steps");
  if (steps != part.options.end() && std::get<double>(steps->second) < double(step))
    throw Error(ErrorCode::invalid_config, "change.end", where + ".steps",
                {{"found", std::get<double>(steps->second)}, {"step", step}});
  return part;
}

Json to_json(const Training& training) {
  Json json = to_json(training.options, train_options());
  json["optimizer"] = to_json(training.optimizer, optimizer_groups());
  json["schedule"] = to_json(training.schedule, schedule_groups());
  if (!has_span(training.schedule)) json["schedule"].erase("span");  // which version 1 does not know
  return json;
}

Json to_json(const TrainingPart& part) {
  Json json = to_json(part.options, train_options());
  const Json optimizer = to_json(part.optimizer, optimizer_groups());
  const Json schedule = to_json(part.schedule, schedule_groups());
  if (!optimizer.empty()) json["optimizer"] = optimizer;
  if (!schedule.empty()) json["schedule"] = schedule;
  return json;
}

bool is_new(const Training& training) { return has_span(training.schedule); }

}  // namespace unrolled
