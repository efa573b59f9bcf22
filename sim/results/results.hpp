// What the runs of an experiment came to, wherever it is kept: in a folder's database
// (sim/results/store.hpp) or in memory (sim/results/in_memory.hpp). Figures and searches are made
// from this alone.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/controls.hpp"
#include "sim/base/statistics.hpp"
#include "sim/month/outcome.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct StoredVariant {
  std::string name, title;
  std::uint32_t first_world = 0;
  std::string title_id = {};  // in Indonesian: of the experiment, and not stored
  bool operator==(const StoredVariant& other) const {
    return name == other.name && title == other.title && first_world == other.first_world;
  }
};

// A variant and a replicate whose series is stored.
struct Finished {
  std::size_t variant;
  std::uint32_t replicate;
  auto operator<=>(const Finished&) const = default;
};

class Results {
 public:
  virtual ~Results() = default;

  // Where they stand, for messages; "" in memory.
  virtual const std::string& folder() const = 0;
  virtual const std::vector<StoredVariant>& variants() const = 0;
  virtual std::size_t baseline() const = 0;
  virtual int months() const = 0;  // the last one
  // By complete replicate, in their order: which draw of the parameters it was run with, numbered
  // from 0. Empty where parameters are taken as known.
  virtual std::vector<std::uint32_t> draws() const = 0;
  // By complete replicate: what the dice gave the boards of the baseline's world. Nothing where
  // worlds took draws of the parameters: it hardly brings anything there.
  virtual Controls controls() const = 0;
  // Whether a variant met the baseline's worlds: the same [world] and [network], and the same dice.
  virtual bool is_in_same_worlds(std::size_t variant) const = 0;

  // Makes room for the variants of a search's next generation, the first of them number `first`.
  // Those that are there already must be the same by name, title and worlds, or BadInput is
  // thrown. A replicate is complete again when these have it, too.
  virtual void add_variants(std::size_t first, const std::vector<Variant>& variants) = 0;

  // Everything about one variant, at the given months or at all, in the replicates that are
  // complete in all variants: makes only what it gives, so that many variants can be gone through
  // one by one.
  virtual Sample sample(std::size_t variant, const std::vector<int>& months = {}) const = 0;
  // The same, one value per planned replicate, whatever is there of the other variants: not a
  // number in replicates that this one lacks.
  virtual Sample sample_so_far(std::size_t variant, const std::vector<int>& months) const = 0;
  // One outcome of a variant at a month, one value per complete replicate, in their order.
  virtual std::vector<double> values(std::size_t variant, int month, std::size_t outcome) const = 0;

 protected:
  Results() = default;
  Results(const Results&) = default;
  Results& operator=(const Results&) = default;
};

// Replicates that share a draw of the parameters; 0 where parameters are taken as known.
std::uint32_t worlds_per_draw_of(const Experiment& experiment);
// Whether chance gives both the same: households, ties and dice.
bool share_worlds(const Variant& a, const Variant& b);
// Whether the key says what a world is.
bool is_of_world(const std::string& key);
// Which draw each of these replicates was run with; empty where none is.
std::vector<std::uint32_t> draws_dealt(const std::vector<std::uint32_t>& replicates,
                                       std::uint32_t worlds_per_draw);

// What is known beforehand of these replicates' worlds, the first of them number `first_world`.
Controls luck_of_worlds(std::uint64_t seed, std::uint32_t first_world, std::uint32_t wards,
                        const std::vector<std::uint32_t>& replicates);

// Of a search's next variants, the first of them number `first`, those that are not among the
// `held` yet. Throws BadInput, which names `place`, where others are.
std::vector<StoredVariant> new_variants(const std::vector<StoredVariant>& held, std::size_t first,
                                        const std::vector<Variant>& variants,
                                        const std::string& place);

}  // namespace swadaya
