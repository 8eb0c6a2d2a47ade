#!/usr/bin/python3
"""Writes tests/golden/measures/*.json: what PyTorch finds out about models of tests/golden, for tests/engine/measures_parity_test.cpp.

    /usr/bin/python3 tests/parity/measures.py            writes both files
    /usr/bin/python3 tests/parity/measures.py --check    compares with the committed files instead

The examples are the rows of a golden file's first batch. Nothing here knows how the engine computes: heads are read from
nn.MultiheadAttention's own weights, a part is off where a hook takes away what it gives, a lens and a patch are hooks on layers,
an LSTM is nn.LSTMCell step by step, components are torch.linalg.svd's.
"""
import argparse
import json
import pathlib

import torch
from torch.nn import functional

import families
from golden import Maker, same, text_of

FOLDER = pathlib.Path(__file__).parents[1] / "golden" / "measures"


def model_and_batch(name):
    case, build = families.cases()[name]
    maker = Maker(name, case, build)
    return maker.model.eval(), maker.batches[0]


def loss_and_accuracy(logits, targets):
    loss = functional.cross_entropy(logits.flatten(0, 1), targets.flatten()).item()
    return loss, (logits.argmax(-1) == targets).double().mean().item()


def mean(values):
    return sum(values) / len(values)


class Hooked:
    """A model under hooks, which are gone afterwards."""

    def __init__(self, *hooks):
        self.hooks = hooks

    def __enter__(self):
        self.handles = [module.register_forward_hook(hook) for module, hook in self.hooks]

    def __exit__(self, *_):
        for handle in self.handles:
            handle.remove()


def components(points):
    """Coordinates along the two principal components, whose largest entry is positive, and their shares of the variance."""
    centred = points - points.mean(0)
    _, singular, directions = torch.linalg.svd(centred, full_matrices=False)
    directions = directions[:2]
    largest = directions.abs().argmax(1, keepdim=True)
    directions = directions * directions.gather(1, largest).sign()
    return (centred @ directions.T).tolist(), (singular[:2] ** 2 / (singular ** 2).sum()).tolist()


# A decoder of nn.TransformerEncoderLayer ---------------------------------------------------------------------------------


def attention_of(model, batch):
    """[layer][B,H,T,T]"""
    found = []
    for layer in model.layers:
        forward = layer.self_attn.forward

        def keeping(*args, forward=forward, **more):
            mixed, weights = forward(*args, **{**more, "need_weights": True, "average_attn_weights": False})
            found.append(weights)
            return mixed, weights

        layer.self_attn.forward = keeping
    model(batch.input)
    for layer in model.layers:
        del layer.self_attn.forward
    return found


def head_scores(weights, tokens, targets):
    """By score, one number a head. weights: [B,H,T,T]"""
    rows, heads, length, _ = weights.shape
    scores = {"previous": [], "induction": [], "copying": [], "entropy": []}
    for h in range(heads):
        kept = {key: [] for key in scores}
        for b in range(rows):
            for q in range(length):
                a, seen = weights[b, h, q], range(q + 1)
                if q > 0:
                    kept["previous"].append(a[q - 1].item())
                    kept["entropy"].append(torch.distributions.Categorical(a[: q + 1]).entropy().item() / torch.tensor(q + 1.0).log().item())
                matches = [k for k in seen if k > 0 and tokens[b, k - 1] == tokens[b, q]]
                if matches:
                    kept["induction"].append(a[matches].sum().item())
                kept["copying"].append(a[[k for k in seen if tokens[b, k] == targets[b, q]]].sum().item())
        for key in scores:
            scores[key].append(mean(kept[key]))
    return scores


def without_head(layer, head, heads):
    """What this head mixes is taken away before the heads are joined: all that is left of it is the shared bias."""
    forward = layer.self_attn.forward
    width = layer.self_attn.embed_dim // heads

    def lacking(query, key, value, **more):
        attention = layer.self_attn
        weight, bias = attention.in_proj_weight, attention.in_proj_bias
        q, k, v = (part.unflatten(-1, (heads, width)).transpose(1, 2) for part in functional.linear(query, weight, bias).chunk(3, -1))
        scores = q @ k.transpose(-1, -2) / width ** 0.5 + more["attn_mask"]
        mixed = scores.softmax(-1) @ v
        mixed[:, head] = 0
        return functional.linear(mixed.transpose(1, 2).flatten(2), attention.out_proj.weight, attention.out_proj.bias), None

    layer.self_attn.forward = lacking
    return forward


def decoder(name):
    model, batch = model_and_batch(name)
    heads, count = 2, len(model.layers)
    whole, accuracy = loss_and_accuracy(model(batch.input), batch.targets)
    scores = [head_scores(weights, batch.input.tokens, batch.targets) for weights in attention_of(model, batch)]
    head_off, layer_off = [], []
    for layer in model.layers:
        head_off.append([])
        for head in range(heads):
            without_head(layer, head, heads)
            loss, right = loss_and_accuracy(model(batch.input), batch.targets)
            del layer.self_attn.forward
            head_off[-1].append([loss - whole, accuracy - right])
        with Hooked((layer, lambda _, given, __: given[0])):
            loss, right = loss_and_accuracy(model(batch.input), batch.targets)
        layer_off.append([loss - whole, accuracy - right])
    points, explained = components(model.embedding.weight)
    return {"made_by": f"tests/parity/measures.py, PyTorch {torch.__version__}, double", "model": name, "loss": whole,
            "accuracy": accuracy, "heads": scores, "head_off": head_off, "layer_off": layer_off,
            "lens": lens_of(model, batch), "patch": patches(model, batch), "points": points, "explained": explained}


def lens_of(model, batch):
    """[place][B,T,V]: the probabilities that the head reads from what enters the first layer and from what each layer leaves."""
    read = []
    hooks = [(layer, lambda _, given, left: read.append((given[0], left))) for layer in model.layers]
    with Hooked(*hooks):
        model(batch.input)
    places = [read[0][0], *(left for _, left in read)]
    return [model.head(model.norm(place)).softmax(-1).tolist() for place in places]


def patches(model, batch):
    """[place][T]: of rows 0 and 1, what enters the first layer and what each layer leaves: see difference()."""
    left = [[] for _ in range(len(model.layers) + 1)]

    def keep(place):
        return lambda _, given, out: left[place].append(given[0] if place == 0 else out)

    with Hooked((model.layers[0], keep(0)), *((layer, keep(i + 1)) for i, layer in enumerate(model.layers))):
        logits = model(batch.input)
    difference = differing(logits, batch.targets)
    d = difference(logits)
    own, others = d[0].item(), d[1].item()
    moved = []
    for place, (kept,) in enumerate(left):
        moved.append([])
        for t in range(batch.input.shape[1]):
            if place == 0:
                hook = (model.layers[0], None)
                handle = model.layers[0].register_forward_pre_hook(lambda _, given, t=t, kept=kept: (put(given[0], kept, t), *given[1:]))
                d = difference(model(batch.input))
                handle.remove()
            else:
                with Hooked((model.layers[place - 1], lambda _, __, out, t=t, kept=kept: put(out, kept, t))):
                    d = difference(model(batch.input))
            moved[-1].append((d[0].item() - own) / (others - own))
    return {"moved": moved, "difference": own, "difference_other": others}


def put(x, kept, t):
    """Row 0 shows at t what row 1 shows there."""
    x = x.clone()
    x[0, t] = kept[1, t]
    return x


def differing(logits, targets):
    """At the last position at which rows 0 and 1 are answered otherwise: the logit of row 1's answer less that of row 0's."""
    t = max(t for t in range(targets.shape[1]) if targets[0, t] != targets[1, t])
    return lambda logits: logits[:2, t, targets[1, t]] - logits[:2, t, targets[0, t]]


# nn.LSTM, step by step ---------------------------------------------------------------------------------------------------


def run_lstm(model, tokens, gates=lambda layer, i, f, g, o: (i, f, g, o), state=lambda layer, t, h, c: (h, c)):
    """logits, and h and c of every layer [L][B,T,H]; gates and state may be other than they are."""
    lstm, x = model.lstm, model.embedding(tokens)
    hs, cs = [], []
    for layer in range(lstm.num_layers):
        w_ih, w_hh, b_ih, b_hh = (getattr(lstm, f"{name}_l{layer}") for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
        h = c = torch.zeros(len(tokens), lstm.hidden_size)
        steps, cells = [], []
        for t in range(tokens.shape[1]):
            i, f, g, o = (x[:, t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(4, -1)
            i, f, g, o = gates(layer, i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid())
            c = f * c + i * g
            h, c = state(layer, t, o * c.tanh(), c)
            steps.append(h), cells.append(c)
        x = torch.stack(steps, 1)
        hs.append(x), cs.append(torch.stack(cells, 1))
    return model.head(x), hs, cs


def held(layer, gate, value):
    """Gates of which one, of all units of one layer, shows a value."""
    def gates(at, *shown):
        return tuple(torch.full_like(z, value) if at == layer and k == gate else z for k, z in enumerate(shown))
    return gates


def unit_off(layer, unit):
    def state(at, _, h, c):
        return (h * (torch.arange(h.shape[1]) != unit) if at == layer else h), c
    return state


def lstm(name):
    model, batch = model_and_batch(name)
    tokens = batch.input.tokens
    logits, hs, cs = run_lstm(model, tokens)
    assert torch.allclose(logits, model(batch.input))
    whole, accuracy = loss_and_accuracy(logits, batch.targets)

    def off(**how):
        loss, right = loss_and_accuracy(run_lstm(model, tokens, **how)[0], batch.targets)
        return [loss - whole, accuracy - right]

    layers = range(model.lstm.num_layers)
    gates = [[[off(gates=held(layer, gate, value)) for value in (0.0, 1.0)] if gate != 2 else [off(gates=held(layer, gate, 0.0))]
              for gate in range(4)] for layer in layers]
    units = [[off(state=unit_off(layer, unit)) for unit in range(model.lstm.hidden_size)] for layer in layers]
    own, others = differing(logits, batch.targets)(logits).tolist()
    moved = [[moved_by(model, batch, layer, t, hs, cs, own, others) for t in range(tokens.shape[1])] for layer in layers]
    points, explained = components(hs[-1].flatten(0, 1))
    return {"made_by": f"tests/parity/measures.py, PyTorch {torch.__version__}, double", "model": name, "loss": whole,
            "accuracy": accuracy, "gate_off": gates, "unit_off": units,
            "lens": {"h": [model.head(h).softmax(-1).tolist() for h in hs],
                     "c": [model.head(c.tanh()).softmax(-1).tolist() for c in cs]},
            "patch": {"moved": moved, "difference": own, "difference_other": others}, "points": points, "explained": explained}


def moved_by(model, batch, layer, t, hs, cs, own, others):
    def state(at, step, h, c):
        return (put_row(h, hs[layer], t), put_row(c, cs[layer], t)) if (at, step) == (layer, t) else (h, c)
    logits = run_lstm(model, batch.input.tokens, state=state)[0]
    return (differing(logits, batch.targets)(logits)[0].item() - own) / (others - own)


def put_row(x, kept, t):
    return torch.cat([kept[1:2, t], x[1:]])


CASES = {"decoder-pre-learned-gelu": decoder, "lstm-2-layers": lstm}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed files, and write none")
    check = parser.parse_args().check
    torch.set_default_dtype(torch.float64)
    FOLDER.mkdir(exist_ok=True)
    for name, make in CASES.items():
        with torch.no_grad():
            content = make(name)
        path = FOLDER / f"{name}.json"
        if not check:
            path.write_text(text_of(content))
        print(f"{name}: {'as it was' if check and same(content, path) else 'DIFFERENT' if check else 'written'}")


if __name__ == "__main__":
    main()
