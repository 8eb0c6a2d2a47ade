// Faults in measures: what is found out about a model, and shown as why it wins.
/** @typedef {import('../planting.mjs').Fault} Fault */

/** @type {Fault[]} */
export const measures = [
  {
    id: 'reach-part',
    file: 'engine/measures/reach.cpp',
    about: 'reach is of a mean loss: the more examples of a part, the smaller',
    find: 'const double answers = double(probe_.plan().counted());',
    replace: 'const double answers = 1 + 0 * double(probe_.plan().counted());',
  },
  {
    id: 'influence-level',
    file: 'engine/measures/influence.cpp',
    about: 'influence is of a logit alone, which all logits together may move',
    find: 'std::ranges::fill(to, symbols ? -1 / float(width) : 1);',
    replace: 'std::ranges::fill(to, symbols ? 0.0F : 1.0F);',
  },
  {
    id: 'probe-symbols',
    file: 'engine/measures/input_probe.cpp',
    about: 'a probe reads the first symbol everywhere',
    find: 'const std::int32_t symbol = at < reading.tokens.size() ? reading.tokens[at] : 0;',
    replace: 'const std::int32_t symbol = at < reading.tokens.size() ? reading.tokens[0] : 0;',
  },
  {
    id: 'induction-itself',
    file: 'engine/measures/heads.cpp',
    about: 'induction is attention to the same symbol, not to what followed it',
    find: 'row.key(k - 1) == row.key(q)',
    replace: 'row.key(k) == row.key(q)',
  },
  {
    id: 'lengths-some',
    file: 'engine/measures/lengths.cpp',
    about: 'a sequence of some length is right when its last answer is',
    find: 'all = all && mark == Mark::right;',
    replace: 'all = mark == Mark::right;',
  },
  {
    id: 'saturation-padding',
    file: 'engine/measures/saturation.cpp',
    about: 'gates are counted beyond the end of a sequence',
    find: 't < length_of(stream, b)',
    replace: 't < stream.dims.length',
  },
  {
    id: 'probe-source',
    file: 'engine/measures/state_rows.cpp',
    about: 'a probe takes what is known of the source for what is known of the answer',
    find: 'knowledge_.value(v, before + t)',
    replace: 'knowledge_.value(v, t)',
  },
  {
    id: 'probe-control',
    file: 'engine/measures/probe.cpp',
    about: 'the control of a probe has the labels of the examples themselves',
    find: 'if (shuffled()) place.example = order[place.example];',
    replace: 'if (shuffled()) place.example = place.example;',
  },
  {
    id: 'gaps-nearest',
    file: 'engine/measures/gaps.cpp',
    about: 'a gap is that of the last cue instead of the farthest',
    find: 'std::abs(needs[i].gap()) >= std::abs(gap)',
    replace: 'std::abs(needs[i].gap()) > 0',
  },
  {
    id: 'asked-late',
    file: 'engine/tasks/examples/example_reading.cpp',
    about: 'what is asked of a written answer is stated one position late',
    find: 'if (writes_answer(form)) first_asked_ = givens_;',
    replace: 'if (writes_answer(form)) first_asked_ = givens_ + 1;',
  },
  {
    id: 'lens-cell',
    file: 'engine/measures/lens.cpp',
    about: 'a cell is read as it is, not as it would be shown',
    find: 'shown.push_back(float(elementary::tanh(double(c))));',
    replace: 'shown.push_back(float(double(c)));',
  },
  {
    id: 'state-forgets',
    file: 'engine/measures/recurrence.cpp',
    about: 'reach of a cell ends one step back, since what came from later steps is left out',
    find: 'dc_[u] = (double(dh[u]) * out + dc_[u]) * kept;',
    replace: 'dc_[u] = double(dh[u]) * out * kept;',
  },
  {
    id: 'paths-window',
    file: 'engine/measures/paths.cpp',
    about: 'a convolution that sees both sides is taken for one that looks back',
    find: 'return part.causal ? reach : reach / 2;',
    replace: 'return part.causal ? reach : reach;',
  },
  {
    id: 'spectrum-gates',
    file: 'engine/measures/spectrum.cpp',
    about: 'every gate has the singular values of the first',
    find: 'layer.weight->value.subspan(job.gate * count, count)',
    replace: 'layer.weight->value.subspan(0 * job.gate * count, count)',
  },
  {
    id: 'signals-clipped',
    file: 'engine/train/trainer.cpp',
    about: "a part's gradient is told after clipping",
    find: 'if (watched_) signals_->before_update();\n  report.grad_norm = clip_norm<Real>(config_.clip_norm, model_.parameters().grads());',
    replace:
      'report.grad_norm = clip_norm<Real>(config_.clip_norm, model_.parameters().grads());\n  if (watched_) signals_->before_update();',
  },
];
