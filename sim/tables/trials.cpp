#include "sim/tables/trials.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/text_layout.hpp"
#include "sim/scenario/fact_states.hpp"

namespace swadaya {

namespace {

// Differences of shares in points; ratios, also those in logs, as factors.
class Words {
 public:
  Words(const Trial& trial, Language in)
      : in_{in},
        scale_{trial.scale},
        is_points_{trial.scale == Scale::difference && !trial.over &&
                   outcomes()[trial.quantity.outcome].is_share()} {}

  std::string estimate(double effect, double low, double high) const {
    if (!std::isfinite(effect)) return "-";
    return in_.say("{} [{}, {}]", lead() + number(effect), number(low), number(high)) +
           (is_points_ ? in_.say(" pt") : "");
  }

 private:
  std::string lead() const { return scale_ == Scale::difference ? "" : "x "; }
  std::string number(double x) const {
    if (!std::isfinite(x)) return "-";
    if (scale_ == Scale::ratio) return in_.number("{:.2f}", x);
    if (scale_ == Scale::log_ratio) return in_.number("{:.2f}", std::exp(x));
    if (!is_points_) return in_.number("{:+.3g}", x);
    return std::abs(x) < 0.0005 ? in_.number("{:.1f}", 0.0) : in_.number("{:+.1f}", 100 * x);
  }

  Language in_;
  Scale scale_;
  bool is_points_;
};

std::string published_text(const Tested& t, Language in) {
  const std::string text =
      Words{t.trial, in}.estimate(t.trial.effect, t.trial.low(), t.trial.high());
  return t.trial.assumed.empty() ? text : text + " *";
}

std::string simulated_text(const Tested& t, Language in) {
  return Words{t.trial, in}.estimate(t.simulated.effect, t.simulated.low, t.simulated.high);
}

std::string sign_text(const Tested& t, Language in) {
  return !t.sign_right ? in.say("null") : *t.sign_right ? in.say("right") : in.say("WRONG");
}

std::string inside_text(const Tested& t, Language in) {
  return t.inside ? in.say("yes") : in.say("no");
}
std::string use_text(const Tested& t, Language in) {
  return fact_use_words(t.trial.kept_apart ? "apart" : "fitted", in);
}
// How far the study was read.
std::string read_text(const Trial& trial, Language in) {
  return trial.read == "abstract"    ? in.say("abstract")
         : trial.read == "secondary" ? in.say("secondary")
                                     : trial.read;
}

template <class Is>
std::size_t count(const std::vector<Tested>& all, Is is) {
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is));
}

std::string counts_text(const std::vector<Tested>& all, Language in) {
  const auto inside = [](const Tested& t) { return t.inside; };
  const auto apart = [](const Tested& t) { return t.trial.kept_apart; };
  const auto null = [](const Tested& t) { return t.trial.is_null; };
  const auto both = [](auto a, auto b) { return [=](const Tested& t) { return a(t) && b(t); }; };
  const std::size_t nulls = count(all, null), kept = count(all, apart);
  return in.say(
      "{} of {} inside; signs right {} of {}; nulls held {} of {}; {} fitted ({} inside), {} kept "
      "apart ({} inside).\n",
      count(all, inside), all.size(),
      count(all, [](const Tested& t) { return t.sign_right == true; }), all.size() - nulls,
      count(all, both(null, inside)), nulls, all.size() - kept,
      count(all, inside) - count(all, both(apart, inside)), kept, count(all, both(apart, inside)));
}

constexpr std::size_t most_columns = 110;
std::string legend(Language in) {
  return in.say(
      "Intervals are of 90 %. The simulated one is predictive: of another study of the same size, "
      "its own\nstandard error included; inside says that the published effect lies in it. pt: "
      "points; x: ratio.\n");
}

std::string assumed_text(const std::vector<Tested>& all, const std::string& mark, Language in) {
  std::string text;
  for (const Tested& t : all) {
    if (t.trial.assumed.empty()) continue;
    std::string lead = mark + " ";
    for (const std::string& line :
         lines_of(in.say("{}: standard error assumed: {}", t.trial.name, t.trial.assumed),
                  most_columns)) {
      text += lead + line + "\n";
      lead = "  ";
    }
  }
  return text;
}

// Of one alone there is room to say what it is.
std::string study_text(const Trial& trial, Language in) {
  std::string text;
  for (const std::string& said :
       {trial.who + ", " + trial.where + ": " + in.title(trial.title, trial.title_id),
        in.say("published: {}", trial.published),
        in.say("source ({}): {}", read_text(trial, in), trial.source),
        in.say("represents: {}", trial.represents), in.say("leaves out: {}", trial.leaves_out)})
    for (const std::string& line : lines_of(said, most_columns)) text += line + "\n";
  return text + "\n";
}

using Row = std::vector<std::string>;

// A row a trial below their headings; columns at least as wide as English asks for.
std::string rows_of(const std::vector<Tested>& all, Language in) {
  std::vector<Row> rows{{in.say("experiment"), in.say("published"), in.say("simulated"),
                         in.say("sign"), in.say("inside"), in.say("use"), in.say("read")}};
  for (const Tested& t : all)
    rows.push_back({t.trial.name, published_text(t, in), simulated_text(t, in), sign_text(t, in),
                    inside_text(t, in), use_text(t, in), read_text(t.trial, in)});
  std::vector<std::size_t> widths{10, 25, 25, 5, 6, 10};
  for (const std::size_t of_words : {0u, 3u, 4u, 5u})
    for (const Row& row : rows)
      widths[of_words] = std::max(widths[of_words], width_of(row[of_words]));
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t c = 0; c < widths.size(); ++c)
      text += left(row[c], widths[c]) + (c == 1 || c == 2 ? " " : "  ");
    text += row.back() + "\n";
  }
  return text;
}

std::string markdown_of(const std::vector<Tested>& all, Language in) {
  std::string text =
      in.say("| experiment | study | published | simulated | sign | inside | use | read |") +
      "\n|---|---|---|---|---|---|---|---|\n";
  for (const Tested& t : all)
    text += fmt::format("| {} | {}, {}: {} | {} | {} | {} | {} | {} | {} |\n", t.trial.name,
                        t.trial.who, t.trial.where, in.title(t.trial.title, t.trial.title_id),
                        published_text(t, in), simulated_text(t, in), sign_text(t, in),
                        inside_text(t, in), use_text(t, in), read_text(t.trial, in));
  return text + "\n" + legend(in) + "\n" + assumed_text(all, "-", in) + "\n" + counts_text(all, in);
}

}  // namespace

std::string table_of(const std::vector<Tested>& all, Markup markup, Language in) {
  if (markup == Markup::markdown) return markdown_of(all, in);
  std::string text = rows_of(all, in) + "\n";
  if (all.size() == 1) text += study_text(all[0].trial, in);
  return text + legend(in) + assumed_text(all, "*", in) + "\n" + counts_text(all, in);
}

nlohmann::json json_of(const std::vector<Tested>& all) {
  const auto number = [](double x) {
    return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json();
  };
  static constexpr const char* compares[]{"difference", "ratio", "log-ratio"};
  nlohmann::json list = nlohmann::json::array();
  for (const Tested& t : all) {
    const Trial& trial = t.trial;
    list.push_back({{"name", trial.name},
                    {"title", trial.title},
                    {"title_id", trial.title_id},
                    {"who", trial.who},
                    {"where", trial.where},
                    {"year", trial.year},
                    {"outcome", outcomes()[trial.quantity.outcome].name},
                    {"month", trial.quantity.month},
                    {"compare", compares[static_cast<std::size_t>(trial.scale)]},
                    {"effect", trial.effect},
                    {"standard_error", trial.standard_error},
                    {"low", trial.low()},
                    {"high", trial.high()},
                    {"simulated", number(t.simulated.effect)},
                    {"simulated_standard_error", number(t.simulated.standard_error)},
                    {"simulated_low", number(t.simulated.low)},
                    {"simulated_high", number(t.simulated.high)},
                    {"pairs", t.simulated.pairs},
                    {"inside", t.inside},
                    {"sign_right", t.sign_right ? nlohmann::json(*t.sign_right) : nlohmann::json()},
                    {"null", trial.is_null},
                    {"kept_apart", trial.kept_apart},
                    {"published", trial.published},
                    {"assumed", trial.assumed},
                    {"read", trial.read},
                    {"source", trial.source},
                    {"represents", trial.represents},
                    {"leaves_out", trial.leaves_out}});
  }
  return list;
}

}  // namespace swadaya
