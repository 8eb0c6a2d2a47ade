// What a page of its own has and a frame does without, which is that much smaller.
import '../answers/examples_bar.js';
import '../models/add_model.js';
import {Fetched, part} from '../parts/late.js';
import '../save/save_menu.js';
import './lab_header.js';
import './preset_gallery.js';
import './theme_button.js';

/** Brings what nobody needs before they ask for it. @param {import('../../lab.js').AppElement} app */
export async function bringParts(app) {
  const cards = new Fetched(async () => new (await import('../models/page_cards.js')).ModelActions(app));
  app.share = async () => {
    await part(() => import('../share/share_dialog.js')).catch(() => null); // the page says so
    /** @type {import('../share/share_dialog.js').ShareDialog | null} */
    const dialog = app.renderRoot.querySelector('share-dialog');
    dialog?.open?.();
  };
  app.addEventListener('editor-open', () => void cards.coming);
  app.addEventListener('model-action', async (event) =>
    (await cards.coming)?.act(/** @type {CustomEvent} */ (event).detail),
  );
  await customElements.whenDefined('model-card');
  void cards.coming; // the menus of the cards
}
