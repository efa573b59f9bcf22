#include "sim/report/side_by_side.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/filling.hpp"
#include "sim/report/pages.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/plain.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

nlohmann::json result_of(const OneResult& one) {
  return {{"title", title_of(one.experiment)},
          {"title_id", title_of(one.experiment, Language::indonesian())},
          {"folder", one.store.folder()},
          {"worlds", one.store.complete_replicates()},
          {"months", one.store.months()},
          {"version", one.version}};
}

nlohmann::json settings_of_page(const std::vector<DifferentSetting>& settings) {
  nlohmann::json all = nlohmann::json::array();
  for (const DifferentSetting& one : settings) all.push_back({one.key, one.a, one.b, one.unit});
  return all;
}

const char* why_called(NotPaired why) {
  switch (why) {
    case NotPaired::no:
      return "";
    case NotPaired::dice:
      return "dice";
    case NotPaired::wards:
      return "wards";
    case NotPaired::draws:
      return "draws";
    case NotPaired::no_world:
      return "no_world";
  }
  return "";
}

// [a, b, difference, low, high, whether it can be told from zero, whether it is the same].
nlohmann::json row_of(const PairedDifference& d) {
  return {report_number(d.baseline_mean),
          report_number(d.variant_mean),
          report_number(d.difference),
          report_number(d.low),
          report_number(d.high),
          d.can_be_told_from_zero() ? 1 : 0,
          d.is_paired && d.is_same() ? 1 : 0};
}

// Months of curves: all of few, of many as many as a screen shows.
std::vector<int> months_of_curves(int last, std::size_t curves) {
  constexpr std::size_t most_numbers = 120'000;
  int step = 1;
  while (curves * 6 * static_cast<std::size_t>(last / step + 1) > most_numbers && step < 12) ++step;
  std::vector<int> months;
  for (int month = 0; month < last; month += step) months.push_back(month);
  months.push_back(last);
  return months;
}

// By outcome three rows: mean, 5 % and 95 % quantile over worlds.
nlohmann::json curves_of(const Store& store, std::size_t variant, const std::vector<int>& months,
                         const std::vector<std::size_t>& shown) {
  const Sample sample = store.sample(variant, months);
  nlohmann::json all = nlohmann::json::array();
  for (const std::size_t k : shown) {
    nlohmann::json mean = nlohmann::json::array(), low = mean, high = mean;
    for (const int month : months) {
      const Summary s = summary_of(sample.values(month, k));
      mean.push_back(report_number(s.mean, 4));
      low.push_back(report_number(s.q05, 4));
      high.push_back(report_number(s.q95, 4));
    }
    all.push_back({mean, low, high});
  }
  return all;
}

// Place among the shown of what the page opens with.
std::size_t opens_with(const OneResult& a, const std::vector<std::size_t>& shown) {
  const auto at = std::find(shown.begin(), shown.end(), report_outcome(a.experiment));
  return at == shown.end() ? 0 : static_cast<std::size_t>(at - shown.begin());
}

}  // namespace

nlohmann::json side_by_side_data(const OneResult& a, const OneResult& b, const TwoResults& two) {
  const auto place = [&](std::size_t outcome) {
    return std::find(two.outcomes.begin(), two.outcomes.end(), outcome) - two.outcomes.begin();
  };
  const std::vector<int> months = months_of_curves(std::min(a.store.months(), b.store.months()),
                                                   two.both.size() * two.outcomes.size());
  nlohmann::json data{{"a", result_of(a)},
                      {"b", result_of(b)},
                      {"experiment", settings_of_page(two.experiment)},
                      {"only_a", two.only_a},
                      {"only_b", two.only_b},
                      {"only_a_id", two.only_a_id},
                      {"only_b_id", two.only_b_id},
                      {"months_shown", two.months},
                      {"months", months},
                      {"outcome", opens_with(a, two.outcomes)},
                      {"rows", nlohmann::json::array()},
                      {"gains", nlohmann::json::array()}};
  bool over = false;
  for (const std::size_t k : two.outcomes)
    data["outcomes"].push_back({{"name", outcomes()[k].name},
                                {"unit", outcomes()[k].unit},
                                {"definition", outcomes()[k].definition},
                                {"higher_is_better", outcomes()[k].higher_is_better}});
  for (const InBoth& one : two.both)
    data["variants"].push_back({{"title", one.title},
                                {"title_id", one.title_id},
                                {"settings", settings_of_page(one.settings)},
                                {"why", why_called(one.why)},
                                {"worlds", one.worlds},
                                {"a", curves_of(a.store, one.a, months, two.outcomes)},
                                {"b", curves_of(b.store, one.b, months, two.outcomes)}});
  for (const OutcomeInBoth& row : two.rows) {
    over = over || row.effect.is_over_parameters();
    const auto at = [&](const PairedDifference& d) {
      nlohmann::json cells{row.variant, place(row.outcome), row.month};
      for (auto& cell : row_of(d)) cells.push_back(cell);
      return cells;
    };
    if (row.effect.n > 0) data["rows"].push_back(at(row.effect));
    if (row.gain.n > 0) data["gains"].push_back(at(row.gain));
  }
  data["over_parameters"] = over;
  return data;
}

std::string side_by_side_html(const OneResult& a, const OneResult& b, const TwoResults& two,
                              const std::string& language) {
  const nlohmann::json data = side_by_side_data(a, b, two);
  const std::string title =
      data["a"]["title"].get<std::string>() + " | " + data["b"]["title"].get<std::string>();
  return filled(page("both.html"), {{"{{lang}}", language.empty() ? "en" : language},
                                    {"{{language}}", language.empty() ? "browser" : "asked"},
                                    {"{{title}}", escaped_text(title)},
                                    {"{{data}}", embedded(data)}});
}

}  // namespace swadaya
