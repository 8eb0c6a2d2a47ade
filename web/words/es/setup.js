// Spanish: task, data and training; what models are given, asked and answer; what is saved and shared.
export default `
## task; data

task-keep_models = Conservar los modelos actuales al elegir otra tarea
task-now = La tarea es ahora { $title }.
task-left = { $left }: no puede con { $title } y ha salido de la carrera.
task-back = Volver a { $title }
data-text = Texto
data-data = Datos
data-loading_text = Cargando el texto
data-loading_data = Cargando los datos
data-loading = Cargado: { $loaded } de { $total }
data-kept_text = Tu texto está guardado con la carrera que se ofrece al principio de la página: ábrela allí, o da aquí otro texto.
data-kept_table = Tus datos están guardados con la carrera que se ofrece al principio de la página: ábrela allí, o da aquí otros.
data-bring = { $title } …
data-of_size = { $title } ({ $size })
data-characters = { $characters } caracteres{ $distinct ->
    [0] {""}
   *[other] , { $distinct } distintos
  }{ $rare ->
    [0] {""}
    [one] ; { $rare } raro se lee como un solo símbolo
   *[other] ; { $rare } raros se leen como un solo símbolo
  }.
data-too_long = Es demasiado largo para viajar en un enlace.
data-restarts = Al usarlo, todos los modelos vuelven a empezar.
data-now = Los modelos leen ahora { $title }.
data-paste_text = Pega un texto, o suelta aquí un archivo
data-paste_table = Pega una tabla (CSV), o suelta aquí un archivo
data-hint_text = Al menos unos cientos de caracteres; mejor algunos miles.
data-hint_table = Una fila por línea, columnas separadas por comas, puntos y coma o tabuladores.
data-use_text = Usar este texto
data-use_table = Usar esta tabla
data-choose_file = Elegir un archivo …
data-file_text = Un archivo de texto
data-file_table = Una tabla
data-own_next = Trae lo tuyo abajo; hasta entonces los modelos leen { $title }.
data-giving = Da tus datos en el panel de la tarea y pulsa «Entrenar»: los modelos aprenden de ellos.
data-own_text = Tu propio texto
data-own_table = Tus propios datos
data-stays = Se queda en esta página; no se sube nada.

## corpus: the texts that the page has

# English: de9e3411
corpus-moby-dick-title = Moby Dick
# English: 9b603475
corpus-moby-dick-summary = La novela de Herman Melville, de 1851, en inglés.
# English: 1f26be71
corpus-names-title = Nombres de pila
# English: d420b5e4
corpus-names-summary = Nombres de pila ingleses, uno por línea.
# English: 0136429e
corpus-births-title = Nacimientos, día a día
# English: 2e37e8fa
corpus-births-summary = Nacimientos en Estados Unidos cada día de 2000 a 2014, según el recuento de la Social Security Administration.
# English: 309eee67
corpus-digits-title = Cifras manuscritas
# English: 8c080681
corpus-digits-summary = Cuatro mil cifras de la base de datos MNIST de LeCun, Cortes y Burges, reducidas a 14 por 14 píxeles.

## train

train-more = Optimizador, plan de la tasa y más
train-optimizer = Optimizador
train-schedule = Plan de la tasa
train-steps_more = { $summary } A esta carrera se le añadieron { $count } más.
train-rate = Tasa de aprendizaje
train-rate_at_once = { $summary } Cambia al instante, también durante el entrenamiento.
train-rate_own = { $summary } Los modelos con tasa propia la conservan.

## option

option-range = De { $min } a { $max }.
option-range_of = De { $min } a { $max } { $unit }.
option-number_needed = Aquí hace falta un número.
option-whole_needed = Aquí hace falta un número entero.
option-between = Entre { $min } y { $max }, por favor; { $value } no lo está.

## setup

restart-lost = Al aplicar, todos los modelos vuelven a empezar en el paso 0: se pierde lo que han aprendido.
restart-kept = Con esto todos los modelos vuelven a empezar en el paso 0. Lo que han aprendido se queda entre las ejecuciones de abajo.
restart-free = Aún no se ha entrenado nada, así que no se pierde nada. «Entrenar» también lo aplica.
restart-or_further = Para añadir algo a lo que han aprendido, haz que sigan entrenándose.
restart-further = Seguir entrenando hasta { $steps }
restart-further_by = { $count ->
    [one] Seguir entrenando { $count } paso
   *[other] Seguir entrenando { $count } pasos
  }
restart-apply-all = Aplicar y empezar todos de nuevo
restart-apply = Aplicar
restart-keep = Dejarlo como estaba

## given

given-numbers = { $count } números
given-numbers_marked = { $count } números, de los que { $marked } están marcados
given-marked = marcados: { $marked }
given-and = { $before } y { $next }
given-set = Un conjunto de { $count } números de { $low } a { $high }
given-points = { $count } puntos, de { $left } a { $right } a lo ancho y de { $bottom } a { $top } a lo alto
given-image = Una imagen de { $columns } por { $rows } píxeles

## answer

answer-later = Lo que responda aparecerá aquí, desde sus primeros intentos.
answer-no_more = No hay más ejemplos.
answer-longer = Más largo que todo aquello con lo que se entrenó.
answer-right = correcto
answer-wrong = incorrecto
answer-right_before = correcto:
answer-right_is = correcto: { $right }
answer-is = es { $right }
answer-sure = seguro al { $percent }
answer-becomes = se convierte en
answer-nothing = nada
answer-answered = { $read }: respondido
answer-so_many = { $read }: { $right } de { $asked } correctas
answer-points = { $points }; { $clouds }
answer-this_model = este modelo
answer-off_by = { $count } números; la respuesta se desvía { $distance } de media

## shown

shown-unseen = Ejemplos con los que ninguno se ha entrenado
shown-length = Longitud de los ejemplos
shown-as_trained = como en el entrenamiento
shown-longer = más largos
shown-earlier = Ejemplos anteriores
shown-later = Ejemplos siguientes
shown-range = { $first } a { $last }

## ask; prompt

ask-apart = Para responder, los modelos necesitan los datos de los que aprendieron: da los mismos datos.
ask-question = Una pregunta de esta tarea
ask-search = Búsqueda
ask-greedy = voraz
ask-beam = en haz, de { $beam }
ask-answer = Responder
ask-hint = Cada modelo responde lo mejor que puede en este momento. Un cuadro vacío pregunta lo que muestra la pista.
ask-left_out = Entendido: { $understood }. { $count ->
    [one] Se ha omitido un signo o una palabra que la tarea no conoce.
   *[other] Se han omitido { $count } signos o palabras que la tarea no conoce.
  }
ask-untrained = sin entrenar
ask-thinks = piensa …
prompt-beginning = Un comienzo
prompt-continue = Continuarlo
prompt-options = Temperatura, top k, longitud, semilla
prompt-hint = Cada modelo sigue escribiendo desde aquí, lo mejor que puede en este momento.
prompt-untrained = sin entrenar
prompt-apart = Para responder, los modelos necesitan los datos de los que aprendieron: da los mismos datos.
prompt-writes = escribe …
prompt-temperature = Temperatura
prompt-temperature_summary = 0 toma siempre el carácter más probable; cuanto más alta, más atrevido el texto.
prompt-top_k = Top k
prompt-top_k_summary = Elegir entre los k caracteres más probables; 0 son todos.
prompt-length = Longitud
prompt-length_summary = Cuántos caracteres escribir.
prompt-seed = Semilla
prompt-seed_summary = Otro número, otro texto; el mismo número, el mismo texto.

## save

save-save = Guardar
save-what = Guardar: { $what }
save-csv = Números (CSV)
save-png = Imagen (PNG)
save-svg = Imagen (SVG)
save-saved = Guardado como { $file }.
save-failed = El navegador no tiene memoria para este archivo.
save-refused = El marco que rodea esta página no le deja guardar archivos. Abre la página en una pestaña propia.
save-perhaps = Si no llega ningún archivo, el marco que rodea esta página no le deja guardarlos: abre la página en una pestaña propia.
save-run = { $models }. { $task }, paso { $step }, semilla { $seeds }.
save-choice = { $title } { $value }
save-chosen = { $run } { $choices }.
save-task = { $task }: { $data }
save-examples = Ejemplos { $first } a { $last }.
save-waves = A trazos: lo correcto. Línea fuerte: la respuesta del modelo.
save-page = Unrolled: pequeños modelos de secuencias, entrenados en una página web

## share

share-title = Compartir esta carrera
share-close = Cerrar
share-what = Quien lo abra recibe los ajustes: la tarea, las opciones y los modelos sin entrenar, hasta que pulse «Entrenar». Una carrera entrenada se pasa como archivo: véase «Ejecuciones», al final de la página.
share-data_stays = Tus propios datos son demasiado largos para un enlace: a otros se les pedirán.
share-weights_stay = Un modelo parte de pesos de un archivo, que un enlace no puede llevar: a otros se les pedirá.
share-strict = Esta carrera la usa; el enlace pide la reproducible, con la que todos obtienen las mismas curvas.
share-fast_too = Aritmética rápida también en el enlace
share-link = Enlace
share-theme = Colores del marco
share-theme-auto = como los tenga el sistema de quien lee
share-theme-light = claros
share-theme-dark = oscuros
share-line = Línea para una página de curso (un iframe, funciona casi en todas partes)
share-script = Lo mismo para páginas que pueden cargar un script
share-copy = Copiar
share-copied = Copiado
share-has_copied = Copiado.
share-no_copying = El navegador no permite copiar aquí: selecciona el texto y cópialo.
share-frame = Unrolled: modelos de secuencias que aprenden en esta página
`;
