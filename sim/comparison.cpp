#include "sim/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/statistics.hpp"

namespace swadaya {

namespace {

std::string cell(double x) { return std::isfinite(x) ? fmt::format("{:.10g}", x) : ""; }

PairedDifference difference(const Experiment& e, const Store& store, std::size_t variant, int month, std::size_t outcome) {
  return paired_difference(store.values(e.baseline, month, outcome), store.values(variant, month, outcome));
}

std::size_t cost_outcome() { return *outcome_index("cost_kRp"); }

// kRp for one unit of change in the good direction; nothing where the change can't be told from zero or is for the worse.
double cost_per_unit(const PairedDifference& d, double cost, const OutcomeInfo& info) {
  const double gain = info.higher_is_better ? d.difference : -d.difference;
  return d.can_be_told_from_zero() && gain > 0 ? cost / gain : std::nan("");
}

// --- the table

std::string heading(const std::string& outcome) {
  std::string text;
  for (const char c : outcome.ends_with("_kRp") ? outcome.substr(0, outcome.size() - 4) : outcome) text += c == '_' ? ' ' : c;
  return text;
}

struct Unit {
  double scale;
  const char* name;
  int digits;
};

Unit unit_of(const OutcomeInfo& info) {
  if (info.unit == "share") return {100, "points", 1};
  if (info.name.ends_with("_kRp")) return {1e-3, "million Rp a ward", 1};
  return {1, info.unit.c_str(), info.unit == "ratio" ? 2 : 1};
}

std::string baseline_text(double x, const Unit& unit, const OutcomeInfo& info) {
  if (!std::isfinite(x)) return "-";
  return fmt::format("{:.{}f}{}", x * unit.scale, unit.digits, info.unit == "share" ? " %" : "");
}

std::string difference_text(const PairedDifference& d, const Unit& unit) {
  if (!std::isfinite(d.difference)) return "-";
  const auto number = [&](double x) { return fmt::format("{:+.{}f}", x * unit.scale, unit.digits); };
  if (!std::isfinite(d.low)) return number(d.difference);
  if (d.difference == 0 && d.standard_error == 0) return "same";
  const std::string interval = fmt::format("[{}, {}]", number(d.low), number(d.high));
  return d.can_be_told_from_zero() ? number(d.difference) + " " + interval : "~0 " + interval;
}

std::string range_text(const Summary& s, const Unit& unit, const OutcomeInfo& info) {
  if (s.n == 0) return "-";
  return fmt::format("{} [{:.{}f}, {:.{}f}]", baseline_text(s.mean, unit, info), s.q05 * unit.scale, unit.digits, s.q95 * unit.scale,
                     unit.digits);
}

std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return width;
}

// Left column flush left, the others flush right.
std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string pad(widths[c] - width_of(row[c]), ' ');
      line += c == 0 ? row[c] + pad : "   " + pad + row[c];
    }
    text += line + '\n';
  }
  return text;
}

constexpr std::size_t outcomes_a_block = 3;  // fits 120 columns

std::vector<std::size_t> shown(const Experiment& e) {
  std::vector<std::size_t> indices;
  for (const std::string& name : e.outcomes) indices.push_back(*outcome_index(name));
  return indices;
}

std::string block(const Experiment& e, const Store& store, int month, const std::vector<std::size_t>& columns) {
  std::vector<std::vector<std::string>> rows(2);
  rows[0].push_back(""), rows[1].push_back("");
  for (const std::size_t k : columns) {
    rows[0].push_back(heading(outcomes()[k].name));
    rows[1].push_back(unit_of(outcomes()[k]).name);
  }
  const auto title = [&](std::size_t v) { return e.variants[v].title.empty() ? e.variants[v].name : e.variants[v].title; };
  const bool alone = e.variants.size() == 1;
  rows.push_back({title(e.baseline)});
  for (const std::size_t k : columns) {
    const Unit unit = unit_of(outcomes()[k]);
    const Summary s = summary_of(store.values(e.baseline, month, k));
    rows.back().push_back(alone ? range_text(s, unit, outcomes()[k]) : baseline_text(s.mean, unit, outcomes()[k]));
  }
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    if (v == e.baseline) continue;
    rows.push_back({"  " + title(v)});
    for (const std::size_t k : columns) rows.back().push_back(difference_text(difference(e, store, v, month, k), unit_of(outcomes()[k])));
  }
  return aligned(rows);
}

// Mean cost over mean number of poor households served, million Rp.
double cost_per_served(const Store& store, std::size_t variant, int month) {
  const double cost = summary_of(store.values(variant, month, cost_outcome())).mean;
  const double served = summary_of(store.values(variant, month, *outcome_index("poor_served"))).mean;
  return served > 0 ? cost / served : std::nan("");
}

std::string cost_block(const Experiment& e, const Store& store, int month) {
  std::vector<std::vector<std::string>> rows{{"", "cost", "cost per poor household served"}, {"", "million Rp a ward", "million Rp"}};
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    const std::string title = e.variants[v].title.empty() ? e.variants[v].name : e.variants[v].title;
    const double mean = summary_of(store.values(v, month, cost_outcome())).mean;
    const double served = cost_per_served(store, v, month);
    rows.push_back({v == e.baseline ? title : "  " + title,
                    v == e.baseline ? fmt::format("{:.1f}", mean / 1000)
                                    : difference_text(difference(e, store, v, month, cost_outcome()), {1e-3, "", 1}),
                    std::isfinite(served) ? fmt::format("{:.2f}", served / 1000) : "-"});
  }
  return aligned(rows);
}

}  // namespace

std::string series_csv(const Experiment& e, const Store& store) {
  fmt::memory_buffer out;
  const auto add = std::back_inserter(out);
  fmt::format_to(add, "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95\n");
  for (std::size_t v = 0; v < e.variants.size(); ++v)
    for (int month = 0; month <= e.variants[v].scenario.months; ++month)
      for (std::size_t k = 0; k < outcomes().size(); ++k) {
        const Summary s = summary_of(store.values(v, month, k));
        fmt::format_to(add, "{},{},{},{},{},{},{},{},{},{},{}\n", e.variants[v].name, month, outcomes()[k].name, s.n, cell(s.mean),
                       cell(s.sd), cell(s.q05), cell(s.q25), cell(s.q50), cell(s.q75), cell(s.q95));
      }
  return fmt::to_string(out);
}

std::string comparison_csv(const Experiment& e, const Store& store) {
  const int last = e.variants[0].scenario.months;
  std::set<int> months(e.months_shown.begin(), e.months_shown.end());
  for (int month = 12; month <= last; month += 12) months.insert(month);
  months.insert(last);
  std::string text =
      "variant,outcome,month,baseline_mean,variant_mean,difference,standard_error,low,high,cost_difference_kRp,cost_per_unit\n";
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    if (v == e.baseline) continue;
    for (const int month : months) {
      const double cost = difference(e, store, v, month, cost_outcome()).difference;
      for (std::size_t k = 0; k < outcomes().size(); ++k) {
        const PairedDifference d = difference(e, store, v, month, k);
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", e.variants[v].name, outcomes()[k].name, month,
                            cell(d.baseline_mean), cell(d.variant_mean), cell(d.difference), cell(d.standard_error), cell(d.low),
                            cell(d.high), cell(cost), cell(cost_per_unit(d, cost, outcomes()[k])));
      }
    }
  }
  return text;
}

std::string comparison_table(const Experiment& e, const Store& store) {
  const bool alone = e.variants.size() == 1;
  std::string text = fmt::format("{}\n{} replicates, seed {}\n", e.title.empty() ? e.name : e.title, store.complete_replicates(), e.seed);
  const std::vector<std::size_t> all = shown(e);
  for (const int month : e.months_shown) {
    text += fmt::format("\nMonth {}\n", month);
    for (std::size_t first = 0; first < all.size(); first += outcomes_a_block) {
      const std::size_t last = std::min(all.size(), first + outcomes_a_block);
      text += (first > 0 ? "\n" : "") + block(e, store, month, {all.begin() + static_cast<std::ptrdiff_t>(first),
                                                               all.begin() + static_cast<std::ptrdiff_t>(last)});
    }
    text += "\n" + cost_block(e, store, month);
  }
  text += alone ? "\nMeans over replicates, with the range that holds 90 % of them.\n"
                : "\nThe first row of a block is the baseline. Below it: differences from the baseline, in the same worlds, with 95 %\n"
                  "intervals; ~0 marks what can't be told from zero, same what is equal in every world. Points are percentage points.\n";
  return text;
}

nlohmann::json comparison_json(const Experiment& e, const Store& store) {
  nlohmann::json all{{"experiment", e.name}, {"replicates", store.complete_replicates()}, {"seed", e.seed}, {"rows", nlohmann::json::array()}};
  const auto number = [](double x) { return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json(nullptr); };
  for (std::size_t v = 0; v < e.variants.size(); ++v)
    for (const int month : e.months_shown)
      for (const std::size_t k : shown(e)) {
        const Summary s = summary_of(store.values(v, month, k));
        nlohmann::json row{{"variant", e.variants[v].name}, {"month", month},      {"outcome", outcomes()[k].name},
                           {"unit", outcomes()[k].unit},    {"mean", number(s.mean)}, {"sd", number(s.sd)}};
        if (v != e.baseline) {
          const PairedDifference d = difference(e, store, v, month, k);
          row["difference"] = number(d.difference), row["low"] = number(d.low), row["high"] = number(d.high);
          row["can_be_told_from_zero"] = d.can_be_told_from_zero();
        }
        all["rows"].push_back(row);
      }
  return all;
}

}  // namespace swadaya
