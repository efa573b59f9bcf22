// Money of a ward's fund, in kRp. It is conserved: cash = grants + collections + recovered +
// savings - loans - works - costs - leakage, and the engine checks that, and that the balances of
// all members add up, after every month.
#pragma once

namespace swadaya {

class Fund {
 public:
  // Cumulative flows since the start, kRp.
  struct Flows {
    double granted = 0;           // from the programme
    double principal_repaid = 0;  // by borrowers
    double interest_paid = 0;
    double recovered = 0;  // leaked money that an audit brought back
    double saved = 0;      // members' locked savings paid in
    double lent = 0;       // principal
    double works = 0;      // infrastructure and social works
    double costs = 0;      // of running the fund
    double leaked = 0;     // taken out of works and by ghosts' makers
    double savings_returned = 0;
  };

  Fund() = default;
  // As it was left.
  Fund(double cash, const Flows& flows) : cash_{cash}, flows_{flows} {}

  double cash() const { return cash_; }
  const Flows& flows() const { return flows_; }
  double imbalance() const;  // cash less what the flows say; 0 but for rounding

  void receive_grant(double kRp) { cash_ += kRp, flows_.granted += kRp; }
  void lend(double kRp) { cash_ -= kRp, flows_.lent += kRp; }
  void collect(double principal, double interest) {
    cash_ += principal + interest;
    flows_.principal_repaid += principal, flows_.interest_paid += interest;
  }
  void spend_on_works(double kRp) { cash_ -= kRp, flows_.works += kRp; }
  void pay_costs(double kRp) { cash_ -= kRp, flows_.costs += kRp; }
  void leak(double kRp) { cash_ -= kRp, flows_.leaked += kRp; }
  void recover(double kRp) { cash_ += kRp, flows_.recovered += kRp; }
  void save(double kRp) { cash_ += kRp, flows_.saved += kRp; }
  void return_savings(double kRp) { cash_ -= kRp, flows_.savings_returned += kRp; }

 private:
  double cash_ = 0;
  Flows flows_;
};

}  // namespace swadaya
