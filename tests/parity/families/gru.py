"""`gru`: nn.GRU, and written out the GRU whose reset gate acts before the product (Cho et al. 2014)."""
import torch
from torch import nn
from torch.nn import functional

from batches import features, signature, symbols
from families import Case
from families.recurrent import Recurrent
from families.stepwise import Stepwise

GRU = dict(kind="gru", embedding_size=5, hidden_size=7, num_layers=1, input="learned")

CASES = {
    "gru": Case(GRU, runs=5),
    "gru-before-2-layers": Case({**GRU, "reset": "before", "num_layers": 2}),
    "gru-one-hot-bidirectional": Case({**GRU, "input": "one_hot", "bidirectional": True},
                                      signature(symbols(9), "symbols", 4, causal=False)),
    "gru-numbers": Case(GRU, signature(features(3), "numbers", 2)),
}


class ResetBefore(Stepwise):
    gates = 3

    def step(self, layer, x, state):
        h = state[0]
        weight_rz, weight_n = self.of(layer, "weight_hh").split([2 * self.hidden_size, self.hidden_size])
        bias_rz, bias_n = self.of(layer, "bias_hh").split([2 * self.hidden_size, self.hidden_size])
        x_r, x_z, x_n = functional.linear(x, self.of(layer, "weight_ih"), self.of(layer, "bias_ih")).chunk(3, dim=-1)
        h_r, h_z = functional.linear(h, weight_rz, bias_rz).chunk(2, dim=-1)
        r, z = torch.sigmoid(x_r + h_r), torch.sigmoid(x_z + h_z)
        n = torch.tanh(x_n + functional.linear(r * h, weight_n, bias_n))
        return ((1 - z) * n + z * h,)


def build(options, signature):
    return Recurrent(options, signature, ResetBefore if options.get("reset") == "before" else nn.GRU)
