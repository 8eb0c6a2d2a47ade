// The chapters in English, in the order of the course; as web/words/en.js, each a room "course-<id>". A comment at a wrong choice
// says who is known to think so.
export default `
### The course

## course-forgets: an RNN forgets

course-forgets-title = An RNN forgets
course-forgets-question = Which network still knows the first number at the end?
course-forgets-lead =
    Fifty numbers are read one after the other, two of them are marked, and after the last one the network is to say the sum of
    those two. The first mark is always in the first half, so that number has to be kept for at least 25 steps.
course-forgets-summary = Two networks read fifty numbers and are to add two of them. Predict which one still knows the first, train both within seconds, and see why.
course-forgets-choice_gru = The GRU
course-forgets-reply_gru =
    Yes. The GRU learns the sum within some hundred steps of training; the RNN is no better at the end than if it always
    answered 1.
course-forgets-choice_rnn = The RNN
# A small network is expected to learn a small task more easily, as it does with tables: more weights, more to learn.
course-forgets-reply_rnn =
    It has a third of the weights and less to learn, but nothing reaches it from which it could learn: it stays as good as
    always answering 1. The GRU learns the sum.
course-forgets-choice_both = Both
# "The hidden state sums up all that was read", as textbooks say; that it can is not that it learns to (Bengio, Simard and
# Frasconi 1994).
course-forgets-reply_both =
    The memory of an RNN could hold a number for fifty steps: there are weights that do. But training does not find them. It
    stays at always answering 1, and only the GRU learns the sum.
course-forgets-choice_neither = Neither
# Recurrent networks are taken to be too weak for long rows as such; adding over hundreds of steps is what LSTM was shown with
# (Hochreiter and Schmidhuber 1997).
course-forgets-reply_neither =
    Fifty steps are too far for the RNN, but not for every network that reads one number after the other: the GRU learns the
    sum.
course-forgets-reply_unsure = Then look at it: the GRU learns the sum, the RNN stays where it began.
course-forgets-why =
    A network learns from its error at the end, and that has to go back, step by step, to the number that should have been
    kept; in the RNN each step makes it smaller, until nothing is left (the gradient vanishes). The GRU has gates: they learn
    to leave the memory as it is, and then the error comes back as far as the first number.
course-forgets-knob = What helps the RNN?
course-forgets-knob_short = 10 numbers
course-forgets-knob_long = 50 numbers
course-forgets-knob_lstm = An LSTM beside them
course-forgets-challenge = Choose a setting with which the RNN, too, has at least half of its answers right.
course-forgets-challenge_done =
    With ten numbers the way back is short, and enough of the error arrives. The RNN was not too small to remember; nothing
    told it what to remember.
course-forgets-transfer =
    An RNN reads a letter of 400 words. Whether it is answered with “Dear Sir” or “Dear Madam” is decided by the first line. It
    does not learn it. What is the most likely reason?
course-forgets-transfer_capacity = Its memory is too small
course-forgets-transfer_reply_capacity =
    One bit has to be kept, and there is room for far more. With ten numbers the same 32 units were enough.
course-forgets-transfer_distance = The error does not get back to the first line
course-forgets-transfer_reply_distance = Yes: 400 steps back even less is left of it than fifty steps back.
course-forgets-transfer_speed = It was trained for too short a time
course-forgets-transfer_reply_speed =
    More steps help where something moves. Here the curve lies flat, since next to nothing arrives from which it could learn.
course-forgets-remember = An RNN learns from what is near: on a long way back its error fades. Gates keep the way open.
`;
