export default `
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
course-why-background_1 =
    What comes back of the error L to the memory h at step t is a product with one factor for each step from there to the end, T: the weights
    W_hh times the slope f′ of what each unit does with its sum a. If every factor shortens whatever it is multiplied with, at least by some share, what is
    left falls exponentially with the distance. Sepp Hochreiter found this in his diploma thesis of 1991, in German; Bengio, Simard and
    Frasconi (1994) showed that the settings with which such a network keeps something safely are the very ones with which
    what comes back vanishes. Factors above 1 make it possible that it explodes, and do not make it certain (Pascanu, Mikolov and
    Bengio 2013).
course-why-background_2 =
    What the knob sets is the spectral radius ρ, the largest size of an eigenvalue λ of W_hh. The RNN here begins with the identity matrix times that number
    and with units that pass on what is positive (ReLU); with 1, this is how Le, Jaitly and Hinton began theirs in 2015. Then a step multiplies by ρ
    wherever a unit is active. What explodes is cut: a gradient g that is longer than c, which is 1 here, is shortened to c (Pascanu, Mikolov and Bengio
    2013). What has vanished no cut brings back. Gates can keep the factor near 1 (Hochreiter and Schmidhuber 1997); that
    training finds such gates is seen again and again, and proved for none of these tasks.
`;
