"""What rnn, gru and lstm share: embedding, one-hot symbols or numbers; PyTorch's recurrent layers; a linear head."""
import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Recurrent(nn.Module):
    """cell: nn.RNN, nn.GRU or nn.LSTM (or alike), called with the sizes; its parameters stand under options["kind"]."""

    def __init__(self, options, signature, cell):
        super().__init__()
        self.kind, self.signature = options["kind"], signature
        symbols = signature["input"].get("symbols", 0)
        self.one_hot = symbols > 0 and options.get("input", "learned") == "one_hot"
        width = signature["input"].get("features", symbols)
        if symbols > 0 and not self.one_hot:
            width = options["embedding_size"]
            self.embedding = nn.Embedding(symbols, width)
        self.bidirectional = options.get("bidirectional", False)
        setattr(self, self.kind, cell(input_size=width, hidden_size=options["hidden_size"], batch_first=True,
                                      num_layers=options.get("num_layers", 1), bidirectional=self.bidirectional))
        self.head = nn.Linear(options["hidden_size"] * (1 + self.bidirectional), signature["output"]["width"])

    def read(self, stream):
        if stream.tokens is None:
            return stream.values.to(self.head.weight.dtype)
        if self.one_hot:
            return functional.one_hot(stream.tokens, self.signature["input"]["symbols"]).to(self.head.weight.dtype)
        return self.embedding(stream.tokens)

    def forward(self, stream, source=None):
        x, cell = self.read(stream), getattr(self, self.kind)
        if not self.bidirectional:
            hidden, _ = cell(x)
        else:
            packed = pack_padded_sequence(x, stream.lengths, batch_first=True, enforce_sorted=False)
            hidden, _ = pad_packed_sequence(cell(packed)[0], batch_first=True, total_length=x.shape[1])
        return self.head(self.summed_up(hidden, stream) if self.signature["output"]["whole"] else hidden)

    def summed_up(self, hidden, stream):
        """Where each direction has read everything: forward at a row's last position, backward at its first."""
        last = hidden[torch.arange(len(hidden)), stream.lengths - 1]
        if not self.bidirectional:
            return last
        size = hidden.shape[-1] // 2
        return torch.cat([last[:, :size], hidden[:, 0, size:]], dim=-1)
