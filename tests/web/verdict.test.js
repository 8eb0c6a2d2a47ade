// What is said of a race at its end: planted races of every sort, each with the sentences that its numbers bear.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {verdict} from '../../web/facts/verdict.js';
import {toldAll} from '../../web/words/words.js';
import {CHANCE, MEAN, NOISE, RULE, losses, race, seeds, shares} from '../support/planted_races.js';

/** @typedef {import('../../web/facts/types').Facts} Facts */
/** @typedef {import('../../web/facts/entrants.js').Spread} Spread */

const TEXT = {
  view: /** @type {const} */ ('text'),
  baselines: [],
  floors: [2.8, 2.4, 2].map((val_loss, order) => ({order, val_loss})),
};
const WAVES = {view: /** @type {const} */ ('waves'), baselines: [MEAN, NOISE]};
const PAIRS = {view: /** @type {const} */ ('pairs')};
const SYMBOLS = {view: /** @type {const} */ ('positions')};
const ALONE = {view: /** @type {const} */ ('labels'), baselines: []};

/** @param {...number[]} values of each model in turn @returns {Spread[]} */
const spreads = (...values) => values.map((some, model) => ({model, metric: 'val_accuracy', values: some}));
/** @param {...number[]} values @returns {Spread[]} */
const lossSpreads = (...values) => values.map((some, model) => ({model, metric: 'val_loss', values: some}));

/** @type {[string, Facts, string, Spread[]?][]} */
const PLANTED = [
  ['Before anything was trained', race([shares('learns', {step: 0})], {state: 'idle'}), ''],
  ['Training, not tested yet', race([shares('learns', {step: 0})], {state: 'training'}), ''],
  [
    'While two train',
    race([shares('learns', {step: 500, name: 'GRU'}), shares('chance', {step: 300, name: 'RNN'})], {state: 'training'}),
    'So far: GRU 96 % at step 500, RNN 11 % at step 300.',
  ],
  [
    'While whole answers are counted, too, and shown',
    race([shares('nothing', {step: 500, name: 'LSTM', score: 'val_exact', beside: () => 0.9})], {
      ...SYMBOLS,
      state: 'training',
    }),
    'So far, answer by answer: LSTM 90 % at step 500.',
  ],
  ['While they are paused', race([shares('half', {step: 500})], {state: 'paused'}), 'So far: half 50 % at step 500.'],
  [
    'While a text is learned',
    race([losses('falls', {step: 500})], {...TEXT, state: 'training'}),
    'So far: falls 2.00 at step 500.',
  ],
  [
    'One diverges while the other trains',
    race(
      [
        shares('half', {step: 40, finite: false, state: 'not_finite', name: 'RNN'}),
        shares('half', {step: 200, name: 'GRU'}),
      ],
      {state: 'training'},
    ),
    'RNN diverged: after step 40 its loss was no number any more. So far: GRU 50 % at step 200.',
  ],
  [
    'One learns and one does not begin',
    race([shares('learns', {name: 'GRU'}), shares('chance', {name: 'RNN'})]),
    'GRU is ahead of RNN: their ranges do not overlap. GRU learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. RNN has not begun to learn it: 11 % of 256 held-out answers right, so between 7 and 16 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. That is one seed each: others may turn out otherwise.',
  ],
  [
    'The best comes first',
    race([shares('chance', {name: 'RNN'}), shares('learns', {name: 'GRU'})]),
    'GRU is ahead of RNN: their ranges do not overlap. GRU learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. RNN has not begun to learn it: 11 % of 256 held-out answers right, so between 7 and 16 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. That is one seed each: others may turn out otherwise.',
  ],
  [
    'All is right',
    race([shares('perfect', {name: 'GRU'})]),
    'GRU learned it by step 300: 100 % of 256 held-out answers right, so between 98 and 100 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Two that are not to be told apart',
    race([shares('learns', {name: 'GRU'}), shares('learns', {name: 'LSTM'})]),
    'GRU learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. LSTM learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. Between GRU, LSTM these numbers show no difference. That is one seed each: others may turn out otherwise.',
  ],
  [
    'Two that learn a part of it',
    race([shares('half', {name: 'GRU'}), shares('rises', {name: 'LSTM'})]),
    'LSTM has learned a part of it: 60 % of 256 held-out answers right, so between 54 and 66 %; “Guessing among 10 digits” gets 10 %. GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. Between LSTM, GRU these numbers show no difference. LSTM was still getting better at its end. That is one seed each: others may turn out otherwise.',
  ],
  [
    'One ahead of one, level with another',
    race([shares('rises', {name: 'GRU'}), shares('half', {name: 'LSTM'}), shares('chance', {name: 'RNN'})]),
    'GRU is ahead of RNN: their ranges do not overlap. GRU has learned a part of it: 60 % of 256 held-out answers right, so between 54 and 66 %; “Guessing among 10 digits” gets 10 %. LSTM has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. RNN has not begun to learn it: 11 % of 256 held-out answers right, so between 7 and 16 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. Between GRU, LSTM these numbers show no difference. GRU was still getting better at its end. That is one seed each: others may turn out otherwise.',
  ],
  [
    'Still learning',
    race([shares('rises', {name: 'GRU'})]),
    'GRU has learned a part of it: 60 % of 256 held-out answers right, so between 54 and 66 %; “Guessing among 10 digits” gets 10 %. GRU was still getting better at its end. That is one seed: another may turn out otherwise.',
  ],
  [
    'Beyond a rule',
    race([shares('half', {name: 'GRU'})], {baselines: [CHANCE, RULE]}),
    'GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Counting brackets” gets 40 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Not surely beyond a rule',
    race([shares('half', {name: 'GRU'})], {baselines: [CHANCE, {...RULE, value: 0.46}]}),
    'GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Less than chance',
    race([shares('worse', {name: 'RNN'})]),
    'RNN has not begun to learn it: 2 % of 256 held-out answers right, so between 0 and 5 %. That is less than “Guessing among 10 digits” gets: 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Nothing to hold it against',
    race([shares('half', {name: 'GRU'})], ALONE),
    'GRU: 50 % of 256 held-out answers right, so between 43 and 57 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Learned, with nothing to hold it against',
    race([shares('learns', {name: 'GRU'})], ALONE),
    'GRU learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Nothing right as a whole',
    race([shares('nothing', {name: 'RNN', score: 'val_exact', beside: () => 0.5})], PAIRS),
    'RNN got nothing right as a whole: 0 % of 256 held-out answers right as a whole, so between 0 and 2 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Nothing right as a whole, and single answers by chance',
    race([shares('nothing', {name: 'RNN', score: 'val_exact', beside: () => 0.1})], PAIRS),
    'RNN has not begun to learn it: 0 % right as a whole; answer by answer 10 % right in 256 held-out examples, so between 7 and 15 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Right as a whole',
    race([shares('learns', {name: 'GRU', score: 'val_exact', beside: () => 0.98})], PAIRS),
    'GRU learned it by step 300: 96 % of 256 held-out answers right as a whole, so between 92 and 98 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'A part right as a whole',
    race([shares('half', {name: 'GRU', score: 'val_exact', beside: () => 0.8})], PAIRS),
    'GRU: 50 % of 256 held-out answers right as a whole, so between 43 and 57 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Several answers an example',
    race([shares('learns', {name: 'GRU'})], {view: 'positions'}),
    'GRU learned it by step 300: 96 % right, answer by answer, in 256 held-out examples, so between 92 and 98 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Few held-out examples',
    race([shares('learns', {name: 'GRU', held_out: 32})]),
    'GRU has learned a part of it: 97 % of 32 held-out answers right, so between 84 and 100 %; “Guessing among 10 digits” gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Few held-out examples, and two that were apart with many',
    race([shares('learns', {name: 'GRU', held_out: 16}), shares('half', {name: 'RNN', held_out: 16})]),
    'GRU has learned a part of it: 94 % of 16 held-out answers right, so between 71 and 99 %; “Guessing among 10 digits” gets 10 %. RNN has learned a part of it: 50 % of 16 held-out answers right, so between 27 and 73 %; “Guessing among 10 digits” gets 10 %. Between GRU, RNN these numbers show no difference. That is one seed each: others may turn out otherwise.',
  ],
  [
    'Nobody knows of how many examples',
    race([shares('learns', {name: 'GRU', held_out: null}), shares('half', {name: 'RNN', held_out: null})]),
    'GRU: 96 % right. RNN: 50 % right. Whether the difference between GRU, RNN is more than chance, these numbers do not show: that takes 3 seeds of each. That is one seed each: others may turn out otherwise.',
  ],
  [
    'It learned, and lost it',
    race([shares('forgets', {name: 'RNN'})]),
    'RNN is back where it began: 10 % of 256 held-out answers right, so between 7 and 15 %, and “Guessing among 10 digits” gets 10 %. RNN was better on the way: 80 % at step 10, and 10 % at its end. That is one seed: another may turn out otherwise.',
  ],
  [
    'It guessed, and once was lucky: the best of many tests is far above their mean by chance',
    race([shares('wavers', {name: 'RNN'})]),
    'RNN has not begun to learn it: 8 % of 256 held-out answers right, so between 5 and 12 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'It was better',
    race([shares('slips', {name: 'RNN'})]),
    'RNN has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. RNN was better on the way: 90 % at step 10, and 50 % at its end. That is one seed: another may turn out otherwise.',
  ],
  [
    'One cannot do the task',
    race([shares('half', {name: 'GRU'}), shares('learns', {name: 'Set', refused: true, state: 'failed'})]),
    'Set cannot do this task. GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'Nobody can',
    race([
      shares('learns', {name: 'Set', refused: true, state: 'failed'}),
      shares('learns', {name: 'CNN', refused: true, state: 'failed'}),
    ]),
    'Set, CNN cannot do this task.',
  ],
  [
    'One diverged',
    race([
      shares('half', {name: 'GRU'}),
      shares('learns', {name: 'RNN', finite: false, state: 'not_finite', step: 420}),
    ]),
    'RNN diverged: after step 420 its loss was no number any more. GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'One failed',
    race([shares('half', {name: 'GRU'}), shares('half', {name: 'RNN', state: 'failed', step: 420})]),
    'RNN stopped at step 420; its card says why. GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  [
    'One ended early',
    race([shares('half', {name: 'GRU', step: 400, ended: {key: 'card.ended', values: {step: 400}}})]),
    'GRU: Ended early at step 400. GRU has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. That is one seed: another may turn out otherwise.',
  ],
  ['No scores', race([shares('learns', {name: 'GRU', curves: {val_accuracy: undefined, val_loss: undefined}})]), ''],
  [
    'Seeds of one model',
    race(seeds('learns', 'perfect', 'learns')),
    'A, 3 seeds: from 96 to 100 % right, all of them surely at least 90 %.',
  ],
  [
    'Seeds of one model, some of which learn it',
    race([...seeds('learns', 'perfect', 'half'), shares('chance', {name: 'RNN'})]),
    'A is ahead of RNN: their ranges do not overlap. A, 3 seeds: from 50 to 100 % right, 2 of them surely at least 90 %. RNN has not begun to learn it: 11 % of 256 held-out answers right, so between 7 and 16 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. Of RNN that is one seed: another may turn out otherwise.',
  ],
  ['Two seeds, none of which learns it', race(seeds('half', 'chance')), 'A, 2 seeds: from 10 to 50 % right.'],
  [
    'A text',
    race([losses('falls', {name: 'GRU'}), losses('levels', {name: 'MLP'}), losses('high', {name: 'RNN'})], TEXT),
    'GRU ends with a held-out loss of 1.00: since step 500 it is lower than “counting, 2 letters back” (2.00). MLP ends with a held-out loss of 1.50: since step 300 it is lower than “counting, 2 letters back” (2.00). RNN ends with a held-out loss of 3.00 and was never lower than “counting letters” (2.80). Whether the difference between GRU, MLP, RNN is more than chance, these numbers do not show: that takes 3 seeds of each. GRU was still getting better at its end. That is one seed each: others may turn out otherwise.',
  ],
  [
    'A text, with a model that counts',
    race([losses('levels', {name: 'Counts', counts: true}), losses('levels', {name: 'GRU'})], TEXT),
    'Counts has a held-out loss of 1.50, lower than “counting, 2 letters back” (2.00). GRU ends with a held-out loss of 1.50: since step 300 it is lower than “counting, 2 letters back” (2.00). Whether the difference between Counts, GRU is more than chance, these numbers do not show: that takes 3 seeds of each. Of GRU that is one seed: another may turn out otherwise.',
  ],
  [
    'Two that count',
    race([losses('levels', {name: 'Counts 3', counts: true}), losses('close', {name: 'Counts 2', counts: true})], TEXT),
    'Counts 3 is ahead of Counts 2: their ranges do not overlap. Counts 3 has a held-out loss of 1.50, lower than “counting, 2 letters back” (2.00). Counts 2 has a held-out loss of 1.52, lower than “counting, 2 letters back” (2.00).',
  ],
  [
    'One that counts answers',
    race([shares('learns', {name: 'Counts', counts: true}), shares('half', {name: 'Counts 1', counts: true})]),
    'Counts is ahead of Counts 1: their ranges do not overlap. Counts gets it right by counting: 96 % of 256 held-out answers right, so between 92 and 98 %. Counts 1: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %.',
  ],
  [
    'A text, learned by heart',
    race([losses('rises', {name: 'GRU'})], TEXT),
    'GRU ends with a held-out loss of 2.00: since step 10 it is lower than “counting, 1 letter back” (2.40). GRU was better on the way: 1.50 at step 10, and 2.00 at its end. That is one seed: another may turn out otherwise.',
  ],
  [
    'Numbers, and what nobody can beat',
    race([losses('levels', {name: 'GRU'}), losses('high', {name: 'RNN'})], WAVES),
    'GRU ends with a held-out loss of 1.50: since step 300 it is lower than “Always the mean” (2.50). RNN ends with a held-out loss of 3.00 and was never lower than “Always the mean” (2.50). Whether the difference between GRU, RNN is more than chance, these numbers do not show: that takes 3 seeds of each. No model can do better than “The noise”: 0.500. That is one seed each: others may turn out otherwise.',
  ],
  [
    'Numbers with nothing to hold them against',
    race([losses('levels', {name: 'GRU'})], {view: 'waves', baselines: []}),
    'GRU ends with a held-out loss of 1.50. That is one seed: another may turn out otherwise.',
  ],
  [
    'No longer below the line',
    race([losses('rises', {name: 'GRU'})], {view: 'waves', baselines: [{...MEAN, value: 1.8}]}),
    'GRU ends with a held-out loss of 2.00: it was lower than “Always the mean” (1.80), and no longer is. GRU was better on the way: 1.50 at step 10, and 2.00 at its end. That is one seed: another may turn out otherwise.',
  ],
  [
    'What other seeds gave, apart',
    race([shares('learns', {name: 'GRU'}), shares('chance', {name: 'RNN'})]),
    'GRU is ahead of RNN: their ranges do not overlap. GRU learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. RNN has not begun to learn it: 11 % of 256 held-out answers right, so between 7 and 16 %. That is not to be told from “Guessing among 10 digits”, which gets 10 %. With 5 seeds this experiment gave: GRU from 93 to 98 %, RNN from 10 to 12 %.',
    spreads([0.93, 0.95, 0.96, 0.97, 0.98], [0.1, 0.1, 0.1, 0.12, 0.11]),
  ],
  [
    'What other seeds gave, overlapping',
    race([shares('learns', {name: 'GRU'}), shares('half', {name: 'LSTM'})]),
    'GRU learned it by step 300: 96 % of 256 held-out answers right, so between 92 and 98 %. LSTM has learned a part of it: 50 % of 256 held-out answers right, so between 43 and 57 %; “Guessing among 10 digits” gets 10 %. Between GRU, LSTM these numbers show no difference. With 5 seeds this experiment gave: GRU from 50 to 98 %, LSTM from 40 to 90 %.',
    spreads([0.5, 0.95, 0.96, 0.97, 0.98], [0.4, 0.5, 0.5, 0.6, 0.9]),
  ],
  [
    'Losses of other seeds, apart',
    race([losses('levels', {name: 'GRU'}), losses('high', {name: 'RNN'})], TEXT),
    'GRU is ahead of RNN: their ranges do not overlap. GRU ends with a held-out loss of 1.50: since step 300 it is lower than “counting, 2 letters back” (2.00). RNN ends with a held-out loss of 3.00 and was never lower than “counting letters” (2.80). With 5 seeds this experiment gave: GRU from 1.49 to 1.52, RNN from 2.90 to 3.10.',
    lossSpreads([1.49, 1.5, 1.52, 1.5, 1.5], [2.9, 3, 3, 3, 3.1]),
  ],
  [
    'Losses of other seeds, overlapping',
    race([losses('levels', {name: 'GRU'}), losses('close', {name: 'MLP'})], TEXT),
    'GRU ends with a held-out loss of 1.50: since step 300 it is lower than “counting, 2 letters back” (2.00). MLP ends with a held-out loss of 1.52: since step 300 it is lower than “counting, 2 letters back” (2.00). Between GRU, MLP these numbers show no difference. With 5 seeds this experiment gave: GRU from 1.49 to 1.52, MLP from 1.50 to 1.55.',
    lossSpreads([1.49, 1.5, 1.52, 1.5, 1.5], [1.5, 1.52, 1.51, 1.53, 1.55]),
  ],
  [
    'Losses of other seeds, of one alone',
    race([losses('levels', {name: 'GRU'}), losses('high', {name: 'RNN'})], TEXT),
    'GRU ends with a held-out loss of 1.50: since step 300 it is lower than “counting, 2 letters back” (2.00). RNN ends with a held-out loss of 3.00 and was never lower than “counting letters” (2.80). Whether the difference between GRU, RNN is more than chance, these numbers do not show: that takes 3 seeds of each. With 5 seeds this experiment gave: GRU from 1.49 to 1.52. Of RNN that is one seed: another may turn out otherwise.',
    lossSpreads([1.49, 1.5, 1.52, 1.5, 1.5]),
  ],
];

for (const [title, facts, expected, others] of PLANTED)
  test(title, () => assert.equal(toldAll(verdict(facts, others)), expected));
