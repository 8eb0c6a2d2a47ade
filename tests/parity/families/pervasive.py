"""`pervasive`: nn.Conv2d over the grid of target and source (Elbayad, Besacier and Verbeek 2018)."""
import torch
from torch import nn
from torch.nn import functional

from batches import features, pairs, symbols
from families import Case
from families.convolution import enter, entry

PERVASIVE = dict(kind="pervasive", embedding_size=3, growth=2, num_layers=2, kernel_size=3, pooling="max")

CASES = {
    "pervasive-max": Case(PERVASIVE, pairs(symbols(6, 7), 8), rate=0.003),
    "pervasive-mean": Case({**PERVASIVE, "pooling": "mean", "kernel_size": 4}, pairs(features(2), 7), rate=0.003),
}


class Layer(nn.Module):
    def __init__(self, width, growth, kernel):
        super().__init__()
        self.norm1, self.conv1 = nn.LayerNorm(width), nn.Linear(width, 4 * growth)
        self.norm2, self.conv2 = nn.LayerNorm(4 * growth), nn.Conv2d(4 * growth, growth, ((kernel + 1) // 2, kernel))

    def forward(self, x, valid):
        """x [B,T,S,C]; valid [B,1,S,1]."""
        x = functional.relu(self.norm2(self.conv1(functional.relu(self.norm1(x))))) * valid
        above, across = (size - 1 for size in self.conv2.kernel_size)
        padded = functional.pad(x.permute(0, 3, 1, 2), (across // 2, across - across // 2, above, 0))
        return self.conv2(padded).permute(0, 2, 3, 1)


class Pervasive(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        size, growth = options["embedding_size"], options["growth"]
        self.source_embedding, self.target_embedding = entry(asked["source"], size), entry(asked["input"], size)
        widths = [2 * size + layer * growth for layer in range(options["num_layers"] + 1)]
        self.layers = nn.ModuleList([Layer(width, growth, options["kernel_size"]) for width in widths[:-1]])
        self.norm = nn.LayerNorm(widths[-1])
        self.head = nn.Linear(widths[-1], asked["output"]["width"])
        self.maximum = options["pooling"] == "max"

    def forward(self, stream, source):
        target, given = enter(self.target_embedding, stream), enter(self.source_embedding, source)
        shape = (-1, target.shape[1], given.shape[1], -1)
        x = torch.cat([target[:, :, None].expand(shape), given[:, None].expand(shape)], dim=-1)
        valid = source.valid[:, None, :, None]
        for layer in self.layers:
            x = torch.cat([x, layer(x, valid)], dim=-1)
        x = functional.relu(self.norm(x))
        if self.maximum:
            return self.head(x.masked_fill(~valid, -torch.inf).max(2).values)
        return self.head((x * valid).sum(2) / source.lengths[:, None, None])


def build(options, asked):
    return Pervasive(options, asked)
