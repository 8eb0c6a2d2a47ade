// Spanish: the same question to all models of a race: what all pictures share, reach, steps of a memory, lengths, gaps, confusion, changed
// answers, memory.
export default `
## compare

compare-question = Pregunta
compare-at_step = paso { $step }
compare-unknown = desconocido
compare-nothing = nada
compare-one = 1
compare-end = final
compare-less = menos
compare-one_in = 1/{ $n }
compare-one_in_power = 1/10{ $power }
compare-how = Cómo se lee esto
compare-behind = Lo que hay detrás
compare-numbers = Los números como tabla
compare-more = Y { $count } { $count ->
    [one] fila
   *[other] filas
  } más: al guardar como CSV están todas.
compare-alt = { $title } { $found }
compare-keys = Las flechas mueven la lectura, Escape sale.
compare-examples = Sobre { $count } ejemplos no vistos; tarjetas y gráfica prueban todos los reservados.
compare-examples_range = Sobre { $least } a { $most } ejemplos no vistos; tarjetas y gráfica prueban todos los reservados.
compare-examples_length = Sobre { $count } ejemplos no vistos de cada longitud, hechos para esto; tarjetas y gráfica prueban los reservados.
compare-marked = En el anillo: { $words }.
compare-unmarked = Ningún lugar destaca lo bastante para marcarlo.
compare-coming = Los modelos se están midiendo.
compare-point = Señala la imagen para leerla.
compare-measuring = Midiendo por primera vez: { $names }.
compare-refused = { $name }: { $sentence }
compare-unasked = Esta pregunta no les concierne: { $names }.
compare-asking = Se está averiguando qué se puede saber de estos modelos.
compare-none = De estos modelos en esta tarea no se puede averiguar nada de esto.
compare-closed =
    En cuanto los modelos estén abiertos, aquí se les pregunta a todos lo mismo: hasta dónde aprenden hacia atrás, dónde fallan, dónde olvidan y
    adónde miran.
compare-open = Comparar ahora, antes de entrenar
compare-apart = Para comparar los modelos hacen falta los datos de los que aprendieron.
compare-table-model = Modelo
compare-table-step = Paso
compare-table-source = Posición en la fuente
compare-table-back = Posiciones atrás
compare-table-part = Parte del máximo
compare-table-length = Longitud
compare-table-place = Respuesta
compare-table-share = Aciertos
compare-table-gap = Distancia
compare-table-at_place = Lugar
compare-table-kept = Queda al final
compare-table-gate_open = Puerta abierta
compare-table-examples = Ejemplos
compare-table-accuracy = Aciertos
compare-table-error = Error cuadrático
compare-table-answers = Respuestas
compare-table-layer = Capa
compare-table-head = Cabeza
compare-table-previous = Anterior
compare-table-induction = Inducción
compare-table-copying = Copia
compare-table-entropy = Dispersión
compare-table-map = Qué mira
compare-table-pointed = A un solo lugar
compare-table-away = Lugares de distancia
compare-table-sees = Ve hacia atrás
compare-table-variable = Variable
compare-table-of = Según
compare-table-unit = Unidad
compare-table-r2 = R²
compare-table-auc = AUC
compare-table-stream = Dónde
compare-table-position = Posición
compare-table-connections = Conexiones
compare-table-influence = Influencia
compare-table-waits = Una tras otra

compare-reach-title = ¿Hasta dónde aprende hacia atrás?
compare-reach-y = cuánto del error vuelve a cada lugar
compare-reach-back = ← hace mucho · { $kind } antes del último
compare-reach-back_short = { $kind } atrás
compare-reach-source = lo dado, { $kind } desde el principio
compare-reach-source_short = dado
compare-reach-how =
    El tiempo va hacia la derecha; el modelo responde en el borde derecho. Cuanto más a la izquierda se mantiene alta una línea, más atrás
    aprende: su altura es cuánto depende el error de una respuesta de lo que entró allí (la norma del gradiente, media sobre ejemplos no
    vistos). El lugar más fuerte de cada modelo es 1, y de peldaño a peldaño hay una parte redonda de eso.
compare-reach-how_course =
    Las líneas finas son lo mismo en pasos anteriores, las primeras las más tenues. Lo que está en la franja de abajo es menos de lo que
    muestra el eje, o exactamente nada.
compare-reach-phenomenon =
    En el camino de vuelta por una red recurrente, cada paso multiplica el gradiente por más o menos el mismo factor, así que cada pocos pasos se
    divide o se multiplica por diez: aquí, una línea recta. Las puertas pueden mantener ese factor cerca de 1; atención y convolución llevan atrás por
    un camino más corto. De lo que no vuelve no se puede aprender, y una imagen de modelos sin entrenar solo muestra cómo se iniciaron: observa cómo
    suben las líneas.
compare-reach-weight = { $part } de lo que más cuenta
compare-reach-weight_most = más que ningún otro lugar
compare-reach-weight_none = exactamente cero
compare-reach-last = lo último ({ $kind })
compare-reach-steps_back = lo que estaba { $back } { $kind } atrás
compare-reach-stretch_back = lo que estaba de { $from } a { $to } { $kind } atrás
compare-reach-at_source = { $kind } { $at } de lo dado
compare-reach-first_source = lo primero de lo dado ({ $count } { $kind })
compare-reach-reading = { $name }, paso { $step }: { $place } cuenta { $weight }.
compare-reach-reading_since = { $name }, paso { $step }: { $place } cuenta { $weight }; en el paso { $first } era { $earlier }.
compare-reach-found = { $name }: { $place } cuenta { $weight }.
compare-reach-found_since = { $name }: { $place } cuenta { $weight }; en el paso { $first } era { $earlier }.
compare-reach-silent = { $name }: de la respuesta no vuelve nada en absoluto.
compare-reach-one = { $name } lee un solo lugar, así que nada está más atrás.
compare-reach-then = { $before } { $next }
compare-reach-mark = { $place }, que para { $name } cuenta { $weight }
compare-reach-at_back = { $kind } { $at }, { $back } antes del último lugar
compare-reach-factors = De media sobre todo el camino, cada paso atrás multiplica lo que vuelve: { $all }.
compare-reach-factor = { $name } por { $factor }
compare-reach-factor_since = { $name } por { $factor } (en el paso { $first } por { $earlier })
compare-reach-factors_short = De la décima parte más cercana a la más lejana, cada paso atrás: { $all }.
compare-reach-factor_short = { $name } por { $factor }
compare-reach-best = Quien aprende de más atrás es { $best }, quien de más cerca, { $worst }.

compare-steps-title = lo que un paso hace con la memoria
compare-steps-shrinks = ← se encoge
compare-steps-grows = crece →
compare-steps-keeps = se conserva
compare-steps-times = × { $factor }
compare-steps-or_less = ≤ { $factor }
compare-steps-column_radius = a la larga
compare-steps-column_saturated = saturado
compare-steps-column_clipped = recortado
compare-steps-layer = capa { $number }
compare-steps-encoder = codificador { $number }
compare-steps-decoder = decodificador { $number }
compare-steps-halves = tras { $steps } { $steps ->
    [one] paso
   *[other] pasos
  } queda la mitad
compare-steps-doubles = se duplica en { $steps } { $steps ->
    [one] paso
   *[other] pasos
  }
compare-steps-shrinks_at_once = tras un paso queda menos de la mitad
compare-steps-grows_at_once = con cada paso crece a más del doble
compare-steps-stays = queda toda
compare-steps-gone = no queda nada
compare-steps-one = A la larga, un paso multiplica su memoria por { $radius }: { $fate }.
compare-steps-several = A la larga, un paso multiplica { $all }.
compare-steps-of_layer = lo guardado ({ $layer }) por { $radius }
compare-steps-clipped = El gradiente se recortó en el { $share } de los pasos de los que supo la página.
compare-steps-saturated = Sus unidades están en sus extremos el { $share } del tiempo, y apenas dejan pasar gradiente.
compare-steps-reading =
    { $name }, { $layer }, paso { $step }: de { $count } direcciones de su memoria un paso hace crecer { $grow }; a la larga multiplica por
    { $radius }: { $fate }.
compare-steps-how =
    Debajo: una fila por capa recurrente, un punto por dirección de su memoria, según cuánto la estira de media un paso. La raya que los cruza
    es lo que cuenta a la larga (el radio espectral): a la izquierda de 1, la memoria y el gradiente se desvanecen con cada paso; a la
    derecha de 1, explotan. Esa es la pendiente de las líneas rectas de arriba.

compare-lengths-title = ¿Dónde falla?
compare-lengths-y = aciertos completos
compare-lengths-y_each = aciertos, cada respuesta por sí sola
compare-lengths-counted = Se cuentan
compare-lengths-counted_whole = Secuencias enteras
compare-lengths-counted_each = Respuestas sueltas
compare-lengths-x = longitud del ejemplo
compare-lengths-short = longitud
compare-lengths-maps = Cada respuesta: ejemplos más largos a la derecha, respuestas posteriores hacia abajo
compare-lengths-maps_short = Respuesta a respuesta
compare-lengths-share = aciertos
compare-lengths-trained = entrenado
compare-lengths-how =
    Cada modelo responde ejemplos de todas las longitudes. La línea es cuántos acierta de principio a fin; las longitudes con las que se
    entrenó están sombreadas.
compare-lengths-how_map =
    En los mapas la primera respuesta es la fila de arriba; cuanto más destaca una celda del papel, más a menudo es correcta esa respuesta,
    dadas las correctas de antes. Un punto marca el signo que termina una respuesta, donde lo hay: también se pregunta, como una respuesta
    más. El marco encierra aquello con lo que se entrenó.
compare-lengths-phenomenon =
    Un modelo puede haber aprendido la regla, o solo las longitudes que vio. Una memoria de tamaño fijo se desborda y sus líneas bajan despacio
    con la longitud; lo que está atado a las posiciones se rompe donde empiezan posiciones que nunca encontró.
compare-lengths-reading = { $name }, paso { $step }: de los ejemplos de longitud { $length } acierta enteros el { $share }.
compare-lengths-reading_end = { $name }, paso { $step }: con longitud { $length }, acierta el final de la respuesta en el { $share }.
compare-lengths-reading_place = { $name }, paso { $step }: con longitud { $length }, acierta la respuesta { $place } en el { $share }.
compare-lengths-beyond = Nunca se entrenó con ejemplos tan largos.
compare-lengths-found = { $name } acierta enteros el { $share }{ $where }.
compare-lengths-found_beyond = { $name } acierta enteros el { $share } hasta la longitud entrenada { $trained }, y el { $beyond } más allá{ $where }.
compare-lengths-reading_each = { $name }, paso { $step }: de las respuestas a ejemplos de longitud { $length } acierta el { $share }.
compare-lengths-each_at = el { $share } con longitud { $length }
compare-lengths-found_each = De las respuestas sueltas { $name } acierta: { $first }, { $last }.
compare-lengths-mark = longitud { $length }, desde la que { $name } acierta menos de la mitad: el { $share }
compare-lengths-mark_apart = longitud { $length }, con la que { $name } acierta el { $share } y { $other } el { $more }
compare-lengths-breaks = ; menos de la mitad desde la longitud { $length }
compare-lengths-no_break = { "" }

compare-gaps-title = ¿Dónde olvida?
compare-gaps-y_accuracy = aciertos
compare-gaps-y_error = error cuadrático medio
compare-gaps-x = lugares entre lo que revela la respuesta y la respuesta
compare-gaps-x_short = lugares desde que se dijo
compare-gaps-how =
    Cuanto más a la derecha, más tiempo hace que el modelo leyó lo que necesita para su respuesta; la altura es cuántas de esas respuestas
    acierta. Las distancias contiguas se juntan, porque una sola tiene pocas respuestas; cuanto más grande un punto, más hay.
compare-gaps-how_longer = Punteado: ejemplos más largos que cualquiera con el que se entrenó.
compare-gaps-phenomenon =
    Lo que un modelo sabe de hace mucho es lo que vale su memoria: una línea que baja olvida, una que se corta no ve más lejos. Donde solo
    se acierta a distancias pequeñas, la tarea no se ha aprendido todavía, o no recordando.
compare-gaps-one = una distancia de { $gap }
compare-gaps-stretch = distancias de { $from } a { $to }
compare-gaps-right = { $share } de aciertos
compare-gaps-error = un error cuadrático de { $error }
compare-gaps-reading = { $name }, paso { $step }, { $gap }: { $value }, de { $answers } respuestas.
compare-gaps-reading_none = { $name }, paso { $step }, { $gap }: ninguna respuesta así.
compare-gaps-reading_longer = En ejemplos más largos { $value }, de { $answers }.
compare-gaps-none = { $name }: ninguna respuesta que necesite algo leído antes.
compare-gaps-found = { $name }: { $value } con { $near }, { $far_value } con { $far }.
compare-gaps-found_one = { $name }: { $value } con { $near }.

compare-confusion-title = ¿Qué toma por qué?
compare-confusion-asked = respuesta correcta ↓
compare-confusion-answered = lo que responde →
compare-confusion-share = de su fila; marcos finos: correcto; grueso: nombrado abajo
compare-confusion-share_short = de su fila
compare-confusion-others_short = otros
compare-confusion-others = otro símbolo
compare-confusion-how =
    Una fila es lo que habría sido correcto, una columna lo que se respondió, dadas las respuestas correctas de antes; cuanto más destaca una celda
    del papel, mayor es la parte de su fila. Los aciertos están en los marcos finos, de arriba a la izquierda hasta abajo a la derecha; todo lo demás
    es un error. Los símbolos que ni se preguntaron ni se respondieron no tienen fila; si son muchos, solo la tienen los más preguntados.
compare-confusion-how_marks =
    El marco grueso encierra la confusión que más veces se contó; si una fila se pregunta rara vez, otra celda puede destacar más. Solo se
    nombra si es una décima parte de todos los errores, el doble de lo que sería si todas fueran igual de frecuentes, y si ocurrió tres
    veces y más que cualquier otra. Si la mitad de todas las respuestas son un símbolo que se pregunta más rara vez, se nombra eso.
compare-confusion-phenomenon =
    Los errores de un modelo dicen qué ha averiguado. Antes de saber nada responde siempre lo mismo, después lo que es frecuente, se pregunte lo que
    se pregunte: destacan columnas enteras. Lo que confunde más tarde es parecido para él: cifras de una misma forma, letras que están en los mismos
    sitios. Los errores que ninguna fila ni columna reúne son meras suposiciones.
compare-confusion-reading_right = { $name }, paso { $step }: donde lo correcto es { $asked }, acierta { $times } de { $of } veces.
compare-confusion-reading_wrong = { $name }, paso { $step }: donde lo correcto es { $asked }, responde { $answered } { $times } de { $of } veces.
compare-confusion-reading_unasked = { $name }, paso { $step }: { $asked } no se pregunta nunca; se responde { $times ->
    [one] una vez
   *[other] { $times } veces
  }.
compare-confusion-reading_unknown = { $name }, paso { $step }: uno de { $asked } y { $answered } es para él tan raro que se cuenta con otros.
compare-confusion-found = { $name }: de { $answers } respuestas son correctas el { $share }{ $what }.{ $changed }
compare-confusion-none = { $name }: no se preguntó nada.
compare-confusion-no_mistake = { " " }y no confunde nada
compare-confusion-most = ; su confusión más frecuente es { $answered } donde lo correcto es { $asked } ({ $times } de { $of } veces)
compare-confusion-leaning = ; el { $share } de sus respuestas son { $answered }, sea lo que sea lo correcto
compare-confusion-none_stands_out = ; ninguna confusión destaca
compare-confusion-first = { "" }
compare-confusion-changed = { " " }Desde el paso { $from }, de { $examples } ejemplos { $what }.
compare-confusion-unchanged = { " " }Desde el paso { $from }, ninguno de { $examples } ejemplos tiene más o menos respuestas correctas.
compare-confusion-changed_right =
    { $n ->
        [one] { $n } pasó a correcto
       *[other] { $n } pasaron a correctos
    }
compare-confusion-changed_wrong =
    { $n ->
        [one] { $n } pasó a incorrecto
       *[other] { $n } pasaron a incorrectos
    }
compare-confusion-changed_better =
    { $n ->
        [one] { $n } mejoró
       *[other] { $n } mejoraron
    }
compare-confusion-changed_worse =
    { $n ->
        [one] { $n } empeoró
       *[other] { $n } empeoraron
    }
compare-confusion-table_asked = Preguntado
compare-confusion-table_answered = Respondido
compare-confusion-table_times = Veces
compare-confusion-table_times_asked = Veces preguntado

compare-changed-title = ¿Qué respuestas cambiaron?
compare-changed-found = { $name }, del paso { $from } al { $to }: de los { $count } ejemplos mostrados { $what }.
compare-changed-right =
    { $n ->
        [one] { $n } pasó a correcto
       *[other] { $n } pasaron a correctos
    }
compare-changed-wrong =
    { $n ->
        [one] { $n } pasó a incorrecto
       *[other] { $n } pasaron a incorrectos
    }
compare-changed-other =
    { $n ->
        [one] 1 falla de otra manera
       *[other] { $n } fallan de otra manera
    }
compare-changed-none = { $name }, del paso { $from } al { $to }: en los { $count } ejemplos mostrados no cambió ninguna respuesta.
compare-changed-example = Ejemplo
compare-changed-now_right = ahora correcta
compare-changed-now_wrong = ahora incorrecta
compare-changed-now_other = otro error
compare-changed-how =
    Los ejemplos no vistos que están en las tarjetas de los modelos, como se respondieron en la última prueba y en la anterior, y de ellos
    aquellos cuya respuesta cambió en algún modelo. Son pocos: lo que pasa con todos está en las curvas.

compare-memory-title = ¿Qué recuerda?
compare-memory-nothing = 0 · nada
compare-memory-all = 1 · lo sabe
compare-memory-key_unit = la mejor unidad sola
compare-memory-key_together = todas las unidades juntas
compare-memory-key_control = etiquetas barajadas
compare-memory-course = desde el paso { $first }
compare-memory-unit_number = unidad { $unit }
compare-memory-how =
    Cada fila es un modelo. Cuanto más a la derecha, mejor revela su memoria lo que la tarea pide retener, aunque ningún símbolo lo muestre: se ajusta
    una recta de la memoria a ello en algunos ejemplos reservados y se juzga en otros (R²: 1 lo revela todo, 0 no más que su media). Rombo: la mejor
    unidad sola. Anillo: todas las unidades juntas. Raya: todas juntas con las etiquetas de otros ejemplos, que es lo que delata el lugar por sí solo
    («barajadas»).
compare-memory-how_course =
    A la derecha, lo mismo a lo largo del entrenamiento: gruesa es todas las unidades juntas, fina la mejor sola. Una unidad solo se nombra si revela
    al menos la mitad de lo que dejan abierto las etiquetas barajadas.
compare-memory-phenomenon =
    Una memoria no tiene por qué guardar una cosa en un solo sitio. Si la lleva una unidad, se puede observar esa unidad; si solo la revelan todas
    juntas, está en una dirección que ninguna unidad sola muestra. Que se pueda leer no significa que el modelo la use: pruébalo apagando la unidad.
compare-memory-found = { $name }: { $all }.
compare-memory-carried = la unidad { $unit } lleva { $variable } (R² { $alone }; barajadas { $control })
compare-memory-spread =
    ninguna unidad sola lleva { $variable }, todas juntas sí (R² { $together }; la mejor, la unidad { $unit }, { $alone }; barajadas { $control })
compare-memory-missed = sobre { $variable } se lee poco que no delate ya el lugar por sí solo (R² { $together }; barajadas { $control })
compare-memory-absent = no hay nada que leer sobre { $variable }
compare-memory-unmeasured = { $name }: a su memoria no se le preguntó nada.
compare-memory-apart = Quien mejor revela { $variable } es { $best } (R² { $more }), quien menos { $worst } ({ $less }).
compare-memory-reading_together = { $name }, paso { $step }: todas las unidades juntas revelan { $variable } con R² { $together }{ $auc }.
compare-memory-reading_unit = { $name }, paso { $step }: la unidad { $unit } sola revela { $variable } con R² { $alone }{ $auc }.
compare-memory-reading_no_unit = { $name }, paso { $step }: ninguna unidad que revele { $variable }.
compare-memory-reading_control = { $name }, paso { $step }: con etiquetas barajadas se leería { $variable } con R² { $control }.
compare-memory-reading_course = { $name }: el R² de todas las unidades juntas era { $earlier } en el paso { $first } y es { $together } en el paso { $step }.
compare-memory-reading_first = { $name } se midió por primera vez en el paso { $step }: R² { $together }.
compare-memory-auc = ; distingue sí de no en el { $share } de los pares (50 % es azar)
compare-memory-no_auc = { "" }
compare-memory-known-ahead = qué letra va por delante
compare-memory-known-broken = si algún paréntesis no encajó
compare-memory-known-carry = la llevada
compare-memory-known-depth = la profundidad de los paréntesis
compare-memory-known-different = cuántas letras distintas vinieron
compare-memory-known-first = qué marca vino primero
compare-memory-known-held = la suma de los números marcados
compare-memory-known-hidden = la letra oculta
compare-memory-known-in_quotes = si está entre comillas
compare-memory-known-in_word = las letras de la palabra hasta aquí
compare-memory-known-largest = el mayor hasta aquí
compare-memory-known-last = qué marca vino la última
compare-memory-known-lead = la ventaja de la letra que va por delante
compare-memory-known-likes = si a la reseña le gusta la película
compare-memory-known-marks = las marcas hasta aquí
compare-memory-known-next = la letra que viene después
compare-memory-known-ones = los unos hasta aquí
compare-memory-known-open = el paréntesis que hay que cerrar ahora
compare-memory-known-parity = la paridad hasta aquí
compare-memory-known-recalled = lo que hay que recordar
compare-memory-known-repeats = si el bloque ha empezado otra vez
compare-memory-known-since = los pasos desde la última marca
compare-memory-known-turned = si «not» da la vuelta a las palabras
compare-memory-known-value = el número leído hasta aquí
compare-memory-known_other = «{ $name }»
`;
