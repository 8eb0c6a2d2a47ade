"""`image_conv`: nn.Conv2d, nn.MaxPool2d, and a dense layer that is a convolution over all that is left."""
from torch import nn
from torch.nn import functional

from batches import features, signature
from families import Case

IMAGE = dict(kind="image_conv", channels=2, num_layers=2, kernel_size=3, hidden_size=5)

CASES = {
    "image-conv-rows": Case(IMAGE, signature(features(6, length=7), "symbols", 4, whole=True, causal=False,
                                             image_columns=6), rate=0.0005),
    "image-conv-pixels": Case({**IMAGE, "num_layers": 1, "kernel_size": 2},
                              signature(features(1, length=20), "numbers", 2, whole=True, causal=False,
                                        image_columns=5), rate=0.001),
}


class ImageConv(nn.Module):
    def __init__(self, options, asked):
        super().__init__()
        size, self.columns = asked["input"], asked["image_columns"]
        self.lines = size["length"] * size["features"] // self.columns
        blocks, channels, self.kernel = options["num_layers"], options["channels"], options["kernel_size"]
        widths = [1] + [channels * 2**block for block in range(blocks)]
        self.convs = nn.ModuleList([nn.Conv2d(a, b, self.kernel) for a, b in zip(widths, widths[1:])])
        left = (self.lines >> blocks, self.columns >> blocks)
        self.linear1 = nn.Conv2d(widths[-1], options["hidden_size"], left)
        self.head = nn.Linear(options["hidden_size"], asked["output"]["width"])

    def forward(self, stream, source=None):
        x = stream.values.to(self.head.weight.dtype).reshape(-1, 1, self.lines, self.columns)
        before = (self.kernel - 1) // 2
        after = self.kernel - 1 - before
        for conv in self.convs:
            x = functional.max_pool2d(functional.relu(conv(functional.pad(x, (before, after, before, after)))), 2)
        return self.head(functional.relu(self.linear1(x)).flatten(1))


def build(options, asked):
    return ImageConv(options, asked)
