#include "sim/designs/sensitivity_design.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/designs/design.hpp"

namespace swadaya {

namespace {

constexpr std::size_t levels = 4;  // of the grid that walks go on: evidence/behaviour 7.3
constexpr std::size_t most_points = 100000;

// A whole number under [sensitivity], or `otherwise`.
std::size_t count_in(const Node& table, const char* key, std::size_t otherwise, double least,
                     std::vector<Problem>& problems) {
  const Node* node = table.find(key);
  if (!node) return otherwise;
  const double* n = node->number();
  if (n && *n >= least && *n <= most_points && *n == std::floor(*n))
    return static_cast<std::size_t>(*n);
  problems.push_back(
      problem_at(*node, std::string{"sensitivity."} + key,
                 fmt::format("must be a whole number between {} and {}", least, most_points)));
  return otherwise;
}

}  // namespace

double noise_share(const std::vector<std::vector<double>>& values) {
  std::vector<const std::vector<double>*> rows;
  for (const auto& row : values)
    if (std::all_of(row.begin(), row.end(), [](double x) { return std::isfinite(x); }))
      rows.push_back(&row);
  if (rows.size() < 2 || rows[0]->size() < 2) return nothing;
  const std::size_t n = rows[0]->size();
  const auto points = static_cast<double>(rows.size()), replicates = static_cast<double>(n);
  std::vector<double> of_point, of_replicate(n, 0.0);
  double all = 0;
  for (const auto* row : rows) {
    double mean = 0;
    for (std::size_t r = 0; r < n; ++r) {
      mean += (*row)[r] / replicates;
      of_replicate[r] += (*row)[r] / points;
    }
    of_point.push_back(mean);
    all += mean / points;
  }
  double left = 0, between = 0;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    between += (of_point[p] - all) * (of_point[p] - all);
    for (std::size_t r = 0; r < n; ++r) {
      const double e = (*rows[p])[r] - of_point[p] - of_replicate[r] + all;
      left += e * e;
    }
  }
  between /= points - 1;
  left /= (points - 1) * (replicates - 1);
  return between > 0 ? left / replicates / between : nothing;
}

std::string sensitivity_design(const Draft& draft) {
  const Node* table = draft.design("sensitivity");
  const Node* method = table ? table->find("method") : nullptr;
  if (!method || !method->text()) return "";
  const Node* second = table->find("second_order");
  const bool* wanted = second ? std::get_if<bool>(&second->value) : nullptr;
  return *method->text() == "sobol" && wanted && *wanted ? sobol_second_order : *method->text();
}

std::size_t block_of(const std::string& design, std::size_t k) {
  return design == "morris"             ? k + 1
         : design == "sobol"            ? k + 2
         : design == sobol_second_order ? 2 * k + 2
                                        : 0;
}

std::vector<std::string> expand_sensitivity(Draft& draft, const Catalogue& catalogue,
                                            std::uint64_t seed, std::vector<Problem>& problems) {
  const Node table = *draft.design("sensitivity");
  const std::size_t before = problems.size();
  const std::vector<std::string> known{"method", "walks", "points", "second_order", "parameters"};
  for (const auto& [key, node] : *table.table())
    if (std::find(known.begin(), known.end(), key) == known.end())
      problems.push_back(
          problem_at(node, "sensitivity." + key, "there is no such key", nearest_of(key, known)));
  const std::string design = sensitivity_design(draft);
  const Node* said = table.find("method");
  const bool named =
      said && said->text() && (*said->text() == "morris" || *said->text() == "sobol");
  if (!named)
    problems.push_back(
        problem_at(said ? *said : table, "sensitivity.method", "must be \"morris\" or \"sobol\""));
  if (const Node* second = table.find("second_order")) {
    if (!std::holds_alternative<bool>(second->value))
      problems.push_back(problem_at(*second, "sensitivity.second_order", "must be true or false"));
    else if (design == "morris" && std::get<bool>(second->value))
      problems.push_back(problem_at(*second, "sensitivity.second_order",
                                    "goes with method = \"sobol\": walks have no second order"));
  }
  const std::size_t walks = count_in(table, "walks", 20, 2, problems),
                    points = count_in(table, "points", 256, 2, problems);
  const std::vector<Axis> axes = read_axes(draft, table, "sensitivity", false, catalogue, problems);
  std::vector<std::string> keys;
  for (const Axis& axis : axes) keys.push_back(axis.key);
  if (problems.size() != before) return keys;
  const std::size_t k = axes.size(),
                    all = (design == "morris" ? walks : points) * block_of(design, k);
  if (all > most_points) {
    problems.push_back(problem_at(table, "sensitivity.parameters",
                                  fmt::format("make {} points; there may be {}", all, most_points),
                                  "fewer walks or points"));
    return keys;
  }
  const Interactions interactions =
      design == sobol_second_order ? Interactions::of_two : Interactions::left_out;
  for (const std::vector<double>& u : design == "morris"
                                          ? morris_walks(walks, k, levels, seed)
                                          : saltelli_points(points, k, seed, interactions))
    add_point(draft, table, axes, u);
  return keys;
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
      Sensitivity s{.outcome = *outcome_index(experiment.outcomes[o]),
                    .month = experiment.months_shown[m],
                    .noise = noise_share(points),
                    .morris = {},
                    .sobol = {}};
      if (experiment.design == "morris") {
        s.morris =
            morris_effects(morris_walks(count / (k + 1), k, levels, experiment.seed), points, k);
      } else {
        std::vector<double> means;
        for (const std::vector<double>& point : points) means.push_back(summary_of(point).mean);
        s.sobol = sobol_indices(means, count / block_of(experiment.design, k), k, experiment.seed);
      }
      all.push_back(std::move(s));
    }
  return all;
}

}  // namespace swadaya
