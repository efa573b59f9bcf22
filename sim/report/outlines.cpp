#include "sim/report/outlines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

constexpr double across = 10000;  // of the map's longer side
constexpr double fine = across / 1000;
constexpr double radians = 3.14159265358979323846 / 180;
constexpr std::size_t most_points = 2'000'000;

using Point = std::pair<double, double>;
using Ring = std::vector<Point>;

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& value,
                         const std::string& rule, const std::string& suggestion = "") {
  throw BadInput{Problem{file, 0, 0, key, value, rule, suggestion}};
}

json document_of(const std::string& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    refuse(file, "world.outlines", "", "there is no such file");
  std::ifstream in{file, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  json document = json::parse(text, nullptr, false);
  const auto type = document.is_object() ? document.find("type") : document.end();
  if (document.is_discarded() || !document.is_object() || type == document.end() ||
      *type != "FeatureCollection" || !document.contains("features") ||
      !document["features"].is_array())
    refuse(file, "world.outlines", "", "is no GeoJSON: it must be a FeatureCollection",
           "export the layer as GeoJSON in WGS 84");
  return document;
}

// A property in any case of letters, as text.
std::optional<std::string> property(const json& feature, const char* name) {
  const auto properties = feature.find("properties");
  if (properties == feature.end() || !properties->is_object()) return std::nullopt;
  for (const auto& [key, value] : properties->items()) {
    if (lower_case(key) != name) continue;
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return fmt::format("{}", value.get<double>());
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(const std::string& file, const PlaceNames& names) : file_{file}, names_{names} {}

  Outlines read() {
    const json document = document_of(file_);
    const json& features = document["features"];
    if (features.empty()) refuse(file_, "world.outlines", "", "has no outline");
    outlines_.are_rts = property(features[0], "rt").has_value();
    for (std::size_t f = 0; f < features.size(); ++f) add(features[f], f + 1);
    const std::size_t all = outlines_.are_rts ? names_.rts.size() : names_.rws.size();
    for (std::uint32_t place = 0; place < all; ++place)
      if (std::none_of(rings_.begin(), rings_.end(),
                       [&](const auto& one) { return one.first == place; }))
        outlines_.missing.push_back(name_of(place));
    scale();
    return std::move(outlines_);
  }

 private:
  std::string name_of(std::uint32_t place) const {
    return outlines_.are_rts ? fmt::format("RT {} of RW {}", names_.rts[place],
                                           names_.rws[names_.rw_of_rt[place]])
                             : "RW " + names_.rws[place];
  }

  std::uint32_t place_of(const json& feature, const std::string& which) const {
    const auto rw = property(feature, "rw"), rt = property(feature, "rt");
    if (!rw && names_.rws.size() > 1)
      refuse(file_, which, "", "must say which RW it is of: properties rw, and rt for RTs");
    if (rt.has_value() != outlines_.are_rts)
      refuse(file_, which, "", "must be an RT where the first is one, and an RW where it isn't");
    const std::size_t all = outlines_.are_rts ? names_.rts.size() : names_.rws.size();
    for (std::uint32_t place = 0; place < all; ++place) {
      const std::uint32_t of = outlines_.are_rts ? names_.rw_of_rt[place] : place;
      const bool is_rw = !rw || is_same_place(*rw, names_.rws[of]);
      if (is_rw && (!rt || is_same_place(*rt, names_.rts[place]))) return place;
    }
    refuse(file_, which,
           rt ? fmt::format("rw {}, rt {}", rw.value_or("-"), *rt) : "rw " + rw.value_or("-"),
           "the ward has no such place",
           "places are called as in the file of households, or counted from 1");
  }

  void add(const json& feature, std::size_t number) {
    const std::string which = fmt::format("feature {}", number);
    if (!feature.is_object()) refuse(file_, which, "", "must be a Feature");
    const std::uint32_t place = place_of(feature, which);
    const auto geometry = feature.find("geometry");
    if (geometry == feature.end() || !geometry->is_object() || !geometry->contains("coordinates"))
      refuse(file_, which, "", "has no geometry");
    if (std::any_of(rings_.begin(), rings_.end(),
                    [&](const auto& one) { return one.first == place; }))
      refuse(file_, which, name_of(place), "stands twice", "parts of one place are a MultiPolygon");
    const json& type = geometry->value("type", json{});
    std::vector<Ring> rings;
    if (type == "Polygon")
      add_polygon((*geometry)["coordinates"], which, rings);
    else if (type == "MultiPolygon" && (*geometry)["coordinates"].is_array())
      for (const json& polygon : (*geometry)["coordinates"]) add_polygon(polygon, which, rings);
    else
      refuse(file_, which, type.is_string() ? type.get<std::string>() : "",
             "must be a Polygon or a MultiPolygon");
    if (rings.empty()) refuse(file_, which, "", "has no ring of three points");
    rings_.emplace_back(place, std::move(rings));
  }

  void add_polygon(const json& polygon, const std::string& which, std::vector<Ring>& rings) {
    if (!polygon.is_array()) refuse(file_, which, "", "has no list of rings");
    for (const json& ring : polygon) {
      Ring points;
      if (!ring.is_array()) refuse(file_, which, "", "has a ring that is no list of points");
      for (const json& point : ring) points.push_back(point_of(point, which));
      if ((points_ += points.size()) > most_points)
        refuse(file_, which, "", fmt::format("has more than {} points", most_points),
               "simplify the layer");
      if (points.size() >= 4) rings.push_back(std::move(points));
    }
  }

  Point point_of(const json& point, const std::string& which) {
    if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number())
      refuse(file_, which, "", "has a point that isn't [longitude, latitude]");
    const Point at{point[0].get<double>(), point[1].get<double>()};
    if (!(std::abs(at.first) <= 360 && std::abs(at.second) <= 90))
      refuse(file_, which, fmt::format("{}, {}", at.first, at.second),
             "isn't longitude and latitude in degrees", "export the layer in WGS 84 (EPSG:4326)");
    return at;
  }

  // Degrees become map units; a degree of longitude is shorter away from the equator.
  void scale() {
    double west = unbounded, east = -unbounded, south = unbounded, north = -unbounded;
    for (const auto& [place, rings] : rings_)
      for (const Ring& ring : rings)
        for (const auto& [x, y] : ring) {
          west = std::min(west, x), east = std::max(east, x);
          south = std::min(south, y), north = std::max(north, y);
        }
    const double shrinks = std::cos((south + north) / 2 * radians);
    const double wide = (east - west) * shrinks, high = north - south,
                 unit = std::max(wide, high) > 0 ? across / std::max(wide, high) : 0;
    outlines_.width = static_cast<int>(std::lround(wide * unit));
    outlines_.height = static_cast<int>(std::lround(high * unit));
    for (const auto& [place, rings] : rings_) {
      Outline outline{place, {}};
      for (const Ring& ring : rings) {
        Ring on_map;
        for (const auto& [x, y] : ring)
          on_map.emplace_back((x - west) * shrinks * unit, (north - y) * unit);
        std::vector<std::pair<int, int>> drawn;
        for (const auto& [x, y] : simplified(on_map))
          drawn.emplace_back(static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)));
        outline.rings.push_back(std::move(drawn));
      }
      outlines_.shapes.push_back(std::move(outline));
    }
  }

  // Douglas & Peucker (1973), The Canadian Cartographer 10, 112-122, without recursion: points that
  // lie near the line between their neighbours are left out.
  static Ring simplified(const Ring& ring) {
    std::vector<bool> keeps(ring.size(), false);
    keeps.front() = keeps.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, ring.size() - 1}};
    while (!open.empty()) {
      const auto [first, last] = open.back();
      open.pop_back();
      std::size_t farthest = first;
      double most = fine;
      for (std::size_t i = first + 1; i < last; ++i)
        if (const double d = distance(ring[i], ring[first], ring[last]); d > most)
          most = d, farthest = i;
      if (farthest == first) continue;
      keeps[farthest] = true;
      open.emplace_back(first, farthest), open.emplace_back(farthest, last);
    }
    Ring kept;
    for (std::size_t i = 0; i < ring.size(); ++i)
      if (keeps[i]) kept.push_back(ring[i]);
    return kept.size() >= 4 ? kept : ring;
  }

  static double distance(const Point& p, const Point& a, const Point& b) {
    const double dx = b.first - a.first, dy = b.second - a.second, length = std::hypot(dx, dy);
    const double px = p.first - a.first, py = p.second - a.second;
    return length > 0 ? std::abs(dx * py - dy * px) / length : std::hypot(px, py);
  }

  const std::string& file_;
  const PlaceNames& names_;
  Outlines outlines_;
  std::vector<std::pair<std::uint32_t, std::vector<Ring>>> rings_;
  std::size_t points_ = 0;
};

}  // namespace

Outlines outlines_of(const std::string& file, const PlaceNames& names) {
  return Reader{file, names}.read();
}

json outlines_json(const Values& values) {
  const auto at = values.find("world.outlines");
  const std::string* file = at == values.end() ? nullptr : std::get_if<std::string>(&at->second);
  if (!file || file->empty()) return nullptr;
  const PlaceNames names = place_names_of(values);
  const Outlines outlines = outlines_of(*file, names);
  json shapes = json::array(), called = json::array();
  for (const Outline& outline : outlines.shapes) {
    json rings = json::array();
    for (const auto& ring : outline.rings) {
      json flat = json::array();
      for (const auto& [x, y] : ring) flat.push_back(x), flat.push_back(y);
      rings.push_back(std::move(flat));
    }
    shapes.push_back({outline.place, std::move(rings)});
    if (outlines.are_rts)
      called.push_back({names.rws[names.rw_of_rt[outline.place]], names.rts[outline.place]});
    else
      called.push_back(json::array({names.rws[outline.place]}));
  }
  return {{"of", outlines.are_rts ? "rt" : "rw"},
          {"width", outlines.width},
          {"height", outlines.height},
          {"shapes", std::move(shapes)},
          {"names", std::move(called)}};
}

json map_json(const Values& values) try {
  return outlines_json(values);
} catch (const BadInput& bad) {
  return {{"missing", bad.what()}};
}

}  // namespace swadaya
