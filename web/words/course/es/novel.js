export default `
## course-novel: reading a novel

course-novel-title = Leer una novela
course-novel-question = ¿Puede una red superar al recuento en un minuto?
course-novel-lead =
    Ambos adivinan el siguiente carácter de Moby Dick, en una parte que ninguno ha leído. Uno ha contado en el resto cuántas veces sigue cada
    carácter a los cinco últimos (un n-grama). El otro es una red con memoria (una GRU). Un nat más de sorpresa (pérdida): el
    carácter que llegó le parecía 2,7 veces menos probable. ¿Cuál se sorprende menos tras un minuto?
course-novel-summary = Una tabla de recuentos y una red adivinan la siguiente letra de Moby Dick. Predice cuál se sorprende menos, y observa cuánto tiempo necesita la red.
course-novel-thumbnail = Cuánto sorprende la siguiente letra a una red mientras aprende, cada vez menos hacia la derecha, y debajo la línea que el recuento tiene desde el principio.
course-novel-rival_large = GRU el triple de ancha
course-novel-choice_network = La red
course-novel-reply_network =
    La red ha visto al final menos caracteres de los que se contaron, y de cada uno toma solo un poco. Acaba más de 0,2 nats por carácter
    por detrás.
course-novel-choice_counting = El recuento
course-novel-reply_counting =
    Sí. El recuento está hecho antes de que la red haya dado su primer paso, y la red no lo alcanza en este tiempo: acaba más de 0,2 nats
    por carácter por detrás.
course-novel-choice_both = Ambos por igual: leen el mismo libro
course-novel-reply_both =
    El libro es el mismo, pero no lo que cada uno toma de él: la tabla guarda exactamente cada recuento, la red cambia un poco en cada paso.
    Acaba más de 0,2 nats por carácter por detrás.
course-novel-choice_neither = Ninguno: un autor escribe lo que quiere
course-novel-reply_neither =
    Un autor elige sus palabras, pero apenas las letras que hay en ellas. Quien no sabe nada de los 81 caracteres que hay pierde 4,4 nats en cada
    uno; la red acaba por debajo de 1,9, y el recuento por debajo de 1,5.
course-novel-reply_unsure = Pues míralo: el recuento va por delante desde la primera prueba hasta la última.
course-novel-why =
    El recuento ha pasado una vez por su texto y no olvida nada de él. La red aprende con pequeñas correcciones, y más de tres cuartas partes de
    aquello de lo que aprende está en los cinco últimos caracteres, donde el recuento ya sabe qué siguió; lo que está más atrás apenas empieza a
    contar.
course-novel-knob = ¿Cuántos caracteres hacia atrás mira el recuento?
course-novel-knob_one = 1
course-novel-knob_two = 2
course-novel-knob_three = 3
course-novel-knob_five = 5
course-novel-challenge = Haz que el recuento mire menos atrás, hasta que la red acabe menos sorprendida que él.
course-novel-challenge_done =
    Con uno o dos caracteres, ninguna tabla le sigue el paso a la red; con tres, la tabla queda por delante en este tiempo. La curva gris muestra
    qué llega a igualar al recuento con cinco: una red el triple de ancha, en más o menos un cuarto de hora.
course-novel-transfer =
    Alguien cuenta qué palabra sigue a cada nueve palabras, en una biblioteca de un millón de libros. ¿Qué dice la tabla de nueve palabras que
    nadie ha escrito antes?
course-novel-transfer_enough = La palabra correcta: en un millón de libros están todas las filas de nueve
course-novel-transfer_reply_enough =
    Un millón de libros tienen unos cien mil millones de palabras. Con diez mil palabras hay tantas filas de nueve como dice un uno con treinta
    y seis ceros: casi ninguna de ellas está en un libro.
course-novel-transfer_average = La palabra que es correcta de media
course-novel-transfer_reply_average =
    La tabla no sabe nada de lo que no ha contado, ni siquiera de media: solo puede recurrir a menos palabras, que sí ha contado.
course-novel-transfer_shorter = Nada: tiene que recurrir a menos palabras
course-novel-transfer_reply_shorter =
    Sí. Cuanto más larga es la fila, menos veces se contó. Una red no busca filas en una lista: lo que ha aprendido de otras vale también
    para las nuevas.
course-novel-remember =
    El recuento está listo al instante, y es difícil de superar donde unos pocos caracteres dicen casi todo lo que sigue. Una red tarda muchas
    veces ese tiempo en saber lo mismo.
course-novel-recall_way = Cada uno de cincuenta pasos devuelve la mitad del error que le llega. ¿Cuánto llega al primero?
course-novel-recall_way_multiplied = Casi nada
course-novel-recall_way_reply_multiplied = Sí: un medio, multiplicado por sí mismo cincuenta veces, es menos de una milmillonésima de una millonésima.
course-novel-recall_way_lost = La mitad
course-novel-recall_way_reply_lost = La mitad queda tras un paso, un cuarto tras dos: cada uno toma la mitad de lo que dejó el anterior.
course-novel-recall_way_near = Todo
course-novel-recall_way_reply_near = Todo llegaría si cada paso lo devolviera entero. Aquí cada uno devuelve la mitad de lo que recibe.
course-novel-recall_fetch = Una fecha se reescribe, con el año primero. ¿Qué hace para cada cifra la red con atención?
course-novel-recall_fetch_longer = Alarga su memoria
course-novel-recall_fetch_reply_longer = La memoria de ambas es igual de larga. La atención mira más allá de ella, a las propias letras.
course-novel-recall_fetch_looks = Mira las letras donde están
course-novel-recall_fetch_reply_looks = Sí: cada cifra se toma de donde se leyó, en un solo paso.
course-novel-recall_fetch_faster = Lee la fecha una vez más
course-novel-recall_fetch_reply_faster = Ambas leen una sola vez. Lo leído sigue ahí para mirarlo cuando se escribe una cifra.
course-novel-background_1 =
    Lo que se mide es la media de la sorpresa: menos el logaritmo natural de la probabilidad que se dio al carácter que llegó de verdad, de modo
    que una suposición segura y correcta no cuesta nada. En 1951, Shannon hizo que unas personas adivinaran las letras de textos ingleses que no
    habían visto, y estimó a partir de ello que el inglés contiene entre 0,6 y 1,3 bits por letra, de 0,4 a 0,9 nats. Su texto tenía 27
    caracteres, sin mayúsculas ni puntuación, y sus lectores ya conocían la lengua.
course-novel-background_2 =
    Un recuento de cero no es razón para llamar imposible a algo. De cada recuento n de un carácter x tras un contexto c se quita un descuento D,
    y lo ahorrado se reparte como lo haría el contexto más corto, sin su carácter más antiguo (Kneser y Ney 1995; Chen y Goodman 1999 tienen tres
    descuentos, como aquí). En 2003, Bengio y otros dejaron que una red aprendiera qué palabras se parecen; Mikolov y otros le dieron una memoria
    en 2010, y mezclada con recuentos era mejor que cada cosa por separado. Cuánto tiempo necesita una red depende del texto y de la red: lo que
    se dice aquí se midió solo en esta novela. `;
