// What a model is made of: its parts in the order in which they work (plan/part.hpp), for the picture of the unrolled network.
// Nothing here depends on the weights.
//
//   kind, connection   which of the names of their second axis a part is: 1 there, 0 elsewhere. Connection: what of other
//                      positions enters one: the one before ("next"), a window, all that it may see, or none
//   width, heads, window, dilation, times    as in Part; times: how often a signal meets that connection, one after the other
//   parameters         numbers that training changes; what two parts share belongs to the first
//   flops              operations of its matrix products in one forward run, for each position of the input (ops/op.hpp)
//   source, residual, backward, across    1 or 0, as in Part
//   milliseconds       where it is asked for and a clock was handed in: of one forward run for one sequence, the least of
//                      some rounds that are repeated for 2 ms each
//   waits              the longest chain of connections of which each must wait for the one before, by length
//   path               the least number of connections from what comes in so far back to the last answer; path_source: from a
//                      position of the source. NaN where no way leads. (Paths)
//
// receptive_field: positions back to the farthest that an answer can depend on, with its own; none where that has no end.
// parallelism: operations of all parts at all positions over those of the dearest chain of them: by how much hardware
// without limit could at most be faster than one step after the other. Arithmetic, not measured (work over span, Brent 1974).
#include "measures/anatomy.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measures/paths.hpp"
#include "train/loss_plan.hpp"

namespace unrolled {
namespace {

constexpr double kNoWay = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastTime = 2;  // milliseconds of a round
constexpr std::size_t kRounds = 3;
constexpr double kPartFlopsOfTime = 1e8;  // what could be done meanwhile

const char* const kKinds[] = {"embedding",    "recurrent", "convolution", "attention",
                              "feed_forward", "norm",      "pool",        "output"};
const char* const kConnections[] = {"none", "next", "window", "all"};

std::size_t connection_of(const Part& part) {
  if (!connects(part)) return 0;
  return part.kind == PartKind::recurrent ? 1 : part.kind == PartKind::convolution ? 2 : 3;
}

class Anatomy final : public Measuring {
 public:
  static bool applies(const Subject&) { return true; }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    LossPlan<float> plan(subject.model, subject.form.signature, one_of(subject));
    plan.forward_only();
    const double parts = options.boolean("time") ? double(plan.plan().parts().size()) : 0;
    return {double(plan.bytes()), plan.cost().flops + parts * kPartFlopsOfTime};
  }

  Anatomy(const Subject& subject, const Options& options)
      : subject_(subject),
        clock_(options.boolean("time") ? subject.clock : nullptr),
        plan_(subject.model, subject.form.signature, one_of(subject)),
        lengths_(subject.form.lengths) {
    plan_.forward_only();
    if (clock_ == nullptr) return;
    plan_.allocate();
    subject.task.held_out(HeldOut::val, 0, plan_.batch());
  }

  bool next() override {
    if (clock_ == nullptr) return false;
    if (times_.empty()) plan_.forward({});
    times_.push_back(float(time_of(times_.size())));
    return times_.size() < parts().size();
  }

  Findings result() override {
    Findings found;
    const Axis axis = part_axis();
    add_names(found, "kind", axis, kKinds, [](const Part& part) { return std::size_t(part.kind); });
    add_names(found, "connection", axis, kConnections, connection_of);
    add_each(found, "width", axis, [](const Part& part) { return part.width; });
    add_each(found, "heads", axis, [](const Part& part) { return part.heads; });
    add_each(found, "window", axis, [](const Part& part) { return part.window; });
    add_each(found, "dilation", axis, [](const Part& part) { return part.dilation; });
    add_each(found, "times", axis, [](const Part& part) { return part.times; });
    add_each(found, "source", axis, [](const Part& part) { return std::size_t(part.source); });
    add_each(found, "residual", axis, [](const Part& part) { return std::size_t(part.residual); });
    add_each(found, "backward", axis, [](const Part& part) { return std::size_t(part.backward); });
    add_each(found, "across", axis, [](const Part& part) { return std::size_t(part.across); });
    add_sizes(found, axis);
    add_time(found);
    if (!times_.empty()) found.add("milliseconds", axis, times_);
    return found;
  }

 private:
  static BatchSize one_of(const Subject& subject) { return {1, subject.form.lengths, subject.form.form}; }
  const std::vector<Part>& parts() const { return plan_.plan().parts(); }

  Axis part_axis() const {
    Axis axis{"part", parts().size()};
    for (const Part& part : parts()) axis.names.push_back(part.name);
    return axis;
  }

  template <class F>
  void add_each(Findings& found, const char* name, const Axis& axis, F of) const {
    std::vector<float> data;
    for (const Part& part : parts()) data.push_back(float(of(part)));
    found.add(name, axis, std::move(data));
  }

  /// Which of the names a part has.
  void add_names(Findings& found, const char* name, const Axis& axis, std::span<const char* const> names,
                 std::size_t (*of)(const Part&)) const {
    Axis second{name, names.size()};
    second.names.assign(names.begin(), names.end());
    std::vector<float> data(axis.count * second.count);
    for (std::size_t p = 0; p < axis.count; ++p) data[p * second.count + of(parts()[p])] = 1;
    found.add(name, axis, std::move(second), std::move(data));
  }

  void add_sizes(Findings& found, const Axis& axis) {
    std::vector<float> parameters, flops;
    std::vector<double> costs;
    const auto owned = plan_.plan().parameters_by_part(subject_.model.parameters());
    double all = 0, work = 0;
    for (std::size_t p = 0; p < axis.count; ++p) {
      double count = 0;
      for (const Tensor<float>* tensor : owned[p]) count += double(tensor->shape.count());
      const double cost = plan_.plan().cost_of(p).flops;
      parameters.push_back(float(count));
      all += count;
      flops.push_back(float(cost / double(lengths_.input)));
      costs.push_back(cost / double(parts()[p].source ? lengths_.source : lengths_.input));
      work += cost;
    }
    found.add("parameters", axis, std::move(parameters));
    found.add("flops", axis, std::move(flops));
    found.add_number("parameters", all);
    found.add_number("flops", work);
    found.add_number("positions", double(lengths_.input));
    const double span = Paths(parts(), lengths_.input, lengths_.source).longest(costs);
    if (span > 0) found.add_number("parallelism", work / span);
  }

  void add_time(Findings& found) const {
    Axis lengths{"length", 0};
    std::vector<float> waits;
    for (std::size_t n = 1;; n = std::min(2 * n, lengths_.input)) {
      lengths.at.push_back(double(n));
      waits.push_back(float(Paths(parts(), n, lengths_.source > 0 ? n : 0).waits()));
      if (n == lengths_.input) break;
    }
    lengths.count = waits.size();
    found.add("waits", std::move(lengths), std::move(waits));
    found.add("path", "back", steps(false));
    if (lengths_.source > 0) found.add("path_source", "position", steps(true));
    add_field(found);
  }

  /// To the last answer, from the last position back, or from each of the source.
  std::vector<float> steps(bool source) const {
    const Paths paths(parts(), lengths_.input, lengths_.source);
    std::vector<float> steps;
    for (std::size_t i = 0; i < (source ? lengths_.source : lengths_.input); ++i) {
      const double least = paths.from(source ? i : lengths_.input - 1 - i, source).back();
      steps.push_back(float(std::isfinite(least) ? least : kNoWay));
    }
    return steps;
  }

  void add_field(Findings& found) const {
    std::size_t field = 1;
    for (const Part& part : parts()) {
      const std::size_t connection = connection_of(part);
      if (part.source || connection == 0) continue;
      if (connection != 2) return;
      field += part.times * (part.window - 1) * part.dilation;
    }
    if (!subject_.form.signature.output.whole) found.add_number("receptive_field", double(field));
  }

  double time_of(std::size_t part) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t round = 0; round < kRounds; ++round) {
      std::size_t runs = 0;
      const double start = clock_();
      double now = start;
      for (; now - start < kLeastTime; ++runs, now = clock_()) plan_.plan().forward_part(part);
      least = std::min(least, (now - start) / double(runs));
    }
    return least;
  }

  const Subject subject_;
  const Clock clock_;
  LossPlan<float> plan_;
  const StreamLengths lengths_;
  std::vector<float> times_;
};

}  // namespace

const MeasureKind& anatomy_kind() {
  static const MeasureKind kind = kind_of<Anatomy>(
      {"anatomy",
       "Anatomy",
       "What the model is made of, what must wait for what, and how long the way is from what comes in to an answer.",
       {Option::boolean("time", false, "Time", "Whether each part is timed, which depends on the machine.")}},
      {{"kind", "part, kind", "", "What a part is"},
       {"connection", "part, connection", "", "What of other positions enters one"},
       {"width", "part", "", "Numbers that it leaves at a position"},
       {"heads", "part", "", "Heads of attention"},
       {"window", "part", "positions", "Of a convolution"},
       {"dilation", "part", "positions", "Between those of a window"},
       {"times", "part", "", "How often its connection is passed, one after the other"},
       {"source", "part", "", "Whether it works on the source"},
       {"residual", "part", "", "Whether what it reads also goes round it"},
       {"backward", "part", "", "Whether it reads from the end"},
       {"across", "part", "", "Whether it reads what became of the source"},
       {"parameters", "part", "", "Numbers that training changes"},
       {"flops", "part", "operations", "Of matrix products, forward, for each position"},
       {"milliseconds", "part", "ms", "Measured, of one sequence forward"},
       {"waits", "length", "steps", "Longest chain of what must wait"},
       {"path", "back", "steps", "Least number of connections from so far back to the answer"},
       {"path_source", "position", "steps", "The same from each position of the source"}},
      "Vaswani et al. 2017, table 1; Brent 1974");
  return kind;
}

}  // namespace unrolled
