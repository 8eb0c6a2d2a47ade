// The words of the glossary, in the order in which the course comes to them, each with the chapter that shows it; '': one of them all.

/** @type {readonly {name: string, chapter: string}[]} names as in web/words: term-<name> */
export const TERMS = Object.freeze(
  Object.entries({
    '': [
      'loss',
      'nat',
      'bits',
      'perplexity',
      'training_loss',
      'held_out',
      'accuracy',
      'exact',
      'chance',
      'baseline',
      'range',
      'step',
      'batch',
      'epoch',
      'seed',
    ],
    rnn: ['parameter', 'hidden_state', 'layer', 'embedding', 'token', 'gradient', 'optimizer', 'learning_rate'],
    forgets: ['longer'],
    why: ['clipping'],
    gates: ['gate', 'cell'],
    convolution: ['receptive_field', 'padding'],
    bottleneck: ['teacher_forcing', 'greedy', 'beam'],
    attention: ['attention', 'softmax'],
    transformer: ['position', 'head', 'residual', 'layer_norm', 'dropout'],
    novel: ['logit', 'overfitting'],
  }).flatMap(([chapter, names]) => names.map((name) => ({name, chapter}))),
);
