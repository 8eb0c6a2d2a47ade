#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <numbers>

#include "models/registry.hpp"
#include "support/count_allocations.hpp"
#include "tasks/texts/text.hpp"
#include "train/schedule.hpp"
#include "train/trainer.hpp"

using namespace unrolled;

namespace {

const char* const kKinds[] = {"rnn", "lstm", "transformer"};
constexpr Signature kSignature{17, 12};
constexpr BatchDims kDims{3, 12};

Configured small_model(const std::string& kind) {
  Options options(model_kind(kind).group.options);
  if (kind == "transformer") {
    options.set("d_model", 8.0);
    options.set("num_heads", 2.0);
    options.set("d_ff", 12.0);
  } else {
    options.set("embedding_size", 6.0);
    options.set("hidden_size", 10.0);
  }
  options.set("num_layers", 2.0);
  return {kind, options};
}

TrainConfig small_config(const std::string& optimizer = "adamw") {
  const Configured chosen{optimizer,
                          Options(optimizer == "sgd" ? optimizer_groups()[2].options : optimizer_groups()[0].options)};
  return train_config(Options(train_options()), chosen, {"constant", Options(schedule_groups()[0].options)});
}

/// A model with its trainer, and a batch of random symbols.
struct Setup {
  explicit Setup(const Configured& configured, const TrainConfig& config = small_config())
      : model(make_model<float>(configured, kSignature)), trainer(*model, kSignature, kDims, config) {
    model->parameters().allocate();
    trainer.allocate();
    model->initialise(5);
    Rng rng(9);
    const Batch batch = trainer.batch();
    for (auto& id : batch.input.tokens) id = std::int32_t(rng.below(kSignature.input.symbols));
    for (auto& id : batch.targets) id = std::int32_t(rng.below(kSignature.input.symbols));
  }
  std::vector<float> weights() const {
    const auto values = model->parameters().values();
    return {values.begin(), values.end()};
  }

  std::unique_ptr<Model<float>> model;
  Trainer<float> trainer;
};

ScheduleConfig schedule(ScheduleConfig::Kind kind, std::uint64_t warmup, double final_fraction) {
  return {kind, warmup, final_fraction};
}

}  // namespace

TEST_CASE("trainer: a batch that is repeated is learned, by every model under every optimizer") {
  for (const char* kind : kKinds)
    for (const char* optimizer : {"adamw", "sgd"}) {
      CAPTURE(kind);
      CAPTURE(optimizer);
      Setup setup(small_model(kind), small_config(optimizer));
      const double first = setup.trainer.step().loss;
      for (int i = 0; i < 150; ++i) setup.trainer.step();
      const StepReport last = setup.trainer.step();
      CHECK(last.finite);
      CHECK(first == doctest::Approx(std::log(17)).epsilon(0.2));
      CHECK(last.loss < 0.8 * first);
      CHECK(setup.trainer.steps_done() == 152);
    }
}

TEST_CASE("trainer: a steady step allocates nothing") {
  for (const char* kind : kKinds) {
    CAPTURE(kind);
    Configured configured = small_model(kind);
    configured.options.set("dropout", 0.1);
    Setup setup(configured);
    setup.trainer.step();
    CHECK(test::allocations_during([&] { setup.trainer.step(); }) == 0);
  }
}

TEST_CASE("trainer: filling a batch from a text allocates nothing") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "nothing new ";
  const TextTask task(text, 12);
  auto model = make_model<float>(small_model("lstm"), task.forms()[0].signature);
  Trainer<float> trainer(*model, task.forms()[0].signature, kDims, small_config());
  model->parameters().allocate();
  trainer.allocate();
  Rng rng(1, "batches");
  CHECK(test::allocations_during([&] { task.sample(rng, trainer.batch()); }) == 0);
}

TEST_CASE("trainer: a step that is not finite changes nothing") {
  for (const char* kind : kKinds) {
    CAPTURE(kind);
    Setup setup(small_model(kind));
    setup.trainer.step();
    setup.model->parameters().find("embedding.weight")->value[0] = std::numeric_limits<float>::infinity();
    for (auto& id : setup.trainer.batch().input.tokens) id = 0;
    const std::vector<float> before = setup.weights();
    const std::vector<float> moments = setup.trainer.optimizer().states()[0].values;
    const StepReport report = setup.trainer.step();
    CHECK_FALSE(report.finite);
    CHECK(setup.weights() == before);
    CHECK(setup.trainer.optimizer().states()[0].values == moments);
    CHECK(setup.trainer.steps_done() == 1);
  }
}

TEST_CASE("trainer: dropout changes with the step and not with the repetition") {
  Configured configured = small_model("rnn");
  configured.options.set("dropout", 0.5);
  Setup setup(configured);
  const double once = setup.trainer.gradients(), again = setup.trainer.gradients();
  CHECK(once == again);
  setup.trainer.restore_step(1);
  CHECK(setup.trainer.gradients() != once);
}

TEST_CASE("trainer: the bytes announced are those allocated") {
  Setup setup(small_model("lstm"));
  const std::size_t moments = 2 * setup.model->parameters().values().size() * sizeof(float);
  CHECK(setup.trainer.bytes() == setup.trainer.plan().bytes() + moments);
}

TEST_CASE("model: the same weights in float and in double, for a seed") {
  for (const char* kind : kKinds) {
    CAPTURE(kind);
    auto a = make_model<float>(small_model(kind), kSignature);
    auto b = make_model<double>(small_model(kind), kSignature);
    a->parameters().allocate();
    b->parameters().allocate();
    a->initialise(3);
    b->initialise(3);
    REQUIRE(a->parameters().values().size() <= b->parameters().values().size() + 64 * 40);
    for (const Tensor<float>& tensor : a->parameters().tensors()) {
      CAPTURE(tensor.name);
      const Tensor<double>* twin = b->parameters().find(tensor.name);
      REQUIRE(twin != nullptr);
      for (std::size_t i = 0; i < tensor.value.size(); ++i) CHECK(tensor.value[i] == float(twin->value[i]));
    }
  }
}

TEST_CASE("model: initial weights have the spread that is promised") {
  auto lstm = make_model<double>(small_model("lstm"), kSignature);
  lstm->parameters().allocate();
  lstm->initialise(1);
  double largest = 0;
  for (double w : lstm->parameters().find("lstm.weight_hh_l0")->value) largest = std::max(largest, std::abs(w));
  CHECK(largest <= 1 / std::sqrt(10.0));
  CHECK(largest > 0.9 / std::sqrt(10.0));
}

TEST_CASE("lstm: the forget bias is added to the second quarter of the input bias, and nowhere else") {
  Configured configured = small_model("lstm");
  auto plain = make_model<double>(configured, kSignature);
  configured.options.set("forget_bias", 2.0);
  auto biased = make_model<double>(configured, kSignature);
  for (auto* model : {plain.get(), biased.get()}) {
    model->parameters().allocate();
    model->initialise(1);
  }
  for (const Tensor<double>& tensor : plain->parameters().tensors()) {
    const auto& other = *biased->parameters().find(tensor.name);
    const bool input_bias = tensor.name.starts_with("lstm.bias_ih");
    for (std::size_t i = 0; i < tensor.value.size(); ++i)
      CHECK(other.value[i] - tensor.value[i] == doctest::Approx(input_bias && i / 10 == 1 ? 2 : 0));
  }
}

TEST_CASE("schedule: warm-up rises evenly, then each kind goes its way and stays at the end") {
  using Kind = ScheduleConfig::Kind;
  const auto constant = schedule(Kind::constant, 4, 0);
  CHECK(schedule_factor(constant, 0, 100) == 0.25);
  CHECK(schedule_factor(constant, 3, 100) == 1);
  CHECK(schedule_factor(constant, 4, 100) == 1);
  CHECK(schedule_factor(constant, 5000, 100) == 1);
  const auto linear = schedule(Kind::linear, 10, 0.2);
  CHECK(schedule_factor(linear, 10, 111) == 1);
  CHECK(schedule_factor(linear, 60, 111) == doctest::Approx(0.6));
  CHECK(schedule_factor(linear, 110, 111) == doctest::Approx(0.2));  // the last of 111 steps
  CHECK(schedule_factor(linear, 500, 111) == doctest::Approx(0.2));
  const auto cosine = schedule(Kind::cosine, 0, 0.1);
  CHECK(schedule_factor(cosine, 99, 100) == doctest::Approx(0.1).epsilon(1e-12));
  CHECK(schedule_factor(cosine, 0, 1) == 1);  // a run of one step trains at the rate that it was given
  for (std::uint64_t step : {0, 1, 33, 50, 99, 100, 170}) {
    const double p = std::min(1.0, double(step) / 99);
    CHECK(schedule_factor(cosine, step, 100) ==
          doctest::Approx(0.1 + 0.9 * (1 + std::cos(std::numbers::pi * p)) / 2).epsilon(1e-12));
  }
  CHECK(schedule_factor(schedule(Kind::linear, 200, 0), 250, 100) == 0);  // a warm-up longer than the run
}
