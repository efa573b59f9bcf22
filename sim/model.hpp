// All that a model's author needs: declare parameters, columns and decisions; act on cells, wards
// and team areas. A model is one file in models/<slot>/. It never sees threads, seeds or files.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/base/exact.hpp"
#include "sim/base/pack.hpp"
#include "sim/month/abi.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"
#include "sim/rules/admission.hpp"
#include "sim/rules/beginnings.hpp"
#include "sim/rules/book.hpp"
#include "sim/rules/companions.hpp"
#include "sim/rules/group_life.hpp"
#include "sim/rules/learning.hpp"
#include "sim/rules/office.hpp"
#include "sim/rules/oversight.hpp"
#include "sim/rules/rankers.hpp"
#include "sim/rules/sanctions.hpp"
#include "sim/rules/team.hpp"
#include "sim/rules/telling.hpp"

namespace swadaya {

// The behaviour that fills one slot. Override what the model needs; a month calls them in this
// order. Everyone reads the state as the slots before left it: what `households` writes shows only
// after all households have acted.
class Model {
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
  std::function<std::unique_ptr<Model>(Declare&)> make;
  bool begins = false, acts_on_areas = false, acts_on_wards = false, acts_on_households = false,
       acts_after = false;
};

enum class Standing { rival, by_default, null };

// The entry of model M, whose constructor takes a Declare&. Work that M does not override costs
// nothing.
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
  e.make = [](Declare& declare) { return std::make_unique<M>(declare); };
  e.begins = !std::is_same_v<decltype(&M::begin), decltype(&Model::begin)>;
  e.acts_on_areas = !std::is_same_v<decltype(&M::area), decltype(&Model::area)>;
  e.acts_on_wards = !std::is_same_v<decltype(&M::ward), decltype(&Model::ward)>;
  e.acts_on_households = !std::is_same_v<decltype(&M::households), decltype(&Model::households)>;
  e.acts_after = !std::is_same_v<decltype(&M::after), decltype(&Model::after)>;
  return e;
}

// What a plug-in must have been compiled with to run in a program.
constexpr Abi abi_of(std::string_view made_for, std::string_view hash) {
  return abi_of_types<Declare, ParameterValues, Entry, World, Columns, Cells, Area, Ward, Group,
                      Member>(made_for, hash);
}

}  // namespace swadaya

// Hands models over to the program: `SWADAYA_PLUGIN(my_model);` behind `Entry my_model()`, once in
// a plug-in, with all of its entries. Inside the tree it does nothing: a model's file is the same
// in both places. Only a macro can do without a list of models elsewhere.
#ifdef SWADAYA_MADE_FOR
#define SWADAYA_PLUGIN(...)                                                                       \
  extern "C" {                                                                                    \
  [[gnu::visibility("default")]] extern const ::swadaya::Abi swadaya_plugin_abi;                  \
  const ::swadaya::Abi swadaya_plugin_abi = ::swadaya::abi_of(SWADAYA_MADE_FOR, SWADAYA_HEADERS); \
  [[gnu::visibility("default")]] void swadaya_plugin_entries(                                     \
      std::vector<::swadaya::Entry>& entries) {                                                   \
    for (const auto entry_of : {__VA_ARGS__}) entries.push_back(entry_of());                      \
  }                                                                                               \
  }                                                                                               \
  static_assert(true)
#else
#define SWADAYA_PLUGIN(...) static_assert(true)
#endif
