#include "sim/month/recording.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/base/exact.hpp"
#include "sim/month/recording_groups.hpp"

namespace swadaya {

namespace {

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

Sums who_is_there(const World& world) {
  Sums sums;
  sums.households = world.households, sums.surveyed = world.households_surveyed;
  sums.poor = sum_of(world.poor), sums.near_poor = sum_of(world.near_poor);
  sums.elite = sum_of(world.elite);
  return sums;
}

// So that the mean lies in the middle.
float lowest_bin(const World& world) {
  double mean = 0;
  for (Household h = 0; h < world.rows(); ++h)
    mean += double{world.log_consumption[h]} * double{world.occupied[h]};
  mean /= std::max(1.0, static_cast<double>(world.households));
  return static_cast<float>(mean) - float{ConsumptionBins::count} / ConsumptionBins::per_log / 2;
}

constexpr std::size_t bin_count = ConsumptionBins::count;
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
      world_sums_{who_is_there(world)},
      log_line_{static_cast<float>(log_of(std::max(world.poverty_line, 1e-9)))},
      inverse_line_{static_cast<float>(1.0 / std::max(world.poverty_line, 1e-9))},
      bins_{lowest_bin(world)} {
  world_sums_.giant = sum_of(in_giant_);
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
  partial.histogram.assign(std::size_t{v} * bin_count, 0);
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
    const WholePack bin = whole_of(((log_consumption - bins_.lowest) * ConsumptionBins::per_log)
                                       .max(0.0f)
                                       .min(float{bin_count - 1}));
    const WholePack counts = whole_of(counted);
    for (std::uint32_t k = 0; k < pack_width; ++k)
      histogram[(k % v) * bin_count + static_cast<std::uint32_t>(bin[static_cast<int>(k)])] +=
          static_cast<std::uint32_t>(counts[static_cast<int>(k)]);
  });
  partial.flag[0] = poor;
}

struct Recorder::Part {
  std::vector<Column> columns;  // that it comes from
  using Add = void (Recorder::*)(const Lanes&, const Chunk&, Partial&) const;
  std::array<Add, 5> add;  // for 1, 2, 4, 8 and 16 lanes
  std::vector<double Sums::*> flags, amounts;
  bool counts_consumption = false;
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
  of_households_.resize(lanes.count, Tally{world_sums_});
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
      Sums& sums = of_households_[lane].sums;
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
      if (!part.counts_consumption) continue;
      std::vector<std::uint32_t>& counts = of_households_[lane].consumption;
      std::fill(counts.begin(), counts.end(), 0);
      for (const Partial& p : partials)
        for (std::size_t b = 0; b < bin_count; ++b)
          counts[b] += p.histogram[std::size_t{lane} * bin_count + b];
    }
  }
  lanes.columns.forget_changes();
}

std::vector<Tally> Recorder::tallies_of(Lanes& lanes,
                                        const std::vector<std::unique_ptr<Ward>>& wards,
                                        std::size_t variants, Order order) {
  update(lanes, order);
  std::vector<Tally> tallies{of_households_.begin(),
                             of_households_.begin() + static_cast<std::ptrdiff_t>(variants)};
  for (std::size_t lane = 0; lane < variants; ++lane)
    for (std::size_t w = 0; w < world_.wards.size(); ++w) {
      const Ward& ward = *wards[lane * world_.wards.size() + w];
      add_groups_of(tallies[lane].sums, ward, lanes.month);
      add_borrowers_of(tallies[lane].sums, ward, alike_, lanes.month);
    }
  return tallies;
}

}  // namespace swadaya
