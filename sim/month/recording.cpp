#include "sim/month/recording.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/base/exact.hpp"
#include "sim/month/outcome.hpp"
#include "sim/month/recording_groups.hpp"

namespace swadaya {

namespace {

constexpr std::size_t bins = 512;      // of log consumption, for the Gini coefficient
constexpr float bins_per_log = 64.0f;  // 1.6 % steps: the error of the Gini is below 1e-4

// Numbers of the rows in the largest component; the first found among equals.
std::vector<float> rows_in_giant(const World& world) {
  constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> component(world.rows(), unseen);
  std::vector<std::uint32_t> sizes;
  std::vector<Household> queue;
  for (Household h = 0; h < world.rows(); ++h) {
    if (component[h] != unseen || world.occupied[h] == 0) continue;
    const auto name = static_cast<std::uint32_t>(sizes.size());
    queue.assign(1, h);
    component[h] = name;
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const Household n : world.ties.of(queue[i]))
        if (component[n] == unseen) component[n] = name, queue.push_back(n);
    sizes.push_back(static_cast<std::uint32_t>(queue.size()));
  }
  std::vector<float> in_giant(world.rows(), 0.0f);
  if (sizes.empty()) return in_giant;
  const auto giant =
      static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  for (Household h = 0; h < world.rows(); ++h) in_giant[h] = component[h] == giant ? 1.0f : 0.0f;
  return in_giant;
}

double sum_of(const std::vector<float>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0,
                         [](double a, float b) { return a + double{b}; });
}

constexpr int most_flags = 6, most_amounts = 2;  // of a part

// Calls `add(first cell, first row, position)` for each pack of a chunk in which somebody lives.
template <std::uint32_t v, class F>
void for_each_pack(const World& world, const Chunk& chunk, F add) {
  const std::size_t packs = std::size_t{chunk.last - chunk.first} * v / pack_width;
  for (std::size_t i = 0; i < packs; ++i) {
    const std::size_t first = std::size_t{chunk.first} * v + i * pack_width;
    const auto row = static_cast<Household>(first / v);
    if (v == pack_width && world.occupied[row] == 0) continue;
    add(first, row, i % v * pack_width);
  }
}

Pack cells(const Lanes& lanes, Column c, std::size_t first) {
  return Pack::from(lanes.columns.now(c) + first);
}

// One value a household -> one value a cell.
template <std::uint32_t v>
Pack of(const std::vector<float>& field, Household row) {
  if constexpr (v == 1) return Pack::from(field.data() + row);
  Pack x;
  for (std::uint32_t k = 0; k < pack_width; ++k) x.data()[k] = field[row + k / v];
  return x;
}

}  // namespace

// Flags are whole numbers below 2^24, exact in single precision in any order. Amounts are summed in
// double: position `cell % (16 * lanes)` of the chunk holds one partial sum, which is the
// household's number modulo 16 in any packing.
struct Recorder::Partial {
  std::array<Pack, most_flags> flag;
  std::array<std::array<double, std::size_t{pack_width} * pack_width>, most_amounts> amount;
  std::vector<std::uint32_t> histogram;  // lanes x bins; empty but for consumption

  void add(int which, std::size_t position, const Pack& x) {
    double* const sums = &amount[static_cast<std::size_t>(which)][position];
    for (int k = 0; k < pack_width; ++k) sums[k] += double{x.data()[k]};
  }
};

Recorder::Recorder(const World& world)
    : world_{world},
      alike_{world},
      in_giant_{rows_in_giant(world)},
      poor_{sum_of(world.poor)},
      near_poor_{sum_of(world.near_poor)},
      elite_{sum_of(world.elite)},
      giant_{sum_of(in_giant_)},
      log_line_{static_cast<float>(log_of(std::max(world.poverty_line, 1e-9)))},
      inverse_line_{static_cast<float>(1.0 / std::max(world.poverty_line, 1e-9))} {
  if (poor_ > 0 && world.households_surveyed == world.households)
    others_ = static_cast<double>(world.households) - poor_ - near_poor_;
  double mean = 0;
  for (Household h = 0; h < world.rows(); ++h)
    mean += double{world.log_consumption[h]} * double{world.occupied[h]};
  mean /= std::max(1.0, static_cast<double>(world.households));
  lowest_bin_ = static_cast<float>(mean) - float{bins} / bins_per_log / 2;
  for (std::size_t b = 0; b < bins; ++b)
    bin_consumption_.push_back(
        exp_of(double{lowest_bin_} + (static_cast<double>(b) + 0.5) / double{bins_per_log}));
}

template <std::uint32_t v>
void Recorder::add_news(const Lanes& lanes, const Chunk& chunk, Partial& partial) const {
  Pack informed = Pack::Zero(), poor = informed, near_poor = informed, elite = informed;
  for_each_pack<v>(world_, chunk, [&](std::size_t first, Household row, std::size_t position) {
    const Pack knows = cells(lanes, column::informed, first) * of<v>(world_.occupied, row);
    informed += knows;
    poor += knows * of<v>(world_.poor, row);
    near_poor += knows * of<v>(world_.near_poor, row);
    elite += knows * of<v>(world_.elite, row);
    partial.add(0, position, cells(lanes, column::grant_belief, first) * knows);
  });
  partial.flag = {informed, poor, near_poor, elite};
}

template <std::uint32_t v>
void Recorder::add_attitude(const Lanes& lanes, const Chunk& chunk, Partial& partial) const {
  for_each_pack<v>(world_, chunk, [&](std::size_t first, Household row, std::size_t position) {
    partial.add(0, position, cells(lanes, column::attitude, first) * of<v>(world_.occupied, row));
  });
}

template <std::uint32_t v>
void Recorder::add_joining(const Lanes& lanes, const Chunk& chunk, Partial& partial) const {
  Pack joined = Pack::Zero(), poor = joined, near_poor = joined, elite = joined, passive = joined,
       adopted = joined;
  for_each_pack<v>(world_, chunk, [&](std::size_t first, Household row, std::size_t) {
    const Pack joins = cells(lanes, column::joined, first) * of<v>(world_.occupied, row);
    const Pack joins_poor = joins * of<v>(world_.poor, row);
    joined += joins;
    poor += joins_poor;
    near_poor += joins * of<v>(world_.near_poor, row);
    elite += joins * of<v>(world_.elite, row);
    passive += joins_poor * is_less(cells(lanes, column::rung, first), Pack::Constant(1.5f));
    adopted += cells(lanes, column::ever_joined, first) * of<v>(in_giant_, row);
  });
  partial.flag = {joined, poor, near_poor, elite, passive, adopted};
}

template <std::uint32_t v>
void Recorder::add_listing(const Lanes& lanes, const Chunk& chunk, Partial& partial) const {
  Pack all = Pack::Zero(), poor = all, near_poor = all;
  for_each_pack<v>(world_, chunk, [&](std::size_t first, Household row, std::size_t) {
    const Pack listed = cells(lanes, column::listed, first) * of<v>(world_.occupied, row);
    all += listed;
    poor += listed * of<v>(world_.poor, row);
    near_poor += listed * of<v>(world_.near_poor, row);
  });
  partial.flag = {all, poor, near_poor};
}

template <std::uint32_t v>
void Recorder::add_consumption(const Lanes& lanes, const Chunk& chunk, Partial& partial) const {
  partial.histogram.assign(std::size_t{v} * bins, 0);
  std::uint32_t* const histogram = partial.histogram.data();
  Pack poor = Pack::Zero();
  for_each_pack<v>(world_, chunk, [&](std::size_t first, Household row, std::size_t position) {
    const Pack counted = of<v>(world_.surveyed, row);
    const Pack log_consumption = cells(lanes, column::log_consumption, first);
    if (log_consumption.smallest() < log_line_) {
      const Pack below = is_less(log_consumption, Pack::Constant(log_line_)) * counted;
      const Pack shortfall = (1.0f - exp_of(log_consumption) * inverse_line_) * below;
      poor += below;
      partial.add(0, position, shortfall);
      partial.add(1, position, shortfall * shortfall);
    }
    const WholePack bin = whole_of(
        ((log_consumption - lowest_bin_) * float{bins_per_log}).max(0.0f).min(float{bins - 1}));
    const WholePack counts = whole_of(counted);
    for (std::uint32_t k = 0; k < pack_width; ++k)
      histogram[(k % v) * bins + static_cast<std::uint32_t>(bin[static_cast<int>(k)])] +=
          static_cast<std::uint32_t>(counts[static_cast<int>(k)]);
  });
  partial.flag[0] = poor;
}

double Recorder::gini_of(const std::vector<std::uint32_t>& counts) const {
  double people = 0, consumed = 0;
  for (std::size_t b = 0; b < bins; ++b)
    people += counts[b], consumed += counts[b] * bin_consumption_[b];
  if (people == 0 || consumed == 0) return 0;
  // One less twice the area under the Lorenz curve.
  double under = 0, below = 0;
  for (std::size_t b = 0; b < bins; ++b) {
    const double here = counts[b] * bin_consumption_[b];
    under += counts[b] / people * (2 * below + here) / consumed;
    below += here;
  }
  return 1 - under;
}

struct Recorder::Part {
  std::vector<Column> columns;  // that it comes from
  using Add = void (Recorder::*)(const Lanes&, const Chunk&, Partial&) const;
  std::array<Add, 5> add;  // for 1, 2, 4, 8 and 16 lanes
  std::vector<double Sums::*> flags, amounts;
  bool gini = false;
};

const std::vector<Recorder::Part>& Recorder::parts() {
  using R = Recorder;
  static const std::vector<Part> all{
      {{column::informed, column::grant_belief},
       {&R::add_news<1>, &R::add_news<2>, &R::add_news<4>, &R::add_news<8>, &R::add_news<16>},
       {&Sums::informed, &Sums::informed_poor, &Sums::informed_near_poor, &Sums::informed_elite},
       {&Sums::belief}},
      {{column::attitude},
       {&R::add_attitude<1>, &R::add_attitude<2>, &R::add_attitude<4>, &R::add_attitude<8>,
        &R::add_attitude<16>},
       {},
       {&Sums::attitude}},
      {{column::joined, column::rung, column::ever_joined},
       {&R::add_joining<1>, &R::add_joining<2>, &R::add_joining<4>, &R::add_joining<8>,
        &R::add_joining<16>},
       {&Sums::joined, &Sums::joined_poor, &Sums::joined_near_poor, &Sums::joined_elite,
        &Sums::passive_poor, &Sums::adopted},
       {}},
      {{column::listed},
       {&R::add_listing<1>, &R::add_listing<2>, &R::add_listing<4>, &R::add_listing<8>,
        &R::add_listing<16>},
       {&Sums::listed, &Sums::listed_poor, &Sums::listed_near_poor},
       {}},
      {{column::log_consumption},
       {&R::add_consumption<1>, &R::add_consumption<2>, &R::add_consumption<4>,
        &R::add_consumption<8>, &R::add_consumption<16>},
       {&Sums::below_line},
       {&Sums::gap, &Sums::severity},
       true}};
  return all;
}

void Recorder::update(Lanes& lanes, Order order) {
  sums_.resize(lanes.count);
  for (const Part& part : parts()) {
    const auto changed = [&](Column c) { return lanes.columns.changed(c); };
    if (std::none_of(part.columns.begin(), part.columns.end(), changed)) continue;
    const Part::Add add = part.add[static_cast<std::size_t>(std::countr_zero(lanes.count))];
    std::vector<Partial> partials(world_.chunks.size());
    for_each(partials.size(), order, [&](std::size_t c) {
      for (auto& amount : partials[c].amount) amount.fill(0);
      (this->*add)(lanes, world_.chunks[c], partials[c]);
    });
    for (std::uint32_t lane = 0; lane < lanes.count; ++lane) {
      Sums& sums = sums_[lane];
      for (std::size_t f = 0; f < part.flags.size(); ++f) {
        double& sum = sums.*part.flags[f] = 0;
        for (const Partial& p : partials)
          for (std::uint32_t k = lane; k < pack_width; k += lanes.count)
            sum += double{p.flag[f][k]};
      }
      for (std::size_t a = 0; a < part.amounts.size(); ++a) {
        double& sum = sums.*part.amounts[a] = 0;
        for (const Partial& p : partials) {
          double chunk = 0;
          for (std::uint32_t k = 0; k < pack_width; ++k)
            chunk += p.amount[a][std::size_t{k} * lanes.count + lane];
          sum += chunk;
        }
      }
      if (!part.gini) continue;
      std::vector<std::uint32_t> counts(bins, 0);
      for (const Partial& p : partials)
        for (std::size_t b = 0; b < bins; ++b)
          counts[b] += p.histogram[std::size_t{lane} * bins + b];
      sums.gini = gini_of(counts);
    }
  }
  lanes.columns.forget_changes();
}

std::vector<std::vector<double>> Recorder::outcomes_of(
    Lanes& lanes, const std::vector<std::unique_ptr<Ward>>& wards, std::size_t variants,
    Order order) {
  update(lanes, order);
  const double households = world_.households;
  std::vector<std::vector<double>> rows;
  for (std::size_t lane = 0; lane < variants; ++lane) {
    OutcomeRow row;
    const Sums& s = sums_[lane];
    row.share("informed", s.informed, households);
    row.share("informed_poor", s.informed_poor, poor_);
    row.share("informed_near_poor", s.informed_near_poor, near_poor_);
    row.share("informed_others", s.informed - s.informed_poor - s.informed_near_poor, others_);
    row.share("informed_elite", s.informed_elite, elite_);
    row.share("grant_belief", s.belief, s.informed);
    row.share("attitude", s.attitude, households);
    row.share("participation", s.joined, households);
    row.share("participation_poor", s.joined_poor, poor_);
    row.share("turnout", s.joined, s.informed);
    row.share("participation_near_poor", s.joined_near_poor, near_poor_);
    row.share("participation_others", s.joined - s.joined_poor - s.joined_near_poor, others_);
    row.share("participation_elite", s.joined_elite, elite_);
    row.share("passive_poor", s.passive_poor, s.joined_poor);
    row.share("adopted", s.adopted, giant_);
    row.share("exclusion_error", s.listed > 0 ? poor_ - s.listed_poor : 0,
              s.listed > 0 ? poor_ : 0);
    row.share("inclusion_error", s.listed - s.listed_poor, s.listed);
    row.share("inclusion_near_poor", near_poor_ > 0 ? s.listed_near_poor : 0,
              near_poor_ > 0 ? s.listed : 0);
    const double surveyed = world_.households_surveyed;
    row.share("targeting_error", poor_ + s.listed - 2 * s.listed_poor, s.listed > 0 ? surveyed : 0);
    row.share("listed_over_poor", s.listed, s.below_line);
    row.share("poverty_headcount", s.below_line, surveyed);
    row.share("poverty_gap", s.gap, surveyed);
    row.share("poverty_severity", s.severity, surveyed);
    row.set("gini", s.gini);
    const std::size_t count = world_.wards.size();
    record_groups(row, {wards.data() + lane * count, count}, {households, elite_}, lanes.month);
    record_borrowers(row, {wards.data() + lane * count, count}, alike_, lanes.month);
    rows.push_back(row.values());
  }
  return rows;
}

}  // namespace swadaya
