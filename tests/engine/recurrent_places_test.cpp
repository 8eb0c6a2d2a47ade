// Units and gates of recurrent cells that are held by rewriting parameters: what nobody reads, and what stands at a number.
#include <doctest/doctest.h>

#include "measures/input_probe.hpp"
#include "support/edited_model.hpp"

using namespace unrolled;
using namespace unrolled::test;

TEST_CASE("places: a recurrent unit that is off is one that nobody reads, and shows the number that it is held at") {
  const GoldenHashes golden;
  std::size_t checked = 0;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    const Measured m(golden, stored);
    const std::string kind = m.header.configured().kind;
    if (kind != "rnn" && kind != "gru" && kind != "lstm") continue;
    CAPTURE(stored["name"].get<std::string>());
    Edited edited(m);
    const bool both = edited.model->parameters().find(kind + ".weight_hh_l0_reverse") != nullptr;
    for (const PlaceGroup& place : edited.places) {
      if (place.part != "unit") continue;
      CAPTURE(place.name);
      const bool reverse = place.name.ends_with(".reverse");
      const std::size_t layer = std::size_t(place.name[kind.size() + 1] - '0'), u = place.count - 2;
      const std::string suffix = "_l" + std::to_string(layer), next = "_l" + std::to_string(layer + 1);
      edited.become({});
      edited.zero_columns(kind + ".weight_hh" + suffix + (reverse ? "_reverse" : ""), u);
      const std::size_t column = u + (reverse ? place.count : 0);
      const bool last = edited.model->parameters().find(kind + ".weight_ih" + next) == nullptr;
      if (last) edited.zero_columns("head.weight", column);
      for (const char* direction : {"", "_reverse"})
        if (!last && (*direction == 0 || both)) edited.zero_columns(kind + ".weight_ih" + next + direction, column);
      const std::vector<double> unread = edited.answers();
      edited.become({{place.name, "unit", u, Edit::To::off, 0}});
      check_same(edited.answers(), unread);
      const double c = place.holding(u).least < place.holding(u).most ? 0.625 : 0;
      edited.become({{place.name, "unit", u, Edit::To::value, c}});
      edited.plan.forward({});
      const Tensor<double>& hidden = *edited.plan.plan().arena().find(place.name + ".hidden");
      for (std::size_t row = 0; row < hidden.value.size() / place.count; ++row)
        CHECK(hidden.value[row * place.count + u] == doctest::Approx(c).epsilon(1e-12));
      ++checked;
    }
  }
  CHECK(checked >= 15);
}

TEST_CASE("places: a unit of a sequence-to-sequence model shows its number, the decoder's from its first step on") {
  const GoldenHashes golden;
  std::size_t checked = 0;
  for (const Json& stored : golden.cases()) {
    if (!stored["name"].get<std::string>().starts_with("seq2seq")) continue;
    CAPTURE(stored["name"].get<std::string>());
    const Measured m(golden, stored);
    Edited edited(m);
    for (const PlaceGroup& place : edited.places) {
      if (place.part != "unit") continue;
      CAPTURE(place.name);
      const bool encoder = place.name.starts_with("seq2seq.encoder");
      edited.become({});
      const std::vector<double> whole = edited.answers();
      for (const double c : {0.0, 0.5}) {
        edited.become({{place.name, "unit", 2, Edit::To::value, c}});
        CHECK(total_difference(edited.answers(), whole) > 0);
        const Tensor<double>& hidden = *edited.plan.plan().arena().find(place.name + ".hidden");
        const Batch batch = edited.plan.batch();
        for (std::size_t b = 0; b < hidden.shape[1]; ++b)
          for (std::size_t t = 0; t < (encoder ? length_of(batch.source, b) : hidden.shape[0]); ++t)
            CHECK(hidden.value[(t * hidden.shape[1] + b) * place.count + 2] == doctest::Approx(c).epsilon(1e-12));
      }
      ++checked;
    }
  }
  CHECK(checked >= 10);
}

namespace {
/// Of an LSTM.
std::string mode_of(const Measured& m, std::size_t gate) {
  return m.header.configured().options.text(gate == 0 ? "input_gate" : gate == 1 ? "forget_gate" : "output_gate");
}
}  // namespace

TEST_CASE(
    "places: gates that are held stand at their number, and an LSTM's forget gate is that of the family's option") {
  const GoldenHashes golden;
  for (const Json& stored : golden.cases()) {
    if (stored["name"] == "ngram") continue;
    const Measured m(golden, stored);
    const std::string kind = m.header.configured().kind;
    if (kind != "gru" && kind != "lstm") continue;
    CAPTURE(stored["name"].get<std::string>());
    Edited edited(m);
    const PlaceGroup& place = *edited.group(kind + ".0", "gate");
    for (std::size_t g = 0; g < place.count; ++g) {
      const bool gate = place.is_gate(g);
      CAPTURE(g);
      // One that an option holds does not look at what would hold it: it can only be frozen.
      CHECK(place.holding(g).can_show() == (kind == "gru" || g == 2 || mode_of(m, g) == "learned"));
      if (!place.holding(g).can_show()) continue;
      for (const double c : {0.0, 0.25, 1.0}) {
        if (!gate && c == 1) continue;
        edited.become({{place.name, "gate", g, Edit::To::value, c}});
        edited.plan.forward({});
        const auto taps = edited.plan.taps();
        const auto tap = std::ranges::find(taps, place.name + ".gates", &Tap<double>::name);
        REQUIRE(tap != taps.end());
        const std::size_t width = tap->shape[3];
        for (std::size_t i = 0; i < tap->data.size(); ++i)
          if (i / width % place.count == g) CHECK(tap->data[i] == doctest::Approx(c).epsilon(1e-12));
      }
    }
  }
  Json stored;
  for (const Json& known : golden.cases())
    if (known["name"] == "lstm") stored = known;
  const Measured m(golden, stored);
  Edited edited(m);
  for (const char* mode : {"open", "closed"}) {
    Json fixed = stored;
    fixed["experiment"]["models"][0]["forget_gate"] = mode;
    const Measured other(golden, fixed);
    Edited expected(other);
    edited.become({{"lstm.0", "gate", 1, mode == std::string("open") ? Edit::To::open : Edit::To::closed, 0}});
    check_same(edited.answers(), expected.answers());
  }
}
