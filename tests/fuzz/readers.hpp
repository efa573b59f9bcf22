// The readers of files, each fed with any bytes. What a reader says by the program's own errors is
// an answer; a crash, another exception, a hang, a report of a sanitizer, and what `must` finds
// untrue are faults.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/error.hpp"

namespace swadaya {
class Catalogue;
struct Experiment;
}  // namespace swadaya

namespace swadaya::fuzz {

// Each reads `bytes` as files of one kind. Where a kind is read in several ways, the first byte
// says in which.
using Reader = void (*)(std::string_view bytes);
void scenario(std::string_view bytes);    // scenarios, experiments of all designs, trials, facts
void ties(std::string_view bytes);        // tables of ties, matrices
void graphml(std::string_view bytes);     // networks in GraphML
void households(std::string_view bytes);  // tables of households
void lists(std::string_view bytes);       // points of a sweep, observed figures, posteriors
void checkpoint(std::string_view bytes);  // where a run stood, to go on from
void results(std::string_view bytes);     // results.db and manifest.json of a results folder
void request(std::string_view bytes);     // what pages ask the explorer

// The names above, in this order; nullptr where there is no such reader.
inline const char* const reader_names[] = {"scenario", "ties",       "graphml", "households",
                                           "lists",    "checkpoint", "results", "request"};
Reader reader_called(std::string_view name);

// --- What readers stand on.
const Catalogue& all_models();
// A path in a folder of this process's own, which goes when it ends.
std::string path_of(const std::string& name);
// A file in it.
std::string written(const std::string& name, std::string_view bytes);
// The first byte, and the rest; without it 0.
struct Choice {
  unsigned number;
  std::string_view rest;
};
Choice choice_in(std::string_view bytes);
Experiment experiment_in(const std::string& toml);  // of our own

// Ends the process where something doesn't hold.
void must(bool holds, const char* what);
// What is said to be wrong must say it.
void must_be_said(const BadInput& bad);

// What `read` gives; no value where it refuses what it reads.
template <class Read>
auto read_by(const Read& read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const BadInput& bad) {
    must_be_said(bad);
    return std::nullopt;
  }
}

// A table as other machines and programs write it: with a byte order mark, and other line ends.
// No value where that would make another table of it.
std::optional<std::string> written_elsewhere(std::string_view table);

}  // namespace swadaya::fuzz
