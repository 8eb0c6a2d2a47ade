#include "io/curves.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace unrolled;

namespace {

/// `steps` steps more, ten at a time; the loss of step n is n.
void train(Curves& curves, std::uint64_t from, std::uint64_t steps) {
  for (std::uint64_t done = from; done < from + steps; done += 10) {
    std::vector<double> losses;
    for (std::uint64_t step = done + 1; step <= done + 10; ++step) losses.push_back(double(step));
    curves.train(done + 10, losses, 0.5, 1.25, 0.001);
  }
}

Json json_of(const Curves& curves) { return Json::parse(curves.to_text()); }

Curves resumed(const std::string& kept, std::uint64_t step) {
  Curves curves(64, 1e6);
  curves.resume(kept, step);
  return curves;
}

}  // namespace

TEST_CASE("curves: every step is there once, with what a step tells besides") {
  Curves curves(64, 1e6);
  train(curves, 0, 30);
  curves.evaluate({{"val_loss", 1.5}, {"val_accuracy", nullptr}, {"val_exact", 0.25}}, "abc");
  const Json json = json_of(curves);
  CHECK(json["step"] == 30);
  CHECK(json["seconds"] == 1.5);
  CHECK(json["tokens_per_step"] == 64);
  CHECK(json["training"]["stride"] == 1);
  CHECK(json["training"]["step"].size() == 30);
  CHECK(json["training"]["step"][29] == 30);
  CHECK(json["training"]["seconds"][14] == 0.75);
  CHECK(json["training"]["loss"][6] == 7);
  CHECK(json["held_out"]["step"] == Json::array({30}));
  CHECK(json["held_out"]["val_accuracy"] == Json::array({nullptr}));
  CHECK(json["signals"]["step"] == Json::array({10, 20, 30}));
  CHECK(json["signals"]["grad_norm"] == Json::array({1.25, 1.25, 1.25}));
  CHECK(json["sample"] == "abc");
  CHECK(curves.scores() == Json({{"val_loss", 1.5}, {"val_exact", 0.25}}));
}

TEST_CASE("curves: they go on where a file ends as if they had not stopped") {
  Curves unbroken(64, 1e6), before(64, 1e6);
  train(unbroken, 0, 200);
  train(before, 0, 120);
  Curves after = resumed(before.to_text(), 120);
  train(after, 120, 80);
  const Json found = json_of(after), wanted = json_of(unbroken);
  CHECK(found["training"] == wanted["training"]);
  CHECK(found["signals"] == wanted["signals"]);
  CHECK(found["seconds"] == wanted["seconds"]);
}

TEST_CASE("curves: what came after the step of the weights is forgotten") {
  Curves before(64, 1e6);
  train(before, 0, 50);
  before.evaluate({{"val_loss", 1}}, "");
  const Json json = json_of(resumed(before.to_text(), 33));
  CHECK(json["training"]["step"].size() == 33);
  CHECK(json["held_out"]["step"].empty());
  CHECK(json["signals"]["step"].size() == 3);
}

TEST_CASE("curves: long runs merge neighbours, and one test is there once") {
  Curves curves(1, 1);
  train(curves, 0, 10'000);
  for (int i = 0; i < 3; ++i) curves.evaluate({{"val_loss", i}}, "");
  const Json json = json_of(curves), training = json["training"];
  CHECK(training["stride"] == 4);
  CHECK(training["step"].size() == 2500);
  CHECK(training["step"][0] == 4);
  CHECK(training["loss"][0] == 2.5);
  CHECK(json["held_out"]["val_loss"] == Json::array({2}));
  CHECK(json_of(resumed(curves.to_text(), 10'000))["training"] == training);
}

TEST_CASE("curves: of a stranger's, what does not fit is left out") {
  const char* const kept[] = {"",
                              "[]",
                              "{",
                              "3",
                              R"({"training":3,"held_out":[],"signals":null,"seconds":"x","sample":4})",
                              R"({"training":{"stride":0,"step":[1],"seconds":[1],"loss":[1]}})",
                              R"({"training":{"stride":1.5,"step":[1],"seconds":[1],"loss":[1]}})",
                              R"({"training":{"stride":1,"step":[1,2],"seconds":[1],"loss":[1,2]}})",
                              R"({"training":{"stride":1,"step":[1]}})",
                              R"({"seconds":-1,"loss":-1e999})"};
  for (const char* text : kept) {
    CAPTURE(text);
    const Json json = json_of(resumed(text, 20));
    CHECK(json["step"] == 20);
    CHECK(json["seconds"] == 0);
    CHECK(json["training"]["step"].empty());
    CHECK(json["loss"].is_null());
  }
  const Json some = json_of(resumed(
      R"({"training":{"stride":1,"step":[3,2,"x",null,5,30],"seconds":[1,1,1,1,1,1],"loss":[1,2,3,4,null,6]}})", 20));
  CHECK(some["training"]["step"] == Json::array({3, 5}));
  CHECK(some["training"]["loss"] == Json::array({1, nullptr}));
}

TEST_CASE("curves: a number has at most ten digits, and is written as it would be read") {
  const std::vector<std::pair<double, std::string>> numbers = {{1.0 / 3, "0.3333333333"},
                                                               {-2.0 / 3, "-0.6666666667"},
                                                               {1e-9 / 3, "3.333333333e-10"},
                                                               {2e9 / 3, "666666666.7"},
                                                               {0.1 + 0.2, "0.3"},
                                                               {12345678901.5, "12345678900.0"},
                                                               {0.25, "0.25"},
                                                               {1e15 + 0.5, "1e+15"}};
  for (const auto& [value, text] : numbers) {
    Curves curves(value, 1);
    CHECK(curves.to_text().find("\"tokens_per_step\":" + text + ",") != std::string::npos);
  }
}

TEST_CASE("curves: the lowest test is the last one where none before was as low") {
  Curves curves(1, 1);
  CHECK(!curves.at_lowest());
  auto lowest_with = [&, step = 0](double loss) mutable {
    train(curves, step, 10), step += 10;
    curves.evaluate({{"val_loss", loss}}, "");
    return curves.at_lowest();
  };
  CHECK(lowest_with(3));
  CHECK(!lowest_with(4));
  CHECK(!lowest_with(3));
  CHECK(lowest_with(2));
  CHECK(resumed(curves.to_text(), 40).at_lowest());
  train(curves, 40, 10);
  CHECK(!curves.at_lowest());
  curves.evaluate(Json::object(), "");
  CHECK(!curves.at_lowest());
}

TEST_CASE("curves: a sample is cut between characters") {
  Curves curves(1, 1);
  std::string text(1999, 'a');
  curves.evaluate(Json::object(), text + "\u00e9\u00e9");
  CHECK(json_of(curves)["sample"] == text);
  CHECK(curves.scores().empty());
}
