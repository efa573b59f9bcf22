#include "sim/report/spreadsheet.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/error.hpp"
#include "sim/base/statistics.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/xlsx.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/designs.hpp"

namespace swadaya {

namespace {

constexpr double narrow = 10, medium = 20, wide = 60;

// As files have it: digits behind the tenth say nothing, and cost room.
double ten_digits(double x) {
  return std::isfinite(x) ? std::stod(fmt::format("{:.10g}", x)) : nothing;
}

class Spreadsheet {
 public:
  Spreadsheet(const Reported& reported, const Selection& selection, const std::string& file)
      : reported_{reported},
        experiment_{reported.experiment},
        store_{reported.store},
        selection_{selection},
        compares_{has_baseline(experiment_) && store_.variants().size() > 1},
        book_{file, title(), time_of(reported.manifest.started)} {}

  void write() {
    find_tables();
    read_me();
    if (compares_) comparison();
    if (!experiment_.design.empty()) tables();
    series();
    if (experiment_.design.empty()) tables();
    settings();
    definitions();
    book_.finish();
  }

 private:
  using Rows = std::vector<std::vector<std::string>>;

  std::string title() const { return title_of(experiment_); }

  // Of "2001-08-17T09:30:00Z"; what is no time is the beginning of all.
  static std::time_t time_of(const std::string& utc) {
    std::tm parts{};
    return strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) ? timegm(&parts) : 1;
  }

  // What else lies beside the results as CSV: of packages the frontier, of a design all of it.
  void find_tables() {
    for (const ResultTable& one : presentation_of(experiment_).tables) {
      std::string sheet = one.file.substr(0, one.file.find('.'));
      if (sheet == "series" || sheet == "comparison") continue;
      if (experiment_.design.empty()) {
        if (sheet != "cost_effectiveness") continue;
        sheet = "frontier";
      }
      tables_.emplace_back(sheet, rows_written(one.csv(experiment_, store_, reported_.catalogue)));
    }
  }

  void read_me() {
    const Manifest& made = reported_.manifest;
    book_.page("read me", {24, 110});
    const auto line = [&](const std::string& what, const std::string& words) {
      if (!words.empty()) book_.row({what, words});
    };
    line(title(), experiment_.description.empty() ? " " : experiment_.description);
    line("What this is", "Results of a simulation, made with swadaya " + made.made_by_version +
                             " (" + made.made_by_commit + ").");
    line("Run", fmt::format("{}, begun {}", made.command, made.started));
    line("Worlds", fmt::format("{} of {} are complete in all variants; seed {}; months 0 to {}",
                               store_.complete_replicates(), store_.planned_replicates(),
                               store_.seed(), store_.months()));
    if (compares_) line("Baseline", title_of(store_.variants()[store_.baseline()]));
    if (selection_.variants.size() < store_.variants().size() ||
        selection_.outcomes.size() < outcomes().size() ||
        selection_.months.size() <= static_cast<std::size_t>(store_.months()))
      line("Selected", fmt::format("{} of {} variants, {} of {} outcomes, {} of {} months",
                                   selection_.variants.size(), store_.variants().size(),
                                   selection_.outcomes.size(), outcomes().size(),
                                   selection_.months.size(), store_.months() + 1));
    book_.row({});
    sheets_in_words();
    book_.row({});
    line("Numbers",
         "Shares lie between 0 and 1 (0.25 is 25 %). kRp is a thousand rupiah. The unit "
         "of each outcome is in `definitions`. An empty cell: there is no such number.");
    line("What it isn't",
         "A forecast for one ward. What isn't known of people and what other rules of behaviour "
         "would say stands in the report (`swadaya report`) and the dossier (`swadaya dossier`).");
    stamps();
  }

  void sheets_in_words() {
    const auto line = [&](const char* sheet, const std::string& words) {
      book_.row({std::string{sheet}, words});
    };
    if (compares_)
      line("comparison",
           "Each variant against the baseline, by outcome and month: means and their difference. "
           "low and high are what `interval` says: 90 % of the draws of the parameters expect a "
           "difference within them, or, where parameters are taken as known, the 95 % Monte Carlo "
           "interval. monte_carlo: whether enough was simulated; luck and ward: what one ward may "
           "see; structure: what other assumptions say; simultaneous: holds for all that is shown "
           "at once. fails: facts that the outcome misses.");
    line("series",
         "Month by month, over complete worlds: number of worlds with a figure, mean, "
         "standard deviation and quantiles (q05: 5 % of the worlds lie below). The rows "
         "of a variant and outcome follow each other, so that a chart can be drawn.");
    for (const auto& [sheet, rows] : tables_)
      line(sheet.c_str(),
           sheet == "frontier" && experiment_.design.empty()
               ? "Which packages are worth their money: effect (of shares in percentage points), "
                 "cost a ward, whether another package or a mix of two gives no less for no more "
                 "(dominated), and the price of one more unit of effect (icer_kRp)."
               : "As " + sheet + ".csv in the results folder.");
    line("settings",
         "Every setting of the baseline, and of other variants what differs; default, "
         "unit, range and where the default comes from.");
    line("definitions", "Outcomes: unit, definition with its denominator, which way is good.");
  }

  void stamps() {
    for (const std::size_t k : selection_.outcomes)
      if (const std::string missed = experiment_.facts.stamp_of(outcomes()[k].name).names();
          !missed.empty())
        book_.row({"Fails", fmt::format("{}: the baseline misses hard facts about it: {}",
                                        outcomes()[k].name, missed)});
  }

  // What comparison.csv has; of months that were named and aren't in it, differences alone.
  std::vector<Compared> compared() const {
    std::vector<Compared> all = whole_comparison(experiment_, store_);
    if (selection_.months.size() <= static_cast<std::size_t>(store_.months())) {
      std::set<int> there;
      for (const Compared& c : all) there.insert(c.month);
      std::vector<int> more;
      for (const int month : selection_.months)
        if (!there.contains(month)) more.push_back(month);
      if (!more.empty())
        for (Compared& c : comparison_of(store_, more, selection_.variants)) {
          c.missed = experiment_.facts.stamp_of(outcomes()[c.outcome].name).names();
          all.push_back(std::move(c));
        }
    }
    std::erase_if(all, [&](const Compared& c) {
      return !selection_.has_variant(c.variant) || !selection_.has_month(c.month) ||
             !selection_.has_outcome(outcomes()[c.outcome].name);
    });
    std::stable_sort(all.begin(), all.end(), [](const Compared& a, const Compared& b) {
      return a.variant != b.variant ? a.variant < b.variant : a.month < b.month;
    });
    return all;
  }

  void comparison() {
    const std::vector<Compared> all = compared();
    check_rows("comparison", all.size());
    std::vector<SheetColumn> columns{
        {"variant", medium}, {"title", medium}, {"outcome", medium}, {"unit", medium}};
    for (const ComparisonColumn& column : comparison_columns()) columns.push_back({column.name});
    columns.push_back({"interval", medium});
    columns.push_back({"fails", medium});
    book_.sheet("comparison", columns);
    for (const Compared& c : all) {
      std::vector<Cell> row{store_.variants()[c.variant].name,
                            title_of(store_.variants()[c.variant]), outcomes()[c.outcome].name,
                            outcomes()[c.outcome].unit};
      for (const ComparisonColumn& column : comparison_columns())
        row.push_back(ten_digits(column.value(c)));
      row.push_back(std::string{interval_called(c.effect)});
      row.push_back(c.missed);
      book_.row(row);
    }
  }

  void series() {
    check_rows("series",
               selection_.variants.size() * selection_.outcomes.size() * selection_.months.size());
    book_.sheet("series", {{"variant", medium},
                           {"title", medium},
                           {"outcome", medium},
                           {"unit", medium},
                           {"month", narrow},
                           {"n", narrow},
                           {"mean"},
                           {"sd"},
                           {"q05"},
                           {"q25"},
                           {"q50"},
                           {"q75"},
                           {"q95"}});
    for (const std::size_t v : selection_.variants) {
      const Sample sample = store_.sample(v, selection_.months);
      // A search keeps some months alone.
      std::vector<int> kept;
      for (const int month : selection_.months)
        if (is_kept(sample, month)) kept.push_back(month);
      for (const std::size_t k : selection_.outcomes)
        for (const int month : kept) {
          const Summary s = summary_of(sample.values(month, k));
          std::vector<Cell> row{store_.variants()[v].name,
                                title_of(store_.variants()[v]),
                                outcomes()[k].name,
                                outcomes()[k].unit,
                                double(month),
                                static_cast<double>(s.n)};
          for (const double x : {s.mean, s.sd, s.q05, s.q25, s.q50, s.q75, s.q95})
            row.push_back(ten_digits(x));
          book_.row(row);
        }
    }
  }

  static bool is_kept(const Sample& sample, int month) {
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      if (std::ranges::any_of(sample.values(month, k), [](double x) { return std::isfinite(x); }))
        return true;
    return false;
  }

  void tables() {
    for (const auto& [sheet, rows] : tables_) table(sheet, rows);
  }

  // A table as its CSV has it, without rows of what isn't selected.
  void table(const std::string& sheet, const Rows& rows) {
    if (rows.empty()) return;
    check_rows(sheet, rows.size() - 1);
    std::vector<SheetColumn> columns;
    for (const std::string& heading : rows[0])
      columns.push_back({heading, std::clamp(double(heading.size()) + 2, narrow, wide)});
    book_.sheet(sheet, columns);
    for (std::size_t r = 1; r < rows.size(); ++r) {
      std::vector<Cell> row;
      bool selected = true;
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const std::string& field = rows[r][c];
        const std::string heading = c < rows[0].size() ? rows[0][c] : "";
        selected = selected && is_selected(heading, field);
        const bool is_name = heading == "variant" || heading == "same_as";
        row.push_back(is_name ? Cell{field} : cell_of(field));
      }
      if (selected) book_.row(row);
    }
  }

  bool is_selected(const std::string& heading, const std::string& field) const {
    if (heading == "outcome") return !outcome_index(field) || selection_.has_outcome(field);
    if (heading == "month")
      return std::none_of(field.begin(), field.end(), [](char c) { return c < '0' || c > '9'; }) &&
             !field.empty() && selection_.has_month(std::stoi(field));
    if (heading != "variant") return true;
    for (std::size_t v = 0; v < store_.variants().size(); ++v)
      if (store_.variants()[v].name == field) return selection_.has_variant(v);
    return true;
  }

  // The baseline, and beside it those selected where they are packages and no points.
  std::vector<std::size_t> variants_of_settings() const {
    std::vector<std::size_t> variants{
        has_curves(experiment_) ? store_.baseline() : report_variants(experiment_, store_).front()};
    if (has_curves(experiment_))
      for (const std::size_t v : selection_.variants)
        if (v != store_.baseline() && variants.size() < most_beside) variants.push_back(v);
    return variants;
  }

  void settings() {
    const std::vector<std::size_t> variants = variants_of_settings();
    const auto json = report_settings(experiment_, reported_.catalogue, variants);
    std::vector<SheetColumn> columns{{"key", 32},
                                     {title_of(store_.variants()[variants[0]]), medium}};
    for (std::size_t v = 1; v < variants.size(); ++v)
      columns.push_back({title_of(store_.variants()[variants[v]]), medium});
    for (const auto& [heading, width] :
         {std::pair{"default", medium}, {"unit", wide}, {"range", medium}, {"source", wide}})
      columns.push_back({heading, width});
    book_.sheet("settings", columns);
    const auto add = [&](const std::string& key, const nlohmann::json& value,
                         const nlohmann::json& others, const std::vector<nlohmann::json>& behind) {
      std::vector<Cell> row{key, cell(value)};
      // By variant, the baseline's own first.
      for (std::size_t v = 1; v < variants.size(); ++v)
        row.push_back(v < others.size() ? cell(others[v]) : Cell{});
      for (const nlohmann::json& one : behind) row.push_back(cell(one));
      book_.row(row);
    };
    for (const auto& m : json.at("models"))
      add("models." + m[0].get<std::string>(), m[1], m[4], {m[2], "", "", m[3]});
    for (const auto& r : json.at("rows"))
      add(r[0].get<std::string>() + "." + r[1].get<std::string>(), r[2], r[7],
          {r[3], r[4], r[5], r[6]});
    for (std::size_t v = 0; v < variants.size(); ++v)
      for (const auto& event : json.at("events")[v]) {
        std::vector<Cell> row(variants.size() + 5);
        row[0] = fmt::format("event in month {}", event.at("month").get<int>());
        row[v + 1] =
            fmt::format("{}", fmt::join(event.at("set").get<std::vector<std::string>>(), "; "));
        book_.row(row);
      }
  }

  static Cell cell(const nlohmann::json& json) {
    if (json.is_null()) return {};
    return json.is_string() ? cell_of(json.get<std::string>()) : Cell{json.get<double>()};
  }

  void definitions() {
    book_.sheet(
        "definitions",
        {{"outcome", 30}, {"called", 30}, {"unit", medium}, {"good", narrow}, {"definition", 110}});
    for (const std::size_t k : selection_.outcomes) {
      const OutcomeInfo& info = outcomes()[k];
      book_.row({info.name, heading_of(info.name), info.unit,
                 std::string{info.higher_is_better ? "more" : "less"}, info.definition});
    }
  }

  void check_rows(const std::string& sheet, std::size_t rows) const {
    if (rows < Xlsx::most_rows) return;
    throw refused(store_.folder(),
                  fmt::format("the sheet `{}` would have {} rows, and a sheet holds {}", sheet,
                              rows, Xlsx::most_rows - 1),
                  "name fewer with --outcomes, --months or --variants, or take --format csv");
  }

  static constexpr std::size_t most_beside = 1000;  // columns of settings

  const Reported& reported_;
  const Experiment& experiment_;
  const Store& store_;
  const Selection& selection_;
  const bool compares_;
  std::vector<std::pair<std::string, Rows>> tables_;  // sheet, and its rows with the heading
  Xlsx book_;
};

}  // namespace

void write_spreadsheet(const Reported& reported, const Selection& selection,
                       const std::string& file) {
  check_complete(reported);
  Spreadsheet{reported, selection, file}.write();
}

}  // namespace swadaya
