#include "sim/results/folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace swadaya {

namespace {

namespace fs = std::filesystem;

const std::string lock_name = ".lock";

// The database stands last: as long as it is there, a folder half emptied by a kill still counts as
// ours.
const std::vector<std::string> our_files{"series.csv",
                                         "comparison.csv",
                                         "sweep.csv",
                                         "factorial.csv",
                                         "sensitivity.csv",
                                         "posterior.csv",
                                         "calibration_check.csv",
                                         "calibration.csv",
                                         "optimisation.csv",
                                         "frontier.csv",
                                         "cost_effectiveness.csv",
                                         "acceptability.csv",
                                         "equity.csv",
                                         "structural.csv",
                                         "replicates.csv",
                                         "replicates.nc",
                                         "results.xlsx",
                                         "manifest.json",
                                         "experiment.toml",
                                         "report.html",
                                         "side-by-side.html",
                                         "dossier.md",
                                         "dossier.html",
                                         "facts.csv",
                                         "answers.json",
                                         "results.db-wal",
                                         "results.db-shm",
                                         "results.db"};

// checkpoint-36.bin
bool is_checkpoint(const std::string& name) {
  const std::string begin = "checkpoint-", end = ".bin";
  if (!name.starts_with(begin) || !name.ends_with(end)) return false;
  const std::string month = name.substr(begin.size(), name.size() - begin.size() - end.size());
  return !month.empty() && month.find_first_not_of("0123456789") == std::string::npos;
}

// households-1.csv, ties-2.graphml: copies of what worlds are read from
bool is_world_file(const std::string& name) {
  for (const std::string begin : {"households-", "outlines-", "ties-"}) {
    if (!name.starts_with(begin)) continue;
    const std::string number = name.substr(begin.size(), name.find('.') - begin.size());
    return !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
  }
  return false;
}

bool is_part(const std::string& name, bool (*is_whole)(const std::string&)) {
  return name.ends_with(".part") && is_whole(name.substr(0, name.size() - 5));
}

// Of which there may be any number.
bool is_one_of_many(const std::string& name) {
  for (const auto is_whole : {is_checkpoint, is_kept_beside, is_world_file})
    if (is_whole(name) || is_part(name, is_whole)) return true;
  return false;
}

bool is_ours(const std::string& name) {
  return name == lock_name || is_one_of_many(name) ||
         std::any_of(our_files.begin(), our_files.end(),
                     [&](const auto& file) { return name == file || name == file + ".part"; });
}

// The disk failing is the machine's fault; a place that can't be written to is another folder's
// job.
[[noreturn]] void throw_unwritable(const std::string& place, int error) {
  if (error == ENOSPC || error == EDQUOT)
    throw MachineFailure{fmt::format("{}: can't be written: the disk is full", place)};
  if (error == EIO || error == EFBIG || error == ENFILE || error == EMFILE || error == ENOLCK)
    throw MachineFailure{fmt::format("{}: can't be written: {}", place, std::strerror(error))};
  throw refused(place, fmt::format("can't be written to: {}", std::strerror(error)),
                "name another place with --out");
}

}  // namespace

bool is_kept_beside(const std::string& name) {
  return name.starts_with("beside-") && (name.ends_with(".toml") || name.ends_with(".csv"));
}

bool is_kept_input(const std::string& name) {
  return name == "experiment.toml" || name == "posterior.csv" || name == "facts.csv" ||
         is_kept_beside(name) || is_world_file(name);
}

void make_folder(const std::string& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    throw refused(folder, "is a file, not a folder", "name another place with --out");
  fs::create_directories(folder, error);
  if (error.value() == ENOSPC || error.value() == EDQUOT || error.value() == EIO)
    throw_unwritable(folder, error.value());
  if (error)
    throw refused(folder, "can't be made: " + error.message(), "name another place with --out");
  if (access(folder.c_str(), R_OK | W_OK | X_OK) != 0) throw_unwritable(folder, errno);
}

bool holds_results(const std::string& folder) {
  if (fs::exists(folder + "/results.db")) return true;
  bool any = false;
  for (const auto& entry : fs::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (!is_ours(name))
      throw refused(folder, "holds other files and no results", "name another place with --out");
    any = any || name != lock_name;
  }
  return any;
}

void empty_folder(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator{folder}) {
    std::error_code error;
    const fs::path& file = entry.path();
    const std::string name = file.filename().string();
    if (is_one_of_many(name)) fs::remove(file, error);
    if (error) throw_unwritable(file.string(), error.value());
  }
  for (const std::string& file : our_files)
    for (const char* ending : {".part", ""}) {
      std::error_code error;
      fs::remove(fmt::format("{}/{}{}", folder, file, ending), error);
      if (error) throw_unwritable(folder + "/" + file, error.value());
    }
}

FolderLock::FolderLock(const std::string& folder) : file_{folder + "/" + lock_name} {
  while (descriptor_ < 0) {
    descriptor_ = ::open(file_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw_unwritable(folder, errno);
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      close(descriptor_);
      if (error != EWOULDBLOCK) throw_unwritable(file_, error);
      throw refused(folder, "is being written by another run",
                    "wait for it, or name another place with --out");
    }
    // The run before may have removed the file between our opening and locking it.
    struct stat held, named;
    if (fstat(descriptor_, &held) != 0 || stat(file_.c_str(), &named) != 0 ||
        held.st_ino != named.st_ino) {
      close(descriptor_);
      descriptor_ = -1;
    }
  }
}

FolderLock::~FolderLock() {
  unlink(file_.c_str());
  close(descriptor_);
}

std::string end_of_link(const std::string& file) {
  std::error_code error;
  fs::path end = file;
  // Step by step: where it leads there may be nothing yet. A circle is the system's to refuse.
  for (int step = 0; step < 40 && fs::is_symlink(end, error) && !is_no_file(end.string()); ++step)
    end = end.parent_path() / fs::read_symlink(end, error);
  return end.string();
}

bool is_no_file(const std::string& file) {
  std::error_code error;
  // /dev/stdout may lead to a file that somebody else holds open.
  return file.starts_with("/dev/") || file.starts_with("/proc/") ||
         (fs::exists(file, error) && !fs::is_regular_file(file, error));
}

void write_whole(const std::string& named, const std::string& text) {
  const std::string file = end_of_link(named);
  const bool is_pipe = is_no_file(file);  // or a device: it stays what it is
  const std::string part = is_pipe ? file : file + ".part";
  const int out =
      ::open(part.c_str(),
             is_pipe ? O_WRONLY | O_CLOEXEC : O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
  int error = out < 0 ? errno : 0;
  for (std::size_t at = 0; !error && at < text.size();) {
    const ssize_t n = write(out, text.data() + at, text.size() - at);
    if (n >= 0)
      at += static_cast<std::size_t>(n);
    else if (errno != EINTR)
      error = errno;
  }
  // On the disk before it takes the old file's place, or a power cut could leave neither.
  if (!error && !is_pipe && fsync(out) != 0 && errno != EINVAL) error = errno;
  if (out >= 0 && close(out) != 0 && !error) error = errno;
  if (!error && !is_pipe && std::rename(part.c_str(), file.c_str()) != 0) error = errno;
  if (!error) return;
  if (!is_pipe) unlink(part.c_str());
  throw MachineFailure{
      fmt::format("{}: can't be written: {}", file,
                  error == ENOSPC || error == EDQUOT ? "the disk is full" : std::strerror(error))};
}

}  // namespace swadaya
