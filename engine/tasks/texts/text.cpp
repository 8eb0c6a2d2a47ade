#include "tasks/texts/text.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "tasks/data/held_out_part.hpp"
#include "tasks/texts/text_place.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kParts = 10;  // of which one is held out

void check(const Options& options, const std::string& where) {
  if (options.text("corpus") != "own" && !options.text("text").empty())
    throw Error(ErrorCode::invalid_config, "option.not_own", where + ".text");
}

std::vector<TaskForm> forms(const Options& options, std::size_t symbols) {
  return TextTask::forms_for(symbols, options.integer("length"));
}

std::unique_ptr<Task> make(const Options& options, std::string_view text) {
  return std::make_unique<TextTask>(text, options.integer("length"));
}

}  // namespace

TextTask::TextTask(std::string_view text, std::size_t length)
    : encoded_(encode_text(text)), length_(length), split_(size_to_train_on(encoded_.ids.size(), kParts)) {
  const std::size_t found = encoded_.ids.size(), least = least_size(kParts, length + 1);
  if (found < least)
    throw Error(ErrorCode::invalid_text, "text.short", "text",
                {{"found", found}, {"length", length}, {"least", least}});
  windows_ = std::max<std::size_t>(1, std::min(kHeldOutCharacters / length, (held_out_tokens() - 1) / length));
}

std::span<const std::uint8_t> TextTask::held_out_window(std::size_t index) const {
  const std::size_t room = held_out_tokens() - (length_ + 1);
  const std::uint64_t start = windows_ == 1 ? 0 : std::uint64_t{room} * index / (windows_ - 1);
  return std::span(encoded_.ids).subspan(split_ + std::size_t(start), length_ + 1);
}

std::vector<TaskForm> TextTask::forms_for(std::size_t symbols, std::size_t length) {
  return {{Form::single, Signature(symbols, length), {length}}};
}

void TextTask::fill_row(const Batch& batch, std::size_t b, std::span<const std::uint8_t> window) const {
  const StreamBatch& input = batch.input;
  for (std::size_t t = 0; t < input.dims.length; ++t) {
    const std::size_t at = position_index(input.layout, input.dims, b, t);
    input.tokens[at] = window[t];
    batch.targets[at] = window[t + 1];
  }
}

void TextTask::sample(Rng& rng, const Batch& batch) const {
  for (std::size_t b = 0; b < batch.input.dims.batch; ++b) {
    const auto start = static_cast<std::size_t>(rng.below(split_ - length_));
    fill_row(batch, b, training().subspan(start, length_ + 1));
  }
}

void TextTask::held_out(HeldOut, std::size_t first, const Batch& batch) const {
  const StreamBatch& input = batch.input;
  for (std::size_t b = 0; b < input.dims.batch; ++b) {
    fill_row(batch, b, held_out_window(std::min(first + b, windows_ - 1)));
    if (first + b < windows_) continue;
    for (std::size_t t = 0; t < input.dims.length; ++t)
      batch.targets[position_index(input.layout, input.dims, b, t)] = kNoTarget;
  }
}

const Knows& TextTask::knows() const { return kTextKnows; }

void TextTask::know(const Batch& batch, std::size_t b, Knowledge& knowledge) const {
  const StreamBatch& input = batch.input;
  knowledge.begin(kTextKnows, input.dims.length);
  TextPlace place;
  for (std::size_t t = 0; t < input.dims.length; ++t) {
    const std::int32_t id = input.tokens[position_index(input.layout, input.dims, b, t)];
    place.state(vocabulary().symbol(std::size_t(id)), t, knowledge);
  }
}

const TaskKind& text_kind() {
  static const TaskKind kind{
      {"text",
       "Text, character by character",
       "Read a text and predict every next character; the last tenth of the text is held out to test on.",
       {
           Option::choice("corpus", {{"moby-dick", "Moby Dick"}, {"names", "Names"}, {"own", "Your own text"}}, "Text",
                          "What the models learn to write."),
           Option::integer("length", 64, 8, 512, "Sequence length",
                           "How many characters a model sees at once while training; a Transformer never sees more.")
               .in("characters")
               .by(8)
               .logarithmic(),
           Option::free_text("text", 20000, "Own text", "A text of your own, kept inside the experiment.")
               .only_if("corpus", {"own"}),
       }},
      {"text", "characters"},
      check,
      forms,
      true,
      make,
      true,
      false,
      &kTextKnows};
  return kind;
}

}  // namespace unrolled
