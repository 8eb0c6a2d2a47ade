// Spanish: the maker of exercises.
export default `
## make

make-title = Como ejercicio
make-what = Se puede repartir tal como está. Cambia lo que quieras: la vista previa muestra lo que recibe cada estudiante. Otras redes u otra tarea se eligen en el laboratorio: pulsa allí «Como ejercicio».
make-skip = Ir al ejercicio
make-ways = Otros lugares de esta página
make-lab = El laboratorio
make-class = Clase
make-teachers = Para docentes
make-opening = Se está abriendo el taller.
make-untitled = Un ejercicio sin título
make-data_stays = Tus datos son demasiado largos para un enlace: se pedirán a cada estudiante.
make-not_settled = Algo que se escribió en el laboratorio aún no se ha aplicado allí, y aquí falta.
make-copy_student = Copiar el enlace para estudiantes
make-student_copied = Copiado: el enlace para estudiantes
make-remove = Quitar: { $what }

make-question_two_share = ¿Cuál de las dos redes lo aprende: { $a } o { $b }?
make-question_two_loss = ¿Cuál de las dos redes llega a la pérdida más baja: { $a } o { $b }?
make-question_one = ¿Basta con tantos pasos para que lo aprenda? El modelo: { $a }
make-question_many = ¿Cuál de estos modelos llega más lejos?
make-choice_both = Ambos
make-choice_neither = Ninguno
make-choice_same = Ambos más o menos igual
make-choice_none = Ninguno de ellos
make-choice_yes = Sí
make-choice_no = No

make-beat_predict = Predice
make-beat_watch = Mira
make-beat_why = Por qué
make-beat_change = Cambia una sola cosa
make-beat_try = Prueba
make-title_of = Título
make-question = Pregunta
make-choices = Respuestas que elegir
make-choices_what = De dos a seis, o ninguna. Siempre se ofrece también «No lo sé». La réplica se lee en «Por qué».
make-choice_number = Respuesta { $number }
make-add_choice = Añadir una respuesta
make-right = correcta
make-reply = Réplica
make-reply_there = Réplica ✓
make-reply_to = Réplica a «{ $choice }»
make-lead = Para leer antes
make-right_by_runs = En la mayoría de { $count } ejecuciones con otras semillas, esto es lo correcto: { $choice }.
make-mark_it = Marcar
make-formats = Formato
make-looks = Cómo se verá
make-format_strong = Negrita
make-format_em = Cursiva
make-format_code = Código
make-format_list = Lista
make-format_link = Enlace
make-format_formula = Fórmula, en TeX

make-watch_what = Cómo se dibujan las curvas, y qué de la página se oculta, se bloquea o se abre. Vale también para lo que se abra en el laboratorio.
make-all_shown = Se muestra todo
make-shape_line = { $hidden ->
    [0] Nada oculto
   *[other] Ocultos: { $hidden }
  }{ $locked ->
    [0] { "" }
   *[other] , bloqueados: { $locked }
  }{ $opened ->
    [0] { "" }
   *[other] , abiertos: { $opened }
  }
make-metric = Las curvas muestran
make-metric_suits = lo que conviene a la tarea
make-metric_loss = la pérdida
make-metric_accuracy = los aciertos
make-metric_exact = los aciertos completos
make-axis = a lo largo de
make-axis_step = los pasos
make-axis_tokens = los símbolos leídos
make-axis_seconds = los segundos
make-axis_flops = las operaciones hechas
make-pacing = Los modelos entrenan
make-pacing_steps = a la par, paso a paso
make-pacing_seconds = a la par en el tiempo
make-pacing_free = cada cual tan rápido como pueda
make-log = eje logarítmico
make-log_y = escala logarítmica
make-smooth = Suavizado
make-speed = Pasos por segundo
make-speed_free = tan rápido como se pueda
make-shape = Oculto, bloqueado, abierto
make-search = Buscar por título o nombre
make-only_marked = solo lo marcado
make-none_found = Nada se llama así.
make-marked = Marcados: { $count }
make-hide = ocultar
make-lock = bloquear
make-open = abrir
make-hide_it = Ocultar: { $what }
make-lock_it = Bloquear: { $what }
make-open_it = Abrir: { $what }
make-group_player = El ejercicio mismo
make-group_page = La página, donde se abra en el laboratorio
make-group_training = Entrenamiento
make-kind = Tipo
make-kind_optimizer = Tipo de optimizador
make-kind_schedule = Tipo de plan
make-part_gallery = Lista de experimentos
make-part_story = Palabras junto al experimento
make-part_task = Tarea
make-part_data = Datos
make-part_training = Entrenamiento
make-part_pace = Velocidad y ritmo
make-part_early_end = Cuándo termina antes un modelo
make-part_chart = Gráfica
make-part_chart_options = Lo que se puede elegir de la gráfica
make-part_verdict = Veredicto
make-part_models = Tarjetas de los modelos
make-part_add_model = Añadir un modelo
make-part_model_menu = Menús de los modelos
make-part_model_editor = Opciones de los modelos
make-part_numbers = Números de un modelo
make-part_answers = Respuestas de un modelo
make-part_prompt = Preguntar a los modelos
make-part_inside = Dentro de los modelos
make-part_compare = Comparar los modelos
make-part_share = Compartir o incrustar
make-part_lab_link = Camino al laboratorio

make-why_what = Tras el entrenamiento: la réplica a lo que se predijo, y una imagen en la que se ve la causa.
make-picture = Imagen
make-no_picture = Sin imagen: solo las curvas
make-of_models = De estos modelos
make-why_text = Qué muestra

make-change_what = Una sola cosa que se puede cambiar; las curvas de antes quedan como sombra.
make-knob = Qué se puede cambiar
make-no_knob = Nada
make-own_knob = Como se hizo
make-option_of = { $of }: { $title }
make-knob_title = Cómo se pregunta
make-knob_asks = { $title }: ¿qué cambia con ello?
make-knob_line = { $title } { $values }
make-values = Valores
make-values_what = De { $min } a { $max }, separados por comas; el valor propio siempre está entre ellos.
make-positions = Cómo se llaman
make-position = Valor { $number }
make-begins = empieza aquí
make-yes = sí
make-no = no

make-goal = Lo que hay que alcanzar
make-goal_what = Todo esto, en una misma ejecución.
make-goal_line = { $first }{ $more ->
    [0] { "" }
   *[other] { " " }(+ { $more })
  }
make-add_goal = Añadir algo que alcanzar …
make-goal_reach = Se alcanza un resultado
make-goal_stay = Un resultado no sale de un límite
make-goal_ahead = Un modelo supera a otro
make-goal_weights = Como mucho tantos pesos
make-goal_find = Se encuentra una cabeza
make-find_line = Encuentra en { $name } una cabeza que mire { $score ->
    [previous_token] a la posición anterior
    [copy_alignment] al símbolo que hay que responder
   *[prefix_match] a lo que siguió antes al mismo símbolo
  }, al menos un { $share } %
make-of = Modelo
make-head_that = mira
make-score_previous_token = a la posición anterior
make-score_prefix_match = a lo que siguió al mismo símbolo
make-score_copy_alignment = al símbolo que hay que responder
make-at_least = al menos
make-whose = De quién
make-any_model = Algún modelo
make-all_models = Todos los modelos
make-others = cada uno de los demás
make-number = Qué número
make-op = Relación
make-op_least = al menos
make-op_most = como mucho
make-op_above = más de
make-op_below = menos de
make-that_of = lo de
make-plus = más
make-bound = Límite
make-by_step = hasta el paso
make-goal_given = Esto se cumple antes de aprender nada. Para pedir que siga así, añade en su lugar «{ make-goal_stay }».
make-whenever = cuando sea
make-from_step = desde el paso
make-tried_with = Posición con la que la prueban las 20 semillas
make-goal_text = Lo mismo en tus palabras
make-goal_text_what = Si falta, lo dice la página.
make-hints = Pistas
make-hint = Pista { $number }
make-add_hint = Añadir una pista
make-asks = Preguntas al final
make-ask = Pregunta { $number }
make-add_ask = Añadir una pregunta …
make-ask_choice = con respuestas que elegir
make-ask_number = con un número por respuesta
make-ask_text = con un texto por respuesta
make-ask_text_what = Se guarda y se entrega; nadie lo juzga.
make-answer = Respuesta correcta
make-unit = Unidad
make-remember = Para recordar

make-seed_of = Azar
make-seed_what = Una semilla es el número del que sale todo el azar de un entrenamiento: los pesos iniciales y el orden de los ejemplos.
make-seed_fixed = La misma semilla para todo el mundo: las mismas curvas en todas partes
make-seed_name = Cada cual con su propia semilla, que sale de su nombre: la clase es entonces un experimento

make-preview = Vista previa
make-width_desktop = Página de un curso
make-width_phone = Teléfono
make-width_narrow = Marco estrecho
make-lacks_title = Falta el título.
make-lacks_question = Falta la pregunta.
make-lacks_choice = Una sola respuesta no deja elegir: añade otra, o quítala.
make-lacks_goal = Falta algo que alcanzar.
make-lacks_answers = Una pregunta del final tiene menos de dos respuestas.

make-before = Antes de repartirlo
make-trial_what = Si la meta se alcanza por algo más que suerte: se entrena con { $count } semillas, en procesadores libres de este dispositivo.
make-trial_idle = Probar con { $count } semillas
make-trial_running = Pausa
make-trial_paused = Seguir
make-trial_failed = Probar otra vez
make-trial_progress = Semillas probadas
make-trial_left = { $seconds ->
    [one] Falta más o menos un segundo.
   *[other] Faltan unos { $seconds } segundos.
  }
make-trial_count = { $tried ->
    [0] 0 de { $total } semillas probadas
   *[other] { $tried } de { $total } semillas probadas, alcanzada en { $reached }
  }
make-reached_short = alcanzada en { $reached } de { $tried }
make-trial_held = En pausa.
make-seed = Semilla { $seed }
make-reached = Alcanzada en { $reached } de { $tried }
make-reached_before = Cuando se hizo, se alcanzó en { $reached } de { $tried }.
make-enough = Quien haga lo que se pide no fallará por azar.
make-luck = Con { $missed } de { $total } semillas no se alcanza{ $who ->
    [everybody] , y la semilla que tiene todo el mundo es una de ellas: tal como está, nadie la alcanzaría.
    [others] . Con la semilla que tiene todo el mundo sí: quien cambie algo aún puede fallar por azar.
   *[somebody] : alguien fallaría por azar.
  }
make-by_these_runs = Según estas ejecuciones, las { $total } habrían alcanzado:
make-no_remedy = Ningún otro límite ni un paso más tardío habría bastado para todas estas ejecuciones: entrena más tiempo, o pide otra cosa.
make-take_up = Adoptarlo

make-out = Repartirlo
make-not_yet = Cuando el ejercicio esté completo, aquí estarán sus enlaces.
make-theme = Colores
make-language = Idioma
make-language_own = el de cada estudiante
make-height = Altura de un marco
make-student = Enlace para estudiantes
make-teacher = Enlace para ti: abre de nuevo esta página
make-not_secret = Guárdalo, o pon esta página entre tus marcadores. Oculto no es secreto: quien sepa cómo puede leer las respuestas correctas en cualquiera de los dos enlaces.
make-frame = Línea para la página de un curso (un iframe)
make-frame_what = Donde una página quita los marcos, queda un enlace.
make-element = Lo mismo para páginas que pueden cargar un script
make-copy_what = Copiar: { $what }
make-as_file = Archivos para plataformas de cursos
make-as_text = Líneas para otras, que copiar
make-saved = Guardado: { $name }
`;
