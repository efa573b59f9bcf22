#include "sim/month/columns.hpp"

#include <cstdlib>
#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace swadaya {

namespace {

constexpr std::size_t line = 64, page = 4096, large_page = std::size_t{2} << 20;

std::size_t rounded_up(std::size_t n, std::size_t unit) { return (n + unit - 1) / unit * unit; }

// Columns begin five lines apart within their pages, or else the same household's values in all
// columns would compete for one set of the cache.
std::size_t stride_of(std::size_t cells) {
  return rounded_up(cells * sizeof(float), page) + 5 * line;
}

std::size_t bytes_for(const ColumnCounts& c) {
  return (c.columns + c.written_at_once) * stride_of(c.cells) +
         c.rt_columns * stride_of(c.rt_cells);
}

// On large pages where there is much of it: columns are read here and there.
float* zeroes(std::size_t bytes) {
  const bool large = bytes >= large_page;
  void* const memory =
      std::aligned_alloc(large ? large_page : page, rounded_up(bytes, large ? large_page : page));
  if (memory == nullptr) throw std::bad_alloc{};
#ifdef __linux__
  if (large) madvise(memory, rounded_up(bytes, large_page), MADV_HUGEPAGE);
#endif
  std::memset(memory, 0, bytes);
  return static_cast<float*>(memory);
}

}  // namespace

void Columns::Release::operator()(float* memory) const { std::free(memory); }

Columns::Columns(const ColumnCounts& counts)
    : bytes_{bytes_for(counts)},
      memory_{zeroes(bytes_)},
      next_(counts.columns, nullptr),
      changed_(counts.columns, 1) {
  float* free = memory_.get();
  const auto take = [&](std::vector<float*>& columns, std::uint32_t count, std::size_t cells) {
    for (std::uint32_t i = 0; i < count; ++i, free += stride_of(cells) / sizeof(float))
      columns.push_back(free);
  };
  take(now_, counts.columns, counts.cells);
  take(spares_, counts.written_at_once, counts.cells);
  take(rts_, counts.rt_columns, counts.rt_cells);
}

void Columns::open(const std::vector<Column>& written) {
  for (std::size_t i = 0; i < written.size(); ++i) next_[written[i].number] = spares_.at(i);
  open_ = written;
}

void Columns::commit() {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const std::uint32_t column = open_[i].number;
    std::swap(now_[column], spares_[i]);
    next_[column] = nullptr;
    changed_[column] = 1;
  }
  open_.clear();
}

}  // namespace swadaya
