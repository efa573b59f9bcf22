#include "sim/tables.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/comparison.hpp"
#include "sim/text_layout.hpp"

namespace swadaya {

namespace {

// "participation_poor" -> "poor participation", "lent_poor_kRp" -> "lent poor", "par" -> "PAR"
std::string heading_of(std::string name) {
  for (const std::string acronym : {"lar", "par", "rr", "cgh"})
    if (name == acronym) {
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return static_cast<char>(c - 'a' + 'A'); });
      return name;
    }
  if (name.ends_with("_kRp")) name.resize(name.size() - 4);
  for (const std::string whose : {"poor", "elite"})
    for (const std::string what : {"informed", "participation"})
      if (name == fmt::format("{}_{}", what, whose)) return fmt::format("{} {}", whose, what);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// How an outcome is written: money in million rupiah, shares in percent and their differences in
// percentage points.
struct Unit {
  double scale = 1;
  std::string name, sign;  // sign: behind a mean
};

Unit unit_of(const OutcomeInfo& info) {
  if (info.unit == "share") return {100, "points", " %"};
  if (info.unit.starts_with("kRp")) return {1e-3, "million Rp" + info.unit.substr(3), ""};
  return {1, info.unit, ""};
}

// An estimate and, where it has one, its interval.
struct Figure {
  double estimate = nothing, low = nothing, high = nothing;  // scaled
  bool is_difference = false, is_same = false;
  Tone tone = Tone::plain;
  std::string sign;

  bool has_interval() const { return std::isfinite(low) && !is_same; }
  bool is_about_zero() const { return is_difference && has_interval() && low <= 0 && high >= 0; }
  std::string number(double x, int digits) const {
    return is_difference ? fmt::format("{:+.{}f}", x, digits) : fmt::format("{:.{}f}", x, digits);
  }
  std::string estimate_text(int digits) const {
    if (!std::isfinite(estimate)) return "-";
    if (is_same) return "same";
    return is_about_zero() ? "≈ 0" : number(estimate, digits);
  }
};

Figure difference_figure(const PairedDifference& d, const OutcomeInfo& info) {
  const double scale = unit_of(info).scale;
  Figure f{d.difference * scale, d.low * scale, d.high * scale, true, d.is_same(), Tone::plain, ""};
  if (f.is_same || f.is_about_zero())
    f.tone = Tone::faint;
  else if (d.can_be_told_from_zero())
    f.tone = (d.difference > 0) == info.higher_is_better ? Tone::good : Tone::bad;
  return f;
}

Figure mean_figure(std::span<const double> values, const OutcomeInfo& info) {
  const Unit unit = unit_of(info);
  return {summary_of(values).mean * unit.scale,
          nothing,
          nothing,
          false,
          false,
          Tone::strong,
          unit.sign};
}

// Figures under one heading, with the decimal points below each other.
struct Column {
  std::string heading, unit;
  std::vector<Figure> figures;  // one a row
  int digits = 1;
  std::size_t estimate = 0, low = 0, high = 0, width = 0;

  void settle() {
    double largest = 0;
    for (const Figure& f : figures)
      if (std::isfinite(f.estimate)) largest = std::max(largest, std::abs(f.estimate));
    if (largest >= 1000) digits = 0;
    // What differs for certain shall not read as 0.0.
    for (const Figure& f : figures)
      while (f.is_difference && !f.is_same && !f.is_about_zero() && digits > 0 && digits < 4 &&
             std::abs(f.estimate) < 0.5 * std::pow(10.0, -digits))
        ++digits;
    for (const Figure& f : figures) {
      estimate = std::max(estimate, width_of(f.estimate_text(digits)));
      if (!f.has_interval()) continue;
      low = std::max(low, width_of(f.number(f.low, digits)));
      high = std::max(high, width_of(f.number(f.high, digits)));
    }
    for (const Figure& f : figures) width = std::max(width, width_of(text_of(f)));
    for (const std::string& line : lines_of(heading, std::max(width, std::size_t{18})))
      width = std::max(width, width_of(line));
    for (const std::string& line : lines_of(unit, std::max(width, std::size_t{18})))
      width = std::max(width, width_of(line));
  }
  std::string text_of(const Figure& f) const {
    const std::string text = right(f.estimate_text(digits), estimate);
    if (!f.has_interval()) return text + (std::isfinite(f.estimate) ? f.sign : "");
    return fmt::format("{}{} [{}, {}]", text, f.sign, right(f.number(f.low, digits), low),
                       right(f.number(f.high, digits), high));
  }
};

constexpr std::size_t gap = 3;

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string headings(const std::vector<Column>& columns, std::size_t first, std::size_t last,
                     std::size_t indent) {
  std::string text;
  for (const auto part : {&Column::heading, &Column::unit}) {
    std::vector<std::vector<std::string>> lines;
    std::size_t most = 0;
    for (std::size_t c = first; c < last; ++c) {
      lines.push_back(lines_of(columns[c].*part, columns[c].width));
      most = std::max(most, lines.back().size());
    }
    for (std::size_t l = 0; l < most; ++l) {
      std::string line(indent, ' ');
      for (std::size_t c = first; c < last; ++c) {
        const auto& own = lines[c - first];
        line += std::string(gap, ' ') + left(l < own.size() ? own[l] : "", columns[c].width);
      }
      text += without_trailing_spaces(line);
    }
  }
  return text;
}

// As many blocks as the width asks for.
std::string blocks(const std::vector<std::string>& rows, std::vector<Column> columns, Look look) {
  std::size_t indent = 0;
  for (const std::string& row : rows) indent = std::max(indent, width_of(row));
  indent = std::min(indent, std::max(look.width / 3, std::size_t{12}));
  for (Column& column : columns) column.settle();
  std::string text;
  for (std::size_t first = 0, last = 0; first < columns.size(); first = last) {
    std::size_t width = indent;
    while (last < columns.size() &&
           (last == first || width + gap + columns[last].width <= look.width))
      width += gap + columns[last++].width;
    text += "\n" + headings(columns, first, last, indent);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::string line = left(shortened(rows[r], indent), indent);
      for (std::size_t c = first; c < last; ++c) {
        const Figure& figure = columns[c].figures[r];
        const std::string cell = columns[c].text_of(figure);
        line += std::string(gap, ' ') + toned(cell, figure.tone, look.colour) +
                padding(cell, columns[c].width);
      }
      text += without_trailing_spaces(line);
    }
  }
  return text;
}

std::string paragraph(const std::string& words, Look look) {
  std::string text;
  for (const std::string& line : lines_of(words, look.width))
    text += toned(line, Tone::faint, look.colour) + '\n';
  return text;
}

std::vector<std::size_t> shown_outcomes(const Shown& shown) {
  std::vector<std::size_t> indices;
  for (const std::string& name : shown.outcomes) indices.push_back(*outcome_index(name));
  const std::size_t cost = *outcome_index("cost_kRp");
  std::erase(indices, cost);
  indices.push_back(cost);
  return indices;
}

std::string title_of(const StoredVariant& variant) {
  return variant.title.empty() ? variant.name : variant.title;
}

const Served& served_in(const std::vector<Served>& all, std::size_t variant, int month) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const Served& s) { return s.variant == variant && s.month == month; });
}

Figure plain_figure(double kRp) {
  return {kRp / 1000, nothing, nothing, false, false, Tone::plain, ""};
}

std::string compared_table(const Store& store, const Shown& shown, Look look) {
  std::vector<std::size_t> order{store.baseline()};
  std::vector<std::string> rows{title_of(store.variants()[store.baseline()])};
  for (std::size_t v = 0; v < store.variants().size(); ++v)
    if (v != store.baseline())
      order.push_back(v), rows.push_back("  " + title_of(store.variants()[v]));
  std::vector<Sample> samples;
  for (const std::size_t v : order) samples.push_back(store.sample(v, shown.months));
  const std::vector<Served> served = served_by(store, shown.months);

  std::string text;
  for (const int month : shown.months) {
    std::vector<Column> columns;
    for (const std::size_t k : shown_outcomes(shown)) {
      const OutcomeInfo& info = outcomes()[k];
      Column column{heading_of(info.name),
                    unit_of(info).name,
                    {mean_figure(samples[0].values(month, k), info)}};
      for (std::size_t i = 1; i < order.size(); ++i)
        column.figures.push_back(difference_figure(
            paired_difference(samples[0].values(month, k), samples[i].values(month, k)), info));
      columns.push_back(std::move(column));
    }
    Column each{"cost per poor household served", "million Rp", {}},
        extra{"per extra poor household served", "million Rp", {}};
    for (const std::size_t v : order) {
      each.figures.push_back(plain_figure(served_in(served, v, month).cost_per_household));
      extra.figures.push_back(plain_figure(served_in(served, v, month).cost_per_extra_household));
    }
    columns.push_back(std::move(each));
    columns.push_back(std::move(extra));
    text += "\n" + toned(fmt::format("Month {}", month), Tone::strong, look.colour) + "\n" +
            blocks(rows, std::move(columns), look);
  }
  text += "\n" + paragraph(
                     "The first row is the baseline. Below it: differences from the baseline, in "
                     "the same worlds, with 95 % "
                     "intervals; points are percentage points. The last two columns are costs, not "
                     "differences.",
                     look);
  text += paragraph(store.complete_replicates() < 2
                        ? "One replicate has no interval: with more, the table says which "
                          "differences can be told from zero."
                        : "≈ 0: not distinguishable from zero (the interval includes zero). same: "
                          "equal in every world. "
                          "-: no figure, or no gain that can be told from zero.",
                    look);
  return text;
}

std::string lone_table(const Store& store, const Shown& shown, Look look) {
  const Sample sample = store.sample(store.baseline(), shown.months);
  const std::vector<Served> served = served_by(store, shown.months);
  std::vector<std::string> rows;
  std::vector<Column> columns;
  columns.reserve(shown.months.size());
  for (const int month : shown.months) columns.push_back({fmt::format("month {}", month), "", {}});
  for (const std::size_t k : shown_outcomes(shown)) {
    const Unit unit = unit_of(outcomes()[k]);
    rows.push_back(heading_of(outcomes()[k].name) + (unit.sign.empty() ? ", " + unit.name : ""));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Summary s = summary_of(sample.values(shown.months[c], k));
      const bool ranges = s.n > 1;
      columns[c].figures.push_back({s.mean * unit.scale, ranges ? s.q05 * unit.scale : nothing,
                                    ranges ? s.q95 * unit.scale : nothing, false, false,
                                    Tone::plain, unit.sign});
    }
  }
  rows.push_back("cost per poor household served, million Rp");
  for (std::size_t c = 0; c < columns.size(); ++c)
    columns[c].figures.push_back(
        plain_figure(served_in(served, store.baseline(), shown.months[c]).cost_per_household));
  return blocks(rows, std::move(columns), look) + "\n" +
         paragraph("Means over replicates, with the range that holds 90 % of them.", look);
}

nlohmann::json number(double x) {
  return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json(nullptr);
}

Shown shown_of(const Experiment& e) { return {e.name, e.title, e.outcomes, e.months_shown}; }

}  // namespace

std::string table(const Store& store, const Shown& shown, Look look) {
  const std::size_t complete = store.complete_replicates();
  std::string text =
      toned(shown.title.empty() ? shown.name : shown.title, Tone::strong, look.colour) + '\n';
  text += complete == store.planned_replicates()
              ? fmt::format("{}", complete)
              : fmt::format("{} of {}", complete, store.planned_replicates());
  text += fmt::format(" replicate{}, seed {}\n", store.planned_replicates() == 1 ? "" : "s",
                      store.seed());
  return text + (store.variants().size() == 1 ? lone_table(store, shown, look)
                                              : compared_table(store, shown, look));
}

nlohmann::json table_json(const Store& store, const Shown& shown) {
  nlohmann::json all{{"experiment", shown.name},
                     {"title", shown.title},
                     {"replicates", store.complete_replicates()},
                     {"seed", store.seed()},
                     {"baseline", store.variants()[store.baseline()].name},
                     {"rows", nlohmann::json::array()},
                     {"served", nlohmann::json::array()}};
  std::vector<Compared> compared;
  if (store.variants().size() > 1) compared = comparison_of(store, shown.months);
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v, shown.months);
    for (const int month : shown.months)
      for (const std::size_t k : shown_outcomes(shown)) {
        const Summary s = summary_of(sample.values(month, k));
        nlohmann::json row{{"variant", store.variants()[v].name},
                           {"month", month},
                           {"outcome", outcomes()[k].name},
                           {"unit", outcomes()[k].unit},
                           {"n", s.n},
                           {"mean", number(s.mean)},
                           {"sd", number(s.sd)},
                           {"q05", number(s.q05)},
                           {"q95", number(s.q95)}};
        const auto at = std::find_if(compared.begin(), compared.end(), [&](const Compared& c) {
          return c.variant == v && c.month == month && c.outcome == k;
        });
        if (at != compared.end()) {
          const PairedDifference& d = at->effect;
          row.update({{"difference", number(d.difference)},
                      {"standard_error", number(d.standard_error)},
                      {"low", number(d.low)},
                      {"high", number(d.high)},
                      {"can_be_told_from_zero", d.can_be_told_from_zero()},
                      {"cost_difference_kRp", number(at->cost_difference)},
                      {"cost_per_unit", number(at->cost_per_unit)}});
        }
        all["rows"].push_back(std::move(row));
      }
  }
  for (const Served& s : served_by(store, shown.months))
    all["served"].push_back({{"variant", store.variants()[s.variant].name},
                             {"month", s.month},
                             {"cost_per_household_kRp", number(s.cost_per_household)},
                             {"cost_per_extra_household_kRp", number(s.cost_per_extra_household)}});
  return all;
}

std::string comparison_table(const Experiment& experiment, const Store& store, Look look) {
  return table(store, shown_of(experiment), look);
}

nlohmann::json comparison_json(const Experiment& experiment, const Store& store) {
  return table_json(store, shown_of(experiment));
}

}  // namespace swadaya
