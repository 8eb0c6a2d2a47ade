// A text that may have a little formatting: buttons that make it, and how it will look, where anything is formatted.
import {html, nothing} from 'lit';
import {FORMATS, formattedAs} from '../../exercise/make/format.js';
import {say} from '../../words/words.js';
import '../exercise/rich_text.js';
import {lines} from './fields.js';

/** What can look other than it is written. */
const MARKED = /[*`$[]|^\s*[-\d]/m;

/** @param {{id: string, label: unknown, value: string, write: (value: string) => void, most?: number, rows?: number, note?: unknown}} of */
export function formatted(of) {
  const {id, value} = of;
  return html`<div class="formatted"><div class="marks" role="group" aria-label=${say('make.formats')}>${FORMATS.map((format) => markButton(of, format))}</div>
    ${lines(of)}${MARKED.test(value) ? html`<div class="shown" aria-label=${say('make.looks')} role="group"><rich-text id="${id}-shown" .source=${value}></rich-text></div>` : nothing}</div>`;
}

/** @param {Parameters<typeof formatted>[0]} of @param {import('../../exercise/make/format.js').Format} format */
function markButton({id, write, most = Infinity}, format) {
  /** @param {Event} event */
  const press = ({currentTarget}) => {
    const root = /** @type {ShadowRoot} */ (/** @type {HTMLElement} */ (currentTarget).getRootNode());
    const box = /** @type {HTMLTextAreaElement} */ (root.getElementById(id));
    const made = formattedAs({text: box.value, from: box.selectionStart, to: box.selectionEnd}, format);
    if (made.text.length > most) return;
    box.value = made.text;
    write(made.text);
    box.focus();
    box.setSelectionRange(made.from, made.to);
  };
  return html`<button class="quiet mark ${format}" title=${say(`make.format_${format}`)} aria-label=${say(`make.format_${format}`)} @click=${press}><span aria-hidden="true">${SIGNS[format]}</span></button>`;
}

const SIGNS = {strong: 'B', em: 'I', code: '<>', list: '•', link: '↗', formula: 'Σ'};
