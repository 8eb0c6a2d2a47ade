"""`rnn`: nn.RNN."""
import functools

from torch import nn

from batches import features, signature
from families import Case
from families.recurrent import Recurrent

RNN = dict(kind="rnn", embedding_size=5, hidden_size=7, num_layers=1, nonlinearity="tanh", input="learned")

CASES = {
    "rnn-tanh": Case(RNN, seed=100, runs=5),
    "rnn-relu": Case({**RNN, "nonlinearity": "relu", "embedding_size": 6}, seed=101, runs=5),
    "rnn-tanh-2-layers-one-hot": Case({**RNN, "num_layers": 2, "input": "one_hot"}, seed=102, runs=5),
    "rnn-relu-whole": Case({**RNN, "nonlinearity": "relu"}, signature(features(3), "symbols", 5, whole=True)),
}


def build(options, signature):
    return Recurrent(options, signature, functools.partial(nn.RNN, nonlinearity=options.get("nonlinearity", "tanh")))
