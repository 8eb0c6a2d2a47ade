export default `
## course-cost: what must wait

course-cost-title = What must wait
course-cost-question = A text becomes 25 times as long. For which network does a symbol get dearer?
course-cost-lead =
    An LSTM reads one symbol after the other; a Transformer reads all at once. Here nothing is learned: both are timed on your
    machine as they read an example of 16 symbols, then longer ones, up to 400. What counts is the time for one symbol.
course-cost-summary = An LSTM and a Transformer are timed on your machine, from 16 to 400 symbols. Predict for which of them a symbol comes to cost more, and see who must wait for whom.
course-cost-thumbnail = Operations for one symbol by the length of what is read, both axes in powers of ten: the LSTM’s line is level, the Transformer’s bends upwards.
course-cost-choice_lstm = For the LSTM
# Recurrent networks are said to be the slow ones, since they cannot read in parallel (Vaswani et al. 2017, section 1): taken for more work.
course-cost-reply_lstm =
    The LSTM reads one symbol after the other, but does the same work at each, however many came before. That it must wait is another
    matter.
course-cost-choice_transformer = For the Transformer
course-cost-reply_transformer =
    Yes. The Transformer compares each symbol with all others, so that a symbol among 400 takes more than five times the operations of one
    among 16. The LSTM’s stay as they are.
course-cost-choice_both = For both
# "Longer is harder": the length of the whole is taken for that of each part.
course-cost-reply_both =
    The LSTM’s memory is of fixed size, and at each symbol it is changed in the same way: 400 symbols cost it 25 times what 16 do, and each of them the
    same. The Transformer alone does more for each.
course-cost-choice_neither = For neither
# A Transformer reads "all at once", which is taken for "in the time of one".
course-cost-reply_neither =
    A Transformer does read all at once, and on hardware that computes everything side by side it would not wait. But the operations
    are there all the same, and a processor like this one does few of them at a time.
course-cost-reply_unsure =
    Then look at it: a symbol comes to cost the Transformer more than in a short text, since it is compared with all others, and the LSTM
    the same.
course-cost-why =
    Counted from the plan, each symbol costs the LSTM the same, and the Transformer more the more there are, since it compares all with
    all. But the LSTM’s steps must wait for one another, one a symbol; the Transformer’s only for the layer below.
course-cost-knob = What is changed in the Transformer?
course-cost-knob_as_it_is = Nothing
course-cost-knob_heads = One head instead of two
course-cost-knob_wide = Twice its width
course-cost-knob_linear = A running sum instead (linear attention)
course-cost-challenge = Change the Transformer so that a symbol among 400 costs at most a tenth more operations than one among 16.
course-cost-challenge_done =
    Linear attention keeps a sum of what it has read, as an RNN keeps a memory: the same work for each symbol at any length, but none can be
    looked at again. One head compares as much as two; at twice the width a symbol still gets more than three times as dear.
course-cost-transfer =
    A Transformer’s comparisons take a second for a text. How long do they take for one of twice the length, on the same machine, if it works at
    the same pace?
course-cost-transfer_twice = About two seconds
course-cost-transfer_reply_twice = Twice as many symbols are each compared with twice as many: the comparisons are four times as many.
course-cost-transfer_four = About four seconds
course-cost-transfer_reply_four = Yes: twice as many symbols, each compared with twice as many.
course-cost-transfer_same = About a second, since it reads all at once
course-cost-transfer_reply_same =
    “All at once” says that no symbol has to wait for another. On a machine that works at the same pace, four times as many comparisons take
    four times as long.
course-cost-remember =
    Recurrence pays by waiting, one step for each symbol; attention pays by work that grows with the square of the length.
course-cost-background_1 =
    W is the work for n symbols: a for each symbol by itself, and 4 d operations for each pair, where d is the width (products of
    queries and keys, and the sum of the values). For one symbol, W / n grows with n. Vaswani and others (2017, table 1) set the two beside each other: n steps
    in a row for recurrence, a constant number for attention, at the price of the square. Linear attention (Katharopoulos and others 2020) brings the square down to
    n again; FlashAttention (Dao and others 2022) leaves the operations as many and saves the traffic with the memory.
course-cost-background_2 =
    Whatever the hardware, with p processors a computation takes at least its work T with index 1 divided by p, and at least its longest chain, T with index ∞, the steps of which each
    need the one before. Brent (1974) showed for arithmetic expressions how near one can come to that. The picture
    counts such chains in the plan of each network: that is arithmetic and not measured, and what a graphics processor makes of it this
    page cannot tell. Times differ between machines and between runs; here each is the middle one of five.
`;
