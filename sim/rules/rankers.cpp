#include "sim/rules/rankers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/rules/admission.hpp"

namespace swadaya {

// How far from a ranker: 1 tied, 2 tied to a tie, 0 further.
struct Rankers::Acquaintance {
  std::vector<std::uint32_t>
      seen;  // by household of the ward: `turn` + steps where this ranker's look reached
  std::uint32_t turn = 0;

  void look_from(const World& w, Household ranker, Household first) {
    turn += 3;
    const auto reach = [&](Household h, std::uint32_t steps) {
      if (h - first < seen.size()) seen[h - first] = turn + steps;
    };
    for (const Household n : w.ties.of(ranker))
      for (const Household m : w.ties.of(n)) reach(m, 2);
    for (const Household n : w.ties.of(ranker)) reach(n, 1);
  }
  std::uint32_t steps(std::size_t i) const { return seen[i] > turn ? seen[i] - turn : 0; }
};

namespace {

// How many lie before each; among equals the earlier. For the households of an RT counting is
// much faster than sorting.
std::vector<std::uint32_t> places_of(const std::vector<float>& index) {
  std::vector<std::uint32_t> places(index.size(), 0);
  if (index.size() > 500) {
    std::vector<std::uint32_t> order(index.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return index[a] < index[b]; });
    for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
    return places;
  }
  for (std::size_t k = 0; k < index.size(); ++k) {
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < k; ++i) before += index[i] <= index[k] ? 1 : 0;
    for (std::size_t i = k + 1; i < index.size(); ++i) before += index[i] < index[k] ? 1 : 0;
    places[k] = before;
  }
  return places;
}

}  // namespace

std::vector<double> Rankers::ranks(Ward& ward, double correlation) const {
  const Place place = ward.place();
  const std::size_t n = place.last - place.first;
  std::vector<float> z = standardised_consumption(ward), shared(n), own(n), known(n);
  ward.normals(shared_noise, place.first, shared);
  const double noise = std::sqrt(1 - correlation * correlation);
  std::vector<double> ranks(n, 0.0), placed(n, 0.0);
  Acquaintance acquaintance{std::vector<std::uint32_t>(n, 0)};
  const auto rts = ward.rts();
  const Signals signals{z,
                        shared,
                        own,
                        known,
                        correlation,
                        noise * std::sqrt(in_common),
                        noise * std::sqrt(1 - in_common)};
  for (std::uint16_t k = 0; k < rankers; ++k) {
    ward.normals(own_noise, place.first, own, k);
    ward.uniforms(knowing, place.first, known, k);
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      rank(ward, rt, k, signals, acquaintance, ranks, placed);
  }
  for (std::size_t i = 0; i < n; ++i) ranks[i] = placed[i] > 0 ? ranks[i] / placed[i] : 0.5;
  return ranks;
}

// The k-th ranker of an RT, drawn among the surveyed; all of them in turn where they are few.
std::optional<Household> Rankers::ranker_of(const Ward& ward, std::uint32_t rt,
                                            std::uint16_t k) const {
  const World& w = ward.world;
  const Place here = w.rts[rt];
  const auto surveyed = static_cast<std::uint32_t>(
      std::count(w.surveyed.begin() + here.first, w.surveyed.begin() + here.last, 1.0f));
  const bool are_few = surveyed <= static_cast<std::uint32_t>(rankers);
  if (are_few && k >= surveyed) return std::nullopt;
  auto before = are_few ? k : static_cast<std::uint32_t>(ward.dice(drawing, rt, k) * surveyed);
  if (surveyed == here.last - here.first) return here.first + before;
  for (Household h = here.first;; ++h)
    if (w.surveyed[h] > 0 && before-- == 0) return h;
}

// One ranker of one RT places the households that it knows.
void Rankers::rank(Ward& ward, std::uint32_t rt, std::uint16_t k, const Signals& signals,
                   Acquaintance& acquaintance, std::vector<double>& ranks,
                   std::vector<double>& placed) const {
  const World& w = ward.world;
  const Place here = w.rts[rt];
  const Household first = ward.place().first;
  const auto ranker = ranker_of(ward, rt, k);
  if (!ranker) return;
  acquaintance.look_from(w, *ranker, first);

  const double near = known_near, far = known_far;
  const std::array<double, 3> chances{
      far, near, (near + far) / 2};  // by steps in the network; 0 stands for further
  std::array<std::uint32_t, 3> asked{}, knows{};
  std::vector<float> index(here.last - here.first);
  std::vector<std::size_t> known(index.size());
  std::size_t count = 0;
  for (Household h = here.first; h < here.last; ++h) {
    const std::size_t i = h - first;
    // Written always, kept where the household is known: a branch here would be guessed wrong
    // half the time.
    index[count] = static_cast<float>(signals.accuracy * double{signals.z[i]} +
                                      signals.shared_noise * double{signals.shared[i]} +
                                      signals.own_noise * double{signals.own[i]});
    known[count] = i;
    const std::uint32_t steps = acquaintance.steps(i);
    const bool is_known = double{signals.known[i]} < chances[steps];
    const bool is_asked = w.surveyed[h] > 0;
    asked[steps] += is_asked ? 1 : 0;
    knows[steps] += is_asked && is_known ? 1 : 0;
    count += is_asked && (h == *ranker || is_known) ? 1 : 0;
  }
  index.resize(count);
  known.resize(count);
  const std::vector<std::uint32_t> places = places_of(index);
  for (std::size_t i = 0; i < known.size(); ++i) {
    ranks[known[i]] += (places[i] + 0.5) / static_cast<double>(known.size());
    ++placed[known[i]];
  }
  note(ward.ranking, asked, knows, places, known, signals.z);
}

// Pairs of rows that follow each other stand for all pairs: the order of rows has nothing to do
// with consumption.
void Rankers::note(Ranking& ranking, const std::array<std::uint32_t, 3>& asked,
                   const std::array<std::uint32_t, 3>& knows,
                   const std::vector<std::uint32_t>& places, const std::vector<std::size_t>& known,
                   const std::vector<float>& z) {
  for (std::size_t steps = 0; steps < asked.size(); ++steps)
    ranking.asked[steps] += asked[steps], ranking.placed[steps] += knows[steps];
  for (std::size_t i = 1; i < known.size(); ++i) {
    const bool is_poorer = z[known[i]] < z[known[i - 1]], comes_before = places[i] < places[i - 1];
    ++ranking.pairs;
    ranking.wrong += is_poorer != comes_before ? 1 : 0;
  }
}

}  // namespace swadaya
