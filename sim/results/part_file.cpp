#include "sim/results/part_file.hpp"

#include <filesystem>
#include <system_error>

#include "sim/results/folder.hpp"

namespace swadaya {

PartFile::PartFile(const std::string& file)
    : file_{end_of_link(file)}, is_direct_{is_no_file(file_)} {}

PartFile::~PartFile() {
  std::error_code ignored;
  if (!is_whole_ && !is_direct_) std::filesystem::remove(name(), ignored);
}

void PartFile::is_whole() {
  if (!is_direct_) std::filesystem::rename(name(), file_);
  is_whole_ = true;
}

}  // namespace swadaya
