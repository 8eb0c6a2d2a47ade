// The course for who teaches it: what a chapter builds on, and what fits into a lesson.

/** What should have been seen before, by the chapter's id. @type {Readonly<Record<string, readonly string[]>>} */
export const BUILDS_ON = Object.freeze({
  forgets: ['rnn'],
  why: ['forgets'],
  gates: ['why'],
  convolution: ['forgets'],
  bottleneck: ['forgets'],
  attention: ['bottleneck'],
  transformer: ['attention'],
  induction: ['transformer'],
  novel: ['gates'],
  blanks: ['transformer'],
  shapes: ['forgets'],
  cost: ['transformer'],
  after: ['gates', 'attention'],
});

/** Chapters that fit into so many minutes with talk between them. @type {readonly {minutes: number, chapters: readonly string[]}[]} */
export const PLANS = Object.freeze([
  {minutes: 15, chapters: ['forgets', 'attention']},
  {minutes: 45, chapters: ['rnn', 'forgets', 'why', 'gates', 'bottleneck', 'attention']},
  {
    minutes: 90,
    chapters: [
      'rnn',
      'forgets',
      'why',
      'gates',
      'convolution',
      'bottleneck',
      'attention',
      'transformer',
      'induction',
      'cost',
    ],
  },
]);
