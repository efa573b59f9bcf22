#include "sim/world/centrality.hpp"

#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseCore>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <cmath>
#include <limits>
#include <map>

#include "sim/world/ties_graph.hpp"

namespace swadaya {

namespace {

using Matrix = Eigen::SparseMatrix<double>;
using Vector = Eigen::VectorXd;
const boost::typed_identity_property_map<Household> numbers;

constexpr double katz = 0.8;          // of 1 / lambda: Bonacich parameter of the study
constexpr double decays = 0.18;       // a step: mean transmission probability of the study
constexpr std::uint32_t reaches = 3;  // steps that the decay counts
constexpr double own_distance = 2;    // of a household to itself, in the study's closeness

std::vector<Household> rows_of_giant(const Ties& ties, const std::vector<float>& occupied) {
  std::vector<std::uint32_t> component(num_vertices(ties));
  boost::connected_components(ties, component.data(), boost::vertex_index_map(numbers));
  std::map<std::uint32_t, std::vector<Household>> rows;
  for (Household h = 0; h < component.size(); ++h)
    if (occupied.empty() || occupied[h] > 0) rows[component[h]].push_back(h);
  std::vector<Household> giant;
  for (auto& [name, households] : rows)
    if (households.size() > giant.size()) giant = std::move(households);
  return giant;
}

// The ties among these rows, numbered by their position.
Ties ties_among(const Ties& ties, const std::vector<Household>& rows) {
  std::map<Household, std::uint32_t> position;
  for (std::uint32_t i = 0; i < rows.size(); ++i) position[rows[i]] = i;
  Ties own{{0}, {}};
  for (const Household h : rows) {
    for (const Household n : ties.of(h)) own.neighbour.push_back(position.at(n));
    own.start.push_back(static_cast<std::uint32_t>(own.neighbour.size()));
  }
  return own;
}

Matrix adjacency_of(const Ties& ties) {
  const auto n = static_cast<Eigen::Index>(num_vertices(ties));
  std::vector<Eigen::Triplet<double>> entries;
  entries.reserve(ties.neighbour.size());
  for (Household h = 0; h < num_vertices(ties); ++h)
    for (const Household m : ties.of(h)) entries.emplace_back(h, m, 1.0);
  Matrix a(n, n);
  a.setFromTriplets(entries.begin(), entries.end());
  return a;
}

std::vector<double> list_of(const Vector& x) { return {x.data(), x.data() + x.size()}; }

}  // namespace

Centralities centralities_of(const Ties& all, const std::vector<float>& occupied, int periods) {
  Centralities c;
  if (all.start.size() < 2) return c;
  c.households = rows_of_giant(all, occupied);
  const Ties ties = ties_among(all, c.households);
  const Matrix a = adjacency_of(ties);
  const std::size_t n = c.households.size();
  const Vector ones = Vector::Ones(static_cast<Eigen::Index>(n));
  c.eigenvector = leading_eigenvector(ties, 0, static_cast<Household>(n));
  const Vector eigenvector =
      Eigen::Map<const Vector>{c.eigenvector.data(), static_cast<Eigen::Index>(n)};
  const double lambda = std::max(eigenvector.dot(a * eigenvector), 1e-300);

  Vector walk = ones, sum = Vector::Zero(ones.size());
  for (int t = 0; t < periods; ++t) {
    walk = a * walk / lambda;
    sum += walk;
  }
  c.diffusion = list_of(sum);

  Matrix katz_matrix(a.rows(), a.cols());
  katz_matrix.setIdentity();
  katz_matrix -= katz / lambda * a;
  Eigen::ConjugateGradient<Matrix, Eigen::Lower | Eigen::Upper> solver;
  solver.setTolerance(1e-13);
  solver.compute(katz_matrix);
  c.katz_bonacich = list_of(solver.solve(ones));

  c.betweenness.assign(n, 0.0);
  // Brandes' algorithm in Boost also goes by edges, which compressed rows don't list: a copy.
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Graph graph{n};
  for (Household h = 0; h < n; ++h)
    for (const Household m : ties.of(h))
      if (h < m) boost::add_edge(h, m, graph);
  boost::brandes_betweenness_centrality(
      graph,
      boost::make_iterator_property_map(c.betweenness.begin(), get(boost::vertex_index, graph)));
  const double pairs = static_cast<double>(n) * (static_cast<double>(n) - 1);
  for (double& b : c.betweenness) b *= pairs > 0 ? 4 / pairs : 0;

  for (Household h = 0; h < n; ++h) {
    std::vector<std::uint32_t> distance(n, 0);
    boost::breadth_first_search(ties, h,
                                boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                                   distance.data(), boost::on_tree_edge{})))
                                    .vertex_index_map(numbers));
    double close = 1 / own_distance, decay = 0;
    for (Household m = 0; m < n; ++m) {
      if (m == h) continue;
      close += 1.0 / distance[m];
      if (distance[m] <= reaches) decay += std::pow(decays, distance[m]);
    }
    c.closeness.push_back(close / static_cast<double>(n));
    c.decay.push_back(decay);
  }
  return c;
}

MeanCentralities mean_over(const Centralities& all, const std::vector<float>& chosen) {
  MeanCentralities m;
  for (std::size_t i = 0; i < all.households.size(); ++i) {
    if (chosen[all.households[i]] <= 0) continue;
    ++m.households;
    m.eigenvector += all.eigenvector[i];
    m.diffusion += all.diffusion[i];
    m.katz_bonacich += all.katz_bonacich[i];
    m.betweenness += all.betweenness[i];
    m.closeness += all.closeness[i];
    m.decay += all.decay[i];
  }
  for (double* x :
       {&m.eigenvector, &m.diffusion, &m.katz_bonacich, &m.betweenness, &m.closeness, &m.decay})
    *x = m.households > 0 ? *x / m.households : std::numeric_limits<double>::quiet_NaN();
  return m;
}

}  // namespace swadaya
