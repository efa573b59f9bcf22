// Residents who order the households of their RT, poorest first, the same for every targeting model
// that asks them.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Rankers {
 public:
  explicit Rankers(Declare& declare);

  // The correlation of a ranker's index with log consumption that evidence gives.
  double accuracy(const Ward& ward) const { return accuracy_(ward); }
  // Mean place of each household in its RT's orders, 0 the poorest, 1 the best off, 0.5 where
  // nobody placed it; one value per row of the ward. `accuracy` as above. Notes in `ward.ranking`
  // what the rankers knew.
  std::vector<double> ranks(Ward& ward, double accuracy) const;

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

  Parameter rankers_, accuracy_, known_near_, known_far_, in_common_;
  Decision ranks_, knows_, shared_, own_;
};

}  // namespace swadaya
