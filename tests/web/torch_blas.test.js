// The benchmark (tests/bench, run by hand) compares with PyTorch only where its product of matrices is worth it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeTorch} from '../bench/torch_blas.mjs';

const LIMIT = 58.9;
const FOLDER = '/usr/lib/x86_64-linux-gnu';
const built = 'PyTorch built with:\n  - Build settings: BLAS_INFO=generic, BUILD_TYPE=RelWithDebInfo\n';
const reference = {version: '1.13', gflops: 4.3, error: 3e-7, built, libraries: [`${FOLDER}/blas/libblas.so.3.11.0`]};
const openblas = {
  version: '1.13',
  gflops: 97.2,
  error: 3e-7,
  built,
  libraries: [`${FOLDER}/openblas-pthread/libblas.so.3`, `${FOLDER}/openblas-pthread/libopenblasp-r0.3.21.so`],
  openblas: {config: 'OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH', core: 'Haswell'},
};
/** Two ways to start it. @param {import('../bench/torch_blas.mjs').Answer} a @param {typeof a} [b] */
const judge = (a, b = a) =>
  judgeTorch(
    [
      {contender: 'plain', answer: a},
      {contender: 'wide', answer: b},
    ],
    LIMIT,
  );

test('PyTorch that is absent is one line', () => {
  const {fit, lines, record} = judge({absent: "No module named 'torch'"});
  assert.deepEqual(fit, []);
  assert.deepEqual(lines, ["PyTorch is absent and left out: No module named 'torch'"]);
  assert.deepEqual(record, {absent: "No module named 'torch'"});
});

test('nothing is said where PyTorch was not asked for', () => {
  assert.deepEqual(judgeTorch([], LIMIT), {fit: [], lines: [], record: []});
});

test('OpenBLAS takes part, named by what is loaded: its libblas.so.3 is called as the reference is', () => {
  const {fit, lines} = judge(openblas);
  assert.deepEqual(fit, ['plain', 'wide']);
  assert.equal(lines.length, 2);
  assert.match(lines[0], /OpenBLAS 0\.3\.21 \(libopenblasp-r0\.3\.21\.so\), core Haswell: 97\.2 GFLOP\/s/);
});

test('a reference BLAS is refused by its name, in one line that says what helps', () => {
  for (const gflops of [4.3, LIMIT]) {
    const {fit, lines} = judge({...reference, gflops});
    assert.deepEqual(fit, []);
    assert.match(lines[0], /reference BLAS \(libblas\.so\.3\.11\.0\): [\d.]+ GFLOP/);
    assert.equal(lines.length, 3);
    assert.match(lines[2], /^Left out: "plain" and "wide", since a reference BLAS .*libopenblas0/);
  }
});

test('whatever its name, below a fifth of the limit it is refused, and only that one', () => {
  const {fit, lines} = judge({...openblas, gflops: LIMIT / 5 - 0.1}, {...openblas, gflops: LIMIT / 5 + 0.1});
  assert.deepEqual(fit, ['wide']);
  assert.match(lines[2], /^Left out: "plain", since its product is slower than 11\.8 GFLOP\/s.*libopenblas0/);
});

test('without a measured limit only the name counts', () => {
  const asked = (/** @type {object} */ answer) => [{contender: 'plain', answer: {...answer, gflops: 1}}];
  assert.deepEqual(judgeTorch(asked(openblas)).fit, ['plain']);
  assert.deepEqual(judgeTorch(asked(reference)).fit, []);
});

test('a wrong product is refused, and so is a process that ended', () => {
  for (const error of [0.01, NaN]) {
    const {fit, lines, record} = judge(
      {...openblas, openblas: undefined, libraries: [`/x/libopenblas.so.0`], error},
      {died: 'its product ended by SIGILL'},
    );
    assert.deepEqual(fit, []);
    assert.match(lines[1], /^Left out: "plain", since the product is wrong/);
    assert.equal(lines[2], 'Left out: "wide", since its product ended by SIGILL');
    assert.deepEqual(record, [
      {
        contender: 'plain',
        version: '1.13',
        blas: 'OpenBLAS (libopenblas.so.0)',
        gflops: 97.2,
        refused: `the product is wrong by ${error}`,
      },
      {contender: 'wide', refused: 'its product ended by SIGILL'},
    ]);
  }
});

test('a BLAS inside of PyTorch is its BLAS, whatever numpy has loaded', () => {
  const {fit, lines} = judge({...openblas, built: 'BLAS_INFO=mkl, BUILD_TYPE=Release'});
  assert.deepEqual(fit, ['plain', 'wide']);
  assert.match(lines[0], /with MKL, built in: 97\.2/);
});

test("a reference BLAS beside OpenBLAS's LAPACK is still a reference", () => {
  const libraries = [...reference.libraries, ...openblas.libraries.slice(1)];
  const {fit, lines} = judge({...openblas, libraries});
  assert.deepEqual(fit, []);
  assert.match(lines[0], /with reference BLAS \(libblas\.so\.3\.11\.0\)/);
});
