#include "io/edits_json.hpp"

#include "io/options_json.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kMaxPlaceName = 200;
constexpr double kMaxIndex = 1e6, kMaxShown = 1e6;
constexpr Edit::To kWords[] = {Edit::To::off,  Edit::To::open,   Edit::To::closed,
                               Edit::To::mean, Edit::To::frozen, Edit::To::free};

void read_to(const ObjectReader& reader, Edit& edit) {
  const Json& to = reader.required("to");
  edit.to = Edit::To::value;
  if (!to.is_string()) {
    edit.value = reader.number("to", -kMaxShown, kMaxShown, false);
    return;
  }
  std::vector<std::string> known;
  for (Edit::To word : kWords) {
    known.emplace_back(to_string(word));
    if (to.get_ref<const std::string&>() == to_string(word)) edit.to = word;
  }
  if (edit.to == Edit::To::value) reader.refuse("to", "choice.unknown", {found(to), {"known", listed(known)}});
}

Edit read_edit(const Json& json, const std::string& where) {
  const ObjectReader reader(json, where);
  reader.allow_only({"place", "to"});
  const ObjectReader place(reader.required("place"), reader.path("place"));
  place.allow_only({"name", "part", "index"});
  Edit edit;
  edit.name = place.text("name", kMaxPlaceName);
  edit.part = place.text("part", kMaxPlaceName);
  if (place.has("index")) edit.index = static_cast<std::size_t>(place.number("index", 0, kMaxIndex, true));
  read_to(reader, edit);
  return edit;
}

}  // namespace

std::vector<Edit> read_edits(const Json& list, const std::string& where) {
  if (!list.is_array()) throw Error(ErrorCode::invalid_config, "list.type", where, {found(list)});
  if (list.empty() || list.size() > kMaxEdits)
    throw Error(ErrorCode::invalid_config, "edits.count", where,
                {{"found", list.size()}, {"min", 1}, {"max", kMaxEdits}});
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < list.size(); ++i)
    edits.push_back(read_edit(list[i], where + "[" + std::to_string(i) + "]"));
  return edits;
}

Json to_json(const std::vector<Edit>& edits) {
  Json list = Json::array();
  for (const Edit& edit : edits) {
    Json json{{"place", {{"name", edit.name}, {"part", edit.part}, {"index", edit.index}}}};
    if (edit.to == Edit::To::value)
      json["to"] = edit.value;
    else
      json["to"] = to_string(edit.to);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace unrolled
