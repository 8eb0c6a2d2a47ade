// Chapters whose models read a text that comes with the page: a file that holds chapters and no texts cannot show these.

/** The text's id, by the chapter's. @type {Readonly<Record<string, string>>} */
export const READS = Object.freeze({novel: 'moby-dick'});
