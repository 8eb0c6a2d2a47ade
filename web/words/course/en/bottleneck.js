export default `
## course-bottleneck: one vector for a sentence

course-bottleneck-title = One vector for a sentence
course-bottleneck-question = A network packs each word into 32 numbers. How long may a word be?
course-bottleneck-lead =
    Words of 2 to 12 letters, drawn at random from ten, are to be written backwards. One network reads the word into a list of 32 numbers (a vector)
    and writes from that list alone, as the first neural translators did with sentences. The other may look at every letter again while it
    writes (attention, the next chapter). Up to which length does the first write most words without a mistake?
course-bottleneck-summary = A network packs words into 32 numbers and writes them backwards from these alone. Predict up to which length it can, and see where it fails.
course-bottleneck-thumbnail = How many words are right as a whole, by their length: with one list of numbers the line falls from five letters on, with a look back at the letters it stays.
course-bottleneck-choice_five = About five letters
course-bottleneck-reply_five =
    Yes. Counted by length (the next picture), the one with a single list after 800 steps writes about seven of ten words of five letters
    without a mistake, one or two of ten with eight letters, and none with twelve.
course-bottleneck-choice_nine = About nine letters
# Room is counted as in a computer's memory: 32 numbers of 32 bits are far more than nine letters. What holds a network back is
# mostly how well it trains (Collins, Sohl-Dickstein and Sussillo 2017).
course-bottleneck-reply_nine =
    Nine letters would fit into 32 numbers many times over, if somebody packed them cleverly. The network with a single list has to find out by
    itself how to pack letters so that each can be taken out again. After 800 steps that works for about five.
course-bottleneck-choice_all = All twelve: it sees all lengths
# Poor long answers are blamed on too few long examples; Cho et al. (2014, properties) trained on sentences of up to 30 words and found
# the fall within that length.
course-bottleneck-reply_all =
    All lengths are seen equally often, and still the one with a single list fails at the long ones. However long a word is, it has to pass
    through the same 32 numbers.
course-bottleneck-reply_unsure = Then look at it: the one with a single list gets to about five letters; the one that looks back to all twelve.
course-bottleneck-why =
    Before the first letter is written, all of the word has to be in the same 32 numbers, be it of five letters or of twelve: the more has to go
    in, the fewer words come out whole. The network that can look again does not depend on that: more than nine of ten of its
    words are right, and of those of twelve letters more than four of five.
course-bottleneck-knob = Into how many numbers is a word packed?
course-bottleneck-knob_small = 16
course-bottleneck-knob_usual = 32
course-bottleneck-knob_large = 128
course-bottleneck-challenge = Find a list of which the network without attention writes 60 % of all words without a mistake.
course-bottleneck-challenge_done =
    With 128 numbers nearly all words of five letters are right and most of eight, but of twelve letters fewer than one in four. A longer list moves
    the length at which the network fails, and gives it many more weights to train; at the long ones it still fails.
course-bottleneck-transfer =
    A search engine turns every document, from a note to a whole book, into one vector of 768 numbers, and answers questions from that alone.
    Of which documents will most details be missing?
course-bottleneck-transfer_short = Of notes: they give it little to go by
course-bottleneck-transfer_reply_short =
    Notes have little in them, and little has to be kept. What is missing is what did not fit, and that is most where there was most.
course-bottleneck-transfer_alike = Of all alike: each has 768 numbers
course-bottleneck-transfer_reply_alike =
    The same 768 numbers for each are the reason: for a note they are plenty, for a book they have to stand for a hundred thousand
    words.
course-bottleneck-transfer_long = Of books
course-bottleneck-transfer_reply_long =
    Yes: the vector does not grow with the book. That is why long documents are cut into passages, each with a vector of its own.
course-bottleneck-remember = What has to pass through one vector grows with the length; the vector does not. So short ones come through and long ones do not.
course-bottleneck-background_1 =
    The encoder, here a GRU, reads one letter x after the other and changes its state h. After the last letter, number T, that state is called c and
    handed to the decoder, as the state s with which it begins. From then on the decoder sees only what it wrote itself, y: whatever it knows of the word is in c,
    whose size does not depend on T. As information T letters out of ten are little, about 3.3 bits each. Twelve are 40 bits, and 32
    numbers as a computer keeps them have 1,024. So it is not that they could not fit: it has to be learned how to pack them. Trained for 6,400 steps instead of 800
    the same network writes nine of ten words of eight letters, and of twelve still only about one in three.
course-bottleneck-background_2 =
    Cho and others and Sutskever, Vinyals and Le translated in this way in 2014. Cho and others found the same year that it goes well with short sentences
    and quickly becomes worse with length (On the properties of neural machine translation). Sutskever and others, with 8,000 numbers for a sentence and the
    source read backwards, had no difficulty with long ones: the length at which it fails is no law, but depends on size and training.
    Bahdanau, Cho and Bengio then conjectured that the vector of one size is the bottleneck, and let the decoder look back. Collins and others
    (2017) measured that each unit of common recurrent networks can hold about one number of what was read, and that most differences between them come from
    how well they train.
`;
