// The ladder of participation, the same for every model in which households decide when they first
// hear and again from time to time.
#pragma once

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"

namespace swadaya {

class Ladder : Declares {
 public:
  Ladder() { writes({column::joined, column::rung, column::ever_joined}); }

  // Households that are `due` take part, on this `rung` of at least 1, where they join; the others
  // go on as they were. Returns 1 where a household takes part from now on.
  Pack climb(Cells& cells, const Pack& due, const Pack& joins, const Pack& rung) const {
    const Pack takes_part = choose(due, joins, cells.now(column::joined));
    cells.next(column::joined, takes_part);
    cells.next(column::rung, choose(due, joins * rung, cells.now(column::rung)));
    cells.next(column::ever_joined, cells.now(column::ever_joined).max(takes_part));
    return takes_part;
  }
};

// When a household that knows of the programme decides: in the month in which it first hears, and
// again at each review.
class Reviews : Declares {
  Numbers every = whole("review_every", 12, "months", {1, 1200},
                        "yearly review meeting: evidence/programme 1.2");
  Column until = column("until_review", "months to the next decision; 0 before the first");

 public:
  Reviews() { writes({until}); }

  Pack due(const Cells& cells) const {
    return cells.now(column::informed) * is_less(cells.now(until), Pack::Constant(0.5f));
  }
  void end_month(const Month& month, Cells& cells, const Pack& due) const {
    cells.next(until,
               choose(due, every, cells.now(until)) - cells.now(column::informed) * month.length);
  }
};

// Who of those who join speaks up.
class Speaking : Declares {
  Numbers share = number("speaks", 0.27, "of participants", {0, 1},
                         "three quarters of poor attendees passive: S17");
  Decision speaks = decision("speaks");

 public:
  Pack happens(Cells& cells) const { return swadaya::happens(share, cells.dice(speaks)); }
};

}  // namespace swadaya
