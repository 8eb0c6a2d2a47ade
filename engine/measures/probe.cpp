// Which unit, and which direction of all units, carries what the task knows at each position though no symbol shows it
// (Task::know): the parity so far, the depth of brackets, the sum that is held. Lines from states to the hidden variable are
// fitted to one half of the held-out examples and judged on the other: from each unit alone by least squares, from all
// units together by ridge regression. Judged are
//   R2    1 - sum (y - guess)^2 / sum (y - mean)^2: 1 knows it, 0 no more than its mean, below 0 what was fitted does not hold
//   AUC   of a yes or no, how often a yes has a higher guess than a no; of a symbol the mean over all, each against the rest,
//         so that 0.5 is chance however many there are and however often each comes
// over all positions from `from` on, and at each. The control is a direction fitted to, and judged on, the labels of other
// examples of the same half at the same positions (a fixed shuffle): what positions alone tell, 0 and 0.5 where that is nothing.
// The states are those that reading forwards leaves.
#include "measures/probe.hpp"

#include <numeric>

#include "measures/probe_line.hpp"

namespace unrolled {
namespace {

/// What a guess takes to be judged, most of it sorting, as so many operations of matrix products. Half of the rows are.
constexpr double kJudging = 500;

StateRows::Choice choice_of(const Options& options) {
  return {options.integer("layer"), options.boolean("cell"), options.boolean("source"), options.integer("from"),
          options.integer("examples")};
}

/// Others of the same half, for each example; one half is every second.
std::vector<std::uint32_t> shuffled_in_halves(std::size_t examples) {
  std::vector<std::uint32_t> order(examples);
  std::iota(order.begin(), order.end(), 0U);
  Rng rng(1, "measure.probe");
  for (std::size_t i = examples; i-- > 0;) std::swap(order[i], order[i % 2 + 2 * std::size_t(rng.below(i / 2 + 1))]);
  return order;
}

/// Numbers of all variables: [variables, places].
struct ToldArray {
  std::vector<float> r2{}, auc{};
  void add(const Told& told) { r2.push_back(float(told.r2)), auc.push_back(float(told.auc)); }
  void add_to(Findings& found, const std::string& prefix, const Axis& variables, const Axis* places) {
    const auto array = [&](const char* what, std::vector<float> data) {
      if (places == nullptr) return found.add(prefix + what, variables, std::move(data));
      found.add(prefix + what, variables, *places, std::move(data));
    };
    array("r2", std::move(r2));
    array("auc", std::move(auc));
  }
};

class Probe final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    return !subject.task.knows().variables.empty() && StateRows::exist(subject, {});
  }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    const StateRows::Choice choice = choice_of(options);
    const double units = double(StateRows::units(subject, choice));
    const double rows = double(choice.examples * StateRows::positions(subject, choice));
    MeasurePrice price = StateRows::price(subject, choice);
    price.bytes += units * units * sizeof(double) + rows * 4 * sizeof(double);
    for (const HiddenVariable& variable : subject.task.knows().variables) {
      const bool symbols = variable.kind == HiddenVariable::Kind::symbol;
      const double outcomes = symbols ? double(subject.task.vocabulary().size()) : 1;
      price.bytes += outcomes * (rows * sizeof(double) + 2 * units * sizeof(double));
      price.flops += rows * units * units + units * units * units / 3 + outcomes * rows * units * kJudging;
    }
    return price;
  }

  Probe(const Subject& subject, const Options& options)
      : task_(subject.task),
        choice_(choice_of(options)),
        positions_(StateRows::positions(subject, choice_)),
        ridge_(options.number("ridge")),
        rows_(subject, choice_) {}

  bool next() override {
    if (reading_)
      reading_ = rows_.read();
    else if (!line_)
      begin_line();
    else if (!line_->next())
      end_line();
    return reading_ || at_ < 2 * variables().size();
  }

  Findings result() override {
    Axis names{"variable", variables().size()}, positions{"position", positions_}, units{"unit", rows_.units()};
    for (const HiddenVariable& variable : variables()) names.names.emplace_back(variable.name);
    Findings found;
    told_.add_to(found, "", names, nullptr);
    control_.add_to(found, "control_", names, nullptr);
    at_positions_.add_to(found, "position_", names, &positions);
    by_units_.add_to(found, "unit_", names, &units);
    found.add("best_unit", names, std::move(best_units_));
    const std::size_t lines = line_names_.size();
    found.add("direction", {"line", lines, {}, std::move(line_names_)}, units, std::move(directions_));
    found.add_number("examples", double(rows_.examples()));
    found.add_number("positions", double(rows_.count()));
    return found;
  }

 private:
  std::span<const HiddenVariable> variables() const { return task_.knows().variables; }
  /// Each variable comes twice: as it is, and shuffled.
  const HiddenVariable& variable() const { return variables()[at_ / 2]; }
  bool shuffled() const { return at_ % 2 == 1; }

  void begin_line() {
    const auto order = shuffled_in_halves(rows_.examples());
    std::vector<float> labels;
    for (std::size_t row = 0; row < rows_.count(); ++row) {
      StateRows::Place place = rows_.place(row);
      if (shuffled()) place.example = order[place.example];
      const std::size_t from = rows_.row_of(place);
      labels.push_back(from < rows_.count() ? rows_.label(at_ / 2, from) : std::numeric_limits<float>::quiet_NaN());
    }
    line_.emplace(rows_, std::move(labels), variable().kind, positions_, ridge_, !shuffled());
  }

  void end_line() {
    (shuffled() ? control_ : told_).add(line_->told());
    if (!shuffled()) {
      for (const Told& told : line_->at_positions()) at_positions_.add(told);
      for (const Told& told : line_->by_units()) by_units_.add(told);
      best_units_.push_back(float(line_->best_unit()));
      add_directions();
    }
    line_.reset();
    ++at_;
  }

  void add_directions() {
    for (std::size_t k = 0; k < line_->outcomes().size(); ++k) {
      std::string name(variable().name);
      if (variable().kind == HiddenVariable::Kind::symbol)
        name += ' ' + task_.vocabulary().text(std::int32_t(line_->outcomes()[k]));
      line_names_.push_back(std::move(name));
      for (double weight : line_->direction(k)) directions_.push_back(float(weight));
    }
  }

  const Task& task_;
  const StateRows::Choice choice_;
  const std::size_t positions_;
  const double ridge_;
  StateRows rows_;
  bool reading_ = true;
  std::size_t at_ = 0;  // of the lines
  std::optional<ProbeLine> line_;
  ToldArray told_, control_, at_positions_, by_units_;
  std::vector<float> best_units_, directions_;
  std::vector<std::string> line_names_;
};

}  // namespace

const MeasureKind& probe_kind() {
  static const MeasureKind kind = kind_of<Probe>(
      {"probe",
       "Probe",
       "Which unit, or which direction of all units, carries what the task knows at each position though no symbol "
       "shows it.",
       {examples_option(256),
        Option::integer("layer", 0, 0, 64, "Layer", "Whose states are read: 1 is the first; 0 takes the last."),
        Option::integer("from", 0, 0, 800, "First position", "Earlier positions, which are easy, are left out."),
        Option::number(
            "ridge", 0.001, 1e-6, 10, "Ridge",
            "What large weights cost, as a part of the mean variance of a unit: more where there are few examples.")
            .logarithmic(),
        Option::boolean("cell", false, "Memory cell", "Reads what an LSTM keeps instead of what it shows."),
        Option::boolean("source", false, "Encoder", "Reads what an encoder makes of the source.")}},
      {{"r2", "variable", "", "R2 of the best direction, on other examples than it was fitted to"},
       {"auc", "variable", "", "Area under its ROC curve; none of a number"},
       {"control_r2", "variable", "", "R2 for labels of other examples"},
       {"control_auc", "variable", "", "Area under the curve for these"},
       {"position_r2", "variable, position", "", "R2 of the best direction at each position"},
       {"position_auc", "variable, position", "", "Area under its curve at each position"},
       {"unit_r2", "variable, unit", "", "R2 of a line from each unit alone"},
       {"unit_auc", "variable, unit", "", "Area under its curve"},
       {"best_unit", "variable", "", "The unit that fits best, chosen by the examples that lines are fitted to"},
       {"direction", "line, unit", "variable per unit of state", "Weights of the best direction, of symbols one each"}},
      "Alain and Bengio 2016; Hewitt and Liang 2019; Hoerl and Kennard 1970");
  return kind;
}

}  // namespace unrolled
