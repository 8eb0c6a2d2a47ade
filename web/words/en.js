// English. One message a line, in Fluent's syntax; a dot in a key is a hyphen here. Sorted into rooms as the code is.
export default `
### What a person reads

## begin: what a model begins with

begin-step = Training what it begins with: step { $step } of { $steps }
begin-file = a file of weights
begin-missing = It begins with weights from a file that is not here; their SHA-256 starts with { $hash }. Choose that file.
begin-choose = Choose the file …
begin-short = The run that it begins with came to step { $step } only, and step { $steps } was wanted.
begin-no_text = It begins with weights that were trained on a text which its link does not carry, so they cannot be trained again here.
begin-unverified = The file has no hash of its own, so nothing shows that it is as it was written.
begin-other_arithmetic = Not reproducible by this version: it was begun by an engine with another arithmetic.

## names: what tells models apart

name-pretrained = pre-trained

## parts: numbers, sizes and times. { $n } and its like are written numbers, not to be written once more.

number-thousand = { $n } thousand
number-million = { $n } million
number-billion = { $n } billion
number-kilo = { $n } k
number-mega = { $n } M
number-giga = { $n } G
number-tera = { $n } T
number-peta = { $n } P
number-percent = { $n } %
bytes-b = { $n } bytes
bytes-kb = { $n } kB
bytes-mb = { $n } MB
size-unknown = size not known yet
size-no_weights = counts instead of weights
size-counts = { $count } counts, no weights
size-weights = { $count } weights, { $share } % of GPT-2 small
size-tiny = { $count } weights, less than 0.01 % of GPT-2 small
duration-s = { $s } s
duration-min = { $min } min
duration-min_s = { $min } min { $s } s
duration-h = { $h } h
duration-h_min = { $h } h { $min } min
left-few = a few seconds left
left-s = about { $s } s left
left-min = about { $min } min left
left-h = about { $h } h left

## player: what leads through a chapter

player-opening = One moment …
player-minutes = about { $minutes } minutes
player-beats = The five parts of this chapter
player-beat_predict = Predict
player-beat_watch = Watch
player-beat_why = Why
player-beat_change = Change
player-beat_try = Try
player-predict = What do you expect?
player-unsure = I am not sure
player-earlier = The first time you said: { $choice }. That one counts.
player-starts = Your answer starts the training, in this page and for a few seconds.
player-asked = and what is the answer?
player-right = and right is
player-networks = The models, unrolled over time. { $found }
player-networks_begin = The lit way leads from { $place }, which is marked first, to { $answer }.
player-networks_wanted = What stands at { $place } is asked for at { $answer }.
player-said = (your answer)
player-said_right = (your answer, and right)
player-said_wrong = (your answer, not right)
player-is_right = (right)
player-watch = Who learns it?
player-you_said = You said: { $choice }.
player-it_was = You said “{ $choice }”. It was “{ $came }”.
player-it_was_unsure = You were not sure. It was “{ $came }”.
player-watching = Both learn from the same examples now. The curve shows how many answers are right on examples that neither learns from.
player-watching_loss = Both learn from the same examples now. The curve shows how far off their answers are, on examples that neither learns from: lower is better.
player-watching_text = Both have the same text to learn from. The curve shows how much the next character surprises them, in a part of it from which neither learns: lower is better.
player-watched = Both have finished.
player-no_answer = no answer yet
player-writes = writes:
player-progress = How far the training is
player-steps = step { $step } of { $steps }
player-why = Why it came out so
player-reply_so = You said “{ $choice }”, and so it came.
player-reply_otherwise = You said “{ $choice }”. It came out otherwise.
player-reply_unsure = You were not sure.
player-change = Change one thing
player-changing = The models train anew at once. The grey curves are the ones from before.
player-ghost = { $name } before ({ $setting })
player-rival = { $name }, recorded
player-rival_what = { $name } does not run here: its curve was recorded beforehand. In a page, its { $steps } steps would take { $time } on one thread of this processor: { $processor }.
player-came_to = { $name } { $value }
player-listed = { $all }
player-before = Before ({ $setting })
player-now = Now ({ $setting })
player-elsewhere = The curves are now those of: { $setting }.
player-back_to = Back to: { $setting }
player-challenge = Now you
player-act = Act { $act } of 2:
player-act_came_to = { $now } right, unseen
player-shuffle = Shuffle the members again
player-shuffle_before = How likely each answer is, in the first order
player-shuffle_now = coloured: in that of { $times } others that moves it most
player-shuffle_moved = { $name } gives “{ $answer }” { $before } at first and { $now } shuffled
player-shuffle_answer = { $answer } ({ $sure })
player-shuffle_from_to = { $before }, then { $now }
player-shuffle_same = { $name }: the same in every order but for rounding ({ $most }).
player-shuffle_differs = { $name }: another order moves a probability by up to { $most }.
player-doors = Other shapes, in the lab:
player-cost_of = { $name } { $ms } ms
player-costs = In training a symbol has taken, on this device: { $all }.
player-prompt = Let them write on
player-reached = Reached. { $words }
player-is_reached = – yes
player-is_missed = – no
player-is_open = – not yet
player-question = One more question
player-remember = What to remember
player-score = Of { $asked ->
    [one] one question
   *[other] { $asked } questions
 } you had { $right } right.
player-onward = Next: { $title }
player-lab = Open in the lab
player-lab_what = The lab shows this same race with everything it has learned, and lets you change all of it.
player-exercise = As an exercise, to hand out
player-again = Once more from the start
player-next_predict = To the question
player-next_skip = Skip to the question
player-next_watch = Back to the race
player-next_why = Why?
player-next_change = Change one thing
player-next_challenge = Try it yourself
player-next_question = One more question
player-next_end = What to remember

player-starts_measure = Your answer starts a measurement, in this page and for a few seconds. Nothing is trained.
player-measure = What does a symbol cost?
player-measure_going = Both are timed now as they read one example, short and then longer ones, one after the other.
player-measure_done = Both have been timed.
player-measure_changing = The models are timed anew at once. The grey dotted lines are the ones from before.

## recall: questions on earlier chapters, before a chapter's own

recall-title = From earlier chapters
recall-lead = { $count ->
    [one] A quick question before this chapter’s own.
   *[other] { $count } quick questions before this chapter’s own.
    }
recall-from = It comes from: { $title }

## background: for who wants to know more

background-title = For who wants to know more
background-formula = Formula
background-papers = To read
background-paper = { $authors } ({ $year }):
background-host = { $where } ({ $host })

## history: what was found when

history-title = What was found when
history-twenties = 2020s
history-paper = { $count ->
    [one] { $first } { $year }
    [2] { $first } and { $second } { $year }
   *[other] { $first } and others { $year }
    }
history-backpropagation = Backpropagation
history-vanishing = Vanishing gradients
history-lstm = LSTM
history-seq2seq = Sequence to sequence
history-gru = GRU
history-attention = Attention
history-convolutions = Convolutions for sentences
history-transformer = Transformer
history-bert = BERT
history-gpt = GPT
history-pervasive = Pervasive Attention
history-sets = Set Transformer
history-linear = Linear attention
history-spaces = State spaces
history-heads = Heads that copy from the context
history-mingru = minGRU

## timed: what a symbol takes by the length of what is read. Numbers are written numbers.

timed-unit = Counted in
timed-unit_us = microseconds, measured here
timed-unit_operations = operations, counted
timed-y_us = microseconds for one symbol, forward, measured on this machine
timed-y_us_short = microseconds for one symbol, measured
timed-y_operations_short = operations for one symbol, counted
timed-y_operations = operations for one symbol, forward, counted from the plan
timed-x = symbols in the example
timed-found_us =
    { $name }, measured here: { $first } µs for one symbol of { $from }, { $last } µs for one of { $to }, which is { $times } times as much.
timed-found_operations =
    { $name }, counted: { $first } operations for one symbol of { $from }, { $last } for one of { $to }, which is { $times } times as much.
timed-picture = What one symbol takes, by the length of what is read; both axes count in powers of ten. { $found }
timed-measuring = timed five times at each length; the middle one counts
timed-measured = Timed five times at each length; the line goes through the middle ones.
timed-again = Measure again
timed-progress = How far the measurement is
timed-beside = One symbol of { $to }, compared with one of { $from }: { $all }.
timed-beside_of = { $name } time × { $timed }, operations × { $counted }
timed-table_us = Microseconds a symbol, measured
timed-table_operations = Operations a symbol, counted

## names of models that are alike but for an option

name-sized = { $kind } { $width }
name-layers = { $layers ->
    [1] One-layer { $name }
    [2] Two-layer { $name }
   *[other] { $name } of { $layers } layers
  }
name-deep = { $kind } { $layers }×{ $width }
name-differs = { $name } { $difference }
name-own = { $name }, { $difference }
name-rate = rate { $rate }
name-numbered = { $name } #{ $number }
name-option = { $option } { $value }
# $what is an option with its value, a number beyond 1 apart; $option and $value are what the page calls them
name-has = { $what ->
    [bidirectional_false] reading one way
    [bidirectional_true] reading both ways
    [block_isab] through inducing points
    [block_sab] from all to all
    [dilation_base] dilated ×{ $value }
    [dilation_base_1] not dilated
    [direction_both] looking both ways
    [direction_causal] looking back only
    [dropout_0] without dropout
    [forget_gate_closed] with a shut forget gate
    [forget_gate_learned] with a learned forget gate
    [forget_gate_open] with an open forget gate
    [gated_false] without gates
    [gated_true] with gates
    [input_gate_closed] with a shut input gate
    [input_gate_open] with an open input gate
    [mlp_ratio_0] without small network
    [norm_post] with norms after each part
    [norm_pre] with norms before each part
    [normalisation_layer_norm] with layer norms
    [normalisation_none] without norms
    [normalisation_rms_norm] with RMS norms
    [num_heads] with { $value } heads
    [num_heads_1] with one head
    [num_kv_heads] with { $value } key heads
    [num_kv_heads_0] with a key head for each head
    [output_gate_closed] with a shut output gate
    [output_gate_open] with an open output gate
    [position_alibi] with distances for positions
    [reset_after] with reset after the product
    [reset_before] with reset before the product
    [residual_false] without residuals
    [residual_true] with residuals
    [topology_decoder] as decoder
    [topology_encoder] as encoder
    [topology_encoder-decoder] as encoder and decoder
   *[other] { $form ->
        [with] with { $option }
        [without] without { $option }
        [number] with { $option } { $value }
       *[string] with { $value } { $option }
    }
  }

## tier: the two arithmetics

tier-fast = fast arithmetic
tier-fast_meaning = Fast arithmetic: numbers may differ in the last digits between machines.

## tasks: headings of their list

tasks-text = Texts
tasks-positions = An answer at every position
tasks-labels = One answer for a sequence
tasks-pairs = From one sequence to another
tasks-waves = Numbers over time
tasks-images = Images
tasks-sets = Sets
tasks-others = Others

## home: the first screen, the chapters and the door to the lab

home-title = Unrolled: small sequence models, training in your browser
home-title_chapter = { $title } · Unrolled
home-skip = Skip to the question
home-ways = Elsewhere on this page
home-lab = The lab
home-chapters = The chapters
home-chapter = { $number } · { $title }
home-part_memory = Memory
home-part_back = Looking back
home-part_transformers = Transformers
home-part_language = Language
home-part_beyond = Beyond
home-go_on = Go on: { $title }
home-minutes = about { $minutes } minutes
home-begun = begun
home-finished = seen
home-right = predicted right
home-wrong = predicted otherwise
home-no_chapter = This page has no chapter of that name. Here is where the course begins.
home-door = The lab
home-door_what = Everything at once: every kind of model, every task, every option, your own texts and tables, pictures of all that can be looked into.
home-door_open = Open the lab
home-own_what = In their place, any text or table of yours.
home-teach = For teachers
home-glossary = Glossary
home-stored = This page now works without a network, too.
home-lab_holds = The race that stands in the lab is not kept, and would be lost. Replace it?

## newer: another version of the page waits

newer-there = There is a newer version of this page. Opening it loads the page anew; what is training here stops.
newer-take = Open the newer version
newer-later = Not now

## language: which one the page speaks; each is called by its own name

language-choice = Language

## frame: a chapter in a frame

frame-open = Open this chapter in a page of its own
frame-reads = The models of this chapter read a whole novel, which this file does not hold.
frame-elsewhere = Open it in the file that does
frame-no_chapter = This frame has no chapter of that name. There are: { $chapters }.

## page: a chapter as it is read without JavaScript

page-needs = With JavaScript on, this page trains the models before your eyes, on your own processor.
page-predict = What do you expect?
page-change = Change one thing
page-try = Try it yourself
page-recall = From earlier chapters
page-recall_from = It comes from: { $title }
page-background = For who wants to know more
page-papers = To read
page-paper = { $authors } ({ $year }):
page-host = { $where } ({ $host })
page-remember = What to remember
page-answers = What came out
page-next = Next: { $title }
page-all = All chapters

## privacy: what is kept on the device, and its end

privacy-title = Privacy
privacy-description = What this page keeps in your browser, that nothing of it leaves, and how to delete it.
privacy-lead =
    There is no server behind this page, no account, no cookie and no counting of visitors. What it keeps stays in this browser, on this
    device, and can be deleted here.
privacy-leaves = What leaves the device: nothing that you do
privacy-leaves_what =
    Models are trained on your own processor. The page asks for nothing but files of its own, from the address that it came from, and its
    Content-Security-Policy forbids the browser any other request. Texts, tables and models that you bring are read here and sent nowhere.
privacy-leaves_host =
    Whoever hosts these files sees, as of any site, that they were asked for, and from which address. Links to papers lead to other sites,
    which have rules of their own.
privacy-leaves_link =
    A link to an experiment holds it behind its “#”, with a text of your own where there is one. Browsers do not send that part to
    any server; it stands in the browser’s history, and whoever you give the link to has it.
privacy-kept = What is kept, and where
privacy-kept_what = So each is called where browsers show what a site has stored. What is not in this list is not kept.
privacy-what = What
privacy-where = Where
privacy-name = Name
privacy-now = Now
privacy-kept_chapters = What you predicted and answered in each chapter, and whether it was right
privacy-kept_exercises = What you did with each exercise: your name if you typed one, prediction, answers, runs with their numbers
privacy-kept_language = The language that you chose
privacy-kept_tab = The language of this tab, until it is closed
privacy-kept_runs = Races of the lab: set-up, curves, scores, and what you called them and noted
privacy-kept_models = Their weights
privacy-kept_data = Your own texts and tables that they learned from
privacy-kept_choices = Whether the lab may keep what you train
privacy-kept_files = The files of this page, so that it works without a network
privacy-kept_worker = The script that answers with these files
privacy-where_localStorage = Local storage
privacy-where_sessionStorage = Session storage
privacy-where_indexedDB = IndexedDB
privacy-where_caches = Cache storage
privacy-where_serviceWorker = Service workers
privacy-there = is there
privacy-not_there = nothing
privacy-kept_name = When you name a race, the browser is asked not to clear what is kept here by itself.
privacy-frames =
    In a frame on another page what was predicted and answered in its chapters is kept, and nothing else; most browsers keep it apart
    for each page around it. Where the frame is sealed off (sandbox), nothing is.
privacy-end = Delete all of it
privacy-end_what =
    All that stands in the list goes, for all tabs of this site. Races that are deleted cannot be brought back. Files that you saved
    yourself stay where you saved them. The browser’s own settings delete the same, under the data of sites.
privacy-delete = Delete everything
privacy-ask = Delete everything that this page has kept in this browser? Your races, their weights and what you predicted cannot be brought back.
privacy-yes = Yes, delete everything
privacy-no = No, keep it
privacy-deleting = Deleting …
privacy-deleted = Everything is deleted. What you do from now on, and the files when the page is next opened, are kept as before.
privacy-left = Something could not be deleted. Close the other tabs of this page and try again, or use the browser’s settings.
privacy-class = In class
privacy-class_what =
    Nothing about learners reaches you, or anybody: nobody signs in, and no answer is sent. On devices that are shared, delete at the end
    of the lesson, or open the page in a private window, which forgets all of this when it is closed.

## teach: the teacher's page; sheet: of a chapter, on paper; glossary: all terms

teach-title = For teachers
teach-lead =
    Fourteen short chapters, each one question that a class can answer by a show of hands before two networks train in front of
    it. Nothing has to be installed, nobody signs in, nothing that anyone does leaves the device; after one visit the whole course
    works without a network. A laptop, a tablet or a phone of the last years is enough.
teach-privacy = Nothing about learners is collected.
teach-privacy_more = What is kept on a device, and how to delete it
teach-skip = Skip to the page
teach-own = An exercise of your own
teach-own_what = A chapter is the shortest way: “{ teach-exercise }” in its row opens it with everything filled in. For other networks or another task, set them up in the lab and press “As an exercise” there.
teach-own_open = Open the lab
teach-class = Class
teach-class_what = Receipts that your class handed in, all at once: who reached the goal, what was predicted, whose training proves true.
teach-ways = Elsewhere in the course
teach-glance = The course at a glance
teach-chapter = Chapter
teach-question = Question
teach-minutes = Time
teach-before = Builds on
teach-forms = For the room
teach-nothing = nothing
teach-sheet = sheet to print
teach-projector = projector view
teach-exercise = as an exercise
teach-plans = Plans
teach-plans_what = What fits into a lesson, with talk between the chapters. Predict aloud, then press; the reply to a wrong choice says what many think.
teach-plan = { $minutes } minutes
teach-plan_sum = About { $sum } minutes of chapters, { $rest } for talk.
teach-embed = One chapter in your course page
teach-embed_what = Paste one of these lines into any page that takes HTML. The frame asks for nothing and sends nothing; the code beside it is the chapter’s address for phones.
teach-theme = Colours
teach-theme_auto = as the reader’s system
teach-theme_light = light
teach-theme_dark = dark
teach-line = A frame, for any page
teach-script = An element, for pages that allow scripts
teach-copy = Copy
teach-copied = Copied.
teach-not_copied = The browser does not allow copying here. The text beside it can be selected.
teach-qr = QR code of { $address }
teach-questions = Questions with answers
teach-public = These answers are public: they stand here, in the page and in its source. For an examination, change the questions.
teach-gift = Save all as GIFT (Moodle)
teach-qti = Save all as QTI 2.1
teach-files = GIFT is imported under Question bank, Import. QTI 2.1 is a zip that question banks of other platforms read.
teach-right = right
teach-saved = Saved as { $name }.

sheet-print = Print
sheet-name = Name
sheet-because = Because:
sheet-watch = What happens
sheet-model = Network
sheet-half = What changed, and at which step
sheet-end = At the end
sheet-why = Why
sheet-transfer = Elsewhere
sheet-remember = What I want to remember

glossary-title = Glossary
glossary-lead = The words of the trade that this page uses, each in a sentence, in the order in which the course comes to them.
glossary-shown = Shown in:

## lab: the page around everything

lab-title = Unrolled: the lab

lab-name = Unrolled
lab-motto = Small sequence models learn the same task side by side, in this page, on your own processor.
lab-skip = Skip to the race
lab-ways = Ways out of the lab
lab-chapters = Chapters
lab-back = Back to the chapter
lab-setting_up = Setting up the race …
lab-share = Share or embed
lab-exercise = As an exercise
lab-dismiss = Dismiss
lab-loss = Loss
lab-setup = Set-up
lab-task = Task
lab-training = Training
lab-train_line = { $steps }{ $more ->
    [0] {""}
   *[other] {" "}+ { $more }
  } steps of { $batch }, { $optimizer } { $rate }
lab-models = { $count ->
    [one] { $count } model
   *[other] { $count } models
  }
lab-areas = Beside the chart
lab-setup_line = { $task }: { $training }
lab-answers = Answers
lab-inside_short = Inside
lab-compare_short = Compare
lab-runs = Runs
lab-inside = Inside the models
lab-compare = Compare the models
lab-inside_passage = Inside, while they read the same passage
lab-inside_example = Inside, while they read the same example
lab-continue_text = Let them continue a text
lab-ask = Ask them
lab-task_and_training = Task and training
lab-open_full = Open in the full lab
lab-blocked = The page around this frame does not let it open another one. The address of the full lab, to copy:
lab-unreadable = This frame shows no experiment.
lab-private = Everything happens in this page: no server, no account, nothing you type leaves it.
lab-privacy = Privacy
lab-reproducible = The reproducible arithmetic gives the same weights to the last bit on every machine.

## run: the bar with the big button

run-region = Run
run-train = Train
run-pause = Pause
run-continue = Continue
run-finished = Finished
run-more = { $count ->
    [one] +{ $count } step
   *[other] +{ $count } steps
  }
run-held = What is written in the set-up cannot be trained: see the remark there. Correct it or take it out, then train.
run-replaces = These steps take the place of what is kept of this race among the runs. To have both, save it as a file first.
run-waits = A change in the set-up waits: these models train without it until you apply it.
run-step = Step
run-step_hint = One training step of every model
run-reset = Reset
run-reset_hint = Back to step 0 with the same initial weights
run-ahead = { $steps ->
    [one] { $steps } step ahead
   *[other] { $steps } steps ahead
  }
run-at = step { $step } of { $steps }
run-between = steps { $low } to { $high } of { $steps }
run-all_done = all models are done

## runs: races that are kept in this browser; store: where they are kept

runs-title = Runs
runs-button = Runs
runs-named_of = { $name }: { $title }
runs-numbered = { $title } ({ $number })
runs-offer = “{ $title }” was trained here before: { $progress }, { $when }.
runs-offer_untrained = “{ $title }” is kept here since you chose it, { $when }: it is not trained yet.
runs-before = The race before is kept: “{ $title }”, { $progress }.
runs-go_on = Go on
runs-open_again = Open it again
runs-show = Show it
runs-no = No
runs-not_now = Not now
runs-opened = { $title } is as it was left: { $progress }.
runs-elsewhere = This race was opened in another tab too. What is trained here from now on is kept as a race of its own.
runs-cleared = What was kept in this browser has been cleared. This race is kept anew.
runs-apart = “{ $title }” is here as it was saved: its curves, scores and weights. What it learned from is not in the file; give exactly the same data, and it goes on where it was.
runs-text_first = To train on, give the text first.
runs-table_first = To train on, give the data first.
runs-reunited = That is what it learned from: it goes on where it was.
runs-not_that = “{ $title }” is not what this race learned from.
runs-other_of_name = This “{ $title }” is another than the one that this race learned from.
runs-shorter = { $count ->
    [one] It is { $count } byte shorter; it has to be the same to the last character.
   *[other] It is { $count } bytes shorter; it has to be the same to the last character.
  }
runs-longer = { $count ->
    [one] It is { $count } byte longer; it has to be the same to the last character.
   *[other] It is { $count } bytes longer; it has to be the same to the last character.
  }
runs-as_long = It is as long, but not the same to the last character.
runs-other_data = With it all models begin again at step 0; what is here stays among the runs below.
runs-other_data_lost = With it all models begin again at step 0, and what is here is gone from the page.
runs-begin_anew = Begin again with it
runs-untrained = not trained yet
runs-done = finished at step { $step }
runs-done_between = finished at steps { $low } to { $high }
runs-today = today { $time }
runs-on = { $date }, { $time }
runs-loss = loss { $value }
runs-right = { $value } right
runs-present = on the page
runs-none = Whatever you train is kept here, to go on with another day.
runs-off = Nothing is kept: what you train is gone when the page is closed.
runs-all = Show all { $count }
runs-sort = Sort by
runs-sort-newest = newest
runs-sort-score = best score
runs-sort-name = name
runs-open = Open
runs-open_named = Open { $title }
runs-compare = Compare
runs-compare_named = Compare { $title } with this race
runs-write = Name and note
runs-write_named = Name and note of { $title }
runs-write_yes = Save
runs-write_no = Cancel
runs-name = Name
runs-note = Note
runs-remove = Delete
runs-remove_named = Delete { $title }
runs-removed = “{ $title }” is deleted.
runs-undo = Undo
runs-alike = Set up as this race is.
runs-keeps = { $count ->
    [one] { $count } race, { $size }, kept in this browser on this device alone, every few seconds while they train; nothing is sent anywhere. Some browsers delete what a page keeps when it was not opened for seven days: save what matters as a file.
   *[other] { $count } races, { $size }, kept in this browser on this device alone, every few seconds while they train; nothing is sent anywhere. Some browsers delete what a page keeps when it was not opened for seven days: save what matters as a file.
  }
runs-keeps_here = { $count ->
    [one] { $count } race, { $size }, kept until this page is closed: this browser, or this frame, has no storage for it.
   *[other] { $count } races, { $size }, kept until this page is closed: this browser, or this frame, has no storage for it.
  }
runs-keeps_nothing = This page keeps nothing in this browser.
runs-room = { $count ->
    [one] Kept races take { $size }. Without the oldest one that has no name { $freed } would be free.
   *[other] Kept races take { $size }. Without the { $count } oldest ones that have no name { $freed } would be free.
  }
runs-yes_room = { $count ->
    [one] Delete it
   *[other] Delete these { $count }
  }
runs-turn_off = Keep nothing
runs-turn_on = Keep what I train
runs-ask_off = { $count ->
    [one] This deletes { $count } kept race, and nothing is kept from now on.
   *[other] This deletes all { $count } kept races, and nothing is kept from now on.
  }
runs-yes_off = Delete and keep nothing
files-save = Save as a file
files-save_present = Save the race on the page as a file
files-save_named = Save as a file: { $title }
files-what = The race with all its weights and curves, one model, or a receipt that says how it was trained and what came out.
files-with_data = with my data in it: { $title } (the race, and its receipt where the data are short; a model’s file never has them)
files-without_data = Without your data others see its curves, scores, weights and what the models wrote, which may be close to your text; to train it further, or let it write, they need exactly the same data. They also see what it is called: { $title }.
files-part_with_data = with data
files-race = The race (.zip)
files-model = { $name } (.safetensors)
files-receipt = Receipt (.json)
files-close = Cancel
files-saved = { $name } is saved.
files-open = Open a file …
files-opened = { $name } is on the page.
store-no_race_file = This zip is not a race that this page or its command saved, or it is damaged. Choose another.
store-no_file = This is no file that this page or its command saved, or it is damaged. Choose another.
store-no_experiment = This file cannot be opened: { $reason }
store-changed_file = This file is not as it was saved: something in it was changed or damaged. Choose another copy.
store-too_large = This file is too large to be a race or a model. Choose another.
store-full = There is no room left in this browser to keep this race. Delete kept races below.
store-newer = A newer version of this page keeps the runs of this browser. Reload the page; what is trained until then is gone with it.
store-deleted = What this page kept was deleted. Nothing is kept until it is reloaded.
store-failed = This browser does not let the page keep anything: what is trained is gone when the page is closed.
store-no_model_file = This is not a model file of this page or of its command, or it is damaged. Choose another.

## differences: what is set up otherwise in a kept race

differences-instead = { $place }: { $there } instead of { $here }
differences-only_there = Only in the kept race: { $model }
differences-only_here = Only in the race on the page: { $model }
differences-on_the_way = In the kept race { $model } was changed while it trained
differences-on_the_way_here = In the race on the page { $model } was changed while it trained
differences-data = It learned from other data of your own
differences-more = and { $count } more
differences-unset = the race’s
differences-yes = yes
differences-no = no

## pace: how fast, and what holds the models together

pace-speed = Speed
pace-full = Full speed
pace-a_second = { $count ->
    [one] { $speed } step/s
   *[other] { $speed } steps/s
  }
pace-pacing = Pacing
pace-pacing_hint = Free, or held together by step count or by seconds of training
pace-free = Each at its own pace
pace-steps = Same steps
pace-seconds = Same seconds

## gallery of experiments; replace: what stands in its place loses what it learned

gallery-experiments = Experiments
gallery-own = Your own text …
gallery-group_memory = Memory
gallery-group_seeing = What a network sees
gallery-group_attention = Attention
gallery-group_transformers = Transformers
gallery-group_shapes = Images, numbers, sets
gallery-group_texts = Texts
gallery-opened = { $title }. { $story }
replace-lost = “{ $title }” replaces this race: what its models have learned is lost.
replace-but_kept = “{ $title }” replaces this race: what its models have learned is lost, but the kept weights stay.
replace-yes = Replace it
replace-no = No

## theme: light and dark

theme-system = as the system
theme-dark = dark
theme-light = light
theme-is = Colours: { $now }
theme-change = Colours: { $now }. Change to { $next }.

## card of a model. In a fact, $title is as the heading of a table would have it, $lower in small letters.

card-kind_size = { $kind }, { $size }
card-weights = { $count } weights
card-counts = { $count } counts
card-fact = { $said }; { $lower } { $value }
card-sees = { $said }; sees { $count } { $places } at once
card-began = { $taken ->
    [one] Began with { $taken } tensor of { $from }; nothing is fresh.
   *[other] Began with { $taken } tensors of { $from }; nothing is fresh.
  }
card-began_partly = { $taken ->
    [one] Began with { $taken } tensor of { $from }
   *[other] Began with { $taken } tensors of { $from }
  }; { $fresh ->
    [one] { $fresh } other fresh: { $names }.
   *[other] { $fresh } others fresh: { $names }.
  }
card-began_fresh = Nothing of { $from } fits this model: all weights are fresh.
card-message = Message
card-cannot = It cannot do this task.
card-idle = not started
card-opening = opening …
card-ready = ready
card-training = training
card-waits = waits for the others
card-paused = paused
card-done = finished
card-ended = Ended early at step { $step }.
card-not_finite = stopped: the loss is no number
card-failed = failed
card-unavailable = cannot run here
card-not_racing = not in this race
card-pause_name = Pause { $name }
card-continue_name = Continue { $name }
card-options = Options
card-writes_later = What it writes will appear here, from its first guesses on.
card-writes_blanks = At present it writes nothing but spaces and line ends.

## early: a model that ended before its last step, said on its card and aloud

early-rose = Ended early at step { $step }: the held-out loss had not fallen for { $count ->
    [one] 1 test
   *[other] { $count } tests
  }.
early-reached = Ended early at step { $step }, at its goal: { $score } { $value }.
early-loss = held-out loss
early-accuracy = right answers
early-exact = answers right as a whole

## best: of which weights a card is, where those of the lowest held-out loss were kept; a page of its own alone has it

best-last = Shown: the last weights, step { $step }. Best on unseen data: step { $best }, loss { $loss }.
best-best = Shown: the best weights on unseen data, step { $best }, loss { $loss }. The last are of step { $step }.
best-same = Shown: the last weights, step { $step }. They are the best on unseen data, too.
best-show_best = Show them
best-show_best_of = Show them: the best weights of { $name }
best-show_last = Show the last
best-show_last_of = Show the last: the last weights of { $name }

## ending: when a model ends early, set beside its training; a page of its own alone has it

ending-title = Ending early
ending-patience = After tests without progress
ending-patience_summary = A model ends when so many tests in a row brought no lower held-out loss; 0: never. Its best weights are kept beside the last. Changes at once, and nothing restarts.
ending-goal = At a goal
ending-goal_summary = A model ends at the first test on unseen examples that has such a score.
ending-goal_none = none
ending-value = The goal
ending-value_loss = At this loss or below.
ending-value_share = At this share of 1 or above.

## menu of a card: what can be done with a model; a page of its own alone has it

menu-more = More for { $name }
menu-more_steps = { $count ->
    [one] +{ $count } step for this one alone
   *[other] +{ $count } steps for this one alone
  }
menu-more_at = { menu-more_steps }, at rate { $rate }
menu-goes_on = { $count ->
    [one] { $name } goes on for { $count } step.
   *[other] { $name } goes on for { $count } steps.
  }
menu-copy = Copy this model
menu-change = Copy with one change
menu-seed = Another seed
menu-seeds = Five seeds instead of this race
menu-rates = Five rates instead of this race
menu-seeds_kept = Race it with five seeds (this race is kept)
menu-rates_kept = Race it at five rates (this race is kept)
menu-match = Resize the others to its size
menu-matched = The others now have about as many weights as { $name }.
menu-keep = Keep these weights
menu-keep_counts = Keep these weights: it has counts, which nobody can begin with
menu-kept = { $steps ->
    [one] Kept: the weights of { $name } after { $steps } step. “Start from …” in a card’s menu begins with them, for models of its kind.
   *[other] Kept: the weights of { $name } after { $steps } steps. “Start from …” in a card’s menu begins with them, for models of its kind.
  }
menu-keeping = The weights of { $name } are kept: any model of its kind can start from them, in this race or the next.
menu-adopt = Start from kept weights
menu-adopt_from = Start from { $name }’s weights
menu-remove = Remove
menu-adopt_other = Start from { $name }’s weights: only models of its kind can
menu-ask_remove = { $steps ->
    [one] Its { $steps } step of training goes with it.
   *[other] Its { $steps } steps of training go with it.
  }
menu-yes_remove = Remove { $name }
menu-ask_adopt = { $steps ->
    [one] Its { $steps } step of training is lost: it starts again from the kept weights.
   *[other] Its { $steps } steps of training are lost: it starts again from the kept weights.
  }
menu-yes_adopt = Start again
menu-ask_match = This starts { $names } again from step 0: what they have learned is lost.
menu-yes_match = Resize and restart
menu-no = No
menu-joined = { $name } joins the race.
menu-copied = { $name } is a copy: change one of its options, then apply.
menu-five_seeds = Five seeds of { $model }
menu-five_rates = Five rates of { $model }
menu-race_is = The race is now: { $name }.

## varied: what came of one model at several rates, or with several seeds; a page of its own alone has it

varied-best = Of { $count } learning rates { $rate } came out best: { $score }. Next comes { $next }: { $next_score }.
varied-tie = The learning rates { $rates } came out alike and best: { $score }.
varied-close = That is close: another seed, or some steps more, may turn it around.
varied-highest = It is the highest of them: a higher one may do better still.
varied-lowest = It is the lowest of them: a lower one may do better still.
varied-seeds = With { $count } seeds: { $score } on average, give or take { $deviation } (standard deviation), from { $low } to { $high }.
varied-loss = held-out loss { $value }
varied-accuracy = { $value } of unseen examples right
varied-exact = { $value } of unseen examples right as a whole
varied-lost = { $by ->
    [rates] Without a result, since the loss stopped being a number or the model failed: rate { $which }.
   *[seeds] Without a result, since the loss stopped being a number or the model failed: seed { $which }.
  }
varied-behind = { $count ->
    [one] One has not finished yet.
   *[other] { $count } have not finished yet.
  }

## own: how one model is trained in its own way

own-title = Trained in its own way
own-as_race = As in the race.
own-own = Its own.
own-back = As in the race: { $value }
own-seed = Decides its first weights and its dropout. The data follows the race’s seed, and is the same for all.

## numbers of a card

numbers-held_out = held-out loss
numbers-held_out_short = held-out
numbers-in_training = training loss
numbers-in_training_short = training
numbers-loss = loss
numbers-accuracy = right
numbers-exact = right as a whole
numbers-longer = longer ones
numbers-step = step
numbers-steps_a_second = steps/s
numbers-bits = bits a character
numbers-bits_short = bits/char
numbers-characters = characters/s
numbers-characters_short = chars/s

## editor: the options of one model; add: another one

editor-kind = Kind
editor-cost = { $size }; { $work }flop a training step.
editor-restart = Applying starts { $name } again from step 0: its { $steps } steps are lost. The other models go on.
editor-restart_kept = Applying starts { $name } again from step 0; what it has learned stays among the runs below.
editor-apply_restart = Apply and restart
add-model = Add a model
add-most = six is the most
add-unable = Cannot do this task: { $kinds }

## task: what is learned; data: what it is learned from

task-keep_models = Keep the present models when choosing another task
task-now = The task is now { $title }.
task-left = { $left } cannot do { $title } and left the race.
task-back = Back to { $title }
data-text = Text
data-data = Data
data-loading_text = Loading the text
data-loading_data = Loading the data
data-loading = Loading { $loaded } of { $total }
data-kept_text = Your text is kept with the race that is offered at the top of the page: open that one there, or give another text here.
data-kept_table = Your data are kept with the race that is offered at the top of the page: open that one there, or give others here.
data-bring = { $title } …
data-of_size = { $title } ({ $size })
data-characters = { $characters } characters{ $distinct ->
    [0] {""}
   *[other] , { $distinct } different ones
  }{ $rare ->
    [0] {""}
    [one] ; { $rare } rare one is read as one symbol
   *[other] ; { $rare } rare ones are read as one symbol
  }.
data-too_long = It is too long to travel in a link.
data-restarts = Using it starts all models again.
data-now = The models now read { $title }.
data-paste_text = Paste a text, or drop a file here
data-paste_table = Paste a table (CSV), or drop a file here
data-hint_text = At least a few hundred characters; some thousands are better.
data-hint_table = One row a line, columns parted by commas, semicolons or tabs.
data-use_text = Use this text
data-use_table = Use this table
data-choose_file = Choose a file …
data-file_text = A text file
data-file_table = A table
data-own_next = Bring yours below; until then the models read { $title }.
data-giving = Give your data in the task panel, then press Train: the models learn from it.
data-own_text = Your own text
data-own_table = Your own data
data-stays = It stays in this page; nothing is uploaded.

## train: how the models are trained

train-more = Optimizer, schedule and more
train-optimizer = Optimizer
train-schedule = Schedule
train-steps_more = { $summary } { $count } more were added to this race.
train-rate = Learning rate
train-rate_at_once = { $summary } Changes at once, also while training.
train-rate_own = { $summary } Models with a rate of their own keep it.

## option: one value that a reader may change

option-range = { $min } to { $max }.
option-range_of = { $min } to { $max } { $unit }.
option-number_needed = A number is needed here.
option-whole_needed = A whole number is needed here.
option-between = Between { $min } and { $max }, please; { $value } is not.

## setup: the whole race changes

restart-lost = Applying starts all models again from step 0: what they have learned is lost.
restart-kept = This starts all models again from step 0. What they have learned stays among the runs below.
restart-free = Nothing has been trained yet, so nothing is lost. Train applies it, too.
restart-or_further = To add to what they have learned, let them train on instead.
restart-further = Train on to { $steps } instead
restart-further_by = { $count ->
    [one] Train on for { $count } step instead
   *[other] Train on for { $count } steps instead
  }
restart-apply-all = Apply and restart all
restart-apply = Apply
restart-keep = Keep as it was

## given: what a model was given

given-numbers = { $count } numbers
given-numbers_marked = { $count } numbers, of which { $marked } are marked
given-marked = marked: { $marked }
given-and = { $before } and { $next }
given-set = A set of { $count } numbers from { $low } to { $high }
given-points = { $count } points, from { $left } to { $right } across and from { $bottom } to { $top } up
given-image = An image of { $columns } by { $rows } pixels

## answer: what it made of it

answer-later = What it answers will appear here, from its first guesses on.
answer-no_more = There are no more examples.
answer-longer = Longer than anything it was trained on.
answer-right = right
answer-wrong = wrong
answer-right_before = right:
answer-right_is = right: { $right }
answer-is = is { $right }
answer-sure = { $percent } sure
answer-becomes = becomes
answer-nothing = nothing
answer-answered = { $read }: answered
answer-so_many = { $read }: { $right } of { $asked } right
answer-points = { $points }; { $clouds }
answer-this_model = this model
answer-off_by = { $count } numbers; the answer is off by { $distance } on average

## shown: which examples are shown

shown-unseen = Examples that none of them was trained on
shown-length = Length of the examples
shown-as_trained = as in training
shown-longer = longer
shown-earlier = Earlier examples
shown-later = Later examples
shown-range = { $first } to { $last }

## ask: a question for all; prompt: a beginning for all

ask-apart = To answer, the models need the data that they learned from: give the same data.
ask-question = A question of this task
ask-search = Search
ask-greedy = greedy
ask-beam = beam of { $beam }
ask-answer = Answer
ask-hint = Every model answers as well as it can at this moment. An empty box asks what the hint shows.
ask-left_out = Understood: { $understood }. { $count ->
    [one] One sign or word that the task does not know was left out.
   *[other] { $count } signs or words that the task does not know were left out.
  }
ask-untrained = untrained
ask-thinks = thinks …
prompt-beginning = A beginning
prompt-continue = Continue it
prompt-options = Temperature, top k, length, seed
prompt-hint = Every model writes on from here, as well as it can at this moment.
prompt-untrained = untrained
prompt-apart = To answer, the models need the data that they learned from: give the same data.
prompt-writes = writes …
prompt-temperature = Temperature
prompt-temperature_summary = 0 always takes the likeliest character; higher is bolder.
prompt-top_k = Top k
prompt-top_k_summary = Choose among the k likeliest characters; 0 is all.
prompt-length = Length
prompt-length_summary = How many characters to write.
prompt-seed = Seed
prompt-seed_summary = Another number, another text; the same number, the same text.

## save: pictures and numbers as files

save-save = Save
save-what = Save: { $what }
save-csv = Numbers (CSV)
save-png = Picture (PNG)
save-svg = Picture (SVG)
save-saved = Saved as { $file }.
save-failed = The browser has no memory for this file.
save-refused = The frame around this page does not let it save files. Open the page in a tab of its own.
save-perhaps = If no file comes, the frame around this page does not let it save any: open the page in a tab of its own.
save-run = { $models }. { $task }, step { $step }, seed { $seeds }.
save-choice = { $title } { $value }
save-chosen = { $run } { $choices }.
save-task = { $task }: { $data }
save-examples = Examples { $first } to { $last }.
save-waves = Dashed: right. Strong: the model’s answer.
save-page = Unrolled: small sequence models, trained in a web page

## share: the link and the lines for a course page; embed: what the page around a frame is told

share-title = Share this race
share-close = Close
share-what = Whoever opens it gets the settings: the task, the options, and the models untrained, until they press Train. A trained race goes as a file: see “Runs”, at the end of the page.
share-data_stays = Your own data is too long for a link: others will be asked for it.
share-weights_stay = A model begins with weights from a file, which a link cannot carry: others will be asked for it.
share-strict = This race uses it; the link asks for the reproducible one, in which everybody gets the same curves.
share-fast_too = Fast arithmetic in the link too
share-link = Link
share-theme = Colours of the frame
share-theme-auto = as the reader’s system has them
share-theme-light = light
share-theme-dark = dark
share-line = Line for a course page (an iframe, works almost everywhere)
share-script = The same for pages that may load a script
share-copy = Copy
share-copied = Copied
share-has_copied = Copied.
share-no_copying = The browser does not allow copying here: select the text and copy it.
share-frame = Unrolled: sequence models that learn in this page

## list: how one thing is strung to the next

list-comma = { $before }, { $next }
list-semicolon = { $before }; { $next }

## inside: the section

inside-read = They read
inside-read-placeholder = a passage that none of them has been trained on
inside-read-button = Read this
inside-read-held_out = Held-out passage
inside-example = They read example { $number }
inside-example-earlier = Earlier example
inside-example-later = Later example
inside-right = right answer

## inside: one model

inside-smaller = Smaller
inside-larger = Larger
inside-no_picture = It remembers nothing and looks nowhere in particular: there is no inside to draw.
inside-closed = The picture appears as soon as the model is open.
inside-apart = To look inside, the models need the data that they learned from.
inside-coming = The picture is being drawn.
inside-open = Look now, before training
inside-keys = Arrow keys move the reading, Escape leaves.
inside-alt = { $title }. { $summary }
inside-at_step = At step { $step }: { $summary }
inside-how = How to read this
inside-layer = Layer
inside-layer-number = { $number }
inside-picture = Picture
inside-question = Question
inside-question-memory = What does it remember?
inside-question-look = Where does it look?
inside-question-expect = What does it expect?
inside-question-patterns = What does it find?
inside-measured = Measured

## inside: what the pictures share

inside-nothing = nothing
inside-symbol = “{ $symbol }”
inside-symbol-space = space
inside-symbol-line = line end
inside-symbol-tab = tab
inside-symbol-end = the end
inside-order = Units
inside-order-slow = slowest
inside-order-stored = by number
inside-order-told = most telling
inside-rows = Rows
inside-rows-some = { $count }
inside-rows-all = all { $count }
inside-variable = Asked for
inside-unit-one = Unit { $unit }
inside-unit-slowest = Unit { $unit } · the slowest
inside-unit-carries = Unit { $unit } · carries { $variable }
inside-unit-together = - - - all units together: { $variable }
inside-unit-together_short = - - - all units
inside-head = Head
inside-head-number = { $number }


## places: what the places of a sequence are, one or several

places-at = { $kind } { $place }
places-at-named = { $symbol } ({ $kind } { $place })
places-characters = { $count ->
    [one] character
   *[other] characters
  }
places-words = { $count ->
    [one] word
   *[other] words
  }
places-letters = { $count ->
    [one] letter
   *[other] letters
  }
places-digits = { $count ->
    [one] digit
   *[other] digits
  }
places-bits = { $count ->
    [one] bit
   *[other] bits
  }
places-symbols = { $count ->
    [one] symbol
   *[other] symbols
  }
places-numbers = { $count ->
    [one] number
   *[other] numbers
  }
places-rows = { $count ->
    [one] row
   *[other] rows
  }
places-pixels = { $count ->
    [one] pixel
   *[other] pixels
  }
places-patches = { $count ->
    [one] patch
   *[other] patches
  }
places-images = { $count ->
    [one] image
   *[other] images
  }
places-members = { $count ->
    [one] member
   *[other] members
  }
places-positions = { $count ->
    [one] position
   *[other] positions
  }
places-points = { $count ->
    [one] point
   *[other] points
  }

## inside: memories, unit by unit

inside-hidden-title = Hidden state over time
inside-encoder-title = Encoder’s memory
inside-encoder-summary = Its last column is all that a decoder without attention ever learns.
inside-decoder-title = Decoder’s memory
inside-scanned-title = Memory over time
inside-scanned-summary = Each row is one unit of the memory, each column one place that was read: orange above zero, blue below.
inside-patterns-title = Patterns found
inside-patterns-summary =
    Each row is one channel, each column one place: the stronger the colour, the more what a layer sees around that
    place is what the channel looks for.
inside-memory-rows =
    Each row is one unit of the memory, each column one place that was read. Orange is near +1, blue near −1: a row that keeps
    its colour over several places is remembering something.
inside-memory-activation = activation
inside-memory-unit = Unit { $unit } after reading { $place }: { $value }
inside-memory-whole =
    { NUMBER($units, useGrouping: 0) } units over { $steps } { $places }: { $percent } % of the values are saturated (beyond
    ±0.9); unit { $unit } changes most, by { $change } per { $place }.
inside-memory-free =
    { NUMBER($units, useGrouping: 0) } units over { $steps } { $places }, with values up to ±{ $reach }; unit { $unit } changes
    most, by { $change } per { $place }.
inside-memory-thinned = One unit in { $stride } is drawn.
inside-memory-slowest = The slowest is unit { $unit }: its values at neighbouring { $places } correlate by { $slow }.
inside-memory-none_slow = No unit is slow: values at neighbouring { $places } correlate by { $slow } at most.
inside-memory-measured = Measured at step { $step }.
inside-memory-carried = Unit { $unit } carries { $variable } (R² { $alone }; with shuffled labels { $control }).
inside-memory-spread =
    No single unit carries { $variable }: the best, unit { $unit }, has R² { $alone }; all units together { $together } (with shuffled
    labels { $control }).
inside-memory-missed =
    Of { $variable } little is told that the place alone does not give away: all units together have R² { $together } (with shuffled
    labels { $control }).
inside-memory-absent = There is nothing to tell of { $variable } here.
inside-memory-sorted =
    The slowest units come first: slow is a unit whose value at one place says much of its value at the next (correlation 1: it
    hardly moves; 0: as if drawn anew at every place). What is remembered for long is slow.
inside-memory-alone =
    Below stands one unit alone, the framed row: its value as a line, and what was read on the colours of that value. Point at a row to see its
    unit.
inside-memory-diamond =
    A diamond marks the unit that carries what the task asks to be kept, though no symbol shows it: a straight line is fitted from the
    unit to it on some held-out examples and judged on others (R²: 1 tells all, 0 nothing). It is named only where it tells half of what
    shuffled labels leave open. The dashed line is the same of all units together, on a scale of its own.

## inside: gates

inside-lstm-title = Gates and cell state
inside-lstm-summary =
    At every place the forget gate says how much of the cell survives, the input gate how much of the candidate is
    written, the output gate how much is shown. Strong colour in a gate is open; the cell is what is remembered.
inside-lstm-whole =
    On average the forget gate is { $forget } % open, the input gate { $input } %, the output gate { $output } %; unit { $unit }
    remembers longest (its forget gate is { $open } % open); the cell reaches ±{ $reach }.
inside-gru-title = Gates and memory
inside-gru-summary =
    At every place the update gate says how much of the memory stays as it is (strong colour: all of it), the reset gate
    how much of it is heard when the candidate is made, which takes the place of the rest.
inside-gru-whole =
    On average the update gate keeps { $update } % of the memory and the reset gate is { $reset } % open; unit { $unit }
    remembers longest (its update gate keeps { $open } %).
inside-forget = forget
inside-forget-title = Forget gate
inside-input = input
inside-input-title = Input gate
inside-output = output
inside-output-title = Output gate
inside-update = update
inside-update-title = Update gate
inside-reset = reset
inside-reset-title = Reset gate
inside-candidate = candidate
inside-candidate-title = Candidate
inside-cell = cell
inside-cell-title = Cell state
inside-memory = memory
inside-memory-title = Memory
inside-gates-scale = gates: shut to open
inside-gates-unit = Unit { $unit } at { $place }: { $gates }
inside-gates-value = { $gate } { $value }

## inside: attention

inside-attention-title = Attention
inside-attention-summary =
    Each row is a place asking what matters to it; strong colour marks the places it looks at. Nothing right of the
    diagonal where the future is hidden. Point at a row to see it along the bottom.
inside-attention-share = share of attention (middle: 0.25)
inside-attention-hint = Point at a row to see where it looks.
inside-attention-row = From { $place } it looks at { $places }
inside-attention-back =
    { $symbol } ({ $far ->
        [0] itself
        [1] one back
       *[other] { $far } back
    }) { $percent } %
inside-attention-ahead =
    { $symbol } ({ $far ->
        [1] one ahead
       *[other] { $far } ahead
    }) { $percent } %
inside-attention-whole =
    Head { $head } of { $heads } looks { $distance } { $places } away on average: { $itself } % of its attention is on the
    { $place } itself, { $before } % on the one before.
inside-attention-whole-back =
    Head { $head } of { $heads } looks { $distance } { $places } back on average: { $itself } % of its attention is on the
    { $place } itself, { $before } % on the one before.

## inside: alignments

inside-alignment-looks =
    Each row is a symbol of the answer (“·” ends it), each column one that was given; strong colour marks where the model looks
    as it writes that symbol.
inside-alignment-written = Writing { $symbol } ({ $place }) it looks at { $places }
inside-alignment-parts = Part { $place } of the answer looks at { $places }
inside-alignment-points = Inducing point { $place } looks at { $places }
inside-alignment-point = inducing point { $place }
inside-alignment-given = From { $place } it looks at { $places }
inside-alignment-share = { $place } { $percent } %
inside-alignment-whole =
    { $heads ->
        [1] The
       *[other] Head { $head } of { $heads }: the
    } strongest place has { $percent } % of each row on average, and { $way ->
        [forwards] moves forwards
        [backwards] moves backwards
       *[about] jumps about
    } from row to row.
inside-seq2seq-title = Alignment
inside-seq2seq-summary = A line down the diagonal copies, one up the other diagonal reverses.
inside-cross-title = Looking at what is given
inside-cross-summary = Each head of each layer looks in its own way.
inside-encoder_attention-title = Within what is given
inside-encoder_attention-summary = Each row is a symbol given, each column another: whom it looks at. An encoder looks both ways.
inside-conv_attention-title = Alignment
inside-conv_attention-summary = Every layer of the decoder looks once.
inside-pervasive-title = Alignment
inside-pervasive-summary =
    Each row is a symbol of the answer (“·” ends it), each column one that was given. Colour is the share of the grid’s channels
    whose largest value stands in that column: an alignment that nobody asked for.
inside-set-title = Member to member
inside-set-summary = Each row is a member of the set, each column another: whom it looks at. Their order means nothing.
inside-inducing-title = Inducing points
inside-inducing-summary = Each row is an inducing point, each column a member of the set: what the point looks at.
inside-induced-title = Member to inducing point
inside-induced-summary =
    Each row is a member of the set, each column an inducing point: from which of them the member learns what the others are.
inside-pooling-title = What the answer looks at
inside-pooling-summary = Each row is one part of the answer (of clouds, one cloud), each column a member of the set.

## inside: guesses

inside-guesses-title = Guesses
inside-guesses-summary =
    The line at the bottom is what has been read. Above each symbol stand the guesses for the one after it, the likeliest
    on top; strong colour is certainty. A frame marks the guess that came true. Where no frame is, the truth was not among
    them.
inside-guesses-probability = probability
inside-guesses-first = 1st
inside-guesses-one = { $symbol } { $chance }
inside-guesses-chance = { $percent } %
inside-guesses-chance-small = under 1 %
inside-guesses-after = After “{ $read }” it expects { $guesses }.
inside-guesses-at = At { $place } it answers { $guesses }.
inside-guesses-truth = What came: { $symbol }, given { $chance }.
inside-guesses-too_few = One { $place } is too little to check a guess against.
inside-guesses-whole =
    Its first guess is right { $right } of { $counted } times; on average the truth was given { $chance }.

## inside: images and clouds

inside-maps-title = Patterns in the image
inside-maps-summary =
    Each small picture is one pattern that the block looks for: the stronger the colour, the better the image matches it
    there. Later blocks have smaller pictures, and patterns made of patterns.
inside-maps-match = match
inside-maps-none = There is no further pattern.
inside-maps-cell = Pattern { $pattern } at line { $line }, column { $column }: { $value }
inside-maps-whole =
    { $maps ->
        [one] { $maps } pattern
       *[other] { $maps } patterns
    } over { $width } × { $lines } pixels: pattern { $plainest } is found most, { $silent } nowhere.
inside-clouds = { $count } clouds: { $parts }
inside-clouds-one = { $percent } % around { $x }, { $y }

## compare: the same question to all models of a race. { $kind } is what the places are called, "numbers"; { $part } and { $share } are
## written numbers.

compare-question = Question
compare-at_step = step { $step }
compare-unknown = unknown
compare-nothing = nothing
compare-one = 1
compare-end = end
compare-less = less
compare-one_in = 1/{ $n }
compare-one_in_power = 1/10{ $power }
compare-how = How to read this
compare-behind = What lies behind it
compare-numbers = The numbers as a table
compare-more = And { $count } more { $count ->
    [one] row
   *[other] rows
  }: saved as CSV, all of them.
compare-alt = { $title } { $found }
compare-keys = Arrow keys move the reading, Escape leaves.
compare-examples = Over { $count } unseen examples; cards and chart test all that are held out.
compare-examples_range = Over { $least } to { $most } unseen examples; cards and chart test all that are held out.
compare-examples_length = Over { $count } unseen examples of each length, made for this; cards and chart test those that are held out.
compare-marked = In the ring: { $words }.
compare-unmarked = No place stands out enough to be marked.
compare-coming = The models are being measured.
compare-point = Point at the picture to read it.
compare-measuring = Being measured for the first time: { $names }.
compare-refused = { $name }: { $sentence }
compare-unasked = Not concerned by this question: { $names }.
compare-asking = It is being looked up what can be found out about these models.
compare-none = Nothing of this can be found out about these models on this task.
compare-closed =
    As soon as the models are open they are all asked the same here: how far back they learn, where they fail, where they
    forget, and where they look.
compare-open = Compare now, before training
compare-apart = To compare the models, the data is needed that they learned from.
compare-table-model = Model
compare-table-step = Step
compare-table-source = Position in the source
compare-table-back = Positions back
compare-table-part = Part of the most
compare-table-length = Length
compare-table-place = Answer
compare-table-share = Right
compare-table-gap = Gap
compare-table-at_place = Place
compare-table-kept = Left at the end
compare-table-gate_open = Gate open
compare-table-examples = Examples
compare-table-accuracy = Right
compare-table-error = Squared error
compare-table-answers = Answers
compare-table-layer = Layer
compare-table-head = Head
compare-table-previous = Previous
compare-table-induction = Induction
compare-table-copying = Copying
compare-table-entropy = Spread
compare-table-map = What looks
compare-table-pointed = At one place
compare-table-away = Places away
compare-table-sees = Sees back

compare-reach-title = How far back does it learn?
compare-reach-y = how much of the error comes back to each place
compare-reach-back = ← long ago · { $kind } before the last one
compare-reach-back_short = { $kind } back
compare-reach-source = what is given, { $kind } from the first
compare-reach-source_short = given
compare-reach-how =
    Time runs to the right; the model answers at the right edge. The further to the left a line stays up, the farther back
    it learns: its height is how strongly the error of one answer depends on what came in there (the norm of the gradient, mean over
    unseen examples). Each model’s strongest place is 1, and from rung to rung it is a round part of that.
compare-reach-how_course =
    Thin lines are the same at earlier steps, the first ones faintest. What lies in the strip at the bottom is less than the axis
    shows, or exactly nothing.
compare-reach-phenomenon =
    On the way back through a recurrent network every step multiplies the gradient by much the same factor, so it shrinks or
    grows tenfold every few steps: a straight line here. Gates can hold that factor near 1, attention and convolution lead back by
    a shorter way. What does not come back cannot be learned from, and a picture of untrained models shows only how they were
    begun: watch how the lines rise.
compare-reach-weight = { $part } of what counts most
compare-reach-weight_most = most of all
compare-reach-weight_none = nothing at all
compare-reach-last = the last of the { $kind }
compare-reach-steps_back = what stood { $back } { $kind } back
compare-reach-stretch_back = what stood { $from } to { $to } { $kind } back
compare-reach-at_source = { $kind } { $at } of what is given
compare-reach-first_source = the first { $count } { $kind } of what is given
compare-reach-reading = { $name }, step { $step }: { $place } counts { $weight }.
compare-reach-reading_since = { $name }, step { $step }: { $place } counts { $weight }; at step { $first } it was { $earlier }.
compare-reach-found = { $name }: { $place } counts { $weight }.
compare-reach-found_since = { $name }: { $place } counts { $weight }; at step { $first } it was { $earlier }.
compare-reach-silent = { $name }: nothing comes back from the answer at all.
compare-reach-one = { $name } reads one place only, so nothing stands farther back.
compare-reach-then = { $before } { $next }
compare-reach-mark = { $place }, which for { $name } counts { $weight }
compare-reach-at_back = { $kind } { $at }, { $back } before the last
compare-reach-factors = Averaged over the whole way, each step back multiplies what comes back: { $all }.
compare-reach-factor = { $name } by { $factor }
compare-reach-factor_since = { $name } by { $factor } (at step { $first } by { $earlier })
compare-reach-factors_short = From the nearest tenth to the farthest, each step back: { $all }.
compare-reach-factor_short = { $name } times { $factor }
compare-reach-best = { $best } learns from farthest back, { $worst } from nearest.

compare-steps-title = what one step does to the memory
compare-steps-shrinks = ← shrinks
compare-steps-grows = grows →
compare-steps-keeps = keeps
compare-steps-times = × { $factor }
compare-steps-or_less = ≤ { $factor }
compare-steps-column_radius = in the long run
compare-steps-column_saturated = saturated
compare-steps-column_clipped = clipped
compare-steps-layer = layer { $number }
compare-steps-encoder = encoder { $number }
compare-steps-decoder = decoder { $number }
compare-steps-halves = half is left after { $steps } { $steps ->
    [one] step
   *[other] steps
  }
compare-steps-doubles = it doubles in { $steps } { $steps ->
    [one] step
   *[other] steps
  }
compare-steps-shrinks_at_once = less than half is left after one step
compare-steps-grows_at_once = it more than doubles with every step
compare-steps-stays = all of it stays
compare-steps-gone = nothing is left
compare-steps-one = In the long run a step multiplies its memory by { $radius }: { $fate }.
compare-steps-several = In the long run a step multiplies { $all }.
compare-steps-of_layer = what { $layer } holds by { $radius }
compare-steps-clipped = The gradient was clipped in { $share } of the steps that the page heard of.
compare-steps-saturated = Its units stand at their ends in { $share } of the time, and pass hardly any gradient on.
compare-steps-reading =
    { $name }, { $layer }, step { $step }: of { $count } directions of its memory one step makes { $grow } grow; in the long run it multiplies
    by { $radius }: { $fate }.
compare-steps-how =
    Below: a row a recurrent layer, a dot a direction of its memory, by how much one step stretches it on average. The line across them is
    what counts in the long run (the spectral radius): left of 1 the memory and the gradient fade with every step, right of 1 they
    explode. That is the slope of the straight lines above.

compare-lengths-title = Where does it fail?
compare-lengths-y = answers right as a whole
compare-lengths-y_each = answers right, each for itself
compare-lengths-counted = Counted
compare-lengths-counted_whole = Whole sequences
compare-lengths-counted_each = Single answers
compare-lengths-x = length of the example
compare-lengths-short = length
compare-lengths-maps = Each answer: longer examples to the right, later answers downward
compare-lengths-maps_short = Answer by answer
compare-lengths-share = right
compare-lengths-trained = trained on
compare-lengths-how =
    Each model answers examples of every length. The line is how many of them it gets right from beginning to end; lengths that it
    was trained on are shaded.
compare-lengths-how_map =
    In the maps the first answer is the top row; the more a cell stands out from the paper, the more often that answer is right, given the right ones
    before it. A dot marks the sign that ends an answer, where there is one: it is asked too, as one answer more. The frame holds what was trained on.
compare-lengths-phenomenon =
    A model may have learned the rule, or only the lengths that it saw. A memory of fixed size overflows and its lines fall slowly
    with length; what is tied to positions breaks where positions begin that it never met.
compare-lengths-reading = { $name }, step { $step }: of examples of length { $length } it has { $share } right as a whole.
compare-lengths-reading_end = { $name }, step { $step }: at length { $length }, the end of the answer is right in { $share }.
compare-lengths-reading_place = { $name }, step { $step }: at length { $length }, answer { $place } is right in { $share }.
compare-lengths-mark = length { $length }, from which on { $name } has fewer than half right: { $share }
compare-lengths-beyond = It was never trained on examples so long.
compare-lengths-found = { $name } has { $share } right as a whole{ $where }.
compare-lengths-found_beyond = { $name } has { $share } right as a whole up to the trained length { $trained }, and { $beyond } beyond it{ $where }.
compare-lengths-reading_each = { $name }, step { $step }: of the answers to examples of length { $length }, { $share } are right.
compare-lengths-each_at = { $share } at length { $length }
compare-lengths-found_each = Of single answers { $name } has right: { $first }, { $last }.
compare-lengths-mark_apart = length { $length }, where { $name } has { $share } right and { $other } { $more }
compare-lengths-breaks = ; fewer than half from length { $length } on
compare-lengths-no_break = { "" }

compare-gaps-title = Where does it forget?
compare-gaps-y_accuracy = answers right
compare-gaps-y_error = mean squared error
compare-gaps-x = places between what tells the answer and the answer
compare-gaps-x_short = places since it was told
compare-gaps-how =
    The farther right, the longer ago the model read what it needs for its answer; the height is how many of these answers are
    right. Neighbouring gaps are taken together, since single ones have few answers; the larger a dot, the more there are.
compare-gaps-how_longer = Dotted: examples longer than any it was trained on.
compare-gaps-phenomenon =
    What a model knows of long ago is what its memory is worth: a line that falls forgets, one that breaks off sees no
    farther. Where all are right at small gaps only, the task is not learned yet, or not by remembering.
compare-gaps-one = a gap of { $gap }
compare-gaps-stretch = gaps of { $from } to { $to }
compare-gaps-right = { $share } right
compare-gaps-error = a squared error of { $error }
compare-gaps-reading = { $name }, step { $step }, { $gap }: { $value }, of { $answers } answers.
compare-gaps-reading_none = { $name }, step { $step }, { $gap }: no such answers.
compare-gaps-reading_longer = In longer examples { $value }, of { $answers }.
compare-gaps-none = { $name }: no answer that needs something read before.
compare-gaps-found = { $name }: { $value } at { $near }, { $far_value } at { $far }.
compare-gaps-found_one = { $name }: { $value } at { $near }.

compare-confusion-title = What does it take for what?
compare-confusion-asked = right answer ↓
compare-confusion-answered = what it answers →
compare-confusion-share = of its row; thin frames: right; thick: named below
compare-confusion-share_short = of its row
compare-confusion-others_short = others
compare-confusion-others = another symbol
compare-confusion-how =
    A row is what would have been right, a column what was answered, given the right answers before it; the more a cell stands out from the
    paper, the larger the part of its row. Right answers lie in the thin frames from the upper left to the lower right; all
    else is a mistake. Symbols that were neither asked nor answered have no row; of many only those asked most often have one.
compare-confusion-how_marks =
    The thick frame holds the confusion that was counted most often; where a row is rarely asked another cell may stand out more. It is named only
    if it makes up a tenth of all mistakes, twice what it would be if all were equally frequent, and was made three times and more often than any
    other. Where half of all answers are one symbol, though it is asked more rarely, that is named instead.
compare-confusion-phenomenon =
    Which mistakes a model makes tells what it has found out. Before it knows anything it answers one and the same, then what is
    frequent, whatever is asked: whole columns stand out. What it then confuses is alike for it: figures of one shape, letters that stand in the
    same places. Mistakes that no row and no column holds together are guesses.
compare-confusion-reading_right = { $name }, step { $step }: asked { $asked }, it is right { $times } of { $of } times.
compare-confusion-reading_wrong = { $name }, step { $step }: asked { $asked }, it answers { $answered } { $times } of { $of } times.
compare-confusion-reading_unasked = { $name }, step { $step }: { $asked } is never asked; it is answered { $times ->
    [one] once
   *[other] { $times } times
  }.
compare-confusion-reading_unknown = { $name }, step { $step }: one of { $asked } and { $answered } is so rare for it that it is counted with others.
compare-confusion-found = { $name }: of { $answers } answers { $share } are right{ $what }.{ $changed }
compare-confusion-none = { $name }: nothing was asked.
compare-confusion-no_mistake = { " " }and nothing is confused
compare-confusion-most = ; its most frequent confusion is { $answered } where { $asked } is right ({ $times } of { $of } times)
compare-confusion-leaning = ; { $share } of its answers are { $answered }, whatever is right
compare-confusion-none_stands_out = ; no confusion stands out
compare-confusion-first = { "" }
compare-confusion-changed = { " " }Since step { $from }, of { $examples } examples { $what }.
compare-confusion-unchanged = { " " }Since step { $from } none of { $examples } examples has more or fewer right answers.
compare-confusion-changed_right = { $n } came right
compare-confusion-changed_wrong = { $n } went wrong
compare-confusion-changed_better = { $n } became better
compare-confusion-changed_worse = { $n } became worse
compare-confusion-table_asked = Asked
compare-confusion-table_answered = Answered
compare-confusion-table_times = Times
compare-confusion-table_times_asked = Times asked

compare-look-title = Where does it look?
compare-look-how =
    Each small square is one head of attention. A row is a place that looks (of an answer, the symbol that is written), a column one
    that is looked at: the more a cell stands out from the paper, the more of its attention goes there, on one scale for all models. Below a head stands what it
    does, where that is more than 20 % and than twice what looking everywhere alike would give: previous (the place before), induction (what followed when the present symbol stood there
    before), copying (the symbol that is the right answer); a head that looks nearly everywhere alike does none of it. Pointed: it looks at nearly one place.
compare-look-how_gradient =
    By gradient: what each answer depends on, which every model has, with attention or without. Each row is divided by its sum.
    Beyond a strong line nothing is seen, whatever is learned: there the value is exactly zero.
compare-look-how_links =
    The large square is the one with the frame; a click on another draws that one. Below it lines lead from one symbol to those
    it looks at, the thicker the more: point at a row, or at a symbol. A click on a row takes query and key apart.
compare-look-mark_row = { $share } of the look of { $name } at { $row } goes to { $place }
compare-look-mark_induction =
    at { $row }, { $share } of the look of this head of { $name } goes to { $place }, which followed the same letter before; mean over unseen examples: { $score }
compare-look-mark = what { $name } writes first it takes from { $place }: { $share } of its look goes there
compare-look-phenomenon =
    Attention may look anywhere at once, and learns where. Two heads can work together: one tells each place what stood before it,
    another finds where the present symbol stood already and what came next (an induction head). A convolution sees a window that
    grows with its layers and ends at a cliff; a recurrence sees everything, but what is long ago fades.
compare-look-nothing_drawn = nothing to draw yet
compare-look-written = { $kind }: 1 in { $step } is written
compare-look-scale = share of a row: 0, 25 %, 100 %
compare-look-previous = previous
compare-look-induction = induction
compare-look-copying = copying
compare-look-pointed = pointed
compare-look-group_self = Layer { $layer }
compare-look-group_across = Layer { $layer }, at the source
compare-look-group_only = Alignment
compare-look-group_source = Source, layer { $layer }
compare-look-group_points = Inducing points, layer { $layer }
compare-look-group_pooling = Pooling
compare-look-group_gradient = By gradient
compare-look-group_gradients = By gradient: of the source, of what was written
compare-look-beyond = out of sight
compare-look-whole = answer
compare-look-map_self = head { $head } of layer { $layer }
compare-look-map_across = source head { $head } of layer { $layer }
compare-look-map_only = its alignment
compare-look-map_source = head { $head } of layer { $layer } within the source
compare-look-map_points = head { $head } of the inducing points in layer { $layer }
compare-look-map_pooling = pooling head { $head }
compare-look-map_given = by gradient, of the source
compare-look-map_read = by gradient
compare-look-large_picked = Picked: { $map }
compare-look-large_induction = Highest induction score: { $map } ({ $share })
compare-look-large_strongest = Strongest: { $map } ({ $score } { $share })
compare-look-large_pointed = None stands out; most pointed: { $map }
compare-look-large_only = What it aligns
compare-look-large_given = By gradient: what each answer depends on in the source
compare-look-large_read = By gradient: what each answer depends on
compare-look-score_previous = { $share } to the place before
compare-look-score_induction = { $share } to what followed the same symbol
compare-look-score_copying = { $share } to the symbol that is the answer
compare-look-score_entropy = spread { $share } as far as it could be
compare-look-reading_map = { $name }, { $map }: on average { $pointed } of a row (of the look of one place) goes to a single place.
compare-look-reading_scored = { $name }, { $map }: { $scores }.
compare-look-reading_row = { $name }, { $map }: from { $place } it looks at { $places }.
compare-look-reading_gradient = { $name }, { $map }: { $place } depends on { $places }.
compare-look-reading_unasked = { $name }, { $map }: nothing is asked at { $place }.
compare-look-reading_nothing = { $name }, { $map }: nothing counts for { $place }.
compare-look-share = { $place } { $share }
compare-look-point = inducing point { $place }
compare-look-answer = the answer
compare-look-answer_part = part { $place } of the answer
compare-look-back = { $place }{ $far ->
        [0] , itself,
       *[other] , { $far } back,
    }
compare-look-ahead = { $place }, { $far } ahead,
compare-look-found = { $name }: { $all }.
compare-look-found_gradient = { $name }, by gradient: { $all }.
compare-look-nothing = { $name }: its answers depend on nothing that it reads.
compare-look-best_previous = most attention to the place before has { $map } ({ $share })
compare-look-best_induction = highest induction score has { $map } ({ $share })
compare-look-best_copying = most to the right answer’s symbol has { $map } ({ $share })
compare-look-none = no head stands out for { $scores } (the bar is { $bar }, and twice what looking everywhere alike gives)
compare-look-best_pointed = most pointed is { $map } ({ $share } of a row at one place)
compare-look-only_pointed = { $map } gives on average { $share } of a row to one place
compare-look-answers_from = on average { $share } of an answer comes from one place
compare-look-answer_from = { $share } of the answer comes from { $place }
compare-look-mean_back = from { $far } { $kind } away on average
compare-look-cliff = nothing from more than { $far } { $kind } back
compare-look-detail = Query and key, { $map }: from { $from } to { $to } at step { $step }
compare-look-detail_other = Query and key, { $map }, in another passage, the first held out: from { $from } to { $to } at step { $step }
compare-look-detail_sum = The { $count } products of query and key add up to { $score }. The largest: { $most }.
compare-look-detail_bias = For its distance { $bias } is added.
compare-look-detail_weight = Softmax over { $keys } places makes { $share } of it.
compare-look-detail_next = Next comes { $to } with { $score }, which makes { $share }.
compare-look-products = Query times key from { $from }, number by number
compare-look-products_other = Query times key from { $from } of another passage, number by number
compare-look-adds_up = = { $score } → { $share }
compare-look-product = number { $dimension } gives { $value }
compare-look-means_query = the query of the place that looks
compare-look-means_key = the key of the place that is looked at
compare-look-means_width = numbers in each
compare-look-means_score = their score
compare-look-means_bias = for the distance
compare-look-means_weight = the share of attention
compare-look-says_sum = The score is the sum of the products of query and key, divided by the root of their number.
compare-look-says_sum_bias = The score is the sum of the products of query and key, divided by the root of their number, and something for the distance.
compare-look-says_softmax = The share is e to the score, divided by the sum of that over all places.

compare-layer-number = layer { $number }
compare-layer-of_encoder = { $layer } of the encoder
compare-layer-of_decoder = { $layer } of the decoder
compare-layer-about_reverse = { $layer } reading backwards
compare-layer-about_cross = the source attention of { $layer }
compare-layer-about_inducing = the inducing points of { $layer }
compare-layer-about_feed = the feed-forward part of { $layer }
compare-layer-about_cell = the cell of { $layer }
compare-layer-embedding = the symbols themselves
compare-layer-pooling = the pooling
compare-layer-decoder = the part behind the pooling
compare-layer-linear1 = the layer before the answer
compare-layer-whole = the model

compare-worth-title = What is each part worth?
compare-worth-x = change of the loss when it is off
compare-worth-which = Parts
compare-worth-which_any = what it has
compare-worth-which_head = heads
compare-worth-which_gate = gates
compare-worth-which_unit = units
compare-worth-which_layer = layers
compare-worth-score = Heads together
compare-worth-score_none = none
compare-worth-score_previous = previous place
compare-worth-score_induction = induction
compare-worth-score_copying = the answer’s symbol
compare-worth-how =
    Each bar is one part of the model, and says how much worse the model answers unseen examples when that part alone is off: the line is the
    loss of the whole model, to the right of it the loss rises. Most is at the top, and one scale holds for all models. To the left
    of the line stand parts without which the model would do better.
compare-worth-how_off =
    Off means: a head or a unit shows zero, a layer adds nothing, a gate is held closed or open. Bars in full colour change the loss by
    a tenth or more. Pick a bar (click, or Enter) to switch that part off in the picture. Heads together: all heads with more than 20 % of a
    score are off at once, also where that is no more than looking everywhere alike gives (“Where does it look?” asks for more).
compare-worth-how_copy = All of this is done to a copy of the model: its training goes on as if nothing had happened.
compare-worth-phenomenon =
    Parts that share the work are each worth little, since the others stand in for one that is missing; parts that have become specialists
    are missed at once. Before training no part is worth much, because there is nothing to lose. Each part was
    switched off alone, so short bars do not say that all of these could be left out together.
compare-worth-amount = { NUMBER($n, maximumSignificantDigits: 3) }
compare-worth-more = +{ $amount }
compare-worth-less = −{ $amount }
compare-worth-whole = nothing off: loss { $loss }
compare-worth-whole_right = nothing off: loss { $loss }, { $share } right
compare-worth-loss = loss
compare-worth-right = right answers
compare-worth-with = with
compare-worth-without = without
compare-worth-head = head { $number } of { $layer }
compare-worth-attention = the attention of { $layer }
compare-worth-unit = unit { $number } of { $layer }
compare-worth-gate = gate
compare-worth-gate_i = input gate
compare-worth-gate_f = forget gate
compare-worth-gate_o = output gate
compare-worth-gate_r = reset gate
compare-worth-gate_z = update gate
compare-worth-gate_n = candidate
compare-worth-gate_g = candidate
compare-worth-gate_of = { $gate } of { $layer }
compare-worth-held_closed = { $gate } held closed
compare-worth-held_open = { $gate } held open
compare-worth-together =
    { $count ->
        [one] the one head with a high score
       *[other] all { $count } heads with a high score
    }
compare-worth-rest = and { $count } more, each below { $below }
compare-worth-untried = { $untried } more { $untried ->
    [one] was
   *[other] were
  } not tried
compare-worth-change = the loss goes from { $loss } to { $without }
compare-worth-change_right = the loss goes from { $loss } to { $without }, and right answers from { $share } to { $left }
compare-worth-reading = { $name }, step { $step }, with { $off }: { $change }.
compare-worth-reading_none = { $name } has no such part.
compare-worth-off_part = { $part } off
compare-worth-off = { $name } with { $off }
compare-worth-off_change = On the same unseen examples { $change }.
compare-worth-off_nothing = Nothing at all happens: whatever it does, no answer depends on it.
compare-worth-off_little = That is less than { $bar } of the loss: the rest of the model hardly misses it, because it does little or others stand in for it.
compare-worth-off_better = The model answers better without it: here it stands in the way.
compare-worth-off_needed = The model leans on it: the rest does not make up for what it gave.
compare-worth-off_gate = The model leans on it: a gate that cannot move any more keeps it from choosing what to take in, to keep or to show.
compare-worth-off_copy = Measured on { $examples } examples with a copy of the weights; training is not touched.
compare-worth-better = ; with { $off } it would do better: { $change }
compare-worth-no_better = { "" }
compare-worth-found =
    { $name } loses most with { $off }: { $change }; { $of ->
        [one] there is nothing else to switch off
       *[other] { $count } of { $of } switch-offs raise the loss by { $bar } or more
    }{ $better }.
compare-worth-found_little =
    { $name }: { $of ->
        [one] its one switch-off does not raise
       *[other] none of { $of } switch-offs raises
    } the loss by { $bar }{ $better }.
compare-worth-found_none = { $name } has none of these parts.
compare-worth-table_part = Part
compare-worth-table_number = Which
compare-worth-table_held = Held
compare-worth-table_rise = Rise of the loss
compare-worth-table_fall = Right answers lost
compare-worth-table_loss_without = Loss without it

compare-expect-title = What does it expect?
compare-expect-layer = layer { $number }
compare-expect-layer_cell = cell { $number }
compare-expect-layer_symbols = symbols
compare-expect-edge_right = right
compare-expect-edge_read = read
compare-expect-panel = Answer { $place } over training · now
compare-expect-panel_layer = Answer { $place } after { $layer } over training · now
compare-expect-how =
    One unseen example, its answers from left to right; the layers stand on one another, from what is read to what is answered. In each cell
    stands the first guess that the model would make if it stopped at that layer, the more it stands out from the paper, the more probable. Bold and underlined is
    what is right; the right answers are written above.
compare-expect-how_course =
    Beside it one answer over training: each line is a symbol, each column a step at which it was measured, and the bars say how probable each is
    now. The answer in the dotted frame is meant.
compare-expect-how_pick = Pick a cell to see another answer or layer, pick a column of the course to go back to that step.
compare-expect-phenomenon =
    A guess is not made in one place. Read through the output weights (the logit lens), the lower layers mostly repeat what stands there or what is
    frequent, and each layer above moves the guess a little; what needs something from far away appears only after the layer that
    fetches it. In training frequent symbols are expected first, everywhere alike, and what fits this very place later.
compare-expect-unnamed = no symbol
compare-expect-it = the right answer
compare-expect-it_named = the right answer { $symbol }
compare-expect-guess = { $symbol } { $share }
compare-expect-rank_unknown = what is right is unknown here
compare-expect-rank_first = { $answer } stands first ({ $share })
compare-expect-rank = { $answer } is number { $rank } ({ $share })
compare-expect-rank_beyond = { $answer } is far behind ({ $share })
compare-expect-average = { $share } after { $layer }
compare-expect-averages = first guesses right: { $all }{ $from }
compare-expect-from = ; from { $layer } on more than half
compare-expect-from_start = ; after every layer more than half
compare-expect-from_none = ; never more than half
compare-expect-always = { $rank }, as at the first step measured ({ $step })
compare-expect-since = { $rank }, since step { $step }
compare-expect-found = { $name }: { $averages }. At answer { $place } { $rank }.
compare-expect-found_none = { $name } has no layers to be read.
compare-expect-which_lively = Answer { $place } is shown over training: there the guesses changed most.
compare-expect-which_still = Answer { $place } is shown over training; so far no guess has changed.
compare-expect-which_picked = Answer { $place } is shown over training, as picked.
compare-expect-reading = { $name }, step { $step }, answer { $place } after { $layer }: { $guesses }.
compare-expect-reading_rank = Here { $rank }.
compare-expect-reading_none = { $name } has no such answer.
compare-expect-at = { $name }, answer { $place }, layer by layer
compare-expect-after = After { $layer }: { $guesses }; { $rank }.
compare-expect-back = As it was at step { $step }
compare-expect-back_how = The guesses are those of this step. Pick the column again to come back.
compare-expect-table_answer = Answer
compare-expect-table_guess = First guess
compare-expect-table_probability = Probability
compare-expect-table_right = Of the right one
compare-expect-table_first_right = First guess right

compare-scatter-title = What is close to what?
compare-scatter-of = Points
compare-scatter-of_states = memory
compare-scatter-of_embedding = symbols
compare-scatter-of_position = positions
compare-scatter-across = → { $share } of how points differ
compare-scatter-upward = ↑ { $share } of how points differ
compare-scatter-by = Coloured by
compare-scatter-key = Colour: { $what }
compare-scatter-key_range = { $low } to { $high }
compare-scatter-key_rest = others
compare-scatter-key_unknown = not stated
compare-scatter-key_rest_unknown = others, or not stated
compare-scatter-amount = { NUMBER($n, maximumSignificantDigits: 2) }
compare-scatter-trait_time = the position
compare-scatter-trait_read = the symbol read last
compare-scatter-trait_read_kind = the kind of symbol read last
compare-scatter-trait_kind = the kind of symbol
compare-scatter-trait_number = the value of the digit
compare-scatter-is_yes = yes
compare-scatter-is_no = no
compare-scatter-parity_yes = odd
compare-scatter-parity_no = even
compare-scatter-kind_vowel = vowel
compare-scatter-kind_consonant = consonant
compare-scatter-kind_capital = capital letter
compare-scatter-kind_digit = digit
compare-scatter-kind_mark = punctuation or sign
compare-scatter-kind_space = space or line end
compare-scatter-kind_word = several letters
compare-scatter-kind_beginning = beginning of a word
compare-scatter-kind_other = other symbol
compare-scatter-how =
    What a model knows of something is a list of numbers, that is a point in as many dimensions. Here all points are seen from where they
    spread most (their two principal components); what is close here is alike for the model, as far as the plane shows it: the
    axes say how much of the spread each of them holds.
compare-scatter-how_points =
    Memory: a point is what the top layer leaves at one position of one of a few unseen examples; the line follows one of them, whose points are
    larger. Symbols and positions: the vectors that stand for them where the model reads.
compare-scatter-how_near =
    Colour and shape say what is so of a point, which the model was not told. If points of one colour lie together, apart from the others, the
    model tells them apart. The sentence counts that: how often the nearest point has the same colour, beside how often any point has
    (chance); of numbers, by how much they differ. Of a memory the nearest in another example is taken, since what follows one another is
    close anyway. “In groups”: of what chance leaves open the nearest tells at least half (“partly”: a fifth), “in order”: three quarters
    (“partly”: two fifths); and at most 4 of 99 tries with the colours shuffled do as well.
compare-scatter-how_scale =
    Each panel has axes and a scale of its own, the same across and upward, since directions mean nothing from one model to the next. Point at
    a point for its nearest.
compare-scatter-phenomenon =
    A model keeps apart what it has to answer differently, and may let fall together what makes no difference. So a memory that lies
    in groups by what the task asks for has it; one that lies by the symbol read last has kept little more; heaps that no colour explains are
    of something else. Nothing told the model which symbols are alike: what is used alike moves together while it learns. Before training
    points lie where chance put them, though what was read last shows already.
compare-scatter-state = { $kind } { $place } of example { $example }
compare-scatter-state_named = { $symbol } ({ $kind } { $place } of example { $example })
compare-scatter-position = position { $place }
compare-scatter-mask = what is left out
compare-scatter-reading =
    { $name }, step { $step }: nearest to { $point } { $count ->
        [one] is
       *[other] are
    } { $near }.
compare-scatter-reading_alone = { $name }, step { $step }: { $point } stands alone.
compare-scatter-reading_none = { $name } has no such point.
compare-scatter-reading_colour = Its colour: { $what } – { $value }.
compare-scatter-found = { $name }: { $close }. The plane shows { $share } of how they differ.
compare-scatter-one = nothing can be told, since its points do not lie apart or are all of one kind
compare-scatter-class_grouped = points lie in groups by { $what }: in { $near } the nearest { $other } has the same; by chance { $any }{ $first }{ $more }
compare-scatter-class_partly = points lie only partly in groups by { $what }: in { $near } the nearest { $other } has the same; by chance { $any }{ $first }{ $more }
compare-scatter-class_strewn = points do not lie in groups by { $what }: in { $near } the nearest { $other } has the same; by chance { $any }{ $first }{ $more }
compare-scatter-order_grouped = points lie in order of { $what }: from the nearest { $other } it differs by { $near } on average; from any by { $any }{ $first }{ $more }
compare-scatter-order_partly = points lie only partly in order of { $what }: from the nearest { $other } it differs by { $near } on average; from any by { $any }{ $first }{ $more }
compare-scatter-order_strewn = points do not lie in order of { $what }: from the nearest { $other } it differs by { $near } on average; from any by { $any }{ $first }{ $more }
compare-scatter-nearest_states = point of another example
compare-scatter-nearest_embedding = symbol
compare-scatter-nearest_position = position
compare-scatter-first = { " " }(at step { $step }: { $near })
compare-scatter-stronger_class = ; they lie rather by { $what } ({ $near }; by chance { $any })
compare-scatter-stronger_order = ; they lie rather by { $what } (a difference of { $near }; from any { $any })
compare-scatter-also = ; also by { $what }
compare-scatter-closest = ; closest are { $a } and { $b }, { $part } of the mean distance apart, a third or less of what chance would give
compare-scatter-nothing_more = { "" }
compare-scatter-table_of = Of
compare-scatter-table_point = Point
compare-scatter-table_example = Example
compare-scatter-table_position = Position
compare-scatter-table_read = Read
compare-scatter-table_known = Known by the task
compare-scatter-table_first = First component
compare-scatter-table_second = Second component

compare-wait-title = What must wait?
compare-wait-y_operations = operations for one whole example, forward
compare-wait-y_operations_short = operations for one example
compare-wait-y_ms = milliseconds for one example, forward: measured (dots), reckoned (lines)
compare-wait-y_ms_short = milliseconds, forward
compare-wait-x = length of the example
compare-wait-unit = Counted in
compare-wait-unit_operations = operations
compare-wait-unit_ms = milliseconds
compare-wait-made_for = made for { $length }
compare-wait-chain = steps that wait for one another, at length { $chained }
compare-wait-chain_own = steps that wait for one another, each at its own length
compare-wait-chain_short = steps in a row, at length { $chained }
compare-wait-chain_own_short = steps in a row, each at its own length
compare-wait-time = time for one example, measured here, by part
compare-wait-time_short = time for one example, by part
compare-wait-plain = { $n }
compare-wait-from = from { $n } on
compare-wait-power = 10{ $power }
compare-wait-us = { $n } µs
compare-wait-ms = { $n } ms
compare-wait-s = { $n } s
compare-wait-steps =
    { $waits ->
        [one] 1 step
       *[other] { $waits } steps
    }
compare-wait-kind-embedding = embedding
compare-wait-kind-recurrent = recurrence
compare-wait-kind-convolution = convolution
compare-wait-kind-attention = attention
compare-wait-kind-feed_forward = feed-forward
compare-wait-kind-norm = normalisation
compare-wait-kind-pool = pooling
compare-wait-kind-output = output
compare-wait-mark = from length { $length } on { $more } needs more operations for an example than { $less }
compare-wait-how =
    Above: how many operations (of matrix products) a model needs to read one example and answer, by how long that is. Both axes count
    in powers of ten: what grows in step with length rises by one for each one to the right, what grows with its square by
    two. The dot is the length that the model was made for, its line is worked out for the same model at any other; a ring marks
    where comparing all with all comes to need more. A step of training takes about three times as much for each example.
compare-wait-how_chain =
    The beads: each is a step that cannot begin before the one before it has ended, however much hardware there is. A recurrent layer
    has one for each place, attention one for each layer. Where something is given it is taken to be as long as the answer, so that their length may be another one than that of the race.
compare-wait-how_time =
    The bars: how long each kind of part takes for one example, forward, measured on this machine (the least so far, since whatever else
    it does adds to that) and the same scale for all;
    full colour is what connects places. What stands before and behind it each place does for itself. Milliseconds at other lengths are
    those in proportion to the operations.
compare-wait-phenomenon =
    A recurrent network reads one place after the other: its operations grow in step with length, and so does the chain of what must
    wait. Attention looks at all places at once, so that its chain is as short for a thousand places as for ten, but it compares
    each place with each, and that grows with the square. One pays in waiting, the other in work: on thousands of processors it is the chain
    that costs, on a single one like this it is the operations, and how long those take when each waits for the one before.
compare-wait-needs_operations = { $name } needs more operations { $all }.
compare-wait-needs_ms = { $name } needs more time, as reckoned, { $all }.
compare-wait-than_always = than { $names } at every length
compare-wait-than_from = than { $names } from length { $length } on
compare-wait-than_never = than { $names } at no length up to { $farthest }
compare-wait-linear = All of these grow in step with length: none compares every place with every other, and nothing crosses.
compare-wait-half = From length { $length } on, comparing places with each other is more than half of all that { $name } computes.
compare-wait-found = { $name }: { $waits } one after the other at length { $length }, { $operations } operations{ $time }.
compare-wait-found_apart =
    { $name }: { $waits } one after the other at length { $chained }; at length { $length }, { $operations } operations{ $time }.
compare-wait-found_only = { $name }: { $waits } one after the other, { $operations } operations{ $time }; it is made for one size only.
compare-wait-timed = { " " }in { $time }, { $share } of it for { $kind }
compare-wait-timed_even = { " " }in { $time }, no kind of part taking a third of it
compare-wait-untimed = { "" }
compare-wait-nothing = { $name } has no parts that compute anything.
compare-wait-reading_operations = { $name }, length { $length }: { $count } operations for one example.
compare-wait-reading_measured = { $name }, length { $length }: { $time } for one example, measured.
compare-wait-reading_reckoned = { $name }, length { $length }: { $time } for one example, reckoned from what was measured.
compare-wait-reading_none = { $name }, length { $length }: nothing is known.
compare-wait-reading_chain = { $name }, length { $chained }: { $waits }, each waiting for the one before.
compare-wait-reading_faster = With hardware without limit it could at most be { $times } times as fast as one operation after the other.
compare-wait-reading_kind =
    { $name }, { $kind } ({ $count ->
        [one] 1 part
       *[other] { $count } parts
    }): { $time }, { $share } of its time, for { $work } of its operations.
compare-wait-reading_work =
    { $name }, { $kind } ({ $count ->
        [one] 1 part
       *[other] { $count } parts
    }): { $work } of its operations.
compare-wait-reading_without = { $name } has no part of this kind: { $kind }.
compare-wait-table_length = Length
compare-wait-table_part = Part
compare-wait-table_kind = Kind
compare-wait-table_operations = Operations
compare-wait-table_ms = Milliseconds
compare-wait-table_how = Counted
compare-wait-table_waits = Steps in a row

compare-changed-title = Which answers changed?
compare-changed-found = { $name }, step { $from } to { $to }: of the { $count } examples shown { $what }.
compare-changed-right = { $n } came right
compare-changed-wrong = { $n } went wrong
compare-changed-other =
    { $n ->
        [one] 1 is wrong in another way
       *[other] { $n } are wrong in another way
    }
compare-changed-none = { $name }, step { $from } to { $to }: of the { $count } examples shown no answer changed.
compare-changed-example = Example
compare-changed-now_right = right now
compare-changed-now_wrong = wrong now
compare-changed-now_other = another mistake
compare-changed-how =
    The unseen examples that stand on the models’ cards, as they were answered at the last test and at the one before, and of these those
    whose answer changed in some model. They are few: what happens to all is in the curves.

compare-kept-title = How much of each place is left at the end?
compare-kept-y = left at the end, in the unit that keeps most
compare-kept-x = { $places } read
compare-kept-how =
    A gated memory is multiplied at each place by a gate between 0 and 1 (an LSTM’s forget gate, a GRU’s update gate). The height is
    what these gates, multiplied from a place to the end, leave of what the memory held there, in the unit of which most is left.
compare-kept-how_gate =
    It is of the example that all models read. What is written on top, and what a network carries in what it shows, is not counted.
compare-kept-phenomenon =
    A gate that is open by a half leaves a half, after two places a quarter, after forty next to nothing, and what is learned comes back
    by the same product. Only a gate that stays near 1 keeps something over a long stretch.
compare-kept-found = { $name }: { $part } is left at the end of what it held at { $place }; its gate is open by { $open } on average.
compare-kept-reading = { $name } at { $place }: { $part } is left at the end; the gate is open by { $open } there, on average over units.
compare-kept-none = { $name } has no gate that keeps its memory.
compare-kept-mark = of what { $name } held at { $place }, { $part } is left at the end, in the unit that keeps most

compare-memory-title = What does it remember?
compare-memory-nothing = 0 · nothing
compare-memory-all = 1 · knows it
compare-memory-key_unit = best unit alone
compare-memory-key_together = all units together
compare-memory-key_control = shuffled labels
compare-memory-course = since step { $first }
compare-memory-unit_number = unit { $unit }
compare-memory-how =
    Each row is a model. The further to the right, the better its memory tells what the task asks to be kept, though no symbol shows
    it: a straight line is fitted from the memory to it on some held-out examples and judged on others (R²: 1 tells all of it, 0 no more
    than its mean). Diamond: the best single unit. Ring: all units together. Tick: all units together with the labels of other
    examples, which is what the place alone gives away (“shuffled”).
compare-memory-how_course =
    At the right the same over training: thick is all units together, thin the best single unit. A unit is named only where it
    tells at least half of what shuffled labels leave open.
compare-memory-phenomenon =
    A memory need not keep a thing in one place. Where one unit carries it, one can watch that unit; where only all units together
    tell it, it lies along a direction that no single unit shows. That it can be read does not mean that the model uses it: try
    that by switching the unit off.
compare-memory-found = { $name }: { $all }.
compare-memory-carried = unit { $unit } carries { $variable } (R² { $alone }; shuffled { $control })
compare-memory-spread =
    no single unit carries { $variable }, all together do (R² { $together }; the best, unit { $unit }, { $alone }; shuffled { $control })
compare-memory-missed = of { $variable } little is told that the place alone does not give away (R² { $together }; shuffled { $control })
compare-memory-absent = there is nothing to tell of { $variable }
compare-memory-unmeasured = { $name }: nothing was asked of its memory.
compare-memory-apart = { $best } tells { $variable } best (R² { $more }), { $worst } least ({ $less }).
compare-memory-reading_together = { $name }, step { $step }: all units together tell { $variable } with R² { $together }{ $auc }.
compare-memory-reading_unit = { $name }, step { $step }: unit { $unit } alone tells { $variable } with R² { $alone }{ $auc }.
compare-memory-reading_no_unit = { $name }, step { $step }: no unit to tell { $variable } by.
compare-memory-reading_control = { $name }, step { $step }: with shuffled labels { $variable } would be told with R² { $control }.
compare-memory-reading_course = { $name }: R² of all units together was { $earlier } at step { $first } and is { $together } at step { $step }.
compare-memory-reading_first = { $name } was measured for the first time at step { $step }: R² { $together }.
compare-memory-auc = ; it tells yes from no in { $share } of pairs (50 % is chance)
compare-memory-no_auc = { "" }
compare-carried-title = What does it carry along?
compare-carried-axis = { $variable } (grey: as it is; lines: as read off the memories)
compare-carried-of = Told
compare-carried-of_best = what is told best
compare-carried-how =
    Of the example that all models read. The broad stair with its dots is what is so after each place, though no symbol shows it. Each
    line is what is read there off a model’s memory, along the one direction of all its units that tells it best.
compare-carried-how_moved =
    The direction was fitted on many held-out examples, as for “What does it remember?” (R²). It says by how much a line rises
    and falls; where it lies was chosen for this example, so that on the mean it is right.
compare-carried-phenomenon =
    What a network carries along it found by itself: nobody told it what to count. A memory that holds what the task asks for rises
    and falls with it. One that sees only the last few places repeats itself where these look alike.
compare-carried-found = { $name }: on the mean the line is { $away } away from { $variable } (R² on other examples { $r2 }).
compare-carried-none = { $name }: no line can be read off its memory here.
compare-carried-apart =
    { $best } follows { $variable } most closely, on the mean { $near } away; { $worst } least, { $far }.
compare-carried-reads = { $name } { $read }
compare-carried-reading = After { $place } { $variable } is { $value }; read off the memories: { $all }.
compare-carried-reading_none = After { $place } nothing is known of { $variable }.
compare-carried-mark = after { $place } { $variable } is { $value }; read off { $name } it is { $read }, off { $other } { $closer }
compare-carried-table_place = Place
compare-carried-table_variable = Told
compare-carried-table_known = Is
compare-carried-table_read = Read
compare-memory-known-ahead = which letter is ahead
compare-memory-known-broken = whether a bracket did not fit
compare-memory-known-carry = the carry
compare-memory-known-depth = how many brackets are open
compare-memory-known-different = how many different letters came
compare-memory-known-first = which mark came first
compare-memory-known-held = the sum of the marked numbers
compare-memory-known-hidden = the hidden letter
compare-memory-known-in_quotes = whether it is inside quotation marks
compare-memory-known-in_word = the letters of the word so far
compare-memory-known-largest = the largest so far
compare-memory-known-last = which mark came last
compare-memory-known-lead = the lead of the letter that is ahead
compare-memory-known-likes = whether the review likes the film
compare-memory-known-marks = the marks so far
compare-memory-known-next = the letter that comes next
compare-memory-known-ones = the ones so far
compare-memory-known-open = the bracket to be closed next
compare-memory-known-parity = the parity so far
compare-memory-known-recalled = what is to be recalled
compare-memory-known-repeats = whether the block has begun again
compare-memory-known-since = the steps since the last mark
compare-memory-known-turned = whether “not” turns words round
compare-memory-known-value = the number read so far
compare-memory-known_other = “{ $name }”
compare-table-variable = Told
compare-table-of = By
compare-table-unit = Unit
compare-table-r2 = R²
compare-table-auc = AUC

compare-network_title = How does it reach an answer?
compare-network_how =
    Time runs to the right, layers upward: what is read stands at the bottom, answers at the top. Squares are cells that hand on a
    memory, wedges see a window, circles look at other places by attention, a bar is made of all. The coloured way is the shortest from
    one place to the answer; each of its arrows into a box is a connection, what is dotted leads past boxes and counts nothing.
compare-network_how_light =
    What it holds: the larger the numbers in a box, beside the largest of its row, the stronger its colour, and a line is as strong as the attention along
    it. What the answer hangs on: how much comes back to a box from the answer when the network learns, where a tenth of it is a step of
    four. In what order: how many connections had to be made one after the other; walk to the right to let them be made.
compare-network_how_pick = Choose a place at the bottom, or an answer at the top, to have another way lit; choose a box to see how it works.
compare-network_phenomenon =
    Every connection on the way is one more chance for what was read to fade, and for what is learned from the answer to fade on the
    way back. A recurrent network has as many as there are steps between, dilated convolutions a few for each doubling, attention one.
compare-network_flow = Show
compare-network_flow_forwards = What it holds
compare-network_flow_backwards = What the answer hangs on
compare-network_flow_order = In what order
compare-network_given = { $place } of what is given
compare-network_answer = the answer
compare-network_answer_last = the last answer
compare-network_answer_at = the answer at { $place }
compare-network_row_read = what is read
compare-network_row_given = what is given
compare-network_row_answers = answers
compare-network_row_chain = memory cells →
compare-network_row_back = ← memory cells
compare-network_row_window = window of { $window }
compare-network_row_dilated = { $window }, { $dilation } apart
compare-network_row_look = { $heads ->
    [one] attention
   *[other] attention × { $heads }
  }
compare-network_row_across = { $heads ->
    [one] looks at given
   *[other] looks at given × { $heads }
  }
compare-network_row_across_pool = most of given
compare-network_row_points = learned points
compare-network_row_pooling = pooled by attention
compare-network_row_all = all together
compare-network_count = { $count ->
    [one] 1 connection
   *[other] { $count } connections
  }
compare-network_count_from = { $count ->
    [one] 1 connection from { $place }
   *[other] { $count } connections from { $place }
  }
compare-network_count_dotted = dotted: not counted
compare-network_no_way = no path
compare-network_begins_picked = The lit way leads from { $place }, as chosen, to { $answer }.
compare-network_begins_unheard = The lit way leads from { $place } to { $answer }: the one on which that answer of one model hangs most, and nothing of which gets to another.
compare-network_begins_matters = The lit way leads from { $place } to { $answer }: of all places before it, the one that it hangs on most, all models taken together.
compare-network_begins_first = The lit way leads from { $place } to { $answer }: the first, since no place stands out.
compare-network_hidden = { $count } of { $all } { $kind } are not drawn, for want of room; their connections are counted.
compare-network_image = { $name } reads a picture in both directions, which cannot be unrolled in time: only its lines are drawn, as many in each layer, though each layer halves them.
compare-network_grid = { $name } has a grid of places read and places given; each box is a whole line of it.
compare-network_found = { $count ->
    [0] { $name }: { $place } leads to { $answer } without any connection; { $waits }.
    [one] { $name }: 1 connection lies between { $place } and { $answer }; { $waits }.
   *[other] { $name }: { $count } connections lie between { $place } and { $answer }; { $waits }.
  }
compare-network_cannot = { $name }: no way leads from { $place } to { $answer }, so it cannot know it; { $waits }.
compare-network_unheard = { $place }, which counts exactly nothing for the last answer of { $name }
compare-network_unlit = { $name }: { $waits }.
compare-network_elsewhere = { $name } does not read that place; { $waits }.
compare-network_reading_nowhere = { $name } reads nothing here.
compare-network_reading_empty = { $name }, { $place }: no box here.
compare-network_reading_unasked = { $name }, { $place }: no answer is asked for here.
compare-network_reading_answer = { $name }, { $place }: an answer.
compare-network_reading_wrote = { $name }, { $place }: its answer is { $written }.
compare-network_reading_written = { $name }, { $place }: its answer is { $written }, asked for was { $asked }.
compare-network_reading_no_way = { $name }, { $place }: no way leads to { $answer }.
compare-network_reading_way = { $count ->
    [one] { $name }, { $place }: 1 connection to { $answer }.
   *[other] { $name }, { $place }: { $count } connections to { $answer }.
  }
compare-network_reading_counts = { $count ->
    [one] { $name }, { $place }: 1 connection to { $answer }, which hangs on it { $weight } of what it hangs on most.
   *[other] { $name }, { $place }: { $count } connections to { $answer }, which hangs on it { $weight } of what it hangs on most.
  }
compare-network_reading_box = { $count ->
    [one] { $name }, { $row }, { $place }: made of one place below.
   *[other] { $name }, { $row }, { $place }: made of { $count } places below.
  }
compare-network_reading_box_held = { $count ->
    [one] { $name }, { $row }, { $place }: made of one place below; what it holds is { $share } of the row’s largest.
   *[other] { $name }, { $row }, { $place }: made of { $count } places below; what it holds is { $share } of the row’s largest.
  }
compare-network_reading_chain = { $name }, { $row }, { $place }: made of what is below and of the memory before.
compare-network_reading_chain_held = { $name }, { $row }, { $place }: made of what is below and of the memory before; what it holds is { $share } of the row’s largest.
compare-network_waits = { $waits ->
    [one] all connections are made at once
   *[other] { $waits } connections have to be made one after the other
  }
compare-network_box = { $name }: { $row }, { $place }
compare-network_box_all = { $name }: { $row }, one box for all
compare-network_box_sizes = It leaves { $width } numbers, by way of { $parameters } learned ones, the same at every place.
compare-network_box_round = What it reads also leads round it and is added to what it works out: the dot above it.
compare-network_box_norm = Norms before or after it, which bring each place to one size, are left out here.
compare-network_box_plain = The formula is the plain form; what this model was set to beyond that is not written.
compare-network_says_rnn = A vanilla recurrent cell mixes what it reads with its memory and bends the sum.
compare-network_says_gru = A GRU mixes its memory with a new candidate; the update gate says how much of the old stays (in the form of PyTorch).
compare-network_says_lstm = An LSTM keeps a cell to itself, to which it only adds; gates say what enters, what stays and what is shown.
compare-network_says_cell = A recurrent cell makes the memory of one step from that of the step before.
compare-network_says_state_space = A state space keeps a part of its memory and adds to it, without bending, so that a scan can compute all steps in a few rounds.
compare-network_says_window = A convolution weighs the places in its window, with the same weights everywhere.
compare-network_says_image = A convolution over a picture weighs the pixels around each; of each two by two the largest goes on.
compare-network_says_dense = Every place has weights of its own, and all are added up.
compare-network_says_look = Attention: each place asks, every other one it may see answers as far as its key fits the question; the answers are averaged.
compare-network_says_across = Attention to what is given: each place asks, the places given answer as far as their keys fit.
compare-network_says_points = A few learned points look at all members, and each member looks at the points.
compare-network_says_pooling = A learned question looks at all members: the answer is taken from them as far as their keys fit.
compare-network_says_pool = All places are taken together: their mean, or the largest of each number.
compare-network_says_grid = Every pair of a place written and a place given has numbers of its own; a convolution over the grid adds some at each layer.
compare-network_says_grid_pool = Of every number the largest among the places given goes on.
compare-network_says_feed_forward = After it, at each place alone: two layers with a bend between them.
compare-network_symbol_x = what comes in from below
compare-network_symbol_h = the memory after this place (its length)
compare-network_symbol_h_before = the memory before it (its length)
compare-network_symbol_sigma = squeezes numbers to between 0 and 1
compare-network_symbol_times = number by number
compare-network_symbol_bend = a bend, such as tanh or ReLU
compare-network_symbol_learned = learned weights
compare-network_symbol_gru_reset = reset gate (mean)
compare-network_symbol_gru_update = update gate: how much of the old stays (mean)
compare-network_symbol_gru_new = the new candidate (mean)
compare-network_symbol_lstm_in = input gate: how much of the new enters (mean)
compare-network_symbol_lstm_forget = forget gate: how much of the cell stays (mean)
compare-network_symbol_lstm_new = the new candidate (mean)
compare-network_symbol_lstm_out = output gate: how much of the cell is shown (mean)
compare-network_symbol_lstm_cell = the cell after this place (its length)
compare-network_symbol_lstm_cell_before = the cell before it (its length)
compare-network_symbol_scan_keep = how much of each number stays: learned, or a gate of what comes in
compare-network_symbol_scan_add = what is added, made of what comes in
compare-network_symbol_scan_out = reads the memory out, where the model does so
compare-network_symbol_window = width of the window
compare-network_symbol_dilation = how far apart its places are
compare-network_symbol_left = how far it reaches back
compare-network_symbol_window_x = what stands at one place of the window
compare-network_symbol_y = what it leaves here
compare-network_symbol_y_all = what it leaves for all
compare-network_symbol_pixels = the pixels around
compare-network_symbol_map = a map, half as wide and high
compare-network_symbol_length = number of places
compare-network_symbol_query = the question of this place
compare-network_symbol_key = the key of another place
compare-network_symbol_value = what that place answers
compare-network_symbol_key_given = the key of a place given
compare-network_symbol_value_given = what that place answers
compare-network_symbol_weight = the share of attention it gets (the largest, all heads together)
compare-network_symbol_weight_given = the share of attention it gets (the largest, all heads together)
compare-network_symbol_weight_pooled = the share of attention a member gets
compare-network_symbol_head_width = width of a head
compare-network_symbol_points = the learned points
compare-network_symbol_points_seen = what they have seen
compare-network_symbol_seed = the learned question
compare-network_symbol_grid_x = the numbers of one pair
compare-network_symbol_grid_f = the convolution, with norms and bends
compare-network_symbol_grid_join = side by side
compare-network_symbol_grid_y = the same and what is new
compare-network_reading_order = After { $tick } connections in a row { $name } has { $count } of its { $all } boxes.
compare-table-stream = Where
compare-table-position = Position
compare-table-connections = Connections
compare-table-influence = Influence
compare-table-waits = One after the other

## chart: what is drawn

chart-loss = Loss
chart-loss-what = lower is better
chart-loss-what-text = in nats per character, lower is better
chart-accuracy = Right answers
chart-accuracy-what = share of single answers, higher is better
chart-exact = Right as a whole
chart-exact-what = share of whole answers without a mistake, higher is better
chart-axis-step = Steps
chart-axis-seen = Data seen, in { $places }
chart-axis-seconds = Seconds of training
chart-axis-flops = Floating-point operations
chart-unit-steps = steps
chart-unit-seconds = seconds
chart-unit-operations = operations
chart-smooth = Training
chart-smooth-not = as measured
chart-smooth-some = smoothed
chart-smooth-very = very smooth
chart-show = Show
chart-across = Across
chart-log-x = log x
chart-log-y = log y
chart-line-of = { $line } ({ $models })
chart-floor = { $order } back { $loss }
chart-floor-short = { $order } back

## chart: what stands beside it

chart-loading = Loading { $title }
chart-loaded = { $loaded } of { $total }
chart-empty = The curves will grow here
chart-empty-examples = All models see the same examples in the same order.
chart-empty-characters = All models read the same characters in the same order.
chart-empty-blind = Guessing blindly among { $vocab } symbols costs { $loss }.
chart-latest = latest
chart-legend-training = training { $value }
chart-legend-longer = longer { $value }
chart-hint-text = Strong lines: on held-out text.
chart-hint-examples = Strong lines: on held-out examples.
chart-hint-training = Faint: on what it trains on.
chart-hint-longer = Dotted: on examples longer than any in training.
chart-hint-ghosts = Thin grey lines: kept races, on held-out examples.
chart-hint-lines = Level lines: what can be reached without learning, or in theory.
chart-hint-counting = Counting the text, to compare with …
chart-hint-floors = Dotted: what mere counting reaches, looking 0 to { $order } characters back.
chart-table-view = View as table
chart-table-hide = Hide table
chart-table-caption = { $caption }
chart-table-some = { $shown } of { $all } places, evenly chosen
chart-table-note = In the table: held-out values where they were measured; training as the curve is drawn there, while the legend’s latest is a mean over about the last 30 steps.
chart-table-at = At
chart-table-held_out = { $name }, held-out
chart-table-training = { $name }, training

## chart: what is heard of it

chart-keys = Left and right arrow keys read the values at a point, Home and End go to the ends, Escape leaves.
chart-at-step = step { $step }
chart-at-seconds = { $seconds } s
chart-at-amount = { $amount } { $unit }
chart-reading = { $at }: { $values }
chart-reading-one = { $name } { $value }
chart-summary = { $measure } after { $amount } { $unit }, best first: { $list }.
chart-summary-nats = { $measure } after { $amount } { $unit }, best first: { $list } nats per character.
chart-summary-loss = { $name } { $loss }
chart-summary-share = { $name } { $percent } %
chart-summary-untrained = { $measure } of { $names }; nothing has been trained yet.
chart-summary-floor =
    { $name } does better than { $order ->
        [0] counting single characters
        [1] counting what follows the last character
       *[other] counting what follows the last { $order } characters
    }.
chart-summary-lines = To compare: { $lines }.

## link: what came in an address, or from the page around a frame

message-version = A message of version { $found } came; this frame understands version { $version }.
message-chapter = Expected one of pause, getState and present for a frame with a chapter, which goes on by what its reader does.
message-command = "{ $found }" is no command; this frame understands { $commands }.
message-id = The id of a message is a number or a text of at most 100 characters.
message-nothing = The link of this frame could not be read, so there is no experiment: send one by setState.
link-not-one = This is not a link to an experiment: nothing in it could be read.
link-again = Copy it once more from where you found it, whole.
link-damaged = The link is damaged: it cannot be unpacked.
link-not-json = The link is damaged: its content is not JSON.
link-too-long = The link is too long for an experiment.
link-unpacks-too-long = The link unpacks to more than a megabyte, which no experiment needs.
link-cannot-be-made = This experiment is too long for a link.
link-no-experiment = The link holds no experiment.
link-no-whole-experiment = The link holds no whole experiment.
link-version = The link is of version { $found }; this page reads versions 1 to 3.
link-newer = The link was made with a newer Unrolled: its experiment is of version { $version }, and this page reads versions up to { $newest }.
link-models = The link holds { $count } models; a race has 1 to { $limit }.
link-hostile = The link holds an option called "{ $key }", which no experiment has.
link-nesting = The link holds lists within lists without end.
link-page-part = The link’s "{ $name }" is not an object with names and values.
link-names = The link’s "{ $list }" is not a list of at most { $count } names of at most { $length } characters.
link-text = The link’s "{ $name }" is not a text of at most { $limit } characters.
link-left-out = { $count ->
    [one] The link says something that this page does not know, perhaps because it was made with a newer Unrolled; it is left out: { $names }.
   *[other] The link says { $count } things that this page does not know, perhaps because it was made with a newer Unrolled; they are left out: { $names }{ $more ->
        [0] { "" }
       *[other] { " and " }{ $more } more
    }.
  }
link-arithmetic = This link was made with another version of the arithmetic: the curves will look alike, but its numbers will not come out to the last digit here.

## shape: what somebody who made a link hid or locked

shape-locked = Locked by whoever made this page.

## preset: the experiments of the gallery

preset-dates-title = Reading dates
preset-dates-story = However a date is spelt, “3 May 2007” or “May 3rd, 07”, the answer is 2007-05-03. With attention a model looks back at the part it needs, and nearly all dates come out right; without, the whole spelling must fit into one vector, and hardly any does.
preset-dates-watch = The alignment inside jumps to the year first, then to the month, then to the day.
preset-forgets-title = An RNN forgets
preset-forgets-story = Two of fifty numbers are marked; the answer is their sum. GRU and LSTM learn it and the plain RNN does not: it rewrites its whole memory at every step, while gates keep what matters.
preset-forgets-watch = The RNN stays on the line of whoever always answers 1.
preset-silence-title = Through a long silence
preset-silence-story = Three digits, a pause, then the same three again: nothing but memory helps. The GRU repeats many of them without a mistake, the plain RNN hardly any: its memory does not last that long.
preset-silence-watch = The chart counts answers that are right as a whole: all three digits.
preset-receptive-field-title = How far a convolution sees
preset-receptive-field-story = Is the number of ones so far odd? The LSTM carries one bit along and is always right; the convolution sees only a window, and guesses where that does not reach back to the beginning.
preset-receptive-field-watch = The receptive field on the card, and how each model does on longer rows.
preset-both-ways-title = Reading both ways
preset-both-ways-story = One letter of a palindrome is hidden. If it lies in the first half, only the second half gives it away: who reads both ways finds it, who reads from left to right has to guess.
preset-both-ways-watch = The level line is the most that reading from left to right allows; reading both ways passes it.
preset-one-vector-title = One vector for a sentence
preset-one-vector-story = An encoder reads a word, a decoder writes it backwards. Without attention the whole word must fit into one vector, and many come out wrong; with attention the decoder looks again, and nearly all are right.
preset-one-vector-watch = Whole answers that are right; inside, the alignment runs down the other diagonal.
preset-positions-title = Positions matter
preset-positions-story = Attention alone sees a bag of letters. Told where each letter stands, a Transformer reverses nearly every word; not told, none.
preset-positions-watch = One encoder knows positions, the other does not.
preset-induction-title = Two layers make an induction head
preset-induction-story = A random block is repeated. Whoever asks “what came after this letter last time?” can copy on; that takes two looks, so two layers learn it and one does not.
preset-induction-watch = One layer gets stuck, two do not. Inside, a head of the second layer looks one beyond the earlier copy.
preset-addition-title = Learning to add
preset-addition-story = “12+45” in, “57” out, from examples alone. Both models read and write the last digit first, as one adds by hand, so that carries go with the writing; the cards show it the usual way round.
preset-addition-watch = Ask for sums of your own below. Longer numbers than those learned go wrong.
preset-translation-title = Translating a small language
preset-translation-story = English sentences become sentences of a made-up language that orders its words differently. Both models learn it: attention lets each word of the answer look for its own in the sentence.
preset-translation-watch = The alignments inside: which word each answer came from, with attention of a GRU and of a Transformer.
preset-grid-title = Translation by grid
preset-grid-story = No encoder and no single vector: one model reads a grid of every word of the sentence by every word of the answer, with two-dimensional convolutions. The other squeezes the sentence into one vector, and falls behind.
preset-grid-watch = Inside, the cells of the grid that mattered for each answer.
preset-waves-title = Drawing waves
preset-waves-story = From a shape and a speed to a wave: one description goes in, a whole sequence comes out. The GRU draws it within two hundred steps; after twice as many the plain RNN is still far from it.
preset-waves-watch = The corners of square and sawtooth are the last to come right.
preset-sets-title = Sets have no order
preset-sets-story = How many different members has a set? The Set Transformer compares all of them at once and counts better than a GRU, which reads one after the other.
preset-sets-watch = The Set Transformer gives the same answer for every order.
preset-clouds-title = Finding clouds
preset-clouds-story = Points come from a few clouds. The answer is the clouds: their centres and their widths, all at once.
preset-clouds-watch = The ellipses settle on the points; the lines are one single cloud, and the truth.
preset-digits-title = Digits, row by row
preset-digits-story = A handwritten digit is a sequence too: fourteen rows, from top to bottom. The GRU reads them so, the convolution looks at an image, and both learn to tell most digits apart.
preset-digits-watch = Both get most digits right. Which mistakes are left?
preset-forecast-title = Forecasting births
preset-forecast-story = How many children are born tomorrow? Both models err less than whoever says the same as a week ago.
preset-forecast-watch = The lines: the same as today, and the same as a week ago.
preset-pre-train-title = Pre-train: fill in the blanks
preset-pre-train-story = First part: a model guesses hidden words of reviews. Nobody has labelled anything, and yet it has to find out which words agree, and what “not” and “but” do to them.
preset-pre-train-watch = “Then fine-tune” begins with what is learned here.
preset-fine-tune-title = Then fine-tune
preset-fine-tune-story = Second part: is a review kind or not, from three hundred labelled ones? Adding up good and bad words is hardly better than guessing, since every other clause has a “not” or “never”; who has filled in blanks before learns more from the same labels.
preset-fine-tune-watch = One model begins afresh, the other with the first part, which it trains before the race.
preset-novel-title = Reading a novel
preset-novel-story = Three models guess the next character of Moby Dick: one knows the last character, one the last three, one remembers. The farther a model can look back, the less the novel surprises it.
preset-novel-watch = How far the curves are apart, and what each model writes on the way.
preset-what-came-after-title = What came after
preset-what-came-after-story = Two of a hundred numbers are marked; the answer is their sum. A state space model, whose memory is made of waves that fade slowly, gets there in fewer steps than a GRU.
preset-what-came-after-watch = The step at which each curve leaves the line of whoever always answers 1.

## facts: predicates in words, and what is wrong with one. The first messages are parts of those that follow.

predicate-who = { $who ->
    [all] Every model
    [any] Some model
    [kind] Some { $name }
   *[one] { $name }
  }
predicate-rival = { $rival ->
    [others] every other model
    [kind] some { $rival_name }
   *[one] { $rival_name }
  }
predicate-relation = { $relation ->
    [below] less than
    [most] at most
    [above] more than
    [least] at least
   *[within] between { $low } and
  }
predicate-quantity = { $metric ->
    [val_accuracy] { predicate-relation } { $amount } % right
    [val_exact] { predicate-relation } { $amount } % right as a whole
    [longer_accuracy] { predicate-relation } { $amount } % right on longer examples
    [longer_exact] { predicate-relation } { $amount } % of longer examples right as a whole
    [loss] a training loss of { predicate-relation } { $amount }
    [val_loss] a held-out loss of { predicate-relation } { $amount }
    [longer_loss] a loss of { predicate-relation } { $amount } on longer examples
    [seconds] { predicate-relation } { $amount } seconds of training
    [step] { predicate-relation } { $amount } steps
    [parameters] { predicate-relation } { $amount } weights
    [grad_norm] a gradient norm of { predicate-relation } { $amount }
    [lr] a learning rate of { predicate-relation } { $amount }
    [spikes] { predicate-relation } { $amount } spikes of the loss
    [growth] { predicate-relation } { $amount } times as many operations for a symbol at the greatest length as at the least
   *[clipped] { predicate-relation } { $amount } % of its gradients clipped
  }
predicate-measure = { $metric ->
    [val_accuracy] a share of right answers
    [val_exact] a share of answers right as a whole
    [longer_accuracy] a share of right answers on longer examples
    [longer_exact] a share of longer examples right as a whole
    [loss] a training loss
    [val_loss] a held-out loss
    [longer_loss] a loss on longer examples
    [seconds] a time of training
    [step] a number of steps
    [parameters] a number of weights
    [grad_norm] a gradient norm
    [lr] a learning rate
    [spikes] a number of spikes
   *[clipped] a share of clipped gradients
  }
predicate-unit = { $metric ->
    [val_accuracy] { $amount } points
    [val_exact] { $amount } points
    [longer_accuracy] { $amount } points
    [longer_exact] { $amount } points
    [clipped] { $amount } points
   *[loss] { $amount }
  }
predicate-share = { $scaled ->
    [yes] { $times } times{ " " }
   *[no] { "" }
  }
predicate-aim = { $against ->
    [same] { predicate-measure }, { predicate-relation } { predicate-share }that of { predicate-rival }
    [more] { predicate-measure }, { predicate-relation } { predicate-share }that of { predicate-rival } plus { predicate-unit }
    [less] { predicate-measure }, { predicate-relation } { predicate-share }that of { predicate-rival } minus { predicate-unit }
   *[number] { predicate-quantity }
  }
predicate-time = { $timed ->
    [yes] { " " }by step { $by }
   *[no] { "" }
  }
predicate-until = { $timed ->
    [yes] { " " }to { $by }
   *[no] { " " }on
  }
predicate-reaches = { predicate-who } reaches { predicate-aim }{ predicate-time }
predicate-stays = { predicate-who } stays at { predicate-aim } from step { $from }{ predicate-until }
predicate-never = { $who ->
    [all] No model ever has { predicate-aim }{ predicate-time }
   *[one] { predicate-who } never has { predicate-aim }{ predicate-time }
  }
predicate-ends = { predicate-who } ends with { predicate-aim }
predicate-best = { predicate-who } has at its best { predicate-aim }{ predicate-time }
predicate-needs = { predicate-who } needs { predicate-aim }{ predicate-time }
predicate-has = { predicate-who } has { predicate-aim }{ predicate-time }
predicate-nothing = There is no number called { $metric }.
predicate-fault-object = A goal is an object with model, metric, op and value.
predicate-fault-unknown = A goal has no part called { $field }.
predicate-fault-missing = A goal needs its { $field }.
predicate-fault-wrong = This goal's { $field } is not one that it can have.
predicate-fault-together = This goal's { $field } does not go with its other parts.

## spent: where a schedule has left no rate to go on with

spent-rate = The rate has decayed to { $rate }; go on with
spent-rates = The rates have decayed to { $rate } or less; each model goes on at its full rate times

## verdict: what the numbers of a race say, in words. $share, $low, $high, $value and the like are written numbers.

verdict-sure = { $metric ->
    [exact] { $share } of { $count } held-out answers right as a whole, so between { $low } and { $high }
    [whole] { $share } of { $count } held-out answers right, so between { $low } and { $high }
    [both] { $whole } right as a whole; answer by answer { $share } right in { $count } held-out examples, so between { $low } and { $high }
   *[single] { $share } right, answer by answer, in { $count } held-out examples, so between { $low } and { $high }
  }
verdict-share = { $metric ->
    [exact] { $share } right as a whole
    [both] { $whole } right as a whole; answer by answer { $share } right
   *[other] { $share } right
  }
verdict-learned = { $name } learned it by step { $step }: { $found }.
verdict-learned_counting = { $name } gets it right by counting: { $found }.
verdict-partly = { $name } has learned a part of it: { $found }; “{ $line }” gets { $bar }.
verdict-partly_counting = { $name }: { $found }; “{ $line }” gets { $bar }.
verdict-unbegun = { $name } has not begun to learn it: { $found }. That is not to be told from “{ $line }”, which gets { $bar }.
verdict-unbegun_less = { $name } has not begun to learn it: { $found }. That is less than “{ $line }” gets: { $bar }.
verdict-back = { $name } is back where it began: { $found }, and “{ $line }” gets { $bar }.
verdict-none = { $name } got nothing right as a whole: { $found }.
verdict-known = { $name }: { $found }.
verdict-below = { $name } ends with a held-out loss of { $value }: since step { $step } it is lower than “{ $line }” ({ $bar }).
verdict-below_counting = { $name } has a held-out loss of { $value }, lower than “{ $line }” ({ $bar }).
verdict-above = { $name } ends with a held-out loss of { $value } and was never lower than “{ $line }” ({ $bar }).
verdict-loss_back = { $name } ends with a held-out loss of { $value }: it was lower than “{ $line }” ({ $bar }), and no longer is.
verdict-loss = { $name } ends with a held-out loss of { $value }.
verdict-group = { $name }, { $count } seeds: { $range } right{ $learned ->
    [none] {""}
    [all] , all of them surely at least { $bar }
    [unbegun] , none of them surely more than “{ $line }”, which gets { $bar }
   *[some] , { $some } of them surely at least { $bar }
  }.
verdict-from_to = { $same ->
    [yes] { $high }
   *[no] from { $low } to { $high }
  }
verdict-group_loss = { $name }, { $count } seeds: held-out loss { $range }.
verdict-ahead = { $name } is ahead of { $others }: their ranges do not overlap.
verdict-level = Between { $names } these numbers show no difference.
verdict-unsure = Whether the difference between { $names } is more than chance, these numbers do not show: that takes { $least } seeds of each.
verdict-best = No model can do better than “{ $line }”: { $bar }.
verdict-spread = With { $count } seeds this experiment gave: { $list }.
verdict-spread_one = { $name } { $range }
verdict-learning = { $count ->
    [one] { $names } was still getting better at its end.
   *[other] { $names } were still getting better at their end.
  }
verdict-learning_loss = The held-out loss of { $names } was still falling at the end.
verdict-fell = { $name } was better on the way: { $then } at step { $step }, and { $now } at its end.
verdict-one_seed = { $count ->
    [one] That is one seed: another may turn out otherwise.
   *[other] That is one seed each: others may turn out otherwise.
  }
verdict-one_seed_of = Of { $names } that is one seed: another may turn out otherwise.
verdict-so_far = { $how ->
    [single] So far, answer by answer: { $list }.
   *[plain] So far: { $list }.
  }
verdict-place = { $name } { $value } at step { $step }
verdict-refused = { $count ->
    [one] { $names } cannot do this task.
   *[other] { $names } cannot do this task.
  }
verdict-diverged = { $name } diverged: after step { $step } its loss was no number any more.
verdict-failed = { $name } stopped at step { $step }; its card says why.
verdict-counted = { $order ->
    [0] counting letters
    [one] counting, { $order } letter back
   *[other] counting, { $order } letters back
  }
verdict-region = Verdict
verdict-train_on = { $count ->
    [one] Train on: { $count } step
   *[other] Train on: { $count } steps
  }
verdict-another_seed = Another seed
verdict-another_hint = { $count ->
    [one] Trains the same model once more, with another beginning
   *[other] Trains the same models once more, with another beginning
  }
verdict-added = { $names } joined the race.

## term: words of the trade, each in a sentence, and how they are spelled where a sentence uses them

term-loss = How surprised a model is by the right answer, on average: the less probability it gave, the more. For numbers, the squared error.
term-loss-word = loss
term-nat = The unit of surprise: one nat is the surprise at something that had a probability of 1 in 2.718; ln of 1 by the probability.
term-nat-word = nats
term-bits = Surprise in another unit: one bit is the surprise at a coin’s side. A nat is 1.44 bits.
term-bits-word = bits
term-perplexity = Among how many equally likely symbols a model with this loss would be guessing: e to the loss.
term-perplexity-word = perplexity
term-held_out = Kept apart: no model is ever trained on these, so that getting them right is more than knowing them by heart.
term-held_out-word = held-out
term-training_loss = The loss on the examples that a model was just trained on. Where it falls and the held-out loss does not, the model learns by heart.
term-training_loss-word = training loss
term-accuracy = The share of answers that are right, over held-out examples.
term-accuracy-word = right
term-exact = The share of answers that are right in every symbol: one mistake anywhere, and the answer counts as wrong.
term-exact-word = right as a whole
term-longer = Examples longer than any that was trained on: whoever gets them right has learned a rule and not a length.
term-longer-word = longer
term-step = One change of all weights, made after looking at one batch of examples.
term-step-word = step
term-batch = The examples that are looked at together before the weights are changed once.
term-batch-word = batch
term-epoch = Once through all training examples. Where examples are made anew all the time, there is none.
term-epoch-word = epoch
term-gradient = For each weight, in which direction and how strongly the loss would change if the weight did: training goes the other way.
term-gradient-word = gradient
term-clipping = A gradient longer than a limit is shortened to it, so that one bad batch does not throw all weights far off.
term-clipping-word = clipping
term-hidden_state = The numbers that a recurrent model carries from one position to the next: all it remembers.
term-hidden_state-word = hidden state
term-cell = In an LSTM the memory that gates write to and read from; it is carried on almost unchanged.
term-cell-word = cell
term-gate = A number between 0 and 1, computed from what is read, that says how much passes: what is kept, written or shown.
term-gate-word = gate
term-attention = For each position, shares of 1 over all others that say how much of each is taken in.
term-attention-word = attention
term-head = One of several attentions of a layer, each with weights of its own and so with something of its own to look for.
term-head-word = head
term-position = Where in a sequence a symbol stands. Attention alone does not see it, so it is added to what is read.
term-position-word = position
term-embedding = The list of numbers that stands for a symbol within a model; it is learned like any weight.
term-embedding-word = embedding
term-receptive_field = How many positions back an answer can depend on at all, by how the model is built.
term-receptive_field-word = receptive field
term-layer = One storey of a model: it reads what the one below it left, at every position.
term-layer-word = layer
term-residual = What a layer computes is added to what it read, so that signals and gradients can also pass it by.
term-residual-word = residual connection
term-layer_norm = The numbers of a position are brought to mean 0 and spread 1 before a layer reads them, so that none gets out of hand.
term-layer_norm-word = layer norm
term-dropout = In training some numbers are set to zero by chance, so that a model does not rely on any single one.
term-dropout-word = dropout
term-parameter = The numbers of a model that training changes, also called parameters.
term-parameter-word = weights
term-optimizer = The rule by which gradients become changes of weights: SGD goes straight, Adam adapts to each weight.
term-optimizer-word = optimizer
term-learning_rate = How far the weights move in a step: too little learns slowly, too much not at all.
term-learning_rate-word = learning rate
term-seed = The number that all chance of a run comes from: first weights, order of examples. The same seed gives the same run.
term-seed-word = seed
term-chance = What comes out without looking at what is given: the best single answer, or a blind guess.
term-chance-word = chance
term-baseline = What a simple rule reaches without learning; whoever is not beyond it has learned nothing of use.
term-baseline-word = line
term-range = With so many held-out answers the share could be off by chance: in 95 of 100 such tests the true one lies in this range (Wilson’s interval).
term-range-word = between
term-logit = The number that a model gives a symbol before softmax turns all of them into probabilities.
term-logit-word = logit
term-softmax = Turns any numbers into shares of 1: the largest gets most, and none gets less than nothing.
term-softmax-word = softmax
term-greedy = At each position the likeliest symbol is taken, and never given up again.
term-greedy-word = greedy
term-beam = Several beginnings of an answer are followed at once, and the likeliest whole answer is taken.
term-beam-word = beam
term-teacher_forcing = In training a model that writes is shown the right beginning, whatever it would have written itself.
term-teacher_forcing-word = teacher forcing
term-padding = What fills short sequences up to the length of the longest in a batch; models are told to leave it out.
term-padding-word = padding
term-token = One symbol of what is read: a character, a word or a piece of one.
term-token-word = token
term-overfitting = Learning the training examples by heart: right on these, and worse and worse on held-out ones.
term-overfitting-word = overfitting

## lab: what the status line says of a race

news-trouble = { $name }: { $message }
news-training = Training { $names }.
news-finished = Finished.
news-paused = Paused.
news-reset = Back at step 0.
news-quarter = { $percent } percent.
news-place = { $name } { $value }
news-standing_loss = Held-out loss: { $list }.
news-standing_share = Right answers: { $list }.

## place: where a failure is

place-before = { $place }: { $sentence }
place-of_model = { $option } of { $model }
place-quoted = “{ $text }”
place-line = Line { $line } of { $of }
place-in_text = your text
place-in_table = your table
place-in_experiment = the experiment
place-model = Model { $number }
place-models = The models
place-task = The task
place-train = Training
place-text = The text
place-table = The table
place-series = The series
place-digits = The digits
place-prompt = The question
place-checkpoint = The file of weights
place-experiment = The experiment
place-version = The version

## found: what stood where something else should

found-list = A list
found-object = An object
found-nothing = Nothing

## form: how a task gives its examples, and a model reads them

form-single = single sequences
form-pairs = pairs of a source and its answer
form-prefix = sequences that go on with the answer
form-aligned = an answer for each symbol

## trouble: what goes wrong in the page itself

trouble-internal = Something went wrong in the page ({ $reason }). Reload it; if that does not help, report it.
trouble-memory = The browser had no more memory for this model. Close other tabs, or choose a smaller model.
trouble-memory_waits = The browser has no memory for this model at the moment; others on this page hold it. It tries again by itself.
trouble-trap = The engine stopped because of an internal error.
trouble-start = The engine could not start ({ $reason }). Reload the page.
trouble-closed = This model was closed. Start it again.
trouble-changed = The model was changed meanwhile. Ask again.
trouble-superseded = Another experiment came before this one could be shown.
trouble-gone = This model is no longer in the race. Choose another.
trouble-restart = This model has to be restarted. Press Try again.
trouble-worker_failed = The worker failed ({ $reason }).
trouble-worker_ended = The worker ended unexpectedly.
trouble-worker_silent = The worker stopped answering.
trouble-went_on = This model was given a new worker and went on from step { $step }, where it was last saved.
trouble-began_again = This model was given a new worker and started again from the beginning.
trouble-waits = It happened again right after a restart, so this model waits.
trouble-waits_kept = { trouble-waits } What it had learned up to step { $step } is kept.
trouble-not_finite = The loss stopped being a number after step { $step }: with learning rate { $lr } the weights grew without bound. Try a lower learning rate, such as { $gentler }.
trouble-not_finite_unclipped = The loss stopped being a number after step { $step }: with learning rate { $lr } the weights grew without bound. Try a lower learning rate, such as { $gentler }, or clip the gradients (1 is a usual limit).
trouble-do_retry = Try again
trouble-do_dismiss = Dismiss
trouble-do_gentler = Continue from the last good state with learning rate { $lr }
trouble-no_wasm = This browser has WebAssembly switched off, and the models run in it. Another browser, or another security setting, will do.
trouble-no_simd = This browser is too old for the engine, which needs WebAssembly SIMD. Use Chrome 103, Firefox 113 or Safari 16.4, or newer.
trouble-no_relaxed_simd = This browser does not have the instructions of the fast mode. The reproducible one runs here.
trouble-wasm_forbidden = This page’s security policy forbids WebAssembly, which the models run in. Whoever runs this site can allow it with 'wasm-unsafe-eval' in script-src.
trouble-no_worker = This page’s security policy forbids background workers, in which the models train. Whoever runs this site can allow them with 'worker-src blob:'.
trouble-no_trusted_types = This page’s security policy demands trusted types and does not allow the one that starts background workers, in which the models train. Whoever runs this site can allow it with 'trusted-types lit-html unrolled'.
trouble-no_corpus = There is no text called “{ $corpus }” here. Choose another.
trouble-no_engine = The engine could not be loaded ({ $reason }). Reload the page.
trouble-file_missing = A file of this page is missing ({ $status }). Reload the page.
trouble-network = A file of this page could not be loaded. Check the connection and try again.
trouble-part = A part of this page could not be loaded, or was changed on the way. Training goes on without it; reloading the page fetches it again.
trouble-file_empty = This file is empty. Choose another.
trouble-file_unreadable = This file cannot be read. If it is a folder, open it and choose a text in it.
trouble-text_none = There is no text yet. Write, paste or open one.
trouble-text_large = This text has { $found } MB, and at most { $most } MB are read. A part of it will teach the models as well.
trouble-own_missing = The data is not here: links carry only short ones, and files only where that was wanted. Paste or drop yours, or choose other data.
trouble-none_kept = No weights have been kept yet. Keep those of a model first.
trouble-kept_from = { $model } after { $step } steps
trouble-many_models = A race has at most { $most } models. Remove one first.
trouble-last_model = A race needs at least one model. Add another first.
`;
