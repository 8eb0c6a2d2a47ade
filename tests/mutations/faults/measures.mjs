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
    id: 'parts-kept',
    file: 'engine/measures/model_copy.cpp',
    about: 'a part that is measured stays off while the next one is',
    find: 'for (const Tensor<float>& from : original_.parameters().tensors())',
    replace: 'if (edits.empty()) for (const Tensor<float>& from : original_.parameters().tensors())',
  },
  {
    id: 'edit-learns',
    file: 'engine/train/trainer.cpp',
    about: 'what an edit holds is rewritten once, and learns again',
    find: '  held_.restore();',
    replace: '  if (step_ == 0) held_.restore();',
  },
  {
    id: 'edit-clipped',
    file: 'engine/train/trainer.cpp',
    about: 'the gradient of what is held counts for clipping',
    find: '  held_.clear_grads();',
    replace: '  if (step_ > 0 && step_ == 0) held_.clear_grads();',
  },
  {
    id: 'edit-head',
    file: 'engine/models/places/places.cpp',
    about: 'a head is told apart by rows of the output projection rather than by columns',
    find: 'return {name, 0, width, width, of[0], of.count() / of[0]};',
    replace: 'return {name, 0, width * of[0], width * of[0]};',
  },
  {
    id: 'edit-gate',
    file: 'engine/models/places/recurrent_places.cpp',
    about: 'a unit of a GRU is held with its update gate open: it keeps what it began with',
    find: 'hold(holding, 1, extent, far_below);\n      hold(holding, 2, extent, inverse_tanh);',
    replace: 'hold(holding, 1, extent, far_above);\n      hold(holding, 2, extent, inverse_tanh);',
  },
  {
    id: 'patch-before',
    file: 'engine/measures/patching.cpp',
    about: "what a recurrence showed before the step is the other example's, too",
    find: 'if (recurrent) replace_steps(at, shown, own.layers[layer].shown, b, 0, last);',
    replace: 'if (false) replace_steps(at, shown, own.layers[layer].shown, b, 0, last);',
  },
  {
    id: 'patch-order',
    file: 'engine/measures/patch_layers.cpp',
    about: 'an encoder that reads from the end is patched as one that reads from the beginning',
    find: 'backward != reversed ? StepOrder::flipped : StepOrder::from_end',
    replace: 'backward ? StepOrder::flipped : StepOrder::from_end',
  },
  {
    id: 'saturation-padding',
    file: 'engine/measures/saturation.cpp',
    about: 'gates are counted beyond the end of a sequence',
    find: 't < length_of(stream, b)',
    replace: 't < stream.dims.length',
  },
];
