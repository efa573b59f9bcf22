#include "sim/scenario/own_ward.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

#include "sim/base/notes.hpp"
#include "sim/month/programme.hpp"
#include "sim/scenario/accounting.hpp"
#include "sim/scenario/meanings.hpp"
#include "sim/scenario/toml.hpp"
#include "sim/words/names.hpp"
#include "sim/world/world.hpp"

namespace swadaya::own {

namespace {

constexpr int year_of_defaults = 2001;
constexpr double kRp_a_million = 1000;

double rounded(double x, int digits) {
  return std::strtod(fmt::format("{:.{}g}", x, digits).c_str(), nullptr);
}

const ParameterInfo& info_of(const std::vector<ParameterInfo>& all, const std::string& name) {
  return *std::find_if(all.begin(), all.end(), [&](const auto& info) { return info.name == name; });
}

double default_of(const std::vector<ParameterInfo>& all, const char* name) {
  return std::get<double>(info_of(all, name).default_value);
}

bool is_money(const ParameterInfo& info) { return info.unit.starts_with("kRp"); }

// Lines of a table, each with a remark, and remarks below each other.
class Table {
 public:
  explicit Table(std::string heading) : text_{"\n[" + heading + "]\n"} {}

  void add(const std::string& key, const std::string& value, const std::string& remark) {
    lines_.push_back({key + " = " + value, remark});
  }

  std::string text() const {
    std::size_t width = 0;
    for (const auto& [line, remark] : lines_) width = std::max(width, line.size());
    std::string all = text_;
    for (const auto& [line, remark] : lines_)
      all += fmt::format("{:{}}  # {}\n", line, width, remark);
    return all;
  }

 private:
  std::string text_;
  std::vector<std::pair<std::string, std::string>> lines_;
};

std::string meaning_in(Language in, const std::string& section, const ParameterInfo& info) {
  return in.title(meaning_of(section, info), parameter_in_indonesian(section + "." + info.name));
}

// One parameter's line: what it means, in what, and where its value comes from.
void add_line(Table& table, const std::string& section, const ParameterInfo& info,
              const WardAnswers& answers, const Value& value, bool is_said) {
  const Language in = answers.language;
  const std::string unit = in.title(info.unit, unit_in_indonesian(info.unit)),
                    standard = text_of(info, info.default_value);
  std::string remark = meaning_in(in, section, info);
  if (unit != remark) remark += "; " + unit;
  const bool is_other = is_money(info) && answers.year != year_of_defaults;
  if (is_said)
    remark += "; " +
              (answers.has_margins ? in.say("as the margins or you say, instead of {}", standard)
                                   : in.say("as you said, instead of {}", standard)) +
              (is_money(info) ? in.say(" in prices of 2001") : "");
  else
    remark += "; " + in.title(info.source, source_in_indonesian(info.source)) +
              (is_other ? in.say(" (in prices of 2001 {})", standard) : "");
  table.add(info.name, text_of(info, value), remark);
}

Value in_year(const ParameterInfo& info, const WardAnswers& answers) {
  if (!is_money(info)) return info.default_value;
  return in_prices_of(answers.year, std::get<double>(info.default_value));
}

std::string world_table(const WardAnswers& answers) {
  Table table{"world"};
  const WardShape shape = shape_of(answers);
  const std::map<std::string, std::pair<double, const char*>> own{
      {"rw_per_ward", {shape.rws, "rws"}},
      {"rt_per_rw", {shape.rts_per_rw, "rts"}},
      {"households_per_rt", {shape.households_per_rt, "households"}},
      {"poor", {answers.poor / 100, "poor"}}};
  for (const ParameterInfo& info : world_parameters()) {
    if (info.kind == Kind::text || info.name == "from" || info.name == "select" ||
        info.name == "areas" || info.name == "wards_per_area")
      continue;
    const auto at = own.find(info.name);
    if (at == own.end())
      add_line(table, "world", info, answers, in_year(info, answers), false);
    else
      add_line(table, "world", info, answers, at->second.first,
               answers.said.contains(at->second.second));
  }
  return table.text();
}

// Of a ward whose households stand in a file: what the file doesn't say.
std::string files_table(const WardAnswers& answers, const Population& population,
                        const std::string& outlines) {
  const Language in = answers.language;
  Table table{"world"};
  table.add("from", "\"files\"", in.say("households come from a file"));
  table.add("households", "\"households.csv\"", in.say("made from the survey, beside this file"));
  for (const char* key : {"poverty_line", "poor", "dishonest"}) {
    const ParameterInfo& info = info_of(world_parameters(), key);
    const bool is_poor = info.name == "poor";
    add_line(table, "world", info, answers,
             is_poor ? Value{answers.poor / 100} : in_year(info, answers),
             is_poor && answers.said.contains("poor"));
  }
  if (!outlines.empty())
    table.add("outlines", quoted(outlines), in.say("outlines of the RT or RW, for the map"));
  Table columns{"world.columns"};
  for (const char* key : {"id", "rw", "rt"})
    columns.add(key, quoted(key), in.say("column of that file"));
  const auto is_surveyed = [&](const std::string& column) {
    const auto& all = population.surveyed;
    return std::find(all.begin(), all.end(), column) != all.end();
  };
  for (const std::string& column : population.columns)
    columns.add(column, quoted(column),
                is_surveyed(column) ? in.say("from the survey")
                                    : in.say("drawn from the figures of [world]"));
  return table.text() + columns.text();
}

std::string programme_table(const WardAnswers& answers) {
  Table table{"programme"};
  for (const ParameterInfo& info : programme_parameters())
    if (info.name == "grant")
      add_line(table, "programme", info, answers, grant_of(answers), answers.grant.has_value());
    else
      add_line(table, "programme", info, answers, in_year(info, answers), false);
  return table.text();
}

std::string costs_table(const WardAnswers& answers) {
  Table table{"costs"};
  for (const ParameterInfo& info : cost_parameters())
    if (is_money(info))
      add_line(table, "costs", info, answers, cost_of(answers, info),
               answers.costs.contains(info.name));
  return table.text();
}

}  // namespace

const std::vector<Package>& packages() {
  static const std::vector<Package> all{
      {"socialization",
       {"Socialization", "Sosialisasi"},
       {"four times the meetings; well-placed households carry the news",
        "pertemuan empat kali lipat; rumah tangga yang banyak dikenal menyampaikan kabar"}},
      {"target-group",
       {"Target group", "Kelompok sasaran"},
       {"the list verified at the margin, no favours for elites, a quota for the poor",
        "daftar diverifikasi di batasnya, tanpa titipan elite, kuota bagi warga miskin"}},
      {"facilitation",
       {"Facilitation", "Pendampingan"},
       {"twice the facilitators' hours, kept up after the money came",
        "jam fasilitator dua kali lipat, berlanjut sesudah dana cair"}},
      {"supervision",
       {"Supervision", "Pengawasan"},
       {"an audit a year, a published list, a sanction that bites",
        "audit setiap tahun, daftar peminjam diumumkan, sanksi yang terasa"}},
      {"coordination",
       {"Coordination", "Koordinasi"},
       {"the board first, two offices, no delay in them",
        "BKM dibentuk dahulu, dua kantor, tanpa penundaan"}},
      {"money",
       {"Money only", "Dana saja"},
       {"twice the grant and nothing else", "dana bantuan dua kali lipat, tanpa yang lain"}},
      {"capacity",
       {"Capacity first", "Kapasitas dahulu"},
       {"weekly meetings and six months of saving before any loan; loans that grow slowly",
        "pertemuan mingguan dan menabung enam bulan sebelum pinjaman; pinjaman tumbuh pelan"}},
      {"five",
       {"The five together", "Kelimanya bersama"},
       {"socialization, target group, facilitation, supervision and coordination",
        "sosialisasi, kelompok sasaran, pendampingan, pengawasan dan koordinasi"}}};
  return all;
}

Values settings_of(const Package& package, const WardAnswers& answers) {
  const std::string& name = package.name;
  // Flags and choices as words, which a file has, too.
  Values set;
  const bool is_five = name == "five";
  if (is_five || name == "socialization")
    set.insert({{"socialization.meetings", 2.0}, {"socialization.messengers", "\"central\""}});
  if (is_five || name == "target-group")
    set.insert({{"targeting.verified", 1.0},
                {"targeting.elite_bonus", 0.0},
                {"targeting.quota", answers.poor / 100}});
  if (is_five || name == "facilitation")
    set.insert({{"facilitation.hours", 280.0}, {"facilitation.after_disbursement", 1.0}});
  if (is_five || name == "supervision")
    set.insert({{"supervision.audit_probability", 1.0},
                {"supervision.published", "true"},
                {"supervision.sanction", 2.0},
                {"coordination.list_kept", "true"}});
  if (is_five || name == "coordination")
    set.insert({{"coordination.sequence", "\"board-first\""},
                {"coordination.stages", 2.0},
                {"coordination.stage_mean", 0.0}});
  if (name == "money") set.insert({{"programme.grant", 2 * grant_of(answers)}});
  if (name == "capacity")
    set.insert({{"programme.meetings", 4.33},
                {"programme.saving_months", 6.0},
                {"programme.loan_growth", 1.2},
                {"programme.full_repayment_first", "true"},
                {"coordination.sequence", "\"board-first\""}});
  return set;
}

double in_prices_of(int year, double kRp) {
  return year == year_of_defaults ? kRp : rounded(kRp * consumer_prices(year, year_of_defaults), 3);
}

double grant_of(const WardAnswers& answers) {
  return answers.grant ? *answers.grant * kRp_a_million
                       : in_prices_of(answers.year, default_of(programme_parameters(), "grant"));
}

double cost_of(const WardAnswers& answers, const ParameterInfo& info) {
  const auto at = answers.costs.find(info.name);
  return at != answers.costs.end()
             ? at->second
             : in_prices_of(answers.year, std::get<double>(info.default_value));
}

WardShape shape_of(const WardAnswers& answers) {
  WardShape shape{answers.rws, std::max(1.0, std::round(answers.rts / answers.rws)), 1};
  shape.households_per_rt = std::max(1.0, std::round(answers.households / shape.rts()));
  return shape;
}

Values world_of(const WardAnswers& answers) {
  Values values;
  for (const ParameterInfo& info : world_parameters())
    values["world." + info.name] = in_year(info, answers);
  values["world.poor"] = answers.poor / 100;
  return values;
}

std::string grouped_in(std::size_t count, Language in) {
  return in.is_indonesian() ? in.number("{}", count) : grouped(count);
}

std::vector<std::string> words_of(const Population& p, Language in) {
  const auto rows = grouped_in(p.households, in), kinds = grouped_in(p.kinds, in);
  std::vector<std::string> all;
  all.push_back(
      in.say("{} in {} RT of {} RW, from a survey: {} that the margins tell apart, "
             "fitted in {} rounds at most.",
             p.households == 1 ? in.say("{} household", rows) : in.say("{} households", rows),
             grouped_in(p.rts, in), grouped_in(p.rws, in),
             p.kinds == 1 ? in.say("{} kind", kinds) : in.say("{} kinds", kinds), p.rounds));
  all.push_back(p.largest_miss < 0.5
                    ? in.say("Every margin of every RT holds exactly.")
                    : in.say("A count of an RT is off by {:.0f} at most, one of the ward by "
                             "{:.2f} %.",
                             p.largest_miss, 100 * p.largest_share));
  all.push_back(in.say(
      "From the survey: {}. One household of it stands for {} at most.",
      p.surveyed.empty() ? in.say("nothing") : fmt::format("{}", fmt::join(p.surveyed, ", ")),
      p.times_most));
  if (!p.drawn.empty())
    all.push_back(in.say("Drawn from the figures of [world]: {}.", fmt::join(p.drawn, ", ")));
  return all;
}

namespace {

const Words as_it_was{"Programme as it was", "Program sebagaimana adanya"};

// "title" and the same in Indonesian, each on a line of its own.
std::string titles(const Words& words) {
  return fmt::format("title = {}\ntitle_id = {}\n", quoted(words.en), quoted(words.id));
}

std::string package_text(const Package& package, int number, const WardAnswers& answers) {
  std::string set;
  for (const auto& [key, value] : settings_of(package, answers)) {
    const auto* word = std::get_if<std::string>(&value);
    set += fmt::format("{}\"{}\" = {}", set.empty() ? "" : ", ", key,
                       word ? *word : fmt::format("{}", std::get<double>(value)));
  }
  return fmt::format("\n# {}\n[[variant]]\nname = \"{}\"\n{}set = {{ {} }}\n",
                     package.what.in(answers.language), package.name,
                     titles({fmt::format("{} {}", number, package.title.en),
                             fmt::format("{} {}", number, package.title.id)}),
                     set);
}

}  // namespace

std::string scenario_text(const WardAnswers& answers, const Population* population,
                          const std::string& outlines) {
  const Language in = answers.language;
  std::string text = in.say(
      "# {}: the programme as it would run here without any package. Every line says what it means, "
      "its unit,\n# and where its value comes from; `evidence/...` is a file of docs/evidence. "
      "Change a value and run again.\n# `swadaya settings` lists all that can be said, `swadaya "
      "settings costs` one table of it.\n",
      answers.title);
  if (population)
    for (const std::string& words : words_of(*population, in)) text += "# " + words + "\n";
  text += "\n[scenario]\nname = \"baseline\"\n" + titles(as_it_was);
  text += fmt::format("\n[time]\nstep = \"month\"\nmonths = {}\n", answers.months);
  text += population ? files_table(answers, *population, outlines) : world_table(answers);
  if (!population && !outlines.empty())  // goes on in [world]
    text += fmt::format("outlines = {}  # {}\n", quoted(outlines),
                        in.say("outlines of the RT or RW, for the map"));
  return text + programme_table(answers) + costs_table(answers);
}

std::string experiment_text(const WardAnswers& answers, bool has_posterior) {
  const Language in = answers.language;
  const std::string draws = in.say(
      "What facts about P2KP leave open of how people behave: each world takes its own draw, and "
      "intervals carry it.");
  std::string text =
      in.say(
          "# {}: what would each rupiah buy? Packages against the programme as it was, in the "
          "same worlds.\n",
          answers.title) +
      "#   swadaya compare experiment.toml\n[experiment]\n" +
      titles({answers.title + ": what would each rupiah buy?",
              answers.title + ": apa hasil setiap rupiah?"});
  text += fmt::format(
      "base = \"scenario.toml\"\nbaseline = \"baseline\"\n"
      "replicates = 20  # {}\nseed = 1\n"
      "outcomes = [\"informed\", \"participation_poor\", \"poor_served\", \"exclusion_error\", "
      "\"leakage\", \"reported_repayment\", \"recovery\", \"capital_left\", \"self_reliance\"]\n"
      "months_shown = [{}{}]\n"
      "answer = \"recovery\"  # {}\n"
      "prices = {}  # {}\n"
      "# {}\nsame_money = {:.0f}\n{}\n",
      in.say("worlds; more make the answer steadier"), answers.months > 36 ? "36, " : "",
      answers.months, in.say("what packages are ranked by; `swadaya metrics` lists outcomes"),
      answers.year, in.say("the year whose prices all kRp are in"),
      in.say("Packages are of unequal size: what each would do for so much more a ward, kRp, a "
             "fifth of the grant."),
      rounded(grant_of(answers) / 5, 2),
      has_posterior ? "# " + draws + "\nposterior = \"calibrated-posterior.csv\"\n" : "");
  text += "[[variant]]\nname = \"baseline\"\n" + titles(as_it_was);
  int number = 0;
  for (const Package& package : packages()) {
    ++number;
    const auto& chosen = answers.packages;
    if (chosen.empty() || std::find(chosen.begin(), chosen.end(), package.name) != chosen.end())
      text += package_text(package, number, answers);
  }
  return text + "\n# " +
         in.say(
             "A package of your own: what it sets, and what it costs beside its activities, if "
             "it does.") +
         "\n# [[variant]]\n# name = \"mine\"\n# title = \"9 Mine\"\n"
         "# title_id = \"9 Paket saya\"\n"
         "# set = { \"socialization.meetings\" = 1, \"supervision.published\" = true }\n"
         "# cost = { lump = 20000, monthly = 500 }  # " +
         in.say("kRp a ward, once and each month") + "\n";
}

}  // namespace swadaya::own
