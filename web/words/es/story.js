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

history-title = Qué se descubrió y cuándo
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

## player: two acts, sets and what is measured

player-act = Acto { $act } de 2:
player-act_came_to = { $now } de aciertos en lo no visto
player-shuffle = Barajar otra vez
player-shuffle_before = Probabilidad de cada respuesta, en el primer orden
player-shuffle_now = en color: en aquel de { $times } más que más la mueve
player-shuffle_moved = { $name } da a «{ $answer }» el { $before } al principio y el { $now } al barajar
player-shuffle_answer = { $answer } ({ $sure })
player-shuffle_from_to = { $before }, después { $now }
player-shuffle_same = { $name }: lo mismo en cualquier orden, salvo el redondeo ({ $most }).
player-shuffle_differs = { $name }: otro orden mueve una probabilidad hasta { $most }.
player-doors = Otras formas, en el laboratorio:
player-cost_of = { $name } { $ms } ms
player-costs = Al entrenar, un símbolo ha llevado en este dispositivo: { $all }.
player-prompt = Haz que sigan escribiendo
player-starts_measure = Tu respuesta pone en marcha una medición, en esta página y durante unos segundos. No se entrena nada.
player-measure = ¿Cuánto cuesta un símbolo?
player-measure_going = Ahora se cronometran ambos mientras leen ejemplos, primero uno corto y después otros más largos, uno tras otro.
player-measure_done = Ambos se han cronometrado.
player-measure_changing = Los modelos se cronometran de nuevo al instante. Las líneas grises punteadas son las de antes.

## timed

timed-unit = Contado en
timed-unit_us = microsegundos, medidos aquí
timed-unit_operations = operaciones, contadas
timed-y_us = microsegundos por símbolo, hacia delante, medidos en esta máquina
timed-y_us_short = microsegundos por símbolo, medidos
timed-y_operations_short = operaciones por símbolo, contadas
timed-y_operations = operaciones por símbolo, hacia delante, contadas a partir del plan
timed-x = símbolos del ejemplo
timed-found_us =
    { $name }, según lo medido aquí: { $first } µs por un símbolo de { $from }, { $last } µs por uno de { $to }, es decir, { $times } veces ese
    tiempo.
timed-found_operations =
    { $name }, según el recuento: { $first } operaciones por un símbolo de { $from }, { $last } por uno de { $to }, es decir, { $times } veces esa
    cantidad.
timed-picture = Lo que cuesta un símbolo, según la longitud de lo que se lee; ambos ejes cuentan en potencias de diez. { $found }
timed-measuring = cronometrado cinco veces con cada longitud; cuenta la del medio
timed-measured = Cronometrado cinco veces con cada longitud; la línea pasa por las del medio.
timed-again = Medir otra vez
timed-progress = Hasta dónde ha llegado la medición
timed-beside = Un símbolo de { $to }, comparado con uno de { $from }: { $all }.
timed-beside_of = { $name } tiempo × { $timed }, operaciones × { $counted }
timed-table_us = Microsegundos por símbolo, medidos
timed-table_operations = Operaciones por símbolo, contadas

## compare: carried

compare-wait-mark = desde la longitud { $length }, { $more } necesita para un ejemplo más operaciones que { $less }
compare-carried-title = ¿Qué lleva consigo?
compare-carried-axis = { $variable } (gris: como es; líneas: leído en las memorias)
compare-carried-of = Se lee
compare-carried-of_best = lo que mejor se lee
compare-carried-how =
    Del ejemplo que leen todos los modelos. La escalera ancha con sus puntos es lo que vale tras cada lugar, aunque ningún símbolo lo muestre. Cada
    línea es lo que se lee de ello en la memoria de un modelo, en una sola dirección de todas sus unidades, la que mejor lo revela.
compare-carried-how_moved =
    La dirección se ajustó en muchos ejemplos reservados, como para «¿Qué recuerda?» (R²). Dice cuánto sube y baja una línea; su altura se
    eligió para este ejemplo, de modo que de media sea correcta.
compare-carried-phenomenon =
    Lo que una red lleva consigo lo encontró ella: nadie le dijo qué contar. Una memoria que guarda lo que pide la tarea sube y baja con ello. La
    que solo ve los últimos lugares se repite donde estos se parecen.
compare-carried-found = { $name }: de media la línea se aparta { $away } ({ $variable }; R² en otros ejemplos { $r2 }).
compare-carried-none = { $name }: aquí no se puede leer ninguna línea en su memoria.
compare-carried-apart =
    Quien más de cerca sigue { $variable } es { $best }, de media a { $near }; quien menos { $worst }, a { $far }.
compare-carried-reads = { $name } { $read }
compare-carried-reading = Tras { $place }, { $variable }: { $value }; leído en las memorias: { $all }.
compare-carried-reading_none = Tras { $place } no se sabe nada sobre { $variable }.
compare-carried-mark = tras { $place }, { $variable }: { $value }; leído en { $name } es { $read }, en { $other } { $closer }
compare-carried-table_place = Lugar
compare-carried-table_variable = Variable
compare-carried-table_known = Es
compare-carried-table_read = Leído
`;
