// A Web Worker with one peer: a message in, a message out. Peers of npm were bundled into build/bench by chromium.mjs.
import {BenchPeer} from './bench_peer.mjs';

const peer = new BenchPeer(
  (name) => import(name === 'ours' ? './peers/ours.mjs' : `${location.origin}/build/bench/${name}.js`),
  {
    browser: true,
    read: async (path) => new Uint8Array(await (await fetch(`${location.origin}/${path}`)).arrayBuffer()),
    load: (path) => import(`${location.origin}/${path}`),
    folder: (path) => `${location.origin}/tests/bench/node_modules/${path}/`,
  },
);
onmessage = async ({data}) => postMessage(await peer.answer(data));
