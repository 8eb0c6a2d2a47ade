"""`lstm`: nn.LSTM, and written out with peepholes (Gers and Schmidhuber 2000) and layer norms (Ba et al. 2016)."""
import functools

import torch
from torch import nn
from torch.nn import functional

from batches import signature, symbols
from families import Case
from families.recurrent import Recurrent
from families.stepwise import Stepwise

LSTM = dict(kind="lstm", embedding_size=5, hidden_size=7, num_layers=1, input="learned")

CASES = {
    "lstm": Case(LSTM, seed=103, runs=5),
    "lstm-one-hot": Case({**LSTM, "input": "one_hot"}, seed=104, runs=5),
    "lstm-2-layers": Case({**LSTM, "num_layers": 2, "embedding_size": 6}, seed=105, runs=5),
    "lstm-2-layers-one-hot": Case({**LSTM, "num_layers": 2, "input": "one_hot"}, seed=106, runs=5),
    "lstm-2-layers-bidirectional-whole": Case({**LSTM, "num_layers": 2, "hidden_size": 5, "bidirectional": True},
                                              signature(symbols(9), "symbols", 3, whole=True, causal=False)),
    "lstm-peephole": Case({**LSTM, "peephole": True}),
    "lstm-layer-norm": Case({**LSTM, "layer_norm": True, "num_layers": 2, "hidden_size": 6}, rate=0.001),
    "lstm-peephole-layer-norm-clamped": Case({**LSTM, "peephole": True, "layer_norm": True, "input": "one_hot",
                                              "input_gate": "open", "forget_gate": "closed"}, rate=0.003),
}


class Norm(nn.Module):
    """A layer norm whose bias, if it has one of its own, is not another parameter's."""

    def __init__(self, width, bias):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        if bias:
            self.bias = nn.Parameter(torch.zeros(width))

    def forward(self, x, bias=None):
        return functional.layer_norm(x, self.weight.shape, self.weight, self.bias if bias is None else bias)


class Variant(Stepwise):
    gates = 4

    def __init__(self, options, **sizes):
        self.options, self.norms = options, options.get("layer_norm", False)
        super().__init__(**sizes)

    def add_layer(self, layer, width):
        super().add_layer(layer, width)
        size = self.hidden_size
        if self.options.get("peephole", False):
            self.register_parameter(f"weight_peephole_l{layer}", nn.Parameter(torch.zeros(3, size)))
        if self.norms:
            for of, rows, bias in ("ih", 4 * size, False), ("hh", 4 * size, False), ("cell", size, True):
                self.add_module(f"norm_{of}_l{layer}", Norm(rows, bias))

    def start(self, x):
        return (x.new_zeros(len(x), self.hidden_size),) * 2

    def gate(self, name, z):
        mode = self.options.get(name, "learned")
        return torch.sigmoid(z) if mode == "learned" else torch.full_like(z, 1.0 if mode == "open" else 0.0)

    def step(self, layer, x, state):
        h, c = state
        x, h = x @ self.of(layer, "weight_ih").T, h @ self.of(layer, "weight_hh").T
        if self.norms:
            x, h = (self.of(layer, f"norm_{of}")(part, self.of(layer, f"bias_{of}")) for of, part in (("ih", x), ("hh", h)))
        else:
            x, h = x + self.of(layer, "bias_ih"), h + self.of(layer, "bias_hh")
        i, f, g, o = (x + h).chunk(4, dim=-1)
        peep = self.of(layer, "weight_peephole") if self.options.get("peephole", False) else x.new_zeros(3, 1)
        i, f = self.gate("input_gate", i + peep[0] * c), self.gate("forget_gate", f + peep[1] * c)
        c = f * c + i * torch.tanh(g)
        o = self.gate("output_gate", o + peep[2] * c)
        return o * torch.tanh(self.of(layer, "norm_cell")(c) if self.norms else c), c


def build(options, asked):
    variant = any(options.get(name, False) for name in ("peephole", "layer_norm"))
    return Recurrent(options, asked, functools.partial(Variant, options) if variant else nn.LSTM)
