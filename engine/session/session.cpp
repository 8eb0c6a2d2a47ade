#include "session/session.hpp"

#include <algorithm>

#include "core/sha256.hpp"
#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/adoption.hpp"
#include "session/counting.hpp"
#include "session/network.hpp"
#include "session/planning.hpp"
#include "session/sampling.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMaxGenerated = 20000;
constexpr std::size_t kMaxPrompt = 20000;

const OptionTable& generation_options() {
  static const OptionTable table{
      Option::free_text("prompt", kMaxPrompt, "Beginning", "The text that is continued."),
      Option::integer("tokens", 200, 0, kMaxGenerated, "Length", "Characters to write.").in("characters"),
      Option::number("temperature", 0.8, 0, 10, "Temperature",
                     "0 always takes the most probable character; higher is more daring."),
      Option::integer("top_k", 0, 0, double(kMaxSymbols), "Top k",
                      "Choose among this many most probable characters; 0 among all."),
      Option::integer("seed", 1, 0, 4294967295.0, "Seed", "Decides the choice: the same seed writes the same text."),
  };
  return table;
}

bool counts(const Configured& model) { return model_kind(model.kind).counted; }

TrainConfig train_config_of(const Experiment& e) { return train_config(e.train, e.optimizer, e.schedule); }

std::unique_ptr<Learner> learner_for(const CheckpointHeader& header, const Task& task) {
  const Configured& model = header.configured();
  if (counts(model)) return std::make_unique<CountingLearner>(model.options, header.form().signature, task);
  return std::make_unique<NetworkLearner>(model, header.form(), train_config_of(header.experiment), &task);
}

std::unique_ptr<Learner> stored_learner(const CheckpointHeader& header, const SafetensorsFile& file) {
  const Configured& model = header.configured();
  if (counts(model)) return std::make_unique<CountingLearner>(model.options, header.form().signature, file);
  auto learner = std::make_unique<NetworkLearner>(model, header.form(), train_config_of(header.experiment), nullptr);
  learner->load(file);
  return learner;
}

/// What a text without a beginning begins after: a line break where the vocabulary has one.
std::int32_t start_symbol(const Vocabulary& vocabulary) {
  for (std::size_t id = 0; id < vocabulary.size(); ++id)
    if (vocabulary.symbol(id) == U'\n') return static_cast<std::int32_t>(id);
  return 0;
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

Json baselines_json(const Task& task) {
  Json list = Json::array();
  for (const Baseline& b : task.baselines())
    list.push_back({{"name", b.name}, {"title", b.title}, {"metric", b.metric}, {"value", b.value}});
  return list;
}

Tap<float> find_tap(std::vector<Tap<float>> taps, const std::string& name) {
  const auto at = std::ranges::find(taps, name, &Tap<float>::name);
  if (at != taps.end()) return *at;
  std::vector<std::string> known;
  for (const Tap<float>& tap : taps) known.push_back(tap.name);
  const std::string near = nearest_name(name, known);
  throw Error(ErrorCode::invalid_config, "tap",
              near.empty() ? "the name of something recorded" : "a known name, perhaps \"" + near + "\"",
              in_quotes(name));
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
}

Session::Session(std::span<const std::byte> checkpoint) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  header_ = read_header(file);
  estimate_model(header_.experiment, header_.model, header_.data_symbols());
  learner_ = stored_learner(header_, file);
}

Session::~Session() = default;

void Session::require_text() const {
  if (!task_) throw Error(ErrorCode::invalid_config, "text", "a text to learn or test on", "a checkpoint alone");
}

std::string Session::info() const {
  const Estimate estimate = estimate_model(header_.experiment, header_.model, header_.data_symbols());
  Json vocab = Json::array();
  for (std::size_t id = 0; id < header_.vocabulary.size(); ++id)
    vocab.push_back(header_.vocabulary.text(static_cast<std::int32_t>(id)));
  Json json{{"kind", header_.configured().kind},
            {"parameters", learner_->parameter_count()},
            {"bytes", learner_->bytes()},
            {"flops_per_step", learner_->flops_per_step()},
            {"flops_per_token", learner_->flops_per_step() / double(estimate.position_count)},
            {"position_count", estimate.position_count},
            {"vocab", std::move(vocab)}};
  const TaskForm form = header_.form();
  json["form"] = to_string(form.form);
  json["generates"] = continues();
  json["answers"] = task_ != nullptr && task_->takes_questions();
  json["facts"] = facts_json(learner_->network());
  if (task_) {
    json["classes"] = task_->classes();
    json["baselines"] = baselines_json(*task_);
    json["train_tokens"] = task_->training().size();
    json["held_out_tokens"] = task_->held_out_tokens();
    json["text_replaced"] = task_->replaced();
  }
  return to_text(json);
}

std::string Session::step(std::size_t n) {
  require_text();
  StepReport last;
  Json losses = Json::array();
  for (std::size_t i = 0; i < n && last.finite; ++i) {
    last = learner_->step();
    if (last.finite) losses.push_back(last.loss);
  }
  return to_text({{"step", learner_->steps_done()},
                  {"losses", std::move(losses)},
                  {"grad_norm", last.grad_norm},
                  {"lr", last.lr},
                  {"finite", last.finite}});
}

std::string Session::evaluate() {
  require_text();
  const Evaluation result = learner_->evaluate();
  return to_text({{"step", learner_->steps_done()},
                  {"val_loss", result.val.loss},
                  {"val_accuracy", result.val.accuracy},
                  {"val_exact", result.val.exact},
                  {"longer_loss", result.longer.loss},
                  {"longer_accuracy", result.longer.accuracy},
                  {"longer_exact", result.longer.exact}});
}

bool Session::continues() const {
  return task_kind(header_.experiment.task.kind).text && header_.form().signature.causal;
}

std::string Session::generate(std::string_view options_text) {
  const Json json = options_text.empty() ? Json::object() : parse_json(options_text, "generate");
  const Options options = read_options(json, generation_options(), "generate");
  Vocabulary::Encoded prompt = header_.vocabulary.encode(options.text("prompt"));
  const std::string prompt_used = header_.vocabulary.text(prompt.ids);
  if (prompt.ids.empty()) prompt.ids.push_back(start_symbol(header_.vocabulary));
  Rng rng(options.integer("seed"), "generate");
  const SamplingOptions sampling{options.number("temperature"), options.integer("top_k")};
  const auto decoder = continues() ? learner_->decoder() : nullptr;
  if (decoder == nullptr)
    throw Error(ErrorCode::invalid_config, "generate", "a model and a task that continue a text", "others");
  const auto drawn = continue_prompt(*decoder, prompt.ids, options.integer("tokens"), sampling, rng);
  return to_text(
      {{"text", header_.vocabulary.text(drawn)}, {"prompt_used", prompt_used}, {"prompt_unknown", prompt.unknown}});
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
    throw Error(ErrorCode::invalid_text, "excerpt", "at least 2 characters that occur in the text",
                std::to_string(ids.size()));
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

void Session::set_lr(double lr) {
  if (!(lr > 0 && lr <= 100))
    throw Error(ErrorCode::invalid_config, "lr", "a number above 0, at most 100", number_text(lr));
  learner_->set_lr(lr);
}

void Session::reset() { learner_->reset(); }

std::vector<std::byte> Session::save() { return write_checkpoint(header_, *learner_); }

std::string Session::adopt(std::span<const std::byte> checkpoint) {
  if (learner_->network() == nullptr)
    throw Error(ErrorCode::invalid_config, "adopt", "a model with weights", "one that counts");
  const SafetensorsFile file = read_safetensors(checkpoint);
  read_header(file).form();  // throws before anything changes
  learner_->reset();
  const Adoption adoption = adopt_weights(learner_->network()->parameters(), header_, file);
  return to_text({{"adopted", adoption.adopted}, {"fresh", adoption.fresh}});
}

void Session::load(std::span<const std::byte> checkpoint) {
  const SafetensorsFile file = read_safetensors(checkpoint);
  require_same(header_, read_header(file));
  learner_->load(file);
}

std::string Session::weights_sha256() {
  Sha256 hash;
  for (const StoredTensor& tensor : learner_->weights()) hash.update(tensor.bytes);
  return hash.hex();
}

std::uint64_t Session::steps_done() const { return learner_->steps_done(); }

std::size_t Session::bytes() const { return learner_->bytes(); }

std::string describe() {
  Json json = describe_everything();
  json["generation"] = {{"options", describe_options(generation_options())}};
  return to_text(json);
}

}  // namespace unrolled
