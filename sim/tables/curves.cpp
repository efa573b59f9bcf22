#include "sim/tables/curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

constexpr std::size_t narrowest = 20, widest = 40;  // of a panel with its scale, in characters
constexpr std::size_t gap = 3;
constexpr std::size_t most_lines = 28;  // of text, but for the main outcomes
constexpr std::size_t most_rows = 16;   // variants

// What a programme is for comes before what it goes through; always drawn where they are shown.
constexpr std::array main_outcomes{"recovery", "reported_repayment", "poor_served", "capital_left"};

// The dots of one panel, x to the right and y downwards.
class Dots {
 public:
  explicit Dots(const Panel& panel)
      : panel_{panel}, cells_(panel.width * panel.height), strong_(cells_.size()) {}

  std::size_t columns() const { return 2 * panel_.width; }
  // In dots from the top; not a number stays one.
  double row_of(double value) const {
    const auto rows = static_cast<double>(4 * panel_.height - 1);
    const double share = (value - panel_.bottom) / (panel_.top - panel_.bottom);
    return std::round(rows * (1 - std::clamp(share, 0.0, 1.0)));
  }
  void set(std::size_t x, std::size_t y, bool is_strong) {
    static constexpr unsigned bits[2][4] = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
    const std::size_t cell = y / 4 * panel_.width + x / 2;
    cells_[cell] |= bits[x % 2][y % 4];
    strong_[cell] = strong_[cell] || is_strong;
  }
  std::vector<std::string> lines(Colour colour) const {
    std::vector<std::string> lines;
    for (std::size_t row = 0; row < panel_.height; ++row) {
      std::string line;
      for (std::size_t x = 0; x < panel_.width; ++x) {
        const std::size_t cell = row * panel_.width + x;
        line += toned(character(cells_[cell]), strong_[cell] ? Tone::plain : Tone::faint,
                      cells_[cell] ? colour : Colour::plain);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  static std::string character(unsigned dots) {
    if (dots == 0) return " ";
    return {static_cast<char>(0xE2), static_cast<char>(0xA0 | dots >> 6),
            static_cast<char>(0x80 | (dots & 0x3F))};
  }

  Panel panel_;
  std::vector<unsigned> cells_;
  std::vector<bool> strong_;
};

// Between the two months around a column of dots.
double value_at(const std::vector<double>& series, std::size_t column, std::size_t columns) {
  if (series.size() == 1) return series[0];
  const double at = static_cast<double>(column) * static_cast<double>(series.size() - 1) /
                    static_cast<double>(columns - 1);
  const auto before = std::min(static_cast<std::size_t>(at), series.size() - 2);
  const double share = at - static_cast<double>(before);
  if (share <= 0) return series[before];
  return share >= 1 ? series[before + 1]
                    : (1 - share) * series[before] + share * series[before + 1];
}

Curve curve_of(const Sample& sample, std::size_t outcome, int months) {
  Curve curve;
  const double scale = unit_of(outcomes()[outcome]).scale;
  for (int month = 0; month <= months; ++month) {
    const Summary s = summary_of(sample.values(month, outcome));
    curve.mean.push_back(s.mean * scale);
    curve.low.push_back(s.q05 * scale);
    curve.high.push_back(s.q95 * scale);
  }
  return curve;
}

Scale scale_of(const std::vector<Curve>& all) {
  double low = unbounded, high = -unbounded;
  for (const Curve& curve : all)
    for (const auto* series : {&curve.mean, &curve.low, &curve.high})
      for (const double x : *series)
        if (std::isfinite(x)) low = std::min(low, x), high = std::max(high, x);
  return low <= high ? scale_around(low, high) : Scale{0, 1};
}

// An outcome's curves of all variants, in their order.
struct PanelColumn {
  std::string heading;
  std::vector<Curve> curves;
  Scale scale;
  std::string bottom, top;  // how the scale's ends are written

  std::size_t label() const { return std::max(width_of(bottom), width_of(top)); }
};

PanelColumn column_of(const std::vector<Sample>& samples, std::size_t outcome, int months,
                      const std::string& heading, Language in) {
  const OutcomeInfo& info = outcomes()[outcome];
  const Unit unit = unit_of(info, in);
  PanelColumn column;
  const std::string name =
      unit.name.substr(0, unit.name.find(in.say(" a ward")));  // the table has it whole
  column.heading = heading + ", " + (unit.sign.empty() ? name : "%");
  for (const Sample& sample : samples) column.curves.push_back(curve_of(sample, outcome, months));
  column.scale = scale_of(column.curves);
  column.bottom = in.number("{:.4g}", column.scale.bottom);
  column.top = in.number("{:.4g}", column.scale.top);
  return column;
}

// Columns beside each other, a row of panels for each variant.
struct Layout {
  std::vector<std::string> rows;  // names of variants; one empty name for a lone one
  std::size_t indent, width, height;
  int months;
  std::size_t label = 0;  // of the scales' ends
};

std::string grid(const std::vector<PanelColumn>& columns, const Layout& layout, Look look) {
  const std::size_t label = layout.label, panel = layout.width - label - 1, height = layout.height;
  std::string text, line;
  std::vector<std::vector<std::string>> headings;
  std::size_t most = 1;
  for (const PanelColumn& column : columns) {
    headings.push_back(lines_of(column.heading, layout.width));
    most = std::max(most, headings.back().size());
  }
  for (std::size_t l = 0; l < most; ++l) {
    line = std::string(layout.indent, ' ');
    for (const auto& own : headings)
      line += std::string(gap, ' ') + left(l < own.size() ? own[l] : "", layout.width);
    text += line_of(line);
  }
  for (std::size_t r = 0; r < layout.rows.size(); ++r) {
    std::vector<std::vector<std::string>> panels;
    for (const PanelColumn& column : columns)
      panels.push_back(drawn(column.curves[r],
                             {panel, height, column.scale.bottom, column.scale.top}, look.colour));
    for (std::size_t h = 0; h < height; ++h) {
      line = left(h == height / 2 ? shortened(layout.rows[r], layout.indent) : "", layout.indent);
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::string end = h == 0 ? columns[c].top : h == height - 1 ? columns[c].bottom : "";
        line += std::string(gap, ' ') + toned(right(end, label), Tone::faint, look.colour) + ' ' +
                panels[c][h];
      }
      text += line_of(line);
    }
  }
  const std::string last = look.say("month {}", layout.months);
  line = std::string(layout.indent, ' ');
  for (std::size_t c = 0; c < columns.size(); ++c)
    line += std::string(gap + label + 1, ' ') +
            toned("0" + right(last, panel - 1), Tone::faint, look.colour);
  return text + line_of(line);
}

// The outcomes shown, main ones first.
std::vector<std::string> by_importance(const std::vector<std::string>& shown) {
  std::vector<std::string> order = shown;
  const auto rank = [](const std::string& name) {
    return std::find(main_outcomes.begin(), main_outcomes.end(), name);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  return order;
}

}  // namespace

Scale scale_around(double low, double high) {
  if (low == high) return low == 0 ? Scale{0, 1} : Scale{std::min(low, 0.0), std::max(high, 0.0)};
  const double power = std::pow(10.0, std::floor(std::log10(high - low)));
  const double share = (high - low) / power;  // within [1, 10)
  const double step = power * (share < 2 ? 0.2 : share < 5 ? 0.5 : 1);
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

std::vector<std::string> drawn(const Curve& curve, const Panel& panel, Colour colour) {
  Dots dots{panel};
  double before = nothing;
  for (std::size_t x = 0; x < dots.columns(); ++x) {
    if (x % 2 == 0)
      for (const auto* end : {&curve.low, &curve.high})
        if (const double row = dots.row_of(value_at(*end, x, dots.columns())); !std::isnan(row))
          dots.set(x, static_cast<std::size_t>(row), false);
    const double row = dots.row_of(value_at(curve.mean, x, dots.columns()));
    if (!std::isnan(row)) {
      // Up or down from where the line was.
      const double from = std::isnan(before) ? row
                          : before < row - 1 ? before + 1
                          : before > row + 1 ? before - 1
                                             : row;
      for (double y = std::min(from, row); y <= std::max(from, row); ++y)
        dots.set(x, static_cast<std::size_t>(y), true);
    }
    before = row;
  }
  return dots.lines(colour);
}

std::string curves(const Experiment& experiment, const Store& store, Look look) {
  const int months = store.months();
  if (store.complete_replicates() == 0 || months < 2) return "";
  std::vector<std::size_t> order{store.baseline()};
  for (std::size_t v = 0; v < store.variants().size() && order.size() < most_rows; ++v)
    if (v != store.baseline()) order.push_back(v);
  const bool is_alone = order.size() == 1;
  Layout layout{{}, 0, 0, is_alone ? 4u : order.size() <= 4 ? 3u : 2u, months};
  std::vector<Sample> samples;
  for (const std::size_t v : order) {
    layout.rows.push_back(is_alone ? "" : title_of(store.variants()[v], look.language));
    layout.indent = std::max(layout.indent, width_of(layout.rows.back()));
    samples.push_back(store.sample(v));
  }
  layout.indent = std::min(layout.indent, look.width / 4);
  if (layout.indent + gap + narrowest > look.width) return "";
  const std::size_t room = look.width - layout.indent,
                    beside = std::min(room / (gap + narrowest), experiment.outcomes.size());
  layout.width = std::min(room / beside - gap, widest);
  std::vector<PanelColumn> columns;
  const std::vector<std::string> names = by_importance(experiment.outcomes);
  const auto main = static_cast<std::size_t>(
      std::count_if(names.begin(), names.end(), [](const std::string& name) {
        return std::find(main_outcomes.begin(), main_outcomes.end(), name) != main_outcomes.end();
      }));
  const std::size_t lines = layout.rows.size() * layout.height + 3;  // of a block
  const std::size_t blocks =
      std::max({std::size_t{1}, most_lines / lines, (main + beside - 1) / beside});
  for (std::size_t k = 0; k < std::min(beside * blocks, names.size()); ++k)
    columns.push_back(column_of(samples, *outcome_index(names[k]), months,
                                stamped(experiment.facts, names[k], look.language), look.language));
  for (const PanelColumn& column : columns) layout.label = std::max(layout.label, column.label());
  std::string text;
  for (std::size_t first = 0; first < columns.size(); first += beside) {
    const auto begin = columns.begin() + static_cast<std::ptrdiff_t>(first);
    const auto count = std::min(beside, columns.size() - first);
    text += "\n" + grid({begin, begin + static_cast<std::ptrdiff_t>(count)}, layout, look);
  }
  return text + "\n" +
         paragraph(
             look.say("Lines: means over replicates. Dots: the range that holds 90 % of "
                      "them.") +
                 (is_alone ? "" : look.say(" All curves below each other have the same scale.")),
             look);
}

}  // namespace swadaya
