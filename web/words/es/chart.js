// Spanish: the chart, and what came in an address or from the page around a frame.
export default `
## chart

chart-loss = Pérdida
chart-loss-what = mejor cuanto más baja
chart-loss-what-text = en nats por carácter, mejor cuanto más baja
chart-accuracy = Aciertos
chart-accuracy-what = proporción de respuestas sueltas, mejor cuanto más alta
chart-exact = Aciertos completos
chart-exact-what = proporción de respuestas enteras sin un fallo, mejor cuanto más alta
chart-axis-step = Pasos
chart-axis-seen = Datos vistos, en { $places }
chart-axis-seconds = Segundos de entrenamiento
chart-axis-flops = Operaciones de coma flotante
chart-unit-steps = pasos
chart-unit-seconds = segundos
chart-unit-operations = operaciones
chart-smooth = Entrenamiento
chart-smooth-not = como se midió
chart-smooth-some = suavizado
chart-smooth-very = muy suavizado
chart-show = Mostrar
chart-across = En horizontal
chart-log-x = log x
chart-log-y = log y
chart-line-of = { $line } ({ $models })
chart-floor = { $order } atrás { $loss }
chart-floor-short = { $order } atrás
chart-loading = Cargando { $title }
chart-loaded = { $loaded } de { $total }
chart-empty = Aquí crecerán las curvas
chart-empty-examples = Todos los modelos ven los mismos ejemplos en el mismo orden.
chart-empty-characters = Todos los modelos leen los mismos caracteres en el mismo orden.
chart-empty-blind = Adivinar a ciegas entre { $vocab } símbolos cuesta { $loss }.
chart-latest = último
chart-legend-training = entrenamiento { $value }
chart-legend-longer = más largos { $value }
chart-hint-text = Líneas fuertes: en texto reservado.
chart-hint-examples = Líneas fuertes: en ejemplos reservados.
chart-hint-training = Tenues: en aquello con lo que se entrena.
chart-hint-longer = Punteadas: en ejemplos más largos que cualquiera del entrenamiento.
chart-hint-ghosts = Líneas grises finas: carreras guardadas, en ejemplos reservados.
chart-hint-lines = Líneas horizontales: lo que se alcanza sin aprender, o en teoría.
chart-hint-counting = Contando el texto, para comparar …
chart-hint-floors = Punteadas: lo que alcanza el mero contar, mirando de 0 a { $order } caracteres atrás.
chart-table-view = Ver como tabla
chart-table-hide = Ocultar la tabla
chart-table-caption = { $caption }
chart-table-some = { $shown } de { $all } lugares, repartidos por igual
chart-table-note = En la tabla: valores en datos reservados donde se midieron; el entrenamiento como está dibujada allí la curva, mientras que el último valor de la leyenda es una media de los últimos 30 pasos, más o menos.
chart-table-at = En
chart-table-held_out = { $name }, reservados
chart-table-training = { $name }, entrenamiento
chart-keys = Las flechas izquierda y derecha leen los valores en un punto, Inicio y Fin van a los extremos, Escape sale.
chart-at-step = paso { $step }
chart-at-seconds = { $seconds } s
chart-at-amount = { $amount } { $unit }
chart-reading = { $at }: { $values }
chart-reading-one = { $name } { $value }
chart-summary = { $measure } tras { $amount } { $unit }, de mejor a peor: { $list }.
chart-summary-nats = { $measure } tras { $amount } { $unit }, de mejor a peor: { $list } nats por carácter.
chart-summary-loss = { $name } { $loss }
chart-summary-share = { $name } { $percent } %
chart-summary-untrained = { $measure } de { $names }; aún no se ha entrenado nada.
chart-summary-floor =
    { $name } lo hace mejor que { $order ->
        [0] contar caracteres sueltos
        [1] contar qué sigue al último carácter
       *[other] contar qué sigue a los últimos { $order } caracteres
    }.
chart-summary-lines = Para comparar: { $lines }.

## link

message-version = Llegó un mensaje de la versión { $found }; este marco entiende la versión { $version }.
message-chapter = Se esperaba pause, getState o present para un marco con un capítulo, que avanza según lo que hace quien lo lee.
message-command = «{ $found }» no es una orden; este marco entiende { $commands }.
message-id = El id de un mensaje es un número o un texto de 100 caracteres como mucho.
message-nothing = El enlace de este marco no se pudo leer, así que no hay experimento: envía uno con setState.
link-not-one = Este no es un enlace a un experimento: nada en él se pudo leer.
link-again = Cópialo otra vez de donde lo encontraste, entero.
link-damaged = El enlace está dañado: no se puede desempaquetar.
link-not-json = El enlace está dañado: su contenido no es JSON.
link-too-long = El enlace es demasiado largo para un experimento.
link-unpacks-too-long = El enlace se desempaqueta en más de un megabyte, y ningún experimento necesita tanto.
link-cannot-be-made = Este experimento es demasiado largo para un enlace.
link-no-experiment = El enlace no contiene ningún experimento.
link-no-whole-experiment = El enlace no contiene un experimento entero.
link-version = El enlace es de la versión { $found }; esta página lee las versiones 1 a 3.
link-newer = El enlace se hizo con un Unrolled más nuevo: su experimento es de la versión { $version }, y esta página lee versiones hasta la { $newest }.
link-models = El enlace contiene { $count } modelos; una carrera tiene de 1 a { $limit }.
link-hostile = El enlace contiene una opción llamada "{ $key }", que ningún experimento tiene.
link-nesting = El enlace contiene listas dentro de listas sin fin.
link-page-part = "{ $name }" del enlace no es un objeto con nombres y valores.
link-names = "{ $list }" del enlace no es una lista de { $count } nombres como mucho, de { $length } caracteres como mucho.
link-text = "{ $name }" del enlace no es un texto de { $limit } caracteres como mucho.
link-left-out = { $count ->
    [one] El enlace dice algo que esta página no conoce, quizá porque se hizo con un Unrolled más nuevo; se omite: { $names }.
   *[other] El enlace dice { $count } cosas que esta página no conoce, quizá porque se hizo con un Unrolled más nuevo; se omiten: { $names }{ $more ->
        [0] { "" }
       *[other] { " y " }{ $more } más
    }.
  }
link-arithmetic = Este enlace se hizo con otra versión de la aritmética: las curvas se parecerán, pero sus números no saldrán aquí iguales hasta la última cifra.
`;
