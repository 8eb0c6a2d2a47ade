"""PyTorch on one thread: answers lines of JSON, {"open": workload} and {"run": {"ms", "min", "max"}}, as node_child.mjs
does. OPENBLAS_CORETYPE in the environment says which kernels of OpenBLAS it uses."""
import json
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class Recurrent(nn.Module):
    def __init__(self, model, symbols):
        super().__init__()
        h = model["hidden_size"]
        self.embedding = nn.Embedding(symbols, h)
        layer = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[model["kind"]]
        self.layer = layer(h, h, model["num_layers"], batch_first=True)
        self.head = nn.Linear(h, symbols)

    def forward(self, x):
        return self.head(self.layer(self.embedding(x))[0])


class Block(nn.Module):
    def __init__(self, d, heads, ff):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d, bias=False), nn.Linear(d, d, bias=False)
        self.up, self.down = nn.Linear(d, ff), nn.Linear(ff, d)

    def attention(self, x, mask):
        B, T, d = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        if hasattr(F, "scaled_dot_product_attention"):
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:
            y = torch.softmax(q @ k.transpose(-1, -2) * (d // self.heads) ** -0.5 + mask, -1) @ v
        return self.out(y.transpose(1, 2).reshape(B, T, d))

    def forward(self, x, mask):
        x = x + self.attention(self.norm1(x), mask)
        return x + self.down(F.gelu(self.up(self.norm2(x)), approximate="tanh"))


class Transformer(nn.Module):
    def __init__(self, model, symbols, length):
        super().__init__()
        d = model["d_model"]
        self.embedding, self.position = nn.Embedding(symbols, d), nn.Embedding(length, d)
        self.blocks = nn.ModuleList(Block(d, model["num_heads"], model["d_ff"]) for _ in range(model["num_layers"]))
        self.norm, self.head = nn.LayerNorm(d), nn.Linear(d, symbols, bias=False)
        self.register_buffer("mask", torch.triu(torch.full((length, length), float("-inf")), 1))

    def forward(self, x):
        h = self.embedding(x) + self.position.weight[: x.shape[1]]
        for block in self.blocks:
            h = block(h, self.mask)
        return self.head(self.norm(h))


class Seq2Seq(nn.Module):
    def __init__(self, model, symbols):
        super().__init__()
        h = model["hidden_size"]
        self.source, self.target = nn.Embedding(symbols, h), nn.Embedding(symbols, h)
        self.encoder, self.decoder = nn.LSTM(h, h, batch_first=True), nn.LSTM(h, h, batch_first=True)
        self.join, self.head = nn.Linear(2 * h, h), nn.Linear(h, symbols)

    def forward(self, x):
        read, state = self.encoder(self.source(x))
        written, _ = self.decoder(self.target(x), state)
        context = torch.softmax(written @ read.transpose(1, 2), -1) @ read
        return self.head(torch.tanh(self.join(torch.cat([written, context], -1))))


def make_step(workload):
    """One training step on random symbols, as a function that returns the loss."""
    torch.manual_seed(0)
    experiment, symbols, T = workload["experiment"], workload["symbols"], workload["length"]
    if "generate" in workload:
        raise ValueError("not written")
    (model,) = experiment["models"]
    if model["kind"] == "transformer":
        network = Transformer(model, symbols, T)
    else:
        network = (Seq2Seq if model["kind"] == "seq2seq" else Recurrent)(model, symbols)
    optimizer = torch.optim.Adam(network.parameters(), lr=experiment["train"]["optimizer"]["lr"])
    x, y = (torch.randint(0, symbols, (experiment["train"]["batch_size"], T)) for _ in range(2))

    def step():
        optimizer.zero_grad()
        loss = F.cross_entropy(network(x).reshape(-1, symbols), y.reshape(-1))
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def timed(step):
    begin = time.perf_counter()
    loss = step()
    return 1000 * (time.perf_counter() - begin), loss


def answer(command, state):
    if "open" in command:
        state["step"] = make_step(command["open"]["workload"])
        first_ms, loss = timed(state["step"])
        return {"first_ms": first_ms, "loss": loss}
    times, loss, limits = [], None, command["run"]
    while len(times) < limits["min"] or (sum(times) < limits["ms"] and len(times) < limits["max"]):
        ms, loss = timed(state["step"])
        times.append(ms)
    return {"times": times, "loss": loss}


torch.set_num_threads(1)
state = {}
for line in sys.stdin:
    try:
        reply = answer(json.loads(line), state)
    except Exception as error:  # the benchmark goes on without this one
        reply = {"error": str(error)[:300]}
    print(json.dumps(reply), flush=True)
