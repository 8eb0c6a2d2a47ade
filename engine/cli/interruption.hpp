#pragma once

namespace unrolled::cli {

/// What ends a command before its time: a signal, SIGPIPE where nobody reads its output any more. The exit code is
/// 128 + signal.
struct Interrupted {
  int signal;
};

/// A closed pipe becomes an error of who writes. What of standard input, output and error is closed is opened, so that no
/// other file takes its place: output fails then.
void prepare_streams();

/// From here on SIGINT, SIGTERM and SIGHUP are noted instead of ending the process, the first time that they come and
/// unless whoever started it wants them ignored.
void watch_signals();

/// Throws Interrupted where a signal came.
void stop_if_interrupted();

}  // namespace unrolled::cli
