export default `
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
course-positions-background_1 =
    In a Transformer (Vaswani and others 2017) each place asks a question Q, each has a key K by which it is found and a value V that it hands over; all three
    are made from the letter that stands there. The product of questions and keys, divided by the root of their length d and made into
    weights that sum to 1 (softmax), says how much each place takes from each. No number in the formula depends on where a letter stands: if the letters
    are put into another order, the same results come in that order.
course-positions-background_2 =
    So something of the place is added to each letter: numbers p that are learned for each place t, or sines and cosines of many wavelengths, as the paper
    of 2017 has them, which reported that both do about as well. Rotary positions (Su and others 2021) add nothing and turn questions and keys by an
    angle that grows with the place, so that their product depends on how far apart two places are. Which is best depends on the
    task; for the one of this chapter you can try it.
`;
