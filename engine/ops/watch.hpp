#pragma once
#include <string>
#include <vector>

#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Does nothing but show a tensor that another op keeps, as a tap of a shape with as many numbers.
template <class Real>
class WatchOp final : public Op<Real> {
 public:
  WatchOp(Arena<Real>& arena, std::string tap_name, std::vector<std::string> axes, Shape shape, const Tensor<Real>& x);
  std::string_view kind() const override { return "watch"; }
  void forward(const Pass&) override {}
  void backward(const Pass&) override {}
  std::vector<Tap<Real>> taps() const override;

 private:
  std::string tap_name_;
  std::vector<std::string> axes_;
  Shape shape_;
  const Tensor<Real>& x_;
};

}  // namespace unrolled
