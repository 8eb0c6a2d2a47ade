// No two dropouts of a model leave out the same places: each has a number of its own, which with seed and step makes its
// mask. A family that gives one number twice still trains, only worse, and nothing else would notice.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kernels/dropout.hpp"
#include "support/model_probe.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Given = std::map<std::string, OptionValue>;

constexpr std::size_t kBatch = 16, kLength = 6, kSource = 5;
constexpr Pass kTraining{.training = true, .seed = 3, .step = 2};
constexpr std::size_t kNumbers = 512;   // dropouts have lower ones, in models this small
constexpr std::size_t kPlaces = 1024;   // so much of a mask tells it from all others,
constexpr std::size_t kLeastKept = 48;  // and so many numbers that are kept

/// Of each number of a dropout, which places it keeps at p = 0.5.
std::vector<std::vector<double>> masks() {
  const std::vector<double> ones(kPlaces, 1);
  std::vector<std::vector<double>> all(kNumbers, ones);
  for (std::size_t id = 0; id < kNumbers; ++id)
    dropout_forward<double>(0.5, dropout_key(kTraining.seed, kTraining.step, id), ones, all[id]);
  return all;
}

/// The number whose mask keeps all of `x` that is not zero, or kNumbers: then no dropout made x.
std::size_t number_of(std::span<const double> x) {
  static const std::vector<std::vector<double>> all = masks();
  x = x.first(std::min(kPlaces, x.size()));
  if (x.size() - std::size_t(std::ranges::count(x, 0.0)) < kLeastKept) return kNumbers;
  const auto made = [&](const std::vector<double>& mask) {
    return std::ranges::equal(x, std::span(mask).first(x.size()),
                              [](double v, double kept) { return v == 0 || kept != 0; });
  };
  return std::size_t(std::ranges::find_if(all, made) - all.begin());
}

/// The numbers of the dropouts that a plan ran. A tensor that is another's copy counts once.
std::vector<std::size_t> numbers_of(Plan<double>& plan) {
  std::set<std::vector<double>> seen;
  std::vector<std::size_t> found;
  for (const Tensor<double>& tensor : plan.arena().tensors()) {
    const std::size_t number = number_of(tensor.value);
    if (number < kNumbers && seen.insert(copy<double>(tensor.value)).second) found.push_back(number);
  }
  return found;
}

struct Family {
  std::string kind;
  std::size_t dropouts;  ///< that its plan has
  Given given;
  Signature signature;
};

Signature symbols(bool causal = true) { return {{7, 0, kLength}, {OutputSize::Kind::symbols, 7, false}, causal}; }
Signature pairs() {
  Signature signature = symbols();
  signature.source = {7, 0, kSource};
  return signature;
}
Signature set() {
  Signature signature({7, 0, kLength}, {OutputSize::Kind::symbols, 7, true}, false);
  signature.ordered = false;
  return signature;
}
Signature image() {
  Signature signature({0, 6, kLength}, {OutputSize::Kind::symbols, 7, true}, false);
  signature.image_columns = 6;
  return signature;
}

/// All with two layers where they have any.
const std::vector<Family> kFamilies{
    {"rnn", 1, {}, symbols()},
    {"gru", 1, {{"bidirectional", true}}, symbols(false)},
    {"lstm", 2, {{"num_layers", 3.0}}, symbols()},
    {"state_space", 4, {}, symbols()},
    {"mlp", 2, {}, symbols()},
    {"conv", 4, {}, symbols()},
    {"conv", 2, {{"gated", true}}, symbols()},
    {"image_conv", 1, {{"hidden_size", 64.0}}, image()},
    {"conv_seq2seq", 7, {}, pairs()},
    {"pervasive", 2, {}, pairs()},
    {"seq2seq", 3, {}, pairs()},
    {"seq2seq", 2 + kLength, {{"attention", "dot"}, {"input_feeding", true}}, pairs()},
    {"seq2seq", 3, {{"attention", "dot"}, {"bidirectional", true}}, pairs()},
    {"transformer", 9, {}, symbols()},
    {"transformer", 9, {{"topology", "encoder"}}, symbols(false)},
    {"transformer", 22, {{"topology", "encoder-decoder"}}, pairs()},
    {"set_transformer", 12, {{"block", "sab"}}, set()},
    {"set_transformer", 20, {{"block", "isab"}}, set()},
};

/// Its options with dropout, but those that its kind does not have.
Given options_of(const Family& family) {
  Given given = family.given;
  const OptionTable& known = model_kind(family.kind).group.options;
  const Given small{{"num_layers", 2.0}, {"embedding_size", 16.0}, {"hidden_size", 16.0},
                    {"channels", 16.0},  {"d_model", 16.0},        {"num_heads", 2.0},
                    {"d_ff", 16.0},      {"num_inducing", 3.0},    {"dropout", 0.5}};
  for (const auto& [name, value] : small)
    if (find_option(known, name) != nullptr) given.emplace(name, value);
  return given;
}

}  // namespace

TEST_CASE("dropout: no two places of a model, of any family, draw the same mask") {
  for (const Family& family : kFamilies) {
    CAPTURE(family.kind);
    const bool reads_source = family.signature.pairs();
    Probe probe(family.kind, options_of(family), family.signature, kBatch, {kLength, reads_source ? kSource : 0});
    probe.run(kTraining);
    const std::vector<std::size_t> numbers = numbers_of(probe.plan);
    CHECK(numbers.size() == family.dropouts);
    CHECK(std::set(numbers.begin(), numbers.end()).size() == numbers.size());
  }
}

TEST_CASE("dropout: every family that has any is among those whose masks are compared") {
  for (const ModelKind* kind : model_kinds()) {
    CAPTURE(kind->group.kind);
    const bool drops = find_option(kind->group.options, "dropout") != nullptr;
    const bool listed = std::ranges::any_of(kFamilies, [&](const Family& f) { return f.kind == kind->group.kind; });
    CHECK(drops == listed);
  }
}
