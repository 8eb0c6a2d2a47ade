// What a session shows besides numbers: answers to a reader's own questions, a look at one example.
#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/learner.hpp"
#include "session/session.hpp"
#include "session/showing.hpp"
#include "tasks/examples/example.hpp"
#include "tasks/registry.hpp"
#include "train/greedy.hpp"

namespace unrolled {
namespace {

const OptionTable& answer_options() {
  static const OptionTable table{
      Option::free_text("prompt", 1000, "Question", "What the model is asked."),
      Option::integer("beam", 1, 1, 16, "Beam",
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

/// The symbol that is asked for at each place that is read, the end of an answer among them; null where none is.
Json asked_symbols(const Batch& batch, Layout layout, const Task& task) {
  std::vector<std::int32_t> asked;
  for (std::size_t t = 0; t < batch.input.dims.length; ++t)
    asked.push_back(batch.targets[position_index(layout, batch.input.dims, 0, t)]);
  return symbols_json(asked, task, !task.classes().empty())["symbols"];
}

/// Where the model writes its answer: what it wrote after each place that is read, the end too; null elsewhere.
Json written_symbols(LossPlan<float>& plan, const Answer& answer, const Task& task) {
  const AnsweringRows rows = answering_rows(plan, 0);
  std::vector<std::int32_t> written(plan.dims().length, kNoTarget);
  for (std::size_t i = 0; i < rows.count; ++i)  // of one sequence, rows are places
    written[rows[i]] = i < answer.symbols.size() ? answer.symbols[i] : kEndSymbol;
  return symbols_json(written, task, false)["symbols"];
}

/// What a question may be written with, or the first of it.
std::string some_of(const Vocabulary& vocabulary) {
  constexpr std::size_t kSome = 30;
  const bool pairs = vocabulary.size() > 2 && vocabulary.text(kStartSymbol) == "→";
  const std::size_t special = pairs ? 2 : 0;  // nobody writes the end of an answer, nor its beginning
  std::string list;
  for (std::size_t id = special; id < std::min(vocabulary.size(), special + kSome); ++id)
    list += (list.empty() ? "" : " ") + vocabulary.text(std::int32_t(id));
  return vocabulary.size() > special + kSome ? list + " …" : list;
}

}  // namespace

std::string Session::answer(std::string_view options_text) {
  require_text();
  const Options options = read_options(parse_json(options_text, "answer"), answer_options(), "answer");
  if (!task_->takes_questions() || learner_->network() == nullptr)
    throw Error(ErrorCode::invalid_config, "prompt.task", "prompt");
  const TaskForm form = header_.form();
  const std::size_t beams = writes_answer(form.form) ? options.integer("beam") : 1;
  LossPlan<float> plan(*learner_->network(), form.signature, {beams, form.longest(), form.form});
  plan.allocate();
  Vocabulary::Encoded understood = header_.vocabulary.encode(options.text("prompt"));
  if (understood.ids.empty() && understood.unknown > 0)
    throw Error(ErrorCode::invalid_text, "prompt.unknown", "prompt", {{"known", some_of(header_.vocabulary)}});
  Example question;
  question.source = std::move(understood.ids);
  if (task_->backwards().given) std::ranges::reverse(question.source);
  for (std::size_t b = 0; b < beams; ++b) task_->ask(question, plan.batch(), b);
  if (beams == 1) answer_batch(plan);
  const Answer answer = beams == 1 ? read_answer(plan, 0) : answer_by_beam(plan);
  return to_text({{"step", learner_->steps_done()},
                  {"view", task_kind(header_.experiment.task.kind).view.name},
                  {"item", item_json(*task_, form.signature, question, answer, kExact)},
                  {"unknown", understood.unknown}});
}

std::string Session::inspect_example(std::string_view number) {
  require_text();
  std::size_t index = 0;
  std::from_chars(number.data(), number.data() + number.size(), index);
  const Example* example = task_->example(HeldOut::val, index);
  LossPlan<float>* plan = example == nullptr ? nullptr : learner_->inspect_example(index);
  if (plan == nullptr)
    throw Error(ErrorCode::invalid_text, "excerpt.number", "excerpt", {{"found", in_quotes(number)}});
  const Batch batch = plan->batch();
  Json look{{"text", std::to_string(index)},
            {"step", learner_->steps_done()},
            {"symbols", read_symbols(batch.input, plan->layout(), header_.vocabulary)}};
  if (plan->signature().pairs()) look["source"] = read_symbols(batch.source, plan->layout(), header_.vocabulary);
  if (!plan->signature().output.whole && !batch.targets.empty())
    look["asked"] = asked_symbols(batch, plan->layout(), *task_);
  look["probability"] = Json::array();
  const Answer answer = read_answer(*plan, 0);
  if (writes_answer(batch.form)) look["written"] = written_symbols(*plan, answer, *task_);
  look["item"] = item_json(*task_, plan->signature(), *example, answer);
  return to_text(look);
}

}  // namespace unrolled
