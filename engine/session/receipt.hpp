#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "io/json.hpp"

// What was trained and what came out, without weights: enough to train it again and compare (docs/files.md).

namespace unrolled {

/// What became of one model.
struct ReceiptModel {
  std::string name;
  std::uint64_t step = 0;
  Json scores = Json::object();  ///< held out, by the names of evaluate()
  std::string weights_sha256;    ///< empty: not begun
  bool reproducible = true;      ///< false: an engine of another arithmetic had a part in it
};

struct Receipt {
  Json page = Json::object();  ///< what a link says; its "experiment" is as JSON
  Json data;                   ///< {"corpus","sha256","bytes"} of what was learned from; null: nothing
  unsigned arithmetic = 0;
  std::string engine;  ///< its version
  std::vector<ReceiptModel> models;
};

Json to_json(const Receipt& receipt);

/// Throws Error{invalid_file} at `where` for what is no receipt. The experiment in its page is an object, and not looked at
/// any further.
Receipt read_receipt(const Json& json, const std::string& where);

/// An experiment without a text of somebody's own, and so those that its models begin with.
Json without_text(Json experiment);

}  // namespace unrolled
