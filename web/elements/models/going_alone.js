// How one model that is done goes on without the others: for as many steps as the race would, and at a rate that teaches something.
import {gentleRate} from '../../state/going_on.js';
import {say} from '../../words/words.js';
import {offerOf} from '../lab/going_on.js';
import {figure} from '../parts/format.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */

/** null: it is not done, or may not. @param {Race} race @param {Runner} runner @param {import('../../shape/shape.js').Shape} shape */
export function goesAlone(race, runner, shape) {
  const offer = runner.state === 'done' && !race.awaited ? offerOf(race, shape, [runner]) : null;
  if (!offer) return null;
  const {count, spent} = offer;
  const whole = spent.get(runner);
  const lr = whole === undefined ? undefined : gentleRate(whole);
  const title = lr === undefined ? say('menu.more_steps', {count}) : say('menu.more_at', {count, rate: figure(lr)});
  return {count, lr, title};
}
