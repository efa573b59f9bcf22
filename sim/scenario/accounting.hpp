// How an experiment's costs are counted, and whose gains count how much: what its file says, and
// the price index behind it. Nothing of it moves a run.
#pragma once

#include <string>
#include <vector>

namespace swadaya {

struct Accounting {
  static constexpr const char* society = "society";
  static constexpr const char* programme = "programme";

  double discount = 0.03;             // a year: of what is discounted beside what isn't
  std::string perspective = society;  // all costs, or those but for members' own time
  int prices = 2001;                  // the year whose prices unit costs are in
  int show = 0;                       // the year whose prices tables of costs show; 0: the same
  double price_factor = 0;            // from the one to the other; 0: by the index
  // Of a gain to poor, near-poor and other households; empty: one as another.
  std::vector<double> equity_weights{};
  double inequality_aversion = 1;  // epsilon of Atkinson's index

  int shown_year() const { return show == 0 ? prices : show; }
  // What money of `prices` is multiplied with. Not a number where the index doesn't reach.
  double factor() const;
  bool operator==(const Accounting&) const = default;
};

// Prices of Indonesian consumers in one year over those in another, of the years that the index
// has; else not a number.
double consumer_prices(int year, int over);
int first_price_year();
int last_price_year();

}  // namespace swadaya
