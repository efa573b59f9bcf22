// Whether numbers between 0 and 1 are spread evenly, and what a share seen in a few cases can be.
#pragma once

#include <cstddef>
#include <vector>

namespace swadaya {

// The chance that as many independent uniform numbers lie as far from evenly as these, by the point
// at which their distribution function is farthest out for its place (Saeilynoja, Buerkner &
// Vehtari 2022); from 2000 samples of uniform numbers, with dice of their own that always fall
// alike.
double evenness(const std::vector<double>& numbers);

// The exact 95 % interval (Clopper & Pearson 1934) of a chance that came true `hits` times of `n`.
struct ShareInterval {
  double low, high;
};
ShareInterval share_interval(std::size_t hits, std::size_t n);
// What 99 % of counts of `n` lie between, each counted with this chance.
ShareInterval count_interval(std::size_t n, double chance);

}  // namespace swadaya
