// The alignments of models that read one sequence and write another.
import {alignment} from './alignment.js';

const LOOKS =
  'Each row is a symbol that was just written (“→” begins), each column one that was given; deep colour marks where the ' +
  'model looks to write the next one. ';

export const seq2seqAttention = alignment({
  id: 'seq2seq-attention',
  tap: 'seq2seq.attention',
  title: 'Alignment',
  summary: `${LOOKS}A line down the diagonal copies, one up the other diagonal reverses.`,
});

export const crossAttention = alignment({
  id: 'cross-attention',
  tap: 'transformer.{layer}.cross_attention',
  title: 'Looking at what is given',
  summary: `${LOOKS}Each head of each layer looks in its own way.`,
});

export const encoderAttention = alignment({
  id: 'encoder-attention',
  tap: 'transformer.encoder.{layer}.attention',
  title: 'Within what is given',
  summary: 'Each row is a symbol given, each column another: whom it looks at. An encoder looks both ways.',
  self: true,
});

export const convAttention = alignment({
  id: 'conv-attention',
  tap: 'conv_seq2seq.{layer}.attention',
  title: 'Alignment',
  summary: `${LOOKS}Every layer of the decoder looks once.`,
});

export const pervasiveAlignment = alignment({
  id: 'pervasive-alignment',
  tap: 'pervasive.alignment',
  title: 'Alignment',
  summary:
    'Each row is a symbol that was just written, each column one that was given. Colour is the share of the grid’s ' +
    'channels whose largest value stands in that column: an alignment that nobody asked for.',
});

export const setAttention = alignment({
  id: 'set-attention',
  tap: 'set_transformer.{layer}.attention',
  title: 'Member to member',
  summary: 'Each row is a member of the set, each column another: whom it looks at. Their order means nothing.',
  self: true,
});

export const setPooling = alignment({
  id: 'set-pooling',
  tap: 'set_transformer.pooling.attention',
  title: 'What the answer looks at',
  summary: 'Each row is one part of the answer (of clouds, one cloud), each column a member of the set.',
  self: true,
});
