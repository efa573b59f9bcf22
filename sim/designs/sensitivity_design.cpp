#include "sim/designs/sensitivity_design.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/designs/constant.hpp"
#include "sim/designs/design.hpp"

namespace swadaya {

namespace {

constexpr std::size_t levels = 4;  // of the grid that walks go on: evidence/behaviour 7.3
const char *const walks_design = "morris", *const sobol_design = "sobol",
                  *const second_order_design = "sobol-second-order";

// Points that stand in the file; those of a table are in blocks.
void check_blocks(const Draft&, Keys& keys, Experiment& experiment, const Catalogue&,
                  std::vector<Problem>&) {
  const std::size_t k = experiment.parameters.size(), block = block_of(experiment.design, k);
  if (keys.said("design") && block != 0 && (k == 0 || experiment.variants.size() % block != 0))
    keys.report("design",
                fmt::format("needs its `parameters`, and variants in blocks of {}", block));
}

// The design that the table asks for.
std::string method_of(Keys& keys) {
  const std::string method = keys.text("method");
  const bool wants_pairs = keys.flag("second_order");
  if (method == sobol_design) return wants_pairs ? second_order_design : method;
  if (wants_pairs)
    keys.report("second_order", "goes with method = \"sobol\": walks have no second order");
  return method;
}

// Points whose values are all numbers, in the worlds that have one at some point.
std::vector<std::vector<double>> complete_rows(const std::vector<std::vector<double>>& values) {
  const auto is_number = [](double x) { return std::isfinite(x); };
  std::vector<std::size_t> worlds;
  for (std::size_t r = 0; !values.empty() && r < values[0].size(); ++r)
    if (std::any_of(values.begin(), values.end(),
                    [&](const std::vector<double>& row) { return is_number(row[r]); }))
      worlds.push_back(r);
  std::vector<std::vector<double>> rows;
  for (const std::vector<double>& values_of_point : values) {
    std::vector<double> row;
    for (const std::size_t r : worlds) row.push_back(values_of_point[r]);
    if (std::all_of(row.begin(), row.end(), is_number)) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

double noise_share(const std::vector<std::vector<double>>& values) {
  const std::vector<std::vector<double>> rows = complete_rows(values);
  if (rows.size() < 2 || rows[0].size() < 2) return nothing;
  const std::size_t n = rows[0].size();
  const auto points = static_cast<double>(rows.size()), replicates = static_cast<double>(n);
  std::vector<double> of_point, of_replicate(n, 0.0);
  double all = 0;
  for (const std::vector<double>& row : rows) {
    double mean = 0;
    for (std::size_t r = 0; r < n; ++r) {
      mean += row[r] / replicates;
      of_replicate[r] += row[r] / points;
    }
    of_point.push_back(mean);
    all += mean / points;
  }
  double left = 0, between = 0;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    between += (of_point[p] - all) * (of_point[p] - all);
    for (std::size_t r = 0; r < n; ++r) {
      const double e = rows[p][r] - of_point[p] - of_replicate[r] + all;
      left += e * e;
    }
  }
  between /= points - 1;
  left /= (points - 1) * (replicates - 1);
  return between > 0 ? left / replicates / between : nothing;
}

const Design& sensitivity_design() {
  static const Design design{
      .table = {"sensitivity",
                "which parameters move the outcomes",
                {needed(pick_key("method", {walks_design, sobol_design}, "",
                                 "elementary effects, or shares of the variance")),
                 whole_key("walks", {2, most_points}, 20, "of morris"),
                 whole_key("points", {2, most_points}, 256,
                           "of sobol, each run 2 + parameters times"),
                 flag_key("second_order", false, "also what every two do together, of sobol"),
                 axes_key("a list of values, { low, high } or \"range\"")}},
      .names = {walks_design, sobol_design, second_order_design},
      .command = "sensitivity",
      .does = "Says which parameters move the outcomes: Morris's walks, or Sobol's indices",
      .example = "scenarios/lenteng-agung/morris.toml",
      .called = "a sensitivity analysis",
      .expand = expand_sensitivity,
      .check = check_blocks,
      .takes_posterior = false};
  return design;
}

bool goes_in_walks(const Experiment& experiment) { return experiment.design == walks_design; }

bool asks_for_pairs(const Experiment& experiment) {
  return experiment.design == second_order_design;
}

std::size_t block_of(const std::string& design, std::size_t k) {
  return design == walks_design          ? k + 1
         : design == sobol_design        ? k + 2
         : design == second_order_design ? 2 * k + 2
                                         : 0;
}

void expand_sensitivity(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                        std::uint64_t seed, std::vector<Problem>& problems) {
  const KeyTable& declared = sensitivity_design().table;
  const Node table = *draft.design(declared.name);
  const std::size_t before = problems.size();
  Keys keys{table, declared, declared.name, problems};
  experiment.design = method_of(keys);
  const bool in_walks = goes_in_walks(experiment);
  const auto count = keys.whole<std::size_t>(in_walks ? "walks" : "points");
  const std::vector<Axis> axes = read_axes(draft, table, declared.name, false, catalogue, problems);
  experiment.parameters.clear();
  for (const Axis& axis : axes) experiment.parameters.push_back(axis.key);
  if (problems.size() != before) return;
  const std::size_t k = axes.size(), all = count * block_of(experiment.design, k);
  if (all > most_points)
    return keys.report("parameters",
                       fmt::format("make {} points; there may be {}", all, most_points),
                       "fewer walks or points");
  if (!in_walks) advise_power_of_two("sensitivity.points", count);
  const Interactions interactions =
      asks_for_pairs(experiment) ? Interactions::of_two : Interactions::left_out;
  for (const std::vector<double>& u : in_walks ? morris_walks(count, k, levels, seed)
                                               : saltelli_points(count, k, seed, interactions))
    add_point(draft, table, axes, u);
}

std::vector<Sensitivity> sensitivities(const Experiment& experiment, const Results& store) {
  const std::size_t k = experiment.parameters.size(), count = experiment.variants.size();
  const std::size_t months = experiment.months_shown.size(), shown = experiment.outcomes.size();
  // By month and outcome, then point, then replicate.
  std::vector<std::vector<std::vector<double>>> values(months * shown);
  for (std::size_t v = 0; v < count; ++v) {
    const Sample sample = store.sample(v, experiment.months_shown);
    for (std::size_t m = 0; m < months; ++m)
      for (std::size_t o = 0; o < shown; ++o) {
        const auto one =
            sample.values(experiment.months_shown[m], *outcome_index(experiment.outcomes[o]));
        values[m * shown + o].emplace_back(one.begin(), one.end());
      }
  }
  std::vector<Sensitivity> all;
  for (std::size_t m = 0; m < months; ++m)
    for (std::size_t o = 0; o < shown; ++o) {
      const auto& points = values[m * shown + o];
      const bool constant = is_constant(points);
      Sensitivity s{.outcome = *outcome_index(experiment.outcomes[o]),
                    .month = experiment.months_shown[m],
                    .is_constant = constant,
                    .noise = constant ? nothing : noise_share(points),
                    .morris = {},
                    .sobol = {}};
      if (goes_in_walks(experiment)) {
        s.morris =
            morris_effects(morris_walks(count / (k + 1), k, levels, experiment.seed), points, k);
      } else {
        s.sobol = sobol_indices(points, count / block_of(experiment.design, k), k, experiment.seed);
      }
      all.push_back(std::move(s));
    }
  return all;
}

}  // namespace swadaya
