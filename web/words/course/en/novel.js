export default `
## course-novel: reading a novel

course-novel-title = Reading a novel
course-novel-question = Can a network beat counting in a minute?
course-novel-lead =
    Both guess the next character of Moby Dick, in a part that neither has read. One has counted in the rest how often each
    character follows the last five (an n-gram). The other is a network with a memory (a GRU). A nat more of surprise (loss): the character
    that came was thought 2.7 times less likely. Which is less surprised after a minute?
course-novel-summary = A table of counts and a network guess the next letter of Moby Dick. Predict which is less surprised, and watch how long the network needs.
course-novel-thumbnail = How surprised a network is by the next letter while it learns, falling to the right, and below it the line that counting has from the first.
course-novel-rival_large = GRU three times as wide
course-novel-choice_network = The network
# Networks write books now, and are therefore expected to win from the first. On Penn Treebank and speech they passed smoothed counts
# only with days of training (Mikolov et al. 2010).
course-novel-reply_network =
    The network has fewer characters behind it at the end than were counted, and takes only a little from each. It ends more than
    0.2 nats a character behind.
course-novel-choice_counting = Counting
course-novel-reply_counting =
    Yes. Counting is done before the network has taken its first step, and the network does not catch up in this time: it ends more
    than 0.2 nats a character behind.
course-novel-choice_both = Both alike: they read the same book
# That the data alone decide is what "The unreasonable effectiveness of data" (Halevy, Norvig and Pereira 2009) is often quoted for.
course-novel-reply_both =
    The book is the same, but not what each takes from it: the table keeps every count exactly, the network is changed a little at each step.
    It ends more than 0.2 nats a character behind.
course-novel-choice_neither = Neither: an author writes what he likes
# Text is taken to be free; Shannon (1951) found people guess most letters of a text that they have never seen.
course-novel-reply_neither =
    An author chooses his words, but hardly the letters within them. Whoever knows nothing loses 4.4 nats at each of 81 characters; the
    network ends below 1.9, and counting below 1.5.
course-novel-reply_unsure = Then look at it: counting is ahead from the first test to the last.
course-novel-why =
    Counting has gone once through its text and forgets nothing of it. The network learns by small corrections, and more than three quarters
    of what it learns from lies in the last five characters, where counting already knows what followed; what is farther back only begins
    to count.
course-novel-knob = How many characters back does the counting look?
course-novel-knob_one = 1
course-novel-knob_two = 2
course-novel-knob_three = 3
course-novel-knob_five = 5
course-novel-challenge = Let the counting look back less far, until the network ends less surprised than it.
course-novel-challenge_done =
    With one or two characters no table keeps up with the network; with three the table stays ahead in this time. The grey curve shows what
    draws level with five: a network three times as wide, in about a quarter of an hour.
course-novel-transfer =
    Somebody counts which word follows each nine words, in a library of a million books. What does the table say of nine words that
    nobody has written before?
course-novel-transfer_enough = The right word: in a million books every nine words occur
course-novel-transfer_reply_enough =
    A million books have some hundred billion words. Of ten thousand words there are as many rows of nine as a one with thirty-six
    noughts: nearly all of them stand in no book.
course-novel-transfer_average = The word that is right on average
course-novel-transfer_reply_average =
    The table knows nothing of what it has not counted, not even on average: it can only go back to fewer words, which it has counted.
course-novel-transfer_shorter = Nothing: it has to go back to fewer words
course-novel-transfer_reply_shorter =
    Yes. The longer the row, the more rarely it was counted. A network does not look rows up: what it has learned of other rows holds for
    new ones, too.
course-novel-remember =
    Counting is ready at once, and hard to beat where a few characters tell most of what follows. A network needs many times as long
    until it knows as much.
course-novel-recall_way = Each of fifty steps hands back half of the error that reaches it. What arrives at the first?
course-novel-recall_way_multiplied = Next to nothing
course-novel-recall_way_reply_multiplied = Yes: one half, multiplied by itself fifty times, is less than a billionth of a millionth.
course-novel-recall_way_lost = Half of it
course-novel-recall_way_reply_lost = Half of it is left after one step, a quarter after two: each takes half of what the one before it left.
course-novel-recall_way_near = All of it
course-novel-recall_way_reply_near = All of it would arrive if each step handed back the whole. Here each hands back half of what it gets.
course-novel-recall_fetch = A date is written anew, the year first. What does the network with attention do for each digit?
course-novel-recall_fetch_longer = It makes its memory longer
course-novel-recall_fetch_reply_longer = The memory of both is as long. Attention looks past it, at the letters themselves.
course-novel-recall_fetch_looks = It looks at the letters where they stand
course-novel-recall_fetch_reply_looks = Yes: each digit is taken from where it was read, in one step.
course-novel-recall_fetch_faster = It reads the date once more
course-novel-recall_fetch_reply_faster = Reading is done once, by both. What was read is there to be looked at when a digit is written.
course-novel-background_1 =
    What is measured is the mean of the surprise: minus the natural logarithm of the probability that was given to the character that did
    come, so that a sure and right guess costs nothing. Shannon had people guess the letters of unseen English in 1951, and estimated from
    this that it holds between 0.6 and 1.3 bits a letter, 0.4 to 0.9 nats. His text had 27 characters, without capitals and stops, and his
    readers knew the language already.
course-novel-background_2 =
    A count of nothing is no reason to call something impossible. From each count n of a character x after a context c a discount D is taken, and what is
    saved is shared out as the shorter context, without its oldest character, would have it (Kneser and Ney 1995; Chen and Goodman 1999 have three discounts, as here). Bengio and
    others let a network learn which words are alike in 2003; Mikolov and others gave it a memory in 2010, and mixed with counts it was better
    than either. How long a network needs hangs on the text and on the network: what is said here was measured on this novel alone.
`;
