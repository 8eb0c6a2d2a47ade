#include "core/error.hpp"

namespace unrolled {

const char* to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_config: return "invalid_config";
    case ErrorCode::invalid_text: return "invalid_text";
    case ErrorCode::invalid_file: return "invalid_file";
    case ErrorCode::too_expensive: return "too_expensive";
    case ErrorCode::out_of_memory: return "out_of_memory";
  }
  return "unknown";
}

}  // namespace unrolled
