// A file that is dropped anywhere on the page: beside its box it would replace the page, and with it everything that was learned.

/** @typedef {import('lit').ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment}} Host */

/** Hands files, and whoever wants to bring a text, to the panel of the task. */
export class DroppedFiles {
  #host;
  #unfold;
  #listening = new AbortController();

  /** @param {Host} host @param {() => Promise<unknown>} unfold opens what the panel stands in */
  constructor(host, unfold) {
    this.#host = host;
    this.#unfold = unfold;
    host.addController(this);
  }

  hostConnected() {
    const {signal} = (this.#listening = new AbortController());
    window.addEventListener('dragover', (event) => event.preventDefault(), {signal});
    window.addEventListener('drop', (event) => this.#onDrop(event), {signal});
  }

  hostDisconnected() {
    this.#listening.abort();
  }

  /** @param {DragEvent} event */
  #onDrop(event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const panel = this.#panel;
    if (file && panel?.takesFiles && !this.#host.hidden) void this.#take(panel, file);
  }

  /** @param {import('../setup/task_panel.js').TaskPanel} panel @param {File} file */
  async #take(panel, file) {
    (await this.#unfolded(panel)).useFile(file);
  }

  /** The reader wants to bring a text of their own. */
  async ask() {
    const panel = this.#panel;
    if (panel) (await this.#unfolded(panel)).askOwn();
  }

  get #panel() {
    return /** @type {import('../setup/task_panel.js').TaskPanel | null} */ (
      this.#host.renderRoot.querySelector('task-panel')
    );
  }

  /** @param {import('../setup/task_panel.js').TaskPanel} panel */
  async #unfolded(panel) {
    await this.#unfold();
    const folded = panel.closest('details');
    if (folded) folded.open = true;
    panel.scrollIntoView({block: 'nearest'});
    return panel;
  }
}
