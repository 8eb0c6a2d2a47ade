#include "session/work.hpp"

#include <algorithm>
#include <optional>

#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/checkpoint.hpp"
#include "session/learner.hpp"
#include "session/sampling.hpp"
#include "session/showing.hpp"
#include "tasks/examples/example.hpp"
#include "tasks/registry.hpp"
#include "train/greedy.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMaxGenerated = 20000;
constexpr std::size_t kMaxPrompt = 20000;

const OptionTable& examples_options() {
  static const OptionTable table{
      Option::choice("set", {{"val", "As in training"}, {"longer", "Longer"}}, "Set", "Which held-out examples."),
      Option::integer("first", 0, 0, 1e6, "First", "Number of the first example."),
      Option::integer("count", 8, 1, 64, "Count", "How many examples.")};
  return table;
}

/// What a text without a beginning begins after: a line break where the vocabulary has one.
std::int32_t start_symbol(const Vocabulary& vocabulary) {
  for (std::size_t id = 0; id < vocabulary.size(); ++id)
    if (vocabulary.symbol(id) == U'\n') return static_cast<std::int32_t>(id);
  return 0;
}

/// Where an example is answered: what is written needs as much room as a reader's question has.
LossPlan<float>* plan_for(HeldOut set, Form form, Learner& learner) {
  LossPlan<float>* longer = writes_answer(form) ? learner.held_out_plan(HeldOut::longer) : nullptr;
  return set == HeldOut::val && longer != nullptr ? longer : learner.held_out_plan(set);
}

class EvaluationWork final : public Work {
 public:
  explicit EvaluationWork(Learner& learner) : learner_(learner), examination_(learner.examine()) {}

  bool next() override { return examination_->next(); }

  std::string result() override {
    const Evaluation found = examination_->result();
    return to_text({{"step", learner_.steps_done()},
                    {"val_loss", found.val.loss},
                    {"val_accuracy", found.val.accuracy},
                    {"val_exact", found.val.exact},
                    {"longer_loss", found.longer.loss},
                    {"longer_accuracy", found.longer.accuracy},
                    {"longer_exact", found.longer.exact}});
  }

 private:
  Learner& learner_;
  const std::unique_ptr<Examination> examination_;
};

/// One forward run a part.
class ExamplesWork final : public Work {
 public:
  ExamplesWork(const CheckpointHeader& header, const Task& task, Learner& learner, const Options& options)
      : signature_(header.form().signature),
        view_(task_kind(header.experiment.task.kind).view.name),
        task_(task),
        learner_(learner),
        set_(options.text("set") == "longer" ? HeldOut::longer : HeldOut::val),
        plan_(plan_for(set_, header.form().form, learner)),
        first_(options.integer("first")),
        last_(first_ + options.integer("count")) {}

  bool next() override {
    if (plan_ == nullptr) return false;
    if (known_ == 0 && !lay_out()) return false;
    if (answers_ && answers_->next({})) return true;
    plan_->forward({});
    for (std::size_t b = 0; b < known_; ++b)
      items_.push_back(item_json(task_, signature_, *task_.example(set_, first_ + b), read_answer(*plan_, b)));
    answers_.reset();
    first_ += plan_->dims().batch, known_ = 0;
    return first_ < last_;
  }

  std::string result() override {
    return to_text({{"step", learner_.steps_done()}, {"view", view_}, {"items", std::move(items_)}});
  }

 private:
  /// The next batch of questions; false where there is none.
  bool lay_out() {
    known_ = lay_out_questions(task_, set_, first_, last_ - first_, plan_->batch());
    if (known_ > 0 && writes_answer(plan_->size().form)) answers_.emplace(*plan_, kEndSymbol);
    return known_ > 0;
  }

  const Signature signature_;
  const std::string_view view_;
  const Task& task_;
  Learner& learner_;
  const HeldOut set_;
  LossPlan<float>* const plan_;
  std::size_t first_, known_ = 0;  // the batch in hand: its first example, and how many there are
  const std::size_t last_;
  std::optional<GreedyAnswers<float>> answers_;
  Json items_ = Json::array();
};

class GenerationWork final : public Work {
 public:
  GenerationWork(const Vocabulary& vocabulary, std::unique_ptr<Decoder<float>> decoder, const Options& options)
      : vocabulary_(vocabulary), prompt_(vocabulary.encode(options.text("prompt"))) {
    std::vector<std::int32_t> begun = prompt_.ids;
    if (begun.empty()) begun.push_back(start_symbol(vocabulary));
    const SamplingOptions sampling{options.number("temperature"), options.integer("top_k")};
    text_.emplace(std::move(decoder), std::move(begun), options.integer("tokens"), sampling,
                  Rng(options.integer("seed"), "generate"));
  }

  bool next() override { return text_->next(kSymbols); }

  std::string result() override {
    return to_text({{"text", vocabulary_.text({text_->drawn().begin(), text_->drawn().end()})},
                    {"prompt_used", vocabulary_.text(prompt_.ids)},
                    {"prompt_unknown", prompt_.unknown}});
  }

 private:
  static constexpr std::size_t kSymbols = 8;  // of a part

  const Vocabulary& vocabulary_;
  const Vocabulary::Encoded prompt_;
  std::optional<Continuation> text_;
};

Options read(std::string_view text, const OptionTable& table, const std::string& where) {
  return read_options(text.empty() ? Json::object() : parse_json(text, where), table, where);
}

}  // namespace

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

std::unique_ptr<Work> evaluation_work(Learner& learner) { return std::make_unique<EvaluationWork>(learner); }

std::unique_ptr<Work> examples_work(const CheckpointHeader& header, const Task& task, Learner& learner,
                                    std::string_view options) {
  return std::make_unique<ExamplesWork>(header, task, learner, read(options, examples_options(), "examples"));
}

std::unique_ptr<Work> generation_work(const Vocabulary& vocabulary, Learner& learner, bool continues,
                                      std::string_view options) {
  const Options read_as = read(options, generation_options(), "generate");
  auto decoder = continues ? learner.decoder() : nullptr;
  if (decoder == nullptr) throw Error(ErrorCode::invalid_config, "generate.never", "generate");
  return std::make_unique<GenerationWork>(vocabulary, std::move(decoder), read_as);
}

}  // namespace unrolled
