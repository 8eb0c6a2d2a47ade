#include "io/json.hpp"

#include <cmath>

namespace unrolled {
namespace {

/// 1-based line of a byte offset.
std::size_t line_of(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  for (char c : text.substr(0, offset)) line += c == '\n';
  return line;
}

/// Builds the value as nlohmann's parser reports its parts, and refuses at once what would be harmful or ambiguous. The
/// library's own builders would be two more copies of the parser in the module.
class Builder {
 public:
  Builder(std::string_view text, const std::string& where, ErrorCode code) : text_(text), where_(where), code_(code) {}
  Json& result() { return root_; }

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Json::number_integer_t value) { return add(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
  bool number_float(Json::number_float_t value, const std::string&) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }  // not in text
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(const std::string& name) {
    Json& object = *open_.back();
    if (object.contains(name)) throw Error(code_, where_, "every key once", in_quotes(name) + " twice");
    member_ = &object[name];
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    if (error.id == kNumberOverflow)
      throw Error(code_, where_, "numbers that a computer can hold", "one that is too large");
    const std::size_t at = std::min(position == 0 ? 0 : position - 1, text_.size());
    throw Error(code_, where_, "JSON",
                at >= text_.size() ? "text that ends too early"
                                   : "a mistake in line " + std::to_string(line_of(text_, at)) + ", before " +
                                         in_quotes(text_.substr(at)));
  }

 private:
  static constexpr int kNumberOverflow = 406;

  Json& place() {
    if (open_.empty()) return root_;
    return open_.back()->is_array() ? open_.back()->emplace_back(nullptr) : *member_;
  }
  bool add(Json value) {
    place() = std::move(value);
    return true;
  }
  bool open(Json container) {
    if (open_.size() >= kMaxJsonDepth) throw Error(code_, where_, "JSON of at most 64 levels", "a deeper one");
    Json& at = place();
    at = std::move(container);
    open_.push_back(&at);
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  const std::string_view text_;
  const std::string& where_;
  const ErrorCode code_;
  Json root_;
  Json* member_ = nullptr;   // of the innermost open object, named last
  std::vector<Json*> open_;  // nothing is added beside an open value, so none moves
};

}  // namespace

Json parse_json(std::string_view text, const std::string& where, ErrorCode code) {
  if (text.size() > kMaxJsonBytes)
    throw Error(code, where, "at most 1 MiB of JSON", std::to_string(text.size()) + " bytes");
  Builder builder(text, where, code);
  Json::sax_parse(text, &builder);
  return std::move(builder.result());
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
