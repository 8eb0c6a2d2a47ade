// How the cost grows: node tests/bench/sweep.mjs [--passes 2]. One training step in Chromium, strict tier, for widths of
// 16 to 256 and lengths of 16 to 512, written to docs/performance/sweep.json; sweep_plot.mjs draws it.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {parseArgs} from 'node:util';
import {Chromium} from './chromium.mjs';
import {CONTENDERS} from './contenders.mjs';
import {stepFlops} from './flops.mjs';
import {open} from './places.mjs';
import {quantile} from './statistics.mjs';

const WIDTHS = [16, 32, 64, 128, 256];
const LENGTHS = [16, 32, 64, 128, 256, 512];
const BATCHES = [1, 2, 4, 8, 16, 32, 64];
const folder = new URL('../../docs/performance/', import.meta.url);
const {values: flags} = parseArgs({options: {passes: {type: 'string', default: '2'}}});

const {workloads} = JSON.parse(readFileSync(new URL('workloads.json', import.meta.url), 'utf8'));

/** A workload of the table with other sizes. @param {'lstm' | 'transformer'} kind */
function sized(kind, width, length, batch) {
  const workload = structuredClone(workloads.find(({id}) => id === (kind === 'lstm' ? 'lstm-h64' : 'tfm-d64')));
  const {experiment} = workload;
  Object.assign(
    experiment.models[0],
    {
      lstm: {embedding_size: width, hidden_size: width},
      transformer: {d_model: width, d_ff: 4 * width},
    }[kind],
  );
  experiment.task.length = length;
  experiment.train.batch_size = batch;
  return {...workload, length, tokens: batch * length};
}

const kinds = ['lstm', 'transformer'];
const cells = kinds.flatMap((kind) => [
  ...WIDTHS.flatMap((width) => LENGTHS.map((length) => ({kind, width, length, batch: 16}))),
  ...BATCHES.filter((batch) => batch !== 16).map((batch) => ({kind, width: 64, length: 64, batch})),
]);
const contender = CONTENDERS.find(({name}) => name === 'ours chromium strict');

/** Milliseconds a step on the processor, where that is known; null where the engine refuses: too much memory. */
async function measure({kind, width, length, batch}, chromium) {
  const workload = sized(kind, width, length, batch);
  let peer;
  try {
    peer = await open(contender, workload, chromium);
    await peer.run({ms: 100, min: 1, max: 50});
    const {times, cpu_ms} = await peer.run({ms: 400, min: 3, max: 2000});
    return cpu_ms ?? quantile(times, 0.1);
  } catch (error) {
    console.log(`${kind} ${width} x ${length}: ${error.message.split('\n')[0]}`);
    return null;
  } finally {
    await peer?.close();
  }
}

const chromium = await Chromium.start([]);
const load = [os.loadavg()[0]];
try {
  for (let pass = 0; pass < Number(flags.passes); pass++)
    for (const cell of cells) {
      if (cell.ms === null) continue;
      const ms = await measure(cell, chromium);
      cell.ms = ms === null ? null : Math.min(ms, cell.ms ?? Infinity);
    }
} finally {
  await chromium.close();
}
load.push(os.loadavg()[0]);
for (const cell of cells) {
  const {kind, width, length, batch, ms} = cell;
  if (ms === null) continue;
  cell.ms = Number(ms.toPrecision(4));
  cell.gflops = Number((stepFlops(sized(kind, width, length, batch)) / ms / 1e6).toPrecision(3));
}
const machine = {cpu: os.cpus()[0].model, chromium: chromium.version, load};
mkdirSync(folder, {recursive: true});
const lines = cells.map((cell) => `  ${JSON.stringify(cell)}`).join(',\n');
const head = `"when": ${JSON.stringify(new Date().toISOString())},\n "machine": ${JSON.stringify(machine)}`;
writeFileSync(new URL('sweep.json', folder), `{${head},\n "cells": [\n${lines}\n]}\n`);
