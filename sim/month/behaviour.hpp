// A behaviour model as the engine sees it, and the entry that hands one to the program.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "sim/month/declare.hpp"
#include "sim/month/model_info.hpp"
#include "sim/month/month.hpp"

namespace swadaya {

class Ward;
class Area;
class Cells;

// The behaviour that fills one slot: its members declare what it owns, its hooks act. Override what
// the model needs; a month calls them in this order. Everyone reads the state as the slots before
// left it: what `households` writes shows only after all households have acted. There is one model
// for each variant; `households` is called of the first one, with the cells of all.
class Model : protected Declares {
 public:
  virtual ~Model() = default;
  // Once, before month 0: first values of columns, and whatever a ward begins with.
  virtual void begin(const Month&, Ward&) const {}
  // One team area of one variant: what is shared out among its wards.
  virtual void area(const Month&, Area&) const {}
  // One ward of one variant: irregular work, before the households.
  virtual void ward(const Month&, Ward&) const {}
  // Sixteen cells: what every household does every month.
  virtual void households(const Month&, Cells&) const {}
  // One ward of one variant: what follows from what the households did.
  virtual void after(const Month&, Ward&) const {}
};

// What a model file hands to the program.
struct Entry {
  ModelInfo info;  // parameters, columns and decisions are filled in by the catalogue
  std::function<std::unique_ptr<Model>()> make;  // while a Declare::Making lives
  bool begins = false, acts_on_areas = false, acts_on_wards = false, acts_on_households = false,
       acts_after = false;
};

enum class Standing { rival, by_default, null };

// A model of one lane, which declares all that it owns.
inline std::unique_ptr<Model> made(const Entry& entry, Declare& declare, std::uint32_t lane = 0) {
  const Declare::Making making{declare, lane};
  return entry.make();
}

// The entry of model M. Work that M does not override costs nothing.
template <class M>
Entry entry(Slot slot, std::string name, Standing standing, std::string paragraph,
            std::string source) {
  Entry e;
  e.info.slot = slot;
  e.info.name = std::move(name);
  e.info.is_default = standing == Standing::by_default;
  e.info.is_null = standing == Standing::null;
  e.info.paragraph = std::move(paragraph);
  e.info.source = std::move(source);
  e.make = [] { return std::make_unique<M>(); };
  e.begins = !std::is_same_v<decltype(&M::begin), decltype(&Model::begin)>;
  e.acts_on_areas = !std::is_same_v<decltype(&M::area), decltype(&Model::area)>;
  e.acts_on_wards = !std::is_same_v<decltype(&M::ward), decltype(&Model::ward)>;
  e.acts_on_households = !std::is_same_v<decltype(&M::households), decltype(&Model::households)>;
  e.acts_after = !std::is_same_v<decltype(&M::after), decltype(&Model::after)>;
  return e;
}

}  // namespace swadaya
