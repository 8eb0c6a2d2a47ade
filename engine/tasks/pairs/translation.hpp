#pragma once
#include "tasks/task.hpp"

namespace unrolled {

/// "translation": a small English into a language made up for this page. Its verb comes last, nouns come before their
/// adjectives and articles, which all agree with them, and what stands near something is named after it:
///
///   the dog near a house often sees some red birds
///   oft  domo uno ap  mila la  zanon guton unon  viden ...
const TaskKind& translation_kind();

}  // namespace unrolled
