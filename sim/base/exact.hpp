// exp, log and their kin for single numbers, built from exactly rounded operations: the same bits
// on every machine, which the C library does not promise.
#pragma once

namespace swadaya {

double exp_of(double x);       // 1 ulp or so; 0 below -700, above 700 as at it
double log_of(double x);       // of x > 0
double logistic_of(double x);  // 1 / (1 + e^-x)
// Chance that something with this rate (per month) happens at least once within `months`.
double chance_of(double rate, double months = 1);
// An exponential variable with this mean from a uniform one: -mean * log(uniform).
double exponential_of(double uniform, double mean);
// Inverse of the standard normal distribution function, for p within (0, 1), to 7 digits.
// Wichura (1988), algorithm AS 241 (PPND7), Appl. Statist. 37, 477-484.
double normal_quantile(double p);

}  // namespace swadaya
