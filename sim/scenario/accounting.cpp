#include "sim/scenario/accounting.hpp"

#include <array>

#include "sim/base/statistics.hpp"

namespace swadaya {

namespace {

constexpr int first_year = 2001;
// Consumer price inflation in Indonesia, annual %, of the years after the first: World Bank, World
// Development Indicators, FP.CPI.TOTL.ZG (from the IMF's International Financial Statistics), as in
// the public data package github.com/datasets/cpi, rounded to four digits after the point.
constexpr std::array inflation{11.9001, 6.7573, 6.0641, 10.4532, 13.1087, 6.4066, 10.2267, 4.3864,
                               5.1342,  5.3560, 4.2795, 6.4125,  6.3949,  6.3631, 3.5258,  3.8088,
                               3.1983,  3.0306, 1.9210, 1.5601,  4.2095,  3.6701};

// Over those of the first year.
double prices_in(int year) {
  if (year < first_year || year > last_price_year()) return nothing;
  double prices = 1;
  for (int y = first_year; y < year; ++y)
    prices *= 1 + inflation[static_cast<std::size_t>(y - first_year)] / 100;
  return prices;
}

}  // namespace

int first_price_year() { return first_year; }
int last_price_year() { return first_year + static_cast<int>(inflation.size()); }

double consumer_prices(int year, int over) {
  return year == over ? 1 : prices_in(year) / prices_in(over);
}

double Accounting::factor() const {
  return price_factor > 0 ? price_factor : consumer_prices(shown_year(), prices);
}

}  // namespace swadaya
