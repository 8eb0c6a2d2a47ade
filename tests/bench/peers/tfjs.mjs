// TensorFlow.js on its WebAssembly backend, with tf operations and optimizer.minimize, in two styles:
//   core   as its documentation shows
//   tuned  arranged around two weaknesses of the backend: the gradient of matMul asks for transposed products, which run
//          a scalar loop (so: transpose first); and slicing copies its whole input (so: project each step by itself)
// Embeddings are one-hot products: the backend lacks the gradient of gather.
import * as tf from '@tensorflow/tfjs';
import {setThreadsCount, setWasmPaths} from '@tensorflow/tfjs-backend-wasm';
import {batches, initialWeights, settings, timeMajor} from './data.mjs';

async function start(wasmFolder) {
  setWasmPaths(wasmFolder);
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  tf.enableProdMode();
}

/** Products of the models with their weights, in the style "tuned". */
const transposeFirst = tf.customGrad((a, b, save) => {
  save([a, b]);
  return {
    value: tf.matMul(a, b),
    gradFunc: (dy, [a, b]) => [tf.matMul(dy, tf.transpose(b)), tf.matMul(tf.transpose(a), dy)],
  };
});

const cells = {
  rnn: (multiply, x, [h], U) => [tf.tanh(x.add(multiply(h, U)))],
  lstm(multiply, x, [h, c], U) {
    const [i, f, g, o] = tf.split(x.add(multiply(h, U)), 4, 1);
    const next = tf
      .sigmoid(f)
      .mul(c)
      .add(tf.sigmoid(i).mul(tf.tanh(g)));
    return [tf.sigmoid(o).mul(tf.tanh(next)), next];
  },
  // Resets before the product.
  gru(multiply, x, [h], U) {
    const size = h.shape[1];
    const [xzr, xh] = tf.split(x, [2 * size, size], 1);
    const [Uzr, Uh] = tf.split(U, [2 * size, size], 1);
    const [z, r] = tf.split(tf.sigmoid(xzr.add(multiply(h, Uzr))), 2, 1);
    const candidate = tf.tanh(xh.add(multiply(r.mul(h), Uh)));
    return [candidate.add(z.mul(h.sub(candidate)))];
  },
};

function layerNorm(x, gain, bias) {
  const {mean, variance} = tf.moments(x, -1, true);
  return x
    .sub(mean)
    .mul(tf.rsqrt(variance.add(1e-5)))
    .mul(gain)
    .add(bias);
}

const gelu = (x) => x.mul(0.5).mul(tf.tanh(x.add(x.mul(x).mul(x).mul(0.044715)).mul(0.7978845608)).add(1));
const zeros = (kind, batch, hidden) =>
  Array.from({length: kind === 'lstm' || kind === 'seq2seq' ? 2 : 1}, () => tf.zeros([batch, hidden]));

/** @param {any} w settings @param {Record<string, any>} P variables @param {string} style */
function losses(w, P, style) {
  const {batch: B, seq: T, hidden: h, heads: H} = w;
  const multiply = style === 'tuned' ? transposeFirst : tf.matMul;
  const embed = (table, ids) => multiply(tf.oneHot(ids, table.shape[0]), table);
  const crossEntropy = (wanted, logits) => tf.losses.softmaxCrossEntropy(wanted, logits);

  function unroll(cell, ids, T, state, emb, W, U, b) {
    const xs = Array.isArray(ids)
      ? ids.map((now) => multiply(embed(emb, now), W).add(b))
      : tf.split(multiply(embed(emb, ids), W).add(b), T, 0);
    const outputs = [];
    for (let t = 0; t < T; t++) {
      state = cell(multiply, xs[t], state, U);
      outputs.push(state[0]);
    }
    return {outputs, state};
  }

  function recurrent({x, y}) {
    const {outputs} = unroll(cells[w.kind], x, T, zeros(w.kind, B, h), P.emb, P.W, P.U, P.b);
    const head = (one) => multiply(one, P.Wo).add(P.bo);
    if (Array.isArray(x)) return tf.addN(outputs.map((one, t) => crossEntropy(y[t], head(one)))).div(T);
    return crossEntropy(y, head(tf.concat(outputs, 0)));
  }

  function seq2seq({src, x, y}) {
    const encoder = unroll(cells.lstm, src, w.src, zeros(w.kind, B, h), P.emb, P.W, P.U, P.b);
    const decoder = unroll(cells.lstm, x, T, encoder.state, P.emb2, P.W2, P.U2, P.b2);
    const byExample = ({outputs}, n) => tf.transpose(tf.reshape(tf.concat(outputs, 0), [n, B, h]), [1, 0, 2]);
    const E = byExample(encoder, w.src);
    const D = byExample(decoder, T);
    const context = tf.matMul(tf.softmax(tf.matMul(D, E, false, true)), E);
    const joined = tf.reshape(tf.concat([D, context], 2), [B * T, 2 * h]);
    return crossEntropy(y, multiply(tf.tanh(multiply(joined, P.Wa).add(P.ba)), P.Wo).add(P.bo));
  }

  const mask =
    w.kind === 'transformer'
      ? tf.tidy(() =>
          tf.linalg
            .bandPart(tf.ones([T, T]), -1, 0)
            .sub(1)
            .mul(1e9),
        )
      : null;
  function transformer({x: ids, y}) {
    const split = (a) => tf.transpose(tf.reshape(a, [B, T, H, h / H]), [0, 2, 1, 3]);
    let x = tf
      .reshape(embed(P.emb, ids), [B, T, h])
      .add(P.pos)
      .reshape([B * T, h]);
    for (let l = 0; l < w.layers; l++) {
      const n = layerNorm(x, P[`g1_${l}`], P[`c1_${l}`]);
      const [q, k, v] = ['q', 'k', 'v'].map((c) => split(multiply(n, P[`W${c}_${l}`])));
      const scores = tf
        .matMul(q, k, false, true)
        .mul(1 / Math.sqrt(h / H))
        .add(mask);
      const seen = tf.transpose(tf.matMul(tf.softmax(scores), v), [0, 2, 1, 3]);
      x = x.add(multiply(tf.reshape(seen, [B * T, h]), P[`Wp_${l}`]));
      const m = layerNorm(x, P[`g2_${l}`], P[`c2_${l}`]);
      x = x.add(multiply(gelu(multiply(m, P[`W1_${l}`]).add(P[`b1_${l}`])), P[`W2_${l}`]).add(P[`b2_${l}`]));
    }
    return crossEntropy(y, multiply(layerNorm(x, P.gf, P.cf), P.Wo));
  }

  return {transformer, seq2seq}[w.kind] ?? recurrent;
}

/** Batches as tensors: recurrent models read them by time, in the style "tuned" each step by itself. */
function tensors(w, style) {
  const {kind, batch: B, seq: T, vocab} = w;
  const byTime = kind !== 'transformer';
  const ids = (values, steps) => {
    const ordered = byTime ? timeMajor(values, B, steps) : values;
    const part = (t) => tf.tensor1d(ordered.slice(t * B, (t + 1) * B), 'int32');
    return style === 'tuned' && byTime ? Array.from({length: steps}, (_, t) => part(t)) : tf.tensor1d(ordered, 'int32');
  };
  const hot = (one) => tf.oneHot(one, vocab).toFloat();
  const wanted = (y) => {
    if (kind === 'seq2seq') return hot(tf.tensor1d(y, 'int32'));
    const list = ids(y, T);
    return Array.isArray(list) ? list.map(hot) : hot(list);
  };
  return batches(w).map(({x, y, src}) => ({x: ids(x, T), y: wanted(y), src: src && ids(src, w.src)}));
}

function trainer(w, P, style) {
  const optimizer = tf.train.adam(w.lr, 0.9, 0.999, 1e-8);
  const loss = losses(w, P, style);
  const data = tensors(w, style);
  let count = 0;
  return () => {
    const cost = optimizer.minimize(() => loss(data[count++ % data.length]), true, Object.values(P));
    const value = cost.dataSync()[0];
    cost.dispose();
    return value;
  };
}

const ids = (k) => tf.tensor1d([k], 'int32');
function pick(logits) {
  const best = tf.argMax(logits, 1);
  const [k] = best.dataSync();
  best.dispose();
  return k;
}

function lstmWriter(w, P) {
  return () => {
    const out = [1];
    let state = zeros('lstm', 1, w.hidden);
    while (out.length <= w.tokens) {
      const [logits, ...next] = tf.tidy(() => {
        const x = tf.matMul(tf.gather(P.emb, ids(out.at(-1))), P.W).add(P.b);
        const now = cells.lstm(tf.matMul, x, state, P.U);
        return [tf.matMul(now[0], P.Wo).add(P.bo), ...now];
      });
      out.push(pick(logits));
      tf.dispose([logits, state]);
      state = next;
    }
    tf.dispose(state);
  };
}

/** Keys and values are kept. */
function transformerWriter(w, P) {
  const {hidden: d, heads: H} = w;
  function next(symbol, position, kept) {
    let x = tf.gather(P.emb, ids(symbol)).add(tf.slice(P.pos, [position, 0], [1, d]));
    const keep = [];
    for (let l = 0; l < w.layers; l++) {
      const n = layerNorm(x, P[`g1_${l}`], P[`c1_${l}`]);
      let [q, k, v] = ['q', 'k', 'v'].map((c) => tf.reshape(tf.matMul(n, P[`W${c}_${l}`]), [H, 1, d / H]));
      if (kept.length > 0) [k, v] = [tf.concat([kept[2 * l], k], 1), tf.concat([kept[2 * l + 1], v], 1)];
      keep.push(k, v);
      const seen = tf.matMul(tf.softmax(tf.matMul(q, k, false, true).mul(1 / Math.sqrt(d / H))), v);
      x = x.add(tf.matMul(tf.reshape(seen, [1, d]), P[`Wp_${l}`]));
      const m = layerNorm(x, P[`g2_${l}`], P[`c2_${l}`]);
      x = x.add(tf.matMul(gelu(tf.matMul(m, P[`W1_${l}`]).add(P[`b1_${l}`])), P[`W2_${l}`]).add(P[`b2_${l}`]));
    }
    return [tf.matMul(layerNorm(x, P.gf, P.cf), P.Wo), ...keep];
  }
  return () => {
    const out = [1];
    let kept = [];
    while (out.length <= w.tokens) {
      const [logits, ...keep] = tf.tidy(() => next(out.at(-1), out.length - 1, kept));
      out.push(pick(logits));
      tf.dispose([logits, kept]);
      kept = keep;
    }
    tf.dispose(kept);
  };
}

export async function open(workload, {style}, {folder}) {
  await start(folder('@tensorflow/tfjs-backend-wasm/dist'));
  const w = settings(workload);
  const P = {};
  for (const [name, {data, shape}] of Object.entries(initialWeights(w)))
    P[name] = tf.variable(tf.tensor(data, shape), true);
  if (!w.tokens) return {step: trainer(w, P, style)};
  return {step: w.kind === 'lstm' ? lstmWriter(w, P) : transformerWriter(w, P)};
}
