// What is written in a panel and not taken up yet: the race asks for it before it trains, so that Train trains what stands there.

/** @typedef {import('../../runtime/types').Unsettled} Ways */

/** Lets the race of its host know what waits there, as long as the host is connected. */
export class Unsettled {
  /** @type {import('../../runtime/race.js').Race | null} */
  #race = null;
  #connected = false;
  /** What was told last. */
  #told = '';

  /** @param {import('lit').LitElement} host @param {() => import('../../runtime/race.js').Race | null} pick @param {Ways & {forget: () => void}} ways */
  constructor(host, pick, ways) {
    this.pick = pick;
    this.ways = ways;
    /** @type {Ways} */
    this.shown = {...ways, settle: () => this.#settle(host)};
    host.addController(this);
  }

  hostConnected() {
    this.#connected = true;
    this.hostUpdate();
  }

  hostUpdate() {
    this.#move((this.#connected && this.pick()) || null);
  }

  hostUpdated() {
    const told = `${this.ways.waits()} ${this.ways.giving?.()}`;
    if (told !== this.#told) this.#race?.dispatchEvent(new Event('unsettled'));
    this.#told = told;
  }

  hostDisconnected() {
    this.#connected = false;
    this.#move(null);
  }

  /** @param {import('../../runtime/race.js').Race | null} race */
  #move(race) {
    if (race === this.#race) return;
    this.#race?.unsettled.delete(this.shown);
    this.#race?.removeEventListener('replaced', this.ways.forget);
    race?.unsettled.add(this.shown);
    race?.addEventListener('replaced', this.ways.forget);
    this.#race = race;
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
