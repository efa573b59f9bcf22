#include "sim/report/plain.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "sim/base/text_layout.hpp"
#include "sim/month/outcome.hpp"
#include "sim/report/pages.hpp"

namespace swadaya {

namespace {

using nlohmann::json;
using PlainFields = std::vector<std::pair<std::string, std::string>>;
using PlainRow = std::vector<std::string>;

// Of a row of a comparison, as report_comparison() writes them.
namespace row_of_comparison {
enum : std::size_t {
  variant,
  outcome,
  month,
  before,
  after,
  change,
  low,
  high,
  told = 9,
  mark = 11
};
}
namespace field = row_of_comparison;

double figure_at(const json& row, std::size_t field) {
  return row[field].is_number() ? row[field].get<double>() : std::nan("");
}

// "4 Supervision" is "Supervision" in a sentence.
std::string without_number(const std::string& title) {
  const std::size_t digits = title.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos) return title;
  std::size_t at = digits;
  if (title[at] == '.' || title[at] == ')') ++at;
  if (at == title.size() || title[at] != ' ') return title;
  at = title.find_first_not_of(' ', at);
  return at == std::string::npos ? title : title.substr(at);
}

class PlainPage {
 public:
  PlainPage(const json& data, const std::string& language)
      : data_{data}, language_{language}, words_(json::parse(page("words.json"))[language]) {
    if (const auto stamps = data.find("stamps"); stamps != data.end() && stamps->is_object())
      for (const json& one : stamps->at("outcomes"))
        stamped_.insert(one.at("outcome").get<std::size_t>());
  }

  std::string html(const std::string& of_design) const {
    std::string out = kicker() + element("h1", title_in(language_, data_, "title"));
    if (const std::string about = data_.value("description", ""); !about.empty())
      out += element("p", about);
    if (!of_design.empty())
      return out + element("h2", word("table")) + "<pre lang=\"" + language_ + "\">" +
             escaped_text(beginning_of(of_design)) + "</pre>\n" + element("p", word("note"));
    if (data_.value("has_baseline", false)) {
      out += "<p><strong>" + escaped_text(answer()) + "</strong></p>\n";
      for (const json& month : data_.at("months_shown")) out += glance(month.get<int>());
      out += same_money();
    } else if (data_.contains("series")) {
      out += means();
    }
    return out + stamps() + element("p", word("note"));
  }

 private:
  bool indonesian() const { return language_ == "id"; }

  std::string word(const char* key, const PlainFields& fields = {}) const {
    std::string text = words_.at(key).get<std::string>();
    for (const auto& [name, value] : fields)
      if (const std::size_t at = text.find("{" + name + "}"); at != std::string::npos)
        text.replace(at, name.size() + 2, value);
    return text;
  }

  // Tables of thousands of points are the CSV files'.
  std::string beginning_of(const std::string& text) const {
    constexpr std::size_t most = 60'000;
    if (text.size() <= most) return text;
    return text.substr(0, text.rfind('\n', most) + 1) + word("cut") + '\n';
  }

  static std::string element(const std::string& tag, const std::string& text) {
    return "<" + tag + ">" + escaped_text(text) + "</" + tag + ">\n";
  }

  std::string table(const std::string& caption, const PlainRow& head,
                    const std::vector<PlainRow>& rows) const {
    std::string out = "<table>\n<caption>" + escaped_text(caption) + "</caption>\n<thead><tr>";
    for (const std::string& text : head) out += "<th scope=\"col\">" + escaped_text(text) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const PlainRow& row : rows) {
      out += "<tr>";
      for (std::size_t c = 0; c < row.size(); ++c)
        out += c == 0 ? "<th scope=\"row\">" + escaped_text(row[c]) + "</th>"
                      : "<td>" + escaped_text(row[c]) + "</td>";
      out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n";
  }

  // --- figures

  struct Scaled {
    double scale;
    std::string name, sign;  // of differences; behind a mean
  };

  Scaled unit(std::size_t outcome) const {
    const std::string own = data_.at("outcomes")[outcome].at("unit");
    if (own == "share") return {100, word("points"), indonesian() ? "%" : " %"};
    const bool is_money = own.starts_with("kRp");
    const std::string name = is_money ? "million Rp" + own.substr(3) : own;
    return {is_money ? 1e-3 : 1, words_.at("units").value(name, name), ""};
  }

  std::string number(double x, int digits = 1) const {
    if (!std::isfinite(x)) return word("notRecorded");
    std::string text =
        regrouped(decimal(std::abs(x), digits), indonesian() ? '.' : ',', indonesian() ? ',' : '.');
    return (x < 0 ? "\u2212" : "") + text;
  }
  std::string with_sign(double x, int digits = 1) const {
    return (x > 0 ? "+" : "") + number(x, digits);
  }
  std::string interval(double low, double high, double scale, bool has_signs = true) const {
    if (!std::isfinite(low) || !std::isfinite(high)) return "";
    const auto end = [&](double x) { return has_signs ? with_sign(scale * x) : number(scale * x); };
    return "[" + end(low) + (indonesian() ? "; " : ", ") + end(high) + "]";
  }
  // kRp, as millions.
  std::string extra(double kRp) const {
    if (!std::isfinite(kRp)) return word("notRecorded");
    if (std::abs(kRp) < 50) return "0";
    return with_sign(kRp / 1e3, std::abs(kRp) < 1e4 ? 1 : 0);
  }

  std::string outcome_name(std::size_t outcome, bool is_first = false) const {
    const std::string key = data_.at("outcomes")[outcome].at("name");
    std::string name = words_.at("outcomes").value(key, key);
    if (is_first && !name.empty() && name[0] >= 'a' && name[0] <= 'z')
      name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name + (stamped_.contains(outcome) ? " ‡" : "");
  }
  std::string variant(std::size_t v) const {
    return title_in(language_, data_.at("variants")[v], "title");
  }

  // --- what the report's data says

  const json* compared(std::size_t v, std::size_t outcome, int month) const {
    for (const json& row : data_.at("comparison").at("rows"))
      if (row[field::variant] == v && row[field::outcome] == outcome && row[field::month] == month)
        return &row;
    return nullptr;
  }
  double cost(std::size_t v, int month) const {
    for (const json& row : data_.at("comparison").at("costs"))
      if (row[0] == v && row[1] == month) return figure_at(row, 2);
    return std::nan("");
  }
  // [variant, outcome, month, n, mean, low, high]
  const json* summary(std::size_t v, std::size_t outcome, int month) const {
    for (const json& row : data_.at("series").at("summaries"))
      if (row[0] == v && row[1] == outcome && row[2] == month) return &row;
    return nullptr;
  }

  std::string kicker() const {
    const auto count = [&](const char* key, const json& n) {
      return word(key, {{"n", number(n.get<double>(), 0)}});
    };
    const json& worlds = data_.at("replicates");
    std::string text = worlds == 1 ? word("world") : count("worlds", worlds);
    if (const json homes = data_.at("settings").value("households", json()); homes.is_number())
      text += " · " + count("households", homes);
    return element("p", text + " · " + count("months", data_.at("last_month")));
  }

  std::string answer() const {
    const std::size_t outcome = data_.at("outcome");
    const int month = data_.at("months_shown").back();
    PlainFields fields{{"month", std::to_string(month)}, {"outcome", outcome_name(outcome)}};
    const std::optional<std::size_t> v = first_named(data_.at("comparison"), outcome, month);
    const json* row = v ? compared(*v, outcome, month) : nullptr;
    if (!row) return word("none", fields);
    const auto [scale, name, sign] = unit(outcome);
    const double size = figure_at(*row, field::change);
    const double low = std::abs(figure_at(*row, field::low)),
                 high = std::abs(figure_at(*row, field::high));
    fields.insert(fields.end(),
                  {{"package", without_number(variant(*v))},
                   {"difference", number(std::abs(scale * size)) + " " + name},
                   {"interval", interval(std::min(low, high), std::max(low, high), scale, false)},
                   {"from", number(scale * figure_at(*row, field::before)) + sign},
                   {"to", number(scale * figure_at(*row, field::after)) + sign}});
    return word(size > 0 ? "raises" : "lowers", fields) + " " + price(cost(*v, month));
  }

  std::string price(double kRp) const {
    if (!std::isfinite(kRp)) return "";
    if (std::abs(kRp) < 500) return word("free");
    const double millions = std::abs(kRp) / 1e3;
    return word(kRp > 0 ? "costs" : "costsLess",
                {{"money", number(millions, millions >= 10 ? 0 : 1)}});
  }

  std::string difference_cell(std::size_t v, std::size_t outcome, int month) const {
    const json* row = compared(v, outcome, month);
    if (!row) return word("notRecorded");
    if ((*row)[field::mark] == "same") return word("same");
    const auto [scale, name, sign] = unit(outcome);
    const std::string range =
        interval(figure_at(*row, field::low), figure_at(*row, field::high), scale);
    const bool is_unsure = (*row)[field::told] == 0 && !range.empty();
    return (is_unsure ? "≈ 0" : with_sign(scale * figure_at(*row, field::change))) +
           (range.empty() ? "" : " " + range);
  }

  std::string glance(int month) const {
    const json& shown = data_.at("outcomes_shown");
    PlainRow head{word("package")}, base{variant(0)};
    for (const json& k : shown) {
      const auto [scale, name, sign] = unit(k);
      head.push_back(outcome_name(k, true) + ", " + name);
      const json* row = summary(0, k, month);
      base.push_back(row ? number(scale * figure_at(*row, 4)) + sign : word("notRecorded"));
    }
    head.push_back(word("cost")), base.emplace_back();
    std::vector<PlainRow> rows{base};
    for (std::size_t v = 1; v < data_.at("variants").size(); ++v) {
      PlainRow row{variant(v)};
      for (const json& k : shown) row.push_back(difference_cell(v, k, month));
      row.push_back(extra(cost(v, month)));
      rows.push_back(row);
    }
    const bool over = data_.at("comparison").value("over_parameters", false);
    std::string apart;
    for (const json& v : data_.at("comparison").at("unpaired"))
      apart += (apart.empty() ? "" : ", ") + variant(v.get<std::size_t>());
    return table(word("glance", {{"month", std::to_string(month)}}), head, rows) +
           element("p", word("glanceNote",
                             {{"worlds", apart.empty() ? word("sameWorlds")
                                                       : word("apart", {{"names", apart}})},
                              {"brackets", word(over ? "overParameters" : "overWorlds")}}));
  }

  std::string same_money() const {
    const auto held = data_.find("same_money");
    if (held == data_.end()) return "";
    const std::size_t outcome = *outcome_index(held->at("outcome").get<std::string>());
    const auto [scale, name, sign] = unit(outcome);
    std::vector<PlainRow> rows;
    for (const json& one : held->at("packages")) {
      std::size_t v = 0;
      while (v < data_.at("variants").size() &&
             data_.at("variants")[v].at("name") != one.at("variant"))
        ++v;
      if (v == data_.at("variants").size()) continue;
      const auto of = [&](const char* key) {
        return one.at(key).is_number() ? one.at(key).get<double>() : std::nan("");
      };
      const double least = of("low"), most = of("high");
      const bool is_unsure = !one.at("told").get<bool>();
      const std::string range = interval(least, most, scale);
      rows.push_back({variant(v),
                      (is_unsure ? "≈ 0" : with_sign(scale * of("difference"))) +
                          (range.empty() ? "" : " " + range),
                      extra(of("extra_cost_kRp")), number(100 * of("reach"), 0)});
    }
    return table(
        word("sameMoney", {{"money", number(held->at("kRp").get<double>() / 1e3, 0)},
                           {"month", held->at("month").dump()}}),
        {word("package"), word("difference", {{"unit", name}}), word("cost"), word("reaches")},
        rows);
  }

  // Of one scenario, or of points: means at the months shown.
  std::string means() const {
    PlainRow head{word("outcome")};
    for (const json& month : data_.at("months_shown"))
      head.push_back(word("at", {{"month", month.dump()}}));
    std::string out;
    for (std::size_t v = 0; v < data_.at("variants").size(); ++v) {
      std::vector<PlainRow> rows;
      for (const json& k : data_.at("outcomes_shown")) {
        const auto [scale, name, sign] = unit(k);
        PlainRow row{outcome_name(k, true) + (sign.empty() ? ", " + name : "")};
        for (const json& month : data_.at("months_shown")) {
          const json* own = summary(v, k, month);
          row.push_back(own ? number(scale * figure_at(*own, 4)) + sign + " " +
                                  interval(figure_at(*own, 5), figure_at(*own, 6), scale, false)
                            : word("notRecorded"));
        }
        rows.push_back(row);
      }
      out += table(variant(v) + ". " + word("means"), head, rows);
    }
    return out;
  }

  std::string stamps() const {
    std::string out;
    if (stamped_.empty()) return out;
    for (const json& one : data_.at("stamps").at("outcomes")) {
      std::string facts;
      for (const json& missed : one.at("missed"))
        facts += (facts.empty() ? "" : ", ") + missed.at("fact").get<std::string>();
      const std::string name = outcome_name(one.at("outcome"), true);
      out += element("p", word("stamp", {{"outcome", name.substr(0, name.rfind(" ‡"))},
                                         {"n", std::to_string(one.at("missed").size())},
                                         {"facts", facts}}));
    }
    return out;
  }

  const json& data_;
  const std::string& language_;
  json words_;
  std::set<std::size_t> stamped_{};  // outcomes that miss hard facts
};

}  // namespace

std::optional<std::size_t> first_named(const json& comparison, std::size_t outcome, int month) {
  for (const json& ladder : comparison.value("ladders", json::array()))
    if (ladder[0] == 0 && ladder[1] == outcome && ladder[2] == month)
      return ladder[5][ladder[3].get<std::size_t>()].get<std::size_t>();
  for (const json& best : comparison.at("best"))
    if (best.at("outcome") == outcome && best.at("month") == month)
      return best.at("variant").get<std::size_t>();
  return std::nullopt;
}

std::string escaped_text(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  return out;
}

std::string title_in(const std::string& language, const json& of, const std::string& key) {
  const std::string own = language == "id" ? of.value(key + "_id", "") : "";
  if (!own.empty()) return own;
  const std::string title = of.value(key, "");
  return title.empty() ? of.value("name", "") : title;
}

std::string plain_html(const json& data, const std::string& of_design,
                       const std::string& language) {
  return PlainPage{data, language}.html(of_design);
}

}  // namespace swadaya
