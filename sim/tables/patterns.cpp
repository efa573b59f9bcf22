#include "sim/tables/patterns.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace swadaya {

namespace {

// Shares in percent, differences of shares in points.
std::string value_text(const Finding& f) {
  const Pattern& p = f.pattern;
  const bool is_ratio = p.over || p.compare == Compare::ratio;
  const bool is_share = outcomes()[p.quantity.outcome].is_share() && !is_ratio;
  const double scale = is_share ? 100 : 1;
  const char* sign = p.compare == Compare::difference ? "+" : "";
  if (!std::isfinite(f.measure.value)) return "-";
  const std::string number = *sign      ? fmt::format("{:+.1f}", scale * f.measure.value)
                             : is_ratio ? fmt::format("x {:.2f}", f.measure.value)
                                        : fmt::format("{:.1f}", scale * f.measure.value);
  const std::string error =
      std::isfinite(f.measure.standard_error)
          ? fmt::format(" ± {:.{}f}", scale * f.measure.standard_error, is_ratio ? 2 : 1)
          : "";
  return number + error + (is_share ? p.compare == Compare::difference ? " points" : " %" : "");
}

std::string band_text(const Pattern& p) {
  if (!p.not_measured.empty()) return "";
  const bool is_share =
      outcomes()[p.quantity.outcome].is_share() && !p.over && p.compare != Compare::ratio;
  const auto end = [&](double x) { return fmt::format("{:g}", is_share ? 100 * x : x); };
  if (std::isinf(p.high)) return ">= " + end(p.low);
  return end(p.low) + " to " + end(p.high);
}

std::string verdict_text(const Finding& f) {
  if (f.verdict == Verdict::not_measured) return "not measured";
  return std::string{f.verdict == Verdict::holds ? "holds"
                     : f.pattern.is_hard()       ? "FAILS (hard)"
                                                 : "fails"} +
         (f.on_the_edge ? ", on the edge" : "") +
         (f.pattern.counts() ? "" : ", by construction: not counted");
}

std::string id_text(const Pattern& p) {
  return p.not_measured.empty() ? fmt::format("{} @{}", p.id, p.quantity.month) : p.id;
}

}  // namespace

std::string table_of(const std::vector<Finding>& findings, Markup markup) {
  std::string text;
  const bool markdown = markup == Markup::markdown;
  if (markdown)
    text =
        "| fact @month | statement | source | target | use | band | value | verdict |\n|---|---|---|---|---|---|---|---|\n";
  else
    text = fmt::format("{:9} {:64} {:24} {:15} {:14} {:18} {}\n", "fact", "statement", "target",
                       "use", "band", "value", "");
  int held = 0, failed = 0, constructed = 0, unmeasured = 0;
  for (const Finding& f : findings) {
    (f.verdict == Verdict::not_measured ? unmeasured
     : !f.pattern.counts()              ? constructed
     : f.verdict == Verdict::holds      ? held
                                        : failed)++;
    const std::string value = f.verdict == Verdict::not_measured ? "" : value_text(f);
    const std::string verdict = verdict_text(f) + (f.why.empty() ? "" : ": " + f.why);
    const char* const use = words_of(f.pattern.use);
    text += markdown ? fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n",
                                   id_text(f.pattern), f.pattern.statement, f.pattern.source,
                                   f.pattern.target, use, band_text(f.pattern), value, verdict)
                     : fmt::format("{:9} {:64} {:24} {:15} {:14} {:18} {}\n", id_text(f.pattern),
                                   f.pattern.statement, f.pattern.target, use, band_text(f.pattern),
                                   value, verdict);
  }
  return text + fmt::format(
                    "\n{} hold, {} fail, {} by construction count nowhere, {} not measured. Values "
                    "are means over worlds ± their standard errors. A fact fails where its value "
                    "lies beyond the band by more than two of them; on the edge: nearer than that "
                    "to an end of the band, on either side.\n",
                    held, failed, constructed, unmeasured);
}

nlohmann::json json_of(const std::vector<Finding>& findings) {
  nlohmann::json all = nlohmann::json::array();
  const auto number = [](double x) {
    return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json();
  };
  for (const Finding& f : findings) {
    const bool is_measured = f.verdict != Verdict::not_measured;
    nlohmann::json one{
        {"id", f.pattern.id},
        {"statement", f.pattern.statement},
        {"source", f.pattern.source},
        {"target", f.pattern.target},
        {"weight", f.pattern.weight},
        {"use", use_choices()[static_cast<std::size_t>(f.pattern.use)]},
        {"verdict", verdict_text(f)},
        {"holds", is_measured ? nlohmann::json(f.verdict == Verdict::holds) : nlohmann::json()}};
    if (is_measured)
      one.update({{"month", f.pattern.quantity.month},
                  {"band", {number(f.pattern.low), number(f.pattern.high)}},
                  {"value", number(f.measure.value)},
                  {"standard_error", number(f.measure.standard_error)}});
    else
      one["why"] = f.why;
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace swadaya
