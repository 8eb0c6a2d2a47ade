// What peers learn from and begin with: the same for all, so that their losses can be compared.

import {random, walk} from '../walk.mjs';

/** The numbers of a workload that peers need. @param {any} workload of workloads.json */
export function settings({experiment, symbols, length, generate}) {
  const [model] = experiment.models;
  return {
    kind: model.kind,
    hidden: model.hidden_size ?? model.d_model,
    heads: model.num_heads,
    layers: model.num_layers,
    ff: model.d_ff,
    seq: length,
    src: length,
    batch: experiment.train.batch_size,
    vocab: symbols,
    lr: experiment.train.optimizer.lr,
    tokens: generate?.tokens,
  };
}

/** Eight batches, used again and again: {x, y} of [batch, seq], and src of seq2seq, which is to be reversed. */
export function batches({kind, batch, seq, src: sources, vocab}) {
  const next = random(1234);
  return Array.from({length: 8}, () => {
    const x = new Int32Array(batch * seq);
    const y = new Int32Array(batch * seq);
    const src = kind === 'seq2seq' ? new Int32Array(batch * sources) : undefined;
    for (let b = 0; b < batch; b++) {
      const row = Int32Array.from(walk(next, vocab, seq + 1));
      if (src) {
        src.set(row.subarray(0, sources), b * sources);
        y.set(row.subarray(0, sources).toReversed().subarray(0, seq), b * seq);
        x.set(y.subarray(b * seq, (b + 1) * seq - 1), b * seq + 1); // begins with symbol 0
      } else {
        x.set(row.subarray(0, seq), b * seq);
        y.set(row.subarray(1), b * seq);
      }
    }
    return {x, y, src};
  });
}

/** [batch, steps] -> [steps, batch] */
export function timeMajor(values, batch, steps) {
  const out = new Int32Array(values.length);
  for (let b = 0; b < batch; b++) for (let t = 0; t < steps; t++) out[t * batch + b] = values[b * steps + t];
  return out;
}

/** Names and shapes of all parameters. */
function shapes({kind, hidden: h, vocab: V, seq, ff, layers}) {
  const gates = {rnn: 1, lstm: 4, gru: 3}[kind];
  if (gates) return {emb: [V, h], W: [h, gates * h], U: [h, gates * h], b: [gates * h], Wo: [h, V], bo: [V]};
  if (kind === 'seq2seq') {
    const half = (i) => ({[`emb${i}`]: [V, h], [`W${i}`]: [h, 4 * h], [`U${i}`]: [h, 4 * h], [`b${i}`]: [4 * h]});
    return {...half(''), ...half(2), Wa: [2 * h, h], ba: [h], Wo: [h, V], bo: [V]};
  }
  const list = {emb: [V, h], pos: [seq, h]};
  for (let l = 0; l < layers; l++) {
    for (const name of ['g1', 'c1', 'g2', 'c2', 'b2']) list[`${name}_${l}`] = [h];
    for (const name of ['Wq', 'Wk', 'Wv', 'Wp']) list[`${name}_${l}`] = [h, h];
    Object.assign(list, {[`W1_${l}`]: [h, ff], [`b1_${l}`]: [ff], [`W2_${l}`]: [ff, h]});
  }
  return {...list, gf: [h], cf: [h], Wo: [h, V]};
}

/** @returns {Record<string, {shape: number[], data: Float32Array}>} matrices are uniform, Glorot's; gains are 1 */
export function initialWeights(settings) {
  const next = random(42);
  const weights = {};
  for (const [name, shape] of Object.entries(shapes(settings))) {
    const data = new Float32Array(shape.reduce((a, b) => a * b, 1));
    if (shape.length === 2) {
      const limit = /^(emb|pos)/.test(name) ? 0.1 : Math.sqrt(6 / (shape[0] + shape[1]));
      data.forEach((_, i) => (data[i] = (2 * next() - 1) * limit));
    } else if (name.startsWith('g')) {
      data.fill(1);
    }
    weights[name] = {shape, data};
  }
  return weights;
}

/** The most probable symbol. @param {ArrayLike<number>} logits */
export function argmax(logits) {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i] > logits[best]) best = i;
  return best;
}
