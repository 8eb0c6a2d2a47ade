export default `
## course-convolution: how far a convolution sees

course-convolution-title = How far a convolution sees
course-convolution-question = Which network can say the letter fifteen back?
course-convolution-lead =
    At every place the letter read fifteen letters before is to be said. Both convolutions have four layers and equally many
    weights; a layer joins two places of what is below it: in one always neighbours (not dilated), in the other places 1, 2, 4
    and 8 letters apart (dilated ×2).
course-convolution-summary = Two convolutions with equally many layers and weights are to say the letter read fifteen letters ago. Predict which one can, and count how far each sees.
course-convolution-thumbnail = Which of the last sixteen letters get to the last answer: five where layers join neighbours, all sixteen where each looks twice as far apart as the one below.
course-convolution-choice_both = Both: they are equally large
# Size and training are taken for what decides how far a network sees; that the field that matters is another thing than the size is
# shown by Luo et al., Understanding the effective receptive field (2016).
course-convolution-reply_both =
    Both have as many layers and weights, but they do not reach equally far: four letters back where neighbours are joined, and fifteen
    where the distances double.
course-convolution-choice_neighbours = The one that joins neighbours
# Layers with gaps are expected to pass over what lies in the gaps; Wang et al., Understanding convolution for semantic segmentation
# (2018), describe where that does happen (gridding).
course-convolution-reply_neighbours =
    The one that joins neighbours leaves nothing out, but it ends after four letters. The other leaves nothing out, either: what an upper layer
    passes over, the layers below it have brought there. With steps of 1, 2, 4 and 8 every distance up to fifteen can be made.
course-convolution-choice_doubled = The one that looks ever farther
course-convolution-reply_doubled =
    Yes. The one that looks ever farther has nine of ten unseen letters right within 60 steps of training; the one that joins
    neighbours has one of eight, as blind guessing does.
course-convolution-choice_neither = Neither: they see four letters
# A deeper network is taken to see one place more a layer, however it is built.
course-convolution-reply_neither =
    Four layers see four letters back where each joins neighbours. Where the distances double they add up: 1 + 2 + 4 + 8 is
    fifteen.
course-convolution-reply_unsure = Then look at it: the one that looks ever farther can, the one that joins neighbours guesses.
course-convolution-why =
    Four connections lead from the wanted letter to the answer where distances double. Where neighbours are joined no way leads there at
    all: that letter counts exactly nothing for the answer, so there is nothing from which it could be learned.
course-convolution-knob = How long ago was the letter read, and who else is to say it?
course-convolution-knob_near = 4 letters ago
course-convolution-knob_edge = 15 letters ago
course-convolution-knob_gru = 15 letters ago, a GRU too
course-convolution-knob_beyond = 16 letters ago, a Transformer too
course-convolution-challenge = Find a distance at which the one that joins neighbours, too, has 90 % right.
course-convolution-challenge_done =
    Four letters back is as far as four layers of neighbours see. For fifteen they would have to be fifteen; where distances double, four
    are enough, and a fifth would see 31. But sixteen is beyond these four, and both guess. A Transformer looks at any letter
    in one step; a GRU has to carry it along fifteen times.
course-convolution-transfer =
    A convolution sees 200 words back. What a film is about is told in the first of 300 words, and asked for after the last. It is
    trained ten times as long. How well does it answer then?
course-convolution-transfer_slowly = Slowly better and better
course-convolution-transfer_reply_slowly =
    Longer training changes weights, and no weight leads from that word to the answer. What is not seen cannot be learned, neither fast
    nor slowly.
course-convolution-transfer_guess = As if it had not read that word
course-convolution-transfer_reply_guess =
    Yes: from that word no way leads to the answer. One layer more that looks twice as far, or attention, would change that; training
    does not.
course-convolution-transfer_wider = Better, once each layer has more weights
course-convolution-transfer_reply_wider =
    More weights in each layer look for more patterns in the same places. How far it sees depends on how many layers there are and how far
    apart each looks.
course-convolution-remember =
    A convolution sees as far as its layers add up to, and beyond that exactly nothing: as many layers as letters where neighbours
    are joined; where distances double, each layer more doubles how far it sees.
course-convolution-background_1 =
    How many positions r a convolution sees back (its receptive field without the position itself) is a sum over its L layers: k is how many
    positions one layer joins, here 2, and d how far apart these are (the dilation). With neighbours r grows by one a layer; with doubled distances it
    doubles, so that for n positions about log n layers are enough. That a position has a way does not say that it is used: what counts
    in a trained network may be much less than what it could see.
course-convolution-background_2 =
    Time-delay networks (Waibel and others 1989) were convolutions over time; dilated ones became known by WaveNet (van den Oord and others 2016) and
    ByteNet (Kalchbrenner and others 2016). Vaswani and others (2017) compare how many connections lie between two positions
    n apart: n in a recurrent network, about log n in a dilated convolution, 1 with attention; Gehring and others (2017) count n divided by k for
    undilated ones. That shorter ways are learned more easily is what such tables argue for, not what they prove. Here the GRU, whose way has a
    connection for every letter, has about three of ten letters right after 300 steps; but it also has to hold fifteen letters at once, which the
    others need not. Bai and others (2018) found plain convolutions better than common recurrent networks on many tasks; how far back they see has
    to be chosen before, as here.
`;
