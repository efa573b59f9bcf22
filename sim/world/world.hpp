// A world is what chance gives: households, places and ties. It is drawn from ([world], [network],
// seed, replicate), is frozen from then on, and is shared by every variant of an experiment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/ties.hpp"

namespace swadaya {

// A run of rows that is stepped by one thread at a time: one RW, or a part of about its size. Fixed
// by the world.
struct Chunk {
  Household first, last;  // rows [first, last); both are multiples of 16
  std::uint32_t ward;
};

struct Place {  // an RT, RW or ward: its rows [first, last)
  Household first, last;
};

struct World {
  // --- one entry per row. Each chunk is filled up to a multiple of 16 with vacant rows, where
  // nobody lives: they have no ties, and every share and sum leaves them out.
  std::vector<float> occupied;         // 1, or 0 on a vacant row
  std::vector<float> surveyed;         // 1: consumption is known, so that somebody can list it;
                                       // 0 on vacant rows and outside the sample of a file
  std::vector<float> size;             // persons
  std::vector<float> log_consumption;  // long-run mean, log kRp per head and month
  std::vector<float> attitude;         // initial, 0..1
  std::vector<float> susceptibility;   // to others' attitudes, factor on the model's own, mean 1
  std::vector<float> poor;  // 1: programme-poor in truth, the lowest `world.poor` of its ward by
                            // long-run consumption
  // 1: surveyed, not poor, and long-run consumption is below 1.2 times that of the last of the
  // ward's poor: as far above as "hampir miskin" of Statistics Indonesia (BPS) reaches
  std::vector<float> near_poor;
  std::vector<float> elite;        // 1: formal elite (office holders and their close kin)
  std::vector<float> head;         // 1: head of an RT or RW
  std::vector<float> business;     // 1: owns a business
  std::vector<float> female_head;  // 1: headed by a woman
  std::vector<float> adopter;      // 1: joined in the source's data, where the file says so; else 0
  std::vector<float> leader;  // 1: a leader in the source's data; from figures, the same as head
  std::vector<float> degree;  // number of ties
  std::vector<std::uint32_t> rt, rw, ward;  // number of the row's RT, RW and ward
  std::vector<std::uint32_t>
      identity;  // number of the household without vacant rows (file order), or 0 where vacant
  std::vector<std::string>
      covariate_names;  // further columns of a household file, mapped ("rooms") or by their heading
  std::vector<std::vector<float>> covariates;  // one column a name, one entry per row

  Ties ties;
  std::vector<Chunk> chunks;
  std::vector<Place> rts, rws, wards;
  std::vector<std::uint32_t> rw_of_rt, ward_of_rt, area_of_ward;
  std::vector<std::vector<std::uint32_t>> wards_of_area;
  // --- one entry per ward
  std::vector<float> ward_effect;  // the board's standing, standard normal
  std::vector<float> dishonest;    // 1: the board is dishonest

  std::uint32_t households = 0;  // without the vacant rows
  std::uint32_t households_surveyed = 0;
  double poverty_line = 0;  // kRp per head and month
  Dice dice{0, 0};

  // A column of `covariates` by its name; nullptr where the world has none.
  const std::vector<float>* covariate(const std::string& name) const;
  std::uint32_t rows() const { return static_cast<std::uint32_t>(occupied.size()); }
};

// Every key of [world] and [network].
const std::vector<ParameterInfo>& world_parameters();
const std::vector<ParameterInfo>& network_parameters();

}  // namespace swadaya
