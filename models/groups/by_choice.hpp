// Groups that founders put together by choice, whatever life they lead afterwards.
#pragma once

#include "sim/model.hpp"

namespace swadaya::models::groups {

template <class Life>
class ByChoice : public Model {
  Life life;
  Companions companions;

 public:
  void begin(const Month&, Ward& ward) const override { life.begin(ward); }
  void ward(const Month& month, Ward& ward) const override { life.month(month, ward); }
  void households(const Month&, Cells& cells) const override { life.mark_willing(cells); }
  void after(const Month& month, Ward& ward) const override {
    companions.found_groups(month, ward, life);
  }
};

}  // namespace swadaya::models::groups
