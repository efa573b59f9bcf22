#include "sim/month/fund.hpp"

#include <gtest/gtest.h>

namespace swadaya {

// Every kind of flow with a sum of its own, in binary fractions: the ledger is exact.
TEST(Fund, HasTheCashThatItsFlowsLeave) {
  Fund fund;
  fund.receive_grant(1024);
  fund.lend(256);
  fund.collect(128, 8);
  fund.spend_on_works(64);
  fund.pay_costs(2);
  fund.leak(32);
  fund.recover(16);
  fund.save(4);
  fund.return_savings(1);
  EXPECT_EQ(fund.cash(), 1024 - 256 + 128 + 8 - 64 - 2 - 32 + 16 + 4 - 1);
  EXPECT_EQ(fund.imbalance(), 0);
  const Fund::Flows& f = fund.flows();
  const double all[] = {
      f.granted, f.lent,   f.principal_repaid, f.interest_paid, f.works,
      f.costs,   f.leaked, f.recovered,        f.saved,         f.savings_returned};
  const double expected[] = {1024, 256, 128, 8, 64, 2, 32, 16, 4, 1};
  for (int i = 0; i < 10; ++i) EXPECT_EQ(all[i], expected[i]) << i;
  fund.receive_grant(512);  // flows are since the start
  EXPECT_EQ(fund.flows().granted, 1536);
}

TEST(Fund, ShowsMoneyFromNowhere) {
  Fund fund;
  fund.receive_grant(100);
  EXPECT_EQ((Fund{fund.cash() + 7, fund.flows()}.imbalance()), 7);
  EXPECT_EQ((Fund{fund.cash(), fund.flows()}.imbalance()), 0);
}

}  // namespace swadaya
