// What a box works out, in TeX, with what its symbols stand for: one entry for each kind of box. They are constants; which one a
// box has, and the values at its place, detail.js finds.

/** @typedef {{tex: string, means: string}} Symbol the saying compare.network_symbol_… @typedef {{tex: string[], symbols: Symbol[]}} Formula */

/** @param {string} tex @param {string} means @returns {Symbol} */
const symbol = (tex, means) => ({tex, means});

const X = symbol('x_t', 'x'),
  H = symbol('h_t', 'h'),
  H_BEFORE = symbol('h_{t-1}', 'h_before');
const SIGMA = symbol('\\sigma', 'sigma'),
  TIMES = symbol('\\odot', 'times'),
  W = symbol('W,\\,U,\\,b', 'learned');
const PHI = symbol('\\varphi', 'bend');

/** @type {Readonly<Record<string, Formula>>} */
export const FORMULAS = Object.freeze({
  rnn: {
    tex: ['h_t = \\varphi(W x_t + U h_{t-1} + b)'],
    symbols: [X, H, H_BEFORE, PHI, W],
  },
  gru: {
    tex: [
      'r_t = \\sigma(W_r x_t + U_r h_{t-1} + b_r)',
      'z_t = \\sigma(W_z x_t + U_z h_{t-1} + b_z)',
      'n_t = \\tanh(W_n x_t + b_n + r_t \\odot (U_n h_{t-1} + b_u))',
      'h_t = (1 - z_t) \\odot n_t + z_t \\odot h_{t-1}',
    ],
    symbols: [
      symbol('r_t', 'gru_reset'),
      symbol('z_t', 'gru_update'),
      symbol('n_t', 'gru_new'),
      H,
      H_BEFORE,
      X,
      SIGMA,
      TIMES,
      W,
    ],
  },
  lstm: {
    tex: [
      'i_t = \\sigma(W_i x_t + U_i h_{t-1} + b_i)',
      'f_t = \\sigma(W_f x_t + U_f h_{t-1} + b_f)',
      'g_t = \\tanh(W_g x_t + U_g h_{t-1} + b_g)',
      'o_t = \\sigma(W_o x_t + U_o h_{t-1} + b_o)',
      'c_t = f_t \\odot c_{t-1} + i_t \\odot g_t',
      'h_t = o_t \\odot \\tanh(c_t)',
    ],
    symbols: [
      symbol('i_t', 'lstm_in'),
      symbol('f_t', 'lstm_forget'),
      symbol('g_t', 'lstm_new'),
      symbol('o_t', 'lstm_out'),
      symbol('c_t', 'lstm_cell'),
      symbol('c_{t-1}', 'lstm_cell_before'),
      H,
      H_BEFORE,
      X,
      SIGMA,
      TIMES,
      W,
    ],
  },
  cell: {tex: ['h_t = \\operatorname{cell}(x_t, h_{t-1})'], symbols: [X, H, H_BEFORE]},
  state_space: {
    tex: ['h_t = a_t \\odot h_{t-1} + b_t', 'y_t = x_t + C h_t'],
    symbols: [symbol('a_t', 'scan_keep'), symbol('b_t', 'scan_add'), H, H_BEFORE, X, TIMES, symbol('C', 'scan_out')],
  },
  window: {
    tex: ['y_t = \\varphi\\Bigl(b + \\sum_{k=0}^{K-1} W_k\\, x_{t + kd - L}\\Bigr)'],
    symbols: [
      symbol('K', 'window'),
      symbol('d', 'dilation'),
      symbol('L', 'left'),
      symbol('x_{t + kd - L}', 'window_x'),
      symbol('y_t', 'y'),
      PHI,
      symbol('W_k,\\,b', 'learned'),
    ],
  },
  image: {
    tex: ['y_{uv} = \\max_{2 \\times 2} \\varphi\\Bigl(b + \\sum_{k,l} W_{kl}\\, x_{u+k,\\,v+l}\\Bigr)'],
    symbols: [symbol('x_{u+k,\\,v+l}', 'pixels'), symbol('y_{uv}', 'map'), PHI, symbol('W_{kl},\\,b', 'learned')],
  },
  dense: {
    tex: ['y = \\varphi\\Bigl(b + \\sum_{t=1}^{T} W_t\\, x_t\\Bigr)'],
    symbols: [X, symbol('T', 'length'), symbol('y', 'y_all'), PHI, symbol('W_t,\\,b', 'learned')],
  },
  look: {
    tex: [
      '\\alpha_{ts} = \\operatorname{softmax}_s\\Bigl(\\frac{q_t \\cdot k_s}{\\sqrt{d}}\\Bigr)',
      'y_t = x_t + W_o \\sum_s \\alpha_{ts} v_s',
    ],
    symbols: [
      symbol('q_t', 'query'),
      symbol('k_s', 'key'),
      symbol('v_s', 'value'),
      symbol('\\alpha_{ts}', 'weight'),
      symbol('d', 'head_width'),
      symbol('y_t', 'y'),
      symbol('W_o', 'learned'),
    ],
  },
  across: {
    tex: [
      '\\alpha_{ts} = \\operatorname{softmax}_s(q_t \\cdot k_s)',
      'y_t = \\operatorname{joined}\\Bigl(x_t,\\ \\sum_s \\alpha_{ts} v_s\\Bigr)',
    ],
    symbols: [
      symbol('q_t', 'query'),
      symbol('k_s', 'key_given'),
      symbol('v_s', 'value_given'),
      symbol('\\alpha_{ts}', 'weight_given'),
      symbol('y_t', 'y'),
    ],
  },
  points: {
    tex: ['p = \\operatorname{attention}(I, x_1 \\dots x_T)', 'y_t = \\operatorname{attention}(x_t, p)'],
    symbols: [symbol('I', 'points'), symbol('p', 'points_seen'), symbol('y_t', 'y')],
  },
  pooling: {
    tex: [
      '\\alpha_s = \\operatorname{softmax}_s\\Bigl(\\frac{q \\cdot k_s}{\\sqrt{d}}\\Bigr)',
      'y = \\sum_s \\alpha_s v_s',
    ],
    symbols: [
      symbol('q', 'seed'),
      symbol('k_s', 'key'),
      symbol('v_s', 'value'),
      symbol('\\alpha_s', 'weight_pooled'),
      symbol('y', 'y_all'),
    ],
  },
  pool: {
    tex: ['y = \\frac{1}{T} \\sum_{t=1}^{T} x_t \\quad\\text{or}\\quad y = \\max_t x_t'],
    symbols: [X, symbol('T', 'length'), symbol('y', 'y_all')],
  },
  grid: {
    tex: ['y_{ts} = x_{ts} \\,\\Vert\\, f\\bigl(x_{t-k,\\,s+l}\\bigr)_{k,l}'],
    symbols: [
      symbol('x_{ts}', 'grid_x'),
      symbol('f', 'grid_f'),
      symbol('\\Vert', 'grid_join'),
      symbol('y_{ts}', 'grid_y'),
    ],
  },
  grid_pool: {
    tex: ['y_t = \\max_s x_{ts}'],
    symbols: [symbol('x_{ts}', 'grid_x'), symbol('y_t', 'y')],
  },
  feed_forward: {
    tex: ['y_t = x_t + W_2\\,\\varphi(W_1 x_t + b_1) + b_2'],
    symbols: [symbol('W_1,\\,W_2,\\,b_1,\\,b_2', 'learned'), PHI],
  },
});
