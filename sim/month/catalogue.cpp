#include "sim/month/catalogue.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "sim/month/behaviour.hpp"

namespace swadaya {

Catalogue::Catalogue(std::vector<Entry> entries, std::vector<std::shared_ptr<const void>> libraries)
    : libraries_{std::move(libraries)}, entries_{std::move(entries)} {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    const auto rank = [](const Entry& e) {
      return std::tuple{e.info.slot, e.info.is_default ? 0 : e.info.is_null ? 2 : 1, e.info.name};
    };
    return rank(a) < rank(b);
  });
  for (Entry& entry : entries_) {
    Declare declare{entry.info.slot};
    made(entry, declare);
    entry.info.parameters = declare.parameters();
    entry.info.columns = declare.columns();
    entry.info.decisions = declare.decisions();
    entry.info.peer_effects = declare.peer_effects();
    infos_.push_back(entry.info);
  }
}

Catalogue::~Catalogue() = default;

const ModelInfo* Catalogue::find(Slot slot, const std::string& name) const {
  for (const ModelInfo& info : infos_)
    if (info.slot == slot && info.name == name) return &info;
  return nullptr;
}

std::vector<const ModelInfo*> Catalogue::named(const std::string& name) const {
  std::vector<const ModelInfo*> found;
  for (const ModelInfo& info : infos_)
    if (name == info.name || name == std::string{name_of(info.slot)} + "/" + info.name)
      found.push_back(&info);
  return found;
}

const ModelInfo& Catalogue::default_of(Slot slot) const {
  for (const ModelInfo& info : infos_)
    if (info.slot == slot && info.is_default) return info;
  throw std::logic_error{"no default model for " + std::string{name_of(slot)}};
}

const Entry& Catalogue::entry(Slot slot, const std::string& name) const {
  for (const Entry& e : entries_)
    if (e.info.slot == slot && e.info.name == name) return e;
  throw std::logic_error{"no model " + name + " for " + std::string{name_of(slot)}};
}

std::vector<std::string> Catalogue::names(Slot slot) const {
  std::vector<std::string> all;
  for (const ModelInfo& info : infos_)
    if (info.slot == slot) all.push_back(info.name);
  return all;
}

}  // namespace swadaya
