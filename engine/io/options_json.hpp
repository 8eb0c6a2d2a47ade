#pragma once
#include <string>
#include <vector>

#include "core/options.hpp"
#include "io/json.hpp"
#include "train/config.hpp"

namespace unrolled {

/// Reads the options of `table` from an object at path `where`; what is missing takes its default. Refuses unknown
/// keys, wrong types and numbers out of range by name. `also` lists keys that the caller reads himself.
Options read_options(const Json& object, const OptionTable& table, const std::string& where,
                     const std::vector<std::string>& also = {});

/// The same, of those options alone that the object has.
SomeOptions read_some_options(const Json& object, const OptionTable& table, const std::string& where,
                              const std::vector<std::string>& also = {});

/// Reads {"kind": ..., options...}. Refuses a kind that is not in `groups`. `also`: keys that the caller reads himself.
Configured read_configured(const Json& object, const std::vector<OptionGroup>& groups, const std::string& where,
                           std::vector<std::string> also = {});
/// The same without what is left out; without a kind, the options are those of the kind `now`.
SomeConfigured read_some_configured(const Json& object, const std::vector<OptionGroup>& groups, const std::string& now,
                                    const std::string& where);

/// The inverse of those above: every option, in the table's order.
Json to_json(const Options& options, const OptionTable& table);
Json to_json(const Configured& configured, const std::vector<OptionGroup>& groups);
/// Those that there are; of any kind that has them, since their names mean the same in all.
Json to_json(const SomeOptions& options, const OptionTable& table);
Json to_json(const SomeConfigured& configured, const std::vector<OptionGroup>& groups);

/// The declarations themselves, as describe() shows them.
Json describe_options(const OptionTable& table);
Json describe_group(const OptionGroup& group);

/// Throws std::logic_error where there is none: configurations are checked when they are read.
const OptionGroup& group_of(std::string_view kind, const std::vector<OptionGroup>& groups);

}  // namespace unrolled
