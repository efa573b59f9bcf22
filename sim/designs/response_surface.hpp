// A smooth surface through noisy values at some points: Gaussian-process regression with Matérn's
// covariance of order 5/2 and a length scale a dimension (Rasmussen & Williams 2006, chapters 2, 4
// and 5), around a mean estimated with it. In plain arithmetic of exactly rounded operations: the
// same bits on every machine, which no BLAS promises.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/designs/design.hpp"

namespace swadaya {

// How fast the surface bends and how much of the values is noise.
struct SurfaceShape {
  std::vector<double> log_lengths;  // by dimension, natural logarithms
  double log_noise = 0;             // of the variance of noise over that of the surface
};

struct SurfaceEstimate {
  double mean, sd;  // of the surface, not of a noisy value on it
};

class ResponseSurface {
 public:
  // `points`: one row a point; coordinates of about [0, 1]. `values`: one a point, all finite.
  // The shape is the most probable one near `start` under weak priors; without a start it is looked
  // for from far.
  ResponseSurface(Points points, std::vector<double> values, const SurfaceShape* start = nullptr);

  SurfaceEstimate at(const std::vector<double>& point) const;
  double mean_at(const std::vector<double>& point) const;
  // One more point; shape, mean and height stay.
  void add(const std::vector<double>& point, double value);
  // The same with the value that the surface expects there: only its doubt shrinks.
  void expect(const std::vector<double>& point) { add(point, mean_at(point)); }

  const SurfaceShape& shape() const { return shape_; }
  double noise_sd() const;  // of one value
  std::size_t size() const { return points_.size(); }

 private:
  double covariance(const std::vector<double>& a, const std::vector<double>& b) const;
  // Factorises under `shape_`; returns minus twice the log of the posterior density of the shape,
  // up to a constant.
  double fit();
  void look_for_shape(double step);
  std::vector<double> solved(std::vector<double> right) const;  // L^-1 right
  void weigh();

  Points points_;
  std::vector<double> values_;
  SurfaceShape shape_;
  std::vector<double> inverse_lengths_;
  double noise_ = 0, mean_ = 0, height_ = 0;  // height: variance of the surface
  std::vector<std::vector<double>> factor_;   // Cholesky's L, row i of i + 1 entries
  std::vector<double> residuals_, weights_;   // L^-1 (values - mean); the same through L'^-1
};

}  // namespace swadaya
