export default `
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
course-attention-transfer_memory = All of a sentence has to pass through a memory of fixed size
course-attention-transfer_reply_memory = Yes: the memory is as large for forty words as for eight.
course-attention-transfer_practice = It needs to see more long sentences
course-attention-transfer_reply_practice =
    More long sentences help, but the memory does not grow with them: of a long sentence the translator still has to hold five
    times as much in the same room.
course-attention-remember = Attention fetches what is needed from where it stands, in one step; what has no attention must carry all of it along.
course-attention-recall_gates =
    Of fifty numbers the first marked one had to be kept. Why did the GRU learn it, and the RNN not?
course-attention-recall_gates_larger = The GRU has the larger memory
course-attention-recall_gates_reply_larger =
    Both had a memory of the same size. The GRU has gates: with them the error comes back as far as the first marked number.
course-attention-recall_gates_longer = The GRU trained for longer
course-attention-recall_gates_reply_longer =
    Both trained for the same number of steps. The GRU has gates: with them the error comes back as far as the first marked number.
course-attention-recall_gates_back = Its gates let the error come back that far
course-attention-recall_gates_reply_back = Yes: what comes back from far away is what a network can learn from.
course-attention-recall_half = Each step back leaves half of the error. How much of it arrives thirty steps earlier?
course-attention-recall_half_half = Half of it
# Thirty halves are added up in place of being multiplied.
course-attention-recall_half_sixtieth = About a sixtieth
course-attention-recall_half_billionth = About a billionth
course-attention-recall_half_reply_half = Each step takes half of what the one after it left: ½ times itself, thirty times, is about a billionth.
course-attention-recall_half_reply_sixtieth = The steps are multiplied, not added: ½ times itself, thirty times, is about a billionth.
course-attention-recall_half_reply_billionth = Yes: ½ times itself, thirty times.
course-attention-background_1 =
    Before it writes letter i, the network gives each letter j that was read a weight α; all weights together are 1. What it reads from there, c, is the
    sum of what was noted at each letter, h, by these weights. Without attention there is one c for all letters that are written: so
    it was in the first networks that read and then write (Cho and others; Sutskever, Vinyals and Le, both 2014). Sutskever and his colleagues
    found that turning the sentence around before reading it helped, which brings its beginning near.
course-attention-background_2 =
    The score e says how well what is to be written next, which the memory s knows, goes with h; exponents and the division make weights of scores. Bahdanau, Cho
    and Bengio (2014) let a small network find it, with tables of weights W and v that are learned with all the rest (additive attention:
    the first line, and what stands here); Luong, Pham and Manning (2015) take a product (the second line), and so, with another
    scale, does the Transformer (Vaswani and others 2017). Weights show from where something was taken. Whether they say why an
    answer was given is disputed (Jain and Wallace 2019).
`;
