export default `
## course-after: what came after

course-after-title = Lo que vino después
course-after-question = ¿Puede una memoria de tamaño fijo hacer innecesario volver a mirar?
course-after-lead =
    Cada letra viene con una cifra: t 6, a 2, w 4, s 3. Después vuelven a venir letras (w, w, t…), y se pide la cifra de cada una. Una red
    vuelve a mirar todo lo leído (un Transformer). La otra, un espacio de estados (una minGRU, de 2024), tiene una memoria de tamaño fijo,
    en la que cada símbolo se escribe según llega.
course-after-summary = La atención vuelve a mirarlo todo; redes más nuevas llevan consigo una memoria de tamaño fijo. Predice cuál recuerda pares que acaba de leer, y mira con cuántos pares se queda atrás.
course-after-thumbnail = Cuántas cifras recordadas son correctas, según el número de pares leídos: la línea de una red se mantiene alta, la de la otra baja.
course-after-choice_alike = Ambas por igual: lo nuevo sustituye a lo viejo
course-after-reply_alike =
    La más nueva se hizo de modo que ni su memoria ni su trabajo por símbolo crezcan con la longitud. Con cuatro pares aún no sale más
    barata (mira los milisegundos bajo las curvas), y al final el Transformer tiene nueve de cada diez respuestas correctas, la memoria de
    tamaño fijo unas siete.
course-after-choice_keeps = La memoria: no tiene que buscar
course-after-reply_keeps =
    La memoria tiene que guardar todos los pares, ya que nadie le dice de antemano por cuál se preguntará. El Transformer busca la letra solo
    cuando se pregunta por ella, y aprende a encontrarla en unos cientos de pasos.
course-after-choice_looks = La que vuelve a mirar
course-after-reply_looks =
    Sí. La que vuelve a mirar tiene cuatro de cada cinco respuestas correctas antes del paso 500, mientras que la otra aún adivina entre las
    cifras que ha visto.
course-after-choice_neither = Ninguna: cada vez hay letras nuevas
course-after-reply_neither =
    Los pares nuevos no son cosa de los pesos: qué va junto está en lo que se acaba de leer. Lo que se aprende es cómo guardarlo, o cómo
    encontrarlo.
course-after-reply_unsure = Pues míralo: la que vuelve a mirar lo aprende primero, y sigue por delante.
course-after-why =
    Un Transformer conserva todo lo leído y lo compara con la letra pedida: también con cuatro pares acierta al menos el 85 %. Una memoria
    de tamaño fijo tiene que conservar todos los pares antes de que nadie pregunte: cuantos más pares («longitud», de izquierda a derecha),
    menos respuestas suyas son correctas en esta carrera.
course-after-knob = ¿Qué memoria, y cuántos pares?
course-after-knob_mingru = minGRU, 2–4 pares
course-after-knob_two = 2 pares
course-after-knob_diagonal = Apagado fijo
course-after-knob_linear = Al lado, atención lineal
course-after-challenge = Encuentra dónde también una memoria de tamaño fijo tiene correctas al menos el 85 % de sus respuestas.
course-after-challenge_done =
    Dos pares sí aprende a conservarlos. A lo que renuncia una memoria así es a buscar algo en un texto largo; lo que gana es que un paso cuesta
    al final lo mismo que al principio. Al entrenar con tan pocos símbolos, esa ganancia no se ve: lo dicen los milisegundos bajo las curvas.
course-after-transfer =
    Un asistente tiene que responder preguntas sobre un contrato de doscientas páginas, que nadie conoce antes de que se haya leído el contrato.
    ¿Qué arriesga una memoria de tamaño fijo que la atención no?
course-after-transfer_longer = Que leer la última página lleve más tiempo que leer la primera
course-after-transfer_reply_longer =
    La última página cuesta a una memoria de tamaño fijo lo mismo que la primera. Donde crece es en la atención: cada símbolo se compara con
    todos los anteriores.
course-after-transfer_book = Que aquello por lo que se pregunta haya cedido su sitio a otra cosa
course-after-transfer_reply_book =
    Sí: qué conservar hay que decidirlo mientras se lee, y el sitio no crece con las páginas. La atención las conserva todas, y lo paga en cada
    símbolo.
course-after-transfer_names = Que no conozca los nombres que hay en él
course-after-transfer_reply_names =
    Los nombres son nuevos para ambas; ambas los leen en el contrato. La diferencia es si siguen ahí cuando se pregunta por ellos.
course-after-remember =
    La atención lo conserva todo y lo busca cuando se pregunta, a un precio que crece con la longitud. Una memoria de tamaño fijo tiene un solo
    precio por símbolo, y debe elegir qué conservar antes de que se pregunte.
course-after-recall_table = Una tabla de recuentos se amplía de cinco caracteres a veinte. ¿Por qué ayuda eso tan poco?
course-after-recall_table_longer = Veinte caracteres están demasiado lejos para importar
course-after-recall_table_reply_longer = Lo que está veinte caracteres atrás bien puede importar. Lo que falta son recuentos de ello.
course-after-recall_table_rows = Apenas hay una fila de veinte que aparezca dos veces
course-after-recall_table_reply_rows = Sí: de una fila que nunca se contó, la tabla no tiene nada que decir.
course-after-recall_table_slow = El recuento tarda demasiado
course-after-recall_table_reply_slow = El recuento pasa una vez por el texto, sean las filas tan largas como sean: es lo contado lo que dice poco.
course-after-recall_gates = Una GRU suma dos números marcados que están muy separados, una RNN del mismo tamaño no. ¿Qué hacen las puertas?
course-after-recall_gates_size = Hacen más grande la memoria
course-after-recall_gates_reply_size = En ambas, la memoria tiene igual cantidad de números. Las puertas deciden qué le pasa en cada paso.
course-after-recall_gates_reads = Miran otra vez el primer número
course-after-recall_gates_reply_reads = El primer número se lee una vez, y nada vuelve a mirarlo: eso vino después, con la atención.
course-after-recall_gates_keep = Evitan que se escriba encima de lo que hay
course-after-recall_gates_reply_keep = Sí: donde una puerta sigue cerrada, lo que guarda la memoria pasa de un paso a otro.
course-after-background_1 =
    La atención pondera los valores v de todos los lugares anteriores según lo bien que sus claves k encajan con la consulta q. Tiene que
    conservar cada k y cada v, y su trabajo crece con el cuadrado de la longitud. Katharopoulos y otros (2020) pusieron en el lugar de la
    exponencial un producto de dos funciones, de q y de k; entonces todo lo leído entra en una sola matriz S, a la que cada paso suma algo, y que no
    crece. Ninguna consulta puede ya distinguir todo lo que se escribe en ella: como mucho, tantos pares como filas tiene S.
course-after-background_2 =
    En una minGRU (Feng y otros 2024) la puerta z y el candidato dependen solo de lo que se lee, no de la memoria h; en un espacio de estados
    diagonal (Gu y otros 2022), ni siquiera de eso: cada unidad decae, y gira, a un ritmo propio. Ambos son lineales en h, de modo que una
    secuencia entera se puede calcular de una vez en máquinas que trabajan en paralelo. Arora y otros (2023) atribuyeron a este mismo recuerdo la
    mayor parte de la distancia que hay en el lenguaje entre redes así y la atención; Jelassi y otros (2024) demostraron que una memoria de tamaño
    fijo no puede copiar lo que es más largo que ella. Redes más nuevas incluyen unas pocas capas de atención. Aquí no se distingue entre sitio y
    entrenamiento: con la mitad de las unidades, tras los mismos pasos, la minGRU tiene correctas más o menos la mitad de sus respuestas; con el
    doble, tres de cada cuatro, y sigue mejorando. `;
