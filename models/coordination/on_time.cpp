#include "sim/model.hpp"

namespace swadaya::models::coordination {

namespace {

class OnTime final : public Model {
  Promises promises;

 public:
  void begin(const Month&, Ward& ward) const override {
    for (const double month : ward.programme.tranche_months)
      ward.tranches.push_back({month, month, 0.0, false});
  }

  void ward(const Month& month, Ward& ward) const override {
    receive_tranches(ward, month.number);
    promises.month(month, ward);
  }
};

}  // namespace

Entry on_time() {
  return entry<OnTime>(
      Slot::coordination, "on-time", Standing::null,
      "Every tranche of the grant arrives in the month for which it is planned; nothing is lost on the way. Linkage and an amnesty act as under staged-delays.",
      "null model");
}

}  // namespace swadaya::models::coordination
