#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unrolled {

/// "-12.5", "1e-3"; where `comma` is set also "12,5". Nothing but the number; nothing for what is not one or not finite.
/// The same bits everywhere: digits are collected as a whole number and divided once.
std::optional<double> read_number(std::string_view text, bool comma = false);

/// The numbers of one column of a table. column: its name in the first line, or its place from "1" on, or "" for the first
/// column that holds a number in the second line. The first line is a header where it holds no number there. Throws
/// Error{invalid_text} that names the line of a cell that is missing or no number, and for an unknown column.
std::vector<double> read_number_column(std::string_view csv, const std::string& column);

}  // namespace unrolled
