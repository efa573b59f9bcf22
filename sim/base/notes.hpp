// What readers of files say besides what they give: what was read, and what was left out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace swadaya {

// What a reader took from a file.
struct Reading {
  std::string file;
  std::string words;     // in one line, for everybody; "" where there is nothing to tell
  std::size_t rows = 0;  // that were taken, or whatever `thing` says
  std::string thing = "row";
  std::vector<std::string> used{};      // columns or keys: "leader from chief"
  std::vector<std::string> left{};      // columns that nobody asked for
  std::vector<std::string> defaults{};  // what was taken where the file says nothing
};

// Says a line to whoever listens; to nobody where none does. From any thread.
void note(const std::string& line);
// Says what was read, and keeps it for `readings`.
void note(const Reading& reading);

// From now on `listener` hears each line once, however often it is said, and readings with all
// that they hold if it wants `all`; an empty one ends that.
void listen_to_notes(std::function<void(const std::string&)> listener, bool all = false);

// Of this process so far, the last one of each file, in the order of their files' names.
std::vector<Reading> readings();
// "hh.csv: 594 rows; used: leader from chief; left alone: village; taken as given: size 4".
std::string text_of(const Reading& reading);

// 8703 as "8,703".
std::string grouped(std::size_t count);
// "1 household", "2 households".
std::string counted(std::size_t count, const std::string& thing);

}  // namespace swadaya
