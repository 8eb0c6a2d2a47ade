// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.

/** How many held-out reviews are looked at; those without "not" do not count. */
const REVIEWS = 64;
const BETWEEN = ['very', 'really'];
const LAYERS = 2;

/** Of the word that a "not" turns round: how much of its surest look goes to that "not", on average over reviews. @param {any} session */
function lookAtNot(session) {
  const looks = [];
  for (let example = 0; example < REVIEWS; example++) {
    const {symbols} = JSON.parse(
      JSON.stringify(session.examples({set: 'val', first: example, count: 1}).items[0].given),
    );
    const at = symbols.indexOf('not');
    if (at < 0) continue;
    const turned = at + 1 + symbols.slice(at + 1).findIndex((/** @type {string} */ word) => !BETWEEN.includes(word));
    session.inspect(String(example));
    looks.push(Math.max(...Array.from({length: LAYERS}, (_, layer) => share(session, layer, turned, at))));
  }
  return looks.reduce((sum, one) => sum + one, 0) / looks.length;
}

/** The most of any head of that layer. @param {any} session @param {number} layer @param {number} from @param {number} to */
function share(session, layer, from, to) {
  const {shape, data} = session.tap(`transformer.${layer}.attention`);
  const [heads, queries, keys] = shape.slice(-3);
  return Math.max(...Array.from({length: heads}, (_, head) => data[(head * queries + from) * keys + to]));
}

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {
    looks: {
      kind: 'anatomy',
      options: {time: false},
      read: (found) => lookAtNot(/** @type {any} */ (found).session),
    },
  },
  claims: [
    {
      position: 'few',
      says: 'Before any label, a word that “not” turns round gives it at least half of the surest look in the pre-trained network',
      predicate: {model: 1, metric: 'measured.looks', op: '>=', value: 0.5, by_step: 0},
    },
    {
      position: 'few',
      says: 'In the one that begins from nothing never more than 35 %',
      predicate: {model: 0, metric: 'measured.looks', op: '<', value: 0.35, from_step: 0},
    },
  ],
};
