#include "sim/tables/figures.hpp"

#include <algorithm>
#include <cmath>

#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

constexpr std::size_t gap = 3;

std::string headings(const std::vector<FigureColumn>& columns, std::size_t first, std::size_t last,
                     std::size_t indent) {
  std::string text;
  for (const auto part : {&FigureColumn::heading, &FigureColumn::unit}) {
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
      text += line_of(line);
    }
  }
  return text;
}

}  // namespace

bool Figure::has_interval() const { return !std::isnan(low) && !is_same; }

bool Figure::is_about_zero() const {
  return is_difference && has_interval() && (may_be_chance || (low <= 0 && high >= 0));
}

std::string Figure::number(double x, int digits, Language in) const {
  if (std::isinf(x)) return x < 0 ? "-∞" : "∞";  // an interval without a bound
  return is_difference ? in.decimal_signed(x, digits) : in.decimal(x, digits);
}

std::string Figure::estimate_text(int digits, Language in) const {
  if (!words.empty()) return "";
  if (!std::isfinite(estimate)) return "-";
  if (is_same) return in.say("same");
  return is_about_zero() ? "≈ 0" : number(estimate, digits, in);
}

Figure in_words(std::string words, Tone tone) {
  Figure f;
  f.words = std::move(words);
  f.tone = tone;
  return f;
}

void FigureColumn::settle(Language in) {
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
    estimate = std::max(estimate, width_of(f.estimate_text(digits, in)));
    if (!f.has_interval()) continue;
    low = std::max(low, width_of(f.number(f.low, digits, in)));
    high = std::max(high, width_of(f.number(f.high, digits, in)));
  }
  for (const Figure& f : figures) width = std::max(width, width_of(text_of(f, in)));
  for (const std::string& line : lines_of(heading, std::max(width, std::size_t{18})))
    width = std::max(width, width_of(line));
  for (const std::string& line : lines_of(unit, std::max(width, std::size_t{18})))
    width = std::max(width, width_of(line));
}

std::string FigureColumn::text_of(const Figure& f, Language in) const {
  if (!f.words.empty()) return f.words;
  const std::string text = right(f.estimate_text(digits, in), estimate);
  if (!f.has_interval()) return text + (std::isfinite(f.estimate) ? f.sign : "");
  return in.say("{}{} [{}, {}]{}", text, f.sign, right(f.number(f.low, digits, in), low),
                right(f.number(f.high, digits, in), high), f.mark);
}

Figure difference_figure(const PairedDifference& d, const OutcomeInfo& info) {
  const double scale = unit_of(info).scale;
  const PairedDifference cut = difference_within(d, info);
  Figure f{
      d.difference * scale, cut.low * scale, cut.high * scale, true, d.is_same(), Tone::plain, ""};
  f.may_be_chance = std::isfinite(d.low) && !d.can_be_told_from_zero();
  if (d.rests_on_few()) f.mark = "*";
  if (f.is_same || f.is_about_zero())
    f.tone = Tone::faint;
  else if (d.can_be_told_from_zero())
    f.tone = (d.difference > 0) == info.higher_is_better ? Tone::good : Tone::bad;
  return f;
}

Figure mean_figure(std::span<const double> values, const OutcomeInfo& info, Language in) {
  const Unit unit = unit_of(info, in);
  return {summary_of(values).mean * unit.scale,
          nothing,
          nothing,
          false,
          false,
          Tone::strong,
          unit.sign};
}

std::string blocks(const std::vector<std::string>& rows, std::vector<FigureColumn> columns,
                   Look look) {
  std::size_t indent = 0;
  for (const std::string& row : rows) indent = std::max(indent, width_of(row));
  indent = std::min(indent, std::max(look.width / 3, std::size_t{12}));
  for (FigureColumn& column : columns) column.settle(look.language);
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
        const std::string cell = columns[c].text_of(figure, look.language);
        line += std::string(gap, ' ') + toned(cell, figure.tone, look.colour) +
                padding(cell, columns[c].width);
      }
      text += line_of(line);
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

Figure plain_figure(double kRp) {
  return {kRp / 1000, nothing, nothing, false, false, Tone::plain, ""};
}

}  // namespace swadaya
