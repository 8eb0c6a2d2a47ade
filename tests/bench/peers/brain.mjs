// brain.js: no batches, so a step is one update for each sequence (RMSprop; Adam is not offered); embeddings are as wide
// as there are symbols; its "LSTM" multiplies the forget gate with the last output instead of a cell's state.
import brain from 'brain.js';
import {batches, settings} from './data.mjs';

export async function open(workload) {
  const {kind, hidden, batch, seq, vocab, lr, tokens} = settings(workload);
  const Network = {rnn: brain.recurrent.RNN, lstm: brain.recurrent.LSTM, gru: brain.recurrent.GRU}[kind];
  if (!Network || tokens) throw new Error('not offered');
  const network = new Network({hiddenLayers: [hidden], inputSize: vocab, inputRange: vocab, outputSize: vocab});
  network.initialize();
  network.updateTrainingOptions({learningRate: lr});
  const data = batches(settings(workload));
  let count = 0;
  return {
    step() {
      const {x} = data[count++ % data.length];
      let sum = 0;
      for (let b = 0; b < batch; b++) sum += network.trainPattern(Array.from(x.subarray(b * seq, (b + 1) * seq)), true);
      return sum / batch; // its own measure of error
    },
  };
}
