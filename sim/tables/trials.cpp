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
  explicit Words(const Trial& trial)
      : scale_{trial.scale},
        is_points_{trial.scale == Scale::difference && !trial.over &&
                   outcomes()[trial.quantity.outcome].is_share()} {}

  std::string estimate(double effect, double low, double high) const {
    if (!std::isfinite(effect)) return "-";
    return fmt::format("{} [{}, {}]{}", lead() + number(effect), number(low), number(high),
                       is_points_ ? " pt" : "");
  }

 private:
  std::string lead() const { return scale_ == Scale::difference ? "" : "x "; }
  std::string number(double x) const {
    if (!std::isfinite(x)) return "-";
    if (scale_ == Scale::ratio) return fmt::format("{:.2f}", x);
    if (scale_ == Scale::log_ratio) return fmt::format("{:.2f}", std::exp(x));
    if (!is_points_) return fmt::format("{:+.3g}", x);
    return std::abs(x) < 0.0005 ? "0.0" : fmt::format("{:+.1f}", 100 * x);
  }

  Scale scale_;
  bool is_points_;
};

std::string published_text(const Tested& t) {
  const std::string text = Words{t.trial}.estimate(t.trial.effect, t.trial.low(), t.trial.high());
  return t.trial.assumed.empty() ? text : text + " *";
}

std::string simulated_text(const Tested& t) {
  return Words{t.trial}.estimate(t.simulated.effect, t.simulated.low, t.simulated.high);
}

std::string sign_text(const Tested& t) {
  return !t.sign_right ? "null" : *t.sign_right ? "right" : "WRONG";
}

const char* inside_text(const Tested& t) { return t.inside ? "yes" : "no"; }
std::string use_text(const Tested& t) {
  return fact_use_words(t.trial.kept_apart ? "apart" : "fitted");
}

template <class Is>
std::size_t count(const std::vector<Tested>& all, Is is) {
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is));
}

std::string counts_text(const std::vector<Tested>& all) {
  const auto inside = [](const Tested& t) { return t.inside; };
  const auto apart = [](const Tested& t) { return t.trial.kept_apart; };
  const auto null = [](const Tested& t) { return t.trial.is_null; };
  const auto both = [](auto a, auto b) { return [=](const Tested& t) { return a(t) && b(t); }; };
  const std::size_t nulls = count(all, null), kept = count(all, apart);
  return fmt::format(
      "{} of {} inside; signs right {} of {}; nulls held {} of {}; {} fitted ({} inside), {} kept "
      "apart ({} inside).\n",
      count(all, inside), all.size(),
      count(all, [](const Tested& t) { return t.sign_right == true; }), all.size() - nulls,
      count(all, both(null, inside)), nulls, all.size() - kept,
      count(all, inside) - count(all, both(apart, inside)), kept, count(all, both(apart, inside)));
}

constexpr std::size_t most_columns = 110;
const char* const legend =
    "Intervals are of 90 %. The simulated one is predictive: of another study of the same size, "
    "its own\nstandard error included; inside says that the published effect lies in it. pt: "
    "points; x: ratio.\n";

std::string assumed_text(const std::vector<Tested>& all, const std::string& mark) {
  std::string text;
  for (const Tested& t : all) {
    if (t.trial.assumed.empty()) continue;
    std::string lead = mark + " ";
    for (const std::string& line :
         lines_of(t.trial.name + ": standard error assumed: " + t.trial.assumed, most_columns)) {
      text += lead + line + "\n";
      lead = "  ";
    }
  }
  return text;
}

// What was tried, in Indonesian where it is asked for and said.
const std::string& title_in(const std::string& language, const Trial& trial) {
  return language == "id" && !trial.title_id.empty() ? trial.title_id : trial.title;
}

// Of one alone there is room to say what it is.
std::string study_text(const Trial& trial, const std::string& language) {
  std::string text;
  for (const std::string& said :
       {trial.who + ", " + trial.where + ": " + title_in(language, trial),
        "published: " + trial.published, "source (" + trial.read + "): " + trial.source,
        "represents: " + trial.represents, "leaves out: " + trial.leaves_out})
    for (const std::string& line : lines_of(said, most_columns)) text += line + "\n";
  return text + "\n";
}

std::string markdown_of(const std::vector<Tested>& all, const std::string& language) {
  std::string text =
      "| experiment | study | published | simulated | sign | inside | use | read |\n"
      "|---|---|---|---|---|---|---|---|\n";
  for (const Tested& t : all)
    text += fmt::format("| {} | {}, {}: {} | {} | {} | {} | {} | {} | {} |\n", t.trial.name,
                        t.trial.who, t.trial.where, title_in(language, t.trial), published_text(t),
                        simulated_text(t), sign_text(t), inside_text(t), use_text(t), t.trial.read);
  return text + "\n" + legend + "\n" + assumed_text(all, "-") + "\n" + counts_text(all);
}

}  // namespace

std::string table_of(const std::vector<Tested>& all, Markup markup, const std::string& language) {
  if (markup == Markup::markdown) return markdown_of(all, language);
  std::size_t width = 10;
  for (const Tested& t : all) width = std::max(width, t.trial.name.size());
  const auto row = [width](const std::string& name, const std::string& published,
                           const std::string& simulated, const std::string& sign,
                           const char* inside, const std::string& use, const std::string& read) {
    return fmt::format("{:{}}  {:25} {:25} {:5}  {:6}  {:10}  {}\n", name, width, published,
                       simulated, sign, inside, use, read);
  };
  std::string text = row("experiment", "published", "simulated", "sign", "inside", "use", "read");
  for (const Tested& t : all)
    text += row(t.trial.name, published_text(t), simulated_text(t), sign_text(t), inside_text(t),
                use_text(t), t.trial.read);
  text += "\n";
  if (all.size() == 1) text += study_text(all[0].trial, language);
  return text + legend + assumed_text(all, "*") + "\n" + counts_text(all);
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
