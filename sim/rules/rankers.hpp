// Residents who order the households of their RT, poorest first, the same for every targeting model
// that asks them.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Rankers : Declares {
  Whole rankers = whole("rankers", 5, "residents an RT", {1, 60}, "assumption, sweep it");

 public:
  // What evidence gives.
  Number accuracy = number("accuracy", 0.39, "correlation of a ranker's index with log consumption",
                           {0, 1}, "0.389 on Indonesian hamlets: evidence/behaviour 4.3");

 private:
  Number known_near = number("known_near", 0.86, "chance that a ranker places a tied household",
                             {0, 1}, "evidence/behaviour 3.5, T2");
  Number known_far = number("known_far", 0.71, "chance that a ranker places a distant one", {0, 1},
                            "evidence/behaviour 3.5, T2");
  Number in_common = number("in_common", 0.5, "share of the noise's variance", {0, 1},
                            "half each: assumption; 0.65 on hamlets: docs/targeting.md");
  Decision drawing = decision("ranks"), knowing = decision("knows"),
           shared_noise = decision("shared_noise"), own_noise = decision("own_noise");

 public:
  // Mean place of each household in its RT's orders, 0 the poorest, 1 the best off, 0.5 where
  // nobody placed it; one value per row of the ward. `correlation`: of a
  // ranker's index with log consumption. Notes in `ward.ranking`
  // what the rankers knew.
  std::vector<double> ranks(Ward& ward, double correlation) const;

 private:
  struct Acquaintance;
  struct Signals {
    const std::vector<float>&z, &shared, &own, &known;
    double accuracy, shared_noise, own_noise;
  };
  std::optional<Household> ranker_of(const Ward& ward, std::uint32_t rt, std::uint16_t k) const;
  void rank(Ward& ward, std::uint32_t rt, std::uint16_t k, const Signals& signals,
            Acquaintance& acquaintance, std::vector<double>& ranks,
            std::vector<double>& placed) const;
  static void note(Ranking& ranking, const std::array<std::uint32_t, 3>& asked,
                   const std::array<std::uint32_t, 3>& knows,
                   const std::vector<std::uint32_t>& places, const std::vector<std::size_t>& known,
                   const std::vector<float>& z);
};

}  // namespace swadaya
