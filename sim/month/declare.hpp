// What a model declares when it is made: parameters with unit, range and source; columns it owns;
// decisions it rolls dice for.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "sim/base/pack.hpp"
#include "sim/base/parameter.hpp"
#include "sim/month/columns.hpp"
#include "sim/month/slot.hpp"

namespace swadaya {

class Ward;
class Area;

// The values of one parameter in a job, one per lane; the engine changes them between months only.
struct alignas(64) ParameterValues {
  Pack pack = Pack::Zero();                           // cell k holds the value of lane k % lanes
  std::array<double, pack_width> lanes{};             // one value a lane
  std::array<std::vector<double>, pack_width> lists;  // Kind::list: one list a lane
  void set(const Value& value, std::uint32_t lane, std::uint32_t lanes_in_use);
};

// A declared parameter. In array arithmetic it is a pack: `1 - attendance_ * meetings`; for a ward
// it is a number: `founding_(ward)`.
class Parameter {
 public:
  explicit Parameter(const ParameterValues& values) : values_{&values} {}
  operator const Pack&() const { return values_->pack; }
  double operator()(const Ward& ward) const;
  double operator()(const Area& area) const;

 private:
  const ParameterValues* values_;
};

class List {  // a declared list of numbers
 public:
  explicit List(const ParameterValues& values) : values_{&values} {}
  const std::vector<double>& operator()(const Ward& ward) const;

 private:
  const ParameterValues* values_;
};

class Declare {
 public:
  // `first`: where the model's own columns and marks begin in its job.
  struct First {
    std::uint32_t column = column::count, rt_column = rt_column::count, mark = 0;
  };
  explicit Declare(Slot slot) : Declare{slot, First{}} {}
  Declare(Slot slot, First first) : slot_{slot}, first_{first} {}
  Declare(const Declare&) = delete;
  Declare& operator=(const Declare&) = delete;

  // Name, default, unit, closed range, source of the default. The range is also that of sweeps.
  Parameter number(std::string name, double value, std::string unit, Range range,
                   std::string source);
  Parameter whole(std::string name, double value, std::string unit, Range range,
                  std::string source);
  Parameter flag(std::string name, bool value, std::string meaning, std::string source);
  // Its value is the index of the option.
  Parameter choice(std::string name, const std::string& value, std::vector<std::string> options,
                   std::string meaning, std::string source);
  List list(std::string name, std::vector<double> values, std::string unit, Range range,
            std::string source);

  // A column of the model's own, one value per household (or RT) and variant, 0 at the start.
  Column column(const std::string& name, const std::string& meaning);
  RtColumn rt_column(const std::string& name, const std::string& meaning);
  // The columns that `households` writes: in every pack, or (in a month without work) in none.
  void writes(std::vector<Column> columns) { written_ = std::move(columns); }

  // A decision: dice of its own, which no other model's dice move.
  Decision decision(const std::string& name);
  // Households that a pack marks, to be dealt with ward by ward in `after`.
  Mark mark(const std::string& name);

  // That a decision follows what peers do: always, or while this (declared) parameter is not 0.
  // A scenario with two such channels counts peers twice; the program warns.
  void peer_effect(const std::string& parameter = "");

  // --- for the engine
  const std::vector<ParameterInfo>& parameters() const { return infos_; }
  std::deque<ParameterValues>& values() { return values_; }
  const std::vector<std::string>& columns() const { return columns_; }  // "name: meaning"
  const std::vector<std::string>& rt_columns() const { return rt_columns_; }
  const std::vector<std::string>& decisions() const { return decisions_; }
  const std::vector<std::string>& peer_effects() const { return peer_effects_; }
  const std::vector<Column>& written() const { return written_; }
  First next() const;  // where the next model's columns and marks begin

 private:
  const ParameterValues& declared(ParameterInfo info);

  Slot slot_;
  std::vector<ParameterInfo> infos_;
  std::deque<ParameterValues> values_;  // a deque: addresses stay
  std::vector<std::string> columns_, rt_columns_, decisions_, peer_effects_;
  std::vector<Column> written_;
  First first_;
  std::uint32_t marks_ = 0;
};

}  // namespace swadaya
