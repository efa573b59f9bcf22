// Networks: drawn by a generator, or given by a file.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/world.hpp"

namespace swadaya {

struct Tie {
  Household a, b;
};

// Compressed rows of an undirected list; self-ties and repetitions fall out.
Ties ties_of(std::uint32_t rows, const std::vector<Tie>& list);

// Random numbers for generators: one stream a purpose, counted by calls. A uniform random bit
// generator of the standard library's kind.
class Stream {
 public:
  Stream(const Dice& dice, std::string_view purpose, std::uint32_t who = 0)
      : dice_{&dice}, decision_{decision_key(purpose)}, who_{who} {}
  using result_type = std::uint32_t;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xffffffffu; }
  result_type operator()() {
    if (used_ == 4) refill();
    return words_[used_++];
  }
  double uniform() { return static_cast<double>((*this)() >> 8) * 0x1p-24; }  // [0, 1)
  // A whole number below `count`, each equally likely but for 2^-32.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>((std::uint64_t{(*this)()} * count) >> 32);
  }

 private:
  void refill();
  const Dice* dice_;
  std::uint32_t decision_, who_, calls_ = 0;
  std::array<std::uint32_t, 4> words_{};
  int used_ = 4;
};

// The layered network of wards: neighbours (same RT), kin (mostly same RW), association (cliques
// across the RTs of an RW), distant (any household of the ward). `places` are filled in already;
// vacant rows get no ties.
std::vector<Tie> layered_ties(const World& places, const Values& network);

// Over households 0 .. count - 1.
std::vector<Tie> small_world_ties(std::uint32_t count, double degree, double rewire,
                                  const Dice& dice);
std::vector<Tie> erdos_renyi_ties(std::uint32_t count, double degree, const Dice& dice);
std::vector<Tie> scale_free_ties(std::uint32_t count, double exponent, double degree,
                                 const Dice& dice);
// Groups of `size` neighbours in number: a tie within a group with chance `inside`, else `across`.
std::vector<Tie> planted_partition_ties(std::uint32_t count, std::uint32_t size, double inside,
                                        double across, const Dice& dice);

}  // namespace swadaya
