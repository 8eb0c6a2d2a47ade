export default `
## course-gates: gates opened

course-gates-title = Gates opened
course-gates-question = A gate that training sets, or one that is always open: which LSTM learns?
course-gates-lead =
    Among forty-eight letters stand two marks, each an X or a Y (E begins the row, B ends it, a to d mean nothing); in the end the network is to say
    which marks came, in order. An LSTM multiplies its memory at each letter by numbers between 0 and 1 (its forget gate). In one LSTM training sets
    this gate, which begins at about a half (learned); in the other it is held at 1 (open), so that nothing is ever forgotten.
course-gates-summary = Two LSTMs that differ in one gate: set by training, or held open. Predict which one learns, and see what each keeps.
course-gates-thumbnail = What two LSTMs keep of each of forty-eight letters until the end: all where the forget gate is open, nothing but of the last few where training sets it.
course-gates-choice_learned = The one whose gate training sets
# What can be learned is expected to be at least as good as what is fixed: the open gate is one that training could have found.
course-gates-reply_learned =
    The gate that training sets could be opened, too, and then the two were alike. But it begins at about a half, and what would
    tell training to open it has to come back through it.
course-gates-choice_both = Both: each is an LSTM
# The LSTM is taught as the cure of the vanishing gradient, whatever its gates begin with (Hochreiter and Schmidhuber 1997 had no
# forget gate at all; Gers et al. 2000 added it, Jozefowicz et al. 2015 found that its beginning decides).
course-gates-reply_both =
    An LSTM remembers only as long as its forget gate is near 1. In the one that training sets it begins at about a half, and in
    320 steps it does not get there.
course-gates-choice_open = The one whose gate is open
course-gates-reply_open =
    Yes. The one whose gate is held open names both marks in nearly all rows within 120 steps; the other is about as good as guessing
    among four.
course-gates-choice_neither = Neither: forty-eight letters are too many
# What an RNN cannot do in the chapters before is taken for what no recurrent network can.
course-gates-reply_neither =
    An RNN would lose the first mark. But a memory that is multiplied by 1 at each letter is as fresh after forty-eight as after one.
course-gates-reply_unsure = Then look at it: the LSTM whose gate is held open learns it, the one whose gate training sets does not.
course-gates-why =
    A gate of about a half leaves a half at each letter, and after forty-eight of them next to nothing, both of what was read
    and of the error that comes back to it. Where the gate is 1 everything is left, and so the first mark can be learned from.
course-gates-knob = What is the first LSTM’s forget gate, or what stands beside it?
course-gates-knob_half = Learned, from half open
course-gates-knob_shut = Held shut
course-gates-knob_begins = Learned, from nearly open (bias 3)
course-gates-knob_gru = A GRU beside it
course-gates-challenge = Choose its gate so that the first LSTM, too, gets at least 95 % right.
course-gates-challenge_done =
    The gate is still set by training: only where it begins is another. A 3 added to what decides it (its bias) makes it begin at
    0.95 instead of a half, and that is enough. The GRU learns it, too, later than the open one.
course-gates-recall_forgets = In “An RNN forgets”, the RNN learned to add two marked numbers among 4 but not among 50. What made the difference?
course-gates-recall_forgets_numbers = With 50 there is more to add
course-gates-recall_forgets_reply_numbers = Two marked numbers are to be added, among 4 as among 50. They stand farther from the end.
course-gates-recall_forgets_distance = How far the marked numbers are from the end
course-gates-recall_forgets_reply_distance = Yes: the sum is of two numbers in either row, but what is learned has to come back over more steps.
course-gates-recall_forgets_size = Its memory was too small
course-gates-recall_forgets_reply_size = The memory was of the same size among 4 numbers, and has to hold one sum in either row.
course-gates-recall_why = An RNN keeps half of its memory at each step. How much of the error comes back over fifty steps?
course-gates-recall_why_fades = Next to nothing
course-gates-recall_why_reply_fades = Yes: a half, fifty times over, is less than a millionth of a millionth.
course-gates-recall_why_half = Half of it
course-gates-recall_why_reply_half = Half is what one step leaves. The next one leaves half of that.
course-gates-recall_why_same = All of it, if it trains for long enough
course-gates-recall_why_reply_same = The RNN of that chapter trained on, and the way back stayed closed: what does not come back tells it nothing.
course-gates-transfer =
    An LSTM whose forget gate is held open reads the messages of a day, one after the other, without a break; each matters only until the
    next. What is to be expected?
course-gates-transfer_learns = It learns to forget what is over
course-gates-transfer_reply_learns = The memory is multiplied by 1, whatever training does. What is over can be outweighed, but it stays.
course-gates-transfer_fills = What is over stays in its memory, and piles up
course-gates-transfer_reply_fills =
    Yes. The memory is only ever added to. For rows without an end the forget gate was invented: to let go of what is over.
course-gates-transfer_nothing = Nothing changes: it has room enough
course-gates-transfer_reply_nothing =
    The memory has as many numbers in the evening as in the morning, and everything of the day is summed up in them.
course-gates-remember =
    A gate is a number by which the memory is multiplied: near 1 it keeps, near 0 it forgets. Where training begins decides whether it can
    be learned.
course-gates-background_1 =
    The memory c at place t is what it was, times the forget gate f, and what is new, g, times the input gate i; each gate is between 0
    and 1 and is computed from the letter x and from what the network showed before, h. The output gate o decides what is shown. Hochreiter and
    Schmidhuber’s LSTM of 1997 had no forget gate: its memory was multiplied by 1, as in the second network here, and putting two
    marks in order is a task of that article. Gers, Schmidhuber and Cummins added the gate in 2000, for rows without an end.
course-gates-background_2 =
    What is left of the memory, and what comes back of the error along it, is the product of the forget gates between (what goes through h is
    left out). A gate of a half, forty times, leaves a millionth of a millionth. Jozefowicz, Zaremba and Sutskever (2015) compared more than ten thousand cells
    and found that adding 1 to the forget gate’s bias closes most of what parted the LSTM from the GRU; here 3 is added. The GRU of Cho and others (2014) has one gate z for
    keeping and writing: what it writes, it takes from what it keeps. That the same holds of other tasks and sizes is not shown here.
`;
