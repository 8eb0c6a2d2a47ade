#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "support/count_allocations.hpp"
#include "support/task_rows.hpp"
#include "tasks/examples/example.hpp"

using namespace unrolled;
using Ints = std::vector<std::int32_t>;

namespace {

/// A task whose examples are the numbers 0, 1, ... in the order drawn: `size` copies of a symbol, answered by half of them.
class Toy final : public ExampleTask {
 public:
  explicit Toy(ExampleShape shape) : ExampleTask(shape, Vocabulary(U"·→abcdefgh")) { hold_out(); }
  void draw(Rng& rng, std::size_t size, Example& e) const override {
    for (std::size_t i = 0; i < size; ++i) {
      const auto symbol = static_cast<std::int32_t>(2 + rng.below(8));
      if (shape().symbols > 0) e.source.push_back(symbol);
      for (std::size_t f = 0; f < shape().features; ++f) e.values.push_back(float(symbol) / float(f + 1));
      if (shape().answer == ExampleShape::Answer::sequence ? i % 2 == 0 : shape().answer == ExampleShape::Answer::each)
        e.target.push_back(symbol);
    }
    if (shape().answer == ExampleShape::Answer::whole) e.target.push_back(e.source.empty() ? 0 : e.source[0]);
  }
};

ExampleShape toy_shape(ExampleShape::Answer answer) {
  ExampleShape shape;
  shape.answer = answer;
  shape.symbols = shape.width = 10;
  shape.training = {3, 5, 5, 3};
  shape.longer = {6, 8, 8, 4};
  return shape;
}

Example example_of(Ints source, Ints target) {
  Example e;
  e.source = std::move(source), e.target = std::move(target);
  return e;
}

constexpr std::int32_t kOut = kNoTarget;

}  // namespace

TEST_CASE("example layout: an answer for the whole stands alone, the input is padded") {
  const ExampleShape shape = toy_shape(ExampleShape::Answer::whole);
  TaskRows rows(forms_of(shape).at(0), 2, Layout::batch_major);
  lay_out(example_of({4, 5, 6}, {7}), shape, rows.batch(), 0);
  lay_out(example_of({9, 8, 7, 6, 5}, {3}), shape, rows.batch(), 1);
  CHECK(rows.tokens == Ints{4, 5, 6, 0, 0, 9, 8, 7, 6, 5});
  CHECK(rows.lengths == Ints{3, 5});
  CHECK(rows.targets == Ints{7, 3});
}

TEST_CASE("example layout: an answer for each position stands under it") {
  const ExampleShape shape = toy_shape(ExampleShape::Answer::each);
  TaskRows rows(forms_of(shape).at(0), 1, Layout::batch_major);
  lay_out(example_of({4, 5, 6}, {kOut, 5, 4}), shape, rows.batch(), 0);
  CHECK(rows.tokens == Ints{4, 5, 6, 0, 0});
  CHECK(rows.targets == Ints{kOut, 5, 4, kOut, kOut});
}

TEST_CASE("example layout: pairs begin with a start symbol and end with an end symbol") {
  const ExampleShape shape = toy_shape(ExampleShape::Answer::sequence);
  TaskRows rows(forms_of(shape).at(0), 1, Layout::batch_major);
  REQUIRE(rows.form.form == Form::pairs);
  lay_out(example_of({4, 5, 6, 7}, {8, 9}), shape, rows.batch(), 0);
  CHECK(rows.source == Ints{4, 5, 6, 7, 0});
  CHECK(rows.source_lengths == Ints{4});
  CHECK(rows.tokens == Ints{1, 8, 9, 0});
  CHECK(rows.lengths == Ints{3});
  CHECK(rows.targets == Ints{8, 9, 0, kOut});
}

TEST_CASE("example layout: a prefix, the separator, the answer in one row; only the answer counts") {
  const ExampleShape shape = toy_shape(ExampleShape::Answer::sequence);
  TaskRows rows(forms_of(shape).at(1), 1, Layout::batch_major);
  REQUIRE(rows.form.form == Form::prefix);
  lay_out(example_of({4, 5, 6, 7}, {8, 9}), shape, rows.batch(), 0);
  CHECK(rows.tokens == Ints{4, 5, 6, 7, 1, 8, 9, 0, 0});
  CHECK(rows.lengths == Ints{7});
  CHECK(rows.targets == Ints{kOut, kOut, kOut, kOut, 8, 9, 0, kOut, kOut});
}

TEST_CASE("example layout: aligned, the answer stands under what is given, from the first position on") {
  ExampleShape shape = toy_shape(ExampleShape::Answer::sequence);
  TaskRows rows(forms_of(shape).at(2), 2, Layout::batch_major);
  REQUIRE(rows.form.form == Form::aligned);
  lay_out(example_of({4, 5, 6}, {8}), shape, rows.batch(), 0);
  lay_out(example_of({4}, {8, 9, 7}), shape, rows.batch(), 1);
  CHECK(rows.tokens == Ints{4, 5, 6, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0});
  CHECK(rows.targets == Ints{8, 0, kOut, kOut, kOut, kOut, kOut, kOut, 8, 9, 7, 0, kOut, kOut, kOut, kOut});
  CHECK(rows.lengths == Ints{8, 8});  // the same of all: none tells how long its answer is
}

TEST_CASE("example layout: answers that are always as long as what is given need no end when aligned") {
  ExampleShape shape = toy_shape(ExampleShape::Answer::sequence);
  shape.equally_long = true;
  shape.training.answer = 5;
  TaskRows rows(forms_of(shape).at(2), 1, Layout::batch_major);
  lay_out(example_of({4, 5, 6}, {6, 5, 4}), shape, rows.batch(), 0);
  CHECK(rows.targets == Ints{6, 5, 4, kOut, kOut});
  CHECK(rows.lengths == Ints{3});
}

TEST_CASE("example layout: vectors and numbers") {
  ExampleShape shape = toy_shape(ExampleShape::Answer::each);
  shape.symbols = 0, shape.features = 2, shape.width = 2, shape.kind = OutputSize::Kind::numbers;
  TaskRows rows(forms_of(shape).at(0), 1, Layout::batch_major);
  Example e;
  e.values = {1, 2, 3, 4}, e.numbers = {5, 6, 7, 8};
  lay_out(e, shape, rows.batch(), 0);
  CHECK(rows.values == std::vector<float>{1, 2, 3, 4, 0, 0, 0, 0, 0, 0});
  CHECK(rows.lengths == Ints{2});
  CHECK(std::vector<float>(rows.numbers.begin(), rows.numbers.begin() + 4) == std::vector<float>{5, 6, 7, 8});
  for (std::size_t row : {2, 3, 4}) CHECK(std::isnan(rows.numbers[row * 2]));
  lay_out_nothing(shape, rows.batch(), 0);
  CHECK(rows.lengths == Ints{1});
  CHECK(rows.values == std::vector<float>(10, 0));
  for (std::size_t row : {0, 1}) CHECK(std::isnan(rows.numbers[row * 2]));
}

TEST_CASE("example layout: time-major is the transpose of batch-major, in every form") {
  const Toy task(toy_shape(ExampleShape::Answer::sequence));
  for (const TaskForm& form : task.forms()) {
    TaskRows a(form, 4, Layout::batch_major), b(form, 4, Layout::time_major);
    Rng one(3), two(3);
    task.sample(one, a.batch());
    task.sample(two, b.batch());
    CHECK(a.lengths == b.lengths);
    const BatchDims d = a.batch().input.dims;
    for (std::size_t r = 0; r < 4; ++r)
      for (std::size_t t = 0; t < d.length; ++t) {
        CHECK(a.tokens[r * d.length + t] == b.tokens[t * 4 + r]);
        CHECK(a.targets[r * d.length + t] == b.targets[t * 4 + r]);
      }
  }
}

TEST_CASE("example task: the same seed gives the same examples in every form") {
  const Toy task(toy_shape(ExampleShape::Answer::sequence));
  TaskRows pairs(task.forms()[0], 8, Layout::batch_major), prefix(task.forms()[1], 8, Layout::time_major);
  Rng one(3), two(3);
  task.sample(one, pairs.batch());
  task.sample(two, prefix.batch());
  CHECK(one.next() == two.next());
  for (std::size_t b = 0; b < 8; ++b) {
    const auto given = static_cast<std::size_t>(pairs.source_lengths[b]);
    for (std::size_t t = 0; t < given; ++t)
      CHECK(pairs.source[b * 5 + t] == prefix.tokens[position_index(Layout::time_major, {8, 9}, b, t)]);
  }
}

TEST_CASE("example task: what is tested is never trained on, and is all different") {
  const Toy task(toy_shape(ExampleShape::Answer::each));
  std::set<Ints> tested;
  for (HeldOut set : {HeldOut::val, HeldOut::longer})
    for (const Example& e : task.examples(set)) CHECK(tested.insert(e.source).second);
  CHECK(tested.size() == 256 + 128);
  Rng rng(5);
  Example e;
  std::set<std::size_t> sizes;
  for (int i = 0; i < 20000; ++i) {
    task.sample_one(rng, e);
    CHECK_FALSE(tested.contains(e.source));
    sizes.insert(e.source.size());
  }
  CHECK(sizes == std::set<std::size_t>{3, 4, 5});
  for (const Example& longer : task.examples(HeldOut::longer)) CHECK(longer.source.size() >= 6);
}

TEST_CASE("example task: beyond the last held-out example nothing has a target") {
  for (auto answer : {ExampleShape::Answer::each, ExampleShape::Answer::whole, ExampleShape::Answer::sequence}) {
    const Toy task(toy_shape(answer));
    TaskRows rows(task.forms()[0], 4, Layout::time_major);
    task.held_out(HeldOut::val, task.held_out_count(HeldOut::val) - 1, rows.batch());
    const std::size_t length = answer == ExampleShape::Answer::whole ? 1 : rows.form.lengths.input;
    for (std::size_t b = 0; b < 4; ++b) {
      bool any = false;
      for (std::size_t t = 0; t < length; ++t) any |= rows.targets[t * 4 + b] != kNoTarget;
      CHECK(any == (b == 0));
      CHECK(rows.lengths[b] >= 1);
    }
  }
}

TEST_CASE("example task: too small a space is refused") {
  ExampleShape shape = toy_shape(ExampleShape::Answer::whole);
  shape.training = {1, 2, 2, 0}, shape.longer = {};  // 8 + 64 examples
  CHECK_THROWS_AS(Toy{shape}, Error);
  shape.training = {1, 3, 3, 0};  // and 512 more
  CHECK(Toy{shape}.held_out_count(HeldOut::val) >= 32);
  shape.training = {1, 1, 1, 0};
  try {
    const Toy task(shape);
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_config);
    CHECK(error.where() == "task");
  }
}

TEST_CASE("example task: only so many examples are trained on where a task says so") {
  ExampleShape shape = toy_shape(ExampleShape::Answer::whole);
  shape.training_examples = 40;
  const Toy task(shape);
  std::set<Ints> seen;
  Rng rng(9);
  Example e;
  for (int i = 0; i < 2000; ++i) {
    task.sample_one(rng, e);
    seen.insert(e.source);
  }
  CHECK(seen.size() == 40);
}

TEST_CASE("example task: a steady step allocates nothing") {
  const Toy task(toy_shape(ExampleShape::Answer::sequence));
  TaskRows rows(task.forms()[0], 16, Layout::batch_major);
  const Batch batch = rows.batch();
  Rng rng(1);
  for (int i = 0; i < 50; ++i) task.sample(rng, batch);
  CHECK(test::allocations_during([&] {
          for (int i = 0; i < 50; ++i) task.sample(rng, batch);
        }) == 0);
}

TEST_CASE("example task: forms are as long as the longest example, and signatures as the longest ever") {
  const auto forms = forms_of(toy_shape(ExampleShape::Answer::sequence));
  REQUIRE(forms.size() == 3);
  CHECK(forms[0].lengths.input == 4);
  CHECK(forms[0].lengths.source == 5);
  CHECK(forms[0].longer.input == 5);
  CHECK(forms[0].longer.source == 8);
  CHECK(forms[0].signature.input.length == 5);
  CHECK(forms[0].signature.source.length == 8);
  CHECK(forms[0].signature.pairs());
  CHECK(forms[1].signature.causal);
  CHECK(forms[1].signature.input.length == 13);
  CHECK_FALSE(forms[2].signature.causal);
  CHECK(forms[2].signature.input.length == 8);
  CHECK(forms[2].lengths.input == 8);
  CHECK(forms[2].longer.input == 8);
}

TEST_CASE("vocabulary: words have blanks between them, and what is not one of them is left out") {
  const Vocabulary words(std::vector<std::string>{"·", "→", "a", "cat", "sat"});
  CHECK(words.size() == 5);
  CHECK(words.text(Ints{3, 4, 2}) == "cat sat a");
  const auto encoded = words.encode("  a dog\nsat ");
  CHECK(encoded.ids == Ints{2, 4});
  CHECK(encoded.unknown == 1);
}

TEST_CASE("vocabulary: packed and unpacked it is the same") {
  for (const Vocabulary& v :
       {Vocabulary(U"·→ba"), Vocabulary(U"\nabc"), Vocabulary(std::vector<std::string>{"·", "two", "a"})})
    CHECK(Vocabulary::unpack(v.pack()) == v);
  for (const std::string& bad : {std::string(), std::string("aa"), std::string("\xFF"), std::string("\0", 1)})
    CHECK_THROWS_AS(Vocabulary::unpack(bad), Error);
}
