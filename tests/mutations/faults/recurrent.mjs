// Faults in the cells that remember: RNN, LSTM, GRU, the minimal ones and the diagonal state space.
/** @typedef {import('../planting.mjs').Fault} Fault */

const diagonal = 'engine/kernels/scan_diagonal.cpp';
const gru = 'engine/kernels/gru.cpp';
const loop = 'engine/kernels/recurrent_loop.hpp';
const lstm = 'engine/kernels/recurrent.cpp';
const scan = 'engine/kernels/scan.cpp';
const variants = 'engine/kernels/recurrent_lstm.cpp';

/** @type {Fault[]} */
export const recurrent = [
  {
    id: 'units-tail',
    file: loop,
    about: 'a cell forgets its last unit where just one is left over',
    find: 'if (unit < width) body(unit, Some<Real>{width - unit});',
    replace: 'if (unit + 1 < width) body(unit, Some<Real>{width - unit});',
  },
  {
    id: 'initial-state-gradient',
    file: loop,
    about: "the recurrent weight's gradient lacks what the initial state adds",
    find: 'if (given(initial))\n    gemm_tn(',
    replace: 'if (given(initial) && d.steps == 0)\n    gemm_tn(',
  },
  {
    id: 'rnn-relu-slope',
    file: lstm,
    about: "ReLU's slope is 1 where the unit is off",
    find: 'xsimd::select(h > zero, one, zero)',
    replace: 'xsimd::select(h >= zero, one, zero)',
  },
  {
    id: 'lstm-gates',
    file: lstm,
    about: 'the input gate keeps and the forget gate lets in',
    find: 'gate(1) * before + gate(0) * gate(2)',
    replace: 'gate(0) * before + gate(1) * gate(2)',
  },
  {
    id: 'lstm-forget-gradient',
    file: lstm,
    about: "the forget gate's gradient does not know what was kept",
    find: 'dc * before * (f * (one - f))',
    replace: 'dc * (f * (one - f))',
  },
  {
    id: 'lstm-cell-gradient',
    file: lstm,
    about: "the cell's gradient goes back without the forget gate",
    find: 'io.store(dc * f, dx.cell + unit);',
    replace: 'io.store(dc, dx.cell + unit);',
  },
  {
    id: 'lstm-peephole',
    file: variants,
    about: "the output gate's peephole sees the cell before its step",
    find: 'z(3) + peep(2, cell)',
    replace: 'z(3) + peep(2, before)',
  },
  {
    id: 'lstm-peephole-weight',
    file: variants,
    about: "the gradient of the output gate's peephole reads the cell before its step",
    find: 'dz[3] * io.load(row.cell + unit)',
    replace: 'dz[3] * before',
  },
  {
    id: 'lstm-peephole-cell',
    file: variants,
    about: "the cell's gradient lacks the way through the output gate's peephole",
    find: 'accumulate(io, row.load(row.peephole, 2, unit, io) * dz, dx.cell, unit);',
    replace: 'accumulate(io, row.load(row.peephole, 2, unit, io) * (dz - dz), dx.cell, unit);',
  },
  {
    id: 'gru-update',
    file: gru,
    about: 'the update gate works the wrong way round',
    find: '(V<Real>(Real(1)) - z) * n + z * row.memory(unit, io)',
    replace: 'z * n + (V<Real>(Real(1)) - z) * row.memory(unit, io)',
  },
  {
    id: 'gru-direct-gradient',
    file: gru,
    about: "the direct way back has the other gate's weight",
    find: 'accumulate(io, dh * z, dx.before, unit);',
    replace: 'accumulate(io, dh * (one - z), dx.before, unit);',
  },
  {
    id: 'gru-candidate-bias',
    file: gru,
    about: "the candidate's recurrent bias is left out",
    find: 'const V<Real> inner = io.load(row.inner + unit) + bias;',
    replace: 'const V<Real> inner = io.load(row.inner + unit) + (bias - bias);',
  },
  {
    id: 'gru-bias-gradient',
    file: gru,
    about: "the recurrent biases' gradient lacks one row in a batch of several",
    find: 'add_column_sums<Real>(dx.inner, dx.bias_hh.subspan(2 * H));',
    replace: 'add_column_sums<Real>(dx.inner.subspan(H), dx.bias_hh.subspan(2 * H));',
  },
  {
    id: 'gru-reset-before',
    file: gru,
    about: "the reset gate's gradient does not know what it hides, in the older form",
    find: 'io.store(inner * row.memory(unit, io) * (r * ',
    replace: 'io.store(inner * (r * ',
  },
  {
    id: 'min-lstm-normaliser',
    file: scan,
    about: "minLSTM's gates do not add up to one",
    find: 'return {second / (first + second), first, second};',
    replace: 'return {second, first, second};',
  },
  {
    id: 'min-lstm-gradient',
    file: scan,
    about: "the gradient of minLSTM's forget gate has the other slope",
    find: '-slope * (one - w.f)',
    replace: '-slope * w.f',
  },
  {
    id: 'scan-initial',
    file: scan,
    about: 'a scan learns nothing from the state it begins with',
    find: 'if (before != nullptr) accumulate(io, dh * io.load(before + unit), dkeep, unit);',
    replace: 'if (t > 0) accumulate(io, dh * io.load(before + unit), dkeep, unit);',
  },
  {
    id: 'diagonal-conjugate',
    file: diagonal,
    about: 'the gradient of a complex product is not conjugated',
    find: 'return {a.re * b.re + a.im * b.im, a.re * b.im - a.im * b.re};',
    replace: 'return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};',
  },
  {
    id: 'diagonal-gain-gradient',
    file: diagonal,
    about: "the gain's gradient knows the real part alone",
    find: 'dh.re * input.re + dh.im * input.im',
    replace: 'dh.re * input.re',
  },
  {
    id: 'diagonal-discretisation',
    file: 'engine/ops/diagonal.cpp',
    about: 'an eigenvalue is discretised by its first-order approximation',
    find: 'elementary::exp(-elementary::exp(static_cast<double>(p.nu_log->value[n])))',
    replace: '1 / (1 + elementary::exp(static_cast<double>(p.nu_log->value[n])))',
  },
  {
    id: 'diagonal-rate-gradient',
    file: 'engine/ops/diagonal.cpp',
    about: "the gradient of an eigenvalue's logarithm forgets the rate",
    find: '-rate * p.size * (dre',
    replace: '-(rate / rate) * p.size * (dre',
  },
  {
    id: 'state-space-gain',
    file: 'engine/models/recurrent/state_space.cpp',
    about: 'the initial gain is the square of what keeps states as large as their input',
    find: '0.5 * log(1 - exp(-2 * exp(nu)))',
    replace: 'log(1 - exp(-2 * exp(nu)))',
  },
  {
    id: 'state-space-ring',
    file: 'engine/models/recurrent/state_space.cpp',
    about: 'eigenvalues start uniform over the radius instead of the area',
    find: 'least = ring.inner * ring.inner, most = ring.outer * ring.outer;',
    replace: 'least = ring.inner, most = ring.outer;',
  },
  {
    id: 'lstm-bridge-gradient',
    file: 'engine/ops/lstm.cpp',
    about: "an encoder's last cell gets no gradient from the decoder",
    find: 'add_to_last_step<Real>(grad_of(final_.cell), dcell_.value);',
    replace: '',
  },
  {
    id: 'lstm-initial-cell-gradient',
    file: 'engine/ops/lstm.cpp',
    about: "a decoder hands its first cell's gradient to nobody",
    find: 'add_to_last_step<Real>(dcell_.value.first(grad_of(initial_.cell).size()), grad_of(initial_.cell));',
    replace: '',
  },
];
