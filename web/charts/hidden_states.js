// The memories of recurrent models that have no gates to show beside them.
import {hiddenState as memory} from './hidden_state.js';

const ROWS =
  'Each row is one unit of the memory, each column one character read. Orange is near +1, blue near −1: a row ' +
  'that keeps its colour for several characters is remembering something.';

export const hiddenState = memory({
  id: 'hidden-state',
  tap: 'rnn.{layer}.hidden',
  title: 'Hidden state over time',
  summary: ROWS,
});

export const encoderState = memory({
  id: 'encoder-state',
  tap: 'seq2seq.encoder.{layer}.hidden',
  title: 'Encoder’s memory',
  summary: `${ROWS} Its last column is all that a decoder without attention ever learns.`,
  given: true,
});

export const decoderState = memory({
  id: 'decoder-state',
  tap: 'seq2seq.decoder.{layer}.hidden',
  title: 'Decoder’s memory',
  summary: ROWS,
});

export const scannedState = memory({
  id: 'scanned-state',
  tap: 'state_space.{layer}.hidden',
  title: 'Memory over time',
  summary: 'Each row is one unit of the memory, each column one character read: orange above zero, blue below.',
  free: true,
});

export const patternsFound = memory({
  id: 'patterns-found',
  tap: 'conv.{layer}.hidden',
  title: 'Patterns found',
  summary:
    'Each row is one channel, each column one character: the stronger the colour, the more what a layer sees around ' +
    'that character is what the channel looks for.',
  free: true,
});
