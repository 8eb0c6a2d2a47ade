// The few rules that belong to the document around the page's one element.

const RULES = `
  html { color-scheme: light dark; scroll-padding: calc(var(--bar, 68px) + 12px) 0 16px; -webkit-text-size-adjust: 100%; }
  body { margin: 0; background: #faf9f6; }
  @media (prefers-color-scheme: dark) { html:not([data-theme='light']) body { background: #141619; } }
  html[data-theme='dark'] body { background: #141619; }
  html[data-theme='dark'] { color-scheme: dark; }
  html[data-theme='light'] { color-scheme: light; }
`;

/** Styles the document once; several elements may ask. @param {Document} document */
export function adoptPageStyles(document) {
  const marked = /** @type {Document & {unrolledStyles?: boolean}} */ (document);
  if (marked.unrolledStyles) return;
  marked.unrolledStyles = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
