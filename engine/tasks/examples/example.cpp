#include "tasks/examples/example.hpp"

#include <algorithm>
#include <bit>

#include "core/error.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kVal = 256, kLonger = 128;  // held-out examples
constexpr std::size_t kParts = 10;                // of which one is held out
constexpr std::uint64_t kHeldOutSeed = 1;         // not the run's: every seed is tested on the same examples
constexpr std::size_t kPatience = 64;             // draws for each example wanted, before there seem to be no more

std::uint64_t mix(std::uint64_t hash, std::uint32_t word) {
  for (int byte = 0; byte < 4; ++byte, word >>= 8) hash = (hash ^ (word & 0xFF)) * 0x100000001b3u;
  return hash;
}

/// The end of splitmix64: FNV alone leaves the last symbol's influence in few bits.
std::uint64_t scatter(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

[[noreturn]] void refuse_small(const char* key, std::size_t least, std::size_t found) {
  throw Error(ErrorCode::invalid_config, key, "task", {{"found", found}, {"least", least}});
}

std::size_t drawn_size(Rng& rng, const ExampleSizes& sizes) {
  return sizes.min + static_cast<std::size_t>(rng.below(sizes.max - sizes.min + 1));
}

}  // namespace

void Example::clear() {
  source.clear();
  values.clear();
  target.clear();
  numbers.clear();
}

std::uint64_t hash_of(std::span<const std::int32_t> symbols, std::span<const float> values) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (std::int32_t symbol : symbols) hash = mix(hash, static_cast<std::uint32_t>(symbol));
  for (float value : values) hash = mix(hash, std::bit_cast<std::uint32_t>(value));
  return scatter(hash);
}

ExampleTask::ExampleTask(ExampleShape shape, Vocabulary vocabulary, std::vector<std::string> classes)
    : shape_(shape), vocabulary_(std::move(vocabulary)), classes_(std::move(classes)) {}

std::uint64_t ExampleTask::key(const Example& example) const { return hash_of(example.source, example.values); }

ExampleTask::Part ExampleTask::part_of(const Example& example) const {
  return key(example) % kParts == 0 ? Part::held_out : Part::training;
}

// The size is drawn anew each time: of some size there may be no example in this part.
void ExampleTask::draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& example) const {
  for (std::size_t tries = 0; tries < kPatience * kParts; ++tries) {
    example.clear();
    draw(rng, drawn_size(rng, sizes), example);
    if (part_of(example) == part) return;
  }
  refuse_small(part == Part::training ? "examples.few" : "examples.few_tests", shape_.least_held_out, 0);
}

/// balanced: of each class as many as of the others, or one less.
std::vector<Example> ExampleTask::draw_different(const char* purpose, Part part, const ExampleSizes& sizes,
                                                 std::size_t most, bool balanced) const {
  Rng rng(kHeldOutSeed, purpose);
  std::vector<Example> examples;
  std::vector<std::size_t> room(balanced ? shape_.width : 0, balanced ? (most + shape_.width - 1) / shape_.width : 0);
  std::vector<std::uint64_t> keys;  // sorted
  for (std::size_t tries = 0; tries < kPatience * most && examples.size() < most; ++tries) {
    draw_part(rng, part, sizes, scratch_);
    const std::uint64_t key = this->key(scratch_);
    const auto place = std::ranges::lower_bound(keys, key);
    if (place != keys.end() && *place == key) continue;
    if (balanced) {
      std::size_t& left = room[std::size_t(scratch_.target[0])];
      if (left == 0) continue;
      --left;
    }
    keys.insert(place, key);
    examples.push_back(scratch_);
  }
  return examples;
}

void ExampleTask::hold_out() {
  const std::size_t least = shape_.least_held_out;
  const auto finished = [&](std::vector<Example> examples, const char* purpose) {
    Rng rng(kHeldOutSeed, purpose);
    for (Example& example : examples) finish(rng, example);
    return examples;
  };
  val_ = finished(draw_different("task.val", Part::held_out, shape_.training, kVal), "task.val.finish");
  if (val_.size() < least) refuse_small("examples.few_tests", least, val_.size());
  if (shape_.longer.exist()) {
    longer_ = finished(draw_different("task.longer", Part::held_out, shape_.longer, kLonger), "task.longer.finish");
    if (longer_.size() < least) refuse_small("examples.few_longer", least, longer_.size());
  }
  const bool few = shape_.training_examples > 0;
  const std::size_t wanted = few ? shape_.training_examples : least;
  training_ = draw_different("task.training", Part::training, shape_.training, wanted, few && !classes_.empty());
  if (training_.size() < wanted) refuse_small("examples.few", wanted, training_.size());
  if (!few) training_.clear();
}

void ExampleTask::sample_one(Rng& rng, Example& example) const {
  if (training_.empty()) return sample_any(rng, example);
  example = training_[static_cast<std::size_t>(rng.below(training_.size()))];
  finish(rng, example);
}

void ExampleTask::sample_any(Rng& rng, Example& example) const {
  draw_part(rng, Part::training, shape_.training, example);
  finish(rng, example);
}

void ExampleTask::sample(Rng& rng, const Batch& batch) const {
  for (std::size_t b = 0; b < batch.input.dims.batch; ++b) {
    sample_one(rng, scratch_);
    lay_out(scratch_, shape_, batch, b);
  }
}

const Example* ExampleTask::example(HeldOut set, std::size_t index) const {
  const std::vector<Example>& all = examples(set);
  return index < all.size() ? &all[index] : nullptr;
}

SizeRange ExampleTask::sizes() const {
  const ExampleSizes &training = shape_.training, &longer = shape_.longer;
  return {training.min, training.max, std::max(training.max, longer.max)};
}

bool ExampleTask::lay_out_of_size(Rng& rng, std::size_t size, const Batch& batch, std::size_t b) const {
  try {
    draw_part(rng, Part::held_out, {size, size}, scratch_);
  } catch (const Error&) {
    return false;
  }
  finish(rng, scratch_);
  lay_out(scratch_, shape_, batch, b);
  return true;
}

void ExampleTask::ask(const Example& given, const Batch& batch, std::size_t b) const {
  using Answer = ExampleShape::Answer;
  const std::size_t most = std::max(shape_.training.given, shape_.longer.given);
  const std::size_t positions = shape_.symbols > 0 ? given.source.size() : given.values.size() / shape_.features;
  if (positions == 0 || positions > most)
    throw Error(ErrorCode::invalid_text, "prompt.length", "prompt", {{"found", positions}, {"most", most}});
  Example question;
  question.source = given.source, question.values = given.values;
  // A batch of the training lengths has less room than one of the longer.
  const std::size_t taken = 1 + (batch.form == Form::prefix ? positions : 0);
  const std::size_t room = batch.input.dims.length - std::min(batch.input.dims.length, taken);
  const std::size_t answer = shape_.answer == Answer::whole ? 1
                             : shape_.answer == Answer::each || shape_.equally_long
                                 ? positions
                                 : std::min(room, std::max(shape_.training.answer, shape_.longer.answer));
  if (shape_.kind == OutputSize::Kind::symbols)
    question.target.assign(answer, 0);
  else
    question.numbers.assign(answer * shape_.width, 0);
  lay_out(question, shape_, batch, b);
}

void ExampleTask::held_out(HeldOut set, std::size_t first, const Batch& batch) const {
  const std::vector<Example>& examples = this->examples(set);
  for (std::size_t b = 0; b < batch.input.dims.batch; ++b)
    if (first + b < examples.size())
      lay_out(examples[first + b], shape_, batch, b);
    else
      lay_out_nothing(shape_, batch, b);
}

}  // namespace unrolled
