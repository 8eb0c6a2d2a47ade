// How examples become forms and rows of batches.
#include <algorithm>
#include <limits>

#include "tasks/examples/example.hpp"

namespace unrolled {
namespace {

using Answer = ExampleShape::Answer;

/// One row of a stream, position by position. The end pads it and notes its length.
class Row {
 public:
  Row(const StreamBatch& stream, std::size_t b) : stream_(stream), b_(b) {}

  void put(std::int32_t token) { stream_.tokens[next()] = token; }
  void put(std::span<const std::int32_t> tokens) {
    for (std::int32_t token : tokens) put(token);
  }
  void put(std::span<const float> vector) {
    std::ranges::copy(vector, stream_.values.subspan(next() * stream_.features).begin());
  }
  /// Whatever of both an example has.
  void put_given(const Example& example) {
    put(std::span<const std::int32_t>(example.source));
    for (std::size_t i = 0; i < example.values.size(); i += stream_.features)
      put(std::span<const float>(example.values).subspan(i, stream_.features));
  }
  /// extra: so many of the padded positions are valid nevertheless.
  void end(std::size_t extra = 0) {
    if (!stream_.lengths.empty()) stream_.lengths[b_] = static_cast<std::int32_t>(std::max<std::size_t>(1, t_ + extra));
    while (t_ < stream_.dims.length) {
      const std::size_t at = next();
      if (!stream_.tokens.empty()) stream_.tokens[at] = 0;
      if (!stream_.values.empty())
        std::ranges::fill(stream_.values.subspan(at * stream_.features, stream_.features), 0);
    }
  }
  std::size_t length() const { return t_; }

 private:
  std::size_t next() { return position_index(stream_.layout, stream_.dims, b_, t_++); }

  const StreamBatch& stream_;
  std::size_t b_, t_ = 0;
};

/// The answers of one row, position by position; the end leaves the rest out.
class Answers {
 public:
  Answers(const Batch& batch, std::size_t b) : batch_(batch), b_(b) {}

  void put(std::int32_t target) { batch_.targets[next()] = target; }
  void put(std::span<const std::int32_t> targets) {
    for (std::int32_t target : targets) put(target);
  }
  void put_row(std::span<const float> numbers) {
    std::ranges::copy(numbers, batch_.numbers.subspan(next() * batch_.width).begin());
  }
  void leave_out(std::size_t positions) {
    for (std::size_t i = 0; i < positions; ++i) leave_out_row(next());
  }
  void end() { leave_out(batch_.input.dims.length - t_); }

 private:
  std::size_t next() { return position_index(batch_.input.layout, batch_.input.dims, b_, t_++); }
  void leave_out_row(std::size_t row) {
    if (!batch_.targets.empty()) batch_.targets[row] = kNoTarget;
    if (!batch_.numbers.empty()) batch_.numbers[row * batch_.width] = std::numeric_limits<float>::quiet_NaN();
  }

  const Batch& batch_;
  std::size_t b_, t_ = 0;
};

void lay_out_whole(const Example& example, const Batch& batch, std::size_t b) {
  if (!batch.targets.empty()) batch.targets[b] = example.target[0];
  std::ranges::copy(example.numbers, batch.numbers.subspan(batch.numbers.empty() ? 0 : b * batch.width).begin());
}

void lay_out_each(const Example& example, const Batch& batch, std::size_t b) {
  Answers answers(batch, b);
  answers.put(example.target);
  for (std::size_t i = 0; i < example.numbers.size(); i += batch.width)
    answers.put_row(std::span<const float>(example.numbers).subspan(i, batch.width));
  answers.end();
}

void lay_out_single(const Example& example, const ExampleShape& shape, const Batch& batch, std::size_t b) {
  Row row(batch.input, b);
  row.put_given(example);
  row.end();
  if (shape.answer == Answer::whole)
    lay_out_whole(example, batch, b);
  else
    lay_out_each(example, batch, b);
}

/// given | → answer; the answer is asked for one position early, and then its end.
void lay_out_pairs(const Example& example, const Batch& batch, std::size_t b) {
  Row source(batch.source, b), input(batch.input, b);
  source.put_given(example);
  source.end();
  input.put(kStartSymbol);
  input.put(example.target);
  input.end();
  Answers answers(batch, b);
  answers.put(example.target);
  answers.put(kEndSymbol);
  answers.end();
}

/// given → answer, in one row.
void lay_out_prefix(const Example& example, const Batch& batch, std::size_t b) {
  Row input(batch.input, b);
  Answers answers(batch, b);
  input.put(example.source);
  answers.leave_out(example.source.size());
  input.put(kStartSymbol);
  input.put(example.target);
  input.end();
  answers.put(example.target);
  answers.put(kEndSymbol);
  answers.end();
}

/// The answer stands under what is given. All rows are equally long: one that ended with its answer would tell a model
/// that looks both ways how long that is. (Where it is as long as what is given, there is nothing to tell.)
void lay_out_aligned(const Example& example, const ExampleShape& shape, const Batch& batch, std::size_t b) {
  Row input(batch.input, b);
  Answers answers(batch, b);
  input.put(example.source);
  answers.put(example.target);
  if (!shape.equally_long) answers.put(kEndSymbol);
  answers.end();
  input.end(shape.equally_long ? 0 : batch.input.dims.length - input.length());
}

StreamLengths positions(Form form, const ExampleShape& shape, const ExampleSizes& sizes) {
  if (!sizes.exist()) return {};
  const std::size_t answered = sizes.answer + (shape.equally_long ? 0 : 1);
  switch (form) {
    case Form::single: return {sizes.given, 0};
    case Form::pairs: return {sizes.answer + 1, sizes.given};
    case Form::prefix: return {sizes.given + 1 + sizes.answer, 0};
    case Form::aligned: return {std::max(sizes.given, answered), 0};
  }
  return {};
}

TaskForm form_of(Form form, const ExampleShape& shape) {
  StreamLengths training = positions(form, shape, shape.training), longer = positions(form, shape, shape.longer);
  const StreamLengths longest{std::max(training.input, longer.input), std::max(training.source, longer.source)};
  if (form == Form::aligned && !shape.equally_long) {  // one length for all rows, whatever they are for
    training = longest;
    if (longer.input > 0) longer = longest;
  }
  const StreamSize given{shape.symbols, shape.features, form == Form::pairs ? longest.source : longest.input};
  const OutputSize output{shape.kind, shape.width, shape.answer == Answer::whole, shape.tolerance};
  const bool answer_read = form == Form::pairs || form == Form::prefix;
  Signature signature(given, output, shape.causal || answer_read);
  if (form == Form::pairs) signature.source = given, signature.input = {shape.width, 0, longest.input};
  signature.ordered = shape.ordered;
  signature.image_columns = shape.image_columns;
  return {form, signature, training, longer};
}

}  // namespace

std::vector<TaskForm> forms_of(const ExampleShape& shape) {
  if (shape.answer != Answer::sequence) return {form_of(Form::single, shape)};
  std::vector<TaskForm> forms{form_of(Form::pairs, shape)};
  if (shape.symbols == 0) return forms;  // one stream cannot hold both vectors and symbols
  forms.push_back(form_of(Form::prefix, shape));
  forms.push_back(form_of(Form::aligned, shape));
  return forms;
}

void lay_out(const Example& example, const ExampleShape& shape, const Batch& batch, std::size_t b) {
  switch (batch.form) {
    case Form::single: return lay_out_single(example, shape, batch, b);
    case Form::pairs: return lay_out_pairs(example, batch, b);
    case Form::prefix: return lay_out_prefix(example, batch, b);
    case Form::aligned: return lay_out_aligned(example, shape, batch, b);
  }
}

void lay_out_nothing(const ExampleShape& shape, const Batch& batch, std::size_t b) {
  Row(batch.input, b).end();
  if (batch.form == Form::pairs) Row(batch.source, b).end();
  if (shape.answer != Answer::whole) return Answers(batch, b).end();
  if (!batch.targets.empty()) batch.targets[b] = kNoTarget;
  if (!batch.numbers.empty()) batch.numbers[b * batch.width] = std::numeric_limits<float>::quiet_NaN();
}

}  // namespace unrolled
