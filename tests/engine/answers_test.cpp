// What is shown of a model's answers: the same whoever asks, in people's units, every place judged by itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "support/packed_digits.hpp"
#include "support/sessions.hpp"
#include "support/task_examples.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// Of the families, those that read a task in another form or look at it another way.
std::vector<Json> families() {
  std::vector<Json> models;
  const Json all = Json::parse(describe());
  for (const Json& model : all["models"]) {
    if (model["kind"] == "ngram") continue;
    Json small{{"kind", model["kind"]}};
    const std::map<std::string, int> sizes{{"hidden_size", 8}, {"embedding_size", 6}, {"channels", 6}, {"d_model", 8},
                                           {"num_heads", 2},   {"num_kv_heads", 1},   {"d_ff", 12}};
    std::vector<std::pair<std::string, Json>> others;
    for (const Json& option : model["options"]) {
      const std::string name = option["name"];
      if (const auto size = sizes.find(name); size != sizes.end()) small[name] = size->second;
      if (name == "bidirectional") others.emplace_back(name, !option["default"].get<bool>());
      if (name == "direction" || name == "topology")
        for (const Json& choice : option["choices"])
          if (choice["value"] != option["default"]) others.emplace_back(name, choice["value"]);
    }
    models.push_back(small);
    for (const auto& [name, value] : others) models.push_back(small), models.back()[name] = value;
  }
  return models;
}

std::string text_for(const std::string& task) {
  if (task.starts_with("digit")) return packed_digits();
  std::string lines;
  Rng rng(6);
  const bool pairs = task == "pairs_csv", numbers = task == "forecast_csv";
  for (int i = 0; i < 900; ++i) {
    if (numbers) {
      lines += std::to_string(9000 + int(rng.below(2000))) + "\n";
      continue;
    }
    for (std::uint64_t n = 2 + rng.below(7); n > 0; --n) lines += static_cast<char>('a' + rng.below(20));
    if (pairs) lines += "," + std::to_string(rng.below(100000));
    lines += "\n";
  }
  return lines;
}

/// nullptr where the model cannot do the task.
std::unique_ptr<Session> open_pair(const Json& task, const Json& model) {
  const std::string kind = task["kind"];
  Json chosen{{"kind", kind}};
  if (task["reads_data"] == true && !kind.starts_with("digit")) chosen["corpus"] = "own";
  const Json experiment{
      {"version", 1}, {"task", chosen}, {"train", {{"batch_size", 2}}}, {"models", Json::array({model})}};
  try {
    return std::make_unique<Session>(experiment.dump(), 0, text_for(kind));
  } catch (const Error&) {
    return nullptr;
  }
}

/// As a person would write it.
std::string prompt_of(const Json& symbols, const Json& vocabulary) {
  const bool words =
      std::ranges::any_of(vocabulary, [](const Json& symbol) { return symbol.get<std::string>().size() > 4; });
  std::string text;
  for (const Json& symbol : symbols) text += symbol.get<std::string>() + (words ? " " : "");
  return text;
}

/// Only the places that both have something to say about.
bool agree(const Json& asked, const Json& shown) {
  if (asked.size() != shown.size()) return false;
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (!shown[i].is_null() && asked[i] != shown[i]) return false;
  return true;
}

}  // namespace

TEST_CASE("answers: a question, a look inside and the list of examples say the same, for every task, form and family") {
  std::set<std::string> tasks, forms;
  const Json all = Json::parse(describe());
  for (const Json& task : all["tasks"])
    for (const Json& model : families()) {
      const auto session = open_pair(task, model);
      if (session == nullptr) continue;
      CAPTURE(task["kind"].get<std::string>());
      CAPTURE(model.dump());
      session->step(3);
      const Json info = Json::parse(session->info());
      const Json items = Json::parse(session->examples(R"({"count":2})"))["items"];
      if (items.empty()) continue;  // a text
      tasks.insert(task["kind"]), forms.insert(info["form"]);
      for (std::size_t i = 0; i < items.size(); ++i) {
        const Json& item = items[i];
        CHECK(Json::parse(session->inspect(std::to_string(i)))["item"] == item);
        if (info["answers"] != true) continue;
        const std::string prompt = prompt_of(item["given"]["symbols"], info["vocab"]);
        const Json asked = Json::parse(session->answer(Json{{"prompt", prompt}}.dump()))["item"];
        REQUIRE(asked["given"] == item["given"]);
        const char* kind = item["answer"].contains("symbols") ? "symbols" : "numbers";
        CHECK(agree(asked["answer"][kind], item["answer"][kind]));
      }
    }
  CHECK(tasks.size() >= 33);
  CHECK(forms.size() == 4);
}

TEST_CASE("answers: every place of an answer is judged by what is right there") {
  const Json all = Json::parse(describe());
  for (const Json& task : all["tasks"]) {
    if (task["view"] != "positions") continue;
    const auto session = open_pair(task, {{"kind", "gru"}, {"hidden_size", 24}});
    if (session == nullptr) continue;
    CAPTURE(task["kind"].get<std::string>());
    session->step(30);
    const Json items = Json::parse(session->examples(R"({"count":8})"))["items"];
    CHECK(items.size() == 8);
    for (const Json& item : items) {
      const Json &wanted = item["target"]["symbols"], &said = item["answer"]["symbols"];
      REQUIRE(said.size() == wanted.size());
      REQUIRE(item["right"].size() == wanted.size());
      for (std::size_t t = 0; t < wanted.size(); ++t) {
        CHECK(said[t].is_null() == wanted[t].is_null());
        CHECK(item["right"][t] == (wanted[t].is_null() ? Json(nullptr) : Json(said[t] == wanted[t])));
      }
    }
  }
}

TEST_CASE("answers: numbers are shown in people's units") {
  const Json sets{{"kind", "digit_sum"}, {"reads_data", true}}, table{{"kind", "forecast_csv"}, {"reads_data", true}};
  const auto sums = open_pair(sets, {{"kind", "set_transformer"}, {"d_model", 8}, {"num_heads", 2}});
  REQUIRE(sums != nullptr);
  double largest = 0;
  const Json items = Json::parse(sums->examples(R"({"count":20})"))["items"];
  for (const Json& item : items) {
    const double sum = item["target"]["numbers"][0][0];
    CHECK(sum == std::round(sum));
    largest = std::max(largest, sum);
  }
  CHECK(largest > 9);
  const auto births = open_pair(table, {{"kind", "gru"}, {"hidden_size", 8}});
  REQUIRE(births != nullptr);
  const Json item = Json::parse(births->examples(R"({"count":1})"))["items"][0];
  for (const char* part : {"given", "target", "answer"})
    for (const Json& row : item[part][part == std::string("given") ? "values" : "numbers"]) {
      const double value = row[0];
      if (part != std::string("answer")) CHECK(value == doctest::Approx(std::round(value)).epsilon(1e-6));
      CHECK(value > 5000);
      CHECK(value < 15000);
    }
}

TEST_CASE("answers: a model that looks both ways is not told how long the answer is") {
  for (const char* kind : {"roman", "dates", "translation", "addition"}) {
    CAPTURE(kind);
    const auto task = make_task(kind);
    const auto forms = task->forms();
    const auto form = std::ranges::find(forms, Form::aligned, &TaskForm::form);
    REQUIRE(form != forms.end());
    std::vector<std::int32_t> tokens(form->lengths.input), lengths(1), targets(tokens.size());
    Batch batch{Form::aligned, {{1, tokens.size()}, Layout::batch_major, 0, tokens, {}, lengths}, {}, targets, {}, 0};
    for (const Example& example : task->examples(HeldOut::val)) {
      task->tell(example, batch, 0);
      const auto told = tokens;
      CHECK(lengths[0] == std::int32_t(tokens.size()));
      task->ask(example, batch, 0);
      CHECK(tokens == told);
      CHECK(lengths[0] == std::int32_t(tokens.size()));
    }
  }
}
