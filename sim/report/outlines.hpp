// Outlines of RT or RW from a GeoJSON file (RFC 7946), for the map of a ward.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/world/place_names.hpp"

namespace swadaya {

struct Outline {
  std::uint32_t place;  // number of the RT or RW in the ward
  // Rings in map units, x to the right and y down, the longer side of the whole map from 0 to
  // 10000; islands and holes alike: what an odd number of rings goes around is inside.
  std::vector<std::vector<std::pair<int, int>>> rings;
};

struct Outlines {
  bool are_rts = true;  // else RWs
  int width = 0, height = 0;
  std::vector<Outline> shapes;
  std::vector<std::string> missing;  // places of the ward that the file has no outline of
};

// Reads a FeatureCollection of Polygons and MultiPolygons in degrees of longitude and latitude,
// whose properties say `rw`, and `rt` where they are RTs (in any case of letters). Lines are
// simplified to a thousandth of the map. Throws BadInput with what is wrong: no GeoJSON, another
// projection, a place that the ward hasn't, or that stands twice.
Outlines outlines_of(const std::string& file, const PlaceNames& names);

// What a page draws: {of: "rt" or "rw", width, height, shapes: [[place, [[x, y, x, y, ...], ...]]],
// names: [[rw, rt]] or [[rw]]}. null where the settings name no file.
nlohmann::json outlines_json(const Values& values);
// The same for a page: {missing: why} where the file can't be read any more.
nlohmann::json map_json(const Values& values);

}  // namespace swadaya
