#pragma once
#include <cstddef>
#include <functional>
#include <string>

namespace unrolled::cli {

/// How many processes at once this machine has processor cores for.
std::size_t cores();

/// Does the jobs 0 .. count-1, each once, in so many processes of their own: `work` says in bytes what came of one, `done` is told in
/// this process, one after the other as they come. A process that dies takes its job with it: `done` is never told. Where there can
/// be no other process, or no more than one is asked for, they are done in this one. Throws Interrupted where a signal came.
void share_out(std::size_t count, std::size_t workers, const std::function<std::string(std::size_t)>& work,
               const std::function<void(std::size_t, const std::string&)>& done);

}  // namespace unrolled::cli
