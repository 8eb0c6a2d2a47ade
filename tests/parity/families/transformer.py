"""`transformer`: nn.TransformerEncoderLayer under a causal mask is the decoder."""
import math

import torch
from torch import nn

from families import Case

DECODER = dict(kind="transformer", topology="decoder", d_model=8, num_heads=2, num_layers=2, d_ff=12,
               position="learned", norm="pre", activation="gelu", tied=False)

# At the others' rate training is chaotic: PyTorch in float ends up to 7 % away from PyTorch in double.
RATE = 0.003


CASES = {
    "decoder-pre-learned-gelu": Case(DECODER, rate=RATE, seed=107, runs=5),
    "decoder-pre-sinusoidal-relu-tied": Case({**DECODER, "position": "sinusoidal", "activation": "relu", "tied": True},
                                             rate=RATE, seed=108, runs=5),
    "decoder-post-learned-relu": Case({**DECODER, "norm": "post", "activation": "relu"}, rate=RATE, seed=109, runs=5),
    "decoder-post-none-gelu-tied": Case({**DECODER, "norm": "post", "position": "none", "tied": True},
                                        rate=RATE, seed=110, runs=5),
}


def sinusoidal(length, width):
    """Vaswani et al. 2017, section 3.5: sines at even places, cosines at odd places. [length, width]"""
    place = torch.arange(length, dtype=torch.float64)[:, None]
    rate = torch.exp(torch.arange(0, width, 2, dtype=torch.float64) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width, dtype=torch.float64)
    table[:, 0::2] = torch.sin(place * rate)
    table[:, 1::2] = torch.cos(place * rate)[:, : width // 2]
    return table


class Decoder(nn.Module):
    """Topology decoder on symbols."""

    def __init__(self, options, signature):
        super().__init__()
        width, length, symbols = options["d_model"], signature["input"]["length"], signature["input"]["symbols"]
        self.embedding = nn.Embedding(symbols, width)
        self.position_kind = options.get("position", "learned")
        if self.position_kind == "learned":
            self.position = nn.Embedding(length, width)
        elif self.position_kind == "sinusoidal":
            self.register_buffer("table", sinusoidal(length, width).to(self.embedding.weight.dtype))
        self.layers = nn.ModuleList([self._layer(options) for _ in range(options["num_layers"])])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, signature["output"]["width"], bias=False)
        if options.get("tied", False):
            self.head.weight = self.embedding.weight
        self.register_buffer("mask", torch.full((length, length), -math.inf).triu(1))

    @staticmethod
    def _layer(options):
        return nn.TransformerEncoderLayer(
            options["d_model"], options["num_heads"], options["d_ff"], dropout=0.0, batch_first=True,
            activation=options.get("activation", "gelu"), norm_first=options.get("norm", "pre") == "pre")

    def initialise_as_gpt2(self):
        """As the engine does: N(0, 0.02 sqrt(768/width)), GPT-2's 0.02 in proportion to the width; what is added to the
        residual stream divided by sqrt(2 layers)."""
        deviation = 0.02 * math.sqrt(768 / self.embedding.embedding_dim)
        for name, weight in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(weight)
            elif "norm" not in name:
                added = name.endswith(("out_proj.weight", "linear2.weight"))
                nn.init.normal_(weight, std=deviation / math.sqrt(2 * len(self.layers)) if added else deviation)

    def forward(self, stream, source=None):
        length = stream.shape[1]
        x = self.embedding(stream.tokens)
        if self.position_kind == "learned":
            x = x + self.position.weight[:length]
        elif self.position_kind == "sinusoidal":
            x = x + self.table[:length]
        for layer in self.layers:
            x = layer(x, src_mask=self.mask[:length, :length])
        return self.head(self.norm(x))


def build(options, signature):
    model = Decoder(options, signature)
    model.initialise_as_gpt2()
    return model
