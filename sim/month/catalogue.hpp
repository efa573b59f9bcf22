// The models that a program knows, and what each declares. The engine never names a model; the
// command line hands it this.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/month/model_info.hpp"

namespace swadaya {

struct Entry;  // sim/month/behaviour.hpp

class Catalogue {
 public:
  // `libraries`: what the entries' code lies in, kept for as long as they are.
  explicit Catalogue(std::vector<Entry> entries,
                     std::vector<std::shared_ptr<const void>> libraries = {});
  ~Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  const std::vector<ModelInfo>& models() const {
    return infos_;
  }  // by slot, then default, then name
  const ModelInfo* find(Slot slot, const std::string& name) const;  // or nullptr
  // By "hazard" in every slot, by "lending/hazard" in one.
  std::vector<const ModelInfo*> named(const std::string& name) const;
  const ModelInfo& default_of(Slot slot) const;
  const Entry& entry(Slot slot, const std::string& name) const;
  std::vector<std::string> names(Slot slot) const;

 private:
  std::vector<std::shared_ptr<const void>> libraries_;  // goes last
  std::vector<ModelInfo> infos_;
  std::vector<Entry> entries_;
};

}  // namespace swadaya
