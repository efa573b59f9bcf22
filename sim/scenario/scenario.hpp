// An experiment once it was read (sim/designs/experiment.hpp): scenarios side by side in the same
// worlds, and its text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/month/programme.hpp"
#include "sim/month/scenario.hpp"
#include "sim/scenario/accounting.hpp"
#include "sim/scenario/fact_states.hpp"
#include "sim/scenario/levers.hpp"
#include "sim/scenario/posterior.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

// A setting that has no meaning under a bundle of assumptions: its parameter belongs to a model
// that another one replaces.
struct LeftOut {
  std::string key, model;  // "facilitation.hours"; the model chosen instead, "none"
  bool is_lever;           // the variant's own, not the scenario's, the bundle's or --set's
  bool operator==(const LeftOut&) const = default;
};

struct Variant {
  std::string name, title;
  Scenario scenario;
  std::vector<LeftOut> left_out{};
  bool has_lever = true;  // not: all that it sets itself is left out
  // Keys that are this variant's own, whatever value the others have.
  std::set<std::string> sets{};
  // Its replicate r lives in the world number first_world + r of the experiment's seed.
  std::uint32_t first_world = 0;
  // Factors on what the scenario says, whatever that is: its values have them already.
  std::map<std::string, double> scales{};
  std::string title_id{};  // the title in Indonesian, where the file has one
};

// The variant's scenario with other values of some parameters, but for those that it sets itself
// and those that its models don't have; what it scales is scaled again.
Scenario moved(const Variant& variant, const Values& values);

// Seeds are whole numbers from 0 to this one, exactly, in files, on the command line and in
// results.
inline constexpr std::uint64_t most_seed = 0x7fff'ffff'ffff'ffff;
// Of the command line. Throws BadInput where it is anything else.
std::uint64_t seed_of(const std::string& text);

struct Experiment {
  std::string name = "experiment", title, title_id, description;
  // "sweep", "factorial", "morris", "sobol" or "sobol-second-order" where the variants are points
  // of one; the name of the search whose points are asked for as it goes
  // (sim/designs/generations.hpp); else ""
  std::string design;
  Node::Table search;  // what the file says of such a search, needing no other file
  std::vector<std::string> parameters;  // of a sensitivity analysis, by dimension
  std::vector<Lever> levers;            // of an optimisation
  std::vector<Variant> variants;
  std::size_t baseline = 0;  // index into variants
  std::uint32_t replicates = 100;
  std::uint64_t seed = 1;
  Posterior posterior;  // that replicates take draws of; without keys where there is none
  // That each draw is run in, each a world of its own: two at least tell what a ward may see by
  // chance from what isn't known of parameters.
  std::uint32_t worlds_per_draw = 2;
  std::vector<std::string> outcomes;  // shown in the table, in this order
  std::vector<int> months_shown;      // at these months
  // What interventions are ranked by, at the first of these months; "" where they aren't. And the
  // bundles of assumptions under which the ranking is looked at too, in so many worlds.
  std::string answer{};
  std::vector<std::string> beside{};
  std::uint32_t beside_replicates = 20;
  // Extra money that each package may cost, kRp a ward; 0: they are shown as they are alone.
  std::uint64_t same_money = 0;
  Accounting accounting{};  // of costs, and of gains by who has them
  FactStates facts{};       // that the baseline meets or misses; none where no file is named
  // What a person has to say of the study, by its key in [experiment.study]: the program can't
  // know.
  std::map<std::string, std::string> study{};
  // The variants share their months up to this one; what each sets itself holds from the next on.
  std::optional<int> branch_at{};
  std::optional<int> checkpoint{};  // after this month the run's state is kept in a file
  std::string from{};               // such a file, to go on from; "" to begin at the start
  int from_month = 0;               // the month that it is of
};

// What the command line adds to any file.
struct Overrides {
  std::vector<std::string>
      set;  // "lending.norm=0.2", also "models.lending=hazard", "time.months=36"
  std::optional<std::uint32_t> replicates;
  std::optional<std::uint64_t> seed;
  // A file of assumptions, put over the scenario and under its variants; "" for none. What has no
  // meaning under it is left out, and said to be, instead of refused.
  std::string bundle{};
  std::optional<int> checkpoint{};
  std::string from{};
  // A file with a weighted sample of parameters; "" for what the experiment says, "none" for none.
  std::string posterior{};
  // It isn't run: files of its worlds, or a checkpoint, may be gone.
  bool without_files = false;
  Node::Table scale{};  // factors on numbers, as a file says them; put over what is set
};

// The experiment as a TOML file that runs again as it is and gives the same bits: one [experiment]
// with every setting of the baseline, and [[variant]] with what differs. Paths of world files are
// written absolute; the sample that it draws from is that of this name beside it.
std::string resolved_toml(const Experiment& experiment, const Catalogue& catalogue,
                          const std::string& posterior = Posterior::name_in_folder);

// Sections of a scenario that are not slots, with their keys: world, network, programme, costs.
using Sections = std::vector<std::pair<std::string, const std::vector<ParameterInfo>*>>;
const Sections& common_sections();
// These and the slots, with the keys of the models that the scenario has chosen.
Sections sections_of(const Scenario& scenario, const Catalogue& catalogue);

}  // namespace swadaya
