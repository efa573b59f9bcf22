// Several figures of the same worlds, by the draws of the parameters that the worlds were run with:
// what each draw's expectations are, freed together of the chance of few worlds a draw.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace swadaya {

// How far apart the expectations lie is itself known the less the more chance there is and the
// fewer draws. `carried`: they are spread as sim/base/nested.hpp does, wider where it isn't known,
// so that intervals and chances carry it. `left_out`: as far apart as they are likely to be, so
// that averages of what hangs on it are right.
enum class Unsure { carried, left_out };

// `figures`: each one entry a world; `draws`: which draw each world was run with. One row a figure,
// one entry a draw, in the order in which draws are first named. Means of few worlds lie further
// apart than expectations do; they are drawn to the mean of all until they covary as the
// expectations would by the analysis of variance (between draws less what chance within them adds),
// in every direction, so that differences and sums of figures are freed of chance, too. Empty of
// fewer than five draws, and where no draw has two worlds: what isn't known can't be told from
// chance then.
std::vector<std::vector<double>> expectations_by_draw(
    const std::vector<std::vector<double>>& figures, std::span<const std::uint32_t> draws,
    Unsure unsure);

}  // namespace swadaya
