"""`conv`: nn.Conv1d in the residual blocks of TCN (Bai, Kolter and Koltun 2018), or gated by functional.glu."""
import math

from torch import nn
from torch.nn import functional

from batches import features, signature, symbols
from families import Case
from families.convolution import along_time, last_of, maximum_over, mean_over

CONV = dict(kind="conv", embedding_size=5, channels=6, kernel_size=3, num_layers=2, dilation_base=2)

CASES = {
    "conv-tcn": Case(CONV),
    "conv-both-sides": Case({**CONV, "kernel_size": 2, "dilation_base": 1, "channels": 5},
                            signature(symbols(7), "symbols", 4, causal=False)),
    "conv-gated-whole": Case({**CONV, "gated": True, "pooling": "mean"},
                             signature(symbols(7), "symbols", 3, whole=True, causal=False)),
    "conv-maximum-numbers": Case({**CONV, "pooling": "max"},
                                 signature(features(2), "numbers", 1, whole=True, causal=False), rate=0.0005),
    "conv-gated-last": Case({**CONV, "gated": True, "pooling": "last", "direction": "causal"},
                            signature(features(2), "symbols", 3, whole=True, causal=False), rate=0.002),
}

SUMMARIES = {"mean": mean_over, "max": maximum_over, "last": last_of}


class Layer(nn.Module):
    def __init__(self, options, width, dilation):
        super().__init__()
        channels, kernel = options["channels"], options["kernel_size"]
        self.gated = options.get("gated", False)
        self.conv1 = nn.Conv1d(width, channels * (1 + self.gated), kernel, dilation=dilation)
        if not self.gated:
            self.conv2 = nn.Conv1d(channels, channels, kernel, dilation=dilation)
        self.downsample = nn.Linear(width, channels) if width != channels else None

    def forward(self, x, stream, causal):
        carried = x if self.downsample is None else self.downsample(x)
        change = along_time(self.conv1, x, stream, causal)
        if self.gated:
            return (carried + functional.glu(change)) * math.sqrt(0.5)
        change = functional.relu(along_time(self.conv2, functional.relu(change), stream, causal))
        return functional.relu(carried + change)


class Conv(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        width = asked["input"].get("features", options["embedding_size"])
        if "symbols" in asked["input"]:
            self.embedding = nn.Embedding(asked["input"]["symbols"], width)
        self.causal = asked["causal"] or options.get("direction", "both") == "causal"
        layers = []
        for layer in range(options["num_layers"]):
            layers.append(Layer(options, width, options["dilation_base"]**layer))
            width = options["channels"]
        self.layers = nn.ModuleList(layers)
        self.summary = SUMMARIES[options.get("pooling", "mean")] if asked["output"]["whole"] else None
        self.head = nn.Linear(width, asked["output"]["width"])

    def forward(self, stream, source=None):
        x = self.embedding(stream.tokens) if stream.values is None else stream.values.to(self.head.weight.dtype)
        for layer in self.layers:
            x = layer(x, stream, self.causal)
        return self.head(self.summary(x, stream) if self.summary else x)


def build(options, asked):
    return Conv(options, asked)
