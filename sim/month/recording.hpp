// From the state of a job to the sums of a month. Households are summed in an order that the
// world fixes (sixteen partial sums a chunk, by position), never by packs or threads.
#pragma once

#include <memory>
#include <vector>

#include "sim/base/parallel.hpp"
#include "sim/month/lanes.hpp"
#include "sim/month/recording_borrowers.hpp"
#include "sim/month/tally.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Recorder {
 public:
  explicit Recorder(const World& world);

  // One of each of the first `variants` lanes. `wards`: by variant, then ward. Sums of columns that
  // nobody has changed since the last call are not taken anew.
  std::vector<Tally> tallies_of(Lanes& lanes, const std::vector<std::unique_ptr<Ward>>& wards,
                                std::size_t variants, Order order);
  const ConsumptionBins& bins() const { return bins_; }

 private:
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

  const World& world_;
  const Alike alike_;
  std::vector<float> in_giant_;  // 1: in the largest component; one entry per row
  Sums world_sums_;              // who is there
  float log_line_, inverse_line_;
  ConsumptionBins bins_;
  std::vector<Tally> of_households_;  // by lane
};

}  // namespace swadaya
