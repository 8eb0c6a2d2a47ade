#pragma once
#include "io/json.hpp"
#include "models/kind.hpp"
#include "session/learner.hpp"

namespace unrolled {

/// Adds what this configuration of a family has: "taps" [{"name","axes"}] of every inspect(); "looks"
/// [{"tap","layers"}], those kinds of taps of describe() that are among them, with the layers that have them, none for a
/// name without one; "places" [{"name","part","count","names"?}], what can be edited; "idle" [names], the options that have
/// no effect on a model of this signature.
void add_outline(Json& json, const Outline& outline, const ModelKind& kind, const Signature& signature);

}  // namespace unrolled
