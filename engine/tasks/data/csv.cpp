#include "tasks/data/csv.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "tasks/data/utf8.hpp"

namespace unrolled {
namespace {

bool blank(char c) { return c == ' ' || c == '\t'; }

std::string trimmed(const std::string& cell) {
  const auto first = std::ranges::find_if_not(cell, blank);
  const auto last = std::find_if_not(cell.rbegin(), std::make_reverse_iterator(first), blank).base();
  return {first, last};
}

/// The most frequent separator of the first line that is not empty, outside of quotes.
char separator_of(const std::string& text) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false, begun = false;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted && begun) break;
    begun = begun || c != '\n';
    if (quoted) continue;
    commas += c == ',', semicolons += c == ';', tabs += c == '\t';
  }
  if (tabs > std::max(commas, semicolons)) return '\t';
  return semicolons > commas ? ';' : ',';
}

class Reader {
 public:
  explicit Reader(std::string text) : text_(std::move(text)) { table_.separator = separator_of(text_); }

  CsvTable read() {
    while (at_ < text_.size()) read_row();
    if (table_.rows.empty()) throw Error(ErrorCode::invalid_text, "table.empty", "table");
    return std::move(table_);
  }

 private:
  bool more() const { return at_ < text_.size() && text_[at_] != '\n'; }

  void read_row() {
    CsvRow row{line_, {}};
    for (;; ++at_) {
      row.cells.push_back(read_cell());
      if (!more()) break;
    }
    ++at_;
    ++line_;
    if (row.cells.size() > 1 || !row.cells[0].empty()) table_.rows.push_back(std::move(row));
  }

  /// Up to a separator or the end of the line.
  std::string read_cell() {
    while (more() && blank(text_[at_]) && text_[at_] != table_.separator) ++at_;
    if (more() && text_[at_] == '"') return read_quoted();
    std::string cell;
    while (more() && text_[at_] != table_.separator) cell += text_[at_++];
    return trimmed(cell);
  }

  std::string read_quoted() {
    const std::size_t first_line = line_;
    std::string cell;
    for (++at_;; ++at_) {
      if (at_ >= text_.size()) refuse("table.quote", first_line);
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      line_ += text_[at_] == '\n';
      cell += text_[at_];
    }
    ++at_;
    while (more() && text_[at_] != table_.separator)
      if (!blank(text_[at_++])) refuse("table.after_quote", line_);
    return cell;
  }

  [[noreturn]] static void refuse(const char* key, std::size_t line) {
    throw Error(ErrorCode::invalid_text, key, "table", {{"line", line}});
  }

  std::string text_;
  std::size_t at_ = 0, line_ = 1;
  CsvTable table_;
};

}  // namespace

CsvTable read_csv(std::string_view text) {
  std::string clean;
  for_each_character(text, [&](char32_t c) { append_utf8(clean, c); });
  return Reader(std::move(clean)).read();
}

}  // namespace unrolled
