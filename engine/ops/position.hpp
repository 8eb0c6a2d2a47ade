#pragma once
#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// y[b,t,:] = x[b,t,:] + table[offset + t,:]: learned positions. x, y [B,T,D]; table [M,D], a parameter.
/// offset: shape {1}, the position of the first row, filled before each run; without it 0. offset + T <= M.
template <class Real>
class LearnedPositionOp final : public Op<Real> {
 public:
  LearnedPositionOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& table, Tensor<Real>& y,
                    const Indices* offset = nullptr);
  std::string_view kind() const override { return "learned_position"; }
  std::vector<const Tensor<Real>*> parameters() const override { return {&table_}; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& table_;
  Tensor<Real>& y_;
  const Indices* offset_;
};

/// The same with the fixed table of Vaswani et al. 2017, positions 0 .. max_length-1:
/// table[p,2i] = sin(p / 10000^(2i/D)), table[p,2i+1] = cos(p / 10000^(2i/D)).
template <class Real>
class SinusoidalPositionOp final : public Op<Real> {
 public:
  SinusoidalPositionOp(Arena<Real>& arena, Tensor<Real>& x, Tensor<Real>& y, std::size_t max_length,
                       const Indices* offset = nullptr);
  std::string_view kind() const override { return "sinusoidal_position"; }
  void forward(const Pass& pass) override;
  void backward(const Pass& pass) override;

 private:
  Tensor<Real>& x_;
  Tensor<Real>& y_;
  Tensor<Real>& table_;  // [max_length,D], filled by the first forward run
  const Indices* offset_;
  bool filled_ = false;
};

}  // namespace unrolled
