// Spanish, the same question to all models: what must wait, and how an answer is reached.
export default `
## compare: wait

compare-wait-title = ¿Qué tiene que esperar?
compare-wait-y_operations = operaciones para un ejemplo entero, hacia delante
compare-wait-y_operations_short = operaciones para un ejemplo
compare-wait-y_ms = milisegundos para un ejemplo, hacia delante: medidos (puntos), calculados (líneas)
compare-wait-y_ms_short = milisegundos, hacia delante
compare-wait-x = longitud del ejemplo
compare-wait-unit = Contado en
compare-wait-unit_operations = operaciones
compare-wait-unit_ms = milisegundos
compare-wait-made_for = hecho para { $length }
compare-wait-chain = pasos que se esperan unos a otros, con longitud { $chained }
compare-wait-chain_own = pasos que se esperan unos a otros, cada uno con su longitud
compare-wait-chain_short = pasos seguidos, con longitud { $chained }
compare-wait-chain_own_short = pasos seguidos, cada uno con su longitud
compare-wait-time = tiempo para un ejemplo, medido aquí, por partes
compare-wait-time_short = tiempo para un ejemplo, por partes
compare-wait-plain = { $n }
compare-wait-from = desde { $n }
compare-wait-power = 10{ $power }
compare-wait-us = { $n } µs
compare-wait-ms = { $n } ms
compare-wait-s = { $n } s
compare-wait-steps =
    { $waits ->
        [one] 1 paso
       *[other] { $waits } pasos
    }
compare-wait-kind-embedding = embedding
compare-wait-kind-recurrent = recurrencia
compare-wait-kind-convolution = convolución
compare-wait-kind-attention = atención
compare-wait-kind-feed_forward = red prealimentada
compare-wait-kind-norm = normalización
compare-wait-kind-pool = agrupación
compare-wait-kind-output = salida
compare-wait-how =
    Arriba: cuántas operaciones (de productos de matrices) necesita un modelo para leer un ejemplo y responder, según su longitud. Ambos ejes cuentan
    en potencias de diez: lo que crece en proporción a la longitud sube uno por cada uno a la derecha, lo que crece con su cuadrado sube dos. El punto
    es la longitud para la que se hizo el modelo, su línea está calculada para el mismo modelo con cualquier otra; un anillo marca dónde comparar todo
    con todo pasa a necesitar más. Un paso de entrenamiento cuesta por cada ejemplo unas tres veces esa cantidad.
compare-wait-how_chain =
    Las bolitas: cada una es un paso que no puede empezar antes de que acabe el anterior, por mucho hardware que haya. Una capa recurrente tiene una
    por lugar, la atención una por capa. Donde se da algo, se toma igual de largo que la respuesta, así que su longitud puede ser otra que la de la
    carrera.
compare-wait-how_time =
    Las barras: cuánto tarda cada clase de parte con un ejemplo, hacia delante, medido en esta máquina (el mínimo hasta ahora, porque todo lo demás
    que haga la máquina lo alarga) y en una misma escala para todos; a pleno color está lo que conecta lugares. Lo que va antes y después lo hace cada
    lugar por sí mismo. Los milisegundos con otras longitudes son esos en proporción a las operaciones.
compare-wait-phenomenon =
    Una red recurrente lee un lugar tras otro: sus operaciones crecen en proporción a la longitud, y también la cadena de lo que tiene que esperar. La
    atención mira todos los lugares a la vez, así que su cadena es igual de corta para mil lugares que para diez, pero compara cada lugar con cada
    otro, y eso crece con el cuadrado. Una paga en espera, la otra en trabajo: con miles de procesadores cuesta la cadena; con uno solo como este, las
    operaciones, y cuánto tardan cuando cada una espera a la anterior.
compare-wait-needs_operations = En operaciones, { $name } necesita { $all }.
compare-wait-needs_ms = En tiempo, según el cálculo, { $name } necesita { $all }.
compare-wait-than_always = más que { $names } con cualquier longitud
compare-wait-than_from = más que { $names } desde la longitud { $length }
compare-wait-than_never = hasta la longitud { $farthest } nunca más que { $names }
compare-wait-linear = Todos crecen en proporción a la longitud: ninguno compara cada lugar con todos los demás, y nada se cruza.
compare-wait-half = Desde la longitud { $length }, comparar lugares entre sí es más de la mitad de todo lo que calcula { $name }.
compare-wait-found = { $name }: { $waits } uno tras otro con longitud { $length }, { $operations } operaciones{ $time }.
compare-wait-found_apart =
    { $name }: { $waits } uno tras otro con longitud { $chained }; con longitud { $length }, { $operations } operaciones{ $time }.
compare-wait-found_only = { $name }: { $waits } uno tras otro, { $operations } operaciones{ $time }; solo sirve para un tamaño.
compare-wait-timed = { " " }en { $time }, el { $share } de ese tiempo para { $kind }
compare-wait-timed_even = { " " }en { $time }, sin que ninguna clase de parte se lleve un tercio
compare-wait-untimed = { "" }
compare-wait-nothing = { $name } no tiene partes que calculen nada.
compare-wait-reading_operations = { $name }, longitud { $length }: { $count } operaciones para un ejemplo.
compare-wait-reading_measured = { $name }, longitud { $length }: { $time } para un ejemplo, medido.
compare-wait-reading_reckoned = { $name }, longitud { $length }: { $time } para un ejemplo, calculado a partir de lo medido.
compare-wait-reading_none = { $name }, longitud { $length }: no se sabe nada.
compare-wait-reading_chain = { $name }, longitud { $chained }: { $waits }, cada uno a la espera del anterior.
compare-wait-reading_faster = Con hardware sin límite podría ir como mucho { $times } veces tan deprisa como una operación tras otra.
compare-wait-reading_kind =
    { $name }, { $kind } ({ $count ->
        [one] 1 parte
       *[other] { $count } partes
    }): { $time }, el { $share } de su tiempo, para el { $work } de sus operaciones.
compare-wait-reading_work =
    { $name }, { $kind } ({ $count ->
        [one] 1 parte
       *[other] { $count } partes
    }): el { $work } de sus operaciones.
compare-wait-reading_without = { $name } no tiene ninguna parte de esta clase: { $kind }.
compare-wait-table_length = Longitud
compare-wait-table_part = Parte
compare-wait-table_kind = Clase
compare-wait-table_operations = Operaciones
compare-wait-table_ms = Milisegundos
compare-wait-table_how = Contado
compare-wait-table_waits = Pasos seguidos

## compare: network

compare-network_title = ¿Cómo llega a una respuesta?
compare-network_how =
    El tiempo va hacia la derecha, las capas hacia arriba: lo que se lee está abajo, las respuestas arriba. Los cuadrados son celdas que pasan una
    memoria, las cuñas ven una ventana, los círculos miran a otros lugares por atención, una barra está hecha de todos. El camino de color es el más
    corto de un lugar a la respuesta; cada una de sus flechas a una caja es una conexión, lo punteado pasa al lado de las cajas y no cuenta como
    conexión.
compare-network_how_light =
    Lo que guarda: cuanto mayores los números de una caja, al lado de los mayores de su fila, más fuerte su color, y una línea es tan fuerte como la
    atención que va por ella. De qué depende la respuesta: cuánto vuelve a una caja desde la respuesta cuando la red aprende, donde una décima parte
    es uno de cuatro peldaños. En qué orden: cuántas conexiones tuvieron que hacerse una tras otra; avanza hacia la derecha para que se hagan.
compare-network_how_pick = Elige un lugar abajo, o una respuesta arriba, para iluminar otro camino; elige una caja para ver cómo funciona.
compare-network_phenomenon =
    Cada conexión del camino es una ocasión más de que se desvanezca lo leído, y de que se desvanezca a la vuelta lo que se aprende de la
    respuesta. Una red recurrente tiene tantas como pasos hay entre medias, las convoluciones dilatadas unas pocas por cada duplicación, la
    atención una.
compare-network_flow = Mostrar
compare-network_flow_forwards = Lo que guarda
compare-network_flow_backwards = De qué depende la respuesta
compare-network_flow_order = En qué orden
compare-network_given = { $place } de lo dado
compare-network_answer = la respuesta
compare-network_answer_last = la última respuesta
compare-network_answer_at = la respuesta en { $place }
compare-network_row_read = lo que se lee
compare-network_row_given = lo dado
compare-network_row_answers = respuestas
compare-network_row_chain = memoria →
compare-network_row_back = ← memoria
compare-network_row_window = ventana de { $window }
compare-network_row_dilated = { $window }, cada { $dilation }
compare-network_row_look = { $heads ->
    [one] atención
   *[other] atención × { $heads }
  }
compare-network_row_across = { $heads ->
    [one] mira a lo dado
   *[other] mira a lo dado × { $heads }
  }
compare-network_row_across_pool = el máximo de lo dado
compare-network_row_points = puntos aprendidos
compare-network_row_pooling = agrupado por atención
compare-network_row_all = todo junto
compare-network_count = { $count ->
    [one] 1 conexión
   *[other] { $count } conexiones
  }
compare-network_count_from = { $count ->
    [one] 1 conexión desde { $place }
   *[other] { $count } conexiones desde { $place }
  }
compare-network_count_dotted = punteado: no cuenta
compare-network_no_way = ningún camino
compare-network_begins_picked = El camino iluminado va de { $place }, como se eligió, a { $answer }.
compare-network_begins_matters = El camino iluminado va de { $place } a { $answer }: de todos los lugares anteriores, aquel del que más depende, con todos los modelos juntos.
compare-network_begins_unheard = El camino iluminado va de { $place } a { $answer }: aquel del que más depende esa respuesta de un modelo, y del que a otro no le llega nada.
compare-network_unheard = { $place }, que no cuenta absolutamente nada para la última respuesta de { $name }
compare-network_unlit = { $name }: { $waits }.
compare-network_begins_first = El camino iluminado va de { $place } a { $answer }: el primero, porque ningún lugar destaca.
compare-network_hidden = No se dibujan { $count } de { $all } { $kind }, por falta de sitio; sus conexiones se cuentan.
compare-network_image = { $name } lee una imagen en ambas direcciones, y eso no se puede desplegar en el tiempo: solo se dibujan sus líneas, las mismas en cada capa, aunque cada capa las reduce a la mitad.
compare-network_grid = { $name } tiene una rejilla de lugares leídos y lugares dados; cada caja es una línea entera de ella.
compare-network_found = { $count ->
    [0] { $name }: { $place } lleva a { $answer } sin ninguna conexión; { $waits }.
    [one] { $name }: entre { $place } y { $answer } hay 1 conexión; { $waits }.
   *[other] { $name }: entre { $place } y { $answer } hay { $count } conexiones; { $waits }.
  }
compare-network_cannot = { $name }: ningún camino lleva de { $place } a { $answer }, así que no puede saberlo; { $waits }.
compare-network_elsewhere = { $name } no lee ese lugar; { $waits }.
compare-network_reading_nowhere = { $name } no lee nada aquí.
compare-network_reading_empty = { $name }, { $place }: aquí no hay caja.
compare-network_reading_unasked = { $name }, { $place }: aquí no se pide respuesta.
compare-network_reading_answer = { $name }, { $place }: una respuesta.
compare-network_reading_wrote = { $name }, { $place }: su respuesta es { $written }.
compare-network_reading_written = { $name }, { $place }: su respuesta es { $written }, se pedía { $asked }.
compare-network_reading_no_way = { $name }, { $place }: ningún camino lleva a { $answer }.
compare-network_reading_way = { $count ->
    [one] { $name }, { $place }: 1 conexión hasta { $answer }.
   *[other] { $name }, { $place }: { $count } conexiones hasta { $answer }.
  }
compare-network_reading_counts = { $count ->
    [one] { $name }, { $place }: 1 conexión hasta { $answer }, que depende de este lugar { $weight } de lo que depende del lugar que más cuenta.
   *[other] { $name }, { $place }: { $count } conexiones hasta { $answer }, que depende de este lugar { $weight } de lo que depende del lugar que más cuenta.
  }
compare-network_reading_box = { $count ->
    [one] { $name }, { $row }, { $place }: hecha de un lugar de abajo.
   *[other] { $name }, { $row }, { $place }: hecha de { $count } lugares de abajo.
  }
compare-network_reading_box_held = { $count ->
    [one] { $name }, { $row }, { $place }: hecha de un lugar de abajo; lo que guarda es el { $share } del máximo de la fila.
   *[other] { $name }, { $row }, { $place }: hecha de { $count } lugares de abajo; lo que guarda es el { $share } del máximo de la fila.
  }
compare-network_reading_chain = { $name }, { $row }, { $place }: hecha de lo de abajo y de la memoria de antes.
compare-network_reading_chain_held = { $name }, { $row }, { $place }: hecha de lo de abajo y de la memoria de antes; lo que guarda es el { $share } del máximo de la fila.
compare-network_waits = { $waits ->
    [one] todas las conexiones se hacen a la vez
   *[other] { $waits } conexiones tienen que hacerse una tras otra
  }
compare-network_box = { $name }: { $row }, { $place }
compare-network_box_all = { $name }: { $row }, una caja para todo
compare-network_box_sizes = Deja { $width } números, por medio de { $parameters } aprendidos, los mismos en cada lugar.
compare-network_box_round = Lo que lee también la rodea y se suma a lo que calcula: el punto que tiene encima.
compare-network_box_norm = Las normalizaciones de antes o después, que llevan cada lugar a un mismo tamaño, se omiten aquí.
compare-network_box_plain = La fórmula es la forma sencilla; lo que se ajustó en este modelo más allá de ella no está escrito.
compare-network_says_rnn = Una celda recurrente sencilla mezcla lo que lee con su memoria y curva la suma (no linealidad).
compare-network_says_gru = Una GRU mezcla su memoria con un candidato nuevo; la puerta de actualización dice cuánto de lo viejo se queda (en la forma de PyTorch).
compare-network_says_lstm = Una LSTM guarda para sí una celda, a la que solo suma; las puertas dicen qué entra, qué se queda y qué se muestra.
compare-network_says_cell = Una celda recurrente hace la memoria de un paso a partir de la del paso anterior.
compare-network_says_state_space = Un espacio de estados conserva una parte de su memoria y le suma algo, sin curva, de modo que un barrido puede calcular todos los pasos en unas pocas rondas.
compare-network_says_window = Una convolución pondera los lugares de su ventana, con los mismos pesos en todas partes.
compare-network_says_image = Una convolución sobre una imagen pondera los píxeles de alrededor de cada uno; de cada cuadrado de dos por dos pasa el mayor.
compare-network_says_dense = Cada lugar tiene pesos propios, y todos se suman.
compare-network_says_look = Atención: cada lugar pregunta, cada uno de los que puede ver responde en la medida en que su clave encaja con la pregunta; se hace la media de las respuestas.
compare-network_says_across = Atención a lo dado: cada lugar pregunta, los lugares dados responden en la medida en que encajan sus claves.
compare-network_says_points = Unos pocos puntos aprendidos miran a todos los miembros, y cada miembro mira a los puntos.
compare-network_says_pooling = Una pregunta aprendida mira a todos los miembros: la respuesta se toma de ellos en la medida en que encajan sus claves.
compare-network_says_pool = Todos los lugares se toman juntos: su media, o el mayor de cada número.
compare-network_says_grid = Cada par de un lugar escrito y un lugar dado tiene números propios; una convolución sobre la rejilla añade algunos en cada capa.
compare-network_says_grid_pool = De cada número pasa el mayor entre los lugares dados.
compare-network_says_feed_forward = Después, en cada lugar por separado: dos capas con una curva entre ellas.
compare-network_symbol_x = lo que entra desde abajo
compare-network_symbol_h = la memoria tras este lugar (su longitud)
compare-network_symbol_h_before = la memoria anterior (su longitud)
compare-network_symbol_sigma = comprime los números entre 0 y 1
compare-network_symbol_times = número a número
compare-network_symbol_bend = una curva, como tanh o ReLU
compare-network_symbol_learned = pesos aprendidos
compare-network_symbol_gru_reset = puerta de reinicio (media)
compare-network_symbol_gru_update = puerta de actualización: cuánto de lo viejo se queda (media)
compare-network_symbol_gru_new = el candidato nuevo (media)
compare-network_symbol_lstm_in = puerta de entrada: cuánto de lo nuevo entra (media)
compare-network_symbol_lstm_forget = puerta de olvido: cuánto de la celda se queda (media)
compare-network_symbol_lstm_new = el candidato nuevo (media)
compare-network_symbol_lstm_out = puerta de salida: cuánto de la celda se muestra (media)
compare-network_symbol_lstm_cell = la celda tras este lugar (su longitud)
compare-network_symbol_lstm_cell_before = la celda anterior (su longitud)
compare-network_symbol_scan_keep = cuánto de cada número se queda: aprendido, o una puerta de lo que entra
compare-network_symbol_scan_add = lo que se añade, hecho de lo que entra
compare-network_symbol_scan_out = lee la memoria hacia fuera, donde el modelo lo hace
compare-network_symbol_window = ancho de la ventana
compare-network_symbol_dilation = cuán separados están sus lugares
compare-network_symbol_left = hasta dónde llega hacia atrás
compare-network_symbol_window_x = lo que hay en un lugar de la ventana
compare-network_symbol_y = lo que deja aquí
compare-network_symbol_y_all = lo que deja para todos
compare-network_symbol_pixels = los píxeles de alrededor
compare-network_symbol_map = un mapa, con la mitad de ancho y de alto
compare-network_symbol_length = número de lugares
compare-network_symbol_query = la pregunta de este lugar
compare-network_symbol_key = la clave de otro lugar
compare-network_symbol_value = lo que responde ese lugar
compare-network_symbol_key_given = la clave de un lugar dado
compare-network_symbol_value_given = lo que responde ese lugar
compare-network_symbol_weight = la proporción de la atención que recibe (la mayor, con todas las cabezas juntas)
compare-network_symbol_weight_given = la proporción de la atención que recibe (la mayor, con todas las cabezas juntas)
compare-network_symbol_weight_pooled = la proporción de la atención que recibe un miembro
compare-network_symbol_head_width = ancho de una cabeza
compare-network_symbol_points = los puntos aprendidos
compare-network_symbol_points_seen = lo que han visto
compare-network_symbol_seed = la pregunta aprendida
compare-network_symbol_grid_x = los números de un par
compare-network_symbol_grid_f = la convolución, con normalizaciones y curvas
compare-network_symbol_grid_join = uno junto a otro
compare-network_symbol_grid_y = lo mismo y lo nuevo
compare-network_reading_order = Tras { $tick } conexiones seguidas { $name } tiene { $count } de sus { $all } cajas.

## compare: kept

compare-kept-title = De cada lugar, ¿cuánto queda al final?
compare-kept-y = lo que queda al final, en la unidad que más conserva
compare-kept-x = { $places } por orden de lectura
compare-kept-how =
    Una memoria con puertas se multiplica en cada lugar por una puerta entre 0 y 1 (en una LSTM la de olvido, en una GRU la de actualización).
    La altura es lo que estas puertas, multiplicadas desde un lugar hasta el final, dejan de lo que la memoria guardaba allí, en la unidad
    de la que más queda.
compare-kept-how_gate =
    Es del ejemplo que leen todos los modelos. No se cuenta lo que se escribe encima, ni lo que una red lleva consigo en lo que muestra.
compare-kept-phenomenon =
    Una puerta abierta a medias deja la mitad, tras dos lugares un cuarto, tras cuarenta casi nada, y lo que se aprende vuelve por el mismo
    producto. Solo una puerta que se mantiene cerca de 1 conserva algo durante un trecho largo.
compare-kept-found = { $name }: de lo que guardaba en { $place } queda al final { $part }; su puerta está abierta de media al { $open }.
compare-kept-reading = { $name } en { $place }: al final queda { $part }; allí la puerta está abierta al { $open }, de media entre las unidades.
compare-kept-none = { $name } no tiene ninguna puerta que conserve su memoria.
compare-kept-mark = de lo que { $name } guardaba en { $place } queda al final { $part }, en la unidad que más conserva
`;
