// Spanish, the same question to all models: where they look, what parts are worth, what they expect, what is close to what.
export default `
## compare: look

compare-look-title = ¿Adónde mira?
compare-look-how =
    Cada cuadrado pequeño es una cabeza de atención. Una fila es un lugar que mira (de una respuesta, el símbolo que se escribe), una columna
    uno al que se mira: cuanto más destaca una celda del papel, más de su atención va allí, en una misma escala para todos los modelos. Bajo
    una cabeza está lo que hace, si es más del 20 % y más del doble de lo que daría mirar a todas partes por igual: anterior (el lugar de
    antes), inducción (lo que siguió cuando el símbolo actual estuvo allí antes), copia (el símbolo que es la respuesta correcta); una cabeza
    que mira casi a todas partes por igual no hace nada de eso. Enfocada: mira casi a un solo lugar.
compare-look-how_gradient =
    Por gradiente: de qué depende cada respuesta, que todo modelo tiene, con atención o sin ella. Cada fila se divide por su suma. Más allá de
    una línea fuerte no se ve nada, se aprenda lo que se aprenda: allí el valor es exactamente cero.
compare-look-how_links =
    El cuadrado grande es el que lleva el marco; un clic en otro dibuja ese. Debajo hay líneas de un símbolo a aquellos a los que mira, más
    gruesas cuanto más: señala una fila, o un símbolo. Un clic en una fila descompone consulta y clave.
compare-look-mark_row = el { $share } de la mirada de { $name } en { $row } va a { $place }
compare-look-mark = lo que { $name } escribe primero lo toma de { $place }: allí va el { $share } de su mirada
compare-look-mark_induction =
    en { $row }, el { $share } de la mirada de esta cabeza de { $name } va a { $place }, que antes siguió a esa letra; media en ejemplos nuevos: { $score }
compare-look-phenomenon =
    La atención puede mirar a cualquier parte de una vez, y aprende adónde. Dos cabezas pueden trabajar juntas: una dice a cada lugar qué había
    antes de él, otra encuentra dónde estuvo ya el símbolo actual y qué vino después (una cabeza de inducción). Una convolución ve una
    ventana que crece con sus capas y acaba en un precipicio; una recurrencia lo ve todo, pero lo de hace mucho se desvanece.
compare-look-nothing_drawn = aún no hay nada que dibujar
compare-look-written = { $kind }: se escribe 1 de cada { $step }
compare-look-scale = parte de una fila: 0, 25 %, 100 %
compare-look-previous = anterior
compare-look-induction = inducción
compare-look-copying = copia
compare-look-pointed = enfocada
compare-look-group_self = Capa { $layer }
compare-look-group_across = Capa { $layer }, a la fuente
compare-look-group_only = Alineamiento
compare-look-group_source = Fuente, capa { $layer }
compare-look-group_points = Puntos inductores, capa { $layer }
compare-look-group_pooling = Agrupación
compare-look-group_gradient = Por gradiente
compare-look-group_gradients = Por gradiente: de la fuente, de lo escrito
compare-look-beyond = fuera de la vista
compare-look-whole = respuesta
compare-look-map_self = la cabeza { $head } de la capa { $layer }
compare-look-map_across = la cabeza { $head } de la capa { $layer }, a la fuente
compare-look-map_only = su alineamiento
compare-look-map_source = la cabeza { $head } de la capa { $layer } dentro de la fuente
compare-look-map_points = la cabeza { $head } de los puntos inductores en la capa { $layer }
compare-look-map_pooling = la cabeza de agrupación { $head }
compare-look-map_given = por gradiente, de la fuente
compare-look-map_read = por gradiente
compare-look-large_picked = Elegida: { $map }
compare-look-large_induction = Mayor puntuación de inducción: { $map } ({ $share })
compare-look-large_strongest = La más fuerte: { $map } ({ $score } { $share })
compare-look-large_pointed = Ninguna destaca; la más enfocada: { $map }
compare-look-large_only = Lo que alinea
compare-look-large_given = Por gradiente: de qué de la fuente depende cada respuesta
compare-look-large_read = Por gradiente: de qué depende cada respuesta
compare-look-score_previous = { $share } al lugar anterior
compare-look-score_induction = { $share } a lo que siguió al mismo símbolo
compare-look-score_copying = { $share } al símbolo que es la respuesta
compare-look-score_entropy = dispersa al { $share } de lo que podría
compare-look-reading_map = { $name }, { $map }: de media el { $pointed } de una fila (de la mirada de un lugar) va a un solo lugar.
compare-look-reading_scored = { $name }, { $map }: { $scores }.
compare-look-reading_row = { $name }, { $map }: desde { $place } mira a { $places }.
compare-look-reading_gradient = { $name }, { $map }: { $place } depende de { $places }.
compare-look-reading_unasked = { $name }, { $map }: en { $place } no se pregunta nada.
compare-look-reading_nothing = { $name }, { $map }: para { $place } no cuenta nada.
compare-look-share = { $place } { $share }
compare-look-point = punto inductor { $place }
compare-look-answer = la respuesta
compare-look-answer_part = la parte { $place } de la respuesta
compare-look-back = { $place }{ $far ->
        [0] , sí mismo,
       *[other] , { $far } atrás,
    }
compare-look-ahead = { $place }, { $far } adelante,
compare-look-found = { $name }: { $all }.
compare-look-found_gradient = { $name }, por gradiente: { $all }.
compare-look-nothing = { $name }: sus respuestas no dependen de nada de lo que lee.
compare-look-best_previous = la que más atiende al lugar anterior es { $map } ({ $share })
compare-look-best_induction = la mayor puntuación de inducción es la de { $map } ({ $share })
compare-look-best_copying = la que más atiende al símbolo de la respuesta correcta es { $map } ({ $share })
compare-look-none = ninguna cabeza destaca por { $scores } (el listón es el { $bar }, y el doble de lo que da mirar a todas partes por igual)
compare-look-best_pointed = la más enfocada es { $map } (el { $share } de una fila en un solo lugar)
compare-look-only_pointed = { $map } da de media el { $share } de una fila a un solo lugar
compare-look-answers_from = de media el { $share } de una respuesta viene de un solo lugar
compare-look-answer_from = el { $share } de la respuesta viene de { $place }
compare-look-mean_back = de media desde { $far } { $kind } de distancia
compare-look-cliff = nada desde más de { $far } { $kind } atrás
compare-look-detail = Consulta y clave, { $map }: de { $from } a { $to } en el paso { $step }
compare-look-detail_other = Consulta y clave, { $map }, en otro pasaje, el primero reservado: de { $from } a { $to } en el paso { $step }
compare-look-detail_sum = Los { $count } productos de consulta y clave suman { $score }. Los mayores: { $most }.
compare-look-detail_bias = Por su distancia se añade { $bias }.
compare-look-detail_weight = La softmax sobre { $keys } lugares lo convierte en el { $share }.
compare-look-detail_next = Después viene { $to } con { $score }, que da { $share }.
compare-look-products = Consulta por clave desde { $from }, número a número
compare-look-products_other = Consulta por clave desde { $from } de otro pasaje, número a número
compare-look-adds_up = = { $score } → { $share }
compare-look-product = el número { $dimension } da { $value }
compare-look-means_query = la consulta del lugar que mira
compare-look-means_key = la clave del lugar al que se mira
compare-look-means_width = números en cada una
compare-look-means_score = su puntuación
compare-look-means_bias = por la distancia
compare-look-means_weight = la proporción de la atención
compare-look-says_sum = La puntuación es la suma de los productos de consulta y clave, dividida entre la raíz cuadrada de cuántos son.
compare-look-says_sum_bias = La puntuación es la suma de los productos de consulta y clave, dividida entre la raíz cuadrada de cuántos son, y algo por la distancia.
compare-look-says_softmax = La proporción es e elevado a la puntuación, dividido entre la suma de eso sobre todos los lugares.

compare-layer-number = la capa { $number }
compare-layer-of_encoder = { $layer } del codificador
compare-layer-of_decoder = { $layer } del decodificador
compare-layer-about_reverse = { $layer } leyendo hacia atrás
compare-layer-about_cross = la atención a la fuente de { $layer }
compare-layer-about_inducing = los puntos inductores de { $layer }
compare-layer-about_feed = la parte prealimentada de { $layer }
compare-layer-about_cell = la celda de { $layer }
compare-layer-embedding = los símbolos mismos
compare-layer-pooling = la agrupación
compare-layer-decoder = la parte tras la agrupación
compare-layer-linear1 = la capa anterior a la respuesta
compare-layer-whole = todo el modelo

## compare: worth

compare-worth-title = ¿Cuánto vale cada parte?
compare-worth-x = cambio de la pérdida al apagarla
compare-worth-which = Partes
compare-worth-which_any = lo que tenga
compare-worth-which_head = cabezas
compare-worth-which_gate = puertas
compare-worth-which_unit = unidades
compare-worth-which_layer = capas
compare-worth-score = Cabezas juntas
compare-worth-score_none = ninguna
compare-worth-score_previous = lugar anterior
compare-worth-score_induction = inducción
compare-worth-score_copying = el símbolo de la respuesta
compare-worth-how =
    Cada barra es una parte del modelo, y dice cuánto peor responde el modelo a ejemplos no vistos cuando solo esa parte está apagada: la línea es la
    pérdida del modelo entero, a su derecha la pérdida sube. Lo que más cuenta está arriba, y hay una misma escala para todos los modelos. A la
    izquierda de la línea están las partes sin las que el modelo lo haría mejor.
compare-worth-how_off =
    Apagada significa: una cabeza o una unidad muestra cero, una capa no añade nada, una puerta se mantiene cerrada o abierta. Las barras a
    pleno color cambian la pérdida en una décima parte o más. Elige una barra (clic, o Intro) para apagar esa parte en la imagen. Cabezas
    juntas: todas las que tienen más del 20 % de una puntuación se apagan a la vez, también cuando eso no es más de lo que da mirar a todas
    partes por igual («¿Adónde mira?» pide más).
compare-worth-how_copy = Todo esto se hace con una copia del modelo: su entrenamiento sigue como si no hubiera pasado nada.
compare-worth-phenomenon =
    Las partes que se reparten el trabajo valen poco cada una, porque las demás suplen a la que falta; las que se han especializado se echan en
    falta enseguida. Antes de entrenar ninguna parte vale mucho, porque no hay nada que perder. Cada parte se apagó sola, así que barras
    cortas no dicen que se pudiera prescindir de todas juntas.
compare-worth-amount = { NUMBER($n, maximumSignificantDigits: 3) }
compare-worth-more = +{ $amount }
compare-worth-less = −{ $amount }
compare-worth-whole = nada apagado: pérdida { $loss }
compare-worth-whole_right = nada apagado: pérdida { $loss }, { $share } de aciertos
compare-worth-loss = pérdida
compare-worth-right = aciertos
compare-worth-with = con
compare-worth-without = sin
compare-worth-head = la cabeza { $number } de { $layer }
compare-worth-attention = la atención de { $layer }
compare-worth-unit = la unidad { $number } de { $layer }
compare-worth-gate = puerta
compare-worth-gate_i = la puerta de entrada
compare-worth-gate_f = la puerta de olvido
compare-worth-gate_o = la puerta de salida
compare-worth-gate_r = la puerta de reinicio
compare-worth-gate_z = la puerta de actualización
compare-worth-gate_n = el candidato
compare-worth-gate_g = el candidato
compare-worth-gate_of = { $gate } de { $layer }
compare-worth-held_closed = { $gate } en posición cerrada
compare-worth-held_open = { $gate } en posición abierta
compare-worth-together =
    { $count ->
        [one] la única cabeza con puntuación alta
       *[other] las { $count } cabezas con puntuación alta
    }
compare-worth-rest = y { $count } más, cada una por debajo de { $below }
compare-worth-untried = { $untried ->
    [one] { $untried } más no se probó
   *[other] { $untried } más no se probaron
  }
compare-worth-change = la pérdida pasa de { $loss } a { $without }
compare-worth-change_right = la pérdida pasa de { $loss } a { $without }, y los aciertos de { $share } a { $left }
compare-worth-reading = { $name }, paso { $step }, con { $off }: { $change }.
compare-worth-reading_none = { $name } no tiene esa parte.
compare-worth-off_part = { $part } a cero
compare-worth-off = { $name } con { $off }
compare-worth-off_change = En los mismos ejemplos no vistos { $change }.
compare-worth-off_nothing = No pasa nada en absoluto: haga lo que haga, ninguna respuesta depende de ello.
compare-worth-off_little = Eso es menos del { $bar } de la pérdida: el resto del modelo apenas lo echa en falta, porque hace poco o porque otras partes lo suplen.
compare-worth-off_better = El modelo responde mejor sin ella: aquí estorba.
compare-worth-off_needed = El modelo se apoya en ella: el resto no compensa lo que daba.
compare-worth-off_gate = El modelo se apoya en ella: una puerta que ya no puede moverse le impide elegir qué tomar, qué conservar o qué mostrar.
compare-worth-off_copy = Medido en { $examples } ejemplos con una copia de los pesos; el entrenamiento no se toca.
compare-worth-better = ; con { $off } lo haría mejor: { $change }
compare-worth-no_better = { "" }
compare-worth-found =
    Con lo que más pierde { $name } es con { $off }: { $change }; { $of ->
        [one] no hay nada más que apagar
       *[other] { $count } de { $of } apagados suben la pérdida en un { $bar } o más
    }{ $better }.
compare-worth-found_little =
    { $name }: { $of ->
        [one] su único apagado no sube
       *[other] ninguno de { $of } apagados sube
    } la pérdida en un { $bar }{ $better }.
compare-worth-found_none = { $name } no tiene ninguna de estas partes.
compare-worth-table_part = Parte
compare-worth-table_number = Cuál
compare-worth-table_held = Fija en
compare-worth-table_rise = Subida de la pérdida
compare-worth-table_fall = Aciertos perdidos
compare-worth-table_loss_without = Pérdida sin ella

## compare: expect

compare-expect-title = ¿Qué espera?
compare-expect-layer = la capa { $number }
compare-expect-layer_cell = la celda { $number }
compare-expect-layer_symbols = los símbolos
compare-expect-edge_right = correcto
compare-expect-edge_read = leído
compare-expect-panel = Respuesta { $place } a lo largo del entrenamiento · ahora
compare-expect-panel_layer = Respuesta { $place } tras { $layer } a lo largo del entrenamiento · ahora
compare-expect-how =
    Un ejemplo no visto, sus respuestas de izquierda a derecha; las capas están unas sobre otras, de lo que se lee a lo que se responde. En cada
    celda está la primera suposición que haría el modelo si parara en esa capa; cuanto más destaca del papel, más probable. En negrita y
    subrayado, lo correcto; las respuestas correctas están escritas arriba.
compare-expect-how_course =
    Al lado, una respuesta a lo largo del entrenamiento: cada línea es un símbolo, cada columna un paso en que se midió, y las barras dicen cuán
    probable es cada uno ahora. Se trata de la respuesta del marco punteado.
compare-expect-how_pick = Elige una celda para ver otra respuesta o capa, elige una columna del recorrido para volver a ese paso.
compare-expect-phenomenon =
    Una suposición no se hace en un solo sitio. Leídas con los pesos de salida (la lente de logits), las capas bajas sobre todo repiten lo que
    hay allí o lo que es frecuente, y cada capa de encima mueve un poco la suposición; lo que necesita algo de lejos solo aparece tras la capa
    que lo trae. Al entrenar se esperan primero los símbolos frecuentes, en todas partes por igual, y después lo que encaja en ese lugar.
compare-expect-unnamed = ningún símbolo
compare-expect-it = la respuesta correcta
compare-expect-it_named = la respuesta correcta { $symbol }
compare-expect-guess = { $symbol } { $share }
compare-expect-rank_unknown = aquí se desconoce lo correcto
compare-expect-rank_first = { $answer } va primero ({ $share })
compare-expect-rank = { $answer } queda en el puesto { $rank } ({ $share })
compare-expect-rank_beyond = { $answer } queda muy atrás ({ $share })
compare-expect-average = { $share } tras { $layer }
compare-expect-averages = primeras suposiciones correctas: { $all }{ $from }
compare-expect-from = ; desde { $layer } más de la mitad
compare-expect-from_start = ; tras cada capa más de la mitad
compare-expect-from_none = ; nunca más de la mitad
compare-expect-always = { $rank }, como en el primer paso medido ({ $step })
compare-expect-since = { $rank }, desde el paso { $step }
compare-expect-found = { $name }: { $averages }. En la respuesta { $place } { $rank }.
compare-expect-found_none = { $name } no tiene capas que leer.
compare-expect-which_lively = La respuesta { $place } se muestra a lo largo del entrenamiento: allí cambiaron más las suposiciones.
compare-expect-which_still = La respuesta { $place } se muestra a lo largo del entrenamiento; hasta ahora no ha cambiado ninguna suposición.
compare-expect-which_picked = La respuesta { $place } se muestra a lo largo del entrenamiento, como se eligió.
compare-expect-reading = { $name }, paso { $step }, respuesta { $place } tras { $layer }: { $guesses }.
compare-expect-reading_rank = Aquí { $rank }.
compare-expect-reading_none = { $name } no tiene esa respuesta.
compare-expect-at = { $name }, respuesta { $place }, capa a capa
compare-expect-after = Tras { $layer }: { $guesses }; { $rank }.
compare-expect-back = Como era en el paso { $step }
compare-expect-back_how = Las suposiciones son las de este paso. Elige otra vez la columna para volver.
compare-expect-table_answer = Respuesta
compare-expect-table_guess = Primera suposición
compare-expect-table_probability = Probabilidad
compare-expect-table_right = De la correcta
compare-expect-table_first_right = Primera suposición correcta

## compare: scatter

compare-scatter-title = ¿Qué está cerca de qué?
compare-scatter-of = Puntos
compare-scatter-of_states = memoria
compare-scatter-of_embedding = símbolos
compare-scatter-of_position = posiciones
compare-scatter-across = → { $share } de la dispersión de los puntos
compare-scatter-upward = ↑ { $share } de la dispersión de los puntos
compare-scatter-by = Coloreados por
compare-scatter-key = Color: { $what }
compare-scatter-key_range = { $low } a { $high }
compare-scatter-key_rest = otros
compare-scatter-key_unknown = no dicho
compare-scatter-key_rest_unknown = otros, o no dicho
compare-scatter-amount = { NUMBER($n, maximumSignificantDigits: 2) }
compare-scatter-trait_time = la posición
compare-scatter-trait_read = el último símbolo leído
compare-scatter-trait_read_kind = la clase del último símbolo leído
compare-scatter-trait_kind = la clase de símbolo
compare-scatter-trait_number = el valor de la cifra
compare-scatter-is_yes = sí
compare-scatter-is_no = no
compare-scatter-parity_yes = impar
compare-scatter-parity_no = par
compare-scatter-kind_vowel = vocal
compare-scatter-kind_consonant = consonante
compare-scatter-kind_capital = mayúscula
compare-scatter-kind_digit = cifra
compare-scatter-kind_mark = puntuación o signo
compare-scatter-kind_space = espacio o salto de línea
compare-scatter-kind_word = varias letras
compare-scatter-kind_beginning = comienzo de una palabra
compare-scatter-kind_other = otro símbolo
compare-scatter-how =
    Lo que un modelo sabe de algo es una lista de números, es decir, un punto en otras tantas dimensiones. Aquí se ven todos los puntos desde donde
    más se extienden (sus dos componentes principales); lo que aquí está cerca es parecido para el modelo, hasta donde lo muestra el plano: los ejes
    dicen cuánto de la dispersión recoge cada uno.
compare-scatter-how_points =
    Memoria: un punto es lo que deja la capa de arriba en una posición de uno de unos pocos ejemplos no vistos; la línea sigue uno de ellos,
    cuyos puntos son mayores. Símbolos y posiciones: los vectores que los representan donde el modelo lee.
compare-scatter-how_near =
    Color y forma dicen qué vale para un punto, cosa que al modelo no se le dijo. Si los puntos de un color están juntos, aparte de los demás, el
    modelo los distingue. La frase lo cuenta: con qué frecuencia el punto más cercano tiene el mismo color, al lado de con qué frecuencia lo tiene uno
    cualquiera (azar); con números, en cuánto difieren. En una memoria se toma el más cercano de otro ejemplo, porque lo que va seguido está cerca de
    todos modos. «En grupos»: de lo que deja abierto el azar, el más cercano dice al menos la mitad («en parte»: un quinto); «en orden»: tres cuartos
    («en parte»: dos quintos); y como mucho 4 de 99 intentos con los colores barajados lo hacen igual de bien.
compare-scatter-how_scale =
    Cada panel tiene ejes y escala propios, iguales a lo ancho y a lo alto, porque las direcciones no significan nada de un modelo a otro.
    Señala un punto para ver los más cercanos.
compare-scatter-phenomenon =
    Un modelo mantiene aparte lo que tiene que responder de modo distinto, y puede dejar que coincida lo que da igual. Así, una memoria agrupada según
    lo que pide la tarea lo ha guardado; una agrupada según el último símbolo leído ha guardado poco más; los montones que ningún color explica tienen
    que ver con otra cosa. Nadie dijo al modelo qué símbolos se parecen: lo que se usa igual se junta mientras aprende. Antes de entrenar los puntos
    están donde los puso el azar, aunque lo último leído ya se nota.
compare-scatter-state = { $kind } { $place } del ejemplo { $example }
compare-scatter-state_named = { $symbol } ({ $kind } { $place } del ejemplo { $example })
compare-scatter-position = posición { $place }
compare-scatter-mask = lo que se omite
compare-scatter-reading =
    { $name }, paso { $step }: lo más cercano a { $point } { $count ->
        [one] es
       *[other] son
    } { $near }.
compare-scatter-reading_alone = { $name }, paso { $step }: { $point } está solo.
compare-scatter-reading_none = { $name } no tiene ese punto.
compare-scatter-reading_colour = Su color: { $what } – { $value }.
compare-scatter-found = { $name }: { $close }. El plano muestra el { $share } de la dispersión.
compare-scatter-one = no se puede decir nada, porque sus puntos no se separan o son todos de una clase
compare-scatter-class_grouped = los puntos están en grupos según { $what }: en el { $near } lo comparte el vecino más cercano ({ $other }); por azar, en el { $any }{ $first }{ $more }
compare-scatter-class_partly = los puntos están solo en parte en grupos según { $what }: en el { $near } lo comparte el vecino más cercano ({ $other }); por azar, en el { $any }{ $first }{ $more }
compare-scatter-class_strewn = los puntos no están en grupos según { $what }: en el { $near } lo comparte el vecino más cercano ({ $other }); por azar, en el { $any }{ $first }{ $more }
compare-scatter-order_grouped = los puntos están en orden según { $what }: del vecino más cercano ({ $other }) difiere { $near } de media; de uno cualquiera, { $any }{ $first }{ $more }
compare-scatter-order_partly = los puntos están solo en parte en orden según { $what }: del vecino más cercano ({ $other }) difiere { $near } de media; de uno cualquiera, { $any }{ $first }{ $more }
compare-scatter-order_strewn = los puntos no están en orden según { $what }: del vecino más cercano ({ $other }) difiere { $near } de media; de uno cualquiera, { $any }{ $first }{ $more }
compare-scatter-nearest_states = punto de otro ejemplo
compare-scatter-nearest_embedding = símbolo
compare-scatter-nearest_position = posición
compare-scatter-first = { " " }(en el paso { $step }: { $near })
compare-scatter-stronger_class = ; están más bien según { $what } ({ $near }; por azar { $any })
compare-scatter-stronger_order = ; están más bien según { $what } (una diferencia de { $near }; de uno cualquiera { $any })
compare-scatter-also = ; también según { $what }
compare-scatter-closest = ; los más cercanos son { $a } y { $b }, al { $part } de la distancia media, un tercio o menos de lo que daría el azar
compare-scatter-nothing_more = { "" }
compare-scatter-table_of = De
compare-scatter-table_point = Punto
compare-scatter-table_example = Ejemplo
compare-scatter-table_position = Posición
compare-scatter-table_read = Leído
compare-scatter-table_known = Sabido por la tarea
compare-scatter-table_first = Primera componente
compare-scatter-table_second = Segunda componente
`;
