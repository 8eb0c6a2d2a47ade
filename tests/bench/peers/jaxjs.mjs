// jax-js on its WebAssembly device: a whole training step, value_and_grad and Adam, is one jit. It has no scan, so
// recurrent models are unrolled while they are traced. Arrays are used up by what reads them; `.ref` keeps one.
import {blockUntilReady, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad} from '@jax-js/jax';
import {argmax, batches, initialWeights, settings, timeMajor} from './data.mjs';

// Its einsum uses iterator helpers, which Node 20 lacks.
const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
iterators.map ??= function* (f) {
  for (const x of this) yield f(x);
};
iterators.filter ??= function* (f) {
  for (const x of this) if (f(x)) yield x;
};

const array = (data, shape) => np.array(data, {shape, dtype: np.float32});
const parameters = (w) =>
  Object.fromEntries(Object.entries(initialWeights(w)).map(([name, {data, shape}]) => [name, array(data, shape)]));

/** One-hot rows: the gradient of a gather is a scatter, which is slower. */
function oneHot(ids, vocab) {
  const rows = new Float32Array(ids.length * vocab);
  ids.forEach((k, i) => (rows[i * vocab + k] = 1));
  return array(rows, [ids.length, vocab]);
}

const crossEntropy = (logits, wanted) => np.negative(nn.logSoftmax(logits, -1).mul(wanted).sum(-1).mean());
const columns = (x, count, size) =>
  Array.from({length: count}, (_, k) => (k === count - 1 ? x : x.ref).slice([], [k * size, (k + 1) * size]));

const cells = {
  rnn: (x, [h], U) => [np.tanh(x.add(np.matmul(h, U)))],
  lstm(x, [h, c], U, size) {
    const [i, f, g, o] = columns(x.add(np.matmul(h, U)), 4, size);
    const next = nn
      .sigmoid(f)
      .mul(c)
      .add(nn.sigmoid(i).mul(np.tanh(g)));
    return [nn.sigmoid(o).mul(np.tanh(next.ref)), next];
  },
  // Resets before the product.
  gru(x, [h], U, size) {
    const [xz, xr, xh] = columns(x, 3, size);
    const Uzr = U.ref.slice([], [0, 2 * size]);
    const Uh = U.slice([], [2 * size, 3 * size]);
    const [hz, hr] = columns(np.matmul(h.ref, Uzr), 2, size);
    const z = nn.sigmoid(xz.add(hz));
    const r = nn.sigmoid(xr.add(hr));
    const candidate = np.tanh(xh.add(np.matmul(r.mul(h.ref), Uh)));
    return [candidate.ref.add(z.mul(h.sub(candidate)))];
  },
};
const zeros = (kind, batch, hidden) => Array.from({length: kind === 'lstm' ? 2 : 1}, () => np.zeros([batch, hidden]));
const layerNorm = (x, gain, bias) => nn.standardize(x, -1, {epsilon: 1e-5}).mul(gain).add(bias);

/** ids: one-hot [T * B, V], rows by time. */
function unroll(kind, ids, {batch, hidden}, T, state, [emb, W, U, b]) {
  const x = np.matmul(np.matmul(ids, emb), W).add(b).reshape([T, batch, -1]);
  const outputs = [];
  for (let t = 0; t < T; t++) {
    state = cells[kind]((t === T - 1 ? x : x.ref).slice(t), state, U.ref, hidden);
    outputs.push(state[0].ref);
  }
  U.dispose();
  return {outputs, state};
}

function recurrentLoss(w) {
  return (p, ids, wanted) => {
    const u = (name) => p[name].ref;
    const start = zeros(w.kind, w.batch, w.hidden);
    const {outputs, state} = unroll(w.kind, ids, w, w.seq, start, ['emb', 'W', 'U', 'b'].map(u));
    tree.dispose(state);
    const loss = crossEntropy(np.matmul(np.concatenate(outputs, 0), u('Wo')).add(u('bo')), wanted);
    tree.dispose(p);
    return loss;
  };
}

function seq2seqLoss(w) {
  const {batch: B, seq: T, hidden: h} = w;
  return (p, src, ids, wanted) => {
    const u = (name) => p[name].ref;
    const encoder = unroll('lstm', src, w, w.src, zeros('lstm', B, h), ['emb', 'W', 'U', 'b'].map(u));
    const decoder = unroll('lstm', ids, w, T, encoder.state, ['emb2', 'W2', 'U2', 'b2'].map(u));
    tree.dispose(decoder.state);
    const E = np.stack(encoder.outputs, 1);
    const D = np.stack(decoder.outputs, 1);
    const weights = nn.softmax(np.einsum('bth,bsh->bts', D.ref, E.ref), -1);
    const context = np.einsum('bts,bsh->bth', weights, E);
    const joined = np.concatenate([D, context], 2).reshape([B * T, 2 * h]);
    const bent = np.tanh(np.matmul(joined, u('Wa')).add(u('ba')));
    const loss = crossEntropy(np.matmul(bent, u('Wo')).add(u('bo')), wanted);
    tree.dispose(p);
    return loss;
  };
}

function transformerLoss(w) {
  const {batch: B, seq: T, hidden: d, heads} = w;
  return (p, ids, wanted) => {
    const u = (name) => p[name].ref;
    const split = (a) => a.reshape([B, T, heads, d / heads]);
    let x = np
      .matmul(ids, u('emb'))
      .reshape([B, T, d])
      .add(u('pos'))
      .reshape([B * T, d]);
    for (let l = 0; l < w.layers; l++) {
      const n = layerNorm(x.ref, u(`g1_${l}`), u(`c1_${l}`));
      const [q, k] = ['q', 'k'].map((c) => split(np.matmul(n.ref, u(`W${c}_${l}`))));
      const v = split(np.matmul(n, u(`Wv_${l}`)));
      const seen = nn.dotProductAttention(q, k, v, {isCausal: true}).reshape([B * T, d]);
      x = x.add(np.matmul(seen, u(`Wp_${l}`)));
      x = feedForward(x, u, l);
    }
    const loss = crossEntropy(np.matmul(layerNorm(x, u('gf'), u('cf')), u('Wo')), wanted);
    tree.dispose(p);
    return loss;
  };
}

function feedForward(x, u, l) {
  const m = layerNorm(x.ref, u(`g2_${l}`), u(`c2_${l}`));
  const wide = nn.gelu(np.matmul(m, u(`W1_${l}`)).add(u(`b1_${l}`)));
  return x.add(np.matmul(wide, u(`W2_${l}`)).add(u(`b2_${l}`)));
}

/** count: the step's number from 1, as [1]. */
function adam(lr, p, m, v, gradient, count) {
  m = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), m, tree.ref(gradient));
  v = tree.map((v, g) => v.mul(0.999).add(np.square(g).mul(0.001)), v, gradient);
  const c1 = np.subtract(1, np.power(0.9, count.ref));
  const c2 = np.subtract(1, np.power(0.999, count));
  const update = (p, m, v) =>
    p.sub(
      m
        .div(c1.ref)
        .mul(lr)
        .div(np.sqrt(v.div(c2.ref)).add(1e-8)),
    );
  p = tree.map(update, p, tree.ref(m), tree.ref(v));
  c1.dispose();
  c2.dispose();
  return [p, m, v];
}

function trainer(w) {
  const {kind, batch, seq, vocab} = w;
  const byTime = (ids, steps) => (kind === 'transformer' ? ids : timeMajor(ids, batch, steps));
  const data = batches(w).map(({x, y, src}) => [
    ...(src ? [oneHot(byTime(src, w.src), vocab)] : []),
    oneHot(byTime(x, seq), vocab),
    oneHot(kind === 'seq2seq' ? y : byTime(y, seq), vocab),
  ]);
  const loss = ({transformer: transformerLoss, seq2seq: seq2seqLoss}[kind] ?? recurrentLoss)(w);
  const valueAndGradient = valueAndGrad(loss);
  const run = jit((p, m, v, count, ...batch) => {
    const [value, gradient] = valueAndGradient(tree.ref(p), ...batch);
    return [value, ...adam(w.lr, p, m, v, gradient, count)];
  });
  let p = parameters(w);
  let [m, v] = [0, 1].map(() => tree.map((x) => np.zerosLike(x), tree.ref(p)));
  let value;
  let count = 0;
  return async () => {
    const batch = data[count++ % data.length].map((x) => x.ref);
    [value, p, m, v] = run(p, m, v, array([count], [1]), ...batch);
    await blockUntilReady([p, m, v]);
    return value.jsAsync();
  };
}

const pick = async (logits) => argmax(await logits.data());
function hot(k, size) {
  const row = new Float32Array(size);
  row[k] = 1;
  return array(row, [1, size]);
}

function lstmWriter(w) {
  const {hidden, vocab} = w;
  const weights = parameters(w);
  const next = jit((p, x, h, c) => {
    const state = cells.lstm(np.matmul(np.matmul(x, p.emb), p.W).add(p.b), [h, c], p.U, hidden);
    return [np.matmul(state[0].ref, p.Wo).add(p.bo), ...state];
  });
  return async () => {
    const out = [1];
    let [h, c] = zeros('lstm', 1, hidden);
    let logits;
    while (out.length <= w.tokens) {
      [logits, h, c] = next(tree.ref(weights), hot(out.at(-1), vocab), h, c);
      out.push(await pick(logits));
    }
    tree.dispose([h, c]);
  };
}

/** Keys and values in caches of a fixed size, written with a one-hot mask of rows: shapes must not change under jit. */
function transformerWriter(w) {
  const {hidden: d, heads, vocab, seq: T} = w;
  const weights = parameters(w);
  const next = jit((p, x, position, mask, kept) => {
    const u = (name) => p[name].ref;
    const keep = [];
    const column = position.ref.reshape([T, 1]);
    let a = np.matmul(x, u('emb')).add(np.matmul(position, u('pos')));
    for (let l = 0; l < w.layers; l++) {
      const n = layerNorm(a.ref, u(`g1_${l}`), u(`c1_${l}`));
      const q = np.matmul(n.ref, u(`Wq_${l}`)).reshape([1, heads, d / heads]);
      const others = np.subtract(1, column.ref);
      const k = kept[2 * l].mul(others.ref).add(column.ref.mul(np.matmul(n.ref, u(`Wk_${l}`))));
      const v = kept[2 * l + 1].mul(others).add(column.ref.mul(np.matmul(n, u(`Wv_${l}`))));
      const rows = (one) => one.ref.reshape([T, heads, d / heads]);
      const seen = nn.dotProductAttention(q, rows(k), rows(v), {bias: mask.ref.reshape([1, 1, T])});
      keep.push(k, v);
      a = feedForward(a.add(np.matmul(seen.reshape([1, d]), u(`Wp_${l}`))), u, l);
    }
    const logits = np.matmul(layerNorm(a, u('gf'), u('cf')), u('Wo'));
    tree.dispose([p, column, mask]);
    return [logits, keep];
  });
  return async () => {
    const out = [1];
    let kept = Array.from({length: 2 * w.layers}, () => np.zeros([T, d]));
    let logits;
    while (out.length <= w.tokens) {
      const t = out.length - 1;
      const mask = array(new Float32Array(T).fill(-1e9, t + 1), [T]);
      [logits, kept] = next(tree.ref(weights), hot(out.at(-1), vocab), hot(t, T), mask, kept);
      out.push(await pick(logits));
    }
    tree.dispose(kept);
  };
}

export async function open(workload) {
  await init('wasm');
  defaultDevice('wasm');
  const w = settings(workload);
  if (!w.tokens) return {step: trainer(w)};
  return {step: w.kind === 'lstm' ? lstmWriter(w) : transformerWriter(w)};
}
