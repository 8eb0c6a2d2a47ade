// What SCORM packages tell a platform: never a score that nobody earned, nothing longer than it keeps, and on another day where one was.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Scorm, findApi, spent} from '../../web/hosts/scorm.js';
import {manifest} from '../../web/hosts/manifest.js';
import {makeLms} from '../support/hosts/lms.js';
import {allOf, readXml} from '../support/xml.js';

const STANDARDS = /** @type {const} */ ([1.2, 2004]);
const NOTHING = {score: null, completed: false, state: ''};

/** @param {1.2 | 2004} standard @param {Record<string, string>} [kept] */
function launched(standard, kept) {
  const lms = makeLms(standard, kept);
  const later = /** @type {(() => void)[]} */ ([]);
  let now = 0;
  const scorm = new Scorm(lms.api, standard, {now: () => now, later: (work) => later.push(work)});
  const state = scorm.begin();
  return {lms, scorm, state, later, wait: (/** @type {number} */ ms) => (now += ms)};
}
const scores = (/** @type {ReturnType<typeof makeLms>} */ lms) => lms.set.filter((one) => /score/.test(one));
const statusOf = (/** @type {1.2 | 2004} */ standard) =>
  standard === 2004 ? 'cmi.completion_status' : 'cmi.core.lesson_status';

for (const standard of STANDARDS) {
  test(`SCORM ${standard}: opened and left without having done anything there is no score, and it is not completed`, () => {
    const {lms, scorm} = launched(standard);
    scorm.report(NOTHING);
    scorm.finish();
    assert.deepEqual(scores(lms), []);
    assert.equal(lms.kept[statusOf(standard)], 'incomplete');
    assert.deepEqual(lms.errors, []);
    assert.equal(lms.state(), 'over');
  });

  test(`SCORM ${standard}: a score, then completion, then another day`, () => {
    const first = launched(standard);
    first.scorm.report({score: 0.5, completed: false, state: 'half'});
    first.wait(3_723_400);
    first.scorm.finish();
    first.scorm.finish();
    first.scorm.report({score: 1, completed: true, state: 'too late'});
    const raw = standard === 2004 ? 'cmi.score.raw' : 'cmi.core.score.raw';
    assert.equal(first.lms.kept[raw], '50');
    assert.equal(first.lms.kept[statusOf(standard)], 'incomplete');
    const second = launched(standard, first.lms.kept);
    assert.equal(second.state, 'half');
    second.scorm.report({score: 1, completed: true, state: 'whole'});
    const third = launched(standard, second.lms.kept);
    third.scorm.report({score: 0.2, completed: false, state: 'begun anew'});
    third.scorm.finish();
    assert.equal(third.lms.kept[raw], '100'); // a score never falls
    assert.equal(third.lms.kept[statusOf(standard)], 'completed');
    if (standard === 2004) assert.equal(third.lms.kept['cmi.success_status'], 'passed');
    for (const {lms} of [first, second, third]) assert.deepEqual(lms.errors, []);
  });

  test(`SCORM ${standard}: the state is kept whole or as it was before, up to the platform's limit`, () => {
    const limit = standard === 2004 ? 64_000 : 4096;
    const {lms, scorm} = launched(standard);
    scorm.report({score: 0.5, completed: false, state: 'x'.repeat(limit)});
    scorm.report({score: 0.6, completed: false, state: 'y'.repeat(limit + 1)});
    assert.equal(lms.kept['cmi.suspend_data'], 'x'.repeat(limit));
    assert.deepEqual(lms.errors, []);
  });

  test(`SCORM ${standard}: saves come together, but completion at once; the same twice is said once`, () => {
    const {lms, scorm, later} = launched(standard);
    const before = lms.commits();
    for (const score of [0.1, 0.2, 0.3]) scorm.report({score, completed: false, state: String(score)});
    assert.equal(lms.commits(), before);
    assert.equal(later.length, 1);
    later[0]();
    assert.equal(lms.commits(), before + 1);
    const count = lms.set.length;
    scorm.report({score: 0.3, completed: false, state: '0.3'});
    assert.equal(lms.set.length, count);
    scorm.report({score: 1, completed: true, state: 'done'});
    assert.equal(lms.commits(), before + 2);
  });
}

test('a platform that throws takes nothing from the reader', () => {
  const broken = new Proxy({}, {get: () => () => { throw new Error('platform'); }}); // prettier-ignore
  const scorm = new Scorm(broken, 1.2, {later: () => {}});
  assert.equal(scorm.begin(), '');
  scorm.report({score: 1, completed: true, state: 'a'});
  scorm.finish();
});

test('the platform’s object is found in windows around and in the one that opened them, past those of strangers', () => {
  const api = makeLms(1.2).api;
  const lone = () => { const view = /** @type {any} */ ({}); view.parent = view.top = view; return view; }; // prettier-ignore
  const top = Object.assign(lone(), {API: api});
  const middle = {parent: top, top};
  assert.equal(findApi(1.2, {parent: middle, top}), api);
  assert.equal(findApi(2004, {parent: middle, top}), null);
  assert.equal(findApi(1.2, Object.assign(lone(), {opener: {parent: top}})), api);
  const stranger = new Proxy({}, {get: () => { throw new Error('cross-origin'); }}); // prettier-ignore
  assert.equal(findApi(1.2, {parent: stranger, top: stranger}), null);
  assert.equal(findApi(1.2, lone()), null);
});

test('time as each standard writes it', () => {
  assert.equal(spent(1.2, 3_723_400), '0001:02:03');
  assert.equal(spent(2004, 3_723_400), 'PT1H2M3S');
  assert.equal(spent(1.2, -5), '0000:00:00');
});

test('the manifest of either standard is well-formed and names a default organization, its item, its resource and all files', () => {
  for (const standard of STANDARDS) {
    const files = ['index.html', 'scorm.js', 'embed.html'];
    const text = manifest({standard, id: 'unrolled-1', title: 'RNN & "LSTM" <b>', files});
    const root = readXml(text.replace(/^<\?xml.*\?>\n/, ''));
    const [organizations] = allOf(root, 'organizations');
    const [organization] = allOf(root, 'organization');
    assert.equal(organizations.attributes.default, organization.attributes.identifier);
    const [item] = allOf(root, 'item');
    const [resource] = allOf(root, 'resource');
    assert.equal(item.attributes.identifierref, resource.attributes.identifier);
    assert.equal(resource.attributes[standard === 2004 ? 'adlcp:scormType' : 'adlcp:scormtype'], 'sco');
    assert.equal(resource.attributes.href, 'index.html');
    assert.deepEqual(allOf(resource, 'file').map(({attributes}) => attributes.href), files); // prettier-ignore
    assert.equal(allOf(item, 'title')[0].children[0], 'RNN & "LSTM" <b>');
    const [version] = allOf(root, 'schemaversion');
    assert.match(String(version.children[0]), standard === 2004 ? /^2004 3rd Edition$/ : /^1\.2$/);
  }
});
