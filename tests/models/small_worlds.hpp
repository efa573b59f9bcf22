// Small worlds in which one model at a time is at work.
#pragma once

#include "tests/stage.hpp"

namespace swadaya {

// A small network from files; the columns are leader and attitude.
inline std::string network(const std::string& nodes, const std::string& edges) {
  file_with("nodes.csv", "v,row,leader,attitude\n" + nodes);
  file_with("edges.csv", "v,i,j\n" + edges);
  return "[world]\nfrom = \"files\"\nhouseholds = \"nodes.csv\"\n[world.columns]\nleader = \"leader\"\n"
         "attitude = \"attitude\"\n[network]\nedges = \"edges.csv\"\n";
}

// One variant, month by month.
class Steps {
 public:
  explicit Steps(const Scenario& s)
      : scenario_{s},
        world_{world_of(s)},
        simulation_{world_, {&one_, 1}, all_models(), Order::one_by_one} {}
  void to(int month) {
    while (simulation_.month() < month) simulation_.step();
  }
  Ward& ward(std::uint32_t number = 0) { return simulation_.ward(number, 0); }
  double now(Column c, Household h) { return double{ward().now(c, h)}; }
  double attitude(Household h) { return double{simulation_.ward(0, 0).now(column::attitude, h)}; }
  double informed() {
    double sum = 0;
    for (Household h = 0; h < world_.rows(); ++h)
      sum += double{simulation_.ward(0, 0).now(column::informed, h)};
    return sum;
  }

 private:
  Scenario scenario_;
  const Scenario* one_ = &scenario_;
  World world_;
  Simulation simulation_;
};

// A ward with `groups` groups of three, where facilitation alone is at work.
class Visited {
 public:
  Visited(const std::string& model, const std::string& settings, int groups)
      : scenario_{scenario_from(
            std::string{all_nulls} +
                "[programme]\nexit = 1200\n[groups]\nfounding = 0\n[facilitation]\n" + settings,
            {"models.facilitation=" + model, "time.months=1200", "world.households_per_rt=100"})},
        world_{world_of(scenario_)},
        simulation_{world_, {&one_, 1}, all_models(), Order::one_by_one} {
    for (int g = 0; g < groups; ++g) {
      Group group;
      group.founder = static_cast<Household>(g);
      for (Household k = 0; k < 3; ++k) {
        Member m;
        m.household = group.founder * 3 + k;
        group.members.push_back(m);
      }
      this->groups().push_back(group);
    }
  }
  std::vector<Group>& groups() { return simulation_.ward(0, 0).groups; }
  double mean_capacity() {
    double sum = 0;
    for (const Group& group : groups()) sum += group.capacity;
    return sum / static_cast<double>(groups().size());
  }
  void month() { simulation_.step(); }

 private:
  Scenario scenario_;
  const Scenario* one_ = &scenario_;
  World world_;
  Simulation simulation_;
};

// A ward with 200 groups of borrowers of 100 kRp over three years, under one lending model.
class Lent {
 public:
  Lent(const std::string& model, const std::string& settings, Household size = 5,
       Household groups = 200, std::vector<std::string> set = {})
      : scenario_{scenario_from(
            std::string{all_nulls} + "[groups]\nfounding = 0\n[lending]\n" + settings,
            with(std::move(set),
                 {"models.lending=" + model, "time.months=120", "programme.tenor=36",
                  "world.households_per_rt=" + std::to_string(size * groups / 2),
                  "programme.fund_costs=0"}))},
        world_{world_of(scenario_)},
        simulation_{world_, {&one_, 1}, all_models(), Order::one_by_one} {
    Ward& ward = simulation_.ward(0, 0);
    ward.fund.receive_grant(1e7);
    for (Household g = 0; g < groups; ++g) {
      Group group;
      group.founder = g * size;
      for (Household k = 0; k < size; ++k) {
        Member m;
        m.household = group.founder + k;
        m.principal = m.balance = 100;
        m.loans = 4;  // the last one
        ward.fund.lend(100);
        ++borrowers_;
        group.members.push_back(m);
      }
      ward.add(group);
    }
  }
  void all_groups(double cohesion, double ties) {
    for (Group& group : ward().groups) group.cohesion = cohesion, group.ties = ties;
  }
  double share_paid() { return ward().repaid / ward().due; }
  void months(int n) {
    for (int month = 0; month < n; ++month) simulation_.step();
  }
  double share_that_owes() {
    double owes = 0;
    for (const Group& group : simulation_.ward(0, 0).groups)
      for (const Member& m : group.members) owes += m.balance > 0 ? 1 : 0;
    return owes / borrowers_;
  }
  Ward& ward() { return simulation_.ward(0, 0); }

 private:
  static std::vector<std::string> with(std::vector<std::string> own, std::vector<std::string> set) {
    set.insert(set.end(), own.begin(), own.end());
    return set;
  }

  double borrowers_ = 0;
  Scenario scenario_;
  const Scenario* one_ = &scenario_;
  World world_;
  Simulation simulation_;
};

}  // namespace swadaya
