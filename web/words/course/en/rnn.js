export default `
## course-rnn: what an RNN is

course-rnn-title = What an RNN is
course-rnn-question = Which one learns to tell whether all brackets are closed?
course-rnn-lead =
    Balanced: none closes too early, none stays open. One network (RNN) reads one by one and rewrites sixteen numbers it carries along
    (its memory), always with the same weights. The other (a convolution) carries nothing along: it sees the last nine.
course-rnn-summary = A row of brackets is judged one by one, with a memory carried along, or from its last nine at once. Predict which network learns it, and see what it carries.
course-rnn-thumbnail = How many brackets are open after each of a row, and what is read off two networks: the RNN’s line follows, that of the network that sees nine at once does not.
course-rnn-choice_window = The one that sees nine at once
# Time as space: before recurrent networks a window of the last few places was how a network read (NETtalk, Sejnowski and Rosenberg
# 1987); Elman (1990) begins with what that lacks.
course-rnn-reply_window =
    The one that sees nine at once has lost sight of what was opened before them, and ends at about 60 % of unseen rows. The RNN
    sees one bracket at a time, but carries along what came, and gets at least 99 % right.
course-rnn-choice_both = Both: a fault is a small one
# What is wrong is expected to look wrong where it stands, as a misspelled word does.
course-rnn-reply_both =
    Both find a fault that shows within the last nine; so the convolution is somewhat better than a coin, at about 60 %. But whether a
    bracket fits hangs on all before it, and only the RNN carries that along.
course-rnn-choice_rnn = The RNN
course-rnn-reply_rnn =
    Yes. The RNN gets 90 % right before step 400, and at least 99 % in the end; the convolution, which carries nothing along, ends at
    about 60 %.
course-rnn-choice_neither = Neither: nobody tells them to count
# That networks without symbols lack what nesting needs is the objection of Fodor and Pylyshyn (1988).
course-rnn-reply_neither =
    Neither is told to count, that is so. The RNN finds a way by itself, from rows with their answers alone, in fewer than 400 steps
    of training.
course-rnn-reply_unsure = Then look at it: the RNN learns it, the one that sees nine brackets at once does not.
course-rnn-why =
    One mixture of the RNN’s sixteen numbers (a weighted sum) tells how many brackets are open: its line rises with each “(” and falls
    with each “)”. Who sees only nine at once cannot know what was opened before.
course-rnn-knob = How many brackets does the convolution see at once?
course-rnn-knob_five = The last 5
course-rnn-knob_nine = The last 9
course-rnn-knob_all = All 16
course-rnn-challenge = Choose how many it sees, so that the convolution, too, gets at least 95 % right.
course-rnn-challenge_done =
    With all sixteen in sight it needs no memory. But it has weights of its own for each place in its sight, 3,034 in all, and of longer
    rows, of up to 24 brackets, it judges less than 70 % right. The RNN has 394, takes a few more steps with them, and judges at least 97 % of
    these right.
course-rnn-transfer =
    A thermometer is read once a minute. From series of one hour an RNN has learned to tell whether it was ever too hot. Now it is
    to read a whole day. What of it has to grow?
course-rnn-transfer_weights = Its weights: a set for each minute
# The unrolled drawing shows as many cells as steps, and is taken for as many layers.
course-rnn-transfer_reply_weights =
    The weights are one set, used again at each minute. Drawn unrolled, an RNN only looks as if it had many, as in the example with four
    brackets.
course-rnn-transfer_memory = Its memory: a number for each minute
# The memory is taken for a record of all that was read.
course-rnn-transfer_reply_memory =
    The memory is rewritten at each minute and stays as large as it is. What it has to hold is whether it was too hot so far, not
    what all minutes were.
course-rnn-transfer_steps = Nothing: the same cell takes more steps
course-rnn-transfer_reply_steps =
    Yes, the same weights, more often. Whether it does well on what is longer than all that it was trained on must be tried: here the
    RNN also judged rows of up to 24 brackets.
course-rnn-remember =
    An RNN is one cell with one set of weights: at every step it makes a new memory of what it reads and of its memory before, and
    carries that along.
course-rnn-background_1 =
    The formula is the whole cell. At step t it reads x, and has the memory h of the step before; both are multiplied by weights, W_ih and
    W_hh, and added up with b; tanh bends each number to between −1 and 1. The weights are what training finds, and are the same at every
    t. Elman (1990) proposed it so: instead of laying time out as space, as a window of the last few places does, he copied the memory
    back as a context. What a memory holds can be read by a straight line that is fitted to it afterwards, a probe (Alain and
    Bengio 2016). That it can be read does not prove that the network uses it.
course-rnn-background_2 =
    All steps share their weights, so the gradient of these is a sum: at each step what came back to a, the sum inside the tanh, times the
    memory that W_hh was multiplied with. To reckon it the network is unrolled, and the error goes back through all steps, as Rumelhart,
    Hinton and Williams (1986) described and Werbos (1990) under the name of backpropagation through time. That an RNN learns to count
    is true of rows like those that it was trained on. Without bound it does not: with tanh and numbers of limited precision it cannot, where
    an LSTM, or an RNN with ReLU, could (Weiss, Goldberg and Yahav 2018).
course-rnn-worked = First, a whole RNN in numbers: two units, four brackets
course-rnn-worked_holds = Nine steps with every number: through four brackets, to the answer, and back with the error.
course-rnn-worked_title = An RNN in numbers, forwards and backwards
course-rnn-worked_formulas = What is worked out here
course-rnn-worked_memory = memory { $step }
course-rnn-worked_cell = Step { $step }:
course-rnn-worked_kind = RNN
course-rnn-worked_returned = comes back
course-rnn-worked_share = balanced
course-rnn-worked_answer = Answer
course-rnn-worked_before = Back
course-rnn-worked_next = Next
course-rnn-worked_place = { $at } of { $all }
course-rnn-worked_forth_first =
    Step { $step } reads “{ $symbol }”. It is multiplied by the weights; the memory is empty at first. All is added up, and tanh
    makes the new memory of the sum.
course-rnn-worked_forth_says =
    Step { $step } reads “{ $symbol }”. What it reads and the memory before are multiplied by the weights, the same as at every other
    step, and added up; tanh makes the new memory of the sum.
course-rnn-worked_answer_says =
    Off the last memory the answer is read: balanced, with { $share }. It is balanced; the network is untrained and wrong, and its loss
    is { $loss }.
course-rnn-worked_back_first =
    Now back: how the loss changes with memory { $step } comes from the answer (the gradient). Times what its weights had been
    multiplied with, it is what step { $step } adds to the gradient of the weights.
course-rnn-worked_back_says =
    What comes back to memory { $step } went through the weights of the step after it, and through the bend of its tanh. Step { $step } adds its
    part to the gradient of the same weights.
course-rnn-worked_back_last =
    Step { $step } adds the last part. The gradient of each weight is now the sum over all four steps, and training moves it once for
    all of them.
`;
