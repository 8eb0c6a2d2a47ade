#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/rng.hpp"
#include "models/registry.hpp"
#include "support/fill.hpp"
#include "support/grad_check.hpp"

namespace unrolled::test {

/// A model of defaults but for what is given, in double.
inline std::unique_ptr<Model<double>> make_probed(const std::string& kind,
                                                  const std::map<std::string, OptionValue>& given,
                                                  Signature signature) {
  Options options(model_kind(kind).group.options);
  for (const auto& [name, value] : given) options.set(name, value);
  auto model = make_model<double>({kind, options}, signature);
  model->parameters().allocate();
  model->initialise(7);
  return model;
}

/// A stream of random symbols or numbers, in the plan where a model reads it.
struct ProbedStream {
  Indices* tokens = nullptr;
  Values* values = nullptr;
  Indices* lengths;
  Stream stream;

  ProbedStream(Plan<double>& plan, const std::string& name, StreamSize size, BatchDims dims, Layout layout,
               std::vector<std::int32_t> rows)
      : lengths(&plan.indices(name + ".lengths", {dims.batch})) {
    Rng rng(11, name);
    const auto [B, T] = dims;
    if (size.symbols > 0) {
      tokens = &plan.indices(name + ".tokens", layout == Layout::time_major ? Shape{T, B} : Shape{B, T});
      for (std::int32_t& token : tokens->value) token = std::int32_t(rng.uniform(0, double(size.symbols)));
    } else {
      values = &plan.values(name + ".values",
                            layout == Layout::time_major ? Shape{T, B, size.features} : Shape{B, T, size.features});
      for (float& value : values->value) value = float(rng.uniform(-1, 1));
    }
    lengths->value = rows.empty() ? std::vector<std::int32_t>(B, std::int32_t(T)) : std::move(rows);
    stream = {dims, layout, tokens, values, lengths};
  }

  /// Changes what stands at one position, to another symbol or other numbers.
  void change(std::size_t b, std::size_t t, std::size_t symbols) {
    const std::size_t at = position_index(stream.layout, stream.dims, b, t);
    if (tokens != nullptr) {
      tokens->value[at] = std::int32_t((std::size_t(tokens->value[at]) + 1) % symbols);
      return;
    }
    const std::size_t width = values->shape.last();
    for (std::size_t i = 0; i < width; ++i) values->value[at * width + i] += 1;
  }
};

/// A model with a plan of one batch: what every family is tried with. Rows of the result are found by (b, t).
struct Probe {
  std::unique_ptr<Model<double>> model;
  Signature signature;
  Plan<double> plan;
  ProbedStream input;
  std::unique_ptr<ProbedStream> source;
  Tensor<double>* result;

  Probe(const std::string& kind, const std::map<std::string, OptionValue>& given, Signature asked, std::size_t batch,
        StreamLengths lengths, std::vector<std::int32_t> input_rows = {}, std::vector<std::int32_t> source_rows = {})
      : model(make_probed(kind, given, asked)),
        signature(asked),
        input(plan, "input", asked.input, {batch, lengths.input}, model->layout(), std::move(input_rows)) {
    Inputs inputs;
    inputs.input = input.stream;
    if (asked.pairs()) {
      source = std::make_unique<ProbedStream>(plan, "source", asked.source, BatchDims{batch, lengths.source},
                                              model->layout(), std::move(source_rows));
      inputs.source = source->stream;
    }
    result = &model->build(plan, inputs);
    plan.add<Start>(*result, up_);
    plan.allocate();
  }

  std::vector<double> run(const Pass& pass = {}) {
    plan.forward(pass);
    return copy(result->value);
  }
  /// Of the last run.
  std::vector<double> answer(std::size_t b, std::size_t t = 0) const {
    const std::size_t width = result->shape.last();
    const std::size_t row = signature.output.whole ? b : position_index(model->layout(), input.stream.dims, b, t);
    return {result->value.begin() + std::ptrdiff_t(row * width),
            result->value.begin() + std::ptrdiff_t((row + 1) * width)};
  }

  /// What is wrong with the parameters' gradients, "" if nothing. Only answers within a row's length count.
  std::string mistake(const GradCheckOptions& options = {}) {
    up_ = random_vector(result->value.size(), 5);
    for (std::size_t i = 0; i < up_.size(); ++i)
      if (!counts(i / result->shape.last())) up_[i] = 0;
    std::vector<Differentiable> parameters;
    for (Tensor<double>& tensor : model->parameters().tensors())
      parameters.push_back({tensor.name, tensor.value, tensor.grad});
    const auto loss = [&] {
      plan.forward({});
      return std::inner_product(up_.begin(), up_.end(), result->value.begin(), 0.0);
    };
    return check_loss_gradient(
        parameters, loss, [&] { plan.backward({}); }, options);
  }

 private:
  /// Starts backward, as a loss would: the last op of the plan.
  class Start final : public Op<double> {
   public:
    Start(Arena<double>&, Tensor<double>& y, const std::vector<double>& up) : y_(y), up_(up) {}
    std::string_view kind() const override { return "start"; }
    void forward(const Pass&) override {}
    void backward(const Pass&) override { std::ranges::copy(up_, y_.grad.begin()); }

   private:
    Tensor<double>& y_;
    const std::vector<double>& up_;
  };

  bool counts(std::size_t row) const {
    const auto [B, T] = input.stream.dims;
    const bool time_major = model->layout() == Layout::time_major;
    const std::size_t b = time_major ? row % B : row / T, t = time_major ? row / B : row % T;
    return signature.output.whole || t < std::size_t(input.lengths->value[b]);
  }

  std::vector<double> up_;
};

}  // namespace unrolled::test
