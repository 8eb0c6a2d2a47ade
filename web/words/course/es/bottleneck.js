export default `
## course-bottleneck: one vector for a sentence

course-bottleneck-title = Un vector para una frase
course-bottleneck-question = Una red empaqueta cada palabra en 32 números. ¿Cuántas letras puede tener una palabra?
course-bottleneck-lead =
    Palabras de 2 a 12 letras, sacadas al azar de entre diez, se tienen que escribir al revés. Una red lee la palabra en una lista de 32 números
    (un vector) y escribe solo a partir de esa lista, como hicieron con frases los primeros traductores neuronales. La otra puede volver a mirar
    cada letra mientras escribe (atención, el capítulo siguiente). ¿Hasta qué longitud escribe la primera la mayoría de las palabras sin un fallo?
course-bottleneck-summary = Una red empaqueta palabras en 32 números y las escribe al revés solo a partir de ellos. Predice hasta qué longitud puede, y mira dónde falla.
course-bottleneck-thumbnail = Cuántas palabras salen bien enteras, según su longitud: con una sola lista de números la línea cae desde las cinco letras; volviendo a mirar las letras se mantiene.
course-bottleneck-choice_five = Unas cinco letras
course-bottleneck-reply_five =
    Sí. Contando por longitud (la imagen siguiente), la que tiene una sola lista escribe sin un fallo, tras 800 pasos, unas siete de cada diez
    palabras de cinco letras, una o dos de cada diez de ocho letras, y ninguna de doce.
course-bottleneck-choice_nine = Unas nueve letras
course-bottleneck-reply_nine =
    Nueve letras cabrían muchas veces en 32 números, si alguien las empaquetara con habilidad. La red con una sola lista tiene que descubrir por
    sí misma cómo empaquetar letras de modo que cada una se pueda volver a sacar. Tras 800 pasos eso funciona con unas cinco.
course-bottleneck-choice_all = Las doce: ve todas las longitudes
course-bottleneck-reply_all =
    Todas las longitudes se ven con la misma frecuencia, y aun así la que tiene una sola lista falla en las largas. Por larga que sea una palabra,
    tiene que pasar por los mismos 32 números.
course-bottleneck-reply_unsure = Pues míralo: la que tiene una sola lista llega a unas cinco letras; la que vuelve a mirar, a las doce.
course-bottleneck-why =
    Antes de que se escriba la primera letra, toda la palabra tiene que estar en los mismos 32 números, sea de cinco letras o de doce: cuanto más
    tiene que entrar, menos palabras salen enteras. La red que puede volver a mirar no depende de eso: escribe sin un fallo más de nueve de cada
    diez de todas las palabras, y más de cuatro de cada cinco de las de doce.
course-bottleneck-knob = ¿En cuántos números se empaqueta una palabra?
course-bottleneck-knob_small = 16
course-bottleneck-knob_usual = 32
course-bottleneck-knob_large = 128
course-bottleneck-challenge = Encuentra una lista con la que la red sin atención escriba sin un fallo el 60 % de todas las palabras.
course-bottleneck-challenge_done =
    Con 128 números salen bien casi todas las palabras de cinco letras y la mayoría de las de ocho, pero de las de doce menos de una de cada
    cuatro. Una lista más larga aleja la longitud a la que falla la red, y le da muchos más pesos que entrenar; en las largas sigue fallando.
course-bottleneck-transfer =
    Un buscador convierte cada documento, de una nota a un libro entero, en un vector de 768 números, y responde a preguntas solo a partir de
    él. ¿De qué documentos faltarán más detalles?
course-bottleneck-transfer_short = De las notas: le dan poco en que apoyarse
course-bottleneck-transfer_reply_short =
    Las notas contienen poco, y poco hay que guardar. Lo que falta es lo que no cupo, y eso es más donde más había.
course-bottleneck-transfer_alike = De todos por igual: cada uno tiene 768 números
course-bottleneck-transfer_reply_alike =
    Que cada uno tenga 768 números, y ninguno más, es justo la razón: para una nota sobran, para un libro tienen que representar cien mil
    palabras.
course-bottleneck-transfer_long = De los libros
course-bottleneck-transfer_reply_long =
    Sí: el vector no crece con el libro. Por eso los documentos largos se cortan en pasajes, cada uno con un vector propio.
course-bottleneck-remember = Lo que tiene que pasar por un solo vector crece con la longitud; el vector no. Por eso lo corto llega y lo largo no.
course-bottleneck-background_1 =
    El codificador, aquí una GRU, lee una letra x tras otra y va cambiando su estado h. Después de la última letra, la número T, ese estado se
    llama c y se entrega al decodificador como el estado s con el que empieza. A partir de ahí el decodificador solo ve lo que él mismo escribió,
    y: todo lo que sabe de la palabra está en c, cuyo tamaño no depende de T. Como información, T letras de entre diez son poco, unos 3,3 bits cada
    una. Doce son 40 bits, y 32 números, como los guarda un ordenador, tienen 1024. Así que no es que no pudieran caber: hay que aprender a
    empaquetarlas. Entrenada 6400 pasos en vez de 800, la misma red escribe bien nueve de cada diez palabras de ocho letras, y de las de doce todavía
    solo más o menos una de cada tres.
course-bottleneck-background_2 =
    Así tradujeron en 2014 Cho y otros, y Sutskever, Vinyals y Le. Cho y otros encontraron el mismo año que así se traducen bien las frases
    cortas, y que empeora deprisa con la longitud («On the properties of neural machine translation»). Sutskever y sus colegas, con 8000 números
    para una frase y la fuente leída al revés, no tuvieron dificultades con las largas: la longitud a la que falla no es ninguna ley, sino que
    depende del tamaño y del entrenamiento. Bahdanau, Cho y Bengio conjeturaron entonces que el vector de tamaño fijo es el cuello de botella, y
    dejaron que el decodificador volviera a mirar. Collins y otros (2017) midieron que cada unidad de las redes recurrentes usuales puede guardar
    más o menos un número de lo leído, y que la mayoría de las diferencias entre ellas vienen de lo bien que se entrenan. `;
