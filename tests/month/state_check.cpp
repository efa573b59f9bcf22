// States that were changed on purpose: put back and gone on from without harm, or refused.
#include "sim/month/state_check.hpp"

#include <cstring>
#include <limits>

#include "sim/base/error.hpp"
#include "sim/month/simulation.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

constexpr int month = 24, months_after = 3;

struct Stand {
  explicit Stand(const std::vector<std::string>& set) : scenario{scenario_from(busy, set)} {
    const Scenario* one = &scenario;
    Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
    while (simulation.month() < month) simulation.step();
    state = simulation.state(0);
  }
  // Whether it is refused, before or as it runs.
  bool refuses(const std::string& bytes) const {
    const Scenario* one = &scenario;
    try {
      Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one, bytes};
      for (int m = 0; m < months_after; ++m) {
        simulation.step();
        simulation.outcomes_now();
      }
    } catch (const WrongState&) {
      return true;
    } catch (const BadInput&) {
      return true;  // a model, or what it came to
    }
    return false;
  }
  static constexpr const char* busy =
      "[time]\nmonths = 36\n[world]\nrw_per_ward = 1\nrt_per_rw = 2\nhouseholds_per_rt = 20\n"
      "dishonest = 1\n[programme]\ngrant = 20000\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n"
      "[socialization]\nmeetings = 2\n";
  Scenario scenario;
  World world = world_of(scenario);
  std::string state;
};

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

// The k-th of many changes.
std::string changed(const std::string& state, std::size_t k) {
  std::string bytes = state;
  const std::size_t at = k * 7919 % (bytes.size() - 8);
  switch (k % 8) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << k / 8 % 8));
      break;
    case 1:
      bytes[at] = static_cast<char>(0xff);
      break;
    case 2:
      put(bytes, at, std::numeric_limits<std::int32_t>::min());
      break;
    case 3:
      put(bytes, at, std::numeric_limits<std::uint64_t>::max());
      break;
    case 4:
      put(bytes, at, std::numeric_limits<double>::quiet_NaN());
      break;
    case 5:
      put(bytes, at, 1e300);
      break;
    case 6:
      put(bytes, at, std::numeric_limits<float>::infinity());
      break;
    default:
      put(bytes, at, std::uint32_t{1} << k / 8 % 31);
      break;
  }
  return bytes;
}

}  // namespace

// What any model keeps is within the limits.
TEST(StateCheck, TakesWhatARunIsIn) {
  for (const char* groups : {"contact", "homophily", "random", "assortative"}) {
    const Stand stand{{std::string{"models.groups="} + groups}};
    EXPECT_FALSE(stand.refuses(stand.state)) << groups;
  }
}

TEST(StateCheck, LetsNoChangedStateDoHarm) {
  const Stand stand{{}};
  std::size_t refused = 0, taken = 0;
  for (std::size_t k = 0; k < 4000; ++k)
    stand.refuses(changed(stand.state, k)) ? ++refused : ++taken;
  EXPECT_GT(refused, 1500u);
  EXPECT_GT(taken, 100u);
}

// Seldom models, too: those that keep lists, or count by columns.
TEST(StateCheck, LetsNoChangedStateOfOtherModelsDoHarm) {
  for (const char* model :
       {"coordination=queue", "supervision=graduated-sanctions", "supervision=random-audits",
        "facilitation=peer-cadre", "groups=homophily", "lending=hazard"}) {
    const Stand stand{{std::string{"models."} + model}};
    std::size_t refused = 0;
    for (std::size_t k = 0; k < 400; ++k)
      refused += stand.refuses(changed(stand.state, 10 * k + k % 10));
    EXPECT_GT(refused, 100u) << model;
  }
}

}  // namespace swadaya
