// Which program wrote a result.
#pragma once

namespace swadaya {

extern const char* const version;  // "0.2.0"
extern const char* const
    commit;  // "2e4ce0e", with "-dirty" where files had changed; "unknown" outside a checkout
extern const char* const compiler;      // "GNU 12.2.0"
extern const char* const headers_hash;  // of the headers that a model needs
extern const char* const flags;

}  // namespace swadaya
