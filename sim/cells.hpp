// Sixteen cells of a month, as a model sees them: columns, neighbours, dice. With 16 variants they are one household in 16
// variants, with one variant 16 households; a model never knows which.
#pragma once

#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "sim/columns.hpp"
#include "sim/dice.hpp"
#include "sim/world.hpp"

namespace swadaya {

// Lanes of a household in one register. Spelt out: g++ 12 drops a vector size that hangs on a template's argument.
template <int lanes>
struct RegisterOf;
template <>
struct RegisterOf<1> {
  using Type = float;
};
template <>
struct RegisterOf<2> {
  using Type = float __attribute__((vector_size(8)));
};
template <>
struct RegisterOf<4> {
  using Type = float __attribute__((vector_size(16)));
};
template <>
struct RegisterOf<8> {
  using Type = Eight;
};

class Cells {
 public:
  // The cells of one chunk; the engine moves on from pack to pack.
  Cells(const World& world, Columns& columns, std::uint32_t lanes, const Chunk& chunk, int month, std::size_t decisions,
        std::vector<std::vector<Household>>* marked);

  Pack now(Column c) const { return Pack::MapAligned(columns_.now(c) + first_); }
  void next(Column c, const Pack& value);

  // What the world says of these households: `cells.of(&World::poor)`.
  Pack of(std::vector<float> World::*field) const;
  Pack occupied() const { return of(&World::occupied); }
  Pack of_rt(RtColumn c) const;

  // Sums over the ties of each household, in the order of the ties; columns and products of two columns.
  template <class A>
  Pack sum_over_ties(A a) const {
    return sums_over_ties(a)[0];
  }
  // Several at once, in one walk over the ties: `const auto [told, members] = cells.sums_over_ties(...)`.
  template <class... A>
  std::array<Pack, sizeof...(A)> sums_over_ties(A... a) const;
  // Mean over ties; `otherwise` where there is none.
  Pack mean_over_ties(Column c, const Pack& otherwise) const;

  // Uniform and standard normal numbers of each household for this decision and month: the same in every variant.
  Pack dice(Decision d) { return spread(rolled(d, false)); }
  Pack normal(Decision d) { return spread(rolled(d, true)); }

  // Puts the cells whose condition is above 0 on a list that their ward deals with in `after`.
  void mark(Mark m, const Pack& condition);

  // --- for the engine
  void move_to(std::size_t pack) {
    first_ = (std::size_t{chunk_.first} * lanes_) + pack * pack_width;
    row_ = static_cast<Household>(first_ / lanes_);
  }
  std::size_t packs() const { return std::size_t{chunk_.last - chunk_.first} * lanes_ / pack_width; }
  std::uint32_t times_written(Column c) const { return written_[c.number]; }

 private:
  template <class F>
  auto by_lanes(F f) const {
    switch (lanes_) {
      case 1: return f.template operator()<1>();
      case 2: return f.template operator()<2>();
      case 4: return f.template operator()<4>();
      case 8: return f.template operator()<8>();
      default: return f.template operator()<16>();
    }
  }
  // One value a household -> one value a cell.
  Pack spread(const float* households) const {
    return by_lanes([&]<int V> {
      Pack p;
      if constexpr (V == 1) {
        p = Pack::Map(households);
      } else {
        for (int k = 0; k < pack_width / V; ++k) p.template segment<V>(k * V).setConstant(households[k]);
      }
      return p;
    });
  }
  const float* rolled(Decision d, bool normal);

  // The lanes of one household in registers: up to eight in one, sixteen in two.
  template <int V>
  static constexpr int per_register = V < 8 ? V : 8;
  template <int V>
  using Register = typename RegisterOf<per_register<V>>::Type;
  static_assert(sizeof(Register<1>) == 4 && sizeof(Register<4>) == 16 && sizeof(Register<16>) == 32);
  template <class R>
  static R loaded(const float* from) {
    R r;
    std::memcpy(&r, from, sizeof r);
    return r;
  }
  template <class R>
  R at(Column c, std::size_t cell) const {
    return loaded<R>(columns_.now(c) + cell);
  }
  template <class R>
  R at(ColumnProduct p, std::size_t cell) const {
    return at<R>(p.a, cell) * at<R>(p.b, cell);
  }
  // Sums over the ties of one household, `half` 0 or 1 of its lanes; written to out[i] + offset for the i-th term.
  template <int V, std::size_t... I, class... A>
  void sum_row(Household h, int half, int offset, std::array<Pack, sizeof...(A)>& out, std::index_sequence<I...>,
               A... a) const {
    using R = Register<V>;
    std::array<R, sizeof...(A)> sum{((void)a, R{})...};
    const std::uint32_t* n = world_.ties.neighbour.data() + world_.ties.start[h];
    const std::uint32_t* const end = world_.ties.neighbour.data() + world_.ties.start[h + 1];
    for (; n != end; ++n) {
      const std::size_t cell = std::size_t{*n} * V + static_cast<std::size_t>(half * per_register<V>);
      ((std::get<I>(sum) += at<R>(a, cell)), ...);
    }
    ((void)std::memcpy(out[I].data() + offset, &std::get<I>(sum), sizeof(R)), ...);
  }

  const World& world_;
  Columns& columns_;
  std::uint32_t lanes_;
  Chunk chunk_;
  int month_;
  std::size_t first_ = 0;
  Household row_ = 0;
  std::vector<std::vector<float>> rolls_;  // by decision: one number per row of the chunk, rolled when first asked for
  std::vector<std::vector<Household>>* marked_;  // by mark and lane
  std::vector<std::uint32_t> written_;           // packs written, by column
};

template <class... A>
std::array<Pack, sizeof...(A)> Cells::sums_over_ties(A... a) const {
  return by_lanes([&]<int V> {
    std::array<Pack, sizeof...(A)> total;
    for (int k = 0; k < pack_width / V; ++k)
      for (int half = 0; half < V / per_register<V>; ++half)
        sum_row<V>(row_ + static_cast<Household>(k), half, k * V + half * per_register<V>, total,
                   std::index_sequence_for<A...>{}, a...);
    return total;
  });
}

inline void Cells::next(Column c, const Pack& value) {
  Pack::MapAligned(columns_.next(c) + first_) = value;
  ++written_[c.number];
}

inline Pack Cells::of(std::vector<float> World::*field) const { return spread((world_.*field).data() + row_); }

inline Pack Cells::mean_over_ties(Column c, const Pack& otherwise) const {
  const Pack degree = of(&World::degree);
  return choose(degree, sum_over_ties(c) / degree.max(1.0f), otherwise);
}

}  // namespace swadaya
