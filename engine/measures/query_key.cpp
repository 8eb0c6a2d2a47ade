// Why one head looks where it looks from one place, of one held-out example: q . k taken apart. Every number of the query and of a
// key meet in one product,
//   products[k,i] = q_i k_i / sqrt(d),  score[k] = sum_i products[k,i] + bias[k],  weight = softmax(score)
// over the keys that the query may see (Vaswani et al. 2017). bias is what ALiBi takes off for the distance (Press, Smith and Lewis
// 2022), and not there elsewhere; with rotary positions q and k are those that have been turned. Where keys are shared by heads,
// they are those that the head reads. Linear attention has no such weights, and additive attention no such products.
#include "measures/query_key.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"
#include "measures/held_out_batches.hpp"
#include "measures/input_probe.hpp"

namespace unrolled {
namespace {

/// Who looks at whom, in the order in which describe() lists them.
enum class Looking { itself, across, source, points, pooling };

Looking looking_of(std::string_view tap) {
  const auto has = [&](std::string_view part) { return tap.find(part) != std::string_view::npos; };
  if (has(".cross_attention")) return Looking::across;
  if (has(".encoder.")) return Looking::source;
  if (has(".inducing.")) return Looking::points;
  return has(".pooling.") ? Looking::pooling : Looking::itself;
}

/// Numbers of one head: those of position t begin at at(t).
struct HeadColumns {
  const Tensor<float>* tensor = nullptr;
  std::size_t first = 0, width = 0;
  std::span<const float> at(std::size_t t) const {
    return tensor->value.subspan(t * tensor->shape.last() + first, width);
  }
};

/// What the first sequence of a plan's batch gives to a head of an attention, whose tensors are named after its tap.
class HeadInputs {
 public:
  HeadInputs(Arena<float>& arena, const Tap<float>& tap, std::size_t head) {
    const std::size_t heads = tap.shape[1], model = arena.find(tap.name + ".heads")->shape.last();
    const Tensor<float>*turned = arena.find(tap.name + ".turned"), *packed = arena.find(tap.name + ".qkv");
    const Tensor<float>* both = turned != nullptr ? turned : packed;
    const Tensor<float>* kv = both != nullptr ? both : arena.find(tap.name + ".kv");
    q.tensor = both != nullptr ? both : arena.find(tap.name + ".q");
    k.tensor = kv;
    q.width = k.width = model / heads;
    q.first = head * q.width;
    const std::size_t before = both != nullptr ? model : 0, kv_width = (kv->shape.last() - before) / 2;
    k.first = before + head / (model / kv_width) * k.width;
    if (const Tensor<float>* table = arena.find(tap.name + ".bias"))
      bias = table->value.subspan(head * table->shape.last(), table->shape.last());
  }
  HeadColumns q, k;
  std::span<const float> bias{};  ///< by distance, 0 in the middle; empty: none
};

/// Those whose weights are a softmax of products of vectors that the plan holds, and that describe() lists: by who looks, then layer
/// by layer.
std::vector<Tap<float>> attentions_of(LossPlan<float>& plan) {
  const std::vector<Tap<float>> taps = plan.taps();
  std::vector<Tap<float>> found;
  for (int looking = 0; looking <= int(Looking::pooling); ++looking)
    for (const Tap<float>& tap : taps)
      if (tap.axes.size() == 4 && plan.plan().arena().find(tap.name + ".heads") != nullptr &&
          int(looking_of(tap.name)) == looking && tap.name != "set_transformer.decoder.attention")
        found.push_back(tap);
  return found;
}

BatchSize one_example(const Subject& subject) { return {1, subject.form.lengths, subject.form.form}; }

class QueryKey final : public Measuring {
 public:
  static bool applies(const Subject& subject) {
    LossPlan<float> plan(subject.model, subject.form.signature, one_example(subject));
    return !attentions_of(plan).empty();
  }
  static MeasurePrice price(const Subject& subject, const Options&) { return HeldOutBatches::price(subject, 1, 1); }

  QueryKey(const Subject& subject, const Options& options)
      : task_(subject.task),
        plan_(subject.model, subject.form.signature, one_example(subject)),
        example_(std::min(options.integer("example"), subject.task.held_out_count(HeldOut::val) - 1)) {
    plan_.forward_only();
    plan_.allocate();
    choose(options.integer("layer"), options.integer("head"));
    query_ = options.integer("query");
  }

  bool next() override {
    task_.held_out(HeldOut::val, example_, plan_.batch());
    plan_.forward({});
    query_ = std::min(query_, places(2) - 1);
    take_apart(HeadInputs(plan_.plan().arena(), tap_, head_), keys_seen());
    return false;
  }

  Findings result() override {
    Findings found;
    const Axis keys{"key", score_.size()}, dimensions{"dimension", q_.size()};
    found.add("products", keys, dimensions, std::move(products_));
    found.add("score", keys, std::move(score_));
    found.add("weight", keys, std::move(weight_));
    if (!bias_.empty()) found.add("bias", keys, std::move(bias_));
    found.add("query", dimensions, std::move(q_));
    found.add("keys", keys, dimensions, std::move(k_));
    found.add_number("example", double(example_));
    found.add_number("layer", double(layer_));
    found.add_number("head", double(head_));
    found.add_number("query", double(query_));
    return found;
  }

 private:
  /// Heads are counted on through the layers that follow.
  void choose(std::size_t layer, std::size_t head) {
    const std::vector<Tap<float>> all = attentions_of(plan_);
    layer_ = std::min(layer, all.size() - 1);
    head_ = head;
    while (head_ >= all[layer_].shape[1] && layer_ + 1 < all.size()) head_ -= all[layer_++].shape[1];
    tap_ = all[layer_];
    head_ = std::min(head_, tap_.shape[1] - 1);
  }

  /// How many of the places along an axis of the tap the example has: 2 those that look, 3 those that are looked at.
  std::size_t places(std::size_t axis) {
    if (are_points(axis)) return tap_.shape[axis];
    const Looking looking = looking_of(tap_.name);
    const bool source = looking == Looking::source || (axis == 3 && looking == Looking::across);
    const Batch batch = plan_.batch();
    return std::min(tap_.shape[axis], length_of(source ? batch.source : batch.input, 0));
  }
  /// Learned points, of which every example has all.
  bool are_points(std::size_t axis) {
    const Looking looking = looking_of(tap_.name);
    if (axis == 2) return looking == Looking::points || looking == Looking::pooling;
    const std::string layer = tap_.name.substr(0, tap_.name.rfind(".attention"));
    return plan_.plan().arena().find(layer + ".inducing.attention") != nullptr;
  }

  std::size_t keys_seen() {
    const std::vector<Part>& parts = plan_.plan().parts();
    const auto part = std::ranges::find(parts, tap_.name, &Part::name);
    return part != parts.end() && part->causal ? query_ + 1 : places(3);
  }

  void take_apart(const HeadInputs& head, std::size_t keys) {
    const std::span<const float> q = head.q.at(query_);
    q_.assign(q.begin(), q.end());
    std::vector<double> scores;
    for (std::size_t s = 0; s < keys; ++s) {
      const std::span<const float> k = head.k.at(s);
      std::ranges::copy(k, std::back_inserter(k_));
      double score = 0;
      for (std::size_t i = 0; i < q.size(); ++i) {
        const double product = double(q[i]) * double(k[i]) / std::sqrt(double(q.size()));
        products_.push_back(float(product));
        score += product;
      }
      if (!head.bias.empty())
        bias_.push_back(head.bias[head.bias.size() / 2 - query_ + s]), score += double(bias_.back());
      scores.push_back(score);
    }
    weigh(scores);
  }

  void weigh(const std::vector<double>& scores) {
    const double largest = *std::ranges::max_element(scores);
    double sum = 0;
    for (double score : scores) sum += elementary::exp(score - largest);
    for (double score : scores) {
      score_.push_back(float(score));
      weight_.push_back(float(elementary::exp(score - largest) / sum));
    }
  }

  const Task& task_;
  LossPlan<float> plan_;
  const std::size_t example_;
  Tap<float> tap_;
  std::size_t layer_ = 0, head_ = 0, query_ = 0;
  std::vector<float> products_, score_, weight_, bias_, q_, k_;
};

}  // namespace

const MeasureKind& query_key_kind() {
  static const MeasureKind kind = kind_of<QueryKey>(
      {"query_key",
       "Query and key",
       "Why a head looks where it looks from one place: the product of query and key, number by number.",
       {Option::integer("layer", 0, 0, 1e6, "Layer",
                        "Number of the attention: of what is read, then across, then within the source."),
        Option::integer("head", 0, 0, 1e6, "Head", "Number of the head, counted on through the layers that follow."),
        Option::integer("query", 1e6, 0, 1e6, "Query", "The place that looks; beyond the end the last one."),
        Option::integer("example", 0, 0, 1e6, "Example", "Number of the held-out example.")}},
      {{"products", "key, dimension", "", "Products of query and key, number by number"},
       {"score", "key", "", "Their sum, with what distance takes off"},
       {"weight", "key", "", "How much each key is looked at"},
       {"bias", "key", "", "What distance takes off"},
       {"query", "dimension", "", "The query"},
       {"keys", "key, dimension", "", "The keys"}},
      "Vaswani et al. 2017");
  return kind;
}

}  // namespace unrolled
