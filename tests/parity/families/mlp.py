"""`mlp`: nn.Conv1d as the layer that reads a window (Bengio et al. 2003), nn.Linear for the rest."""
import torch
from torch import nn
from torch.nn import functional

from batches import features, signature, symbols
from families import Case
from families.convolution import along_time, zeroed

MLP = dict(kind="mlp", embedding_size=5, hidden_size=7, num_layers=2, context=3, activation="tanh")
ACTIVATIONS = {"tanh": torch.tanh, "relu": functional.relu, "gelu": functional.gelu}

CASES = {
    "mlp-window": Case(MLP),
    "mlp-whole-relu": Case({**MLP, "activation": "relu"},
                           signature(symbols(7), "symbols", 3, whole=True, causal=False), rate=0.001),
    "mlp-whole-numbers-gelu": Case({**MLP, "activation": "gelu", "num_layers": 1},
                                   signature(features(2), "numbers", 2, whole=True, causal=False), rate=0.002),
}


class Mlp(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        width, hidden = asked["input"].get("features", options["embedding_size"]), options["hidden_size"]
        if "symbols" in asked["input"]:
            self.embedding = nn.Embedding(asked["input"]["symbols"], width)
        self.whole, self.causal = asked["output"]["whole"], asked["causal"]
        window = asked["input"]["length"] if self.whole else options["context"]
        rest = [nn.Linear(hidden, hidden) for _ in range(1, options["num_layers"])]
        self.layers = nn.ModuleList([nn.Conv1d(width, hidden, window), *rest])
        self.activation = ACTIVATIONS[options["activation"]]
        self.head = nn.Linear(hidden, asked["output"]["width"])

    def forward(self, stream, source=None):
        x = self.embedding(stream.tokens) if stream.values is None else stream.values.to(self.head.weight.dtype)
        if self.whole:
            x = self.layers[0](zeroed(x, stream).transpose(1, 2)).squeeze(2)
        else:
            x = along_time(self.layers[0], x, stream, self.causal)
        for layer in self.layers[1:]:
            x = layer(self.activation(x))
        return self.head(self.activation(x))


def build(options, asked):
    return Mlp(options, asked)
