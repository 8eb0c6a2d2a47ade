// Spanish: the teacher's page, the sheet to print, the glossary, and the page as it is stored.
export default `
## newer

newer-there = Hay una versión más nueva de esta página. Al abrirla se carga la página de nuevo; lo que se está entrenando aquí se detiene.
newer-take = Abrir la versión más nueva
newer-later = Ahora no

## teach

teach-title = Para docentes
teach-lead =
    Catorce capítulos cortos, cada uno una pregunta que una clase puede responder a mano alzada antes de que dos redes se entrenen ante
    ella. No hay que instalar nada, nadie se registra, nada de lo que alguien hace sale del dispositivo; tras una visita, todo el curso
    funciona sin red. Basta con un portátil, una tableta o un teléfono de los últimos años.
teach-skip = Ir a la página
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
