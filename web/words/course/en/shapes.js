export default `
## course-shapes: other shapes

course-shapes-title = Other shapes
course-shapes-question = A bag of letters has no order. Which network learns to count the different ones?
course-shapes-lead =
    How many different letters are there? Their order means nothing. The LSTM reads one after the other; in the Set Transformer each letter
    looks at all the others, nothing tells it which came first, and what they find is put together in a weighted sum (“pooled by
    attention”).
course-shapes-summary =
    Two networks count the different letters of a bag; one reads in order, one cannot tell any order. Predict which learns it, then shuffle the
    letters and compare their answers.
course-shapes-thumbnail = A bag of letters, and how strongly each of them looks at each other one in the Set Transformer.
course-shapes-choice_lstm = The LSTM
# A running list is how a person counts them, and so what is expected to be easiest: what was read before is in the memory.
course-shapes-reply_lstm =
    The LSTM could keep a list of what it has read, as a person would. In these 800 steps it has not learned to: it stays below 62 %.
    That the order means nothing it has to learn from examples.
course-shapes-choice_set = The Set Transformer
course-shapes-reply_set =
    Yes. The Set Transformer gets at least nine of ten unseen bags right; the LSTM stays below 62 % in the same 800 steps.
course-shapes-choice_both = Both
# "With enough shuffled examples the order is learned away": so taught as augmentation, without its price.
course-shapes-reply_both =
    Both are shown bags in any order. From that the LSTM would have to learn it, and in 800 steps it does not: shuffle the
    letters, and its answer moves. The Set Transformer need not learn it.
course-shapes-choice_neither = Neither
# Attention without positions is met as a lack (a Transformer without positions cannot reverse a word), and taken for one everywhere.
course-shapes-reply_neither =
    Where the order means something that is so: a Transformer without positions cannot turn a word round. Here it means nothing,
    and the Set Transformer loses nothing by not seeing it.
course-shapes-reply_unsure = Then look at it: the Set Transformer learns it, the LSTM stays below 62 % in the same 800 steps.
course-shapes-why =
    A sum whose weights ask what each part is, not where it stands, is the same in any order. The Set Transformer answers from such sums:
    shuffling leaves its bars where they were. The LSTM changes its memory at each letter: another order, another memory, other bars (see the ring).
course-shapes-knob = What is made easier for the LSTM?
course-shapes-knob_slow = Nothing
course-shapes-knob_small = Bags of 2 to 4 letters
course-shapes-knob_fast = A learning rate five times as large
course-shapes-challenge = Find a setting with which the LSTM gets at least 65 % right. Is its answer then the same in any order?
course-shapes-challenge_done =
    With a larger learning rate the LSTM learned more in as many steps; smaller bags do not help it. Still how sure it is of each answer depends on the order:
    shuffle, and its bars move. The Set Transformer’s do not, trained or not.
course-shapes-transfer =
    A network is to say from the items in a shopping basket what they cost together. Which is bound to say the same for the same
    basket, in whatever order the items are laid down?
course-shapes-transfer_sum = One that makes a number of each item and adds these up
course-shapes-transfer_reply_sum = Yes: a sum does not depend on the order of what is added, whatever was learned.
course-shapes-transfer_lstm = An LSTM that made no mistake in its last test
course-shapes-transfer_reply_lstm =
    The LSTM may be right on all that it was tested with; nothing makes it give the same answer in an order that it has never
    read.
course-shapes-transfer_shuffle = An LSTM that read every basket in ten orders
course-shapes-transfer_reply_shuffle = Ten orders of ten items are ten of 3,628,800. The LSTM comes closer, but nothing binds it.
course-shapes-door_waves = One in, many out: a wave is drawn from its description
course-shapes-door_digits = Many in, one out: a digit is read row by row, beside a convolution over its image
course-shapes-door_clouds = A set in, a set of clouds out: points in the plane
course-shapes-background_1 =
    A function of a set must not change when its members change places: π stands for any order of 1 to n. Vinyals, Bengio and
    Kudlur showed in 2015 that it matters to recurrent networks in which order a set is read, and let attention read it
    without one. On this page both sides are computed by the engine. Of the Set Transformer they agree to five decimals and more,
    not to the last, since a sum of rounded numbers is rounded otherwise in another order.
course-shapes-background_2 =
    A sum over what is made of each member (φ), and something made of the sum (ρ), is such a function; Zaheer and others showed in 2017 under which
    conditions every such function can be written so. There a member is not compared with another before the sum. The Set
    Transformer (Lee and others, 2019) lets all members look at each other first: attention without positions, at a cost that grows with
    the square of their number. That it needs fewer examples is claimed for tasks of this kind, not for all sets.
course-shapes-remember =
    What is made so that it cannot see the order gives the same answer in every order, trained or not; what reads in order has to learn that from
    examples.
`;
