#include "cli/saved_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/error.hpp"

namespace unrolled::cli {
namespace {

constexpr mode_t kAnyones = 0666;  // less what the umask takes

[[noreturn]] void refuse_write(const std::string& path) { throw Error(ErrorCode::invalid_file, "file.write", path); }

/// An open file that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// Where some file systems tell first that there was no room.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }
  bool write(std::span<const std::byte> bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(number_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
  }

 private:
  int number_;
};

/// What a path stands for: the file at the end of symbolic links, whether it is there, and if so as what.
struct Place {
  explicit Place(const std::string& path) : file(path) {
    if (char* end = realpath(path.c_str(), nullptr)) {
      file = end;
      std::free(end);
    }
    exists = stat(file.c_str(), &status) == 0;
  }
  bool is_other() const { return exists && !S_ISREG(status.st_mode); }
  bool is_writable() const { return !exists || access(file.c_str(), W_OK) == 0; }
  std::string folder() const {
    const std::size_t slash = file.find_last_of('/');
    return slash == std::string::npos ? "." : file.substr(0, slash + 1);
  }

  std::string file;
  bool exists = false;
  struct stat status {};
};

/// A file beside a place, which becomes it or is gone again.
class Beside {
 public:
  explicit Beside(const Place& place)
      : place_(place),
        name_(place.file + "." + std::to_string(getpid()) + ".unfinished"),
        file_(open(name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kAnyones)) {
    if (file_.is_open() && place.exists) keep_permissions();
  }
  ~Beside() {
    if (!renamed_) unlink(name_.c_str());
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  bool is_open() const { return file_.is_open(); }
  bool become(std::span<const std::byte> bytes) {
    if (!file_.write(bytes) || fsync(file_.number()) != 0 || !file_.close()) return false;
    renamed_ = std::rename(name_.c_str(), place_.file.c_str()) == 0;
    return renamed_;
  }

 private:
  void keep_permissions() const { static_cast<void>(fchmod(file_.number(), place_.status.st_mode & 07777)); }

  const Place& place_;
  const std::string name_;
  Descriptor file_;
  bool renamed_ = false;
};

/// That the name is the new one also after a crash of the machine; not every file system can, and then it is so soon.
void settle(const std::string& folder) {
  const Descriptor file(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.is_open()) static_cast<void>(fsync(file.number()));
}

bool write_as_it_is(const Place& place, std::span<const std::byte> bytes) {
  Descriptor file(open(place.file.c_str(), O_WRONLY | O_CLOEXEC));
  return file.is_open() && file.write(bytes) && file.close();
}

}  // namespace

void write_file(const std::string& path, std::span<const std::byte> bytes) {
  const Place place(path);
  if (place.is_other()) {
    if (!write_as_it_is(place, bytes)) refuse_write(path);
    return;
  }
  if (!place.is_writable()) refuse_write(path);
  if (Beside beside(place); !beside.is_open() || !beside.become(bytes)) refuse_write(path);
  settle(place.folder());
}

void try_place(const std::string& path) {
  const Place place(path);
  if (place.exists && S_ISDIR(place.status.st_mode)) refuse_write(path);
  if (!place.is_writable()) refuse_write(path);
  if (!place.is_other() && !Beside(place).is_open()) refuse_write(path);
}

}  // namespace unrolled::cli
