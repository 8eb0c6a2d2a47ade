"""What the convolutional families share: how a stream enters, and convolutions along time with positions before channels."""
import torch
from torch import nn
from torch.nn import functional


def entry(size, width):
    """Rows of an embedding for symbols, a linear layer for numbers."""
    return nn.Embedding(size["symbols"], width) if "symbols" in size else nn.Linear(size["features"], width)


def enter(layer, stream):
    return layer(stream.tokens) if stream.tokens is not None else layer(stream.values.to(layer.weight.dtype))


def zeroed(x, stream):
    """x [B,T,C] with zeros beyond each row's length."""
    return x * stream.valid[:, :, None]


def along_time(conv, x, stream, causal):
    """nn.Conv1d on x [B,T,C]: position t sees t and earlier ones, or both sides within the row's length."""
    reach = (conv.kernel_size[0] - 1) * conv.dilation[0]
    left = reach if causal else reach // 2
    x = x if causal else zeroed(x, stream)
    return conv(functional.pad(x.transpose(1, 2), (left, reach - left))).transpose(1, 2)


def mean_over(x, stream):
    return zeroed(x, stream).sum(1) / stream.lengths[:, None]


def maximum_over(x, stream):
    return x.masked_fill(~stream.valid[:, :, None], -torch.inf).amax(1)


def last_of(x, stream):
    return x[torch.arange(len(x)), stream.lengths - 1]
