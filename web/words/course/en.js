// The chapters in English, in the order of the course; as web/words/en.js, each a room "course-<id>". A comment at a wrong choice
// says who is known to think so.
export default `
### The course

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

## course-why: why it forgets

course-why-title = Why it forgets
course-why-question = Before training neither hears the first numbers. Which one learns to?
course-why-lead =
    The same fifty numbers. A network learns from what comes back of its error to each number that it read (the gradient). Before
    training, less than a millionth comes back to the first ten numbers of what comes back to the last ten: in the RNN and in
    the GRU.
course-why-summary = Before training nothing comes back from far away, in an RNN or in a GRU. Predict which of them learns all the same, and watch the way open.
course-why-thumbnail = How much comes back to each of fifty numbers, at four steps of training: in the GRU the line rises from almost nothing to all, in the RNN it does not.
course-why-choice_gru = The GRU
course-why-reply_gru = Yes. The GRU’s way back opens while it trains, before its error falls; the RNN’s stays closed.
course-why-choice_rnn = The RNN
# Gates multiply by numbers below 1, and are therefore taken to weaken what passes.
course-why-reply_rnn =
    The RNN has no gates that could be shut, but also none that could be opened: at each step about half of what comes back is
    lost. The GRU’s gates learn to let it pass.
course-why-choice_both = Both
# "It only takes longer": training is expected to get through a small gradient in the end.
course-why-reply_both =
    The RNN turns to what the last numbers tell it, and its way back to the first ones stays closed: from what hardly comes
    back, hardly anything can be learned. In the GRU it opens.
course-why-choice_neither = Neither
# The vanishing gradient is taught as a product of the same factors, as it is before training (Pascanu, Mikolov and Bengio 2013),
# and so is taken to be settled from the start.
course-why-reply_neither =
    The GRU learns from the near numbers to keep what it has read, and with that the way back grows more than ten
    thousandfold. A picture taken before training does not tell what can be learned.
course-why-reply_unsure = Then look at it: the GRU learns the sum, though before training as good as nothing came back from the
    first numbers, as in the RNN.
course-why-why =
    While the GRU trains, its gates learn to keep what was read, and what comes back to the first numbers grows more than ten
    thousandfold before its error falls at all. In the RNN each step keeps half of the memory when
    training begins, and nothing ever tells it to keep more.
course-why-knob = How much of its memory does the untrained RNN keep at each step (its spectral radius)?
course-why-knob_half = Half: 0.5
course-why-knob_whole = All: 1
course-why-knob_more = More than all: 1.2
course-why-challenge = Choose how much it keeps, so that the error of the RNN, too, falls below 0.03.
course-why-challenge_done =
    What comes back is multiplied by this number at every step. With 1 it arrives as it was sent, and an RNN without any gates
    learns the sum. With 0.5 nothing is left after fifty steps; with 1.2 it grows several thousandfold (it explodes), and
    training has to come down from there first.
course-why-transfer =
    A network of 100 layers, read from below to above, is begun so that each layer hands back nine tenths of the error that
    reaches it. How much arrives at the lowest layer?
course-why-transfer_most = About nine tenths
course-why-transfer_reply_most = Each layer takes nine tenths of what the one above it left: 0.9 times itself, a hundred times.
course-why-transfer_little = Less than a ten-thousandth
course-why-transfer_reply_little =
    Yes, 0.9 times itself a hundred times is 0.00003. Layers on top of each other are to the error what steps one after the
    other are.
course-why-transfer_nothing = Exactly nothing
course-why-transfer_reply_nothing = What arrives is small, but not nothing: 0.9 times itself a hundred times is 0.00003.
course-why-remember =
    What comes back over many steps is multiplied at each of them: below 1 it vanishes, above 1 it explodes. Gates learn to keep it
    near 1, which no picture from before training shows.

## course-attention: attention

course-attention-title = Attention
course-attention-question = Which network learns to write a date anew?
course-attention-lead =
    A date in one of eleven spellings is to be written in one way, such as 1987-03-12. Both networks first read it, letter by letter, into a memory
    of 48 numbers. One then writes from that memory alone; the other looks at all letters again for each one that it writes
    (attention).
course-attention-summary = Two networks rewrite dates, one from memory, one with a look back at every letter. Predict which one learns it, and see where it looks.
course-attention-thumbnail = A date and how it is to be written, and where the network looks as it writes each digit.
course-attention-choice_looks = The one that looks back
course-attention-reply_looks =
    Yes. The one that looks back writes nine of ten unseen dates without a mistake before the 400 steps are over; the other
    hardly any.
course-attention-choice_memory = The one that writes from memory
# Attention is taken for a help with long texts that short ones do without.
course-attention-reply_memory =
    The one that writes from memory is simpler, but it has to put the whole date into its memory before it writes the first
    digit. In 400 steps it does not learn that; the one that looks back learns it.
course-attention-choice_both = Both: a date is short
# So many numbers are room enough for one date: that a vector can hold a sentence was the plan of the first translators
# (Cho et al. 2014; Sutskever, Vinyals and Le 2014).
course-attention-reply_both =
    The one that writes from memory has 48 numbers, room enough for a date, but must learn to pack it and to unpack it again.
    In 400 steps that does not come about, and only the one that looks back learns it.
course-attention-choice_neither = Neither
# Months and orders are rules, and rules are expected to need programming.
course-attention-reply_neither =
    Neither is told the names of the months or the order of day and year; both see dates with their answers. For the one that
    looks back that is enough.
course-attention-reply_unsure = Then look at it: the one that looks back learns it, the one that writes from memory does not.
course-attention-why =
    The year is written first, wherever it stood; with attention the network takes each digit from where it stands, and the error
    goes back to that place in one step. Without it all has to pass through one memory, step by step, and in 400 steps it does
    not learn to hold a whole date there.
course-attention-knob = What is to be written anew?
course-attention-knob_dates = Dates
course-attention-knob_language = A small language
course-attention-knob_short = 2 to 4 letters, backwards
course-attention-challenge = Find something of which the network without attention, too, writes at least 70 % without a mistake.
course-attention-challenge_done =
    A memory of 48 numbers is enough for a few letters. The more has to pass through it, the more looking back is worth: after 600 steps
    hardly a sentence of the small language is right without it.
course-attention-transfer =
    A translator without attention does well with sentences of eight words and poorly with those of forty, though it has seen many
    of either. What is the most likely reason?
course-attention-transfer_words = Long sentences have words that it does not know
course-attention-transfer_reply_words =
    The translator has seen many of either, with the same words. What differs is how much is to be kept at once.
course-attention-transfer_memory = All of a sentence has to pass through a memory of one size
course-attention-transfer_reply_memory = Yes: the memory is as large for forty words as for eight.
course-attention-transfer_practice = It needs to see more long sentences
course-attention-transfer_reply_practice =
    More long sentences help, but the memory does not grow with them: of a long sentence the translator still has to hold five
    times as much in the same room.
course-attention-remember = Attention fetches what is needed from where it stands, in one step; what has no attention must carry all of it along.

## course-positions: positions

course-positions-title = Positions
course-positions-question = Which network learns to write a word backwards?
course-positions-lead =
    Twelve letters are to be written in reverse. Both networks are Transformers: each place looks at all letters at once. One is
    told where each letter stands (positions), the other is not.
course-positions-summary = Two Transformers write words backwards; one is told where each letter stands. Predict whether that matters, and see where each looks.
course-positions-thumbnail = Where two Transformers look as they write twelve letters backwards: without positions everywhere, with them along the diagonal that mirrors.
course-positions-choice_with = The one that is told
course-positions-reply_with =
    Yes. The one that is told is right almost everywhere after some fifty steps; the other stays at about one letter in four.
course-positions-choice_without = The one that is not told
# Fewer weights and no extra input: less that could go wrong.
course-positions-reply_without =
    The one that is not told does see all letters, and has less to learn. But to it they lie in a heap: it knows which there
    are and guesses among them.
course-positions-choice_both = Both: they see the letters in order
# A Transformer is taken to read from left to right, as an RNN does.
course-positions-reply_both =
    An RNN sees them in order: it reads one letter after the other. A Transformer sees all at once, and without positions any
    order of the same letters is the same to it.
course-positions-choice_neither = Neither
# Without a memory nothing is expected to be put into another order.
course-positions-reply_neither =
    A Transformer needs no memory, since all letters stay in sight: each place has to look at the one that mirrors it. The one
    that is told the positions learns that within some fifty steps.
course-positions-reply_unsure = Then look at it: the one that is told the positions learns it, the other guesses among the letters there are.
course-positions-why =
    Attention looks for letters by what they are, and a letter is the same wherever it stands; so the network without positions
    knows which letters there are, but not which one belongs where. With positions each place finds the one that mirrors it: the
    first to be written looks at the last that was read.
course-positions-knob = What is the network told of the places that was told nothing?
course-positions-knob_nothing = Nothing
course-positions-knob_waves = A pattern of waves for each place
course-positions-knob_distances = Only how far apart two letters are
course-positions-challenge = Tell it something with which it, too, gets at least 95 % of the letters right.
course-positions-challenge_done =
    Waves of many lengths give each place a pattern of its own (sinusoidal positions), as the hands of a clock do for each minute.
    How far apart two letters are (rotary positions) is not enough here: from the third place its mirror is seven away, from the
    fourth only five.
course-positions-transfer =
    A Transformer without positions reads “dog bites man” and then “man bites dog”, and is to say who is hurt. What does it answer?
course-positions-transfer_different = Two different answers, since another word comes first
course-positions-transfer_reply_different =
    The Transformer is not told which word comes first: to it both are the same three words.
course-positions-transfer_same = The same to both
course-positions-transfer_reply_same =
    Yes: to the Transformer both are the same three words, and their order is what it is not told.
course-positions-transfer_random = Something at random
course-positions-transfer_reply_random =
    A trained Transformer answers nothing at random: the same three words give the same answer, in any order.
course-positions-remember = A Transformer sees everything at once. Where something stands it knows only if it is told.
`;
