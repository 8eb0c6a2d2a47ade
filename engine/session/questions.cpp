// What a session shows besides numbers: held-out examples, a reader's own questions, a look at one example.
#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/learner.hpp"
#include "session/session.hpp"
#include "session/showing.hpp"
#include "tasks/example.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

const OptionTable& examples_options() {
  static const OptionTable table{
      Option::choice("set", {{"val", "As in training"}, {"longer", "Longer"}}, "Set", "Which held-out examples."),
      Option::integer("first", 0, 0, 1e6, "First", "Number of the first example."),
      Option::integer("count", 8, 1, 64, "Count", "How many examples.")};
  return table;
}

const OptionTable& answer_options() {
  static const OptionTable table{
      Option::free_text("prompt", 1000, "Question", "What the model is asked."),
      Option::integer("beam", 1, 1, 8, "Beam",
                      "Answers that are followed side by side; 1 takes the most probable symbol.")};
  return table;
}

std::string_view view_of(const CheckpointHeader& header) { return task_kind(header.experiment.task.kind).view; }

/// Without the answer's length being given away, where the model writes its answer.
void lay_out_question(const Task& task, const Example& example, HeldOut set, std::size_t index, const Batch& batch,
                      std::size_t b) {
  if (writes_answer(batch.form) && task.takes_questions())
    task.ask(example.source, batch, b);
  else if (b == 0)
    task.held_out(set, index, batch);
}

/// What labels the columns of a look inside: the symbols read, or nothing for numbers.
Json read_symbols(const StreamBatch& stream, Layout layout, const Vocabulary& vocabulary) {
  Json list = Json::array();
  for (std::size_t t = 0; t < stream.dims.length; ++t)
    list.push_back(stream.tokens.empty() ? std::to_string(t + 1)
                                         : vocabulary.text(stream.tokens[position_index(layout, stream.dims, 0, t)]));
  return list;
}

}  // namespace

std::string Session::examples(std::string_view options_text) {
  require_text();
  const Json json = options_text.empty() ? Json::object() : parse_json(options_text, "examples");
  const Options options = read_options(json, examples_options(), "examples");
  const HeldOut set = options.text("set") == "longer" ? HeldOut::longer : HeldOut::val;
  const std::size_t first = options.integer("first"), last = first + options.integer("count");
  Json items = Json::array();
  LossPlan<float>* plan = learner_->held_out_plan(set);
  const Signature signature = header_.form().signature;
  for (std::size_t at = first; plan != nullptr && at < last; at += plan->dims().batch) {
    const std::size_t rows = std::min(plan->dims().batch, last - at);
    std::size_t known = 0;
    for (; known < rows && task_->example(set, at + known) != nullptr; ++known)
      lay_out_question(*task_, *task_->example(set, at + known), set, at, plan->batch(), known);
    if (known == 0) break;
    answer_batch(*plan);
    for (std::size_t b = 0; b < known; ++b)
      items.push_back(item_json(*task_, signature, *task_->example(set, at + b), read_answer(*plan, b)));
  }
  return to_text({{"step", learner_->steps_done()}, {"view", view_of(header_)}, {"items", std::move(items)}});
}

std::string Session::answer(std::string_view options_text) {
  require_text();
  const Options options = read_options(parse_json(options_text, "answer"), answer_options(), "answer");
  if (!task_->takes_questions() || learner_->network() == nullptr)
    throw Error(ErrorCode::invalid_config, "prompt", "a task whose questions can be written as text", "another");
  const TaskForm form = header_.form();
  const StreamLengths room = form.longer.input > 0 ? form.longer : form.lengths;
  const std::size_t beams = writes_answer(form.form) ? options.integer("beam") : 1;
  LossPlan<float> plan(*learner_->network(), form.signature, {beams, room, form.form});
  plan.allocate();
  Example question;
  question.source = header_.vocabulary.encode(options.text("prompt")).ids;
  for (std::size_t b = 0; b < beams; ++b) task_->ask(question.source, plan.batch(), b);
  if (beams > 1)
    answer_by_beam(plan);
  else
    answer_batch(plan);
  return to_text({{"step", learner_->steps_done()},
                  {"view", view_of(header_)},
                  {"item", item_json(*task_, form.signature, question, read_answer(plan, 0))}});
}

std::string Session::inspect_example(std::string_view number) {
  require_text();
  std::size_t index = 0;
  std::from_chars(number.data(), number.data() + number.size(), index);
  const Example* example = task_->example(HeldOut::val, index);
  LossPlan<float>* plan = example == nullptr ? nullptr : learner_->inspect_example(index);
  if (plan == nullptr)
    throw Error(ErrorCode::invalid_text, "excerpt", "the number of a held-out example", in_quotes(std::string(number)));
  const Batch batch = plan->batch();
  Json look{{"text", std::to_string(index)},
            {"step", learner_->steps_done()},
            {"symbols", read_symbols(batch.input, plan->layout(), header_.vocabulary)}};
  if (plan->signature().pairs()) look["source"] = read_symbols(batch.source, plan->layout(), header_.vocabulary);
  look["probability"] = Json::array();
  look["item"] = item_json(*task_, plan->signature(), *example, read_answer(*plan, 0));
  return to_text(look);
}

}  // namespace unrolled
