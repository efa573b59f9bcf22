#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/exact.hpp"
#include "sim/world/parts.hpp"

namespace swadaya {

namespace {

std::vector<float> uniforms(const World& world, const char* purpose, std::uint16_t draw = 0) {
  std::vector<float> u(world.rows());
  world.dice.uniforms({decision_key(purpose), 0, draw}, 0, u);
  return u;
}

std::vector<float> normals(const World& world, const char* purpose, std::uint32_t count) {
  std::vector<float> z(count);
  world.dice.normals({decision_key(purpose)}, 0, z);
  return z;
}

// A share of the households, each by its own chance.
void draw_share(World& world, std::vector<float>& field, double share, const char* purpose) {
  const std::vector<float> u = uniforms(world, purpose);
  for (Household h = 0; h < world.rows(); ++h)
    if (world.occupied[h] > 0 && double{u[h]} < share) field[h] = 1;
}

// One household of each place.
void draw_head(World& world, const Place& place, const char* purpose, std::uint32_t number) {
  if (place.last == place.first) return;
  const double u = world.dice.uniform({decision_key(purpose)}, number);
  const Household h = place.first + static_cast<Household>(u * (place.last - place.first));
  world.head[h] = world.leader[h] = world.elite[h] = 1;
}

// Beta(a, b) for whole shapes: the a-th smallest of a + b - 1 uniform numbers.
void draw_attitudes(World& world, std::size_t a, std::size_t b) {
  const std::size_t count = a + b - 1;
  std::vector<std::vector<float>> u;
  for (std::size_t i = 0; i < count; ++i)
    u.push_back(uniforms(world, "world.attitude", static_cast<std::uint16_t>(i)));
  std::vector<float> sample(count);
  for (Household h = 0; h < world.rows(); ++h) {
    for (std::size_t i = 0; i < count; ++i) sample[i] = u[i][h];
    std::nth_element(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(a - 1),
                     sample.end());
    world.attitude[h] = sample[a - 1] * world.occupied[h];
  }
}

// One person and a Poisson number of others.
float persons(double mean, float uniform) {
  double chance = exp_of(-(mean - 1)), below = chance;
  int others = 0;
  while (double{uniform} >= below && others < 30) {
    ++others;
    chance *= (mean - 1) / others;
    below += chance;
  }
  return static_cast<float>(1 + others);
}

}  // namespace

void draw_households(World& world, const Values& values) {
  const auto of = [&](const char* key) { return world_number(values, key); };
  for (std::uint32_t rt = 0; rt < world.rts.size(); ++rt)
    draw_head(world, world.rts[rt], "world.rt_head", rt);
  for (std::uint32_t rw = 0; rw < world.rws.size(); ++rw)
    draw_head(world, world.rws[rw], "world.rw_head", rw);
  draw_share(world, world.elite, of("elite"), "world.elite");
  draw_share(world, world.business, of("business"), "world.business");
  draw_share(world, world.female_head, of("female_head"), "world.female_head");
  draw_attitudes(world, static_cast<std::size_t>(of("attitude_a")),
                 static_cast<std::size_t>(of("attitude_b")));

  // The median puts the poverty rate below the line; part of the variance is between RTs.
  const double sigma = of("sigma");
  const double median = log_of(of("poverty_line")) - sigma * normal_quantile(of("poverty_rate"));
  const double between = std::sqrt(of("segregation")), within = std::sqrt(1 - of("segregation"));
  const std::vector<float> own = normals(world, "world.consumption", world.rows());
  const std::vector<float> place =
      normals(world, "world.rt_consumption", static_cast<std::uint32_t>(world.rts.size()));
  const double richer = log_of(1 + of("elite_richer"));
  for (Household h = 0; h < world.rows(); ++h) {
    if (world.occupied[h] == 0) continue;
    const double z = between * double{place[world.rt[h]]} + within * double{own[h]};
    world.log_consumption[h] =
        static_cast<float>(median + sigma * z + richer * double{world.elite[h]});
  }
  mark_poor(world, of("poor"));
  mark_near_poor(world);

  draw_sizes(world, values);
  const std::vector<float> follows = uniforms(world, "world.susceptibility");
  const double spread = of("susceptibility_spread");
  for (Household h = 0; h < world.rows(); ++h)
    if (world.occupied[h] > 0)
      world.susceptibility[h] = static_cast<float>(1 + spread * (2 * double{follows[h]} - 1));
}

void draw_sizes(World& world, const Values& values) {
  const std::vector<float> people = uniforms(world, "world.size");
  for (Household h = 0; h < world.rows(); ++h)
    if (world.occupied[h] > 0)
      world.size[h] =
          persons(world_number(values, world.poor[h] > 0 ? "size_poor" : "size"), people[h]);
}

}  // namespace swadaya
