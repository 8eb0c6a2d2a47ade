// What just happened, where it happened: a line of its own that lies over nothing. Screen readers hear it from the page's one live region.
import {html, nothing} from 'lit';

/** Where it is told. @typedef {'read' | 'data' | 'saved' | 'checked'} Place */
/** @typedef {{at: Place, words: string}} News */

/** @param {News | null} news @param {Place} at */
export const newsAt = (news, at) => (news?.at === at ? html`<p class="muted news">${news.words}</p>` : nothing);
