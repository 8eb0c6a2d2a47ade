export default `
## course-induction: two layers make an induction head

course-induction-title = Dos capas hacen una cabeza de inducción
course-induction-question = Letras al azar empiezan a repetirse. ¿Quién aprende a seguir: una capa, o dos?
course-induction-lead =
    Vienen letras al azar, hasta que las últimas 8 a 20 vuelven a empezar, una y otra vez. A partir de ahí se puede saber cada letra siguiente: basta
    con encontrar dónde estuvieron ya la letra actual y las anteriores, y decir qué siguió. Ambas son Transformers; una tiene una capa de cuatro miradas
    (cabezas), la otra dos.
course-induction-summary = Dos Transformers tienen que copiar una fila de letras que vuelve a empezar, uno con una capa, otro con dos. Predice cuál lo aprende, y mira la cabeza que copia.
course-induction-thumbnail = Adónde mira la mejor cabeza de dos Transformers: la de una capa a ningún lugar en particular, la de dos a lo largo de una línea, un lugar después de la copia anterior.
course-induction-choice_two = La de dos capas
course-induction-reply_two =
    Sí. La de dos capas avanza al principio tan despacio como la otra, y después sube bruscamente: antes de que acaben los 200 pasos sabe
    ocho de cada diez letras; la de una capa, menos de tres.
course-induction-choice_both = Ambas: copiar es fácil
course-induction-reply_both =
    Copiar es fácil una vez encontrada la misma letra (o, si estuvo dos veces, las mismas dos). Pero un lugar solo conoce su propia letra,
    salvo que una capa de abajo le haya dicho qué había antes.
course-induction-choice_later = Ambas, pero una capa tarda más
course-induction-reply_later =
    Se probó una sola capa con más de siete veces esos pasos, 1500: seguía sabiendo menos de una letra de cada cuatro. Lo que falta no es
    práctica, sino una segunda mirada.
course-induction-choice_neither = Ninguna: las letras vienen al azar
course-induction-reply_neither =
    La primera vez vienen al azar, y nadie puede saberlas. La segunda vez son las mismas, y solo por esas se pregunta.
course-induction-reply_unsure = Pues míralo: dos capas lo aprenden, en una subida brusca; una capa no.
course-induction-why =
    En la primera capa un lugar aprende qué letra había antes; en la segunda encuentra el que dice «antes de mí estaba tu letra» y copia la
    suya (una cabeza de inducción). Una capa no ve sus propias miradas.
course-induction-knob = ¿Qué se apaga en la red de dos capas, en el paso 160?
course-induction-knob_nothing = Nada
course-induction-knob_feed = Todo lo que no es mirar (red prealimentada)
course-induction-knob_first = Las cabezas de la primera capa
course-induction-knob_second = Las cabezas de la segunda capa
course-induction-challenge = Apaga aquello de lo que no puede prescindir: desde el paso 160 tiene que haber menos de un 20 % de aciertos.
course-induction-challenge_done =
    Sin las miradas de una de las dos capas, sea cual sea, desaparece la copia, y en los pasos que quedan no vuelve. Sin todo lo que no es mirar también
    cae, pero en el paso 200 ha vuelto a tres de cada cuatro letras: quienes copian son cabezas, y dos de ellas, una tras otra.
course-induction-transfer =
    Un modelo de lenguaje lee un cuento con un nombre que nadie tuvo nunca: «Quorvin Tesk». Una página después lee «Quorvin». ¿Qué haría una
    cabeza de inducción?
course-induction-transfer_before = Mirar la palabra anterior a «Quorvin»
course-induction-transfer_reply_before =
    La palabra anterior es lo que mira una cabeza de la primera capa. La cabeza de inducción mira lo que había después del «Quorvin» de antes.
course-induction-transfer_followed = Mirar qué siguió a «Quorvin» la última vez, y decir «Tesk»
course-induction-transfer_reply_followed =
    Sí. El nombre no tiene por qué haberse visto en el entrenamiento: la cabeza copia de lo que acaba de leer, no de lo que aprendió de memoria.
course-induction-transfer_chance = Nada: nunca se entrenó con ese nombre
course-induction-transfer_reply_chance =
    También las letras de este capítulo eran nuevas en cada fila. Lo que se aprende no es qué sigue a qué, sino dónde buscarlo.
course-induction-remember =
    Una cabeza de inducción encuentra dónde estuvo antes el símbolo actual y dice qué lo siguió. Para eso hacen falta dos miradas, una tras otra, y
    por lo tanto dos capas.
course-induction-background_1 =
    El lugar i da al lugar j la proporción a de su mirada: grande donde la consulta q de uno concuerda con la clave k del otro (cada una tiene d
    números) y, en las redes de este capítulo, tanto menor cuanto más lejos está j, según una pendiente m propia de cada cabeza (ALiBi; Press,
    Smith y Lewis 2022). Solo se miran los lugares anteriores a i, y el mismo i. Nada de esto dice qué había antes de j: la clave de un lugar se
    hace de lo que ese lugar contiene. Con una capa debajo contiene lo que esa capa trajo, por ejemplo la letra anterior.
course-induction-background_2 =
    Elhage y otros (2021) encontraron, en Transformers sin red prealimentada, que dos capas de atención componen tales cabezas, mientras que una
    no, y les dieron nombre. Olsson y otros (2022) las vieron surgir en un recodo brusco de la pérdida de modelos de lenguaje mayores, y afirman
    que la mayor parte de lo que se aprende del propio texto de entrada (el «prompt») puede venir de ellas; para modelos pequeños sin red
    prealimentada lo muestran apagando cabezas, para los grandes solo que ambas cosas llegan juntas. La puntuación s de la imagen es la proporción
    de su mirada que una cabeza da, de media en los n lugares cuya letra x ya estuvo antes, a lo que siguió a esa letra. `;
