#include "io/options_json.hpp"

#include <algorithm>
#include <stdexcept>

namespace unrolled {
namespace {

const char* type_name(Option::Type type) {
  switch (type) {
    case Option::Type::boolean: return "boolean";
    case Option::Type::integer: return "integer";
    case Option::Type::number: return "number";
    case Option::Type::choice: return "choice";
    case Option::Type::text: return "text";
  }
  return "";
}

std::string read_choice(const ObjectReader& reader, const std::string& key, const std::vector<std::string>& allowed) {
  if (!reader.has(key)) reader.refuse(key, "choice.missing", {{"known", listed(allowed)}});
  const Json& value = reader.required(key);
  const std::string chosen = value.is_string() ? value.get<std::string>() : "";
  if (std::ranges::find(allowed, chosen) != allowed.end()) return chosen;
  const std::string near = nearest_name(chosen, allowed);
  reader.refuse(key, near.empty() ? "choice.unknown" : "choice.near",
                {found(value), {"near", near}, {"known", listed(allowed)}});
}

OptionValue read_option(const ObjectReader& reader, const std::string& name, const Option& option) {
  switch (option.type) {
    case Option::Type::boolean: return reader.boolean(name);
    case Option::Type::integer: return reader.number(name, option.min, option.max, true);
    case Option::Type::number: return reader.number(name, option.min, option.max, false);
    case Option::Type::text: return reader.text(name, static_cast<std::size_t>(option.max));
    case Option::Type::choice: break;
  }
  std::vector<std::string> allowed;
  for (const Choice& choice : option.choices) allowed.emplace_back(choice.value);
  return read_choice(reader, name, allowed);
}

Json value_json(const OptionValue& value, Option::Type type) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const double number = std::get<double>(value);
  return type == Option::Type::integer ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

Json condition_json(const Option& option, const OptionTable& table) {
  Json when = Json::object();
  for (const Condition& condition : option.when) {
    const Option::Type type = find_option(table, condition.option)->type;
    for (const OptionValue& value : condition.values)
      list_at(when, condition.option).push_back(value_json(value, type));
  }
  return when;
}

Json describe_option(const Option& option, const OptionTable& table) {
  Json json{{"name", option.name}, {"type", type_name(option.type)}, {"title", option.title}};
  if (option.type == Option::Type::integer || option.type == Option::Type::number) {
    json["min"] = value_json(option.min, option.type);
    json["max"] = value_json(option.max, option.type);
    json["scale"] = option.log_scale ? "log" : "linear";
  }
  if (option.type == Option::Type::text) json["max"] = value_json(option.max, Option::Type::integer);
  for (const Choice& choice : option.choices)
    list_at(json, "choices").push_back({{"value", choice.value}, {"title", choice.title}});
  json["default"] = value_json(option.preset, option.type);
  if (option.step != 0) json["step"] = value_json(option.step, option.type);
  if (!option.unit.empty()) json["unit"] = option.unit;
  json["summary"] = option.summary;
  if (!option.when.empty()) json["when"] = condition_json(option, table);
  if (!option.needs.empty()) json["needs"] = option.needs;
  return json;
}

std::vector<std::string> kinds(const std::vector<OptionGroup>& groups) {
  std::vector<std::string> names;
  for (const OptionGroup& group : groups) names.emplace_back(group.kind);
  return names;
}

}  // namespace

Options read_options(const Json& object, const OptionTable& table, const std::string& where,
                     const std::vector<std::string>& also) {
  Options options(table);
  for (const auto& [name, value] : read_some_options(object, table, where, also)) options.set(name, value);
  return options;
}

SomeOptions read_some_options(const Json& object, const OptionTable& table, const std::string& where,
                              const std::vector<std::string>& also) {
  const ObjectReader reader(object, where);
  std::vector<std::string> known = also;
  for (const Option& option : table) known.emplace_back(option.name);
  reader.allow_only(known);
  SomeOptions options;
  for (const Option& option : table)
    if (const std::string name(option.name); reader.has(name)) options[name] = read_option(reader, name, option);
  return options;
}

Configured read_configured(const Json& object, const std::vector<OptionGroup>& groups, const std::string& where,
                           std::vector<std::string> also) {
  const std::string kind = read_choice(ObjectReader(object, where), "kind", kinds(groups));
  also.insert(also.begin(), "kind");
  return {kind, read_options(object, group_of(kind, groups).options, where, also)};
}

SomeConfigured read_some_configured(const Json& object, const std::vector<OptionGroup>& groups, const std::string& now,
                                    const std::string& where) {
  const ObjectReader reader(object, where);
  const std::string kind = reader.has("kind") ? read_choice(reader, "kind", kinds(groups)) : "";
  const OptionTable& table = group_of(kind.empty() ? now : kind, groups).options;
  return {kind, read_some_options(object, table, where, {"kind"})};
}

Json to_json(const Options& options, const OptionTable& table) {
  Json json = Json::object();
  for (const Option& option : table) json[std::string(option.name)] = value_json(options.at(option.name), option.type);
  return json;
}

Json to_json(const Configured& configured, const std::vector<OptionGroup>& groups) {
  Json json{{"kind", configured.kind}};
  json.update(to_json(configured.options, group_of(configured.kind, groups).options));
  return json;
}

Json to_json(const SomeOptions& options, const OptionTable& table) {
  Json json = Json::object();
  for (const Option& option : table)
    if (const auto at = options.find(option.name); at != options.end())
      json[at->first] = value_json(at->second, option.type);
  return json;
}

Json to_json(const SomeConfigured& configured, const std::vector<OptionGroup>& groups) {
  Json json = Json::object();
  if (!configured.kind.empty()) json["kind"] = configured.kind;
  for (const OptionGroup& group : groups) json.update(to_json(configured.options, group.options));
  return json;
}

Json describe_options(const OptionTable& table) {
  Json list = Json::array();
  for (const Option& option : table) list.push_back(describe_option(option, table));
  return list;
}

Json describe_group(const OptionGroup& group) {
  return {{"kind", group.kind},
          {"title", group.title},
          {"summary", group.summary},
          {"options", describe_options(group.options)}};
}

const OptionGroup& group_of(std::string_view kind, const std::vector<OptionGroup>& groups) {
  const auto at = std::ranges::find(groups, kind, &OptionGroup::kind);
  if (at == groups.end()) throw std::logic_error("no kind \"" + std::string(kind) + "\"");
  return *at;
}

}  // namespace unrolled
