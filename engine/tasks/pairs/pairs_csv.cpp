#include "tasks/pairs/pairs_csv.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "core/error.hpp"
#include "tasks/data/csv.hpp"
#include "tasks/data/utf8.hpp"
#include "tasks/examples/example.hpp"
#include "tasks/examples/example_options.hpp"

namespace unrolled {

namespace {

constexpr std::size_t kMostPairs = 50000;
constexpr std::size_t kLeastHeldOut = 4;
constexpr std::size_t kParts = 10;  // of which one is held out
constexpr char32_t kEnd = U'·', kStart = U'→';

/// The pairs with every character that they use.
struct PairTable {
  struct Pair {
    std::u32string given, answer;
  };
  std::vector<Pair> pairs;
  std::u32string alphabet;
};

std::u32string read_cell(const CsvRow& row, std::size_t column, std::size_t longest) {
  std::u32string text;
  for_each_character(row.cells[column], [&](char32_t c) { text += c; });
  if (text.empty())
    throw Error(ErrorCode::invalid_text, "table.cell_empty", "table", {{"line", row.line}, {"column", column + 1}});
  if (text.size() > longest)
    throw Error(ErrorCode::invalid_text, "table.cell_long", "table",
                {{"line", row.line}, {"column", column + 1}, {"found", text.size()}, {"most", longest}});
  for (char32_t special : {kEnd, kStart})
    if (text.find(special) != std::u32string::npos)
      throw Error(ErrorCode::invalid_text, "table.special", "table", {{"line", row.line}, {"found", to_utf8(special)}});
  return text;
}

ExampleShape table_shape(const Options& options, std::size_t symbols) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = symbols == 0 ? kMaxSymbols : symbols;
  shape.training = {1, 1, options.integer("longest_given"), options.integer("longest_answer")};
  shape.least_held_out = kLeastHeldOut;
  return shape;
}

std::vector<TaskForm> forms(const Options& options, std::size_t symbols) {
  return forms_of(table_shape(options, symbols));
}

PairTable read_table(const Options& options, std::string_view text) {
  const CsvTable csv = read_csv(text);
  PairTable table;
  std::set<char32_t> used;
  for (std::size_t r = options.boolean("header") ? 1 : 0; r < csv.rows.size(); ++r) {
    const CsvRow& row = csv.rows[r];
    if (row.cells.size() != 2)
      throw Error(ErrorCode::invalid_text, "table.cells", "table", {{"line", row.line}, {"found", row.cells.size()}});
    table.pairs.push_back(
        {read_cell(row, 0, options.integer("longest_given")), read_cell(row, 1, options.integer("longest_answer"))});
    if (table.pairs.size() > kMostPairs)
      throw Error(ErrorCode::invalid_text, "table.many", "table", {{"line", row.line}, {"most", kMostPairs}});
    for (const std::u32string* cell : {&table.pairs.back().given, &table.pairs.back().answer})
      used.insert(cell->begin(), cell->end());
  }
  if (used.size() > kMaxSymbols - 2)
    throw Error(ErrorCode::invalid_text, "table.symbols", "table", {{"found", used.size()}, {"most", kMaxSymbols - 2}});
  table.alphabet = {kEnd, kStart};
  table.alphabet.append(used.begin(), used.end());
  return table;
}

class PairsCsvTask final : public ExampleTask {
 public:
  PairsCsvTask(const Options& options, std::string_view csv) : PairsCsvTask(options, read_table(options, csv)) {}

  void draw(Rng& rng, std::size_t size, Example& e) const override { draw_part(rng, Part::training, {size, size}, e); }
  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

 protected:
  void draw_part(Rng& rng, Part part, const ExampleSizes&, Example& e) const override {
    const std::vector<Example>& from = part == Part::training ? training_ : held_out_;
    e = from[static_cast<std::size_t>(rng.below(from.size()))];
  }

 private:
  PairsCsvTask(const Options& options, const PairTable& table)
      : ExampleTask(table_shape(options, table.alphabet.size()), Vocabulary(table.alphabet)) {
    std::vector<Example> all;
    for (const PairTable::Pair& pair : table.pairs) all.push_back({encoded(pair.given), {}, encoded(pair.answer), {}});
    part(std::move(all));
    hold_out();
  }

  std::vector<std::int32_t> encoded(const std::u32string& text) const {
    std::vector<std::int32_t> symbols;
    for (char32_t c : text) symbols.push_back(vocabulary().id(c));
    return symbols;
  }

  /// What has the least hashes is held out: exactly a tenth, wherever it stands in the table.
  void part(std::vector<Example> all) {
    std::set<std::uint64_t> keys;
    for (const Example& e : all) keys.insert(key(e));
    const std::size_t held_out = keys.size() / kParts;
    if (held_out < kLeastHeldOut)
      throw Error(ErrorCode::invalid_text, "table.few", "table",
                  {{"found", keys.size()}, {"least", kParts * kLeastHeldOut}});
    const std::uint64_t first_trained = *std::next(keys.begin(), std::ptrdiff_t(held_out));
    for (Example& e : all) (key(e) < first_trained ? held_out_ : training_).push_back(std::move(e));
  }

  std::vector<Example> training_, held_out_;
};

}  // namespace

const TaskKind& pairs_csv_kind() {
  static const TaskKind kind{
      {"pairs_csv",
       "Your own pairs",
       "A table of your own with two columns: learn to write the second from the first; a tenth is held out to test "
       "on.",
       {
           Option::choice("corpus", {{"own", "Your own table"}}, "Table",
                          "Lines such as \"horse,cheval\": cells are parted by commas, semicolons or tabs."),
           Option::boolean("header", false, "Header", "The first line names the columns and is left out."),
           Option::integer("longest_given", 32, 1, 200, "Longest first cell",
                           "Characters of the longest text given; every example takes that much room.")
               .in("characters"),
           Option::integer("longest_answer", 32, 1, 200, "Longest second cell",
                           "Characters of the longest answer; every example takes that much room.")
               .in("characters"),
           Option::free_text("text", 20000, "Own table", "A table of your own (CSV), kept inside the experiment."),
       }},
      {"pairs", "characters"},
      nullptr,
      forms,
      true,
      make_by<PairsCsvTask>};
  return kind;
}

}  // namespace unrolled
