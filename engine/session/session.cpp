#include "session/session.hpp"

#include <algorithm>

#include "core/refusals.hpp"
#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/counting.hpp"
#include "session/measuring.hpp"
#include "session/network.hpp"
#include "session/outline.hpp"
#include "session/planning.hpp"
#include "session/work.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

bool counts(const Configured& model) { return model_kind(model.kind).counted; }

TrainConfig stated_config(const CheckpointHeader& header) { return Course(header.experiment, header.model).config(); }

std::unique_ptr<Learner> learner_for(const CheckpointHeader& header, const Task& task) {
  const Configured& model = header.configured();
  if (counts(model))
    return std::make_unique<CountingLearner>(model.options, header.form().signature, task, model_path(header.model));
  return std::make_unique<NetworkLearner>(model, header.form(), stated_config(header), &task);
}

std::unique_ptr<Learner> stored_learner(const CheckpointHeader& header, const SafetensorsFile& file) {
  const Configured& model = header.configured();
  if (counts(model))
    return std::make_unique<CountingLearner>(model.options, header.form().signature, file, model_path(header.model));
  auto learner = std::make_unique<NetworkLearner>(model, header.form(), stated_config(header), nullptr);
  learner->load(file);
  return learner;
}

Json tap_json(const Tap<float>& tap) { return {{"name", tap.name}, {"axes", tap.axes}, {"shape", tap.shape.sizes()}}; }

Json facts_json(const Model<float>* model) {
  Json list = Json::array();
  if (model == nullptr) return list;
  for (const auto& [name, value] : model->facts()) {
    std::string title = name;
    std::ranges::replace(title, '_', ' ');
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    list.push_back({{"name", name}, {"title", std::move(title)}, {"value", value}});
  }
  return list;
}

Json baselines_json(const Task& task, Form form) {
  Json list = Json::array();
  for (const Baseline& b : task.baselines(form))
    list.push_back({{"name", b.name}, {"title", b.title}, {"metric", b.metric}, {"value", b.value}});
  return list;
}

Tap<float> find_tap(std::vector<Tap<float>> taps, const std::string& name) {
  const auto at = std::ranges::find(taps, name, &Tap<float>::name);
  if (at != taps.end()) return *at;
  std::vector<std::string> known;
  for (const Tap<float>& tap : taps) known.push_back(tap.name);
  const std::string near = nearest_name(name, known);
  throw Error(ErrorCode::invalid_config, near.empty() ? "tap.unknown" : "tap.near", "tap",
              {{"found", in_quotes(name)}, {"near", in_quotes(near)}});
}

Json column_of(std::span<const float> values) { return std::vector<float>(values.begin(), values.end()); }

/// clipped: part of the steps whose gradient was.
Json signals_json(const Signals<float>& signals, double clipped) {
  return {{"clipped", clipped},
          {"parts", signals.parts()},
          {"grad_norm", column_of(signals.grad_norm())},
          {"update", column_of(signals.update())},
          {"layers", signals.layers()},
          {"spread", column_of(signals.spread())},
          {"dead", column_of(signals.dead())},
          {"saturated", column_of(signals.saturated())}};
}

}  // namespace

Session::Session(std::string_view experiment, std::size_t k, std::string_view text) {
  header_.experiment = parse_experiment(experiment);
  header_.model = k;
  const Configured& task = (model_at(header_.experiment, k), header_.experiment.task);
  task_ = task_kind(task.kind).make(task.options, text);
  header_.vocabulary = task_->vocabulary();
  estimate_model(header_.experiment, k, header_.data_symbols());  // refuses what is too expensive
  learner_ = learner_for(header_, *task_);
  listed_ = header_.entrant().changes;
  course_ = Course(header_.experiment, k);
  waits_ = header_.entrant().start.has_value();
  reach_changes();
}

Session::Session(std::span<const std::byte> checkpoint) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  header_ = read_header(file);
  estimate_model(header_.experiment, header_.model, header_.data_symbols());
  learner_ = stored_learner(header_, file);
  listed_ = header_.entrant().changes;
  course_ = Course(header_.experiment, header_.model);
  course_.reach(steps_done(), header_.entrant().changes);  // the weights are what came of them
  learner_->configure(course_.config());
}

Session::~Session() = default;

void Session::require_text() const {
  if (!task_) throw Error(ErrorCode::invalid_config, "session.no_text", "text");
}

std::string Session::info() const {
  const TaskForm form = header_.form();
  const std::size_t positions = positions_of_step(header_.experiment, form);
  Json vocab = Json::array();
  for (std::size_t id = 0; id < header_.vocabulary.size(); ++id)
    vocab.push_back(header_.vocabulary.text(static_cast<std::int32_t>(id)));
  Json json{{"kind", header_.configured().kind},
            {"parameters", learner_->parameter_count()},
            {"bytes", learner_->bytes()},
            {"flops_per_step", learner_->flops_per_step()},
            {"flops_per_token", learner_->flops_per_step() / double(positions)},
            {"position_count", positions},
            {"vocab", std::move(vocab)}};
  json["steps"] = end();
  json["start"] = header_.entrant().start ? to_json(*header_.entrant().start) : Json(nullptr);
  json["arithmetic"] = header_.arithmetic;
  json["form"] = to_string(form.form);
  json["generates"] = continues();
  json["answers"] = task_ != nullptr && task_->takes_questions();
  json["facts"] = facts_json(learner_->network());
  add_outline(json, learner_->outline(), model_kind(header_.configured().kind), form.signature);
  if (task_) {
    json["classes"] = task_->classes();
    json["baselines"] = baselines_json(*task_, form.form);
    json["train_tokens"] = task_->training().size();
    json["held_out_tokens"] = task_->held_out_tokens();
    json["held_out_examples"] = task_->held_out_count(HeldOut::val);
    json["text_replaced"] = task_->replaced();
  }
  return to_text(json);
}

std::string Session::step(std::size_t n, bool signals) {
  require_text();
  if (n > 0) require_start();
  work_.reset();
  if (reach_changes() && steps_done() >= end()) n = 0;       // those that memory was lacking for
  const Signals<float>* watched = learner_->watch(signals);  // whose memory is taken before a step
  StepReport last;
  Json losses = Json::array();
  std::size_t clipped = 0;
  for (std::size_t i = 0; i < n && last.finite; ++i) {
    watched = learner_->watch(signals && i + 1 == n);
    last = learner_->step();
    if (last.finite) losses.push_back(last.loss);
    clipped += last.clipped;
    if (reach_changes() && steps_done() >= end()) break;  // one that ends the run
  }
  Json report{{"step", learner_->steps_done()}, {"losses", std::move(losses)},
              {"grad_norm", last.grad_norm},    {"lr", last.lr},
              {"finite", last.finite},          {"steps", end()}};
  const std::size_t done = report["losses"].size();
  if (watched != nullptr && done > 0) report["signals"] = signals_json(*watched, double(clipped) / double(done));
  return to_text(report);
}

void Session::begin(std::unique_ptr<Work> work) { work_ = std::move(work); }

void Session::begin_evaluation() {
  require_text();
  begin(evaluation_work(*learner_));
}

void Session::begin_examples(std::string_view options) {
  require_text();
  begin(examples_work(header_, *task_, *learner_, options));
}

void Session::begin_generation(std::string_view options) {
  begin(generation_work(header_.vocabulary, *learner_, continues(), options));
}

void Session::begin_measure(std::string_view kind, std::string_view options) {
  require_text();
  begin(nullptr);  // before memory is asked for
  begin(measure_work(header_, *task_, *learner_, kind, options, clock_, found_));
}

std::string Session::measures() const {
  require_text();
  return to_text(measures_json(header_, *task_, *learner_));
}

std::string Session::measure(std::string_view kind, std::string_view options) {
  begin_measure(kind, options);
  return finish();
}

const Finding& Session::measured(std::string_view name) const {
  std::vector<std::string> known;
  for (const Finding& finding : found_) {
    if (finding.name == name) return finding;
    known.push_back(finding.name);
  }
  throw Error(ErrorCode::invalid_config, "choice.unknown", "measured",
              {{"found", in_quotes(name)}, {"known", listed(known)}});
}

std::string Session::next() {
  if (!work_) throw Error(ErrorCode::invalid_config, "session.nothing", "next");
  return work_->next() ? "null" : result();
}

std::string Session::finish() {
  while (work_->next()) continue;
  return result();
}

std::string Session::result() {
  std::string text = work_->result();
  work_.reset();
  return text;
}

std::string Session::evaluate() {
  begin_evaluation();
  return finish();
}

std::string Session::examples(std::string_view options) {
  begin_examples(options);
  return finish();
}

std::string Session::generate(std::string_view options) {
  begin_generation(options);
  return finish();
}

bool Session::continues() const {
  return task_kind(header_.experiment.task.kind).text && header_.form().signature.causal;
}

std::string Session::taps() const {
  Json list = Json::array();
  for (const Tap<float>& tap : learner_->taps()) list.push_back(tap_json(tap));
  return to_text(list);
}

std::string Session::inspect(std::string_view excerpt) {
  return task_kind(header_.experiment.task.kind).text ? inspect_text(excerpt) : inspect_example(excerpt);
}

std::string Session::inspect_text(std::string_view excerpt) {
  std::vector<std::int32_t> ids = header_.vocabulary.encode(excerpt).ids;
  const std::size_t longest = header_.form().lengths.input;
  if (ids.size() > longest) ids.resize(longest);
  if (ids.size() < 2)
    throw Error(ErrorCode::invalid_text, "excerpt.short", "excerpt", {{"found", ids.size()}, {"least", 2}});
  const std::span<const float> rows = learner_->inspect(ids);
  Json symbols = Json::array(), probability = Json::array({nullptr});
  for (std::int32_t id : ids) symbols.push_back(header_.vocabulary.text(id));
  for (std::size_t t = 0; t + 1 < ids.size(); ++t)
    probability.push_back(rows[t * header_.vocabulary.size() + std::size_t(ids[t + 1])]);
  return to_text({{"text", header_.vocabulary.text(ids)},
                  {"step", learner_->steps_done()},
                  {"symbols", std::move(symbols)},
                  {"probability", std::move(probability)}});
}

Tap<float> Session::tap(const std::string& name) const { return find_tap(learner_->taps(), name); }

Tap<float> Session::training_tap(const std::string& name) const { return find_tap(learner_->training_taps(), name); }

std::vector<std::byte> Session::save(const Notes& notes) { return write_checkpoint(header_, *learner_, notes); }

std::string Session::weights_sha256() { return sha256_of(learner_->weights()); }

std::uint64_t Session::steps_done() const { return learner_->steps_done(); }

std::size_t Session::bytes() const { return learner_->bytes(); }

std::string describe() {
  Json json = describe_everything();
  json["measures"] = describe_measures();
  json["generation"] = {{"options", describe_options(generation_options())}};
  Json& texts = object_at(json, "refusals");
  for (const Refusal& refusal : refusals()) texts[std::string(refusal.key)] = refusal.text;
  return to_text(json);
}

}  // namespace unrolled
