#include <algorithm>
#include <vector>

#include "models/coordination/officers.hpp"
#include "sim/model.hpp"

namespace swadaya::models::coordination {

namespace {

const char* const paragraph = R"(
Each tranche of the grant is verified before it is paid, by one of `servers` officers who also serve other kelurahan. Requests queue: those of
the team area's wards, each in the month for which the tranche is planned and never before the one it follows has come, and `others` more a
month from elsewhere, at random. First come, first served; a verification takes an exponential time of mean `service`. The time a tranche
loses grows without bound as others service / servers comes near to 1; with one officer it is service / (1 - others service) on average.
With `sequence` money-first, groups are formed before the board exists, in haste for the money. Nothing else is lost on the way. What is late costs trust,
and linkage and an amnesty act, as under staged-delays. It costs ten times as much as staged-delays, as every request is served one by one, and still next to nothing.)";

class Queue final : public Model {
  Officers officers;
  Number others = number("others", 3, "requests a month from elsewhere", {0, 1000},
                         "assumption giving S24's 1-4 months of delay");
  Haste haste;
  Promises promises;
  Decision arrives = decision("arrives");

 public:
  void begin(const Month&, Ward& ward) const override {
    for (const double month : ward.programme.tranche_months)
      ward.tranches.push_back({month, never, 0.0, false});
    haste.follow(ward);
  }

  // One month of the queue; who is still served when it ends keeps the officer busy in the next.
  void area(const Month& month, Area& area) const override {
    if (area.wards.empty()) return;
    const double first = month.number - double{month.length};
    std::vector<Request> requests = from_elsewhere(month, area, first);
    for (Ward* ward : area.wards) ask_for_next(*ward, month.number, requests);
    // The earliest is served next; a tranche that comes may call for the one after it.
    while (!requests.empty()) {
      const auto next = std::min_element(requests.begin(), requests.end());
      const Request request = *next;
      requests.erase(next);
      const double ends = officers.serve(area, request);
      if (!request.ward) continue;
      request.ward->tranches[request.tranche].arrives = ends;
      ask_for_next(*request.ward, month.number, requests);
    }
  }

  void ward(const Month& month, Ward& ward) const override {
    haste.follow(ward);
    receive_tranches(ward, month.number);
    promises.month(month, ward);
  }

 private:
  std::vector<Request> from_elsewhere(const Month& month, const Area& area, double first) const {
    std::vector<Request> requests;
    if (others <= 0) return requests;
    const Ward& any = *area.wards.front();
    double at = first;
    for (std::uint16_t n = 0; n < 65535; ++n) {
      at += exponential_of(any.dice(arrives, area.number(), n), 1 / others);
      if (at >= month.number) break;
      requests.push_back({at, n, nullptr, 0});
    }
    return requests;
  }

  // The first tranche that hasn't been asked for, where its month has come.
  static void ask_for_next(Ward& ward, int month, std::vector<Request>& requests) {
    double last = 0;
    for (std::size_t t = 0; t < ward.tranches.size(); ++t) {
      const Tranche& tranche = ward.tranches[t];
      if (tranche.arrives < never) {
        last = tranche.arrives;
        continue;
      }
      const double at = std::max(last, tranche.planned);
      if (at < month) requests.push_back({at, 65536 + ward.number(), &ward, t});
      return;
    }
  }
};

}  // namespace

Entry queue() {
  return entry<Queue>(Slot::coordination, "queue", Standing::rival, paragraph,
                      "C2: Erlang (1917); Little (1961), Oper. Res. 9, 383-387; evidence/behaviour "
                      "3.8; delays: evidence/programme S24");
}

}  // namespace swadaya::models::coordination
