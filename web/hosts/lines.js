// What a teacher pastes into each kind of course page. Pure text, of an exercise's or a chapter's address.
import '../words/hosts.js';
import {frameCode} from '../embed/code.js';
import {PARAMETER_VERSION} from '../embed/parameters.js';
import {ALLOW, SANDBOX} from '../embed/rights.js';
import {say} from '../words/words.js';

/**
 * What is taken somewhere, as the maker made it. root: the address of the folder with the page's files; hash: of a student's link, with its "#";
 * lang: the language it is to speak, '' for the reader's; chapter: where it is one of the course and no exercise
 * @typedef {{root: string, hash: string, title: string, height: number, lang?: string, poster?: string, chapter?: string}} Made
 */

/** @param {string} value */
export const escaped = (value) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What the frame is asked for, without the "#": also which rules its readable part follows. @param {Made} made */
export function askedOf({hash, lang}) {
  const spoken = lang && !/(?:^#?|&)lang=/.test(hash) ? [`lang=${lang}`] : [];
  const ruled = /(?:^#?|&)v=/.test(hash) ? [] : [`v=${PARAMETER_VERSION}`];
  return [hash.replace(/^#/, ''), ...spoken, ...ruled].join('&');
}

/** @param {Made} made @param {string} file of the folder */
const beside = ({root}, file) => new URL(file, root).href;
/** The frame's file. @param {Made} made */
export const frameAddress = (made) => `${beside(made, 'embed.html')}#${askedOf(made)}`;
/** The same in a page of its own. @param {Made} made */
export const pageAddress = (made) => `${beside(made, './')}#${askedOf(made).replace(/&v=\w+/, '')}`;

/** A picture of a chapter with its question; of others two networks. @param {Made} made */
const picture = (made) => made.poster ?? beside(made, made.chapter ? `learn/${made.chapter}.png` : 'learn/forgets.svg');

/** For places that take the frame away and leave what stands in it: a picture and a plain link. @param {Made} made */
export const instead = (made) =>
  `<a href="${escaped(pageAddress(made))}"><img src="${escaped(picture(made))}" alt="" width="400"/><br/>${escaped(say('hosts.open', {title: made.title}))}</a>`;

/** @param {[string, string][]} attributes */
const written = (attributes) => attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ');

/** One iframe for any page that takes HTML. @param {Made} made @param {string} [inside] */
export function iframeLine(made, inside = instead(made)) {
  const {title, height} = made;
  return frameCode({source: new URL(frameAddress(made)), title, height, sandbox: SANDBOX, allow: ALLOW, inside});
}

/** For pages that may load a script; the frame grows with what it shows. @param {Made} made @param {string} [inside] */
export function elementLine(made, inside = instead(made)) {
  const attributes = written([
    made.chapter ? ['chapter', made.chapter] : ['exercise', made.hash],
    ['title', made.title],
    ['height', String(made.height)],
    ...(made.lang ? [/** @type {[string, string]} */ (['lang', made.lang])] : []),
    ['v', PARAMETER_VERSION],
  ]);
  const script = written([['src', beside(made, 'unrolled-lab.js')]]);
  return `<script ${script} defer></script><unrolled-lab ${attributes}>${inside}</unrolled-lab>`;
}

/** Of PreTeXt; SPLICE is spoken by the frame itself. @param {Made} made @param {string} id */
export const pretextLines = (made, id) =>
  `<interactive xml:id="${id}" iframe="${escaped(frameAddress(made))}" width="100%" aspect="1:1">
  <instructions><p>${escaped(made.title)}</p></instructions>
</interactive>`;

/** Of a book that Runestone serves (reStructuredText); its name is the one in the grade book. @param {Made} made @param {string} id */
export const runestoneLines = (made, id) => `.. raw:: html

   <div class="runestone"><div data-component="splice" id="${id}">
   ${iframeLine(made)}
   </div></div>`;

/** Of a MyST page or a Jupyter Book. @param {Made} made */
export function mystLines(made) {
  const model = {
    base: beside(made, './'),
    ...(made.chapter ? {chapter: made.chapter} : {exercise: made.hash}),
    ...(made.lang ? {lang: made.lang} : {}),
    title: made.title,
    height: made.height,
  };
  return `\`\`\`{anywidget} ${beside(made, 'unrolled-lab.mjs')}\n${JSON.stringify(model, null, 2)}\n\`\`\``;
}

/** Python of Open edX: what getGrade said, as a share of the points. */
const GRADER = `import json

def check(expect, answer):
    said = json.loads(json.loads(answer)["answer"])
    score = said.get("score")
    if score is None:
        return {"ok": False, "msg": MESSAGE}
    if score >= 1:
        return {"ok": True}
    if score <= 0:
        return {"ok": False}
    return {"ok": "partial", "grade_decimal": score}`;

/** A problem of Open edX (Advanced, Blank Problem). @param {Made} made */
export function edxProblem(made) {
  const attributes = written([
    ['gradefn', 'getGrade'],
    ['get_statefn', 'getState'],
    ['set_statefn', 'setState'],
    ['initial_state', ''],
    ['width', '100%'],
    ['height', String(made.height)],
    ['title', made.title],
    ['html_file', `${beside(made, 'hosts/jsinput.html')}#${askedOf(made)}`],
    ['sop', 'false'],
  ]);
  const python = GRADER.replace('MESSAGE', () => JSON.stringify(say('hosts.nothing_done')));
  return `<problem>
<script type="loncapa/python"><![CDATA[
${python}
]]></script>
<customresponse cfn="check">
<jsinput ${attributes}/>
</customresponse>
</problem>`;
}
