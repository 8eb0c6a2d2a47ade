export default `
## course-transformer: the Transformer

course-transformer-title = The Transformer
course-transformer-question = Which network learns to write a word backwards?
course-transformer-lead =
    Twelve letters are to be written in reverse. Both networks are Transformers of one layer, in which every place looks at all letters
    at once (attention). One is told where each letter stands (positions), the other is not.
course-transformer-summary = Two Transformers write words backwards; one lacks a part. Predict whether that matters, then take away others, one at a time.
course-transformer-thumbnail = Where two Transformers look as they write twelve letters backwards: without positions everywhere, with them along the diagonal that mirrors.
course-transformer-choice_with = The one that is told
course-transformer-reply_with =
    Yes. The one that is told is right almost everywhere after some hundred steps; the other gets about one letter in
    four, and so hardly ever a word as a whole.
course-transformer-choice_without = The one that is not told
# Fewer weights and no extra input: less that could go wrong.
course-transformer-reply_without =
    The one that is not told does see all letters, and has less to learn. But to it they lie in a heap: it knows which there
    are and guesses among them.
course-transformer-choice_both = Both: they see the letters in order
# A Transformer is taken to read from left to right, as an RNN does.
course-transformer-reply_both =
    An RNN sees them in order: it reads one letter after the other. A Transformer sees all at once, and without positions any
    order of the same letters is the same to it.
course-transformer-choice_neither = Neither
# Without a memory nothing is expected to be put into another order.
course-transformer-reply_neither =
    A Transformer needs no memory, since all letters stay in sight: each place has to look at the one that mirrors it. The one
    that is told the positions learns that within some hundred steps.
course-transformer-reply_unsure = Then look at it: the one that is told the positions learns it, the other guesses among the letters there are.
course-transformer-why =
    Attention looks for letters by what they are, and a letter is the same wherever it stands. So the network without positions knows which
    letters there are, not where: about one in four is right, and hardly ever a whole word. With positions each place finds its mirror: the
    first to be written looks at the last that was read.
course-transformer-knob = What does the first network lack?
course-transformer-knob_positions = Positions
course-transformer-knob_residual = Residuals: adding what was read
course-transformer-knob_deep = Residuals, in six layers
course-transformer-knob_norms = Norms: numbers kept to one scale
course-transformer-knob_heads = Heads: one look, not four at once
course-transformer-challenge = Find what the first network can lack and still get at least 95 % of the letters right.
course-transformer-challenge_done =
    One head is enough: each place looks at one other. One layer needs no residuals. But six layers without residuals, or one without norms,
    get fewer than 30 % of the letters right in 200 steps.
course-transformer-transfer =
    A Transformer without positions reads “dog bites man” and then “man bites dog”, and is to say who is hurt. What does it answer?
course-transformer-transfer_different = Two different answers, since another word comes first
course-transformer-transfer_reply_different =
    The Transformer is not told which word comes first: to it both are the same three words.
course-transformer-transfer_same = The same to both
course-transformer-transfer_reply_same =
    Yes: to the Transformer both are the same three words, and their order is what it is not told.
course-transformer-transfer_random = Something at random
course-transformer-transfer_reply_random =
    A trained Transformer answers nothing at random: the same three words give the same answer, in any order.
course-transformer-remember =
    A Transformer sees everything at once and knows where something stands only if it is told. Without that, the same letters in
    another order are the same to it.
course-transformer-background_1 =
    Each place makes three vectors: a query, a key and a value, here the rows of Q, K and V. The products of a query with all keys,
    divided by the root of their width, become shares that sum to 1 (softmax), and in these shares the values are added up. Several
    heads do so side by side, each with a part of the width. Nothing in this depends on where a place is. Vaswani and others
    (2017), who built a translator of attention without any recurrence, therefore added waves of many lengths to each vector: in
    the second formula t is the place, and i counts pairs of its d numbers. The networks here learn a vector for each place
    instead; that paper tried it, too, with nearly the same results. Rotary positions (Su and others 2021) turn queries and keys by an angle
    that grows with the place, so that their product depends on how far apart two places are.
course-transformer-background_2 =
    Each part f of a layer adds its result to what it read, x (a residual connection). On the way back the error then passes a product of
    I, which leaves it as it is, plus something, and not of that something alone. So He and others (2016) trained networks of 152 layers on
    images. Norms bring the numbers of each place to one mean and scale (Ba, Kiros and Hinton 2016). The first Transformer
    normed each sum; Xiong and others (2020) argue that gradients behave better when training begins if what a part
    reads is normed, as here. What this chapter shows, it shows of one small task, this width, these first weights and 200 steps: why
    norms help as much as they do is still debated.
`;
