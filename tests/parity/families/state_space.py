"""`state_space`: minGRU, minLSTM and diagonal systems in residual blocks, in complex numbers and step by step."""
import torch
from torch import nn
from torch.nn import functional

from batches import features, signature, symbols
from families import Case

STATE_SPACE = dict(kind="state_space", hidden_size=6, state_size=5, num_layers=2, mlp_ratio=2)

CASES = {
    "state-space-min-gru": Case({**STATE_SPACE, "cell": "min_gru"}, rate=0.003, seed=4),
    "state-space-min-lstm": Case({**STATE_SPACE, "cell": "min_lstm", "mlp_ratio": 0},
                                 signature(features(3), "numbers", 2)),
    "state-space-diagonal": Case({**STATE_SPACE, "cell": "diagonal"}, rate=0.003),
    "state-space-diagonal-real-whole": Case({**STATE_SPACE, "cell": "diagonal_real", "num_layers": 1},
                                            signature(symbols(9), "symbols", 6, whole=True), rate=0.003),
}


class MinGru(nn.Linear):
    def __init__(self, options):
        super().__init__(options["hidden_size"], 2 * options["hidden_size"])

    def forward(self, u):
        z, n = super().forward(u).chunk(2, dim=-1)
        return scan(1 - torch.sigmoid(z), torch.sigmoid(z) * n)


class MinLstm(nn.Linear):
    def __init__(self, options):
        super().__init__(options["hidden_size"], 3 * options["hidden_size"])

    def forward(self, u):
        f, i, n = super().forward(u).chunk(3, dim=-1)
        f, i = torch.sigmoid(f), torch.sigmoid(i)
        return scan(f / (f + i), i / (f + i) * n)


class Diagonal(nn.Module):
    def __init__(self, options, complex_numbers):
        super().__init__()
        width, units = options["hidden_size"], options["state_size"]
        parts = 2 if complex_numbers else 1
        self.nu_log = nn.Parameter(torch.zeros(units))
        if complex_numbers:
            self.theta_log = nn.Parameter(torch.zeros(units))
        self.gamma_log = nn.Parameter(torch.zeros(units))
        self.B = nn.Parameter(torch.zeros(parts * units, width))
        self.C = nn.Parameter(torch.zeros(width, parts * units))
        self.D = nn.Parameter(torch.zeros(width))

    def forward(self, u):
        decay, entering = -torch.exp(self.nu_log), functional.linear(u, self.B)
        if hasattr(self, "theta_log"):
            decay, entering = torch.complex(decay, torch.exp(self.theta_log)), torch.complex(*entering.chunk(2, dim=-1))
        h = scan(torch.exp(decay).expand_as(entering), torch.exp(self.gamma_log) * entering)
        read = torch.cat([h.real, h.imag], dim=-1) if h.is_complex() else h
        return functional.linear(read, self.C) + self.D * u


def scan(keep, add):
    steps = [add[:, 0]]
    for t in range(1, add.shape[1]):
        steps.append(keep[:, t] * steps[-1] + add[:, t])
    return torch.stack(steps, dim=1)


MIXES = {"min_gru": MinGru, "min_lstm": MinLstm, "diagonal": lambda options: Diagonal(options, True),
         "diagonal_real": lambda options: Diagonal(options, False)}


class Block(nn.Module):
    def __init__(self, options):
        super().__init__()
        width, ratio = options["hidden_size"], options["mlp_ratio"]
        self.norm1, self.mix = nn.LayerNorm(width), MIXES[options["cell"]](options)
        if ratio > 0:
            self.norm2 = nn.LayerNorm(width)
            self.linear1, self.linear2 = nn.Linear(width, ratio * width), nn.Linear(ratio * width, width)

    def forward(self, x):
        x = x + self.mix(self.norm1(x))
        if not hasattr(self, "norm2"):
            return x
        return x + self.linear2(functional.gelu(self.linear1(self.norm2(x))))


class StateSpace(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        self.asked, width = asked, options["hidden_size"]
        if "symbols" in asked["input"]:
            self.embedding = nn.Embedding(asked["input"]["symbols"], width)
        else:
            self.input = nn.Linear(asked["input"]["features"], width)
        self.layers = nn.ModuleList(Block(options) for _ in range(options["num_layers"]))
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, asked["output"]["width"])

    def forward(self, stream, source=None):
        if stream.tokens is None:
            x = self.input(stream.values.to(self.head.weight.dtype))
        else:
            x = self.embedding(stream.tokens)
        for layer in self.layers:
            x = layer(x)
        if self.asked["output"]["whole"]:
            x = x[torch.arange(len(x)), stream.lengths - 1]
        return self.head(self.norm(x))


def build(options, asked):
    return StateSpace(options, asked)
