// A weighted sample of parameters, such as a calibration leaves, that replicates take their values
// from: so intervals carry what isn't known of parameters, too.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/scenario/weighted_sample.hpp"

namespace swadaya {

struct Posterior {
  static constexpr const char* name_in_folder = "posterior.csv";  // of results
  static constexpr const char* none =
      "none";  // instead of a file: don't take the one that is named

  std::string file;               // as named
  std::string unused;             // why the file's draws aren't taken; "" where they are
  std::string unused_id = {};     // the same in Indonesian
  std::vector<std::string> keys;  // "lending.norm", by dimension of the sample
  std::map<std::string, std::string> models;  // that the draws are of: by "models.lending"
  WeightedSample sample;                      // weights as the file has them
  std::vector<std::size_t> draws;             // points of the sample, by replicate

  // The next draw to each `worlds` replicates in turn; the first keep theirs when there are more.
  void deal(std::uint32_t replicates, std::uint32_t worlds, std::uint64_t seed);
  Values values(std::uint32_t replicate) const;
  // Parameters that something else holds still: no draw moves them.
  void hold(const std::set<std::string>& held);
};

// Reads a CSV file with a column a parameter, named like it, and perhaps `weight`; a row a draw.
// `infos`: what may be moved. Throws BadInput with all that is wrong.
Posterior read_posterior(const std::string& file,
                         const std::map<std::string, const ParameterInfo*>& infos);

// Written so that it is read back to the bit.
std::string posterior_csv(const std::vector<std::string>& keys, const WeightedSample& sample,
                          const std::map<std::string, std::string>& models);

}  // namespace swadaya
