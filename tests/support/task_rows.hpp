#pragma once
#include <vector>

#include "tasks/task.hpp"

namespace unrolled {

/// The buffers of one batch of a task, in a form and layout, as a model's plan would have them.
struct TaskRows {
  TaskRows(const TaskForm& f, std::size_t batch_size, Layout l, HeldOut set = HeldOut::val)
      : form(f),
        layout(l),
        lengths_of(set == HeldOut::val ? f.lengths : f.longer),
        dims{batch_size, lengths_of.input},
        source_dims{batch_size, lengths_of.source} {
    const Signature& s = f.signature;
    const std::size_t rows = s.output.whole ? batch_size : dims.positions();
    (s.input.symbols > 0 ? tokens.resize(dims.positions()) : values.resize(dims.positions() * s.input.features));
    lengths.assign(batch_size, -7);
    if (s.pairs()) {
      if (s.source.symbols > 0) source.resize(source_dims.positions(), -7);
      source_values.resize(source_dims.positions() * s.source.features);
      source_lengths.assign(batch_size, -7);
    }
    if (s.output.kind == OutputSize::Kind::symbols) targets.assign(rows, -7);
    if (s.output.kind == OutputSize::Kind::numbers) numbers.assign(rows * s.output.width, -7);
  }

  Batch batch() {
    Batch batch{form.form, {dims, layout, form.signature.input.features, tokens, values, lengths}};
    if (form.signature.pairs())
      batch.source = {source_dims, layout, form.signature.source.features, source, source_values, source_lengths};
    batch.targets = targets, batch.numbers = numbers, batch.width = form.signature.output.width;
    return batch;
  }

  TaskForm form;
  Layout layout;
  StreamLengths lengths_of;
  BatchDims dims, source_dims;
  std::vector<std::int32_t> tokens, lengths, source, source_lengths, targets;
  std::vector<float> values, source_values, numbers;
};

}  // namespace unrolled
