// Spanish: the teacher's page, the sheet to print, the glossary, and the page as it is stored.
export default `
## newer

newer-there = Hay una versión más nueva de esta página. Al abrirla se carga la página de nuevo; lo que se está entrenando aquí se detiene.
newer-take = Abrir la versión más nueva
newer-later = Ahora no

## privacy

privacy-title = Privacidad
privacy-description = Qué guarda esta página en tu navegador, que nada de ello sale de ahí, y cómo borrarlo.
privacy-lead =
    Detrás de esta página no hay servidor, ni cuenta, ni cookies, ni recuento de visitas. Lo que guarda se queda en este navegador, en este
    dispositivo, y se puede borrar aquí.
privacy-leaves = Lo que sale del dispositivo: nada de lo que haces
privacy-leaves_what =
    Los modelos se entrenan en tu propio procesador. La página solo pide archivos suyos, a la dirección de la que vino, y su
    Content-Security-Policy prohíbe al navegador cualquier otra petición. Los textos, tablas y modelos que traes se leen aquí y no se envían a
    ningún sitio.
privacy-leaves_host =
    Quien aloja estos archivos ve, como en cualquier sitio, que se pidieron, y desde qué dirección. Los enlaces a artículos llevan a otros
    sitios, que tienen reglas propias.
privacy-leaves_link =
    Un enlace a un experimento lo contiene detrás de «#», con un texto tuyo si lo hay. Los navegadores no envían esa porción a ningún
    servidor; queda en el historial del navegador, y la tiene aquel a quien das el enlace.
privacy-kept = Qué se guarda, y dónde
privacy-kept_what = Así se llama cada cosa donde los navegadores muestran lo que ha guardado un sitio. Lo que no está en esta lista no se guarda.
privacy-what = Qué
privacy-where = Dónde
privacy-name = Nombre
privacy-now = Ahora
privacy-kept_chapters = Lo que predijiste y respondiste en cada capítulo, y si era correcto
privacy-kept_exercises = Lo que hiciste con cada ejercicio: tu nombre si lo escribiste, predicción, respuestas, ejecuciones con sus números
privacy-kept_language = El idioma que elegiste
privacy-kept_tab = El idioma de esta pestaña, hasta que se cierra
privacy-kept_runs = Carreras del laboratorio: preparación, curvas, resultados, y cómo las llamaste y qué anotaste
privacy-kept_models = Sus pesos
privacy-kept_data = Los textos y tablas tuyos de los que aprendieron
privacy-kept_choices = Si el laboratorio puede guardar lo que entrenas
privacy-kept_files = Los archivos de esta página, para que funcione sin red
privacy-kept_worker = El script que responde con esos archivos
privacy-where_localStorage = Almacenamiento local
privacy-where_sessionStorage = Almacenamiento de sesión
privacy-where_indexedDB = IndexedDB
privacy-where_caches = Almacenamiento en caché
privacy-where_serviceWorker = Service workers
privacy-there = lo hay
privacy-not_there = nada
privacy-kept_name = Cuando das nombre a una carrera, se pide al navegador que no borre por sí mismo lo que se guarda aquí.
privacy-frames =
    En un marco dentro de otra página se guarda lo que se predijo y respondió en sus capítulos, y nada más; la mayoría de los navegadores lo
    guardan por separado para cada página que lo rodea. Donde el marco está aislado (sandbox), no se guarda nada.
privacy-end = Borrarlo todo
privacy-end_what =
    Se borra todo lo que está en la lista, para todas las pestañas de este sitio. Las carreras borradas no se pueden recuperar. Los archivos que
    guardaste en tu dispositivo siguen donde los guardaste. Los ajustes del navegador borran lo mismo, entre los datos de sitios.
privacy-delete = Borrarlo todo
privacy-ask = ¿Borrar todo lo que esta página ha guardado en este navegador? Tus carreras, sus pesos y lo que predijiste no se pueden recuperar.
privacy-yes = Sí, borrarlo todo
privacy-no = No, conservarlo
privacy-deleting = Borrando …
privacy-deleted = Está todo borrado. Lo que hagas a partir de ahora, y los archivos cuando la página se abra de nuevo, se guardan como antes.
privacy-left = Algo no se pudo borrar. Cierra las demás pestañas de esta página y vuelve a intentarlo, o usa los ajustes del navegador.
privacy-class = En clase
privacy-class_what =
    Nada sobre quienes aprenden te llega a ti, ni a nadie: nadie se registra, y no se envía ninguna respuesta. En dispositivos compartidos,
    bórralo todo al final de la clase, o abre la página en una ventana privada, que olvida todo esto al cerrarse.

## teach

teach-title = Para docentes
teach-lead =
    Catorce capítulos cortos, cada uno una pregunta que una clase puede responder a mano alzada antes de que dos redes se entrenen ante
    ella. No hay que instalar nada, nadie se registra, nada de lo que alguien hace sale del dispositivo; tras una visita, todo el curso
    funciona sin red. Basta con un portátil, una tableta o un teléfono de los últimos años.
teach-privacy = No se recoge nada sobre quienes aprenden.
teach-privacy_more = Qué se guarda en un dispositivo, y cómo borrarlo
teach-skip = Ir a la página
teach-own = Un ejercicio propio
teach-own_what = Lo más corto es un capítulo: «{ teach-exercise }» en su fila lo abre con todo rellenado. Para otras redes u otra tarea, prepáralas en el laboratorio y pulsa allí «Como ejercicio».
teach-own_open = Abrir el laboratorio
teach-class = Clase
teach-class_what = Los recibos que entregó tu clase, todos a la vez: quién alcanzó la meta, qué se predijo, qué entrenamientos se demuestran.
teach-ways = Otros lugares del curso
teach-glance = El curso de un vistazo
teach-chapter = Capítulo
teach-question = Pregunta
teach-minutes = Tiempo
teach-before = Se apoya en
teach-forms = Para el aula
teach-nothing = nada
teach-sheet = hoja para imprimir
teach-projector = vista para proyector
teach-exercise = como ejercicio
teach-plans = Planes
teach-plans_what = Lo que cabe en una clase, con conversación entre los capítulos. Se predice en voz alta y después se pulsa; la réplica a una opción equivocada dice lo que muchos piensan.
teach-plan = { $minutes } minutos
teach-plan_sum = Unos { $sum } minutos de capítulos, { $rest } para conversar.
teach-embed = Un capítulo en la página de tu curso
teach-embed_what = Pega una de estas líneas en cualquier página que admita HTML. El marco no pide nada ni envía nada; el código de al lado es la dirección del capítulo para teléfonos.
teach-theme = Colores
teach-theme_auto = como el sistema de quien lee
teach-theme_light = claros
teach-theme_dark = oscuros
teach-line = Un marco, para cualquier página
teach-script = Un elemento, para páginas que permiten scripts
teach-copy = Copiar
teach-copied = Copiado.
teach-not_copied = El navegador no permite copiar aquí. El texto de al lado se puede seleccionar.
teach-qr = Código QR de { $address }
teach-questions = Preguntas con respuestas
teach-public = Estas respuestas son públicas: están aquí, en la página y en su código fuente. Para un examen, cambia las preguntas.
teach-gift = Guardar todas como GIFT (Moodle)
teach-qti = Guardar todas como QTI 2.1
teach-files = GIFT se importa en Banco de preguntas, Importar. QTI 2.1 es un zip que leen los bancos de preguntas de otras plataformas.
teach-right = correcta
teach-saved = Guardado como { $name }.

## sheet

sheet-print = Imprimir
sheet-name = Nombre
sheet-because = Porque:
sheet-watch = Qué pasa
sheet-model = Red
sheet-half = Qué cambió, y en qué paso
sheet-end = Al final
sheet-why = Por qué
sheet-transfer = En otro caso
sheet-remember = Lo que quiero recordar

## glossary

glossary-title = Glosario
glossary-lead = Las palabras del oficio que usa esta página, cada una en una frase, en el orden en que el curso llega a ellas.
glossary-shown = Se muestra en:
`;
