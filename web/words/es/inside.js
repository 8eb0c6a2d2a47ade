// Spanish: what is seen inside the models, and what the places of a sequence are called.
export default `
## inside

inside-read = Leen
inside-read-placeholder = un pasaje con el que ninguno se ha entrenado
inside-read-button = Leer esto
inside-read-held_out = Pasaje reservado
inside-example = Leen el ejemplo { $number }
inside-example-earlier = Ejemplo anterior
inside-example-later = Ejemplo siguiente
inside-right = respuesta correcta
inside-smaller = Más pequeño
inside-larger = Más grande
inside-no_picture = No recuerda nada y no mira a ningún sitio en particular: no hay interior que dibujar.
inside-closed = La imagen aparecerá en cuanto el modelo esté abierto.
inside-apart = Para mirar por dentro, los modelos necesitan los datos de los que aprendieron.
inside-coming = La imagen se está dibujando.
inside-open = Mirar ahora, antes de entrenar
inside-keys = Las flechas mueven la lectura, Escape sale.
inside-alt = { $title }. { $summary }
inside-at_step = En el paso { $step }: { $summary }
inside-how = Cómo se lee esto
inside-layer = Capa
inside-layer-number = { $number }
inside-picture = Imagen
inside-question = Pregunta
inside-question-memory = ¿Qué recuerda?
inside-question-look = ¿Adónde mira?
inside-question-expect = ¿Qué espera?
inside-question-patterns = ¿Qué encuentra?
inside-measured = Medido
inside-nothing = nada
inside-symbol = «{ $symbol }»
inside-symbol-space = espacio
inside-symbol-line = salto de línea
inside-symbol-tab = tabulador
inside-symbol-end = final
inside-order = Unidades
inside-order-slow = más lentas
inside-order-stored = por número
inside-order-told = más reveladoras
inside-rows = Filas
inside-rows-some = { $count }
inside-rows-all = las { $count }
inside-variable = Se pregunta por
inside-unit-one = Unidad { $unit }
inside-unit-slowest = Unidad { $unit } · la más lenta
inside-unit-carries = Unidad { $unit } · lleva { $variable }
inside-unit-together = - - - todas las unidades juntas: { $variable }
inside-unit-together_short = - - - todas las unidades
inside-head = Cabeza
inside-head-number = { $number }

## places

places-at = { $kind } { $place }
places-at-named = { $symbol } ({ $kind } { $place })
places-characters = { $count ->
    [one] carácter
   *[other] caracteres
  }
places-words = { $count ->
    [one] palabra
   *[other] palabras
  }
places-letters = { $count ->
    [one] letra
   *[other] letras
  }
places-digits = { $count ->
    [one] cifra
   *[other] cifras
  }
places-bits = { $count ->
    [one] bit
   *[other] bits
  }
places-symbols = { $count ->
    [one] símbolo
   *[other] símbolos
  }
places-numbers = { $count ->
    [one] número
   *[other] números
  }
places-rows = { $count ->
    [one] fila
   *[other] filas
  }
places-pixels = { $count ->
    [one] píxel
   *[other] píxeles
  }
places-patches = { $count ->
    [one] parche
   *[other] parches
  }
places-images = { $count ->
    [one] imagen
   *[other] imágenes
  }
places-members = { $count ->
    [one] miembro
   *[other] miembros
  }
places-positions = { $count ->
    [one] posición
   *[other] posiciones
  }
places-points = { $count ->
    [one] punto
   *[other] puntos
  }

## inside: memories

inside-hidden-title = El estado oculto a lo largo del tiempo
inside-encoder-title = Memoria del codificador
inside-encoder-summary = Su última columna es todo lo que llega a saber un decodificador sin atención.
inside-decoder-title = Memoria del decodificador
inside-scanned-title = La memoria a lo largo del tiempo
inside-scanned-summary = Cada fila es una unidad de la memoria, cada columna un lugar leído: naranja por encima de cero, azul por debajo.
inside-patterns-title = Patrones encontrados
inside-patterns-summary =
    Cada fila es un canal, cada columna un lugar: cuanto más fuerte el color, más se parece lo que una capa ve alrededor de ese
    lugar a lo que el canal busca.
inside-memory-rows =
    Cada fila es una unidad de la memoria, cada columna un lugar leído. Naranja es cerca de +1, azul cerca de −1: una fila que conserva
    su color a lo largo de varios lugares está recordando algo.
inside-memory-activation = activación
inside-memory-unit = Unidad { $unit } tras leer { $place }: { $value }
inside-memory-whole =
    { NUMBER($units, useGrouping: 0) } unidades a lo largo de { $steps } { $places }: el { $percent } % de los valores están saturados (más
    allá de ±0,9); la que más cambia es la unidad { $unit }, { $change } por { $place }.
inside-memory-free =
    { NUMBER($units, useGrouping: 0) } unidades a lo largo de { $steps } { $places }, con valores de hasta ±{ $reach }; la que más cambia es
    la unidad { $unit }, { $change } por { $place }.
inside-memory-thinned = Se dibuja una de cada { $stride } unidades.
inside-memory-slowest = La más lenta es la unidad { $unit }: sus valores en { $places } contiguos tienen una correlación de { $slow }.
inside-memory-none_slow = Ninguna unidad es lenta: los valores en { $places } contiguos tienen una correlación de { $slow } como mucho.
inside-memory-measured = Medido en el paso { $step }.
inside-memory-carried = La unidad { $unit } lleva { $variable } (R² { $alone }; con etiquetas barajadas { $control }).
inside-memory-spread =
    Ninguna unidad sola lleva { $variable }: la mejor, la unidad { $unit }, tiene un R² de { $alone }; todas juntas, { $together } (con etiquetas
    barajadas { $control }).
inside-memory-missed =
    Sobre { $variable } se lee poco que no delate ya el lugar por sí solo: todas las unidades juntas tienen un R² de { $together } (con etiquetas
    barajadas { $control }).
inside-memory-absent = Aquí no hay nada que leer sobre { $variable }.
inside-memory-sorted =
    Las unidades más lentas van primero: es lenta una unidad cuyo valor en un lugar dice mucho de su valor en el siguiente (correlación 1:
    apenas se mueve; 0: como sorteado de nuevo en cada lugar). Lo que se recuerda mucho tiempo es lento.
inside-memory-alone =
    Debajo está una sola unidad, la fila enmarcada: su valor como línea, y lo leído sobre los colores de ese valor. Señala una fila para ver su
    unidad.
inside-memory-diamond =
    Un rombo marca la unidad que lleva lo que la tarea pide retener, aunque ningún símbolo lo muestre: se ajusta una recta de la unidad a ello en
    algunos ejemplos reservados y se juzga en otros (R²: 1 lo revela todo, 0 nada). Solo se nombra cuando revela la mitad de lo que dejan abierto las
    etiquetas barajadas. La línea a trazos es lo mismo para todas las unidades juntas, en una escala propia.

## inside: gates

inside-lstm-title = Puertas y estado de la celda
inside-lstm-summary =
    En cada lugar la puerta de olvido dice cuánto de la celda sobrevive, la puerta de entrada cuánto del candidato se escribe, la puerta de
    salida cuánto se muestra. En una puerta, color fuerte es abierta; la celda es lo que se recuerda.
inside-lstm-whole =
    De media la puerta de olvido está abierta al { $forget } %, la de entrada al { $input } %, la de salida al { $output } %; la que más tiempo
    recuerda es la unidad { $unit } (su puerta de olvido está abierta al { $open } %); la celda llega a ±{ $reach }.
inside-gru-title = Puertas y memoria
inside-gru-summary =
    En cada lugar la puerta de actualización dice cuánto de la memoria queda como está (color fuerte: toda), y la puerta de reinicio cuánto de ella se
    tiene en cuenta al hacer el candidato, que ocupa el lugar del resto.
inside-gru-whole =
    De media la puerta de actualización conserva el { $update } % de la memoria y la de reinicio está abierta al { $reset } %; la que más tiempo
    recuerda es la unidad { $unit } (su puerta de actualización conserva el { $open } %).
inside-forget = olvido
inside-forget-title = Puerta de olvido
inside-input = entrada
inside-input-title = Puerta de entrada
inside-output = salida
inside-output-title = Puerta de salida
inside-update = actualización
inside-update-title = Puerta de actualización
inside-reset = reinicio
inside-reset-title = Puerta de reinicio
inside-candidate = candidato
inside-candidate-title = Candidato
inside-cell = celda
inside-cell-title = Estado de la celda
inside-memory = memoria
inside-memory-title = Memoria
inside-gates-scale = puertas: de cerrada a abierta
inside-gates-unit = Unidad { $unit } en { $place }: { $gates }
inside-gates-value = { $gate } { $value }

## inside: attention

inside-attention-title = Atención
inside-attention-summary =
    Cada fila es un lugar que pregunta qué le importa; color fuerte marca los lugares a los que mira. A la derecha de la diagonal no hay
    nada donde el futuro está oculto. Señala una fila para verla a lo largo del borde inferior.
inside-attention-share = proporción de la atención (centro: 0,25)
inside-attention-hint = Señala una fila para ver adónde mira.
inside-attention-row = Desde { $place } mira a { $places }
inside-attention-back =
    { $symbol } ({ $far ->
        [0] a sí mismo
        [1] uno atrás
       *[other] { $far } atrás
    }) { $percent } %
inside-attention-ahead =
    { $symbol } ({ $far ->
        [1] uno adelante
       *[other] { $far } adelante
    }) { $percent } %
inside-attention-whole =
    La cabeza { $head } de { $heads } mira de media a { $distance } { $places } de distancia: el { $itself } % de su atención se queda en el propio
    lugar ({ $place }), el { $before } % va al anterior.
inside-attention-whole-back =
    La cabeza { $head } de { $heads } mira de media { $distance } { $places } hacia atrás: el { $itself } % de su atención se queda en el propio lugar
    ({ $place }), el { $before } % va al anterior.

## inside: alignments

inside-alignment-looks =
    Cada fila es un símbolo de la respuesta («·» la termina), cada columna uno de los dados; color fuerte marca adónde mira el modelo mientras
    escribe ese símbolo.
inside-alignment-written = Al escribir { $symbol } ({ $place }) mira a { $places }
inside-alignment-parts = La parte { $place } de la respuesta mira a { $places }
inside-alignment-points = El punto inductor { $place } mira a { $places }
inside-alignment-point = punto inductor { $place }
inside-alignment-given = Desde { $place } mira a { $places }
inside-alignment-share = { $place } { $percent } %
inside-alignment-whole =
    { $heads ->
        [1] El
       *[other] Cabeza { $head } de { $heads }: el
    } lugar más fuerte tiene de media el { $percent } % de cada fila, y { $way ->
        [forwards] avanza
        [backwards] retrocede
       *[about] salta
    } de una fila a otra.
inside-seq2seq-title = Alineamiento
inside-seq2seq-summary = Una línea por la diagonal hacia abajo copia; una por la otra diagonal invierte.
inside-cross-title = Mirada a lo dado
inside-cross-summary = Cada cabeza de cada capa mira a su manera.
inside-encoder_attention-title = Dentro de lo dado
inside-encoder_attention-summary = Cada fila es un símbolo dado, cada columna otro: a quién mira. Un codificador mira en ambos sentidos.
inside-conv_attention-title = Alineamiento
inside-conv_attention-summary = Cada capa del decodificador mira una vez.
inside-pervasive-title = Alineamiento
inside-pervasive-summary =
    Cada fila es un símbolo de la respuesta («·» la termina), cada columna uno de los dados. El color es la parte de los canales de la rejilla
    cuyo valor mayor está en esa columna: un alineamiento que nadie pidió.
inside-set-title = De miembro a miembro
inside-set-summary = Cada fila es un miembro del conjunto, cada columna otro: a quién mira. Su orden no significa nada.
inside-inducing-title = Puntos inductores
inside-inducing-summary = Cada fila es un punto inductor, cada columna un miembro del conjunto: a qué mira el punto.
inside-induced-title = De miembro a punto inductor
inside-induced-summary =
    Cada fila es un miembro del conjunto, cada columna un punto inductor: de cuáles de ellos aprende el miembro qué son los demás.
inside-pooling-title = Adónde mira la respuesta
inside-pooling-summary = Cada fila es una parte de la respuesta (con nubes, una nube), cada columna un miembro del conjunto.

## inside: guesses

inside-guesses-title = Suposiciones
inside-guesses-summary =
    La línea de abajo es lo leído. Sobre cada símbolo están las suposiciones para el siguiente, la más probable arriba; color fuerte es
    certeza. Un marco señala la suposición que se cumplió. Donde no hay marco, la verdad no estaba entre ellas.
inside-guesses-probability = probabilidad
inside-guesses-first = 1.ª
inside-guesses-one = { $symbol } { $chance }
inside-guesses-chance = { $percent } %
inside-guesses-chance-small = menos del 1 %
inside-guesses-after = Tras «{ $read }» espera { $guesses }.
inside-guesses-at = En { $place } responde { $guesses }.
inside-guesses-truth = Lo que vino: { $symbol }, al que daba { $chance }.
inside-guesses-too_few = Con 1 { $place } no basta para comprobar una suposición.
inside-guesses-whole =
    Su primera suposición acierta { $right } de { $counted } veces; de media, a lo que vino le daba { $chance }.

## inside: images and clouds

inside-maps-title = Patrones en la imagen
inside-maps-summary =
    Cada imagen pequeña es un patrón que el bloque busca: cuanto más fuerte el color, mejor encaja allí la imagen. Los bloques posteriores
    tienen imágenes más pequeñas, y patrones hechos de patrones.
inside-maps-match = encaje
inside-maps-none = No hay más patrones.
inside-maps-cell = Patrón { $pattern } en la línea { $line }, columna { $column }: { $value }
inside-maps-whole =
    { $maps ->
        [one] { $maps } patrón
       *[other] { $maps } patrones
    } sobre { $width } × { $lines } píxeles: el patrón { $plainest } es el que más se encuentra; en ningún sitio, { $silent }.
inside-clouds = { $count } nubes: { $parts }
inside-clouds-one = { $percent } % alrededor de { $x }, { $y }
`;
