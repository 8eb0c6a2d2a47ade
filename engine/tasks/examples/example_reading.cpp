// How rows of batches become examples again, and what is known of these.
#include <algorithm>

#include "tasks/examples/example.hpp"

namespace unrolled {
namespace {

std::size_t read_length(const StreamBatch& stream, std::size_t b) {
  return stream.lengths.empty() ? stream.dims.length : std::size_t(stream.lengths[b]);
}

void read_given(const StreamBatch& stream, std::size_t b, Example& example) {
  for (std::size_t t = 0; t < read_length(stream, b); ++t) {
    const std::size_t at = position_index(stream.layout, stream.dims, b, t);
    if (!stream.tokens.empty()) example.source.push_back(stream.tokens[at]);
    for (std::size_t f = 0; f < stream.features; ++f) example.values.push_back(stream.values[at * stream.features + f]);
  }
}

/// From `first` on; such an answer is read itself, and ends with the row.
void read_written(const Batch& batch, std::size_t b, std::size_t first, Example& example) {
  const StreamBatch& input = batch.input;
  for (std::size_t t = first; t < read_length(input, b); ++t)
    example.target.push_back(input.tokens[position_index(input.layout, input.dims, b, t)]);
}

void read_whole(const Batch& batch, std::size_t b, Example& example) {
  if (!batch.targets.empty()) example.target.push_back(batch.targets[b]);
  for (std::size_t i = 0; i < batch.width && !batch.numbers.empty(); ++i)
    example.numbers.push_back(batch.numbers[b * batch.width + i]);
}

void read_each(const Batch& batch, std::size_t b, Example& example) {
  const StreamBatch& input = batch.input;
  for (std::size_t t = 0; t < read_length(input, b); ++t) {
    const std::size_t at = position_index(input.layout, input.dims, b, t);
    if (!batch.targets.empty()) example.target.push_back(batch.targets[at]);
    for (std::size_t i = 0; i < batch.width && !batch.numbers.empty(); ++i)
      example.numbers.push_back(batch.numbers[at * batch.width + i]);
  }
}

/// Given is what stands before the first special symbol, asked what stands before the first that is none.
void read_aligned(const Batch& batch, std::size_t b, Example& example) {
  read_given(batch.input, b, example);
  read_each(batch, b, example);
  example.source.erase(std::ranges::find(example.source, kEndSymbol), example.source.end());
  const auto end =
      std::ranges::find_if(example.target, [](std::int32_t t) { return t == kNoTarget || t == kEndSymbol; });
  example.target.erase(end, example.target.end());
}

void read_prefix(const Batch& batch, std::size_t b, Example& example) {
  read_given(batch.input, b, example);
  const auto start = std::ranges::find(example.source, kStartSymbol);
  if (start != example.source.end()) example.target.assign(start + 1, example.source.end());
  example.source.erase(start, example.source.end());
}

}  // namespace

void read_back(const ExampleShape& shape, const Batch& batch, std::size_t b, Example& example) {
  example.clear();
  switch (batch.form) {
    case Form::single:
      read_given(batch.input, b, example);
      return shape.answer == ExampleShape::Answer::whole ? read_whole(batch, b, example) : read_each(batch, b, example);
    case Form::pairs: read_given(batch.source, b, example); return read_written(batch, b, 1, example);
    case Form::prefix: return read_prefix(batch, b, example);
    case Form::aligned: return read_aligned(batch, b, example);
  }
}

Places::Places(const Example& example, const ExampleShape& shape, Form form)
    : givens_(shape.symbols > 0 ? example.source.size() : example.values.size() / shape.features), first_asked_(0) {
  if (writes_answer(form)) first_asked_ = givens_;
  if (shape.answer == ExampleShape::Answer::whole) first_asked_ = givens_ - 1;
}

void ExampleTask::know(const Batch& batch, std::size_t b, Knowledge& knowledge) const {
  const bool pairs = batch.form == Form::pairs;
  knowledge.begin(knows(), (pairs ? read_length(batch.source, b) : 0) + read_length(batch.input, b));
  Example example;
  read_back(shape_, batch, b, example);
  if (!example.source.empty() || !example.values.empty())
    know_example(example, Places(example, shape_, batch.form), knowledge);
}

}  // namespace unrolled
