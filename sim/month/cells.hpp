// Sixteen cells of a month, as a model sees them: columns, neighbours, dice. With 16 variants they
// are one household in 16 variants, with one variant 16 households; a model never knows which.
#pragma once

#include <array>
#include <cstring>
#include <vector>

#include "sim/month/tie_sums.hpp"
#include "sim/world/dice.hpp"

namespace swadaya {

// The cells whose sums are needed: `cells.sums_over_ties(Where{due}, ...)`. The others get 0, and
// cost nothing where a whole household is among them.
struct Where {
  const Pack& condition;
};
// A column, at least 0, by which each tie counts; ties of weight 0 cost next to nothing.
struct Weight {
  Column column;
};

class Cells {
 public:
  // The cells of one chunk; the engine moves on from pack to pack.
  Cells(Lanes& lanes, std::size_t chunk, std::size_t decisions);

  Pack now(Column c) const { return Pack::from(columns_.now(c) + first_); }
  void next(Column c, const Pack& value);

  // What the world says of these households: `cells.of(&World::poor)`.
  Pack of(std::vector<float> World::*field) const;
  Pack occupied() const { return of(&World::occupied); }
  Pack of_rt(RtColumn c) const;

  // Sums over the ties of each household, in the order of the ties. Several at once share one walk
  // over the ties:
  //   const auto [tellers, beliefs] = cells.sums_over_ties(Where{uninformed}, Weight{telling},
  //   column::grant_belief);
  // where the sum of the weights comes first.
  template <class... C>
  std::array<Pack, sizeof...(C)> sums_over_ties(C... columns) const;
  template <class... C>
  std::array<Pack, sizeof...(C) + 1> sums_over_ties(Where where, Weight weight, C... columns) const;
  Pack sum_over_ties(Column c) const { return sums_over_ties(c)[0]; }
  // Mean over ties; `otherwise` where there is none.
  Pack mean_over_ties(Column c, const Pack& otherwise) const;

  // Uniform and standard normal numbers of each household for this decision and month: the same in
  // every variant.
  Pack dice(Decision d) { return spread(rolled(d, false)); }
  Pack normal(Decision d) { return spread(rolled(d, true)); }

  // Puts the cells whose condition is above 0 on a list that their ward deals with in `after`.
  void mark(Mark m, const Pack& condition);

  // --- for the engine
  void move_to(std::size_t pack) {
    first_ = (std::size_t{chunk_.first} * lanes_) + pack * pack_width;
    row_ = static_cast<Household>(first_ / lanes_);
  }
  std::size_t packs() const {
    return std::size_t{chunk_.last - chunk_.first} * lanes_ / pack_width;
  }
  std::uint32_t times_written(Column c) const { return written_[c.number]; }

 private:
  template <class F>
  auto by_lanes(F f) const {
    switch (lanes_) {
      case 1:
        return f.template operator()<1>();
      case 2:
        return f.template operator()<2>();
      case 4:
        return f.template operator()<4>();
      case 8:
        return f.template operator()<8>();
      default:
        return f.template operator()<16>();
    }
  }
  // One value a household -> one value a cell.
  Pack spread(const float* households) const {
    return by_lanes([&]<int V> {
      Pack p;
      if constexpr (V == 1) {
        p = Pack::from(households);
      } else {
        for (int k = 0; k < pack_width; ++k) p.data()[k] = households[k / V];
      }
      return p;
    });
  }
  const float* rolled(Decision d, bool normal);

  const Lanes& job_;
  const World& world_;
  Columns& columns_;
  std::uint32_t lanes_;
  Chunk chunk_;
  int month_;
  std::size_t first_ = 0;
  Household row_ = 0;
  struct Rolls {
    std::vector<float> numbers;         // one per row of the tiles that the chunk lies in
    std::vector<std::uint8_t> present;  // by tile: rolled when first asked for
  };
  std::vector<Rolls> rolls_;                     // by decision, uniform and normal
  std::vector<std::vector<Household>>* marked_;  // by mark and lane
  std::vector<std::uint32_t> written_;           // packs written, by column
};

template <class... C>
std::array<Pack, sizeof...(C)> Cells::sums_over_ties(C... columns) const {
  return by_lanes([&]<int V> {
    return TieSums<V, sizeof...(C)>{job_, row_, {columns_.now(columns)...}}.all();
  });
}

template <class... C>
std::array<Pack, sizeof...(C) + 1> Cells::sums_over_ties(Where where, Weight weight,
                                                         C... columns) const {
  return by_lanes([&]<int V> {
    const TieSums<V, sizeof...(C) + 1> sums{
        job_, row_, {columns_.now(weight.column), columns_.now(columns)...}};
    return sums.template where<true>(where.condition);
  });
}

inline void Cells::next(Column c, const Pack& value) {
  value.put(columns_.next(c) + first_);
  ++written_[c.number];
}

inline Pack Cells::of(std::vector<float> World::*field) const {
  return spread((world_.*field).data() + row_);
}

inline Pack Cells::mean_over_ties(Column c, const Pack& otherwise) const {
  const Pack degree = of(&World::degree);
  return choose(degree, sum_over_ties(c) / degree.max(1.0f), otherwise);
}

}  // namespace swadaya
