#include "core/refusals.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/error.hpp"
#include "session/session.hpp"

using namespace unrolled;

TEST_CASE("error: what it says is place, finding and remedy, with what was found filled in") {
  const Error error(ErrorCode::invalid_config, "number.whole", "models[1].hidden_size",
                    {{"found", 0.5}, {"min", 1}, {"max", std::size_t{1024}}});
  CHECK(std::string(error.what()) ==
        "models[1].hidden_size: 0.5 is not a whole number from 1 to 1024. Choose one in this range.");
  CHECK(error.key() == "number.whole");
  CHECK(error.where() == "models[1].hidden_size");
  CHECK(error.details().size() == 3);
  CHECK(std::string(Error(ErrorCode::invalid_text, "text.empty", "").what()).starts_with("The text is empty."));
}

TEST_CASE("error: a line belongs to the place") {
  const Error error(ErrorCode::invalid_text, "table.cells", "table", {{"line", 7}, {"found", 3}});
  CHECK(std::string(error.what()).starts_with("table, line 7: There are 3 cells where two are needed."));
}

TEST_CASE("error: what was found is cut, cleaned of control characters, and never read as a placeable") {
  const std::string nasty = "\x1b[31m{ $min }" + std::string(200, 'x');
  const Error error(ErrorCode::invalid_config, "number.range", "a", {{"found", nasty}, {"min", 1}, {"max", 2}});
  const std::string what = error.what();
  CHECK(what.find('\x1b') == std::string::npos);
  CHECK(what.find(std::string(41, 'x')) == std::string::npos);
  CHECK(what.find("{ $min }") != std::string::npos);
  CHECK(what.size() < 200);
}

TEST_CASE("error: numbers are written shortly") {
  const std::pair<double, const char*> cases[] = {{0, "0"},
                                                  {-3, "-3"},
                                                  {4294967295.0, "4294967295"},
                                                  {0.002, "0.002"},
                                                  {1e-7, "1e-7"},
                                                  {1.5e300, "1.5e300"},
                                                  {25.5, "25.5"},
                                                  {0.1 + 0.2, "0.3"},
                                                  {1e15, "1e15"},
                                                  {-0.25, "-0.25"},
                                                  {9.9999999, "10"},
                                                  {123456.789, "123457"},
                                                  {1e14, "100000000000000"}};
  for (const auto& [number, text] : cases) CHECK(number_text(number) == text);
}

TEST_CASE("refusals: every key is there once, and describe() has its words") {
  std::set<std::string_view> keys;
  const Json json = Json::parse(describe());
  for (const Refusal& refusal : refusals()) {
    CAPTURE(refusal.key);
    CHECK(keys.insert(refusal.key).second);
    CHECK(json["refusals"][std::string(refusal.key)] == refusal.text);
  }
  CHECK(json["refusals"].size() == keys.size());
}
