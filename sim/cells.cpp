#include "sim/cells.hpp"

namespace swadaya {

Cells::Cells(const World& world, Columns& columns, std::uint32_t lanes, const Chunk& chunk, int month,
             std::size_t decisions, std::vector<std::vector<Household>>* marked)
    : world_{world},
      columns_{columns},
      lanes_{lanes},
      chunk_{chunk},
      month_{month},
      rolls_(2 * decisions),
      marked_{marked},
      written_(columns.size()) {
  move_to(0);
}

Pack Cells::of_rt(RtColumn c) const {
  const float* const values = columns_.now(c);
  return by_lanes([&]<int V> {
    Pack p;
    for (int k = 0; k < pack_width / V; ++k)
      std::memcpy(p.data() + k * V, values + std::size_t{world_.rt[row_ + static_cast<Household>(k)]} * V, V * sizeof(float));
    return p;
  });
}

const float* Cells::rolled(Decision d, bool normal) {
  std::vector<float>& numbers = rolls_[2 * d.index + (normal ? 1 : 0)];
  if (numbers.empty()) {
    numbers.resize(chunk_.last - chunk_.first);
    const Roll roll{d.key, static_cast<std::uint16_t>(month_)};
    normal ? world_.dice.normals(roll, chunk_.first, numbers) : world_.dice.uniforms(roll, chunk_.first, numbers);
  }
  return numbers.data() + (row_ - chunk_.first);
}

void Cells::mark(Mark m, const Pack& condition) {
  for (std::uint32_t bits = bits_of(condition); bits != 0; bits &= bits - 1) {
    const auto k = static_cast<std::uint32_t>(__builtin_ctz(bits));
    (*marked_)[m.number * lanes_ + k % lanes_].push_back(row_ + k / lanes_);
  }
}

}  // namespace swadaya
