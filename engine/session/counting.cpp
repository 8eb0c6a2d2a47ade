#include "session/counting.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "session/planning.hpp"

namespace unrolled {
namespace {

constexpr const char* kCounted = "train.state";

Smoothing smoothing_of(const Options& options) {
  return options.text("smoothing") == "witten_bell" ? Smoothing::witten_bell : Smoothing::kneser_ney;
}

/// log P of every symbol after those fed: logits like any other model's.
class CountingDecoder final : public Decoder<float> {
 public:
  CountingDecoder(const NgramModel& model, std::size_t longest)
      : model_(model), longest_(longest), probabilities_(model.symbols()), logits_(model.symbols()) {}

  void restart() override { context_.clear(); }

  std::span<const float> feed(std::int32_t token) override {
    if (context_.size() == longest_ && !context_.empty()) context_.erase(context_.begin());
    if (longest_ > 0) context_.push_back(token);
    model_.probabilities(context_, probabilities_);
    std::ranges::transform(probabilities_, logits_.begin(),
                           [](double p) { return static_cast<float>(elementary::log(p)); });
    return logits_;
  }

 private:
  const NgramModel& model_;
  const std::size_t longest_;
  std::vector<std::int32_t> context_;
  std::vector<double> probabilities_;
  std::vector<float> logits_;
};

std::string table_name(std::size_t length, const char* part) { return "ngram." + std::to_string(length) + "." + part; }

std::vector<std::uint64_t> stored_numbers(const SafetensorsFile& file, const std::string& name) {
  const StoredTensor* tensor = file.find(name);
  if (tensor == nullptr) throw Error(ErrorCode::invalid_file, "checkpoint.missing", "checkpoint", {{"name", name}});
  std::vector<std::uint64_t> numbers(tensor->shape.count());
  copy_tensor(*tensor, {numbers.size()}, std::span<std::uint64_t>(numbers));
  return numbers;
}

[[noreturn]] void refuse_counts(const char* what) {
  throw Error(ErrorCode::invalid_file, "checkpoint.damaged", "checkpoint", {{"name", what}});
}

/// Every byte of the key names a symbol, and nothing is above.
bool valid_key(std::uint64_t key, std::size_t length, std::size_t symbols) {
  for (std::size_t i = 0; i <= length; ++i, key >>= 8)
    if ((key & 0xFF) >= symbols) return false;
  return key == 0;
}

CountTable stored_table(const SafetensorsFile& file, std::size_t length, std::size_t symbols) {
  CountTable table{stored_numbers(file, table_name(length, "keys")), {}};
  const std::vector<std::uint64_t> counts = stored_numbers(file, table_name(length, "counts"));
  if (counts.size() != table.keys.size() || counts.empty()) refuse_counts("ngram.counts");
  if (std::ranges::adjacent_find(table.keys, std::ranges::greater_equal()) != table.keys.end())
    refuse_counts("ngram.keys");
  for (std::uint64_t key : table.keys)
    if (!valid_key(key, length, symbols)) refuse_counts("ngram.keys");
  std::uint64_t sum = 0;
  for (std::uint64_t count : counts) {
    sum += count;
    if (count == 0 || count > UINT32_MAX || sum > UINT32_MAX) refuse_counts("ngram.counts");
    table.counts.push_back(static_cast<std::uint32_t>(count));
  }
  return table;
}

std::unique_ptr<NgramModel> stored_model(const SafetensorsFile& file, std::size_t symbols, std::size_t order,
                                         Smoothing smoothing, const CountBudget& budget) {
  std::vector<CountTable> tables;
  for (std::size_t length = 0; length <= order; ++length) tables.push_back(stored_table(file, length, symbols));
  return std::make_unique<NgramModel>(std::move(tables), symbols, smoothing, budget);
}

/// -log P of symbols 1 .. of a sequence from those before them, added up.
double sequence_loss(const NgramModel& model, std::size_t order, std::span<const std::int32_t> ids) {
  double loss = 0;
  for (std::size_t t = 1; t < ids.size(); ++t) {
    const std::size_t longest = std::min(order, t);
    loss -= elementary::log(model.probability(ids.subspan(t - longest, longest), ids[t]));
  }
  return loss;
}

std::size_t sequence_hits(const NgramModel& model, std::span<const std::int32_t> ids) {
  std::vector<double> p(model.symbols());
  std::size_t hits = 0;
  for (std::size_t t = 1; t < ids.size(); ++t) {
    model.probabilities(ids.first(t), p);
    hits += std::ranges::max_element(p) - p.begin() == ids[t];
  }
  return hits;
}

std::size_t sequence_length(const Task& task) { return task.forms().front().lengths.input; }

/// The length+1 symbols of one held-out sequence after the other.
class HeldOutSequences {
 public:
  explicit HeldOutSequences(const Task& task)
      : task_(task), length_(sequence_length(task)), ids_(length_ + 1), targets_(length_) {}
  std::size_t count() const { return task_.held_out_count(HeldOut::val); }
  /// Valid until the next one is read.
  std::span<const std::int32_t> read(std::size_t i) {
    Batch batch{Form::single, {BatchDims{1, length_}}};
    batch.input.tokens = std::span(ids_).first(length_);
    batch.targets = targets_;
    task_.held_out(HeldOut::val, i, batch);
    ids_.back() = targets_.back();
    return ids_;
  }

 private:
  const Task& task_;
  const std::size_t length_;
  std::vector<std::int32_t> ids_, targets_;
};

double held_out_positions(const Task& task) {
  return double(task.held_out_count(HeldOut::val) * sequence_length(task));
}

}  // namespace

double held_out_loss(const NgramModel& model, const Task& task, std::size_t order) {
  double loss = 0;
  HeldOutSequences sequences(task);
  for (std::size_t i = 0; i < sequences.count(); ++i) loss += sequence_loss(model, order, sequences.read(i));
  return loss / held_out_positions(task);
}

CountingLearner::CountingLearner(const Options& options, const Signature& signature, const Task& task,
                                 const std::string& where)
    : signature_(signature),
      smoothing_(smoothing_of(options)),
      order_(options.integer("order")),
      budget_{kMaxBytes, where + ".order"},
      task_(&task) {
  count();
}

CountingLearner::CountingLearner(const Options& options, const Signature& signature, const SafetensorsFile& file,
                                 const std::string& where)
    : signature_(signature),
      smoothing_(smoothing_of(options)),
      order_(options.integer("order")),
      budget_{kMaxBytes, where + ".order"} {
  load(file);
}

void CountingLearner::count() {
  use(std::make_unique<NgramModel>(task_->training(), signature_.input.symbols, order_, smoothing_, budget_));
  counts_are_own_ = true;
}

void CountingLearner::use(std::unique_ptr<NgramModel> model) {
  if (task_ != nullptr) training_loss_ = training_loss(*model);
  model_ = std::move(model);
  evaluation_.reset();
}

void CountingLearner::reset() {
  if (task_ != nullptr && !counts_are_own_) count();
  steps_ = 0;
}

/// On sequences spread over the training text, as many as are held out.
double CountingLearner::training_loss(const NgramModel& model) const {
  const auto text = task_->training();
  const std::size_t length = signature_.input.length,
                    count = std::min(task_->held_out_count(HeldOut::val), (text.size() - 1) / length);
  std::vector<std::int32_t> ids(length + 1);
  double loss = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto start = std::size_t(std::uint64_t{text.size() - length - 1} * i / count);
    std::ranges::copy(text.subspan(start, length + 1), ids.begin());
    loss += sequence_loss(model, order_, ids);
  }
  return loss / double(count * length);
}

std::size_t CountingLearner::bytes() const {
  return model_->size() * (sizeof(std::uint64_t) + sizeof(std::uint32_t)) * 3;  // sequences, and about twice in levels
}

StepReport CountingLearner::step() {
  ++steps_;
  return {training_loss_, 0, 0, true};
}

/// One sequence a part, and only once: what is counted never changes.
class CountingLearner::Examined final : public Examination {
 public:
  explicit Examined(CountingLearner& learner) : learner_(learner), sequences_(*learner.task_) {}

  bool next() override {
    if (learner_.evaluation_) return false;
    const auto ids = sequences_.read(read_++);
    hits_ += double(sequence_hits(*learner_.model_, ids));
    loss_ += sequence_loss(*learner_.model_, learner_.order_, ids);
    if (read_ < sequences_.count()) return true;
    const double positions = held_out_positions(*learner_.task_);
    Scores scores = Scores::none();
    scores.loss = loss_ / positions, scores.accuracy = hits_ / positions;
    learner_.evaluation_ = {scores};
    return false;
  }

  Evaluation result() const override { return *learner_.evaluation_; }

 private:
  CountingLearner& learner_;
  HeldOutSequences sequences_;
  std::size_t read_ = 0;
  double hits_ = 0, loss_ = 0;
};

std::unique_ptr<Examination> CountingLearner::examine() { return std::make_unique<Examined>(*this); }

std::unique_ptr<Decoder<float>> CountingLearner::decoder() {
  return std::make_unique<CountingDecoder>(*model_, order_);
}

std::span<const float> CountingLearner::inspect(std::span<const std::int32_t> ids) {
  inspected_ = ids.size();
  probabilities_.resize(ids.size() * model_->symbols());
  std::vector<double> p(model_->symbols());
  for (std::size_t t = 0; t < ids.size(); ++t) {
    const std::size_t longest = std::min(order_, t + 1);
    model_->probabilities(ids.subspan(t + 1 - longest, longest), p);
    std::ranges::transform(p, probabilities_.begin() + std::ptrdiff_t(t * p.size()),
                           [](double x) { return static_cast<float>(x); });
  }
  return probabilities_;
}

std::vector<Tap<float>> CountingLearner::taps() const {
  std::vector<Tap<float>> taps;
  if (inspected_ == 0) return taps;
  taps = counted_outline().taps;
  taps[0].shape = {1, inspected_, model_->symbols()};
  taps[0].data = probabilities_;
  return taps;
}

Outline counted_outline() { return {{{"probabilities", {"batch", "time", "token"}, {}, {}}}, {}}; }

std::vector<StoredTensor> CountingLearner::weights() {
  std::vector<StoredTensor> list;
  wide_counts_.clear();
  for (const CountTable& table : model_->sequences())
    wide_counts_.emplace_back(table.counts.begin(), table.counts.end());
  for (std::size_t length = 0; length <= order_; ++length) {
    const auto& keys = model_->sequences()[length].keys;
    const Shape shape{keys.size()};
    list.push_back({table_name(length, "counts"), DType::u64, shape, std::as_bytes(std::span(wide_counts_[length]))});
    list.push_back({table_name(length, "keys"), DType::u64, shape, std::as_bytes(std::span(keys))});
  }
  return list;
}

std::vector<StoredTensor> CountingLearner::training_state() {
  return {{kCounted, DType::u64, {1}, std::as_bytes(std::span(&steps_, 1))}};
}

void CountingLearner::load(const SafetensorsFile& file) {
  auto model = stored_model(file, signature_.input.symbols, order_, smoothing_, budget_);
  const std::vector<std::uint64_t> counters = stored_numbers(file, kCounted);
  if (counters.size() != 1) refuse_counts("train.state");
  use(std::move(model));
  counts_are_own_ = false;
  steps_ = counters[0];
}

}  // namespace unrolled
