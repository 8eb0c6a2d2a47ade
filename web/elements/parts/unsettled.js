// What is written in a panel and not taken up yet: the race asks for it before it trains, so that Train trains what stands there.

import {Follow} from './follow.js';

/** @typedef {import('../../runtime/types').Unsettled} Ways */
/** @typedef {import('../../runtime/race.js').Race} Race */

/** Lets the race of its host know what waits there, as long as the host is connected. */
export class Unsettled extends Follow {
  /** @type {Race | null} */
  #race = null;
  /** What was told last. */
  #told = '';

  /** @param {import('lit').LitElement} host @param {() => Race | null} pick @param {Ways & {forget: () => void}} ways */
  constructor(host, pick, ways) {
    super(host, pick, {replaced: ways.forget});
    this.ways = ways;
    /** @type {Ways} */
    this.shown = {...ways, settle: () => this.#settle(host)};
  }

  hostUpdated() {
    const told = `${this.ways.waits()} ${this.ways.giving?.()}`;
    if (told !== this.#told) this.#race?.dispatchEvent(new Event('unsettled'));
    this.#told = told;
  }

  /** @protected @override @param {Race | null} from @param {Race | null} to */
  moved(from, to) {
    super.moved(from, to);
    from?.unsettled.delete(this.shown);
    to?.unsettled.add(this.shown);
    this.#race = to;
  }

  /** What cannot be taken up is shown, wherever it is folded away. @param {import('lit').LitElement} host */
  async #settle(host) {
    const settled = await this.ways.settle();
    if (!settled) {
      const folded = host.closest('details');
      if (folded) folded.open = true;
      await host.updateComplete;
      problemIn(host)?.scrollIntoView({block: 'nearest'});
    }
    return settled;
  }
}

/** The first remark within, however deep, else all of it. @param {Element} host @returns {Element | null} */
function problemIn(host) {
  const inside = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
  const found = inside.find((one) => one.matches('.problem'));
  return (
    found ??
    inside.map((one) => (one.shadowRoot ? problemIn(one) : null)).find((one) => one?.matches('.problem')) ??
    host
  );
}
