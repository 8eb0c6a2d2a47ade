// Spanish: what stands before and behind a chapter: recall, formulas and papers, the line of history.
export default `
## recall

recall-title = De capítulos anteriores
recall-lead = { $count ->
    [one] Una pregunta rápida antes de la de este capítulo.
   *[other] { $count } preguntas rápidas antes de la de este capítulo.
    }
recall-from = Viene de: { $title }

## background

background-title = Para quien quiera saber más
background-formula = Fórmula
background-papers = Para leer
background-paper = { $authors } ({ $year }):
background-host = { $where } ({ $host })

## history

history-title = Qué se encontró cuándo
history-twenties = Años 2020
history-paper = { $count ->
    [one] { $first } { $year }
    [2] { $first } y { $second } { $year }
   *[other] { $first } y otros { $year }
    }
history-backpropagation = Retropropagación
history-vanishing = Gradientes que se desvanecen
history-lstm = LSTM
history-seq2seq = De secuencia a secuencia
history-gru = GRU
history-attention = Atención
history-convolutions = Convoluciones para frases
history-transformer = Transformer
history-bert = BERT
history-gpt = GPT
history-pervasive = Atención omnipresente
history-sets = Set Transformer
history-linear = Atención lineal
history-spaces = Espacios de estados
history-heads = Cabezas que copian del contexto
history-mingru = minGRU
`;
