"""Attention as PyTorch 1.13 does not have it, from the papers' formulas: what the Transformers here are built from where
nn.TransformerEncoderLayer and its kin cannot be. Names and shapes are the engine's."""
import math

import torch
from torch import nn
from torch.nn import functional


def causal_mask(length):
    """[T,T], minus infinity for later keys."""
    return torch.full((length, length), -math.inf).triu(1)


def split(x, heads):
    """[B,T,heads*W] -> [B,heads,T,W]"""
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


def rotated(x):
    """RoPE, x [B,heads,T,W]: columns 2i and 2i+1 as a complex number, turned by t / 10000^(2i/W)."""
    length, width = x.shape[-2:]
    rates = 10000.0 ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
    angles = torch.arange(length, dtype=torch.float64)[:, None] * rates
    turn = torch.polar(torch.ones_like(angles), angles).to(torch.complex128 if x.dtype == torch.float64 else torch.complex64)
    return torch.view_as_real(torch.view_as_complex(x.unflatten(-1, (-1, 2)).contiguous()) * turn).flatten(-2)


def alibi(heads, queries, keys):
    """[heads,Q,K], for a power of two of heads."""
    slopes = 2.0 ** (-8.0 * torch.arange(1, heads + 1, dtype=torch.float64) / heads)
    distance = (torch.arange(queries)[:, None] - torch.arange(keys)).abs()
    return -slopes[:, None, None] * distance


def softmax_attention(q, k, v, causal, valid, bias):
    """q [B,H,Q,W], k, v [B,H,K,W], valid [B,K]."""
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if bias is not None:
        scores = scores + bias.to(scores.dtype)
    if causal:
        scores = scores + causal_mask(q.shape[-2]).to(scores.dtype)
    return scores.masked_fill(~valid[:, None, None], -math.inf).softmax(-1) @ v


def linear_attention(q, k, v, causal, valid):
    """Katharopoulos et al. 2020, by way of the weights that it never writes down."""
    weights = (functional.elu(q) + 1) @ (functional.elu(k) + 1).transpose(-1, -2) * valid[:, None, None]
    if causal:
        weights = weights.tril()
    return weights / weights.sum(-1, keepdim=True) @ v


class Heads(nn.Module):
    """What is between the projections and out_proj; kv_heads keys and values, each for a group of queries."""

    def __init__(self, width, options):
        super().__init__()
        self.heads = options["num_heads"]
        self.kv_heads = options.get("num_kv_heads", 0) or self.heads
        self.kv_width = width // self.heads * self.kv_heads
        self.kind, self.position = options.get("attention", "softmax"), options.get("position")
        self.out_proj = nn.Linear(width, width)

    def mix(self, q, k, v, causal, valid, is_self):
        q, k, v = split(q, self.heads), split(k, self.kv_heads), split(v, self.kv_heads)
        if is_self and self.position == "rope":
            q, k = rotated(q), rotated(k)
        k, v = (x.repeat_interleave(self.heads // self.kv_heads, dim=1) for x in (k, v))
        if self.kind == "linear":
            mixed = linear_attention(q, k, v, causal, valid)
        else:
            bias = alibi(self.heads, q.shape[-2], k.shape[-2]) if self.position == "alibi" else None
            mixed = softmax_attention(q, k, v, causal, valid, bias)
        return self.out_proj(mixed.transpose(1, 2).flatten(-2))


class SelfAttention(Heads):
    def __init__(self, width, options):
        super().__init__(width, options)
        self.in_proj_weight = nn.Parameter(torch.empty(width + 2 * self.kv_width, width))
        self.in_proj_bias = nn.Parameter(torch.empty(width + 2 * self.kv_width))

    def forward(self, x, causal, valid):
        packed = functional.linear(x, self.in_proj_weight, self.in_proj_bias)
        parts = packed.split([x.shape[-1], self.kv_width, self.kv_width], dim=-1)
        return self.mix(*parts, causal, valid, is_self=True)


class CrossAttention(Heads):
    """Its memory has a bias of distance in common with self-attention, but is not turned: the engine's choice."""

    def __init__(self, width, options):
        super().__init__(width, options)
        self.q_proj, self.kv_proj = nn.Linear(width, width), nn.Linear(width, 2 * self.kv_width)

    def forward(self, x, memory, valid):
        k, v = self.kv_proj(memory).chunk(2, dim=-1)
        return self.mix(self.q_proj(x), k, v, False, valid, is_self=False)


class RmsNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x / (x.square().mean(-1, keepdim=True) + 1e-5).sqrt() * self.weight


def make_norm(width, options):
    if options.get("normalisation") == "none":
        return nn.Identity()
    return RmsNorm(width) if options.get("normalisation") == "rms_norm" else nn.LayerNorm(width)


class Layer(nn.Module):
    """Self-attention, attention to a memory if there is one, feed-forward, each with its norm before or after."""

    def __init__(self, options, crosses):
        super().__init__()
        width, inner, self.bend = options["d_model"], options["d_ff"], options.get("activation", "gelu")
        self.norm_first, self.residual = options.get("norm", "pre") == "pre", options.get("residual", True)
        self.self_attn = SelfAttention(width, options)
        self.multihead_attn = CrossAttention(width, options) if crosses else None
        self.linear1 = nn.Linear(width, inner * (2 if self.bend == "swiglu" else 1))
        self.linear2 = nn.Linear(inner, width)
        self.norm1, self.norm2 = make_norm(width, options), make_norm(width, options)
        self.norm3 = make_norm(width, options) if crosses else None

    def feed(self, x):
        x = self.linear1(x)
        if self.bend == "swiglu":
            a, b = x.chunk(2, dim=-1)
            return self.linear2(functional.silu(a) * b)
        return self.linear2({"relu": functional.relu, "gelu": functional.gelu}[self.bend](x))

    def around(self, x, norm, change):
        kept = x if self.residual else 0
        return kept + change(norm(x)) if self.norm_first else norm(kept + change(x))

    def forward(self, x, causal, valid, memory=None, memory_valid=None):
        x = self.around(x, self.norm1, lambda y: self.self_attn(y, causal, valid))
        if memory is None:
            return self.around(x, self.norm2, self.feed)
        x = self.around(x, self.norm2, lambda y: self.multihead_attn(y, memory, memory_valid))
        return self.around(x, self.norm3, self.feed)
