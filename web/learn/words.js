// What a chapter's words are called: course.<id>.<name>.
import '../words/course.js';

/** @typedef {import('../words/words.js').Saying} Saying */
/** @typedef {import('./types').Chapter} Chapter */

/** @param {string} id of a chapter @param {string} name @returns {Saying} */
export const courseWord = (id, name) => ({key: `course.${id}.${name}`});

/** What every chapter says, whatever it is about. */
const ALWAYS = [
  ...['title', 'question', 'lead', 'reply_unsure', 'why', 'knob', 'challenge', 'challenge_done'],
  ...['transfer', 'remember', 'summary', 'thumbnail'],
];

/** What an example in numbers says. */
const WORKED = {
  rnn: [
    ...[
      'worked',
      'worked_holds',
      'worked_title',
      'worked_memory',
      'worked_cell',
      'worked_returned',
      'worked_share',
      'worked_answer',
    ],
    ...[
      'worked_before',
      'worked_next',
      'worked_place',
      'worked_forth_first',
      'worked_forth_says',
      'worked_answer_says',
    ],
    ...['worked_back_first', 'worked_back_says', 'worked_back_last', 'worked_formulas', 'worked_kind'],
  ],
};

/** What leads to an experiment of the lab. @param {string} preset its id */
export const doorWord = (preset) => `door_${preset.replaceAll('-', '_')}`;

/** The names of all that a chapter says. @param {Chapter} chapter */
export function wordsOf({
  experiment,
  choices,
  knob,
  transfer,
  recall = [],
  background,
  doors = [],
  worked,
  rivals = [],
}) {
  return [
    ...ALWAYS,
    ...(worked ? WORKED[worked] : []),
    ...choices.flatMap(({id}) => [`choice_${id}`, `reply_${id}`]),
    ...recall.flatMap((asked) => [
      `recall_${asked.id}`,
      ...asked.choices.flatMap(({id}) => [`recall_${asked.id}_${id}`, `recall_${asked.id}_reply_${id}`]),
    ]),
    ...(experiment.models.some(({start}) => start) ? ['first_act', 'first_act_goes'] : []),
    ...doors.map(doorWord),
    ...(background ? ['background_1', 'background_2'] : []),
    ...rivals.map(({id}) => `rival_${id}`),
    ...knob.values.map(({name}) => `knob_${name}`),
    ...transfer.choices.flatMap(({id}) => [`transfer_${id}`, `transfer_reply_${id}`]),
  ];
}
