// dossier.md: what a results folder has to say for itself, by the standards of those who decide:
// one page first, then CHEERS 2022, TRACE, the kinds of validation, the AQuA Book, and the ODD.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/report/report.hpp"

namespace swadaya {

struct DossierItem {
  std::string number, topic, asks;
  std::string says;  // from the folder, or in the words of its author
  std::string open;  // what a person has to write; "" where all that is asked is answered
  bool is_answered() const { return open.empty(); }
};

struct Dossier {
  std::string title, markdown;
  std::vector<DossierItem> cheers;
  std::size_t answered() const;
  std::string open_numbers() const;  // "21, 25, 27, 28"
};

// `date`: that it is made on, "2001-08-17". Throws BadInput where no replicate is complete.
Dossier dossier_of(const Reported& reported, const std::string& date);
// The same as one page that needs nothing else, no JavaScript either.
std::string dossier_html(const Dossier& dossier);

}  // namespace swadaya
