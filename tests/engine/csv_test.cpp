#include "tasks/data/csv.hpp"

#include <doctest/doctest.h>

#include "core/error.hpp"

using namespace unrolled;

namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(std::string_view text) {
  Cells cells;
  for (const CsvRow& row : read_csv(text).rows) cells.push_back(row.cells);
  return cells;
}

std::string refusal(std::string_view text) {
  try {
    read_csv(text);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_text);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("csv: cells are parted by the separator that the first line has most of") {
  CHECK(cells_of("a,b\n1,2\n") == Cells{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of("a;b;c,d\n1;2;3,5\n") == Cells{{"a", "b", "c,d"}, {"1", "2", "3,5"}});
  CHECK(cells_of("a\tb\n\t2") == Cells{{"a", "b"}, {"", "2"}});
  CHECK(cells_of("\"a,b,c\";d\n1;2") == Cells{{"a,b,c", "d"}, {"1", "2"}});
  CHECK(read_csv("a;b").separator == ';');
}

TEST_CASE("csv: quotes, line breaks within them, blanks, empty lines, byte order marks and CR LF are understood") {
  CHECK(cells_of("\xEF\xBB\xBF"
                 "a , \"b \"\"c\"\"\" \r\n\r\n\" d\r\ne\",\r\n") == Cells{{"a", "b \"c\""}, {" d\ne", ""}});
  const CsvTable table = read_csv("\n\nx,y\n\"1\n2\",3\n4,5");
  CHECK(table.rows[0].line == 3);
  CHECK(table.rows[1].line == 4);
  CHECK(table.rows[2].line == 6);
}

TEST_CASE("csv: rows may differ in length, and one column needs no separator") {
  CHECK(cells_of("1\n2\n3") == Cells{{"1"}, {"2"}, {"3"}});
  CHECK(cells_of("1,2\n3\n4,5,6") == Cells{{"1", "2"}, {"3"}, {"4", "5", "6"}});
}

TEST_CASE("csv: what is no table is refused by its line") {
  const std::string kEmpty = "table: The table is empty. Write lines with cells, parted by commas, semicolons or tabs.";
  CHECK(refusal("a,b\n1,\"2\n3,4\n") == "table, line 2: A quote is opened and never closed. Close it, or remove it.");
  CHECK(refusal("a,b\n\"1\"x,2\n") ==
        "table, line 2: Something follows a closing quote. End the cell there, or double quotes that belong to it.");
  CHECK(refusal("") == kEmpty);
  CHECK(refusal("\n \n") == kEmpty);
  CHECK(refusal("a,\xFF") != "");
}
