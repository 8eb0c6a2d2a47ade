// What teachers take with them: questions as plain data, as GIFT and as QTI; plans and terms that lead to chapters that are there.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {unzipSync, strFromU8} from 'fflate';
import {CHAPTERS} from '../../web/learn/index.js';
import {gift} from '../../web/learn/teach/gift.js';
import {BUILDS_ON, PLANS} from '../../web/learn/teach/plans.js';
import {qti} from '../../web/learn/teach/qti.js';
import {questionFile} from '../../web/learn/teach/question_files.js';
import {questionsOf} from '../../web/learn/teach/quiz.js';
import {TERMS} from '../../web/learn/teach/terms.js';
import {chapterCode, chapterElementCode} from '../../web/embed/code.js';
import english from '../../web/words/en.js';
import {say} from '../../web/words/words.js';
import {messagesOf} from '../../tools/words/messages.mjs';

const chapters = await Promise.all(CHAPTERS.map(({load}) => load()));
const all = chapters.flatMap(questionsOf);
const ASKED = {
  id: 'x_predict',
  chapter: 'x',
  title: 'A: "b" & {c}',
  text: 'Is 1 < 2 ~ {x} = #1: \\n?',
  answers: [
    {text: 'Yes = so', right: true, reply: 'It is: 1 < 2'},
    {text: 'No ~ not', right: false, reply: 'Not #2 {or}'},
  ],
};

test('every chapter asks its prediction and its question elsewhere, with one right answer and a reply to each', () => {
  assert.ok(all.length >= 2 * chapters.length);
  assert.equal(new Set(all.map(({id}) => id)).size, all.length);
  for (const {id, text, answers} of all) {
    assert.match(id, /^[a-z0-9_]+$/);
    assert.equal(answers.filter(({right}) => right).length, 1, id);
    for (const said of [text, ...answers.flatMap((one) => [one.text, one.reply])]) {
      assert.ok(said.length > 1, id);
      assert.doesNotMatch(said, /course\./, id);
    }
  }
});

test('GIFT has what means something in it behind a backslash, and one line an answer', () => {
  assert.equal(
    gift([ASKED]),
    `::A\\: "b" & \\{c\\} (x_predict)::[plain]Is 1 < 2 \\~ \\{x\\} \\= \\#1\\: \\\\n? {
  =Yes \\= so#It is\\: 1 < 2
  ~No \\~ not#Not \\#2 \\{or\\}
}
`,
  );
});

/** What a reader of GIFT makes of it again. @param {string} text */
function readGift(text) {
  const plain = (/** @type {string} */ one) => one.replace(/\\(.)/g, '$1');
  return text
    .split(/\n\n/)
    .filter((block) => block.trim())
    .map((block) => {
      const [, asked, body] = /^::(?:\\.|[^\\:])*::\[plain\]((?:\\.|[^\\{])*) \{\n(.*)\n\}/s.exec(block) ?? [];
      const answers = body.split('\n').map((line) => {
        const [, sign, answer, reply] = /^ {2}([=~])((?:\\.|[^\\#])*)#((?:\\.|[^\\])*)$/.exec(line) ?? [];
        return {text: plain(answer), right: sign === '=', reply: plain(reply)};
      });
      return {text: plain(asked), answers};
    });
}

test('GIFT is read back as it was said', () => {
  const flat = (/** @type {string} */ text) => text.replace(/\s*\n\s*/g, ' ');
  const told = [ASKED, ...all].map(({text, answers}) => ({
    text: flat(text),
    answers: answers.map((one) => ({...one, text: flat(one.text), reply: flat(one.reply)})),
  }));
  assert.deepEqual(readGift(gift([ASKED, ...all])), told);
});

test('QTI is well-formed XML, names the right answer, and its manifest has every file', (t) => {
  const files = qti([ASKED, ...all], 'en');
  const {'imsmanifest.xml': manifest, ...items} = files;
  assert.deepEqual(
    [...manifest.matchAll(/ href="([^"]+)"><file/g)].map(([, name]) => name).sort(),
    Object.keys(items).sort(),
  );
  const item = items['x_predict.xml'];
  assert.match(item, /<correctResponse><value>A1<\/value>/);
  assert.match(item, /title="A: &quot;b&quot; &amp; \{c\}"/);
  assert.match(item, /<prompt>Is 1 &lt; 2 ~/);
  assert.equal(item.match(/<simpleChoice /g)?.length, 2);
  assert.match(item, /identifier="A2" showHide="show">Not #2 \{or\}</);
  for (const [name, text] of Object.entries(files)) {
    const {error, status, stderr} = spawnSync('xmllint', ['--noout', '-'], {input: text, encoding: 'utf8'});
    if (error) return t.diagnostic('no xmllint here: well-formedness is looked at by the browser in teach.spec.js');
    assert.equal(status, 0, `${name}: ${stderr}`);
  }
});

test('a package is a zip of these, named by its language', async () => {
  const {blob, name} = await questionFile('qti', [ASKED], 'es');
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  assert.equal(name, 'unrolled-es.qti.zip');
  assert.equal(strFromU8(files['x_predict.xml']), qti([ASKED], 'es')['x_predict.xml']);
  const text = await questionFile('gift', [ASKED], 'en');
  assert.deepEqual([text.name, await text.blob.text()], ['unrolled-en.gift.txt', gift([ASKED])]);
});

test('plans fit into their minutes and go by the order of the course; nothing builds on what comes later', () => {
  const order = CHAPTERS.map(({id}) => id);
  for (const {minutes, chapters: ids} of PLANS) {
    const there = ids.filter((id) => order.includes(id));
    assert.ok(there.length);
    assert.deepEqual(
      there,
      order.filter((id) => ids.includes(id)),
    );
    const sum = chapters.filter(({id}) => ids.includes(id)).reduce((total, one) => total + one.minutes, 0);
    assert.ok(sum <= minutes, `${minutes}: ${sum}`);
  }
  for (const [id, before] of Object.entries(BUILDS_ON))
    for (const one of before)
      if (order.includes(id) && order.includes(one)) assert.ok(order.indexOf(one) < order.indexOf(id), `${id}: ${one}`);
});

test('the glossary has every term that the page explains, once', () => {
  const known = [...messagesOf(english).messages.keys()].flatMap((key) => /^term-(\w+)-word$/.exec(key)?.[1] ?? []);
  assert.deepEqual(TERMS.map(({name}) => name).sort(), known.sort());
  for (const {name} of TERMS) assert.notEqual(say(`term.${name}`), `term.${name}`);
});

test('a chapter’s lines open it: the frame and the element', () => {
  const of = {page: 'https://school.example/u/', id: 'why', title: 'Why "it"', theme: 'dark'};
  assert.match(
    chapterCode(of),
    /src="https:\/\/school\.example\/u\/embed-chapters\.html#chapter=why&amp;theme=dark" title="Why &quot;it&quot;"/,
  );
  assert.doesNotMatch(chapterCode(of), /allow="|allow-downloads/);
  assert.match(chapterElementCode({...of, theme: ''}), /<unrolled-lab chapter="why"><\/unrolled-lab>$/);
});
