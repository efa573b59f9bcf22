// From the state of a job to the outcomes of a month. Households are summed in an order that the
// world fixes (sixteen partial sums a chunk, by position), never by packs or threads.
#pragma once

#include <memory>
#include <vector>

#include "sim/base/parallel.hpp"
#include "sim/month/lanes.hpp"
#include "sim/month/recording_borrowers.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Recorder {
 public:
  explicit Recorder(const World& world);

  // Outcomes of each of the first `variants` lanes, one value per outcome in the order of
  // outcomes(). `wards`: by variant, then ward. Sums of columns that nobody has changed since the
  // last call are not taken anew.
  std::vector<std::vector<double>> outcomes_of(Lanes& lanes,
                                               const std::vector<std::unique_ptr<Ward>>& wards,
                                               std::size_t variants, Order order);

 private:
  // Sums over households of one variant.
  struct Sums {
    double informed = 0, informed_poor = 0, informed_near_poor = 0, informed_elite = 0, belief = 0;
    double attitude = 0;
    double joined = 0, joined_poor = 0, joined_near_poor = 0, joined_elite = 0, passive_poor = 0,
           adopted = 0;
    double listed = 0, listed_poor = 0, listed_near_poor = 0;
    double below_line = 0, gap = 0, severity = 0, gini = 0;
  };
  struct Partial;  // of one chunk, all lanes
  struct Part;     // of the outcomes: those that come from the same columns

  static const std::vector<Part>& parts();
  template <std::uint32_t v>
  void add_news(const Lanes& lanes, const Chunk& chunk, Partial& partial) const;
  template <std::uint32_t v>
  void add_attitude(const Lanes& lanes, const Chunk& chunk, Partial& partial) const;
  template <std::uint32_t v>
  void add_joining(const Lanes& lanes, const Chunk& chunk, Partial& partial) const;
  template <std::uint32_t v>
  void add_listing(const Lanes& lanes, const Chunk& chunk, Partial& partial) const;
  template <std::uint32_t v>
  void add_consumption(const Lanes& lanes, const Chunk& chunk, Partial& partial) const;
  void update(Lanes& lanes, Order order);
  double gini_of(const std::vector<std::uint32_t>& counts) const;

  const World& world_;
  const Alike alike_;
  std::vector<float> in_giant_;  // 1: in the largest component; one entry per row
  double poor_ = 0, near_poor_ = 0, elite_ = 0, giant_ = 0;
  double others_ = 0;  // neither poor nor near-poor; 0 where somebody's consumption is unknown
  float log_line_, inverse_line_, lowest_bin_;
  std::vector<double>
      bin_consumption_;     // kRp per head at the middle of each bin of log consumption
  std::vector<Sums> sums_;  // by lane
};

}  // namespace swadaya
