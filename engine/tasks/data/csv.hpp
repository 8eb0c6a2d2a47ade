#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace unrolled {

struct CsvRow {
  std::size_t line = 0;  ///< where it begins, from 1
  std::vector<std::string> cells;
};

/// A table in which cells are parted by commas, semicolons or tabs: whichever the first line has most of.
struct CsvTable {
  char separator = ',';
  std::vector<CsvRow> rows;
};

/// Reads a table (RFC 4180): cells in double quotes may hold separators, line breaks and doubled quotes. Empty lines and
/// blanks around cells without quotes are left out; a byte order mark and CR LF are understood. Throws Error{invalid_text}
/// that names the line: a quote that is never closed, a table without cells, what is not UTF-8.
CsvTable read_csv(std::string_view text);

}  // namespace unrolled
