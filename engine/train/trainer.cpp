#include "train/trainer.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <iterator>

#include "kernels/optimizer.hpp"
#include "train/greedy.hpp"
#include "train/schedule.hpp"

namespace unrolled {
namespace {

/// A gradient longer than this is as lost as an infinite one: one update with it could leave weights that
/// overflow, and then there would be no good state to keep.
constexpr double kLongestGradient = 1e18;

}  // namespace

template <class Real>
Trainer<Real>::Trainer(Model<Real>& model, const Signature& signature, BatchSize size, const TrainConfig& config)
    : model_(model), config_(config), plan_(model, signature, size, config.label_smoothing) {}

template <class Real>
void Trainer<Real>::allocate() {
  plan_.allocate();
  optimizer_ = make_optimizer<Real>(config_.optimizer, model_.parameters().values().size());
}

template <class Real>
std::size_t Trainer<Real>::bytes() const {
  const std::size_t weights = model_.parameters().bytes() / 2;  // values, without their gradients
  return plan_.bytes() + optimizer_state_count(config_.optimizer) * weights;
}

template <class Real>
void Trainer<Real>::configure(TrainConfig config) {
  config_ = std::move(config);
  plan_.set_label_smoothing(config_.label_smoothing);
  optimizer_->configure(config_.optimizer.options);
}

template <class Real>
Pass Trainer<Real>::pass() const {
  Pass pass;
  pass.training = true;
  pass.seed = config_.seed;
  pass.step = step_;
  return pass;
}

template <class Real>
bool Trainer<Real>::reads_its_own() const {
  if (config_.teacher_forcing == 1 || plan_.size().form != Form::pairs) return false;
  char purpose[40] = "teacher_forcing.";  // no std::string, which would be allocated
  const char* end = std::to_chars(purpose + std::strlen(purpose), std::end(purpose), step_).ptr;
  Rng coin(config_.seed, {purpose, end});
  return coin.uniform() >= config_.teacher_forcing;
}

template <class Real>
double Trainer<Real>::gradients() {
  if (reads_its_own()) answer_greedily(plan_, pass());
  model_.parameters().zero_grads();
  const double loss = plan_.forward(pass());
  plan_.backward(pass());
  return loss;
}

template <class Real>
StepReport Trainer<Real>::step() {
  StepReport report;
  report.lr = config_.lr * schedule_factor(config_.schedule, step_, config_.schedule.span);
  report.loss = gradients();
  held_.clear_grads();
  if (watched_) signals_->before_update();
  report.grad_norm = clip_norm<Real>(config_.clip_norm, model_.parameters().grads());
  report.finite = std::isfinite(report.loss) && report.grad_norm < kLongestGradient;
  if (!report.finite) return report;
  report.clipped = config_.clip_norm > 0 && report.grad_norm > config_.clip_norm;
  optimizer_->update(++step_, report.lr, model_.parameters().grads(), model_.parameters().values());
  held_.restore();
  if (watched_) signals_->after_update();
  return report;
}

template <class Real>
const Signals<Real>* Trainer<Real>::watch(bool on) {
  if (on && !signals_) signals_.emplace(model_, plan_);
  watched_ = on;
  return on ? &*signals_ : nullptr;
}

template <class Real>
void Trainer<Real>::reset() {
  step_ = 0;
  held_ = {};
  optimizer_->reset();
}

template class Trainer<float>;
template class Trainer<double>;

}  // namespace unrolled
