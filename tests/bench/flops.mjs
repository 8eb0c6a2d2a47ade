// Useful work of the workloads, by the convention that every peer is credited with (docs/performance.md): only matrix
// products count, multiply and add are two, a training step costs three times its forward pass.

/** @type {Record<string, number>} */
const GATES = {rnn: 1, gru: 3, lstm: 4};

/** Operations of the forward pass for one position that is predicted. @param {any} model as in an experiment
 * @param {number} length positions @param {number} symbols */
export function forwardFlops(model, length, symbols) {
  if (model.kind === 'transformer') {
    const {d_model: d, d_ff, num_layers} = model;
    return num_layers * (2 * (4 * d * d + 2 * d * d_ff) + 4 * length * d) + 2 * d * symbols;
  }
  const {hidden_size: h, embedding_size: e} = model;
  const cell = GATES[model.cell ?? model.kind] * 2 * (e + h) * h;
  const head = 2 * h * symbols;
  // Encoder and decoder of equal length, dot attention, both joined: [answer, context] -> h.
  if (model.kind === 'seq2seq') return 2 * cell + 4 * length * h + 2 * (2 * h) * h + head;
  return cell + head;
}

/** Of one training step. @param {{experiment: any, length: number, symbols: number}} workload */
export function stepFlops({experiment, length, symbols}) {
  return 3 * forwardFlops(experiment.models[0], length, symbols) * experiment.train.batch_size * length;
}

/** Of one generated symbol at batch 1: a Transformer with cached keys looks back at half of the text on average.
 * @param {{experiment: any, symbols: number, generate: {tokens: number}}} workload */
export function symbolFlops({experiment, symbols, generate}) {
  return forwardFlops(experiment.models[0], generate.tokens / 2, symbols);
}
