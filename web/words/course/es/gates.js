export default `
## course-gates: gates opened

course-gates-title = Puertas abiertas
course-gates-question = Una puerta que ajusta el entrenamiento, o una que está siempre abierta: ¿qué LSTM aprende?
course-gates-lead =
    Entre cuarenta y ocho letras hay dos marcas, cada una X o Y (E empieza la fila, B la termina, de la «a» a la «d» no significan nada); al final
    la red tiene que decir qué marcas vinieron, y en qué orden. Una LSTM multiplica su memoria en cada letra por números entre 0 y 1 (su puerta de
    olvido). En una LSTM el entrenamiento ajusta esta puerta, que empieza abierta más o menos a medias (aprendida); en la otra se mantiene en 1
    (siempre abierta), de modo que nunca se olvida nada.
course-gates-summary = Dos LSTM que se diferencian en una puerta: ajustada por el entrenamiento, o siempre abierta. Predice cuál aprende, y mira qué conserva cada una.
course-gates-thumbnail = Lo que dos LSTM conservan hasta el final de cada una de cuarenta y ocho letras: todo donde la puerta de olvido está abierta, solo algo de las últimas donde la ajusta el entrenamiento.
course-gates-choice_learned = La de la puerta que ajusta el entrenamiento
course-gates-reply_learned =
    La puerta que ajusta el entrenamiento también podría abrirse, y entonces las dos serían iguales. Pero empieza abierta más o menos a
    medias, y lo que le diría al entrenamiento que la abriera tiene que volver a través de ella.
course-gates-choice_both = Ambas: las dos son LSTM
course-gates-reply_both =
    Una LSTM solo recuerda mientras su puerta de olvido está cerca de 1. Donde la ajusta el entrenamiento, empieza más o menos en la mitad, y en
    320 pasos no llega hasta ahí.
course-gates-choice_open = La de la puerta abierta
course-gates-reply_open =
    Sí. La de la puerta siempre abierta nombra ambas marcas en casi todas las filas antes del paso 120; la otra acierta más o menos lo mismo que
    quien adivina entre cuatro respuestas.
course-gates-choice_neither = Ninguna: cuarenta y ocho letras son demasiadas
course-gates-reply_neither =
    Una RNN perdería la primera marca. Pero una memoria que en cada letra se multiplica por 1 está tan fresca después de cuarenta y ocho como
    después de una.
course-gates-reply_unsure = Pues míralo: la LSTM de la puerta siempre abierta lo aprende, la de la puerta que ajusta el entrenamiento no.
course-gates-why =
    Una puerta abierta a medias deja la mitad en cada letra, y después de cuarenta y ocho, casi nada, tanto de lo leído como
    del error que vuelve a ello. Donde la puerta es 1 queda todo, y así se puede aprender de la primera marca.
course-gates-knob = ¿Cómo es la puerta de olvido de la primera LSTM, o qué hay a su lado?
course-gates-knob_half = Aprendida, desde la mitad
course-gates-knob_shut = Siempre cerrada
course-gates-knob_begins = Aprendida, desde casi abierta (sesgo 3)
course-gates-knob_gru = Una GRU a su lado
course-gates-challenge = Elige su puerta de modo que también la primera LSTM acierte al menos el 95 %.
course-gates-challenge_done =
    La puerta la sigue ajustando el entrenamiento: solo empieza en otro sitio. Un 3 sumado a lo que la decide (su sesgo) la hace empezar en 0,95
    en vez de en la mitad, y eso basta. La GRU también lo aprende, más tarde que la de la puerta abierta.
course-gates-recall_forgets = En «Una RNN olvida», la RNN aprendió a sumar dos números marcados entre 4, pero no entre 50. ¿De qué dependió?
course-gates-recall_forgets_numbers = Con 50 hay más que sumar
course-gates-recall_forgets_reply_numbers = Hay que sumar dos números marcados, tanto entre 4 como entre 50. Con 50 están más lejos del final.
course-gates-recall_forgets_distance = De lo lejos que están del final los números marcados
course-gates-recall_forgets_reply_distance = Sí: en ambas filas se suman dos números, pero lo que se aprende tiene que volver a lo largo de más pasos.
course-gates-recall_forgets_size = Su memoria era demasiado pequeña
course-gates-recall_forgets_reply_size = La memoria era del mismo tamaño con 4 números, y en ambas filas tiene que guardar una suma.
course-gates-recall_why = Una RNN conserva en cada paso la mitad de su memoria. ¿Cuánto del error vuelve tras cincuenta pasos?
course-gates-recall_why_fades = Casi nada
course-gates-recall_why_reply_fades = Sí: la mitad, cincuenta veces seguidas, es menos de una billonésima.
course-gates-recall_why_half = La mitad
course-gates-recall_why_reply_half = La mitad es lo que deja un paso. El siguiente deja la mitad de eso.
course-gates-recall_why_same = Todo, si se entrena lo bastante
course-gates-recall_why_reply_same = La RNN de aquel capítulo siguió entrenándose, y el camino de vuelta siguió cerrado: lo que no vuelve no le dice nada.
course-gates-transfer =
    Una LSTM cuya puerta de olvido está siempre abierta lee los mensajes de un día, uno tras otro, sin interrupción; cada uno solo importa
    hasta el siguiente. ¿Qué cabe esperar?
course-gates-transfer_learns = Aprende a olvidar lo que ya pasó
course-gates-transfer_reply_learns = La memoria se multiplica por 1, haga lo que haga el entrenamiento. Lo que ya pasó se puede compensar, pero se queda.
course-gates-transfer_fills = Lo que ya pasó se queda en su memoria, y se acumula
course-gates-transfer_reply_fills =
    Sí. A la memoria solo se le suma. Para filas sin fin se inventó la puerta de olvido: para soltar lo que ya pasó.
course-gates-transfer_nothing = No cambia nada: tiene sitio de sobra
course-gates-transfer_reply_nothing =
    La memoria tiene por la noche tantos números como por la mañana, y en ellos está sumado todo lo del día.
course-gates-remember =
    Una puerta es un número por el que se multiplica la memoria: cerca de 1 conserva, cerca de 0 olvida. De dónde empiece el entrenamiento depende
    que se pueda aprender.
course-gates-background_1 =
    La memoria c en el lugar t es lo que era, multiplicado por la puerta de olvido f, más lo nuevo, g, multiplicado por la puerta de entrada i;
    cada puerta está entre 0 y 1 y se calcula a partir de la letra x y de lo que la red mostró antes, h. La puerta de salida o decide lo que se
    muestra. La LSTM de Hochreiter y Schmidhuber de 1997 no tenía puerta de olvido: su memoria se multiplicaba por 1, como en la segunda red de
    aquí, y decir el orden de dos marcas es una tarea de ese artículo. Gers, Schmidhuber y Cummins añadieron la puerta en 2000, para filas sin
    fin.
course-gates-background_2 =
    Lo que queda de la memoria, y lo que vuelve del error a lo largo de ella, es el producto de las puertas de olvido que hay en medio (lo que
    pasa por h se omite). Una puerta abierta a medias deja, tras cuarenta veces, una billonésima. Jozefowicz, Zaremba y Sutskever (2015)
    compararon más de diez mil celdas y encontraron que sumar 1 al sesgo de la puerta de olvido salva la mayor parte de la distancia que separaba
    a la LSTM de la GRU; aquí se suma 3. La GRU de Cho y otros (2014) tiene una sola puerta z para conservar y escribir: lo que escribe lo quita
    de lo que conserva. Que lo mismo valga para otras tareas y otros tamaños no está demostrado aquí. `;
