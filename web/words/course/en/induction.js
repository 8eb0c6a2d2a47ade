export default `
## course-induction: two layers make an induction head

course-induction-title = Two layers make an induction head
course-induction-question = Random letters begin to repeat. Who learns to go on: one layer, or two?
course-induction-lead =
    Letters come at random, until the last 8 to 20 of them begin again, over and over. From there on each next letter can be known:
    find where the present letter, and those before it, stood already, and say what followed. Both are Transformers; one has one layer of four
    looks (heads), the other two.
course-induction-summary = Two Transformers are to copy a row of letters that begins again, one with one layer, one with two. Predict which one learns it, and see the head that copies.
course-induction-thumbnail = Where the best head of two Transformers looks: of one layer nowhere in particular, of two along a line, one place after the earlier copy.
course-induction-choice_two = The one with two layers
course-induction-reply_two =
    Yes. The one with two layers crawls as the other does at first, and then rises steeply: before the 200 steps are over it knows
    eight letters of ten, the one with one layer fewer than three.
course-induction-choice_both = Both: copying is easy
# Copying is easy for a program with a loop, and attention is described as looking anything up: in one step (a lookup by content).
course-induction-reply_both =
    Copying is easy once the same letter is found (or, where that stood twice, the same two). But a place knows only its own letter,
    unless a layer below has told it what stood before.
course-induction-choice_later = Both, but one layer takes longer
# More depth is taken for more speed: a smaller network is expected to get there with more training.
course-induction-reply_later =
    One layer was tried with more than seven times as many steps, 1,500: it still knew fewer than one letter in four. What is missing is not practice but a
    second look.
course-induction-choice_neither = Neither: the letters are random
# What is random is taken to be unpredictable wherever it stands.
course-induction-reply_neither =
    The first time they are random, and nobody can know them. The second time they are the same, and only those are asked for.
course-induction-reply_unsure = Then look at it: two layers learn it, in a steep rise; one layer does not.
course-induction-why =
    In the first layer a place learns which letter stood before it; in the second it finds the one saying “before me stood your
    letter” and copies its letter (an induction head). One layer cannot build on its own looks.
course-induction-knob = What is switched off in the network with two layers, at step 160?
course-induction-knob_nothing = Nothing
course-induction-knob_feed = All that is not looking (feed-forward)
course-induction-knob_first = The heads of the first layer
course-induction-knob_second = The heads of the second layer
course-induction-challenge = Switch off what it cannot do without: at and after step 160 fewer than 20 % are to be right.
course-induction-challenge_done =
    Without the looks of either layer the copying is gone, and in the steps that are left it does not come back. Without all that is not looking it falls, too,
    but it is back at three of four letters by step 200: the copying is done by heads, and by two of them one after the other.
course-induction-transfer =
    A language model reads a story with a name that nobody ever had: “Quorvin Tesk”. A page later it reads “Quorvin”. What would an induction head
    do?
course-induction-transfer_before = Look at the word before “Quorvin”
course-induction-transfer_reply_before =
    The word before is what a head of the first layer looks at. The induction head looks at what stood after the earlier “Quorvin”.
course-induction-transfer_followed = Look at what followed “Quorvin” the last time, and say “Tesk”
course-induction-transfer_reply_followed =
    Yes. The name need not have been seen in training: the head copies from what it has just read, not from what it has learned by heart.
course-induction-transfer_chance = Nothing: it was never trained on that name
course-induction-transfer_reply_chance =
    The letters of this chapter were new in each row, too. What is learned is not what follows what, but where to look for it.
course-induction-remember =
    An induction head finds where the present symbol stood before and says what followed. It takes two looks one after the other, and so
    two layers.
course-induction-background_1 =
    Place i gives place j the part a of its look: large where the query q of one agrees with the key k of the other (each has d
    numbers), and, in the networks of this chapter, the smaller the farther away j is, by a slope m of each head’s own (ALiBi; Press, Smith and
    Lewis 2022). Only places before i, and i itself, are looked at. Nothing in this says what stood before j: the key of a place is made of
    what that place holds. With a layer below, it holds what that layer brought, for instance the letter before.
course-induction-background_2 =
    Elhage and others (2021) found in Transformers without feed-forward layers that two layers of attention compose such heads, while one does not, and named them.
    Olsson and others (2022) saw them arise at a sudden bend of the loss of larger language models, and claim that most of learning from what stands in the prompt may
    come from them; for small models without feed-forward layers they show it by switching heads off, for large ones only that both come together. The score s of the picture is the part of its look that a head gives, on
    average over the n places whose letter x stood before, to what followed that letter.
`;
