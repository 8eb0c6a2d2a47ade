// Points in many dimensions, seen from where they spread most: their coordinates along the two principal components (Pearson
// 1901; Hotelling 1933), the eigenvectors of their covariance with the largest eigenvalues, of length 1 and with their largest
// entry positive. explained_0 and explained_1 are these eigenvalues over the sum of all. Of states, a point is what the top
// layer leaves at one position of a held-out example (Plan::note_layer): h, both ways where it reads both; a residual stream.
// With it comes what may be close there: the symbol that was read, and what the task knows (tasks/knowledge.hpp).
#include "measures/scatter.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/singular_values.hpp"

namespace unrolled {
namespace {

constexpr double kCovarianceWork = 3e6;  // operations of a part
constexpr std::size_t kComponents = 2;

/// The weight of that name, first of what reads the input; nullptr where there is none.
const Tensor<float>* table_of(const Subject& subject, const std::string& name) {
  const Tensor<float>* found = nullptr;
  for (const Tensor<float>& tensor : subject.model.parameters().tensors()) {
    if (tensor.name == name + ".weight" || tensor.name == "decoder." + name + ".weight") return &tensor;
    if (found == nullptr && tensor.name.ends_with("." + name + ".weight")) found = &tensor;
  }
  return found;
}

/// What the top layer leaves at each position of the input; nullptr where layers are no such thing.
const Tensor<float>* states_of(const LossPlan<float>& plan) {
  const auto& layers = plan.plan().layers();
  const bool whole = layers.empty() || layers.back().x->shape.rank() != 3;
  return whole ? nullptr : layers.back().x;
}
LossPlan<float> plan_of_one(const Subject& subject) {
  return {subject.model, subject.form.signature, BatchSize(1, subject.form.lengths, subject.form.form)};
}

/// Points [count,width], as they are collected; of states with what is known of each.
struct Cloud {
  std::size_t width = 0;
  std::vector<float> points{};
  std::vector<std::string> names{};
  std::vector<float> example{}, time{}, symbol{};
  std::vector<std::vector<float>> hidden{};  // of each variable
  std::size_t count() const { return width == 0 ? 0 : points.size() / width; }
};

Cloud cloud_of(const Tensor<float>& table) { return {table.shape[1], {table.value.begin(), table.value.end()}}; }

class Scatter final : public Measuring {
 public:
  static bool applies(const Subject& subject) { return states_of(plan_of_one(subject)) != nullptr; }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    MeasurePrice all;
    double count = 0, width = 0;
    if (const Tensor<float>* table = asked_table(subject, options)) {
      count = double(table->shape[0]), width = double(table->shape[1]);
    } else if (const LossPlan<float> plan = plan_of_one(subject); const Tensor<float>* states = states_of(plan)) {
      all = HeldOutBatches::price(subject, 1, options.integer("examples"));
      width = double(states->shape.last());
      count = double(options.integer("examples") * states->shape.count()) / width;
    }
    const double known = 3 + double(subject.task.knows().variables.size());  // of a point
    all.bytes += 2 * sizeof(float) * count * (width + known) + 2 * sizeof(double) * width * width;
    all.flops += count * width * width + SingularValues::flops(std::size_t(width));
    return all;
  }

  Scatter(const Subject& subject, const Options& options) : task_(subject.task) {
    const std::string& of = options.text("of");
    if (const std::vector<std::string> there = known(subject); std::ranges::find(there, of) == there.end())
      throw Error(ErrorCode::invalid_config, "measure.of", "measure.of",
                  {{"found", of}, {"known", listed_names(there)}});
    if (const Tensor<float>* table = asked_table(subject, options)) {
      cloud_ = cloud_of(*table);
      if (of == "embedding") name_points(subject.task.vocabulary());
    } else {
      batches_ = std::make_unique<HeldOutBatches>(subject, 1, options.integer("examples"));
      cloud_.hidden.resize(variables().size());
    }
  }

  bool next() override {
    if (batches_ != nullptr && batches_->left())
      read();
    else if (covariance_.empty())
      centre();
    else if (row_ < cloud_.width)
      add_rows();
    else if (eigen_ == nullptr)
      eigen_ = std::make_unique<SingularValues>(covariance_, cloud_.width);
    else
      return eigen_->next();
    return true;
  }

  Findings result() override {
    const std::size_t count = cloud_.count();
    std::vector<float> along(count * kComponents);
    Findings found;
    double all = 0;
    for (std::size_t i = 0; i < cloud_.width; ++i) all += covariance_[i * cloud_.width + i];
    const std::vector<double> spread = eigen_->values();
    for (std::size_t k = 0; k < kComponents; ++k) {
      if (k < cloud_.width) project(k, along);
      const double part = k < cloud_.width && all != 0 ? spread[k] / all : 0;
      found.add_number(k == 0 ? "explained_0" : "explained_1", part);
    }
    Axis points{"point", count};
    points.names = std::move(cloud_.names);
    found.add("points", std::move(points), Axis{"component", kComponents}, std::move(along));
    if (batches_ == nullptr) return found;
    found.add("example", "point", std::move(cloud_.example));
    found.add("time", "point", std::move(cloud_.time));
    if (!cloud_.symbol.empty()) add_symbols(found);
    if (!variables().empty()) add_hidden(found);
    found.add_number("examples", double(batches_->examples()));
    return found;
  }

 private:
  static const Tensor<float>* asked_table(const Subject& subject, const Options& options) {
    return options.text("of") == "states" ? nullptr : table_of(subject, options.text("of"));
  }

  /// What there is of the choices.
  static std::vector<std::string> known(const Subject& subject) {
    std::vector<std::string> names;
    if (states_of(plan_of_one(subject)) != nullptr) names.emplace_back("states");
    for (const char* name : {"embedding", "position"})
      if (table_of(subject, name) != nullptr) names.emplace_back(name);
    return names;
  }

  static std::string listed_names(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
  }

  /// What was read, and by the names of all symbols how often: marks have none.
  void add_symbols(Findings& found) {
    const Vocabulary& vocabulary = task_.vocabulary();
    Axis symbols{"symbol", vocabulary.size()};
    std::vector<float> often(vocabulary.size());
    for (std::size_t i = 0; i < often.size(); ++i) symbols.names.push_back(vocabulary.text(std::int32_t(i)));
    for (const float symbol : cloud_.symbol)
      if (std::size_t(symbol) < often.size()) ++often[std::size_t(symbol)];
    found.add("symbol", "point", std::move(cloud_.symbol));
    if (!often.empty()) found.add("read", std::move(symbols), std::move(often));
  }

  std::span<const HiddenVariable> variables() const { return task_.knows().variables; }

  void add_hidden(Findings& found) {
    const Axis points{"point", cloud_.hidden.front().size()};
    Axis names{"variable", variables().size()};
    std::vector<float> kinds, values;
    for (std::size_t v = 0; v < names.count; ++v) {
      names.names.emplace_back(variables()[v].name);
      kinds.push_back(float(variables()[v].kind));
      values.insert(values.end(), cloud_.hidden[v].begin(), cloud_.hidden[v].end());
    }
    found.add("hidden_kind", names, std::move(kinds));
    found.add("hidden", std::move(names), points, std::move(values));
  }

  void name_points(const Vocabulary& vocabulary) {
    if (vocabulary.size() == 0) return;
    for (std::size_t i = 0; i < cloud_.count(); ++i)  // a mask is beyond the vocabulary
      cloud_.names.push_back(i < vocabulary.size() ? vocabulary.text(std::int32_t(i)) : "");
  }

  /// The states of one example.
  void read() {
    batches_->read();
    LossPlan<float>& plan = batches_->plan();
    const Tensor<float>& top = *states_of(plan);
    cloud_.width = top.shape.last();
    const Batch batch = plan.batch();
    const std::size_t length = length_of(batch.input, 0);
    const auto states = top.value.first(length * cloud_.width);
    cloud_.points.insert(cloud_.points.end(), states.begin(), states.end());
    task_.know(batch, 0, knowledge_);
    const std::size_t before = batch.source.dims.length == 0 ? 0 : length_of(batch.source, 0);
    for (std::size_t t = 0; t < length; ++t) {
      cloud_.example.push_back(float(example_));
      cloud_.time.push_back(float(t));
      if (!batch.input.tokens.empty()) cloud_.symbol.push_back(float(batch.input.tokens[t]));
      for (std::size_t v = 0; v < cloud_.hidden.size(); ++v)
        cloud_.hidden[v].push_back(knowledge_.value(v, before + t));
    }
    ++example_;
  }

  void centre() {
    mean_.assign(cloud_.width, 0.0);
    for (std::size_t i = 0; i < cloud_.points.size(); ++i) mean_[i % cloud_.width] += double(cloud_.points[i]);
    for (double& x : mean_) x /= double(cloud_.count());
    covariance_.assign(cloud_.width * cloud_.width, 0.0);
  }

  /// Of the covariance, up to the diagonal and mirrored: as many rows as take the time of a part.
  void add_rows() {
    const std::size_t width = cloud_.width, count = cloud_.count();
    for (double work = 0; work < kCovarianceWork && row_ < width; ++row_) {
      double* to = &covariance_[row_ * width];
      for (std::size_t p = 0; p < count; ++p) {
        const float* point = &cloud_.points[p * width];
        const double x = double(point[row_]) - mean_[row_];
        for (std::size_t j = 0; j <= row_; ++j) to[j] += x * (double(point[j]) - mean_[j]);
      }
      for (std::size_t j = 0; j <= row_; ++j) covariance_[j * width + row_] = to[j] /= double(count);
      work += 3 * double(row_ + 1) * double(count);
    }
  }

  /// The points' coordinates along component k.
  void project(std::size_t k, std::vector<float>& along) const {
    std::vector<double> direction = eigen_->direction(k);
    const auto largest =
        std::ranges::max_element(direction, {}, [](double x) { return std::isnan(x) ? 0 : std::abs(x); });
    if (*largest < 0)
      for (double& x : direction) x = -x;
    for (std::size_t p = 0; p < cloud_.count(); ++p) {
      double sum = 0;
      for (std::size_t i = 0; i < cloud_.width; ++i)
        sum += direction[i] * (double(cloud_.points[p * cloud_.width + i]) - mean_[i]);
      along[p * kComponents + k] = float(sum);
    }
  }

  const Task& task_;
  Cloud cloud_;
  Knowledge knowledge_;
  std::unique_ptr<HeldOutBatches> batches_;  // of states
  std::size_t example_ = 0;
  std::vector<double> mean_, covariance_;
  std::size_t row_ = 0;  // of the covariance, the next
  std::unique_ptr<SingularValues> eigen_;
};

}  // namespace

const MeasureKind& scatter_kind() {
  static const MeasureKind kind = kind_of<Scatter>(
      {"scatter",
       "Scatter",
       "What a model knows as points in a plane: its memory as it reads, its symbols or its positions, seen from where "
       "they spread most.",
       {Option::choice("of", {{"states", "Memory"}, {"embedding", "Symbols"}, {"position", "Positions"}}, "Points",
                       "What the points are: the top layer's memory along held-out examples, or the vectors that "
                       "stand for symbols or positions."),
        examples_option(8).only_if("of", {"states"})}},
      {{"points", "point, component", "", "Along the two principal components"},
       {"example", "point", "", "The held-out example that a point is of"},
       {"time", "point", "", "The position in it"},
       {"symbol", "point", "", "The symbol that was read there, by its number"},
       {"read", "symbol", "", "At how many points each symbol was read"},
       {"hidden", "variable, point", "", "What the task knows there; NaN where it states nothing"},
       {"hidden_kind", "variable", "", "What it is: 0 a number, 1 yes or no, 2 the number of a symbol"}},
      "Pearson 1901; Hotelling 1933");
  return kind;
}

}  // namespace unrolled
