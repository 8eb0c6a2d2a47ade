// A process of Node with one peer: a line of JSON in, a line out.
import {readFile} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {BenchPeer} from './bench_peer.mjs';

const repo = new URL('../../', import.meta.url);
for (const name of ['log', 'info', 'warn']) console[name] = () => {}; // banners of peers
const peer = new BenchPeer((name) => import(`./peers/${name}.mjs`), {
  browser: false,
  read: (path) => readFile(new URL(path, repo)),
  load: (path) => import(new URL(path, repo).href),
  folder: (path) => fileURLToPath(new URL(`node_modules/${path}/`, import.meta.url)),
});
for await (const line of createInterface({input: process.stdin}))
  process.stdout.write(`${JSON.stringify(await peer.answer(JSON.parse(line)))}\n`);
process.exit();
