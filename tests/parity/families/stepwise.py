"""A recurrent stack whose cell PyTorch does not have, one step after the other, with nn.LSTM's names and arguments."""
import math

import torch
from torch import nn


class Stepwise(nn.Module):
    """A subclass says how many parts of H rows its weights have (gates), and makes a step. One direction."""

    gates = 1

    def __init__(self, input_size, hidden_size, num_layers, batch_first=True, bidirectional=False):
        super().__init__()
        assert batch_first and not bidirectional
        self.hidden_size, self.num_layers = hidden_size, num_layers
        for layer in range(num_layers):
            self.add_layer(layer, input_size if layer == 0 else hidden_size)

    def add_layer(self, layer, width):
        rows = self.gates * self.hidden_size
        for name, shape in {"weight_ih": (rows, width), "weight_hh": (rows, self.hidden_size), "bias_ih": (rows,),
                            "bias_hh": (rows,)}.items():
            parameter = nn.Parameter(torch.empty(shape).uniform_(-1, 1) / math.sqrt(self.hidden_size))
            self.register_parameter(f"{name}_l{layer}", parameter)

    def of(self, layer, name):
        return getattr(self, f"{name}_l{layer}")

    def step(self, layer, x, state):
        """state: (h,) or (h, c), each [B,H]. Gives the next one."""
        raise NotImplementedError

    def start(self, x):
        return (x.new_zeros(len(x), self.hidden_size),)

    def forward(self, x):
        for layer in range(self.num_layers):
            state, steps = self.start(x), []
            for t in range(x.shape[1]):
                state = self.step(layer, x[:, t], state)
                steps.append(state[0])
            x = torch.stack(steps, dim=1)
        return x, state
