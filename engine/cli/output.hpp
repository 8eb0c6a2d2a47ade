#pragma once
#include <string>
#include <string_view>

namespace unrolled::cli {

/// A text as a terminal may show it: control characters (also those above 127, and those that turn the direction of
/// reading) become \u{1b}, bytes that are not UTF-8 become \x9b.
std::string printable(std::string_view text);

/// One line to standard error, after the program's name.
void say(std::string_view message);

/// Text to standard output, at once. Throws Interrupted where nobody reads it any more, Error{invalid_file} where it has
/// no room.
void print(std::string_view text);

/// What a model wrote and a line end; to a terminal without control characters.
void print_text(const std::string& text);

/// One line of JSON, its control characters written as \u009b.
void print_line(std::string_view json);

}  // namespace unrolled::cli
