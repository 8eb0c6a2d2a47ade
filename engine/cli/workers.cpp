#include "cli/workers.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include "cli/interruption.hpp"

namespace unrolled::cli {
namespace {

using Doing = std::function<std::string(std::size_t)>;
using Done = std::function<void(std::size_t, const std::string&)>;

struct Header {
  std::size_t job, size;
};

/// The number of the next job, seen by all processes.
class Counter {
 public:
  Counter() {
    void* page =
        mmap(nullptr, sizeof(std::atomic<std::size_t>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page != MAP_FAILED) next_ = new (page) std::atomic<std::size_t>(0);
  }
  ~Counter() {
    if (next_ != nullptr) munmap(next_, sizeof *next_);
  }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;

  bool is_shared() const { return next_ != nullptr; }
  std::size_t take() { return next_->fetch_add(1); }

 private:
  std::atomic<std::size_t>* next_ = nullptr;
};

bool write_all(int file, const void* from, std::size_t size) {
  const char* at = static_cast<const char*>(from);
  while (size > 0) {
    const ssize_t count = write(file, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += count, size -= std::size_t(count);
  }
  return true;
}

/// Never returns: this process was made for it.
[[noreturn]] void work_on(Counter& counter, std::size_t count, const Doing& work, int to) {
  try {
    for (std::size_t job; (job = counter.take()) < count;) {
      const std::string bytes = work(job);
      const Header header{job, bytes.size()};
      if (!write_all(to, &header, sizeof header) || !write_all(to, bytes.data(), bytes.size())) break;
    }
  } catch (...) {  // interrupted, or out of memory: whoever waits notices that nothing comes
  }
  _exit(0);
}

/// A process and what it has said so far. When nobody waits for it any more it is ended.
class Worker {
 public:
  Worker(pid_t process, int from) : process_(process), from_(from) {}
  ~Worker() {
    if (process_ <= 0) return;
    close(from_);
    if (open_) kill(process_, SIGTERM);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Worker(Worker&& other) noexcept
      : process_(std::exchange(other.process_, -1)),
        from_(other.from_),
        open_(other.open_),
        said_(std::move(other.said_)) {}
  Worker& operator=(Worker&&) = delete;

  bool is_open() const { return open_; }
  int file() const { return from_; }
  /// What there is to read now, and whole answers handed on.
  void listen(const Done& done) {
    char block[1 << 16];
    const ssize_t count = read(from_, block, sizeof block);
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) return void(open_ = false);
    said_.append(block, std::size_t(count));
    for (Header header; whole(header); said_.erase(0, sizeof header + header.size))
      done(header.job, said_.substr(sizeof header, header.size));
  }

 private:
  bool whole(Header& header) const {
    if (said_.size() < sizeof header) return false;
    std::memcpy(&header, said_.data(), sizeof header);
    return said_.size() >= sizeof header + header.size;
  }

  pid_t process_;
  int from_;
  bool open_ = true;
  std::string said_;
};

/// Whether there is one more now.
bool add_worker(std::vector<Worker>& workers, Counter& counter, std::size_t count, const Doing& work) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  const pid_t process = fork();
  if (process == 0) {
    for (const Worker& other : workers) close(other.file());
    close(ends[0]);
    work_on(counter, count, work, ends[1]);
  }
  close(ends[1]);
  if (process < 0) return close(ends[0]), false;
  workers.emplace_back(process, ends[0]);
  return true;
}

/// Until all have said what they had to say.
void listen_to(std::vector<Worker>& workers, const Done& done) {
  for (;;) {
    std::vector<pollfd> files;
    std::vector<Worker*> who;
    for (Worker& worker : workers)
      if (worker.is_open()) files.push_back({worker.file(), POLLIN, 0}), who.push_back(&worker);
    if (files.empty()) return;
    stop_if_interrupted();
    if (poll(files.data(), nfds_t(files.size()), 500) < 0)
      continue;  // a signal; or it comes between looking and waiting
    for (std::size_t i = 0; i < files.size(); ++i)
      if (files[i].revents != 0) who[i]->listen(done);
  }
}

}  // namespace

std::size_t cores() {
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? std::size_t(count) : 1;
}

void share_out(std::size_t count, std::size_t workers, const Doing& work, const Done& done) {
  std::vector<Worker> processes;
  Counter counter;
  processes.reserve(workers);
  if (workers > 1 && count > 1 && counter.is_shared())
    for (std::size_t i = 0; i < std::min(workers, count) && add_worker(processes, counter, count, work);) ++i;
  if (!processes.empty()) return listen_to(processes, done);
  for (std::size_t job = 0; job < count; ++job) done(job, work(job));
}

}  // namespace unrolled::cli
