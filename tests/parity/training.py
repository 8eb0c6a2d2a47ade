"""Losses, optimizers and schedules as PyTorch has them, chosen by the "train" part of an experiment."""
import torch
from torch.nn import functional

from batches import BATCH, IGNORED

STEPS = 100


def runs_at(rate, count):
    """The "train" parts of five experiments, or of the two that need most of the trainer."""
    adam = dict(lr=rate, beta1=0.9, beta2=0.999, eps=1e-8)
    constant = dict(kind="constant")
    cosine = dict(kind="cosine", warmup=10, final_fraction=0.1, span=STEPS + 1)
    linear = dict(kind="linear", warmup=5, final_fraction=0.2, span=STEPS + 1)
    runs = [
        dict(optimizer=dict(kind="adamw", **adam, weight_decay=0.05), clip_norm=0, schedule=constant),
        dict(optimizer=dict(kind="adamw", **adam, weight_decay=0.05), clip_norm=0.2, schedule=cosine),
        dict(optimizer=dict(kind="adam", **adam, weight_decay=0.01), clip_norm=1, schedule=constant),
        dict(optimizer=dict(kind="sgd", lr=5 * rate, momentum=0.9), clip_norm=0.5, schedule=constant),
        dict(optimizer=dict(kind="sgd", lr=10 * rate, momentum=0.5, weight_decay=0.02), clip_norm=1, schedule=linear),
    ]
    chosen = {5: runs, 2: [runs[1], runs[3]]}[count]
    return [{"batch_size": BATCH, "steps": STEPS, **run} for run in chosen]


def loss_of(model, asked, batch):
    """result [B,T,width] or [B,width], and the mean loss over the answers that count."""
    result = model(batch.input, batch.source)
    kind = asked["output"]["kind"]
    if kind == "symbols":
        return result, functional.cross_entropy(result.flatten(0, -2), batch.targets.flatten(), ignore_index=IGNORED)
    if kind == "numbers":
        counts = ~batch.numbers[..., 0].isnan()
        return result, functional.mse_loss(result[counts], batch.numbers[counts].to(result.dtype))
    return result, mixture_loss(result, batch.input)


def mixture_loss(result, points):
    """- log sum_k weight_k N(x | mean_k, deviation_k), mean over the valid points of all sets. The result's columns: k logits,
    k mean pairs, k deviation pairs, of which softplus + 0.01 is taken."""
    count = result.shape[-1] // 5
    logits, means, raw = result.split([count, 2 * count, 2 * count], dim=-1)
    deviations = functional.softplus(raw) + 0.01
    gaussians = torch.distributions.Normal(means.unflatten(-1, (-1, 2))[:, None], deviations.unflatten(-1, (-1, 2))[:, None])
    densities = gaussians.log_prob(points.values.to(result.dtype)[:, :, None]).sum(-1)
    each = torch.logsumexp(functional.log_softmax(logits, dim=-1)[:, None] + densities, dim=-1)
    return -each[points.valid].mean()


def optimizer_of(model, options):
    rest = {key: value for key, value in options.items() if key not in ("kind", "beta1", "beta2")}
    if options["kind"] == "sgd":
        return torch.optim.SGD(model.parameters(), **rest)
    kind = {"adamw": torch.optim.AdamW, "adam": torch.optim.Adam}[options["kind"]]
    return kind(model.parameters(), betas=(options["beta1"], options["beta2"]), **rest)


def schedule_of(optimizer, options):
    """Warm-up and decay by PyTorch's own schedulers, at the end in the last step of the span; None for a constant rate."""
    if options["kind"] == "constant":
        return None
    warmup, final = options["warmup"], options["final_fraction"]
    way = options["span"] - 1 - warmup
    schedules = torch.optim.lr_scheduler
    rise = schedules.LinearLR(optimizer, start_factor=1 / warmup, total_iters=warmup - 1)
    if options["kind"] == "cosine":
        lowest = final * optimizer.defaults["lr"]
        fall = schedules.CosineAnnealingLR(optimizer, T_max=way, eta_min=lowest)
    else:
        fall = schedules.LinearLR(optimizer, start_factor=1, end_factor=final, total_iters=way)
    return schedules.SequentialLR(optimizer, [rise, fall], milestones=[warmup])


def train(model, asked, batches, run):
    """The loss before each of STEPS updates; the batches take turns."""
    optimizer = optimizer_of(model, run["optimizer"])
    schedule = schedule_of(optimizer, run["schedule"])
    losses = []
    for step in range(STEPS):
        _, loss = loss_of(model, asked, batches[step % len(batches)])
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        if run["clip_norm"] > 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), run["clip_norm"])
        optimizer.step()
        if schedule:
            schedule.step()
        losses.append(loss.item())
    return losses
