#include "sim/rules/book.hpp"
