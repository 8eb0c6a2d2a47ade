// What `unrolled train` printed, as facts are computed from it.
import {ColumnCurve, hasValues} from './curves.js';
import {SCORES, isMeasured} from './metrics.js';
import {sameButForSeed} from './race_history.js';

/** @typedef {import('./types').ModelHistory} ModelHistory */

/** A line of the command: scores that the task has. @typedef {{done?: boolean, model?: string, step?: number, steps?: number,
 *  loss?: number, val_loss?: number, val_accuracy?: number, val_exact?: number, longer_loss?: number,
 *  longer_accuracy?: number, longer_exact?: number}} Scored */
/** What was measured besides is named "measured.…". @typedef {Scored & Record<import('./types').Measured, number>} Line */

/** One run: what was trained, and the lines so far. @typedef {{experiment?: import('../runtime/types').Experiment,
 *  name?: string, lines: Line[]}} Run */

/** @param {Run[]} runs one a model @param {{baselines?: import('./types').History['baselines'], floors?: import('./types').History['floors']}} [about]
 *  @returns {import('./types').History} */
export function commandHistory(runs, {baselines = [], floors = []} = {}) {
  const models = runs.map(modelHistory);
  return {state: models.every(({over}) => over) ? 'done' : 'training', view: '', models, baselines, floors};
}

/** @param {Run} run @returns {ModelHistory} */
function modelHistory({experiment, name, lines}) {
  const rows = lines.filter(({step}) => step !== undefined);
  const over = lines.some(({done}) => done);
  const model = experiment?.models[0] ?? {kind: lines[0]?.model ?? ''};
  const train = experiment?.train;
  return {
    name: name ?? model.kind,
    kind: model.kind,
    ...sameButForSeed(model, train?.seed ?? null),
    state: over ? 'done' : 'training',
    refused: false,
    over,
    finite: true, // the command ends where the loss is none, with a complaint and no line
    message: null,
    ended: null,
    step: rows.at(-1)?.step ?? 0,
    steps: train?.steps ?? lines.find(({done}) => done)?.steps ?? null,
    seconds: null,
    parameters: null,
    counts: model.kind === 'ngram',
    held_out: null,
    clip_norm: train?.clip_norm ?? null,
    curves: curvesOf(rows),
    losses: null,
    signals: null,
  };
}

/** @param {Line[]} rows @returns {ModelHistory['curves']} */
function curvesOf(rows) {
  const step = rows.map((row) => Number(row.step));
  const measured = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(isMeasured);
  const curves = [...SCORES, ...measured].map(
    (score) =>
      /** @type {const} */ ([
        score,
        new ColumnCurve(
          step,
          rows.map((row) => row[score] ?? NaN),
        ),
      ]),
  );
  return Object.fromEntries(curves.filter(([, curve]) => hasValues(curve)));
}
