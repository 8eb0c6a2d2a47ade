#!/usr/bin/python3
"""Writes tests/golden/*.json: what PyTorch computes in double, for tests/engine/parity_test.cpp to match.

    /usr/bin/python3 tests/parity/golden.py                    writes every file
    /usr/bin/python3 tests/parity/golden.py lstm lstm-one-hot  writes these
    /usr/bin/python3 tests/parity/golden.py --check            compares with the committed files instead

Debian's python3-torch is enough; the product itself needs neither Python nor PyTorch. One file holds one small model of
families/: its weights, a cycle of batches, result, loss and gradients of the first batch, and the loss of each of 100
training steps under several optimizers and schedules, all from the same weights. Models and training are written as in an
experiment, so that the engine reads them as it reads a user's; signature and batches as batches.py explains.

Weights are multiples of 1/1024, so that the same file starts a run in float without rounding anything.
"""
import argparse
import json
import math
import pathlib
import sys
import warnings

import torch

import families
from batches import made_up
from training import loss_of, runs_at, train


def fixed_weights(model, seed):
    """Large enough that gates saturate a little and attention is far from uniform."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=generator, dtype=torch.float64)
            is_norm_scale = "norm" in name and name.endswith("weight")
            value = 1 + 0.2 * noise if is_norm_scale else 0.4 * noise
            weight.copy_(torch.round(value * 1024) / 1024)


class Maker:
    """Makes one golden file."""

    def __init__(self, name, case, build):
        self.name, self.case, self.asked = name, case, case.signature
        self._build, self._seed = build, case.seed_of(name)
        self.batches = made_up(self.asked, torch.Generator().manual_seed(self._seed))
        self.model = self.fresh()

    def fresh(self):
        """A model with the file's weights."""
        model = self._build(self.case.options, self.asked)
        fixed_weights(model, self._seed)
        return model

    def content(self):
        result, loss = loss_of(self.model, self.asked, self.batches[0])
        loss.backward()
        runs = [{"train": run, "losses": train(self.fresh(), self.asked, self.batches, run)} for run in self.runs()]
        check_that_runs_differ(self.name, runs)
        return {
            "made_by": f"tests/parity/golden.py, PyTorch {torch.__version__}, double",
            "model": self.case.options,
            "signature": self.asked,
            "parameters": {key: {"shape": list(p.shape), "value": flat(p), "grad": flat(p.grad)}
                           for key, p in self.model.named_parameters()},
            "batches": [batch_json(batch) for batch in self.batches],
            "result": self.counted(result.detach()).tolist(),
            "loss": loss.item(),
            "runs": runs,
        }

    def runs(self):
        return runs_at(self.case.rate, self.case.runs)

    def counted(self, result):
        """Zeros where the answer does not count, as an engine may give anything there."""
        if not self.asked["output"]["whole"]:
            result[~self.batches[0].input.valid] = 0
        return result

    def chaos(self, runs):
        """How far PyTorch in float strays from itself in double, relative, in 100 steps: the engine's float will, too."""
        furthest = 0
        for run in runs:
            losses = train(self.fresh().float(), self.asked, self.batches, run["train"])
            furthest = max([furthest, *(abs(a - b) / b for a, b in zip(losses, run["losses"]))])
        return furthest


def check_that_runs_differ(name, runs):
    """A clipping that never acts, or a decay too small to see, would prove nothing."""
    for i, run in enumerate(runs):
        for other in runs[:i]:
            gap = abs(run["losses"][-1] - other["losses"][-1]) / abs(other["losses"][-1])
            assert gap > 2e-4, f"{name}: two optimizers end within {gap:.1e} of each other"


def flat(tensor):
    return tensor.detach().flatten().tolist()


def stream_json(stream):
    data = {"tokens": stream.tokens.tolist()} if stream.values is None else {"values": stream.values.tolist()}
    return {**data, "lengths": stream.lengths.tolist()}


def batch_json(batch):
    content = {"input": stream_json(batch.input)}
    if batch.source:
        content["source"] = stream_json(batch.source)
    if batch.targets is not None:
        content["targets"] = batch.targets.tolist()
    if batch.numbers is not None:
        content["numbers"] = without_nan(batch.numbers.tolist())
    return content


def without_nan(tree):
    """JSON has no NaN: null stands for it."""
    if isinstance(tree, list):
        return [without_nan(branch) for branch in tree]
    return None if math.isnan(tree) else tree


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


def write(path, maker):
    content = maker.content()
    path.write_text(text_of(content))
    last = ", ".join(f"{run['losses'][-1]:.3f}" for run in content["runs"])
    print(f"{path.name}: {path.stat().st_size / 1024:.0f} KiB, loss {content['loss']:.3f}, at the end {last}; "
          f"in float {maker.chaos(content['runs']):.0e} away")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    parser.add_argument("names", nargs="*", help="only these")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore", message="The epoch parameter")  # SequentialLR's own, about itself
    torch.set_default_dtype(torch.float64)
    folder = pathlib.Path(__file__).resolve().parent.parent / "golden"
    everything = families.cases()
    failures = 0
    for name in arguments.names or everything:
        path, maker = folder / f"{name}.json", Maker(name, *everything[name])
        if not arguments.check:
            write(path, maker)
            continue
        good = same(maker.content(), path)
        failures += not good
        print("same" if good else "DIFFERENT", name)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
