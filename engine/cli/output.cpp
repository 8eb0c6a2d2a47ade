#include "cli/output.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "cli/interruption.hpp"
#include "core/error.hpp"
#include "tasks/data/utf8.hpp"

namespace unrolled::cli {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// What changes how the text after it is laid out.
bool turns_text(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string hexadecimal(const char* format, unsigned number) {
  char text[16];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = 0;
    const std::size_t start = at;
    if (!next_code_point(text, at, c))
      out += hexadecimal("\\x%02x", static_cast<unsigned char>(text[at++]));
    else if (is_control(c) || turns_text(c))
      out += hexadecimal("\\u{%x}", static_cast<unsigned>(c));
    else
      out += text.substr(start, at - start);
  }
  return out;
}

void say(std::string_view message) { std::fprintf(stderr, "unrolled: %s\n", printable(message).c_str()); }

void print(std::string_view text) {
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
  if (errno == EPIPE) throw Interrupted{SIGPIPE};
  throw Error(ErrorCode::invalid_file, "output.write", "");
}

void print_text(const std::string& text) {
  if (isatty(STDOUT_FILENO) == 0) return print(text + '\n');
  std::string shown;
  for (std::size_t begin = 0, end; begin <= text.size(); begin = end + 1) {
    end = std::min(text.find_first_of("\n\t", begin), text.size());
    shown += printable(std::string_view(text).substr(begin, end - begin));
    shown += end < text.size() ? text[end] : '\n';
  }
  print(shown);
}

void print_line(std::string_view json) {
  std::string line;
  for (std::size_t at = 0; at < json.size();) {
    char32_t c = 0;
    const std::size_t start = at;
    const bool valid = next_code_point(json, at, c);
    if (!valid) ++at;
    if (valid && is_control(c))
      line += hexadecimal("\\u%04x", static_cast<unsigned>(c));
    else
      line += json.substr(start, at - start);
  }
  print(line + '\n');
}

}  // namespace unrolled::cli
