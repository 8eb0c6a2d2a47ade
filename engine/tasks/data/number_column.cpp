#include "tasks/data/number_column.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "tasks/data/csv.hpp"

namespace unrolled {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 10^n, exact up to n = 22.
double power_of_ten(int n) {
  double power = 1;
  while (n-- > 0) power *= 10;
  return power;
}

/// Consumes "123.45" as 12345 with `exponent` lowered by 2. Digits beyond 2^53 only count for the exponent.
struct Digits {
  double whole = 0;
  int exponent = 0;
  std::size_t count = 0;
};
Digits take_digits(std::string_view& text, bool comma) {
  Digits digits;
  bool fraction = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text[0];
    if (!fraction && (c == '.' || (comma && c == ','))) {
      fraction = true;
      continue;
    }
    if (!is_digit(c)) break;
    ++digits.count;
    const bool exact = digits.whole < 9e14;
    if (exact) digits.whole = digits.whole * 10 + (c - '0');
    digits.exponent += exact ? -fraction : !fraction;
  }
  return digits;
}

/// "e-12"; false where something else follows.
bool take_exponent(std::string_view text, int& exponent) {
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  int size = 0;
  if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, is_digit)) return false;
  for (char c : text) size = size * 10 + (c - '0');
  exponent += negative ? -size : size;
  return true;
}

const std::string& cell_at(const CsvRow& row, std::size_t column) {
  static const std::string none;
  return column < row.cells.size() ? row.cells[column] : none;
}

/// The place of the column that is asked for by name or number, or of the first with a number.
std::size_t find_column(const CsvTable& table, const std::string& column, bool comma) {
  const CsvRow& header = table.rows[0];
  const auto named = std::ranges::find(header.cells, column);
  if (!column.empty() && named != header.cells.end()) return std::size_t(named - header.cells.begin());
  const auto place = read_number(column);
  for (std::size_t i = 0; i < header.cells.size(); ++i)
    if (column.empty() ? read_number(cell_at(table.rows[table.rows.size() > 1], i), comma).has_value()
                       : place == double(i + 1))
      return i;
  if (column.empty()) throw Error(ErrorCode::invalid_text, "table.no_numbers", "table", {{"line", header.line}});
  std::string known;
  for (const std::string& name : header.cells) known += (known.empty() ? "" : ", ") + name;
  throw Error(ErrorCode::invalid_text, "table.column", "table",
              {{"line", header.line}, {"found", column}, {"known", known}});
}

}  // namespace

std::optional<double> read_number(std::string_view text, bool comma) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const Digits digits = take_digits(text, comma);
  int exponent = digits.exponent;
  if (digits.count == 0 || !take_exponent(text, exponent) || std::abs(exponent) > 250) return std::nullopt;
  const double scale = power_of_ten(std::abs(exponent));
  const double size = exponent < 0 ? digits.whole / scale : digits.whole * scale;
  return negative ? -size : size;
}

std::vector<double> read_number_column(std::string_view csv, const std::string& column) {
  const CsvTable table = read_csv(csv);
  const bool comma = table.separator != ',';
  const std::size_t at = find_column(table, column, comma);
  std::vector<double> numbers;
  for (const CsvRow& row : table.rows) {
    const std::string& cell = cell_at(row, at);
    const auto number = read_number(cell, comma);
    if (number) numbers.push_back(*number);
    if (!number && &row != &table.rows[0])
      throw Error(ErrorCode::invalid_text, cell.empty() ? "table.cell_empty" : "table.number", "table",
                  {{"line", row.line}, {"column", at + 1}, {"found", cell}});
  }
  return numbers;
}

}  // namespace unrolled
