"""What a task asks of a model, and made-up batches of it: plan/batch.hpp in Python, everything batch-major.

A signature is a dict as it stands in a golden file:

    {"input": {"symbols": 11, "length": 6} or {"features": 3, "length": 6}, "source": the same, for pairs only,
     "output": {"kind": "symbols" | "numbers" | "mixture", "width": 11, "whole": false}, "causal": true,
     "ordered": true, "image_columns": 0}
"""
import dataclasses
from typing import Optional

import torch

BATCH, BATCHES = 3, 4
IGNORED = -1  # a target that the loss leaves out; of numbers, a row that begins with NaN
END, START = 0, 1  # in the answers of pairs


@dataclasses.dataclass
class Stream:
    """B rows of T positions: tokens [B,T] or values [B,T,F]; lengths [B], full where None."""
    tokens: Optional[torch.Tensor] = None
    values: Optional[torch.Tensor] = None
    lengths: Optional[torch.Tensor] = None

    def __post_init__(self):
        if self.lengths is None:
            self.lengths = torch.full((self.shape[0],), self.shape[1])

    @property
    def shape(self):
        return (self.values if self.tokens is None else self.tokens).shape[:2]

    @property
    def valid(self):
        """[B,T], true within each row's length."""
        return torch.arange(self.shape[1]) < self.lengths[:, None]


@dataclasses.dataclass
class Batch:
    """targets [B,T] or [B]; numbers [B,T,width] or [B,width]; neither for a mixture, which the input itself judges."""
    input: Stream
    source: Optional[Stream] = None
    targets: Optional[torch.Tensor] = None
    numbers: Optional[torch.Tensor] = None


def symbols(count, length=6):
    return {"symbols": count, "length": length}


def features(count, length=6):
    return {"features": count, "length": length}


def signature(reads, kind, width, whole=False, causal=True, source=None, ordered=True, image_columns=0):
    made = {"input": reads, "output": {"kind": kind, "width": width, "whole": whole}, "causal": causal,
            "ordered": ordered, "image_columns": image_columns}
    return {**made, "source": source} if source else made


def next_symbol(count=11, length=6):
    return signature(symbols(count, length), "symbols", count)


def pairs(source, count, length=5):
    """An answer of `count` different symbols to what `source` (symbols(...) or features(...)) gives."""
    return signature(symbols(count, length), "symbols", count, causal=True, source=source)


def made_up(asked, generator):
    """BATCHES batches. Rows differ in length wherever a task's may, and padding is not zero but any symbol."""
    if "source" in asked:
        return [pair_batch(asked, generator) for _ in range(BATCHES)]
    output = asked["output"]
    if asked["input"].get("symbols") == output["width"] and asked["causal"] and not output["whole"]:
        return next_symbol_batches(asked, generator)
    return [single_batch(asked, generator, last=i == BATCHES - 1) for i in range(BATCHES)]


def next_symbol_batches(asked, generator):
    """The targets are the inputs moved by one, with a few left out of the last batch."""
    count, length = asked["input"]["symbols"], asked["input"]["length"]
    batches = []
    for _ in range(BATCHES):
        text = torch.randint(count, (BATCH, length + 1), generator=generator)
        batches.append(Batch(Stream(text[:, :-1].contiguous()), targets=text[:, 1:].contiguous()))
    batches[-1].targets[0, :2] = IGNORED
    batches[-1].targets[2, 5] = IGNORED
    return batches


def single_batch(asked, generator, last):
    output = asked["output"]
    ragged = (output["whole"] or not asked["causal"]) and not asked["image_columns"]
    reads = made_up_stream(asked["input"], generator, ragged)
    rows = reads.shape[:1] if output["whole"] else reads.shape
    counts = torch.ones(rows, dtype=torch.bool) if output["whole"] else reads.valid
    if last:
        counts[0] = False
    if output["kind"] == "symbols":
        targets = torch.randint(output["width"], rows, generator=generator)
        return Batch(reads, targets=targets.where(counts, torch.tensor(IGNORED)))
    if output["kind"] == "numbers":
        numbers = made_up_numbers((*rows, output["width"]), generator)
        numbers[~counts] = torch.nan
        return Batch(reads, numbers=numbers)
    return Batch(reads)


def pair_batch(asked, generator):
    """Answers are START and symbols, to be followed by END; their rows differ in length, as their sources' do."""
    source = made_up_stream(asked["source"], generator, ragged=True)
    reads = made_up_stream(asked["input"], generator, ragged=True)
    reads.tokens[:, 0] = START
    rows = torch.arange(BATCH)
    targets = torch.cat([reads.tokens[:, 1:], torch.full((BATCH, 1), END)], dim=1)
    targets[rows, reads.lengths - 1] = END
    return Batch(reads, source, targets=targets.where(reads.valid, torch.tensor(IGNORED)))


def made_up_stream(size, generator, ragged):
    length = size["length"]
    lengths = torch.randint((length + 1) // 2, length + 1, (BATCH,), generator=generator)
    lengths[0] = length
    if not ragged:
        lengths[:] = length
    if "symbols" in size:
        return Stream(torch.randint(size["symbols"], (BATCH, length), generator=generator), lengths=lengths)
    stream = Stream(values=made_up_numbers((BATCH, length, size["features"]), generator), lengths=lengths)
    stream.values[~stream.valid] = 0
    return stream


def made_up_numbers(shape, generator):
    """Multiples of 1/1024, which the engine's float batches hold exactly."""
    return torch.round(torch.randn(shape, generator=generator, dtype=torch.float64) * 1024) / 1024
