"""The engine's three model families, built from PyTorch's own layers.

Each class takes the model part of an experiment (the same keys) and a vocabulary size. Parameter names
and layouts are PyTorch's, which are also the engine's: `dict(model.named_parameters())` is a checkpoint.
Input is a batch of tokens [batch, length]; output is logits [batch, length, vocab].
"""
import math

import torch
from torch import nn
from torch.nn import functional


class Recurrent(nn.Module):
    """`rnn` and `lstm`: embedding (or one-hot), nn.RNN or nn.LSTM, linear head."""

    def __init__(self, options, vocab):
        super().__init__()
        self.kind, self.vocab = options["kind"], vocab
        self.one_hot = options.get("input", "learned") == "one_hot"
        width = vocab if self.one_hot else options["embedding_size"]
        if not self.one_hot:
            self.embedding = nn.Embedding(vocab, width)
        setattr(self, self.kind, self._cell(options, width))
        self.head = nn.Linear(options["hidden_size"], vocab)

    @staticmethod
    def _cell(options, width):
        size = dict(input_size=width, hidden_size=options["hidden_size"],
                    num_layers=options.get("num_layers", 1), batch_first=True)
        if options["kind"] == "lstm":
            return nn.LSTM(**size)
        return nn.RNN(**size, nonlinearity=options.get("nonlinearity", "tanh"))

    def forward(self, tokens):
        if self.one_hot:
            x = functional.one_hot(tokens, self.vocab).to(self.head.weight.dtype)
        else:
            x = self.embedding(tokens)
        hidden, _ = getattr(self, self.kind)(x)
        return self.head(hidden)


def sinusoidal(length, width):
    """Vaswani et al. 2017, section 3.5: sines at even places, cosines at odd places. [length, width]"""
    place = torch.arange(length, dtype=torch.float64)[:, None]
    rate = torch.exp(torch.arange(0, width, 2, dtype=torch.float64) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width, dtype=torch.float64)
    table[:, 0::2] = torch.sin(place * rate)
    table[:, 1::2] = torch.cos(place * rate)[:, : width // 2]
    return table


class Decoder(nn.Module):
    """`transformer`, topology decoder: nn.TransformerEncoderLayer under a causal mask."""

    def __init__(self, options, vocab, length):
        super().__init__()
        width = options["d_model"]
        self.embedding = nn.Embedding(vocab, width)
        self.position_kind = options.get("position", "learned")
        if self.position_kind == "learned":
            self.position = nn.Embedding(length, width)
        elif self.position_kind == "sinusoidal":
            self.register_buffer("table", sinusoidal(length, width).to(self.embedding.weight.dtype))
        self.layers = nn.ModuleList([self._layer(options) for _ in range(options["num_layers"])])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, vocab, bias=False)
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

    def forward(self, tokens):
        length = tokens.shape[1]
        x = self.embedding(tokens)
        if self.position_kind == "learned":
            x = x + self.position.weight[:length]
        elif self.position_kind == "sinusoidal":
            x = x + self.table[:length]
        for layer in self.layers:
            x = layer(x, src_mask=self.mask[:length, :length])
        return self.head(self.norm(x))


def build(options, vocab, length):
    """The model of one experiment entry, in PyTorch's default dtype.

    Recurrent models start as PyTorch starts them, which is also the engine's way; the decoder as GPT-2.
    """
    if options["kind"] != "transformer":
        return Recurrent(options, vocab)
    model = Decoder(options, vocab, length)
    model.initialise_as_gpt2()
    return model
