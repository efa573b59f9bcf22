#include "sim/tables/two_results.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/unpaired.hpp"
#include "sim/designs/designs.hpp"
#include "sim/results/labels.hpp"
#include "sim/scenario/branch.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

// Replicates that are complete in a result, as the store counts them.
std::set<std::uint32_t> replicates_of(const Store& store) {
  std::map<std::uint32_t, std::size_t> variants;
  for (const Finished& one : store.finished()) ++variants[one.replicate];
  std::set<std::uint32_t> all;
  for (const auto& [replicate, count] : variants)
    if (count == store.variants().size()) all.insert(replicate);
  return all;
}

void check(const OneResult& one) {
  constexpr std::size_t most = 200;
  if (is_search(one.experiment) || one.store.variants().size() > most)
    throw refused(
        one.store.folder(),
        fmt::format("holds {} of {} points, which have no names to be held against",
                    design_of(one.experiment) ? design_of(one.experiment)->called : "a comparison",
                    one.store.variants().size()),
        "two results of `run`, `compare` or small designs are held against each other");
  if (one.store.complete_replicates() == 0)
    throw refused(one.store.folder(), "has no replicate that is complete in all variants",
                  "`swadaya resume " + one.store.folder() + "` finishes it");
}

// Of a file the checksum of what it held, so that a copy elsewhere is the same file.
std::string file_text(const OneResult& one, const std::string& file) {
  for (const auto& [what, checksum] : one.store.fingerprint())
    if (what.starts_with("file ") && file.ends_with(what.substr(5))) return checksum;
  return file;
}

// Every setting of a variant as one writes it, with its unit.
std::map<std::string, std::pair<std::string, std::string>> settings_in(const OneResult& one,
                                                                       std::size_t variant,
                                                                       const Catalogue& catalogue) {
  std::map<std::string, std::pair<std::string, std::string>> all;
  const Scenario& scenario = one.experiment.variants[variant].scenario;
  const Values values = settings_of(one.experiment, variant);
  for (const auto& [section, infos] : sections_of(scenario, catalogue))
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      const auto at = values.find(key);
      if (at != values.end()) all[key] = {text_of(info, at->second), info.unit};
    }
  for (std::size_t s = 0; s < slot_count; ++s)
    all[fmt::format("models.{}", slot_names[s])] = {scenario.models[s], "model"};
  all["time.months"] = {fmt::format("{}", scenario.months), "months"};
  for (const Event& event : scenario.events)
    for (const auto& [key, value] : event.set)
      for (const auto& [section, infos] : sections_of(scenario, catalogue))
        for (const ParameterInfo& info : *infos)
          if (section + "." + info.name == key)
            all[fmt::format("{} from month {}", key, event.month)] = {text_of(info, value),
                                                                      info.unit};
  return all;
}

bool is_same_file(const OneResult& a, const OneResult& b, const std::string& key,
                  const std::string& x, const std::string& y) {
  if (!is_file_setting(key)) return false;
  const auto bare = [](const std::string& quoted) {
    return quoted.size() < 2 ? quoted : quoted.substr(1, quoted.size() - 2);
  };
  return !x.empty() && !y.empty() && file_text(a, bare(x)) == file_text(b, bare(y));
}

std::vector<DifferentSetting> different(const OneResult& a, std::size_t own_a, const OneResult& b,
                                        std::size_t own_b, const Catalogue& catalogue) {
  const auto x = settings_in(a, own_a, catalogue), y = settings_in(b, own_b, catalogue);
  std::set<std::string> keys;
  for (const auto& [key, value] : x) keys.insert(key);
  for (const auto& [key, value] : y) keys.insert(key);
  std::vector<DifferentSetting> all;
  for (const std::string& key : keys) {
    const auto in_a = x.find(key), in_b = y.find(key);
    const DifferentSetting one{key, in_a == x.end() ? "" : in_a->second.first,
                               in_b == y.end() ? "" : in_b->second.first,
                               (in_a == x.end() ? in_b : in_a)->second.second};
    if (one.a != one.b && !is_same_file(a, b, key, one.a, one.b)) all.push_back(one);
  }
  return all;
}

std::vector<DifferentSetting> of_experiments(const OneResult& a, const OneResult& b) {
  std::vector<DifferentSetting> all;
  const auto add = [&](const char* key, const std::string& x, const std::string& y,
                       const char* unit) {
    if (x != y) all.push_back({key, x, y, unit});
  };
  const auto number = [](auto x) { return fmt::format("{}", x); };
  add("experiment.seed", number(a.store.seed()), number(b.store.seed()), "of all dice");
  add("experiment.replicates", number(a.store.complete_replicates()),
      number(b.store.complete_replicates()), "complete worlds");
  const auto drawn = [](const OneResult& one, Language in) {
    return one.experiment.posterior.keys.empty()
               ? std::string{"none"}
               : in.say("{} parameters of a sample of {}", one.experiment.posterior.keys.size(),
                        one.experiment.posterior.sample.points.size());
  };
  if (drawn(a, {}) != drawn(b, {}))
    all.push_back({"experiment.posterior", drawn(a, {}), drawn(b, {}), "what worlds drew",
                   drawn(a, Language::indonesian()), drawn(b, Language::indonesian())});
  add("version", a.version, b.version, "that made it");
  return all;
}

// Of none at all, too.
bool share_draws(const OneResult& a, const OneResult& b, const std::set<std::uint32_t>& common) {
  const Posterior &p = a.experiment.posterior, &q = b.experiment.posterior;
  if (p.keys.empty() != q.keys.empty() || a.store.worlds_per_draw() != b.store.worlds_per_draw())
    return false;
  return p.keys.empty() || std::all_of(common.begin(), common.end(), [&](std::uint32_t replicate) {
           return p.values(replicate) == q.values(replicate);
         });
}

NotPaired why_not(const OneResult& a, const OneResult& b, const InBoth& one,
                  const std::set<std::uint32_t>& common) {
  const Variant &x = a.experiment.variants[one.a], &y = b.experiment.variants[one.b];
  if (a.store.seed() != b.store.seed() || x.first_world != y.first_world) return NotPaired::dice;
  for (const std::string& file : {std::string{"world.households"}, std::string{"network.edges"}})
    if (x.scenario.values.contains(file) && y.scenario.values.contains(file) &&
        file_text(a, std::get<std::string>(x.scenario.values.at(file))) !=
            file_text(b, std::get<std::string>(y.scenario.values.at(file))))
      return NotPaired::wards;
  for (const Variant* other : {&x, &y})
    for (const auto& [key, value] : other->scenario.values) {
      if (!is_of_world(key) || is_file_setting(key)) continue;
      const auto in_x = x.scenario.values.find(key), in_y = y.scenario.values.find(key);
      if (in_x == x.scenario.values.end() || in_y == y.scenario.values.end() ||
          in_x->second != in_y->second)
        return NotPaired::wards;
    }
  if (common.empty()) return NotPaired::no_world;
  return share_draws(a, b, common) ? NotPaired::no : NotPaired::draws;
}

// Values of an outcome by replicate of one result, and which draw each had.
class Side {
 public:
  Side(const OneResult& one, const std::vector<int>& months)
      : one_{one}, months_{months}, complete_{replicates_of(one.store)} {}

  const std::set<std::uint32_t>& replicates() const { return complete_; }
  std::vector<double> values(std::size_t variant, int month, std::size_t outcome,
                             const std::set<std::uint32_t>& of) const {
    if (!held_ || variant_ != variant)
      held_ = one_.store.sample_so_far(variant, months_), variant_ = variant;
    const auto all = held_->values(month, outcome);
    std::vector<double> values;
    for (const std::uint32_t replicate : of) values.push_back(all[replicate]);
    return values;
  }
  std::vector<std::uint32_t> draws(const std::set<std::uint32_t>& of) const {
    return draws_dealt({of.begin(), of.end()}, one_.store.worlds_per_draw());
  }

 private:
  const OneResult& one_;
  const std::vector<int>& months_;
  const std::set<std::uint32_t> complete_;
  mutable std::optional<Sample> held_;
  mutable std::size_t variant_ = 0;
};

std::vector<double> less(std::vector<double> values, const std::vector<double>& baseline) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] -= baseline[i];
  return values;
}

class Rows {
 public:
  Rows(const OneResult& a, const OneResult& b, TwoResults& two)
      : a_{a},
        b_{b},
        two_{two},
        x_{a, two.months},
        y_{b, two.months},
        base_x_{a, two.months},
        base_y_{b, two.months} {
    std::set_intersection(x_.replicates().begin(), x_.replicates().end(), y_.replicates().begin(),
                          y_.replicates().end(), std::inserter(common_, common_.end()));
    by_draw_ = !common_.empty() && !x_.draws(common_).empty() && share_draws(a, b, common_);
  }

  void find() {
    for (std::size_t i = 0; i < two_.both.size(); ++i) {
      InBoth& one = two_.both[i];
      one.why = why_not(a_, b_, one, common_);
      one.worlds = one.why == NotPaired::no ? common_.size() : 0;
      for (const int month : two_.months)
        for (const std::size_t k : two_.outcomes) two_.rows.push_back(row(i, month, k));
    }
  }

 private:
  OutcomeInBoth row(std::size_t i, int month, std::size_t k) const {
    const InBoth& one = two_.both[i];
    const bool is_paired = one.why == NotPaired::no || (one.why == NotPaired::wards && by_draw_);
    const auto &of_a = is_paired ? common_ : x_.replicates(),
               &of_b = is_paired ? common_ : y_.replicates();
    const std::vector<double> x = x_.values(one.a, month, k, of_a),
                              y = y_.values(one.b, month, k, of_b);
    const OutcomeInfo& info = outcomes()[k];
    OutcomeInBoth row{
        i, k, month, difference_within(difference(x, y, of_a, of_b, one, false), info), {}};
    if (one.a != a_.store.baseline() && one.b != b_.store.baseline() &&
        a_.store.is_in_same_worlds(one.a) && b_.store.is_in_same_worlds(one.b))
      row.gain =
          difference_within(difference(less(x, base_x_.values(a_.store.baseline(), month, k, of_a)),
                                       less(y, base_y_.values(b_.store.baseline(), month, k, of_b)),
                                       of_a, of_b, one, true),
                            info, 2);
    return row;
  }

  PairedDifference difference(const std::vector<double>& x, const std::vector<double>& y,
                              const std::set<std::uint32_t>& of_a,
                              const std::set<std::uint32_t>& of_b, const InBoth& one,
                              bool of_gains) const {
    const std::vector<std::uint32_t> p = x_.draws(of_a), q = y_.draws(of_b);
    if (one.why == NotPaired::wards && by_draw_) return unpaired_of_draws(x, y, p);
    if (one.why != NotPaired::no) return unpaired_difference({x, p}, {y, q});
    if (!p.empty() || of_gains) return paired_difference(x, y, p);
    return paired_difference(x, y, {},
                             luck_of_worlds(a_.store.seed(), a_.store.variants()[one.a].first_world,
                                            a_.store.plan().wards, {of_a.begin(), of_a.end()}));
  }

  const OneResult &a_, &b_;
  TwoResults& two_;
  const Side x_, y_, base_x_, base_y_;  // a variant and a baseline at hand, of each
  std::set<std::uint32_t> common_;
  bool by_draw_ = false;  // both took the same draws: a draw is the same parameters on both sides
};

void find_variants(const OneResult& a, const OneResult& b, TwoResults& two) {
  const auto& x = a.store.variants();
  const auto& y = b.store.variants();
  std::set<std::size_t> found;
  const auto add = [&](std::size_t i, std::size_t j) {
    two.both.push_back({i, j, title_of(x[i]), {}});
    two.both.back().title_id = title_of(x[i], Language::indonesian());
    found.insert(j);
  };
  const auto same = [&](std::size_t i) {
    for (std::size_t j = 0; j < y.size(); ++j)
      if (y[j].name == x[i].name) return j;
    return y.size();
  };
  for (std::size_t i = 0; i < x.size(); ++i)
    if (const std::size_t j = same(i); j < y.size()) add(i, j);
  if (two.both.empty()) add(a.store.baseline(), b.store.baseline());
  std::stable_sort(two.both.begin(), two.both.end(), [&](const InBoth& p, const InBoth& q) {
    return (p.a == a.store.baseline()) > (q.a == a.store.baseline());
  });
  for (std::size_t i = 0; i < x.size(); ++i)
    if (std::none_of(two.both.begin(), two.both.end(), [&](const InBoth& o) { return o.a == i; }))
      two.only_a.push_back(title_of(x[i])),
          two.only_a_id.push_back(title_of(x[i], Language::indonesian()));
  for (std::size_t j = 0; j < y.size(); ++j)
    if (!found.contains(j))
      two.only_b.push_back(title_of(y[j])),
          two.only_b_id.push_back(title_of(y[j], Language::indonesian()));
}

void find_shown(const OneResult& a, const OneResult& b, TwoResults& two) {
  const auto add = [&](const std::string& name) {
    const std::size_t k = *outcome_index(name);
    if (std::find(two.outcomes.begin(), two.outcomes.end(), k) == two.outcomes.end())
      two.outcomes.push_back(k);
  };
  for (const OneResult* one : {&a, &b})
    for (const std::string& name : one->experiment.outcomes) add(name);
  add("cost_kRp");
  const int last = std::min(a.store.months(), b.store.months());
  const auto& others = b.experiment.months_shown;
  for (const int month : a.experiment.months_shown)
    if (month <= last && std::find(others.begin(), others.end(), month) != others.end())
      two.months.push_back(month);
  if (two.months.empty()) two.months.push_back(last);
}

}  // namespace

TwoResults two_results(const OneResult& a, const OneResult& b, const Catalogue& catalogue) {
  check(a), check(b);
  TwoResults two;
  two.experiment = of_experiments(a, b);
  find_variants(a, b, two);
  find_shown(a, b, two);
  for (InBoth& one : two.both) {
    one.settings = different(a, one.a, b, one.b, catalogue);
    if (&one == &two.both[0]) continue;
    const auto& first = two.both[0].settings;
    std::erase_if(one.settings, [&](const DifferentSetting& setting) {
      return std::find(first.begin(), first.end(), setting) != first.end();
    });
  }
  Rows{a, b, two}.find();
  return two;
}

}  // namespace swadaya
