// What is said of exercises: chapters that somebody else wrote, in a link.
import taking from './en/taking.js';

export default `
## exercise: the page around one

exercise-whose = Written by the author of this link, not by Unrolled.
exercise-skip = Skip to the exercise
exercise-ways = Elsewhere on this page
exercise-chapters = The chapters
exercise-opening = The exercise is opening.
exercise-frame_open = Open this exercise in a page of its own
exercise-unreadable = This exercise cannot be shown. { $why }

exercise-train = Train
exercise-before = Before it trains
exercise-starts = Training runs in this page, for as long as it takes on this device.
exercise-watch = Watch
exercise-watching = { $count ->
    [one] It learns now. The curve shows how many answers are right on examples that it does not learn from.
   *[other] All learn from the same examples now. The curves show how many answers are right on examples that none learns from.
    }
exercise-watching_loss = { $count ->
    [one] It learns now. The curve shows how far off its answers are, on examples that it does not learn from: lower is better.
   *[other] All learn from the same examples now. The curves show how far off their answers are, on examples that none learns from: lower is better.
    }
exercise-watching_text = { $count ->
    [one] It reads the text now. The curve shows how much the next symbol surprises it, in a part from which it does not learn: lower is better.
   *[other] All read the same text now. The curves show how much the next symbol surprises them, in a part from which none learns: lower is better.
    }
exercise-watched = { $count ->
    [one] It has finished.
   *[other] All have finished.
    }
exercise-reply_so = You said “{ $choice }”. So says the author of this exercise.
exercise-reply_otherwise = You said “{ $choice }”. The author of this exercise says otherwise.
exercise-it_was = You said “{ $choice }”. The author of this exercise says “{ $came }”.
exercise-it_was_unsure = You were not sure. The author of this exercise says “{ $came }”.
exercise-to_goal = To your goal
exercise-settings = What can be changed
exercise-settings_what = What is locked is locked by the author of this link. A change trains the models anew.
exercise-to_end = To the end
exercise-goal = Your goal
exercise-end = That is the end of the exercise

exercise-formula = Formula

## exercise-fault: what is wrong with one. $place is where: exercise.goal.2.model

exercise-fault-newer = { $place }: the exercise was made with a newer Unrolled; open it on the page that made it.
exercise-fault-object = { $place } is to be an object with a few names and values.
exercise-fault-missing = { $place } is missing; every exercise has one.
exercise-fault-text = { $place } is to be a text of 1 to { $limit } characters.
exercise-fault-number = { $place } is to be a number from { $low } to { $high }.
exercise-fault-whole = { $place } is to be a whole number from { $low } to { $high }.
exercise-fault-choice = { $place } is to be one of: { $choices }.
exercise-fault-list = { $place } is to be a list of { $least } to { $most }.
exercise-fault-value = { $place } is to be a number, a word, yes or no, or a short list of these.
exercise-fault-predicate = { $place } says no goal that can be judged. { $fault }
${taking}`;
