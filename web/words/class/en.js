// What the class view says; written as web/words/en.js.
export default `
## class: what a teacher sees of thirty receipts

class-title = Class
class-lead =
    Bring the receipts that your class handed in: who reached the goal, what was predicted and what came of it, all curves side by side,
    and which of it proves true when it is trained again.
class-private = Everything is read in this page. Nothing is sent, and nothing is kept: when the page goes, it is gone.
class-skip = Skip to the class

class-bring = Bring receipts
class-drop = Drop them here: files, a folder, or a zip as a learning platform gives it.
class-drop_more = Drop more here, or
class-files = Choose files
class-folder = Choose a folder
class-codes = Paste codes
class-codes_what = The short codes that students copied, one below the other; names or anything else between them do no harm.
class-codes_field = Codes
class-link_field = Link of the exercise
class-link_what = A code holds what was done, not the exercise: this link says what it is of.
class-link_wrong = This is no link to an exercise. { $why }
class-take_codes = Read the codes
class-no_codes = There is no code in it: each begins with UR1-.
class-reading = Reading { $done } of { $of } …
class-limits = At most { $receipts } receipts, of at most { $megabytes } MB each.
class-read = { $count ->
    [one] One receipt read.
   *[other] { $count } receipts read.
 } { $unread ->
    [0] { "" }
    [one] One could not be read, or is of another exercise: see below.
   *[other] { $unread } could not be read, or are of other exercises: see below.
 }
class-clear = Take all away
class-cleared = All receipts are taken away.

class-exercise = Exercise
class-of_exercise = { $title } ({ $count })

## its numbers at a glance

class-glance = At a glance
class-reached_all = { $goals ->
    [one] reached the goal
   *[other] reached all { $goals } goals
 }
class-count_of = { $count } of { $of }
class-share_between = { $share }; in the long run between { $low } and { $high } (95 % sure)
class-predicted_right = predicted right
class-predicted_nothing = There is nothing to predict in it.
class-no_right = No choice is called right.
class-middle_time = middle of the time looked at
class-time_between = from { $low } to { $high }
class-proved_count = proved by training again
class-not_checked = Nothing was trained again yet.
class-reached_doubted = { $count ->
    [one] One of them was changed or hurt on its way: look at it below.
   *[other] { $count } of them were changed or hurt on their way: look at them below.
  }
class-reached_refuted = { $count ->
    [one] One more says so, and does not hold: it is not counted.
   *[other] { $count } more say so, and do not hold: they are not counted.
  }
class-refuted_count = { $refuted ->
    [0] none found that does not hold
    [one] one does not hold
   *[other] { $refuted } do not hold
 }{ $claimed ->
    [0] { "" }
    [one] , one can only be believed
   *[other] , { $claimed } can only be believed
 }

## predictions

class-predictions = What was predicted, and what came of it
class-predictions_what = Each dot is one student: full, who reached the goal; empty, who did not; crossed out, who says so in a receipt that does not hold.
class-predicted = { $count ->
    [0] nobody
    [one] one student
   *[other] { $count } students
 }
class-predicted_reached = { $reached ->
    [all] all reached the goal
    [none] none reached the goal
   *[some] { $count } reached the goal
 }
class-predicted_refuted = { $count ->
    [one] one says so, and does not hold
   *[other] { $count } say so, and do not hold
  }
class-unsure = Was not sure
class-none = Said nothing
class-right = right
class-winner = { $name } ended best in { $best } of { $of } races.

## the class as an experiment

class-experiment = The class as an experiment
class-experiment_named = Each student’s seed follows from the name: the same experiment with { $count } different chances, and so with a spread that no single run shows.
class-experiment_fixed = All had the same seed: the same settings give everybody the same curve, and what differs is what was changed.
class-experiment_without = { $count ->
    [one] One receipt that does not hold is left out of it.
   *[other] { $count } receipts that do not hold are left out of it.
  }
class-setting = Settings
class-setting_given = As given
class-setting_count = { $setting } ({ $count })
class-score = Score
class-score-val_loss = Loss on unseen examples
class-score-val_accuracy = Right answers, unseen
class-score-val_exact = Whole answers right, unseen
class-score-longer_loss = Loss on longer examples
class-score-longer_accuracy = Right answers, longer
class-score-longer_exact = Whole answers right, longer
class-ends = At the end
class-ends_picture = Where each run ended. { $all }
class-ends_one = { $name }: half of them at { $median } or beyond, from { $low } to { $high }.
class-curves = Over the steps
class-curves_what = Thin: every student. Thick: the middle one at each step; shaded: the middle half.
class-curves_wait = Receipts hold where a run ended, not how it came there: the curves appear as runs are trained again.
class-curves_of = { $count } of { $of } runs
class-curves_picture = { $name } over the steps, { $count } runs. At step { $step } the middle one is at { $median }, the middle half between { $first } and { $third }.
class-model = Model
class-runs = Runs
class-mean = Mean
class-median = Middle
class-least = Least
class-most = Most
class-no_scores = No run with these settings has such a score.

## training again

class-check = Train again, and compare
class-check_what =
    Every run of every receipt is trained once more, here: its steps, scores, weights and goals are then proved, or not. Name, prediction,
    answers and time can only be believed.
class-check_start = Verify { $count ->
    [one] one receipt
   *[other] { $count } receipts
 }
class-check_pause = Pause
class-check_on = Go on
class-check_progress = How much has been trained again
class-check_so_far = { $done } of { $of } trainings done{ $lanes ->
    [one] , one at a time
   *[other] , { $lanes } at a time
 }
class-check_left = { $so_far }, { $left }
class-check_paused = Paused. { $so_far }.
class-check_done = { $of ->
    [one] One training
   *[other] All { $of } trainings
 } done in { $wall }, { $lanes ->
    [one] one at a time
   *[other] { $lanes } at a time
 }; their steps alone took { $trained }.
class-check_shared = Runs that are the same to the last option are trained once.
class-check_nothing = None of these can be trained again; why, the table says.
class-own_lacking = { $count ->
    [one] One set of data is not here
   *[other] { $count } sets of data are not here
 }, since nobody’s own data is in a receipt. Give it once, and what was learned from it can be trained again.
class-own_give = Give the data
class-own_other = This is other data than the class learned from.
class-own_taken = The data is the same.

## the table

class-table = Everybody
class-table_what = A column is sorted by its heading.
class-csv = Save as CSV
class-saved = Saved as { $name }.
class-column-standing = Trained again
class-column-name = Name
class-column-prediction = Predicted
class-column-outcome = Came to
class-column-reached = Goals
class-column-runs = Runs
class-column-steps = Steps
class-column-seconds = Time
class-column-right = Answers
class-reached_claimed = as it says
class-nameless = (no name)
class-prediction_is = { $choice } { $right ->
    [yes] ✓ right
    [no] ✗ not right
   *[none] { "" }
 }
class-short-unsure = not sure
class-short-none = –
class-answers_right = { $judged ->
    [0] { $answered } of { $asked } given
   *[other] { $right } of { $judged } right
 }
class-hints = { $hints ->
    [one] one hint
   *[other] { $hints } hints
 }
class-changed = its checksum does not fit: changed, or hurt on its way
class-from_code = from a code: five digits, beginnings of hashes

class-standing-waits = not yet
class-standing-trains = trains, { $done } of { $of }
class-standing-proved = proved
class-standing-refuted = not proved
class-standing-claimed = only claimed

class-fault_step = Run { $run }: { $name } does not get to the step that it says.
class-fault_weights = Run { $run }: { $name } has other weights.
class-fault_scores = Run { $run }: { $name } has other scores.
class-fault_seed_name = Run { $run }: its seed does not follow from the name.
class-fault_locked = Run { $run }: what the exercise locks was changed ({ $names }).
class-fault_data = What it learned from has { $bytes } bytes, and the receipt says otherwise.
class-fault_goal = Goal { $goal } is not reached so in run { $run }.
class-no_runs = Nothing was trained.
class-other_arithmetic = Trained with arithmetic { $theirs }; this page has { $ours }, which gives other bits.
class-fast = Trained in the fast tier, which is not the same everywhere.
class-needs_file = It begins with weights from a file, which is not here.
class-own_data = It learned from data of somebody’s own, which is not here.
class-cannot = It could not be trained again here. { $why }

## answers, twins, what is not shown

class-answers = Answers
class-answers_judged = { $right } of { $given } right
class-answers_given = { $count ->
    [0] nobody answered
    [one] one answer
   *[other] { $count } answers
 }
class-alike = What is there twice
class-same_file = The same receipt was brought more than once; it counts once.
class-same_name = The same name in several receipts.
class-same_weights = The same weights under different names, although everybody’s seed follows from the name: one run was handed in by several.
class-and = { $before }, { $next }
class-source = { $name } ({ $source })

class-unread = What is not shown
class-too_large = It has more than { $megabytes } MB, which no receipt has.
class-too_many = There are { $limit } already; what came later was left out.
class-no_zip = It begins as a zip, and cannot be unpacked: it may not be whole.
class-no_text = It is no receipt: it holds no text.
class-empty = It is empty.
class-cut = It begins as a receipt and is not whole: something of it was cut off or changed on its way.
class-no_receipt = It is no receipt of Unrolled.
class-no_exercise = It is a receipt of the lab: it belongs to no exercise.
class-no_such_exercise = The exercise in it cannot be read. { $why }
class-other_answers = What was done and the exercise in it do not belong together.
class-damaged = Something in it cannot be so.
class-needs_link = A code: it can be read once the link of the exercise is given.
class-code_damaged = The code is not whole: letters are missing, or others than it had.
class-code_other = The code is of another exercise than the link.
class-foreign = It is of another exercise: “{ $title }”.
`;
