export default `
## course-forgets: an RNN forgets

course-forgets-title = An RNN forgets
course-forgets-question = Which network still knows the first marked number?
course-forgets-lead =
    Fifty numbers are read one after the other, two of them marked. After the last one the network is to say the sum of the
    two. The first marked number is in the first half: it has to be kept for at least 25 steps. An RNN mixes every number into
    its memory; a GRU can also leave its memory as it is.
course-forgets-summary =
    Two networks read fifty numbers and are to add two that are marked. Predict which one still knows the first of them, train
    both within seconds, and see why.
course-forgets-thumbnail = Fifty numbers with two marked, and how much of the error comes back to each of them: in the RNN the less the farther back, in the GRU to all alike.
course-forgets-choice_gru = The GRU
course-forgets-reply_gru =
    Yes. The GRU learns the sum in less than a thousand steps of training; the RNN is no better at the
    end than if it always answered 1.
course-forgets-choice_rnn = The RNN
# A small network is expected to learn a small task more easily, as it does with tables: more weights, more to learn.
course-forgets-reply_rnn =
    Being the smaller of the two does not help the RNN: next to nothing comes back to the first marked number from which it
    could learn, so that it stays as good as always answering 1. The GRU learns the sum.
course-forgets-choice_both = Both
# "The hidden state sums up all that was read", as textbooks say; that it can is not that it learns to (Bengio, Simard and
# Frasconi 1994).
course-forgets-reply_both =
    The RNN has room for a number, and there are settings with which it keeps one for fifty steps. Training does not find
    them: the RNN stays as good as always answering 1, and only the GRU learns the sum.
course-forgets-choice_neither = Neither
# Recurrent networks are taken to be too weak for long rows as such; adding over hundreds of steps is what LSTM was shown with
# (Hochreiter and Schmidhuber 1997).
course-forgets-reply_neither =
    The RNN does not learn it: fifty steps are too far. That does not hold for every network that reads one number after the
    other: the GRU learns the sum.
course-forgets-reply_unsure = Then look at it: the GRU learns the sum, the RNN stays where it began.
course-forgets-why =
    A network learns from its error at the end, and that has to go back, step by step, to the number that should have been
    kept; in the RNN each step makes it smaller, until next to nothing is left (the gradient vanishes). The GRU has gates:
    they learn to leave the memory as it is, and then the error comes back as far as the first marked number.
course-forgets-knob = What makes the difference: how many numbers there are, or which network reads them?
course-forgets-knob_short = 4 numbers
course-forgets-knob_long = 50 numbers
course-forgets-knob_lstm = 50 with an LSTM
course-forgets-challenge = Choose a setting with which the RNN, too, gets at least half of its answers right.
course-forgets-challenge_done =
    With four numbers the way back is short, and enough of the error arrives: the RNN learned the sum. Its memory was not too
    small to keep a number; with fifty, next to nothing came back that told it which.
course-forgets-transfer =
    An RNN reads a letter of 400 words. Whether it is answered with “Dear Sir” or “Dear Madam” is decided by the first line.
    The RNN does not learn it. What is the most likely reason?
course-forgets-transfer_capacity = Its memory is too small
course-forgets-transfer_reply_capacity =
    The RNN has only one of two answers to keep, and room for more. With four numbers a memory of the same size was enough;
    with fifty it did not learn the sum.
course-forgets-transfer_distance = The error does not get back to the first line
course-forgets-transfer_reply_distance = Yes: 400 steps back even less is left of the error than fifty steps back.
course-forgets-transfer_speed = It was trained for too short a time
course-forgets-transfer_reply_speed =
    The RNN had as many steps with fifty numbers as with four: with four it learned the sum, with fifty its curve stayed flat.
    Next to nothing came back there from which it could learn.
course-forgets-remember = An RNN learns from what is near: on a long way back its error fades. Gates keep the way open.
course-forgets-background_1 =
    An RNN makes its memory h anew at every step t, from the number x that it reads and from the memory before. W_ih and W_hh are tables of
    weights and b are constants, the same at every step; tanh keeps each number of the memory between −1 and 1. Jeffrey Elman
    showed in 1990 what such a network can find in rows of letters and words. Nothing in the formula says that anything is
    to be kept: whatever was read goes through W_hh and tanh again at each step that follows.
course-forgets-background_2 =
    A GRU (Cho and others 2014) has for each number of its memory a gate z between 0 and 1, which σ sees to: where z is near 1 the old
    number stays, where it is near 0 the new one, n, takes its place; r, a gate made in the same way, says how much of the old memory n is made
    of, and ⊙ multiplies number by number. The LSTM (Hochreiter and Schmidhuber 1997) came seventeen years earlier and does it with a
    second memory; its paper has the task of this chapter, adding two marked numbers, over hundreds of steps. Which of the two
    is the better one is not settled: Chung and others (2014) compared them and named no winner.
`;
