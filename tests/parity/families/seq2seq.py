"""`seq2seq`: PyTorch's recurrent layers over packed sources, attention and input feeding written out step by step."""
import math

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from batches import features, pairs, symbols
from families import Case

SEQ2SEQ = dict(kind="seq2seq", cell="gru", embedding_size=5, hidden_size=6, num_layers=1)

CASES = {
    "seq2seq-lstm-2-layers": Case({**SEQ2SEQ, "cell": "lstm", "num_layers": 2, "reverse_source": True},
                                  pairs(symbols(8, 6), 7)),
    "seq2seq-gru-additive-bidirectional": Case({**SEQ2SEQ, "attention": "additive", "bidirectional": True},
                                               pairs(symbols(8, 6), 7)),
    "seq2seq-lstm-general-feeding": Case({**SEQ2SEQ, "cell": "lstm", "attention": "general", "bidirectional": True,
                                          "input_feeding": True}, pairs(features(3, 5), 7)),
    "seq2seq-rnn-dot-bidirectional": Case({**SEQ2SEQ, "cell": "rnn", "attention": "dot", "bidirectional": True},
                                          pairs(symbols(8, 6), 7)),
    "seq2seq-gru-scaled-feeding": Case({**SEQ2SEQ, "attention": "scaled", "input_feeding": True},
                                       pairs(symbols(8, 6), 7)),
}

LAYERS = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}
STEPS = {"rnn": torch.rnn_tanh_cell, "gru": torch.gru_cell, "lstm": torch.lstm_cell}


def embed(part, stream):
    return part.embedding(stream.tokens) if hasattr(part, "embedding") else stream.values.to(part.weight_hh_l0.dtype)


class Seq2Seq(nn.Module):
    def __init__(self, options, signature):
        super().__init__()
        self.options = {"attention": "none", "input_feeding": False, "bidirectional": False, "reverse_source": False,
                        **options}
        hidden, both, kind = options["hidden_size"], self.options["bidirectional"], self.options["attention"]
        self.encoder = self.recurrent(signature["source"], both)
        self.decoder = self.recurrent(signature["input"], False)
        if both:
            for l in range(options["num_layers"]):
                for part in ["hidden", "cell"] if options["cell"] == "lstm" else ["hidden"]:
                    setattr(self.encoder, f"merge_{part}_l{l}", nn.Linear(2 * hidden, hidden))
        if kind != "none":
            self.attention = nn.Module()
            memory = 2 * hidden if both and kind in ("additive", "general") else hidden
            if kind == "additive":
                self.attention.query = nn.Linear(hidden, hidden, bias=False)
                self.attention.score = nn.Linear(hidden, 1, bias=False)
            if kind in ("additive", "general"):
                self.attention.key = nn.Linear(memory, hidden, bias=False)
            self.attention.combine = nn.Linear(memory + hidden, hidden)
        if self.options["input_feeding"]:
            weight = torch.empty_like(self.decoder.weight_hh_l0).uniform_(-hidden ** -0.5, hidden ** -0.5)
            self.decoder.weight_feed_l0 = nn.Parameter(weight)
        self.head = nn.Linear(hidden, signature["output"]["width"])

    def recurrent(self, size, bidirectional):
        options = self.options
        width = options["embedding_size"] if "symbols" in size else size["features"]
        layers = LAYERS[options["cell"]](width, options["hidden_size"], options["num_layers"], batch_first=True,
                                         bidirectional=bidirectional)
        if "symbols" in size:
            layers.embedding = nn.Embedding(size["symbols"], width)
        return layers

    def encode(self, source):
        """The memory [B,S,C] in the order of the source, and a tuple of states [layers,B,H]."""
        x, lengths = embed(self.encoder, source), source.lengths
        turn = (lambda rows: torch.stack([torch.cat([row[:n].flip(0), row[n:]]) for row, n in zip(rows, lengths)])) \
            if self.options["reverse_source"] else (lambda rows: rows)
        packed = pack_padded_sequence(turn(x), lengths, batch_first=True, enforce_sorted=False)
        hidden, states = self.encoder(packed)
        hidden = turn(pad_packed_sequence(hidden, batch_first=True, total_length=x.shape[1])[0])
        states = states if isinstance(states, tuple) else (states,)
        return hidden, tuple(self.merged(part, state) for part, state in zip(["hidden", "cell"], states))

    def merged(self, part, state):
        if not self.options["bidirectional"]:
            return state
        directions = state.unflatten(0, (-1, 2))  # [layers,2,B,H]
        return torch.stack([getattr(self.encoder, f"merge_{part}_l{l}")(torch.cat([forward, backward], dim=-1))
                            for l, (forward, backward) in enumerate(directions)])

    def attend(self, hidden, memory, valid):
        """hidden [B,H] to the attentional vector [B,H]."""
        kind = self.options["attention"]
        if kind == "additive":
            inner = torch.tanh(self.attention.query(hidden)[:, None] + self.attention.key(memory))
            scores = self.attention.score(inner)[..., 0]
        else:
            keys = self.attention.key(memory) if kind == "general" else memory
            scores = (keys @ hidden[..., None])[..., 0]
        if kind == "scaled":
            scores = scores / math.sqrt(hidden.shape[-1])
        weights = torch.softmax(scores.masked_fill(~valid, -math.inf), dim=-1)
        context = (weights[:, None] @ memory)[:, 0]
        return torch.tanh(self.attention.combine(torch.cat([context, hidden], dim=-1)))

    def forward(self, stream, source):
        memory, states = self.encode(source)
        if self.options["bidirectional"] and self.options["attention"] in ("dot", "scaled"):
            memory = sum(memory.chunk(2, dim=-1))
        x = embed(self.decoder, stream)
        if self.options["input_feeding"]:
            return self.head(self.unrolled(x, memory, states, source.valid))
        hidden, _ = self.decoder(x, states if len(states) > 1 else states[0])
        if self.options["attention"] != "none":
            hidden = torch.stack([self.attend(h, memory, source.valid) for h in hidden.unbind(1)], dim=1)
        return self.head(hidden)

    def unrolled(self, x, memory, states, valid):
        """One layer, what was attended to entering the next step."""
        cell, step = self.decoder, STEPS[self.options["cell"]]
        weight = torch.cat([cell.weight_ih_l0, cell.weight_feed_l0], dim=1)
        state = tuple(part[0] for part in states)
        answers = [torch.zeros_like(state[0])]
        for row in x.unbind(1):
            state = step(torch.cat([row, answers[-1]], dim=-1), state if len(state) > 1 else state[0], weight,
                         cell.weight_hh_l0, cell.bias_ih_l0, cell.bias_hh_l0)
            state = state if isinstance(state, tuple) else (state,)
            answers.append(self.attend(state[0], memory, valid))
        return torch.stack(answers[1:], dim=1)


def build(options, signature):
    return Seq2Seq(options, signature)
