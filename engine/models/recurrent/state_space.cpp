#include "models/recurrent/state_space.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "models/fit.hpp"
#include "models/parts.hpp"
#include "models/recurrent/recurrent_kind.hpp"
#include "models/recurrent/state_decoder.hpp"
#include "ops/diagonal.hpp"
#include "ops/scan.hpp"

namespace unrolled {
namespace {

using elementary::exp;
using elementary::log;

enum class Cell { min_gru, min_lstm, complex, real };

Cell cell_of(const std::string& name) {
  if (name == "min_gru") return Cell::min_gru;
  if (name == "min_lstm") return Cell::min_lstm;
  return name == "diagonal" ? Cell::complex : Cell::real;
}

/// Where the eigenvalues start: in a ring, or of a real system on a line.
struct Ring {
  double inner, outer, angle;
};

template <class Real>
class StateSpaceModel final : public Model<Real> {
 public:
  StateSpaceModel(const Options& options, Signature signature)
      : signature_(signature),
        cell_(cell_of(options.text("cell"))),
        width_(options.integer("hidden_size")),
        state_size_(gated() ? width_ : options.integer("state_size")),
        mlp_ratio_(options.integer("mlp_ratio")),
        dropout_(options.number("dropout")),
        ring_{options.number("min_radius"), options.number("max_radius"), options.number("max_angle")} {
    if (signature.input.symbols > 0)
      embedding_ = &this->parameter("embedding.weight", {signature.input.symbols, width_}, this->normal(1));
    else
      input_ = add_linear("input", signature.input.features, width_);
    for (std::size_t l = 0; l < options.integer("num_layers"); ++l) add_block("layers." + std::to_string(l) + ".");
    norm_ = add_norm("norm");
    head_ = add_linear("head", width_, signature.output.width);
  }

  Layout layout() const override { return Layout::time_major; }

  Tensor<Real>& build(Plan<Real>& plan, const Inputs& inputs) override {
    return build_stack(plan, inputs.input, std::vector<State>(blocks_.size()));
  }

  Tensor<Real>* read_out(Plan<Real>& plan, const Stream& stream, Tensor<Real>& states) override {
    Tensor<Real>* x = &states;
    if (signature_.output.whole) x = &pooled(plan, "last", stream, *x, Pooling::last);
    return &answered(plan, normed(plan, "norm", *x, norm_), head_);
  }

  std::unique_ptr<Decoder<Real>> decoder() override {
    if (!predicts_next_symbols(signature_)) return nullptr;
    auto plans = std::make_unique<StatePlans<Real>>();
    std::vector<State> states(blocks_.size());
    for (State& state : states) {
      const CarriedState<Real> carried = plans->carry("state", {1, state_width()});
      state = {{carried.before}, {carried.after}};
    }
    plans->logits = &build_stack(plans->step, plans->input(), states);
    return std::make_unique<StateDecoder<Real>>(std::move(plans));
  }

 private:
  struct State {
    RecurrentState<Real> before, after;
  };
  struct Block {
    Affine<Real> norm1, norm2, linear1, linear2;
    Affine<Real> gates;                   // of a gated cell
    DiagonalParameters<Real> system;      // of a diagonal one, and:
    Tensor<Real>*in, *out, *feedthrough;  // B, C, D
  };

  bool gated() const { return cell_ == Cell::min_gru || cell_ == Cell::min_lstm; }
  MinimalGates gates() const { return cell_ == Cell::min_gru ? MinimalGates::gru : MinimalGates::lstm; }
  std::size_t state_width() const { return (cell_ == Cell::complex ? 2 : 1) * state_size_; }

  Affine<Real> add_linear(const std::string& name, std::size_t in, std::size_t out) {
    const auto draw = this->uniform(1 / std::sqrt(double(in)));
    return {&this->parameter(name + ".weight", {out, in}, draw), &this->parameter(name + ".bias", {out}, draw)};
  }
  Affine<Real> add_norm(const std::string& name) {
    return {&this->parameter(name + ".weight", {width_}, this->constant(1)),
            &this->parameter(name + ".bias", {width_}, this->constant(0))};
  }

  void add_block(const std::string& name) {
    Block block{};
    block.norm1 = add_norm(name + "norm1");
    if (gated())
      block.gates = add_linear(name + "mix", width_, gate_count(gates()) * width_);
    else
      add_system(block, name + "mix.");
    if (mlp_ratio_ > 0) {
      block.norm2 = add_norm(name + "norm2");
      block.linear1 = add_linear(name + "linear1", width_, mlp_ratio_ * width_);
      block.linear2 = add_linear(name + "linear2", mlp_ratio_ * width_, width_);
    }
    blocks_.push_back(block);
  }

  /// Eigenvalues uniform over the ring's area, or of a real system with as many near 1: |lambda|^2 uniform.
  void add_system(Block& block, const std::string& name) {
    const Ring ring = ring_;
    const auto positive = [](Rng& rng) { return std::max(rng.uniform(), 1e-6); };
    const auto nu = [ring, positive](Rng& rng) {
      const double least = ring.inner * ring.inner, most = ring.outer * ring.outer;
      return log(-0.5 * log(least + (most - least) * positive(rng)));
    };
    const auto theta = [ring, positive](Rng& rng) { return log(ring.angle * positive(rng)); };
    const double parts = double(state_width()) / double(state_size_);
    block.system.nu_log = &this->parameter(name + "nu_log", {state_size_}, nu);
    if (cell_ == Cell::complex) block.system.theta_log = &this->parameter(name + "theta_log", {state_size_}, theta);
    block.system.gamma_log = &this->parameter(name + "gamma_log", {state_size_}, this->constant(0));
    block.in =
        &this->parameter(name + "B", {state_width(), width_}, this->normal(1 / std::sqrt(parts * double(width_))));
    block.out = &this->parameter(name + "C", {width_, state_width()}, this->normal(1 / std::sqrt(double(state_size_))));
    block.feedthrough = &this->parameter(name + "D", {width_}, this->normal(1));
  }

  /// The gain that makes states as large as what enters, however long they last: gamma = sqrt(1 - |lambda|^2).
  void adjust_initial() override {
    for (const Block& block : blocks_)
      if (block.system.nu_log != nullptr)
        for (std::size_t n = 0; n < state_size_; ++n) {
          const double nu = block.system.nu_log->value[n];
          block.system.gamma_log->value[n] = static_cast<Real>(0.5 * log(1 - exp(-2 * exp(nu))));
        }
  }

  Tensor<Real>& build_stack(Plan<Real>& plan, const Stream& stream, const std::vector<State>& states) {
    plan.begin({.name = "embedding", .kind = PartKind::embedding, .width = width_});
    Tensor<Real>* x = embedding_ != nullptr ? &embedded(plan, "embedded", stream, *embedding_)
                                            : &linear(plan, "embedded", values_input(plan, "values", stream), input_);
    plan.note_layer("state_space.embedding", *x);
    for (std::size_t l = 0; l < blocks_.size(); ++l) {
      const std::string name = "state_space." + std::to_string(l);
      x = &build_block(plan, name, l, *x, states[l]);
      plan.note_layer(name, *x);
    }
    return *read_out(plan, stream, *x);
  }

  Tensor<Real>& normed(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, const Affine<Real>& parameters) {
    plan.begin({.name = name, .kind = PartKind::norm, .width = width_});
    return layer_norm(plan, name, x, parameters);
  }

  Tensor<Real>& build_block(Plan<Real>& plan, const std::string& name, std::size_t l, Tensor<Real>& entering,
                            const State& state) {
    const Block& block = blocks_[l];
    Tensor<Real>& mixed = mix(plan, name, block, normed(plan, name + ".norm1", entering, block.norm1), state);
    Tensor<Real>* x =
        &residual(plan, name + ".mixed", entering, dropped(plan, name + ".dropped1", mixed, dropout_, 2 * l));
    if (mlp_ratio_ == 0) return *x;
    Tensor<Real>& read = normed(plan, name + ".norm2", *x, block.norm2);
    plan.begin({.name = name + ".feed_forward", .kind = PartKind::feed_forward, .width = width_, .residual = true});
    Tensor<Real>& wide = linear(plan, name + ".gelu", read, block.linear1, {.activation = Activation::gelu});
    Tensor<Real>& out = linear(plan, name + ".linear2", wide, block.linear2);
    return residual(plan, name + ".out", *x, dropped(plan, name + ".dropped2", out, dropout_, 2 * l + 1));
  }

  Tensor<Real>& mix(Plan<Real>& plan, const std::string& name, const Block& block, Tensor<Real>& u,
                    const State& state) {
    plan.begin({.name = name, .kind = PartKind::recurrent, .width = state_width(), .residual = true, .linear = true});
    Tensor<Real>& h = plan.tensor(name + ".hidden", with_width(u.shape, state_width()));
    if (gated()) {
      Tensor<Real>& projected = linear(plan, name + ".gate_input", u, block.gates);
      Tensor<Real>&keep = plan.tensor(name + ".keep", h.shape), &add = plan.tensor(name + ".add", h.shape);
      plan.template add<MinimalGatesOp<Real>>(gates(), projected, keep, add);
      plan.template add<ScanOp<Real>>(name, keep, add, h, state.before, state.after);
      return h;
    }
    Tensor<Real>& entering = linear(plan, name + ".entering", u, {block.in, nullptr});
    plan.template add<DiagonalOp<Real>>(name, block.system, entering, h, state.before, state.after);
    Tensor<Real>& read = linear(plan, name + ".read", h, {block.out, nullptr});
    Tensor<Real>& y = plan.tensor(name + ".y", u.shape);
    plan.template add<FeedthroughOp<Real>>(read, u, *block.feedthrough, y);
    return y;
  }

  const Signature signature_;
  const Cell cell_;
  const std::size_t width_, state_size_, mlp_ratio_;
  const double dropout_;
  const Ring ring_;
  Tensor<Real>* embedding_ = nullptr;
  Affine<Real> input_{}, norm_, head_;
  std::vector<Block> blocks_;
};

OptionTable state_space_options() {
  const std::initializer_list<const char*> diagonal{"diagonal", "diagonal_real"};
  return {
      Option::choice("cell",
                     {{"min_gru", "minGRU"},
                      {"min_lstm", "minLSTM"},
                      {"diagonal", "Diagonal, complex"},
                      {"diagonal_real", "Diagonal, real"}},
                     "Recurrence",
                     "How memory changes from step to step: by gates that look at the input alone, or always in the "
                     "same way, each unit fading at its own pace and, if complex, turning."),
      Option::integer("hidden_size", 64, 1, 512, "Hidden size", "Numbers that stand for one position in each layer.")
          .in("numbers")
          .by(8)
          .logarithmic(),
      Option::integer("state_size", 64, 1, 512, "State size", "Units of memory in each diagonal layer.")
          .in("units")
          .by(8)
          .logarithmic()
          .only_if("cell", diagonal),
      Option::integer("num_layers", 2, 1, 8, "Layers", "Recurrent layers, each adding to what the one below gave.")
          .in("layers"),
      Option::integer("mlp_ratio", 2, 0, 4, "Small network",
                      "After each recurrence, a small network of so many times the hidden size works on each position; "
                      "0: none."),
      Option::number("dropout", 0, 0, 0.9, "Dropout",
                     "Part of what each layer adds that is left out at random while training, against learning by "
                     "heart.")
          .by(0.05),
      Option::number("min_radius", 0, 0, 0.99, "Least memory",
                     "How much the most forgetful unit keeps from step to step before training.")
          .by(0.01)
          .only_if("cell", diagonal),
      Option::number("max_radius", 0.99, 0.1, 0.9999, "Greatest memory",
                     "How much the most lasting unit keeps from step to step before training.")
          .by(0.01)
          .only_if("cell", diagonal),
      Option::number("max_angle", 6.28, 0.01, 6.28, "Greatest turn",
                     "How far the fastest unit turns in a step before training, in radians: small angles suit slow "
                     "changes.")
          .only_if("cell", {"diagonal"}),
  };
}

void state_space_check(const Options& options, const std::string& where) {
  if (options.text("cell").starts_with("min_")) return;
  const double least = options.number("min_radius"), most = options.number("max_radius");
  if (least >= most)
    throw Error(ErrorCode::invalid_config, "option.below", where + ".min_radius",
                {{"found", least}, {"other", "max_radius"}, {"limit", most}});
}

}  // namespace

const ModelKind& state_space_kind() {
  static const ModelKind kind{
      {"state_space", "State space",
       "What came after: a recurrence without a bend, so simple that it can be computed for a whole sequence at once, "
       "with "
       "the bends between its layers.",
       state_space_options()},
      {{"state_space.{layer}.hidden", {"time", "batch", "unit"}, "Memory", "What each unit remembers at each step."},
       {"state_space.{layer}.hidden_grad",
        {"time", "batch", "unit"},
        "Blame",
        "How strongly the loss depends on each unit at each moment."},
       {"probabilities", {"time", "batch", "token"}, "Prediction", "The probability of every symbol as the answer."}},
      {"hidden_size", "", ""},
      state_space_check,
      left_to_right_forms,
      require_one_stream};
  return kind;
}

template <class Real>
std::unique_ptr<Model<Real>> make_state_space(const Options& options, Signature signature) {
  return std::make_unique<StateSpaceModel<Real>>(options, signature);
}

template std::unique_ptr<Model<float>> make_state_space(const Options&, Signature);
template std::unique_ptr<Model<double>> make_state_space(const Options&, Signature);

}  // namespace unrolled
