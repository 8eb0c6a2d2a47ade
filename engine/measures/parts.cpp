// What a part of a model is worth: how much the held-out loss rises, and the accuracy falls, when that part alone is off (what
// is called ablation: Michel, Levy and Neubig 2019 for heads; Greff et al. 2017 for gates). A head or a unit that is off shows
// zero, a layer adds nothing, or shows zeros where there is nothing that it would be added to; a gate is held closed and held
// open; the candidate of a state is off. All on the same examples, on a copy of the model (models/places). Of many units every
// so many-th is taken, the others are NaN. Besides, all heads whose score in the measure "heads" exceeds a threshold can be
// switched off together.
#include "measures/parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/error.hpp"
#include "measures/heads.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"
#include "measures/model_copy.hpp"
#include "train/scoring.hpp"

namespace unrolled {
namespace {

constexpr float kUntried = std::numeric_limits<float>::quiet_NaN();
constexpr std::string_view kParts[] = {"head", "gate", "unit", "layer"};

bool has_part(const std::vector<PlaceGroup>& places, std::string_view part) {
  return std::ranges::find(places, part, &PlaceGroup::part) != places.end();
}

std::string path_of(const char* option) { return std::string("measure.") + option; }

/// The part that is asked for, or the first that there is.
std::string_view part_of(const std::vector<PlaceGroup>& places, const Options& options) {
  const std::string& asked = options.text("part");
  std::string known;
  for (std::string_view part : kParts) {
    if (!has_part(places, part)) continue;
    if (asked == "any" || asked == part) return part;
    known += (known.empty() ? "" : ", ") + std::string(part);
  }
  throw Error(ErrorCode::invalid_config, "choice.unknown", path_of("part"), {{"found", asked}, {"known", known}});
}

/// One thing that is switched off, and where its numbers belong.
struct Trial {
  std::vector<Edit> edits;
  std::size_t array = 0, at = 0;
};

/// The arrays of one group of places.
struct Loss {
  const PlaceGroup* group;
  std::vector<float> rise, fall;
};

class Trials {
 public:
  Trials(const std::vector<PlaceGroup>& places, const Options& options) {
    const std::string_view part = part_of(places, options);
    std::size_t count = 0;
    for (const PlaceGroup& group : places) count += group.part == part ? group.count : 0;
    const std::size_t most = options.integer("most"), apart = (count + most - 1) / most;
    std::size_t number = 0;
    for (const PlaceGroup& group : places)
      if (group.part == part) add(group, number, apart);
  }

  std::vector<Trial> trials;
  std::vector<Loss> losses;

 private:
  void add(const PlaceGroup& group, std::size_t& number, std::size_t apart) {
    const std::size_t ways = group.part == "gate" ? 2 : 1;
    const std::vector<float> nothing(group.count * ways, kUntried);
    losses.push_back({&group, nothing, nothing});
    for (std::size_t i = 0; i < group.count; ++i) {
      if (number++ % apart != 0 || !group.holding(i).can_show()) continue;
      const auto make = [&](Edit::To to, std::size_t way) {
        trials.push_back({{{group.name, std::string(group.part), i, to, 0}}, losses.size() - 1, i * ways + way});
      };
      if (!group.is_gate(i))
        make(Edit::To::off, 0);
      else
        make(Edit::To::closed, 0), make(Edit::To::open, 1);
    }
  }
};

class Parts final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    const auto places = places_of(subject.configured, shapes_of(subject.model.parameters()));
    return std::ranges::any_of(kParts, [&](std::string_view part) { return has_part(places, part); });
  }
  static MeasurePrice price(const Subject& subject, const Options& options) {
    const ModelCopy copy(subject);
    const bool scored = options.text("score") != "none";
    MeasurePrice price = HeldOutBatches::price(subject, kRows, options.integer("examples"));
    price.flops *= double(1 + Trials(copy.places(), options).trials.size() + scored);
    if (scored && !heads_kind().applies(subject)) refuse_score(options);
    if (scored) {
      const MeasurePrice heads = heads_kind().price(subject, Options(heads_kind().group.options));
      price.bytes += heads.bytes, price.flops += heads.flops;
    }
    price.bytes += copy.bytes();
    return price;
  }

  Parts(const Subject& subject, const Options& options)
      : task_(subject.task),
        score_(options.text("score")),
        above_(options.number("above")),
        copy_(subject),
        trials_(copy_.places(), options),
        plan_(copy_.model(), subject.form.signature,
              BatchSize(part_rows(subject, subject.form.lengths, kRows, 1), subject.form.lengths, subject.form.form)),
        last_(std::min(options.integer("examples"), subject.task.held_out_count(HeldOut::val))),
        scorer_(std::in_place, plan_) {
    if (score_ != "none") {
      heads_ = heads_kind().begin(subject, Options(heads_kind().group.options));
      trials_.trials.emplace_back();  // its edits are not known yet
    }
    copy_.allocate();
    plan_.forward_only();
    plan_.allocate();
    copy_.become({});
  }

  bool next() override {
    if (heads_ && !looked_) {
      looked_ = !heads_->next();
      if (looked_) trials_.trials.back().edits = above_threshold(heads_->result());
      return true;
    }
    const Batch batch = plan_.batch();
    task_.held_out(HeldOut::val, first_, batch);
    const std::size_t known = std::min(plan_.dims().batch, last_ - first_);
    for (std::size_t b = known; b < plan_.dims().batch; ++b) leave_out_all(batch, b);
    scorer_->add_batch();
    first_ += known;
    if (first_ < last_) return true;
    first_ = 0;
    return finish_trial();
  }

  Findings result() override {
    Findings found;
    for (Loss& loss : trials_.losses) {
      const auto add = [&](const char* which, std::vector<float>& values) {
        if (std::ranges::all_of(values, [](float x) { return std::isnan(x); })) return;
        Axis axis{std::string(loss.group->part), loss.group->count};
        axis.names.assign(loss.group->names.begin(), loss.group->names.end());
        if (loss.group->part == "gate")
          found.add(loss.group->name + which, std::move(axis), {"held", 2, {}, {"closed", "open"}}, std::move(values));
        else
          found.add(loss.group->name + which, std::move(axis), std::move(values));
      };
      add(".rise", loss.rise);
      add(".fall", loss.fall);
    }
    found.add_number("examples", double(last_));
    found.add_number("loss", whole_->loss);
    if (!std::isnan(whole_->accuracy)) found.add_number("accuracy", whole_->accuracy);
    if (heads_) {
      found.add_number("together", double(trials_.trials.back().edits.size()));
      found.add_number("together_rise", together_.loss - whole_->loss);
      if (!std::isnan(whole_->accuracy)) found.add_number("together_fall", whole_->accuracy - together_.accuracy);
    }
    return found;
  }

 private:
  static constexpr std::size_t kRows = 16;

  [[noreturn]] static void refuse_score(const Options& options) {
    throw Error(ErrorCode::invalid_config, "choice.unknown", path_of("score"),
                {{"found", options.text("score")}, {"known", "none"}});
  }

  /// Heads by their score; their layer is called as the tap of their weights, less "attention".
  std::vector<Edit> above_threshold(const Findings& found) const {
    std::vector<Edit> edits;
    const std::string end = "attention." + score_;
    for (const Finding& finding : found.arrays) {
      if (!finding.name.ends_with(end)) continue;
      const std::string layer = finding.name.substr(0, finding.name.size() - end.size() - 1);
      for (std::size_t h = 0; h < finding.data.size(); ++h)
        if (double(finding.data[h]) > above_) edits.push_back({layer, "head", h, Edit::To::off, 0});
    }
    return edits;
  }

  void leave_out_all(const Batch& batch, std::size_t b) {
    const bool whole = plan_.signature().output.whole;
    for (std::size_t row : counting_rows(batch, plan_.layout(), whole, b)) leave_out(batch, row);
  }

  /// Notes what was found and goes over to the next; false after the last.
  bool finish_trial() {
    const Scores scores = scorer_->scores();
    if (!whole_) {
      whole_ = scores;
    } else {
      const Trial& trial = trials_.trials[done_++];
      if (heads_ && done_ == trials_.trials.size()) {
        together_ = scores;
      } else {
        trials_.losses[trial.array].rise[trial.at] = float(scores.loss - whole_->loss);
        trials_.losses[trial.array].fall[trial.at] = float(whole_->accuracy - scores.accuracy);
      }
    }
    scorer_.emplace(plan_);
    if (done_ == trials_.trials.size()) return false;
    copy_.become(trials_.trials[done_].edits);
    return true;
  }

  const Task& task_;
  const std::string score_;
  const double above_;
  ModelCopy copy_;
  Trials trials_;
  LossPlan<float> plan_;
  const std::size_t last_;
  std::optional<Scorer> scorer_;
  std::unique_ptr<Measuring> heads_;  // where they are to be scored
  bool looked_ = false;
  std::size_t first_ = 0, done_ = 0;
  std::optional<Scores> whole_;  // with nothing off
  Scores together_ = Scores::none();
};

OptionTable parts_options() {
  return {
      Option::choice(
          "part",
          {{"any", "What it has"}, {"head", "Heads"}, {"gate", "Gates"}, {"unit", "Units"}, {"layer", "Layers"}},
          "Parts", "What is switched off, one after the other."),
      examples_option(32),
      Option::integer("most", 64, 1, 4096, "At most", "Of more parts than these, every so many-th is switched off."),
      Option::choice(
          "score",
          {{"none", "None"}, {"previous", "Position before"}, {"induction", "Induction"}, {"copying", "Copying"}},
          "Heads together by", "Besides, all heads with a high score are switched off together."),
      Option::number("above", 0.2, 0, 1, "Score above", "How high the score must be."),
  };
}

}  // namespace

const MeasureKind& parts_kind() {
  static const MeasureKind kind = kind_of<Parts>(
      {"parts", "Parts",
       "What each head, gate, unit or layer is worth: how much worse the model answers when that part alone is off.",
       parts_options()},
      {{"{layer}.rise", "head", "loss", "Rise of the held-out loss; of a gate when held closed, and held open"},
       {"{layer}.fall", "head", "", "Fall of the held-out accuracy"}},
      "Michel, Levy and Neubig 2019; Greff et al. 2017");
  return kind;
}

}  // namespace unrolled
