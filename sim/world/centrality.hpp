// How well households are placed in the giant component of a network, by the six measures of
// Banerjee, Chandrasekhar, Duflo & Jackson (2013), as the files of that study compute them.
#pragma once

#include <vector>

#include "sim/world/world.hpp"

namespace swadaya {

// One value per household of the giant component, in the order of `households`.
struct Centralities {
  std::vector<Household> households;
  std::vector<double> eigenvector;    // of unit length
  std::vector<double> diffusion;      // sum of (A / lambda)^t 1 over t = 1 .. periods
  std::vector<double> katz_bonacich;  // (I - 0.8 A / lambda)^-1 1
  std::vector<double> betweenness;    // 4 x unordered pairs passed / (N (N - 1))
  std::vector<double> closeness;      // mean of 1 / distance over all N, oneself at distance 2
  std::vector<double> decay;          // sum of 0.18^distance over distances up to 3
};

Centralities centralities_of(const Ties& ties, const std::vector<float>& occupied, int periods);

// The mean over those of the component for whom `chosen` is above 0.
struct MeanCentralities {
  std::uint32_t households = 0;
  double eigenvector = 0, diffusion = 0, katz_bonacich = 0, betweenness = 0, closeness = 0,
         decay = 0;
};
MeanCentralities mean_over(const Centralities& all, const std::vector<float>& chosen);

}  // namespace swadaya
