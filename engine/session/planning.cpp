#include "session/planning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "io/course.hpp"
#include "models/registry.hpp"
#include "session/counting.hpp"
#include "session/editing.hpp"
#include "session/form.hpp"
#include "session/network.hpp"

namespace unrolled {
namespace {

constexpr double kMatchTolerance = 0.02;

struct Price {
  double bytes, flops;
};

Price price(const NetworkPlans& plans) { return {double(plans.bytes()), 3 * plans.trainer.plan().cost().flops}; }

NetworkPlans plans_for(const Configured& model, const TaskForm& form, TrainConfig config, std::size_t batch) {
  config.batch_size = batch;
  return {model, form, config};
}

/// The price from that of a batch of two and of three, since from there on all grows evenly: a batch of one may be so
/// few positions that linear ops keep a copy of their weights. An absurd size in full may not fit into the 32 bits of a
/// WebAssembly address, and would look small.
Price extrapolated_price(const Configured& model, const TaskForm& form, const TrainConfig& config) {
  const NetworkPlans two = plans_for(model, form, config, 2), three = plans_for(model, form, config, 3);
  const auto at = [](double size, double second, double third) { return second + (size - 2) * (third - second); };
  const auto held_out = [&](HeldOut set, const LossPlan<float>& second, const LossPlan<float>& third) {
    const std::size_t batch = held_out_batch(set, form, config, two.sequence_flops());
    return at(double(batch), double(second.bytes()), double(third.bytes()));
  };
  const double batch = double(config.batch_size);
  return {double(two.model->parameters().bytes()) +
              at(batch, double(two.trainer.bytes()), double(three.trainer.bytes())) +
              held_out(HeldOut::val, two.val, three.val) +
              (two.longer ? held_out(HeldOut::longer, *two.longer, *three.longer) : 0),
          at(batch, price(two).flops, price(three).flops)};
}

/// What comes on top of training while it runs: a checkpoint being written, and the plan of a look inside.
double extra_bytes(const NetworkPlans& one, const TaskForm& form, const TrainConfig& config) {
  const double weights = double(one.model->parameters().bytes()) / 2;  // without their gradients
  const LossPlan<float> look(*one.model, form.signature, inspected(form));
  return weights * double(1 + optimizer_state_count(config.optimizer)) + double(look.bytes());
}

void refuse_if_expensive(const Price& p, double extra, const ModelKind& kind, const std::string& where) {
  const auto refuse = [&](const char* key, double found, double most, double unit) {
    throw Error(
        ErrorCode::too_expensive, key, where,
        {{"found", std::ceil(found / unit)}, {"most", std::floor(most / unit)}, {"option", kind.sizing.coarse}});
  };
  if (p.bytes + extra > kMaxBytes) refuse("cost.memory", p.bytes + extra, kMaxBytes, 1024 * 1024);
  if (p.flops > kMaxFlopsPerStep) refuse("cost.step", p.flops, kMaxFlopsPerStep, 1e9);
}

/// The search for a size: parameters as a function of one or two options.
class Resizer {
 public:
  Resizer(const Configured& model, Signature signature)
      : model_(model), kind_(model_kind(model.kind)), signature_(signature) {}

  std::optional<Configured> nearest(double target) {
    const Option& coarse = *find_option(kind_.group.options, kind_.sizing.coarse);
    const std::string_view unit = kind_.sizing.multiple_of;
    const std::size_t step = unit.empty() ? 1 : model_.options.integer(unit);
    for (double size = double(step); size <= coarse.max; size += double(step))
      if (size >= coarse.min) consider(size, target);
    return best_;
  }

 private:
  Configured with(double coarse, double fine) const {
    Configured resized = model_;
    resized.options.set(kind_.sizing.coarse, coarse);
    if (!kind_.sizing.fine.empty()) resized.options.set(kind_.sizing.fine, fine);
    return resized;
  }

  double count(const Configured& model) const { return double(count_parameters(model, signature_)); }

  /// The fine option that brings a coarse size to the target: the count is linear in it.
  double fine_for(double coarse, double target) const {
    const Option& fine = *find_option(kind_.group.options, kind_.sizing.fine);
    const double first = count(with(coarse, fine.min)), slope = count(with(coarse, fine.min + 1)) - first;
    return std::clamp(std::round(fine.min + (target - first) / slope), fine.min, fine.max);
  }

  /// Among sizes near enough the one whose proportions changed least, and of those the nearest.
  void consider(double coarse, double target) {
    const bool has_fine = !kind_.sizing.fine.empty();
    const double fine = has_fine ? fine_for(coarse, target) : 0;
    const Configured resized = with(coarse, fine);
    const double error = std::abs(count(resized) / target - 1);
    if (error > kMatchTolerance) return;
    const double distortion = has_fine ? distortion_of(fine / coarse) : 0;
    if (distortion + error >= badness_) return;
    badness_ = distortion + error;
    best_ = resized;
  }

  /// 0 where fine/coarse is what it was, 1 where it is twice or half as much.
  double distortion_of(double proportion) const {
    const double before = model_.options.number(kind_.sizing.fine) / model_.options.number(kind_.sizing.coarse);
    return std::max(proportion / before, before / proportion) - 1;
  }

  const Configured& model_;
  const ModelKind& kind_;
  const Signature signature_;
  std::optional<Configured> best_;
  double badness_ = std::numeric_limits<double>::infinity();
};

}  // namespace

std::size_t positions_of_step(const Experiment& experiment, const TaskForm& form) {
  return experiment.train.integer("batch_size") * (form.lengths.input + form.lengths.source);
}

Estimate estimate_model(const Experiment& experiment, std::size_t k, std::size_t symbols) {
  const Entrant& model = model_at(experiment, k);
  const TaskForm form = form_for(experiment, k, symbols);
  const TrainConfig config = Course(experiment, k).config();
  Estimate estimate;
  estimate.position_count = positions_of_step(experiment, form);
  estimate.signature = form.signature;
  const ModelKind& kind = model_kind(model.kind);
  if (kind.counted) require_places(model, {}, model_path(k));
  if (kind.counted) {  // as large as its text makes it, and soon done
    estimate.outline = counted_outline();
    return estimate;
  }
  estimate.parameters = count_parameters(model, form.signature);
  const NetworkPlans one = plans_for(model, form, config, 1);
  const double extra = extra_bytes(one, form, config);
  refuse_if_expensive(extrapolated_price(model, form, config), extra, kind, model_path(k));
  const Price exact = price(NetworkPlans(model, form, config));
  refuse_if_expensive(exact, extra, kind, model_path(k));
  require_places(model, shapes_of(one.model->parameters()), model_path(k));
  estimate.outline = outline_of(one.trainer.plan(), model, *one.model);
  estimate.bytes = exact.bytes;
  estimate.flops_per_step = exact.flops;
  estimate.flops_per_token = exact.flops / double(estimate.position_count);
  return estimate;
}

Configured match_model(const Experiment& experiment, std::size_t k, std::size_t parameters, std::size_t symbols) {
  const Configured& model = model_at(experiment, k);
  const ModelKind& kind = model_kind(model.kind);
  if (kind.counted) throw Error(ErrorCode::invalid_config, "size.counts", model_path(k));
  const Signature signature = form_for(experiment, k, symbols).signature;
  const auto resized = Resizer(model, signature).nearest(double(parameters));
  if (!resized)
    throw Error(ErrorCode::invalid_config, "size.none", model_path(k) + "." + std::string(kind.sizing.coarse),
                {{"found", parameters}});
  return *resized;
}

}  // namespace unrolled
