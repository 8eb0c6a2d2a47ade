"""`conv_seq2seq`: the convolutional encoder and decoder of Gehring et al. 2017, as fairseq's fconv has them but for the
factor of sqrt(source length) on what attention finds."""
import math

import torch
from torch import nn
from torch.nn import functional

from batches import features, pairs, symbols
from families import Case
from families.convolution import along_time, enter, entry

CONV = dict(kind="conv_seq2seq", embedding_size=4, channels=5, kernel_size=3, num_layers=2)

CASES = {
    "conv-seq2seq": Case(CONV, pairs(symbols(6, 7), 8), rate=0.003),
    "conv-seq2seq-numbers": Case({**CONV, "kernel_size": 2, "num_layers": 1}, pairs(features(2), 7)),
}


class Layer(nn.Module):
    def __init__(self, options, attends):
        super().__init__()
        size, channels = options["embedding_size"], options["channels"]
        self.conv = nn.Conv1d(channels, 2 * channels, options["kernel_size"])
        if attends:
            self.query, self.out = nn.Linear(channels, size), nn.Linear(size, channels)


class Part(nn.Module):
    def __init__(self, options, stream, attends):
        super().__init__()
        size, channels = options["embedding_size"], options["channels"]
        self.embedding, self.position = entry(stream, size), nn.Embedding(stream["length"], size)
        self.fc1, self.fc2 = nn.Linear(size, channels), nn.Linear(channels, size)
        self.layers = nn.ModuleList([Layer(options, attends) for _ in range(options["num_layers"])])

    def enter(self, stream):
        x = enter(self.embedding, stream)
        return x + self.position.weight[:x.shape[1]]


def halved(x):
    return x * math.sqrt(0.5)


class ConvSeq2Seq(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        self.encoder = Part(options, asked["source"], attends=False)
        self.decoder = Part(options, asked["input"], attends=True)
        self.head = nn.Linear(options["embedding_size"], asked["output"]["width"])

    def encode(self, source):
        entered = self.encoder.enter(source)
        h = self.encoder.fc1(entered)
        for layer in self.encoder.layers:
            h = halved(h + functional.glu(along_time(layer.conv, h, source, causal=False)))
        keys = self.encoder.fc2(h)
        return keys, halved(keys + entered)

    def forward(self, stream, source):
        keys, values = self.encode(source)
        entered = self.decoder.enter(stream)
        h = self.decoder.fc1(entered)
        for layer in self.decoder.layers:
            local = functional.glu(along_time(layer.conv, h, stream, causal=True))
            scores = halved(layer.query(local) + entered) @ keys.transpose(1, 2)
            weights = torch.softmax(scores.masked_fill(~source.valid[:, None], -torch.inf), dim=-1)
            h = halved(h + halved(local + layer.out(weights @ values)))
        return self.head(self.decoder.fc2(h))


def build(options, asked):
    return ConvSeq2Seq(options, asked)
