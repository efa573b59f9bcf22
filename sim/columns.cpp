#include "sim/columns.hpp"

namespace swadaya {

Columns::Columns(std::uint32_t columns, std::size_t cells, std::uint32_t rt_columns, std::size_t rt_cells)
    : now_(columns, Floats(cells, 0.0f)), rts_(rt_columns, Floats(rt_cells, 0.0f)), next_(columns, nullptr) {}

void Columns::open(const std::vector<Column>& written) {
  while (spares_.size() < written.size()) spares_.emplace_back(now_.empty() ? 0 : now_[0].size());
  for (std::size_t i = 0; i < written.size(); ++i) next_[written[i].number] = spares_[i].data();
  open_ = written;
}

void Columns::commit() {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    now_[open_[i].number].swap(spares_[i]);
    next_[open_[i].number] = nullptr;
  }
  open_.clear();
}

std::size_t Columns::bytes() const {
  std::size_t floats = 0;
  for (const auto* store : {&now_, &rts_, &spares_})
    for (const Floats& column : *store) floats += column.size();
  return floats * sizeof(float);
}

}  // namespace swadaya
