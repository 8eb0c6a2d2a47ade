// The measures of the engine that trains in the page: none. What a first visit downloads is that much smaller; the module that has all
// of them is fetched when one is asked for (docs/decisions/0006-module-budget.md).
#include "core/error.hpp"
#include "session/measuring.hpp"

namespace unrolled {

Json describe_measures() { return Json::array(); }

Json measures_json(const CheckpointHeader&, const Task&, Learner&) { return Json::array(); }

std::unique_ptr<Work> measure_work(const CheckpointHeader&, const Task&, Learner&, std::string_view, std::string_view,
                                   Clock, std::vector<Finding>&) {
  throw Error(ErrorCode::invalid_config, "internal.mistake", "measure", {{"reason", "no_measures"}});
}

}  // namespace unrolled
