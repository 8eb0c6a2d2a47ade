#include "measures/step_jacobian.hpp"

#include "core/elementary.hpp"

namespace unrolled {
namespace {

using Numbers = std::vector<double>;

/// Means of rows of numbers, of which add_step() adds one each.
struct RowSums {
  explicit RowSums(std::size_t rows, std::size_t row_width) : width(row_width), sums(rows * row_width) {}
  double& at(std::size_t row, std::size_t i) { return sums[row * width + i]; }
  double mean(std::size_t row, std::size_t i) const { return count > 0 ? sums[row * width + i] / count : 0; }

  std::size_t width;
  Numbers sums;
  double count = 0;
};

class RnnJacobian final : public StepJacobian {
 public:
  RnnJacobian(std::span<const double> weight, std::size_t width, Nonlinearity nonlinearity)
      : weight_(weight), tanh_(nonlinearity == Nonlinearity::tanh), slope_(1, width) {}
  std::size_t width() const override { return slope_.width; }

  void add(const CellStep& step) override {
    ++slope_.count;
    for (std::size_t i = 0; i < width(); ++i) {
      const double h = step.hidden[i];
      slope_.at(0, i) += tanh_ ? 1 - h * h : h > 0 ? 1 : 0;
    }
  }

  void add_row(std::size_t i, double* row) const override {
    for (std::size_t j = 0; j < width(); ++j) row[j] += slope_.mean(0, i) * weight_[i * width() + j];
  }

 private:
  std::span<const double> weight_;
  const bool tanh_;
  RowSums slope_;
};

class GruJacobian final : public StepJacobian {
 public:
  GruJacobian(std::span<const double> weight, std::span<const double> bias, std::size_t width, Reset reset)
      : weight_(weight),
        bias_(bias),
        before_(reset == Reset::before),
        rows_(4, width),
        kept_(before_ ? width * width : 0),
        reset_(kept_.size()) {}
  std::size_t width() const override { return rows_.width; }

  void add(const CellStep& step) override {
    const std::size_t H = width();
    ++rows_.count;
    for (std::size_t i = 0; i < H; ++i) {
      const double r = step.gates[i], z = step.gates[H + i], n = step.gates[2 * H + i];
      const double a = (1 - z) * (1 - n * n);
      rows_.at(kKeep, i) += z;
      rows_.at(kUpdate, i) += (step.hidden_before[i] - n) * z * (1 - z);
      if (before_)
        add_products(i, a, step);
      else
        rows_.at(kReset, i) += a * inner(i, step.hidden_before) * r * (1 - r), rows_.at(kNew, i) += a * r;
    }
  }

  void add_row(std::size_t i, double* row) const override {
    row[i] += rows_.mean(kKeep, i);
    const double update = rows_.mean(kUpdate, i), reset = rows_.mean(kReset, i), fresh = rows_.mean(kNew, i);
    for (std::size_t j = 0; j < width(); ++j) row[j] += update * w(1, i, j) + reset * w(0, i, j) + fresh * w(2, i, j);
    if (before_ && rows_.count > 0) add_row_before(i, row);
  }
  double row_work() const override { return before_ ? 2 * double(width() * width()) : 0; }

 private:
  enum { kKeep, kUpdate, kReset, kNew };  // of rows_: what scales 1, W_z, W_r, W_n; the last two of Reset::after

  double w(std::size_t gate, std::size_t i, std::size_t j) const { return weight_[(gate * width() + i) * width() + j]; }
  /// W_n h + b_n, of unit i.
  double inner(std::size_t i, std::span<const double> h) const {
    double sum = bias_[2 * width() + i];
    for (std::size_t j = 0; j < width(); ++j) sum += w(2, i, j) * h[j];
    return sum;
  }
  /// Here columns are scaled too, so that means are of products of two units.
  void add_products(std::size_t i, double a, const CellStep& step) {
    for (std::size_t j = 0; j < width(); ++j) {
      const double r = step.gates[j];
      kept_[i * width() + j] += a * r;
      reset_[i * width() + j] += a * step.hidden_before[j] * r * (1 - r);
    }
  }
  void add_row_before(std::size_t i, double* row) const {
    for (std::size_t k = 0; k < width(); ++k) {
      row[k] += w(2, i, k) * kept_[i * width() + k] / rows_.count;
      const double part = w(2, i, k) * reset_[i * width() + k] / rows_.count;
      for (std::size_t j = 0; j < width(); ++j) row[j] += part * w(0, k, j);
    }
  }

  std::span<const double> weight_, bias_;
  const bool before_;
  RowSums rows_;
  Numbers kept_, reset_;  // [H,H]: sums of a[i] r[j], of a[i] h[j] r[j] (1 - r[j])
};

class LstmJacobian final : public StepJacobian {
 public:
  LstmJacobian(std::span<const double> weight, std::span<const double> peephole, std::size_t width)
      : weight_(weight), peephole_(peephole), rows_(9, width) {}
  std::size_t width() const override { return 2 * rows_.width; }

  void add(const CellStep& step) override {
    const std::size_t H = rows_.width;
    ++rows_.count;
    for (std::size_t u = 0; u < H; ++u) {
      const double i = step.gates[u], f = step.gates[H + u], g = step.gates[2 * H + u], o = step.gates[3 * H + u];
      const double c = step.cell_before[u], shown = elementary::tanh(step.cell[u]);
      const double by_i = g * i * (1 - i), by_f = c * f * (1 - f), by_g = i * (1 - g * g), by_o = shown * o * (1 - o);
      const double out = o * (1 - shown * shown) + by_o * peep(2, u);
      const double kept = f + by_i * peep(0, u) + by_f * peep(1, u);
      const double scales[] = {by_i, by_f, by_g, out * by_i, out * by_f, out * by_g, by_o, kept, out * kept};
      for (std::size_t k = 0; k < rows_.sums.size() / H; ++k) rows_.at(k, u) += scales[k];
    }
  }

  void add_row(std::size_t i, double* row) const override {
    const std::size_t H = rows_.width, u = i % H;
    const bool cell = i >= H;
    for (std::size_t gate = 0; gate < 3; ++gate) {
      const double scale = rows_.mean(cell ? gate : 3 + gate, u);
      for (std::size_t j = 0; j < H; ++j) row[j] += scale * w(gate, u, j);
    }
    if (!cell)
      for (std::size_t j = 0; j < H; ++j) row[j] += rows_.mean(6, u) * w(3, u, j);
    row[H + u] += rows_.mean(cell ? 7 : 8, u);
  }

 private:
  double w(std::size_t gate, std::size_t u, std::size_t j) const {
    return weight_[(gate * rows_.width + u) * rows_.width + j];
  }
  double peep(std::size_t of, std::size_t u) const { return peephole_.empty() ? 0 : peephole_[of * rows_.width + u]; }

  std::span<const double> weight_, peephole_;
  /// What scales W_i, W_f, W_g in dc/dh, these and W_o in dh/dh, then dc/dc and dh/dc.
  RowSums rows_;
};

}  // namespace

std::vector<double> StepJacobian::mean() const {
  Numbers mean(width() * width());
  for (std::size_t i = 0; i < width(); ++i) add_row(i, &mean[i * width()]);
  return mean;
}

std::unique_ptr<StepJacobian> rnn_jacobian(std::span<const double> weight, std::size_t width,
                                           Nonlinearity nonlinearity) {
  return std::make_unique<RnnJacobian>(weight, width, nonlinearity);
}

std::unique_ptr<StepJacobian> gru_jacobian(std::span<const double> weight, std::span<const double> bias,
                                           std::size_t width, Reset reset) {
  return std::make_unique<GruJacobian>(weight, bias, width, reset);
}

std::unique_ptr<StepJacobian> lstm_jacobian(std::span<const double> weight, std::span<const double> peephole,
                                            std::size_t width) {
  return std::make_unique<LstmJacobian>(weight, peephole, width);
}

}  // namespace unrolled
