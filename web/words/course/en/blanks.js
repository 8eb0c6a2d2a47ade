export default `
## course-blanks: fill in the blanks

course-blanks-title = Fill in the blanks
course-blanks-question = With 300 labelled reviews: which network learns whether a film was liked?
course-blanks-lead =
    “Not” turns a word round, so that adding up good and bad words is hardly better than guessing. Both networks are the same
    Transformer and get the same 300 labelled reviews; one has first filled in words hidden in others without labels (pre-training).
course-blanks-first_act = First act, without a label: one network reads reviews in which words are hidden (▮) and says which they were.
course-blanks-first_act_goes =
    For now one of the networks fills in blanks. The one that begins from nothing is at the 300 labelled reviews already; the other
    follows by itself as soon as the blanks are done (second act).
course-blanks-summary =
    Two copies of one network learn from 300 labelled reviews; one has filled in hidden words before. Predict what that is worth,
    and watch both acts.
course-blanks-thumbnail = The share of right answers over training: the network that has filled in blanks before rises far above the one that begins from nothing.
course-blanks-choice_same = Both alike
# Unlabelled text is taken to hold nothing about a label: a network is expected to learn only what it is told (as one learns it
# from supervised examples; see the surprise in Dai and Le 2015 that language models help to classify).
course-blanks-reply_same =
    The first act has no labels, but teaches what the second needs: which word fits into a blank depends on “not”, on “but” and on what was
    praised before. To fill it in, a network has to find out how words depend on each other.
course-blanks-choice_harm = The one that begins from nothing
# "Catastrophic forgetting" is known (McCloskey and Cohen 1989) and is then expected wherever a network learns one thing after another.
course-blanks-reply_harm =
    The one that filled in blanks does not begin anew: it goes on from where the blanks have left it. Half way through the 400
    steps it has got 70 of 100 unseen reviews right, more than the one that begins from nothing ever does.
course-blanks-choice_pre = The one that filled in blanks first
course-blanks-reply_pre =
    Yes. The one that filled in blanks first gets at least three quarters of unseen reviews right; the one that begins from
    nothing stays below 68 %.
course-blanks-choice_neither = Neither
# "Neural networks need very many examples" is what first courses teach, without saying: of what.
course-blanks-reply_neither =
    Three hundred are too few for the one that begins from nothing: it learns them by heart and stays below 68 % on others. The
    one that filled in blanks first needed its many examples too, but of those nobody had to label a single one.
course-blanks-reply_unsure = Then look at it: the same network learns far more from the same 300 reviews if it has filled in blanks before.
course-blanks-why =
    Which word fits into a blank depends on whether a “not” stands before it. So the network that filled in blanks looks at the “not” before
    it has seen a label, and 300 labels only have to say what follows from it. In the one that begins from nothing no word looks there like
    that after 300 labels. (Of each network the layer is shown that looks there most.)
course-blanks-knob = What do the networks get?
course-blanks-knob_few = 300 labelled reviews
course-blanks-knob_many = 1,000 labelled reviews
course-blanks-knob_counting = 300, and a third that only adds up words
course-blanks-challenge = Find out with how many labelled reviews the network that filled in blanks gets at least 90 % right.
course-blanks-challenge_done =
    A thousand labels are enough for it. The same network without the first act stays below 80 % with as many. With 300, a convolution that
    sees one word at a time, so that it can only add up what each one says, gets fewer than two of three right.
course-blanks-transfer =
    A hospital has a million letters, and for 500 of them a doctor has noted whether the patient has to come back. What should a
    network be trained on?
course-blanks-transfer_labels = On the 500 alone: only they have the answer
course-blanks-transfer_reply_labels =
    The 500 have the answers, but hardly enough text to learn how letters are written. The other letters teach that without a
    single note.
course-blanks-transfer_texts = On blanks in all letters first, then on the 500
course-blanks-transfer_reply_texts =
    Yes: how letters are written can be learned from all of them; the 500 then show which ones are followed by a return.
course-blanks-transfer_larger = On the 500 alone, with a larger network
course-blanks-transfer_reply_larger =
    A larger network learns the 500 by heart even more easily. What is missing is not room, but examples of how such letters are
    written.
course-blanks-background_1 =
    Hidden are about 15 of 100 words; M is the set of their places, w the words as they were and w with a tilde the review with its
    blanks. The loss is the mean of how surprised the network is by the hidden words. That people can fill a blank where they
    have understood the text was used in 1953 to measure how readable a text is: Taylor called it the cloze procedure. BERT
    (2018) trained a Transformer that reads both ways with it; of the chosen words 80 in 100 are hidden, 10 replaced by others
    and 10 left as they are, as here.
course-blanks-background_2 =
    Then a new layer U answers another question from what the network makes of a text, and all weights go on learning from where
    the blanks have left them. That a network learns to classify better if it has first learned to go on with texts was shown in
    2015 (Dai and Le), and in 2018 for many tasks at once (Peters and others, Howard and Ruder, BERT). How much it is worth depends on how close
    the texts are to each other: here both acts read reviews made by the same rules, which is the best case.
course-blanks-remember =
    Filling in blanks teaches, without a single label, how words depend on each other. After that, few labels are enough to learn to answer
    a question about them.
`;
