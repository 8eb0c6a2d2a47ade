"""`set_transformer`: Lee et al. 2019, from the paper's formulas and nn.functional's attention."""
import torch
from torch import nn
from torch.nn import functional

from batches import features, signature, symbols
from families import Case
from families.convolution import enter, entry
from families.transformer import SplitAttention

SET = dict(kind="set_transformer", block="sab", d_model=8, num_heads=2, num_layers=1, d_ff=10, num_inducing=3,
           layer_norm=True)


def of_sets(reads, kind, width):
    return signature(reads, kind, width, whole=True, causal=False, ordered=False)


CASES = {
    "set-transformer-numbers": Case(SET, of_sets(features(1), "numbers", 2), rate=0.0005, seed=5),
    "set-transformer-inducing-classes": Case({**SET, "block": "isab"}, of_sets(symbols(7), "symbols", 4), rate=0.003),
    "set-transformer-mixture": Case({**SET, "block": "isab", "layer_norm": False}, of_sets(features(2), "mixture", 10),
                                    rate=0.0003, seed=2),
}


class Mab(nn.Module):
    """norm(H + feed(H)), H = norm(X + attention of X on Y)."""

    def __init__(self, options):
        super().__init__()
        width, inner = options["d_model"], options["d_ff"]
        attention = SplitAttention(width, options["num_heads"])
        self.q_proj, self.kv_proj, self.out_proj = attention.q_proj, attention.kv_proj, attention.out_proj
        self._attend = [attention]  # a list, so that its parameters are not found twice
        self.linear1, self.linear2 = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = (nn.LayerNorm(width) if options["layer_norm"] else nn.Identity() for _ in range(2))

    def forward(self, x, y, valid=None):
        x = self.norm1(x + self._attend[0](x, y, y, key_padding_mask=None if valid is None else ~valid)[0])
        return self.norm2(x + self.linear2(functional.relu(self.linear1(x))))


class Block(nn.Module):
    """SAB or ISAB."""

    def __init__(self, options):
        super().__init__()
        if options["block"] == "sab":
            self.mab = Mab(options)
        else:
            self.inducing = nn.Parameter(0.1 * torch.randn(options["num_inducing"], options["d_model"]))
            self.mab0, self.mab1 = Mab(options), Mab(options)

    def forward(self, x, valid):
        if hasattr(self, "mab"):
            return self.mab(x, x, valid)
        return self.mab1(x, self.mab0(self.inducing.expand(len(x), -1, -1), x, valid))


class Pooling(nn.Module):
    def __init__(self, options, answers):
        super().__init__()
        self.seeds = nn.Parameter(0.1 * torch.randn(answers, options["d_model"]))
        self.mab = Mab(options)


class SetTransformer(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        output, self.mixture = asked["output"], asked["output"]["kind"] == "mixture"
        answers = output["width"] // 5 if self.mixture else 1
        self.add_module("embedding" if "symbols" in asked["input"] else "input", entry(asked["input"], options["d_model"]))
        self.layers = nn.ModuleList([Block(options) for _ in range(options["num_layers"])])
        self.pooling = Pooling(options, answers)
        self.decoder = nn.ModuleDict({"mab": Mab(options)}) if answers > 1 else None
        self.head = nn.Linear(options["d_model"], output["width"] // answers)

    def forward(self, stream, source=None):
        x = enter(self.embedding if stream.values is None else self.input, stream)
        for layer in self.layers:
            x = layer(x, stream.valid)
        x = self.pooling.mab(self.pooling.seeds.expand(len(x), -1, -1), x, stream.valid)
        if self.decoder is not None:
            x = self.decoder["mab"](x, x)
        y = self.head(x)
        if not self.mixture:
            return y[:, 0]
        return torch.cat([part.flatten(1) for part in y.split([1, 2, 2], dim=-1)], dim=-1)


def build(options, asked):
    defaults = dict(block="sab", num_inducing=8, layer_norm=True)
    return SetTransformer({**defaults, **options}, asked)
