#include "sim/recording.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/exact.hpp"
#include "sim/outcome.hpp"
#include "sim/recording_groups.hpp"

namespace swadaya {

namespace {

constexpr int bins = 512;               // of log consumption, for the Gini coefficient
constexpr float bins_per_log = 64.0f;   // 1.6 % steps: the error of the Gini is below 1e-4

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
  const auto giant = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  for (Household h = 0; h < world.rows(); ++h) in_giant[h] = component[h] == giant ? 1.0f : 0.0f;
  return in_giant;
}

double sum_of(const std::vector<float>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0, [](double a, float b) { return a + double{b}; });
}

enum Flag { informed, informed_poor, joined, joined_poor, joined_elite, passive_poor, adopted, listed, listed_poor, below_line, flags };
enum Amount { belief, attitude, gap, severity, amounts };

}  // namespace

// Flags are whole numbers below 2^24, exact in single precision in any order. Amounts are summed in double: position
// `cell % (16 * lanes)` of the chunk holds one partial sum, which is the household's number modulo 16 in any packing.
struct Recorder::Partial {
  std::array<Pack, flags> flag;
  std::array<std::vector<double>, amounts> amount;
  std::vector<std::uint32_t> histogram;  // lanes x bins
};

Recorder::Recorder(const World& world)
    : world_{world},
      in_giant_{rows_in_giant(world)},
      poor_{0},
      elite_{sum_of(world.elite)},
      giant_{sum_of(in_giant_)},
      log_line_{static_cast<float>(log_of(std::max(world.poverty_line, 1e-9)))},
      inverse_line_{static_cast<float>(1.0 / std::max(world.poverty_line, 1e-9))} {
  poor_ = sum_of(world.poor);
  double mean = 0;
  for (Household h = 0; h < world.rows(); ++h) mean += double{world.log_consumption[h]} * double{world.occupied[h]};
  mean /= std::max(1.0, static_cast<double>(world.households));
  lowest_bin_ = static_cast<float>(mean) - bins / bins_per_log / 2;
  for (int b = 0; b < bins; ++b)
    bin_consumption_.push_back(exp_of(double{lowest_bin_} + (b + 0.5) / double{bins_per_log}));
}

Recorder::Partial Recorder::partial_of(const Lanes& lanes, const Chunk& chunk) const {
  switch (lanes.count) {
    case 1: return partial_of_lanes<1>(lanes, chunk);
    case 2: return partial_of_lanes<2>(lanes, chunk);
    case 4: return partial_of_lanes<4>(lanes, chunk);
    case 8: return partial_of_lanes<8>(lanes, chunk);
    default: return partial_of_lanes<16>(lanes, chunk);
  }
}

template <std::uint32_t v>
Recorder::Partial Recorder::partial_of_lanes(const Lanes& lanes, const Chunk& chunk) const {
  Partial p;
  for (Pack& flag : p.flag) flag.setZero();
  for (auto& amount : p.amount) amount.assign(std::size_t{pack_width} * v, 0.0);
  p.histogram.assign(std::size_t{v} * bins, 0);

  const auto now = [&](Column c, std::size_t first) -> Pack { return Pack::MapAligned(lanes.columns.now(c) + first); };
  const auto of = [&](const std::vector<float>& field, Household row) {
    if constexpr (v == 1) return Pack{Pack::Map(field.data() + row)};
    Pack x;
    for (std::uint32_t k = 0; k < pack_width / v; ++k) x.template segment<v>(k * v).setConstant(field[row + k]);
    return x;
  };
  using Sixteen = Eigen::Array<double, pack_width, 1>;

  const std::size_t packs = std::size_t{chunk.last - chunk.first} * v / pack_width;
  for (std::size_t i = 0; i < packs; ++i) {
    const std::size_t first = std::size_t{chunk.first} * v + i * pack_width;
    const auto row = static_cast<Household>(first / v);
    const Pack occupied = of(world_.occupied, row);
    if (occupied.maxCoeff() == 0.0f) continue;
    const Pack poor = of(world_.poor, row);
    const Pack knows = now(column::informed, first) * occupied;
    const Pack joins = now(column::joined, first) * occupied;
    const Pack list = now(column::listed, first) * occupied;
    p.flag[informed] += knows;
    p.flag[informed_poor] += knows * poor;
    p.flag[joined] += joins;
    p.flag[joined_poor] += joins * poor;
    p.flag[joined_elite] += joins * of(world_.elite, row);
    p.flag[passive_poor] += joins * poor * is_less(now(column::rung, first), Pack::Constant(1.5f));
    p.flag[adopted] += now(column::ever_joined, first) * of(in_giant_, row);
    p.flag[listed] += list;
    p.flag[listed_poor] += list * poor;

    const std::size_t at = i % v * pack_width;
    const auto add = [&](Amount a, const Pack& x) { Sixteen::Map(&p.amount[a][at]) += x.cast<double>(); };
    add(belief, now(column::grant_belief, first) * knows);
    add(attitude, now(column::attitude, first) * occupied);

    const Pack log_consumption = now(column::log_consumption, first);
    if (log_consumption.minCoeff() < log_line_) {
      const Pack below = is_less(log_consumption, Pack::Constant(log_line_)) * occupied;
      const Pack shortfall = (1.0f - exp_of(log_consumption) * inverse_line_) * below;
      p.flag[below_line] += below;
      add(gap, shortfall);
      add(severity, shortfall * shortfall);
    }
    const Eigen::Array<std::int32_t, pack_width, 1> bin =
        ((log_consumption - lowest_bin_) * bins_per_log).max(0.0f).min(static_cast<float>(bins - 1)).cast<std::int32_t>();
    const Eigen::Array<std::int32_t, pack_width, 1> lives = occupied.cast<std::int32_t>();
    std::uint32_t* const histogram = p.histogram.data();
    for (std::uint32_t k = 0; k < pack_width; ++k)
      histogram[(k % v) * bins + static_cast<std::uint32_t>(bin[k])] += static_cast<std::uint32_t>(lives[k]);
  }
  return p;
}

double Recorder::gini_of(const std::vector<std::uint32_t>& counts) const {
  double people = 0, consumed = 0;
  for (int b = 0; b < bins; ++b) people += counts[b], consumed += counts[b] * bin_consumption_[b];
  if (people == 0 || consumed == 0) return 0;
  // One less twice the area under the Lorenz curve.
  double under = 0, below = 0;
  for (int b = 0; b < bins; ++b) {
    const double here = counts[b] * bin_consumption_[b];
    under += counts[b] / people * (2 * below + here) / consumed;
    below += here;
  }
  return 1 - under;
}

std::vector<Recorder::Sums> Recorder::sums_of(const Lanes& lanes, Order order) const {
  std::vector<Partial> partials(world_.chunks.size());
  for_each(partials.size(), order, [&](std::size_t c) { partials[c] = partial_of(lanes, world_.chunks[c]); });

  std::vector<Sums> sums(lanes.count);
  for (std::uint32_t lane = 0; lane < lanes.count; ++lane) {
    std::array<double, flags> flag{};
    std::array<double, amounts> amount{};
    std::vector<std::uint32_t> counts(bins, 0);
    for (const Partial& p : partials) {
      for (int f = 0; f < flags; ++f)
        for (std::uint32_t k = lane; k < pack_width; k += lanes.count) flag[f] += double{p.flag[f][k]};
      for (int a = 0; a < amounts; ++a) {
        double chunk = 0;
        for (std::uint32_t k = 0; k < pack_width; ++k) chunk += p.amount[a][std::size_t{k} * lanes.count + lane];
        amount[a] += chunk;
      }
      for (int b = 0; b < bins; ++b) counts[b] += p.histogram[std::size_t{lane} * bins + static_cast<std::size_t>(b)];
    }
    sums[lane] = {flag[informed], flag[informed_poor], flag[joined],     flag[joined_poor], flag[joined_elite],
                  flag[passive_poor], flag[adopted],   flag[listed],     flag[listed_poor], amount[belief],
                  amount[attitude], flag[below_line],  amount[gap],      amount[severity],  gini_of(counts)};
  }
  return sums;
}

std::vector<std::vector<double>> Recorder::outcomes_of(const Lanes& lanes, const std::vector<std::unique_ptr<Ward>>& wards,
                                                       std::size_t variants, Order order) const {
  const std::vector<Sums> sums = sums_of(lanes, order);
  const double households = world_.households;
  std::vector<std::vector<double>> rows;
  for (std::size_t lane = 0; lane < variants; ++lane) {
    OutcomeRow row;
    const Sums& s = sums[lane];
    row.share("informed", s.informed, households);
    row.share("informed_poor", s.informed_poor, poor_);
    row.share("grant_belief", s.belief, s.informed);
    row.share("attitude", s.attitude, households);
    row.share("participation", s.joined, households);
    row.share("participation_poor", s.joined_poor, poor_);
    row.share("participation_elite", s.joined_elite, elite_);
    row.share("passive_poor", s.passive_poor, s.joined_poor);
    row.share("adopted", s.adopted, giant_);
    row.share("exclusion_error", s.listed > 0 ? poor_ - s.listed_poor : 0, s.listed > 0 ? poor_ : 0);
    row.share("inclusion_error", s.listed - s.listed_poor, s.listed);
    row.share("poverty_headcount", s.below_line, households);
    row.share("poverty_gap", s.gap, households);
    row.share("poverty_severity", s.severity, households);
    row.set("gini", s.gini);
    const std::size_t count = world_.wards.size();
    record_groups(row, {wards.data() + lane * count, count}, lanes.month);
    rows.push_back(row.values());
  }
  return rows;
}

}  // namespace swadaya
