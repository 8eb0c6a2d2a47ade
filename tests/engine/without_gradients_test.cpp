// Inputs that need no gradient, a frozen table or what is no parameter's affair: every op whose backward asks.
#include "support/without_gradients.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <functional>
#include <memory>

#include "ops/activation.hpp"
#include "ops/add.hpp"
#include "ops/align.hpp"
#include "ops/attention.hpp"
#include "ops/attention_linear.hpp"
#include "ops/conv.hpp"
#include "ops/cross_entropy.hpp"
#include "ops/diagonal.hpp"
#include "ops/dropout.hpp"
#include "ops/embedding.hpp"
#include "ops/glu.hpp"
#include "ops/group_columns.hpp"
#include "ops/gru.hpp"
#include "ops/linear.hpp"
#include "ops/lstm.hpp"
#include "ops/mixture.hpp"
#include "ops/pair_grid.hpp"
#include "ops/pool.hpp"
#include "ops/position.hpp"
#include "ops/rnn.hpp"
#include "ops/rotary.hpp"
#include "ops/scan.hpp"
#include "ops/select.hpp"
#include "ops/sequence.hpp"
#include "ops/squared_error.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// An op with what it reads and writes.
struct Sample {
  Arena<double> arena;
  std::deque<Indices> indices;
  std::deque<Values> numbers;
  std::vector<Tensor<double>*> all, may_lack;  // may_lack: of all, those that can do without a gradient
  std::unique_ptr<Op<double>> op;

  /// With a gradient always: a parameter, an output.
  Tensor<double>& tensor(const char* name, Shape shape) {
    all.push_back(&arena.add(name, std::move(shape)));
    return *all.back();
  }
  Tensor<double>& optional(const char* name, Shape shape) {
    may_lack.push_back(&tensor(name, std::move(shape)));
    return *may_lack.back();
  }
  const Indices& ids(std::vector<std::int32_t> value) {
    return indices.emplace_back(Indices{"ids", {value.size()}, std::move(value)});
  }
  const Values& values(Shape shape) {
    return numbers.emplace_back(Values{"values", shape, random_vector<float>(shape.count(), 3)});
  }
  template <template <class> class Kind, class... Arguments>
  void make(Arguments&&... arguments) {
    op = std::make_unique<Kind<double>>(arena, std::forward<Arguments>(arguments)...);
  }
  void start() {
    arena.allocate();
    std::uint64_t seed = 1;
    for (Tensor<double>* tensor : all) fill({tensor}, seed++);
  }
};

struct Row {
  std::string name;
  std::function<void(Sample&)> build;
};

const Row kOfRows[] = {
    {"activation",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 5}), &y = s.tensor("y", {2, 5});
       s.make<ActivationOp>(Activation::tanh, x, y);
     }},
    {"add",
     [](Sample& s) {
       auto &a = s.optional("a", {2, 5}), &b = s.optional("b", {2, 5}), &y = s.tensor("y", {2, 5});
       s.make<AddOp>(a, b, y, 0.5);
     }},
    {"concat",
     [](Sample& s) {
       auto &a = s.optional("a", {2, 5}), &b = s.optional("b", {2, 3}), &y = s.tensor("y", {2, 8});
       s.make<ConcatOp>(a, b, y);
     }},
    {"dropout",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 9}), &y = s.tensor("y", {2, 9});
       s.make<DropoutOp>(x, y, 0.5, 1u);
     }},
    {"embedding",
     [](Sample& s) {
       auto &table = s.optional("table", {3, 5}), &out = s.tensor("out", {4, 5});
       s.make<EmbeddingOp>(s.ids({0, 2, 2, 1}), table, out);
     }},
    {"feedthrough",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 5}), &u = s.optional("u", {2, 5}), &scale = s.tensor("scale", {5}),
            &y = s.tensor("y", {2, 5});
       s.make<FeedthroughOp>(x, u, scale, y);
     }},
    {"glu",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 10}), &y = s.tensor("y", {2, 5});
       s.make<GluOp>(x, y);
     }},
    {"linear, with an activation",
     [](Sample& s) {
       auto &x = s.optional("x", {9, 3}), &weight = s.optional("weight", {5, 3}), &bias = s.optional("bias", {5}),
            &second = s.optional("second", {5}), &y = s.tensor("y", {9, 5});
       s.make<LinearOp>(x, weight, &bias, &second, y, LinearFinish<double>{.activation = Activation::gelu});
     }},
    {"linear, onto a residual",
     [](Sample& s) {
       auto &x = s.optional("x", {3, 3}), &weight = s.optional("weight", {5, 3}),
            &residual = s.optional("residual", {3, 5}), &y = s.tensor("y", {3, 5});
       s.make<LinearOp>(x, weight, nullptr, nullptr, y, LinearFinish<double>{.residual = &residual});
     }},
    {"convolution",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 4, 3}), &weight = s.optional("weight", {5, 3, 2}), &bias = s.optional("bias", {5}),
            &y = s.tensor("y", {2, 3, 5});
       s.make<Conv2dOp>(ConvDims{2, 1, 4, 3, 5, 1, 2}, x, weight, &bias, nullptr, y);
     }},
    {"pool",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 1, 4, 3}), &y = s.tensor("y", {2, 1, 2, 3});
       s.make<PoolOp>(PoolKind::max, PoolDims{2, 1, 4, 3, 1, 2}, x, nullptr, y);
     }},
    {"group columns",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 2, 5}), &y = s.tensor("y", {2, 10});
       s.make<GroupColumnsOp>(x, y, std::vector<std::size_t>{2, 3});
     }},
    {"pair grid",
     [](Sample& s) {
       auto &a = s.optional("a", {2, 3, 4}), &c = s.optional("c", {2, 2, 5}), &y = s.tensor("y", {2, 3, 2, 9});
       s.make<PairGridOp>(a, c, y);
     }},
};

const Row kOfSequences[] = {
    {"learned position",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 3, 5}), &table = s.optional("table", {4, 5}), &y = s.tensor("y", {2, 3, 5});
       s.make<LearnedPositionOp>(x, table, y);
     }},
    {"sinusoidal position",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 3, 5}), &y = s.tensor("y", {2, 3, 5});
       s.make<SinusoidalPositionOp>(x, y, 4u);
     }},
    {"rotary",
     [](Sample& s) {
       auto &x = s.optional("x", {2, 3, 9}), &y = s.tensor("y", {2, 3, 9});
       s.make<RotaryOp>(x, y, 2u, 4u, 3u);
     }},
    {"select step",
     [](Sample& s) {
       auto &x = s.optional("x", {3, 2, 5}), &y = s.tensor("y", {1, 2, 5});
       s.make<SelectStepOp>(x, 1u, y);
     }},
    {"stack steps",
     [](Sample& s) {
       auto &first = s.optional("first", {2, 5}), &second = s.optional("second", {2, 5}), &y = s.tensor("y", {2, 2, 5});
       s.make<StackStepsOp>(std::vector{&first, &second}, y);
     }},
    {"wait for row",
     [](Sample& s) {
       s.make<WaitForRowOp>(s.optional("x", {3, 2, 8}), s.ids({1, 3}), 2u, 0u, 1.0);
     }},
    {"reorder steps",
     [](Sample& s) {
       auto &x = s.optional("x", {3, 2, 5}), &y = s.tensor("y", {3, 2, 5});
       s.make<ReorderStepsOp>(x, &s.ids({1, 3}), y, Layout::time_major, StepOrder::to_end);
     }},
    {"take step",
     [](Sample& s) {
       auto &x = s.optional("x", {3, 2, 5}), &y = s.tensor("y", {2, 5});
       s.make<TakeStepOp>(x, &s.ids({1, 3}), y, Layout::time_major, Step::last);
     }},
    {"mean over time",
     [](Sample& s) {
       auto &x = s.optional("x", {3, 2, 5}), &y = s.tensor("y", {2, 5});
       s.make<MeanOverTimeOp>(x, &s.ids({1, 3}), y, Layout::time_major);
     }},
};

/// Gate inputs and initial states, [T,B,*] and [B,H], H = 5.
const Row kRecurrent[] = {
    {"rnn",
     [](Sample& s) {
       auto &gates = s.tensor("gates", {3, 2, 5}), &weight = s.tensor("weight", {5, 5}),
            &hidden = s.tensor("hidden", {3, 2, 5}), &initial = s.optional("initial", {2, 5});
       s.make<RnnOp>("rnn.0", Nonlinearity::tanh, gates, weight, hidden, RecurrentState<double>{&initial});
     }},
    {"gru",
     [](Sample& s) {
       auto &gates = s.tensor("gates", {3, 2, 15}), &weight = s.tensor("weight", {15, 5}),
            &bias = s.tensor("bias", {15}), &hidden = s.tensor("hidden", {3, 2, 5}),
            &initial = s.optional("initial", {2, 5});
       s.make<GruOp>("gru.0", Reset::after, gates, weight, bias, hidden, RecurrentState<double>{&initial});
     }},
    {"lstm",
     [](Sample& s) {
       auto &gates = s.tensor("gates", {3, 2, 20}), &weight = s.tensor("weight", {20, 5}),
            &hidden = s.tensor("hidden", {3, 2, 5}), &initial = s.optional("initial", {2, 5}),
            &cell = s.optional("cell", {2, 5});
       s.make<LstmOp>("lstm.0", gates, weight, hidden, RecurrentState<double>{&initial, &cell});
     }},
    {"scan",
     [](Sample& s) {
       auto &keep = s.tensor("keep", {3, 2, 5}), &add = s.tensor("add", {3, 2, 5}),
            &state = s.tensor("state", {3, 2, 5}), &initial = s.optional("initial", {2, 5});
       s.make<ScanOp>("state_space.0", keep, add, state, RecurrentState<double>{&initial});
     }},
    {"diagonal",
     [](Sample& s) {
       auto &nu = s.tensor("nu_log", {5}), &theta = s.tensor("theta_log", {5}), &gamma = s.tensor("gamma_log", {5}),
            &x = s.tensor("x", {3, 2, 10}), &state = s.tensor("state", {3, 2, 10}),
            &initial = s.optional("initial", {2, 10});
       s.make<DiagonalOp>("state_space.0", DiagonalParameters<double>{&nu, &theta, &gamma}, x, state,
                          RecurrentState<double>{&initial});
     }},
};

/// q, k, v [B,T,D], D = 4.
struct Projections {
  Tensor<double>&q, &k, &v, &out;
  explicit Projections(Sample& s)
      : q(s.optional("q", {2, 3, 4})),
        k(s.optional("k", {2, 5, 4})),
        v(s.optional("v", {2, 5, 4})),
        out(s.tensor("out", {2, 3, 4})) {}
};

const Row kAttention[] = {
    {"multihead attention",
     [](Sample& s) {
       const Projections p(s);
       s.make<MultiheadAttentionOp>("cross", Columns<double>(p.q), Columns<double>(p.k), Columns<double>(p.v), p.out,
                                    &s.ids({5, 2}), AttentionSettings{.num_heads = 2});
     }},
    {"linear attention",
     [](Sample& s) {
       const Projections p(s);
       s.make<LinearAttentionOp>(Columns<double>(p.q), Columns<double>(p.k), Columns<double>(p.v), p.out,
                                 &s.ids({5, 2}), AttentionSettings{.num_heads = 2});
     }},
    {"dot scores",
     [](Sample& s) {
       auto &query = s.optional("query", {3, 2, 4}), &keys = s.optional("keys", {5, 2, 4}),
            &scores = s.tensor("scores", {2, 3, 5});
       s.make<DotScoresOp>(query, keys, &s.ids({5, 2}), 0.5, scores);
     }},
    {"align",
     [](Sample& s) {
       auto &scores = s.tensor("scores", {2, 3, 5}), &source = s.optional("source", {5, 2, 4}),
            &context = s.tensor("context", {3, 2, 4}), &weights = s.arena.add("weights", {2, 1, 3, 5}, Grad::no);
       s.make<AlignOp>("decoder", scores, source, &s.ids({5, 2}), context, weights);
     }},
};

const Row kLosses[] = {
    {"cross entropy",
     [](Sample& s) {
       auto &logits = s.optional("logits", {3, 5}), &loss = s.optional("loss", {1});
       s.make<CrossEntropyOp>(logits, s.ids({1, -1, 4}), loss, std::vector<std::string>{"time", "token"}, Shape{3, 5});
     }},
    {"squared error",
     [](Sample& s) {
       auto &y = s.optional("y", {3, 5}), &loss = s.optional("loss", {1});
       s.make<SquaredErrorOp>(y, s.values({3, 5}), loss);
     }},
    {"mixture",
     [](Sample& s) {
       auto &y = s.optional("y", {2, 10}), &loss = s.optional("loss", {1});
       s.make<MixtureOp>(y, s.values({6, 2}), s.ids({3, 2}), loss, Layout::batch_major);
     }},
};

void check(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Sample sample;
    row.build(sample);
    sample.start();
    REQUIRE(!sample.may_lack.empty());
    for (const Pass& pass : {Pass{}, Pass{.training = true, .seed = 1}})
      CHECK(check_without_gradients(*sample.op, sample.all, sample.may_lack, pass) == "");
  }
}

}  // namespace

TEST_CASE("without a gradient: rows and images") { check(kOfRows); }
TEST_CASE("without a gradient: steps and positions") { check(kOfSequences); }
TEST_CASE("without a gradient: initial states") { check(kRecurrent); }
TEST_CASE("without a gradient: queries, keys and values") { check(kAttention); }
TEST_CASE("without a gradient: what a loss is of, and the loss itself") { check(kLosses); }

TEST_CASE("without a gradient: steps that nobody learns from pass none on") {
  for (const Row& row : kOfSequences) {
    if (row.name != "stack steps" && row.name != "reorder steps") continue;
    CAPTURE(row.name);
    Sample sample;
    row.build(sample);
    sample.start();
    sample.all.back()->grad = {};  // y
    std::vector<std::span<double>> grads;
    for (const Tensor<double>* tensor : sample.all) grads.push_back(tensor->grad);
    const Gradients after = after_backward(*sample.op, grads, {});
    for (std::size_t i = 0; i < grads.size(); ++i) CHECK(after[i] == random_vector(grads[i].size(), 7919 + i));
  }
}
