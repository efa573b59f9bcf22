#include "sim/results/database.hpp"

#include <cerrno>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <sqlite3.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/error.hpp"
#include "sim/base/statistics.hpp"
#include "sim/results/folder.hpp"

namespace swadaya {

namespace {

[[noreturn]] void fail(sqlite3* database, const std::string& file) {
  const int code = sqlite3_errcode(database) & 0xff, system = sqlite3_system_errno(database);
  const std::string text = sqlite3_errmsg(database);
  if (code == SQLITE_NOTADB) throw refused(file, "isn't a database of results", "");
  if (code == SQLITE_CONSTRAINT)
    throw std::logic_error{fmt::format("{}: stored twice: {}", file, text)};
  if (code == SQLITE_FULL || system == ENOSPC || system == EDQUOT)
    throw MachineFailure{fmt::format("{}: the disk is full; what was stored before is kept", file)};
  if (code == SQLITE_IOERR)
    throw MachineFailure{fmt::format("{}: the disk failed: {}", file, text)};
  throw MachineFailure{fmt::format("{}: {}", file, text)};
}

// A file's name in a URI of SQLite.
std::string uri(const std::string& file) {
  std::string text = "file:";
  for (const char c : file)
    c == '?' || c == '#' || c == '%' ? text += fmt::format("%{:02x}", c) : text += c;
  return text;
}

}  // namespace

Statement::Statement(sqlite3* database, const std::string& file, const std::string& sql)
    : database_{database}, file_{file} {
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
    fail(database, file);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind(int at, std::int64_t x) { sqlite3_bind_int64(statement_, at, x); }

void Statement::bind(int at, double x) {
  std::isfinite(x) ? sqlite3_bind_double(statement_, at, x) : sqlite3_bind_null(statement_, at);
}

void Statement::bind(int at, const std::string& x) {
  sqlite3_bind_text(statement_, at, x.data(), static_cast<int>(x.size()), SQLITE_TRANSIENT);
}

bool Statement::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(database_, file_);
  return false;
}

void Statement::run() {
  while (next()) {
  }
  rest();
}

void Statement::rest() { sqlite3_reset(statement_); }

Statement::Type Statement::type(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER:
      return Type::whole;
    case SQLITE_FLOAT:
      return Type::number;
    case SQLITE_TEXT:
      return Type::text;
    case SQLITE_BLOB:
      return Type::bytes;
    default:
      return Type::null;
  }
}

int Statement::columns() const { return sqlite3_column_count(statement_); }

std::string Statement::shown(int column) const {
  constexpr std::size_t most = 40;
  if (type(column) == Type::null) return "NULL";
  if (type(column) == Type::bytes)
    return fmt::format("{} bytes", sqlite3_column_bytes(statement_, column));
  std::string value = text(column);
  if (value.size() > most) value = value.substr(0, most) + "...";
  return type(column) == Type::text ? "`" + value + "`" : value;
}

std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::number(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL
             ? nothing
             : sqlite3_column_double(statement_, column);
}

std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (!text) return "";
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database(const std::string& file, Access access) : file_{file} {
  // A database in a folder that we can't write to is read as it lies; else SQLite would want to
  // make its log beside it.
  const bool lies_still = access == Access::read &&
                          ::access(std::filesystem::path{file}.parent_path().c_str(), W_OK) != 0 &&
                          !std::filesystem::exists(file + "-wal");
  const int flags =
      SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
      (lies_still ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const int code = sqlite3_open_v2((uri(file) + (lies_still ? "?immutable=1" : "")).c_str(),
                                   &database_, flags, nullptr);
  try {
    if (code != SQLITE_OK) fail(database_, file);
    sqlite3_busy_timeout(database_, 5000);
    // Expressions in somebody's schema call no functions that do more than compute.
    run("PRAGMA trusted_schema = OFF");
    if (access == Access::read) run("PRAGMA query_only = ON");
    opened_ = identity();
  } catch (...) {
    sqlite3_close(database_);
    throw;
  }
}

Database::~Database() {
  kept_.clear();
  sqlite3_close(database_);
}

Statement& Database::kept(const std::string& sql) {
  auto& statement = kept_[sql];
  if (!statement) statement = std::make_unique<Statement>(database_, file_, sql);
  return *statement;
}

void Database::run(const std::string& sql) const {
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(database_, file_);
}

Database::Identity Database::identity() const {
  struct stat found {};
  if (stat(file_.c_str(), &found) != 0) return {};
  return {found.st_dev, found.st_ino};
}

void Database::check_in_place() const {
  if (identity() == opened_ && std::filesystem::exists(file_ + "-wal")) return;
  throw MachineFailure{fmt::format(
      "{}: was removed or replaced while the run wrote to it; what is stored since is lost: run "
      "it again",
      file_)};
}

void Database::roll_back() const { sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr); }

}  // namespace swadaya
