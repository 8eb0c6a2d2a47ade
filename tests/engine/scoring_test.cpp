// What an evaluation says, against the plainest way of finding it out: one example after the other, from what the model
// answers, in double. Whatever is tested in batches, in parts and in two sets must come to the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "io/safetensors.hpp"
#include "models/registry.hpp"
#include "models/window/ngram.hpp"
#include "session/form.hpp"
#include "support/packed_digits.hpp"
#include "support/sessions.hpp"
#include "support/task_examples.hpp"
#include "tasks/texts/text.hpp"
#include "train/loss_plan.hpp"

using namespace unrolled;
using namespace unrolled::test;

namespace {

/// Sums over the answers of a set.
struct Sums {
  double loss = 0, answers = 0, right = 0, sequences = 0, exact = 0;
};

/// An answer of symbols: its surprise, and whether the most probable symbol is right.
void add_symbol(std::span<const float> logits, std::int32_t target, Sums& sums) {
  double total = 0;
  for (float logit : logits) total += std::exp(double(logit));
  sums.loss += std::log(total) - double(logits[std::size_t(target)]);
  sums.right += std::ranges::max_element(logits) - logits.begin() == target;
  ++sums.answers;
}

void add_number(float answer, float target, double tolerance, Sums& sums) {
  const double error = std::abs(double(answer) - double(target));
  sums.loss += error * error;
  sums.right += error <= tolerance;
  ++sums.answers;
}

/// The rows of the one sequence in a plan that count.
void add_sequence(LossPlan<float>& plan, double tolerance, Sums& sums) {
  const Batch batch = plan.batch();
  const Sums before = sums;
  for (std::size_t row = 0; row < plan.rows(); ++row) {
    const std::size_t width = plan.signature().output.width;
    const auto answer = plan.result().subspan(row * width, width);
    if (!batch.targets.empty() && batch.targets[row] >= 0) add_symbol(answer, batch.targets[row], sums);
    if (!batch.numbers.empty() && !std::isnan(batch.numbers[row]))
      add_number(answer[0], batch.numbers[row], tolerance, sums);
  }
  ++sums.sequences;
  sums.exact += sums.right - before.right == sums.answers - before.answers;
}

struct Race {
  std::string task, model, data;
  double tolerance;  // what a number may be off, as people are told
};

/// Of a set, by a model with the session's weights.
Sums plain_sums(const Race& race, const std::string& experiment, Session& session, HeldOut set) {
  const Experiment parsed = parse_experiment(experiment);
  const TaskForm form = form_for(parsed, 0, 0);
  const auto model = make_model<float>(parsed.models[0], form.signature);
  LossPlan<float> plan(*model, form.signature, {1, set == HeldOut::val ? form.lengths : form.longer, form.form});
  model->parameters().allocate();
  plan.allocate();
  const std::vector<std::byte> saved = session.save();
  const SafetensorsFile file = read_safetensors(saved);
  for (Tensor<float>& tensor : model->parameters().tensors())
    copy_tensor(*file.find(tensor.name), tensor.shape, tensor.value);
  const TaskKind& kind = task_kind(parsed.task.kind);
  const auto task = kind.make(parsed.task.options, race.data);
  Sums sums;
  for (std::size_t i = 0; i < task->held_out_count(set); ++i) {
    task->held_out(set, i, plan.batch());
    plan.forward({});
    add_sequence(plan, race.tolerance, sums);
  }
  return sums;
}

void check_scores(const Json& told, const std::string& set, const Sums& sums) {
  CAPTURE(set);
  REQUIRE(sums.sequences > 0);
  CHECK(told[set + "_loss"].get<double>() == doctest::Approx(sums.loss / sums.answers).epsilon(1e-5));
  CHECK(told[set + "_accuracy"].get<double>() == doctest::Approx(sums.right / sums.answers).epsilon(1e-9));
  CHECK(told[set + "_exact"].get<double>() == doctest::Approx(sums.exact / sums.sequences).epsilon(1e-9));
}

const std::string kReverse = R"({"kind":"reverse","symbols":4,"min_length":1,"max_length":5,"longer_length":8})";

}  // namespace

TEST_CASE("scores: of both sets are what one example after the other gives, whatever the batch") {
  const Race races[] = {
      {kReverse, R"({"kind":"seq2seq","cell":"gru","hidden_size":16,"embedding_size":6})", "", 0},
      {kReverse, R"({"kind":"gru","hidden_size":16,"embedding_size":6})", "", 0},
      {kReverse, R"({"kind":"transformer","topology":"encoder","d_model":16,"num_heads":2,"num_layers":1})", "", 0},
      {R"({"kind":"majority","min_length":3,"max_length":8,"longer_length":12})", R"({"kind":"lstm","hidden_size":8})",
       "", 0},
      {R"({"kind":"adding","length":8,"longer_length":12})", R"({"kind":"gru","hidden_size":8})", "", 0.04},
      {R"({"kind":"waveform","length":20,"longer_length":30})", R"({"kind":"gru","hidden_size":8})", "", 0.1},
      {R"({"kind":"set_maximum"})", R"({"kind":"set_transformer","d_model":8,"num_heads":2,"num_layers":1})", "", 0.02},
      {R"({"kind":"digit_sum","min_size":2,"max_size":3,"longer_size":4})",
       R"({"kind":"set_transformer","d_model":8,"num_heads":2,"num_layers":1})", packed_digits(),
       0.05},  // sums are said in tens
  };
  for (const Race& race : races)
    for (const char* batch : {"5", "16"}) {
      CAPTURE(race.task);
      CAPTURE(race.model);
      CAPTURE(batch);
      const std::string experiment = R"({"version":1,"task":)" + race.task + R"(,"train":{"batch_size":)" + batch +
                                     R"(,"optimizer":{"kind":"adam","lr":0.01}},"models":[)" + race.model + "]}";
      Session session(experiment, 0, race.data);
      session.step(40);
      const Json told = Json::parse(session.evaluate());
      check_scores(told, "val", plain_sums(race, experiment, session, HeldOut::val));
      check_scores(told, "longer", plain_sums(race, experiment, session, HeldOut::longer));
      CHECK(told["val_loss"] != told["longer_loss"]);
    }
}

namespace {

/// Of `windows` of length+1 symbols: the mean surprise at all but the first, and how often the most probable was right.
Sums counted_sums(const NgramModel& model, const std::vector<std::vector<std::int32_t>>& windows) {
  Sums sums;
  std::vector<double> p(model.symbols());
  for (const auto& window : windows)
    for (std::size_t t = 1; t < window.size(); ++t) {
      model.probabilities(std::span(window).first(t), p);
      sums.loss -= std::log(p[std::size_t(window[t])]);
      sums.right += std::ranges::max_element(p) - p.begin() == window[t];
      ++sums.answers;
    }
  return sums;
}

std::vector<std::int32_t> numbers_of(std::span<const std::uint8_t> symbols) { return {symbols.begin(), symbols.end()}; }

}  // namespace

TEST_CASE("scores: of counted models are those of their probabilities, under the smoothing that was chosen") {
  const TextTask task(story(), 16);
  std::vector<std::vector<std::int32_t>> windows, trained;
  for (std::size_t i = 0; i < task.held_out_count(HeldOut::val); ++i)
    windows.push_back(numbers_of(task.held_out_window(i)));
  const std::size_t last = task.training().size() - 17;  // where the last window of the training text begins
  for (std::size_t i = 0; i < windows.size(); ++i)
    trained.push_back(numbers_of(task.training().subspan(last * i / windows.size(), 17)));
  for (const auto& [name, smoothing] :
       {std::pair{"kneser_ney", Smoothing::kneser_ney}, std::pair{"witten_bell", Smoothing::witten_bell}})
    for (std::size_t order : {0, 2, 5}) {
      const std::string called = name;
      CAPTURE(called);
      CAPTURE(order);
      const NgramModel model(task.training(), task.vocabulary().size(), order, smoothing);
      const std::string models =
          R"([{"kind":"ngram","order":)" + std::to_string(order) + R"(,"smoothing":")" + name + "\"}]";
      Session session(experiment("{}", models), 0, story());
      const Json told = Json::parse(session.evaluate());
      const Sums sums = counted_sums(model, windows), seen = counted_sums(model, trained);
      CHECK(told["val_loss"].get<double>() == doctest::Approx(sums.loss / sums.answers).epsilon(1e-9));
      CHECK(told["val_accuracy"].get<double>() == doctest::Approx(sums.right / sums.answers).epsilon(1e-9));
      CHECK(losses(session, 1)[0] == doctest::Approx(seen.loss / seen.answers).epsilon(1e-9));
    }
}
