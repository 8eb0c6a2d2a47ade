// What is said of exercises: chapters that somebody else wrote, in a link.
export default `
## exercise: the page around one

exercise-title = { $title } · Unrolled
exercise-whose = Written by the author of this link, not by Unrolled.
exercise-skip = Skip to the exercise
exercise-ways = Elsewhere on this page
exercise-chapters = The chapters
exercise-opening = The exercise is opening.
exercise-frame_open = Open this exercise in a page of its own
exercise-unreadable = This exercise cannot be shown. { $why }

exercise-train = Train
exercise-train_what = Training runs in this page, on this device.
exercise-because = Look at the curves once more.
exercise-goal = Your goal
exercise-end = That is the end of the exercise

exercise-link = { $text } ({ $host })
exercise-formula = Formula
exercise-formula_not = Formula that cannot be shown

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
`;
