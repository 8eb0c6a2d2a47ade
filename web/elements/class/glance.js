// The class in four numbers.
import {html, nothing} from 'lit';
import {hasReached, isRefuted} from '../../class/predictions.js';
import {quantile, shareOf} from '../../class/settings.js';
import {percent} from '../../words/numbers.js';
import {say} from '../../words/words.js';
import {duration} from '../parts/format.js';

/** @typedef {import('./class_desk.js').Shown} Shown */

/** @param {Shown} shown */
export function glance(shown) {
  return html`<section aria-labelledby="glance"><h2 id="glance" class="unseen">${say('class.glance')}</h2><dl class="glance">${reached(shown)}${predicted(shown)}${time(shown)}${proved(shown)}</dl></section>`;
}

/** @param {string} title @param {unknown} number @param {unknown} more */
const card = (title, number, more) =>
  html`<div><dt>${title}</dt><dd class="number">${number}</dd><dd class="muted small">${more}</dd></div>`;

/** @param {number} count @param {number} of */
const countOf = (count, of) => say('class.count_of', {count, of});

/** A share and its sign stay on one line. @param {number} value */
const share = (value) => percent(value).replace(' ', '\u00a0');

/** @param {number} count @param {number} of */
function between(count, of) {
  const known = shareOf(count, of);
  return say('class.share_between', {share: share(known.share), low: share(known.low), high: share(known.high)});
}

/** What receipts say; of how many it is in doubt, and of how many it was found not to be so. @param {Shown} shown */
function reached({rows, exercise, checkedOf}) {
  const all = rows.filter(hasReached);
  const doubted = all.filter(({student}) => !student.intact && checkedOf(student).standing !== 'proved').length;
  const refuted = rows.filter(isRefuted).length;
  return card(
    say('class.reached_all', {goals: exercise.goal.length}),
    countOf(all.length, rows.length),
    html`${warning('doubted', doubted)}${warning('refuted', refuted)}${between(all.length, rows.length)}`,
  );
}

/** @param {'doubted' | 'refuted'} what @param {number} count */
const warning = (what, count) =>
  count ? html`<b class="doubted">${say(`class.reached_${what}`, {count})}</b> ` : nothing;

/** @param {Shown} shown */
function predicted({rows, exercise}) {
  const title = say('class.predicted_right');
  if (!exercise.choices.length) return card(title, '–', say('class.predicted_nothing'));
  if (!exercise.choices.some(({right}) => right)) return card(title, '–', say('class.no_right'));
  const said = rows.filter(({prediction}) => prediction.index !== null);
  const count = said.filter(({prediction}) => prediction.right).length;
  return said.length ? card(title, countOf(count, said.length), between(count, said.length)) : nothing;
}

/** @param {Shown} shown */
function time({rows}) {
  const seconds = rows.map((row) => row.seconds).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => duration(quantile(seconds, share));
  return card(say('class.middle_time'), at(0.5), say('class.time_between', {low: at(0), high: at(1)}));
}

/** @param {Shown} shown */
function proved({rows, checkedOf}) {
  const standings = rows.map(({student}) => checkedOf(student).standing);
  const of = (/** @type {string} */ one) => standings.filter((standing) => standing === one).length;
  const begun = of('proved') + of('refuted') > 0;
  const more = begun
    ? say('class.refuted_count', {refuted: of('refuted'), claimed: of('claimed')})
    : say('class.not_checked');
  return card(say('class.proved_count'), begun ? countOf(of('proved'), rows.length) : '–', more);
}
