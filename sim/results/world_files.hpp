// The files that worlds are read from, kept with the results: small ones copied into the folder, of
// others where they lie; a checksum of each.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace swadaya {

class WorldFiles {
 public:
  static constexpr std::size_t most_copied = 1'000'000;  // bytes

  // Reads what the experiment's variants name; throws BadInput where it can't.
  void take(const Experiment& experiment);
  // Writes the copies.
  void write(const std::string& folder) const;

  // A file of the folder, which names files by their whole paths, with copies named as one does who
  // stands in it.
  std::string named_within(std::string toml) const;
  // "households-1.csv", or of what isn't copied "/data/ties.csv" -> a checksum.
  const std::map<std::string, std::string>& checksums() const { return checksums_; }
  // The same by where they were read from.
  const std::map<std::string, std::string>& sources() const { return sources_; }

 private:
  void keep(const std::string& file, const std::string& as);

  std::map<std::string, std::string> copies_;   // names -> bytes
  std::map<std::string, std::string> renamed_;  // whole paths -> names
  std::map<std::string, std::string> checksums_, sources_;
};

// The first of the files that is missing or isn't what it was, as a problem; "" where all are. As
// `checksums` names them, from `folder`.
std::string changed_file(const std::string& folder,
                         const std::map<std::string, std::string>& checksums);

}  // namespace swadaya
