#include "sim/month/fund.hpp"

namespace swadaya {

double Fund::imbalance() const {
  const Flows& f = flows_;
  return cash_ - (f.granted + f.principal_repaid + f.interest_paid + f.recovered + f.saved -
                  f.lent - f.works - f.costs - f.leaked - f.savings_returned);
}

}  // namespace swadaya
