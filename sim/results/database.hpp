// A database of SQLite: what is said of its errors, statements that give rows, transactions.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace swadaya {

// A statement of SQL, to be run once or over and over. Errors of the database are thrown as
// MachineFailure, or as BadInput where the file is none.
class Statement {
 public:
  // `file`: to be named in errors; must outlive the statement, as the database.
  Statement(sqlite3* database, const std::string& file, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int at, std::int64_t x);
  void bind(int at, double x);  // NULL where it isn't finite
  void bind(int at, const std::string& x);
  // Begins anew with these values for the marks, in their order.
  template <class... A>
  Statement& with(const A&... values) {
    rest();
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  // Moves to the next row; false after the last.
  bool next();
  void run();
  // Lets go of the rows it stands in: a statement that is kept must not keep them from others.
  void rest();
  // What is stored, of whatever type the column is.
  enum class Type { null, whole, number, text, bytes };
  Type type(int column) const;
  int columns() const;
  std::int64_t whole(int column) const;
  double number(int column) const;  // not a number where it is NULL
  std::string text(int column) const;
  std::string shown(int column) const;  // for messages: `abc`, -3, NULL; cut where it is long

 private:
  sqlite3* database_;
  const std::string& file_;
  sqlite3_stmt* statement_ = nullptr;
};

enum class Access { read, write };

class Database {
 public:
  // Made where there is none and it is to be written to.
  Database(const std::string& file, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Statement statement(const std::string& sql) const { return {database_, file_, sql}; }
  // Prepared once, for what is used over and over.
  Statement& kept(const std::string& sql);
  void run(const std::string& sql) const;
  // Throws MachineFailure where the file, or its log, has been removed or replaced since it was
  // opened for writing: what is written would be lost.
  void check_in_place() const;
  // All of `work` is stored or none of it.
  template <class Work>
  void transaction(const Work& work) const {
    run("BEGIN");
    try {
      work();
      run("COMMIT");
    } catch (...) {
      roll_back();
      throw;
    }
  }

 private:
  void roll_back() const;
  // Of the file, as the system knows it.
  using Identity = std::pair<std::uint64_t, std::uint64_t>;
  Identity identity() const;
  const std::string file_;
  sqlite3* database_ = nullptr;
  Identity opened_;
  std::map<std::string, std::unique_ptr<Statement>> kept_;
};

}  // namespace swadaya
