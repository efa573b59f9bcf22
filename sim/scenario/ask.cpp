#include "sim/scenario/ask.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <sstream>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"
#include "sim/month/programme.hpp"
#include "sim/scenario/accounting.hpp"
#include "sim/scenario/meanings.hpp"
#include "sim/words/names.hpp"

namespace swadaya::own {

namespace {

// Of an activity: what a package costs beside them is no unit cost.
bool is_unit_cost(const ParameterInfo& info) {
  return info.unit.starts_with("kRp") && info.name != "lump" && info.name != "monthly";
}

std::vector<std::string> names_of_costs() {
  std::vector<std::string> names;
  for (const ParameterInfo& info : cost_parameters())
    if (is_unit_cost(info)) names.push_back(info.name);
  return names;
}

const ParameterInfo* cost_named(const std::string& name) {
  for (const ParameterInfo& info : cost_parameters())
    if (info.name == name && is_unit_cost(info)) return &info;
  return nullptr;
}

// Numbers as people write them. 10,450 is none, and neither is 10.450: three digits behind a point
// and up to three may be thousands.
std::optional<double> number_asked(const std::string& text) {
  const std::string plain = stripped(text);
  const std::size_t point = plain.find('.');
  const bool may_be_thousands = point != std::string::npos && plain.size() - point == 4 &&
                                point >= 1 && point <= 3 && plain[0] != '0' &&
                                plain.find_first_not_of("0123456789.") == std::string::npos;
  return may_be_thousands ? std::nullopt : number_of(plain);
}

class Asker {
 public:
  Asker(WardAnswers& answers, std::istream& in, const std::function<void(const std::string&)>& say)
      : answers_{answers}, in_{in}, say_{say} {}

  void ask_all() {
    ask_title();
    ask_number("rws", in().say("RW in the ward"), answers_.rws, true);
    ask_number("rts", in().say("RT in all of the ward"), answers_.rts, true);
    ask_number("households", in().say("Households in the ward"), answers_.households, true);
    ask_number("poor", in().say("Percent of them that are poor"), answers_.poor, false);
    double year = answers_.year;
    ask_number("year", in().say("The year whose prices all money is in"), year, true);
    answers_.year = static_cast<int>(year);
    ask_grant();
    ask_costs();
    ask_packages();
  }

 private:
  Language in() const { return answers_.language; }

  // The line without blanks around it; nothing where the input has ended.
  std::optional<std::string> line(const std::string& question, const std::string& standard) {
    if (ended_) return std::nullopt;
    say_(fmt::format("{} [{}]: ", question, standard));
    std::string text;
    if (std::getline(in_, text)) return stripped(text);
    ended_ = true;
    say_("\n");
    return std::nullopt;
  }

  void ask_title() {
    if (answers_.said.contains("title")) return;
    const auto text = line(in().say("Name of the ward"), answers_.title);
    if (text && !text->empty()) answers_.title = *text, answers_.said.insert("title");
  }

  void ask_number(const std::string& name, const std::string& question, double& value,
                  bool is_whole) {
    if (answers_.said.contains(name)) return;
    const Range limits = limits_of_answer(name);
    while (const auto text = line(question, fmt::format("{}", value))) {
      if (text->empty()) return;
      const auto x = number_asked(*text);
      if (x && *x >= limits.low && *x <= limits.high && (!is_whole || *x == std::floor(*x))) {
        value = *x;
        answers_.said.insert(name);
        return;
      }
      refuse(limits, is_whole);
    }
  }

  void refuse(const Range& limits, bool is_whole) {
    const std::string low = fmt::format("{}", limits.low), high = fmt::format("{}", limits.high);
    say_("  " +
         (is_whole ? in().say("a whole number, without points or commas, from {} to {}", low, high)
                   : in().say("a number from {} to {}, thousands without a point", low, high)) +
         "\n");
  }

  void ask_grant() {
    if (answers_.grant) return;
    double grant = grant_of(answers_) / 1000;
    ask_number("grant", in().say("Grant for the ward, million rupiah"), grant, false);
    if (answers_.said.contains("grant")) answers_.grant = grant;
  }

  bool wants_costs() {
    while (const auto text =
               line(in().say("Look at unit costs one by one? yes or no"), in().say("no"))) {
      if (text->empty()) return false;
      if (const auto wants = yes_or_no(*text)) return *wants;
      say_("  " + in().say("yes or no\n"));
    }
    return false;
  }

  std::string question_of(const ParameterInfo& info) const {
    return fmt::format(
        "{} ({})",
        in().title(meaning_of("costs", info), parameter_in_indonesian("costs." + info.name)),
        in().title(info.unit, unit_in_indonesian(info.unit)));
  }

  void ask_costs() {
    if (!wants_costs()) return;
    for (const std::string& name : names_of_costs()) {
      if (answers_.costs.contains(name)) continue;
      const ParameterInfo& info = *cost_named(name);
      double value = cost_of(answers_, info);
      const std::string question = question_of(info);
      while (const auto text = line(question, fmt::format("{}", value))) {
        if (text->empty()) break;
        const auto x = number_asked(*text);
        if (x && *x >= info.range.low && *x <= info.range.high) {
          answers_.costs[name] = *x;
          break;
        }
        refuse(info.range, false);
      }
    }
  }

  void ask_packages() {
    if (answers_.said.contains("packages")) return;
    say_(in().say("Packages:\n"));
    int number = 0;
    for (const Package& package : packages())
      say_(fmt::format("  {} {}: {}\n", ++number, package.title.in(in()), package.what.in(in())));
    while (const auto text = line(in().say("Which of them, by number or name"), in().say("all"))) {
      if (text->empty() || lower_case(*text) == in().say("all")) return;
      try {
        return take_packages(answers_, *text);
      } catch (const BadInput& bad) {
        say_(fmt::format("  {}\n", bad.what()));
      }
    }
  }

  WardAnswers& answers_;
  std::istream& in_;
  const std::function<void(const std::string&)>& say_;
  bool ended_ = false;
};

}  // namespace

Range limits_of_answer(const std::string& name) {
  if (name == "rws") return {1, 1000};
  if (name == "rts") return {1, 10000};
  if (name == "households") return {10, 10000000};
  if (name == "poor") return {1, 90};
  if (name == "grant") return {0, 5000};  // a package doubles it
  if (name == "months") return {12, 1200};
  return {static_cast<double>(first_price_year()), static_cast<double>(last_price_year())};  // year
}

void ask(WardAnswers& answers, std::istream& in,
         const std::function<void(const std::string&)>& say) {
  Asker{answers, in, say}.ask_all();
}

void take_cost(WardAnswers& answers, const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = stripped(text.substr(0, equals));
  const auto x = equals == std::string::npos ? std::nullopt : number_asked(text.substr(equals + 1));
  const ParameterInfo* info = cost_named(name);
  if (!info)
    throw BadInput{
        Problem{"--cost", 0, 0, "", name, "there is no such unit cost",
                did_you_mean(name, names_of_costs(), "`swadaya settings costs` lists them")}};
  if (!x || *x < info->range.low || *x > info->range.high)
    throw BadInput{Problem{
        "--cost", 0, 0, name, text.substr(equals == std::string::npos ? 0 : equals + 1),
        fmt::format("must be {} between {} and {}", info->unit, info->range.low, info->range.high),
        name + "=" + text_of(*info, info->default_value)}};
  answers.costs[name] = *x;
}

void take_packages(WardAnswers& answers, const std::string& text) {
  std::vector<std::string> names, chosen;
  for (const Package& package : packages()) names.push_back(package.name);
  std::string words = text;
  std::replace(words.begin(), words.end(), ',', ' ');
  std::istringstream in{words};
  for (std::string word; in >> word;) {
    const auto number = number_of(word);
    if (number && *number >= 1 && *number <= static_cast<double>(names.size()) &&
        *number == std::floor(*number))
      word = names[static_cast<std::size_t>(*number) - 1];
    if (std::find(names.begin(), names.end(), word) == names.end())
      throw BadInput{
          Problem{"", 0, 0, "packages", word, "there is no such package",
                  did_you_mean(word, names, fmt::format("there are {}", fmt::join(names, ", ")))}};
    if (std::find(chosen.begin(), chosen.end(), word) == chosen.end()) chosen.push_back(word);
  }
  if (chosen.empty())
    throw BadInput{Problem{"", 0, 0, "packages", text, "must name one at least",
                           fmt::format("there are {}", fmt::join(names, ", "))}};
  answers.packages = std::move(chosen);
  answers.said.insert("packages");
}

}  // namespace swadaya::own
