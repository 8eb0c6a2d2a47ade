export default `
## course-after: what came after

course-after-title = What came after
course-after-question = Can a memory of fixed size take the place of looking back?
course-after-lead =
    Each letter comes with a digit: t 6, a 2, w 4, s 3. Then letters come again (w, w, t …), and the digit of each is asked for. One network
    looks back at all that was read (a Transformer). The other, a state space (a minGRU, of 2024), has a memory of fixed size, into which
    each symbol is written as it comes.
course-after-summary = Attention looks back at everything; newer networks carry a memory of fixed size. Predict which recalls pairs it has just read, and see by how many pairs it falls behind.
course-after-thumbnail = How many recalled digits are right, by the number of pairs read: one network’s line stays high, the other’s falls.
course-after-choice_alike = Both alike: the new replaces the old
# What is newer is taken for better in everything; "match Transformers" in titles and abstracts is read as "everywhere".
course-after-reply_alike =
    The newer one was built so that neither its memory nor its work for a symbol grows with the length. At four pairs it is not cheaper yet
    (see the milliseconds below the curves), and at the end the Transformer has nine answers of ten right, the memory of fixed size about
    seven.
course-after-choice_keeps = The memory: it need not search
# Attention is taken for a search that goes astray among many things, memory for something that is simply there.
course-after-reply_keeps =
    The memory has to keep every pair, since nobody tells it beforehand which will be asked for. The Transformer looks for the letter
    only once it is asked, and learns to find it within a few hundred steps.
course-after-choice_looks = The one that looks back
course-after-reply_looks =
    Yes. The one that looks back has four answers of five right within 500 steps, while the other still guesses among
    the digits that it has seen.
course-after-choice_neither = Neither: letters are new each time
# Memory is taken to be in the weights: what was not trained on cannot be known.
course-after-reply_neither =
    New pairs are no matter of the weights: what belongs together stands in what was just read. What is learned is how to keep it, or how
    to find it.
course-after-reply_unsure = Then look at it: the one that looks back learns it first, and stays ahead.
course-after-why =
    A Transformer keeps all it has read and compares it with the letter asked for: of four pairs, too, it has at least 85 % right. A memory
    of fixed size has to keep all pairs before anyone asks: the more pairs (“length”, from left to right), the fewer of its answers are
    right in this race.
course-after-knob = Which memory, and how many pairs?
course-after-knob_mingru = minGRU, 2–4 pairs
course-after-knob_two = 2 pairs
course-after-knob_diagonal = Fixed fading
course-after-knob_linear = Linear attention beside them
course-after-challenge = Find where a memory of fixed size, too, has at least 85 % of its answers right.
course-after-challenge_done =
    Two pairs it learns to keep. What such a memory gives up is looking anything up in a long text; what it gains is that a step costs as much at
    the end as at the beginning. In training on so few symbols that gain does not show: the milliseconds below the curves say so.
course-after-transfer =
    An assistant is to answer questions about a contract of two hundred pages, which nobody knows before the contract has been read. What does a memory of fixed size
    risk that attention does not?
course-after-transfer_longer = That reading the last page takes longer than reading the first
course-after-transfer_reply_longer =
    The last page costs a memory of fixed size what the first did. It is attention for which it grows: every symbol is compared with all
    before it.
course-after-transfer_book = That what is asked for was given up for something else
course-after-transfer_reply_book =
    Yes: what to keep has to be decided while reading, and the room does not grow with the pages. Attention keeps them all, and pays for it at each
    symbol.
course-after-transfer_names = That it does not know the names in it
course-after-transfer_reply_names =
    Names are new to either of them; both read them in the contract. The difference is whether they are still there when they are asked for.
course-after-remember =
    Attention keeps everything and looks it up when it is asked, at a price that grows with the length. A memory of fixed size has one price for each symbol, and
    must choose what to keep before it is asked.
course-after-recall_table = A table of counts is extended from five characters to twenty. Why does that help so little?
course-after-recall_table_longer = Twenty characters are too far away to matter
course-after-recall_table_reply_longer = Characters twenty back may matter well. What is missing are counts of them.
course-after-recall_table_rows = Hardly any row of twenty occurs twice
course-after-recall_table_reply_rows = Yes: of a row that was never counted the table has nothing to say.
course-after-recall_table_slow = The counting takes too long
course-after-recall_table_reply_slow = Counting goes once through the text, whatever the length of the rows: it is what was counted that tells little.
course-after-recall_gates = A GRU adds two marked numbers that lie far apart, an RNN of the same size does not. What do the gates do?
course-after-recall_gates_size = They make the memory larger
course-after-recall_gates_reply_size = The memory has as many numbers in both. The gates decide what happens to it at each step.
course-after-recall_gates_reads = They look at the first number again
course-after-recall_gates_reply_reads = The first number is read once, and nothing looks at it again: that came later, with attention.
course-after-recall_gates_keep = They keep what is there from being written over
course-after-recall_gates_reply_keep = Yes: where a gate stays shut, what the memory holds passes from step to step.
course-after-background_1 =
    Attention weighs the values v of all earlier places by how well their keys k fit the query q. It has to keep every k and v, and its work grows with the
    square of the length. Katharopoulos and others (2020) put a product of two functions of q and k in the place of the exponential; then everything
    that was read goes into one matrix S, to which each step adds, and which does not grow. What is written into it can no longer be told
    apart by any query: at best as many pairs as S has rows.
course-after-background_2 =
    In a minGRU (Feng and others 2024) the gate z and the candidate hang on what is read alone, not on the memory h; in a diagonal state space (Gu and others 2022)
    not even on that: each unit fades, and turns, at a pace of its own. Both are linear in h, so that a whole sequence can be computed at
    once on parallel hardware. Arora and others (2023) traced most of the distance between such networks and attention in language to this very recall; Jelassi and
    others (2024) proved that a memory of fixed size cannot copy what is longer than it. Newer ones mix in a few layers of attention.
    Here, room and training are not told apart: with half the units the minGRU has about half its answers right after as many steps, with twice as many three of four, and it still improves.
`;
