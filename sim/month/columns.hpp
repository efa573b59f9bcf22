// Columns: one value per household and variant, the variants of a household next to each other.
// Everyone reads the frozen side; what is written goes to a spare that takes its place when all
// chunks have finished.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "sim/base/pack.hpp"

namespace swadaya {

struct Column {
  std::uint32_t number;
};
struct RtColumn {  // one value per RT and variant, written by wards only
  std::uint32_t number;
};
struct GroupColumn {  // one value per group, like the next two written by wards and areas only
  std::uint32_t number;
};
struct WardColumn {
  std::uint32_t number;
};
struct AreaColumn {  // one value per team area
  std::uint32_t number;
};
struct AreaList {  // a list of numbers per team area
  std::uint32_t number;
};
struct Mark {
  std::uint32_t number;
};
struct Decision {
  std::uint32_t key;    // of the dice
  std::uint32_t index;  // within its model
};

// The columns that every model may read.
namespace column {
inline constexpr Column informed{0};      // 0 or 1: knows of the programme
inline constexpr Column grant_belief{1};  // 0..1: takes the money for a grant
inline constexpr Column attitude{2};      // 0..1
inline constexpr Column joined{3};        // 0 or 1: on rung 1 or higher
inline constexpr Column rung{4};  // 0 none, 1 attends, 2 contributes and speaks, 3 helps to decide
inline constexpr Column ever_joined{5};  // 0 or 1: has ever been on rung 1 or higher
inline constexpr Column burden{6};       // 0..1: weariness from meetings
inline constexpr Column member{7};       // 0 or 1: belongs to a group
inline constexpr Column listed{8};       // 0 or 1: on the ward's list of the poor
inline constexpr Column favoured{9};     // 0 or 1: let in at distribution without being on the list
inline constexpr Column log_consumption{10};  // log kRp per head and month
inline constexpr Column capacity{11};         // 0..1
inline constexpr Column endorsement{12};  // log odds that those who brought the news add to joining
inline constexpr std::uint32_t count = 13;
}  // namespace column

// One value per RT and variant that every model may read.
namespace rt_column {
inline constexpr RtColumn trust{0};    // 0..1: trust in the board
inline constexpr RtColumn visited{1};  // visits of facilitators to the RT or its groups, last month
inline constexpr std::uint32_t count = 2;
}  // namespace rt_column

// How many columns of which length a job has.
struct ColumnCounts {
  std::uint32_t columns, rt_columns;
  std::size_t cells, rt_cells;    // of each; behind the last household's there are some that stay 0
  std::uint32_t written_at_once;  // at most, in a pass
};

// All columns of a job, 0 at the start. Shapes: households' columns, one value per row and lane;
// RTs' columns, one per RT and lane.
class Columns {
 public:
  explicit Columns(const ColumnCounts& counts);

  const float* now(Column c) const { return now_[c.number]; }
  void set(Column c, std::size_t cell,
           float value) {  // for wards and the start, never inside a pass
    now_[c.number][cell] = value;
    std::atomic_ref{changed_[c.number]}.store(1, std::memory_order_relaxed);
  }
  const float* now(RtColumn c) const { return rts_[c.number]; }
  float* now(RtColumn c) { return rts_[c.number]; }
  float* next(Column c) {
    return next_[c.number];
  }  // nullptr for a column that this pass may not write

  // Around a pass over the households: `open` gives each column that will be written a spare,
  // `commit` makes the spares the frozen side.
  void open(const std::vector<Column>& written);
  void commit();
  // Whether the column was written or set since the last `forget_changes`.
  bool changed(Column c) const { return changed_[c.number] != 0; }
  void forget_changes() { changed_.assign(changed_.size(), 0); }
  std::size_t size() const { return now_.size(); }
  std::size_t rt_size() const { return rts_.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  struct Release {
    void operator()(float* memory) const;
  };
  std::size_t bytes_;
  std::unique_ptr<float, Release> memory_;
  std::vector<float*> now_, rts_, spares_, next_;
  std::vector<std::uint8_t> changed_;  // by column; wards may set it at the same time
  std::vector<Column> open_;
};

}  // namespace swadaya
