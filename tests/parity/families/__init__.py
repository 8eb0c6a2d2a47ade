"""The engine's model families in PyTorch, one module each: how to add one.

    CASES = {"gru": Case({"kind": "gru", ...})}      by the name of the golden file; see Case below
    def build(options, signature): ...               an nn.Module of the model part of an experiment

A model is called as model(input, source) with Streams (batches.py; source None unless the signature has one) and gives
[B,T,width], or [B,width] where the output is whole. Its named_parameters() are the engine's: names, shapes, layouts. What
it gives beyond a row's length does not matter, and what stands there must not matter to it. Values of
streams are double: bring them to the model's dtype. Write the file with golden.py NAME; parity_test.cpp finds it there.
"""
import dataclasses
import importlib
import pkgutil
import zlib
from typing import Optional

from batches import next_symbol


@dataclasses.dataclass
class Case:
    """One golden file."""
    options: dict  # the model part of an experiment
    signature: dict = dataclasses.field(default_factory=next_symbol)
    rate: float = 0.01  # of AdamW. Lower it where PyTorch in float runs away from PyTorch in double (golden.py says)
    seed: Optional[int] = None  # None: from the name
    runs: int = 2  # of 100 training steps: 2 or 5

    def seed_of(self, name):
        return zlib.crc32(name.encode()) if self.seed is None else self.seed


def modules():
    """Those with CASES, by name."""
    found = {info.name: importlib.import_module(f"families.{info.name}") for info in pkgutil.iter_modules(__path__)}
    return {name: module for name, module in sorted(found.items()) if hasattr(module, "CASES")}


def cases():
    """{name: (case, build)} of every family."""
    return {name: (case, module.build) for module in modules().values() for name, case in module.CASES.items()}


def build(options, signature):
    """The model of one experiment entry, in PyTorch's default dtype, started as the engine starts it."""
    return modules()[options["kind"]].build(options, signature)
