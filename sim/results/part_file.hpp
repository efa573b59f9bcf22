// A file that another library writes: under another name until it is whole.
#pragma once

#include <string>

namespace swadaya {

// Takes the place of `file` only once it is whole; else nothing is left of it.
class PartFile {
 public:
  explicit PartFile(const std::string& file);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  // A pipe or a device, which gets the bytes as they come.
  bool is_direct() const { return is_direct_; }
  // To be written to.
  std::string name() const { return is_direct_ ? file_ : file_ + ".part"; }
  void is_whole();

 private:
  std::string file_;
  bool is_direct_ = false, is_whole_ = false;
};

}  // namespace swadaya
