// A search with a beam against another one, written down plainly: no plan of many rows, no rewriting, one prefix at a time.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "models/registry.hpp"
#include "session/answers.hpp"
#include "session/form.hpp"
#include "session/network.hpp"
#include "support/sessions.hpp"
#include "support/task_examples.hpp"
#include "train/greedy.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

using Symbols = std::vector<std::int32_t>;

/// A model that has trained a little.
struct Trained {
  explicit Trained(const std::string& model, std::size_t steps)
      : experiment(parse_experiment(R"({"version":1,"task":)" + std::string(kTask) +
                                    R"(,"train":{"optimizer":{"kind":"adam","lr":0.01}},"models":[)" + model + "]}")),
        task(
            make_task("reverse", {{"symbols", 4.0}, {"min_length", 3.0}, {"max_length", 5.0}, {"longer_length", 0.0}})),
        form(form_for(experiment, 0, 0)),
        learner(model_at(experiment, 0), form, Course(experiment, 0).config(), task.get()) {
    for (std::size_t i = 0; i < steps; ++i) learner.step();
  }
  static constexpr const char* kTask =
      R"({"kind":"reverse","symbols":4,"min_length":3,"max_length":5,"longer_length":0})";
  const Experiment experiment;
  const std::unique_ptr<ExampleTask> task;
  const TaskForm form;
  NetworkLearner learner;
};

/// What follows a prefix of the answer, symbol by symbol: from a plan of one row in which the prefix is the whole answer.
std::vector<float> after(Trained& trained, const Example& question, const Symbols& prefix) {
  LossPlan<float> plan(*trained.learner.network(), trained.form.signature,
                       {1, trained.form.longest(), trained.form.form});
  plan.allocate();
  Example written = question;
  written.target = prefix;
  trained.task->tell(written, plan.batch(), 0);
  plan.forward({});
  const std::size_t at = (trained.form.form == Form::prefix ? question.source.size() : 0) + prefix.size();
  const std::size_t row = position_index(plan.layout(), plan.dims(), 0, at), width = plan.signature().output.width;
  const auto p = plan.probabilities().subspan(row * width, width);
  return {p.begin(), p.end()};
}

struct Found {
  Symbols symbols;  // with the end
  double sum = 0;
  bool ended() const { return !symbols.empty() && symbols.back() == kEndSymbol; }
  double mean() const { return symbols.empty() ? 0 : sum / double(symbols.size()); }
};

Symbols reference(Trained& trained, const Example& question, std::size_t width, std::size_t room) {
  std::vector<Found> kept{{}};
  for (std::size_t i = 0; i < room; ++i) {
    std::vector<Found> all;
    for (const Found& one : kept) {
      if (one.ended()) {
        all.push_back(one);
        continue;
      }
      const auto p = after(trained, question, one.symbols);
      for (std::size_t s = 0; s < p.size(); ++s) {
        Found more = one;
        more.symbols.push_back(std::int32_t(s));
        more.sum += std::log(std::max(1e-30, double(p[s])));
        all.push_back(more);
      }
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &Found::mean);
    if (all.size() > width) all.resize(width);
    kept = all;
    if (std::ranges::all_of(kept, &Found::ended)) break;
  }
  Symbols best = kept.front().symbols;
  if (kept.front().ended()) best.pop_back();
  return best;
}

}  // namespace

TEST_CASE("beam: what is shown is what was found, as an independent search finds it, in every family that writes") {
  std::size_t unlike_greedy = 0;
  for (const std::string model :
       {R"({"kind":"seq2seq","cell":"gru","hidden_size":12,"embedding_size":6})",
        R"({"kind":"seq2seq","hidden_size":8,"embedding_size":6,"attention":"none"})",
        R"({"kind":"conv_seq2seq","embedding_size":8,"channels":8})", R"({"kind":"pervasive","embedding_size":6})",
        R"({"kind":"transformer","topology":"encoder-decoder","d_model":8,"num_heads":2,"d_ff":12})",
        R"({"kind":"transformer","d_model":8,"num_heads":2,"d_ff":12})",
        R"({"kind":"gru","hidden_size":10,"embedding_size":6})", R"({"kind":"conv","direction":"causal","channels":8})",
        R"({"kind":"state_space","hidden_size":8})"}) {
    CAPTURE(model);
    Trained trained(model, 40);
    REQUIRE(writes_answer(trained.form.form));
    for (std::size_t width : {1, 2, 3, 8, 16})
      for (std::size_t q = 0; q < 6; ++q) {
        CAPTURE(width);
        const Example& question = *trained.task->example(HeldOut::val, q);
        LossPlan<float> plan(*trained.learner.network(), trained.form.signature,
                             {width, trained.form.longest(), trained.form.form});
        plan.allocate();
        for (std::size_t b = 0; b < width; ++b) trained.task->ask(question, plan.batch(), b);
        const std::size_t room = answering_rows(plan, 0).count;
        const Answer found = answer_by_beam(plan);
        CHECK(found.symbols == reference(trained, question, width, room));
        CHECK(found.probability.size() == found.symbols.size());
        answer_batch(plan);
        const Answer greedy = read_answer(plan, 0);
        if (width == 1) CHECK(found.symbols == greedy.symbols);
        unlike_greedy += found.symbols != greedy.symbols;
      }
  }
  CHECK(unlike_greedy > 20);  // of 270: else nothing was tried
}

TEST_CASE("beam: up to sixteen side by side") {
  Session session(R"({"version":1,"task":{"kind":"reverse"},"models":[{"kind":"gru","hidden_size":8}]})", 0, "");
  CHECK(Json::parse(session.answer(R"({"prompt":"abc","beam":16})"))["item"]["answer"].contains("symbols"));
  CHECK(code_of([&] { session.answer(R"({"prompt":"abc","beam":17})"); }) == "invalid_config");
}
