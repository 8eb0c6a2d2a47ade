#include "train/config.hpp"

#include <algorithm>

namespace unrolled {
namespace {

Option learning_rate(double preset) {
  return Option::number("lr", preset, 1e-6, 100, "Learning rate",
                        "How far each step moves the weights: too small learns slowly, too large not at all.")
      .logarithmic();
}

OptionTable adam_options(double weight_decay, const char* decay_summary) {
  return {
      learning_rate(0.002),
      Option::number("beta1", 0.9, 0, 0.9999, "Momentum (beta1)",
                     "How long the direction of earlier steps is remembered.")
          .by(0.01),
      Option::number("beta2", 0.999, 0, 0.99999, "Scale memory (beta2)",
                     "How long the size of earlier gradients is remembered.")
          .by(0.001),
      Option::number("eps", 1e-8, 1e-12, 1, "Epsilon", "Added where the step is divided by the gradient's size.")
          .logarithmic(),
      Option::number("weight_decay", weight_decay, 0, 10, "Weight decay", decay_summary).by(0.01),
  };
}

Option warmup() {
  return Option::integer("warmup", 0, 0, 100000, "Warm-up",
                         "Steps at the beginning over which the learning rate rises from almost nothing.")
      .in("steps")
      .by(10);
}

Option span() {
  return Option::integer(
             "span", 0, 0, 1000000, "Falls over",
             "Steps until the learning rate has fallen; 0: all the steps that were planned at the beginning, so "
             "that training on does not bend the way.")
      .in("steps")
      .by(100);
}

Option final_fraction() {
  return Option::number("final_fraction", 0, 0, 1, "At the end",
                        "Part of the learning rate that is left at the last step.")
      .by(0.05);
}

void apply_some(const SomeOptions& part, Options& whole) {
  for (const auto& [name, value] : part) whole.set(name, value);
}

void apply_kind(const SomeConfigured& part, const std::vector<OptionGroup>& groups, Configured& whole) {
  if (!part.kind.empty() && part.kind != whole.kind)
    whole = {part.kind, Options(std::ranges::find(groups, part.kind, &OptionGroup::kind)->options)};
  apply_some(part.options, whole.options);
}

ScheduleConfig schedule_config(const Configured& schedule, std::uint64_t steps) {
  using Kind = ScheduleConfig::Kind;
  ScheduleConfig config;
  config.warmup = schedule.options.integer("warmup");
  if (schedule.kind == "constant") return config;
  config.kind = schedule.kind == "cosine" ? Kind::cosine : Kind::linear;
  config.final_fraction = schedule.options.number("final_fraction");
  const std::uint64_t span = schedule.options.integer("span");
  config.span = span == 0 ? steps : span;
  return config;
}

}  // namespace

const OptionTable& train_options() {
  static const OptionTable table{
      Option::integer("batch_size", 16, 1, 256, "Batch size", "Sequences that are read side by side for each step.")
          .in("sequences")
          .by(4)
          .logarithmic(),
      Option::integer("steps", 2000, 1, 1000000, "Steps", "How often the weights are changed.")
          .in("steps")
          .by(100)
          .logarithmic(),
      Option::integer("seed", 1, 0, 4294967295.0, "Seed",
                      "Decides all chance: the same seed gives the same weights, the same batches, the same result."),
      Option::integer("eval_every", 100, 1, 100000, "Test every",
                      "Steps between tests on what was held out of training.")
          .in("steps")
          .by(10)
          .logarithmic(),
      Option::number("clip_norm", 1, 0, 1000, "Gradient clipping",
                     "Shortens a gradient that is longer than this, against sudden jumps; 0 never does.")
          .by(0.1),
      Option::number("label_smoothing", 0, 0, 0.5, "Label smoothing",
                     "Part of the certainty that is spread over all answers, so that no model becomes too sure.")
          .by(0.05),
      Option::number("teacher_forcing", 1, 0, 1, "Teacher forcing",
                     "Part of the batches in which an encoder-decoder reads the right beginning of the answer; in the "
                     "others it reads its own.")
          .by(0.1),
      Option::choice("tier", {{"strict", "Reproducible"}, {"fast", "Fast, not reproducible"}}, "Arithmetic",
                     "Fast is quicker, but its rounding may differ from one computer to another."),
  };
  return table;
}

const std::vector<OptionGroup>& optimizer_groups() {
  static const std::vector<OptionGroup> groups{
      {"adamw", "AdamW", "Gives every weight a step of its own size, and shrinks weights apart from that.",
       adam_options(0, "Shrinks every weight by this part of the learning rate at each step.")},
      {"adam", "Adam", "Gives every weight a step of its own size.",
       adam_options(0, "Adds this part of each weight to its gradient.")},
      {"sgd",
       "SGD with momentum",
       "Follows the gradient, rolling on like a ball.",
       {learning_rate(0.1),
        Option::number("momentum", 0.9, 0, 0.999, "Momentum", "Part of the last step that is added to the next.")
            .by(0.05),
        Option::number("weight_decay", 0, 0, 10, "Weight decay", "Adds this part of each weight to its gradient.")
            .by(0.01)}},
  };
  return groups;
}

const std::vector<OptionGroup>& schedule_groups() {
  static const std::vector<OptionGroup> groups{
      {"constant", "Constant", "The same learning rate throughout.", {warmup()}},
      {"cosine",
       "Cosine",
       "Falls slowly, then faster, then slowly again (half a cosine).",
       {warmup(), final_fraction(), span()}},
      {"linear", "Linear", "Falls evenly from the first step to the last.", {warmup(), final_fraction(), span()}},
  };
  return groups;
}

void apply(const TrainingPart& part, Training& whole) {
  apply_some(part.options, whole.options);
  apply_kind(part.optimizer, optimizer_groups(), whole.optimizer);
  apply_kind(part.schedule, schedule_groups(), whole.schedule);
}

TrainConfig train_config(const Training& training, std::uint64_t steps, std::uint64_t batch_seed) {
  const Options& options = training.options;
  TrainConfig config;
  config.batch_size = options.integer("batch_size");
  config.batch_seed = batch_seed;
  config.seed = options.integer("seed");
  config.clip_norm = options.number("clip_norm");
  config.label_smoothing = options.number("label_smoothing");
  config.teacher_forcing = options.number("teacher_forcing");
  config.lr = training.optimizer.options.number("lr");
  config.optimizer = training.optimizer;
  config.schedule = schedule_config(training.schedule, steps);
  return config;
}

TrainConfig train_config(const Options& train, const Configured& optimizer, const Configured& schedule) {
  return train_config({train, optimizer, schedule}, train.integer("steps"), train.integer("seed"));
}

}  // namespace unrolled
