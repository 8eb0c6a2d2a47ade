// Spanish: the status line, where a failure is, and what goes wrong in the page itself.
export default `
## news

news-trouble = { $name }: { $message }
news-training = Se entrenan { $names }.
news-finished = Terminado.
news-paused = En pausa.
news-reset = De vuelta en el paso 0.
news-quarter = { $percent } por ciento.
news-place = { $name } { $value }
news-standing_loss = Pérdida en datos reservados: { $list }.
news-standing_share = Aciertos: { $list }.

## place

place-before = { $place }: { $sentence }
place-of_model = { $option } de { $model }
place-quoted = «{ $text }»
place-line = Línea { $line } de { $of }
place-in_text = tu texto
place-in_table = tu tabla
place-in_experiment = el experimento
place-model = Modelo { $number }
place-models = Los modelos
place-task = La tarea
place-train = El entrenamiento
place-text = El texto
place-table = La tabla
place-series = La serie
place-digits = Las cifras
place-prompt = La pregunta
place-checkpoint = El archivo de pesos
place-experiment = El experimento
place-version = La versión

## found

found-list = Una lista
found-object = Un objeto
found-nothing = Nada

## form

form-single = secuencias sueltas
form-pairs = pares de una fuente y su respuesta
form-prefix = secuencias que siguen con la respuesta
form-aligned = una respuesta por cada símbolo

## trouble

trouble-internal = Algo falló en la página ({ $reason }). Vuelve a cargarla; si no ayuda, comunícalo.
trouble-memory = El navegador no tenía más memoria para este modelo. Cierra otras pestañas, o elige un modelo más pequeño.
trouble-memory_waits = El navegador no tiene ahora memoria para este modelo; la ocupan otros de esta página. Lo vuelve a intentar por sí mismo.
trouble-trap = El motor se detuvo por un error interno.
trouble-start = El motor no pudo arrancar ({ $reason }). Vuelve a cargar la página.
trouble-closed = Este modelo se cerró. Inícialo de nuevo.
trouble-changed = El modelo se cambió entre tanto. Pregunta otra vez.
trouble-superseded = Otro experimento llegó antes de que este se pudiera mostrar.
trouble-gone = Este modelo ya no está en la carrera. Elige otro.
trouble-restart = Este modelo tiene que reiniciarse. Pulsa «Intentarlo otra vez».
trouble-worker_failed = El proceso de fondo falló ({ $reason }).
trouble-worker_ended = El proceso de fondo acabó de forma inesperada.
trouble-worker_silent = El proceso de fondo dejó de responder.
trouble-went_on = Este modelo recibió un proceso de fondo nuevo y siguió desde el paso { $step }, donde se guardó por última vez.
trouble-began_again = Este modelo recibió un proceso de fondo nuevo y volvió a empezar desde el principio.
trouble-waits = Ocurrió otra vez justo tras reiniciarlo, así que este modelo espera.
trouble-waits_kept = { trouble-waits } Lo que había aprendido hasta el paso { $step } está guardado.
trouble-not_finite = La pérdida dejó de ser un número después del paso { $step }: con tasa de aprendizaje { $lr } los pesos crecieron sin límite. Prueba una tasa más baja, como { $gentler }.
trouble-not_finite_unclipped = La pérdida dejó de ser un número después del paso { $step }: con tasa de aprendizaje { $lr } los pesos crecieron sin límite. Prueba una tasa más baja, como { $gentler }, o recorta los gradientes (1 es un límite habitual).
trouble-do_retry = Intentarlo otra vez
trouble-do_dismiss = Cerrar
trouble-do_gentler = Seguir desde el último estado bueno con tasa de aprendizaje { $lr }
trouble-no_wasm = Este navegador tiene WebAssembly desactivado, y los modelos se ejecutan en él. Otro navegador, u otro ajuste de seguridad, servirá.
trouble-no_simd = Este navegador es demasiado antiguo para el motor, que necesita WebAssembly SIMD. Usa Chrome 103, Firefox 113 o Safari 16.4, o uno más nuevo.
trouble-no_relaxed_simd = Este navegador no tiene las instrucciones del modo rápido. El reproducible funciona aquí.
trouble-wasm_forbidden = La política de seguridad de esta página prohíbe WebAssembly, en el que se ejecutan los modelos. Quien lleva este sitio puede permitirlo con 'wasm-unsafe-eval' en script-src.
trouble-no_worker = La política de seguridad de esta página prohíbe los procesos de fondo, en los que se entrenan los modelos. Quien lleva este sitio puede permitirlos con 'worker-src blob:'.
trouble-no_trusted_types = La política de seguridad de esta página exige trusted types y no permite el que arranca los procesos de fondo, en los que se entrenan los modelos. Quien lleva este sitio puede permitirlo con 'trusted-types lit-html unrolled'.
trouble-no_corpus = Aquí no hay ningún texto llamado «{ $corpus }». Elige otro.
trouble-no_engine = El motor no se pudo cargar ({ $reason }). Vuelve a cargar la página.
trouble-file_missing = Falta un archivo de esta página ({ $status }). Vuelve a cargar la página.
trouble-network = Un archivo de esta página no se pudo cargar. Comprueba la conexión e inténtalo otra vez.
trouble-part = Una parte de esta página no se pudo cargar, o se cambió por el camino. El entrenamiento sigue sin ella; al volver a cargar la página se pide de nuevo.
trouble-file_empty = Este archivo está vacío. Elige otro.
trouble-file_unreadable = Este archivo no se puede leer. Si es una carpeta, ábrela y elige un texto que haya en ella.
trouble-text_none = Aún no hay texto. Escribe, pega o abre uno.
trouble-text_large = Este texto tiene { $found } MB, y se leen { $most } MB como mucho. Una parte de él enseñará igual de bien a los modelos.
trouble-own_missing = Los datos no están aquí: los enlaces solo llevan los cortos, y los archivos solo si así se quiso. Pega o suelta los tuyos, o elige otros datos.
trouble-none_kept = Aún no se han guardado pesos. Guarda antes los de un modelo.
trouble-kept_from = { $model } tras { $step } pasos
trouble-many_models = Una carrera tiene como mucho { $most } modelos. Quita uno antes.
trouble-last_model = Una carrera necesita al menos un modelo. Añade otro antes.
`;
