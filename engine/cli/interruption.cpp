#include "cli/interruption.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace unrolled::cli {
namespace {

volatile std::sig_atomic_t noted = 0;

void note(int signal) { noted = signal; }

void watch(int signal) {
  struct sigaction before {};
  if (sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) return;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second time it ends the process
  sigaction(signal, &action, nullptr);
}

/// open() takes the lowest number that is free.
void fill_closed() {
  for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(number, F_GETFD) >= 0) continue;
    const int file = open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY);
    if (file >= 0 && file != number) close(file);
  }
}

}  // namespace

void prepare_streams() {
  fill_closed();
  std::signal(SIGPIPE, SIG_IGN);
}

void watch_signals() {
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) watch(signal);
}

void stop_if_interrupted() {
  if (noted != 0) throw Interrupted{noted};
}

}  // namespace unrolled::cli
