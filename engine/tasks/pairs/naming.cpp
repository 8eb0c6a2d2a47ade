#include "tasks/pairs/naming.hpp"

#include <algorithm>
#include <string>

#include "core/error.hpp"
#include "core/sort.hpp"
#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kLongestName = 16;
constexpr std::int32_t kDigit = 2, kLetter = 11;  // "1" .. "9", then "a" .. "z"

ExampleShape naming_shape(const Options&) {
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = kLetter + 26;
  shape.training = {1, 1, 3, kLongestName};
  return shape;
}

using Name = std::vector<std::int32_t>;

/// One name a line, of plain letters; large ones become small.
std::vector<Name> read_names(std::string_view text) {
  std::vector<Name> names(1);
  std::size_t line = 1;
  for (char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      ++line;
      if (!names.back().empty()) names.emplace_back();
      continue;
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c < 'a' || c > 'z') throw Error(ErrorCode::invalid_text, "names.letter", "text", {{"line", line}});
    if (names.back().size() == kLongestName)
      throw Error(ErrorCode::invalid_text, "names.long", "text", {{"line", line}, {"most", kLongestName}});
    names.back().push_back(kLetter + (c - 'a'));
  }
  if (names.back().empty()) names.pop_back();
  sort_short(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

class NamingTask final : public ExampleTask {
 public:
  NamingTask(const Options& options, std::string_view text)
      : ExampleTask(naming_shape(options), Vocabulary(U"·→123456789" + letters(26))), names_(read_names(text)) {
    if (names_.empty()) throw Error(ErrorCode::invalid_text, "names.none", "text");
    hold_out();
  }

  void draw(Rng& rng, std::size_t, Example& e) const override {
    const Name& name = names_[static_cast<std::size_t>(rng.below(names_.size()))];
    const std::int32_t length = std::int32_t(std::min<std::size_t>(9, name.size()));
    e.source.insert(e.source.end(), {name.front(), kDigit + length - 1, name.back()});
    e.target.insert(e.target.end(), name.begin(), name.end());
  }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

 protected:
  /// The name, since many share what is given.
  std::uint64_t key(const Example& e) const override { return hash_of(e.target, {}); }

 private:
  std::vector<Name> names_;
};

void check_naming(const Options& options, const std::string& where) {
  if (options.text("corpus") != "own" && !options.text("text").empty())
    throw Error(ErrorCode::invalid_config, "option.not_own", where + ".text");
}

}  // namespace

const TaskKind& naming_kind() {
  static const TaskKind kind{
      {"naming",
       "Attributes to a name",
       "From a first letter, a length and a last letter, \"m5a\", write a name that has them: \"maria\". Many are "
       "right.",
       {
           Option::choice("corpus", {{"names", "First names"}, {"own", "Your own names"}}, "Names",
                          "The names to learn from, one a line; 9 stands for nine letters and more."),
           Option::free_text("text", 20000, "Own names", "Names of your own, kept inside the experiment.")
               .only_if("corpus", {"own"}),
       }},
      {"pairs", "characters"},
      check_naming,
      forms_by<naming_shape>,
      true,
      make_by<NamingTask>};
  return kind;
}

}  // namespace unrolled
