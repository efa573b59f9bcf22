#include "sim/designs/survey.hpp"

#include "tests/designs/draws.hpp"

namespace swadaya {

namespace {

constexpr std::size_t n = 1000;

// Take 0.5 + x or leave it, x standard normal.
NetBenefits take_or_leave(const std::vector<double>& x) {
  NetBenefits benefits{std::vector<double>(x.size(), 0.0), {}};
  for (const double at : x) benefits[1].push_back(0.5 + at);
  return benefits;
}

// Quantiles of Beta(4, 6), by steps of its density.
std::vector<double> beta_draws() {
  std::vector<double> draws;
  constexpr int steps = 200000;
  double all = 0, below = 0;
  const auto density = [](double p) { return std::pow(p, 3) * std::pow(1 - p, 5); };
  for (int i = 0; i < steps; ++i) all += density((i + 0.5) / steps);
  for (int i = 0; i < steps; ++i) {
    below += density((i + 0.5) / steps) / all;
    while (draws.size() < n && below > (static_cast<double>(draws.size()) + 0.5) / n)
      draws.push_back((i + 0.5) / steps);
  }
  return draws;
}

// What a survey of so many is worth where p is Beta(4, 6) and 10 (p - 0.45) is to be had.
double beta_value(int people) {
  double worth = 0;
  for (int yes = 0; yes <= people; ++yes) {
    const double chance = std::lgamma(people + 1) - std::lgamma(yes + 1) -
                          std::lgamma(people - yes + 1) + std::lgamma(4 + yes) +
                          std::lgamma(6 + people - yes) - std::lgamma(10 + people) -
                          std::lgamma(4) - std::lgamma(6) + std::lgamma(10);
    worth += std::exp(chance) * std::max(0.0, 10 * ((4.0 + yes) / (10 + people) - 0.45));
  }
  return worth;
}

std::vector<double> gains_of(const std::vector<double>& p) {
  std::vector<double> gains;
  for (const double at : p) gains.push_back(10 * (at - 0.45));
  return gains;
}

}  // namespace

// Answers of sd 3 around x: what is believed then has the variance 1 / (1 + 9 / people).
TEST(Survey, OfNormalAnswersIsTheLossIntegralOfWhatIsBelievedThen) {
  const auto x = normal_draws(n, 1);
  const Survey survey{{x, false, 3, 0}, take_or_leave(x)};
  EXPECT_NEAR(survey.limit(), normal_loss(0.5, 1), 0.01 * normal_loss(0.5, 1));
  for (const double people : {5.0, 20.0, 100.0, 1000.0}) {
    const double truth = normal_loss(0.5, std::sqrt(1 / (1 + 9 / people)));
    EXPECT_NEAR(survey.value(static_cast<std::size_t>(people), 1), truth, 0.05 * truth) << people;
  }
  // Luck of a ward is a further error, which more wards share out: 9 / 100 + 0.36 / wards.
  const Survey lucky{{x, false, 3, 0.6}, take_or_leave(x)};
  for (const double wards : {1.0, 4.0}) {
    const double truth = normal_loss(0.5, std::sqrt(1 / (1.09 + 0.36 / wards)));
    EXPECT_NEAR(lucky.value(100, wards), truth, 0.05 * truth) << wards;
  }
}

TEST(Survey, OfYesAndNoIsTheBetaBinomial) {
  const auto p = beta_draws();
  ASSERT_EQ(p.size(), n);
  const Survey survey{{p, true, 0, 0}, {std::vector<double>(n, 0.0), gains_of(p)}};
  for (const int people : {5, 20, 100, 1000})
    EXPECT_NEAR(survey.value(static_cast<std::size_t>(people), 1), beta_value(people),
                0.05 * beta_value(people))
        << people;
  // Where each number of answers is no longer gone through.
  EXPECT_NEAR(survey.value(2001, 1), survey.value(2000, 1), 1e-3 * survey.limit());
}

// Whoever asks all of a ward's people knows its luck and no more: asking more of them doesn't help.
TEST(Survey, InOneWardEndsAtItsLuck) {
  const auto p = beta_draws();
  const Survey survey{{p, true, 0, 0.1}, {std::vector<double>(n, 0.0), gains_of(p)}};
  const double of_one = survey.value(2000, 1), of_ten = survey.value(2000, 10);
  EXPECT_LT(of_one, 0.85 * survey.limit());
  EXPECT_LT(survey.value(200, 1), of_one);
  EXPECT_GT(survey.value(200, 1), 0.95 * of_one);
  EXPECT_GT(of_ten, 1.1 * of_one);
  EXPECT_LT(of_ten, survey.limit());
}

TEST(Survey, OfNobodyOrOfWhatIsKnownIsWorthNothing) {
  const auto x = normal_draws(n, 1);
  EXPECT_EQ((Survey{{x, false, 3, 0}, take_or_leave(x)}.value(0, 1)), 0);
  const Survey known{{std::vector<double>(n, 0.3), true, 0, 0}, take_or_leave(x)};
  EXPECT_EQ(known.limit(), 0);
  EXPECT_EQ(known.value(100, 1), 0);
}

}  // namespace swadaya
