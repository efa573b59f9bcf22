// What the report's data is put together from. Numbers are rounded to digits that nobody misses,
// rows are arrays: the page stays small.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Reported;

// With so many significant digits; null where it is not a number.
nlohmann::json report_number(double x, int digits = 6);

// The variants that the page shows, as indices into the store's: all where they are few; of a
// factorial experiment nothing, each lever alone and all together; of a sweep the points with the
// lowest, the middle and the highest outcome; of a search the baseline. The baseline is always the
// first.
std::vector<std::size_t> report_variants(const Experiment& experiment, const Store& store);
// Whether its variants are differences from a baseline (and not points of a sweep).
bool has_baseline(const Experiment& experiment);
// Whether curves over months tell something of it: not where there are points over many parameters.
bool has_curves(const Experiment& experiment);
// Months shown that the page tells of: the last of them, where outcomes and months are many.
std::vector<int> report_months(const Experiment& experiment);
// Index of the outcome that the page opens with.
std::size_t report_outcome(const Experiment& experiment);

// What a difference's row says beside what is shown first: Monte Carlo, luck, a ward, each low and
// high ([]: none); and "same", "few" (it rests on few worlds) or "".
nlohmann::json report_widths(const PairedDifference& d);
const char* report_mark(const PairedDifference& d);

// { months, rows: [variant, outcome, month, baseline mean, variant mean, difference, low, high,
// kRp per unit, whether it can be told from zero, pairs, "same", "few" (it rests on few worlds) or
// "", [Monte Carlo low, high, luck low, high, one ward low, high] ([]: none)], over_parameters
// (what low and high are), costs: [variant, month, kRp more than the baseline], served,
// unpaired (places of variants that aren't in the baseline's worlds), best, unseen (share of wards
// that may differ where all of these worlds are equal) }. Variants by their place in `variants`,
// outcomes by their place in outcomes().
nlohmann::json report_comparison(const Experiment& experiment, const Store& store,
                                 const std::vector<std::size_t>& variants);
// { pairs: rows as above of packages against one another (without kRp per unit), without the
// baseline, each pair once and behind its row the package that is held against the one in front;
// ladders: [from, outcome, month, place of the step that is worth its money, kRp for one unit that
// decides that, variants of its steps by cost, variants that do no more than a cheaper step] }, of
// outcomes and months shown.
nlohmann::json report_increments(const Experiment& experiment, const Store& store,
                                 const std::vector<std::size_t>& variants);
// [variant, outcome, month, low, high]: where means lie under other assumptions.
nlohmann::json report_structure(const std::vector<std::size_t>& variants,
                                const std::vector<Structure>& structure);
// { months, steps: by outcome, fans: by variant and outcome five rows of whole numbers (q05, q25,
// mean, q75, q95), each the difference from the one before it, in steps (the mean's ten times as
// fine) }, null where there is nothing; and { summaries: [variant, outcome, month, n, mean, q05,
// q95] } of the months shown.
nlohmann::json report_series(const Experiment& experiment, const Store& store,
                             const std::vector<std::size_t>& variants);
// Of each outcome and month shown: what chances are over, in how many cases, and the chance that a
// like experiment finds the same frontier; options [effect, cost, standing, ratio, its interval or
// null, chance on the frontier, place of the variant that it is the same as or null, chance and
// share of worlds in which it is best at the middle of its prices, cost, standing and ratio
// discounted, members' own time]; the cloud of replicates' differences from the baseline; the
// acceptability curve and which of its points are ratios, middles and 0; and what a budget may be
// spent on: places of options, with effects and costs beyond the baseline by case.
nlohmann::json report_costs(const Experiment& experiment, const Store& store);

// By month shown: what intervals are over and of how many cases, the sizes of the groups by
// consumption, what inequality and households weigh, the price of one weighted household; by
// variant who takes part and who is served, Atkinson's index and its change from the baseline,
// weighted households with cost, standing and ratio, and what they are worth less costs, against
// the baseline.
nlohmann::json report_equity(const Experiment& experiment, const Store& store);

// What to measure next, as sim/tables/learn.hpp has it, for the experiment's own aim; null where
// its worlds took no draws of parameters, or too few.
nlohmann::json report_learn(const Experiment& experiment, const Store& store);

// The first ward of replicate 0, run again for these variants (one or two), as
// sim/report/picture_json.hpp says, with "variants": those that it has lanes of, by their place in
// the store. { "missing": "large" } where that would take long, "failed" where a model does, "from"
// where the run goes on from a checkpoint.
nlohmann::json report_ward(const Experiment& experiment, const Catalogue& catalogue,
                           std::vector<std::size_t> variants);

// What the design of an experiment tells, of each outcome and month shown; null without a design.
// `kind` says which, as web/report/designs.js lists them. The answer of a search isn't of one
// outcome and month.
nlohmann::json report_designed(const Experiment& experiment, const Store& store,
                               const Catalogue& catalogue);
// The parts of it. [estimate, low, high] wherever something has an interval.
nlohmann::json report_factorial(const Experiment& experiment, const Store& store,
                                const Catalogue& catalogue);
nlohmann::json report_sensitivity(const Experiment& experiment, const Store& store,
                                  const Catalogue& catalogue);
nlohmann::json report_sweep(const Experiment& experiment, const Store& store,
                            const Catalogue& catalogue);
nlohmann::json report_calibration(const Experiment& experiment, const Store& store,
                                  const Catalogue& catalogue);
nlohmann::json report_optimisation(const Experiment& experiment, const Store& store,
                                   const Catalogue& catalogue);
nlohmann::json report_interval(double estimate, double low, double high);

// Every setting: [section, key, value, default, unit, range, source, by variant the value where it
// differs or null]; models by slot; events. Of points over many parameters, the span of those that
// are moved in place of a value.
nlohmann::json report_settings(const Experiment& experiment, const Catalogue& catalogue,
                               const std::vector<std::size_t>& variants);
// Facts with a band on an outcome: of the scenario as it is, or of the variant that is changed as
// they say and in nothing else ("variant": its place among these). A band of a difference or ratio
// lies around the baseline's mean. "value": the mean in these worlds; "missed": it lies outside of
// the band, and chance isn't the reason.
nlohmann::json report_facts(const Reported& reported, const std::vector<std::size_t>& variants);
// Outcomes that miss hard facts: [{ outcome: its place, hard, missed: [{ fact, statement, value,
// band in words }] }]; and whether the facts were measured with the baseline's settings. null where
// the experiment names no facts.
nlohmann::json report_stamps(const Experiment& experiment);
// How far to trust it: { facts: all that the experiment names, with outcomes that they are about;
// same_settings; rests: of each outcome and month shown the package that is worth its money, in how
// many draws of the parameters it is the best choice at the price that makes it so, and which of
// them its effect goes with: [key, rank correlation, low, high] }.
nlohmann::json report_trust(const Experiment& experiment, const Store& store,
                            const std::vector<std::size_t>& variants);

}  // namespace swadaya
