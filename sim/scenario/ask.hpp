// What `swadaya new` asks on a terminal, each question with its default.
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "sim/scenario/own_ward.hpp"

namespace swadaya::own {

// The limits of what is asked, by what WardAnswers call it: "rws", "poor", "grant".
Range limits_of_answer(const std::string& name);
// Asks for everything that nobody has said yet. An empty line keeps what stands in brackets, the
// end of the input all that is left; what can't be is said and asked again. `say`: gets what is to
// be shown, without a line end.
void ask(WardAnswers& answers, std::istream& in,
         const std::function<void(const std::string&)>& say);

// Unit costs and packages as options say them: "audit=4000"; "supervision, capacity". Throw
// BadInput with the nearest name.
void take_cost(WardAnswers& answers, const std::string& text);
void take_packages(WardAnswers& answers, const std::string& text);

}  // namespace swadaya::own
