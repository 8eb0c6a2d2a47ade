#include "session/measuring.hpp"

#include "io/options_json.hpp"
#include "measures/registry.hpp"
#include "session/checkpoint.hpp"
#include "session/learner.hpp"

namespace unrolled {
namespace {

/// What a subject refers to.
struct Measured {
  Measured(const CheckpointHeader& header, const Task& task, Model<float>& model, Clock clock = nullptr)
      : form(header.form()), subject{header.configured(), form, task, model, clock} {}
  const TaskForm form;
  const Subject subject;
};

Json axis_json(const Axis& axis) {
  Json json{{"name", axis.name}, {"count", axis.count}};
  if (!axis.at.empty()) json["at"] = axis.at;
  if (!axis.names.empty()) json["names"] = axis.names;
  return json;
}

Json finding_json(const Finding& finding) {
  Json axes = Json::array(), shape = Json::array();
  for (const Axis& axis : finding.axes) {
    axes.push_back(axis_json(axis));
    shape.push_back(axis.count);
  }
  return {{"name", finding.name}, {"axes", std::move(axes)}, {"shape", std::move(shape)}};
}

class MeasureWork final : public Work {
 public:
  MeasureWork(const MeasureKind& kind, std::unique_ptr<Measured> measured, const Options& options, Learner& learner,
              std::vector<Finding>& found)
      : kind_(kind),
        measured_(std::move(measured)),
        learner_(learner),
        found_(found),
        measuring_(kind.begin(measured_->subject, options)) {}

  bool next() override { return measuring_->next(); }

  std::string result() override {
    Findings findings = measuring_->result();
    Json arrays = Json::array(), numbers = Json::object();
    for (const Finding& finding : findings.arrays) arrays.push_back(finding_json(finding));
    for (const auto& [name, value] : findings.numbers) numbers[name] = value;
    std::string text = to_text({{"measure", kind_.group.kind},
                                {"step", learner_.steps_done()},
                                {"arrays", std::move(arrays)},
                                {"numbers", std::move(numbers)}});
    found_ = std::move(findings.arrays);
    return text;
  }

 private:
  const MeasureKind& kind_;
  const std::unique_ptr<Measured> measured_;
  Learner& learner_;
  std::vector<Finding>& found_;
  const std::unique_ptr<Measuring> measuring_;
};

std::vector<const MeasureKind*> applying(const Subject& subject) {
  std::vector<const MeasureKind*> kinds;
  for (const MeasureKind* kind : measure_kinds())
    if (kind->applies(subject)) kinds.push_back(kind);
  return kinds;
}

std::vector<std::string> names_of(const std::vector<const MeasureKind*>& kinds) {
  std::vector<std::string> names;
  for (const MeasureKind* kind : kinds) names.emplace_back(kind->group.kind);
  return names;
}

[[noreturn]] void refuse(const char* key, std::string_view name, const std::vector<const MeasureKind*>& known) {
  throw Error(ErrorCode::invalid_config, key, "measure",
              {{"found", in_quotes(name)}, {"known", listed(names_of(known))}});
}

Json note_json(const ArrayNote& note) {
  return {{"name", note.name}, {"axes", note.axes}, {"unit", note.unit}, {"title", note.title}};
}

}  // namespace

Json describe_measures() {
  Json list = Json::array();
  for (const MeasureKind* kind : measure_kinds()) {
    Json json = describe_group(kind->group);
    Json& arrays = list_at(json, "arrays");
    for (const ArrayNote& note : kind->arrays) arrays.push_back(note_json(note));
    json["source"] = kind->source;
    list.push_back(std::move(json));
  }
  return list;
}

Json measures_json(const CheckpointHeader& header, const Task& task, Learner& learner) {
  Json list = Json::array();
  if (learner.network() == nullptr) return list;
  const Measured measured(header, task, *learner.network());
  for (const MeasureKind* kind : applying(measured.subject)) {
    const MeasurePrice price = kind->price(measured.subject, Options(kind->group.options));
    list.push_back({{"kind", kind->group.kind}, {"bytes", price.bytes}, {"flops", price.flops}});
  }
  return list;
}

std::unique_ptr<Work> measure_work(const CheckpointHeader& header, const Task& task, Learner& learner,
                                   std::string_view name, std::string_view options, Clock clock,
                                   std::vector<Finding>& found) {
  const MeasureKind* kind = find_measure(name);
  if (kind == nullptr) refuse("choice.unknown", name, measure_kinds());
  const Json given = options.empty() ? Json::object() : parse_json(options, "measure");
  const Options read = read_options(given, kind->group.options, "measure");
  if (learner.network() == nullptr) throw Error(ErrorCode::invalid_config, "measure.counts", "measure");
  auto measured = std::make_unique<Measured>(header, task, *learner.network(), clock);
  if (!kind->applies(measured->subject)) refuse("measure.none", name, applying(measured->subject));
  require_affordable(kind->price(measured->subject, read));
  return std::make_unique<MeasureWork>(*kind, std::move(measured), read, learner, found);
}

}  // namespace unrolled
