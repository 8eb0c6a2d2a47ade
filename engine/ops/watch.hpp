#pragma once
#include <string>

#include "core/arena.hpp"
#include "ops/op.hpp"

namespace unrolled {

/// Does nothing but show a tensor that another op keeps: the states of one sequence, x [1,T,F], as a tap
/// [time,batch,unit], the order in which recurrent states are shown. Of several sequences, batch-major, there is no tap.
template <class Real>
class WatchOp final : public Op<Real> {
 public:
  WatchOp(Arena<Real>& arena, std::string tap_name, const Tensor<Real>& x);
  std::string_view kind() const override { return "watch"; }
  void forward(const Pass&) override {}
  void backward(const Pass&) override {}
  std::vector<Tap<Real>> taps() const override;

 private:
  std::string tap_name_;
  const Tensor<Real>& x_;
};

}  // namespace unrolled
