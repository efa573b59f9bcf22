#include "sim/world/analysis.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <cmath>

#include "sim/base/notes.hpp"
#include "sim/world/network_files.hpp"
#include "sim/world/ties_graph.hpp"

namespace swadaya {

namespace {

constexpr std::uint32_t most_sources = 500;  // households that paths are measured from

bool lives(const std::vector<float>& occupied, Household h) {
  return occupied.empty() || occupied[h] > 0;
}

std::uint32_t shared_neighbours(const Ties& ties, Household a, Household b) {
  const auto na = ties.of(a), nb = ties.of(b);
  std::uint32_t count = 0;
  for (std::size_t i = 0, j = 0; i < na.size() && j < nb.size();)
    if (na[i] == nb[j])
      ++count, ++i, ++j;
    else
      na[i] < nb[j] ? ++i : ++j;
  return count;
}

void add_clustering(NetworkFigures& f, const Ties& ties) {
  double closed_all = 0, pairs_all = 0, local = 0, counted = 0;
  for (Household h = 0; h < num_vertices(ties); ++h) {
    const double k = out_degree(h, ties);
    if (k < 2) continue;
    double closed = 0;
    for (const Household n : ties.of(h)) closed += shared_neighbours(ties, h, n);
    const double pairs = k * (k - 1);  // ordered, as `closed` is
    closed_all += closed, pairs_all += pairs, local += closed / pairs, ++counted;
  }
  f.transitivity = pairs_all > 0 ? closed_all / pairs_all : 0;
  f.mean_clustering = counted > 0 ? local / counted : 0;
}

void add_paths(NetworkFigures& f, const Ties& ties, const std::vector<std::uint32_t>& component,
               std::uint32_t giant) {
  std::vector<Household> rows;
  for (Household h = 0; h < component.size(); ++h)
    if (component[h] == giant) rows.push_back(h);
  f.sources = std::min<std::uint32_t>(most_sources, static_cast<std::uint32_t>(rows.size()));
  double steps = 0, pairs = 0;
  for (std::uint32_t s = 0; s < f.sources; ++s) {
    // Evenly spread over the component.
    const Household from = rows[static_cast<std::size_t>(s) * rows.size() / f.sources];
    std::vector<std::uint32_t> distance(component.size(), 0);
    boost::breadth_first_search(
        ties, from,
        boost::visitor(boost::make_bfs_visitor(
                           boost::record_distances(distance.data(), boost::on_tree_edge{})))
            .vertex_index_map(boost::typed_identity_property_map<Household>{}));
    for (const Household h : rows) {
      steps += distance[h];
      f.longest_path = std::max(f.longest_path, distance[h]);
    }
    pairs += static_cast<double>(rows.size() - 1);
  }
  f.mean_path = pairs > 0 ? steps / pairs : 0;
}

double assortativity_of(const Ties& ties) {
  double n = 0, sum = 0, squares = 0, products = 0;
  for (Household h = 0; h < num_vertices(ties); ++h)
    for (const Household m : ties.of(h)) {
      const double a = out_degree(h, ties), b = out_degree(m, ties);
      ++n, sum += a, squares += a * a, products += a * b;
    }
  const double variance = n > 0 ? squares / n - (sum / n) * (sum / n) : 0;
  return variance > 1e-12 ? (products / n - (sum / n) * (sum / n)) / variance : 0;
}

double leading_eigenvalue_of(const Ties& ties) {
  const std::uint32_t n = num_vertices(ties);
  if (ties.neighbour.empty()) return 0;
  const std::vector<double> x = leading_eigenvector(ties, 0, n);
  double value = 0;
  for (Household h = 0; h < n; ++h)
    for (const Household m : ties.of(h)) value += x[h] * x[m];
  return value;
}

}  // namespace

NetworkFigures figures_of(const Ties& ties, const std::vector<float>& occupied) {
  NetworkFigures f;
  f.ties = static_cast<std::uint32_t>(ties.neighbour.size() / 2);
  double squares = 0;
  for (Household h = 0; h < num_vertices(ties); ++h) {
    if (!lives(occupied, h)) continue;
    ++f.households;
    ++f.degrees[out_degree(h, ties)];
    squares += static_cast<double>(out_degree(h, ties)) * out_degree(h, ties);
  }
  if (f.households == 0) return f;
  f.mean_degree = 2.0 * f.ties / f.households;
  f.sd_degree = std::sqrt(std::max(0.0, squares / f.households - f.mean_degree * f.mean_degree));
  add_clustering(f, ties);

  std::vector<std::uint32_t> component(num_vertices(ties));
  boost::connected_components(
      ties, component.data(),
      boost::vertex_index_map(boost::typed_identity_property_map<Household>{}));
  std::map<std::uint32_t, std::uint32_t> sizes;
  for (Household h = 0; h < component.size(); ++h)
    if (lives(occupied, h)) ++sizes[component[h]];
  f.components = static_cast<std::uint32_t>(sizes.size());
  std::uint32_t giant = 0;
  for (const auto& [name, size] : sizes)
    if (size > f.giant) f.giant = size, giant = name;
  add_paths(f, ties, component, giant);
  f.assortativity = assortativity_of(ties);
  f.leading_eigenvalue = leading_eigenvalue_of(ties);
  return f;
}

Ties ties_of_file(const std::string& file, double select, const std::string& weight) {
  FileNetwork network = network_of_file({.file = file, .select = select, .weight = weight}, {});
  network.reading.file = file;
  note(network.reading);
  return ties_of(network.households, network.ties);
}

}  // namespace swadaya
