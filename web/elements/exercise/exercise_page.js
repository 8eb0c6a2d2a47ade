import '../../words/guide.js';
import {css, html} from 'lit';
import {say} from '../../words/words.js';
import {languageChoice} from '../lab/language_choice.js';
import '../lab/theme_button.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';
import {ExerciseFrame} from './exercise_frame.js';

/** An exercise in a page of its own, with the ways from there to everything else. @attr root - the address of the home */
export class ExercisePage extends ExerciseFrame {
  static properties = {...ExerciseFrame.properties, root: {type: String}};
  static styles = [
    ...ExerciseFrame.styles,
    skipStyles,
    css`
    :host { min-height: 100vh; }
    header, footer { padding-inline: max(var(--side), calc((100vw - 1240px) / 2)); }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 18px; padding-block: 10px 8px; }
    header nav { flex: 1 1 auto; }
    .languages, theme-button { align-self: center; }
    .name { font-size: 20px; font-weight: 700; letter-spacing: -0.02em; line-height: 1.2; color: var(--ink); text-decoration: none; }
    a.name:hover { text-decoration: underline; }
    footer { padding-bottom: 32px; }
    footer p { max-width: 78ch; }
  `,
  ];

  constructor() {
    super();
    this.root = '';
  }

  render() {
    return html`<header>${skipLink(say('exercise.skip'), () => this.focus())}<a class="name" href=${this.root}>${say('lab.name')}</a>
      <nav aria-label=${say('exercise.ways')}><a href=${this.root}>${say('exercise.chapters')}</a></nav>${languageChoice()}<theme-button .theme=${this.theme}
        @theme-change=${(/** @type {CustomEvent<'' | 'light' | 'dark'>} */ {detail}) => this.show(detail)}></theme-button></header>${super.render()}
      <footer class="muted small"><p>${say('lab.private')} ${say('lab.reproducible')}</p></footer>`;
  }
}

customElements.define('exercise-page', ExercisePage);
