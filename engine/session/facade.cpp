// The questions that need no session.
#include <algorithm>

#include "io/options_json.hpp"
#include "models/registry.hpp"
#include "session/counting.hpp"
#include "session/form.hpp"
#include "session/outline.hpp"
#include "session/planning.hpp"
#include "session/session.hpp"
#include "tasks/registry.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kHighestFloor = 4;

/// Tasks that bring their own symbols need none.
void require_vocabulary_size(const Experiment& experiment, std::size_t vocab_size) {
  const bool from_data = task_kind(experiment.task.kind).text;
  if ((vocab_size < 1 && from_data) || vocab_size > kMaxSymbols)
    throw Error(ErrorCode::invalid_config, "number.whole", "vocab_size",
                {{"found", vocab_size}, {"min", 1}, {"max", kMaxSymbols}});
}

}  // namespace

std::string estimate(std::string_view experiment, std::size_t k, std::size_t vocab_size) {
  const Experiment parsed = parse_experiment(experiment);
  require_vocabulary_size(parsed, vocab_size);
  const Estimate cost = estimate_model(parsed, k, vocab_size);
  const Configured& model = parsed.models[k];
  Json json{{"kind", model.kind},
            {"parameters", cost.parameters},
            {"bytes", cost.bytes},
            {"flops_per_step", cost.flops_per_step},
            {"flops_per_token", cost.flops_per_token},
            {"position_count", cost.position_count}};
  add_outline(json, cost.outline, model_kind(model.kind), cost.signature);
  return to_text(json);
}

std::string match(std::string_view experiment, std::size_t k, std::size_t parameters, std::size_t vocab_size) {
  Experiment parsed = parse_experiment(experiment);
  require_vocabulary_size(parsed, vocab_size);
  static_cast<Configured&>(parsed.models[k]) = match_model(parsed, k, parameters, vocab_size);
  return to_text(to_json(parsed.models[k]));
}

std::string text_info(std::string_view text) {
  const TextSummary summary = summarise_text(text);
  return to_text({{"characters", summary.characters},
                  {"vocab_size", summary.vocabulary.size()},
                  {"replaced", summary.replaced},
                  {"distinct", summary.distinct}});
}

std::string floors(std::string_view text, std::string_view experiment) {
  const Experiment parsed = parse_experiment(experiment);
  const TaskKind& kind = task_kind(parsed.task.kind);
  if (!kind.text) throw Error(ErrorCode::invalid_config, "floors.task", "task");
  const auto task = kind.make(parsed.task.options, text);
  const NgramModel model(task->training(), task->vocabulary().size(), kHighestFloor, Smoothing::kneser_ney,
                         {kMaxBytes, "text"});
  Json list = Json::array();
  for (std::size_t order = 0; order <= kHighestFloor; ++order)
    list.push_back({{"order", order}, {"val_loss", held_out_loss(model, *task, order)}});
  return to_text(list);
}

}  // namespace unrolled
