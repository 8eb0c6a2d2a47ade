// Spanish: the class view.
export default `
## class

class-title = Clase
class-lead =
    Trae los recibos que entregó tu clase: quién alcanzó la meta, qué se predijo y qué pasó, todas las curvas juntas, y qué de ello se
    demuestra al entrenarlo de nuevo.
class-private = Todo se lee en esta página. No se envía nada ni se guarda nada: cuando se cierra la página, ya no está.
class-skip = Ir a la clase

class-bring = Traer recibos
class-drop = Suéltalos aquí: archivos, una carpeta o un zip tal como lo da la plataforma.
class-drop_more = Suelta más aquí, o
class-files = Elegir archivos
class-folder = Elegir una carpeta
class-codes = Pegar códigos
class-codes_what = Los códigos cortos que copió la clase, uno debajo de otro; nombres o lo que haya entre ellos no estorban.
class-codes_field = Códigos
class-link_field = Enlace del ejercicio
class-link_what = Un código dice qué se hizo, no cuál era el ejercicio: eso lo dice este enlace.
class-link_wrong = No es un enlace a un ejercicio. { $why }
class-take_codes = Leer los códigos
class-no_codes = No contiene ningún código: todos empiezan por UR1-.
class-reading = Leyendo { $done } de { $of } …
class-limits = Como máximo { $receipts } recibos, de { $megabytes } MB cada uno como mucho.
class-read = { $count ->
    [one] Un recibo leído.
   *[other] { $count } recibos leídos.
 } { $unread ->
    [0] { "" }
    [one] Uno no se pudo leer, o es de otro ejercicio: véase abajo.
   *[other] { $unread } no se pudieron leer, o son de otros ejercicios: véase abajo.
 }
class-clear = Quitarlos todos
class-cleared = Se han quitado todos los recibos.

class-exercise = Ejercicio
class-of_exercise = { $title } ({ $count })

class-glance = De un vistazo
class-reached_all = { $goals ->
    [one] alcanzaron la meta
   *[other] alcanzaron las { $goals } metas
 }
class-count_of = { $count } de { $of }
class-share_between = el { $share }; a la larga, entre el { $low } y el { $high } (con un 95 % de confianza)
class-predicted_right = acertaron la predicción
class-predicted_nothing = No hay nada que predecir.
class-no_right = Ninguna opción figura como correcta.
class-middle_time = mediana del tiempo dedicado
class-time_between = de { $low } a { $high }
class-proved_count = demostrados al entrenar de nuevo
class-not_checked = Aún no se ha entrenado nada de nuevo.
class-reached_doubted = { $count ->
    [one] Uno de ellos se cambió o se dañó por el camino: míralo abajo.
   *[other] { $count } de ellos se cambiaron o se dañaron por el camino: míralos abajo.
  }
class-reached_refuted = { $count ->
    [one] Otro lo dice y no se sostiene: no se cuenta.
   *[other] Otros { $count } lo dicen y no se sostienen: no se cuentan.
  }
class-refuted_count = { $refuted ->
    [0] ninguno falla
    [one] uno no se sostiene
   *[other] { $refuted } no se sostienen
 }{ $claimed ->
    [0] { "" }
    [one] , uno solo se puede creer
   *[other] , { $claimed } solo se pueden creer
 }

class-predictions = Qué se predijo y qué pasó
class-predictions_what = Cada punto es una persona: lleno, quien alcanzó la meta; vacío, quien no; tachado, quien lo dice en un recibo que no se sostiene.
class-predicted = { $count ->
    [0] nadie
    [one] una persona
   *[other] { $count } personas
 }
class-predicted_reached = { $reached ->
    [all] todas alcanzaron la meta
    [none] ninguna alcanzó la meta
   *[some] { $count } alcanzaron la meta
 }
class-predicted_refuted = { $count ->
    [one] una lo dice, y no se sostiene
   *[other] { $count } lo dicen, y no se sostienen
  }
class-unsure = No lo tenía claro
class-none = No dijo nada
class-right = correcta
class-winner = { $name } terminó mejor en { $best } de { $of } carreras.

class-experiment = La clase como experimento
class-experiment_named = La semilla de cada cual sale de su nombre: el mismo experimento con { $count } azares distintos, y con una dispersión que ninguna ejecución sola muestra.
class-experiment_fixed = Toda la clase tenía la misma semilla: con los mismos ajustes sale la misma curva, y lo que difiere es lo que se cambió.
class-experiment_without = { $count ->
    [one] Queda fuera un recibo que no se sostiene.
   *[other] Quedan fuera { $count } recibos que no se sostienen.
  }
class-setting = Ajustes
class-setting_given = Como se dio
class-setting_count = { $setting } ({ $count })
class-score = Puntuación
class-score-val_loss = Pérdida en ejemplos no vistos
class-score-val_accuracy = Aciertos, no vistos
class-score-val_exact = Aciertos completos, no vistos
class-score-longer_loss = Pérdida en ejemplos más largos
class-score-longer_accuracy = Aciertos, más largos
class-score-longer_exact = Aciertos completos, más largos
class-ends = Al final
class-ends_picture = Dónde terminó cada ejecución. { $all }
class-ends_one = { $name }: la mediana es { $median }, de { $low } a { $high }.
class-curves = A lo largo de los pasos
class-curves_what = Finas: cada persona. Gruesa: la mediana en cada paso; sombreada: la mitad central.
class-curves_wait = Un recibo dice dónde terminó una ejecución, no cómo llegó: las curvas aparecen a medida que se entrena de nuevo.
class-curves_of = { $count } de { $of } ejecuciones
class-curves_picture = { $name } a lo largo de los pasos, { $count } ejecuciones. En el paso { $step } la mediana es { $median } y la mitad central va de { $first } a { $third }.
class-model = Red
class-runs = Ejecuciones
class-mean = Media
class-median = Mediana
class-least = Mínimo
class-most = Máximo
class-no_scores = Ninguna ejecución con estos ajustes tiene esa puntuación.

class-check = Entrenar de nuevo y comparar
class-check_what =
    Cada ejecución de cada recibo se entrena otra vez, aquí: pasos, puntuaciones, pesos y metas quedan demostrados, o no. Nombre, predicción,
    respuestas y tiempo solo se pueden creer.
class-check_start = Verificar { $count ->
    [one] un recibo
   *[other] { $count } recibos
 }
class-check_pause = Pausa
class-check_on = Seguir
class-check_progress = Cuánto se ha entrenado de nuevo
class-check_so_far = { $done } de { $of } entrenamientos hechos{ $lanes ->
    [one] , de uno en uno
   *[other] , { $lanes } a la vez
 }
class-check_left = { $so_far }, { $left }
class-check_paused = En pausa. { $so_far }.
class-check_done = { $of ->
    [one] Un entrenamiento hecho
   *[other] Los { $of } entrenamientos hechos
 } en { $wall }, { $lanes ->
    [one] de uno en uno
   *[other] { $lanes } a la vez
 }; solo los pasos llevaron { $trained }.
class-check_shared = Las ejecuciones iguales hasta la última opción se entrenan una sola vez.
class-check_nothing = Ninguno se puede entrenar de nuevo; la tabla dice por qué.
class-own_lacking = { $count ->
    [one] Faltan unos datos
   *[other] Faltan { $count } conjuntos de datos
 }: los datos propios no van en ningún recibo. Dalos una vez, y lo que se aprendió de ellos se podrá entrenar de nuevo.
class-own_give = Dar los datos
class-own_other = No son los datos de los que aprendió la clase.
class-own_taken = Son los mismos datos.

class-table = Toda la clase
class-table_what = Cada encabezado ordena por su columna.
class-csv = Guardar como CSV
class-saved = Guardado como { $name }.
class-column-standing = Entrenado de nuevo
class-column-name = Nombre
class-column-prediction = Predijo
class-column-outcome = Resultado
class-column-reached = Metas
class-column-runs = Ejecuciones
class-column-steps = Pasos
class-column-seconds = Tiempo
class-column-right = Respuestas
class-reached_claimed = según dice
class-nameless = (sin nombre)
class-prediction_is = { $choice } { $right ->
    [yes] ✓ correcta
    [no] ✗ no correcta
   *[none] { "" }
 }
class-short-unsure = no lo tenía claro
class-short-none = –
class-answers_right = { $judged ->
    [0] { $answered } de { $asked } dadas
   *[other] { $right } de { $judged } correctas
 }
class-hints = { $hints ->
    [one] una pista
   *[other] { $hints } pistas
 }
class-changed = su suma de control no coincide: se cambió, o se dañó por el camino
class-from_code = de un código: cinco cifras, comienzos de las huellas

class-standing-waits = aún no
class-standing-trains = se entrena, { $done } de { $of }
class-standing-proved = demostrado
class-standing-refuted = no demostrado
class-standing-claimed = solo afirmado

class-fault_step = Ejecución { $run }: { $name } no llega al paso que dice.
class-fault_weights = Ejecución { $run }: { $name } tiene otros pesos.
class-fault_scores = Ejecución { $run }: { $name } tiene otras puntuaciones.
class-fault_seed_name = Ejecución { $run }: su semilla no sale del nombre.
class-fault_goal = La meta { $goal } no se alcanza así en la ejecución { $run }.
class-no_runs = No se entrenó nada.
class-other_arithmetic = Se entrenó con la aritmética { $theirs }; esta página tiene la { $ours }, que da otros bits.
class-fast = Se entrenó en el nivel rápido, que no da lo mismo en todas partes.
class-needs_file = Empieza con pesos de un archivo que no está aquí.
class-own_data = Aprendió de datos propios que no están aquí.
class-cannot = Aquí no se pudo entrenar de nuevo. { $why }

class-answers = Respuestas
class-answers_judged = { $right } de { $given } correctas
class-answers_given = { $count ->
    [0] nadie respondió
    [one] una respuesta
   *[other] { $count } respuestas
 }
class-alike = Lo que está dos veces
class-same_file = El mismo recibo se trajo más de una vez; cuenta una sola.
class-same_name = El mismo nombre en varios recibos.
class-same_weights = Los mismos pesos con nombres distintos, aunque la semilla de cada cual sale de su nombre: una ejecución la entregaron varias personas.
class-and = { $before }, { $next }
class-source = { $name } ({ $source })

class-unread = Lo que no se muestra
class-too_large = Tiene más de { $megabytes } MB, lo que no tiene ningún recibo.
class-too_many = Ya hay { $limit }; lo que vino después se dejó fuera.
class-no_zip = Empieza como un zip y no se puede abrir: quizá no está entero.
class-no_text = No es un recibo: no contiene texto.
class-empty = Está vacío.
class-cut = Empieza como un recibo y no está entero: algo se cortó o cambió por el camino.
class-no_receipt = No es un recibo de Unrolled.
class-no_exercise = Es un recibo del laboratorio: no pertenece a ningún ejercicio.
class-no_such_exercise = El ejercicio que contiene no se puede leer. { $why }
class-other_answers = Lo que se hizo y el ejercicio que contiene no van juntos.
class-damaged = Algo en él no puede ser así.
class-needs_link = Un código: se podrá leer cuando se dé el enlace del ejercicio.
class-code_damaged = El código no está entero: faltan letras, o hay otras.
class-code_other = El código es de otro ejercicio que el enlace.
class-foreign = Es de otro ejercicio: «{ $title }».
`;
