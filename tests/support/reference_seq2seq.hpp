#pragma once
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/options.hpp"
#include "models/model.hpp"

// The model "seq2seq" for one source and one answer, one number and one step at a time, straight from the formulas and
// from the model's own parameters.

namespace unrolled::test {

class ReferenceSeq2Seq {
 public:
  using Vector = std::vector<double>;
  using Sequence = std::vector<Vector>;

  ReferenceSeq2Seq(Model<double>& model, const Options& options)
      : model_(model), options_(options), H_(options.integer("hidden_size")), layers_(options.integer("num_layers")) {}

  Sequence embed(const std::string& part, const std::vector<int>& tokens) const {
    Sequence rows;
    for (int token : tokens) {
      const Tensor<double>& table = at(part + ".embedding.weight");
      const auto row = table.value.subspan(std::size_t(token) * table.shape[1], table.shape[1]);
      rows.emplace_back(row.begin(), row.end());
    }
    return rows;
  }

  /// Logits of every position of the answer.
  Sequence answer(const Sequence& source, const Sequence& input) {
    encode(source);
    Sequence logits;
    Vector fed(H_);
    for (const Vector& x : input) {
      const Vector hidden = step(x, fed);
      const Vector top = options_.text("attention") == "none" ? hidden : attend(hidden);
      if (options_.text("attention") != "none" && options_.boolean("input_feeding")) fed = top;
      logits.push_back(plus(product("head.weight", top), "head.bias"));
    }
    return logits;
  }

  Sequence weights;  ///< of the last answer: one row a step

 private:
  struct State {
    Vector h, c;
  };

  const Tensor<double>& at(const std::string& name) const { return *model_.parameters().find(name); }
  Vector product(const std::string& weight, const Vector& x) const {
    const Tensor<double>& w = at(weight);
    Vector y(w.shape[0]);
    for (std::size_t i = 0; i < y.size(); ++i)
      for (std::size_t j = 0; j < x.size(); ++j) y[i] += w.value[i * x.size() + j] * x[j];
    return y;
  }
  Vector plus(Vector x, const std::string& bias) const {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += at(bias).value[i];
    return x;
  }
  static Vector plus(Vector x, const Vector& y) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += y[i];
    return x;
  }
  static Vector join(Vector a, const Vector& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }
  static double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
  }
  static double logistic(double x) { return 1 / (1 + std::exp(-x)); }

  /// in = W_ih x + b_ih, with whatever is fed; rec = W_hh h + b_hh.
  State cell(const Vector& in, const Vector& rec, const State& before) const {
    State after{Vector(H_), Vector(H_)};
    for (std::size_t u = 0; u < H_; ++u) {
      const auto sum = [&](std::size_t gate) { return in[gate * H_ + u] + rec[gate * H_ + u]; };
      if (options_.text("cell") == "rnn") {
        after.h[u] = std::tanh(sum(0));
      } else if (options_.text("cell") == "gru") {
        const double r = logistic(sum(0)), z = logistic(sum(1));
        after.h[u] = (1 - z) * std::tanh(in[2 * H_ + u] + r * rec[2 * H_ + u]) + z * before.h[u];
      } else {
        after.c[u] = logistic(sum(1)) * before.c[u] + logistic(sum(0)) * std::tanh(sum(2));
        after.h[u] = logistic(sum(3)) * std::tanh(after.c[u]);
      }
    }
    return after;
  }

  std::pair<Sequence, State> read(const std::string& suffix, Sequence x, bool backwards) const {
    if (backwards) std::ranges::reverse(x);
    State state{Vector(H_), Vector(H_)};
    Sequence hidden;
    for (const Vector& row : x) {
      state = cell(plus(product("encoder.weight_ih" + suffix, row), "encoder.bias_ih" + suffix),
                   plus(product("encoder.weight_hh" + suffix, state.h), "encoder.bias_hh" + suffix), state);
      hidden.push_back(state.h);
    }
    if (backwards) std::ranges::reverse(hidden);
    return {hidden, state};
  }

  void encode(Sequence x) {
    states_.clear();
    weights.clear();
    const bool reversed = options_.boolean("reverse_source");
    for (std::size_t l = 0; l < layers_; ++l) {
      const std::string suffix = "_l" + std::to_string(l);
      auto [hidden, state] = read(suffix, x, reversed);
      if (options_.boolean("bidirectional")) {
        const auto [other, last] = read(suffix + "_reverse", x, !reversed);
        const bool sums =
            l + 1 == layers_ && (options_.text("attention") == "dot" || options_.text("attention") == "scaled");
        for (std::size_t s = 0; s < hidden.size(); ++s)
          hidden[s] = sums ? plus(hidden[s], other[s]) : join(hidden[s], other[s]);
        state = merge(suffix, state, last);
      }
      states_.push_back(state);
      x = hidden;
    }
    memory_ = x;
  }
  State merge(const std::string& suffix, const State& a, const State& b) const {
    const auto merged = [&](const std::string& name, const Vector& x) {
      return plus(product(name + suffix + ".weight", x), name + suffix + ".bias");
    };
    State state{merged("encoder.merge_hidden", join(a.h, b.h)), {}};
    if (options_.text("cell") == "lstm") state.c = merged("encoder.merge_cell", join(a.c, b.c));
    return state;
  }

  Vector step(Vector x, const Vector& fed) {
    for (std::size_t l = 0; l < layers_; ++l) {
      const std::string suffix = "_l" + std::to_string(l);
      Vector in = plus(product("decoder.weight_ih" + suffix, x), "decoder.bias_ih" + suffix);
      if (l == 0 && model_.parameters().find("decoder.weight_feed_l0") != nullptr)
        in = plus(in, product("decoder.weight_feed_l0", fed));
      states_[l] =
          cell(in, plus(product("decoder.weight_hh" + suffix, states_[l].h), "decoder.bias_hh" + suffix), states_[l]);
      x = states_[l].h;
    }
    return x;
  }

  double score(const Vector& hidden, const Vector& memory) const {
    const std::string& kind = options_.text("attention");
    if (kind == "dot") return dot(hidden, memory);
    if (kind == "scaled") return dot(hidden, memory) / std::sqrt(double(H_));
    if (kind == "general") return dot(hidden, product("attention.key.weight", memory));
    Vector inner = plus(product("attention.query.weight", hidden), product("attention.key.weight", memory));
    for (double& value : inner) value = std::tanh(value);
    return product("attention.score.weight", inner)[0];
  }

  Vector attend(const Vector& hidden) {
    Vector weight, context(memory_[0].size());
    double sum = 0;
    for (const Vector& row : memory_) sum += weight.emplace_back(std::exp(score(hidden, row)));
    for (std::size_t s = 0; s < memory_.size(); ++s) {
      weight[s] /= sum;
      for (std::size_t c = 0; c < context.size(); ++c) context[c] += weight[s] * memory_[s][c];
    }
    weights.push_back(weight);
    Vector y = plus(product("attention.combine.weight", join(context, hidden)), "attention.combine.bias");
    for (double& value : y) value = std::tanh(value);
    return y;
  }

  Model<double>& model_;
  const Options& options_;
  std::size_t H_, layers_;
  std::vector<State> states_;
  Sequence memory_;
};

}  // namespace unrolled::test
