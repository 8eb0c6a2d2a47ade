// What a session shows besides numbers: answers to a reader's own questions, a look at one example.
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

const OptionTable& answer_options() {
  static const OptionTable table{
      Option::free_text("prompt", 1000, "Question", "What the model is asked."),
      Option::integer("beam", 1, 1, 8, "Beam",
                      "Answers that are followed side by side; 1 takes the most probable symbol.")};
  return table;
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
                  {"view", task_kind(header_.experiment.task.kind).view},
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
