// Bundles of assumptions: scenario files whose settings are put over a scenario's and under those
// of its variants, so that one comparison can be seen under several sets of assumptions.
#pragma once

#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// An experiment under one bundle. Its own name ends in the bundle's.
struct Bundle {
  std::string name, title;  // name: of the file, without `.toml`; in small letters
  Experiment experiment;
  std::string title_id{};  // in Indonesian
};

// Where bundles are looked for, nearest first: `bundles` and `scenarios/bundles` beside the
// scenario file and in the folders above it, then those that came with the program, which lies in
// the folder `program` (of a source tree's build, or an installation's bin).
std::vector<std::string> bundle_folders(const std::string& scenario, const std::string& program);

// The file that `name` means: a path to a .toml, or the name of one in a folder. Throws BadInput
// with the nearest name.
std::string bundle_file(const std::string& name, const std::vector<std::string>& folders);

// --- steps of reading a scenario under a bundle

Draft bundle_draft(const std::string& file, const std::vector<std::string>& design_tables,
                   std::vector<Problem>& problems);
// Puts a bundle's settings and events over a draft's; names and words of the scenario stay.
void put_bundle(Draft& draft, const Draft& bundle);
// Adds the keys that a variant's `set` has.
void add_levers(std::set<std::string>& levers, const Node& set);
// And those of an event of its own.
void add_levers_of_event(std::set<std::string>& levers, const Node& event);
// Puts what `own` says differently from `base` over the draft again, as its levers.
void put_levers(Draft& draft, const Draft& own, const Draft& base);
// Takes settings without meaning out of the draft and notes them in the variant.
void leave_out(Variant& variant, Draft& draft, const Catalogue& catalogue);

}  // namespace swadaya
