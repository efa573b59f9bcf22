#include "sim/jobs/contract.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <span>

#include "sim/base/error.hpp"
#include "sim/month/limits.hpp"
#include "sim/month/simulation.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/resolve.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

using Settings = std::vector<std::pair<std::string, std::string>>;  // "time.months", "24"

// A ward of two RW in which much happens. Settings of models that are not there are left out.
const Settings busy_ward{{"time.months", "24"},           {"world.rw_per_ward", "2"},
                         {"world.rt_per_rw", "3"},        {"world.households_per_rt", "40"},
                         {"world.dishonest", "1"},        {"programme.grant", "20000"},
                         {"socialization.meetings", "2"}, {"groups.wants_loan", "0.8"},
                         {"groups.founding", "0.1"},      {"supervision.audit_probability", "0.5"}};

bool has_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

// "participation of month 3 is 0.25 instead of 0.5", or "" where all bits are the same.
std::string difference(const Series& expected, const Series& other) {
  const std::size_t columns = outcomes().size();
  for (std::size_t i = 0; i < expected.values.size(); ++i)
    if (!has_bits(expected.values[i], other.values.at(i)))
      return fmt::format("{} of month {} is {} instead of {}", outcomes()[i % columns].name,
                         i / columns, other.values[i], expected.values[i]);
  return "";
}

// The ends of a parameter's range, as one writes them in a file: options of a choice are all ends.
std::vector<std::string> ends_of(const ParameterInfo& info) {
  std::vector<Value> values;
  const Range& range = info.range;
  if (info.kind == Kind::flag || info.kind == Kind::choice) {
    for (double option = range.low; option <= range.high; ++option) values.emplace_back(option);
  } else if (info.kind == Kind::list) {
    const auto length = std::get<std::vector<double>>(info.default_value).size();
    for (const double end : {range.low, range.high})
      if (std::isfinite(end)) values.emplace_back(std::vector<double>(length, end));
  } else {
    for (const double end : {range.low, range.high})
      if (std::isfinite(end) || end > 0) values.emplace_back(end);
  }
  std::vector<std::string> texts;
  for (const Value& value : values)
    if (broken_rule(info, value).empty()) texts.push_back(text_of(info, value));
  return texts;
}

class Contract {
 public:
  Contract(const Catalogue& catalogue, const ModelInfo& model,
           const std::function<void(const Check&)>& report)
      : catalogue_{catalogue},
        model_{model},
        slot_{name_of(model.slot)},
        report_{report},
        plain_{scenario({})},
        world_{draw_world(plain_.values, 1, 0)} {}

  void check() {
    try_out("says what it does and where that comes from", &Contract::describes_itself);
    try_out("gives each parameter a unit, a range, a source and a default within the range",
            &Contract::describes_parameters);
    try_out("has dice of its own, which move no other model's", &Contract::dice);
    try_out("runs in the smallest worlds, without ties", &Contract::smallest_worlds);
    try_out("gives the same bits when it runs again", &Contract::again);
    try_out("gives the same bits in any order and on 1, 2, 3 and 8 threads", &Contract::orders);
    try_out("gives the same bits alone and among 2, 3, 4, 8, 9 and 16 variants",
            &Contract::packings);
    try_out("leaves the variants beside it alone when its parameters change", &Contract::company);
    try_out("goes on from any month with the same bits, as it keeps nothing outside of its columns",
            &Contract::goes_on);
    try_out("conserves money", &Contract::money);
    try_out("leaves every outcome a number, and every share within 0 and 1", &Contract::numbers);
    try_out("runs at the ends of every parameter's range", &Contract::ends);
  }

 private:
  // A check returns what does not hold, or "".
  using Try = std::string (Contract::*)() const;

  void try_out(const char* name, Try what) const {
    Check check{name, ""};
    try {
      check.why = (this->*what)();
    } catch (const std::exception& error) {
      check.why = error.what();
    }
    report_(check);
  }

  Scenario scenario(const Settings& changes) const {
    Draft draft;
    const auto put_all = [&](const Settings& settings, bool may_be_meaningless) {
      for (const auto& [key, value] : settings)
        draft.settings[key] = {toml_value(value, "--set"), may_be_meaningless};
    };
    put_all(busy_ward, true);
    put_all({{"models." + slot_, model_.name}}, false);
    put_all(changes, false);
    std::vector<Problem> problems;
    Scenario result = resolved(draft, "check", catalogue_, problems);
    if (!problems.empty()) throw BadInput{problems};
    return result;
  }

  Series alone(const Scenario& s, Order order = Order::one_by_one) const {
    return together({&s}, order)[0];
  }
  std::vector<Series> together(const std::vector<const Scenario*>& variants,
                               Order order = Order::one_by_one) const {
    return run(world_, variants, catalogue_, order, [] { return true; });
  }

  std::string describes_itself() const {
    const auto odd = [](char c) {
      return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    };
    if (model_.name.empty() || std::any_of(model_.name.begin(), model_.name.end(), odd))
      return "its name must be made of small letters, digits and hyphens";
    if (model_.paragraph.empty()) return "it has no paragraph that says what it does";
    if (model_.source.empty()) return "it has no source; `assumption` is one";
    return "";
  }

  std::string describes_parameters() const {
    for (const ParameterInfo& p : model_.parameters) {
      if (p.unit.empty()) return p.name + " has no unit";
      if (p.source.empty()) return p.name + " has no source";
      if (!(p.range.low <= p.range.high) || (std::isinf(p.range.low) && std::isinf(p.range.high)))
        return p.name + " has no range";
      if (const std::string rule = broken_rule(p, p.default_value); !rule.empty())
        return "the default of " + p.name + " " + rule;
    }
    return "";
  }

  // Dice are a function of the folded name of the decision, the month and who decides.
  std::string dice() const {
    std::set<std::uint32_t> own;
    for (const std::string& decision : model_.decisions)
      if (!own.insert(decision_key(slot_ + "." + decision)).second)
        return "two of its decisions have the dice of " + decision;
    for (const ModelInfo& other : catalogue_.models())
      for (const std::string& decision : other.decisions)
        if (other.slot != model_.slot &&
            own.contains(decision_key(std::string{name_of(other.slot)} + "." + decision)))
          return fmt::format("one of its decisions has the dice of {} of {}/{}: name it otherwise",
                             decision, name_of(other.slot), other.name);
    return "";
  }

  std::string smallest_worlds() const {
    for (const char* households : {"1", "2", "17"}) {
      const Scenario s = scenario({{"world.rw_per_ward", "1"},
                                   {"world.rt_per_rw", "1"},
                                   {"world.households_per_rt", households},
                                   {"network.generator", "none"}});
      const World world = draw_world(s.values, 1, 0);
      const std::vector<const Scenario*> both{&s, &s};
      const auto series = run(world, both, catalogue_, Order::one_by_one, [] { return true; });
      for (const std::string& why : {difference(series[0], series[1]), fault_in(series[0])})
        if (!why.empty()) return fmt::format("with {} households: {}", households, why);
    }
    return "";
  }

  std::string again() const { return difference(reference(), alone(plain_)); }

  std::string orders() const {
    if (const std::string why = difference(reference(), alone(plain_, Order::backwards));
        !why.empty())
      return "the last ward first: " + why;
    std::string why;
    for (const std::size_t threads : {1, 2, 3, 8})
      with_threads(threads, [&] {
        if (const std::string d = difference(reference(), alone(plain_, Order::parallel));
            !d.empty() && why.empty())
          why = fmt::format("on {} threads: {}", threads, d);
      });
    return why;
  }

  std::string packings() const {
    const Scenario other = scenario({{"programme.grant", "1000"}, {"time.months", "24"}});
    for (const std::size_t count : {2, 3, 4, 8, 9, 16}) {
      std::vector<const Scenario*> variants(count, &other);
      variants[count / 2] = &plain_;
      if (const std::string d = difference(reference(), together(variants)[count / 2]); !d.empty())
        return fmt::format("among {} variants: {}", count, d);
    }
    return "";
  }

  // One variant for each end of each parameter; the others at their defaults.
  struct End {
    std::string text;  // "norm = 0.5"
    Scenario scenario;
  };
  std::vector<End> all_ends() const {
    std::vector<End> ends;
    for (const ParameterInfo& p : model_.parameters)
      for (const std::string& end : ends_of(p))
        ends.push_back({p.name + " = " + end, scenario({{slot_ + "." + p.name, end}})});
    return ends;
  }

  // Calls `why_not` with up to `most` ends side by side, and where something doesn't hold, with
  // each of them, to say which it is.
  template <class F>
  std::string over_ends(std::size_t most, const char* beside, F why_not) const {
    const std::vector<End> ends = all_ends();
    const auto why_of = [&](std::span<const End> some) -> std::string {
      try {
        return why_not(some);
      } catch (const std::exception& error) {
        return error.what();
      }
    };
    for (std::size_t at = 0; at < ends.size(); at += most) {
      const auto batch = std::span{ends}.subspan(at, std::min(most, ends.size() - at));
      const std::string together = why_of(batch);
      if (together.empty()) continue;
      for (const End& end : batch)
        if (const std::string why = why_of({&end, 1}); !why.empty())
          return fmt::format("{}{}: {}", beside, end.text, why);
      return "among the ends of several parameters: " + together;
    }
    return "";
  }

  std::string company() const {
    return over_ends(pack_width - 1, "beside ", [&](std::span<const End> ends) {
      std::vector<const Scenario*> variants;
      for (const End& end : ends) variants.push_back(&end.scenario);
      variants.push_back(&plain_);
      return difference(reference(), together(variants).back());
    });
  }

  // What a model remembers by itself is lost when another simulation takes over.
  std::string goes_on() const {
    const Scenario* one = &plain_;
    Simulation whole{world_, {&one, 1}, catalogue_, Order::one_by_one};
    std::vector<std::string> states{whole.state(0)};  // by month
    while (whole.month() < plain_.months) {
      whole.step();
      states.push_back(whole.state(0));
    }
    for (const int month : {0, 1, 13})
      for (const std::size_t count : {1, 3, 16}) {
        const std::vector<const Scenario*> variants(count, one);
        Simulation half{world_, variants, catalogue_, Order::one_by_one,
                        states[static_cast<std::size_t>(month)]};
        for (int now = month;; half.step(), ++now) {
          if (half.state(static_cast<std::uint32_t>(count / 2)) !=
              states[static_cast<std::size_t>(now)])
            return fmt::format("from month {} among {} variants, month {} ends in another state",
                               month, count, now);
          if (now == plain_.months) break;
        }
      }
    return "";
  }

  // Each step checks every ward's books and throws where they don't add up.
  std::string money() const {
    const Scenario* one = &plain_;
    Simulation simulation{world_, {&one, 1}, catalogue_, Order::one_by_one};
    while (simulation.month() < plain_.months) simulation.step();
    const double off = std::abs(simulation.ward(0, 0).fund.imbalance());
    return off < 1e-6 ? "" : fmt::format("the fund is off by {} kRp", off);
  }

  std::string numbers() const { return fault_in(reference()); }

  std::string ends() const {
    return over_ends(pack_width, "", [&](std::span<const End> ends) -> std::string {
      std::vector<const Scenario*> variants;
      for (const End& end : ends) variants.push_back(&end.scenario);
      for (const Series& series : together(variants))
        if (const std::string why = fault_in(series); !why.empty()) return why;
      return "";
    });
  }

  std::string fault_in(const Series& series) const {
    const std::size_t columns = outcomes().size();
    for (std::size_t i = 0; i < series.values.size(); ++i)
      if (const std::string fault = fault_of(outcomes()[i % columns], series.values[i]);
          !fault.empty())
        return fmt::format("{} of month {} {}", outcomes()[i % columns].name, i / columns, fault);
    return "";
  }

  // Alone, one after the other; run when first asked for.
  const Series& reference() const {
    if (!reference_) reference_ = alone(plain_);
    return *reference_;
  }

  const Catalogue& catalogue_;
  const ModelInfo& model_;
  std::string slot_;
  const std::function<void(const Check&)>& report_;
  Scenario plain_;
  World world_;
  mutable std::optional<Series> reference_;
};

}  // namespace

void check_contract(const Catalogue& catalogue, const ModelInfo& model,
                    const std::function<void(const Check&)>& report) {
  Contract{catalogue, model, report}.check();
}

}  // namespace swadaya
