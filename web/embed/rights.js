// What a frame may do on the page around it. docs/embedding.md says what each of them gives; scripts alone are enough to train.

/** Scripts; to open the full lab in a tab of its own, free of these limits; to save a file. */
export const SANDBOX = ['allow-scripts', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-downloads'].join(' ');
/** The same for a chapter, which saves no file. */
export const CHAPTER_SANDBOX = SANDBOX.replace(/ [\w-]+$/, '');
/** To copy something for the reader. */
export const ALLOW = 'clipboard-write';
