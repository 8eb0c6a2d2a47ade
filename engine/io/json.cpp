#include "io/json.hpp"

#include <cmath>
#include <set>

namespace unrolled {
namespace {

/// Refuses, while the parser is still reading, what would be harmful or ambiguous once read.
class Guard {
 public:
  Guard(const std::string& where, ErrorCode code) : where_(where), code_(code) {}

  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    if ((event == Event::object_start || event == Event::array_start) && depth >= kMaxJsonDepth)
      throw Error(code_, where_, "JSON of at most 64 levels", "a deeper one");
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end) keys_.pop_back();
    if (event == Event::key && !keys_.back().insert(parsed.get_ref<const std::string&>()).second)
      throw Error(code_, where_, "every key once", in_quotes(parsed.get_ref<const std::string&>()) + " twice");
    return true;
  }

 private:
  const std::string& where_;
  ErrorCode code_;
  std::vector<std::set<std::string>> keys_;
};

/// 1-based line of a byte offset.
std::size_t line_of(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  for (char c : text.substr(0, offset)) line += c == '\n';
  return line;
}

}  // namespace

Json parse_json(std::string_view text, const std::string& where, ErrorCode code) {
  if (text.size() > kMaxJsonBytes)
    throw Error(code, where, "at most 1 MiB of JSON", std::to_string(text.size()) + " bytes");
  Guard guard(where, code);
  try {
    return Json::parse(text,
                       [&](int depth, Json::parse_event_t event, Json& parsed) { return guard(depth, event, parsed); });
  } catch (const Json::parse_error& error) {
    const std::size_t at = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
    throw Error(code, where, "JSON",
                at >= text.size() ? "text that ends too early"
                                  : "a mistake in line " + std::to_string(line_of(text, at)) + ", before " +
                                        in_quotes(text.substr(at)));
  } catch (const Json::out_of_range&) {
    throw Error(code, where, "numbers that a computer can hold", "one that is too large");
  }
}

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string number_text(double number) {
  return Json(number == std::floor(number) && std::abs(number) < 1e15 ? Json(static_cast<std::int64_t>(number))
                                                                      : Json(number))
      .dump();
}

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  std::size_t characters = 0;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80 && ++characters > 40) return out + "…\"";
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return out + "\"";
}

std::string found(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string()) return "the text " + in_quotes(value.get_ref<const std::string&>());
  return value.dump();
}

ObjectReader::ObjectReader(const Json& value, std::string where, ErrorCode code)
    : object_(value), where_(std::move(where)), code_(code) {
  if (!value.is_object()) throw Error(code_, where_, "an object {...}", found(value));
}

void ObjectReader::allow_only(const std::vector<std::string>& known) const {
  for (const auto& [key, value] : object_.items()) {
    if (std::ranges::find(known, key) != known.end()) continue;
    const std::string near = nearest_name(key, known);
    std::string list;
    for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
    throw Error(code_, path(in_quotes(key).substr(1, in_quotes(key).size() - 2)),
                near.empty() ? "one of the keys " + list : "a known key, perhaps \"" + near + "\"", "an unknown one");
  }
}

void ObjectReader::fail(const std::string& key, const std::string& expected) const {
  const auto at = object_.find(key);
  throw Error(code_, path(key), expected, at == object_.end() ? "nothing" : found(*at));
}

const Json& ObjectReader::required(const std::string& key, const std::string& expected) const {
  const auto at = object_.find(key);
  if (at == object_.end()) fail(key, expected);
  return *at;
}

std::string ObjectReader::text(const std::string& key, std::size_t max_characters) const {
  const std::string expected = "a text of at most " + std::to_string(max_characters) + " characters";
  const Json& value = required(key, expected);
  if (!value.is_string()) fail(key, expected);
  const auto& text = value.get_ref<const std::string&>();
  const std::size_t length = characters_in(text);
  if (length > max_characters) throw Error(code_, path(key), expected, std::to_string(length));
  return text;
}

double ObjectReader::number(const std::string& key, double min, double max, bool whole) const {
  const std::string expected =
      (whole ? "a whole number from " : "a number from ") + number_text(min) + " to " + number_text(max);
  const Json& value = required(key, expected);
  if (!value.is_number()) fail(key, expected);
  const double number = value.get<double>();  // safe for every JSON number: integers convert, nothing wraps
  if (!std::isfinite(number) || number < min || number > max) fail(key, expected);
  if (whole && number != std::floor(number)) fail(key, expected);
  return number;
}

bool ObjectReader::boolean(const std::string& key) const {
  const Json& value = required(key, "true or false");
  if (!value.is_boolean()) fail(key, "true or false");
  return value.get<bool>();
}

}  // namespace unrolled
