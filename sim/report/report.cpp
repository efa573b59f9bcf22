#include "sim/report/report.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/designs/designs.hpp"
#include "sim/report/filling.hpp"
#include "sim/report/odd.hpp"
#include "sim/report/packed.hpp"
#include "sim/report/pages.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/plain.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "sim/tables/designs.hpp"
#include "sim/tables/draws.hpp"
#include "sim/tables/same_money.hpp"

namespace swadaya {

namespace {

nlohmann::json outcomes_json() {
  nlohmann::json all = nlohmann::json::array();
  for (const OutcomeInfo& info : outcomes())
    all.push_back({{"name", info.name},
                   {"unit", info.unit},
                   {"definition", info.definition},
                   {"higher_is_better", info.higher_is_better}});
  return all;
}

// Of the baseline and of what the answer names first; of a sweep, of the lowest and the highest
// point.
nlohmann::json ward_of(const Reported& reported, const nlohmann::json& data,
                       const std::vector<std::size_t>& variants) {
  if (reported.manifest.made_by_version != version || reported.manifest.made_by_commit != commit)
    return {{"missing", "version"}};
  if (!reported.has_files) return {{"missing", "files"}};
  std::size_t second = variants.size() - 1;
  if (data.contains("comparison"))
    if (const auto named =
            first_named(data["comparison"], data["outcome"], data["months_shown"].back()))
      second = *named;
  std::vector<std::size_t> drawn{variants[0]};
  if (second > 0) drawn.push_back(variants[second]);
  auto json = report_ward(reported.experiment, reported.catalogue, drawn);
  if (!json.contains("missing"))
    for (auto& v : json["variants"])
      v = std::find(variants.begin(), variants.end(), v.get<std::size_t>()) - variants.begin();
  return json;
}

std::string command_of(const Experiment& experiment) {
  if (const Design* design = design_of(experiment)) return design->command;
  return experiment.variants.size() == 1 ? "run" : "compare";
}

}  // namespace

void check_complete(const Reported& reported) {
  const Store& store = reported.store;
  const std::string finish = "`swadaya resume " + store.folder() + "` finishes it";
  if (!is_search(reported.experiment)) {
    if (store.complete_replicates() == 0)
      throw refused(store.folder(), "has no replicate that is complete in all variants", finish);
    return;
  }
  const std::string& status = reported.manifest.status;
  if (status == "finished" || status == "failed") return;
  throw refused(store.folder(),
                fmt::format("holds {} that hasn't ended: {} of the {} runs begun so far are stored",
                            design_of(reported.experiment)->called, store.finished().size(),
                            store.variants().size() * store.planned_replicates()),
                finish);
}

// What was run, by whom and how far.
static nlohmann::json run_json(const Reported& reported) {
  const Experiment& e = reported.experiment;
  const Store& store = reported.store;
  return {{"name", e.name},
          {"title", e.title},
          {"title_id", e.title_id},
          {"description", e.description},
          {"design", e.design},
          {"has_baseline", has_baseline(e)},
          {"version", reported.manifest.made_by_version},
          {"commit", reported.manifest.made_by_commit},
          {"started", reported.manifest.started},
          {"command", command_of(e)},
          {"command_line", reported.manifest.command},
          {"seed", e.seed},
          {"replicates", is_search(e) ? e.replicates : store.complete_replicates()},
          {"planned", store.planned_replicates()},
          {"branch_at", e.branch_at ? nlohmann::json(*e.branch_at) : nlohmann::json()},
          {"from_month", e.from_month == 0 ? nlohmann::json() : nlohmann::json(e.from_month)},
          {"all_variants", store.variants().size()},
          {"last_month", store.months()},
          {"months_shown", report_months(e)},
          {"all_months_shown", e.months_shown.size()},
          {"outcomes", outcomes_json()},
          {"outcome", report_outcome(e)}};
}

nlohmann::json report_data(const Reported& reported) {
  const Experiment& e = reported.experiment;
  const Store& store = reported.store;
  const std::vector<std::size_t> variants = report_variants(e, store);
  nlohmann::json data = run_json(reported);
  for (const std::size_t v : variants) {
    const StoredVariant& stored = store.variants()[v];
    data["variants"].push_back({{"name", stored.name}, {"title", title_of(stored)}});
    if (v < e.variants.size() && !e.variants[v].title_id.empty())
      data["variants"].back()["title_id"] = e.variants[v].title_id;
  }
  for (const std::string& name : e.outcomes) data["outcomes_shown"].push_back(*outcome_index(name));
  if (has_baseline(e)) {
    data["comparison"] = report_comparison(e, store, variants);
    data["comparison"].update(report_increments(e, store, variants));
    if (e.design.empty())
      data["comparison"]["structure"] =
          report_structure(variants, structure_of(e, store, reported.beside));
  }
  const bool curves = has_curves(e);
  if (curves) data["series"] = report_series(e, store, variants);
  if (e.design.empty() && e.variants.size() > 1) {
    data["costs"] = report_costs(e, store);
    data["equity"] = report_equity(e, store);
    data["accounting"] = accounting_json(e.accounting);
  }
  if (!e.answer.empty() && e.design.empty())
    data["answer"] = answer_json(e, answers_of(e, store, ""), reported.beside);
  if (e.design.empty() && e.same_money > 0) data["same_money"] = same_money_json(e, store);
  data["drawn"] = draws_json(e);
  data["learn"] = report_learn(e, store);
  if (curves) data["ward"] = ward_of(reported, data, variants);
  if (!e.design.empty()) data["designed"] = report_designed(e, store, reported.catalogue);
  data["settings"] = report_settings(
      e, reported.catalogue, curves ? variants : std::vector<std::size_t>{variants.front()});
  data["facts"] = report_facts(reported, variants);
  data["stamps"] = report_stamps(e);
  data["trust"] = report_trust(e, store, variants);
  data["odd"] = odd_of(e, reported.catalogue, reported.facts);
  return data;
}

// What a design's table says of the outcome and month that the page opens with; "" without one.
static std::string text_of_design(const Reported& reported, const std::string& language) {
  Experiment shown = reported.experiment;
  if (shown.design.empty()) return "";
  if (!is_search(shown)) {
    shown.outcomes = {std::string{outcomes()[report_outcome(shown)].name}};
    shown.months_shown = {report_months(shown).back()};
  }
  Look look;
  if (language == "id") look.language = Language::indonesian();
  return presentation_of(shown).text(shown, reported.store, look);
}

std::string report_html(const Reported& reported, const std::string& language) {
  check_complete(reported);
  const std::string opens_in = language.empty() ? "en" : language;
  const nlohmann::json data = report_data(reported);
  return filled(
      page("report.html"),
      {{"{{lang}}", opens_in},
       {"{{language}}", language.empty() ? "browser" : "asked"},
       {"{{title}}", escaped_text(title_in(opens_in, data, "title"))},
       {"{{plain}}", plain_html(data, text_of_design(reported, opens_in), opens_in)},
       {"{{data}}", packed(data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))}});
}

}  // namespace swadaya
