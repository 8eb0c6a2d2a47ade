#!/usr/bin/python3
"""Does our engine learn as well as PyTorch? The same text, protocol and held-out windows for both.

    make build                                           the command and the text (or any UTF-8 one: --text FILE)
    /usr/bin/python3 tests/parity/learning.py            about ten minutes on an idle core
    /usr/bin/python3 tests/parity/learning.py --models lstm --seeds 1

Trains each model with several seeds in PyTorch (float, one thread) and with `build/native/unrolled train`,
then prints held-out nats per character side by side. Passes when the mean of ours is at most 0.03 above
PyTorch's. Seeds are not shared, since the random generators differ: the spread between seeds is printed.
Finished runs are kept under build/learning, so an interrupted run goes on where it was.
"""
import argparse
import hashlib
import json
import pathlib
import statistics
import subprocess
import sys
import time

import torch
from torch.nn import functional

from batches import Stream, next_symbol
from families import build

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / "build" / "learning"
TOLERANCE = 0.03  # nats per character
HELD_OUT_CHARACTERS = 8192  # kHeldOutCharacters of engine/tasks/texts/text.hpp

TASK = {"kind": "text", "corpus": "moby-dick", "length": 64}
TRAIN = {"batch_size": 12, "steps": 2000, "eval_every": 500, "clip_norm": 1.0,
         "optimizer": {"kind": "adam", "lr": 0.002, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}}
MODELS = {
    "rnn": {"kind": "rnn", "embedding_size": 64, "hidden_size": 128, "num_layers": 1},
    "lstm": {"kind": "lstm", "embedding_size": 64, "hidden_size": 128, "num_layers": 1},
    "transformer": {"kind": "transformer", "topology": "decoder", "d_model": 64, "num_heads": 4,
                    "num_layers": 2, "d_ff": 256, "position": "learned"},
}


def read_tokens(path):
    """The engine's way with a text: every character a token, the last tenth held out."""
    text = path.read_bytes().decode("utf-8")
    symbols = sorted(set(text))
    assert len(symbols) <= 256, "the engine would replace rare characters of this text"
    number = {symbol: i for i, symbol in enumerate(symbols)}
    tokens = torch.tensor([number[symbol] for symbol in text])
    cut = len(tokens) * 9 // 10
    return tokens[:cut], tokens[cut:], len(symbols)


def random_windows(tokens, count, length, generator):
    """inputs, targets [count, length], each from its own random place."""
    starts = torch.randint(len(tokens) - length, (count,), generator=generator)
    windows = tokens[starts[:, None] + torch.arange(length + 1)]
    return windows[:, :-1], windows[:, 1:]


def held_out_windows(tokens, length):
    """inputs, targets: those of the engine's evaluate(), see engine/tasks/texts/text.cpp."""
    count = max(1, min(HELD_OUT_CHARACTERS // length, (len(tokens) - 1) // length))
    room = len(tokens) - (length + 1)
    starts = torch.tensor([room * i // (count - 1) if count > 1 else 0 for i in range(count)])
    windows = tokens[starts[:, None] + torch.arange(length + 1)]
    return windows[:, :-1], windows[:, 1:]


def held_out_loss(model, held_out, length):
    """Mean nats per character, state starting from zero in each window."""
    inputs, targets = held_out_windows(held_out, length)
    total = 0.0
    with torch.no_grad():
        for i in range(0, len(inputs), 64):
            logits = model(Stream(inputs[i : i + 64]))
            total += functional.cross_entropy(logits.flatten(0, 1), targets[i : i + 64].flatten(),
                                              reduction="sum").item()
    return total / targets.numel()


def train_torch(options, text, seed):
    """Trains by the protocol. Returns (held-out loss, seconds)."""
    training, held_out, vocab = text
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    model = build(options, next_symbol(vocab, TASK["length"]))
    rates = TRAIN["optimizer"]
    optimizer = torch.optim.Adam(model.parameters(), rates["lr"], (rates["beta1"], rates["beta2"]), rates["eps"])
    start = time.monotonic()
    for _ in range(TRAIN["steps"]):
        inputs, targets = random_windows(training, TRAIN["batch_size"], TASK["length"], generator)
        loss = functional.cross_entropy(model(Stream(inputs)).flatten(0, 1), targets.flatten())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), TRAIN["clip_norm"])
        optimizer.step()
    return held_out_loss(model, held_out, TASK["length"]), time.monotonic() - start


def train_ours(options, path, seed, command):
    """The same through the command. Returns (held-out loss, seconds)."""
    experiment = {"version": 1, "name": "Learning quality", "task": TASK,
                  "train": {**TRAIN, "seed": seed}, "models": [options]}
    file = CACHE / "experiment.json"
    file.write_text(json.dumps(experiment, indent=2))
    start = time.monotonic()
    output = subprocess.run([command, "train", file, "--text", path], check=True, stdout=subprocess.PIPE, text=True)
    last = json.loads(output.stdout.splitlines()[-1])
    assert last["done"] and last["steps"] == TRAIN["steps"], last
    return last["val_loss"], time.monotonic() - start


def kept(key, run):
    """run(), or what it gave last time for the same key."""
    name = hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()[:16]
    file = CACHE / f"{name}.json"
    if not file.exists():
        loss, seconds = run()
        file.write_text(json.dumps({**key, "val_loss": loss, "seconds": seconds}))
        print(f"  {key['who']:8} {key['model']['kind']:12} seed {key['seed']}: {loss:.4f} in {seconds:.0f} s",
              file=sys.stderr, flush=True)
    return json.loads(file.read_text())["val_loss"]


def compare(name, arguments, text, digest):
    """Prints one row of the table. Returns whether ours is good enough."""
    options = MODELS[name]
    key = {"model": options, "task": TASK, "train": TRAIN, "text": digest}
    theirs = [kept({**key, "who": f"torch {torch.__version__}", "seed": seed},
                   lambda seed=seed: train_torch(options, text, seed)) for seed in arguments.seeds]
    build_id = hashlib.sha256(arguments.command.read_bytes()).hexdigest()[:16]
    ours = [kept({**key, "who": f"ours {build_id}", "seed": seed},
                 lambda seed=seed: train_ours(options, arguments.text, seed, arguments.command))
            for seed in arguments.seeds]
    gap = statistics.mean(ours) - statistics.mean(theirs)
    good = gap <= TOLERANCE
    each = lambda losses: " ".join(f"{loss:.3f}" for loss in losses)
    print(f"| {name} | {each(theirs)} | {each(ours)} | {statistics.mean(theirs):.3f} | {statistics.mean(ours):.3f} "
          f"| {gap:+.3f} | {'pass' if good else 'FAIL'} |", flush=True)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=pathlib.Path, default=ROOT / "build" / "corpora" / "moby-dick.txt")
    parser.add_argument("--command", type=pathlib.Path, default=ROOT / "build" / "native" / "unrolled")
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    CACHE.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(arguments.text.read_bytes()).hexdigest()
    text = read_tokens(arguments.text)
    print(f"{arguments.text.name}, sha256 {digest[:16]}: {len(text[0])} characters to learn from, "
          f"{len(text[1])} held out, {text[2]} symbols")
    print("| model | PyTorch, each seed | ours, each seed | PyTorch | ours | gap | |\n|---|---|---|---|---|---|---|")
    results = [compare(name, arguments, text, digest) for name in arguments.models]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
