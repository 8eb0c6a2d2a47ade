// The page's colours, sizes and type, as custom properties on its outermost element. Everything inside inherits them.
import {css, unsafeCSS} from 'lit';
import {COLOURS} from '../state/palette.js';

const LIGHT = {
  paper: '#faf9f6',
  surface: '#ffffff',
  sunken: '#f1efea',
  ink: '#1c1e22',
  muted: '#5a5e66',
  line: '#dcd9d2',
  edge: '#85827b',
  accent: '#1f5fae',
  good: '#0b6b3f',
  warning: '#8a5a00',
  error: '#a82a1d',
  shadow: '0 1px 2px rgb(28 30 34 / 6%), 0 4px 14px rgb(28 30 34 / 5%)',
};
const DARK = {
  paper: '#141619',
  surface: '#1c1f23',
  sunken: '#111316',
  ink: '#ebe9e4',
  muted: '#a3a6ac',
  line: '#33373d',
  edge: '#7d828a',
  accent: '#8bbcf5',
  good: '#63d39b',
  warning: '#e6b453',
  error: '#ff8d7d',
  shadow: '0 1px 2px rgb(0 0 0 / 40%)',
};
/** Under forced colours the reader's system chooses; canvases read these names too. */
const FORCED = {
  paper: 'Canvas',
  surface: 'Canvas',
  sunken: 'Canvas',
  ink: 'CanvasText',
  muted: 'CanvasText',
  line: 'GrayText',
  edge: 'CanvasText',
  accent: 'Highlight',
  good: 'CanvasText',
  warning: 'CanvasText',
  error: 'CanvasText',
  shadow: 'none',
};

/** @param {Record<string, string>} colours @param {'light' | 'dark' | null} runs */
function declare(colours, runs) {
  const named = Object.entries(colours).map(([name, value]) => `--${name}: ${value};`);
  const runColours = runs ? COLOURS.map((colour, i) => `--run-${i}: ${colour[runs]};`) : [];
  return unsafeCSS([...named, ...runColours, runs ? `color-scheme: ${runs};` : ''].join(' '));
}

const dark = declare(DARK, 'dark');

export const tokens = css`
  :host {
    ${declare(LIGHT, 'light')}
    --sans: -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Cantarell, Ubuntu, 'Liberation Sans', Arial, sans-serif;
    --serif: ui-serif, 'Iowan Old Style', Charter, 'Noto Serif', 'Liberation Serif', Georgia, serif;
    --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
    --radius: 8px;
    --gap: 16px;
    --target: 32px;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) { ${dark} }
  }
  :host([theme='dark']) { ${dark} }
  @media (forced-colors: active) {
    :host { ${declare(FORCED, null)} }
  }
  @media (pointer: coarse) {
    :host { --target: 44px; }
  }
`;
