#include "sim/month/state.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstring>
#include <fmt/format.h>
#include <type_traits>
#include <vector>

namespace swadaya {

namespace {

static_assert(std::endian::native == std::endian::little, "states are written byte by byte");

// All fields of each struct, once, for writing and for reading. A structured binding names every
// field or doesn't compile: whoever adds one to a struct is led here.

template <class Io>
void fields(Io& io, Member& x) {
  auto& [household, fate, unwilling, loans, age, lent_in, principal, balance, overdue,
         interest_overdue, reported_overdue, savings, missed, written_off, offences, clean,
         severity, peer_sanction, confronted] = x;
  io(household, fate, unwilling, loans, age, lent_in, principal, balance, overdue, interest_overdue,
     reported_overdue, savings, missed, written_off, offences, clean, severity, peer_sanction,
     confronted);
}

template <class Io>
void fields(Io& io, Group& x) {
  auto& [founder, rt, founded, stage, ghost, found_out, members, ties, cohesion, capacity, meetings,
         attendance, last_meeting, visits, visits_now, last_visit, admitted, priority, loans,
         last_loan, own] = x;
  io(founder, rt, founded, stage, ghost, found_out, members, ties, cohesion, capacity, meetings,
     attendance, last_meeting, visits, visits_now, last_visit, admitted, priority, loans, last_loan,
     own);
}

template <class Io>
void fields(Io& io, Tranche& x) {
  auto& [planned, arrives, kRp, received] = x;
  io(planned, arrives, kRp, received);
}

template <class Io>
void fields(Io& io, Missed& x) {
  auto& [shows, group, household, kRp] = x;
  io(shows, group, household, kRp);
}

template <class Io>
void fields(Io& io, Cohort& x) {
  auto& [lent, repaid, lent_second, repaid_second] = x;
  io(lent, repaid, lent_second, repaid_second);
}

template <class Io>
void fields(Io& io, FirstLoan& x) {
  auto& [household, month] = x;
  io(household, month);
}

template <class Io>
void fields(Io& io, Activities& x) {
  auto& [socialization, facilitation, targeting, supervision, coordination, lending, grant, groups,
         lump, monthly] = x;
  io(socialization, facilitation, targeting, supervision, coordination, lending, grant, groups,
     lump, monthly);
}

template <class Io>
void fields(Io& io, Ranking& x) {
  auto& [asked, placed, pairs, wrong, correlation, rts] = x;
  io(asked, placed, pairs, wrong, correlation, rts);
}

template <class Io>
void fields(Io& io, Ward::Borrowers& x) {
  auto& [all, poor, near_poor, others, elite, women] = x;
  io(all, poor, near_poor, others, elite, women);
}

template <class Io>
void fields(Io& io, Fund::Flows& x) {
  auto& [granted, principal_repaid, interest_paid, recovered, saved, lent, works, costs, leaked,
         savings_returned] = x;
  io(granted, principal_repaid, interest_paid, recovered, saved, lent, works, costs, leaked,
     savings_returned);
}

template <class Io>
void fields(Io& io, Fund& x) {
  static_assert(sizeof(Fund) == sizeof(double) + sizeof(Fund::Flows), "something is missing here");
  double cash = x.cash();
  Fund::Flows flows = x.flows();
  io(cash, flows);
  x = Fund{cash, flows};
}

template <class Io>
void fields(Io& io, WardState& x) {
  auto& [groups, own, fund, spent, tranches, ranking, for_works, leakable, received_now, haste,
         linked_trust, open, borrowers_known, recoverable, detection, sanction,
         window_dressing_factor, due, repaid, reported_missed, written_off, missed, ever_borrowed,
         borrowers, bottom40, lent_poor, lent_bottom40, lent_real, lent_first, first_loans, cohorts,
         left, ghosts_found, ghost_months] = x;
  io(groups, own, fund, spent, tranches, ranking, for_works, leakable, received_now, haste,
     linked_trust, open, borrowers_known, recoverable, detection, sanction, window_dressing_factor,
     due, repaid, reported_missed, written_off, missed, ever_borrowed, borrowers, bottom40,
     lent_poor, lent_bottom40, lent_real, lent_first, first_loans, cohorts, left, ghosts_found,
     ghost_months);
}

template <class Io>
void fields(Io& io, AreaState& x) {
  auto& [own, own_lists] = x;
  io(own, own_lists);
}

template <class T>
concept Numeric = std::is_arithmetic_v<T> && !std::same_as<T, bool>;

class Writer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  std::string bytes;

 private:
  template <class T>
  void raw(const T* values, std::size_t count) {
    bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
  }
  template <class T>
  void put(T& x) {
    if constexpr (Numeric<T> || std::is_enum_v<T>)
      raw(&x, 1);
    else if constexpr (std::same_as<T, bool>)
      bytes.push_back(x ? 1 : 0);
    else
      fields(*this, x);
  }
  template <class T>
  void put(std::vector<T>& all) {
    const std::uint64_t count = all.size();
    raw(&count, 1);
    if constexpr (Numeric<T>)
      raw(all.data(), all.size());
    else
      for (T& one : all) put(one);
  }
  template <Numeric T, std::size_t n>
  void put(std::array<T, n>& all) {
    raw(all.data(), n);
  }
};

constexpr Fate last_of(Fate) { return Fate::died; }
constexpr Stage last_of(Stage) { return Stage::dissolved; }

// Never reads beyond its bytes nor makes room for more than they can fill.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_{bytes} {}
  template <class... T>
  void operator()(T&... values) {
    (take(values), ...);
  }
  bool at_end() const { return left_.empty(); }

 private:
  template <class T>
  void raw(T* values, std::size_t count) {
    if (left_.size() / sizeof(T) < count) throw WrongState{"it is too short"};
    if (count > 0) std::memcpy(values, left_.data(), count * sizeof(T));
    left_.remove_prefix(count * sizeof(T));
  }
  template <class T>
  void take(T& x) {
    if constexpr (Numeric<T>) {
      raw(&x, 1);
    } else if constexpr (std::same_as<T, bool> || std::is_enum_v<T>) {
      std::uint8_t value = 0;
      raw(&value, 1);
      if (value > static_cast<std::uint8_t>(last(x))) throw WrongState{"it has a wrong value"};
      x = static_cast<T>(value);
    } else {
      fields(*this, x);
    }
  }
  template <class T>
  void take(std::vector<T>& all) {
    std::uint64_t count = 0;
    raw(&count, 1);
    all.clear();
    if constexpr (Numeric<T>) {
      if (left_.size() / sizeof(T) < count) throw WrongState{"it is too short"};
      all.resize(count);
      raw(all.data(), count);
    } else {
      for (; count > 0; --count) take(all.emplace_back());
    }
  }
  template <Numeric T, std::size_t n>
  void take(std::array<T, n>& all) {
    raw(all.data(), n);
  }
  static bool last(bool) { return true; }
  template <class T>
  static T last(T x) {
    return last_of(x);
  }

  std::string_view left_;
};

void expect(bool fits) {
  if (!fits) throw WrongState{"it is of another world or of other models"};
}

// Columns, one value per row and per RT of this lane.
void fields(Writer& io, Columns& columns, const VariantState& v) {
  const World& world = v.lanes.world;
  std::vector<float> values;
  const auto put = [&](const float* from, std::size_t count) {
    values.resize(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = from[i * v.lanes.count + v.lane];
    io(values);
  };
  for (std::uint32_t c = 0; c < columns.size(); ++c) put(columns.now(Column{c}), world.rows());
  for (std::uint32_t c = 0; c < columns.rt_size(); ++c)
    put(columns.now(RtColumn{c}), world.rts.size());
}

void fields(Reader& io, Columns& columns, const VariantState& v) {
  const World& world = v.lanes.world;
  std::vector<float> values;
  const auto take = [&](std::size_t count, auto set) {
    io(values);
    expect(values.size() == count);
    for (std::size_t i = 0; i < count; ++i) set(i * v.lanes.count + v.lane, values[i]);
  };
  for (std::uint32_t c = 0; c < columns.size(); ++c)
    take(world.rows(), [&](std::size_t cell, float x) { columns.set(Column{c}, cell, x); });
  for (std::uint32_t c = 0; c < columns.rt_size(); ++c)
    take(world.rts.size(), [&](std::size_t cell, float x) { columns.now(RtColumn{c})[cell] = x; });
}

// What is counted before it is read, so that other models and worlds are noticed at once.
struct Shape {
  std::uint32_t columns, rt_columns, group_columns, ward_columns, area_columns, area_lists, rows,
      rts, wards, areas;
  std::uint64_t marks;
};
Shape shape_of(const VariantState& v) {
  const auto& [world, count, month, columns, ties_of_packs, marked, owned] = v.lanes;
  return {static_cast<std::uint32_t>(columns.size()),
          static_cast<std::uint32_t>(columns.rt_size()),
          static_cast<std::uint32_t>(owned.first_of_groups.size()),
          static_cast<std::uint32_t>(owned.first_of_wards.size()),
          owned.area_columns,
          owned.area_lists,
          world.rows(),
          static_cast<std::uint32_t>(world.rts.size()),
          static_cast<std::uint32_t>(world.wards.size()),
          static_cast<std::uint32_t>(world.wards_of_area.size()),
          marked.empty() ? 0 : marked[0].size() / count};
}

template <class Io>
void fields(Io& io, Shape& x) {
  auto& [columns, rt_columns, group_columns, ward_columns, area_columns, area_lists, rows, rts,
         wards, areas, marks] = x;
  io(columns, rt_columns, group_columns, ward_columns, area_columns, area_lists, rows, rts, wards,
     areas, marks);
}

template <class Io>
void fields(Io& io, const VariantState& v) {
  // No state: the world, the ties that are laid out from it, and what models declare.
  auto& [world, count, month, columns, ties_of_packs, marked, owned] = v.lanes;
  Shape shape = shape_of(v);
  fields(io, shape);
  const Shape own = shape_of(v);
  expect(std::memcmp(&shape, &own, sizeof shape) == 0);
  io(month);
  fields(io, columns, v);
  // Marks outlive the month where no model passes over the households before their own does.
  for (auto& of_chunk : marked)
    for (std::size_t m = v.lane; m < of_chunk.size(); m += count) io(of_chunk[m]);
  for (const auto& ward : v.wards) fields(io, static_cast<WardState&>(*ward));
  for (Area& area : v.areas) fields(io, static_cast<AreaState&>(area));
}

}  // namespace

std::string bytes_of(const VariantState& variant) {
  Writer writer;
  fields(writer, variant);
  return std::move(writer.bytes);
}

void restore(const VariantState& variant, std::string_view bytes) {
  Reader reader{bytes};
  fields(reader, variant);
  // A lane without a variant needs no wards.
  if (variant.wards.empty()) return;
  expect(reader.at_end());
}

}  // namespace swadaya
