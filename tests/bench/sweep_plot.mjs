// Draws docs/performance/sweep.json as sweep.svg beside it: node tests/bench/sweep_plot.mjs
import {readFileSync, writeFileSync} from 'node:fs';

const folder = new URL('../../docs/performance/', import.meta.url);
const {cells, machine} = JSON.parse(readFileSync(new URL('sweep.json', folder), 'utf8'));

const PANEL = {width: 250, height: 250, gap: 66};
const LEFT = 54;
const TOP = 84;
const SIZE = {width: LEFT + 3 * PANEL.width + 2 * PANEL.gap + 46, height: TOP + PANEL.height + 64};
const WIDTHS = [16, 32, 64, 128, 256];
const MS = {low: 0.06, high: 2000};

// Quiet lines on whatever the page has behind them; wider models are darker, in the dark lighter.
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #444 }
  .title { font-weight: 600; fill: #222 }
  .faint { fill: #666 }
  .grid { stroke: #8883; stroke-width: 1 }
  .guide { stroke: #888; stroke-width: 1; stroke-dasharray: 2 4 }
  .line { fill: none; stroke-width: 1.8; stroke-linejoin: round }
  .w16 { stroke: #8fb8de } .w32 { stroke: #5f9bd0 } .w64 { stroke: #2f7cba }
  .w128 { stroke: #1a5c96 } .w256 { stroke: #0d3b66 }
  .other { stroke: #c8762b }
  @media (prefers-color-scheme: dark) {
    text { fill: #c4c4c4 } .title { fill: #eee } .faint { fill: #999 }
    .w16 { stroke: #3d6a94 } .w32 { stroke: #4f86b8 } .w64 { stroke: #6ba3d6 } .w128 { stroke: #97c2ea } .w256 { stroke: #cfe4f7 }
    .other { stroke: #e0a063 }
  }`;

const round = (x) => Number(x.toFixed(1));
const text = (x, y, content, {kind = '', anchor = 'start'} = {}) =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${kind ? ` class="${kind}"` : ''}>${content}</text>`;
const line = (x1, y1, x2, y2, kind) =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${kind}"/>`;

/** Two logarithmic scales. @param {number} index of the panel @param {number[]} xs its ticks, each twice the last */
function scales(index, xs) {
  const left = LEFT + index * (PANEL.width + PANEL.gap);
  const along = (value, low, high) => Math.log(value / low) / Math.log(high / low);
  return {
    left,
    x: (value) => left + PANEL.width * along(value, xs[0], xs.at(-1)),
    y: (ms) => TOP + PANEL.height * (1 - along(ms, MS.low, MS.high)),
  };
}

function axes({left, x, y}, xs, title, below) {
  const bottom = TOP + PANEL.height;
  const parts = [text(left, TOP - 14, title, {kind: 'title'})];
  for (const ms of [0.1, 1, 10, 100, 1000]) {
    parts.push(line(left, y(ms), left + PANEL.width, y(ms), 'grid'));
    parts.push(text(left - 8, y(ms) + 4, String(ms), {anchor: 'end', kind: 'faint'}));
  }
  for (const value of xs) parts.push(text(x(value), bottom + 18, String(value), {anchor: 'middle', kind: 'faint'}));
  parts.push(text(left + PANEL.width / 2, bottom + 38, below, {anchor: 'middle', kind: 'faint'}));
  return parts;
}

/** Lines with their names at their ends, the slowest first; names that would touch move down.
 * @param {{points: [number, number][], kind: string, name: string}[]} list */
function series({x, y}, list) {
  const taken = {at: 0, y: -Infinity};
  return list.flatMap(({points, kind, name}) => {
    const path = points.map(([at, ms]) => `${round(x(at))},${round(y(ms))}`).join(' ');
    const [at, ms] = points[points.length - 1];
    const label = taken.at === at ? Math.max(y(ms), taken.y + 13) : y(ms);
    Object.assign(taken, {at, y: label});
    return [`<polyline points="${path}" class="line ${kind}"/>`, text(x(at) + 6, label + 4, name)];
  });
}

/** What grows in proportion, from the first point on. */
function guide({x, y}, xs, ms) {
  const end = (ms * xs.at(-1)) / xs[0];
  return line(x(xs[0]), y(ms), x(xs.at(-1)), y(end), 'guide');
}

function lengths(index, kind, title) {
  const xs = [16, 32, 64, 128, 256, 512];
  const scale = scales(index, xs);
  const parts = axes(scale, xs, title, 'length of the sequences');
  const list = WIDTHS.map((width) => ({
    points: cells
      .filter((cell) => cell.kind === kind && cell.width === width && cell.batch === 16 && cell.ms !== null)
      .map(({length, ms}) => [length, ms]),
    kind: `w${width}`,
    name: String(width),
  }));
  return [...parts, guide(scale, xs, list[0].points[0][1] / 2.5), ...series(scale, list.reverse())];
}

function batches(index) {
  const xs = [1, 2, 4, 8, 16, 32, 64];
  const scale = scales(index, xs);
  const parts = axes(scale, xs, 'Width 64, length 64', 'sequences in a batch');
  const list = [
    {model: 'transformer', kind: 'other', name: 'Transf.'},
    {model: 'lstm', kind: 'w64', name: 'LSTM'},
  ].map(({model, ...rest}) => ({
    points: cells
      .filter((cell) => cell.kind === model && cell.width === 64 && cell.length === 64 && cell.ms !== null)
      .map(({batch, ms}) => [batch, ms])
      .sort(([a], [b]) => a - b),
    ...rest,
  }));
  return [...parts, guide(scale, xs, list[1].points[0][1] / 2.5), ...series(scale, list)];
}

const title = 'Milliseconds a training step; dotted: in proportion';
const parts = [
  text(LEFT, 18, title, {kind: 'title'}),
  text(
    LEFT,
    38,
    `Chromium ${machine.chromium.split('.')[0]}, strict tier, one core; the numbers at the lines are widths`,
    {
      kind: 'faint',
    },
  ),
  ...lengths(0, 'lstm', 'LSTM, batch 16'),
  ...lengths(1, 'transformer', 'Transformer, 2 layers, batch 16'),
  ...batches(2),
];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${title}">
<style>${STYLE}</style>
${parts.join('\n')}
</svg>
`;
writeFileSync(new URL('sweep.svg', folder), svg);
