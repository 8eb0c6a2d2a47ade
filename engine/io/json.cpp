#include "io/json.hpp"

#include <cmath>

namespace unrolled {
namespace {

constexpr std::size_t kMostQuoted = 38;  // characters

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
    if (object.contains(name)) throw Error(code_, "json.twice", where_, {{"found", in_quotes(name)}});
    member_ = &object[name];
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    if (error.id == kNumberOverflow) throw Error(code_, "json.number", where_);
    const std::size_t at = std::min(position == 0 ? 0 : position - 1, text_.size());
    if (at >= text_.size()) throw Error(code_, "json.end", where_);
    throw Error(code_, "json.syntax", where_,
                {{"line", line_of(text_, at)}, {"found", in_quotes(text_.substr(at, kShown))}});
  }

 private:
  static constexpr int kNumberOverflow = 406;
  static constexpr std::size_t kShown = 160;  // bytes, more than are quoted

  Json& place() {
    if (++values_ > kMaxJsonValues) throw Error(code_, "json.values", where_, {{"most", kMaxJsonValues}});
    if (open_.empty()) return root_;
    return open_.back()->is_array() ? open_.back()->emplace_back(nullptr) : *member_;
  }
  bool add(Json value) {
    place() = std::move(value);
    return true;
  }
  bool open(Json container) {
    if (open_.size() >= kMaxJsonDepth) throw Error(code_, "json.depth", where_, {{"most", kMaxJsonDepth}});
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
  std::size_t values_ = 0;
  Json* member_ = nullptr;   // of the innermost open object, named last
  std::vector<Json*> open_;  // nothing is added beside an open value, so none moves
};

}  // namespace

Json parse_json(std::string_view text, const std::string& where, ErrorCode code) {
  if (text.size() > kMaxJsonBytes)
    throw Error(code, "json.size", where, {{"found", text.size()}, {"most", kMaxJsonBytes}});
  Builder builder(text, where, code);
  Json::sax_parse(text, &builder);
  return std::move(builder.result());
}

namespace {

Json& value_at(Json& object, std::string_view key, Json unless_there) {
  const std::string name(key);
  if (const auto at = object.find(name); at != object.end()) return *at;
  return object[name] = std::move(unless_there);
}

}  // namespace

Json& list_at(Json& object, std::string_view key) { return value_at(object, key, Json::array()); }
Json& object_at(Json& object, std::string_view key) { return value_at(object, key, Json::object()); }

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string in_quotes(std::string_view text) { return "\"" + shortened(text, kMostQuoted) + "\""; }

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

Detail found(const Json& value) {
  if (value.is_number()) return {"found", value.get<double>()};
  if (value.is_string()) return {"found", in_quotes(value.get_ref<const std::string&>())};
  return {"found", value.is_object() ? "{}" : value.is_array() ? "[]" : value.dump()};
}

ObjectReader::ObjectReader(const Json& value, std::string where, ErrorCode code)
    : object_(value), where_(std::move(where)), code_(code) {
  if (!value.is_object()) throw Error(code_, "object.type", where_, {found(value)});
}

void ObjectReader::allow_only(const std::vector<std::string>& known) const {
  for (const auto& [key, value] : object_.items()) {
    if (std::ranges::find(known, key) != known.end()) continue;
    const std::string near = nearest_name(key, known);
    throw Error(code_, near.empty() ? "key.unknown" : "key.near", path(shortened(key, kMostQuoted)),
                {{"known", listed(known)}, {"near", near}});
  }
}

void ObjectReader::refuse(const std::string& key, const char* refusal, std::vector<Detail> details) const {
  throw Error(code_, refusal, path(key), std::move(details));
}

const Json& ObjectReader::required(const std::string& key) const {
  const auto at = object_.find(key);
  if (at == object_.end()) refuse(key, "value.missing");
  return *at;
}

std::string ObjectReader::text(const std::string& key, std::size_t max_characters) const {
  const Json& value = required(key);
  if (!value.is_string()) refuse(key, "text.type", {found(value), {"most", max_characters}});
  const auto& text = value.get_ref<const std::string&>();
  const std::size_t length = characters_in(text);
  if (length > max_characters) refuse(key, "text.long", {{"found", length}, {"most", max_characters}});
  return text;
}

double ObjectReader::number(const std::string& key, double min, double max, bool whole) const {
  const Json& value = required(key);
  const double number = value.is_number() ? value.get<double>() : NAN;  // integers convert, nothing wraps
  if (!std::isfinite(number) || number < min || number > max || (whole && number != std::floor(number)))
    refuse(key, whole ? "number.whole" : "number.range", {found(value), {"min", min}, {"max", max}});
  return number;
}

bool ObjectReader::boolean(const std::string& key) const {
  const Json& value = required(key);
  if (!value.is_boolean()) refuse(key, "boolean.type", {found(value)});
  return value.get<bool>();
}

}  // namespace unrolled
