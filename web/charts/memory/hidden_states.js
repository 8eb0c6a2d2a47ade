// The memories of recurrent models that have no gates to show beside them.
import {hiddenState as memory} from './hidden_state.js';

const ROWS = {key: 'inside.memory.rows'};

export const hiddenState = memory({
  id: 'hidden-state',
  tap: 'rnn.{layer}.hidden',
  title: {key: 'inside.hidden.title'},
  summary: [ROWS],
});

export const encoderState = memory({
  id: 'encoder-state',
  tap: 'seq2seq.encoder.{layer}.hidden',
  title: {key: 'inside.encoder.title'},
  summary: [ROWS, {key: 'inside.encoder.summary'}],
  given: true,
});

export const decoderState = memory({
  id: 'decoder-state',
  tap: 'seq2seq.decoder.{layer}.hidden',
  title: {key: 'inside.decoder.title'},
  summary: [ROWS],
});

export const scannedState = memory({
  id: 'scanned-state',
  tap: 'state_space.{layer}.hidden',
  title: {key: 'inside.scanned.title'},
  summary: [{key: 'inside.scanned.summary'}],
  free: true,
});

export const patternsFound = memory({
  id: 'patterns-found',
  tap: 'conv.{layer}.hidden',
  title: {key: 'inside.patterns.title'},
  summary: [{key: 'inside.patterns.summary'}],
  free: true,
});
