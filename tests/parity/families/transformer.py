"""`transformer`: nn.TransformerEncoderLayer under a causal mask is the decoder, without one the encoder, and with
nn.TransformerDecoderLayer they are both; families/attention.py for what those cannot do."""
import math

import torch
from torch import nn
from torch.nn import functional

from batches import features, next_symbol, pairs, signature, symbols
from families import Case
from families.attention import Layer, causal_mask, make_norm
from families.convolution import last_of, mean_over

DECODER = dict(kind="transformer", topology="decoder", d_model=8, num_heads=2, num_layers=2, d_ff=12,
               position="learned", norm="pre", activation="gelu", tied=False)
MODERN = dict(position="rope", normalisation="rms_norm", activation="swiglu", num_heads=4, num_kv_heads=2, d_model=16)
ENCODER = {**DECODER, "topology": "encoder", "num_layers": 1}
BOTH = {**DECODER, "topology": "encoder-decoder", "num_layers": 1}
CLASSES = signature(symbols(7), "symbols", 3, whole=True, causal=False)

# At the others' rate training is chaotic: PyTorch in float ends up to 7 % away from PyTorch in double.
RATE = 0.003


CASES = {
    "decoder-pre-learned-gelu": Case(DECODER, rate=RATE, seed=107, runs=5),
    "decoder-pre-sinusoidal-relu-tied": Case({**DECODER, "position": "sinusoidal", "activation": "relu", "tied": True},
                                             rate=RATE, seed=108, runs=5),
    "decoder-post-learned-relu": Case({**DECODER, "norm": "post", "activation": "relu"}, rate=RATE, seed=109, runs=5),
    "decoder-post-none-gelu-tied": Case({**DECODER, "norm": "post", "position": "none", "tied": True},
                                        rate=RATE, seed=110, runs=5),
    "decoder-rope-groups-rms-swiglu": Case({**DECODER, **MODERN, "num_layers": 1, "d_ff": 6}, rate=RATE),
    "decoder-alibi": Case({**DECODER, "position": "alibi", "num_layers": 1}, rate=RATE),
    "decoder-linear": Case({**DECODER, "attention": "linear", "num_layers": 1}, rate=RATE),
    "decoder-last-numbers": Case({**DECODER, "position": "sinusoidal", "num_layers": 1},
                                 signature(features(2), "numbers", 1, whole=True, causal=False), rate=0.001),
    "encoder-whole": Case(ENCODER, CLASSES, rate=RATE),
    "encoder-post-numbers": Case({**ENCODER, "norm": "post", "position": "sinusoidal"},
                                 signature(features(3), "numbers", 2, causal=False), rate=RATE),
    "encoder-alibi-rms": Case({**ENCODER, "position": "alibi", "normalisation": "rms_norm"}, CLASSES, rate=RATE),
    "encoder-linear-groups": Case({**ENCODER, "attention": "linear", "num_kv_heads": 1}, CLASSES, rate=RATE),
    "decoder-no-residual": Case({**DECODER, "residual": False}, rate=RATE),
    "decoder-no-norm": Case({**DECODER, "normalisation": "none"}, rate=RATE),
    "encoder-decoder-post-no-residual": Case({**BOTH, "norm": "post", "residual": False}, pairs(symbols(9), 7), rate=RATE),
    "encoder-neither": Case({**ENCODER, "residual": False, "normalisation": "none"}, CLASSES, rate=RATE),
    "encoder-decoder-pre": Case(BOTH, pairs(symbols(9), 7), rate=RATE),
    "encoder-decoder-post-tied": Case({**BOTH, "norm": "post", "tied": True, "position": "sinusoidal"},
                                      pairs(features(2), 7), rate=RATE),
    "encoder-decoder-rope-groups-rms-swiglu": Case({**BOTH, **MODERN, "d_model": 8, "d_ff": 6}, pairs(symbols(9), 7), rate=RATE),
}


def sinusoidal(length, width):
    """Vaswani et al. 2017, section 3.5: sines at even places, cosines at odd places. [length, width]"""
    place = torch.arange(length, dtype=torch.float64)[:, None]
    rate = torch.exp(torch.arange(0, width, 2, dtype=torch.float64) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width, dtype=torch.float64)
    table[:, 0::2] = torch.sin(place * rate)
    table[:, 1::2] = torch.cos(place * rate)[:, : width // 2]
    return table


class SplitAttention(nn.Module):
    """nn.MultiheadAttention between two sequences, with the engine's two projections for its one of three parts."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.q_proj, self.kv_proj = nn.Linear(width, width), nn.Linear(width, 2 * width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, query, key, value, attn_mask=None, key_padding_mask=None, **_):
        weight, bias = (torch.cat([getattr(self.q_proj, part), getattr(self.kv_proj, part)]) for part in ("weight", "bias"))
        mixed, _ = functional.multi_head_attention_forward(
            query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1), query.shape[-1], self.heads, weight, bias,
            None, None, False, 0.0, self.out_proj.weight, self.out_proj.bias, key_padding_mask=key_padding_mask)
        return mixed.transpose(0, 1), None


class OwnEncoderLayer(nn.TransformerEncoderLayer):
    def forward(self, x, causal, valid, memory=None, memory_valid=None):
        mask = causal_mask(x.shape[1]).to(x.dtype) if causal else None
        return super().forward(x, src_mask=mask, src_key_padding_mask=None if causal else ~valid)


class OwnDecoderLayer(nn.TransformerDecoderLayer):
    def forward(self, x, causal, valid, memory=None, memory_valid=None):
        return super().forward(x, memory, tgt_mask=causal_mask(x.shape[1]).to(x.dtype), memory_key_padding_mask=~memory_valid)


def make_layer(options, crosses):
    """PyTorch's own where it has it."""
    usual = {"normalisation": "layer_norm", "residual": True, "attention": "softmax", "num_kv_heads": 0}
    if any(options.get(key, value) != value for key, value in usual.items()) or options["activation"] == "swiglu" or \
            options["position"] in ("rope", "alibi"):
        return Layer(options, crosses)
    layer = (OwnDecoderLayer if crosses else OwnEncoderLayer)(
        options["d_model"], options["num_heads"], options["d_ff"], dropout=0.0, batch_first=True,
        activation=options["activation"], norm_first=options["norm"] == "pre")
    if crosses:
        layer.multihead_attn = SplitAttention(options["d_model"], options["num_heads"])
    return layer


class Stack(nn.Module):
    """A stream's entry, positions, layers and the norm at the end."""

    def __init__(self, options, size, crosses=False):
        super().__init__()
        width, length = options["d_model"], size["length"]
        if "symbols" in size:
            self.embedding = nn.Embedding(size["symbols"], width)
        else:
            self.input = nn.Linear(size["features"], width)
        if options["position"] == "learned":
            self.position = nn.Embedding(length, width)
        elif options["position"] == "sinusoidal":
            self.register_buffer("table", sinusoidal(length, width).to(torch.get_default_dtype()))
        self.layers = nn.ModuleList([make_layer(options, crosses) for _ in range(options["num_layers"])])
        self.norm = make_norm(width, options)

    def enter(self, stream):
        length = stream.shape[1]
        x = self.embedding(stream.tokens) if stream.values is None else self.input(stream.values.to(self.input.weight.dtype))
        if hasattr(self, "position"):
            return x + self.position.weight[:length]
        return x + self.table[:length] if hasattr(self, "table") else x

    def read(self, stream, causal, memory=None, memory_valid=None):
        x = self.enter(stream)
        for layer in self.layers:
            x = layer(x, causal, stream.valid, memory, memory_valid)
        return self.norm(x)


class Transformer(Stack):
    def __init__(self, options, asked):
        pairs_asked = options["topology"] == "encoder-decoder"
        super().__init__(options, asked["input"], crosses=pairs_asked)
        self.encoder = Stack(options, asked["source"]) if pairs_asked else None
        self.adds = options.get("residual", True)
        self.causal, output = options["topology"] != "encoder", asked["output"]
        self.summary = None if not output["whole"] else last_of if self.causal else mean_over
        has_bias = output["whole"] or output["kind"] != "symbols"
        self.head = nn.Linear(options["d_model"], output["width"], bias=has_bias)
        if options["tied"]:
            self.head.weight = self.embedding.weight

    def forward(self, stream, source=None):
        memory = (self.encoder.read(source, False), source.valid) if self.encoder else ()
        x = self.read(stream, self.causal, *memory)
        return self.head(self.summary(x, stream) if self.summary else x)

    def initialise(self):
        """As the engine does: N(0, 0.02 sqrt(768/width)), GPT-2's 0.02 in proportion to the width; what is added to the
        residual stream divided by the root of the number of such additions."""
        width, layers = self.head.in_features, len(self.layers)
        start_as_gpt2(self, width, layers * (3 if self.encoder else 2) if self.adds else 1, prefix="")
        if self.encoder:
            start_as_gpt2(self.encoder, width, 2 * layers if self.adds else 1)


def start_as_gpt2(module, width, additions, prefix=None):
    deviation = 0.02 * math.sqrt(768 / width)
    for name, weight in module.named_parameters():
        if prefix == "" and name.startswith("encoder.") or name.startswith("input."):
            continue
        if name.endswith("bias"):
            nn.init.zeros_(weight)
        elif "norm" not in name:
            added = name.endswith(("out_proj.weight", "linear2.weight"))
            nn.init.normal_(weight, std=deviation / math.sqrt(additions) if added else deviation)


def build(options, asked):
    defaults = dict(position="learned", norm="pre", activation="gelu", tied=False)
    model = Transformer({**defaults, **options}, asked)
    model.initialise()
    return model
