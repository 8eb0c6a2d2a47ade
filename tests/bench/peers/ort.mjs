// onnxruntime-web only infers, so a step is the forward pass of a training batch: a third of the work.
import {argmax, batches, initialWeights, settings, timeMajor} from './data.mjs';
import {Graph} from './onnx.mjs';

/** Ours [rows, 4h] in the order i f g o -> ONNX's [1, 4h, rows] in i o f g. */
function reordered(matrix, rows, h) {
  const out = new Float32Array(matrix.length);
  [0, 3, 1, 2].forEach((from, to) => {
    for (let j = 0; j < h; j++)
      for (let r = 0; r < rows; r++) out[(to * h + j) * rows + r] = matrix[r * 4 * h + from * h + j];
  });
  return out;
}

/** @param {boolean} stepwise one position, with the state before it as inputs */
function lstmGraph(w, steps, batch, stepwise) {
  const P = initialWeights(w);
  const {hidden: h, vocab} = w;
  const g = new Graph();
  const k = (name) => g.constant(P[name].data, P[name].shape);
  const biases = new Float32Array(8 * h);
  biases.set(reordered(P.b.data, 1, h));
  const inputs = [
    g.op('Gather', [k('emb'), g.input('ids', 'int64', [steps, batch])]),
    g.constant(reordered(P.W.data, h, h), [1, 4 * h, h]),
    g.constant(reordered(P.U.data, h, h), [1, 4 * h, h]),
    g.constant(biases, [1, 8 * h]),
  ];
  const state = ['h', 'c'];
  if (stepwise) inputs.push('', ...state.map((name) => g.input(name, 'float', [1, batch, h])));
  const [y, ...after] = g.op('LSTM', inputs, {hidden_size: h}, 3);
  const rows = g.op('Reshape', [y, g.whole(steps * batch, h)]);
  g.output(g.op('Add', [g.op('MatMul', [rows, k('Wo')]), k('bo')]), 'logits', [steps * batch, vocab]);
  if (stepwise) state.forEach((name, i) => g.output(after[i], `${name}_next`, [1, batch, h]));
  return g;
}

/** @param {boolean} cached one position, with keys and values of those before it as inputs */
function transformerGraph(w, B, cached) {
  const P = initialWeights(w);
  const {hidden: d, heads: H, vocab} = w;
  const T = cached ? 1 : w.seq;
  const g = new Graph();
  const k = (name) => g.constant(P[name].data, P[name].shape);
  const norm = (x, a, b) => g.op('LayerNormalization', [x, k(a), k(b)], {axis: -1, epsilon: {float: 1e-5}});
  const split = g.whole(B, T, H, d / H);
  const joined = g.whole(B, T, d);
  const heads = (a) => g.op('Transpose', [g.op('Reshape', [a, split])], {perm: [0, 2, 1, 3]});
  const scale = g.constant(Float32Array.of(1 / Math.sqrt(d / H)), []);
  const mask = cached ? null : causalMask(g, T);
  const grown = (name, now) => {
    if (!cached) return now;
    const all = g.op('Concat', [g.input(name, 'float', [B, H, 'past', d / H]), now], {axis: 2});
    g.output(all, `${name}_next`, [B, H, 'now', d / H]);
    return all;
  };

  const positions = cached ? g.op('Gather', [k('pos'), g.input('position', 'int64', [1, 1])]) : k('pos');
  let x = g.op('Add', [g.op('Gather', [k('emb'), g.input('ids', 'int64', [B, T])]), positions]);
  for (let l = 0; l < w.layers; l++) {
    const n = norm(x, `g1_${l}`, `c1_${l}`);
    const [q, key, value] = ['q', 'k', 'v'].map((c) => heads(g.op('MatMul', [n, k(`W${c}_${l}`)])));
    const keys = g.op('Transpose', [grown(`k${l}`, key)], {perm: [0, 1, 3, 2]});
    let scores = g.op('Mul', [g.op('MatMul', [q, keys]), scale]);
    if (mask) scores = g.op('Add', [scores, mask]);
    const seen = g.op('MatMul', [g.op('Softmax', [scores], {axis: -1}), grown(`v${l}`, value)]);
    const rows = g.op('Reshape', [g.op('Transpose', [seen], {perm: [0, 2, 1, 3]}), joined]);
    x = g.op('Add', [x, g.op('MatMul', [rows, k(`Wp_${l}`)])]);
    const wide = g.op('Add', [g.op('MatMul', [norm(x, `g2_${l}`, `c2_${l}`), k(`W1_${l}`)]), k(`b1_${l}`)]);
    const bent = g.op('Gelu', [wide], {approximate: 'tanh'});
    x = g.op('Add', [x, g.op('Add', [g.op('MatMul', [bent, k(`W2_${l}`)]), k(`b2_${l}`)])]);
  }
  g.output(g.op('MatMul', [norm(x, 'gf', 'cf'), k('Wo')]), 'logits', [B, T, vocab]);
  return g;
}

function causalMask(g, T) {
  const mask = new Float32Array(T * T);
  for (let i = 0; i < T; i++) mask.fill(-1e9, i * T + i + 1, (i + 1) * T);
  return g.constant(mask, [T, T]);
}

/** Mean cross-entropy of the first batch: shows that the graph means the same. */
function meanLoss(logits, wanted, vocab) {
  let sum = 0;
  wanted.forEach((symbol, row) => {
    const values = logits.subarray(row * vocab, (row + 1) * vocab);
    const top = Math.max(...values);
    sum += top + Math.log(values.reduce((z, x) => z + Math.exp(x - top), 0)) - values[symbol];
  });
  return sum / wanted.length;
}

async function forward(w, runtime) {
  const {kind, batch, seq, vocab} = w;
  if (kind !== 'lstm' && kind !== 'transformer') throw new Error('not written');
  const byTime = kind === 'lstm';
  const session = await runtime.open(byTime ? lstmGraph(w, seq, batch, false) : transformerGraph(w, batch, false));
  const order = (ids) => (byTime ? timeMajor(ids, batch, seq) : ids);
  const data = batches(w).map(({x, y}) => ({
    ids: runtime.whole(order(x), byTime ? [seq, batch] : [batch, seq]),
    y: order(y),
  }));
  let count = 0;
  let first;
  return async () => {
    const {ids, y} = data[count++ % data.length];
    const {logits} = await session.run({ids});
    return (first ??= meanLoss(logits.data, y, vocab));
  };
}

async function writer(w, runtime) {
  const lstm = w.kind === 'lstm';
  const {hidden: d, heads: H, layers} = w;
  const session = await runtime.open(lstm ? lstmGraph(w, 1, 1, true) : transformerGraph(w, 1, true));
  const zeros = lstm
    ? runtime.float(new Float32Array(d), [1, 1, d])
    : runtime.float(new Float32Array(0), [1, H, 0, d / H]);
  const names = lstm ? ['h', 'c'] : Array.from({length: layers}, (_, l) => [`k${l}`, `v${l}`]).flat();
  return async () => {
    const out = [1];
    let state = Object.fromEntries(names.map((name) => [name, zeros]));
    while (out.length <= w.tokens) {
      const position = lstm ? {} : {position: runtime.whole([out.length - 1], [1, 1])};
      const result = await session.run({ids: runtime.whole([out.at(-1)], [1, 1]), ...position, ...state});
      state = Object.fromEntries(names.map((name) => [name, result[`${name}_next`]]));
      out.push(argmax(result.logits.data));
    }
  };
}

export async function open(workload, _options, {browser, folder}) {
  const ort = browser ? await import('onnxruntime-web/wasm') : await import('onnxruntime-web');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = browser ? folder('onnxruntime-web/dist') : undefined;
  ort.env.logLevel = 'error';
  const choices = {executionProviders: ['wasm'], graphOptimizationLevel: 'all'};
  const runtime = {
    open: (graph) => ort.InferenceSession.create(graph.bytes(), choices),
    whole: (values, shape) => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), shape),
    float: (values, shape) => new ort.Tensor('float32', values, shape),
  };
  const w = settings(workload);
  return {step: await (w.tokens ? writer(w, runtime) : forward(w, runtime))};
}
