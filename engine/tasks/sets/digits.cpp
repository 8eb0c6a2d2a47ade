#include "tasks/sets/digits.hpp"

#include <algorithm>

#include "core/sort.hpp"
#include "tasks/data/digit_images.hpp"
#include "tasks/examples/example_options.hpp"
#include "tasks/examples/set_sizes.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kSide = DigitImages::kSide, kPixels = DigitImages::kPixels, kPatch = 2;
constexpr const char* kWords[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};

/// Which image an example begins with is drawn here; a held-out one is never trained on.
class ImageTask : public ExampleTask {
 public:
  void draw(Rng& rng, std::size_t size, Example& example) const override { draw_from(rng, 0, size, example); }

 protected:
  ImageTask(ExampleShape shape, Vocabulary vocabulary, std::vector<std::string> classes, std::string_view data)
      : ExampleTask(shape, std::move(vocabulary), std::move(classes)), images_(data) {}

  void draw_part(Rng& rng, Part part, const ExampleSizes& sizes, Example& example) const override {
    example.clear();
    const std::size_t size = sizes.min + static_cast<std::size_t>(rng.below(sizes.max - sizes.min + 1));
    draw_from(rng, part == Part::training ? 0 : images_.split(), size, example);
  }
  /// Of the images from `first` on: 0 for those to train on, split() for those held out.
  virtual void draw_from(Rng& rng, std::size_t first, std::size_t size, Example& example) const = 0;
  std::size_t image(Rng& rng, std::size_t first) const {
    return first + static_cast<std::size_t>(rng.below(first == 0 ? images_.split() : images_.count() - first));
  }

  const DigitImages images_;
};

/// The pixels of an image in the order in which they are read.
std::vector<std::size_t> reading_order(const std::string& reading) {
  std::vector<std::size_t> order;
  const std::size_t wide = reading == "patches" ? kPatch : kSide, high = reading == "patches" ? kPatch : 1;
  for (std::size_t y = 0; y < kSide; y += high)
    for (std::size_t x = 0; x < kSide; x += wide)
      for (std::size_t at = 0; at < wide * high; ++at) order.push_back((y + at / wide) * kSide + x + at % wide);
  return order;
}

void shuffle(std::vector<std::size_t>& order) {
  Rng rng(1, "digits.order");
  for (std::size_t i = order.size() - 1; i > 0; --i)
    std::swap(order[i], order[static_cast<std::size_t>(rng.below(i + 1))]);
}

ExampleShape digits_shape(const Options& options) {
  const std::string& reading = options.text("reading");
  ExampleShape shape;
  shape.features = reading == "rows" ? kSide : reading == "pixels" ? 1 : kPatch * kPatch;
  const std::size_t positions = kPixels / shape.features;
  shape.width = 10;
  shape.training = {1, 1, positions};
  shape.image_columns = reading == "patches" || options.boolean("shuffled") ? 0 : kSide;
  return shape;
}

class DigitsTask final : public ImageTask {
 public:
  DigitsTask(const Options& options, std::string_view data)
      : ImageTask(digits_shape(options), Vocabulary(), {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, data),
        order_(reading_order(options.text("reading"))) {
    if (options.boolean("shuffled")) shuffle(order_);
    hold_out();
  }

  std::vector<Baseline> baselines(Form) const override { return {chance(10, "digits"), chance_loss(10, "digits")}; }

 private:
  void draw_from(Rng& rng, std::size_t first, std::size_t, Example& example) const override {
    const std::size_t i = image(rng, first);
    for (std::size_t pixel : order_) example.values.push_back(images_.pixels(i)[pixel]);
    example.target.push_back(static_cast<std::int32_t>(images_.label(i)));
  }

  std::vector<std::size_t> order_;
};

std::u32string word_symbols() {
  std::u32string letters;
  for (const char* word : kWords)
    for (const char* c = word; *c != 0; ++c) letters += static_cast<char32_t>(*c);
  sort_short(letters);
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return U"·→" + letters;
}

ExampleShape words_shape(const Options&) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.features = kSide;
  shape.width = word_symbols().size();
  shape.training = {1, 1, kSide, 5};
  shape.image_columns = kSide;
  return shape;
}

class DigitWordsTask final : public ImageTask {
 public:
  DigitWordsTask(const Options& options, std::string_view data)
      : ImageTask(words_shape(options), Vocabulary(word_symbols()), {}, data) {
    hold_out();
  }
  std::vector<Baseline> baselines(Form) const override { return {{"chance", "Any of the 10 words", "exact", 0.1}}; }

 private:
  void draw_from(Rng& rng, std::size_t first, std::size_t, Example& example) const override {
    const std::size_t i = image(rng, first);
    example.values.assign(images_.pixels(i).begin(), images_.pixels(i).end());
    for (const char* c = kWords[images_.label(i)]; *c != 0; ++c)
      example.target.push_back(vocabulary().id(static_cast<char32_t>(*c)));
  }
};

constexpr double kSumUnit = 10;  // models say sums in tens, so that answers are about 1

ExampleShape sum_shape(const Options& options) {
  ExampleShape shape;
  shape.kind = OutputSize::Kind::numbers;
  shape.features = kPixels;
  shape.width = 1;
  shape.tolerance = 0.5 / kSumUnit;
  set_set_sizes(shape, options);
  return shape;
}

class DigitSumTask final : public ImageTask {
 public:
  DigitSumTask(const Options& options, std::string_view data) : ImageTask(sum_shape(options), Vocabulary(), {}, data) {
    hold_out();
  }

  // The sum of n digits has mean 4.5 n and variance 8.25 n, and each n from min to max is as likely.
  std::vector<Baseline> baselines(Form) const override {
    const double min = double(shape().training.min), max = double(shape().training.max), n = max - min + 1;
    const double variance = 8.25 * (min + max) / 2 + 4.5 * 4.5 * (n * n - 1) / 12;
    return {{"mean", "Always the mean", "loss", variance / (kSumUnit * kSumUnit)}};
  }
  Scale answer_scale() const override { return {kSumUnit}; }

 private:
  void draw_from(Rng& rng, std::size_t first, std::size_t size, Example& example) const override {
    std::size_t sum = 0;
    for (std::size_t k = 0; k < size; ++k) {
      const std::size_t i = image(rng, first);
      example.values.insert(example.values.end(), images_.pixels(i).begin(), images_.pixels(i).end());
      sum += images_.label(i);
    }
    example.numbers.push_back(static_cast<float>(static_cast<double>(sum) / kSumUnit));
  }
};

OptionTable with_corpus(OptionTable options = {}) {
  options.insert(options.begin(),
                 Option::choice("corpus", {{"digits", "Handwritten digits"}}, "Images",
                                "Four thousand handwritten digits of 14 by 14 pixels; the last fifth is held out."));
  return options;
}

}  // namespace

const TaskKind& digits_kind() {
  static const TaskKind kind{
      {"digits", "Handwritten digits",
       "Read the image of a digit piece by piece, as if it were a sentence, and say which digit it is.",
       with_corpus({
           Option::choice("reading",
                          {{"rows", "Row by row"}, {"pixels", "Pixel by pixel"}, {"patches", "In patches of 2 by 2"}},
                          "Reading", "What a model sees at each step: 14 rows, 196 pixels or 49 patches."),
           Option::boolean("shuffled", false, "Shuffled pixels",
                           "The pixels of every image change places in the same way: to whom does that matter?"),
       })},
      {"images", "{reading}"},
      nullptr,
      forms_by<digits_shape>,
      true,
      make_by<DigitsTask>};
  return kind;
}

const TaskKind& digit_words_kind() {
  static const TaskKind kind{
      {"digit_words", "Digits to words",
       "Look at the image of a digit and write its name, letter by letter: one image becomes a sequence.",
       with_corpus()},
      {"images", "rows", "letters"},
      nullptr,
      forms_by<words_shape>,
      true,
      make_by<DigitWordsTask>};
  return kind;
}

const TaskKind& digit_sum_kind() {
  static const TaskKind kind{
      {"digit_sum", "Sum of a set of digits",
       "Look at a set of images of digits, in no order, and say their sum; nobody says which digits they are. (The "
       "loss is counted in tens.)",
       with_set_sizes(with_corpus(), {1, 5, 10, 1, 20, "images"})},
      {"sets", "images"},
      check_set_sizes,
      forms_by<sum_shape>,
      true,
      make_by<DigitSumTask>};
  return kind;
}

}  // namespace unrolled
