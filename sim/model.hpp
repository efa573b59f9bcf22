// All that a model's author needs: declare parameters, columns and decisions; act on cells, wards
// and team areas. A model is one file in models/<slot>/. It never sees threads, seeds or files.
#pragma once

#include <vector>

#include "sim/base/exact.hpp"
#include "sim/base/pack.hpp"
#include "sim/month/abi.hpp"
#include "sim/month/behaviour.hpp"
#include "sim/month/cells.hpp"
#include "sim/month/ward.hpp"
#include "sim/rules/admission.hpp"
#include "sim/rules/beginnings.hpp"
#include "sim/rules/book.hpp"
#include "sim/rules/campaign.hpp"
#include "sim/rules/companions.hpp"
#include "sim/rules/contact.hpp"
#include "sim/rules/group_life.hpp"
#include "sim/rules/haste.hpp"
#include "sim/rules/kept_books.hpp"
#include "sim/rules/ladder.hpp"
#include "sim/rules/learning.hpp"
#include "sim/rules/lending.hpp"
#include "sim/rules/oversight.hpp"
#include "sim/rules/promises.hpp"
#include "sim/rules/rankers.hpp"
#include "sim/rules/sanctions.hpp"
#include "sim/rules/team.hpp"
#include "sim/rules/weariness.hpp"

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
