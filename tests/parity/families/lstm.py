"""`lstm`: nn.LSTM."""
from torch import nn

from batches import signature, symbols
from families import Case
from families.recurrent import Recurrent

LSTM = dict(kind="lstm", embedding_size=5, hidden_size=7, num_layers=1, input="learned")

CASES = {
    "lstm": Case(LSTM, seed=103, runs=5),
    "lstm-one-hot": Case({**LSTM, "input": "one_hot"}, seed=104, runs=5),
    "lstm-2-layers": Case({**LSTM, "num_layers": 2, "embedding_size": 6}, seed=105, runs=5),
    "lstm-2-layers-one-hot": Case({**LSTM, "num_layers": 2, "input": "one_hot"}, seed=106, runs=5),
    "lstm-2-layers-bidirectional-whole": Case({**LSTM, "num_layers": 2, "hidden_size": 5, "bidirectional": True},
                                              signature(symbols(9), "symbols", 3, whole=True, causal=False)),
}


def build(options, signature):
    return Recurrent(options, signature, nn.LSTM)
