// What a step tells beside its loss, against plain loops over the same gradients, weights and states; and that to listen changes
// nothing and asks for no memory.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "io/course.hpp"
#include "support/count_allocations.hpp"
#include "support/measured.hpp"
#include "support/sessions.hpp"
#include "train/trainer.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

const std::string kListened = R"({"kind":"running_parity","min_length":6,"max_length":12,"longer_length":0})";

std::size_t place_of(const std::vector<std::string>& names, const std::string& name) {
  const auto at = std::ranges::find(names, name);
  REQUIRE_MESSAGE(at != names.end(), name);
  return std::size_t(at - names.begin());
}

TrainConfig listened_config() {
  TrainConfig config = Course(parse_experiment(R"({"version":1,"task":)" + kListened +
                                               R"(,"train":{"batch_size":8,"steps":10,"clip_norm":0.01},)"
                                               R"("models":[{"kind":"rnn"}]})"),
                              0)
                           .config();
  return config;
}

/// A model with a trainer, and a batch of the task's: always the same.
struct Trained {
  Measured m;
  Trainer<float> trainer;
  explicit Trained(const std::string& model)
      : m(kListened, model), trainer(*m.model, m.form.signature, {2, m.form.lengths, m.form.form}, listened_config()) {
    trainer.allocate();
    Rng rng(3, "batches");
    m.task->sample(rng, trainer.batch());
  }
};

/// Root of the sum of squares of f(tensor, i) over the parameters that begin with `prefix`.
double norm_over(const Arena<float>& parameters, const std::string& prefix,
                 const std::function<double(const Tensor<float>&, std::size_t)>& f) {
  double sum = 0;
  for (const Tensor<float>& tensor : parameters.tensors())
    if (tensor.name.starts_with(prefix))
      for (std::size_t i = 0; i < tensor.value.size(); ++i) sum += f(tensor, i) * f(tensor, i);
  return std::sqrt(sum);
}

}  // namespace

TEST_CASE("signals: gradients and updates of each part are those of its parameters") {
  const std::string model = R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":2,"d_ff":12})";
  Trained watched(model), plain(model);
  const Signals<float>* signals = watched.trainer.watch(true);
  REQUIRE(signals != nullptr);
  const StepReport report = watched.trainer.step();
  plain.trainer.gradients();  // and no update
  CHECK(report.clipped);
  double all = 0;
  for (float norm : signals->grad_norm()) all += double(norm) * double(norm);
  CHECK(std::sqrt(all) == doctest::Approx(report.grad_norm).epsilon(1e-5));
  Arena<float>&before = plain.m.model->parameters(), &after = watched.m.model->parameters();
  const auto gradient = [](const Tensor<float>& tensor, std::size_t i) { return double(tensor.grad[i]); };
  const auto weight = [](const Tensor<float>& tensor, std::size_t i) { return double(tensor.value[i]); };
  const auto change = [&](const Tensor<float>& tensor, std::size_t i) {
    return double(after.find(tensor.name)->value[i]) - double(tensor.value[i]);
  };
  for (const auto& pair : {std::pair("transformer.1.attention", "layers.1.self_attn"),
                           std::pair("transformer.0.feed_forward", "layers.0.linear"),
                           std::pair("transformer.norm", "norm."), std::pair("logits", "head.")}) {
    const std::string part = pair.first, prefix = pair.second;
    CAPTURE(part);
    const std::size_t p = place_of(signals->parts(), part);
    CHECK(double(signals->grad_norm()[p]) == doctest::Approx(norm_over(before, prefix, gradient)).epsilon(1e-5));
    CHECK(double(signals->update()[p]) ==
          doctest::Approx(norm_over(before, prefix, change) / norm_over(before, prefix, weight)).epsilon(1e-4));
  }
}

TEST_CASE("signals: layers are spread, dead and saturated as their numbers are") {
  for (const char* kind : {"lstm", "conv"}) {
    CAPTURE(kind);
    const bool lstm = kind == std::string("lstm");
    const std::string size = lstm ? R"(","hidden_size":6})" : R"(","channels":6,"num_layers":1})";
    Trained watched(R"({"kind":")" + std::string(kind) + size);
    for (Tensor<float>& tensor : watched.m.model->parameters().tensors())
      for (float& x : tensor.value) x *= 3;
    if (!lstm)  // a channel that never answers
      for (const char* name : {"layers.0.conv2", "layers.0.downsample"}) {
        Tensor<float>& weight = watched.m.weight(std::string(name) + ".weight");
        std::ranges::fill(weight.value.first(weight.value.size() / 6), 0.0F);
        watched.m.weight(std::string(name) + ".bias").value[0] = -1;
      }
    const Signals<float>* signals = watched.trainer.watch(true);
    watched.trainer.step();
    const auto& top = watched.trainer.plan().plan().layers().back();
    const std::size_t at = place_of(signals->layers(), top.name), width = top.x->shape.last();
    const std::span<const float> x = top.x->value;
    REQUIRE(x.size() / width <= 32);  // then it looks at all
    double mean = 0, variance = 0, ends = 0, dead = 0;
    for (float v : x) mean += double(v) / double(x.size()), ends += std::abs(v) > 0.9F;
    for (float v : x) variance += (double(v) - mean) * (double(v) - mean) / double(x.size());
    for (std::size_t u = 0; u < width; ++u) {
      bool silent = true;
      for (std::size_t i = u; i < x.size(); i += width) silent = silent && x[i] == 0;
      dead += silent;
    }
    CHECK(double(signals->spread()[at]) == doctest::Approx(std::sqrt(variance)).epsilon(1e-5));
    CHECK(double(signals->dead()[at]) == doctest::Approx(dead / double(width)));
    if (lstm)
      CHECK(double(signals->saturated()[at]) == doctest::Approx(ends / double(x.size())));
    else
      CHECK(std::isnan(signals->saturated()[at]));
    CHECK((lstm ? ends : dead) > 0);
  }
}

TEST_CASE("signals: whoever listens changes no weight and no step allocates; who does not gets none") {
  for (std::size_t k = 0; k < kCount; ++k) {
    CAPTURE(k);
    Session quiet = open(k), heard = open(k);
    quiet.step(20);
    const Json report = Json::parse(heard.step(20, true));
    CHECK(quiet.weights_sha256() == heard.weights_sha256());
    CHECK_FALSE(Json::parse(quiet.step(1)).contains("signals"));
    CHECK(report.contains("signals") == (k != kNgram));
    if (k == kNgram) continue;
    const Json& signals = report["signals"];
    for (const char* name : {"grad_norm", "update"}) CHECK(signals[name].size() == signals["parts"].size());
    for (const char* name : {"spread", "dead", "saturated"}) CHECK(signals[name].size() == signals["layers"].size());
    for (const Json& update : signals["update"]) CHECK(update.get<double>() > 0);
    heard.step(64, true);
    const std::size_t one = allocations_during([&] { heard.step(1, true); });
    const std::size_t many = allocations_during([&] { heard.step(64, true); });
    CHECK(many <= one + 16);  // the list of losses grows
  }
}

TEST_CASE("signals: clipped is the part of the steps whose gradient was too long") {
  for (const auto& [norm, expected] : {std::pair("0", 0.0), std::pair("1e-6", 1.0), std::pair("1000", 0.0)}) {
    Session session = open(0, R"({"clip_norm":)" + std::string(norm) + "}");
    CHECK(Json::parse(session.step(5, true))["signals"]["clipped"] == expected);
  }
}
