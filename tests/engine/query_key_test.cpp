// q . k taken apart: what it adds up to is the weight that the model looks with, whoever looks at whom; and by hand.
#include <doctest/doctest.h>

#include <cmath>

#include "support/measured.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

struct QueryKeyLook {
  std::string tap;
  std::size_t layer;  // of all attentions
};

/// The row of weights that one head of a tap has for the first sequence.
std::vector<float> looked_at(const Tap<float>& tap, std::size_t head, std::size_t query) {
  const auto row = tap.data.subspan((head * tap.shape[2] + query) * tap.shape[3], tap.shape[3]);
  return {row.begin(), row.end()};
}

/// Compares all heads of one tap, from all places that look, with what a plan of its own shows of an example.
void check_adds_up(const Measured& m, const QueryKeyLook& look, std::size_t example) {
  CAPTURE(look.tap);
  LossPlan<float> plan(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
  plan.allocate();
  m.task->held_out(HeldOut::val, example, plan.batch());
  plan.forward({});
  std::size_t met = 0;
  for (const Tap<float>& tap : plan.taps()) {
    if (tap.name != look.tap) continue;
    ++met;
    for (std::size_t head = 0; head < tap.shape[1]; ++head)
      for (std::size_t query = 0; query < tap.shape[2]; ++query) {
        const Findings found =
            m.take("query_key", {{"layer", look.layer}, {"head", head}, {"query", query}, {"example", example}});
        if (number_of(found, "query") != double(query)) continue;  // beyond this example
        CHECK(number_of(found, "head") == double(head));
        const Finding &weight = array_of(found, "weight"), &products = array_of(found, "products"),
                      &score = array_of(found, "score");
        const std::vector<float> seen = looked_at(tap, head, query);
        REQUIRE(weight.data.size() <= seen.size());
        double most = -INFINITY, sum = 0;
        std::vector<double> sums;
        for (std::size_t k = 0; k < weight.data.size(); ++k) {
          double total = has_array(found, "bias") ? double(array_of(found, "bias").data[k]) : 0;
          const std::size_t width = products.axes[1].count;
          for (std::size_t i = 0; i < width; ++i) total += double(products.data[k * width + i]);
          CHECK(total == doctest::Approx(double(score.data[k])).epsilon(1e-4));
          sums.push_back(total);
          most = std::max(most, total);
        }
        for (double total : sums) sum += std::exp(total - most);
        for (std::size_t k = 0; k < seen.size(); ++k) {
          const bool known = k < weight.data.size();
          CHECK(std::abs(double(seen[k]) - (known ? std::exp(sums[k] - most) / sum : 0)) < 1e-5);
          CHECK(std::abs(double(seen[k]) - (known ? double(weight.data[k]) : 0)) < 1e-5);
        }
      }
  }
  CHECK(met == 1);
}

const std::string kQueryKeyParity = R"({"kind":"parity","min_length":2,"max_length":9,"longer_length":0})",
                  kQueryKeyReverse =
                      R"({"kind":"reverse","symbols":5,"min_length":2,"max_length":4,"longer_length":0})";

std::string small_transformer(const std::string& topology, const std::string& position, std::size_t layers) {
  return R"({"kind":"transformer","d_model":8,"num_heads":2,"num_layers":)" + std::to_string(layers) +
         R"(,"d_ff":8,"topology":")" + topology + R"(","position":")" + position + "\"}";
}

}  // namespace

TEST_CASE("query_key: products add up to the weights of every topology, whatever says where a symbol stands") {
  for (const std::string position : {"learned", "sinusoidal", "rope", "alibi", "none"}) {
    CAPTURE(position);
    for (const std::string topology : {"decoder", "encoder"}) {
      CAPTURE(topology);
      const Measured m(kQueryKeyParity, small_transformer(topology, position, 2));
      for (std::size_t example : {0, 3}) check_adds_up(m, {"transformer.1.attention", 1}, example);
      CHECK(has_array(m.take("query_key"), "bias") == (position == "alibi"));
    }
    const Measured m(kQueryKeyReverse, small_transformer("encoder-decoder", position, 2));
    check_adds_up(m, {"transformer.0.attention", 0}, 1);
    check_adds_up(m, {"transformer.1.cross_attention", 3}, 1);
    check_adds_up(m, {"transformer.encoder.0.attention", 4}, 1);
    CHECK_FALSE(has_array(m.take("query_key", {{"layer", 2}}), "bias"));
    const Findings counted = m.take("query_key", {{"head", 7}}),
                   named = m.take("query_key", {{"layer", 3}, {"head", 1}});
    CHECK(number_of(counted, "layer") == 3);
    CHECK(array_of(counted, "products").data == array_of(named, "products").data);
  }
}

TEST_CASE("query_key: so do those of shared keys, of sets, of their inducing points and of pooling") {
  const Measured shared(
      kQueryKeyParity,
      R"({"kind":"transformer","d_model":16,"num_heads":4,"num_kv_heads":2,"num_layers":1,"d_ff":8,"position":"rope"})");
  check_adds_up(shared, {"transformer.0.attention", 0}, 0);
  const std::string task = R"({"kind":"set_unique","symbols":9,"min_size":4,"max_size":6,"longer_size":0})",
                    model = R"({"kind":"set_transformer","d_model":8,"num_heads":2,"num_layers":2,"d_ff":8)";
  const Measured all(task, model + "}");
  check_adds_up(all, {"set_transformer.1.attention", 1}, 2);
  check_adds_up(all, {"set_transformer.pooling.attention", 2}, 2);
  const Measured by_way(task, model + R"(,"block":"isab","num_inducing":5})");
  for (std::size_t example : {0, 1}) {
    check_adds_up(by_way, {"set_transformer.1.attention", 1}, example);
    check_adds_up(by_way, {"set_transformer.0.inducing.attention", 2}, example);
  }
}

TEST_CASE("query_key: by hand, where queries and keys are biases alone") {
  const Measured m(kQueryKeyParity, R"({"kind":"transformer","d_model":4,"num_heads":2,"num_layers":1,"d_ff":4,
                                         "position":"alibi"})");
  std::ranges::fill(m.weight("layers.0.self_attn.in_proj_weight").value, 0.0F);
  std::ranges::copy(std::vector<float>{1, 2, 3, -4, 5, 6, 7, 8, 0, 0, 0, 0},
                    m.weight("layers.0.self_attn.in_proj_bias").value.begin());
  const Findings found = m.take("query_key", {{"head", 1}, {"query", 1}});
  CHECK(array_of(found, "query").data == std::vector<float>{3, -4});
  CHECK(array_of(found, "keys").data == std::vector<float>{7, 8, 7, 8});
  const std::vector<float>& products = array_of(found, "products").data;
  REQUIRE(products.size() == 4);
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(double(products[2 * k]) == doctest::Approx(21 / std::sqrt(2.0)));
    CHECK(double(products[2 * k + 1]) == doctest::Approx(-32 / std::sqrt(2.0)));
  }
  // Two heads: slopes 1/16 and 1/256.
  CHECK(array_of(found, "bias").data == std::vector<float>{-1.0F / 256, 0});
  CHECK(double(array_of(found, "score").data[0]) == doctest::Approx(-11 / std::sqrt(2.0) - 1.0 / 256));
  CHECK(double(array_of(found, "weight").data[1]) == doctest::Approx(1 / (1 + std::exp(-1.0 / 256))));
}

TEST_CASE("query_key: none of linear attention, of additive attention, and of what does not look at all") {
  CHECK_FALSE(Measured(kQueryKeyParity, R"({"kind":"transformer","attention":"linear"})").applies("query_key"));
  CHECK_FALSE(Measured(kQueryKeyReverse, R"({"kind":"seq2seq","attention":"additive"})").applies("query_key"));
  CHECK_FALSE(Measured(kQueryKeyParity, R"({"kind":"gru"})").applies("query_key"));
  CHECK(Measured(kQueryKeyParity, R"({"kind":"transformer"})").applies("query_key"));
}
