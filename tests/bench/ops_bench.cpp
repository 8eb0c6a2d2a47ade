// Speed of single ops and of two models made of them: `cmake --build BUILD --target ops_bench`, then run it (natively) or
// `node ops_bench.mjs` (WebAssembly); an argument selects the lines whose name contains it. Prints milliseconds of a
// forward and of a backward run, and the rate of both by the flops that docs/performance.md counts.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "core/rng.hpp"
#include "ops/activation.hpp"
#include "ops/attention.hpp"
#include "ops/cross_entropy.hpp"
#include "ops/embedding.hpp"
#include "ops/layer_norm.hpp"
#include "ops/linear.hpp"
#include "ops/lstm.hpp"
#include "ops/rnn.hpp"
#include "plan/plan.hpp"

using namespace unrolled;

namespace {

constexpr std::size_t kVocabulary = 64;
std::string selection;  // part of a name, or empty

/// Of this process natively, so that others do not disturb; of the wall under WebAssembly.
double seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

/// Of a run, over a third of a second; the best rather than the median, as other programs may be running.
template <class Work>
double best_seconds(Work work) {
  double best = 1e9;
  for (const double first = seconds(); seconds() - first < 0.3;) {
    int repeats = 0;
    const double start = seconds();
    do work();
    while (++repeats, seconds() - start < 0.001);  // clocks may be coarse
    best = std::min(best, (seconds() - start) / repeats);
  }
  return best;
}

/// A plan and the parameters it uses, with short names for building one.
struct Bench {
  Plan<float> plan;
  Arena<float> parameters;
  Pass pass{.training = true};

  Tensor<float>& tensor(Shape shape) { return plan.tensor("x", std::move(shape)); }
  Tensor<float>& parameter(Shape shape) { return parameters.add("p", std::move(shape)); }
  Indices& tokens(Shape shape) { return plan.indices("tokens", std::move(shape)); }

  Tensor<float>& linear(Tensor<float>& x, std::size_t out, LinearFinish<float> finish = {}) {
    std::vector<std::size_t> sizes = x.shape.sizes();
    sizes.back() = out;
    Tensor<float>& y = tensor(Shape(sizes));
    plan.add<LinearOp<float>>(x, parameter({out, x.shape.last()}), &parameter({out}), nullptr, y, finish);
    return y;
  }
  void loss(Tensor<float>& x) {
    Tensor<float>& logits = linear(x, kVocabulary);
    plan.add<CrossEntropyOp<float>>(logits, tokens({x.shape.rows()}), tensor({1}),
                                    std::vector<std::string>{"row", "token"}, Shape{x.shape.rows(), kVocabulary});
  }

  void run(const std::string& name) {
    if (name.find(selection) == std::string::npos) return;
    plan.allocate();
    parameters.allocate();
    Rng rng(1);
    for (Arena<float>* arena : {&plan.arena(), &parameters})
      for (Tensor<float>& x : arena->tensors())
        for (float& v : x.value) v = static_cast<float>(rng.uniform(-0.2, 0.2));
    plan.forward({});  // copies of weights are made even where the runs that count keep them
    const double forward = best_seconds([&] { plan.forward(pass); });
    const double backward = best_seconds([&] { plan.backward(pass); });
    std::printf("%-28s forward %7.3f ms   backward %7.3f ms   %6.2f GFLOP/s\n", name.c_str(), 1e3 * forward,
                1e3 * backward, 3e-9 * plan.cost().flops / (forward + backward));
  }
};

void lstm(std::size_t steps, std::size_t batch, std::size_t width) {
  Bench b;
  Tensor<float>& hidden = b.tensor({steps, batch, width});
  b.plan.add<LstmOp<float>>("lstm.0", b.tensor({steps, batch, 4 * width}), b.parameter({4 * width, width}), hidden);
  b.run("lstm op h" + std::to_string(width));
}

void rnn(std::size_t steps, std::size_t batch, std::size_t width) {
  Bench b;
  Tensor<float>& hidden = b.tensor({steps, batch, width});
  b.plan.add<RnnOp<float>>("rnn.0", Nonlinearity::tanh, b.tensor({steps, batch, width}), b.parameter({width, width}),
                           hidden);
  b.run("rnn op h" + std::to_string(width));
}

/// All of a character LSTM's training step but the optimizer; the embedding is folded into the projection.
void lstm_model(std::size_t steps, std::size_t batch, std::size_t width) {
  Bench b;
  Tensor<float>& table = b.linear(b.parameter({kVocabulary, 64}), 4 * width);
  Tensor<float>& gate_input = b.tensor({steps, batch, 4 * width});
  b.plan.add<EmbeddingOp<float>>(b.tokens({steps, batch}), table, gate_input);
  Tensor<float>& hidden = b.tensor({steps, batch, width});
  b.plan.add<LstmOp<float>>("lstm.0", gate_input, b.parameter({4 * width, width}), hidden);
  b.loss(hidden);
  b.run("lstm model h" + std::to_string(width));
}

void attention(std::size_t batch, std::size_t length, std::size_t width) {
  Bench b;
  b.plan.add<CausalAttentionOp<float>>("t", b.tensor({batch, length, 3 * width}), b.tensor({batch, length, width}),
                                       std::size_t{4});
  b.run("attention op d" + std::to_string(width));
}

void embedding(std::size_t rows, std::size_t width) {
  Bench b;
  b.plan.add<EmbeddingOp<float>>(b.tokens({rows}), b.parameter({kVocabulary, width}), b.tensor({rows, width}));
  b.run("embedding op d" + std::to_string(width));
}

void head(std::size_t rows, std::size_t width) {
  Bench b;
  b.loss(b.tensor({rows, width}));
  b.run("head and loss d" + std::to_string(width));
}

void layer_norm(std::size_t rows, std::size_t width) {
  Bench b;
  b.plan.add<LayerNormOp<float>>(b.tensor({rows, width}), b.parameter({width}), b.parameter({width}),
                                 b.tensor({rows, width}));
  b.run("layer norm op d" + std::to_string(width));
}

void activation(const char* name, Activation f, std::size_t size) {
  Bench b;
  b.plan.add<ActivationOp<float>>(f, b.tensor({size}), b.tensor({size}));
  b.run(name);
}

/// Pre-norm: x + attention(norm(x)), then x + feed_forward(norm(x)).
template <class Attention>
Tensor<float>& block(Bench& b, Tensor<float>& x, std::size_t feed_forward, Attention attention) {
  const std::size_t width = x.shape.last();
  const auto normed = [&](Tensor<float>& from) -> Tensor<float>& {
    Tensor<float>& y = b.tensor(x.shape);
    b.plan.add<LayerNormOp<float>>(from, b.parameter({width}), b.parameter({width}), y);
    return y;
  };
  Tensor<float>& attended = b.tensor(x.shape);
  attention(b.linear(normed(x), 3 * width), attended);
  Tensor<float>& middle = b.linear(attended, width, {.residual = &x});
  Tensor<float>& active = b.linear(normed(middle), feed_forward, {.activation = Activation::gelu});
  return b.linear(active, width, {.residual = &middle});
}

void transformer(std::size_t batch, std::size_t length, std::size_t width, std::size_t layers) {
  Bench b;
  Tensor<float>* x = &b.tensor({batch, length, width});
  b.plan.add<EmbeddingOp<float>>(b.tokens({batch, length}), b.parameter({kVocabulary, width}), *x);
  for (std::size_t layer = 0; layer < layers; ++layer)
    x = &block(b, *x, 4 * width, [&](Tensor<float>& qkv, Tensor<float>& out) {
      b.plan.add<CausalAttentionOp<float>>("t", qkv, out, std::size_t{4});
    });
  b.loss(*x);
  b.run("transformer d" + std::to_string(width) + " x" + std::to_string(layers));
}

/// One token through a Transformer with its keys and values cached: what generation costs but for sampling.
void one_token(std::size_t width, std::size_t layers, std::size_t length) {
  Bench b;
  Indices& position = b.tokens({1});
  Tensor<float>* x = &b.tensor({1, width});
  b.plan.add<EmbeddingOp<float>>(b.tokens({1}), b.parameter({kVocabulary, width}), *x);
  for (std::size_t layer = 0; layer < layers; ++layer)
    x = &block(b, *x, 4 * width, [&](Tensor<float>& qkv, Tensor<float>& out) {
      b.plan.add<CachedAttentionOp<float>>("t", qkv, out, AttentionSettings{.num_heads = 4}, length, position);
    });
  b.linear(*x, kVocabulary);
  b.pass.weights_changed = false;
  position.value[0] = static_cast<std::int32_t>(length) / 2;
  b.run("one token d" + std::to_string(width) + " x" + std::to_string(layers));
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1) selection = arguments[1];
  lstm(64, 16, 128);
  lstm(64, 16, 64);
  rnn(32, 16, 64);
  lstm_model(64, 16, 128);
  attention(16, 64, 64);
  attention(16, 128, 128);
  layer_norm(1024, 64);
  embedding(1024, 512);
  head(1024, 128);
  activation("gelu, 256k", Activation::gelu, 1 << 18);
  activation("gelu_tanh, 256k", Activation::gelu_tanh, 1 << 18);
  activation("tanh, 256k", Activation::tanh, 1 << 18);
  transformer(16, 64, 64, 2);
  transformer(16, 128, 128, 4);
  one_token(128, 4, 128);
}
