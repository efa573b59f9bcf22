#include "sim/scenario/file_keys.hpp"

#include <fmt/format.h>

#include "sim/month/outcome.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

namespace {

const char* const example_set = "set = { \"lending.norm\" = 0.2 }";

KeyInfo set_key() { return key_of(KeyKind::table, "set", example_set); }
KeyInfo scale_key() {
  return key_of(KeyKind::table, "scale",
                "scale = { \"lending.norm\" = 0.5 }: times the scenario's own");
}

}  // namespace

KeyInfo title_id_key() { return text_key("title_id", "the same in Indonesian, for pages in it"); }

const KeyTable& scenario_keys() {
  static const KeyTable table{
      "scenario",
      "names and words",
      {name_key("name", "what results and variants call it; else after its file"),
       text_key("title", "what people call it"), title_id_key(),
       text_key("description", "what it is about")}};
  return table;
}

const KeyTable& time_keys() {
  static const KeyTable table{
      "time",
      "how long",
      {choice_key("step", {"month"}, "what a step is"),
       whole_key("months", {1, most_months}, Scenario{}.months, "how many are simulated")}};
  return table;
}

const KeyTable& event_keys() {
  static const KeyTable table{
      "event",
      "from this month on, parameters take other values",
      {needed(whole_key("month", {0, most_months}, {}, "from which on")), set_key(), scale_key()}};
  return table;
}

const KeyTable& variant_cost_keys() {
  static const KeyTable table{
      "variant.cost",
      "what a package costs beside its activities, kRp a ward",
      {number_key("lump", {0, 1e9}, {}, "kRp a ward, paid once: sets costs.lump"),
       whole_key("month", {1, most_months}, {},
                 "in which it is paid; else the first that it holds in: sets costs.lump_month"),
       number_key("monthly", {0, 1e9}, {}, "kRp a ward and month: sets costs.monthly")}};
  return table;
}

std::string parameter_of_cost(const std::string& key) {
  return "costs." + (key == "month" ? "lump_month" : key);
}

const KeyTable& variant_keys() {
  static const KeyTable table{
      "variant",
      "one set of decisions",
      {needed(name_key("name", "every variant needs a name of its own")),
       text_key("title", "what tables call it"), title_id_key(), set_key(), scale_key(),
       key_of(KeyKind::table, "cost",
              "beside what its activities cost: cost = { lump = 20000, monthly = 500 }",
              variant_cost_keys),
       key_of(KeyKind::tables, "event", "of this variant alone", event_keys)}};
  return table;
}

KeyTable experiment_keys(std::vector<std::string> designs) {
  const Experiment e;
  KeyInfo outcomes_shown = key_of(KeyKind::texts, "outcomes", "outcomes that tables show");
  outcomes_shown.choices = outcome_names(), outcomes_shown.one_of = "outcome";
  KeyInfo months_shown = key_of(KeyKind::wholes, "months_shown", "months that tables show");
  months_shown.range = {0, most_months};
  KeyInfo weights = key_of(KeyKind::numbers, "equity_weights",
                           "of a gain to poor, near-poor and other households");
  weights.range = {0, 1000};
  return {"experiment",
          "several variants in the same worlds",
          {name_key("name", "of its results folder; else after its file"),
           text_key("title", "what people call it"),
           title_id_key(),
           text_key("description", "what it is about"),
           key_of(KeyKind::texts, "base", "the scenario file, or files, that it is made of"),
           text_key("baseline", "the variant that others are held against; else the first"),
           whole_key("replicates", {1, 1e6}, e.replicates, "worlds that each variant lives in"),
           whole_key("seed", {0, static_cast<double>(most_seed)}, static_cast<double>(e.seed),
                     "of all dice"),
           whole_key("branch_at", {0, most_months - 1}, {},
                     "the variants are the same up to this month and part there"),
           whole_key("checkpoint", {0, most_months}, {},
                     "after this month the state of the run is kept in a file"),
           text_key("from", "a checkpoint file that the run goes on from"),
           text_key("posterior", "a CSV file of weighted draws that parameters take values from"),
           text_key("facts", "a CSV file of the stylised facts that the baseline meets or misses"),
           key_of(KeyKind::table, "study", "what a dossier can't know by itself", study_keys),
           whole_key("worlds_per_draw", {1, 1000}, e.worlds_per_draw,
                     "replicates that share a draw, each in a world of its own"),
           pick_key("design", std::move(designs), "design",
                    "that the variants in this file are points of"),
           key_of(KeyKind::texts, "parameters", "that such points move, by dimension"),
           pick_key("answer", outcome_names(), "outcome", "that interventions are ranked by"),
           key_of(KeyKind::texts, "beside", "bundles under which the ranking is looked at too"),
           whole_key("beside_replicates", {2, 1e6}, e.beside_replicates, "worlds for that"),
           whole_key("same_money", {0, 1e9}, static_cast<double>(e.same_money),
                     "kRp a ward that packages are held against each other at; 0: not"),
           number_key("discount", {0, 0.3}, e.accounting.discount,
                      "a year: of costs and of what adds up, beside undiscounted ones"),
           choice_key("perspective", {Accounting::society, Accounting::programme},
                      "whose costs: all, or those but for members' own time"),
           whole_key("prices", {1900, 2200}, e.accounting.prices,
                     "the year whose prices unit costs are in"),
           whole_key("show", {1900, 2200}, {}, "the year whose prices tables of costs show"),
           number_key("price_factor", {0, 1e6}, {},
                      "from `prices` to `show`; else by Indonesia's consumer prices"),
           std::move(weights),
           number_key("inequality_aversion", {0, 100}, e.accounting.inequality_aversion,
                      "epsilon of Atkinson's index over consumption groups"),
           std::move(outcomes_shown),
           std::move(months_shown)}};
}

const KeyTable& study_keys() {
  static const KeyTable table{
      "experiment.study",
      "what a dossier can't know by itself, in the words of who answers for the study",
      {text_key("decision", "the question, and who decides what by its answer"),
       text_key("setting",
                "the place, its people and the programme, as far as findings hang on it"),
       text_key("plan", "where a plan of the analysis was published"),
       text_key("comparators", "why these packages"), text_key("perspective", "why this one"),
       text_key("horizon", "why so many months"), text_key("discount", "why this rate"),
       text_key("outcomes", "why these outcomes"),
       text_key("sources", "where values that aren't defaults come from"),
       text_key("access", "where the model and the files can be had"),
       text_key("ethics", "what of ethics or equity the figures don't hold"),
       text_key("engagement", "how those who are affected took part in it"),
       text_key("engagement_effect", "what their taking part changed"),
       text_key("review", "who looked at the model and its answers, and what they found"),
       text_key("funding", "who paid, and what part the payer had"),
       text_key("conflicts", "interests of the authors")}};
  return table;
}

std::vector<const KeyTable*> setting_tables() { return {&scenario_keys(), &time_keys()}; }

const std::vector<std::string>& outcome_names() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
    return names;
  }();
  return all;
}

void TableText::put_as_is(const std::string& key, std::string value) {
  values_[static_cast<std::size_t>(&table_.at(key) - table_.keys.data())] = std::move(value);
}

void TableText::put(const std::string& key, const std::string& value) {
  put_as_is(key, quoted(value));
}

void TableText::put(const std::string& key, std::uint64_t value) {
  put_as_is(key, fmt::format("{}", value));
}

void TableText::put_number(const std::string& key, double value) {
  put_as_is(key, fmt::format("{}", value));
}

void TableText::put_numbers(const std::string& key, const std::vector<double>& values) {
  put_as_is(key, fmt::format("[{}]", fmt::join(values, ", ")));
}

void TableText::put(const std::string& key, const std::vector<std::string>& values) {
  std::vector<std::string> texts;
  for (const std::string& value : values) texts.push_back(quoted(value));
  put_as_is(key, fmt::format("[{}]", fmt::join(texts, ", ")));
}

void TableText::put(const std::string& key, const std::vector<int>& values) {
  put_as_is(key, fmt::format("[{}]", fmt::join(values, ", ")));
}

void TableText::put(const std::string& key, const std::map<std::string, std::string>& texts) {
  std::string all;
  for (const auto& [name, text] : texts)
    all += fmt::format("{}{} = {}", all.empty() ? "" : ", ", name, quoted(text));
  put_as_is(key, fmt::format("{{ {} }}", all));
}

std::string TableText::lines() const {
  std::string text;
  for (std::size_t k = 0; k < values_.size(); ++k)
    if (!values_[k].empty()) text += table_.keys[k].name + " = " + values_[k] + "\n";
  return text;
}

}  // namespace swadaya
