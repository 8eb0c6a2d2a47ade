import {LitElement, html} from 'lit';
import {isFind} from '../../exercise/taken.js';
import {base} from '../../styles/base.js';
import {Late} from '../parts/late.js';
import {takingStyles} from './taking_styles.js';

/** The pictures in which heads are to be found, one a goal. @prop taking @prop race */
export class HeadFinds extends LitElement {
  static properties = {taking: {attribute: false}, race: {attribute: false}};
  static styles = [base, takingStyles];

  constructor() {
    super();
    /** @type {import('../../exercise/taking.js').Taking | null} */
    this.taking = null;
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    new Late(this, 'head-finder', () => import('./head_finder.js'));
  }

  render() {
    const goals = this.taking?.exercise.goal ?? [];
    const finds = goals.flatMap((one, i) => (isFind(one) ? [i] : []));
    return html`${finds.map((i) => html`<head-finder .taking=${this.taking} .race=${this.race} .goal=${i}></head-finder>`)}`;
  }
}

customElements.define('head-finds', HeadFinds);
