// Spanish: numbers and names, the home, chapters and their path, the lab around everything. What is agreed of terms and tone is in
// docs/terms-es.md; how a language is written in docs/hacking.md.
export default `
## begin

begin-step = Se entrena aquello de lo que parte: paso { $step } de { $steps }
begin-file = un archivo de pesos
begin-missing = Parte de pesos de un archivo que no está aquí; su SHA-256 empieza por { $hash }. Elige ese archivo.
begin-choose = Elegir el archivo …
begin-short = La ejecución de la que parte solo llegó al paso { $step }, y se pedía el paso { $steps }.
begin-no_text = Parte de pesos entrenados con un texto que su enlace no lleva consigo, así que aquí no se pueden volver a entrenar.
begin-unverified = El archivo no lleva su propio hash, así que nada muestra que esté tal como se escribió.
begin-other_arithmetic = No reproducible con esta versión: se empezó con un motor de otra aritmética.

## names

name-pretrained = preentrenado
name-sized = { $kind } { $width }
name-layers = { $layers ->
    [1] { $name } de una capa
    [2] { $name } de dos capas
   *[other] { $name } de { $layers } capas
  }
name-deep = { $kind } { $layers }×{ $width }
name-differs = { $name } ({ $difference })
name-own = { $name }, { $difference }
name-rate = tasa { $rate }
name-numbered = { $name } n.º { $number }
name-option = { $option } { $value }
name-has = { $what ->
    [attention_dot] atención de producto escalar
    [attention_scaled] atención de producto escalar con escala
    [attention_additive] atención aditiva
    [attention_linear] atención lineal
    [attention_softmax] atención softmax
    [bidirectional_false] lee en una dirección
    [bidirectional_true] lee en ambas direcciones
    [block_isab] por puntos inductores
    [block_sab] de todos a todos
    [channels] { $value } canales
    [dilation_base] dilatada ×{ $value }
    [dilation_base_1] sin dilatar
    [direction_both] mira a ambos lados
    [direction_causal] solo mira hacia atrás
    [dropout_0] sin dropout
    [forget_gate_closed] puerta de olvido cerrada
    [forget_gate_learned] puerta de olvido aprendida
    [forget_gate_open] puerta de olvido abierta
    [gated_false] sin puertas
    [gated_true] con puertas
    [input_gate_closed] puerta de entrada cerrada
    [input_gate_learned] puerta de entrada aprendida
    [input_gate_open] puerta de entrada abierta
    [mlp_ratio] pequeña red ×{ $value }
    [mlp_ratio_0] sin la pequeña red
    [norm_post] normaliza después de cada parte
    [norm_pre] normaliza antes de cada parte
    [normalisation_layer_norm] normalización de capa
    [normalisation_none] sin normalización
    [normalisation_rms_norm] normalización RMS
    [num_heads] { $value } cabezas
    [num_heads_1] una sola cabeza
    [num_inducing] { $value } puntos inductores
    [num_kv_heads] { $value } cabezas de claves
    [num_kv_heads_0] una cabeza de claves por cabeza
    [output_gate_closed] puerta de salida cerrada
    [output_gate_learned] puerta de salida aprendida
    [output_gate_open] puerta de salida abierta
    [pooling_last] lee su última posición
    [position_alibi] distancias en vez de posiciones
    [position_learned] posiciones aprendidas
    [position_rope] posiciones rotatorias
    [position_sinusoidal] posiciones sinusoidales
    [reset_after] reinicio tras el producto
    [reset_before] reinicio antes del producto
    [residual_false] sin conexiones residuales
    [residual_true] con conexiones residuales
    [topology_decoder] decodificador
    [topology_encoder] codificador
    [topology_encoder-decoder] codificador y decodificador
   *[other] { $form ->
        [with] con { $option }
        [without] sin { $option }
        [number] { $option } { $value }
       *[string] { $option }: { $value }
    }
  }

## parts

number-thousand = { $n } mil
number-million = { $n } millones
number-billion = { $n } mil millones
number-kilo = { $n } k
number-mega = { $n } M
number-giga = { $n } G
number-tera = { $n } T
number-peta = { $n } P
number-percent = { $n } %
bytes-b = { $n } bytes
bytes-kb = { $n } kB
bytes-mb = { $n } MB
size-unknown = tamaño aún desconocido
size-no_weights = recuentos en vez de pesos
size-counts = { $count } recuentos, sin pesos
size-weights = { $count } pesos, un { $share } % de GPT-2 small
size-tiny = { $count } pesos, menos del 0,01 % de GPT-2 small
duration-s = { $s } s
duration-min = { $min } min
duration-min_s = { $min } min { $s } s
duration-h = { $h } h
duration-h_min = { $h } h { $min } min
left-few = quedan unos segundos
left-s = quedan unos { $s } s
left-min = quedan unos { $min } min
left-h = quedan unas { $h } h

## player

player-opening = Un momento …
player-minutes = unos { $minutes } minutos
player-beats = Las cinco partes de este capítulo
player-beat_predict = Predecir
player-beat_watch = Ver
player-beat_why = Por qué
player-beat_change = Cambiar
player-beat_try = Probar
player-predict = ¿Qué esperas?
player-unsure = No lo sé
player-earlier = La primera vez dijiste: { $choice }. Esa es la que cuenta.
player-starts = Tu respuesta pone en marcha el entrenamiento, en esta página y durante unos segundos.
player-asked = y ¿cuál es la respuesta?
player-right = y lo correcto es
player-networks = Los modelos, desplegados en el tiempo. { $found }
player-networks_begin = El camino iluminado va de { $place }, lo primero que está marcado, hasta { $answer }.
player-networks_wanted = Lo que está en { $place } se pide en { $answer }.
player-said = (tu respuesta)
player-said_right = (tu respuesta, y es correcta)
player-said_wrong = (tu respuesta, y no es correcta)
player-is_right = (correcta)
player-watch = ¿Cuál lo aprende?
player-you_said = Dijiste: { $choice }.
player-it_was = Dijiste «{ $choice }». Fue «{ $came }».
player-it_was_unsure = No lo sabías. Fue «{ $came }».
player-watching = Ahora ambas redes aprenden de los mismos ejemplos. La curva muestra cuántas respuestas son correctas en ejemplos de los que ninguna aprende.
player-watching_loss = Los dos modelos aprenden ahora de los mismos ejemplos. La curva muestra cuánto se alejan sus respuestas de las correctas, en ejemplos de los que ninguno aprende: más abajo es mejor.
player-watching_text = Los dos modelos aprenden del mismo texto. La curva muestra cuánto les sorprende el siguiente carácter, en una parte del texto de la que ninguno aprende: más abajo es mejor.
player-watched = Ambas han terminado.
player-no_answer = aún sin respuesta
player-writes = escribe:
player-progress = Hasta dónde ha llegado el entrenamiento
player-steps = paso { $step } de { $steps }
player-why = Por qué salió así
player-reply_so = Dijiste «{ $choice }», y así fue.
player-reply_otherwise = Dijiste «{ $choice }». Salió de otro modo.
player-reply_unsure = No lo sabías.
player-change = Cambia una sola cosa
player-changing = Los modelos se entrenan de nuevo al instante. Las curvas grises son las de antes.
player-ghost = { $name } antes ({ $setting })
player-rival = { $name } (grabación)
player-rival_what = { $name } no se ejecuta aquí: su curva se grabó de antemano. En una página, sus { $steps } pasos llevarían { $time } en un solo hilo de este procesador: { $processor }.
player-came_to = { $name } { $value }
player-listed = { $all }
player-before = Antes ({ $setting })
player-now = Ahora ({ $setting })
player-elsewhere = Las curvas son ahora las de: { $setting }.
player-back_to = Volver a: { $setting }
player-challenge = Ahora tú
player-reached = Conseguido. { $words }
player-is_reached = – sí
player-is_missed = – no
player-is_open = – todavía no
player-question = Una pregunta más
player-remember = Para recordar
player-score = De { $asked ->
    [one] una pregunta
   *[other] { $asked } preguntas
 } acertaste { $right }.
player-onward = Siguiente: { $title }
player-lab = Abrir en el laboratorio
player-lab_what = El laboratorio muestra esta misma carrera con todo lo que ha aprendido, y deja cambiarlo todo.
player-exercise = Como ejercicio, para repartir
player-again = Otra vez desde el principio
player-next_predict = A la pregunta
player-next_skip = Ir a la pregunta
player-next_watch = Volver a la carrera
player-next_why = ¿Por qué?
player-next_change = Cambiar una sola cosa
player-next_challenge = Probarlo tú
player-next_question = Una pregunta más
player-next_end = Para recordar

## tier

tier-fast = aritmética rápida
tier-fast_meaning = Aritmética rápida: los números pueden variar en las últimas cifras de una máquina a otra.

## tasks

tasks-text = Textos
tasks-positions = Una respuesta en cada posición
tasks-labels = Una respuesta por secuencia
tasks-pairs = De una secuencia a otra
tasks-waves = Números a lo largo del tiempo
tasks-images = Imágenes
tasks-sets = Conjuntos
tasks-others = Otras

## home

home-title = Unrolled: pequeños modelos de secuencias que se entrenan en tu navegador
home-title_chapter = { $title } · Unrolled
home-skip = Ir a la pregunta
home-ways = Otros lugares de esta página
home-lab = El laboratorio
home-chapters = Los capítulos
home-chapter = { $number } · { $title }
home-minutes = unos { $minutes } minutos
home-begun = empezado
home-finished = visto
home-right = predicho bien
home-wrong = predicho de otro modo
home-part_memory = Memoria
home-part_back = Volver a mirar
home-part_transformers = Transformers
home-part_language = Lenguaje
home-part_beyond = Más allá
home-go_on = Seguir: { $title }
home-no_chapter = Esta página no tiene ningún capítulo con ese nombre. Aquí empieza el curso.
home-door = El laboratorio
home-door_what = Todo a la vez: cada tipo de modelo, cada tarea, cada opción, tus propios textos y tablas, imágenes de todo lo que se puede mirar por dentro.
home-door_open = Abrir el laboratorio
home-own_what = En su lugar, cualquier texto o tabla tuyos.
home-teach = Para docentes
home-glossary = Glosario
home-stored = Esta página funciona ahora también sin red.
home-lab_holds = La carrera que hay en el laboratorio no está guardada y se perdería. ¿Reemplazarla?

## language

language-choice = Idioma

## frame

frame-open = Abrir este capítulo en una página propia
frame-no_chapter = Este marco no tiene ningún capítulo con ese nombre. Hay: { $chapters }.
frame-reads = Los modelos de este capítulo leen una novela entera, que este archivo no contiene.
frame-elsewhere = Abrirlo en el archivo que la contiene

## page: a chapter as it is read without JavaScript

page-needs = Con JavaScript activado, esta página entrena los modelos ante tus ojos, en tu propio procesador.
page-recall = De capítulos anteriores
page-recall_from = Viene de: { $title }
page-background = Para quien quiera saber más
page-papers = Para leer
page-paper = { $authors } ({ $year }):
page-host = { $where } ({ $host })
page-predict = ¿Qué esperas?
page-change = Cambia una sola cosa
page-try = Pruébalo tú
page-remember = Para recordar
page-answers = Qué salió
page-next = Siguiente: { $title }
page-all = Todos los capítulos

## lab

lab-title = Unrolled: el laboratorio
lab-name = Unrolled
lab-motto = Pequeños modelos de secuencias aprenden la misma tarea, uno junto a otro, en esta página y en tu propio procesador.
lab-skip = Ir a la carrera
lab-ways = Salidas del laboratorio
lab-chapters = Capítulos
lab-back = Volver al capítulo
lab-setting_up = Preparando la carrera …
lab-share = Compartir o insertar
lab-exercise = Como ejercicio
lab-dismiss = Cerrar
lab-loss = Pérdida
lab-setup = Preparación
lab-task = Tarea
lab-training = Entrenamiento
lab-train_line = { $steps }{ $more ->
    [0] {""}
   *[other] {" "}+ { $more }
  } pasos de { $batch }, { $optimizer } { $rate }
lab-models = { $count ->
    [one] { $count } modelo
   *[other] { $count } modelos
  }
lab-areas = Junto a la gráfica
lab-setup_line = { $task }: { $training }
lab-answers = Respuestas
lab-inside_short = Por dentro
lab-compare_short = Comparar
lab-runs = Ejecuciones
lab-inside = Los modelos por dentro
lab-compare = Comparar los modelos
lab-inside_passage = Por dentro, mientras leen el mismo pasaje
lab-inside_example = Por dentro, mientras leen el mismo ejemplo
lab-continue_text = Hacer que continúen un texto
lab-ask = Preguntarles
lab-task_and_training = Tarea y entrenamiento
lab-open_full = Abrir en el laboratorio completo
lab-blocked = La página que rodea este marco no le deja abrir otra. La dirección del laboratorio completo, para copiarla:
lab-unreadable = Este marco no muestra ningún experimento.
lab-private = Todo ocurre en esta página: sin servidor, sin cuenta; nada de lo que escribes sale de ella.
lab-privacy = Privacidad
lab-reproducible = La aritmética reproducible da los mismos pesos, hasta el último bit, en cualquier máquina.

## run

run-region = Ejecución
run-train = Entrenar
run-pause = Pausar
run-continue = Continuar
run-finished = Terminado
run-more = { $count ->
    [one] +{ $count } paso
   *[other] +{ $count } pasos
  }
run-held = Lo que está escrito en la preparación no se puede entrenar: lee allí la observación. Corrígelo o quítalo, y después entrena.
run-replaces = Estos pasos ocupan el lugar de lo que está guardado de esta carrera entre las ejecuciones. Para tener ambas cosas, guárdala antes como archivo.
run-waits = Un cambio de la preparación está a la espera: estos modelos se entrenan sin él hasta que lo apliques.
run-step = Paso
run-step_hint = Un paso de entrenamiento de cada modelo
run-reset = Reiniciar
run-reset_hint = Volver al paso 0 con los mismos pesos iniciales
run-ahead = { $steps ->
    [one] falta { $steps } paso
   *[other] faltan { $steps } pasos
  }
run-at = paso { $step } de { $steps }
run-between = pasos { $low } a { $high } de { $steps }
run-all_done = todos los modelos han acabado

## pace

pace-speed = Velocidad
pace-full = A toda velocidad
pace-a_second = { $count ->
    [one] { $speed } paso/s
   *[other] { $speed } pasos/s
  }
pace-pacing = Ritmo
pace-pacing_hint = Libre, o igualado por número de pasos o por segundos de entrenamiento
pace-free = Cada uno a su ritmo
pace-steps = Los mismos pasos
pace-seconds = Los mismos segundos

## gallery; replace

gallery-experiments = Experimentos
gallery-own = Tu propio texto …
gallery-group_memory = Memoria
gallery-group_seeing = Lo que ve una red
gallery-group_attention = Atención
gallery-group_transformers = Transformers
gallery-group_shapes = Imágenes, números, conjuntos
gallery-group_texts = Textos
gallery-opened = { $title }. { $story }
replace-lost = «{ $title }» reemplaza esta carrera: se pierde lo que sus modelos han aprendido.
replace-but_kept = «{ $title }» reemplaza esta carrera: se pierde lo que sus modelos han aprendido, pero los pesos guardados se quedan.
replace-yes = Reemplazarla
replace-no = No

## theme

theme-system = como el sistema
theme-dark = oscuros
theme-light = claros
theme-is = Colores: { $now }
theme-change = Colores: { $now }. Cambiar a { $next }.

## list

list-comma = { $before }, { $next }
list-semicolon = { $before }; { $next }

## shape

shape-locked = Bloqueado por quien hizo esta página.

## spent

spent-rate = La tasa ha bajado hasta { $rate }; seguir con
spent-rates = Las tasas han bajado hasta { $rate } o menos; cada modelo sigue con su tasa completa por
`;
