// What may be written in scenario and experiment files: for editors, and for people who look a key
// up.
#pragma once

#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/key_info.hpp"

namespace swadaya {

// Every table of a file that says no parameters, and whether it is written [[name]].
struct FileTable {
  const KeyTable* table;
  bool is_list;
};
const std::vector<FileTable>& file_tables();

std::string json_schema(const Catalogue& catalogue);

}  // namespace swadaya
