// What the maker of exercises says, and what it fills in to begin with.
export default `
## make: the page of the maker

make-title = As an exercise
make-what = It can be handed out as it stands. Change what you like: the preview shows what students get. Other networks or another task are chosen in the lab: press “As an exercise” there.
make-skip = Skip to the exercise
make-ways = Elsewhere on this page
make-lab = The lab
make-class = Class
make-teachers = For teachers
make-opening = The maker is opening.
make-untitled = An exercise without a title
make-data_stays = Your own data is too long for a link: students will be asked for it.
make-not_settled = Something that was written in the lab is not applied there yet, and is left out here.
make-copy_student = Copy the link for students
make-student_copied = Copied: the link for students
make-remove = Remove: { $what }

## make: what is filled in

make-question_two_share = Which of the two learns it, { $a } or { $b }?
make-question_two_loss = Which of the two gets to the lower loss, { $a } or { $b }?
make-question_one = Does { $a } learn it in so many steps?
make-question_many = Which of these models gets furthest?
make-choice_both = Both
make-choice_neither = Neither
make-choice_same = Both about the same
make-choice_none = None of them
make-choice_yes = Yes
make-choice_no = No

## make: the five folds

make-beat_predict = Predict
make-beat_watch = Watch
make-beat_why = Why
make-beat_change = Change one thing
make-beat_try = Try
make-title_of = Title
make-question = Question
make-choices = Answers to choose from
make-choices_what = Two to six, or none. “Not sure” is always offered, too. A reply is read under “Why”.
make-choice_number = Answer { $number }
make-add_choice = Add an answer
make-right = right
make-reply = Reply
make-reply_there = Reply ✓
make-reply_to = Reply to “{ $choice }”
make-lead = To read before
make-right_by_runs = In most of { $count } runs with other seeds this is right: { $choice }.
make-mark_it = Mark it
make-formats = Formatting
make-looks = How it will look
make-format_strong = Bold
make-format_em = Italic
make-format_code = Code
make-format_list = List
make-format_link = Link
make-format_formula = Formula, in TeX

make-watch_what = How the curves are drawn, and what of the page is hidden, locked or open. What students open in the lab obeys it, too.
make-all_shown = Everything is shown
make-shape_line = { $hidden ->
    [0] Nothing hidden
   *[other] { $hidden } hidden
  }{ $locked ->
    [0] { "" }
   *[other] , { $locked } locked
  }{ $opened ->
    [0] { "" }
   *[other] , { $opened } open
  }
make-metric = Curves show
make-metric_suits = what suits the task
make-metric_loss = the loss
make-metric_accuracy = right answers
make-metric_exact = answers right as a whole
make-axis = along
make-axis_step = steps
make-axis_tokens = symbols read
make-axis_seconds = seconds
make-axis_flops = arithmetic done
make-pacing = Models train
make-pacing_steps = side by side, step by step
make-pacing_seconds = side by side in time
make-pacing_free = each as fast as it can
make-log = logarithmic axis
make-log_y = logarithmic scale
make-smooth = Smoothing
make-speed = Steps per second
make-speed_free = as fast as it goes
make-shape = Hidden, locked, open
make-search = Search by title or name
make-only_marked = only what is marked
make-none_found = Nothing is called so.
make-marked = { $count } marked
make-hide = hide
make-lock = lock
make-open = open
make-hide_it = Hide: { $what }
make-lock_it = Lock: { $what }
make-open_it = Open: { $what }
make-group_player = The exercise itself
make-group_page = The page, where it is opened in the lab
make-group_training = Training
make-kind = Kind
make-kind_optimizer = Kind of optimizer
make-kind_schedule = Kind of schedule
make-part_gallery = List of experiments
make-part_story = Words beside the experiment
make-part_task = Task
make-part_data = Data
make-part_training = Training
make-part_pace = Speed and pace
make-part_early_end = When a model ends early
make-part_chart = Chart
make-part_chart_options = What may be chosen about the chart
make-part_verdict = Verdict
make-part_models = Cards of the models
make-part_add_model = Add a model
make-part_model_menu = Menus of the models
make-part_model_editor = Options of the models
make-part_numbers = Numbers of a model
make-part_answers = Answers of a model
make-part_prompt = Asking the models
make-part_inside = Inside the models
make-part_compare = Comparing the models
make-part_share = Share or embed
make-part_lab_link = Way to the lab

make-why_what = After the training: the reply to what was predicted, and one picture in which the cause shows.
make-picture = Picture
make-no_picture = No picture: the curves alone
make-of_models = Of these models
make-why_text = What it shows

make-change_what = One thing that can be changed; the curves from before stay as a shadow.
make-knob = What can be changed
make-no_knob = Nothing
make-own_knob = As it was made
make-option_of = { $of }: { $title }
make-knob_title = How it is asked
make-knob_asks = { $title }: what does it change?
make-knob_line = { $title } { $values }
make-values = Values
make-values_what = From { $min } to { $max }, with commas between; its own value is always among them.
make-positions = What they are called
make-position = Value { $number }
make-begins = begins here
make-yes = yes
make-no = no

make-goal = To be reached
make-goal_what = All of these, in one run.
make-goal_line = { $first }{ $more ->
    [0] { "" }
   *[other] { " " }(+ { $more })
  }
make-add_goal = Add something to reach …
make-goal_reach = A score is reached
make-goal_stay = A score stays within a bound
make-goal_ahead = A model is ahead of another
make-goal_weights = At most so many weights
make-goal_find = A head is found
make-goal_given = This holds before anything is learned. To ask that it stay so, add “{ make-goal_stay }” in its place.
make-find_line = Find a head of { $name } that { $score ->
    [previous_token] attends to the position before
    [copy_alignment] attends to the symbol that is to be answered
   *[prefix_match] attends to what followed the same symbol before
  }, by at least { $share } %
make-of = Model
make-head_that = attends to
make-score_previous_token = the position before
make-score_prefix_match = what followed the same symbol
make-score_copy_alignment = the symbol to be answered
make-at_least = at least
make-whose = Whose
make-any_model = Some model
make-all_models = Every model
make-others = every other model
make-number = Which number
make-op = Relation
make-op_least = at least
make-op_most = at most
make-op_above = more than
make-op_below = less than
make-that_of = that of
make-plus = plus
make-bound = Bound
make-by_step = by step
make-whenever = whenever
make-from_step = from step
make-tried_with = Position with which the 20 seeds try it
make-goal_text = The same in your words
make-goal_text_what = Left out, the page says it.
make-hints = Hints
make-hint = Hint { $number }
make-add_hint = Add a hint
make-asks = Questions at the end
make-ask = Question { $number }
make-add_ask = Add a question …
make-ask_choice = with answers to choose from
make-ask_number = with a number for an answer
make-ask_text = with a text for an answer
make-ask_text_what = It is kept and handed in; nobody judges it.
make-answer = Right answer
make-unit = Unit
make-remember = To remember

make-seed_of = Chance
make-seed_what = A seed is the number from which all chance in a training is drawn: the weights to begin with, and the order of the examples.
make-seed_fixed = The same seed for everybody: the same curves everywhere
make-seed_name = A seed of their own for everybody, from their name: a class is then an experiment

## make: what students get

make-preview = Preview
make-width_desktop = Course page
make-width_phone = Phone
make-width_narrow = Narrow frame
make-lacks_title = It needs a title.
make-lacks_question = It needs a question.
make-lacks_choice = One answer alone is no choice: add a second one, or remove it.
make-lacks_goal = It needs something to reach.
make-lacks_answers = A question at the end has fewer than two answers.

## make: before it is handed out

make-before = Before it is handed out
make-trial_what = Whether the goal is reached by more than luck: it is trained with { $count } seeds, on idle processors of this device.
make-trial_idle = Try it with { $count } seeds
make-trial_running = Pause
make-trial_paused = Go on
make-trial_failed = Try again
make-trial_progress = Seeds tried
make-trial_left = About { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } left.
make-trial_count = { $tried ->
    [0] 0 of { $total } seeds tried
   *[other] { $tried } of { $total } seeds tried, reached in { $reached }
  }
make-reached_short = reached in { $reached } of { $tried }
make-trial_held = Paused.
make-seed = Seed { $seed }
make-reached = Reached in { $reached } of { $tried }
make-reached_before = When it was made, it was reached in { $reached } of { $tried }.
make-enough = Nobody who does what it asks fails by luck.
make-luck = With { $missed } of { $total } seeds it is not reached{ $who ->
    [everybody] , and the seed that everybody has is one of these: as it stands, nobody would reach it.
    [others] . With the seed that everybody has it is: whoever changes something may still fail by luck.
   *[somebody] : somebody would fail by luck.
  }
make-by_these_runs = By these runs all { $total } would have reached:
make-no_remedy = No other bound or later step would have made all of these runs reach it: train for longer, or ask for something else.
make-take_up = Take it up

## make: hand it out

make-out = Hand it out
make-not_yet = Once the exercise is complete, its links are here.
make-theme = Colours
make-language = Language
make-language_own = that of each student
make-height = Height of a frame
make-student = Link for students
make-teacher = Link for you: it opens this page again
make-not_secret = Keep it, or bookmark this page. Hidden is not secret: whoever knows how can read right answers out of either link.
make-frame = Line for a course page (an iframe)
make-frame_what = Where a page takes frames away, a plain link is left.
make-element = The same for pages that may load a script
make-copy_what = Copy: { $what }
make-as_file = Files for course platforms
make-as_text = Lines for others, to copy
make-saved = Saved: { $name }
`;
