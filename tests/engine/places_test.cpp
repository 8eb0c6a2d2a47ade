// Places that are held by rewriting parameters, of every family: exactly what the same network gives when what the place shows
// is overwritten between two ops, or when nobody reads it.
#include <doctest/doctest.h>

#include <cmath>

#include "measures/input_probe.hpp"
#include "support/edited_model.hpp"
#include "support/grad_check.hpp"
#include "train/shown_means.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// The tensor that holds what the places of a group show, in their order; "" where no single one does.
std::string shown_in(const PlaceGroup& place, const Configured& model) {
  const auto starts = [&](const char* with) { return place.name.starts_with(with); };
  const std::string last = place.name.substr(place.name.rfind('.') + 1);
  if (place.part == "head") {
    if (starts("seq2seq")) return model.options.boolean("input_feeding") ? "" : "attention.context";
    if (starts("conv_seq2seq")) return "decoder." + last + ".found";
    const bool across = place.name.ends_with(".cross");
    return (across ? place.name + "_" : place.name + ".") + "attention.heads";
  }
  if (place.part != "unit") return "";
  if (place.name.ends_with(".feed")) {
    const std::string layer = place.name.substr(0, place.name.size() - 5);
    return layer + (starts("state_space") ? ".gelu" : ".activation");
  }
  if (starts("mlp")) return place.name + ".hidden";
  if (place.name == "image_conv.linear1") return "linear1.relu";
  if (starts("image_conv")) return place.name + ".maps";
  if (starts("conv_seq2seq.encoder")) return "encoder." + last + ".glu";
  if (starts("conv_seq2seq")) return "decoder." + last + ".glu";
  if (starts("conv.")) return place.name + (model.options.boolean("gated") ? ".glu" : ".conv1.relu");
  if (starts("pervasive")) return place.name + ".conv2";
  if (starts("state_space") && model.options.text("cell") != "diagonal") return place.name + ".hidden";
  return "";
}

bool is_recurrent(const Configured& model) {
  return model.kind == "rnn" || model.kind == "gru" || model.kind == "lstm" || model.kind == "seq2seq";
}

}  // namespace

TEST_CASE("places: a head or unit that is off, or shows a number, is one overwritten between two ops") {
  const GoldenHashes golden;
  std::size_t heads = 0, units = 0, numbers = 0;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    CAPTURE(stored["name"].get<std::string>());
    const Measured m(golden, stored);
    Edited edited(m);
    for (const PlaceGroup& place : edited.places) {
      CAPTURE(place.name);
      if (is_recurrent(m.header.configured()) && place.part == "unit") continue;  // see below
      const std::string tensor = shown_in(place, m.header.configured());
      if (tensor.empty()) continue;
      const std::size_t width = edited.plan.plan().arena().find(tensor)->shape.last() / place.count;
      const std::string part(place.part);
      for (std::size_t i : {std::size_t{0}, place.count - 1}) {
        edited.become({});
        const std::vector<double> whole = edited.answers();
        const std::vector<double> off = edited.answers_with(tensor, i * width, width, 0);
        edited.become({{place.name, part, i, Edit::To::off, 0}});
        check_same(edited.answers(), off);
        (part == "head" ? heads : units) += total_difference(off, whole) > 0;
        if (place.holding(i).least >= place.holding(i).most) continue;
        edited.become({});
        const std::vector<double> shown = edited.answers_with(tensor, i * width, width, 0.375);
        edited.become({{place.name, part, i, Edit::To::value, 0.375}});
        check_same(edited.answers(), shown);
        numbers += total_difference(shown, off) > 0;
      }
    }
  }
  CHECK(heads > 20);
  CHECK(units > 40);
  CHECK(numbers > 40);
}

TEST_CASE(
    "places: the mean of a place is that of its numbers over the positions of 64 held-out examples, whatever is "
    "padding") {
  const GoldenHashes golden;
  std::size_t checked = 0;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    CAPTURE(stored["name"].get<std::string>());
    const Measured m(golden, stored);
    LossPlan<float> plan(*m.model, m.form.signature, BatchSize(5, m.form.lengths, m.form.form));
    LossPlan<float> one(*m.model, m.form.signature, BatchSize(1, m.form.lengths, m.form.form));
    plan.allocate(), one.allocate();
    for (const PlaceGroup& place : places_of(m.header.configured(), shapes_of(m.model->parameters()))) {
      const std::size_t i = place.count - 1;
      if (!place.has_mean(i)) continue;
      CAPTURE(place.name);
      CAPTURE(std::string(place.part));
      const std::vector<double> means = shown_means(place, i, *m.task, plan);
      std::vector<double> sums(means.size());
      double count = 0;
      for (std::size_t n = 0; n < std::min(std::size_t{64}, m.task->held_out_count(HeldOut::val)); ++n) {
        m.task->held_out(HeldOut::val, n, one.batch());
        one.forward({});
        const Tensor<float>& shown = *one.plan().arena().find(place.shown);
        const Batch batch = one.batch();
        const StreamBatch& stream = place.of_source ? batch.source : batch.input;
        const std::size_t rows = shown.value.size() / shown.shape.last();
        const std::size_t valid = rows == stream.dims.length ? length_of(stream, 0) : rows;
        for (std::size_t t = 0; t < valid; ++t, ++count)
          for (std::size_t j = 0; j < sums.size(); ++j)
            sums[j] += double(shown.value[t * shown.shape.last() + i * sums.size() + j]);
      }
      const Holding& holding = place.holding(i);
      for (std::size_t j = 0; j < sums.size(); ++j)
        CHECK(means[j] ==
              doctest::Approx(std::clamp(sums[j] / count, holding.least, holding.most)).epsilon(1e-4).scale(1e-2));
      ++checked;
    }
  }
  CHECK(checked >= 60);
}

TEST_CASE("places: at its mean a head shows as many numbers as it has, and a gate one for each unit") {
  const GoldenHashes golden;
  for (const char* name : {"transformer: ALiBi", "gru"}) {
    CAPTURE(name);
    Json stored;
    for (const Json& known : golden.cases())
      if (known["name"] == name) stored = known;
    const Measured m(golden, stored);
    Edited edited(m);
    const bool head = name == std::string("transformer: ALiBi");
    const PlaceGroup& place = *edited.group(head ? "transformer.1" : "gru.0", head ? "head" : "gate");
    edited.become({});
    std::vector<double> means(head ? 4 : 12);
    for (std::size_t j = 0; j < means.size(); ++j) means[j] = (double(j) + 1) / 16;
    std::vector<double> expected;
    if (head) {
      REQUIRE(forward_changing(edited.plan.plan(), place.shown, [&](Tensor<double>& x) {
        for (std::size_t at = 0; at < x.value.size(); ++at)
          if (at % 12 / 4 == 2) x.value[at] = means[at % 4];
      }));
      expected.assign(edited.plan.result().begin(), edited.plan.result().end());
    }
    edited.held.add({place.name, std::string(place.part), head ? 2u : 1u, Edit::To::mean, 0}, place,
                    edited.model->parameters(), true, means);
    edited.held.settle();
    const std::vector<double> found = edited.answers();
    if (head) {
      check_same(found, expected);
      continue;
    }
    const Tensor<double>& gates = *edited.plan.plan().arena().find(place.shown);
    for (std::size_t at = 0; at < gates.value.size(); ++at)
      if (at / 12 % 3 == 1) CHECK(gates.value[at] == doctest::Approx(means[at % 12]).epsilon(1e-12));
  }
}

TEST_CASE("places: a layer that is off adds nothing") {
  const GoldenHashes golden;
  std::size_t checked = 0;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    const Measured m(golden, stored);
    CAPTURE(stored["name"].get<std::string>());
    const Configured& model = m.header.configured();
    const bool plain = (model.kind == "transformer" && model.options.text("norm") == "pre") ||
                       model.kind == "state_space" || (model.kind == "conv" && model.options.boolean("gated"));
    if (!plain) continue;
    Edited edited(m);
    const double scale = model.kind == "conv" ? std::sqrt(0.5) : 1;
    for (const PlaceGroup& place : edited.places) {
      if (place.part != "layer") continue;
      CAPTURE(place.name);
      const std::string layer = place.name;
      const std::string output = layer + (model.kind == "conv"                     ? ".hidden"
                                          : model.kind == "transformer"            ? ".linear2"
                                          : model.options.integer("mlp_ratio") > 0 ? ".out"
                                                                                   : ".mixed");
      const std::size_t number = std::size_t(layer.back() - '0');
      if (number == 0) continue;  // what enters the first is called otherwise
      std::string below = output;
      below[layer.size() - 1] = char('0' + number - 1);
      edited.become({});
      const bool changed = forward_changing(edited.plan.plan(), output, [&](Tensor<double>& x) {
        const Tensor<double>& from = *edited.plan.plan().arena().find(below);
        for (std::size_t i = 0; i < x.value.size(); ++i) x.value[i] = scale * from.value[i];
      });
      REQUIRE(changed);
      const std::vector<double> expected(edited.plan.result().begin(), edited.plan.result().end());
      edited.become({{layer, "layer", 0, Edit::To::off, 0}});
      check_same(edited.answers(), expected);
      ++checked;
    }
  }
  CHECK(checked >= 2);
}

TEST_CASE("places: with edits held, gradients of everything else are right, and those of what is held are none") {
  const GoldenHashes golden;
  const std::pair<const char*, Edit> edits[] = {
      {"lstm", {"lstm.0", "gate", 1, Edit::To::closed, 0}},
      {"gru", {"gru.0", "unit", 3, Edit::To::value, 0.5}},
      {"transformer: ALiBi", {"transformer.1", "head", 2, Edit::To::off, 0}},
      {"transformer: RoPE, shared keys, RMSNorm, SwiGLU", {"transformer.0.feed", "unit", 4, Edit::To::value, 0.5}}};
  std::size_t held = 0;
  for (const auto& chosen : edits) {
    CAPTURE(chosen.second.name);
    Json stored;
    for (const Json& known : golden.cases())
      if (known["name"] == chosen.first) stored = known;
    const Measured m(golden, stored);
    Edited edited(m);
    edited.become({chosen.second});
    edited.model->parameters().zero_grads();
    edited.plan.forward({});
    edited.plan.backward({});
    std::vector<std::vector<double>> before;
    for (Tensor<double>& tensor : edited.model->parameters().tensors())
      before.emplace_back(tensor.grad.begin(), tensor.grad.end());
    edited.held.clear_grads();
    std::size_t k = 0;
    for (Tensor<double>& tensor : edited.model->parameters().tensors()) {
      CAPTURE(tensor.name);
      for (std::size_t i = 0; i < tensor.grad.size(); i += 1 + tensor.grad.size() / 12) {
        if (tensor.grad[i] == 0 && before[k][i] != 0) {
          ++held;
          continue;
        }
        const double slope = central_slope(
            tensor.value, i, [&] { return edited.plan.forward({}); }, 1e-5);
        CHECK(tensor.grad[i] == doctest::Approx(slope).epsilon(1e-5).scale(1e-3));
      }
      ++k;
    }
  }
  CHECK(held > 0);
}

TEST_CASE("places: what is held is restored after any update, later edits in the stead of earlier ones of a place") {
  const GoldenHashes golden;
  Json stored;
  for (const Json& known : golden.cases())
    if (known["name"] == "transformer: ALiBi") stored = known;
  const Measured m(golden, stored);
  Edited edited(m);
  const Edit off{"transformer.0", "head", 1, Edit::To::off, 0}, freed{"transformer.0", "head", 1, Edit::To::free, 0};
  const Edit frozen{"transformer.1", "layer", 0, Edit::To::frozen, 0};
  const Edit embedding{"embedding.weight", "parameter", 0, Edit::To::frozen, 0};
  const auto moved = [&](const std::vector<Edit>& edits) {
    edited.become(edits);
    std::map<std::string, std::size_t> count;
    std::vector<std::vector<double>> settled;
    for (Tensor<double>& tensor : edited.model->parameters().tensors()) {
      settled.emplace_back(tensor.value.begin(), tensor.value.end());
      for (double& x : tensor.value) x += 1;
    }
    edited.held.restore();
    auto from = settled.begin();
    for (Tensor<double>& tensor : edited.model->parameters().tensors()) {
      for (std::size_t i = 0; i < tensor.value.size(); ++i) count[tensor.name] += tensor.value[i] != (*from)[i];
      ++from;
    }
    return count;
  };
  const auto none = moved({});
  for (Tensor<double>& tensor : edited.model->parameters().tensors())
    CHECK(none.at(tensor.name) == tensor.shape.count());
  const auto one = moved({off});
  CHECK(one.at("layers.0.self_attn.out_proj.weight") == 12 * 8);  // of three heads of four numbers
  CHECK(one.at("layers.0.self_attn.out_proj.bias") == 12);
  CHECK(moved({off, freed}) == none);
  const auto more = moved({off, frozen, embedding});
  for (const auto& moved_count : more) {
    const std::string name = moved_count.first;
    CAPTURE(name);
    CHECK((moved_count.second == 0) == (name.starts_with("layers.1.") || name == "embedding.weight"));
  }
}

TEST_CASE("places: an edit of what is not there, or that it cannot be, is refused by name") {
  const GoldenHashes golden;
  Json stored;
  for (const Json& known : golden.cases())
    if (known["name"] == "lstm") stored = known;
  const Measured m(golden, stored);
  Edited edited(m);
  const auto where = [&](const Edit& edit) -> std::string {
    try {
      place_of(edit, edited.places, "edits[0]");
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  };
  using To = Edit::To;
  CHECK(where({"lstm.0", "gate", 1, To::open, 0}) == "no error");
  CHECK(where({"lstm.0", "unit", 11, To::off, 0}) == "no error");
  CHECK(where({"lstm.1", "gate", 1, To::open, 0}).starts_with("edits[0].place.name: "));
  CHECK(where({"lstm.1", "gate", 1, To::open, 0}).ends_with("Choose from lstm.0."));
  CHECK(where({"lstm.0", "head", 0, To::off, 0}).ends_with("Choose from gate, unit, layer."));
  CHECK(where({"lstm.0", "unit", 12, To::off, 0}).starts_with("edits[0].place.index: "));
  CHECK(where({"lstm.0", "gate", 1, To::off, 0}).ends_with("Choose from open, closed, mean, 0 to 1, frozen, free."));
  CHECK(where({"lstm.0", "unit", 1, To::open, 0}).starts_with("edits[0].to: "));
  CHECK(where({"lstm.0", "unit", 1, To::value, 0.9}).starts_with("edits[0].to: "));
  CHECK(where({"head.weight", "parameter", 0, To::off, 0}).ends_with("Choose from frozen, free."));
}
