#include "sim/world/network.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/erdos_renyi_generator.hpp>
#include <boost/graph/small_world_generator.hpp>
#include <cmath>

#include "sim/base/exact.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

using AnyGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

template <class Iterator>
std::vector<Tie> ties_from(Iterator first, Iterator last, std::size_t expected) {
  std::vector<Tie> ties;
  ties.reserve(expected);
  for (; first != last; ++first)
    ties.push_back(
        {static_cast<Household>((*first).first), static_cast<Household>((*first).second)});
  return ties;
}

double number(const Values& values, const char* key) {
  return std::get<double>(values.at(std::string{"network."} + key));
}

double cube_root(double x) { return x > 0 ? exp_of(log_of(x) / 3) : 0; }

// Households of a place, without the vacant rows.
std::vector<Household> households_of(const World& world, const Place& place) {
  std::vector<Household> rows;
  for (Household h = place.first; h < place.last; ++h)
    if (world.occupied[h] > 0) rows.push_back(h);
  return rows;
}

template <class T>
void shuffle(std::vector<T>& items, Stream& stream) {
  for (auto n = static_cast<std::uint32_t>(items.size()); n > 1; --n)
    std::swap(items[n - 1], items[stream.below(n)]);
}

const Household& any_of(const std::vector<Household>& rows, Stream& stream) {
  return rows[stream.below(static_cast<std::uint32_t>(rows.size()))];
}

// A ring of the RT with `degree` nearest neighbours, each tie rewired within the RT with the chance
// that leaves the wanted clustering: C(p) = 3 (k - 2) / (4 (k - 1)) (1 - p)^3 (Barrat & Weigt 2000,
// Eur. Phys. J. B 13, 547-560).
void add_neighbours(std::vector<Tie>& ties, const std::vector<Household>& rt, double degree,
                    double clustering, Stream& stream) {
  const auto n = static_cast<std::uint32_t>(rt.size());
  if (n < 3) return;
  const double lattice = degree > 2 ? 3 * (degree - 2) / (4 * (degree - 1)) : 0;
  const double rewire = lattice > 0 ? 1 - cube_root(std::min(1.0, clustering / lattice)) : 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double half = std::min(degree / 2, (n - 1) / 2.0);
    const auto whole = static_cast<std::uint32_t>(half);
    const std::uint32_t out = whole + (stream.uniform() < half - whole ? 1 : 0);
    for (std::uint32_t k = 1; k <= out; ++k) {
      Household other = rt[(i + k) % n];
      if (stream.uniform() < rewire) other = any_of(rt, stream);
      ties.push_back({rt[i], other});
    }
  }
}

// Families: cliques of degree + 1 households of the RW, their ties rewired with the chance that
// leaves the wanted clustering
// ((1 - p)^3); rewired ties lead out of the RW as far as `same_rw` allows.
void add_kin(std::vector<Tie>& ties, std::vector<Household> rw, const std::vector<Household>& ward,
             const Values& network, Stream& stream) {
  const double degree = number(network, "kin_degree");
  if (degree <= 0 || rw.size() < 2) return;
  const double rewire = 1 - cube_root(number(network, "kin_clustering"));
  const double leaves =
      rewire > 0 ? std::min(1.0, (1 - number(network, "kin_same_rw")) / rewire) : 0;
  shuffle(rw, stream);
  std::size_t first = 0;
  while (first < rw.size()) {
    const auto whole = static_cast<std::size_t>(degree);
    // Mixes two sizes so that the mean degree over households is as wanted: larger families weigh
    // more.
    const double fraction = degree - static_cast<double>(whole);
    const double w = static_cast<double>(whole);
    const double larger = fraction * (w + 1) / (w + 2 - fraction);
    const std::size_t size = whole + 1 + (stream.uniform() < larger ? 1 : 0);
    const std::size_t last = std::min(rw.size(), first + size);
    for (std::size_t a = first; a < last; ++a)
      for (std::size_t b = a + 1; b < last; ++b) {
        Household other = rw[b];
        if (stream.uniform() < rewire)
          other = any_of(stream.uniform() < leaves ? ward : rw, stream);
        ties.push_back({rw[a], other});
      }
    first = last;
  }
}

// Cliques of `association_size` across the RTs of an RW; the share of households in one follows
// from the degree.
void add_associations(std::vector<Tie>& ties, std::vector<Household> rw, double degree, double size,
                      Stream& stream) {
  if (degree <= 0 || size < 2) return;
  const double belongs = std::min(1.0, degree / (size - 1));
  shuffle(rw, stream);
  const auto step = static_cast<std::size_t>(size);
  const auto members =
      static_cast<std::size_t>(std::lround(belongs * static_cast<double>(rw.size())));
  for (std::size_t first = 0; first + 1 < members; first += step) {
    const std::size_t last = std::min(members, first + step);
    for (std::size_t a = first; a < last; ++a)
      for (std::size_t b = a + 1; b < last; ++b) ties.push_back({rw[a], rw[b]});
  }
}

}  // namespace

std::vector<Tie> layered_ties(const World& world, const Values& network) {
  std::vector<Tie> ties;
  ties.reserve(std::size_t{world.households} * 8);
  for (std::uint32_t w = 0; w < world.wards.size(); ++w) {
    Stream near{world.dice, "network.neighbours", w}, kin{world.dice, "network.kin", w},
        meets{world.dice, "network.association", w}, far{world.dice, "network.distant", w};
    const std::vector<Household> ward = households_of(world, world.wards[w]);
    for (std::uint32_t rt = 0; rt < world.rts.size(); ++rt)
      if (world.ward_of_rt[rt] == w)
        add_neighbours(ties, households_of(world, world.rts[rt]),
                       number(network, "neighbours_degree"),
                       number(network, "neighbours_clustering"), near);
    for (const Place& place : world.rws) {
      if (place.first < world.wards[w].first || place.first >= world.wards[w].last) continue;
      const std::vector<Household> rw = households_of(world, place);
      add_kin(ties, rw, ward, network, kin);
      add_associations(ties, rw, number(network, "association_degree"),
                       number(network, "association_size"), meets);
    }
    const auto count = static_cast<std::size_t>(number(network, "distant_degree") *
                                                static_cast<double>(ward.size()) / 2);
    for (std::size_t i = 0; i < count && ward.size() > 1; ++i) {
      const Household a = any_of(ward, far);
      ties.push_back({a, any_of(ward, far)});
    }
  }
  return ties;
}

std::vector<Tie> small_world_ties(std::uint32_t count, double degree, double rewire,
                                  const Dice& dice) {
  const auto k = static_cast<std::uint32_t>(2 * std::lround(degree / 2));
  if (k < 2) return {};
  if (count <= k) return planted_partition_ties(count, count, 1, 0, dice);  // all pairs
  Stream stream{dice, "network.small-world"};
  using Iterator = boost::small_world_iterator<Stream, AnyGraph>;
  return ties_from(Iterator{stream, count, k, rewire}, Iterator{}, std::size_t{count} * k / 2);
}

std::vector<Tie> erdos_renyi_ties(std::uint32_t count, double degree, const Dice& dice) {
  if (count < 2 || degree <= 0) return {};
  Stream stream{dice, "network.erdos-renyi"};
  using Iterator = boost::sorted_erdos_renyi_iterator<Stream, AnyGraph>;
  const double chance = degree / (count - 1);
  if (chance >= 1)
    return planted_partition_ties(count, count, 1, 0,
                                  dice);  // all pairs; the iterator wants a chance below 1
  return ties_from(Iterator{stream, count, chance}, Iterator{},
                   static_cast<std::size_t>(count * degree / 2));
}

namespace {

// Ties expected in all where a pair of weights u and v is tied with the chance min(1, scale u v):
// of each those that are certain, and a sum over the others. Weights fall; rests[k] is the sum of
// those from the k-th on.
double expected_ties(const std::vector<double>& weights, const std::vector<double>& rests,
                     double scale) {
  double doubled = 0;
  std::size_t certain = weights.size();  // weights[j] of j below it reach 1 with weights[i]
  for (std::size_t i = 0; i < weights.size(); ++i) {
    while (certain > 0 && scale * weights[i] * weights[certain - 1] < 1) --certain;
    doubled += static_cast<double>(certain) + scale * weights[i] * rests[certain] -
               std::min(1.0, scale * weights[i] * weights[i]);
  }
  return doubled / 2;
}

// The scale at which the ties expected are those wanted, which all pairs must exceed.
double scale_for(const std::vector<double>& weights, double ties) {
  std::vector<double> rests(weights.size() + 1, 0.0);
  for (std::size_t k = weights.size(); k-- > 0;) rests[k] = rests[k + 1] + weights[k];
  double low = 0, high = 1;
  while (expected_ties(weights, rests, high) < ties) low = high, high *= 4;
  for (int step = 0; step < 100 && high - low > 1e-13 * high; ++step) {
    const double middle = (low + high) / 2;
    (expected_ties(weights, rests, middle) < ties ? low : high) = middle;
  }
  return high;
}

}  // namespace

std::vector<Tie> scale_free_ties(std::uint32_t count, double exponent, double degree,
                                 const Dice& dice) {
  if (count < 2 || degree <= 0) return {};
  if (degree >= count - 1) return planted_partition_ties(count, count, 1, 0, dice);  // all pairs
  Stream stream{dice, "network.scale-free"};
  std::vector<double> weights;
  for (std::uint32_t x = 1; x <= count; ++x) weights.push_back(exp_of(-exponent * log_of(x)));
  const double scale = scale_for(weights, degree * count / 2);
  std::vector<Household> places(count);  // which household has which weight
  for (Household h = 0; h < count; ++h) places[h] = h;
  shuffle(places, stream);
  // Chances fall along a row: jump by the one at hand over pairs that aren't tied, then keep a pair
  // with its own chance over that one (Miller & Hagberg 2011, Algorithm 2.1).
  constexpr double hopeless = 1e-15;  // of a tie: 10^12 pairs make none
  std::vector<Tie> ties;
  ties.reserve(static_cast<std::size_t>(1.1 * degree * count / 2));
  const auto chance = [&](std::uint32_t i, std::uint32_t j) {
    return std::min(1.0, scale * weights[i] * weights[j]);
  };
  for (std::uint32_t i = 0; i + 1 < count; ++i) {
    double j = i + 1, at_hand = chance(i, i + 1);
    while (j < count && at_hand > hopeless) {
      if (at_hand < 1) {
        const double log_miss = at_hand < 1e-8 ? -at_hand : log_of(1 - at_hand);
        j += std::floor(log_of(1 - stream.uniform()) / log_miss);
      }
      if (j >= count) break;
      const auto other = static_cast<std::uint32_t>(j);
      const double own = chance(i, other);
      if (stream.uniform() < own / at_hand) ties.push_back({places[i], places[other]});
      at_hand = own;
      ++j;
    }
  }
  return ties;
}

std::vector<Tie> planted_partition_ties(std::uint32_t count, std::uint32_t size, double inside,
                                        double across, const Dice& dice) {
  Stream stream{dice, "network.planted-partition"};
  std::vector<Tie> ties;
  for (std::uint32_t first = 0; first < count; first += size)
    for (std::uint32_t b = first + 1; b < std::min(count, first + size); ++b)
      for (std::uint32_t a = first; a < b; ++a)
        if (stream.uniform() < inside) ties.push_back({a, b});
  if (across <= 0) return ties;
  // Jumps over the pairs that are not tied (Batagelj & Brandes 2005, Phys. Rev. E 71, 036113): work
  // grows with ties.
  const double log_miss = log_of(1 - std::min(across, 1 - 1e-9));
  const double pairs = static_cast<double>(count) * (count - 1) / 2;
  for (double pair = -1;;) {
    pair += 1 + std::floor(log_of(1 - stream.uniform()) / log_miss);
    if (pair >= pairs) break;
    auto b = static_cast<std::uint32_t>((1 + std::sqrt(1 + 8 * pair)) / 2);
    while (static_cast<double>(b) * (b - 1) / 2 > pair) --b;
    while (static_cast<double>(b) * (b + 1) / 2 <= pair) ++b;
    const auto a = static_cast<std::uint32_t>(pair - static_cast<double>(b) * (b - 1) / 2);
    if (a / size != b / size) ties.push_back({a, b});
  }
  return ties;
}

}  // namespace swadaya
