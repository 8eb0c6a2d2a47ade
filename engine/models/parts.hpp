#pragma once
#include <cstdint>
#include <string>

#include "ops/linear.hpp"
#include "plan/batch.hpp"
#include "plan/plan.hpp"

// What most models are made of. Each function appends one op to a plan and returns its result, a new tensor of the plan
// called `name`. Leading axes are kept, only the last one changes.

namespace unrolled {

/// A linear layer's or a norm's parameters; the bias may be nullptr.
template <class Real>
struct Affine {
  Tensor<Real>*weight, *bias;
};

/// `x`'s shape with another last axis.
Shape with_width(const Shape& x, std::size_t width);
/// [T,B,width] or [B,T,width], as the stream is laid out.
Shape stream_shape(const Stream& stream, std::size_t width);

/// x W' + bias, and what is done with it at once; weight [out,in].
template <class Real>
Tensor<Real>& linear(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Affine<Real> parameters,
                     LinearFinish<Real> finish = {});

template <class Real>
Tensor<Real>& layer_norm(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, Affine<Real> parameters);

template <class Real>
Tensor<Real>& activated(Plan<Real>& plan, const std::string& name, Activation function, Tensor<Real>& x);

/// x itself where the probability is 0. `id` differs between the dropouts of a model.
template <class Real>
Tensor<Real>& dropped(Plan<Real>& plan, const std::string& name, Tensor<Real>& x, double probability, std::uint64_t id);

/// a + b.
template <class Real>
Tensor<Real>& residual(Plan<Real>& plan, const std::string& name, Tensor<Real>& a, Tensor<Real>& b);

/// Rows of table [symbols,width], one for each symbol of the stream.
template <class Real>
Tensor<Real>& embedded(Plan<Real>& plan, const std::string& name, const Stream& stream, Tensor<Real>& table);

/// The stream's vectors, without a gradient.
template <class Real>
Tensor<Real>& values_input(Plan<Real>& plan, const std::string& name, const Stream& stream);

/// The output layer: of a model's answers.
template <class Real>
Tensor<Real>& answered(Plan<Real>& plan, Tensor<Real>& x, Affine<Real> head);

enum class Pooling { last, mean };

/// One row for each sequence, [B,F]: x at its last valid position, or the mean over the valid ones.
template <class Real>
Tensor<Real>& pooled(Plan<Real>& plan, const std::string& name, const Stream& stream, Tensor<Real>& x, Pooling pooling);

}  // namespace unrolled
