// The alignments of models that read one sequence and write another.
import {alignment} from './alignment.js';

const LOOKS = {key: 'inside.alignment.looks'};

export const seq2seqAttention = alignment({
  id: 'seq2seq-attention',
  taps: ['seq2seq.attention'],
  title: {key: 'inside.seq2seq.title'},
  summary: [LOOKS, {key: 'inside.seq2seq.summary'}],
});

export const crossAttention = alignment({
  id: 'cross-attention',
  taps: ['transformer.{layer}.cross_attention'],
  title: {key: 'inside.cross.title'},
  summary: [LOOKS, {key: 'inside.cross.summary'}],
});

export const encoderAttention = alignment({
  id: 'encoder-attention',
  taps: ['transformer.encoder.{layer}.attention'],
  title: {key: 'inside.encoder_attention.title'},
  summary: [{key: 'inside.encoder_attention.summary'}],
  rows: 'given',
});

export const convAttention = alignment({
  id: 'conv-attention',
  taps: ['conv_seq2seq.{layer}.attention'],
  title: {key: 'inside.conv_attention.title'},
  summary: [LOOKS, {key: 'inside.conv_attention.summary'}],
});

export const pervasiveAlignment = alignment({
  id: 'pervasive-alignment',
  taps: ['pervasive.alignment'],
  title: {key: 'inside.pervasive.title'},
  summary: [{key: 'inside.pervasive.summary'}],
});

export const setAttention = alignment({
  id: 'set-attention',
  taps: ['set_transformer.{layer}.attention'],
  title: {key: 'inside.set.title'},
  summary: [{key: 'inside.set.summary'}],
  rows: 'given',
});

export const setPooling = alignment({
  id: 'set-pooling',
  taps: ['set_transformer.pooling.attention'],
  title: {key: 'inside.pooling.title'},
  summary: [{key: 'inside.pooling.summary'}],
  rows: 'parts',
});

/** Where members look at each other by way of inducing points: those look first, and what they saw is looked at. */
const BY_WAY = 'set_transformer.{layer}.inducing.attention';

export const inducingAttention = alignment({
  id: 'inducing-attention',
  taps: [BY_WAY],
  title: {key: 'inside.inducing.title'},
  summary: [{key: 'inside.inducing.summary'}],
  rows: 'points',
});

export const inducedAttention = alignment({
  id: 'induced-attention',
  taps: ['set_transformer.{layer}.attention', BY_WAY],
  title: {key: 'inside.induced.title'},
  summary: [{key: 'inside.induced.summary'}],
  rows: 'given',
  columns: 'points',
});
