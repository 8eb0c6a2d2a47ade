#!/usr/bin/python3
"""Writes tests/golden/*.json: what PyTorch computes in double, for tests/engine/parity_test.cpp to match.

    /usr/bin/python3 tests/parity/golden.py            writes every file
    /usr/bin/python3 tests/parity/golden.py --check    compares with the committed files instead

Debian's python3-torch is enough; the product itself needs neither Python nor PyTorch. One file holds one
small model: its weights, a cycle of token batches, the logits, loss and gradients of the first batch, and
the loss of each of 100 training steps under several optimizers and schedules, all from the same weights.
Models and training are written as in an experiment, so that the engine reads them as it reads a user's.

Weights are multiples of 1/1024, so that the same file starts a run in float without rounding anything.
"""
import argparse
import json
import pathlib
import sys
import warnings

import torch
from torch.nn import functional

from torch_models import build

VOCAB, BATCH, LENGTH, BATCHES, STEPS = 11, 3, 6, 4, 100
IGNORED = -1  # a target that the loss leaves out

RNN = dict(kind="rnn", embedding_size=5, hidden_size=7, num_layers=1, nonlinearity="tanh", input="learned")
LSTM = dict(kind="lstm", embedding_size=5, hidden_size=7, num_layers=1, input="learned")
DECODER = dict(kind="transformer", topology="decoder", d_model=8, num_heads=2, num_layers=2, d_ff=12,
               position="learned", norm="pre", activation="gelu", tied=False)

CASES = {
    "rnn-tanh": RNN,
    "rnn-relu": {**RNN, "nonlinearity": "relu", "embedding_size": 6},
    "rnn-tanh-2-layers-one-hot": {**RNN, "num_layers": 2, "input": "one_hot"},
    "lstm": LSTM,
    "lstm-one-hot": {**LSTM, "input": "one_hot"},
    "lstm-2-layers": {**LSTM, "num_layers": 2, "embedding_size": 6},
    "lstm-2-layers-one-hot": {**LSTM, "num_layers": 2, "input": "one_hot"},
    "decoder-pre-learned-gelu": DECODER,
    "decoder-pre-sinusoidal-relu-tied": {**DECODER, "position": "sinusoidal", "activation": "relu", "tied": True},
    "decoder-post-learned-relu": {**DECODER, "norm": "post", "activation": "relu"},
    "decoder-post-none-gelu-tied": {**DECODER, "norm": "post", "position": "none", "tied": True},
}



def runs_of(kind):
    """The "train" parts of five experiments.

    A Transformer gets a third of the rate: at the full one its training is chaotic, and PyTorch in float ends up
    to 7 % away from PyTorch in double, so that a comparison after 100 steps would mean nothing.
    """
    rate = 0.003 if kind == "transformer" else 0.01
    adam = dict(lr=rate, beta1=0.9, beta2=0.999, eps=1e-8)
    constant = dict(kind="constant")
    cosine = dict(kind="cosine", warmup=10, final_fraction=0.1)
    linear = dict(kind="linear", warmup=5, final_fraction=0.2)
    return [
        dict(optimizer=dict(kind="adamw", **adam, weight_decay=0.05), clip_norm=0, schedule=constant),
        dict(optimizer=dict(kind="adamw", **adam, weight_decay=0.05), clip_norm=0.2, schedule=cosine),
        dict(optimizer=dict(kind="adam", **adam, weight_decay=0.01), clip_norm=1, schedule=constant),
        dict(optimizer=dict(kind="sgd", lr=5 * rate, momentum=0.9), clip_norm=0.5, schedule=constant),
        dict(optimizer=dict(kind="sgd", lr=10 * rate, momentum=0.5, weight_decay=0.02), clip_norm=1, schedule=linear),
    ]


def fixed_weights(model, seed):
    """Large enough that gates saturate a little and attention is far from uniform."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=generator, dtype=torch.float64)
            is_norm_scale = "norm" in name and name.endswith("weight")
            value = 1 + 0.2 * noise if is_norm_scale else 0.4 * noise
            weight.copy_(torch.round(value * 1024) / 1024)


def fixed_batches(seed):
    """[(inputs, targets)]: the targets are the inputs moved by one, with a few left out of the last batch."""
    generator = torch.Generator().manual_seed(seed)
    batches = []
    for _ in range(BATCHES):
        text = torch.randint(VOCAB, (BATCH, LENGTH + 1), generator=generator)
        batches.append((text[:, :-1].contiguous(), text[:, 1:].contiguous()))
    batches[-1][1][0, :2] = IGNORED
    batches[-1][1][2, 5] = IGNORED
    return batches


def loss_of(model, batch):
    inputs, targets = batch
    logits = model(inputs)
    return logits, functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def torch_optimizer(model, options):
    rest = {key: value for key, value in options.items() if key not in ("kind", "beta1", "beta2")}
    if options["kind"] == "sgd":
        return torch.optim.SGD(model.parameters(), **rest)
    kind = {"adamw": torch.optim.AdamW, "adam": torch.optim.Adam}[options["kind"]]
    return kind(model.parameters(), betas=(options["beta1"], options["beta2"]), **rest)


def torch_schedule(optimizer, options):
    """Warm-up and decay by PyTorch's own schedulers; None for a constant rate."""
    if options["kind"] == "constant":
        return None
    warmup, final = options["warmup"], options["final_fraction"]
    schedules = torch.optim.lr_scheduler
    rise = schedules.LinearLR(optimizer, start_factor=1 / warmup, total_iters=warmup - 1)
    if options["kind"] == "cosine":
        lowest = final * optimizer.defaults["lr"]
        fall = schedules.CosineAnnealingLR(optimizer, T_max=STEPS - warmup, eta_min=lowest)
    else:
        fall = schedules.LinearLR(optimizer, start_factor=1, end_factor=final, total_iters=STEPS - warmup)
    return schedules.SequentialLR(optimizer, [rise, fall], milestones=[warmup])


def train(options, seed, batches, run):
    """The loss before each of STEPS updates; batch number step % BATCHES."""
    model = build(options, VOCAB, LENGTH)
    fixed_weights(model, seed)
    optimizer = torch_optimizer(model, run["optimizer"])
    schedule = torch_schedule(optimizer, run["schedule"])
    losses = []
    for step in range(STEPS):
        _, loss = loss_of(model, batches[step % BATCHES])
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        if run["clip_norm"] > 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), run["clip_norm"])
        optimizer.step()
        if schedule:
            schedule.step()
        losses.append(loss.item())
    return losses


def check_that_runs_differ(name, runs):
    """A clipping that never acts, or a decay too small to see, would prove nothing."""
    for i, run in enumerate(runs):
        for other in runs[:i]:
            gap = abs(run["losses"][-1] - other["losses"][-1]) / other["losses"][-1]
            assert gap > 2e-4, f"{name}: two optimizers end within {gap:.1e} of each other"


def case(name, options):
    seed = 100 + list(CASES).index(name)
    batches = fixed_batches(seed)
    model = build(options, VOCAB, LENGTH)
    fixed_weights(model, seed)
    logits, loss = loss_of(model, batches[0])
    loss.backward()
    parameters = dict(model.named_parameters())
    runs = [{"train": {"batch_size": BATCH, "steps": STEPS, **run}, "losses": train(options, seed, batches, run)}
            for run in runs_of(options["kind"])]
    check_that_runs_differ(name, runs)
    return {
        "made_by": f"tests/parity/golden.py, PyTorch {torch.__version__}, double",
        "model": options,
        "vocab": VOCAB,
        "parameters": {key: {"shape": list(p.shape), "value": p.detach().flatten().tolist(),
                             "grad": p.grad.flatten().tolist()} for key, p in parameters.items()},
        "batches": [{"inputs": i.tolist(), "targets": t.tolist()} for i, t in batches],
        "logits": logits.detach().tolist(),
        "loss": loss.item(),
        "runs": runs,
    }


def text_of(content):
    """One line a top-level key; numbers in the shortest form that reads back as the same double."""
    lines = [f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in content.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def numbers(tree):
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        return [number for branch in tree for number in numbers(branch)]
    return [tree] if isinstance(tree, (int, float)) else []


def same(content, path):
    """Equal structure, and numbers within what another build of PyTorch may round differently."""
    if not path.exists():
        return False
    ours, stored = numbers(json.loads(text_of(content))), numbers(json.loads(path.read_text()))
    return len(ours) == len(stored) and all(abs(a - b) <= 1e-9 * max(1, abs(b)) for a, b in zip(ours, stored))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore", message="The epoch parameter")  # SequentialLR's own, about itself
    torch.set_default_dtype(torch.float64)
    folder = pathlib.Path(__file__).resolve().parent.parent / "golden"
    failures = 0
    for name, options in CASES.items():
        path, content = folder / f"{name}.json", case(name, options)
        if arguments.check:
            good = same(content, path)
            failures += not good
            print("same" if good else "DIFFERENT", name)
        else:
            path.write_text(text_of(content))
            last = ", ".join(f"{run['losses'][-1]:.3f}" for run in content["runs"])
            print(f"{path.name}: {path.stat().st_size / 1024:.0f} KiB, loss {content['loss']:.3f}, at the end {last}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
