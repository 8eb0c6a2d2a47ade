// Spanish: the cards of models, what can be done with them, and their training.
export default `
## card

card-kind_size = { $kind }, { $size }
card-weights = { $count } pesos
card-counts = { $count } recuentos
card-fact = { $said }; { $lower } { $value }
card-sees = { $said }; ve { $count } { $places } a la vez
card-began = { $taken ->
    [one] Partió de { $taken } tensor de { $from }; nada es nuevo.
   *[other] Partió de { $taken } tensores de { $from }; nada es nuevo.
  }
card-began_partly = { $taken ->
    [one] Partió de { $taken } tensor de { $from }
   *[other] Partió de { $taken } tensores de { $from }
  }; { $fresh ->
    [one] { $fresh } más es nuevo: { $names }.
   *[other] { $fresh } más son nuevos: { $names }.
  }
card-began_fresh = Nada de { $from } encaja en este modelo: todos los pesos son nuevos.
card-message = Mensaje
card-cannot = No puede hacer esta tarea.
card-idle = sin empezar
card-opening = abriendo …
card-ready = listo
card-training = entrenando
card-waits = espera a los demás
card-paused = en pausa
card-done = terminado
card-ended = Acabó antes, en el paso { $step }.
card-not_finite = detenido: la pérdida no es un número
card-failed = ha fallado
card-unavailable = no puede ejecutarse aquí
card-not_racing = no está en esta carrera
card-pause_name = Pausar { $name }
card-continue_name = Continuar { $name }
card-options = Opciones
card-writes_later = Lo que escriba aparecerá aquí, desde sus primeros intentos.
card-writes_blanks = Por ahora solo escribe espacios y saltos de línea.

## early

early-rose = Acabó antes, en el paso { $step }: la pérdida en datos reservados no había bajado en { $count ->
    [one] 1 prueba
   *[other] { $count } pruebas
  }.
early-reached = Acabó antes, en el paso { $step }, al llegar a su meta: { $score } { $value }.
early-loss = pérdida en datos reservados
early-accuracy = aciertos
early-exact = aciertos completos

## best

best-last = Se muestran los últimos pesos, del paso { $step }. Los mejores en datos no vistos: paso { $best }, pérdida { $loss }.
best-best = Se muestran los mejores pesos en datos no vistos, del paso { $best }, pérdida { $loss }. Los últimos son del paso { $step }.
best-same = Se muestran los últimos pesos, del paso { $step }. Son también los mejores en datos no vistos.
best-show_best = Mostrarlos
best-show_best_of = Mostrarlos: los mejores pesos de { $name }
best-show_last = Mostrar los últimos
best-show_last_of = Mostrar los últimos: los últimos pesos de { $name }

## ending

ending-title = Acabar antes
ending-patience = Tras pruebas sin avance
ending-patience_summary = Un modelo acaba cuando tantas pruebas seguidas no han dado una pérdida menor en datos reservados; 0: nunca. Sus mejores pesos se guardan junto a los últimos. Cambia al instante, y nada vuelve a empezar.
ending-goal = Al llegar a una meta
ending-goal_summary = Un modelo acaba en la primera prueba con ejemplos no vistos que da tal puntuación.
ending-goal_none = ninguna
ending-value = La meta
ending-value_loss = Con esta pérdida o menos.
ending-value_share = Con esta proporción (de 0 a 1) o más.

## menu

menu-more = Más para { $name }
menu-more_steps = { $count ->
    [one] +{ $count } paso solo para este
   *[other] +{ $count } pasos solo para este
  }
menu-more_at = { menu-more_steps }, con tasa { $rate }
menu-goes_on = { $count ->
    [one] { $name } sigue { $count } paso más.
   *[other] { $name } sigue { $count } pasos más.
  }
menu-copy = Copiar este modelo
menu-change = Copiar con un cambio
menu-seed = Otra semilla
menu-seeds = Cinco semillas en vez de esta carrera
menu-rates = Cinco tasas en vez de esta carrera
menu-seeds_kept = Correrlo con cinco semillas (esta carrera queda guardada)
menu-rates_kept = Correrlo con cinco tasas (esta carrera queda guardada)
menu-match = Llevar los demás a su tamaño
menu-matched = Los demás tienen ahora más o menos tantos pesos como { $name }.
menu-keep = Guardar estos pesos
menu-keep_counts = Guardar estos pesos: tiene recuentos, de los que nadie puede partir
menu-kept = { $steps ->
    [one] Guardados: los pesos de { $name } tras { $steps } paso. «Partir de …» en el menú de una tarjeta empieza con ellos, para modelos de su tipo.
   *[other] Guardados: los pesos de { $name } tras { $steps } pasos. «Partir de …» en el menú de una tarjeta empieza con ellos, para modelos de su tipo.
  }
menu-keeping = Los pesos de { $name } están guardados: cualquier modelo de su tipo puede partir de ellos, en esta carrera o en la siguiente.
menu-adopt = Partir de pesos guardados
menu-adopt_from = Partir de los pesos de { $name }
menu-remove = Quitar
menu-adopt_other = Partir de los pesos de { $name }: solo pueden los modelos de su tipo
menu-ask_remove = { $steps ->
    [one] Con él se va su único paso de entrenamiento.
   *[other] Con él se van sus { $steps } pasos de entrenamiento.
  }
menu-yes_remove = Quitar { $name }
menu-ask_adopt = { $steps ->
    [one] Se pierde su único paso de entrenamiento: vuelve a empezar desde los pesos guardados.
   *[other] Se pierden sus { $steps } pasos de entrenamiento: vuelve a empezar desde los pesos guardados.
  }
menu-yes_adopt = Empezar de nuevo
menu-ask_match = Con esto { $names } vuelven a empezar en el paso 0: se pierde lo que han aprendido.
menu-yes_match = Cambiar el tamaño y empezar de nuevo
menu-no = No
menu-joined = { $name } entra en la carrera.
menu-copied = { $name } es una copia: cambia una de sus opciones y después aplica.
menu-five_seeds = Cinco semillas de { $model }
menu-five_rates = Cinco tasas de { $model }
menu-race_is = La carrera es ahora: { $name }.

## varied

varied-best = De { $count } tasas de aprendizaje, { $rate } dio lo mejor: { $score }. Después viene { $next }: { $next_score }.
varied-tie = Las tasas de aprendizaje { $rates } dieron lo mismo, y lo mejor: { $score }.
varied-close = La diferencia es pequeña: otra semilla, o algunos pasos más, pueden invertirla.
varied-highest = Es la más alta de ellas: una más alta podría hacerlo aún mejor.
varied-lowest = Es la más baja de ellas: una más baja podría hacerlo aún mejor.
varied-seeds = Con { $count } semillas: { $score } de media, con { $deviation } de más o de menos (desviación típica), de { $low } a { $high }.
varied-loss = pérdida en datos reservados { $value }
varied-accuracy = { $value } de aciertos en ejemplos no vistos
varied-exact = { $value } de aciertos completos en ejemplos no vistos
varied-lost = { $by ->
    [rates] Sin resultado, porque la pérdida dejó de ser un número o el modelo falló: tasa { $which }.
   *[seeds] Sin resultado, porque la pérdida dejó de ser un número o el modelo falló: semilla { $which }.
  }
varied-behind = { $count ->
    [one] Uno no ha terminado todavía.
   *[other] { $count } no han terminado todavía.
  }

## own

own-title = Entrenado a su manera
own-as_race = Como en la carrera.
own-own = Lo suyo propio.
own-back = Como en la carrera: { $value }
own-seed = Decide sus primeros pesos y su dropout. Los datos siguen la semilla de la carrera, y son los mismos para todos.

## numbers

numbers-held_out = pérdida en datos reservados
numbers-held_out_short = reservados
numbers-in_training = pérdida de entrenamiento
numbers-in_training_short = entrenamiento
numbers-loss = pérdida
numbers-accuracy = aciertos
numbers-exact = aciertos completos
numbers-longer = más largos
numbers-step = paso
numbers-steps_a_second = pasos/s
numbers-bits = bits por carácter
numbers-bits_short = bits/car.
numbers-characters = caracteres/s
numbers-characters_short = car./s

## editor; add

editor-kind = Tipo
editor-cost = { $size }; { $work }flop por paso de entrenamiento.
editor-restart = Al aplicar, { $name } vuelve a empezar en el paso 0: se pierden sus { $steps } pasos. Los demás modelos siguen.
editor-restart_kept = Al aplicar, { $name } vuelve a empezar en el paso 0; lo que ha aprendido se queda entre las ejecuciones de abajo.
editor-apply_restart = Aplicar y empezar de nuevo
add-model = Añadir un modelo
add-most = como mucho seis
add-unable = No pueden hacer esta tarea: { $kinds }
`;
