#include "sim/month/cells.hpp"

namespace swadaya {

Cells::Cells(Lanes& lanes, std::size_t chunk, std::size_t decisions)
    : job_{lanes},
      world_{lanes.world},
      columns_{lanes.columns},
      lanes_{lanes.count},
      chunk_{lanes.world.chunks[chunk]},
      month_{lanes.month},
      rolls_(2 * decisions),
      marked_{&lanes.marked[chunk]},
      written_(columns_.size()) {
  move_to(0);
}

Pack Cells::of_rt(RtColumn c) const {
  const float* const values = columns_.now(c);
  return by_lanes([&]<int V> {
    Pack p;
    for (int k = 0; k < pack_width / V; ++k)
      std::memcpy(p.data() + k * V,
                  values + std::size_t{world_.rt[row_ + static_cast<Household>(k)]} * V,
                  V * sizeof(float));
    return p;
  });
}

const float* Cells::rolled(Decision d, bool normal) {
  constexpr Household tile = Dice::tile;
  Rolls& rolls = rolls_[2 * d.index + (normal ? 1 : 0)];
  const Household begin = chunk_.first / tile * tile;
  if (rolls.present.empty()) {
    rolls.present.assign((chunk_.last - begin + tile - 1) / tile, 0);
    rolls.numbers.resize(rolls.present.size() * tile);
  }
  const Household number = (row_ - begin) / tile;
  if (rolls.present[number] == 0) {
    const Roll roll{d.key, static_cast<std::uint16_t>(month_)};
    const std::span<float> numbers{rolls.numbers.data() + number * tile, tile};
    const Household first = begin + number * tile;
    normal ? world_.dice.normals(roll, first, numbers) : world_.dice.uniforms(roll, first, numbers);
    rolls.present[number] = 1;
  }
  return rolls.numbers.data() + (row_ - begin);
}

void Cells::mark(Mark m, const Pack& condition) {
  for (std::uint32_t bits = bits_of(condition); bits != 0; bits &= bits - 1) {
    const auto k = static_cast<std::uint32_t>(__builtin_ctz(bits));
    (*marked_)[m.number * lanes_ + k % lanes_].push_back(row_ + k / lanes_);
  }
}

}  // namespace swadaya
