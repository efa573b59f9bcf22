// What a model declares as it is made: parameters with unit, range and source; columns that it
// owns; decisions that it rolls dice for.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/pack.hpp"
#include "sim/base/parameter.hpp"
#include "sim/month/columns.hpp"
#include "sim/month/slot.hpp"

namespace swadaya {

// The values of one parameter in a job, one per lane; the engine changes them between months only.
struct alignas(64) ParameterValues {
  Pack pack = Pack::Zero();                           // cell k holds the value of lane k % lanes
  std::array<double, pack_width> lanes{};             // one value a lane
  std::array<std::vector<double>, pack_width> lists;  // Kind::list: one list a lane
  void set(const Value& value, std::uint32_t lane, std::uint32_t lanes_in_use);
};

// What a declaration gives; the type of the member that takes it says how it is read.
struct Declared {
  const ParameterValues* values;
  std::uint32_t lane;
};

// For `begin`, `area`, `ward` and `after`, where it stands for the number of their variant:
// `exp_of(-decay * age)`. It is no pack, and an expression with packs doesn't compile. Beware of
// `late ? 1 : rate`: two whole numbers to the compiler, which warns; say 1.0.
class Number {
 public:
  Number(const Declared& d) : value_{&d.values->lanes[d.lane]} {}
  operator double() const { return *value_; }

 private:
  const double* value_;
};

class Whole {
 public:
  Whole(const Declared& d) : value_{d} {}
  operator int() const { return static_cast<int>(double{value_}); }

 private:
  Number value_;
};

class Flag {
 public:
  Flag(const Declared& d) : value_{d} {}
  operator bool() const { return double{value_} != 0; }

 private:
  Number value_;
};

// For `households`, where it stands for the numbers of all cells: `1 - attendance * meetings`.
// Other hooks ask for the one of their variant: `attendance.of(ward)`.
class Numbers {
 public:
  Numbers(const Declared& d) : values_{d.values} {}
  operator const Pack&() const { return values_->pack; }
  // Of a ward or an area.
  double of(const auto& ward) const { return values_->lanes[ward.lane()]; }

 private:
  const ParameterValues* values_;
};

// A declared list of numbers, for all hooks but `households`.
class List {
 public:
  List(const Declared& d) : values_{&d.values->lists[d.lane]} {}
  operator const std::vector<double>&() const { return *values_; }
  auto begin() const { return values_->begin(); }
  auto end() const { return values_->end(); }
  std::size_t size() const { return values_->size(); }
  double operator[](std::size_t i) const { return (*values_)[i]; }

 private:
  const std::vector<double>* values_;
};

// How many of each are declared, or stand before a model's own in its job.
struct DeclareCounts {
  std::uint32_t parameters = 0, columns = 0, rt_columns = 0, group_columns = 0, ward_columns = 0,
                area_columns = 0, area_lists = 0, marks = 0, decisions = 0;
};

// All that a model has declared, as the engine keeps it. A model is made once for each variant: the
// first time each declaration is noted, from then on it finds its place again.
class Declare {
 public:
  using Counts = DeclareCounts;
  static constexpr Counts shared{.columns = column::count, .rt_columns = rt_column::count};
  // `before`: what the job has before this model's own.
  explicit Declare(Slot slot, const Counts& before = shared) : Declare{name_of(slot), before} {}
  explicit Declare(std::string_view section, const Counts& before = shared)
      : section_{section}, before_{before} {}
  Declare(const Declare&) = delete;
  Declare& operator=(const Declare&) = delete;

  // As long as it lives, what is made on this thread declares here, for this lane; lane 0 first.
  class Making {
   public:
    Making(Declare& declare, std::uint32_t lane);
    ~Making();
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;

   private:
    Declare* const outer_;
  };

  const std::vector<ParameterInfo>& parameters() const { return infos_; }
  std::deque<ParameterValues>& values() { return values_; }
  const std::vector<std::string>& columns() const { return columns_; }  // "name: meaning"
  const std::vector<std::string>& decisions() const { return decisions_; }
  const std::vector<std::string>& peer_effects() const { return peer_effects_; }
  const std::vector<Column>& written() const { return written_; }
  // Of the columns of groups and wards.
  const std::vector<double>& first_of_groups() const { return first_of_groups_; }
  const std::vector<double>& first_of_wards() const { return first_of_wards_; }
  // Sets what `settings` say of this section, in one lane of those in use.
  void set(const Values& settings, std::uint32_t lane, std::uint32_t lanes_in_use);
  Counts next() const;  // what the job has before the next model's own

 private:
  friend class Declares;
  template <class MakeInfo>
  Declared parameter(MakeInfo make_info);
  void note(ParameterInfo info);
  std::uint32_t column(std::uint32_t Counts::*kind, std::string_view of, std::string_view name,
                       std::string_view meaning);

  std::string section_;
  std::vector<ParameterInfo> infos_;
  std::deque<ParameterValues> values_;  // a deque: addresses stay
  std::vector<std::string> columns_, decisions_, peer_effects_;
  std::vector<double> first_of_groups_, first_of_wards_;
  std::vector<Column> written_;
  const Counts before_;
  Counts so_far_;  // of the model that is being made, or was made last
  std::uint32_t lane_ = 0;
};

// Models, and the rules that they share, derive from it. Their members declare what they own as
// they are made:
//   Number tau = number("tau", 0.2, "instalments of a first loan", {0.02, 2}, "assumption");
class Declares {
 protected:
  // Name, default, unit, closed range, source of the default. The range is also that of sweeps.
  static Declared number(std::string_view name, double value, std::string_view unit, Range range,
                         std::string_view source);
  static Declared whole(std::string_view name, double value, std::string_view unit, Range range,
                        std::string_view source);
  static Declared flag(std::string_view name, bool value, std::string_view meaning,
                       std::string_view source);
  // Its value is the index of the option.
  static Declared choice(std::string_view name, std::string_view value,
                         std::initializer_list<const char*> options, std::string_view meaning,
                         std::string_view source);
  static Declared list(std::string_view name, std::initializer_list<double> values,
                       std::string_view unit, Range range, std::string_view source);

  // A column of one's own, one value per household (or RT) and variant, 0 at the start.
  static Column column(std::string_view name, std::string_view meaning);
  static RtColumn rt_column(std::string_view name, std::string_view meaning);
  // One value per group (ward, team area) and variant; `first` where a group is founded, or at the
  // start: `group[seen]`, `ward[seen]`, `area[seen]`.
  static GroupColumn group_column(std::string_view name, double first, std::string_view meaning);
  static WardColumn ward_column(std::string_view name, double first, std::string_view meaning);
  static AreaColumn area_column(std::string_view name, std::string_view meaning);  // first 0
  // A list of numbers per team area and variant, empty at the start.
  static AreaList area_list(std::string_view name, std::string_view meaning);
  // More columns that `households` writes: in every pack, or (in a month without work) in none.
  static void writes(const std::vector<Column>& columns);

  // A decision: dice of its own, which no other model's dice move.
  static Decision decision(std::string_view name);
  // Households that a pack marks, to be dealt with ward by ward in `after`.
  static Mark mark(std::string_view name);

  // That a decision follows what peers do: always, or while this (declared) parameter is not 0. A
  // scenario with two such channels counts peers twice; the program warns.
  static void peer_effect(std::string_view parameter = "");
};

}  // namespace swadaya
