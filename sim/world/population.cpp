#include "sim/world/population.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <utility>

#include "sim/base/exact.hpp"
#include "sim/base/proportional_fit.hpp"
#include "sim/world/parts.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr int lots = 20;           // drawn anew where whole numbers miss a margin
constexpr double most_off = 0.01;  // of a count of the ward

// Rows of the survey that no margin tells apart.
struct Kinds {
  std::vector<std::vector<std::size_t>> rows;  // by kind
  std::vector<double> weights;
  std::vector<std::vector<std::size_t>> categories;  // by kind, by what is counted
};

Kinds kinds_of(const HouseholdSurvey& survey, const MarginsOfRts& margins) {
  std::map<std::vector<std::size_t>, std::size_t> number_of;
  Kinds kinds;
  for (std::size_t i = 0; i < survey.rows.size(); ++i) {
    if (survey.weights[i] <= 0) continue;
    std::vector<std::size_t> own;
    for (const Counted& counted : margins.counted) own.push_back(counted.category_of[i]);
    const auto [at, is_new] = number_of.emplace(own, kinds.rows.size());
    if (is_new) {
      kinds.rows.emplace_back(), kinds.weights.push_back(0);
      kinds.categories.push_back(std::move(own));
    }
    kinds.rows[at->second].push_back(i);
    kinds.weights[at->second] += survey.weights[i];
  }
  return kinds;
}

// All households count to the first margin.
std::vector<KnownMargin> margins_of_rt(const MarginsOfRts& margins, const Kinds& kinds,
                                       std::size_t rt) {
  std::vector<KnownMargin> all{{std::vector<std::size_t>(kinds.rows.size(), 0),
                                {static_cast<double>(margins.rts[rt].households)}}};
  for (std::size_t m = 0; m < margins.counted.size(); ++m) {
    KnownMargin one{{}, margins.counted[m].totals[rt]};
    for (const auto& categories : kinds.categories) one.category_of.push_back(categories[m]);
    all.push_back(std::move(one));
  }
  return all;
}

std::string name_of(const MarginsOfRts::Rt& rt) {
  return rt.rw.empty() ? "RT " + rt.rt : "RT " + rt.rt + " of RW " + rt.rw;
}

double worst_of(const std::vector<std::vector<double>>& off) {
  double worst = 0;
  for (const auto& margin : off)
    for (const double one : margin) worst = std::max(worst, std::abs(one));
  return worst;
}

class Maker {
 public:
  Maker(const HouseholdSurvey& survey, const MarginsOfRts& margins, const Values& values,
        std::uint64_t seed)
      : survey_{survey},
        margins_{margins},
        values_{values},
        dice_{seed, 0},
        lots_{dice_, "population.lots"},
        kinds_{kinds_of(survey, margins)},
        times_(survey.rows.size(), 0) {}

  Population made() {
    fit();
    check_ward();
    draw_others();
    write();
    return std::move(made_);
  }

 private:
  // --- how many of each kind in each RT
  void fit() {
    std::vector<Problem> problems;
    for (std::size_t rt = 0; rt < margins_.rts.size(); ++rt) {
      const std::vector<KnownMargin> known = margins_of_rt(margins_, kinds_, rt);
      const ProportionalFit fit = fitted(kinds_.weights, known);
      made_.rounds = std::max(made_.rounds, fit.rounds);
      if (!can_be_met(rt, fit, problems)) continue;
      std::vector<std::size_t> best;
      double least = unbounded;
      for (int lot = 0; lot < lots && least > 0.5; ++lot) {
        auto counts = whole_counts(fit.cells, known, [&] { return lots_.uniform(); });
        const double worst = worst_of(misses({counts.begin(), counts.end()}, known));
        if (worst < least) least = worst, best = std::move(counts);
      }
      made_.largest_miss = std::max(made_.largest_miss, least);
      counts_.push_back(std::move(best));
    }
    if (!problems.empty()) throw BadInput{problems};
    made_.kinds = kinds_.rows.size();
    made_.rts = margins_.rts.size();
  }

  bool can_be_met(std::size_t rt, const ProportionalFit& fit, std::vector<Problem>& problems) {
    const MarginsOfRts::Rt& place = margins_.rts[rt];
    if (fit.empty && fit.empty->margin > 0) {
      const Counted& counted = margins_.counted[fit.empty->margin - 1];
      const std::string& category = counted.categories[fit.empty->category];
      add_row_problem(
          problems, {margins_.csv.file, place.line, 0, counted.name + ":" + category,
                     fmt::format("{}", counted.totals[rt][fit.empty->category]),
                     fmt::format("{} has such households, and none of the {} of the survey is one",
                                 name_of(place), survey_.rows.size()),
                     "wider categories, or a household of that kind in the survey"});
      return false;
    }
    if (fit.largest_miss > 1e-4) {
      add_row_problem(problems,
                      {margins_.csv.file, place.line, 0, "", "",
                       fmt::format("the counts of {} can't hold together: households of the survey "
                                   "meet them to {:.1f} % at best",
                                   name_of(place), 100 * fit.largest_miss),
                       "a combination that the RT has and the survey hasn't; wider categories"});
      return false;
    }
    return true;
  }

  // Counts of the ward, each margin's categories over all RTs.
  void check_ward() {
    for (std::size_t m = 0; m < margins_.counted.size(); ++m)
      for (std::size_t k = 0; k < margins_.counted[m].categories.size(); ++k) {
        double known = 0, made = 0;
        for (std::size_t rt = 0; rt < margins_.rts.size(); ++rt) {
          known += margins_.counted[m].totals[rt][k];
          for (std::size_t c = 0; c < kinds_.rows.size(); ++c)
            if (kinds_.categories[c][m] == k) made += static_cast<double>(counts_[rt][c]);
        }
        const double off = known > 0 ? std::abs(made - known) / known : made;
        made_.largest_share = std::max(made_.largest_share, off);
        if (off > most_off)
          throw BadInput{Problem{margins_.csv.file, 0, 0, margins_.counted[m].name,
                                 margins_.counted[m].categories[k],
                                 fmt::format("whole households come to {} and not {}", made, known),
                                 "fewer or wider categories"}};
      }
  }

  // --- which households those are
  // So many rows of a kind, by their weights, as evenly as whole numbers allow.
  void take(std::size_t kind, std::size_t count, std::vector<std::size_t>& taken) {
    const std::vector<std::size_t>& rows = kinds_.rows[kind];
    const double step = kinds_.weights[kind] / static_cast<double>(std::max<std::size_t>(count, 1));
    double next = lots_.uniform() * step, passed = 0;
    std::size_t left = count;
    for (std::size_t i = 0; i < rows.size() && left > 0; ++i) {
      passed += survey_.weights[rows[i]];
      for (; left > 0 && (next < passed || i + 1 == rows.size()); --left, next += step) {
        taken.push_back(rows[i]);
        ++times_[rows[i]];
      }
    }
  }

  void shuffle(std::vector<std::size_t>& items) {
    for (auto n = static_cast<std::uint32_t>(items.size()); n > 1; --n)
      std::swap(items[n - 1], items[lots_.below(n)]);
  }

  // A world of these RTs, drawn from figures, in which the survey's word counts where it has one.
  void draw_others() {
    world_.dice = dice_;
    for (std::size_t rt = 0; rt < margins_.rts.size();) {
      std::vector<std::uint32_t> of_rw;
      const std::string& rw = margins_.rts[rt].rw;
      for (; rt < margins_.rts.size() && margins_.rts[rt].rw == rw; ++rt)
        of_rw.push_back(static_cast<std::uint32_t>(margins_.rts[rt].households));
      add_rw(world_, 0, of_rw);
    }
    world_.wards = {{0, world_.chunks.back().last}};
    size_columns(world_);
    draw_households(world_, values_);
    row_of_.assign(world_.rows(), 0);
    for (std::size_t rt = 0; rt < margins_.rts.size(); ++rt) {
      std::vector<std::size_t> taken;
      for (std::size_t c = 0; c < kinds_.rows.size(); ++c) take(c, counts_[rt][c], taken);
      shuffle(taken);
      for (std::size_t i = 0; i < taken.size(); ++i) row_of_[world_.rts[rt].first + i] = taken[i];
    }
    made_.households = world_.households, made_.rws = world_.rws.size();
    made_.times_most = *std::max_element(times_.begin(), times_.end());
    put_surveyed();
  }

  bool has(const char* field) const { return survey_.fields.contains(field); }

  void put(const char* field, std::vector<float>& column) {
    if (!has(field)) return;
    const std::vector<double>& values = survey_.fields.at(field);
    for (Household h = 0; h < world_.rows(); ++h)
      if (world_.occupied[h] > 0) column[h] = static_cast<float>(values[row_of_[h]]);
  }

  void put_surveyed() {
    const bool draws_consumption = !has("consumption");
    put("poor", world_.poor), put("business", world_.business);
    put("female_head", world_.female_head), put("attitude", world_.attitude);
    put("susceptibility", world_.susceptibility);
    if (has("consumption")) {
      const std::vector<double>& kRp = survey_.fields.at("consumption");
      for (Household h = 0; h < world_.rows(); ++h)
        if (world_.occupied[h] > 0)
          world_.log_consumption[h] = static_cast<float>(log_of(kRp[row_of_[h]]));
      if (!has("poor")) {
        std::fill(world_.poor.begin(), world_.poor.end(), 0.0f);
        mark_poor(world_, world_number(values_, "poor"));
      }
    }
    if (draws_consumption && has("poor")) let_the_poor_have_least();
    if (!has("size")) draw_sizes(world_, values_);
    put("size", world_.size);
    if (has("elite")) choose_heads();
  }

  // The drawn consumption, its lowest values for those that the survey calls poor.
  void let_the_poor_have_least() {
    std::vector<Household> rows;
    std::vector<float> values;
    for (Household h = 0; h < world_.rows(); ++h)
      if (world_.occupied[h] > 0) rows.push_back(h), values.push_back(world_.log_consumption[h]);
    std::sort(values.begin(), values.end());
    std::sort(rows.begin(), rows.end(), [&](Household a, Household b) {
      const auto place = [&](Household h) {
        return std::tuple{-world_.poor[h], world_.log_consumption[h], h};
      };
      return place(a) < place(b);
    });
    for (std::size_t i = 0; i < rows.size(); ++i) world_.log_consumption[rows[i]] = values[i];
  }

  // Heads of RT and RW are of the surveyed elite where their place has some.
  void choose_heads() {
    put("elite", world_.elite);
    std::fill(world_.head.begin(), world_.head.end(), 0.0f);
    Stream stream{dice_, "population.heads"};
    for (const auto* places : {&world_.rts, &world_.rws})
      for (const Place& place : *places) {
        std::vector<Household> able;
        for (const bool of_elite : {true, false})
          for (Household h = place.first; h < place.last && (of_elite || able.empty()); ++h)
            if (world_.occupied[h] > 0 && (!of_elite || world_.elite[h] > 0)) able.push_back(h);
        if (!able.empty())
          world_.head[able[stream.below(static_cast<std::uint32_t>(able.size()))]] = 1;
      }
    world_.leader = world_.head;
  }

  // --- the file
  void write() {
    const std::vector<std::pair<const char*, const std::vector<float>*>> columns{
        {"size", &world_.size},         {"consumption", &world_.log_consumption},
        {"poor", &world_.poor},         {"elite", &world_.elite},
        {"head", &world_.head},         {"leader", &world_.leader},
        {"business", &world_.business}, {"female_head", &world_.female_head},
        {"attitude", &world_.attitude}, {"susceptibility", &world_.susceptibility}};
    std::string& text = made_.csv;
    text = "id,rw,rt";
    for (const auto& [name, column] : columns) {
      text += fmt::format(",{}", name);
      made_.columns.emplace_back(name);
      (has(name) ? made_.surveyed : made_.drawn).emplace_back(name);
    }
    text += "\n";
    std::size_t id = 0;
    for (std::size_t rt = 0; rt < margins_.rts.size(); ++rt)
      for (Household h = world_.rts[rt].first; h < world_.rts[rt].last; ++h) {
        const MarginsOfRts::Rt& place = margins_.rts[rt];
        text += fmt::format("{},{},{}", ++id, csv_field(place.rw.empty() ? "1" : place.rw),
                            csv_field(place.rt));
        for (const auto& [name, column] : columns)
          text += column == &world_.log_consumption
                      ? fmt::format(",{:.5g}", exp_of(double{(*column)[h]}))
                      : fmt::format(",{:.4g}", (*column)[h]);
        text += "\n";
      }
  }

  const HouseholdSurvey& survey_;
  const MarginsOfRts& margins_;
  const Values& values_;
  const Dice dice_;
  Stream lots_;
  const Kinds kinds_;
  std::vector<std::vector<std::size_t>> counts_;  // by RT, by kind
  std::vector<std::size_t> times_;                // by row of the survey
  World world_;
  std::vector<std::size_t> row_of_;  // of the survey, by row of the world
  Population made_;
};

}  // namespace

Population synthetic_population(const HouseholdSurvey& survey, const MarginsOfRts& margins,
                                const Values& values, std::uint64_t seed) {
  return Maker{survey, margins, values, seed}.made();
}

}  // namespace swadaya
